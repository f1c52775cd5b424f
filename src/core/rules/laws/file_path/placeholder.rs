//! What stands in a path until somebody, or a tool, writes the right name: `<<...>>` of the guide, `${NAME}` of a tool.

use crate::{
    rules::{diagnostic::Diagnostic, fix::Fix, law::Law},
    source::{
        phrase::quoted,
        text::{Part, Span},
    },
};

/// What is said of a placeholder in a path.
pub(super) fn found(law: &Law, span: Span, path: &str) -> Option<Diagnostic> {
    if let Some(at) = path.find(['<', '>']) {
        let rest = Span::new(span.start + at, span.end);
        let found = law.error(Part::Options, rest, format!("{} still has the placeholder of the guide", quoted(path)));
        let found = found.with_advice("write the name of the file");
        let fix = Fix::changes("use-usual-name", "Use agentStates.xml", Part::Options, rest, "agentStates.xml");
        return Some(found.with_fix(fix));
    }
    let start = path.find("${")?;
    let end = start + path[start..].find('}')? + 1;
    let name = quoted(&path[start..end]);
    let place = Span::new(span.start + start, span.start + end);
    let found =
        law.warning(Part::Options, place, format!("{name} is a placeholder that a configuration tool fills in"));
    Some(found.with_advice("write the folder that is meant"))
}
