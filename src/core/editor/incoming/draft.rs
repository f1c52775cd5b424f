//! A piece as a profile of its own: whatever it was written as, it comes to an options text and a file.

mod of_table;

use super::{kind::Kind, tables};
use crate::{
    mapping::{
        agent_states::{FIRST_LINES, LAST_LINE, NAMESPACE},
        options::SECTION,
    },
    source::{
        configuration::{self, Section},
        edit::{Edit, Edits},
        ini::{self, LineKind},
        phrase::counted,
        quoting,
        table::{self, Table},
        text::Span,
    },
};

/// What a piece is drafted as.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// Its options.
    pub options: String,
    /// Its XML.
    pub xml: String,
    /// What its object is called, where it says so.
    pub name: Option<String>,
    /// What is read otherwise than it is written, beside what the laws find.
    pub readings: Vec<Reading>,
    /// What is left alone, each as a part of a sentence.
    pub left_alone: Vec<String>,
    /// What was not read of it and why.
    pub unread: Vec<String>,
}

/// Something that is read otherwise than it is written, unless that is not wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What tells it from others of the piece.
    pub key: String,
    /// What is done: "Read the head 3,082 as 3082, Spanish".
    pub label: String,
    /// The cause.
    pub detail: String,
}

/// The key of reading lines without what mail puts in front of them.
const QUOTED: &str = "quoted";

/// The key of reading Lync's own file as ours.
const CUSTOM_STATES: &str = "custom-states";

/// The namespace of Lync's own file (Microsoft, "Configuring custom presence states").
const CUSTOM_NAMESPACE: &str = "schemas.microsoft.com/09/2009/communicator/customStates";

/// The draft of a text as a kind; what is read otherwise is left out where `is_off` says so of its key.
pub fn draft(kind: Kind, text: &str, own: Option<&Table>, is_off: impl Fn(&str) -> bool) -> Draft {
    let marks = quoting::marks(text);
    if marks.is_empty() || kind == Kind::LeftOut {
        return of_kind(kind, text, own, is_off);
    }
    let mut draft = match is_off(QUOTED) {
        true => of_kind(kind, text, own, is_off),
        false => of_kind(kind, &quoting::without(text, &marks), own, is_off),
    };
    let reading = Reading {
        key: QUOTED.to_owned(),
        label: "Leave out the > of a quoted mail".to_owned(),
        detail: format!("in front of {}", counted(marks.len(), "line", "lines")),
    };
    draft.readings.insert(0, reading);
    draft
}

fn of_kind(kind: Kind, text: &str, own: Option<&Table>, is_off: impl Fn(&str) -> bool) -> Draft {
    match kind {
        Kind::AgentStates => Draft { xml: text.to_owned(), ..Draft::default() },
        Kind::Fragments => Draft { xml: in_root(text), ..Draft::default() },
        Kind::CustomStates => custom_states(text, is_off(CUSTOM_STATES)),
        Kind::Rows => Draft { options: text.to_owned(), ..Draft::default() },
        Kind::Options => options(text),
        Kind::Export => export(text),
        Kind::Table => {
            let read = own.cloned().or_else(|| table::read(text));
            let brought = read.as_ref().and_then(|read| Some((tables::brought(read)?, read.form)));
            brought.map_or_else(Draft::default, |(brought, form)| of_table::draft(&brought, form, is_off))
        }
        Kind::Workspace | Kind::LeftOut => Draft::default(),
    }
}

/// The lines of fragments in their draft.
pub fn inside(xml: &str) -> Span {
    let feeds = xml.match_indices('\n').map(|(at, _)| at + 1);
    let start = feeds.take(LINES_IN_FRONT).last().unwrap_or_default();
    let end = xml.trim_end().rfind('\n').unwrap_or(xml.len()).max(start);
    Span::new(start, end)
}

/// Lines in front of fragments, in their draft.
pub const LINES_IN_FRONT: usize = FIRST_LINES.len();

/// Entries with the outermost element around them.
fn in_root(text: &str) -> String {
    let [declaration, root] = FIRST_LINES;
    let text = text.trim_matches('\n');
    format!("{declaration}\n{root}\n{text}\n{LAST_LINE}\n")
}

