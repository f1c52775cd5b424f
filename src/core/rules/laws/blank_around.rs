//! No text begins or ends with a blank.

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
    code: "blank-around",
    statement: "No text begins or ends with a blank",
    why: "XML hands the blanks on with the text, and so would T-Server",
    basis: Basis::Xml("2.10 White Space Handling"),
    example: Example::entry(
        r#"  <agentState ID="INCALL" availability="7001">
    <activity LCID="1033"> Working with a customer </activity>
  </agentState>"#,
    ),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    for (entry, activity) in facts.texts() {
        let text = activity.text.text.as_str();
        let inside = blanks::trim(text);
        if inside.len() == text.len() || inside.is_empty() || activity.end == End::Missing {
            continue;
        }
        // Of a text that was read wrongly a blank may be a part of a letter.
        if misread::is_misread(text) {
            continue;
        }
        // Where an element stands inside the text, its ends are not those of the text.
        if has_element(facts, activity.text.span) {
            continue;
        }
        let sides = match (text.starts_with(inside), text.ends_with(inside)) {
            (false, false) => "begins and ends",
            (false, true) => "begins",
            (true, _) => "ends",
        };
        let found = LAW.warning(Part::Xml, activity.text.span, format!("the text {sides} with a blank"));
        let found = found.with_meaning("colleagues would get the blanks too").about(facts::id_of(entry));
        acc.push(found.in_language(activity.lcid_value()).with_fixes(trimming(facts, activity)));
    }
}

fn has_element(facts: &Facts<'_>, content: Span) -> bool {
    let elements = &facts.xml.elements;
    let next = elements.partition_point(|element| element.span.start < content.start);
    elements.get(next).is_some_and(|element| element.span.start < content.end)
}

/// The deletions of what can be seen to be blank in the file; none where a reference or a comment is blank as well.
fn trimming(facts: &Facts<'_>, activity: &Activity) -> Option<Fix> {
    let span = activity.text.span;
    let raw = span.text(facts.xml_text);
    if raw.contains("<!") || blanks::trim(raw).is_empty() {
        return None;
    }
    let front = Span::new(span.start, span.end - raw.trim_start_matches(blanks::is_blank).len());
    let back = Span::new(span.start + blanks::trim_end(raw).len(), span.end);
    let value = activity.text.text.as_str();
    let is_all = front.len() == value.len() - value.trim_start_matches(blanks::is_blank).len()
        && back.len() == value.len() - blanks::trim_end(value).len();
    if !is_all {
        return None;
    }
    let fix = Fix::new("trim", "Trim", Safety::Safe);
    let fix = if front.is_empty() { fix } else { fix.and(Part::Xml, front, "") };
    let fix = if back.is_empty() { fix } else { fix.and(Part::Xml, back, "") };
    (!fix.edits.is_empty()).then_some(fix)
}
