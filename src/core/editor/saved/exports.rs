//! The record of what left the editor last.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{
    Unread,
    assigned::SavedAssigned,
    envelope::{self, Kind},
};
use crate::editor::{assigned::Assigned, place::ProfileId};

/// The texts of a profile as they last left the editor.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Left {
    /// Its options; `None` where they never left.
    pub options: Option<Arc<str>>,
    /// Its XML file; `None` where it never left.
    pub xml: Option<Arc<str>>,
    /// Whether something was left behind when the options left.
    pub has_left_behind: bool,
}

/// What last left the editor, of the whole workspace.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Exported {
    /// The texts of profiles.
    pub profiles: Vec<(ProfileId, Left)>,
    /// The names profiles had.
    pub names: Vec<(ProfileId, Arc<str>)>,
    /// What was assigned.
    pub assigned: Arc<Assigned>,
    /// When something left last, in milliseconds since 1970; `None` where nothing did.
    pub at: Option<f64>,
}

#[derive(Serialize, Deserialize)]
struct SavedExported<'a> {
    #[serde(borrow)]
    profiles: Vec<(u64, SavedLeft<'a>)>,
    #[serde(borrow)]
    names: Vec<(u64, &'a str)>,
    #[serde(borrow)]
    assigned: SavedAssigned<'a>,
    at: Option<f64>,
}

#[derive(Serialize, Deserialize)]
struct SavedLeft<'a> {
    #[serde(borrow)]
    options: Option<&'a str>,
    #[serde(borrow)]
    xml: Option<&'a str>,
    has_left_behind: bool,
}

/// The record of what left.
pub fn exported(exported: &Exported) -> Vec<u8> {
    let Exported { profiles, names, assigned, at } = exported;
    let saved = SavedExported {
        profiles: profiles.iter().map(|(id, left)| (id.number(), SavedLeft::of(left))).collect(),
        names: names.iter().map(|(id, name)| (id.number(), &**name)).collect(),
        assigned: SavedAssigned::of(assigned),
        at: *at,
    };
    envelope::seal(Kind::Exported, &saved)
}

/// What left, of a record.
///
/// # Errors
/// Why it is not read.
pub fn read_exported(bytes: &[u8]) -> Result<Exported, Unread> {
    let saved: SavedExported<'_> = envelope::open(Kind::Exported, bytes)?;
    saved.restore().ok_or(Unread::Damaged)
}

impl SavedExported<'_> {
    fn restore(&self) -> Option<Exported> {
        let profiles = self.profiles.iter().map(|(id, left)| Some((ProfileId::numbered(*id)?, left.restore())));
        let names = self.names.iter().map(|(id, name)| Some((ProfileId::numbered(*id)?, Arc::from(*name))));
        Some(Exported {
            profiles: profiles.collect::<Option<_>>()?,
            names: names.collect::<Option<_>>()?,
            assigned: Arc::new(self.assigned.restore()),
            at: self.at,
        })
    }
}

impl<'a> SavedLeft<'a> {
    fn of(left: &'a Left) -> SavedLeft<'a> {
        let Left { options, xml, has_left_behind } = left;
        SavedLeft { options: options.as_deref(), xml: xml.as_deref(), has_left_behind: *has_left_behind }
    }

    fn restore(&self) -> Left {
        Left {
            options: self.options.map(Arc::from),
            xml: self.xml.map(Arc::from),
            has_left_behind: self.has_left_behind,
        }
    }
}
