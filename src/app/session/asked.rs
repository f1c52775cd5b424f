//! What is asked about the assignment. It outlives the page, which goes when one looks at another.

use std::sync::Arc;

use leptos::prelude::*;

use presence_profile_core::editor::assigned::ExtensionDn;

/// Handles to what is asked.
#[derive(Clone, Copy)]
pub struct Asked {
    extension: RwSignal<AskedExtension>,
    /// What the login names; empty where it names none.
    pub login: RwSignal<Arc<str>>,
    /// What the text for a login names, where that was chosen.
    pub sent: RwSignal<Option<Arc<str>>>,
}

/// The Extension that is asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AskedExtension {
    /// A row of the table, or what has come into its place.
    Row(ExtensionDn),
    /// Whatever was typed.
    Typed(Arc<str>),
}

impl Asked {
    /// About the first row.
    pub(super) fn new() -> Asked {
        Asked {
            extension: RwSignal::new(AskedExtension::Row(ExtensionDn::new(""))),
            login: RwSignal::new(Arc::from("")),
            sent: RwSignal::new(None),
        }
    }

    /// The Extension, now and whenever another one is asked about.
    pub fn extension(self) -> AskedExtension {
        self.extension.get()
    }

    /// Asks about an Extension.
    pub fn ask(self, extension: AskedExtension) {
        if self.extension.with_untracked(|before| *before != extension) {
            self.extension.set(extension);
        }
    }

    /// Asks about an Extension of the table.
    pub fn ask_row(self, number: &ExtensionDn) {
        self.ask(AskedExtension::Row(number.clone()));
    }
}
