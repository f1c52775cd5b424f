//! Bytes of a file to text, and back: in Rust, so that it is the same everywhere.
//!
//! A file that is not read exactly is refused with the reason: a text with replacement characters would be saved over
//! the file that had the right ones.

mod code_pages;
mod cyrillic;
pub mod encoding;
pub mod misread;
pub mod readings;
pub mod repair;
mod spot;

use std::fmt::{self, Display, Formatter};

use encoding::Encoding;

use super::text::Position;

/// A file's text, and what is needed to write it back as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text; every line ends with LF, and no byte order mark stands in front.
    pub text: String,
    /// How to write it back.
    pub style: FileStyle,
    /// What the bytes were.
    pub encoding: Encoding,
    /// Whether some line ended otherwise than `style` says: writing makes them alike.
    pub mixed_newlines: bool,
}

/// What a text does not hold of its file. Files are always written in UTF-8.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct FileStyle {
    /// Whether a UTF-8 byte order mark stands in front.
    pub bom: bool,
    /// How lines end.
    pub newline: Newline,
}

/// How the lines of a file end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Newline {
    /// Line feed.
    #[default]
    Lf,
    /// Carriage return and line feed, as on Windows.
    CrLf,
}

/// Why a file is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DecodeError {
    /// The file is in an encoding that is not read.
    Encoding {
        /// Its name, as declared where it is declared; at most 40 characters.
        name: String,
    },
    /// Bytes that the encoding does not have.
    Malformed {
        /// What the file says to be, or UTF-8 when it says nothing.
        encoding: Encoding,
        /// Offset of the first such byte.
        offset: usize,
        /// Where it stands among the characters before it.
        place: Position,
        /// The byte.
        byte: u8,
    },
    /// A zero: no text has one.
    Binary {
        /// Its offset.
        offset: usize,
    },
}

impl DecodeError {
    /// Why it is not read, without what to do about it.
    pub fn cause(&self) -> String {
        match self {
            DecodeError::Encoding { name } => format!("its encoding, {name}, is not one that is read here"),
            DecodeError::Malformed { encoding, place: Position { line, column }, byte, .. } => {
                let said = if *encoding == Encoding::Utf8 { "" } else { ", which the file says to be" };
                format!("line {line}, column {column} (byte {byte:02X}) is not {encoding}{said}")
            }
            DecodeError::Binary { offset } => format!("it is not a text: byte {offset} is zero"),
        }
    }
}

impl Display for DecodeError {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.cause())?;
        formatter.write_str(match self {
            DecodeError::Encoding { .. } => "; save it as UTF-8",
            DecodeError::Malformed { encoding: Encoding::Utf8, .. } => "; save the file as UTF-8",
            DecodeError::Malformed { .. } | DecodeError::Binary { .. } => "",
        })
    }
}

impl std::error::Error for DecodeError {}

const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Reads a file: by its byte order mark, else by its XML declaration, else as UTF-8.
pub fn decode(bytes: &[u8]) -> Result<Decoded, DecodeError> {
    let (encoding, mark) = detect(bytes)?;
    decoded(bytes, encoding, mark)
}

/// Reads a file in an encoding, behind a byte order mark of so many bytes.
fn decoded(bytes: &[u8], encoding: Encoding, mark: usize) -> Result<Decoded, DecodeError> {
    let text = characters(bytes, encoding, mark)?;
    let (text, newline, mixed_newlines) = with_line_feeds(text);
    let style = FileStyle { bom: encoding == Encoding::Utf8 && 0 < mark, newline };
    Ok(Decoded { text, style, encoding, mixed_newlines })
}

/// The bytes of a file, in UTF-8. Lines of `text` end with LF.
pub fn encode(text: &str, style: FileStyle) -> Vec<u8> {
    let mark = if style.bom { UTF8_MARK } else { &[] };
    let mut bytes = Vec::with_capacity(mark.len() + text.len() + text.len() / 16);
    bytes.extend_from_slice(mark);
    match style.newline {
        Newline::Lf => bytes.extend_from_slice(text.as_bytes()),
        Newline::CrLf => {
            for line in text.split_inclusive('\n') {
                let inside = line.strip_suffix('\n');
                bytes.extend_from_slice(inside.unwrap_or(line).as_bytes());
                bytes.extend_from_slice(if inside.is_some() { b"\r\n" } else { b"" });
            }
        }
    }
    bytes
}

