//! Languages by the numbers Microsoft gives them: names, tags, and the direction of writing.

mod index;
mod list;
mod search;

use std::{borrow::Cow, fmt, sync::OnceLock};

pub use list::{Found, parse_list};
pub use search::search;

use crate::source::blanks;

/// The number, the tag and the English name of each language, ascending by number.
///
/// The facts are those of the crate `lcid` (MS-LCID) with the patches listed in the test that compares the two. A text
/// of a line each, because the crate's own table is several times the size: it carries five columns nobody asks for.
const LANGUAGES: &str = include_str!("lcid/languages.txt");

/// A Microsoft locale ID, written in decimal in the `LCID` of an `activity`. Any number; not all name a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lcid(u32);

/// A language the table knows.
#[derive(Debug, PartialEq, Eq)]
pub struct Language {
    /// Its number, 1 to 65535.
    pub lcid: u32,
    /// Its BCP 47 tag, such as `fr-FR`; empty for the invariant language, 127.
    pub tag: &'static str,
    /// Its English name with the country, such as "French (France)".
    pub name: &'static str,
}

/// Where a line of text begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// As in French.
    LeftToRight,
    /// As in Arabic and Hebrew.
    RightToLeft,
}

impl Lcid {
    /// The language every entry should have unless the site says otherwise: English (United States).
    pub const ENGLISH: Lcid = Lcid(1033);

    /// Spanish (Spain), sorted as it was until 1994.
    pub const TRADITIONAL_SPANISH: Lcid = Lcid(1034);

    /// Spanish (Spain), as Windows reports it and the guide writes it.
    pub const SPANISH: Lcid = Lcid(3082);

    /// Any number.
    pub const fn new(number: u32) -> Lcid {
        Lcid(number)
    }

    /// Reads decimal digits; blanks around them are left out of account. `None` for anything else.
    pub fn parse(text: &str) -> Option<Lcid> {
        let digits = blanks::trim(text);
        let decimal = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        if decimal { digits.parse().ok().map(Lcid) } else { None }
    }

    /// The number, decimal.
    pub fn number(self) -> u32 {
        self.0
    }

    /// What the table knows of the number.
    pub fn info(self) -> Option<&'static Language> {
        let table = table();
        table.binary_search_by_key(&self.0, |language| language.lcid).ok().map(|at| &table[at])
    }

    /// The English name, such as "French (France)"; "LCID 99999" when the number is unknown.
    pub fn name(self) -> Cow<'static, str> {
        self.info().map_or_else(|| Cow::Owned(format!("LCID {}", self.0)), |language| Cow::Borrowed(language.name))
    }

    /// The BCP 47 tag, fit for `lang`.
    pub fn tag(self) -> Option<&'static str> {
        self.info().map(|language| language.tag).filter(|tag| !tag.is_empty())
    }

    /// The direction of writing. A sort ID in the upper bits does not change it; an unknown number reads left to right.
    pub fn direction(self) -> Direction {
        Lcid(self.0 & 0xFFFF).info().map_or(Direction::LeftToRight, |language| direction_of(language.tag))
    }

    /// Whether the number names a language without a country. No client's user interface has such a number.
    ///
    /// MS-LCID gives these the numbers below 1024 and, where a script is part of the name, those from 25600 (0x6400).
    pub fn is_neutral(self) -> bool {
        self.0 < 0x400 || (0x6400..0x8000).contains(&self.0)
    }

    /// Whether the number can name a language. 0, 1024, 2048, 3072, 4096 and the further multiples of 1024 stand for
    /// "the user's", "the system's" or "some custom one"; 127 is the invariant language.
    pub fn is_language(self) -> bool {
        !matches!(self.0 & 0x3FF, 0 | 0x7F)
    }
}

impl Lcid {
    /// Whether a client can have the number for its language: one of the table, with a country, and for Spanish the
    /// modern sort, 3082, not the traditional one, 1034.
    pub fn is_of_client(self) -> bool {
        self != Lcid::TRADITIONAL_SPANISH && !self.is_neutral() && self.is_language() && self.info().is_some()
    }

    /// The number that a client has for this language: itself; for the traditional sort of Spanish the modern one; for a
    /// language without a country that of the country it is usually of. `None` where it is no language of the table.
    pub fn of_client(self) -> Option<Lcid> {
        if self.is_of_client() {
            return Some(self);
        }
        if self == Lcid::TRADITIONAL_SPANISH {
            return Some(Lcid::SPANISH);
        }
        let tag = self.tag().filter(|_| self.is_neutral() && self.is_language())?;
        let usual = parse_list(tag).first().and_then(|found| found.language).map(Lcid::from);
        usual.filter(|lcid| lcid.is_of_client())
    }

    /// Reads a number as hexadecimal: `0x409`, `0409`, `409h`, `409`; of a language without a country, and of the
    /// traditional sort of Spanish, it is the one that a client has. `None` where it names no language so.
    pub fn parse_hexadecimal(text: &str) -> Option<Lcid> {
        let digits = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")).unwrap_or(text);
        let digits = digits.strip_suffix(['h', 'H']).unwrap_or(digits);
        let is_hexadecimal = (3..=8).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = if is_hexadecimal { u32::from_str_radix(digits, 16).ok() } else { None };
        number.and_then(|number| Lcid(number).of_client())
    }

    /// Whether a text can mean no other language than this: its number, be it hexadecimal where that cannot be read as
    /// decimal, or its tag. A name may be that of several.
    pub fn is_written(self, text: &str) -> bool {
        let digits = text.trim_start_matches("0x").trim_start_matches("0X").trim_end_matches(['h', 'H']);
        let has_digit = digits.contains(|sign: char| sign.is_ascii_digit());
        match Lcid::parse(text) {
            Some(decimal) => decimal == self,
            None if has_digit && u32::from_str_radix(digits, 16).is_ok_and(|number| number == self.0) => true,
            None => self.tag().is_some_and(|tag| tag.eq_ignore_ascii_case(text)),
        }
    }
}

impl fmt::Display for Lcid {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl From<&Language> for Lcid {
    fn from(language: &Language) -> Lcid {
        Lcid(language.lcid)
    }
}

/// All languages of the table, ascending by number.
pub fn all() -> impl ExactSizeIterator<Item = &'static Language> + Clone {
    table().iter()
}

fn table() -> &'static [Language] {
    static TABLE: OnceLock<Vec<Language>> = OnceLock::new();
    TABLE.get_or_init(|| LANGUAGES.lines().filter_map(read_line).collect())
}

fn read_line(line: &'static str) -> Option<Language> {
    let (lcid, rest) = line.split_once(' ')?;
    let (tag, name) = rest.split_once(' ')?;
    Some(Language { lcid: lcid.parse().ok()?, tag, name })
}

/// A script in the tag decides; without one, the script the language is usually written in on Windows.
fn direction_of(tag: &str) -> Direction {
    let mut subtags = tag.split('-');
    let language = subtags.next().unwrap_or_default();
    let script = subtags.next().filter(|subtag| subtag.len() == 4 && language != "qps");
    let leftward = match script {
        Some(script) => matches!(script, "Arab" | "Hebr" | "Thaa" | "Syrc" | "Nkoo"),
        // `qps-plocm` is the mirrored pseudo language, made for trying out a layout from right to left.
        None => {
            tag == "qps-plocm"
                || matches!(
                    language,
                    "ar" | "he" | "fa" | "ur" | "ps" | "prs" | "sd" | "ug" | "yi" | "dv" | "syr" | "ks" | "ku" | "nqo"
                )
        }
    };
    if leftward { Direction::RightToLeft } else { Direction::LeftToRight }
}
