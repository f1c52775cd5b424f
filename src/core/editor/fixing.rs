//! Carrying out fixes: one, all of a kind, everything safe - as one step, and to be seen beforehand.

mod pieces;

pub use pieces::{Piece, pieces};

use std::sync::Arc;

use super::{
    analysis::Analysis,
    change::Change,
    command::Fixes,
    finding::Finding,
    place::{EntryPlace, FindingPlace},
    refusal::Refusal,
    subject::Subject,
    workspace::Workspace,
};
use crate::{
    rules::fix::{self, Fix, Safety},
    source::{lowercase, text::Part},
};

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
pub(super) fn plan(subject: Subject<'_>, fixes: &Fixes) -> Result<Change, Refusal> {
    let (change, mended) = carried_out(subject, fixes);
    match change.is_empty() && *fixes != Fixes::Safe {
        true => Err(Refusal::ProblemGone),
        false => Ok(Change { label: done(subject.analysis, fixes, mended), ..change }),
    }
}

/// What fixes would do; `None` where there are none.
pub fn preview(subject: Subject<'_>, fixes: &Fixes) -> Option<Preview> {
    let (change, mended) = carried_out(subject, fixes);
    let Mended { problems, places } = mended;
    let pieces: Vec<Piece> = [Part::Options, Part::Xml]
        .into_iter()
        .filter_map(|part| Some((part, change.edits(subject.place(part))?)))
        .flat_map(|(part, edits)| pieces(part, subject.profile.text(part), subject.analysis.lines(part), edits))
        .collect();
    (!pieces.is_empty()).then(|| Preview { label: label(subject.analysis, fixes, mended), problems, places, pieces })
}

/// How many of the open problems have such a fix, listed or not: "Apply 6 safe fixes", "Fix all 6 of this kind".
pub fn count(analysis: &Analysis, fixes: &Fixes) -> usize {
    let unlisted = analysis.findings.iter().map(|finding| unlisted(finding, fixes));
    chosen(analysis, fixes).count() + unlisted.sum::<usize>()
}

/// How many of the problems that one stands for have such a fix.
fn unlisted(Finding { diagnostic, .. }: &Finding, fixes: &Fixes) -> usize {
    match fixes {
        Fixes::One { .. } => 0,
        Fixes::Kind { code, kind } if diagnostic.code == *code => diagnostic.unlisted.of_kind(kind),
        Fixes::Kind { .. } => 0,
        Fixes::Safe => diagnostic.unlisted.safe,
    }
}

/// The wish for one of the fixes of a finding.
pub fn one(analysis: &Analysis, finding: &Finding, fix: &Fix) -> Fixes {
    Fixes::One { finding: place_of(analysis, finding), fix: fix.identity() }
}

/// Where a finding stands, for a wish about it.
pub fn place_of(analysis: &Analysis, finding: &Finding) -> FindingPlace {
    let found = &finding.diagnostic;
    let start = found.span.start;
    let entry = (found.part == Part::Xml).then(|| analysis.entry_at(start)).flatten();
    FindingPlace {
        code: found.code,
        subject: found.subject.clone(),
        part: found.part,
        start: Some(start),
        entry: entry.and_then(|entry| analysis.entry_place(entry)),
        row: (found.part == Part::Options).then(|| analysis.row_at(start)).flatten(),
    }
}

