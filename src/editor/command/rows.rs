//! The rows of the table: which ID a pair of states has.

use super::{Change, Refusal, Subject, entries, option_values};
use crate::{
    mapping::{
        aggregated_states::{Pair, Separator},
        availability::{Availability, Class},
        options::OptionName,
        states::{AgentState, DeviceState, StateNumber},
    },
    source::{
        edit::{Edit, Edits},
        indent,
        text::{Part, Span},
    },
};

pub(super) fn set_id(subject: Subject<'_>, row: StateNumber, id: &str, with_entry: bool) -> Result<Change, Refusal> {
    let label = match id {
        "" => format!("Clear row {}", row.number()),
        _ => format!("Set row {} to {id}", row.number()),
    };
    check(id)?;
    let mut change = Change::new(label);
    if let Some(edits) = edits(subject, &[row], id) {
        change = change.with(subject.place(Part::Options), edits);
    }
    if with_entry && !id.is_empty() && subject.analysis.map.entry_of(id).is_none() {
        let start = starting_availability(row).number().to_string();
        change = change.then(entries::add(subject, id, &start)?);
    }
    Ok(change)
}

pub(super) fn fill_id(subject: Subject<'_>, rows: &[StateNumber], id: &str) -> Result<Change, Refusal> {
    check(id)?;
    let label = format!("Set {} rows to {id}", rows.len());
    Ok(match edits(subject, rows, id) {
        Some(edits) => subject.change(label, Part::Options, edits),
        None => Change::new(label),
    })
}

fn check(id: &str) -> Result<(), Refusal> {
    match id.chars().find(|character| matches!(character, ',' | '\n' | '\r')) {
        Some(character) => Err(Refusal::NotOneValue(character)),
        None => Ok(()),
    }
}

/// A number to begin with, by what the pair means; the guide gives no rule, so this is our advice.
fn starting_availability(row: StateNumber) -> Availability {
    let class = match row.pair() {
        (_, DeviceState::Oos) | (AgentState::Logout, DeviceState::Idle) => Class::Offline,
        (_, DeviceState::Busy) => Class::Busy,
        (AgentState::Ready, DeviceState::Idle) => Class::Online,
        (AgentState::WalkAway, DeviceState::Idle) => Class::Away,
        (AgentState::NotReady | AgentState::Acw, DeviceState::Idle) => Class::Busy,
    };
    class.customary()
}

/// `None` when the rows say so already.
fn edits(subject: Subject<'_>, rows: &[StateNumber], id: &str) -> Option<Edits> {
    let text = &subject.profile.options;
    let states = &subject.analysis.options.aggregated_states;
    let mut edits = Vec::new();
    let mut missing = Vec::new();
    for row in rows {
        match states.of(*row) {
            Some(pair) if pair.id == id && !id.is_empty() => {}
            Some(_) if id.is_empty() => edits.push(Edit::delete(with_comma(text, &states.pairs, *row))),
            Some(pair) => edits.push(Edit::replace(pair.id_span, id)),
            None if id.is_empty() => {}
            None => missing.push(*row),
        }
    }
    if states.pairs.is_empty() && !missing.is_empty() {
        let sign = sign(states.separator);
        let value: Vec<String> = missing.iter().map(|row| format!("{}{sign}{id}", row.number())).collect();
        return Some(Edits::from(option_values::written(subject, OptionName::AggregatedStates, &value.join(", "))));
    }
    edits.extend(missing.into_iter().map(|row| insertion(text, &states.pairs, row, id)));
    if edits.is_empty() {
        return None;
    }
    // Clearing neighbouring rows may want the same comma twice; then each row goes in turn.
    Edits::new(edits.clone()).or_else(|| Edits::new(without_overlap(edits)))
}

fn without_overlap(mut edits: Vec<Edit>) -> Vec<Edit> {
    edits.sort_by_key(|edit| edit.span);
    let mut end = 0;
    for edit in &mut edits {
        edit.span.start = edit.span.start.max(end);
        edit.span.end = edit.span.end.max(edit.span.start);
        end = edit.span.end;
    }
    edits
}

fn sign(separator: Separator) -> char {
    match separator {
        Separator::Equals => '=',
        Separator::Colon => ':',
    }
}

/// A new pair goes behind the last lower number, in the manner of its neighbour.
fn insertion(text: &str, pairs: &[Pair], row: StateNumber, id: &str) -> Edit {
    let before = pairs.iter().rev().find(|pair| pair.number < row);
    let neighbour = before.unwrap_or(&pairs[0]);
    let written = format!("{}{}{id}", row.number(), sign(neighbour.separator));
    let alone = indent::indent_of(text, neighbour.span.start).is_some() && 1 < pairs.len() && {
        let end = indent::line_end(text, neighbour.span.end);
        !pairs.iter().any(|pair| neighbour.span.end < pair.span.start && pair.span.start < end)
    };
    match (before, alone) {
        (Some(pair), true) => Edit::insert(indent::line_end(text, pair.span.end), format!("\n{written}")),
        (Some(pair), false) => Edit::insert(pair.span.end, format!(", {written}")),
        (None, true) => Edit::insert(indent::line_start(text, neighbour.span.start), format!("{written}\n")),
        (None, false) => Edit::insert(neighbour.span.start, format!("{written}, ")),
    }
}

/// The pair with the comma and the blanks that join it to its neighbour.
fn with_comma(text: &str, pairs: &[Pair], row: StateNumber) -> Span {
    let position = pairs.iter().position(|pair| pair.number == row).expect("the caller found the pair");
    let span = pairs[position].span;
    let joined =
        |from: usize, to: usize| from <= to && text[from..to].bytes().all(|byte| matches!(byte, b',' | b' ' | b'\t'));
    if let Some(next) = pairs.get(position + 1).filter(|next| joined(span.end, next.span.start)) {
        return Span::new(span.start, next.span.start);
    }
    match position.checked_sub(1).map(|before| &pairs[before]) {
        Some(before) if joined(before.span.end, span.start) => Span::new(before.span.end, span.end),
        _ => indent::whole_lines(text, span),
    }
}
