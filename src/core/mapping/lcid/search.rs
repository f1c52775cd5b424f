//! Finding a language by what people call it: a number, a tag, a name in English or its own.

use std::{collections::BTreeMap, sync::OnceLock};

use super::{
    Language, Lcid,
    index::{Entry, called, fold, index, words},
};
use crate::source::sorting;

/// What languages are called besides their English names, with the tag that is meant.
const OWN_NAMES: &str = include_str!("own_names.txt");

/// Where Windows takes another country for a bare language than the one with the lowest number. Tags in lower case.
const DEFAULT_COUNTRIES: [(&str, u32); 16] = [
    ("es", 3082),
    ("zh", 2052),
    ("zh-hans", 2052),
    ("zh-hant", 1028),
    ("no", 1044),
    ("bn", 2117),
    ("sr", 9242),
    ("sr-latn", 9242),
    ("sr-cyrl", 10266),
    ("smj", 5179),
    ("sma", 7227),
    ("ff", 2151),
    ("ff-latn", 2151),
    ("iu", 2141),
    ("tzm", 2143),
    ("mn-cyrl", 1104),
];

/// Languages by the beginning of a number or tag, or by words of the name, the best first. `_` is read as `-`; case and
/// accents do not matter. A bare language (`fr`, `French`) gives its default country first. An empty query gives all,
/// by name; a number gives them by number.
pub fn search(query: &str) -> Vec<&'static Language> {
    let query = Query::new(query);
    let meant = query.meant();
    let own_tags = query.own_tags();
    let rank = |entry: &Entry| {
        if meant == Some(entry.language) { Some(0) } else { query.rank(entry, &own_tags) }
    };
    let mut found: Vec<_> = index().iter().filter_map(|entry| Some((rank(entry)?, entry.language))).collect();
    let by_name = query.number.is_none();
    sorting::by_numbers(&mut found, |(_, language)| (language.lcid as usize, 0));
    if by_name {
        sorting::by_text(&mut found, |(_, language)| language.name);
    }
    sorting::by_numbers(&mut found, |(rank, _)| (*rank as usize, 0));
    found.into_iter().map(|(_, language)| language).collect()
}

/// The one language an item means.
pub(super) fn meaning(item: &str) -> Option<&'static Language> {
    let query = Query::new(item);
    // A number is exact or nothing; of words it is enough that one language has them all.
    if let Some(number) = query.number {
        return number.info();
    }
    let fitting = query.fitting();
    let only = if let [only] = fitting.as_slice() { Some(only.language) } else { None };
    query.meant_of(&fitting).or(only)
}

/// Whether a word is the tag of a language.
pub(super) fn is_tag(word: &str) -> bool {
    tagged(&fold(word)).is_some()
}

fn tagged(folded_tag: &str) -> Option<&'static Entry> {
    index().iter().find(|entry| !entry.tag.is_empty() && entry.tag == folded_tag)
}

/// Folded tags by the folded names that mean them.
type OwnNames = BTreeMap<String, String>;

/// Those of `OWN_NAMES`.
fn own_names() -> &'static OwnNames {
    static NAMES: OnceLock<OwnNames> = OnceLock::new();
    let read = || OWN_NAMES.lines().filter_map(|line| line.rsplit_once(' ')).map(|(name, tag)| (fold(name), fold(tag)));
    NAMES.get_or_init(|| read().collect())
}

/// What was asked for, ready to be compared.
struct Query {
    /// Folded, trimmed, `_` turned to `-`.
    text: String,
    /// The letters and digits of `text`, word by word.
    words: Vec<String>,
    /// When it is nothing but digits.
    number: Option<Lcid>,
}

impl Query {
    fn new(query: &str) -> Query {
        let text = fold(query.trim()).replace('_', "-");
        let words = words(&text).map(str::to_owned).collect();
        Query { number: Lcid::parse(query), text, words }
    }

