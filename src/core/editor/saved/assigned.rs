//! The stored form of what is assigned, and of what is assigned otherwise.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::editor::assigned::{Assigned, ExtensionDn, Reassignment};

#[derive(Serialize, Deserialize)]
pub(super) struct SavedAssigned<'a> {
    #[serde(borrow)]
    application: Option<&'a str>,
    #[serde(borrow)]
    extensions: Vec<(&'a str, &'a str)>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct SavedReassignment<'a> {
    #[serde(borrow)]
    application: Option<Option<&'a str>>,
    #[serde(borrow)]
    extensions: Vec<(&'a str, Option<&'a str>)>,
}

impl<'a> SavedAssigned<'a> {
    pub(super) fn of(assigned: &'a Assigned) -> SavedAssigned<'a> {
        let extensions = assigned.extensions.iter().map(|(number, name)| (number.as_str(), &**name));
        SavedAssigned { application: assigned.application.as_deref(), extensions: extensions.collect() }
    }

    pub(super) fn restore(&self) -> Assigned {
        let extensions = self.extensions.iter().map(|(number, name)| (ExtensionDn::new(number), Arc::from(*name)));
        Assigned { application: self.application.map(Arc::from), extensions: extensions.collect() }
    }
}

impl<'a> SavedReassignment<'a> {
    pub(super) fn of(reassignment: &'a Reassignment) -> SavedReassignment<'a> {
        let rows = reassignment.extensions.iter().map(|(number, name)| (number.as_str(), name.as_deref()));
        SavedReassignment {
            application: reassignment.application.as_ref().map(|name| name.as_deref()),
            extensions: rows.collect(),
        }
    }

    pub(super) fn restore(&self) -> Reassignment {
        let rows = self.extensions.iter().map(|(number, name)| (ExtensionDn::new(number), name.map(Arc::from)));
        Reassignment { application: self.application.map(|name| name.map(Arc::from)), extensions: rows.collect() }
    }
}
