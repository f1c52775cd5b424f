//! The parts of a query that are no plain text, and where one begins and ends.

use crate::mapping::lcid;

/// A part of a query that is not plain text; whether it is wanted, and what.
pub(super) enum Term {
    Phrase(bool, String),
    Id(bool, String),
    Language(bool, String),
}

/// What quotes are in a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quotes {
    /// A phrase stands between them.
    OfPhrases,
    /// Signs like others; around an ID they part it from the rest all the same, as no ID has any.
    Plain,
}

/// The term that a text begins with, and its length.
pub(super) fn at_front(text: &str, quotes: Quotes) -> Option<(Term, usize)> {
    let is_without = text.starts_with('-') && text[1..].starts_with(|sign: char| !sign.is_whitespace() && sign != '-');
    let (front, is_wanted) = (usize::from(is_without), !is_without);
    let own = &text[front..];
    let name = own.split_once(':').map(|(name, _)| name);
    if let Some(name) = name.filter(|name| !name.contains(|sign: char| sign.is_whitespace() || sign == '"')) {
        let behind = front + name.len() + 1;
        if name.eq_ignore_ascii_case("id") {
            let blanks = text[behind..].len() - text[behind..].trim_start().len();
            let (value, length) = value(&text[behind + blanks..]);
            return Some((Term::Id(is_wanted, value), behind + blanks + length));
        }
        if let Some(language) = language(name) {
            return Some((Term::Language(is_wanted, language), behind));
        }
    }
    let is_phrase = own.starts_with('"') && quotes == Quotes::OfPhrases;
    let (value, length) = if is_phrase { value(own) } else { word(own) };
    match () {
        // Of a phrase without words the quotes are all there is to look for.
        () if is_phrase && value.is_empty() => {
            Some((Term::Phrase(is_wanted, own[..length].to_owned()), front + length))
        }
        () if is_phrase || is_without => Some((Term::Phrase(is_wanted, value), front + length)),
        () => None,
    }
}

/// What stands between quotes, two of which are one in it, or the first word; and its length. A quote that is still open
/// reaches to the end.
fn value(text: &str) -> (String, usize) {
    let Some(quoted) = text.strip_prefix('"') else { return word(text) };
    let (mut value, mut at) = (String::new(), 0);
    while let Some(length) = quoted[at..].find('"') {
        value += &quoted[at..at + length];
        at += length + 1;
        if !quoted[at..].starts_with('"') {
            return (value, at + 1);
        }
        value.push('"');
        at += 1;
    }
    value += &quoted[at..];
    (value, text.len())
}

/// The first word, and its length.
fn word(text: &str) -> (String, usize) {
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    (text[..end].to_owned(), end)
}

/// The language, or languages, that a prefix means: a number of four digits at least, as all languages with a country
/// have one, or a tag or the beginning of one.
fn language(name: &str) -> Option<String> {
    let written = name.to_ascii_lowercase().replace('_', "-");
    let is_number = 4 <= written.len() && written.bytes().all(|byte| byte.is_ascii_digit());
    (is_number || lcid::all().any(|language| is_tag_of(language.tag, &written))).then_some(written)
}

/// Whether a tag is the written one, or goes on behind it.
pub(super) fn is_tag_of(tag: &str, written: &str) -> bool {
    let front = tag.get(..written.len()).filter(|_| !written.is_empty());
    let behind = tag.as_bytes().get(written.len());
    front.is_some_and(|front| front.eq_ignore_ascii_case(written)) && behind.is_none_or(|sign| *sign == b'-')
}
