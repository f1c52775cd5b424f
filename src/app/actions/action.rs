//! An action: what it is called, its keys, when it can be done, and what it does.

use leptos::prelude::*;

use super::hands::Hands;
use crate::app::{grid::CellAction, keys::Keys, session::Page};

/// Something that can be done.
pub struct Action {
    /// What it is about; those of one group stand together.
    pub group: Group,
    /// What it is called now; that of an undo says what it takes back.
    pub name: fn(Hands) -> String,
    /// Its keys.
    pub keys: &'static [Keys],
    /// Where its keys mean it.
    pub reach: Reach,
    /// Why it cannot be done now; `None` where it can.
    pub why_not: fn(Hands) -> Option<String>,
    /// What is done.
    pub what: What,
}

/// What is done by an action.
#[derive(Clone, Copy)]
pub enum What {
    /// Something on the page.
    Run(fn(Hands)),
    /// Something with what is selected in the grid that has the focus.
    Cells(CellAction),
}

/// What an action is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Steps that come and go.
    Edit,
    /// What is selected in a grid.
    Cells,
    /// The fifteen rows.
    States,
    /// The entries and their texts.
    Translations,
    /// What is looked for, and what takes its place.
    Find,
    /// What the laws say.
    Problems,
    /// Where one looks.
    View,
    /// What comes in and leaves.
    Files,
    /// The profiles, and the mode of the one that is looked at.
    Profile,
    /// What there is to know.
    Help,
}

impl Group {
    /// All, in the order in which they are listed.
    pub const ALL: [Group; 10] = [
        Group::Edit,
        Group::Cells,
        Group::States,
        Group::Translations,
        Group::Find,
        Group::Problems,
        Group::View,
        Group::Files,
        Group::Profile,
        Group::Help,
    ];

    /// Its name on the page.
    pub fn name(self) -> &'static str {
        match self {
            Group::Edit => "Edit",
            Group::Cells => "Cells",
            Group::States => "States",
            Group::Translations => "Translations",
            Group::Find => "Find",
            Group::Problems => "Problems",
            Group::View => "View",
            Group::Files => "Files",
            Group::Profile => "Profile",
            Group::Help => "Help",
        }
    }
}

/// Where the keys of an action mean it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// On every page, while no dialog is open.
    Page,
    /// The same, where what is typed is not the business of the field alone: a cell that is open takes back its own letters.
    BesideDrafts,
    /// On the page of the editor, while no dialog is open.
    Editor,
    /// In a grid, a text, or the panel of the search; elsewhere the keys are the browser's own.
    AtTexts,
    /// In the editor, while something is looked for.
    WhileSearching,
    /// In a grid, while no cell of it is open: the grid hears them itself.
    Grid,
    /// Where nothing is written.
    OutsideFields,
}

impl Action {
    /// What a tooltip says: the name, why it cannot be done, the keys.
    pub fn title(&self, hands: Hands) -> String {
        let name = || (self.name)(hands);
        (self.why_not)(hands).unwrap_or_else(|| match self.keys.first() {
            Some(keys) => format!("{} ({})", name(), keys.words()),
            None => name(),
        })
    }

    /// Does it, or says why not.
    pub fn run(&self, hands: Hands) {
        match (untrack(|| (self.why_not)(hands)), self.what) {
            (None, What::Run(run)) => run(hands),
            (None, What::Cells(action)) => hands.grids.run(action),
            (Some(why), _) => hands.session.notice.set(why),
        }
    }
}

/// It can always be done.
pub fn always(_: Hands) -> Option<String> {
    None
}

/// Only where something may be changed in this tab.
pub fn may_change(hands: Hands) -> Option<String> {
    hands.session.read_only.with(|why| why.map(str::to_owned))
}

/// Only in the editor.
pub fn in_editor(hands: Hands) -> Option<String> {
    match hands.session.page.get() {
        Page::Editor => None,
        _ => Some("Only in the editor".to_owned()),
    }
}