/// The finding at a place, by its position: what the law says of the same culprit, or, where that was changed since, of
/// the same thing in the same entry or row, if it says it once there.
pub fn position_of(findings: &[Finding], analysis: &Analysis, place: &FindingPlace) -> Option<usize> {
    let is_own = |finding: &Finding| {
        let found = &finding.diagnostic;
        found.code == place.code && found.part == place.part && found.subject == place.subject
    };
    let own = || findings.iter().enumerate().filter(|(_, finding)| is_own(finding));
    let exact = own().find(|(_, finding)| Some(finding.diagnostic.span.start) == place.start);
    if let Some((at, _)) = exact {
        return Some(at);
    }
    if place.start.is_some() || place.entry.is_none() && place.row.is_none() {
        return None;
    }
    let is_there = |finding: &Finding| {
        let there = place_of(analysis, finding);
        let start = |entry: &Option<EntryPlace>| entry.as_ref().map(|entry| entry.start);
        start(&there.entry) == start(&place.entry) && there.row == place.row
    };
    let mut there = own().filter(|(_, finding)| is_there(finding));
    match (there.next(), there.next()) {
        (Some((at, _)), None) => Some(at),
        _ => None,
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
    fn of(analysis: &Analysis, fixes: &Fixes) -> Mended {
        let unlisted = analysis.findings.iter().map(|finding| unlisted(finding, fixes)).sum::<usize>();
        let mut mended = Mended { problems: unlisted, places: unlisted };
        for (finding, _) in chosen(analysis, fixes) {
            mended.problems += 1;
            mended.places += finding.diagnostic.own_places();
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
fn carried_out(subject: Subject<'_>, fixes: &Fixes) -> (Change, Mended) {
    let mut workspace = subject.workspace.clone();
    let read = |workspace: &Workspace| Analysis::with_up_to(MOST_MENDED, workspace, subject.profile.id);
    let is_short = subject.analysis.findings.iter().any(|finding| 0 < unlisted(finding, fixes));
    let mut later: Option<Arc<Analysis>> = is_short.then(|| read(&workspace));
    let mut change = Change::new(String::new());
    let rounds = if matches!(fixes, Fixes::One { .. }) { 1 } else { MOST_ROUNDS };
    let whole = Mended::of(later.as_deref().unwrap_or(subject.analysis), fixes);
    let mut left = Mended::default();
    for _ in 0..rounds {
        let analysis = later.as_deref().unwrap_or(subject.analysis);
        let together = fix::joined(chosen(analysis, fixes).map(|(_, fix)| fix));
        let mut round = Change::new(String::new());
        for (part, edits) in [Part::Options, Part::Xml].into_iter().zip(together) {
            round = round.with(subject.place(part), edits);
        }
        if round.is_empty() {
            break;
        }
        workspace = round.apply(&workspace);
        change = change.then(round);
        // The last round need not be read again.
        if rounds == 1 {
            break;
        }
        let next = read(&workspace);
        left = Mended::of(&next, fixes);
        later = Some(next);
    }
    (smallest(subject, change), whole.without(left))
}

/// Without what was put in and taken out again in a later round.
fn smallest(subject: Subject<'_>, mut change: Change) -> Change {
    change.texts.retain(|(place, edits)| {
        let text = subject.profile.text(place.part);
        edits.iter().any(|edit| edit.span.text(text) != edit.text)
    });
    change
}

/// The findings that are meant, each with its fix.
fn chosen<'a>(analysis: &'a Analysis, fixes: &Fixes) -> impl Iterator<Item = (&'a Finding, &'a Fix)> {
    let all = &analysis.findings;
    let one = match fixes {
        Fixes::One { finding, .. } => Some(position_of(all, analysis, finding)),
        Fixes::Kind { .. } | Fixes::Safe => None,
    };
    let own = all.iter().enumerate().filter(move |(at, _)| one.is_none_or(|one| one == Some(*at)));
    own.filter_map(move |(_, finding)| Some((finding, fix_of(finding, fixes)?)))
}

fn fix_of<'a>(finding: &'a Finding, fixes: &Fixes) -> Option<&'a Fix> {
    let diagnostic = &finding.diagnostic;
    let mut all = diagnostic.fixes.iter();
    match fixes {
        Fixes::One { fix, .. } => diagnostic.fix(fix),
        Fixes::Kind { code, kind } => all.find(|fix| diagnostic.code == *code && fix.kind == *kind),
        Fixes::Safe => all.find(|fix| fix.safety == Safety::Safe),
    }
}

/// "Fixed: use 18000", "6 problems fixed".
fn done(analysis: &Analysis, fixes: &Fixes, mended: Mended) -> String {
    match fixes {
        Fixes::Safe if mended.problems == 1 => "1 problem fixed".to_owned(),
        Fixes::Safe => format!("{} problems fixed", mended.problems),
        _ => format!("Fixed: {}", lowercase::begun_small(&label(analysis, fixes, mended))),
    }
}

/// "Use 18000", "Trim in 2 places", "Fix 6 problems".
fn label(analysis: &Analysis, fixes: &Fixes, mended: Mended) -> String {
    let first = || chosen(analysis, fixes).next().map(|(_, fix)| fix);
    match fixes {
        Fixes::One { .. } => first().map(|fix| fix.label.clone()).unwrap_or_default(),
        Fixes::Kind { kind, .. } => match (first().map_or(kind, |fix| &fix.title), mended.places) {
            (title, 1) => (*title).to_owned(),
            (title, places) => format!("{title} in {places} places"),
        },
        Fixes::Safe if mended.problems == 1 => "Fix 1 problem".to_owned(),
        Fixes::Safe => format!("Fix {} problems", mended.problems),
    }
}
