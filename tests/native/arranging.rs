//! Profiles that come, go, get another name or another place, one wish after the other on one history.

use std::{fmt::Write, sync::Arc};

use presence_profile_core::{
    editor::{
        arranging::{self, Arrangement, Start},
        history::History,
        place::ProfileId,
        reassigning::{self, Reassign},
        workspace::{Profile, Workspace},
    },
    source::text::Part,
};

use crate::cases;

/// The identity of a profile by its name; of one that is not there, one that nobody has.
fn id(history: &History, name: &str) -> ProfileId {
    history.present().profile_named(name).map_or(history.fresh_profile().next(), |profile| profile.id)
}

fn wish(history: &History, line: &str) -> Arrangement {
    let text = |text: &str| text.replace("\\n", "\n").replace("\\long", &"x".repeat(300));
    let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
    let (one, other) = rest.split_once(" to ").unwrap_or((rest, ""));
    let profile = id(history, one);
    match verb {
        "empty" => Arrangement::Add { start: Start::Empty, behind: id(history, rest) },
        "example" => Arrangement::Add { start: Start::Example, behind: id(history, rest) },
        "copy" => Arrangement::Add { start: Start::CopyOf(profile), behind: profile },
        "rename" => Arrangement::Rename { profile, name: text(other) },
        "move" => Arrangement::Move { profile, by: other.parse().unwrap() },
        "delete" => Arrangement::Delete(profile),
        _ => panic!("no such wish: {line}"),
    }
}

fn shown(workspace: &Workspace) -> String {
    let names = workspace.profiles.iter().map(|profile| match profile.name.len() {
        300 => "x * 300",
        _ => &profile.name,
    });
    let assigned = &workspace.assigned;
    let extensions = assigned.extensions.iter().map(|(number, name)| format!("; {number} {name}"));
    let application = assigned.application.iter().map(|name| format!("; application {name}"));
    names.collect::<Vec<_>>().join(", ") + &application.chain(extensions).collect::<String>()
}

#[test]
fn what_is_wanted_is_one_step() {
    cases::check("arranging", |document| {
        let mut history = History::new(Workspace::example());
        let mut out = String::new();
        for line in document.lines() {
            if let Some(rest) = line.strip_prefix("~ ") {
                let (place, name) = rest.split_once(' ').unwrap();
                let wish = match place {
                    "application" => Reassign::SetApplication(name.to_owned()),
                    number => Reassign::SetExtension { number: number.to_owned(), profile: name.to_owned() },
                };
                history.commit(reassigning::plan(history.present(), &wish).unwrap());
                continue;
            }
            let before = history.present().clone();
            let change = match arranging::plan(&history, &wish(&history, line)) {
                Ok(change) if change.is_empty() => {
                    writeln!(out, "> {line}\n  nothing changes").unwrap();
                    continue;
                }
                Ok(change) => change,
                Err(refusal) => {
                    writeln!(out, "> {line}\n  refused: {refusal}").unwrap();
                    continue;
                }
            };
            let label = change.label.replace(&"x".repeat(300), "x * 300");
            history.commit(change);
            let after = history.present().clone();
            history.undo();
            assert_eq!(*history.present(), before, "{line}");
            history.redo();
            assert_eq!(*history.present(), after, "{line}");
            writeln!(out, "> {line}\n  {label}\n  {}", shown(&after)).unwrap();
        }
        out
    });
}

#[test]
fn a_copy_has_all_of_its_original_and_a_life_of_its_own() {
    let mut history = History::new(Workspace::example());
    let first = history.present().profiles[0].id;
    let wish = Arrangement::Add { start: Start::CopyOf(first), behind: first };
    let change = arranging::plan(&history, &wish).unwrap();
    assert_eq!(change.main_profile(), Some(history.fresh_profile()));
    history.commit(change);
    let [original, copy] = history.present().profiles.as_slice() else { panic!("two profiles") };
    assert_eq!((&copy.options, &copy.xml, &copy.choices), (&original.options, &original.xml, &original.choices));
    assert_ne!(copy.id, original.id);
}

#[test]
fn an_identity_is_given_once() {
    let mut history = History::new(Workspace::example());
    let first = history.present().profiles[0].id;
    let mut seen = vec![first];
    for _ in 0..5 {
        let wish = Arrangement::Add { start: Start::Empty, behind: first };
        history.commit(arranging::plan(&history, &wish).unwrap());
        let new = history.present().profiles[1].id;
        assert!(!seen.contains(&new));
        seen.push(new);
        history.undo();
    }
}

#[test]
fn who_looked_at_a_profile_that_went_looks_at_its_neighbour() {
    let profile = |id: ProfileId, name: &str| Arc::new(Profile { id, ..Profile::new(name, "", "") });
    let (a, b) = (ProfileId::FIRST, ProfileId::FIRST.next());
    let c = b.next();
    let all = vec![profile(a, "A"), profile(b, "B"), profile(c, "C")];
    let without = |gone: &[ProfileId]| Workspace {
        profiles: all.iter().filter(|profile| !gone.contains(&profile.id)).cloned().collect(),
        assigned: Arc::default(),
        live: Arc::default(),
    };
    let neighbour = |gone: &[ProfileId], is_back| arranging::neighbour(&all, &without(gone), gone[0], is_back);
    assert_eq!(neighbour(&[b], false), c);
    assert_eq!(neighbour(&[c], false), b);
    assert_eq!(neighbour(&[b, c], false), a);
    assert_eq!(neighbour(&[b], true), a);
    assert_eq!(neighbour(&[a], true), b);
    // None of those of before is there any more.
    assert_eq!(arranging::neighbour(&all[..1], &without(&[a]), a, false), b);
}

#[test]
fn a_key_in_one_of_many_profiles_copies_no_other() {
    let mut history = History::new(Workspace::example());
    let first = history.present().profiles[0].id;
    for _ in 0..3 {
        let wish = Arrangement::Add { start: Start::CopyOf(first), behind: first };
        history.commit(arranging::plan(&history, &wish).unwrap());
    }
    let before = history.present().clone();
    let place = presence_profile_core::editor::place::Place { profile: first, part: Part::Xml };
    let edit = presence_profile_core::source::edit::Edit::insert(0, "x");
    history.commit(presence_profile_core::editor::change::Change::of("Type", place, edit));
    let same = before.profiles.iter().zip(&history.present().profiles).filter(|(before, now)| Arc::ptr_eq(before, now));
    assert_eq!(same.count(), 3);
}
