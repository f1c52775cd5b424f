//! The texts of the entries, and the languages they stand in.

use super::{Change, Refusal, Subject, entries, writable};
use crate::{
    mapping::{
        agent_states::{Activity, StateEntry},
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
    let (label, edit) = match activity {
        None if text.is_empty() => return Ok(Change::new(String::new())),
        Some(activity) if text.is_empty() => {
            let span = indent::whole_lines(source, activity.span);
            (format!("Remove {language} text of {id}"), Edit::delete(span))
        }
        Some(activity) if activity.text.text == text => return Ok(Change::new(String::new())),
        Some(activity) => (format!("Change {language} text of {id}"), replacement(source, activity, text)),
        None => (format!("Add {language} text to {id}"), addition(subject, entry, lcid, text)),
    };
    Ok(subject.change(label, Part::Xml, edit))
}

fn replacement(source: &str, activity: &Activity, text: &str) -> Edit {
    let text = xml::escape_text(text);
    if activity.end == End::Empty {
        let name = activity.name_span.text(source);
        let slash = Span::new(activity.start_tag.end - "/>".len(), activity.start_tag.end);
        return Edit::replace(slash, format!(">{text}</{name}>"));
    }
    Edit::replace(activity.text.span, text)
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
    let quote = neighbour.lcid.as_ref().map_or('"', |written| entries::quote_before(source, written.span));
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
    let own = indent::indent_of(source, entry.span.start).unwrap_or_default();
    let inner = format!("{own}{}", entries::indent_unit(subject));
    let written = format!("<{name} LCID=\"{}\">{text}</{name}>", lcid.number());
    match entry.end {
        End::Empty => {
            let slash = Span::new(entry.start_tag.end - "/>".len(), entry.start_tag.end);
            Edit::replace(slash, format!(">\n{inner}{written}\n{own}</{entry_name}>"))
        }
        End::Tag(tag) if !source[entry.start_tag.end..tag.start].contains('\n') => {
            Edit::insert(entry.start_tag.end, format!("\n{inner}{written}\n{own}"))
        }
        End::Tag(_) | End::Missing => Edit::insert(entry.start_tag.end, format!("\n{inner}{written}")),
    }
}

pub(super) fn add_languages(subject: Subject<'_>, languages: &[Lcid]) -> Change {
    let mut choices = subject.profile.choices.clone();
    let new = languages.iter().filter(|language| !subject.analysis.languages.contains(language));
    let new: Vec<Lcid> = new.copied().collect();
    let label = match new.as_slice() {
        [one] => format!("Add {}", one.name()),
        several => format!("Add {} languages", several.len()),
    };
    for language in &new {
        if !choices.pinned.contains(language) {
            choices.pinned.push(*language);
        }
    }
    match new.is_empty() {
        true => Change::new(label),
        false => Change::new(label).with_choices(subject.position, choices),
    }
}

pub(super) fn remove_language(subject: Subject<'_>, language: Lcid) -> Change {
    let source = &*subject.profile.xml;
    let texts = subject.analysis.map.entries.iter().flat_map(|entry| &entry.activities);
    let edits: Vec<Edit> = texts
        .filter(|activity| activity.lcid_value() == Some(language))
        .map(|activity| Edit::delete(indent::whole_lines(source, activity.span)))
        .collect();
    let edits = Edits::new(edits).expect("activities do not overlap, nor do their lines");
    let mut change = Change::new(format!("Remove {}", language.name())).with(subject.place(Part::Xml), edits);
    if subject.profile.choices.pinned.contains(&language) {
        let mut choices = subject.profile.choices.clone();
        choices.pinned.retain(|pinned| *pinned != language);
        change = change.with_choices(subject.position, choices);
    }
    change
}
