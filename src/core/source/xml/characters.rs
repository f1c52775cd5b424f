//! Characters and names, as XML 1.0 (fifth edition) defines them.

/// May begin a name.
pub(super) const NAME_START: u8 = 1;
/// May stand in a name.
pub(super) const NAME: u8 = 2;
/// Space, tab, line feed, carriage return.
pub(super) const BLANK: u8 = 4;
/// Needs a look in text.
pub(super) const TEXT_STOP: u8 = 8;
/// Needs a look in the value of an attribute.
pub(super) const VALUE_STOP: u8 = 16;
/// May begin a character that XML cannot hold.
pub(super) const DOUBTFUL: u8 = 32;

/// What each byte of UTF-8 can mean. Bytes from 128 stand for no class of their own but `DOUBTFUL`.
static CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = class_of(byte as u8);
        byte += 1;
    }
    classes
};

const fn class_of(byte: u8) -> u8 {
    match byte {
        b'\t' | b'\n' | b'\r' | b' ' => BLANK,
        // The only characters from U+0080 that XML cannot hold are U+FFFE and U+FFFF: EF BF BE and EF BF BF.
        0..=0x1F | 0xEF => DOUBTFUL | TEXT_STOP | VALUE_STOP,
        b'A'..=b'Z' | b'a'..=b'z' | b'_' | b':' => NAME_START | NAME,
        b'0'..=b'9' | b'-' | b'.' => NAME,
        b'<' | b'&' => TEXT_STOP | VALUE_STOP,
        b']' => TEXT_STOP,
        b'"' | b'\'' => VALUE_STOP,
        _ => 0,
    }
}

/// Whether a byte is of one of the classes.
#[inline(always)]
pub(super) fn is(byte: u8, classes: u8) -> bool {
    CLASSES[usize::from(byte)] & classes != 0
}

/// Offset of the first byte from `start` on that is of one of the classes; the length when there is none.
#[inline(always)]
pub(super) fn find(bytes: &[u8], start: usize, classes: u8) -> usize {
    bytes[start..].iter().position(|byte| is(*byte, classes)).map_or(bytes.len(), |length| start + length)
}

/// Offset of the first byte from `start` on that is no blank; the length when there is none.
#[inline(always)]
pub(super) fn skip_blanks(bytes: &[u8], start: usize) -> usize {
    bytes[start..].iter().position(|byte| !is(*byte, BLANK)).map_or(bytes.len(), |length| start + length)
}

/// Offset behind the name that begins at `start`; `start` itself when none begins there.
#[inline(always)]
pub(super) fn name_end(text: &str, start: usize) -> usize {
    match text.as_bytes().get(start) {
        Some(byte) if is(*byte, NAME_START) => name_rest(text, start + 1),
        Some(byte) if byte.is_ascii() => start,
        _ => match text[start..].chars().next() {
            Some(first) if is_name_start(first) => name_rest(text, start + first.len_utf8()),
            _ => start,
        },
    }
}

/// Offset behind the characters of names that stand from `start` on, whether or not they may begin one.
#[inline(always)]
pub(super) fn name_rest(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    while let Some(byte) = bytes.get(at) {
        if is(*byte, NAME) {
            at += 1;
        } else if byte.is_ascii() {
            break;
        } else {
            match text[at..].chars().next() {
                Some(character) if is_name_character(character) => at += character.len_utf8(),
                _ => break,
            }
        }
    }
    at
}

/// Production Char.
pub(super) fn is_character(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..)
}

/// Production NameStartChar, beyond ASCII too.
fn is_name_start(character: char) -> bool {
    matches!(character,
        ':' | 'A'..='Z' | '_' | 'a'..='z'
        | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}' | '\u{370}'..='\u{37D}'
        | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}' | '\u{2070}'..='\u{218F}' | '\u{2C00}'..='\u{2FEF}'
        | '\u{3001}'..='\u{D7FF}' | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}' | '\u{10000}'..='\u{EFFFF}')
}

/// Production NameChar.
fn is_name_character(character: char) -> bool {
    is_name_start(character)
        || matches!(character,
            '-' | '.' | '0'..='9' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}')
}

/// The first character that XML cannot hold, with its offset.
pub(super) fn forbidden(text: &str) -> Option<(usize, char)> {
    let bytes = text.as_bytes();
    let mut at = find(bytes, 0, DOUBTFUL);
    while at < bytes.len() {
        let character = text[at..].chars().next()?;
        if !is_character(character) {
            return Some((at, character));
        }
        at = find(bytes, at + character.len_utf8(), DOUBTFUL);
    }
    None
}
