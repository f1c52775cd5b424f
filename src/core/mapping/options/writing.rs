//! Edits of an options text: an option gets a value, the rows get into one line.

use std::collections::HashSet;

use super::{Mode, ProfileOptions, SECTION, WrittenOption};
use crate::{
    mapping::{
        aggregated_states,
        leftovers::{Leftover, Slip},
        option_name::OptionName,
        states::{AgentState, DeviceState, StateNumber},
    },
    source::{
        blanks,
        edit::{Edit, Edits},
        indent, sorting,
        text::Span,
    },
};

const STATES: OptionName = OptionName::AggregatedStates;

impl ProfileOptions {
    /// The edit that gives an option its value; a missing option gets a line of its own at the end of the section.
    pub fn with_value(&self, text: &str, name: OptionName, value: &str) -> Edit {
        match self.of(name) {
            Some(option) => Edit::replace(option.value, value),
            None => self.with_line(text, &format!("{}={value}", name.name())),
        }
    }

    /// The same for an option of any name.
    pub fn with_named(&self, text: &str, name: &str, value: &str) -> Edit {
        match self.options.iter().find(|option| option.name.text(text) == name) {
            Some(option) => Edit::replace(option.value, value),
            None => self.with_line(text, &format!("{name}={value}")),
        }
    }

    /// The edits that give an option of any name its value; `None` takes it out.
    pub fn having(&self, text: &str, name: &str, value: Option<&str>) -> Edits {
        let own = || self.options.iter().filter(|option| option.name.text(text) == name);
        match value {
            Some(value) if own().next().is_some_and(|option| option.value.text(text) == value) => Edits::default(),
            Some(value) => Edits::from(self.with_named(text, name, value)),
            None => indent::deletion(text, own().map(|option| option.line)),
        }
    }

    fn with_line(&self, text: &str, line: &str) -> Edit {
        let section = self.section.map(|section| indent::line_end(text, section.end));
        match self.options.last().map(|option| option.line.end).or(section) {
            Some(end) => Edit::insert(self.behind_rest(text, end), format!("\n{line}")),
            None if text.trim().is_empty() => Edit::replace(Span::new(0, text.len()), format!("[{SECTION}]\n{line}\n")),
            None => {
                let feed = if text.ends_with('\n') { "" } else { "\n" };
                Edit::insert(text.len(), format!("{feed}{line}\n"))
            }
        }
    }

    /// The edits that have `map-presence-to-dnd` say one mode: a value that says something else is set, in whatever line,
    /// and a missing option added.
    pub fn with_mode(&self, text: &str, pull: bool) -> Vec<Edit> {
        let value = if pull { "true" } else { "false" };
        let is_mode = |option: &&WrittenOption| option.known == Some(OptionName::MapPresenceToDnd);
        if !self.options.iter().any(|option| is_mode(&option)) {
            return vec![self.with_value(text, OptionName::MapPresenceToDnd, value)];
        }
        let other = self.options.iter().filter(is_mode).map(|option| option.value);
        let other = other.filter(|written| Mode::of(written.text(text)) != Mode::of(value));
        other.map(|written| Edit::replace(written, value)).collect()
    }

    /// Where the lines end that may go on with the one that ends at an offset.
    fn behind_rest(&self, text: &str, end: usize) -> usize {
        let unreadable = self.flaws.iter().filter(|flaw| flaw.slip == Slip::Unreadable).map(|flaw| flaw.span);
        let lines = self.aggregated_states.spans.iter().copied().chain(unreadable);
        let starts: HashSet<usize> = lines.map(|span| first_sign(text, span.start)).collect();
        let mut end = end;
        while starts.contains(&first_sign(text, end)) && end < text.len() {
            end = indent::line_end(text, first_sign(text, end));
        }
        end
    }

