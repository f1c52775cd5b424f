//! Where one was when the search was opened, to go back there.

use web_sys::Element;

use crate::{
    app::session::Session,
    browser::{cells, page},
};
use presence_profile_core::{
    editor::{
        cell_marks::Cell,
        place::{EntryPlace, ProfileId},
        searching::scope::Scope,
    },
    source::text::Part,
};

/// Finds a text area of a pane.
pub(super) const PANE: &str = ".source__area";
/// The tables that are looked through.
const TABLES: [&str; 3] = ["states", "pairs", "texts"];

/// Where the focus was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Origin {
    /// In a table of this name, in a cell.
    Table(String, Option<CellThere>),
    /// In a text.
    Pane(Part),
}

/// A cell as it stood at a revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CellThere {
    profile: ProfileId,
    revision: u64,
    cell: Cell,
    entry: Option<EntryPlace>,
}

impl Origin {
    /// Where the focus is, if it is in a table or in a text.
    pub fn of_focus(session: Session) -> Option<Origin> {
        Origin::of(session, &page::focused()?)
    }

    /// The same of what has, or had, the focus.
    pub fn of(session: Session, element: &Element) -> Option<Origin> {
        if cells::closest(element, PANE).is_some() {
            return Some(Origin::Pane(session.pane_untracked()));
        }
        let name = cells::closest(element, "[data-grid]")?.get_attribute("data-grid")?;
        let (row, column) = cells::address(element)?;
        let cell = session.cell_at(&name, row, column).map(|cell| CellThere::of(session, cell));
        TABLES.contains(&name.as_str()).then_some(Origin::Table(name, cell))
    }
}

impl CellThere {
    fn of(session: Session, cell: Cell) -> CellThere {
        let entry = entry_of(cell).and_then(|entry| session.entry_place(entry));
        CellThere { profile: session.looked_at_untracked(), revision: session.revision_untracked(), cell, entry }
    }

    /// What is looked through from here: the IDs, or the texts.
    pub fn scope(&self) -> Scope {
        match self.cell {
            Cell::StateId(_) | Cell::EntryId(_) => Scope::Ids,
            Cell::Availability(_) | Cell::Text(..) => Scope::Texts,
        }
    }

    /// The cell as it stands now; `None` where it is gone, or another profile is looked at.
    pub fn now(&self, session: Session) -> Option<Cell> {
        if self.profile != session.looked_at_untracked() {
            return None;
        }
        let position = || {
            let place = session.with_history_untracked(|history| {
                history.trail().entry(self.revision, self.profile, self.entry.as_ref()?).ok()
            });
            session.analysis.with_untracked(|read| place?.position(&read.0.map.entries))
        };
        Some(match self.cell {
            Cell::StateId(_) => self.cell,
            Cell::EntryId(_) => Cell::EntryId(position()?),
            Cell::Availability(_) => Cell::Availability(position()?),
            Cell::Text(_, lcid) => Cell::Text(position()?, lcid),
        })
    }
}

fn entry_of(cell: Cell) -> Option<usize> {
    match cell {
        Cell::StateId(_) => None,
        Cell::EntryId(entry) | Cell::Availability(entry) | Cell::Text(entry, _) => Some(entry),
    }
}
