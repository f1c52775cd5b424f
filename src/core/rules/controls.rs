//! Control characters from U+0080 to U+009F, and the signs of windows-1252 that have their bytes.

use crate::source::{decode::misread, text::Span, xml};

/// More are not told of one text.
const MOST: usize = 200;

/// Whether a text has some.
fn stand_in(text: &str) -> bool {
    !text.is_ascii() && text.contains(is_control)
}

/// Whether a text has some that are not parts of letters which were read wrongly.
pub fn stand_alone_in(text: &str) -> bool {
    stand_in(text) && !misread::is_misread(text)
}

/// Those of a stretch of the file, as they are written: the character, or a reference to it.
pub fn in_xml(xml: &str, stretch: Span) -> impl Iterator<Item = (Span, char)> + '_ {
    let written = stretch.text(xml);
    let places = written.char_indices().filter_map(move |(at, sign)| {
        let length = if sign == '&' { written[at..].find(';')? + 1 } else { sign.len_utf8() };
        let meant = if sign == '&' && length <= LONGEST_REFERENCE {
            xml::unescape(&written[at..at + length]).chars().next()?
        } else {
            sign
        };
        is_control(meant).then(|| (Span::new(stretch.start + at, stretch.start + at + length), meant))
    });
    places.take(MOST)
}

/// Those of a stretch of the options.
pub fn in_options(text: &str, stretch: Span) -> Vec<(Span, char)> {
    let signs = stretch.text(text).char_indices().filter(|(_, sign)| is_control(*sign)).take(MOST);
    signs.map(|(at, sign)| (Span::new(at, at + sign.len_utf8()).moved_by(stretch.start), sign)).collect()
}

/// The text with the signs that were meant; `None` where one of them has none.
pub fn replaced(text: &str) -> Option<String> {
    text.chars().map(|sign| if is_control(sign) { misread::sign_of_control(sign) } else { Some(sign) }).collect()
}

/// Whether a character is one of them.
pub fn is_control(sign: char) -> bool {
    ('\u{80}'..='\u{9F}').contains(&sign)
}

/// `&#x0000085;` is about as long as a reference to one of them gets.
const LONGEST_REFERENCE: usize = 16;
