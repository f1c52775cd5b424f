//! What is wrong with an LCID as it is written, and which language was meant.

use crate::{
    mapping::lcid::{self, Lcid},
    source::{blanks, phrase::quoted, spreadsheet},
};

/// What is said of a value.
pub(super) struct Reading {
    /// What is wrong with it.
    pub wrong: String,
    /// What to do; empty where nothing is advised.
    pub advice: String,
    /// The language that was meant, where it can be told.
    pub meant: Option<Lcid>,
}

/// What is said of a value that is no LCID of the table; `None` where another law says it.
pub(super) fn of(written: &str) -> Option<Reading> {
    let text = blanks::trim(written);
    let shown = quoted(written);
    let told = |wrong: String, advice: &str| (wrong, advice.to_owned(), None);
    let (wrong, advice, meant) = match (Lcid::parse(text), Lcid::parse_hexadecimal(text)) {
        (Some(lcid), _) if lcid.number() == 0 => {
            told("`0` is no language".to_owned(), "write the decimal number of one")
        }
        (Some(lcid), Some(meant)) if lcid.info().is_none() => (
            format!("{shown} is the hexadecimal number of {}", meant.name()),
            format!("write the decimal one, {meant}"),
            Some(meant),
        ),
        (Some(lcid), _) if text.len() < written.len() => {
            (format!("blanks stand around the LCID {shown}"), "write the number alone".into(), Some(lcid))
        }
        (Some(_), _) => return None,
        (None, Some(meant)) => {
            let advice = format!("write the decimal one of the language, {meant}");
            (format!("{shown} is a hexadecimal number"), advice, Some(meant))
        }
        (None, None) if text.is_empty() => {
            told("the LCID is empty".to_owned(), "write the decimal number of a language")
        }
        (None, None) if text.starts_with('$') => {
            told(format!("{shown} is a variable that nobody filled in"), "write the decimal number of a language")
        }
        (None, None) if text.starts_with('-') => told(format!("{shown} is negative, as no LCID is"), ""),
        (None, None) => {
            let (cause, number) = spreadsheet::told(text);
            let read = number.map_or_else(|| text.to_owned(), |number| number.to_string());
            let meant = lcid::parse_list(&read).first().and_then(|found| Lcid::from(found.language?).of_client());
            (format!("{shown} is not an LCID{cause}"), "write the decimal number of the language".into(), meant)
        }
    };
    Some(Reading { wrong, advice, meant })
}
