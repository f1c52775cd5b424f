//! Differences in meaning as documents: what is done to the guide's example, and what is told of it.

use presence_profile_core::{
    editor::{
        comparing::{differences, is_written_otherwise, restoring, together, words},
        workspace::{Profile, Workspace},
    },
    source::text::Part,
};

use crate::cases;

/// Lines like `xml OLD => NEW` say what is written otherwise; `\n` stands for a line end.
fn edited(document: &str) -> (Profile, Profile) {
    let then = (*Workspace::example().profiles[0]).clone();
    let mut now = then.clone();
    for line in document.lines().filter(|line| !line.trim().is_empty()) {
        let (part, edit) = line.split_once(' ').unwrap();
        let (old, new) = edit.split_once(" =>").unwrap();
        let (old, new) = (old.replace("\\n", "\n"), new.strip_prefix(' ').unwrap_or(new).replace("\\n", "\n"));
        let text = match part {
            "xml" => &mut now.xml,
            "options" => &mut now.options,
            other => panic!("{other}?"),
        };
        assert!(text.contains(&old), "{old} is not there");
        *text = text.replace(&old, &new).into();
    }
    (then, now)
}

#[test]
fn differences_are_told_in_meaning() {
    cases::check("comparing", |document| {
        let (then, now) = edited(document);
        let found = differences(&then, &now);
        let lines = found.iter().map(|own| {
            let noticed = if own.what.is_noticed() { "noticed" } else { "not noticed" };
            format!("{noticed}: {}\n", words::line(own))
        });
        let lines: String = lines.collect();
        let form = if is_written_otherwise(&then, &now) { "written otherwise\n" } else { "" };
        let back = if restored(&then, &now) { "one by one, all of it goes back to the byte\n" } else { "" };
        format!("{lines}{form}{back}")
    });
}

/// Every difference goes back, one after the other, and all together, and nothing else changes.
/// Whether what went back one by one is what it was, to the byte.
fn restored(then: &Profile, now: &Profile) -> bool {
    let mut workspace = Workspace::of(now.clone());
    for _ in 0..20 {
        let found = differences(then, &workspace.profiles[0]);
        let Some(first) = found.first() else { break };
        let change = restoring::restore(&workspace, then, &together(&found, first), String::new()).unwrap();
        workspace = change.apply(&workspace);
        let left = differences(then, &workspace.profiles[0]);
        // A row that goes back may leave an entry that no row uses.
        let is_gone = left.len() <= found.len() && left.iter().all(|own| own.what != first.what);
        assert!(is_gone, "{} is there still", words::line(first));
    }
    let profile = &workspace.profiles[0];
    assert!(differences(then, profile).is_empty());
    let is_to_the_byte = (&then.options, &then.xml) == (&profile.options, &profile.xml);
    let all = restoring::restore_all(&Workspace::of(now.clone()), then, String::new()).unwrap();
    let profile = all.apply(&Workspace::of(now.clone())).profiles[0].clone();
    assert_eq!((&then.options, &then.xml), (&profile.options, &profile.xml));
    is_to_the_byte
}

#[test]
fn a_profile_does_not_differ_from_itself_and_both_ways_are_as_long() {
    let profile = (*Workspace::example().profiles[0]).clone();
    assert!(differences(&profile, &profile).is_empty());
    let other = Profile { xml: profile.text(Part::Xml).replace("INCALL", "TALKING").into(), ..profile.clone() };
    assert_eq!(differences(&profile, &other).len(), differences(&other, &profile).len());
}
