//! The option `aggregated-states`: which ID each of the fifteen rows publishes.
//!
//! The guide writes it `1=IDLE_OUT, 2=IDLE_READY, …`, the option reference `1:OOS, 2:AVAILABLE, …`; people paste both,
//! and pages, tables and spreadsheets besides. All of it is read; what T-Server would not understand is a repair or a
//! problem, and the text stays as it is.

mod list;
mod table;

use std::fmt::Write;

pub use list::shorthand::{Shorthand, shorthand};

use super::{
    leftovers::{Flaw, Leftover, Remarks, Repair, Slip},
    states::StateNumber,
};
use crate::source::{message::Message, phrase::quoted, text::Span};

/// What a text says about `aggregated-states`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AggregatedStates {
    /// The stretches it was read from, disjoint: first the value of `aggregated-states=` if there is one, then loose
    /// lines of the options text, whole and without their line feeds.
    pub spans: Vec<Span>,
    /// The pairs in the order of `spans`, repeats included.
    pub pairs: Vec<Pair>,
    /// How the first pair of a list is written; `Equals` when there is none.
    pub separator: Separator,
    /// What must be deleted so that T-Server reads what the editor reads; at most 200, in the order of the text.
    pub repairs: Vec<Repair>,
    /// What could not be read, and what was read but contradicts itself; at most 200, in the order of the text.
    pub flaws: Vec<Flaw>,
    first: [Option<usize>; StateNumber::COUNT], // Invariant: the first of `pairs` with that number.
}

/// One row's number and ID, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// From the number to the end of the ID; in a table with the cells between them.
    pub span: Span,
    /// The row.
    pub number: StateNumber,
    /// The digits of the number.
    pub number_span: Span,
    /// What stands between number and ID; `Equals` in a table.
    pub separator: Separator,
    /// The ID without what a page or a spreadsheet left in it; may be empty, and of any length and script.
    pub id: String,
    /// The ID as written, quotes and full stop outside: what a new ID replaces.
    pub id_span: Span,
    /// What goes when the pair goes: with quotes, full stop and one comma, or a loose line with its line feed. Those of
    /// neighbours may share a comma.
    pub whole: Span,
}

/// What stands between number and ID. The sources contradict each other and nothing settles which one T-Server takes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Separator {
    /// `1=IDLE_OUT`, as in the guide.
    #[default]
    Equals,
    /// `1:OOS`, as in the option reference.
    Colon,
}

impl Separator {
    /// The character.
    pub fn sign(self) -> char {
        match self {
            Separator::Equals => '=',
            Separator::Colon => ':',
        }
    }
}

/// A stretch of text that belongs to the option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// An option value, or a whole line without its line feed.
    pub span: Span,
    /// How it is written.
    pub form: Form,
}

/// How a stretch is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// `1=IDLE_OUT, 2=IDLE_READY`: one pair or several.
    List,
    /// A row of a table: `| 7 | Ready | Busy | INCALL |`, the same separated by tabs, or by blanks as a PDF gives it.
    Row,
    /// A table's line without a pair: its heading, or the rule under it.
    Heading,
    /// What may go on with the line before, `Call, 8=BUSY`, as the end of a page's line leaves it.
    Rest,
}

impl Form {
    /// How a line outside a named option is written, if it belongs to `aggregated-states` by itself.
    pub fn of(line: &str) -> Option<Form> {
        if list::begins(line) {
            return Some(Form::List);
        }
        table::is_row(line).then_some(Form::Row)
    }

    /// Whether a line that is nothing by itself may go on with a list in the line before.
    pub fn goes_on(before: &str, line: &str) -> bool {
        list::goes_on(before, line)
    }

    /// Whether a line could be the heading of a table: it is, when rows follow.
    pub fn is_heading(line: &str) -> bool {
        line.contains('\t') || line.trim_start().starts_with('|')
    }
}

impl AggregatedStates {
    /// Reads an option value.
    pub fn of_value(value: &str) -> AggregatedStates {
        AggregatedStates::read(value, &[Stretch { span: Span::new(0, value.len()), form: Form::List }])
    }

