//! Carrying out fixes: one, all of a kind, everything safe - as one step, and to be seen beforehand.

mod pieces;

pub use pieces::{Piece, pieces};

use super::{
    analysis::{Analysis, Finding},
    change::Change,
    command::{Refusal, Subject},
};
use crate::{
    rules::fix::{self, Fix, Safety},
    source::{
        edit::Edits,
        text::{Part, Place},
    },
};

/// Which fixes are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// One of the fixes of one problem.
    One {
        /// Position of the problem among the open ones.
        problem: usize,
        /// Position of the fix among the problem's.
        fix: usize,
    },
    /// All fixes of a law that do the same.
    Kind {
        /// The law's code.
        code: &'static str,
        /// What they do, [`Fix::kind`].
        kind: &'static str,
    },
    /// All that keep the meaning: of each problem the first such fix.
    Safe,
}

/// What fixes come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The step's title.
    pub label: String,
    /// How many of the open problems are mended, listed or not; a group counts once.
    pub problems: usize,
    /// How many places of theirs that is.
    pub places: usize,
    /// The lines before and after, in the order of the texts.
    pub pieces: Vec<Piece>,
}

/// Fixes that touch the same place take turns; after so many rounds the rest is left.
const MOST_ROUNDS: usize = 10;

/// So many problems of one law are mended in a round, far more than are listed.
const MOST_MENDED: usize = 20_000;

/// The change that carries fixes out.
///
/// # Errors
/// [`Refusal::ProblemGone`] where there is no such fix any more.
pub(super) fn plan(subject: Subject<'_>, wanted: Wanted) -> Result<Change, Refusal> {
    let (change, mended) = carried_out(subject, wanted);
    match change.is_empty() && wanted != Wanted::Safe {
        true => Err(Refusal::ProblemGone),
        false => Ok(Change { label: label(subject.analysis, wanted, mended), ..change }),
    }
}

/// What fixes would do; `None` where there are none.
pub fn preview(subject: Subject<'_>, wanted: Wanted) -> Option<Preview> {
    let (change, mended) = carried_out(subject, wanted);
    let Mended { problems, places } = mended;
    let pieces: Vec<Piece> = [Part::Options, Part::Xml]
        .into_iter()
        .filter_map(|part| Some((part, change.edits(Place { profile: subject.position, part })?)))
        .flat_map(|(part, edits)| pieces(part, subject.profile.text(part), subject.analysis.lines(part), edits))
        .collect();
    (!pieces.is_empty()).then(|| Preview { label: label(subject.analysis, wanted, mended), problems, places, pieces })
}

/// How many of the open problems have such a fix, listed or not: "Apply 6 safe fixes", "Fix all 6 of this kind".
pub fn count(analysis: &Analysis, wanted: Wanted) -> usize {
    let problems = analysis.problems.iter().enumerate();
    problems.map(|(at, finding)| usize::from(chosen(at, finding, wanted).is_some()) + unlisted(finding, wanted)).sum()
}

/// How many of the problems that one stands for have such a fix.
fn unlisted(Finding { diagnostic, .. }: &Finding, wanted: Wanted) -> usize {
    match wanted {
        Wanted::One { .. } => 0,
        Wanted::Kind { code, kind } if diagnostic.code == code => diagnostic.unlisted.of_kind(kind),
        Wanted::Kind { .. } => 0,
        Wanted::Safe => diagnostic.unlisted.safe,
    }
}

/// How much is mended of what was wrong beforehand. What comes to light on the way, and is mended too, was not told.
#[derive(Clone, Copy, Default)]
struct Mended {
    /// Problems, a group once.
    problems: usize,
    /// Their own places.
    places: usize,
}

impl Mended {
    /// What would be mended, were all done that is wanted.
    fn of(analysis: &Analysis, wanted: Wanted) -> Mended {
        let mut mended = Mended::default();
        for (at, finding) in analysis.problems.iter().enumerate() {
            let unlisted = unlisted(finding, wanted);
            let own = chosen(at, finding, wanted).map_or(0, |_| finding.diagnostic.own_places());
            mended.problems += usize::from(0 < own) + unlisted;
            mended.places += own + unlisted;
        }
        mended
    }

