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
    /// How many problems are mended; a group counts once.
    pub problems: usize,
    /// How many places that is.
    pub places: usize,
    /// The lines before and after, in the order of the texts.
    pub pieces: Vec<Piece>,
}

/// Fixes that touch the same place take turns; after so many rounds the rest is left.
const MOST_ROUNDS: usize = 10;

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

/// How many of the open problems have a fix that does the same, for "Fix all 6 of this kind".
pub fn count(analysis: &Analysis, wanted: Wanted) -> usize {
    analysis.problems.iter().enumerate().filter(|(at, finding)| chosen(*at, finding, wanted).is_some()).count()
}

/// How much is mended.
#[derive(Clone, Copy, Default)]
struct Mended {
    problems: usize,
    places: usize,
}

/// Round by round, until nothing is left to do.
fn carried_out(subject: Subject<'_>, wanted: Wanted) -> (Change, Mended) {
    let mut profile = subject.profile.clone();
    let mut later: Option<Analysis> = None;
    let (mut change, mut mended) = (Change::new(String::new()), Mended::default());
    let rounds = if matches!(wanted, Wanted::One { .. }) { 1 } else { MOST_ROUNDS };
    for _ in 0..rounds {
        let problems = &later.as_ref().unwrap_or(subject.analysis).problems;
        let fixed =
            problems.iter().enumerate().filter_map(|(at, finding)| Some((finding, chosen(at, finding, wanted)?)));
        let (findings, fixes): (Vec<&Finding>, Vec<&Fix>) = fixed.unzip();
        let together = fix::joined(fixes);
        mended.problems += together.taken.len();
        mended.places += together.taken.iter().map(|at| findings[*at].diagnostic.places().count()).sum::<usize>();
        let mut round = Change::new(String::new());
        for (part, edits) in [Part::Options, Part::Xml].into_iter().zip(together.edits) {
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
        later = Some(Analysis::of(&profile));
    }
    (smallest(subject, change), mended)
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
        Wanted::Kind { kind, .. } if mended.places == 1 => kind.to_owned(),
        Wanted::Kind { kind, .. } => format!("{kind} in {} places", mended.places),
        Wanted::Safe if mended.problems == 1 => "Fix 1 problem".to_owned(),
        Wanted::Safe => format!("Fix {} problems", mended.problems),
    }
}
