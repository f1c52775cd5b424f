//! The lines a file must begin and end with, around what is there.

use super::{
    fix::{Fix, Safety},
    roles,
};
use crate::{
    mapping::{
        agent_states::{FIRST_LINES, LAST_LINE},
        options::ProfileOptions,
        rows::Rows,
        states::StateNumber,
    },
    source::{
        indent,
        text::{Part, Span},
        xml::{self, Xml},
    },
};

/// A first file: an entry for each ID of the option, in the order of the rows, with a number that suits its rows.
pub fn whole(options: &ProfileOptions) -> String {
    let states = &options.aggregated_states;
    let mut file = format!("{}\n{}\n", FIRST_LINES[0], FIRST_LINES[1]);
    let mut written: Vec<&str> = Vec::new();
    for id in StateNumber::all().filter_map(|row| states.id_of(row)) {
        if written.contains(&id) || xml::forbidden(id).is_some() {
            continue;
        }
        written.push(id);
        let rows: Rows = StateNumber::all().filter(|row| states.id_of(*row) == Some(id)).collect();
        let number = roles::class_of_all(rows).map_or(6500, |class| class.customary().number());
        let id = xml::escape_attribute(id, '"');
        file += &format!("  <agentState ID=\"{id}\" availability=\"{number}\">\n  </agentState>\n");
    }
    file + LAST_LINE + "\n"
}

/// Puts the outermost element around entries that stand alone; `None` where something else is to be mended first.
pub fn wrapping(text: &str, xml: &Xml) -> Option<Fix> {
    let first = xml.elements.first()?;
    let second = xml.elements.iter().filter(|element| element.parent.is_none()).nth(1);
    let is_part = |span: Span| second.is_some_and(|it| it.name == span) || span.text(text) == LAST_LINE;
    if !xml.faults.iter().all(|fault| is_part(fault.span)) {
        return None;
    }
    let start = indent::line_start(text, first.span.start);
    let own_line = indent::indent_of(text, first.span.start).is_some();
    let (at, begin) = match (xml.declaration, own_line) {
        (Some(_), true) => (Span::at(start), format!("{}\n", FIRST_LINES[1])),
        (Some(declaration), false) if text[declaration.end..first.span.start].trim().is_empty() => {
            (Span::new(declaration.end, first.span.start), format!("\n{}\n", FIRST_LINES[1]))
        }
        (None, true) if text[..start].trim().is_empty() => {
            (Span::new(0, start), format!("{}\n{}\n", FIRST_LINES[0], FIRST_LINES[1]))
        }
        _ => (Span::at(first.span.start), format!("{}\n", FIRST_LINES[1])),
    };
    let fix = Fix::new("wrap-in-root", "Put agentStates around it", Safety::Safe).and(Part::Xml, at, begin);
    // Sometimes only the beginning was lost.
    let front = text.trim_end();
    let end = Span::at(front.len());
    Some(if front.ends_with(LAST_LINE) { fix } else { fix.and(Part::Xml, end, format!("\n{LAST_LINE}")) })
}
