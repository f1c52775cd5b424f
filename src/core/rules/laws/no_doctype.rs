//! The file has no DOCTYPE.

use crate::{
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::Facts,
        fix::{Fix, Safety},
        law::{Basis, Law},
    },
    source::{
        indent,
        text::{Part, Span},
        xml::{self, faults::Kind},
    },
};

pub(super) static LAW: Law = Law {
    code: "no-doctype",
    statement: "The file has no DOCTYPE and defines no entities",
    why: "What a DOCTYPE defines can change what other readers find in the file, so none is ever taken here; the guide \
          has the outermost element in the second line",
    basis: Basis::Guide("Configuring the Presence Profile, Configure the XML file"),
    example: Example::xml(
        r#"<?xml version="1.0"?>
<!DOCTYPE agentStates>
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
    let doctypes = facts.xml.faults.iter().filter(|fault| fault.kind == Kind::Doctype);
    let is_only = doctypes.clone().count() == 1;
    for fault in doctypes {
        let found = LAW.error(Part::Xml, fault.span, fault.message.clone());
        // Where several stand, nobody knows where the first one ends.
        let whole = facts.xml.doctype.filter(|_| is_only);
        acc.push(found.with_fixes(whole.and_then(|whole| removal(facts, whole))));
    }
}

/// Takes it away, and writes out what it defines; `None` where that cannot be done word by word.
fn removal(facts: &Facts<'_>, whole: Span) -> Option<Fix> {
    let text = facts.xml_text;
    let inside = whole.text(text);
    // One that names the outermost element says nothing that the file does not.
    let root = facts.map.root.as_ref().map_or("", |root| root.name.text(text));
    let is_plain = inside[9..].trim_end_matches('>').trim() == root;
    let safety = if is_plain { Safety::Safe } else { Safety::Changes };
    let mut fix =
        Fix::new("remove-doctype", "Remove the DOCTYPE", safety).and(Part::Xml, indent::whole_lines(text, whole), "");
    let definitions: Vec<(&str, &str)> = inside.split("<!ENTITY").skip(1).filter_map(definition).collect();
    let mut at = whole.end;
    while let Some(length) = text[at..].find('&') {
        let start = at + length;
        let end = text[start..].find(';').map_or(text.len(), |length| start + length + 1);
        let reference = Span::new(start, end);
        at = start + 1;
        if xml::unescape(reference.text(text)) != reference.text(text) {
            continue;
        }
        let name = reference.text(text).trim_matches(['&', ';']);
        let (_, value) = definitions.iter().find(|(own, _)| *own == name)?;
        fix = fix.and(Part::Xml, reference, *value);
    }
    Some(fix)
}

/// Name and value of `<!ENTITY name "value">`, when the value is plain.
fn definition(behind: &str) -> Option<(&str, &str)> {
    let (name, rest) = behind.trim_start().split_once(char::is_whitespace)?;
    let rest = rest.trim_start();
    let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let (value, _) = rest[1..].split_once(quote)?;
    (!value.contains(['&', '<', '%'])).then_some((name, value))
}
