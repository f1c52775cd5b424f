//! Edits of an options text: an option gets a value, the rows get into one line.

use super::{ProfileOptions, SECTION};
use crate::{
    mapping::{aggregated_states, option_name::OptionName, states::StateNumber},
    source::{
        edit::{Edit, Edits},
        indent,
        text::Span,
    },
};

const STATES: OptionName = OptionName::AggregatedStates;

impl ProfileOptions {
    /// The edit that gives an option its value; a missing option gets a line of its own at the end of the section.
    pub fn with_value(&self, text: &str, name: OptionName, value: &str) -> Edit {
        if let Some(option) = self.of(name) {
            return Edit::replace(option.value, value);
        }
        let line = format!("{}={value}", name.name());
        let section = self.section.map(|section| indent::line_end(text, section.end));
        match self.options.last().map(|option| option.line.end).or(section) {
            Some(end) => Edit::insert(end, format!("\n{line}")),
            None if text.trim().is_empty() => Edit::replace(Span::new(0, text.len()), format!("[{SECTION}]\n{line}\n")),
            None => {
                let feed = if text.ends_with('\n') { "" } else { "\n" };
                Edit::insert(text.len(), format!("{feed}{line}\n"))
            }
        }
    }

    /// The edits that write the rows into one line `aggregated-states=…` as the guide has it, in the separator that was
    /// read; none when no row was read.
    pub fn rows_in_one_line(&self, text: &str) -> Vec<Edit> {
        let states = &self.aggregated_states;
        let value = aggregated_states::write(|row| states.id_of(row), states.separator);
        if value.is_empty() {
            return Vec::new();
        }
        let mut spans = states.spans.iter().copied();
        let home = match self.of(STATES) {
            Some(option) => {
                spans.next();
                Some(option.line)
            }
            None => spans.next(),
        };
        let mut edits: Vec<Edit> = Vec::new();
        edits.extend(home.map(|line| Edit::replace(line, format!("{}={value}", STATES.name()))));
        // What was pasted beside the option is in the line now.
        edits.extend(indent::deletion(text, spans).iter().cloned());
        edits
    }

    /// The rows in one line, where that line says what all of them say now; `None` where something would be lost.
    pub fn rows_joined(&self, text: &str) -> Option<Edits> {
        let states = &self.aggregated_states;
        if !states.problems.is_empty() {
            return None;
        }
        let edits = Edits::new(self.rows_in_one_line(text)).filter(|edits| !edits.is_empty())?;
        let after = ProfileOptions::read(&edits.apply(text)).aggregated_states;
        StateNumber::all().all(|row| after.id_of(row) == states.id_of(row)).then_some(edits)
    }
}