/// The encoding, and the length of the byte order mark.
fn detect(bytes: &[u8]) -> Result<(Encoding, usize), DecodeError> {
    let refused = |name: &str| Err(DecodeError::Encoding { name: name.to_owned() });
    match bytes {
        [0xEF, 0xBB, 0xBF, ..] => Ok((Encoding::Utf8, 3)),
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => refused("UTF-32"),
        [0xFF, 0xFE, ..] => Ok((Encoding::Utf16Le, 2)),
        [0xFE, 0xFF, ..] => Ok((Encoding::Utf16Be, 2)),
        [b'<', 0, second, 0, ..] | [0, b'<', 0, second, ..] if *second != 0 => {
            refused("UTF-16 without a byte order mark")
        }
        _ => match declaration(bytes) {
            None => Ok((Encoding::Utf8, 0)),
            Some(name) => match Encoding::declared(&name) {
                Some(encoding) => Ok((encoding, 0)),
                None => Err(DecodeError::Encoding { name }),
            },
        },
    }
}

/// The encoding an XML declaration names.
fn declaration(bytes: &[u8]) -> Option<String> {
    let inside = bytes.trim_ascii_start().strip_prefix(b"<?xml")?;
    let end = inside.iter().take(500).position(|byte| *byte == b'>')?;
    let inside = String::from_utf8_lossy(&inside[..end]);
    let (_, behind) = inside.split_once("encoding")?;
    let value = behind.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let name = value[1..].split(quote).next()?.trim();
    (!name.is_empty()).then(|| name.chars().take(40).collect())
}

fn characters(bytes: &[u8], encoding: Encoding, mark: usize) -> Result<String, DecodeError> {
    match encoding {
        Encoding::Utf16Le => utf16(bytes, u16::from_le_bytes, encoding, mark),
        Encoding::Utf16Be => utf16(bytes, u16::from_be_bytes, encoding, mark),
        // A zero is the better reason: a picture is no badly encoded text.
        _ if bytes.contains(&0) => {
            Err(DecodeError::Binary { offset: bytes.iter().take_while(|byte| **byte != 0).count() })
        }
        Encoding::Utf8 => {
            let text = str::from_utf8(&bytes[mark..]);
            text.map(str::to_owned).map_err(|error| {
                let offset = mark + error.valid_up_to();
                malformed(bytes, encoding, offset, String::from_utf8_lossy(&bytes[mark..offset]).chars())
            })
        }
        Encoding::Iso8859_1 => Ok(bytes.iter().map(|byte| char::from(*byte)).collect()),
        _ => {
            let page = encoding.page();
            let before = |offset: usize| bytes[..offset].iter().map(|byte| char::from(*byte));
            let refused = |offset| malformed(bytes, encoding, offset, before(offset));
            let characters = bytes.iter().enumerate();
            characters.map(|(at, byte)| code_pages::character(page, *byte).ok_or_else(|| refused(at))).collect()
        }
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16, encoding: Encoding, mark: usize) -> Result<String, DecodeError> {
    let (pairs, odd) = bytes[mark..].as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    let mut offset = mark;
    for read in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        match read {
            Ok('\0') => return Err(DecodeError::Binary { offset }),
            Ok(character) => {
                text.push(character);
                offset += 2 * character.len_utf16();
            }
            Err(_) => return Err(malformed(bytes, encoding, offset, text.chars())),
        }
    }
    if odd.is_empty() { Ok(text) } else { Err(malformed(bytes, encoding, offset, text.chars())) }
}

/// The refusal of a byte, with the characters in front of it.
fn malformed(bytes: &[u8], encoding: Encoding, offset: usize, before: impl Iterator<Item = char>) -> DecodeError {
    DecodeError::Malformed { encoding, offset, place: spot::of(before), byte: bytes[offset] }
}

/// The text with LF for CRLF and for a lone CR (XML 1.0, 2.11), how most lines ended, and whether some ended otherwise.
pub(crate) fn with_line_feeds(text: String) -> (String, Newline, bool) {
    if !text.contains('\r') {
        return (text, Newline::Lf, false);
    }
    let mut read = String::with_capacity(text.len());
    let (mut pairs, mut lone) = (0_usize, 0_usize);
    let mut rest = text.as_str();
    while let Some(at) = rest.find('\r') {
        read.push_str(&rest[..at]);
        read.push('\n');
        rest = &rest[at + 1..];
        match rest.strip_prefix('\n') {
            Some(behind) => {
                pairs += 1;
                rest = behind;
            }
            None => lone += 1,
        }
    }
    read.push_str(rest);
    let feeds = read.bytes().filter(|byte| *byte == b'\n').count() - pairs - lone;
    let newline = if feeds + lone < pairs { Newline::CrLf } else { Newline::Lf };
    let mixed = match newline {
        Newline::CrLf => 0 < feeds + lone,
        Newline::Lf => 0 < pairs + lone,
    };
    (read, newline, mixed)
}
