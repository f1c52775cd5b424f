//! The encoding that the XML declaration names is the one the file is in.

use crate::{
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::Facts,
        fix::Fix,
        law::{Basis, Law},
    },
    source::{
        phrase::quoted,
        text::{Part, Span},
        xml::verdict,
    },
};

pub(super) static LAW: Law = Law {
    code: "encoding",
    statement: "The encoding that the XML declaration names is the one the file is in",
    why: "A reader that goes by the declaration finds other letters, or refuses the file",
    basis: Basis::Xml("4.3.3 Character Encoding in Entities"),
    example: Example::xml(
        r#"<?xml version="1.0" encoding="windows-1251"?>
<agentStates xmlns="http://schemas.genesys.com/09/2014/mslyncteserver/agentStates">
  <agentState ID="IDLE_OUT" availability="18000">
    <activity LCID="1033">Logged out</activity>
  </agentState>
</agentStates>
"#,
    )
    .along_with(&["missing-entry"]),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let Some(fault) = verdict::contradiction(facts.xml_text, facts.xml, facts.encoding) else { return };
    let name = quoted(fault.span.text(facts.xml_text));
    let wrong = format!("the first line names the encoding {name}, but the file is saved as {}", facts.encoding);
    let found = LAW.error(Part::Xml, fault.span, wrong);
    let found = found.with_advice("take the name away, without one a file is UTF-8");
    acc.push(match attribute(facts.xml_text, fault.span) {
        Some(span) => found.with_fix(Fix::safe("remove-encoding", "Remove the encoding", Part::Xml, span, "")),
        None => found,
    });
}

/// From the blank in front of `encoding` through the closing quote.
pub(super) fn attribute(text: &str, value: Span) -> Option<Span> {
    let front = text[..value.start].rfind("encoding")?;
    let blank = text[..front].trim_end().len();
    Some(Span::new(blank, value.end + 1))
}
