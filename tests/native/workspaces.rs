//! Workspaces and versions: what they are called, and which versions are kept.

use std::sync::Arc;

use presence_profile_core::editor::{
    arranging::{self, Arrangement, Start},
    assigned::ExtensionDn,
    history::History,
    line_difference::Kind,
    restoring,
    version_difference::{self, Row, Section},
    versions,
    workspace::Workspace,
    workspace_names::{NameRefusal, copy_name, file_name, free_name, named, size},
};
use proptest::prelude::*;

#[test]
fn names_that_are_taken_count_on() {
    let cases = [
        ("Workspace 1", &[][..], "Workspace 1"),
        ("Workspace 1", &["Workspace 1"], "Workspace 2"),
        ("Workspace 1", &["Workspace 1", "Workspace 2", "Workspace 4"], "Workspace 3"),
        ("Site Frankfurt", &["Site Frankfurt"], "Site Frankfurt 2"),
        ("  Site\u{9}\nFrankfurt ", &[], "Site Frankfurt"),
        ("\u{7}", &[], "Workspace"),
        ("Year 4294967296", &["Year 4294967296"], "Year 4294967296 2"),
    ];
    for (like, taken, name) in cases {
        assert_eq!(free_name(like, taken), name, "{like}");
    }
}

#[test]
fn a_copy_of_a_copy_grows_no_tail() {
    let cases = [
        ("Site", &["Site"][..], "Site (copy)"),
        ("Site", &["Site", "Site (copy)"], "Site (copy 2)"),
        ("Site (copy)", &["Site", "Site (copy)"], "Site (copy 2)"),
        ("Site (copy 2)", &["Site", "Site (copy)", "Site (copy 2)"], "Site (copy 3)"),
        ("Site (copy of all)", &[], "Site (copy of all) (copy)"),
    ];
    for (of, taken, name) in cases {
        assert_eq!(copy_name(of, taken), name, "{of}");
    }
}

#[test]
fn a_name_is_refused_where_it_says_nothing_or_another_has_it() {
    assert_eq!(named(" \u{a0}\t ", []), Err(NameRefusal::Empty));
    assert_eq!(named("Lab ", ["Lab"]), Err(NameRefusal::Taken("Lab".to_owned())));
    assert_eq!(named(" Lab\u{0}two ", ["Lab"]), Ok("Lab two".to_owned()));
}

#[test]
fn sizes_are_said_in_the_unit_they_fit() {
    let cases = [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1000, "1 KB"),
        (1499, "1 KB"),
        (96_400, "96 KB"),
        (999_499, "999 KB"),
        (999_500, "1.0 MB"),
        (1_449_999, "1.4 MB"),
        (12_340_000, "12.3 MB"),
    ];
    for (bytes, words) in cases {
        assert_eq!(size(bytes), words);
    }
}

#[test]
fn a_file_is_called_what_every_file_system_takes() {
    let cases = [
        ("Site Frankfurt", "Site Frankfurt.x"),
        ("a/b\\c:d*e?f\"g<h>i|j", "a-b-c-d-e-f-g-h-i-j.x"),
        ("..hidden. ", "hidden.x"),
        (" . ", "Workspace.x"),
        ("Zürich 東京", "Zürich 東京.x"),
    ];
    for (workspace, file) in cases {
        assert_eq!(file_name(workspace, ".x"), file);
    }
    assert_eq!(file_name(&"ü".repeat(500), ".x").chars().count(), 82);
}

proptest! {
    #[test]
    fn the_last_versions_and_all_named_ones_are_kept(named in proptest::collection::vec(any::<bool>(), 0..80)) {
        let kept: Vec<(u64, bool)> = named.iter().enumerate().map(|(at, named)| (at as u64 * 3, *named)).collect();
        let gone = versions::surplus(&kept);
        let left: Vec<_> = kept.iter().filter(|(number, _)| !gone.contains(number)).collect();
        prop_assert_eq!(left.iter().filter(|(_, named)| *named).count(), named.iter().filter(|named| **named).count());
        let unnamed = named.iter().filter(|named| !**named).count();
        let left_unnamed: Vec<_> = left.iter().filter(|(_, named)| !named).map(|(number, _)| *number).collect();
        prop_assert_eq!(left_unnamed.len(), unnamed.min(versions::MOST_UNNAMED));
        // Those that stay are newer than those that go.
        prop_assert!(gone.iter().all(|gone| left_unnamed.iter().all(|left| gone < left)));
        prop_assert!(versions::surplus(&left.into_iter().copied().collect::<Vec<_>>()).is_empty());
    }
}

