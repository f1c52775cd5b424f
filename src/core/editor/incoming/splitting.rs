//! A text that came in, taken apart into pieces: what each is, and what is left between them.

mod cells;
mod ends;
mod lines;
mod markup;
mod sentences;

use std::borrow::Cow;

use super::{kind::Kind, tables};
use crate::source::{configuration, indent, ini, quoting, table, text::Span};

/// A stretch of a text, and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// Where it is left out, what it seems to be: "prose".
    pub what: &'static str,
}

impl Stretch {
    fn of(span: Span, kind: Kind) -> Stretch {
        Stretch { span, kind, what: "" }
    }

    fn left_out(span: Span, what: &'static str) -> Stretch {
        Stretch { span, kind: Kind::LeftOut, what }
    }
}

/// The pieces of a text, in its order; together they hold all of it that is not blank.
pub fn split(text: &str) -> Vec<Stretch> {
    let inside = ini::trim(text, Span::new(0, text.len()));
    if inside.is_empty() {
        return Vec::new();
    }
    let marks = quoting::marks(text);
    let bare = blanked(text, &marks);
    let bare = bare.as_ref();
    if let Some(kind) = whole(&quoting::without(text, &marks)) {
        return vec![Stretch::of(Span::new(0, text.len()), kind)];
    }
    let mut found = markup::stretches(bare);
    let tables = lines::tables(bare, &found);
    found.extend(tables);
    let sentences = sentences::stretches(&lines::masked(bare, &found));
    found.extend(sentences);
    let options = lines::options(bare, &found);
    found.extend(options);
    let rest = lines::rest(bare, &found);
    found.extend(rest);
    if !marks.is_empty() {
        // What is quoted begins with the mark in front of its first line.
        found.iter_mut().for_each(|stretch| stretch.span.start = with_mark(text, &marks, stretch.span.start));
    }
    found.sort_by_key(|stretch| stretch.span.start);
    // A line may begin with the end of what stands above it.
    let mut behind = 0;
    for stretch in found.iter_mut().filter(|stretch| stretch.kind != Kind::LeftOut) {
        stretch.span = Span::new(stretch.span.start.max(behind), stretch.span.end.max(behind));
        behind = stretch.span.end;
    }
    found.retain(|stretch| !stretch.span.is_empty());
    if MOST < found.len() {
        let rest = Span::new(found[MOST - 1].span.start, text.len());
        found.truncate(MOST - 1);
        found.push(Stretch::left_out(rest, "more pieces than are read"));
    }
    found
}

/// The text with blanks in the place of the marks of what is quoted: everything stands where it stood.
fn blanked<'a>(text: &'a str, marks: &[Span]) -> Cow<'a, str> {
    if marks.is_empty() {
        return text.into();
    }
    let mut bare = String::with_capacity(text.len());
    for mark in marks {
        bare.push_str(&text[bare.len()..mark.start]);
        bare.extend(std::iter::repeat_n(' ', mark.end - mark.start));
    }
    bare.push_str(&text[bare.len()..]);
    bare.into()
}

/// The beginning of the line, where nothing but a mark and blanks stand in front of an offset.
fn with_mark(text: &str, marks: &[Span], at: usize) -> usize {
    let line = indent::line_start(text, at);
    let mark = marks.binary_search_by_key(&line, |mark| mark.start).ok().map(|found| marks[found]);
    let is_first = |mark: &Span| mark.end <= at && text[mark.end..at].trim().is_empty();
    mark.filter(is_first).map_or(at, |mark| mark.start)
}

/// So many pieces are read of a text.
const MOST: usize = 300;

/// Whether a text is a whole agentStates file, though a line of it may be broken.
pub fn is_whole_file(text: &str) -> bool {
    whole(text) == Some(Kind::AgentStates)
}

/// What a text is that is one thing and nothing else.
fn whole(text: &str) -> Option<Kind> {
    let first = text.trim_start_matches(['\u{FEFF}', ' ', '\t', '\n']);
    if first.starts_with(['{', '[']) && first.trim_end().ends_with(['}', ']']) {
        if first.contains("\"presence-profile-workspace\"") {
            return Some(Kind::Workspace);
        }
        if configuration::of_json(first).is_some() {
            return Some(Kind::Export);
        }
    }
    if first.starts_with('<') {
        if configuration::of_xml(text).is_some() {
            return Some(Kind::Export);
        }
        return markup::whole(text);
    }
    let head = first.lines().next().unwrap_or_default();
    let is_section = matches!(ini::lines(head).next().map(|line| line.kind), Some(ini::LineKind::Section { .. }));
    if is_section && markup::stretches(text).is_empty() && !has_tables(text) {
        return Some(Kind::Options);
    }
    let is_table = || table::read(text).is_some_and(|table| tables::brought(&table).is_some());
    let is_mixed = || {
        lines::is_parted(text)
            || !markup::stretches(text).is_empty()
            || lines::has_option(text)
            || !sentences::stretches(text).is_empty()
            || ends::has_other_signs(text)
            || table::read(text)
                .is_some_and(|table| 1 < tables::heads(&table).len() || tables::prose_below(&table).is_some())
    };
    (is_table() && !is_mixed()).then_some(Kind::Table)
}

/// Whether tables stand beside the options of a text.
fn has_tables(text: &str) -> bool {
    let mut found = lines::tables(text, &[]);
    let has_tabs = found.iter().any(|stretch| stretch.kind == Kind::Table);
    found.extend(lines::options(text, &found));
    found.sort_by_key(|stretch| stretch.span.start);
    has_tabs || lines::has_tables(text, &found)
}
