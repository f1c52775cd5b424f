//! The file is well-formed XML.

mod attributes;
mod characters;
mod comments;
mod declaration;
mod elements;
mod references;

use crate::{
    rules::{diagnostic::Diagnostic, example::Example, facts::Facts, fix::Fix, law::Basis, law::Law},
    source::{
        blanks, indent,
        message::Message,
        text::{Part, Span},
        xml::faults,
    },
};

pub(super) static LAW: Law = Law {
    code: "well-formed",
    statement: "The file is well-formed XML",
    why: "Every XML reader refuses the whole file at the first such fault, and T-Server does not push presence then",
    basis: Basis::Xml("2.1 Well-Formed XML Documents"),
    example: Example::entry(
        r#"  <agentState ID="INCALL" availability="7001">
    <activity LCID="1033">Working with R&D</activity>
  </agentState>"#,
    ),
    check,
    yields_to: &["no-doctype", "outermost-element"],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let mut before: Option<&faults::Fault> = None;
    // A character that is looked at twice is reported twice.
    for fault in facts.xml.faults.chunk_by(PartialEq::eq).map(|alike| &alike[0]) {
        // What mends a place mends what is said of it first.
        let is_new = before.replace(fault).is_none_or(|before| before.span != fault.span);
        let fix = if is_new { way_out(facts, fault.span) } else { None };
        acc.push(LAW.error(Part::Xml, fault.span, message(facts, fault)).with_fixes(fix));
    }
}

/// What the reader says, with the likely cause where it is a habit.
fn message(facts: &Facts<'_>, fault: &faults::Fault) -> Message {
    let cause = match fault.span.text(facts.xml_text) {
        "<?xml" if facts.xml.declaration.is_some() => "the guide prints one above each fragment, and a file has one",
        "|" if fault.kind != faults::Kind::Leftover => "it looks like residue of a web page",
        _ => return fault.message.clone(),
    };
    fault.message.clone().with_meaning(cause)
}

fn way_out(facts: &Facts<'_>, span: Span) -> Option<Fix> {
    let text = facts.xml_text;
    let culprit = span.text(text);
    if let Some(fix) = declaration::own(facts, span).or_else(|| elements::opening(span, culprit)) {
        return Some(fix);
    }
    if culprit == "--" {
        return comments::hyphens(facts, span).or_else(|| attributes::way_out(facts, span));
    }
    let put = |kind, title, text: &str| Fix::safe(kind, title, Part::Xml, span, text);
    let fix = match culprit.as_bytes() {
        [b'&', ..] if references::can_escape(facts, span) => references::way_out(text, span, culprit),
        [b'<'] if references::can_escape(facts, span) => references::bracket(text, span),
        [b'<'] => return None,
        b"<?xml" => declaration::second(facts, span),
        b"]" if text[span.start..].starts_with("]]>") => {
            Fix::safe("write-gt", "Write &gt;", Part::Xml, Span::new(span.start + 2, span.start + 3), "&gt;")
        }
        [b'<', b'/', ..] => return elements::end_tag(facts, span),
        b"<!--" => return comments::end(text, span),
        [b'<', b'!', ..] => return None,
        [b'<', ..] => return elements::start_tag(facts, span),
        _ if span.start == 0 && culprit.chars().all(blanks::is_blank) => put("remove-blanks", "Remove the blanks", ""),
        _ if characters::is_forbidden(culprit) => characters::way_out(text, span, culprit),
        // Blanks that no tag may have, with or without those of XML.
        _ if !culprit.is_ascii() && culprit.chars().all(blanks::is_blank) => put("write-blank", "Write a blank", " "),
        _ if !culprit.is_empty() && culprit.trim_matches(['|', ' ', '\n', '\u{feff}']).is_empty() => {
            let lines = indent::whole_lines(text, span);
            Fix::safe("remove-residue", "Remove the residue", Part::Xml, lines, "")
        }
        _ => return attributes::way_out(facts, span).or_else(|| elements::of_name(facts, span)),
    };
    Some(fix)
}
