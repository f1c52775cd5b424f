//! Several languages at once, as people list them.

use super::{
    Language,
    search::{is_tag, meaning},
};

/// One item of a list of languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found<'a> {
    /// The item as written, without the blanks around it.
    pub written: &'a str,
    /// The one language it means; `None` when it means none or could mean several.
    pub language: Option<&'static Language>,
}

/// Reads several languages at once, separated by commas, semicolons, tabs or line ends: `fr, de-CH, 1049, Polish`; numbers
/// and tags with a hyphen by blanks too: `1041 1042`.
///
/// A comma within parentheses belongs to the name: `Serbian (Latin, Serbia)`. A bare language means its default country.
pub fn parse_list(text: &str) -> Vec<Found<'_>> {
    let mut depth = 0_usize;
    text.split(|character| {
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '\n' => depth = 0,
            _ => {}
        }
        matches!(character, ';' | '\t' | '\r' | '\n') || (character == ',' && depth == 0)
    })
    .flat_map(|item| match item.split_whitespace().all(is_number_or_tag) {
        true => item.split_whitespace().collect(),
        false => vec![item.trim()],
    })
    .filter(|item| !item.is_empty())
    .map(|written| Found { written, language: meaning(written) })
    .collect()
}

/// Whether a word means a language by itself; the words of a name do not.
fn is_number_or_tag(word: &str) -> bool {
    let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
    is_number || (word.contains('-') && is_tag(word))
}
