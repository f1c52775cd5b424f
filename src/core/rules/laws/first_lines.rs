//! The file begins with the two lines of the guide.

use crate::{
    mapping::agent_states::{FIRST_LINES, NAMESPACE, Root},
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::Facts,
        fix::{Fix, Safety},
        law::{Basis, Law},
    },
    source::text::{Part, Span},
};

pub(super) static LAW: Law = Law {
    code: "first-lines",
    statement: "The file begins with the two lines that the guide gives, letter by letter",
    why: "The guide says that it must; how much T-Server minds is not documented",
    basis: Basis::Guide("Configuring the Presence Profile, Configure the XML file"),
    example: Example::xml(
        r#"<?xml version="1.0" encoding="utf-8"?>
<agentStates xmlns="http://schemas.genesys.com/09/2014/mslyncteserver/agentStates">
  <agentState ID="IDLE_OUT" availability="18000">
    <activity LCID="1033">Logged out</activity>
  </agentState>
</agentStates>
"#,
    )
    .along_with(&["missing-entry"]),
    check,
    yields_to: &["well-formed", "no-doctype", "encoding", "namespace", "outermost-element"],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let Some(root) = facts.map.root.as_ref().filter(|root| root.is_agent_states) else { return };
    if facts.style.bom {
        let wrong = "a byte order mark stands before the first line, where the guide has nothing";
        acc.push(LAW.warning(Part::Xml, Span::at(0), wrong).with_advice("save without it"));
    }
    acc.extend(declaration(facts, root));
    acc.extend(between(facts, root));
    acc.extend(start_tag(facts, root));
}

fn declaration(facts: &Facts<'_>, root: &Root) -> Option<Diagnostic> {
    let line = FIRST_LINES[0];
    let Some(span) = facts.xml.declaration else {
        let message = format!("the first line must be `{line}`");
        let fix = Fix::safe("write-first-line", "Write the first line", Part::Xml, Span::at(0), format!("{line}\n"));
        return Some(LAW.warning(Part::Xml, Span::new(0, root.start_tag.start), message).with_fix(fix));
    };
    let written = span.text(facts.xml_text);
    let message = format!("the first line must be `{line}` and no more");
    // Another version has other letters.
    let fix = if written.contains("1.0") { Fix::safe } else { Fix::changes };
    let fix = fix("write-first-line", "Write the first line", Part::Xml, span, line);
    (written != line).then(|| LAW.warning(Part::Xml, span, message).with_fix(fix))
}

/// What stands between the first line and the second.
fn between(facts: &Facts<'_>, root: &Root) -> Option<Diagnostic> {
    let start = facts.xml.declaration.filter(|line| line.text(facts.xml_text).ends_with("?>"))?.end;
    let gap = Span::new(start, root.start_tag.start);
    let written = gap.text(facts.xml_text);
    if written == "\n" {
        return None;
    }
    let inside = written.trim();
    let fix = Fix::new("move-up-second-line", "Move up the second line", Safety::Safe).and(Part::Xml, gap, "\n");
    if inside.is_empty() {
        let message = "the outermost element must begin the second line";
        return Some(LAW.warning(Part::Xml, gap, message).with_fix(fix));
    }
    let fix = fix.and(Part::Xml, Span::at(root.start_tag.end), format!("\n  {inside}"));
    let found = LAW.warning(Part::Xml, gap, "the outermost element must stand in the second line");
    Some(found.with_advice("what stands before it can follow it").with_fix(fix))
}

fn start_tag(facts: &Facts<'_>, root: &Root) -> Option<Diagnostic> {
    let written = root.start_tag.text(facts.xml_text);
    let is_exact = root.namespace.as_ref().is_some_and(|namespace| namespace.text == NAMESPACE);
    if written == FIRST_LINES[1] || !is_exact || !written.ends_with('>') {
        return None;
    }
    let message = "the second line must be the start tag as the guide gives it: one blank, `xmlns`, double quotes";
    let is_plain = root.name.text(facts.xml_text) == "agentStates" && facts.xml.elements[0].attributes.len() == 1;
    let fix = Fix::safe("write-second-line", "Write the second line", Part::Xml, root.start_tag, FIRST_LINES[1]);
    let fix = (is_plain && !written.ends_with("/>")).then_some(fix);
    Some(LAW.warning(Part::Xml, root.start_tag, message).with_fixes(fix))
}