    /// Reads stretches of a text.
    pub fn read(text: &str, stretches: &[Stretch]) -> AggregatedStates {
        let mut reader = Reader::default();
        for (at, stretch) in stretches.iter().enumerate() {
            reader.states.spans.push(stretch.span);
            let (first, last) = (at == 0, at + 1 == stretches.len());
            match stretch.form {
                Form::List => list::read(text, stretch.span, first, last, &mut reader),
                Form::Row => table::read(text, stretch.span, &mut reader),
                Form::Rest => list::read_rest(text, stretch.span, last, &mut reader),
                Form::Heading => {}
            }
        }
        let Reader { mut states, separator, remarks } = reader;
        (states.repairs, states.flaws) = remarks.into_order();
        states.separator = separator.unwrap_or_default();
        states
    }

    /// Whether a pair reads as a time of day as well, such as `8:15`.
    pub fn may_hold_time(&self, text: &str) -> bool {
        let written = self.pairs.iter().filter(|pair| pair.separator == Separator::Colon);
        written.map(|pair| pair.span.text(text)).any(list::may_be_time)
    }

    /// The first pair of a row.
    pub fn of(&self, row: StateNumber) -> Option<&Pair> {
        self.first[row.index()].map(|at| &self.pairs[at])
    }

    /// The ID of a row; `None` when none is written or it is empty.
    pub fn id_of(&self, row: StateNumber) -> Option<&str> {
        self.of(row).map(|pair| pair.id.as_str()).filter(|id| !id.is_empty())
    }
}

/// The option value as the guide writes it: one line, no full stop at the end. Rows without an ID are left out.
pub fn write<'a>(id_of: impl Fn(StateNumber) -> Option<&'a str>, separator: Separator) -> String {
    let mut value = String::new();
    for row in StateNumber::all() {
        let Some(id) = id_of(row) else { continue };
        let comma = if value.is_empty() { "" } else { ", " };
        let (number, sign) = (row.number(), separator.sign());
        write!(value, "{comma}{number}{sign}{id}").expect("a String takes all that is written");
    }
    value
}

#[derive(Default)]
struct Reader {
    states: AggregatedStates,
    separator: Option<Separator>,
    remarks: Remarks,
}

impl Reader {
    /// The row of a number as written; zeros in front are a repair, what is no row is a problem.
    /// `whole` is what goes when the pair goes.
    fn row(&mut self, text: &str, number: Span, whole: Span) -> Option<StateNumber> {
        let digits = number.text(text);
        let significant = digits.trim_start_matches('0');
        let Some(row) = significant.parse().ok().and_then(StateNumber::new) else {
            let message = || Message::new(format!("{} is no row", quoted(digits))).with_meaning("the rows are 1 to 15");
            self.remarks.problem(number, Slip::NoRow(whole), message);
            return None;
        };
        let zeros = Span::new(number.start, number.end - significant.len());
        if !zeros.is_empty() {
            self.remarks.repair(zeros, Leftover::Zeros);
        }
        Some(row)
    }

    fn pair(&mut self, text: &str, written: Written) {
        let Written { number, number_span, separator, id: id_span, whole } = written;
        let span = number_span.join(id_span);
        let id = self.remarks.unescaped(text, id_span);
        match self.states.first[number.index()] {
            Some(first) => {
                let shown = &self.states.pairs[first].id;
                self.remarks.problem(span, Slip::RepeatedRow(number), || {
                    Message::new("is given again")
                        .with_meaning(format!("the editor shows the first, {}", quoted(shown)))
                });
            }
            None => self.states.first[number.index()] = Some(self.states.pairs.len()),
        }
        self.states.pairs.push(Pair { span, number, number_span, separator, id, id_span, whole });
    }
}

/// A pair whose ID is still as it is written.
struct Written {
    number: StateNumber,
    number_span: Span,
    separator: Separator,
    id: Span,
    whole: Span,
}

/// A line with its line feed; the last line of a text with the one in front.
fn whole_line(text: &str, line: Span) -> Span {
    let end = line.end + usize::from(text[line.end..].starts_with('\n'));
    let in_front = end == line.end && text[..line.start].ends_with('\n');
    Span::new(line.start - usize::from(in_front), end)
}
