//! What a grid does with what is selected in it, and by which keys.

use leptos::ev;

use crate::app::keys::Keys;

/// Something a grid does with what is selected in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellAction {
    /// Copies it and empties it.
    Cut,
    /// Copies it.
    Copy,
    /// Pastes over it: by the key alone, since a page may not read the clipboard unasked.
    Paste,
    /// Empties it.
    Clear,
    /// Gives the rows below the first one what that holds.
    FillDown,
    /// Gives every cell what the active one holds.
    Fill,
    /// Selects all cells.
    All,
    /// Selects the columns.
    Column,
    /// Selects the rows.
    Row,
    /// Opens what the cell offers.
    Menu,
}

impl CellAction {
    /// All, in the order in which they are listed.
    pub const ALL: [CellAction; 10] = [
        CellAction::Cut,
        CellAction::Copy,
        CellAction::Paste,
        CellAction::Clear,
        CellAction::FillDown,
        CellAction::Fill,
        CellAction::All,
        CellAction::Column,
        CellAction::Row,
        CellAction::Menu,
    ];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            CellAction::Cut => "Cut",
            CellAction::Copy => "Copy",
            CellAction::Paste => "Paste",
            CellAction::Clear => "Clear",
            CellAction::FillDown => "Fill down",
            CellAction::Fill => "Fill what is selected",
            CellAction::All => "Select all cells",
            CellAction::Column => "Select the column",
            CellAction::Row => "Select the row",
            CellAction::Menu => "Menu of the cell",
        }
    }

    /// Its keys.
    pub const fn keys(self) -> &'static [Keys] {
        match self {
            CellAction::Cut => const { &[Keys::ctrl("x")] },
            CellAction::Copy => const { &[Keys::ctrl("c")] },
            CellAction::Paste => const { &[Keys::ctrl("v")] },
            CellAction::Clear => const { &[Keys::plain("Delete"), Keys::plain("Backspace")] },
            CellAction::FillDown => const { &[Keys::ctrl("d")] },
            CellAction::Fill => const { &[Keys::ctrl("Enter")] },
            CellAction::All => const { &[Keys::ctrl("a")] },
            CellAction::Column => const { &[Keys::ctrl(" ")] },
            CellAction::Row => const { &[Keys::plain(" ").shift()] },
            CellAction::Menu => const { &[Keys::plain("F10").shift(), Keys::plain("ContextMenu")] },
        }
    }

    /// What a key means in a grid at rest. Those of the clipboard come as events of their own.
    pub fn meant(event: &ev::KeyboardEvent) -> Option<CellAction> {
        let own = CellAction::ALL.into_iter().skip(3);
        own.into_iter().find(|action| action.keys().iter().any(|keys| keys.are(event)))
    }
}
