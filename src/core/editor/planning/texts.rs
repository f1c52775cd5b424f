//! The texts of the entries.

use super::{entries, new_texts, respelling, writable};
use crate::{
    editor::{change::Change, place::EntryPlace, refusal::Refusal, subject::Subject},
    mapping::{
        agent_states::{Activity, StateEntry, writing},
        lcid::Lcid,
    },
    source::{
        edit::{Edit, Edits},
        indent,
        text::{Part, Span},
        xml::End,
    },
};

pub(super) fn set(subject: Subject<'_>, place: &EntryPlace, lcid: Lcid, text: &str) -> Result<Change, Refusal> {
    let (_, entry) = entries::entry(subject, place)?;
    let id = entries::name(subject, entry);
    let language = lcid.name();
    let written = edits(subject, entry, &[(lcid, text)])?;
    let label = match entry.activity_in(lcid) {
        Some(_) if text.is_empty() => format!("{language} text of {id} removed"),
        Some(_) => format!("{language} text of {id} changed"),
        None => format!("{language} text of {id} added"),
    };
    let edits =
        [written.edits, indent::deletion(&subject.profile.xml, written.gone).iter().cloned().collect()].concat();
    Ok(subject.change(label, Part::Xml, Edits::new(edits).expect("of one text, one thing is done")))
}

/// What becomes of the texts of an entry: the edits, and the elements that go, which may share their lines with others.
pub(super) struct Rewritten {
    pub edits: Vec<Edit>,
    pub gone: Vec<Span>,
}

/// The edits that give an entry texts, each language once; an empty text goes.
pub(super) fn edits(subject: Subject<'_>, entry: &StateEntry, texts: &[(Lcid, &str)]) -> Result<Rewritten, Refusal> {
    let source = &*subject.profile.xml;
    let mut rewritten = Rewritten { edits: Vec::new(), gone: Vec::new() };
    let mut new: Vec<(Lcid, &str)> = Vec::new();
    for &(lcid, text) in texts {
        writable(text)?;
        match entry.activity_in(lcid).map(|activity| &entry.activities[activity]) {
            None if text.is_empty() => {}
            None => new.push((lcid, text)),
            Some(activity) if text.is_empty() => {
                rewritten.gone.push(writing::without_blanks_behind(source, activity.span));
            }
            Some(activity) if activity.text.text == text => {}
            Some(activity) if !is_closed(source, activity.start_tag) => return Err(subject.broken(activity.start_tag)),
            Some(activity) => rewritten.edits.extend(replacement(subject, activity, text).iter().cloned()),
        }
    }
    if !new.is_empty() && entry.activities.is_empty() && !is_closed(source, entry.start_tag) {
        return Err(subject.broken(entry.start_tag));
    }
    rewritten.edits.extend(new_texts::additions(subject, entry, &new));
    Ok(rewritten)
}

/// Whether a start tag has its `>`, so that content can follow.
fn is_closed(source: &str, start_tag: Span) -> bool {
    start_tag.text(source).ends_with('>')
}

/// The text gives way to the new one; comments beside it stay, and what is the same stays as it is written.
fn replacement(subject: Subject<'_>, activity: &Activity, text: &str) -> Edits {
    let source = &*subject.profile.xml;
    if let Some(edits) = respelling::of_difference(subject, activity, text) {
        return edits;
    }
    let text = &respelling::written(subject, text);
    if activity.end == End::Empty {
        let name = activity.name_span.text(source);
        return writing::opened(source, activity.start_tag, &format!("{text}</{name}>")).into();
    }
    let mut content = activity.text.span;
    if activity.end == End::Missing {
        // The line feed in front of what follows is not part of the text.
        content.end = content.start + content.text(source).trim_end().len();
    }
    let stretches = without_comments(source, content);
    let filled = stretches.iter().position(|span| !span.text(source).trim().is_empty()).unwrap_or_default();
    let written = |at| if at == filled { &**text } else { "" };
    let edits = stretches.iter().enumerate().map(|(at, span)| Edit::replace(*span, written(at)));
    Edits::new(edits.collect()).expect("a comment stands between one stretch and the next")
}

/// What stands between the comments of a text; all of it as one stretch where a CDATA section may hold the marks of one.
fn without_comments(source: &str, span: Span) -> Vec<Span> {
    const OPENING: &str = "<!--";
    const CLOSING: &str = "-->";
    if span.text(source).contains("<![CDATA[") {
        return vec![span];
    }
    let mut stretches = Vec::new();
    let mut start = span.start;
    while let Some(opening) = source[start..span.end].find(OPENING).map(|length| start + length) {
        let inside = opening + OPENING.len();
        let Some(length) = source.get(inside..span.end).and_then(|inside| inside.find(CLOSING)) else { break };
        stretches.push(Span::new(start, opening));
        start = inside + length + CLOSING.len();
    }
    stretches.push(Span::new(start, span.end));
    stretches
}
