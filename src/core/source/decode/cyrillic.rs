//! Words in Cyrillic letters: whether a text is made of them, and which ones were meant where they were read as others.

use super::{code_pages, encoding::Encoding, misread};

/// Vowels of the languages that are written so; in Bulgarian `ъ` is one.
const VOWELS: &str = "аеёиоуыэюяіїєъўАЕЁИОУЫЭЮЯІЇЄЪЎ";

/// No word has more consonants in a row.
const MOST_CONSONANTS: usize = 5;

/// The words of a text, counted by their letters.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// Letters of words that are Cyrillic and can be spoken.
    spoken: usize,
    /// The most letters that such a word has.
    longest: usize,
    /// Letters of words that are Cyrillic and cannot be spoken; abbreviations are.
    unspoken: usize,
    /// Letters of words in which Cyrillic letters stand beside others.
    mixed: usize,
    /// Letters of words in other letters.
    others: usize,
}

impl Words {
    pub(super) fn of(text: &str) -> Words {
        let mut found = Words::default();
        for word in text.split(|sign: char| !sign.is_alphabetic()).filter(|word| !word.is_empty()) {
            let letters = word.chars().count();
            match word.chars().filter(|letter| is_cyrillic(*letter)).count() {
                0 => found.others += letters,
                own if own < letters => found.mixed += letters,
                _ if is_spoken(word) => {
                    found.spoken += letters;
                    found.longest = found.longest.max(letters);
                }
                // One letter alone says nothing.
                1 => {}
                _ => found.unspoken += letters,
            }
        }
        found
    }

    /// Whether Cyrillic is what the text was meant to be in, or is not; `None` where nothing speaks for either.
    pub(super) fn speak_for_cyrillic(&self) -> Option<bool> {
        let (own, against) = (self.spoken, self.mixed + self.unspoken);
        (own != against).then_some(against < own)
    }
}

/// The text as it was in windows-1251, where it was read as windows-1252.
///
/// `is_expected` says that it should be Cyrillic; a word of two letters is enough then. Else a word of four is wanted, and
/// no language that has accents writes such words without a letter from A to Z.
pub(super) fn meant(text: &str, is_expected: bool) -> Option<String> {
    let page = Encoding::Windows1251.page();
    let read = |sign: char| match sign.is_ascii() {
        true => Some(sign),
        false => code_pages::character(page, misread::byte(sign, Encoding::Windows1252.page())?),
    };
    let meant: String = text.chars().map(read).collect::<Option<String>>()?;
    let words = Words::of(&meant);
    let (fewest, longest) = if is_expected { (2, 2) } else { (5, 4) };
    let is_meant = words.mixed == 0
        && fewest <= words.spoken
        && longest <= words.longest
        && 3 * words.unspoken <= words.spoken
        && words.others <= words.spoken + words.unspoken;
    is_meant.then_some(meant)
}

fn is_cyrillic(letter: char) -> bool {
    ('\u{400}'..='\u{45F}').contains(&letter) || matches!(letter, 'Ґ' | 'ґ')
}

/// Whether a word has vowels among its consonants, and capitals where a word has them.
fn is_spoken(word: &str) -> bool {
    let (mut vowels, mut consonants, mut run, mut letters) = (0, 0, 0, 0);
    let (mut capitals, mut is_alike, mut before) = (0, true, None);
    for letter in word.chars() {
        let is_vowel = VOWELS.contains(letter);
        vowels += usize::from(is_vowel);
        run = if is_vowel { 0 } else { run + 1 };
        consonants = run.max(consonants);
        capitals += usize::from(letter.is_uppercase());
        is_alike = is_alike && before.is_none_or(|before| before == letter);
        before = Some(letter);
        letters += 1;
    }
    let is_cased = capitals == 0 || capitals == letters || capitals == 1 && word.starts_with(char::is_uppercase);
    let begins = !word.starts_with(['ь', 'ы', 'Ь', 'Ы']);
    is_cased && begins && !is_alike && 0 < vowels && 4 * vowels <= 3 * letters + 2 && consonants <= MOST_CONSONANTS
}
