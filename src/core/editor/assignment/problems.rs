//! What is wrong with the assignment: names that no profile has, profiles without a mode, and those that nothing names.

use std::{collections::BTreeMap, sync::Arc};

use super::{Assignment, Standing, counted};
use crate::{
    editor::{assigned::ExtensionDn, finding::Counts, place::ProfileId, reassigning::Reassign},
    mapping::options::Mode,
    rules::{diagnostic::Severity, likeness},
    source::phrase::{Phrase, quoted},
};

/// So many names that no profile has are listed; the others are counted.
const MOST_LISTED: usize = 100;

/// So many profiles of one problem are told by name.
const MOST_NAMED: usize = 5;

/// A problem of the assignment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// How grave it is.
    pub severity: Severity,
    /// What it is called.
    pub code: &'static str,
    /// The places it is about; the first of them stand in front of the words.
    pub places: Vec<Spot>,
    /// How many places stand in front of the words.
    pub told: usize,
    /// What is said of them.
    pub words: Phrase,
    /// The way out: what it is called, and what it does.
    pub fix: Option<(String, Reassign)>,
}

/// A place that a problem is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// The T-Server application.
    Application,
    /// An Extension DN.
    Extension(ExtensionDn),
    /// A profile, and its name.
    Profile(ProfileId, String),
}

impl Spot {
    /// What it is called.
    pub fn words(&self) -> String {
        match self {
            Spot::Application => "T-Server application".to_owned(),
            Spot::Extension(number) => format!("Extension {number}"),
            Spot::Profile(_, name) => name.clone(),
        }
    }
}

impl Problem {
    /// What stands in front of the words, in pieces: places, and what is between them.
    pub fn front(&self) -> Vec<(&'static str, &Spot)> {
        let between = |at: usize| match at {
            0 => "",
            at if at + 1 == self.places.len() => " and ",
            _ => ", ",
        };
        self.places.iter().take(self.told).enumerate().map(|(at, spot)| (between(at), spot)).collect()
    }

    /// All of it as one text.
    pub fn text(&self) -> String {
        format!("{} {} {} ({})", self.severity.name(), self.front_words(), self.words, self.code)
    }

    /// What is said, without marks of code.
    pub fn plain(&self) -> String {
        format!("{} {}", self.front_words(), self.words.plain())
    }

    fn front_words(&self) -> String {
        self.front().into_iter().fold(String::new(), |text, (between, spot)| text + between + &spot.words())
    }

    /// The ways out at one of its places: for all of them, and for that one alone where there are others.
    pub fn ways_at(&self, spot: &Spot) -> Vec<(String, Reassign)> {
        let Some((label, all)) = &self.fix else { return Vec::new() };
        let Reassign::UseInstead { instead, .. } = all else { return vec![(label.clone(), all.clone())] };
        let here = match spot {
            Spot::Application => Reassign::SetApplication(instead.clone()),
            Spot::Extension(number) => Reassign::SetExtension { number: number.to_string(), profile: instead.clone() },
            Spot::Profile(..) => return vec![(label.clone(), all.clone())],
        };
        match self.places.len() {
            1 => vec![(label.clone(), here)],
            count => {
                let everywhere =
                    if count == 2 { "in both places".to_owned() } else { format!("in all {count} places") };
                vec![(format!("{label} here"), here), (format!("{label} {everywhere}"), all.clone())]
            }
        }
    }
}

impl Assignment {
    /// How many problems there are.
    pub fn counts(&self) -> Counts {
        let count = |severity| self.problems.iter().filter(|problem| problem.severity == severity).count();
        Counts { errors: 0, warnings: count(Severity::Warning) + self.unlisted, notes: count(Severity::Note) }
    }
}

