//! What is looked for, as it is written: `I am`, `"exact phrase"`, `id:CALL`, `fr:`, `1036:`, `-word`.

pub use super::needle::Strictness;
use super::{
    needle::Needle,
    scope::Scope,
    term::{self, Quotes, Term},
};
use crate::{mapping::lcid::Lcid, source::text::Span};

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

/// What a text as it is written is put between where it would be read as something else.
const EXACT: &str = "\"\"";

impl Query {
    /// Reads what was written, for where it is looked for.
    ///
    /// Terms begin words. Blanks beside a term only part it from the rest; all others count.
    pub fn read(written: &str, strictness: Strictness, scope: Scope) -> Query {
        let mut query = Query::default();
        if let Some(text) = exact(written, scope) {
            query.phrases.extend(Needle::new(text, strictness));
            return query;
        }
        let (mut plain, mut at) = (0, 0);
        while at < written.len() {
            let begins_word = at == plain || written[..at].ends_with(char::is_whitespace);
            let term = if begins_word { term::at_front(&written[at..], quotes(scope)) } else { None };
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
    pub fn written(text: &str, scope: Scope) -> String {
        match (reads_as_itself(text, scope), quotes(scope)) {
            (true, _) => text.to_owned(),
            (false, Quotes::OfPhrases) => format!("\"{}\"", text.replace('"', "\"\"")),
            (false, Quotes::Plain) => format!("{EXACT}{text}{EXACT}"),
        }
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

/// XML and options are full of quotes: where they are looked through, a quote is one.
fn quotes(scope: Scope) -> Quotes {
    match scope.part() {
        Some(_) => Quotes::Plain,
        None => Quotes::OfPhrases,
    }
}

/// Whether a text finds itself, with no term in it.
fn reads_as_itself(text: &str, scope: Scope) -> bool {
    let exact = Strictness { whole_words: false, case: true };
    let query = Query::read(text, exact, scope);
    query.is_plain() && query.phrases.len() == 1 && query.phrases.first() == Needle::new(text, exact).as_ref()
}

/// The text that is meant as it stands though it holds a term: `""-x""`. Around anything else these are quotes like others.
fn exact(written: &str, scope: Scope) -> Option<&str> {
    let is_plain = quotes(scope) == Quotes::Plain;
    let text = written.strip_prefix(EXACT)?.strip_suffix(EXACT).filter(|text| is_plain && !text.is_empty())?;
    (!reads_as_itself(text, scope)).then_some(text)
}

fn is_of(language: Lcid, written: &str) -> bool {
    match Lcid::parse(written) {
        Some(number) => number == language,
        None => language.tag().is_some_and(|tag| term::is_tag_of(tag, written)),
    }
}
