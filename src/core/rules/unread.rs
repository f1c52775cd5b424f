//! What could not be read of the file, and what may stand there.

use super::likeness;
use crate::{
    mapping::agent_states::{PresenceMap, StateEntry},
    source::{
        sorting,
        text::Span,
        xml::{Element, End, Xml},
    },
};

/// Where the reader lost its way: broken tags, comments and sections without an end, and text where tags should stand.
pub fn stretches(text: &str, xml: &Xml, map: &PresenceMap) -> Vec<Span> {
    if xml.faults.is_empty() {
        return Vec::new();
    }
    let mut unread = map.lost.clone();
    unread.extend(xml.unread);
    for fault in &xml.faults {
        let culprit = fault.span.text(text);
        let defines = || xml.doctype.is_some_and(|doctype| doctype.text(text).contains("<!ENTITY"));
        if culprit == "<!--" {
            unread.extend(xml.comments.iter().find(|comment| comment.start == fault.span.start));
        } else if culprit.starts_with("<![") || culprit.starts_with("<!DOCTYPE") && defines() {
            unread.push(fault.span);
        }
    }
    for piece in &xml.texts {
        let piece = piece.span;
        if ["agentState", "activity", "ID="].iter().any(|name| piece.text(text).contains(name)) {
            unread.push(piece);
        }
    }
    // An entry with a slip in its name, which its end tag shows.
    let is_misspelt =
        |element: &&Element| matches!(element.end, End::Tag(tag) if tag.text(text).contains("agentState>"));
    let entries =
        xml.elements.iter().filter(is_misspelt).filter(|element| !element.name.text(text).ends_with("agentState"));
    unread.extend(entries.map(|element| element.span));
    // A file that breaks off inside an entry may have had others behind it.
    let breaks_off = |entry: &StateEntry| entry.end == End::Missing && text[entry.span.end..].trim().is_empty();
    if map.entries.last().is_some_and(breaks_off) {
        unread.push(Span::at(text.len()));
    }
    sorting::by_numbers(&mut unread, |span| (span.start, span.end));
    unread
}

/// Whether an entry of an ID may stand in a stretch that was not read: one that names the ID, or half of it, or none.
pub fn may_hold(stretch: &str, id: &str) -> bool {
    if is_activity(stretch) {
        return false;
    }
    let mut names_another = false;
    for (at, found) in stretch.match_indices("ID=") {
        let value = stretch[at + found.len()..].trim_start_matches(['"', '\'']);
        let end = value.find(|sign: char| sign.is_whitespace() || "\"'<>".contains(sign)).unwrap_or(value.len());
        let value = &value[..end];
        if !value.is_empty() && (id.starts_with(value) || value.starts_with(id) || is_near(value, id)) {
            return true;
        }
        // The LCID of a text is no ID.
        names_another |= !value.is_empty() && !stretch[..at].ends_with("LC");
    }
    !names_another
}

fn is_near(value: &str, id: &str) -> bool {
    likeness::nearest(value, [id]).is_some()
}

/// Whether a broken tag is one of a text: it cannot be an entry.
fn is_activity(tag: &str) -> bool {
    let Some(name) = tag.strip_prefix('<') else { return false };
    let end = name.find(|sign: char| !sign.is_alphanumeric() && sign != ':').unwrap_or(name.len());
    let name = &name[..end];
    name.rsplit_once(':').map_or(name, |(_, local)| local) == "activity"
}
