//! Between two words of a text stands one blank.

use crate::{
    mapping::agent_states::Activity,
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::{self, Facts},
        fix::{Fix, Safety},
        law::{Basis, Law},
    },
    source::{
        blanks,
        decode::misread,
        text::{Part, Span},
        xml::End,
    },
};

pub(super) static LAW: Law = Law {
    code: "blank-inside",
    statement: "Between two words of a text stands one blank, and no line break or tab",
    why: "XML hands blanks and line breaks on as they are written; how a client shows them is up to it",
    basis: Basis::Xml("2.10 White Space Handling"),
    example: Example::entry(
        r#"  <agentState ID="INCALL" availability="7001">
    <activity LCID="1033">Working  with a customer</activity>
  </agentState>"#,
    ),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    for (entry, activity) in facts.texts() {
        let inside = blanks::trim(&activity.text.text);
        if !has_run(inside) || activity.end == End::Missing || misread::is_misread(inside) {
            continue;
        }
        let kind = match inside.contains(['\n', '\t']) {
            true if inside.contains('\n') => "a line break stands",
            true => "a tab stands",
            false => "two blanks stand side by side",
        };
        let wrong = format!("{kind} inside the text, and colleagues would get it so");
        let found = LAW.warning(Part::Xml, activity.text.span, wrong).with_advice("write one blank between words");
        let found = found.about(facts::id_of(entry));
        acc.push(found.in_language(activity.lcid_value()).with_fixes(joined(facts, activity)));
    }
}

fn has_run(text: &str) -> bool {
    let mut after_blank = false;
    let is_run = |blank: bool, after_blank: &mut bool| std::mem::replace(after_blank, blank) && blank;
    if text.is_ascii() {
        return text.bytes().any(|byte| matches!(byte, b'\n' | b'\t') || is_run(byte == b' ', &mut after_blank));
    }
    // A no-break space belongs before French signs, but not beside another blank.
    text.chars().any(|sign| matches!(sign, '\n' | '\t') || is_run(blanks::is_blank(sign), &mut after_blank))
}

fn joined(facts: &Facts<'_>, activity: &Activity) -> Option<Fix> {
    if !facts.is_literal(&activity.text) {
        return None;
    }
    let text = activity.text.text.as_str();
    let start = activity.text.span.start;
    let (first, last) = (text.len() - text.trim_start_matches(blanks::is_blank).len(), blanks::trim_end(text).len());
    let mut fix = Fix::new("write-one-blank", "Write one blank", Safety::Safe);
    let mut at = first;
    while let Some(found) = text[at..last].find(blanks::is_blank) {
        let begin = at + found;
        at = last - text[begin..last].trim_start_matches(blanks::is_blank).len();
        let run = &text[begin..at];
        let is_sound = run.chars().count() == 1 && !matches!(run, "\n" | "\t");
        if !is_sound {
            let blank = if run.contains('\u{a0}') { "\u{a0}" } else { " " };
            fix = fix.and(Part::Xml, Span::new(start + begin, start + at), blank);
        }
    }
    Some(fix)
}
