//! What a spreadsheet has made of a value: a date of `3-4`, a thousand of `1033`, a power of ten of a long number.
//!
//! A value that is spoilt is never read by what is left of it: it is told what it was made of, where that is one thing.

/// A value that a spreadsheet has spoilt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Spoilt {
    /// A date, of two numbers: `4-Mar` of `3-4`. Of the two ways to read one, this is the one in which the second number is
    /// the higher; a range of rows has no other.
    Date(u32, u32),
    /// A number with signs between its thousands: `1,033` of `1033`.
    Thousands(u32),
    /// A number as a power of ten: `1.03E+03`. Its last digits are lost.
    Power,
}

impl Spoilt {
    /// What has happened to the value, as a part of a sentence.
    pub fn cause(self) -> String {
        match self {
            Spoilt::Date(from, to) => format!("a spreadsheet made a date of it, perhaps of {from}-{to}"),
            Spoilt::Thousands(number) => format!("a spreadsheet set signs between the thousands of {number}"),
            Spoilt::Power => "a spreadsheet made a power of ten of a number, and its last digits are lost".to_owned(),
        }
    }
}

/// The months as spreadsheets write them in English; other languages write their own.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// What a spreadsheet has made of a value; `None` where it left it alone.
pub fn spoilt(value: &str) -> Option<Spoilt> {
    let value = value.trim();
    date(value).or_else(|| thousands(value).map(Spoilt::Thousands)).or_else(|| is_power(value).then_some(Spoilt::Power))
}

/// What has happened to a value, as the end of a sentence, and the number it was if that is known; an empty end where the
/// value was left alone.
pub fn told(value: &str) -> (String, Option<u32>) {
    match spoilt(value) {
        Some(spoilt @ Spoilt::Thousands(number)) => (format!(": {}", spoilt.cause()), Some(number)),
        Some(spoilt) => (format!(": {}", spoilt.cause()), None),
        None => (String::new(), None),
    }
}

/// `4-Mar`, `04-Mar`, `4. Mrz` is not read; `Mar-04` and `Mar 4` are.
fn date(value: &str) -> Option<Spoilt> {
    let (one, other) = value.split_once(['-', ' ', '/'])?;
    let month = |word: &str| {
        let word = word.trim_end_matches('.').to_ascii_lowercase();
        MONTHS.iter().position(|month| *month == word).map(|at| at as u32 + 1)
    };
    let day = |digits: &str| {
        let is_day = matches!(digits.len(), 1 | 2) && digits.bytes().all(|digit| digit.is_ascii_digit());
        digits.parse().ok().filter(|day: &u32| is_day && (1..=31).contains(day))
    };
    let (day, month) = match (day(one), month(other)) {
        (Some(day), Some(month)) => (day, month),
        _ => (day(other)?, month(one)?),
    };
    Some(Spoilt::Date(day.min(month), day.max(month)))
}

/// `1,033`, `1.033`, `1 033`, `1'033`: groups of three digits with one sign between them.
fn thousands(value: &str) -> Option<u32> {
    let sign = value.chars().find(|sign| !sign.is_ascii_digit())?;
    if !matches!(sign, ',' | '.' | ' ' | '\u{A0}' | '\u{202F}' | '\'' | '\u{2019}') {
        return None;
    }
    let mut groups = value.split(sign);
    let first = groups.next()?;
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        digits.push_str(group);
    }
    let is_number = (1..=3).contains(&first.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
    digits.parse().ok().filter(|_| is_number && !first.starts_with('0'))
}

/// `1.03E+03`, `1,03E+03`.
fn is_power(value: &str) -> bool {
    let Some((number, power)) = value.split_once(['E', 'e']) else { return false };
    let is_digits = |digits: &str| !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    let power = power.strip_prefix(['+', '-']);
    let number: String = number.chars().filter(|sign| !matches!(sign, '.' | ',')).collect();
    power.is_some_and(is_digits) && is_digits(&number)
}