    /// The language with exactly this number, tag or name; of a bare language, the default country.
    fn meant(&self) -> Option<&'static Language> {
        match self.number {
            Some(number) => number.info(),
            None => self.meant_of(&self.fitting()),
        }
    }

    /// The same of the languages that have all the words.
    fn meant_of(&self, fitting: &[&'static Entry]) -> Option<&'static Language> {
        let one = |is_it: &dyn Fn(&Entry) -> bool| fitting.iter().copied().find(|entry| is_it(entry));
        let by_tag = one(&|entry| !entry.tag.is_empty() && entry.tag == self.text);
        let named = || one(&|entry| entry.words == self.words);
        let own_named = || own_names().get(&self.text).and_then(|tag| tagged(tag));
        // Languages without a neutral number, such as Somali.
        let begun = || one(&|entry| entry.bare_name.as_deref() == Some(&self.text));
        by_tag.or_else(named).or_else(own_named).or_else(begun).map(with_country)
    }

    /// The languages that have all the words asked for, in the order of the list.
    fn fitting(&self) -> Vec<&'static Entry> {
        // The longest word is that of the fewest languages.
        let longest = self.words.iter().max_by_key(|word| word.len());
        let called = longest.map(|word| called(word)).unwrap_or_default();
        called.into_iter().filter(|entry| self.has_words_of(entry)).collect()
    }

    /// Tags of languages whose own name begins with the query. Two Latin letters are too few to mean a name.
    fn own_tags(&self) -> Vec<&'static str> {
        if self.text.len() < 3 {
            return Vec::new();
        }
        own_names().iter().filter(|(name, _)| name.starts_with(&self.text)).map(|(_, tag)| tag.as_str()).collect()
    }

    /// How well a language fits, 1 the best; `None` when it does not. A language without a country comes last among
    /// equals, because no client shows its texts.
    fn rank(&self, entry: &Entry, own_tags: &[&str]) -> Option<u8> {
        let default_first = 1 - u8::from(is_default(entry.language));
        let class = if self.text.is_empty() {
            return Some(1);
        } else if self.number.is_some() {
            entry.number.starts_with(&self.text).then_some(1)
        } else if within(&entry.tag, self.text.trim_end_matches('-')) {
            Some(1 + default_first)
        } else if self.words.first().is_some_and(|word| entry.name.starts_with(word)) && self.has_words_of(entry) {
            Some(4 + default_first)
        } else if entry.tag.starts_with(&self.text) || own_tags.iter().any(|tag| within(&entry.tag, tag)) {
            Some(7 + default_first)
        } else {
            self.has_words_of(entry).then_some(10)
        };
        class.map(|class| class + u8::from(Lcid::from(entry.language).is_neutral()))
    }

    /// Whether each word asked for begins a word of the name, is a part of the tag, or begins the number.
    fn has_words_of(&self, entry: &Entry) -> bool {
        let fits = |word: &String| {
            entry.words.iter().any(|part| part.starts_with(word.as_str()))
                || entry.tag.split('-').any(|part| part == word)
                || entry.number.starts_with(word.as_str())
        };
        !self.words.is_empty() && self.words.iter().all(fits)
    }
}

/// A neutral language's default country; any other language as it is.
fn with_country(entry: &'static Entry) -> &'static Language {
    if !Lcid::from(entry.language).is_neutral() {
        return entry.language;
    }
    if let Some((_, number)) = DEFAULT_COUNTRIES.iter().find(|(tag, _)| *tag == entry.tag) {
        return Lcid::new(*number).info().unwrap_or(entry.language);
    }
    let of_a_country = |other: &&Entry| within(&other.tag, &entry.tag) && !Lcid::from(other.language).is_neutral();
    index().iter().find(of_a_country).unwrap_or(entry).language
}

/// Whether a language is what Windows takes for a bare one: French (France) for French.
fn is_default(language: &Language) -> bool {
    static DEFAULTS: OnceLock<Vec<u32>> = OnceLock::new();
    let read = || index().iter().filter(|entry| Lcid::from(entry.language).is_neutral()).map(with_country);
    DEFAULTS.get_or_init(|| read().map(|language| language.lcid).collect()).contains(&language.lcid)
}

/// Whether a tag is `wide`, or that with more parts behind it.
fn within(tag: &str, wide: &str) -> bool {
    !wide.is_empty() && tag.strip_prefix(wide).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}