/// A difference as lines: `- 3` was the third line, `+ 4` is the fourth one now.
fn told(then: &Workspace, now: &Workspace) -> Vec<String> {
    let mut told = Vec::new();
    for Section { of, what, rows } in version_difference::sections(then, now) {
        told.push(format!("{of}: {what}"));
        told.extend(rows.into_iter().map(|row| match row {
            Row::Folded(count) => format!("  ... {count}"),
            Row::Cut(count) => format!("  cut {count}"),
            Row::Line { kind: Kind::Equal, then, now, text } => {
                format!("    {}/{} {text}", then.unwrap_or_default(), now.unwrap_or_default())
            }
            Row::Line { kind: Kind::Removed, then, text, .. } => format!("  - {} {text}", then.unwrap_or_default()),
            Row::Line { kind: Kind::Added, now, text, .. } => format!("  + {} {text}", now.unwrap_or_default()),
        }));
    }
    told
}

#[test]
fn a_difference_tells_what_happened_to_every_profile() {
    let mut history = History::new(Workspace::example());
    let then = history.present().clone();
    assert_eq!(told(&then, &then), Vec::<String>::new());
    let act = |history: &mut History, wish| {
        let change = arranging::plan(history, &wish).expect("the wish is granted");
        history.commit(change);
    };
    let first = then.profiles[0].id;
    act(&mut history, Arrangement::Add { start: Start::Empty, behind: first });
    act(&mut history, Arrangement::Rename { profile: first, name: "Presence_EMEA".to_owned() });
    let mut now = history.present().clone();
    let own = Arc::make_mut(&mut now.profiles[0]);
    own.options = own.options.replacen("agent-presence-map=", "agent-presence-map=/opt", 1).into();
    own.choices.file_name = Some("agentStates.xml".to_owned());
    let assigned = Arc::make_mut(&mut now.assigned);
    assigned.application = Some("Presence_EMEA".into());
    assigned.extensions.insert(ExtensionDn::new("4210"), "Presence_2".into());
    let line = then.profiles[0].options.lines().position(|line| line.starts_with("agent-presence-map=")).unwrap();
    let path = then.profiles[0].options.lines().nth(line).unwrap().trim_start_matches("agent-presence-map=");
    let words = told(&then, &now);
    assert_eq!(words[0], "Presence_EMEA: was called Presence");
    assert_eq!(words[1], "Presence_EMEA: options");
    let (number, changed) = (line + 1, format!("agent-presence-map=/opt{path}"));
    assert!(words.contains(&format!("  - {number} agent-presence-map={path}")), "{words:#?}");
    assert!(words.contains(&format!("  + {number} {changed}")), "{words:#?}");
    let end = [
        "Presence_EMEA: has other choices: the name of the file",
        "Presence_2: is new since",
        "Assignment: presence-profile of each place",
        "  + 1 T-Server application = Presence_EMEA",
        "  + 2 4210 = Presence_2",
    ];
    let there: Vec<&str> = words.iter().map(String::as_str).filter(|word| end.contains(word)).collect();
    assert_eq!(there, end, "{words:#?}");
    let back = told(&now, &then);
    assert!(back.contains(&"Presence_2: is not there any more".to_owned()), "{back:#?}");
}

#[test]
fn profiles_in_another_order_are_a_difference() {
    let mut history = History::new(Workspace::example());
    let first = history.present().profiles[0].id;
    let add = Arrangement::Add { start: Start::Empty, behind: first };
    let change = arranging::plan(&history, &add).expect("a profile can be added");
    history.commit(change);
    let then = history.present().clone();
    let change = arranging::plan(&history, &Arrangement::Move { profile: first, by: 1 }).expect("it can be moved");
    history.commit(change);
    assert_eq!(told(&then, history.present()), ["The profiles: are in another order"]);
}

#[test]
fn a_difference_that_nobody_reads_is_cut() {
    let then = Workspace::example();
    let mut now = then.clone();
    Arc::make_mut(&mut now.profiles[0]).xml = "x\n".repeat(10_000).into();
    let rows = version_difference::sections(&then, &now).remove(0).rows;
    assert_eq!(rows.len(), version_difference::MOST_ROWS + 1);
    let lines = then.profiles[0].xml.lines().count();
    let cut = lines + 10_000 - version_difference::MOST_ROWS;
    assert_eq!(rows.last(), Some(&Row::Cut(cut)));
}

#[test]
fn a_restore_says_what_it_did() {
    let mut history = History::new(Workspace::example());
    let then = history.present().clone();
    let first = then.profiles[0].id;
    let add = Arrangement::Add { start: Start::CopyOf(first), behind: first };
    let change = arranging::plan(&history, &add).expect("a profile can be added");
    history.commit(change);
    let mut now = history.present().clone();
    Arc::make_mut(&mut now.profiles[0]).xml = "".into();
    let words = |present: &Workspace, wanted: &Workspace| {
        restoring::told(&restoring::plan(present, wanted, String::new()), present)
    };
    assert_eq!(words(&now, &then), "1 profile has other texts, 1 profile went");
    assert_eq!(words(&then, &now), "1 profile has other texts, 1 profile came back");
}
