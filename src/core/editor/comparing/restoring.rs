//! What is different made as it was: the values of a difference, or everything.

mod in_place;

use super::{Difference, Side, What, assignment};
use crate::{
    editor::{
        analysis::Analysis,
        arranging,
        baseline::Live,
        change::{Change, List},
        command::{CellValue, Command},
        incoming::{difference::Address, differences::by_address, kind::Kind, values::Values},
        place::{EntryPlace, Place, ProfileId},
        planning,
        refusal::Refusal,
        subject::Subject,
        workspace::{EXAMPLE_NAME, Profile, Workspace},
    },
    mapping::{
        agent_states::{PresenceMap, writing},
        options::ProfileOptions,
    },
    source::{edit::Edits, text::Part},
};

/// The change that makes the values of differences as they were in `then`, a state of one of the profiles of a workspace.
///
/// # Errors
/// A [`Refusal`] says why that cannot be done; nothing of it is done then.
pub fn restore(
    workspace: &Workspace,
    then: &Profile,
    differences: &[&Difference],
    label: String,
) -> Result<Change, Refusal> {
    workspace.profile(then.id).ok_or(Refusal::ProfileGone)?;
    let mut way =
        Way { workspace: workspace.clone(), then, map: PresenceMap::read(&then.xml), change: Change::new(label) };
    for difference in differences {
        way.bring_back(difference)?;
    }
    Ok(way.change)
}

/// The change that makes both texts as they were, to the byte.
///
/// # Errors
/// The profile is gone.
pub fn restore_all(workspace: &Workspace, then: &Profile, label: String) -> Result<Change, Refusal> {
    let now = workspace.profile(then.id).ok_or(Refusal::ProfileGone)?;
    let mut change = Change::new(label);
    for part in [Part::Options, Part::Xml] {
        change = change.with(Place { profile: then.id, part }, Edits::between(now.text(part), then.text(part)));
    }
    Ok(if change.is_empty() { change } else { change.replacing(then.id) })
}

/// A workspace on the way back.
struct Way<'a> {
    workspace: Workspace,
    then: &'a Profile,
    map: PresenceMap,
    change: Change,
}

