//! Comments that hold two hyphens, or have no end.

use crate::{
    rules::{facts::Facts, fix::Fix},
    source::{
        indent,
        text::{Part, Span},
    },
};

/// Parts all hyphens that touch each other in the comment whose first two they are.
pub(super) fn hyphens(facts: &Facts<'_>, span: Span) -> Option<Fix> {
    let comments = &facts.xml.comments;
    let before = comments.partition_point(|comment| comment.start <= span.start);
    let comment = comments[before.checked_sub(1)?];
    let end = comment.text(facts.xml_text).strip_suffix("-->").map(|inside| comment.start + inside.len())?;
    if end <= span.start {
        return None;
    }
    let rest = Span::new(span.start, end);
    // Of three in a row the first pass parts the first two.
    let mut parted = rest.text(facts.xml_text).replace("--", "- -").replace("--", "- -");
    if parted.ends_with('-') {
        parted.push(' ');
    }
    Some(Fix::safe("part-hyphens", "Put a blank between the hyphens", Part::Xml, rest, parted))
}

/// Ends a comment with its line, unless it has an end: what is wrong with it is something else then.
pub(super) fn end(text: &str, opening: Span) -> Option<Fix> {
    if text[opening.end..].contains("-->") {
        return None;
    }
    let end = Span::at(indent::line_end(text, opening.end));
    Some(Fix::changes("end-comment", "End the comment", Part::Xml, end, " -->"))
}
