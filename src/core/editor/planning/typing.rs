//! What is typed, pasted and deleted in a text area.

use super::languages;
use crate::{
    editor::{
        change::{Change, Joining},
        subject::Subject,
        workspace::Choices,
    },
    source::{edit::Edit, text::Part},
};

/// The most characters one key puts in: a letter and its accent.
const MOST_BY_KEY: usize = 2;

pub(super) fn typed(subject: Subject<'_>, part: Part, edit: &Edit, composing: bool, replaces: bool) -> Change {
    let label = match part {
        Part::Options => "Type in Options",
        Part::Xml => "Type in XML source",
    };
    let text = subject.profile.text(part);
    if edit.span.text(text) == edit.text {
        return Change::new(label);
    }
    let joining = match () {
        () if composing => Joining::Composition,
        // More than a key gives was pasted or dropped.
        () if MOST_BY_KEY < edit.text.chars().count() => Joining::Whole,
        () => Joining::Keystroke,
    };
    let change = Change { joining, ..subject.change(label, part, edit.clone()) };
    if replaces { come_in(subject, part, &edit.text, change) } else { change }
}

/// Another text comes in by hand: its columns are in its own order.
fn come_in(subject: Subject<'_>, part: Part, text: &str, change: Change) -> Change {
    let change = change.replacing(subject.profile.id);
    let choices = &subject.profile.choices;
    let languages = match part {
        Part::Xml => languages::of_incoming(choices, text),
        Part::Options => return change,
    };
    match languages == choices.languages {
        true => change,
        false => change.with_choices(subject.profile.id, Choices { languages, ..choices.clone() }),
    }
}
