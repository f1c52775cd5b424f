//! Ways to write as pairs what plainly means some.

use crate::{
    mapping::{
        aggregated_states::{Shorthand, shorthand},
        states::StateNumber,
    },
    rules::{facts::Facts, fix::Fix},
    source::text::{Part, Span},
};

/// `6 INCALL` with its equals sign, where the row has no ID yet.
pub fn with_sign(facts: &Facts<'_>, piece: Span) -> Option<Fix> {
    let written = piece.text(facts.options_text);
    let digits = written.bytes().take_while(u8::is_ascii_digit).count();
    let (number, behind) = written.split_at(digits);
    let row = number.parse().ok().and_then(StateNumber::new)?;
    let id = behind.trim_start_matches(|sign: char| !sign.is_alphanumeric());
    let is_id = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if !is_id || facts.options.aggregated_states.of(row).is_some() {
        return None;
    }
    let between = Span::new(piece.start + digits, piece.end - id.len());
    let sign = facts.options.aggregated_states.separator.sign();
    Some(
        Fix::changes("add-equals-sign", "Add the equals sign", Part::Options, between, sign)
            .labelled(format!("Use {number}{sign}{id}")),
    )
}

/// `6-10=CALL` as five pairs, where no row of them has another ID.
pub fn row_by_row(facts: &Facts<'_>, piece: Span) -> Option<Fix> {
    let Shorthand { rows, id } = shorthand(piece.text(facts.options_text))?;
    let states = &facts.options.aggregated_states;
    let sign = states.separator.sign();
    let (first, last) = (*rows.start(), *rows.end());
    let mut pairs: Vec<String> = Vec::new();
    for row in rows.filter_map(StateNumber::new) {
        match states.of(row) {
            Some(pair) if pair.id != id => return None,
            Some(_) => {}
            None => pairs.push(format!("{}{sign}{id}", row.number())),
        }
    }
    let fix = Fix::changes("write-rows", "Write a pair for each row", Part::Options, piece, pairs.join(", "));
    (!pairs.is_empty()).then(|| fix.labelled(format!("Write a pair for each of the rows {first} to {last}")))
}
