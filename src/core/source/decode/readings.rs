//! How a file reads that is not what it says to be: in each encoding it could be in, with a sample to judge by.

use super::{DecodeError, Decoded, code_pages, cyrillic::Words, decoded, encoding::Encoding, spot};

/// A file, read in an encoding it does not name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What it was read as.
    pub file: Decoded,
    /// A piece of it with characters that other encodings read otherwise.
    pub sample: String,
}

/// The encodings that files are met in which do not say so, or say otherwise. Bytes that are UTF-8 are hardly anything
/// else, and single bytes are of Western Europe unless something speaks for Cyrillic.
const LIKELY: [Encoding; 5] =
    [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Windows1252, Encoding::Windows1251];

/// The numbers of languages that are written in Cyrillic, as files of this kind name them.
const CYRILLIC: [u32; 19] = [
    1026, 1049, 1058, 1059, 1064, 1071, 1087, 1088, 1092, 1104, 1133, 1157, 2092, 2115, 3098, 7194, 8218, 10266, 12314,
];

/// Characters of a sample, and those of them before what differs.
const SAMPLE: usize = 60;
const BEFORE: usize = 20;

/// Of UTF-16 without a mark so many characters are ASCII at least, one of this number: bytes in pairs always are some
/// characters, and signs of China come of any text.
const ASCII_OF: usize = 4;

/// The readings of a file that [`super::decode`] refused, the likeliest first. None of one that names an encoding which
/// is not read: that name is more likely right than any of these.
pub fn readings(bytes: &[u8], refusal: &DecodeError) -> Vec<Reading> {
    if matches!(refusal, DecodeError::Encoding { name } if !name.starts_with("UTF-16")) {
        return Vec::new();
    }
    let read = LIKELY.into_iter().filter_map(|encoding| decoded(bytes, encoding, 0).ok());
    let mut read: Vec<Decoded> = read.filter(|file| is_plausible(&file.text, file.encoding)).collect();
    if read.iter().any(|file| file.encoding == Encoding::Windows1251 && is_cyrillic(&file.text)) {
        read.sort_by_key(|file| file.encoding == Encoding::Windows1252);
    }
    let telling = telling(bytes, refusal);
    let mut readings: Vec<Reading> = Vec::new();
    for file in read {
        // Two names for one text are no choice.
        if readings.iter().all(|other| other.file.text != file.text) {
            readings.push(Reading { sample: sample(bytes, &file, telling), file });
        }
    }
    readings
}

/// Whether this is a text, and not just some bytes.
fn is_plausible(text: &str, encoding: Encoding) -> bool {
    let is_odd = |sign: char| sign < ' ' && !matches!(sign, '\t' | '\n') || sign == '\u{7F}';
    let is_wide = matches!(encoding, Encoding::Utf16Le | Encoding::Utf16Be);
    let ascii = || text.chars().filter(char::is_ascii).count();
    !text.contains(is_odd) && (!is_wide || text.chars().count() <= ASCII_OF * ascii())
}

/// Whether windows-1251 is likelier than windows-1252: by the words it makes, and where these do not tell, by the
/// languages that the file names.
fn is_cyrillic(text: &str) -> bool {
    Words::of(text).speak_for_cyrillic().unwrap_or_else(|| {
        let mut numbers = text.split(|sign: char| !sign.is_ascii_alphanumeric());
        numbers.any(|number| number.parse().is_ok_and(|number| CYRILLIC.contains(&number)))
    })
}

/// The first byte that no UTF-8 has and that the two pages read otherwise, else the first that no UTF-8 has.
fn telling(bytes: &[u8], refusal: &DecodeError) -> Option<usize> {
    let DecodeError::Malformed { offset, .. } = refusal else { return None };
    let sign = |encoding: Encoding, byte: u8| code_pages::character(encoding.page(), byte);
    let differs = |byte: &u8| sign(Encoding::Windows1251, *byte) != sign(Encoding::Windows1252, *byte);
    let behind = bytes[*offset..].iter().position(differs);
    Some(offset + behind.unwrap_or_default())
}

/// Some characters of the line with the telling byte, where each byte is one; else of the first line that is not ASCII.
fn sample(bytes: &[u8], file: &Decoded, telling: Option<usize>) -> String {
    let lines = || file.text.split('\n');
    let is_single = matches!(file.encoding, Encoding::Windows1251 | Encoding::Windows1252);
    let (line, column) = match telling.filter(|_| is_single) {
        Some(at) => {
            let place = spot::of(bytes[..at].iter().map(|byte| char::from(*byte)));
            (lines().nth(place.line - 1).unwrap_or_default(), place.column - 1)
        }
        None => {
            let is_telling = |character: char| !character.is_ascii();
            let line = lines().find(|line| line.contains(is_telling)).or_else(|| lines().next()).unwrap_or_default();
            (line, line.chars().position(is_telling).unwrap_or_default())
        }
    };
    line.chars().skip(column.saturating_sub(BEFORE)).take(SAMPLE).collect::<String>().trim().to_owned()
}
