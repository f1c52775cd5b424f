//! What pages leave in the options, one diagnostic for each kind of it.

use super::{
    diagnostic::Diagnostic,
    fix::{Fix, Safety},
    law::Law,
};
use crate::{
    mapping::residue::{Repair, Residue},
    source::{
        message::Message,
        text::{Part, Span},
    },
};

/// All kinds, in the order in which they are told.
const KINDS: [Residue; 8] = [
    Residue::Escape,
    Residue::FullStop,
    Residue::Quote,
    Residue::Emphasis,
    Residue::Bullet,
    Residue::Comma,
    Residue::Zeros,
    Residue::Name,
];

/// Adds a diagnostic for each kind of residue, with the deletion of all of it.
pub fn judge(law: &Law, text: &str, repairs: &[Repair], option: &str, acc: &mut Vec<Diagnostic>) {
    for kind in KINDS {
        let mut spans = repairs.iter().filter(|repair| repair.residue == kind).map(|repair| repair.span);
        let Some(first) = spans.next() else { continue };
        let more: Vec<Span> = spans.collect();
        let what = kind.name();
        let message = match more.len() {
            0 => format!("{what} must go: T-Server may read it as part of a value").into(),
            more => {
                let times = more + 1;
                Message::new(format!("{what}, {times} times, does not belong here and may be read as part of a value"))
                    .with_advice("remove it")
            }
        };
        let is_residue = |span: &Span| kind != Residue::FullStop || ends_sentence(text, *span);
        let safety = if more.iter().chain([&first]).all(is_residue) { Safety::Safe } else { Safety::Changes };
        let (key, title) = removal(kind);
        let fix = Fix::new(key, title, safety);
        let fix = more.iter().fold(fix.and(Part::Options, first, ""), |fix, span| fix.and(Part::Options, *span, ""));
        acc.push(law.error(Part::Options, first, message).about(option).with_more(more).with_fix(fix));
    }
}

/// Whether a full stop is one, and stands at the end of a line: elsewhere it may be a part of an ID.
fn ends_sentence(text: &str, stop: Span) -> bool {
    let behind = text[stop.end..].trim_start_matches([' ', '\t', '*', '`', '"', '\'', '”', '’', '»']);
    stop.text(text).trim_ascii_start() == "." && (behind.is_empty() || behind.starts_with('\n'))
}

fn removal(kind: Residue) -> (&'static str, &'static str) {
    match kind {
        Residue::Escape => ("remove-backslashes", "Remove the backslashes"),
        Residue::FullStop => ("remove-full-stop", "Remove the full stop"),
        Residue::Quote => ("remove-quotation-marks", "Remove the quotation marks"),
        Residue::Emphasis => ("remove-emphasis", "Remove the emphasis"),
        Residue::Bullet => ("remove-list-signs", "Remove the list signs"),
        Residue::Comma => ("remove-commas", "Remove the commas"),
        Residue::Zeros => ("remove-zeros", "Remove the zeros"),
        Residue::Name => ("remove-name", "Remove the name"),
    }
}
