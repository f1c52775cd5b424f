//! Characters of a text that cannot be seen, where they stand in the file.

use super::{facts::Facts, likeness};
use crate::source::text::Span;

/// The characters that should not be there, as they stand in the file: a letter, or a reference to it.
pub fn unwanted(facts: &Facts<'_>, content: Span) -> Vec<(Span, char)> {
    let pieces = &facts.xml.texts;
    let first = pieces.partition_point(|piece| piece.span.start < content.start);
    let pieces = pieces[first..].iter().take_while(|piece| piece.span.end <= content.end);
    // A joiner may stand in another piece than what it joins.
    let whole: String = pieces.clone().map(|piece| piece.meaning(facts.xml_text)).collect();
    let mut unwanted = likeness::unwanted(&whole).into_iter().peekable();
    let (mut found, mut begin) = (Vec::new(), 0);
    for piece in pieces {
        let end = begin + piece.meaning(facts.xml_text).len();
        while let Some((at, sign)) = unwanted.next_if(|(at, _)| *at < end) {
            let start = piece.span.start + at - begin;
            let is_reference = piece.span.len() != end - begin;
            found.push((if is_reference { piece.span } else { Span::new(start, start + sign.len_utf8()) }, sign));
        }
        begin = end;
    }
    found
}

/// What a character that shows nothing, or only a gap, is called, and its number: "zero-width space, U+200B".
pub fn named(sign: char) -> String {
    let name = match sign {
        '\u{A0}' => "no-break space, ",
        '\u{AD}' => "soft hyphen, ",
        '\u{200B}' => "zero-width space, ",
        '\u{200C}' => "zero-width non-joiner, ",
        '\u{200D}' => "zero-width joiner, ",
        '\u{61C}' => "Arabic letter mark, ",
        '\u{200E}' => "left-to-right mark, ",
        '\u{200F}' => "right-to-left mark, ",
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => "change of direction, ",
        '\u{2060}' => "word joiner, ",
        '\u{FEFF}' => "byte order mark, ",
        '\u{7F}' => "delete, ",
        _ => "",
    };
    format!("{name}U+{:04X}", u32::from(sign))
}
