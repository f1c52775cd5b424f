//! What the cells of the translations hold and do. Row 0 is the head; column 0 the ID, 1 the availability.

use leptos::prelude::*;

use super::super::{
    choice::Choice,
    grid::{At, Field, Sheet, Takes},
    language,
    menu::MenuItem,
    session::Session,
};
use super::{address::TextsAddress, availability, items, window::Window};
use presence_profile_core::{
    editor::{
        command::CellValue,
        incoming::below_heads::{self, BelowHeads, Target},
        matrix::EntryRow,
    },
    mapping::{availability::Class, lcid::Lcid},
};
use std::sync::Arc;

/// What is said where an availability is to be emptied.
const KEEPS_NUMBER: &str = "An entry keeps its availability; the menu of the ID removes the entry";

#[derive(Clone, Copy)]
pub(super) struct Texts {
    pub session: Session,
    pub window: Window,
}

impl Texts {
    fn entry(self, at: At) -> Option<Arc<EntryRow>> {
        let entry = self.position(at)?;
        self.session.matrix.with_untracked(|matrix| matrix.entries.get(entry).cloned())
    }

    /// Where the entry of a row stands in the file.
    fn position(self, at: At) -> Option<usize> {
        self.session.table.entry(at.row.checked_sub(1)?)
    }

    fn lcid(self, at: At) -> Option<Lcid> {
        self.session.table.lcid(at.column.checked_sub(2)?)
    }

    fn cell(self, at: At, entry: &EntryRow) -> Option<String> {
        let column = self.session.table.shown.with_untracked(|shown| shown.columns.get(at.column - 2).copied())?;
        entry.cells.get(column.position).map(|cell| cell.text().to_owned())
    }
}

impl Sheet for Texts {
    type Address = TextsAddress;

    fn address(self, at: At) -> Option<TextsAddress> {
        TextsAddress::of(self.session, at)
    }

    fn find(self, address: &TextsAddress) -> Option<At> {
        address.find(self.session)
    }

    fn size(self) -> (usize, usize) {
        self.session.table.shown.with_untracked(|shown| (shown.entries.len() + 1, shown.columns.len() + 2))
    }

    fn field(self, at: At) -> Field {
        match (at.row, at.column) {
            (0, _) => Field::None,
            (_, 0 | 1) => Field::Line,
            _ => Field::Text,
        }
    }

    fn text(self, at: At) -> String {
        let Some(entry) = self.entry(at) else { return String::new() };
        match at.column {
            0 => entry.id.clone(),
            1 => entry.availability.clone(),
            _ => self.cell(at, &entry).unwrap_or_default(),
        }
    }

    fn label(self, at: At) -> String {
        let Some(entry) = self.entry(at) else { return String::new() };
        let id = if entry.id.is_empty() { "an entry without ID" } else { &entry.id };
        match (at.column, self.lcid(at)) {
            (0, _) => format!("ID {id}"),
            (1, _) => format!("Availability of {id}"),
            (_, Some(lcid)) => format!("{} text of {id}", language::name(lcid)),
            (_, None) => String::new(),
        }
    }

    fn language(self, at: At) -> Option<(&'static str, &'static str)> {
        self.lcid(at).and_then(language::attributes)
    }

    fn choices(self, at: At, typed: &str) -> Vec<Choice> {
        if at.column != 1 {
            return Vec::new();
        }
        let all = Class::ALL.iter().skip(1).copied();
        match typed.trim().parse::<u16>() {
            // A number that is being typed belongs to one class, which is worth seeing, not choosing.
            Ok(_) => Vec::new(),
            Err(_) => {
                let word = typed.trim().to_ascii_lowercase();
                all.filter(|class| {
                    class.word().to_ascii_lowercase().contains(&word)
                        || class.name().to_ascii_lowercase().contains(&word)
                })
                .map(availability::choice)
                .collect()
            }
        }
    }

