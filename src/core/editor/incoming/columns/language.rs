//! The language that the head of a column means.

use super::Column;
use crate::{
    mapping::lcid::{self, Lcid},
    source::spreadsheet::{self, Spoilt},
};

/// Words that stand beside a language and name none.
const BESIDE: [&str; 10] =
    ["text", "texts", "activity", "translation", "language", "lang", "lcid", "label", "caption", "in"];

/// A language by its LCID, its tag or its name, or by several of them: `English (United States) 1033 en-US`. Of what a
/// spreadsheet has spoilt only that counts of which nothing is lost; a head that names two languages means none.
pub(in super::super) fn language(head: &str) -> Option<Column> {
    match spreadsheet::spoilt(head) {
        Some(Spoilt::Thousands(number)) => return known(number).map(|lcid| Column::Language(lcid, true)),
        Some(_) => return None,
        None => {}
    }
    let mut rest = String::with_capacity(head.len());
    let mut found: Option<(Lcid, bool)> = None;
    for word in head.split_inclusive(|sign: char| !sign.is_alphanumeric()) {
        let bare = word.trim_end_matches(|sign: char| !sign.is_alphanumeric());
        match number(bare, bare.len() == head.trim().len()) {
            Some(other) if found.is_some_and(|(lcid, _)| lcid != other.0) => return None,
            Some(number) => {
                found.get_or_insert(number);
                rest.push(' ');
            }
            None => rest.push_str(word),
        }
    }
    let named = named(without_signs(&rest));
    match (found, named) {
        (Some((lcid, _)), Some(named)) if !is_akin(lcid, named) => None,
        (Some((lcid, is_repaired)), _) => Some(Column::Language(lcid, is_repaired)),
        (None, named) => named.map(|lcid| Column::Language(lcid, false)),
    }
}

fn known(number: u32) -> Option<Lcid> {
    Some(Lcid::new(number)).filter(|lcid| lcid.info().is_some())
}

/// The language of a word with digits, and whether they are hexadecimal: `1033`, `0x0409`, `0409`; where nothing else
/// stands in the head, also `409` and `40C`.
fn number(word: &str, is_whole: bool) -> Option<(Lcid, bool)> {
    let is_decimal = 3 < word.len() && word.bytes().all(|byte| byte.is_ascii_digit()) && !word.starts_with('0');
    if is_decimal {
        return word.parse().ok().and_then(known).map(|lcid| (lcid, false));
    }
    let has_digit = word.contains(|sign: char| sign.is_ascii_digit());
    let is_hexadecimal = word.starts_with("0x") || word.starts_with("0X") || word.starts_with('0') && 3 < word.len();
    let meant = Lcid::parse_hexadecimal(word).filter(|_| has_digit && (is_hexadecimal || is_whole));
    meant.map(|lcid| (lcid, true))
}

/// The one language that words name, whatever stands beside its name: `de-DE`, `Deutsch`, `Text EN`.
fn named(words: &str) -> Option<Lcid> {
    // Numbers are read before; of those that are left, small ones count something.
    let one = |words: &str| match lcid::parse_list(words).as_slice() {
        [found] if found.written.contains(char::is_alphabetic) => found.language.map(Lcid::from),
        _ => None,
    };
    let is_beside = |word: &str| {
        let letters = word.trim_matches(|sign: char| !sign.is_alphanumeric());
        BESIDE.iter().any(|beside| letters.eq_ignore_ascii_case(beside))
    };
    one(words).or_else(|| {
        let others: Vec<&str> = words.split_whitespace().filter(|word| !is_beside(word)).collect();
        one(without_signs(&others.join(" ")))
    })
}

/// Whether two numbers are of one language, be it of two countries or sorts.
fn is_akin(one: Lcid, other: Lcid) -> bool {
    let primary = |lcid: Lcid| lcid.tag().map(|tag| tag.split(['-', '_']).next().unwrap_or(tag));
    primary(one) == primary(other)
}

/// A text without the signs around it that belong to no name.
fn without_signs(text: &str) -> &str {
    let front = text.trim_start_matches(|sign: char| !sign.is_alphanumeric());
    let has_bracket = front.contains('(');
    front.trim_end_matches(|sign: char| !sign.is_alphanumeric() && (sign != ')' || !has_bracket))
}
