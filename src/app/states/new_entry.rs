//! What follows an ID that was typed: a new entry is to get its availability, one that is missing is offered.

use leptos::prelude::*;

use super::super::session::{
    Session,
    offering::{Offer, Way},
};
use crate::{app::problems::navigation, browser::page};
use presence_profile_core::{
    editor::{cell_marks::Cell, command::Command},
    mapping::{advised_class, options::Mode, states::StateNumber},
};

/// A row has got an ID, and a new entry with it or none.
pub(super) fn follow(session: Session, row: StateNumber, id: &str, with_entry: bool) {
    let Some(position) = entry_of(session, id) else { return offer(session, row, id) };
    if with_entry {
        go_to_availability(session, position);
    }
}

fn entry_of(session: Session, id: &str) -> Option<usize> {
    session.analysis.with_untracked(|read| read.0.map.entry_of(id))
}

/// Offers the entry that a row names and the XML has not.
fn offer(session: Session, row: StateNumber, id: &str) {
    // Of a file that is not read whole nobody knows what it lacks.
    let is_known = session.is_whole.get_untracked() && session.mode.get_untracked() != Mode::Pull;
    if id.is_empty() || !is_known {
        return;
    }
    let words = format!("{}; the XML has no entry {id}", session.notice.get_untracked());
    let id = id.to_owned();
    let add = Way::new("Add the entry", move || {
        let availability = advised_class::of(row).customary().number().to_string();
        // A cell that is open again takes the focus back otherwise.
        page::settle();
        if session.dispatch(Command::AddEntry { id: id.clone(), availability })
            && let Some(position) = entry_of(session, &id)
        {
            go_to_availability(session, position);
        }
    });
    session.offer(Offer::beside(words, vec![add]));
}

/// A new entry begins with a number that nobody chose: the focus goes there.
fn go_to_availability(session: Session, position: usize) {
    navigation::enter(session, Cell::Availability(position));
}
