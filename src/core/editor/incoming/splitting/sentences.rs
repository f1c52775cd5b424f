//! The rows of `aggregated-states` in the middle of a sentence: "set aggregated-states to 1=IDLE_OUT, 2=IDLE_READY and …".

use super::Stretch;
use crate::{
    editor::incoming::kind::Kind,
    mapping::{aggregated_states::shorthand, option_name::OptionName, states::StateNumber},
    source::text::Span,
};

/// So many characters may stand between the name and the first pair.
const MOST_BETWEEN: usize = 40;

/// The lists of pairs that stand behind the name of the option, where words stand in front of it in its line.
pub(super) fn stretches(text: &str) -> Vec<Stretch> {
    let name = OptionName::AggregatedStates.name();
    let mut found: Vec<Stretch> = Vec::new();
    for (at, _) in text.match_indices(name) {
        let line = text[..at].rfind('\n').map_or(0, |feed| feed + 1);
        let has_words = text[line..at].contains(char::is_alphabetic);
        let is_behind = found.last().is_none_or(|last| last.span.end <= at);
        if has_words && is_behind {
            found.extend(list(text, at + name.len()).map(|span| Stretch::of(span, Kind::Rows)));
        }
    }
    found
}

/// The first list of pairs that begins soon behind an offset.
fn list(text: &str, from: usize) -> Option<Span> {
    let between = text[from..].char_indices().take(MOST_BETWEEN).take_while(|(_, sign)| *sign != '\n');
    let digit = between.filter(|(_, sign)| sign.is_ascii_digit()).map(|(at, _)| from + at).next()?;
    let (mut end, mut count) = (pair(text, digit)?, 1);
    while let Some(next) = next_pair(text, end) {
        (end, count) = (next, count + 1);
    }
    let between = text[from..digit].trim_matches(|sign: char| !sign.is_alphanumeric());
    // One pair may be anything, unless it stands for the name.
    (1 < count || between.is_empty() || between == "to").then_some(Span::new(digit, end))
}

/// Where the pair ends that follows one, behind a comma or a semicolon.
fn next_pair(text: &str, end: usize) -> Option<usize> {
    let behind = text[end..].trim_start().strip_prefix([',', ';'])?;
    pair(text, text.len() - behind.trim_start().len())
}

/// Where a pair ends that begins at an offset; a full stop behind its ID is that of the sentence.
fn pair(text: &str, at: usize) -> Option<usize> {
    let (rows, behind) = text[at..].split_once(['=', ':'])?;
    let id = behind.trim_start_matches([' ', '\t']);
    let is_of_id = |sign: char| sign.is_alphanumeric() || "_-.\\".contains(sign);
    let length = id.find(|sign| !is_of_id(sign)).unwrap_or(id.len());
    let id_length = id[..length].trim_end_matches(['.', '\\', '-']).len();
    let end = text.len() - id.len() + id_length;
    let is_row = || rows.trim().parse().ok().and_then(StateNumber::new).is_some();
    (0 < id_length && (is_row() || shorthand(&text[at..end]).is_some())).then_some(end)
}
