//! Markup in a page of other text: where it begins, and where the page goes on.

use super::Stretch;
use crate::{
    editor::incoming::kind::Kind,
    source::{indent, text::Span, xml},
};

/// The elements that markup of ours begins with, without a prefix.
const NAMES: [&str; 4] = ["agentStates", "agentState", "customStates", "customState"];

/// What a text is that begins with a tag: a file, though a line of it may be broken. `None` where it holds several.
pub(super) fn whole(text: &str) -> Option<Kind> {
    let count = |name: &str| openings(text).filter(|(_, own)| *own == name).count();
    match (count("agentStates"), count("customStates")) {
        (1, 0) if first_is(text, "agentStates") => Some(Kind::AgentStates),
        (0, 1) if first_is(text, "customStates") => Some(Kind::CustomStates),
        _ => None,
    }
}

fn first_is(text: &str, name: &str) -> bool {
    openings(text).next().is_some_and(|(_, own)| own == name)
}

/// The stretches of markup in a text.
pub(super) fn stretches(text: &str) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    let mut behind = 0;
    for (at, name) in openings(text) {
        if at < behind {
            continue;
        }
        let span = Span::new(with_declaration(text, at), end(text, at));
        behind = span.end;
        let kind = match name {
            "agentStates" => Kind::AgentStates,
            "customStates" | "customState" => Kind::CustomStates,
            _ => Kind::Fragments,
        };
        let has_entries = || openings(span.text(text)).any(|(_, name)| matches!(name, "agentState" | "customState"));
        match found.last_mut() {
            _ if !has_entries() => found.push(Stretch::left_out(span, "the outermost element, without entries")),
            // Entries that follow each other came together.
            Some(last) if last.kind == Kind::Fragments && kind == Kind::Fragments && is_blank(text, last, span) => {
                last.span.end = span.end;
            }
            _ => found.push(Stretch::of(span, kind)),
        }
    }
    found
}

fn is_blank(text: &str, last: &Stretch, next: Span) -> bool {
    text[last.span.end..next.start].trim().is_empty()
}

/// Where start tags of ours begin, and their names without prefix.
fn openings(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut commented = 0;
    text.match_indices('<').filter_map(move |(at, _)| {
        let behind = &text[at + 1..];
        if commented <= at && behind.starts_with("!--") {
            commented = behind.find("-->").map_or(commented, |end| at + end);
        }
        if at < commented {
            return None;
        }
        let is_name = |sign: char| sign.is_alphanumeric() || matches!(sign, ':' | '_' | '-' | '.');
        let name = &behind[..behind.find(|sign| !is_name(sign)).unwrap_or(behind.len())];
        let name = xml::local_name(name);
        NAMES.contains(&name).then_some((at, name))
    })
}

/// The offset from which a declaration stands in front of a tag, with nothing but blanks between them.
fn with_declaration(text: &str, tag: usize) -> usize {
    let front = text[..tag].trim_end();
    let declaration = front.strip_suffix("?>").and_then(|front| front.rfind("<?xml"));
    declaration.filter(|at| !front[*at..front.len() - 2].contains("?>")).unwrap_or(tag)
}

/// Where markup ends that begins at a tag: in front of the first line that is none, and not part of a text either.
fn end(text: &str, tag: usize) -> usize {
    let mut reached = tag;
    let mut inside = Inside::Nothing;
    let mut at = tag;
    while at < text.len() {
        let line_end = indent::line_end(text, at);
        let line = &text[at..line_end];
        let goes_on = at == tag || inside != Inside::Nothing || line.trim_start().starts_with('<');
        if !goes_on && !line.trim().is_empty() {
            break;
        }
        // A line that ends a fence, or goes on in prose behind the last tag, is cut there.
        inside = inside.behind(line);
        let last = if inside == Inside::Nothing { line.rfind('>').map(|last| at + last + 1) } else { Some(line_end) };
        reached = last.unwrap_or(reached).max(reached);
        at = line_end + 1;
    }
    reached
}

/// What a line stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Inside {
    Nothing,
    Tag,
    Comment,
    Activity,
}

impl Inside {
    /// The same behind a line.
    fn behind(self, line: &str) -> Inside {
        let (mut inside, mut rest) = (self, line);
        loop {
            let (closing, next) = match inside {
                Inside::Tag => (">", Inside::Nothing),
                Inside::Comment => ("-->", Inside::Nothing),
                Inside::Activity | Inside::Nothing => ("<", Inside::Tag),
            };
            let Some(found) = rest.find(closing) else { return inside };
            let behind = &rest[found + closing.len()..];
            inside = match inside {
                Inside::Activity | Inside::Nothing if behind.starts_with("!--") => Inside::Comment,
                Inside::Activity | Inside::Nothing if opens_activity(behind) => {
                    // Its tag may end in another line, and its text begins there.
                    match behind.find('>') {
                        Some(end) if behind[..end].ends_with('/') => Inside::Nothing,
                        Some(end) => {
                            rest = &behind[end + 1..];
                            inside = Inside::Activity;
                            continue;
                        }
                        None => Inside::Tag,
                    }
                }
                _ => next,
            };
            rest = behind;
        }
    }
}

fn opens_activity(behind: &str) -> bool {
    let name = &behind[..behind.find(|sign: char| !sign.is_alphanumeric() && sign != ':').unwrap_or(behind.len())];
    xml::local_name(name) == "activity"
}
