//! Other texts in the place of a profile's own: an opened file, the guide's example.

use super::languages;
use crate::{
    editor::{
        change::Change,
        declaring::{Declaration, Declared},
        subject::Subject,
        workspace::{Choices, Workspace},
    },
    source::{
        decode::{Decoded, FileStyle},
        edit::Edits,
        text::Part,
    },
};

pub(super) fn start_with_example(subject: Subject<'_>) -> Change {
    let example = Workspace::example();
    let [example] = example.profiles.as_slice() else { return Change::new(String::new()) };
    let choices = Choices {
        file_name: None,
        opened: 0,
        style: FileStyle::default(),
        languages: languages::of_incoming(&subject.profile.choices, &example.xml),
        ..subject.profile.choices.clone()
    };
    let mut change = Change::new("Started with the guide's example");
    for part in [Part::Options, Part::Xml] {
        let edits = Edits::between(subject.profile.text(part), example.text(part));
        change = change.with(subject.place(part), edits);
    }
    came_in(subject, change, choices)
}

pub(super) fn open_xml(subject: Subject<'_>, name: &str, file: &Decoded, opened: u64) -> Change {
    let choices = Choices {
        file_name: Some(name.to_owned()),
        opened,
        style: file.style,
        languages: languages::of_incoming(&subject.profile.choices, &file.text),
        ..subject.profile.choices.clone()
    };
    let change = subject.change(format!("{name} opened"), Part::Xml, Edits::between(&subject.profile.xml, &file.text));
    let live = Declaration::of(subject.profile.id, Declared::opened(subject.workspace, subject.profile));
    came_in(subject, change, choices).declaring(live)
}

fn came_in(subject: Subject<'_>, change: Change, choices: Choices) -> Change {
    let change = match choices == subject.profile.choices {
        true => change,
        false => change.with_choices(subject.profile.id, choices),
    };
    change.replacing(subject.profile.id)
}
