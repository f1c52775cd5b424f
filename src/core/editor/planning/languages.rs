//! The columns of the translations: languages that come and go, and columns that stay where they are.

use crate::{
    editor::{change::Change, columns, subject::Subject, workspace::Choices},
    mapping::{agent_states::writing, lcid::Lcid},
    source::{indent, text::Part},
};

pub(super) fn add(subject: Subject<'_>, languages: &[Lcid]) -> Change {
    let mut shown = subject.analysis.languages.clone();
    let before = shown.len();
    // A number that names no language is nobody's, and has a column only while the file uses it.
    for language in languages.iter().filter(|language| language.info().is_some()) {
        if !shown.contains(language) {
            shown.push(*language);
        }
    }
    let label = match &shown[before..] {
        [one] => format!("{} added", one.name()),
        several => format!("{} languages added", several.len()),
    };
    match before == shown.len() {
        true => Change::new(label),
        false => with_columns(subject, Change::new(label), shown),
    }
}

pub(super) fn remove(subject: Subject<'_>, language: Lcid) -> Change {
    let source = &*subject.profile.xml;
    let texts = subject.analysis.map.entries.iter().flat_map(|entry| &entry.activities);
    let gone = texts
        .filter(|activity| activity.lcid_value() == Some(language))
        .map(|activity| writing::without_blanks_behind(source, activity.span));
    let edits = indent::deletion(source, gone);
    let change = Change::new(format!("{} removed", language.name())).with(subject.place(Part::Xml), edits);
    if !subject.analysis.languages.contains(&language) {
        return change;
    }
    let mut shown = subject.analysis.languages.clone();
    shown.retain(|shown| *shown != language);
    with_columns(subject, change, shown)
}

/// A column that is not there, or that goes past itself, stays where it is.
pub(super) fn move_past(subject: Subject<'_>, language: Lcid, past: Lcid) -> Change {
    let mut shown = subject.analysis.languages.clone();
    let position = |wanted: Lcid| shown.iter().position(|own| *own == wanted);
    let name = language.name();
    let (Some(from), Some(to)) = (position(language), position(past)) else {
        return Change::new(format!("{name} moved"));
    };
    let moved = shown.remove(from);
    shown.insert(to, moved);
    let label = format!("{name} moved {}", if to < from { "left" } else { "right" });
    with_columns(subject, Change::new(label), shown)
}

/// A change of the tables leaves the columns as they are shown, and puts new ones behind: what the next key writes must
/// not stand in a column that has moved under the hand.
pub(super) fn keep_columns(subject: Subject<'_>, change: Change, new: &[Lcid]) -> Change {
    if change.is_empty() {
        return change;
    }
    let mut shown = subject.analysis.languages.clone();
    for language in new {
        if !shown.contains(language) {
            shown.push(*language);
        }
    }
    with_columns(subject, change, shown)
}

/// The columns of a file that comes in are in the order of the file.
pub(super) fn of_incoming(choices: &Choices, xml: &str) -> Vec<Lcid> {
    columns::of_file(xml, choices.default_language)
}

fn with_columns(subject: Subject<'_>, mut change: Change, languages: Vec<Lcid>) -> Change {
    let profile = subject.profile.id;
    match change.choices.iter_mut().find(|(own, _)| *own == profile) {
        Some((_, choices)) => choices.languages = languages,
        None if subject.profile.choices.languages == languages => {}
        None => change = change.with_choices(profile, Choices { languages, ..subject.profile.choices.clone() }),
    }
    change
}
