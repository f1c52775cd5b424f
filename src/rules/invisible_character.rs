//! No text has characters that cannot be seen.

use super::{
    Basis, Law,
    diagnostic::Diagnostic,
    example::Example,
    facts::{self, Facts},
    fix::{Fix, Safety},
    likeness,
};
use crate::source::text::{Part, Span};

pub(super) static LAW: Law = Law {
    code: "invisible-character",
    statement: "No text has characters that cannot be seen, or that turn the direction of writing",
    why: "They come along from other programs; colleagues see gaps, boxes, or letters in another order",
    basis: Basis::Xml("2.2 Characters"),
    example: Example::entry(
        r#"  <agentState ID="INCALL" availability="7001">
    <activity LCID="1033">Working with a &#x200B;customer</activity>
  </agentState>"#,
    ),
    check,
    yields_to: &[],
};

/// What stands where letters were lost.
const LOST: char = '\u{fffd}';

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    for (entry, activity) in facts.texts() {
        let text = activity.text.text.as_str();
        // Most texts of most languages are done with here.
        if text.is_ascii() && !text.contains('\u{7f}') || unwanted(text).next().is_none() {
            continue;
        }
        let found = culprits(facts, activity.text.span);
        let Some((span, first)) = found.first() else { continue };
        let message = match (*first, found.len()) {
            (LOST, _) => "a letter was lost here and U+FFFD stands for it, so the file was once saved in another \
                          encoding; write the letter again"
                .to_owned(),
            (sign, 1) => format!("the text has a character that cannot be seen, U+{:04X}; remove it", u32::from(sign)),
            (sign, many) => {
                format!(
                    "the text has {many} characters that cannot be seen, U+{:04X} the first; remove them",
                    u32::from(sign)
                )
            }
        };
        let fix = Fix::new("Remove what cannot be seen", Safety::Safe);
        let unseen = found.iter().filter(|(_, sign)| *sign != LOST);
        let fix = unseen.fold(fix, |fix, (span, _)| fix.and(Part::Xml, *span, ""));
        let diagnostic = LAW.warning(Part::Xml, *span, message).about(facts::id_of(entry));
        let fix = (!fix.edits.is_empty()).then_some(fix);
        acc.push(diagnostic.in_language(activity.lcid_value()).with_fixes(fix));
    }
}

/// The characters that should not be there. Joiners belong in some scripts and in emoji, between letters of these.
fn unwanted(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    text.char_indices().filter(move |(at, sign)| match sign {
        '\u{200c}' | '\u{200d}' => {
            let behind = text[at + sign.len_utf8()..].chars().next();
            *at == 0 || behind.is_none_or(|next| next.is_ascii())
        }
        sign => *sign == LOST || likeness::is_invisible(*sign),
    })
}

/// The same, as they stand in the file: a letter, or a reference to it.
fn culprits(facts: &Facts<'_>, content: Span) -> Vec<(Span, char)> {
    let pieces = &facts.xml.texts;
    let first = pieces.partition_point(|piece| piece.span.start < content.start);
    let mut found = Vec::new();
    for piece in pieces[first..].iter().take_while(|piece| piece.span.end <= content.end) {
        let meaning = piece.meaning(facts.xml_text);
        for (at, sign) in unwanted(&meaning) {
            let start = piece.span.start + at;
            let is_letter = piece.span.len() == meaning.len();
            let span = if is_letter { Span::new(start, start + sign.len_utf8()) } else { piece.span };
            found.push((span, sign));
        }
    }
    found
}
