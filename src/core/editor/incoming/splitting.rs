//! A text that came in, taken apart into pieces: what each is, and what is left between them.

mod lines;
mod markup;

use super::{kind::Kind, tables};
use crate::source::{configuration, ini, table, text::Span};

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
    if let Some(kind) = whole(text) {
        return vec![Stretch::of(Span::new(0, text.len()), kind)];
    }
    let mut found = markup::stretches(text);
    let tables = lines::tables(text, &found);
    found.extend(tables);
    let options = lines::options(text, &found);
    found.extend(options);
    let rest = lines::rest(text, &found);
    found.extend(rest);
    found.sort_by_key(|stretch| stretch.span.start);
    if MOST < found.len() {
        let rest = Span::new(found[MOST - 1].span.start, text.len());
        found.truncate(MOST - 1);
        found.push(Stretch::left_out(rest, "more pieces than are read"));
    }
    found
}

/// So many pieces are read of a text.
const MOST: usize = 300;

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
    if is_section && markup::stretches(text).is_empty() {
        return Some(Kind::Options);
    }
    let is_table = table::read(text).is_some_and(|table| tables::brought(&table).is_some());
    is_table.then_some(Kind::Table)
}
