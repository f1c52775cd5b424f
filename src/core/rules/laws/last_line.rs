//! The file ends with the line of the guide.

use crate::{
    mapping::agent_states::LAST_LINE,
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::Facts,
        fix::Fix,
        law::{Basis, Law},
    },
    source::text::{Part, Span},
};

pub(super) static LAW: Law = Law {
    code: "last-line",
    statement: "The file ends with the line that the guide gives, the end tag of the outermost element",
    why: "The guide says that it must; how much T-Server minds is not documented",
    basis: Basis::Guide("Configuring the Presence Profile, Configure the XML file"),
    example: Example::xml(
        r#"<?xml version="1.0"?>
<agentStates xmlns="http://schemas.genesys.com/09/2014/mslyncteserver/agentStates">
  <agentState ID="IDLE_OUT" availability="18000">
    <activity LCID="1033">Logged out</activity>
  </agentState>
</agentStates>
<!-- checked in May -->
"#,
    )
    .along_with(&["missing-entry"]),
    check,
    yields_to: &["well-formed", "outermost-element"],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let text = facts.xml_text;
    // Of a prefix the first lines tell.
    let root = facts.map.root.as_ref().filter(|root| root.is_agent_states && !root.name.text(text).contains(':'));
    let Some(tag) = root.and_then(|root| root.end_tag) else { return };
    let behind = text[tag.end..].trim();
    if !behind.is_empty() {
        let span = Span::new(tag.end, text.trim_end().len());
        let moved = format!("{behind}\n{LAST_LINE}");
        let fix = Fix::safe("write-last-line", "Write the last line", Part::Xml, Span::new(tag.start, span.end), moved);
        let found = LAW.warning(Part::Xml, span, format!("the last line must be `{LAST_LINE}`"));
        acc.push(found.with_advice("what stands behind it can stand before it").with_fix(fix));
        return;
    }
    let begins_line = text[..tag.start].ends_with('\n');
    if !begins_line || tag.text(text) != LAST_LINE {
        let message = format!("the last line must be `{LAST_LINE}` and nothing else");
        let blanks = text[..tag.start].trim_end_matches([' ', '\t', '\n']).len();
        let fix = Fix::safe(
            "write-last-line",
            "Write the last line",
            Part::Xml,
            Span::new(blanks, tag.end),
            format!("\n{LAST_LINE}"),
        );
        acc.push(LAW.warning(Part::Xml, tag, message).with_fix(fix));
    }
}