    fn commit(self, address: &TextsAddress, text: &str, _choice: Option<&Choice>) -> bool {
        if address.is_availability()
            && text.trim().is_empty()
            && address.find(self.session).is_some_and(|at| !self.text(at).is_empty())
        {
            self.session.notice.set(KEEPS_NUMBER.to_owned());
            return true;
        }
        let number = address.is_availability().then(|| availability::number_of(text)).flatten();
        let text = number.as_deref().unwrap_or(text);
        address.wish(text).is_none_or(|wish| self.session.grant(&wish))
    }

    fn has_ranges(self) -> bool {
        true
    }

    fn first_row(self) -> usize {
        1
    }

    fn takes(self, at: At, text: &str) -> Takes {
        let Some(entry) = self.entry(at) else { return Takes::Nothing };
        if at.column == 0 {
            return Takes::Checked(entry.id.clone());
        }
        // Of entries of one ID the first is meant by it.
        let is_first = self.session.analysis.with_untracked(|read| read.0.map.entry_of(&entry.id) == self.position(at));
        if !is_first {
            return Takes::Refused(
                "an entry without an ID, or with that of another one, is edited by itself".to_owned(),
            );
        }
        let id = entry.id.clone();
        match self.lcid(at) {
            Some(lcid) => Takes::Value(CellValue::Text { id, lcid, text: text.to_owned() }),
            // An entry without a number is none.
            None if text.trim().is_empty() => Takes::Nothing,
            None => availability::taken(id, text.trim()),
        }
    }

    fn below_heads(self, rows: &[Vec<String>], first: usize) -> Option<BelowHeads> {
        let shown = self.session.table.shown.get_untracked();
        let languages: Vec<Lcid> = shown.columns.iter().map(|column| column.lcid).collect();
        let ids: Vec<String> = self.session.matrix.with_untracked(|matrix| {
            let entries = shown.entries.iter().filter_map(|entry| matrix.entries.get(*entry));
            entries.map(|entry| entry.id.clone()).collect()
        });
        below_heads::place(rows, Target { ids: &ids, languages: &languages, first: first.saturating_sub(1) })
    }

    fn session(self) -> Session {
        self.session
    }

    fn clear(self, at: At) {
        // An entry without ID or number is no entry; the menu removes it as a whole.
        match self.address(at).filter(|_| 1 < at.column) {
            Some(address) => drop(self.commit(&address, "", None)),
            None => self.session.notice.set("Delete empties texts; the menu of the ID removes the entry".to_owned()),
        }
    }

    fn fill_down(self, at: At) {
        if let Some(address) = self.address(at).filter(|_| 1 < at.row && at.column != 0) {
            let above = At { row: at.row - 1, ..at };
            self.commit(&address, &self.text(above), None);
        }
    }

    fn select(self, at: At) {
        if let Some(entry) = self.position(at) {
            self.session.select_entry(entry);
        }
    }

    fn items(self, at: At) -> Vec<MenuItem> {
        match (at.row, at.column) {
            (0, _) => self.lcid(at).map(|lcid| items::of_language(self.session, lcid)).unwrap_or_default(),
            (row, 0) => items::of_entry(self.session, row - 1),
            _ => Vec::new(),
        }
    }

    fn bring(self, at: At) {
        if let Some(row) = at.row.checked_sub(1) {
            let (rows, columns) = self.size();
            let language = at.column.checked_sub(2);
            self.window.bring((row, rows - 1), (language, columns - 2));
        }
    }

    fn arranged(self) -> u64 {
        self.session.table.arranged.get_value()
    }

    fn again(self, at: At) -> At {
        // A filter finds anew what it finds; its entry was selected.
        let entry = self.session.selected.entry_untracked().filter(|_| at.row != 0);
        let row = entry.and_then(|entry| self.session.table.shown.with_untracked(|shown| shown.row_of(entry)));
        row.map_or(at, |row| At { row: row + 1, ..at })
    }

    fn scrolls(self) -> bool {
        true
    }

    fn track(self) {
        self.session.matrix.track();
        self.session.table.shown.track();
    }
}
