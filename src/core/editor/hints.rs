//! Hints for the first minute with the guide's example: which one is next, and when it has been followed.

use std::sync::Arc;

use super::{analysis::Analysis, finding::Counts, place::ProfileId, workspace::Profile};
use crate::mapping::states::StateNumber;

/// A hint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hint {
    /// To change an ID in the rows.
    ChangeId,
    /// To change a text and see the XML follow.
    SeeXml,
    /// To do what the problems say.
    FixProblem,
}

impl Hint {
    /// All of them, in their order.
    pub const ALL: [Hint; 3] = [Hint::ChangeId, Hint::SeeXml, Hint::FixProblem];

    /// What it says.
    pub fn words(self) -> &'static str {
        match self {
            Hint::ChangeId => "Type to change an ID",
            Hint::SeeXml => "Follows each edit",
            Hint::FixProblem => "Fix these",
        }
    }

    fn key(self) -> &'static str {
        match self {
            Hint::ChangeId => "id",
            Hint::SeeXml => "xml",
            Hint::FixProblem => "problem",
        }
    }
}

/// Which hints have been followed, or are not wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Followed([bool; Hint::ALL.len()]);

impl Followed {
    /// All: nothing is hinted at any more.
    pub const ALL: Followed = Followed([true; Hint::ALL.len()]);

    /// What was written; what is not understood is as if it was not followed.
    pub fn read(text: &str) -> Followed {
        let words: Vec<&str> = text.split_ascii_whitespace().collect();
        Followed(Hint::ALL.map(|hint| words.contains(&hint.key())))
    }

    /// The same as a text.
    pub fn write(self) -> String {
        let done = Hint::ALL.into_iter().filter(|hint| self.0[*hint as usize]).map(Hint::key);
        done.collect::<Vec<_>>().join(" ")
    }

    /// With one more.
    #[must_use]
    pub fn with(mut self, hint: Hint) -> Followed {
        self.0[hint as usize] = true;
        self
    }

    /// With all of both.
    #[must_use]
    pub fn and(self, other: Followed) -> Followed {
        Followed(Hint::ALL.map(|hint| self.0[hint as usize] || other.0[hint as usize]))
    }

    /// The first that is left.
    pub fn next(self) -> Option<Hint> {
        Hint::ALL.into_iter().find(|hint| !self.0[*hint as usize])
    }
}

/// What a profile looks like to the hints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glance {
    profile: ProfileId,
    ids: Vec<Option<String>>,
    xml: Arc<str>,
    problems: usize,
}

impl Glance {
    /// That of a profile as it is.
    pub fn of(profile: &Profile, analysis: &Analysis) -> Glance {
        let states = &analysis.options.aggregated_states;
        Glance {
            profile: profile.id,
            ids: StateNumber::all().map(|row| states.id_of(row).map(str::to_owned)).collect(),
            xml: profile.xml.clone(),
            problems: Counts::of(&analysis.findings).all(),
        }
    }

    /// What was followed on the way from one to the next.
    pub fn followed(&self, next: &Glance) -> Followed {
        let mut followed = Followed::default();
        // Another profile is no change.
        if self.profile != next.profile {
            return followed;
        }
        for (hint, is_followed) in [
            (Hint::ChangeId, self.ids != next.ids),
            (Hint::SeeXml, self.xml != next.xml),
            (Hint::FixProblem, next.problems < self.problems),
        ] {
            if is_followed {
                followed = followed.with(hint);
            }
        }
        followed
    }
}