    /// What was mended, where some of it is left.
    fn without(self, left: Mended) -> Mended {
        Mended {
            problems: self.problems.saturating_sub(left.problems),
            places: self.places.saturating_sub(left.places),
        }
    }
}

/// Round by round, until nothing is left to do.
fn carried_out(subject: Subject<'_>, wanted: Wanted) -> (Change, Mended) {
    let mut profile = subject.profile.clone();
    let is_short = subject.analysis.problems.iter().any(|finding| 0 < unlisted(finding, wanted));
    let mut read = is_short.then(|| Analysis::with_up_to(MOST_MENDED, &profile));
    let mut change = Change::new(String::new());
    let rounds = if matches!(wanted, Wanted::One { .. }) { 1 } else { MOST_ROUNDS };
    let whole = Mended::of(read.as_ref().unwrap_or(subject.analysis), wanted);
    let mut left = Mended::default();
    for _ in 0..rounds {
        let problems = read.as_ref().unwrap_or(subject.analysis).problems.iter().enumerate();
        let together = fix::joined(problems.filter_map(|(at, finding)| chosen(at, finding, wanted)));
        let mut round = Change::new(String::new());
        for (part, edits) in [Part::Options, Part::Xml].into_iter().zip(together) {
            round = round.with(Place { profile: subject.position, part }, edits);
        }
        if round.is_empty() {
            break;
        }
        for (place, edits) in &round.texts {
            let text = edits.apply(profile.text(place.part));
            profile.set_text(place.part, text);
        }
        change = change.then(round);
        // The last round need not be read again.
        if rounds == 1 {
            break;
        }
        let next = Analysis::with_up_to(MOST_MENDED, &profile);
        left = Mended::of(&next, wanted);
        read = Some(next);
    }
    (smallest(subject, change), whole.without(left))
}

/// Without what was put in and taken out again in a later round.
fn smallest(subject: Subject<'_>, mut change: Change) -> Change {
    let is_idle = |place: &Place, edits: &Edits| {
        let text = subject.profile.text(place.part);
        edits.iter().all(|edit| edit.span.text(text) == edit.text)
    };
    change.texts.retain(|(place, edits)| !is_idle(place, edits));
    change
}

fn chosen(at: usize, finding: &Finding, wanted: Wanted) -> Option<&Fix> {
    let diagnostic = &finding.diagnostic;
    match wanted {
        Wanted::One { problem, fix } => diagnostic.fixes.get(fix).filter(|_| problem == at),
        Wanted::Kind { code, kind } => {
            let mut fixes = diagnostic.fixes.iter().filter(|_| diagnostic.code == code);
            fixes.find(|fix| fix.kind == kind)
        }
        Wanted::Safe => diagnostic.fixes.iter().find(|fix| fix.safety == Safety::Safe),
    }
}

/// "Use 18000", "Trim in 2 places", "Fix 6 problems".
fn label(analysis: &Analysis, wanted: Wanted, mended: Mended) -> String {
    match wanted {
        Wanted::One { problem, fix } => {
            let finding = analysis.problems.get(problem);
            finding
                .and_then(|finding| finding.diagnostic.fixes.get(fix))
                .map(|fix| fix.label.clone())
                .unwrap_or_default()
        }
        Wanted::Kind { code, kind } => {
            let own = analysis.problems.iter().filter(|finding| finding.diagnostic.code == code);
            let fix = own.flat_map(|finding| &finding.diagnostic.fixes).find(|fix| fix.kind == kind);
            match (fix.map_or(kind, |fix| fix.title), mended.places) {
                (title, 1) => title.to_owned(),
                (title, places) => format!("{title} in {places} places"),
            }
        }
        Wanted::Safe if mended.problems == 1 => "Fix 1 problem".to_owned(),
        Wanted::Safe => format!("Fix {} problems", mended.problems),
    }
}
