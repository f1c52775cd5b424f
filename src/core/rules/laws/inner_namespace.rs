//! No element leaves the namespace of the outermost one.

use crate::{
    mapping::agent_states::NAMESPACE,
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
    },
};

pub(super) static LAW: Law = Law {
    code: "inner-namespace",
    statement: "No element leaves the namespace of the outermost one",
    why: "A namespace is part of an element's name; in another one, T-Server does not know the element",
    basis: Basis::Guide("Configuring the Presence Profile, Configure the XML file"),
    example: Example::entry(
        r#"  <agentState xmlns="" ID="OOS" availability="18000">
    <activity LCID="1033">The device is out of service</activity>
  </agentState>"#,
    ),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let text = facts.xml_text;
    let Some(root) = facts.map.root.as_ref().filter(|root| root.is_agent_states) else { return };
    for attribute in facts.xml.attributes.iter().filter(|attribute| root.start_tag.end <= attribute.span.start) {
        if attribute.name.text(text) == "xmlns" && attribute.value.text(text) != NAMESPACE {
            let blank = text[..attribute.span.start].trim_end().len();
            let wrong = "this element leaves the namespace of the file";
            let fix = Fix::changes(
                "remove-namespace",
                "Remove the namespace",
                Part::Xml,
                Span::new(blank, attribute.span.end),
                "",
            );
            let found = LAW.error(Part::Xml, attribute.span, wrong);
            acc.push(found.with_advice("remove what it declares").with_fix(fix));
        }
    }
    // A prefix that is not declared is a fault of the XML.
    if !facts.xml.faults.is_empty() {
        return;
    }
    let prefix = |name: Span| name.text(text).split_once(':').map_or("", |(prefix, _)| prefix);
    let own = prefix(root.name);
    let mut others = facts.map.entries.iter().map(|entry| entry.name_span).filter(|name| prefix(*name) != own);
    let Some(first) = others.next() else { return };
    let wrong = format!(
        "the prefix of {} is not that of the outermost element, so the two are in different namespaces",
        quoted(first.text(text))
    );
    acc.push(LAW.error(Part::Xml, first, wrong).with_advice("give both the same").with_more(others));
}
