//! A text that is looked for in others: where it stands in them, in their own bytes.

use crate::source::text::Span;

/// How exactly a text must be there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Strictness {
    /// Not as a part of a word.
    pub whole_words: bool,
    /// With the same capital and small letters.
    pub case: bool,
}

/// A text that is looked for; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Needle {
    signs: Vec<char>,
    strictness: Strictness,
}

impl Needle {
    /// The one of a text; `None` where there is nothing to look for.
    pub fn new(text: &str, strictness: Strictness) -> Option<Needle> {
        let signs: Vec<char> = text.chars().map(|sign| if strictness.case { sign } else { folded(sign) }).collect();
        (!signs.is_empty()).then_some(Needle { signs, strictness })
    }

    /// Where it stands in a text, in its order; none of the places overlap.
    pub fn spans<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Span> + 'a {
        let mut from = 0;
        std::iter::from_fn(move || {
            let span = self.next(text, from)?;
            from = span.end;
            Some(span)
        })
    }

    /// Whether it stands in a text.
    pub fn is_in(&self, text: &str) -> bool {
        self.next(text, 0).is_some()
    }

    fn next(&self, text: &str, from: usize) -> Option<Span> {
        let (first, _) = self.signs.split_first()?;
        let starts = text[from..].char_indices().filter(|(_, sign)| self.is_like(*sign, *first));
        starts.map(|(at, _)| from + at).find_map(|start| {
            let end = self.end_of(text, start)?;
            self.may_end(text, start, end).then(|| Span::new(start, end))
        })
    }

    /// Where it ends that begins here.
    fn end_of(&self, text: &str, start: usize) -> Option<usize> {
        let mut end = start;
        let mut own = text[start..].chars();
        for wanted in &self.signs {
            let sign = own.next().filter(|sign| self.is_like(*sign, *wanted))?;
            end += sign.len_utf8();
        }
        Some(end)
    }

    fn is_like(&self, sign: char, wanted: char) -> bool {
        sign == wanted || !self.strictness.case && folded(sign) == wanted
    }

    /// Whether no letter is torn from its accents, nor, where that matters, from its word.
    fn may_end(&self, text: &str, start: usize, end: usize) -> bool {
        let behind = text[end..].chars().next();
        if behind.is_some_and(belongs_to_letter) {
            return false;
        }
        let before = text[..start].chars().next_back();
        let parts_word =
            |one: Option<char>, other: Option<char>| one.is_some_and(is_of_word) && other.is_some_and(is_of_word);
        let own = &text[start..end];
        !self.strictness.whole_words
            || !parts_word(before, own.chars().next()) && !parts_word(own.chars().next_back(), behind)
    }
}

/// The small letter for a capital one, always one for one, so that what is found is as long as what was looked at: of `İ`
/// it is `i`; `ß` and `ẞ` are one letter and not `ss`; the sigma at the end of a word is one.
fn folded(sign: char) -> char {
    match sign {
        'ς' => 'σ',
        sign if sign.is_ascii() => sign.to_ascii_lowercase(),
        sign => sign.to_lowercase().next().unwrap_or(sign),
    }
}

/// Whether a sign is a part of the letter or the picture in front of it: an accent, a variant, a colour, a joint.
fn belongs_to_letter(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36f}' | '\u{200d}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}')
}

fn is_of_word(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '_' || belongs_to_letter(sign)
}
