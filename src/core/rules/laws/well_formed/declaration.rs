//! The XML declaration: what is wrong inside it, and one that is not the first thing in the file.

use crate::{
    mapping::agent_states::FIRST_LINES,
    rules::{facts::Facts, fix::Fix},
    source::{
        indent,
        text::{Part, Span},
    },
};

/// Whatever is wrong inside the declaration, the guide's first line is right. In memory the file is UTF-8.
pub(super) fn own(facts: &Facts<'_>, span: Span) -> Option<Fix> {
    let whole = facts.xml.declaration.filter(|whole| whole.covers(span) && !facts.xml.elements.is_empty())?;
    let whole = Span::new(0, whole.text(facts.xml_text).trim_end().len());
    Some(Fix::safe("write-first-line", "Write the first line", Part::Xml, whole, FIRST_LINES[0]))
}

/// A declaration that is not the first thing in the file: it goes, or where there is no other it goes to the front.
pub(super) fn second(facts: &Facts<'_>, span: Span) -> Fix {
    let text = facts.xml_text;
    let end = text[span.end..].find(['<', '>']).map_or(text.len(), |length| span.end + length);
    let end = end + usize::from(text[end..].starts_with('>'));
    let whole = indent::whole_lines(text, Span::new(span.start, end));
    // The guide has its fragments begin behind the declaration, on the same line.
    let blanks = text[whole.end..].len() - text[whole.end..].trim_start_matches(' ').len();
    let whole = if whole.end == end { Span::new(whole.start, end + blanks) } else { whole };
    if facts.xml.declaration.is_some() {
        return Fix::safe("remove-second-declaration", "Remove the second declaration", Part::Xml, whole, "");
    }
    let first = format!("{}\n", FIRST_LINES[0]);
    Fix::safe("move-to-front", "Move it to the front", Part::Xml, whole, "").and(Part::Xml, Span::at(0), first)
}