/// The problems, and how many more names no profile has.
pub(super) fn of(assignment: &Assignment) -> (Vec<Problem>, usize) {
    let mut unknown: BTreeMap<Arc<str>, Vec<Spot>> = BTreeMap::new();
    let application = (&assignment.application, Spot::Application);
    let extensions = assignment.rows.iter().map(|row| (&row.naming, Spot::Extension(row.number.clone())));
    let mut order = Vec::new();
    for (naming, spot) in [application].into_iter().chain(extensions) {
        if naming.standing == Standing::Unknown {
            let places = unknown.entry(naming.name.clone()).or_insert_with(|| {
                order.push(naming.name.clone());
                Vec::new()
            });
            places.push(spot);
        }
    }
    let unlisted = order.len().saturating_sub(MOST_LISTED);
    order.truncate(MOST_LISTED);
    let listed = order.into_iter().map(|name| {
        let places = unknown.remove(&name).unwrap_or_default();
        named_wrongly(assignment, &name, places)
    });
    let mut problems: Vec<Problem> = listed.collect();
    problems.extend(unready(assignment));
    problems.extend(unnamed(assignment));
    (problems, unlisted)
}

/// Places that name what no profile is called.
fn named_wrongly(assignment: &Assignment, name: &str, places: Vec<Spot>) -> Problem {
    let more = places.len() - 1;
    let verb = match (more, &places[0]) {
        (0, _) => "names".to_owned(),
        (more, Spot::Application) => format!("and {} name", counted(more, "Extension")),
        (more, _) => format!("and {more} more name"),
    };
    let wrong = format!("{verb} {}, but no profile of this workspace has this name", quoted(name));
    let meant = likeness::meant(name, assignment.profiles.iter().map(|profile| &*profile.name));
    let words = match meant {
        Some(meant) => format!("{wrong}; did you mean {}?", quoted(meant)),
        None => format!("{wrong}; what T-Server does then is not documented"),
    };
    let fix = meant.map(|meant| {
        let wish = Reassign::UseInstead { name: name.to_owned(), instead: meant.to_owned() };
        (format!("Use {meant}"), wish)
    });
    Problem { severity: Severity::Warning, code: "presence-profile", places, told: 1, words: words.into(), fix }
}

/// Profiles that the application or an Extension names, and whose mode is not clear.
fn unready(assignment: &Assignment) -> impl Iterator<Item = Problem> {
    let unready = |mode: Mode, state: &str| {
        let named = assignment.profiles.iter().filter(|profile| profile.by_application || 0 < profile.extensions);
        let unready = named.filter(|profile| profile.mode == Some(mode));
        let places: Vec<Spot> = unready.map(|profile| Spot::Profile(profile.id, profile.name.clone())).collect();
        let (told, more) = told(places.len());
        let words = match (places.len(), more) {
            (0, _) => return None,
            (1, _) => format!("is assigned, and its mode {state}"),
            (_, 0) => format!("are assigned, and their mode {state}"),
            (_, more) => format!("and {more} more are assigned, and their mode {state}"),
        };
        Some(Problem {
            severity: Severity::Note,
            code: "profile-unready",
            places,
            told,
            words: words.into(),
            fix: None,
        })
    };
    let not_set = unready(Mode::NotSet, "is not set");
    let contradictory = unready(Mode::Contradictory, "is contradictory");
    not_set.into_iter().chain(contradictory)
}

/// How many of so many profiles are told by name, and how many more there are.
fn told(count: usize) -> (usize, usize) {
    let told = if MOST_NAMED < count { MOST_NAMED - 1 } else { count };
    (told, count - told)
}

/// Profiles that neither the application nor an Extension names.
fn unnamed(assignment: &Assignment) -> Option<Problem> {
    let is_unnamed = |name: &str| {
        let mut own = assignment.profiles.iter().filter(|profile| profile.name == name);
        own.all(|profile| !profile.by_application && profile.extensions == 0)
    };
    let unnamed = assignment.profiles.iter().filter(|profile| is_unnamed(&profile.name));
    let places: Vec<Spot> = unnamed.map(|profile| Spot::Profile(profile.id, profile.name.clone())).collect();
    let (told, more) = told(places.len());
    let words = match more {
        0 if told == 0 => return None,
        0 if told == 1 => "is named by nothing here; only a login can name it".to_owned(),
        0 => "are named by nothing here; only a login can name them".to_owned(),
        more => format!("and {more} more are named by nothing here; only a login can name them"),
    };
    Some(Problem { severity: Severity::Note, code: "profile-unnamed", places, told, words: words.into(), fix: None })
}
