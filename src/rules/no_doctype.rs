//! The file has no DOCTYPE.

use super::{Basis, Law, diagnostic::Diagnostic, example::Example, facts::Facts, fix::Fix};
use crate::source::{indent, text::Part};

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
    .along_with(&[]),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    for problem in &facts.xml.problems {
        let culprit = problem.span.text(facts.xml_text);
        if !culprit.as_bytes().get(..9).is_some_and(|front| front.eq_ignore_ascii_case(b"<!DOCTYPE")) {
            continue;
        }
        let found = LAW.error(Part::Xml, problem.span, problem.message.as_str());
        // Only the first was read through to its end.
        acc.push(match facts.xml.doctype.filter(|whole| whole.start == problem.span.start) {
            Some(whole) => {
                let inside = whole.text(facts.xml_text);
                let defines = ["[", "SYSTEM", "PUBLIC"].iter().any(|word| inside.contains(word));
                let lines = indent::whole_lines(facts.xml_text, whole);
                let fix = if defines { Fix::changes } else { Fix::safe };
                found.with_fix(fix("Remove the DOCTYPE", Part::Xml, lines, ""))
            }
            None => found,
        });
    }
}
