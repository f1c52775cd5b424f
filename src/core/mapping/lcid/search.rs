//! Finding a language by what people call it: a number, a tag, a name in English or its own.

use std::{collections::BTreeSet, sync::OnceLock};

use super::{Language, Lcid, all};
use crate::source::{lowercase::lowercase, sorting};

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
    query.meant().or_else(|| {
        // A number is exact or nothing; of words it is enough that one language has them all.
        let may_fit = query.number.is_none() && query.words.iter().all(|word| begins_some(word));
        let mut fitting = index().iter().filter(|entry| may_fit && query.has_words_of(entry));
        let only = fitting.next().filter(|_| fitting.next().is_none());
        only.map(|entry| entry.language)
    })
}

/// A language, ready to be compared: its texts folded.
struct Entry {
    language: &'static Language,
    number: String,
    tag: String,
    name: String,
    /// The words of `name`.
    words: Vec<String>,
    /// `name` without what stands in brackets behind it.
    bare_name: Option<String>,
}

impl Entry {
    fn of(language: &'static Language) -> Entry {
        let name = fold(language.name);
        Entry {
            language,
            number: language.lcid.to_string(),
            tag: fold(language.tag),
            words: words(&name).map(str::to_owned).collect(),
            bare_name: name.split_once(" (").map(|(bare, _)| bare.to_owned()),
            name,
        }
    }
}

fn index() -> &'static [Entry] {
    static INDEX: OnceLock<Vec<Entry>> = OnceLock::new();
    INDEX.get_or_init(|| all().map(Entry::of).collect())
}

/// Whether a word begins anything that languages are called. Few words of a long text do, and all languages need to be
/// looked through for those only.
fn begins_some(word: &str) -> bool {
    static WORDS: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
    let called = |entry: &'static Entry| {
        let own = [entry.number.as_str()];
        entry.words.iter().map(String::as_str).chain(entry.tag.split('-')).chain(own)
    };
    let words = WORDS.get_or_init(|| index().iter().flat_map(called).collect());
    words.range(word..).next().is_some_and(|known| known.starts_with(word))
}

/// Whether a word is the tag of a language.
pub(super) fn is_tag(word: &str) -> bool {
    tagged(&fold(word)).is_some()
}

fn tagged(folded_tag: &str) -> Option<&'static Entry> {
    index().iter().find(|entry| !entry.tag.is_empty() && entry.tag == folded_tag)
}

/// The names of `OWN_NAMES`, folded, each with a folded tag.
fn own_names() -> impl Iterator<Item = &'static (String, String)> {
    static NAMES: OnceLock<Vec<(String, String)>> = OnceLock::new();
    let read = || OWN_NAMES.lines().filter_map(|line| line.rsplit_once(' ')).map(|(name, tag)| (fold(name), fold(tag)));
    NAMES.get_or_init(|| read().collect()).iter()
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
        if let Some(number) = self.number {
            return number.info();
        }
        if self.words.is_empty() {
            return None;
        }
        let named = || index().iter().find(|entry| entry.words == self.words);
        let own_named = || own_names().find(|(name, _)| *name == self.text).and_then(|(_, tag)| tagged(tag));
        // Languages without a neutral number, such as Somali.
        let begun = || index().iter().find(|entry| entry.bare_name.as_deref() == Some(&self.text));
        tagged(&self.text).or_else(named).or_else(own_named).or_else(begun).map(with_country)
    }

    /// Tags of languages whose own name begins with the query. Two Latin letters are too few to mean a name.
    fn own_tags(&self) -> Vec<&'static str> {
        if self.text.len() < 3 {
            return Vec::new();
        }
        own_names().filter(|(name, _)| name.starts_with(&self.text)).map(|(_, tag)| tag.as_str()).collect()
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

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Lower case, without the accents of the Latin letters that the names carry, whether composed or not.
fn fold(text: &str) -> String {
    let accent = |letter: &char| ('\u{300}'..='\u{36F}').contains(letter);
    text.chars().map(lowercase).filter(|letter| !accent(letter)).map(plain).collect()
}

fn plain(letter: char) -> char {
    match letter {
        'à'..='å' | 'ă' => 'a',
        'ç' | 'č' => 'c',
        'è'..='ë' | 'ě' | 'ế' | 'ệ' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' => 'o',
        'š' => 's',
        'ù'..='ü' | 'ų' => 'u',
        other => other,
    }
}
