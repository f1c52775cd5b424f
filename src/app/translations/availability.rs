//! What may stand for an availability: its number, or the word of a presence.

use super::super::{
    choice::Choice,
    grid::{Asked, Takes},
};
use presence_profile_core::{
    editor::command::CellValue,
    mapping::availability::{Availability, Class},
    source::spreadsheet,
};

/// The number that is listed for the name of a presence.
pub(super) fn number_of(word: &str) -> Option<String> {
    let class = Class::named(word).filter(|class| *class != Class::None)?;
    Some(class.customary().number().to_string())
}

/// What becomes of an availability that comes with others: a number, or a word that means one; the rest is asked.
pub(super) fn taken(id: String, text: &str) -> Takes {
    let value = |value: String| CellValue::Availability { id: id.clone(), value };
    if let Some(number) =
        number_of(text).or_else(|| Availability::parse(text).map(|number| number.number().to_string()))
    {
        // A zero in front is no other number, and is written as it came only where that is wanted.
        if number == text || number_of(text).is_some() {
            return Takes::Value(value(number));
        }
    }
    let (spoilt, number) = spreadsheet::told(text);
    let why = match spoilt.is_empty() {
        true => format!("{text} for {id} is no number from 0 to 18000"),
        false => format!("{text} for {id}{spoilt}"),
    };
    let meant = number.map(|number| number.to_string()).filter(|number| Availability::parse(number).is_some());
    let meant = meant.map(|number| (value(number.clone()), number));
    Takes::Asked(Asked { value: value(text.to_owned()), why, meant })
}

/// The class a cell belongs to, as a choice: its number, its word, its range.
pub(super) fn choice(class: Class) -> Choice {
    let range = class.range();
    let facts = match range.start() == range.end() {
        true => class.word().to_owned(),
        false => format!("{}, {} to {}", class.word(), range.start(), range.end()),
    };
    Choice::of(class.customary().number().to_string(), Some(class), facts)
}
