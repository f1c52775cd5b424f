//! The table form: number, agent state, device state, ID, in cells or as words.

use super::{Reader, Separator, Written, whole_line};
use crate::{
    mapping::{
        leftovers::{Slip, without_back, without_front},
        states::{AgentState, DeviceState},
    },
    source::{blanks, ini::trim, phrase::quoted, text::Span},
};

/// A line taken apart; `text` is always the text the spans count in.
struct Row {
    number: Span,
    states: Option<(AgentState, DeviceState)>,
    id: Option<Span>,
}

/// Whether a line is a row: it begins with a number, and a cell at least follows.
pub(super) fn is_row(line: &str) -> bool {
    take_apart(line, Span::new(0, line.len())).is_some()
}

/// Reads the pair of one line.
pub(super) fn read(text: &str, line: Span, reader: &mut Reader) {
    let Some(row) = take_apart(text, line) else {
        let message = || format!("{} is no row of a table", quoted(line.text(text)));
        return reader.remarks.problem(line, Slip::NoCell(None), message);
    };
    let Some(number) = reader.row(text, row.number, whole_line(text, line)) else { return };
    if let Some((agent, device)) = row.states.filter(|states| *states != number.pair()) {
        let (meant_agent, meant_device) = number.pair();
        reader.remarks.problem(line, Slip::OtherStates(number), || {
            let (agent, device) = (agent.name(), device.name());
            let (meant_agent, meant_device) = (meant_agent.name(), meant_device.name());
            format!("is {meant_agent} and {meant_device}, but this line says {agent} and {device}")
        });
    }
    let Some(id) = row.id else {
        let message = || "has no cell for its ID";
        return reader.remarks.problem(trim(text, line), Slip::NoCell(Some(number)), message);
    };
    let id = if id.is_empty() { id } else { reader.remarks.stripped(text, id) };
    let (separator, whole) = (Separator::Equals, whole_line(text, line));
    reader.pair(text, Written { number, number_span: row.number, separator, id, whole });
}

fn take_apart(text: &str, line: Span) -> Option<Row> {
    let inside = trim(text, line);
    let shown = inside.text(text);
    if let Some(cells) = shown.strip_prefix('|') {
        let end = inside.end - usize::from(cells.ends_with('|'));
        return of_cells(text, Span::new(inside.start + 1, end), '|');
    }
    let digits = shown.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 {
        return None;
    }
    let behind = shown[digits..].trim_start_matches(' ');
    match behind.chars().next()? {
        // The last cell of a spreadsheet's row may be empty.
        delimiter @ ('|' | '\t') => of_cells(text, Span::new(inside.start, line.end), delimiter),
        _ => of_words(text, inside),
    }
}

fn of_cells(text: &str, inside: Span, delimiter: char) -> Option<Row> {
    let mut start = inside.start;
    let mut cells = inside.text(text).split(delimiter).map(|cell| {
        let span = Span::new(start, start + cell.len());
        start = span.end + 1;
        trim(text, span)
    });
    let number = cells.next()?;
    let shown = without_front(number.text(text));
    let digits = without_back(shown);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let front = number.end - shown.len();
    let number = Span::new(front, front + digits.len());
    let second = cells.next()?;
    let third = cells.next();
    let fourth = cells.next();
    let states = third.and_then(|third| states(second.text(text), third.text(text)));
    let id = match states {
        Some(_) => fourth,
        // Without the guide's columns the ID is the last thing said.
        None => {
            let last = cells.filter(|cell| !cell.is_empty()).last();
            let filled = [fourth, third, Some(second)].into_iter().flatten().find(|cell| !cell.is_empty());
            last.or(filled).or(Some(second))
        }
    };
    Some(Row { number, states, id })
}

/// A PDF gives a table's row as words; only the guide's own names make it recognisable.
fn of_words(text: &str, inside: Span) -> Option<Row> {
    let mut words = inside.text(text).split(blanks::is_blank).filter(|word| !word.is_empty());
    let (number, agent, device, id) = (words.next()?, words.next()?, words.next()?, words.next()?);
    let decimal = number.bytes().all(|byte| byte.is_ascii_digit());
    if words.next().is_some() || !decimal {
        return None;
    }
    let states = Some(states(agent, device)?);
    Some(Row { number: Span::of(text, number)?, states, id: Span::of(text, id) })
}

fn states(agent: &str, device: &str) -> Option<(AgentState, DeviceState)> {
    let agent = AgentState::ALL.into_iter().find(|state| means(agent, state.name()))?;
    let device = DeviceState::ALL.into_iter().find(|state| means(device, state.name()))?;
    Some((agent, device))
}

/// Whether a cell holds a name of the guide, be it `Walk_Away`, `walk away` or `**Walk\_Away**`.
fn means(cell: &str, name: &str) -> bool {
    letters(cell).eq(letters(name))
}

fn letters(text: &str) -> impl Iterator<Item = u8> {
    text.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_lowercase())
}
