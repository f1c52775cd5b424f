//! Laws: what a sound profile is held to, one file each. They judge what was read and propose edits; they change nothing.

mod controls;
pub mod diagnostic;
pub mod example;
pub mod facts;
pub mod fix;
pub mod law;
pub mod laws;
mod leftovers;
mod ligatures;
pub(crate) mod likeness;
mod misspelt;
mod misspelt_option;
mod outline;
pub mod paths;
mod places;
pub mod pull_mode;
mod quiet;
mod renaming;
mod repairing;
mod roles;
mod sameness;
mod script;
mod skeleton;
mod unread;
mod unseen;
mod withholding;

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
    let mut judging = Judging::new(most);
    while judging.step(facts) {}
    judging.finish()
}

/// A judgement that goes on law by law, so that something else can be done between two of them.
#[derive(Debug)]
pub struct Judging {
    /// What each law says, in the order of [`LAWS`], as far as they were asked.
    judged: Vec<Vec<Diagnostic>>,
    most: usize,
}

impl Judging {
    /// Before the first law, with up to so many diagnostics of one law.
    pub fn new(most: usize) -> Judging {
        Judging { judged: Vec::with_capacity(LAWS.len()), most }
    }

    /// Holds a profile to the next law; it is the same profile each time. Whether there are more.
    pub fn step(&mut self, facts: &Facts<'_>) -> bool {
        let Some(law) = LAWS.get(self.judged.len()) else { return false };
        let mut own = Vec::new();
        if pull_mode::speaks(law.code, facts.mode) {
            (law.check)(facts, &mut own);
            withholding::withhold(&mut own, facts.xml_text);
        }
        // What yields is shortened when it is known what is left unsaid.
        if law.yields_to.is_empty() {
            shorten(&mut own, self.most);
        }
        self.judged.push(own);
        self.judged.len() < LAWS.len()
    }

    /// What was found, sorted by part and span. Laws that were not asked have nothing to say.
    pub fn finish(mut self) -> Vec<Diagnostic> {
        self.judged.resize_with(LAWS.len(), Vec::new);
        quiet::hush(&mut self.judged);
        self.judged.iter_mut().for_each(|own| shorten(own, self.most));
        let mut found: Vec<Diagnostic> = self.judged.into_iter().flatten().collect();
        // First by the end, then by part and start: what has equal keys keeps its order.
        sorting::by_numbers(&mut found, |diagnostic| (diagnostic.span.end, 0));
        sorting::by_numbers(&mut found, |diagnostic| (diagnostic.part as usize, diagnostic.span.start));
        found
    }
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
