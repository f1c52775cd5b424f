//! Text that was UTF-8 and was read as windows-1252 or windows-1251: which of its characters are one letter.
//!
//! Of such a letter every character is a part, also a no-break space, a quotation mark and what cannot be seen. Whoever
//! takes one of them away leaves a text that nobody can put right any more.

use super::{code_pages, encoding::Encoding};
use crate::source::text::Span;

/// The pages, and how many letters show that a text was read in them.
pub(super) const PAGES: [(Encoding, usize); 2] = [(Encoding::Windows1252, 1), (Encoding::Windows1251, 2)];

/// No more characters are looked at in front of the end of a text.
const MOST: usize = 16;

/// Whether a text holds letters that were read so.
pub fn is_misread(text: &str) -> bool {
    !text.is_ascii() && PAGES.iter().any(|(page, fewest)| Letters::of(text, page.page()).shows(*fewest))
}

/// Whether the last character of a text is the end of such a letter.
pub fn ends_letter(text: &str) -> bool {
    let run = text.char_indices().rev().take(MOST).take_while(|(_, sign)| !sign.is_ascii()).last();
    let Some((start, _)) = run else { return false };
    let start = text[..start].char_indices().next_back().map_or(0, |(at, _)| at);
    PAGES.iter().any(|(page, fewest)| {
        let letters = Letters::of(&text[start..], page.page());
        letters.shows(*fewest) && letters.likely.last().is_some_and(|(span, _)| span.end == text.len() - start)
    })
}

/// The sign of windows-1252 that has the byte of a control character; `None` where it has none, or where it is no such
/// character.
pub fn sign_of_control(control: char) -> Option<char> {
    let byte = u8::try_from(u32::from(control)).ok().filter(|byte| (0x80..0xA0).contains(byte))?;
    code_pages::character(PAGES[0].0.page(), byte)
}

/// What was found in a text.
#[derive(Default)]
pub(super) struct Letters {
    /// The likely ones: where their characters stand, and what they were.
    pub(super) likely: Vec<(Span, char)>,
    /// How many characters are parts of letters.
    parts: usize,
    /// How many of the likely ones do not go on with what could be a letter of its own.
    telling: usize,
    /// How many characters are not ASCII.
    foreign: usize,
}

/// Letters of windows-1251 that go on a letter of UTF-8, and behind a capital are Ukrainian as well: `ВІДІЙШОВ`.
const LETTERS: &str = "ІЇЄҐЎЁіїєґўё";

impl Letters {
    pub(super) fn of(text: &str, page: usize) -> Letters {
        let (mut found, mut at, mut behind) = (Letters::default(), 0, None);
        while let Some(sign) = text[at..].chars().next() {
            found.foreign += usize::from(!sign.is_ascii());
            match letter(&text[at..], page).filter(|_| !sign.is_ascii()) {
                Some((letter, parts, length)) => {
                    let written = Span::new(at, at + length);
                    at += length;
                    found.foreign += parts - 1;
                    let is_end =
                        behind.is_some_and(char::is_uppercase) && is_end_of_word(written.text(text), &text[at..]);
                    if !is_end && is_likely(letter, behind) {
                        found.likely.push((written, letter));
                        found.parts += parts;
                        found.telling +=
                            usize::from(!written.text(text).chars().skip(1).all(|sign| LETTERS.contains(sign)));
                        behind = None;
                    }
                }
                None => {
                    at += sign.len_utf8();
                    behind = Some(sign).filter(|sign| sign.is_alphabetic());
                }
            }
        }
        found
    }

    /// Cyrillic capitals in front of a quotation mark or of an ellipsis are letters by themselves, so that in their page
    /// one alone shows nothing, and several only where nearly all of the text is such letters.
    pub(super) fn shows(&self, fewest: usize) -> bool {
        let is_enough = fewest == 1 || 4 * self.foreign <= 5 * self.parts;
        fewest <= self.likely.len() && 0 < self.telling && is_enough
    }
}

/// Whether a capital and a sign behind it end a word of capitals: `AMANHÃ…` is Portuguese.
fn is_end_of_word(written: &str, rest: &str) -> bool {
    let mut signs = written.chars().skip(1);
    let ends = signs.next().is_some_and(|sign| "…“”’»–—".contains(sign)) && signs.next().is_none();
    ends && !rest.starts_with(char::is_alphabetic)
}

/// The letter that the characters in front were before they were read in a page, how many they are, and their length.
fn letter(text: &str, page: usize) -> Option<(char, usize, usize)> {
    let mut signs = text.chars();
    let lead = byte(signs.next()?, page)?;
    let parts = match lead {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    let mut bytes = [lead, 0, 0, 0];
    for place in &mut bytes[1..parts] {
        *place = byte(signs.next()?, page).filter(|byte| (0x80..0xC0).contains(byte))?;
    }
    let letter = std::str::from_utf8(&bytes[..parts]).ok()?.chars().next()?;
    Some((letter, parts, text.len() - signs.as_str().len()))
}

/// The byte of a character in a page, as WHATWG has it: what a page has not stands for itself.
pub(super) fn byte(sign: char, page: usize) -> Option<u8> {
    let code = u32::from(sign);
    let is_upper = |byte: &u8| code_pages::character(page, *byte) == Some(sign);
    match u8::try_from(code) {
        Ok(byte) if byte.is_ascii() => None,
        Ok(byte) if byte < 0xA0 || is_upper(&byte) => Some(byte),
        // The capital and small letters of windows-1251 stand in the order of Unicode.
        _ if page == 1 && ('А'..='я').contains(&sign) => u8::try_from(code - 0x410 + 0xC0).ok(),
        _ => (0x80..0xC0).find(is_upper),
    }
}

/// Whether a letter is one that texts have. `é »` is French, and no sign of China: in the middle of a word nothing but
/// another letter of Europe, or a sign, is likely.
fn is_likely(letter: char, behind: Option<char>) -> bool {
    match letter {
        // Of a letter that was lost this is the sign, and of one with its accent apart the accent.
        '\u{FFFD}' => true,
        '\u{300}'..='\u{36F}' => behind.is_some_and(char::is_lowercase),
        '\u{80}'..='\u{17F}'
        | '\u{1A0}'
        | '\u{1A1}'
        | '\u{1AF}'
        | '\u{1B0}'
        | '\u{218}'..='\u{21B}'
        | '\u{1E00}'..='\u{1EFF}'
        | '\u{2000}'..='\u{206F}'
        | '\u{20A0}'..='\u{21FF}' => true,
        '\u{386}'..='\u{45F}'
        | '\u{48A}'..='\u{4FF}'
        | '\u{5D0}'..='\u{5EA}'
        | '\u{600}'..='\u{6FF}'
        | '\u{900}'..='\u{EFF}'
        | '\u{2200}'..='\u{2BFF}'
        | '\u{3000}'..='\u{D7A3}'
        | '\u{F900}'.. => behind.is_none(),
        _ => false,
    }
}
