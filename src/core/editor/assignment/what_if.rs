//! What if an agent logs in so, at this Extension: which place names the profile, and why.
//!
//! The guide calls `presence-profile` a hierarchical option. That the nearest name wins - the login's before the
//! Extension's, and that before the application's - is our reading of it.

use std::sync::Arc;

use super::{Assignment, Naming, Standing};
use crate::editor::assigned::ExtensionDn;

/// A place that may name a profile, the nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NamingPlace {
    /// The login, by a key in the extensions of its request.
    Login,
    /// The Extension DN, by its Annex.
    Extension,
    /// The T-Server application, by its options.
    Application,
}

/// What becomes of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It names the profile that applies.
    Applies,
    /// Its name is the nearest, and no profile has it.
    Nearest,
    /// A nearer place names one.
    NotReached,
    /// It names none.
    NamesNone,
    /// What it names is not known here.
    NotKnown,
}

/// Who asks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Question {
    /// The Extension; an empty one is none in particular.
    pub extension: Arc<str>,
    /// What the login names; empty where it names none.
    pub login: Arc<str>,
}

/// What comes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The place that names the profile.
    pub wins: Option<NamingPlace>,
    /// What it names.
    pub naming: Naming,
    /// What each place names, the nearest first; of an Extension that is not in the table nothing is known.
    pub names: [Option<Naming>; 3],
    extension: Arc<str>,
}

impl NamingPlace {
    /// All of them, the nearest first.
    pub const ALL: [NamingPlace; 3] = [NamingPlace::Login, NamingPlace::Extension, NamingPlace::Application];
}

impl Outcome {
    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Outcome::Applies => "applies",
            Outcome::NotReached => "not reached",
            Outcome::Nearest => "is nearest",
            Outcome::NamesNone => "names none",
            Outcome::NotKnown => "not known",
        }
    }
}

impl Answer {
    /// The answer to a question.
    pub fn of(assignment: &Assignment, question: &Question) -> Answer {
        let position = assignment.position(&ExtensionDn::new(&question.extension));
        let names = [
            Some(assignment.naming(question.login.clone())),
            position.map(|position| assignment.rows[position].naming.clone()),
            Some(assignment.application.clone()),
        ];
        let named = NamingPlace::ALL.into_iter().zip(&names).find_map(|(place, naming)| {
            naming.clone().filter(|naming| naming.standing != Standing::NamesNone).map(|naming| (place, naming))
        });
        let (wins, naming) = named.map_or_else(Default::default, |(place, naming)| (Some(place), naming));
        Answer { wins, naming, names, extension: question.extension.clone() }
    }

    /// What a place names; nothing is known of an Extension that is not in the table.
    pub fn name_of(&self, place: NamingPlace) -> Option<&Naming> {
        self.names[place as usize].as_ref()
    }

    /// What becomes of a place.
    pub fn outcome(&self, place: NamingPlace) -> Outcome {
        match self.wins {
            Some(wins) if wins == place && self.naming.standing == Standing::Unknown => Outcome::Nearest,
            Some(wins) if wins == place => Outcome::Applies,
            Some(wins) if (wins as usize) < place as usize => Outcome::NotReached,
            _ if self.name_of(place).is_none() => Outcome::NotKnown,
            _ => Outcome::NamesNone,
        }
    }

    /// What comes of it: "Presence_EMEA applies".
    pub fn result(&self) -> String {
        match self.naming.standing {
            Standing::Profile(_) => format!("{} applies", self.naming.name),
            Standing::Unknown => format!("{} is named", self.naming.name),
            Standing::NamesNone => "No profile is named".to_owned(),
        }
    }

    /// Why: "because Extension 4210 names it and the login names none".
    pub fn because(&self) -> String {
        let extension = &self.extension;
        let mut because = match (self.wins, &self.names[NamingPlace::Extension as usize]) {
            (Some(NamingPlace::Login), _) => "because the login names it".to_owned(),
            (Some(NamingPlace::Extension), _) => {
                format!("because Extension {extension} names it and the login names none")
            }
            (Some(NamingPlace::Application), Some(_)) => {
                format!(
                    "because the T-Server application names it; neither the login nor Extension {extension} names one"
                )
            }
            (Some(NamingPlace::Application), None) => {
                format!("because the T-Server application names it; the login names none{}", self.no_extension())
            }
            (None, Some(_)) => {
                format!("neither the login, Extension {extension} nor the T-Server application names one")
            }
            (None, None) => {
                format!("neither the login nor the T-Server application names one{}", self.no_extension())
            }
        };
        because += match self.naming.standing {
            Standing::Profile(_) => "",
            Standing::Unknown => "; what T-Server does with a name that no profile has is not documented",
            Standing::NamesNone => "; what T-Server does then is not documented",
        };
        because
    }

    /// Why no Extension says anything.
    fn no_extension(&self) -> String {
        match self.extension.is_empty() {
            true => ", and no Extension is chosen".to_owned(),
            false => format!(", and Extension {} is not in the table", self.extension),
        }
    }
}
