//! The outermost element declares the exact namespace of the guide.

use crate::{
    mapping::agent_states::{NAMESPACE, Root},
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
    code: "namespace",
    statement: "The outermost element declares the exact namespace of the guide",
    why: "A namespace is compared letter by letter; in another one, T-Server does not know the elements",
    basis: Basis::Guide("Configuring the Presence Profile, Configure the XML file"),
    example: Example::xml(
        r#"<?xml version="1.0"?>
<agentStates xmlns="https://schemas.genesys.com/09/2014/mslyncteserver/agentStates">
  <agentState ID="IDLE_OUT" availability="18000">
    <activity LCID="1033">Logged out</activity>
  </agentState>
</agentStates>
"#,
    )
    .along_with(&["missing-entry"]),
    check,
    yields_to: &["well-formed"],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let Some(root) = facts.map.root.as_ref().filter(|root| root.is_agent_states) else { return };
    let is_broken = facts.xml.elements.first().is_some_and(|element| element.broken);
    let written = root.namespace.as_ref();
    if written.is_none_or(|written| written.text != NAMESPACE) && !(is_broken && written.is_none()) {
        acc.push(judged(facts, root));
    }
}

fn judged(facts: &Facts<'_>, root: &Root) -> Diagnostic {
    let Some(written) = &root.namespace else {
        let declaration = match root.name.text(facts.xml_text).split_once(':') {
            Some((prefix, _)) => format!(" xmlns:{prefix}=\"{NAMESPACE}\""),
            None => format!(" xmlns=\"{NAMESPACE}\""),
        };
        let found = LAW.error(Part::Xml, root.name, "the namespace is missing here");
        let found = found.with_advice(format!("write xmlns=\"{NAMESPACE}\""));
        let fix = Fix::safe("use-namespace", "Use the namespace", Part::Xml, Span::at(root.name.end), declaration);
        return found.with_fix(fix);
    };
    let text = written.text.as_str();
    let bare = text.trim();
    let mut meaning = "";
    let wrong = if bare.contains("customStates") {
        "this is the namespace of the custom states of the client, another file"
    } else if bare.is_empty() {
        "the namespace is empty"
    } else if bare == NAMESPACE {
        "blanks stand around the namespace"
    } else if bare.trim_end_matches('/') == NAMESPACE {
        "a slash stands behind the namespace"
    } else if bare.strip_prefix("https://") == NAMESPACE.strip_prefix("http://") {
        meaning = "it is a name, with http";
        "the namespace begins with https, as if it were an address"
    } else if bare.eq_ignore_ascii_case(NAMESPACE) {
        "the namespace is written in other letters, capital or small"
    } else {
        "this is another namespace than the guide's"
    };
    let span = if written.span.is_empty() { root.name } else { written.span };
    // Any other name may be meant.
    let is_slip = bare.is_empty() || plain(bare) == plain(NAMESPACE);
    let fix = if is_slip { Fix::safe } else { Fix::changes };
    let fix = fix("use-namespace", "Use the namespace", Part::Xml, written.span, NAMESPACE);
    let found = LAW.error(Part::Xml, span, wrong).with_meaning(meaning);
    found.with_advice(format!("it must be `{NAMESPACE}`")).with_fix(fix)
}

/// A namespace without what a slip changes: letter case, the scheme of an address, a slash at the end.
fn plain(name: &str) -> String {
    let name = name.trim_end_matches('/').to_ascii_lowercase();
    name.strip_prefix("https:").or(name.strip_prefix("http:")).unwrap_or(&name).to_owned()
}
