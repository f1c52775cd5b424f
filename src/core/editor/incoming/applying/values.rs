//! The single values of an import: what is still another one than wanted is set, cell by cell and option by option.

use std::collections::BTreeMap;

use super::{
    super::{
        difference::Address,
        differences::{self, Differences},
        importing::Importing,
        kind::Kind,
        values::Values,
    },
    Way,
};
use crate::{
    editor::{
        analysis::Analysis,
        command::{CellValue, Command},
        planning,
        refusal::Refusal,
        subject::Subject,
    },
    mapping::agent_states::{PresenceMap, writing},
    source::{edit::Edits, text::Part},
};

impl Way {
    /// Sets what is still another value than wanted.
    pub(super) fn set_values(&mut self, importing: &Importing, differences: &Differences) -> Result<(), Refusal> {
        let is_whole = importing.whole_file().is_some() || importing.whole_options().is_some();
        // Elsewhere what is not to change stands as it stood, to the byte.
        let is_touched = |address: &Address| is_whole || address.entry().is_some_and(|id| self.added.contains(id));
        let all = differences.all.iter().filter(|own| own.changes() || is_touched(&own.address));
        let same = differences.same.iter().filter(|(address, _)| is_touched(address));
        let wanted = all.map(|own| (&own.address, own.then()));
        let wanted: BTreeMap<&Address, Option<&str>> =
            wanted.chain(same.map(|(address, value)| (address, Some(value.as_str())))).collect();
        let stands = differences::by_address(&Values::of(self.own(), Kind::AgentStates));
        let map = PresenceMap::read(&self.own().xml);
        let (mut cells, mut options, mut bare) = (Vec::new(), Vec::new(), Vec::new());
        for (address, then) in wanted {
            let is_there = address.entry().is_none_or(|id| map.entry_of(id).is_some());
            if !is_there || stands.get(address).map(String::as_str) == then {
                continue;
            }
            let value = || then.unwrap_or_default().to_owned();
            match address {
                Address::Row(row) => cells.push(CellValue::StateId { row: *row, id: value() }),
                Address::Option(name) => options.push((name, then)),
                Address::Entry(_) => {}
                Address::Availability(id) if then.is_none() => bare.push(id.as_str()),
                Address::Availability(id) => cells.push(CellValue::Availability { id: id.clone(), value: value() }),
                Address::Text(id, lcid) => {
                    cells.push(CellValue::Text { id: id.clone(), lcid: *lcid, text: value() });
                }
            }
        }
        self.remove_availabilities(&map, &bare);
        self.write_rows(importing, &mut cells);
        let analysis = Analysis::unjudged(self.own());
        let subject = Subject { workspace: &self.workspace, profile: self.own(), analysis: &analysis };
        let change = planning::carry_out(subject, &Command::SetCells(cells))?;
        self.go(change);
        options.into_iter().for_each(|(name, value)| self.set_option(name, value));
        Ok(())
    }

    fn remove_availabilities(&mut self, map: &PresenceMap, ids: &[&str]) {
        let xml = self.own().xml.clone();
        let written = ids.iter().filter_map(|id| map.entries[map.entry_of(id)?].availability.as_ref());
        let edits = written.map(|written| writing::without_attribute(&xml, written, "availability"));
        if let Some(edits) = Edits::new(edits.collect()) {
            self.edit(Part::Xml, edits);
        }
    }
}
