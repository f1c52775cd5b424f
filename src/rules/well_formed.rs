//! The file is well-formed XML, with namespaces that every reader takes.

use super::{Basis, Law, diagnostic::Diagnostic, example::Example, facts::Facts};
use crate::source::text::Part;

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
    yields_to: &["no-doctype"],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    for problem in &facts.xml.problems {
        acc.push(LAW.error(Part::Xml, problem.span, problem.message.as_str()));
    }
}
