//! What can be done with the cells that are selected in a grid.

use super::{
    action::{Action, Group, Reach, What, may_change},
    hands::Hands,
};
use crate::app::grid::CellAction;

/// They need a grid that has the focus.
fn in_grid(hands: Hands) -> Option<String> {
    match hands.grids.in_hand() {
        Some(_) => None,
        None => Some("Only in a grid: go to a cell first".to_owned()),
    }
}

fn edits_in_grid(hands: Hands) -> Option<String> {
    in_grid(hands).or_else(|| may_change(hands))
}

fn paste_in_grid(hands: Hands) -> Option<String> {
    edits_in_grid(hands).or_else(|| Some("By the key alone: a page may not read the clipboard".to_owned()))
}

macro_rules! action {
    ($action:expr, $may:expr) => {
        Action {
            group: Group::Cells,
            name: |_| $action.name().to_owned(),
            keys: $action.keys(),
            reach: Reach::Grid,
            why_not: $may,
            what: What::Cells($action),
        }
    };
}

/// Those of a grid.
pub const ACTIONS: &[Action] = &[
    action!(CellAction::Cut, edits_in_grid),
    action!(CellAction::Copy, in_grid),
    action!(CellAction::Paste, paste_in_grid),
    action!(CellAction::Clear, edits_in_grid),
    action!(CellAction::FillDown, edits_in_grid),
    action!(CellAction::Fill, edits_in_grid),
    action!(CellAction::All, in_grid),
    action!(CellAction::Column, in_grid),
    action!(CellAction::Row, in_grid),
    action!(CellAction::Menu, in_grid),
];
