//! What pages leave in the options, one diagnostic for each kind of it.

use super::{
    diagnostic::Diagnostic,
    fix::{Fix, Safety},
    law::Law,
};
use crate::{
    mapping::leftovers::{Leftover, Repair},
    source::{
        message::Message,
        text::{Part, Span},
    },
};

/// Where typographic quotation marks come from.
pub const CURLY: &str = "word processors and mail programs make such curly ones of straight ones";

/// All kinds, in the order in which they are told.
const KINDS: [Leftover; 8] = [
    Leftover::Escape,
    Leftover::FullStop,
    Leftover::Quote,
    Leftover::Emphasis,
    Leftover::Bullet,
    Leftover::Comma,
    Leftover::Zeros,
    Leftover::Name,
];

/// Adds a diagnostic for each kind of leftover, with the deletion of all of it.
pub fn judge(law: &Law, text: &str, repairs: &[Repair], option: &str, acc: &mut Vec<Diagnostic>) {
    for kind in KINDS {
        let mut spans = repairs.iter().filter(|repair| repair.leftover == kind).map(|repair| repair.span);
        let Some(first) = spans.next() else { continue };
        let more: Vec<Span> = spans.collect();
        let is_curly = kind == Leftover::Quote && !first.text(text).is_ascii();
        let what = if is_curly { "a typographic quotation mark" } else { kind.name() };
        let message: Message = match more.len() {
            0 => format!("{what} must go: T-Server may read it as part of a value").into(),
            more => {
                let times = more + 1;
                Message::new(format!("{what}, {times} times, does not belong here and may be read as part of a value"))
                    .with_advice("remove it")
            }
        };
        let message = if is_curly { message.with_meaning(CURLY) } else { message };
        let is_leftover = |span: &Span| kind != Leftover::FullStop || ends_sentence(text, *span);
        let safety = if more.iter().chain([&first]).all(is_leftover) { Safety::Safe } else { Safety::Changes };
        let (key, title) = removal(kind);
        let fix = Fix::new(key, title, safety);
        let fix = more.iter().fold(fix.and(Part::Options, first, ""), |fix, span| fix.and(Part::Options, *span, ""));
        acc.push(law.error(Part::Options, first, message).about(option).with_more(more).with_fix(fix));
    }
}

/// Whether a full stop is one, and stands at the end of a line: elsewhere it may be a part of an ID.
fn ends_sentence(text: &str, stop: Span) -> bool {
    let behind = text[stop.end..].trim_start_matches(|sign| " \t".contains(sign) || Leftover::of_sign(sign).is_some());
    stop.text(text).trim_ascii_start() == "." && (behind.is_empty() || behind.starts_with('\n'))
}

fn removal(kind: Leftover) -> (&'static str, &'static str) {
    match kind {
        Leftover::Escape => ("remove-backslashes", "Remove the backslashes"),
        Leftover::FullStop => ("remove-full-stop", "Remove the full stop"),
        Leftover::Quote => ("remove-quotation-marks", "Remove the quotation marks"),
        Leftover::Emphasis => ("remove-emphasis", "Remove the emphasis"),
        Leftover::Bullet => ("remove-list-signs", "Remove the list signs"),
        Leftover::Comma => ("remove-commas", "Remove the commas"),
        Leftover::Zeros => ("remove-zeros", "Remove the zeros"),
        Leftover::Name => ("remove-name", "Remove the name"),
    }
}
