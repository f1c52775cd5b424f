//! Laws: what a sound profile is held to, one file each. They judge what was read and propose edits; they change nothing.

mod controls;
pub mod diagnostic;
pub mod example;
pub mod facts;
pub mod fix;
pub mod law;
pub mod laws;
mod likeness;
mod misspelt;
mod misspelt_option;
mod outline;
mod places;
mod quiet;
mod renaming;
mod residues;
mod roles;
mod sameness;
mod script;
mod skeleton;
mod unread;
mod unseen;

use diagnostic::Diagnostic;
use facts::Facts;
use laws::LAWS;

use crate::source::{order, text::Span};

/// How many diagnostics of one law are kept; the last one holds the places of the rest.
const MOST_OF_A_LAW: usize = 500;

/// Holds a profile to all laws. What is found is sorted by part and span.
pub fn judge(facts: &Facts<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for law in LAWS {
        let own = found.len();
        (law.check)(facts, &mut found);
        shorten(&mut found, own);
    }
    // First by the end, then by part and start: what has equal keys keeps its order.
    order::by_numbers(&mut found, |diagnostic| (diagnostic.span.end, 0));
    order::by_numbers(&mut found, |diagnostic| (diagnostic.part as usize, diagnostic.span.start));
    quiet::hush(found)
}

/// A file of nothing but faults has too many to list.
fn shorten(found: &mut Vec<Diagnostic>, own: usize) {
    let kept = own + MOST_OF_A_LAW;
    if found.len() <= kept {
        return;
    }
    let rest: Vec<Span> = found.drain(kept..).map(|diagnostic| diagnostic.span).collect();
    let last = &mut found[kept - 1];
    last.message += &format!("; so do {} more places, which are not listed", rest.len());
    last.more.extend(rest);
}
