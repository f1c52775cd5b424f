//! The outermost element is agentStates.

use crate::{
    mapping::agent_states::Root,
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::Facts,
        fix::Fix,
        law::{Basis, Law},
        likeness, skeleton,
    },
    source::{
        phrase::quoted,
        text::{Part, Span},
    },
};

pub(super) static LAW: Law = Law {
    code: "outermost-element",
    statement: "The outermost element is `agentStates`, and it holds all entries",
    why: "T-Server does not find the entries",
    basis: Basis::Guide("Configuring the Presence Profile, Configure the XML file"),
    example: Example::xml(
        r#"<?xml version="1.0"?>
<agentState ID="INCALL" availability="7001">
  <activity LCID="1033">Working with a customer</activity>
</agentState>
"#,
    )
    .along_with(&["missing-entry"]),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let text = facts.xml_text;
    let begin = facts.xml.declaration.map_or(0, |declaration| declaration.end);
    if text[begin..].trim().is_empty() {
        // Who pulls presence needs no file.
        if !facts.options.pulls() {
            let found = LAW.error(Part::Xml, Span::at(0), "the file is empty: T-Server has nothing to push");
            let whole = Span::new(0, text.len());
            let first = skeleton::whole(facts.options);
            let fix = Fix::changes("write-first-file", "Write a first file", Part::Xml, whole, first);
            acc.push(found.with_advice("begin with the lines it must have").with_fix(fix));
        }
        return;
    }
    let Some(root) = facts.map.root.as_ref().filter(|root| !root.is_agent_states) else { return };
    acc.push(judged(facts, root));
}

fn judged(facts: &Facts<'_>, root: &Root) -> Diagnostic {
    let name = root.name.text(facts.xml_text);
    let local = name.rsplit_once(':').map_or(name, |(_, local)| local);
    if local == "agentState" {
        let outermost = facts.xml.elements.iter().filter(|element| element.parent.is_none());
        let others = outermost.skip(1).map(|element| element.name);
        let wrong = "this is a fragment: an entry stands where the outermost element `agentStates` should hold all \
                     of them";
        let found = LAW.error(Part::Xml, root.name, wrong).with_more(others);
        let found = found.with_advice("put its two lines in front and its end tag behind");
        return found.with_fixes(skeleton::wrapping(facts.xml_text, facts.xml));
    }
    if local == "customStates" {
        let message = "this is a file of custom states for the client, not one of T-Server: its outermost element is \
                       `customStates`, not `agentStates`";
        return LAW.error(Part::Xml, root.name, message);
    }
    // Of an entry with a slip in its name the end tag is right: with another name it would have none.
    let is_entry = root.end_tag.is_some_and(|tag| tag.text(facts.xml_text).contains("agentState>"));
    let near = likeness::nearest(local, [if is_entry { "agentState" } else { "agentStates" }]);
    let way_out = near.map_or("is this another file?".to_owned(), |near| format!("did you mean `{near}`?"));
    let wrong = format!("the outermost element is {}, not `agentStates`", quoted(name));
    let fix = near.filter(|_| !is_entry).map(|near| {
        let renamed = |span: Span| Span::new(span.end - local.len(), span.end);
        let fix = if near.eq_ignore_ascii_case(local) { Fix::safe } else { Fix::changes };
        let fix = fix("rename-root", "Rename it to agentStates", Part::Xml, renamed(root.name), near);
        let end = root.end_tag.and_then(|tag| tag.text(facts.xml_text).rfind(local).map(|at| tag.start + at));
        match end {
            Some(at) => fix.and(Part::Xml, Span::new(at, at + local.len()), near),
            None => fix,
        }
    });
    LAW.error(Part::Xml, root.name, wrong).with_advice(way_out).with_fixes(fix)
}
