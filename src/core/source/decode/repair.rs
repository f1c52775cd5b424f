//! Text that was read in a wrong encoding before it came here, put right.

use super::{
    cyrillic,
    encoding::Encoding,
    misread::{self, Letters, PAGES},
};

/// What a text was meant to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// The text that was meant. U+FFFD stands where half a letter is left, or nothing of one.
    pub text: String,
    /// The encoding that it was in.
    pub encoding: Encoding,
    /// The encoding that it was read in.
    pub read_as: Encoding,
    /// How often that happened to it, from 1.
    pub times: usize,
}

/// What is known of the letters a text should be in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// Cyrillic ones.
    Cyrillic,
    /// Latin ones, or it is not known.
    Open,
    /// Those of another script.
    Others,
}

/// What stands for a letter that cannot be told any more.
const LOST: char = char::REPLACEMENT_CHARACTER;

/// More often than this no text was read wrongly.
const MOST_TIMES: usize = 3;

/// The text that was meant; `None` where nothing shows that it was read wrongly.
///
/// Of every text of which [`misread::is_misread`] is true there is one.
pub fn repair(text: &str, expected: Expected) -> Option<Repair> {
    let mut repair = step(text, expected)?;
    for _ in 1..MOST_TIMES {
        let Some(next) = step(&repair.text, expected) else { break };
        let is_same = (next.encoding, next.read_as) == (repair.encoding, repair.read_as);
        repair.times += usize::from(is_same);
        repair.text = next.text;
    }
    Some(repair)
}

/// One reading taken back: as UTF-8 where all of the text is that, else as windows-1251, else where letters show it.
fn step(text: &str, expected: Expected) -> Option<Repair> {
    if text.is_ascii() {
        return None;
    }
    let repaired = |text, encoding, read_as| Repair { text, encoding, read_as, times: 1 };
    let letters = PAGES.map(|(page, fewest)| {
        Some((page, Letters::of(text, page.page()))).filter(|(_, letters)| letters.shows(fewest))
    });
    let shown = || letters.iter().flatten();
    let whole = shown().find_map(|(page, _)| Some(repaired(whole(text, *page)?, Encoding::Utf8, *page)));
    whole
        .or_else(|| {
            let meant =
                cyrillic::meant(text, expected == Expected::Cyrillic).filter(|_| expected != Expected::Others)?;
            Some(repaired(meant, Encoding::Windows1251, Encoding::Windows1252))
        })
        .or_else(|| shown().next().map(|(page, letters)| repaired(pieces(text, letters), Encoding::Utf8, *page)))
}

/// The whole text as UTF-8; `None` where it is none. A no-break space that became a blank is one again.
fn whole(text: &str, page: Encoding) -> Option<String> {
    let byte = |sign: char| u8::try_from(sign).ok().filter(u8::is_ascii).or_else(|| misread::byte(sign, page.page()));
    let bytes: Vec<u8> = text.chars().map(byte).collect::<Option<_>>()?;
    String::from_utf8(bytes).or_else(|error| String::from_utf8(with_no_break_spaces(error.into_bytes()))).ok()
}

/// A blank behind the first byte of `à` or `Р` cannot be one.
fn with_no_break_spaces(mut bytes: Vec<u8>) -> Vec<u8> {
    for at in 1..bytes.len() {
        if bytes[at] == b' ' && matches!(bytes[at - 1], 0xC3 | 0xD0) {
            bytes[at] = 0xA0;
        }
    }
    bytes
}

/// The text with its letters put right, and the rest as it is. What begins some of them, and stands alone elsewhere, has
/// lost its end there: control characters often go on the way.
fn pieces(text: &str, letters: &Letters) -> String {
    let mut beginnings: Vec<char> =
        letters.likely.iter().filter_map(|(span, _)| span.text(text).chars().next()).collect();
    beginnings.sort_unstable();
    let is_half = |sign: char| beginnings.binary_search(&sign).is_ok();
    let (mut repaired, mut at) = (String::with_capacity(text.len()), 0);
    for (span, letter) in &letters.likely {
        repaired.extend(text[at..span.start].chars().map(|sign| if is_half(sign) { LOST } else { sign }));
        repaired.push(*letter);
        at = span.end;
    }
    repaired.extend(text[at..].chars().map(|sign| if is_half(sign) { LOST } else { sign }));
    repaired
}
