//! What is looked for, as it is written: `I am`, `"exact phrase"`, `id:CALL`, `fr:`, `1036:`, `-word`.

use super::needle::Needle;
pub use super::needle::Strictness;
use crate::{
    mapping::lcid::{self, Lcid},
    source::text::Span,
};

/// What is looked for. Words that stand beside each other are one phrase; of several phrases all must be there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    phrases: Vec<Needle>,
    without: Vec<Needle>,
    /// What IDs must contain, or must not.
    ids: Vec<(bool, Needle)>,
    /// The languages that are meant, or are not, by the beginning of a tag or by number.
    languages: Vec<(bool, String)>,
}

/// A part of a query that is not plain text; whether it is wanted, and what.
enum Term {
    Phrase(bool, String),
    Id(bool, String),
    Language(bool, String),
}

impl Query {
    /// Reads what was written.
    ///
    /// Terms begin words. Blanks beside a term only part it from the rest; all others count.
    pub fn read(written: &str, strictness: Strictness) -> Query {
        let mut query = Query::default();
        let (mut plain, mut at) = (0, 0);
        while at < written.len() {
            let begins_word = at == plain || written[..at].ends_with(char::is_whitespace);
            let term = if begins_word { term(&written[at..]) } else { None };
            let Some((term, length)) = term else {
                at += written[at..].chars().next().map_or(1, char::len_utf8);
                continue;
            };
            query.phrases.extend(Needle::new(written[plain..at].trim_end(), strictness));
            query.take(term, strictness);
            let rest = &written[at + length..];
            at = written.len() - rest.trim_start().len();
            plain = at;
        }
        query.phrases.extend(Needle::new(&written[plain..], strictness));
        query
    }

    fn take(&mut self, term: Term, strictness: Strictness) {
        let needle = |text: &str| Needle::new(text, strictness);
        match term {
            Term::Phrase(true, text) => self.phrases.extend(needle(&text)),
            Term::Phrase(false, text) => self.without.extend(needle(&text)),
            // A part of an ID is none of its words.
            Term::Id(is_wanted, text) => {
                let loose = Strictness { whole_words: false, ..strictness };
                self.ids.extend(Needle::new(&text, loose).map(|needle| (is_wanted, needle)));
            }
            Term::Language(is_wanted, language) => self.languages.push((is_wanted, language)),
        }
    }

    /// What finds exactly this text: itself, or in quotes where it would be read as something else.
    pub fn written(text: &str) -> String {
        let plain = Query::read(text, Strictness { whole_words: false, case: true });
        let exact = Needle::new(text, Strictness { whole_words: false, case: true });
        let is_plain = plain.phrases.len() == 1 && plain.phrases.first() == exact.as_ref() && plain.is_plain();
        if is_plain { text.to_owned() } else { format!("\"{}\"", text.replace('"', "\"\"")) }
    }

    fn is_plain(&self) -> bool {
        self.without.is_empty() && self.ids.is_empty() && self.languages.is_empty()
    }

    /// Whether there is something to find, and not only something to leave out.
    pub fn has_phrase(&self) -> bool {
        !self.phrases.is_empty()
    }

    /// Where IDs alone are looked through, the ID that is meant is what is looked for.
    pub fn of_ids(mut self) -> Query {
        if self.phrases.is_empty() {
            self.phrases = self.ids.iter().filter(|(is_wanted, _)| *is_wanted).map(|(_, id)| id.clone()).collect();
        }
        self
    }

    /// Whether it says something of IDs or languages.
    pub fn is_restricted(&self) -> bool {
        !self.ids.is_empty() || !self.languages.is_empty()
    }

    /// Whether it says something of languages.
    pub fn has_language(&self) -> bool {
        self.languages.iter().any(|(is_wanted, _)| *is_wanted)
    }

    /// Whether what has this ID is looked through.
    pub fn admits_id(&self, id: &str) -> bool {
        self.ids.iter().all(|(is_wanted, needle)| needle.is_in(id) == *is_wanted)
    }

    /// Whether what is in this language is looked through; `None` is in none.
    pub fn admits_language(&self, language: Option<Lcid>) -> bool {
        let is_of = |written: &str| language.is_some_and(|language| is_of(language, written));
        let is_left_out = self.languages.iter().any(|(is_wanted, written)| !is_wanted && is_of(written));
        !is_left_out
            && (!self.has_language() || self.languages.iter().any(|(is_wanted, written)| *is_wanted && is_of(written)))
    }

    /// Where it stands in a text, in its order, none of it twice.
    pub fn spans(&self, text: &str) -> Vec<Span> {
        let mut spans = Vec::new();
        for phrase in &self.phrases {
            let before = spans.len();
            spans.extend(phrase.spans(text));
            if spans.len() == before {
                return Vec::new();
            }
        }
        if spans.is_empty() || self.without.iter().any(|without| without.is_in(text)) {
            return Vec::new();
        }
        if 1 < self.phrases.len() {
            // Of two that overlap the earlier one, then the longer one.
            spans.sort_unstable_by_key(|span| (span.start, usize::MAX - span.end));
            let mut end = 0;
            spans.retain(|span| {
                let is_free = end <= span.start;
                end = if is_free { span.end } else { end };
                is_free
            });
        }
        spans
    }
}

/// The term that a text begins with, and its length.
fn term(text: &str) -> Option<(Term, usize)> {
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
    if is_without || own.starts_with('"') {
        let (value, length) = value(own);
        return Some((Term::Phrase(is_wanted, value), front + length));
    }
    None
}

/// What stands between quotes, two of which are one in it, or the first word; and its length. A quote that is still open
/// reaches to the end.
fn value(text: &str) -> (String, usize) {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find(char::is_whitespace).unwrap_or(text.len());
        return (text[..end].to_owned(), end);
    };
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

/// The language, or languages, that a prefix means: a number of four digits at least, as all languages with a country
/// have one, or a tag or the beginning of one.
fn language(name: &str) -> Option<String> {
    let written = name.to_ascii_lowercase().replace('_', "-");
    let is_number = 4 <= written.len() && written.bytes().all(|byte| byte.is_ascii_digit());
    (is_number || lcid::all().any(|language| is_tag_of(language.tag, &written))).then_some(written)
}

fn is_of(language: Lcid, written: &str) -> bool {
    match Lcid::parse(written) {
        Some(number) => number == language,
        None => language.tag().is_some_and(|tag| is_tag_of(tag, written)),
    }
}

/// Whether a tag is the written one, or goes on behind it.
fn is_tag_of(tag: &str, written: &str) -> bool {
    let front = tag.get(..written.len()).filter(|_| !written.is_empty());
    let behind = tag.as_bytes().get(written.len());
    front.is_some_and(|front| front.eq_ignore_ascii_case(written)) && behind.is_none_or(|sign| *sign == b'-')
}