/// Lync's own file with the names of ours; its words become numbers by the law about them.
fn custom_states(text: &str, is_off: bool) -> Draft {
    let mut edits: Vec<Edit> = Vec::new();
    for (at, _) in text.match_indices("customState") {
        let front = &text[..at];
        let is_name = front.ends_with('<') || front.ends_with("</") || front.ends_with(':');
        if is_name {
            edits.push(Edit::replace(Span::new(at, at + "customState".len()), "agentState"));
        }
    }
    for (at, _) in text.match_indices(CUSTOM_NAMESPACE) {
        let front = text[..at].rfind(['"', '\'', '=']).map_or(at, |quote| quote + 1);
        let end = at + CUSTOM_NAMESPACE.len();
        let slash = usize::from(text[end..].starts_with('/'));
        edits.push(Edit::replace(Span::new(front, end + slash), NAMESPACE));
    }
    let mut disjoint: Vec<Edit> = Vec::new();
    edits.sort_by_key(|edit| edit.span.start);
    for edit in edits {
        // Of a value that names it twice, the first counts.
        if disjoint.last().is_none_or(|last| last.span.end <= edit.span.start) {
            disjoint.push(edit);
        }
    }
    let xml = match is_off {
        true => text.to_owned(),
        false => Edits::new(disjoint).unwrap_or_default().apply(text),
    };
    let reading = Reading {
        key: CUSTOM_STATES.to_owned(),
        label: "Read customStates as agentStates".to_owned(),
        detail: "the names and the namespace are those of Lync's own file".to_owned(),
    };
    Draft { xml, readings: vec![reading], ..Draft::default() }
}

/// The lines of the section of T-Server; those of other sections are left alone.
fn options(text: &str) -> Draft {
    let mut draft = Draft::default();
    let mut others: Vec<(String, usize)> = Vec::new();
    for line in ini::lines(text) {
        match line.kind {
            LineKind::Section { name } if name.text(text).eq_ignore_ascii_case(SECTION) => {
                if draft.options.is_empty() || !others.is_empty() {
                    others.push((String::new(), 0));
                }
                draft.options.push_str(line.span.text(text));
                draft.options.push('\n');
            }
            LineKind::Section { name } => others.push((name.text(text).to_owned(), 0)),
            _ => match others.last_mut().filter(|(name, _)| !name.is_empty()) {
                Some((_, count)) => *count += usize::from(matches!(line.kind, LineKind::Option { .. })),
                None => {
                    draft.options.push_str(line.span.text(text));
                    draft.options.push('\n');
                }
            },
        }
    }
    // Each line got a line feed, the last one too, behind which nothing stands.
    draft.options.pop();
    others.retain(|(name, _)| !name.is_empty());
    let has_own = !draft.options.trim().is_empty();
    if !has_own && let [(_, _)] = others.as_slice() {
        // The only section there is, called otherwise: a law says so.
        return Draft { options: text.to_owned(), ..Draft::default() };
    }
    draft.left_alone = others.iter().map(|(name, count)| section_in_words(name, *count)).collect();
    draft
}

fn section_in_words(name: &str, count: usize) -> String {
    format!("section [{name}] with {}", counted(count, "option", "options"))
}

/// The section of T-Server of the first object that has one; several objects are several pieces.
fn export(text: &str) -> Draft {
    let Some(sections) = sections(text) else { return options(text) };
    let Some(own) = sections.iter().find(|section| is_own(section)) else {
        let left_alone = sections.iter().map(|section| section_in_words(&section.name, section.options.len()));
        return Draft { left_alone: left_alone.collect(), ..Draft::default() };
    };
    let others = sections.iter().filter(|section| !std::ptr::eq(*section, own));
    let left_alone = others.map(|other| {
        let of = other.object.as_ref().filter(|_| other.object != own.object);
        let of = of.map_or(String::new(), |object| format!(" of {object}"));
        section_in_words(&other.name, other.options.len()) + &of
    });
    Draft { options: own.text(), name: own.object.clone(), left_alone: left_alone.collect(), ..Draft::default() }
}

/// The sections of an export, in whatever form.
pub fn sections(text: &str) -> Option<Vec<Section>> {
    configuration::of_xml(text).or_else(|| configuration::of_json(text))
}

/// Whether a section is that of T-Server.
pub fn is_own(section: &Section) -> bool {
    section.name.eq_ignore_ascii_case(SECTION)
}
