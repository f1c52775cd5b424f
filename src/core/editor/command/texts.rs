//! The texts of the entries, and the languages they stand in.

use super::{Change, Refusal, Subject, entries, writable};
use crate::{
    mapping::{
        agent_states::{Activity, StateEntry, writing},
        lcid::Lcid,
    },
    source::{
        edit::{Edit, Edits},
        indent,
        text::{Part, Span},
        xml::{self, End},
    },
};

pub(super) fn set(subject: Subject<'_>, position: usize, lcid: Lcid, text: &str) -> Result<Change, Refusal> {
    writable(text)?;
    let entry = entries::entry(subject, position)?;
    let id = entries::name(subject, entry);
    let language = lcid.name();
    let activity = entry.activity_in(lcid).map(|activity| &entry.activities[activity]);
    let source = &*subject.profile.xml;
    let (label, edits) = match activity {
        None if text.is_empty() => return Ok(Change::new(String::new())),
        Some(activity) if text.is_empty() => {
            let span = writing::without_blanks_behind(source, activity.span);
            (format!("Remove {language} text of {id}"), indent::deletion(source, [span]))
        }
        Some(activity) if activity.text.text == text => return Ok(Change::new(String::new())),
        Some(activity) if !is_closed(source, activity.start_tag) => return Err(subject.broken(activity.start_tag)),
        Some(activity) => (format!("Change {language} text of {id}"), replacement(source, activity, text)),
        None if entry.activities.is_empty() && !is_closed(source, entry.start_tag) => {
            return Err(subject.broken(entry.start_tag));
        }
        None => (format!("Add {language} text to {id}"), addition(subject, entry, lcid, text).into()),
    };
    Ok(subject.change(label, Part::Xml, edits))
}

/// Whether a start tag has its `>`, so that content can follow.
fn is_closed(source: &str, start_tag: Span) -> bool {
    start_tag.text(source).ends_with('>')
}

/// The text gives way to the new one; comments beside it stay.
fn replacement(source: &str, activity: &Activity, text: &str) -> Edits {
    let text = xml::escape_text(text);
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
    let written = |at| if at == filled { &*text } else { "" };
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

/// A new text stands behind its siblings, one in the default language before them, in their indentation.
fn addition(subject: Subject<'_>, entry: &StateEntry, lcid: Lcid, text: &str) -> Edit {
    let source = &*subject.profile.xml;
    let text = xml::escape_text(text);
    let first = subject.profile.choices.default_language == lcid;
    let neighbour = if first { entry.activities.first() } else { entry.activities.last() };
    let Some(neighbour) = neighbour else {
        return only_child(subject, entry, lcid, &text);
    };
    let name = neighbour.name_span.text(source);
    let quote = neighbour.lcid.as_ref().map_or('"', |written| writing::quote_around(source, written.span));
    let written = format!("<{name} LCID={quote}{}{quote}>{text}</{name}>", lcid.number());
    match (indent::indent_of(source, neighbour.span.start), first) {
        (Some(indent), true) => Edit::insert(neighbour.span.start, format!("{written}\n{indent}")),
        (Some(indent), false) => Edit::insert(neighbour.span.end, format!("\n{indent}{written}")),
        (None, true) => Edit::insert(neighbour.span.start, written),
        (None, false) => Edit::insert(neighbour.span.end, written),
    }
}

fn only_child(subject: Subject<'_>, entry: &StateEntry, lcid: Lcid, text: &str) -> Edit {
    let source = &*subject.profile.xml;
    let entry_name = entry.name_span.text(source);
    let name = match entry_name.split_once(':') {
        Some((prefix, _)) => format!("{prefix}:activity"),
        None => "activity".to_owned(),
    };
    let written = format!("<{name} LCID=\"{}\">{text}</{name}>", lcid.number());
    let Some(own) = indent::indent_of(source, entry.span.start) else {
        return match entry.end {
            End::Empty => writing::opened(source, entry.start_tag, &format!("{written}</{entry_name}>")),
            End::Tag(_) | End::Missing => Edit::insert(entry.start_tag.end, written),
        };
    };
    let line = format!("\n{own}{}{written}", subject.analysis.map.indent_unit(source));
    match entry.end {
        End::Empty => writing::opened(source, entry.start_tag, &format!("{line}\n{own}</{entry_name}>")),
        End::Tag(tag) if !source[entry.start_tag.end..tag.start].contains('\n') => {
            Edit::insert(entry.start_tag.end, format!("{line}\n{own}"))
        }
        End::Tag(_) | End::Missing => Edit::insert(entry.start_tag.end, line),
    }
}

pub(super) fn add_languages(subject: Subject<'_>, languages: &[Lcid]) -> Change {
    let mut choices = subject.profile.choices.clone();
    let mut new: Vec<Lcid> = Vec::with_capacity(languages.len());
    for language in languages {
        if !subject.analysis.languages.contains(language) && !new.contains(language) {
            new.push(*language);
        }
    }
    let label = match new.as_slice() {
        [one] => format!("Add {}", one.name()),
        several => format!("Add {} languages", several.len()),
    };
    choices.pinned.extend(&new);
    match new.is_empty() {
        true => Change::new(label),
        false => Change::new(label).with_choices(subject.position, choices),
    }
}

pub(super) fn remove_language(subject: Subject<'_>, language: Lcid) -> Change {
    let source = &*subject.profile.xml;
    let texts = subject.analysis.map.entries.iter().flat_map(|entry| &entry.activities);
    let gone = texts
        .filter(|activity| activity.lcid_value() == Some(language))
        .map(|activity| writing::without_blanks_behind(source, activity.span));
    let edits = indent::deletion(source, gone);
    let mut change = Change::new(format!("Remove {}", language.name())).with(subject.place(Part::Xml), edits);
    if subject.profile.choices.pinned.contains(&language) {
        let mut choices = subject.profile.choices.clone();
        choices.pinned.retain(|pinned| *pinned != language);
        change = change.with_choices(subject.position, choices);
    }
    change
}