    /// The edits that write the rows into one line `aggregated-states=…` as the guide has it, in the separator that was
    /// read; none when no row was read. What may be the rest of an ID stays.
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
        let rests = states.flaws.iter().filter(|flaw| matches!(flaw.slip, Slip::Rest(_))).map(|flaw| flaw.span);
        let rests: Vec<Span> = rests.collect();
        let rest_of = |span: &Span| {
            let at = rests.partition_point(|rest| rest.start < span.start);
            rests.get(at).filter(|rest| span.covers(**rest)).copied()
        };
        let (torn, whole): (Vec<Span>, Vec<Span>) = spans.partition(|span| rest_of(span).is_some());
        let behind = torn.iter().filter_map(|span| Some(Span::new(rest_of(span)?.end, span.end)));
        edits.extend(behind.map(Edit::delete));
        edits.extend(indent::deletion(text, whole).iter().cloned());
        edits
    }

    /// The rows in one line, where that line says what all of them say now; `None` where something would be lost.
    pub fn rows_joined(&self, text: &str) -> Option<Edits> {
        let states = &self.aggregated_states;
        if !states.flaws.is_empty() || self.is_torn(text) {
            return None;
        }
        let edits = Edits::new(self.rows_in_one_line(text)).filter(|edits| !edits.is_empty())?;
        let after = ProfileOptions::read(&edits.apply(text)).aggregated_states;
        StateNumber::all().all(|row| after.id_of(row) == states.id_of(row)).then_some(edits)
    }

    /// Whether the lines of the rows say no more than the rows: a table may have columns of its own, its heading may be a
    /// comment, and what reads as a row may be a time.
    pub fn says_rows_only(&self, text: &str) -> bool {
        let states = &self.aggregated_states;
        let mut read: Vec<Span> = states.pairs.iter().flat_map(|pair| [pair.number_span, pair.id_span]).collect();
        sorting::by_numbers(&mut read, |span| (span.start, span.end));
        let says_no_more = |stretch: &Span| {
            let first = read.partition_point(|span| span.start < stretch.start);
            let own = read[first..].iter().take_while(|span| span.end <= stretch.end);
            let mut at = stretch.start;
            let inside = blanks::trim_end(stretch.text(text));
            let end = Span::at(stretch.start + inside.strip_suffix('.').unwrap_or(inside).len());
            let mut beside = own.copied().chain([end]).map(|span| {
                let gap = &text[at.min(span.start)..span.start];
                at = span.end;
                gap
            });
            // A sentence may end with the line.
            beside.all(|gap| words(gap).all(is_of_table))
        };
        states.spans.iter().all(says_no_more) && !states.may_hold_time(text)
    }

    /// Whether a line that is nothing by itself stands behind one of the rows, and so may be a part of it that the end of
    /// a page's line has torn off.
    pub fn is_torn(&self, text: &str) -> bool {
        let unreadable = self.flaws.iter().filter(|flaw| flaw.slip == Slip::Unreadable);
        let starts: HashSet<usize> = unreadable.map(|flaw| flaw.span.start).collect();
        let next = |span: &Span| first_sign(text, indent::line_end(text, span.end));
        !starts.is_empty() && self.aggregated_states.spans.iter().any(|span| starts.contains(&next(span)))
    }
}

/// The words that head the guide's table, the option's own name, and those of the states whose names have two.
const HEADING: [&str; 14] = [
    "#",
    "agent",
    "device",
    "state",
    "states",
    "aggregated",
    "id",
    "ids",
    "no",
    "number",
    "row",
    "walk",
    "away",
    "not",
];

/// The first offset from one on where no blank stands.
fn first_sign(text: &str, offset: usize) -> usize {
    text.len() - text[offset..].trim_start_matches(blanks::is_blank).len()
}

/// Whether a word is one of the guide's table.
fn is_of_table(word: &str) -> bool {
    AgentState::ALL.iter().any(|state| state.name().eq_ignore_ascii_case(word))
        || DeviceState::ALL.iter().any(|state| state.name().eq_ignore_ascii_case(word))
        || HEADING.iter().any(|own| own.eq_ignore_ascii_case(word))
}

/// What is parted by blanks and by the signs that lists and tables are made of.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let parts = |sign: char| blanks::is_blank(sign) || "|,;=:-+\\•".contains(sign) || Leftover::of_sign(sign).is_some();
    text.split(parts).filter(|word| !word.is_empty())
}
