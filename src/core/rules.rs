//! Laws: what a sound profile is held to, one file each. They judge what was read and propose edits; they change nothing.

mod controls;
pub mod diagnostic;
pub mod example;
pub mod facts;
pub mod fix;
pub mod law;
pub mod laws;
mod leftovers;
mod likeness;
mod misspelt;
mod misspelt_option;
mod outline;
mod places;
mod quiet;
mod renaming;
mod roles;
mod sameness;
mod script;
mod skeleton;
mod unread;
mod unseen;

use diagnostic::Diagnostic;
use facts::Facts;
use laws::LAWS;

use crate::source::sorting;

/// How many diagnostics of one law are listed; the last one stands for the rest.
pub const MOST_LISTED: usize = 500;

/// Holds a profile to all laws. What is found is sorted by part and span.
pub fn judge(facts: &Facts<'_>) -> Vec<Diagnostic> {
    judge_up_to(facts, MOST_LISTED)
}

/// As [`judge`], with up to so many diagnostics of one law.
pub fn judge_up_to(facts: &Facts<'_>, most: usize) -> Vec<Diagnostic> {
    let mut judged: Vec<Vec<Diagnostic>> = Vec::with_capacity(LAWS.len());
    for law in LAWS {
        let mut own = Vec::new();
        (law.check)(facts, &mut own);
        // What yields is shortened when it is known what is left unsaid.
        if law.yields_to.is_empty() {
            shorten(&mut own, most);
        }
        judged.push(own);
    }
    quiet::hush(&mut judged);
    judged.iter_mut().for_each(|own| shorten(own, most));
    let mut found: Vec<Diagnostic> = judged.into_iter().flatten().collect();
    // First by the end, then by part and start: what has equal keys keeps its order.
    sorting::by_numbers(&mut found, |diagnostic| (diagnostic.span.end, 0));
    sorting::by_numbers(&mut found, |diagnostic| (diagnostic.part as usize, diagnostic.span.start));
    found
}

/// A file of nothing but faults has too many to list.
fn shorten(found: &mut Vec<Diagnostic>, most: usize) {
    if found.len() <= most {
        return;
    }
    let rest = found.split_off(most);
    let Some(last) = found.last_mut() else { return };
    for diagnostic in rest {
        last.unlisted.add(&diagnostic);
        last.more.push(diagnostic.span);
    }
}
