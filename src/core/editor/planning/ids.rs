//! What an entry or a row can be called: one rule, however an ID comes to be.

use super::writable;
use crate::editor::refusal::Refusal;

/// # Errors
/// No entry can have this ID.
pub(super) fn check_entry(id: &str) -> Result<(), Refusal> {
    match id {
        "" => Err(Refusal::EmptyId),
        id => check_row(id),
    }
}

/// The same for a row, which may have none. What an entry is called, a row has to be able to name.
///
/// # Errors
/// No row can have this ID.
pub(super) fn check_row(id: &str) -> Result<(), Refusal> {
    writable(id)?;
    match id.chars().find(|character| matches!(character, ',' | '\n' | '\r')) {
        Some(character) => Err(Refusal::NotOneValue(character)),
        None => Ok(()),
    }
}
