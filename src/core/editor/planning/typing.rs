//! What is typed, pasted and deleted in a text area.

use super::languages;
use crate::{
    editor::{
        change::{Change, Joining},
        range_field::{self, Typed},
        subject::Subject,
        workspace::Choices,
    },
    source::{edit::Edit, text::Part},
};

const LABEL_OF_OPTIONS: &str = "Typed in Options";

/// The most characters one key puts in: a letter and its accent.
const MOST_BY_KEY: usize = 2;

/// The same of a part of the options that has a field of its own.
pub(super) fn typed_in_ranges(subject: Subject<'_>, typed: &Typed) -> Change {
    let change = |edit: Edit| subject.change(LABEL_OF_OPTIONS, Part::Options, edit);
    let Some((edit, by_hand)) = range_field::typed(&subject.analysis.options, &subject.profile.options, typed) else {
        return Change::new(LABEL_OF_OPTIONS);
    };
    // The key that begins the value brings the line of the option with it; it is a key all the same.
    Change { joining: joining(&by_hand, typed.composing), ..change(edit) }
}

fn joining(by_hand: &str, composing: bool) -> Joining {
    match () {
        () if composing => Joining::Composition,
        // More than a key gives was pasted or dropped.
        () if MOST_BY_KEY < by_hand.chars().count() => Joining::Whole,
        () => Joining::Keystroke,
    }
}

pub(super) fn typed(subject: Subject<'_>, part: Part, edit: &Edit, composing: bool, replaces: bool) -> Change {
    let label = match part {
        Part::Options => LABEL_OF_OPTIONS,
        Part::Xml => "Typed in XML source",
    };
    let text = subject.profile.text(part);
    if edit.span.text(text) == edit.text {
        return Change::new(label);
    }
    let joining = joining(&edit.text, composing);
    let change = Change { joining, ..subject.change(label, part, edit.clone()) };
    if replaces { come_in(subject, part, &edit.text, change) } else { change }
}

/// What a key brought along is a part of what it typed.
pub(super) fn brought(subject: Subject<'_>, edit: &Edit) -> Change {
    Change { joining: Joining::Keystroke, ..typed(subject, Part::Xml, edit, false, false) }
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
