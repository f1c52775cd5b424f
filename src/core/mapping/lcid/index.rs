//! The languages of the list, ready to be compared: their texts folded, and who is called by which word.

use std::{collections::BTreeMap, sync::OnceLock};

use super::{Language, all};
use crate::source::lowercase::lowercase;

/// A language, ready to be compared: its texts folded.
pub(super) struct Entry {
    pub(super) language: &'static Language,
    pub(super) number: String,
    pub(super) tag: String,
    pub(super) name: String,
    /// The words of `name`.
    pub(super) words: Vec<String>,
    /// `name` without what stands in brackets behind it.
    pub(super) bare_name: Option<String>,
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

pub(super) fn index() -> &'static [Entry] {
    static INDEX: OnceLock<Vec<Entry>> = OnceLock::new();
    INDEX.get_or_init(|| all().map(Entry::of).collect())
}

/// The languages that are called by a word which this begins, in the order of the list. Few words of a long text begin
/// any; so all languages need not be looked through for each of them.
pub(super) fn called(beginning: &str) -> Vec<&'static Entry> {
    static WORDS: OnceLock<BTreeMap<&'static str, Vec<usize>>> = OnceLock::new();
    let read = || {
        let mut words: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, entry) in index().iter().enumerate() {
            let own = entry.words.iter().map(String::as_str).chain(entry.tag.split('-')).chain([entry.number.as_str()]);
            own.for_each(|word| words.entry(word).or_default().push(at));
        }
        words
    };
    let words = WORDS.get_or_init(read).range(beginning..);
    let mut found: Vec<usize> =
        words.take_while(|(word, _)| word.starts_with(beginning)).flat_map(|(_, own)| own).copied().collect();
    found.sort_unstable();
    found.dedup();
    found.into_iter().map(|at| &index()[at]).collect()
}

pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Lower case, without the accents of the Latin letters that the names carry, whether composed or not.
pub(super) fn fold(text: &str) -> String {
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
