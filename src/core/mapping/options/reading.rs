//! Reading an options text, line by line.

use super::{
    Mode, ProfileOptions, SECTION, WrittenOption,
    line::{Role, role},
};
use crate::{
    mapping::{
        aggregated_states::{AggregatedStates, Form, Stretch},
        availability_ranges::AvailabilityRanges,
        leftovers::{Remarks, Slip},
        option_name::OptionName,
    },
    source::{
        ini::{self, LineKind, trim},
        message::Message,
        phrase::quoted,
        text::Span,
    },
};

/// Reads line by line, and puts together at the end.
pub(super) struct Reader<'a> {
    text: &'a str,
    read: ProfileOptions,
    /// Loose lines of `aggregated-states`.
    loose: Vec<Stretch>,
    /// Lines without a meaning so far, which are a table's heading when a row follows.
    headings: Vec<ini::Line>,
    /// Whether a row was read: a table has no second heading.
    in_table: bool,
    /// What the line before holds of the rows.
    list: Option<Span>,
    remarks: Remarks,
}

/// A table has its heading and the rule under it, not more.
const HEADING_LINES: usize = 2;

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str) -> Reader<'a> {
        let (read, remarks) = (ProfileOptions::default(), Remarks::default());
        Reader { text, read, loose: Vec::new(), headings: Vec::new(), in_table: false, list: None, remarks }
    }

    pub(super) fn line(&mut self, line: ini::Line) {
        let shown = line.span.text(self.text);
        let before = self.list.take().map(|list| list.text(self.text));
        match role(self.text, line, &mut self.remarks) {
            Role::Loose(form) => {
                if form == Form::Row {
                    self.in_table = true;
                    let headings = self.headings.drain(..);
                    self.loose.extend(headings.map(|line| Stretch { span: line.span, form: Form::Heading }));
                }
                self.flush_headings(0);
                self.list = Some(line.span);
                self.loose.push(Stretch { span: line.span, form });
            }
            Role::Unreadable if before.is_some_and(|before| Form::goes_on(before, shown)) => {
                self.list = Some(line.span);
                self.loose.push(Stretch { span: line.span, form: Form::Rest });
            }
            Role::Nothing | Role::Unreadable if !self.in_table && Form::is_heading(shown) => {
                self.flush_headings(HEADING_LINES - 1);
                self.headings.push(line);
            }
            Role::Nothing => self.flush_headings(0),
            Role::Unreadable => {
                self.flush_headings(0);
                self.unreadable(line);
            }
            Role::Section(name) => {
                self.flush_headings(0);
                self.section(name);
            }
            Role::Option { name, value } => {
                self.flush_headings(0);
                let is_list = name.text(self.text) == OptionName::AggregatedStates.name();
                self.list = is_list.then_some(value);
                self.option(WrittenOption { name, value, line: line.span, known: None });
            }
        }
    }

    /// Gives up all but the last few lines that could have been headings.
    fn flush_headings(&mut self, keep: usize) {
        while keep < self.headings.len() {
            let line = self.headings.remove(0);
            self.unreadable(line);
        }
    }

    fn unreadable(&mut self, line: ini::Line) {
        if matches!(line.kind, LineKind::Blank | LineKind::Comment) {
            return;
        }
        let inside = trim(self.text, line.span);
        let shown = quoted(inside.text(self.text));
        let message = || format!("{shown} is neither an option, `name=value`, nor a row of a table");
        self.remarks.problem(inside, Slip::Unreadable, message);
    }

    fn section(&mut self, name: Span) {
        let shown = name.text(self.text);
        if self.read.section.is_some() {
            let message = || {
                Message::new(format!("a second section begins, {}", quoted(shown)))
                    .with_meaning(format!("a profile has one, `[{SECTION}]`"))
            };
            return self.remarks.problem(name, Slip::SecondSection, message);
        }
        self.read.section = Some(name);
        if shown != SECTION {
            let message = || {
                Message::new(format!("the section is called {}", quoted(shown)))
                    .with_meaning(format!("T-Server reads `[{SECTION}]`"))
            };
            self.remarks.problem(name, Slip::OtherSection, message);
        }
    }

    fn option(&mut self, mut option: WrittenOption) {
        let name = option.name.text(self.text);
        option.known = OptionName::of(name);
        match option.known {
            None => {
                if let Some(meant) = OptionName::meant(name) {
                    let message = || {
                        Message::new(format!("{} is not read", quoted(name)))
                            .with_advice(format!("the option is called `{}`", meant.name()))
                    };
                    self.remarks.problem(option.name, Slip::OtherName(meant), message);
                }
            }
            Some(known) if self.read.first[known as usize].is_some() => {
                let message = || {
                    Message::new(format!("{} is set again", quoted(name))).with_meaning("the editor shows the first")
                };
                self.remarks.problem(option.name, Slip::RepeatedOption, message);
            }
            Some(known) => self.read.first[known as usize] = Some(self.read.options.len()),
        }
        self.read.options.push(option);
    }

    pub(super) fn finish(mut self) -> ProfileOptions {
        self.flush_headings(0);
        let named = self.read.of(OptionName::AggregatedStates).map(|option| option.value);
        let mut stretches: Vec<Stretch> = Vec::with_capacity(self.loose.len() + 1);
        stretches.extend(named.map(|span| Stretch { span, form: Form::List }));
        stretches.append(&mut self.loose);
        self.read.aggregated_states = AggregatedStates::read(self.text, &stretches);
        let ranges = self.read.of(OptionName::PresenceAvailabilityRange).map(|option| option.value);
        self.read.availability_ranges = ranges.map(|value| AvailabilityRanges::read(self.text, value));
        self.read.mode = self.mode();
        (self.read.repairs, self.read.flaws) = self.remarks.into_order();
        self.read
    }

    fn mode(&self) -> Mode {
        let written = self.read.options.iter().filter(|option| option.known == Some(OptionName::MapPresenceToDnd));
        let said: Vec<Mode> = written.map(|option| Mode::of(option.value.text(self.text))).collect();
        let has = |mode| said.contains(&mode);
        match (has(Mode::Pull), has(Mode::Push), has(Mode::NotSet)) {
            (true, true, _) => Mode::Contradictory,
            (true, false, false) => Mode::Pull,
            (false, true, false) => Mode::Push,
            _ => Mode::NotSet,
        }
    }
}
