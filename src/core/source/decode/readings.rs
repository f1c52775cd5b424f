//! How a file reads that is not what it says to be: in each encoding it could be in, with a sample to judge by.

use super::{DecodeError, Decoded, decoded, encoding::Encoding};

/// A file, read in an encoding it does not name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What it was read as.
    pub file: Decoded,
    /// A piece of it with characters that other encodings read otherwise.
    pub sample: String,
}

/// The encodings that files are met in which do not say so.
const LIKELY: [Encoding; 4] = [Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Windows1251, Encoding::Windows1252];
/// Characters of a sample, and those of them before what differs.
const SAMPLE: usize = 60;
const BEFORE: usize = 20;

/// The readings of a file that [`super::decode`] refused. None of one that names an encoding which is not read: that name
/// is more likely right than any of these.
pub fn readings(bytes: &[u8], refusal: &DecodeError) -> Vec<Reading> {
    if matches!(refusal, DecodeError::Encoding { name } if !name.starts_with("UTF-16")) {
        return Vec::new();
    }
    let read = LIKELY.into_iter().filter_map(|encoding| decoded(bytes, encoding, 0).ok());
    // Bytes in pairs always are some characters; a file has tags.
    let read = read.filter(|file| file.text.contains('<') && file.text.contains('>'));
    read.map(|file| Reading { sample: sample(&file.text), file }).collect()
}

fn sample(text: &str) -> String {
    let is_telling = |character: char| !character.is_ascii();
    let line = text.lines().find(|line| line.contains(is_telling)).or_else(|| text.lines().next()).unwrap_or_default();
    let telling = line.chars().position(is_telling).unwrap_or_default();
    line.chars().skip(telling.saturating_sub(BEFORE)).take(SAMPLE).collect::<String>().trim().to_owned()
}
