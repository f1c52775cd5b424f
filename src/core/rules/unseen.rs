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
