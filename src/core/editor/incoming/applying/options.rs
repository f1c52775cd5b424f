//! The options of an import: rows where none is written yet, and options of whatever name.

use super::{super::importing::Importing, Way};
use crate::{
    editor::command::CellValue,
    mapping::{
        aggregated_states::{self, Separator},
        option_name::OptionName,
        options::ProfileOptions,
        states::StateNumber,
    },
    source::text::Part,
};

impl Way {
    /// Where no row is written yet, all are written as one line, in the form in which they came.
    pub(super) fn write_rows(&mut self, importing: &Importing, cells: &mut Vec<CellValue>) {
        let read = ProfileOptions::read(&self.own().options);
        let is_filled = read.of(OptionName::AggregatedStates).is_some_and(|option| !option.value.is_empty());
        if is_filled || !read.aggregated_states.pairs.is_empty() {
            return;
        }
        let mut ids: [Option<String>; StateNumber::COUNT] = Default::default();
        cells.retain(|cell| match cell {
            CellValue::StateId { row, id } => {
                ids[row.index()] = Some(id.clone()).filter(|id| !id.is_empty());
                false
            }
            _ => true,
        });
        if ids.iter().all(Option::is_none) {
            return;
        }
        let with_rows = importing.taken().find(|(_, piece)| !piece.values().rows.is_empty());
        let separator = with_rows.map_or(Separator::Equals, |(_, piece)| piece.values().separator);
        let value = aggregated_states::write(|row| ids[row.index()].as_deref(), separator);
        self.set_option(OptionName::AggregatedStates.name(), Some(&value));
    }

    /// Gives an option its value; `None` takes it out.
    pub(super) fn set_option(&mut self, name: &str, value: Option<&str>) {
        let text = self.own().options.clone();
        self.edit(Part::Options, ProfileOptions::read(&text).having(&text, name, value));
    }
}
