//! An ID that has swallowed the next attribute, because typographic quotes stand between: `ID="A” availability=“3500"`.

use crate::{
    rules::{
        diagnostic::Diagnostic,
        facts::Facts,
        fix::{Fix, Safety},
        law::Law,
        leftovers::CURLY,
    },
    source::{
        phrase::quoted,
        text::{Part, Span},
        xml,
    },
};

/// What is said of such an ID; `None` where it is none.
pub(super) fn judged(law: &Law, facts: &Facts<'_>, value: Span) -> Option<Diagnostic> {
    let shown = value.text(facts.xml_text);
    let (front, behind) = shown.split_once('=')?;
    let (closing, name) = front.trim_end().rsplit_once(char::is_whitespace)?;
    let is_swallowed = closing.trim_end().ends_with(xml::is_typographic_quote)
        && name.starts_with(char::is_alphabetic)
        && behind.trim_start().starts_with(xml::is_typographic_quote);
    if !is_swallowed {
        return None;
    }
    let wrong = format!("the ID {} goes on behind a typographic quote, which does not end it", quoted(shown));
    let fix = Fix::new("write-straight-quotes", "Write straight quotes", Safety::Changes);
    let quotes = shown.char_indices().filter(|(_, sign)| xml::is_typographic_quote(*sign));
    let fix = quotes.fold(fix, |fix, (at, sign)| {
        let place = Span::new(value.start + at, value.start + at + sign.len_utf8());
        fix.and(Part::Xml, place, "\"")
    });
    let found = law.error(Part::Xml, value, wrong).with_meaning(CURLY);
    Some(found.with_advice("write straight ones, `\"`, the only ones XML knows").with_fix(fix))
}
