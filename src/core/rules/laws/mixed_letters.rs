//! No word mixes Latin letters with others that look like them.

use crate::{
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::{self, Facts},
        fix::{Fix, Safety},
        law::{Basis, Law},
        likeness,
    },
    source::{
        decode::misread,
        text::{Part, Span},
    },
};

pub(super) static LAW: Law = Law {
    code: "mixed-letters",
    statement: "No word of a text mixes Latin letters with others that only look like them",
    why: "Colleagues see no difference, but searches and spelling checks stumble; screen readers spell it out",
    basis: Basis::Advice,
    example: Example::entry(
        r#"  <agentState ID="INCALL" availability="7001">
    <activity LCID="1033">Working with a сustomer</activity>
  </agentState>"#,
    ),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    for (entry, activity) in facts.texts() {
        let text = activity.text.text.as_str();
        if text.is_ascii() || !text.bytes().any(|byte| byte.is_ascii_alphabetic()) || !facts.is_literal(&activity.text)
        {
            continue;
        }
        let culprits: Vec<(Span, char, char)> =
            words(text).flat_map(|word| culprits(text, activity.text.span.start, word)).collect();
        let Some((span, sign, _)) = culprits.first().filter(|_| !misread::is_misread(text)) else { continue };
        let code = u32::from(*sign);
        let message = format!("the letter `{sign}`, U+{code:04X}, only looks Latin among the others of its word");
        let fix = Fix::new("use-latin-letters", "Use Latin letters", Safety::Safe);
        let fix = culprits.iter().fold(fix, |fix, (span, _, latin)| fix.and(Part::Xml, *span, latin.to_string()));
        let found = LAW.note(Part::Xml, *span, message).about(facts::id_of(entry));
        acc.push(found.in_language(activity.lcid_value()).with_fix(fix));
    }
}

/// The words that are mostly Latin, but not all.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| {
        let latin = word.bytes().filter(u8::is_ascii_alphabetic).count();
        let others = word.chars().filter(|sign| likeness::latin(*sign).is_some()).count();
        0 < others && others < latin
    })
}

/// Each such letter of a word, with its place in the file and the Latin one.
fn culprits(text: &str, start: usize, word: &str) -> Vec<(Span, char, char)> {
    let start = start + Span::of(text, word).map_or(0, |span| span.start);
    let letters = word.char_indices().filter_map(|(at, sign)| {
        let span = Span::new(start + at, start + at + sign.len_utf8());
        Some((span, sign, likeness::latin(sign)?))
    });
    letters.collect()
}
