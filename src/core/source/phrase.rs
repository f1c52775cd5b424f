//! Phrases for people: plain words, and code among them that the page sets in another face.

use std::{borrow::Cow, fmt};

/// How many characters of an offending text a phrase holds.
const LONGEST: usize = 60;

/// Stands on either side of code.
const MARK: char = '`';

/// What stands for a [`MARK`] in code, which it would end: a letter that looks like it.
const LIKE_MARK: char = '\u{2CB}';

/// Words, and code among them. What reads the marks of code is here and nowhere else.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phrase(Cow<'static, str>); // Invariant: marks come in pairs, and code stands between those of a pair.

/// A part of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Plain words.
    Words(&'a str),
    /// A text of the profile, a name of the guide, or what is to be written.
    Code(&'a str),
}

impl Phrase {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The phrase without a difference between words and code: for what is spoken, and for names of controls.
    pub fn plain(&self) -> String {
        self.0.replace(MARK, "")
    }

    /// The phrase in pieces; none of them is empty.
    pub fn pieces(&self) -> impl Iterator<Item = Piece<'_>> {
        let pieces = self.0.split(MARK).enumerate();
        pieces.filter(|(_, text)| !text.is_empty()).map(|(position, text)| match position % 2 {
            0 => Piece::Words(text),
            _ => Piece::Code(text),
        })
    }

    /// The phrase with words and another one behind it.
    pub fn then(self, between: &str, next: &Phrase) -> Phrase {
        let mut text = self.0.into_owned();
        text += between;
        text += &next.0;
        Phrase(Cow::Owned(text))
    }
}

impl From<&'static str> for Phrase {
    #[inline(never)]
    fn from(text: &'static str) -> Phrase {
        Phrase(Cow::Borrowed(text))
    }
}

impl From<String> for Phrase {
    #[inline(never)]
    fn from(text: String) -> Phrase {
        Phrase(Cow::Owned(text))
    }
}

impl fmt::Display for Phrase {
    /// As a document writes it, code in backticks.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A text as code in a phrase: on one line, and cut when it is long.
#[inline(never)]
pub fn quoted(text: &str) -> String {
    let shown = text.char_indices().nth(LONGEST).map_or(text, |(cut, _)| &text[..cut]);
    let more = if shown.len() < text.len() { "…" } else { "" };
    format!("{MARK}{}{more}{MARK}", shown.replace(['\n', '\t'], " ").replace(MARK, LIKE_MARK.encode_utf8(&mut [0; 4])))
}

/// A character of a text as it can stand in code.
pub fn in_code(character: char) -> char {
    match character {
        '\n' | '\t' => ' ',
        MARK => LIKE_MARK,
        character if character.is_control() => char::REPLACEMENT_CHARACTER,
        character => character,
    }
}

/// "1 entry", "7 entries".
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// "a, b and c".
pub fn listed(items: impl Iterator<Item = String>) -> String {
    let mut listed = String::new();
    let mut items = items.peekable();
    while let Some(item) = items.next() {
        if !listed.is_empty() {
            listed += if items.peek().is_some() { ", " } else { " and " };
        }
        listed += &item;
    }
    listed
}
