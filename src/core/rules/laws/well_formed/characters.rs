//! Characters that XML cannot hold.

use crate::{
    rules::fix::Fix,
    source::{
        text::{Part, Span},
        xml,
    },
};

/// Whether a culprit is one of them.
pub(super) fn is_forbidden(culprit: &str) -> bool {
    culprit.chars().count() == 1 && xml::forbidden(culprit).is_some()
}

/// What to write for one of them.
pub(super) fn way_out(text: &str, span: Span, culprit: &str) -> Fix {
    let is_beside_blank = text[..span.start].ends_with(' ') || text[span.end..].starts_with(' ');
    match culprit.chars().next() {
        // A word processor parts lines and pages by these.
        Some('\u{b}' | '\u{c}') if !is_beside_blank => Fix::safe("write-blank", "Write a blank", Part::Xml, span, " "),
        // These switch the letters of some encodings, stand for a letter that was lost, or for a hyphen.
        Some('\u{e}' | '\u{f}' | '\u{1a}'..='\u{1f}') => {
            Fix::changes("remove-character", "Remove the character", Part::Xml, span, "")
        }
        _ => Fix::safe("remove-character", "Remove the character", Part::Xml, span, ""),
    }
}