impl Way<'_> {
    fn own(&self) -> &Profile {
        self.workspace.profile(self.then.id).expect("it was there, and nothing here takes it away")
    }

    fn go(&mut self, change: Change) {
        self.workspace = change.apply(&self.workspace);
        let so_far = std::mem::replace(&mut self.change, Change::new(String::new()));
        self.change = so_far.then(change);
    }

    fn edit(&mut self, part: Part, edits: impl Into<Edits>) {
        let place = Place { profile: self.then.id, part };
        self.go(Change::of(String::new(), place, edits));
    }

    fn carry_out(&mut self, command: &Command) -> Result<(), Refusal> {
        let analysis = Analysis::unjudged(self.own());
        let subject = Subject { workspace: &self.workspace, profile: self.own(), analysis: &analysis };
        let change = planning::carry_out(subject, command)?;
        self.go(change);
        Ok(())
    }

    fn bring_back(&mut self, difference: &Difference) -> Result<(), Refusal> {
        match &difference.what {
            What::Name => return self.bring_back_name(),
            What::Deleted(id) => {
                self.bring_back_profile(*id);
                return Ok(());
            }
            What::Assigned(place) => {
                let back = assignment::back(place.as_ref(), &difference.then).against(&self.workspace.assigned);
                self.go(Change::new(String::new()).with_assigned(back));
                return Ok(());
            }
            _ => {}
        }
        if let (What::Renamed, [Address::Entry(old), Address::Entry(new)]) =
            (&difference.what, difference.addresses.as_slice())
        {
            return self.rename(new, old);
        }
        self.bring_back_entries_of(difference)?;
        let mut cells = Vec::new();
        let then = by_address(&Values::of(self.then, Kind::AgentStates));
        for address in &difference.addresses {
            let value = then.get(address).cloned();
            match address {
                Address::Entry(id) => self.bring_back_entry(id)?,
                Address::Row(row) => cells.push(CellValue::StateId { row: *row, id: value.unwrap_or_default() }),
                Address::Option(name) => {
                    let text = self.own().options.clone();
                    let edits = ProfileOptions::read(&text).having(&text, name, value.as_deref());
                    self.edit(Part::Options, edits);
                }
                Address::Availability(id) if value.is_none() => self.remove_availability(id),
                Address::Availability(id) => {
                    let value = value.unwrap_or_default();
                    cells.push(CellValue::Availability { id: id.clone(), value });
                }
                Address::Text(id, lcid) if self.bring_back_text(id, *lcid) => {}
                Address::Text(id, lcid) => {
                    cells.push(CellValue::Text { id: id.clone(), lcid: *lcid, text: value.unwrap_or_default() });
                }
            }
        }
        // What belongs to an entry that is not there is not there either.
        let map = PresenceMap::read(&self.own().xml);
        let is_there = |cell: &CellValue| match cell {
            CellValue::Availability { id, .. } | CellValue::Text { id, .. } => map.entry_of(id).is_some(),
            CellValue::StateId { .. } => true,
        };
        cells.retain(is_there);
        match cells.is_empty() {
            true => Ok(()),
            false => self.carry_out(&Command::SetCells(cells)),
        }
    }

    /// Entries that are there on one side only, and that the difference comes by.
    fn bring_back_entries_of(&mut self, difference: &Difference) -> Result<(), Refusal> {
        let mut ids: Vec<&str> = difference.addresses.iter().filter_map(Address::entry).collect();
        if let Side::Seen(_, Some(id)) = &difference.then {
            // A row is no better with an ID that the file does not have any more.
            ids.extend(self.map.entry_of(id).map(|_| id.as_str()));
        }
        for id in ids {
            let is_there = PresenceMap::read(&self.own().xml).entry_of(id).is_some();
            if is_there != self.map.entry_of(id).is_some() {
                self.bring_back_entry(id)?;
            }
        }
        Ok(())
    }

    /// A profile that was deleted, as T-Server has it, as far as that is known; at the end.
    fn bring_back_profile(&mut self, id: ProfileId) {
        let live = self.workspace.live.of(id).clone();
        let name = live.name.as_deref().unwrap_or(EXAMPLE_NAME);
        let name = arranging::free_name(&self.workspace, name);
        let text = |live: &Live| live.text().unwrap_or_default().to_owned();
        let profile = Profile { id, ..Profile::new(&name, &text(&live.options), &text(&live.xml)) };
        let order = self.workspace.profiles.iter().map(|own| own.id).chain([id]).collect();
        self.go(Change { list: Some(List { order, put: vec![profile] }), ..Change::new(String::new()) });
    }

    /// Who named the profile names it still.
    fn bring_back_name(&mut self) -> Result<(), Refusal> {
        let (id, name) = (self.then.id, self.then.name.to_string());
        if self.workspace.profile_named(&name).is_some_and(|other| other.id != id) {
            return Err(Refusal::NameTaken(name));
        }
        let assigned = self.workspace.assigned.renaming(&self.own().name, &name);
        self.go(Change { names: vec![(id, name)], ..Change::new(String::new()) }.with_assigned(assigned));
        Ok(())
    }

    fn rename(&mut self, from: &str, to: &str) -> Result<(), Refusal> {
        let map = PresenceMap::read(&self.own().xml);
        let Some(at) = map.entry_of(from) else { return Ok(()) };
        let entry = EntryPlace::of(&map.entries[at]);
        self.carry_out(&Command::RenameEntry { entry, id: to.to_owned() })
    }

    fn remove_availability(&mut self, id: &str) {
        let xml = self.own().xml.clone();
        let map = PresenceMap::read(&xml);
        let written = map.entry_of(id).and_then(|at| map.entries[at].availability.as_ref());
        if let Some(written) = written {
            self.edit(Part::Xml, Edits::from(writing::without_attribute(&xml, written, "availability")));
        }
    }
}
