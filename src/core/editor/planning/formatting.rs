//! The XML as it shows the depth of its elements.

use crate::{
    editor::{change::Change, refusal::Refusal, subject::Subject},
    mapping::agent_states,
    source::{text::Part, xml::formatting},
};

pub(super) fn format(subject: Subject<'_>) -> Result<Change, Refusal> {
    const LABEL: &str = "Format the XML";
    let (text, xml) = (&*subject.profile.xml, &subject.analysis.xml);
    if text.trim_ascii().is_empty() {
        return Ok(Change::new(LABEL));
    }
    match formatting::format(text, xml, agent_states::KINDS) {
        Some(edits) => Ok(subject.change(LABEL, Part::Xml, edits)),
        None => {
            let fault = xml.faults.first().map_or(0, |fault| fault.span.start);
            Err(Refusal::NotFormatted(subject.analysis.xml_lines.line_of(fault) + 1))
        }
    }
}
