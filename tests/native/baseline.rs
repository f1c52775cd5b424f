//! What T-Server has: what moves that, and what never does.

use std::sync::Arc;

use presence_profile_core::{
    editor::{
        analysis::Analysis,
        arranging::{self, Arrangement, Start},
        assigned::{ExtensionDn, Reassignment},
        baseline::{Baseline, Live},
        change::Change,
        command::{Command, Wish},
        comparing::{assignment, differences, restoring, sides::Then, together, words},
        declaring::Declaration,
        history::History,
        incoming::{
            applying,
            differences::Differences,
            importing::{Both, Goal, Importing},
            inputs::Input,
        },
        place::ProfileId,
        planning, restoring as versions,
        workspace::{Profile, Workspace},
    },
    source::{decode, text::Part},
};

const FIRST: ProfileId = ProfileId::FIRST;

fn profile(history: &History) -> &Profile {
    history.present().profile(FIRST).unwrap()
}

fn live(history: &History) -> &Baseline {
    history.present().live.of(FIRST)
}

fn grant(history: &mut History, command: Command) {
    let analysis = Analysis::of(profile(history));
    let wish = Wish { profile: FIRST, revision: history.revision(), command };
    let change = planning::plan(history, &analysis, &wish).unwrap();
    history.commit(change);
}

fn open(history: &mut History, xml: &str) {
    let file = Arc::new(decode::decode(xml.as_bytes()).unwrap());
    grant(history, Command::OpenXml { name: "agentStates.xml".to_owned(), file, opened: 7 });
}

fn import(history: &mut History, text: &str, goal: Goal) {
    let mut importing = Importing::new(FIRST);
    importing.add(Input::of_clipboard(text, Vec::new()), profile(history));
    importing.go_into(goal);
    importing.choose_all(Both::TakeAll);
    let differences = Differences::of(&importing, profile(history));
    let change = applying::plan(history, &importing, &differences, 9).unwrap();
    history.commit(change);
}

fn text(live: &Live) -> &str {
    match live {
        Live::Text(text) => text,
        other => panic!("{other:?}"),
    }
}

fn differ(history: &History) -> Vec<String> {
    let now = profile(history);
    let then = Then::live(live(history), now);
    differences(&then.profile, now).iter().map(words::line).collect()
}

#[test]
fn of_the_guides_example_all_is_known_and_nothing_differs() {
    let history = History::new(Workspace::example());
    assert_eq!(live(&history).name.as_deref(), Some("Presence"));
    assert_eq!(text(&live(&history).options), &*profile(&history).options);
    assert_eq!(text(&live(&history).xml), &*profile(&history).xml);
    assert!(differ(&history).is_empty());
}

#[test]
fn a_file_that_is_opened_is_live_and_the_guides_options_are_not() {
    let mut history = History::new(Workspace::example());
    let before = history.present().clone();
    let file = profile(&history).xml.replace("Logged out", "Gone");
    open(&mut history, &file);
    assert_eq!(live(&history).options, Live::Unknown);
    assert_eq!(live(&history).name, None);
    assert_eq!(text(&live(&history).xml), file);
    // With another line of options, those were somebody's own.
    history.undo();
    assert_eq!(*history.present(), before);
    history.commit(Change::of(
        "Type",
        presence_profile_core::editor::place::Place { profile: FIRST, part: Part::Options },
        presence_profile_core::source::edit::Edit::insert(0, "# ours\n"),
    ));
    open(&mut history, &file);
    assert_eq!(text(&live(&history).options), &*before.profiles[0].options);
}

#[test]
fn a_merge_a_key_and_a_version_move_nothing_and_what_is_replaced_whole_does() {
    let mut history = History::new(Workspace::example());
    let before = history.present().clone();
    import(&mut history, "aggregated-states=15=INCALL", Goal::Merge);
    assert_eq!(history.present().live, before.live);
    assert_eq!(
        differ(&history),
        [
            "Walk_Away + OOS (row 15): Offline 18000, \u{201c}The device is out of service\u{201d} -> Busy 7001, \u{201c}Working with customer, do not disturb\u{201d}"
        ]
    );
    let whole = before.profiles[0].xml.replace("7001", "6500");
    import(&mut history, &whole, Goal::Replace);
    assert_eq!(text(&live(&history).xml), whole);
    // A version is what was here once; what T-Server has is what it has.
    let moved = history.present().live.clone();
    history.commit(versions::plan(history.present(), &before, "Restore".to_owned()));
    assert_eq!(history.present().live, moved);
    assert_eq!(profile(&history).xml, before.profiles[0].xml);
    assert_eq!(differ(&history), ["any agent state + Busy (rows 6 to 10): Busy 6500 -> Busy 7001"]);
}

#[test]
fn what_is_mended_on_its_way_in_is_a_change_of_what_is_live() {
    let mut history = History::new(Workspace::example());
    let came = profile(&history).xml.replace("LCID=\"3082\"", "LCID=\"0x0C0A\"").replace("Logged out", "Gone");
    import(&mut history, &came, Goal::Replace);
    assert_eq!(text(&live(&history).xml), came);
    assert!(profile(&history).xml.contains("LCID=\"3082\""));
    let found = differ(&history);
    assert!(found.iter().any(|line| line.contains("Spanish (Spain)")), "{found:?}");
}

#[test]
fn a_new_profile_is_one_that_t_server_does_not_have() {
    let mut history = History::new(Workspace::example());
    for start in [Start::Empty, Start::Example, Start::CopyOf(FIRST)] {
        let change = arranging::plan(&history, &Arrangement::Add { start, behind: FIRST }).unwrap();
        history.commit(change);
        let new = history.present().profiles[1].clone();
        assert_eq!(history.present().live.of(new.id), &Baseline::NEW);
        assert!(Then::live(history.present().live.of(new.id), &new).is_nothing);
    }
    let known = history.present().live.profiles.len();
    for _ in 0..3 {
        history.undo();
    }
    assert_eq!(history.present().live.profiles.len(), known - 3);
}

#[test]
fn what_is_marked_is_live_and_the_mark_is_taken_back() {
    let mut history = History::new(Workspace::example());
    import(&mut history, "aggregated-states=15=INCALL", Goal::Merge);
    let mark = |history: &History| {
        let live = Declaration::all_own(history.present()).against(history.present());
        Change::new("Mark as live").declaring(live)
    };
    let change = mark(&history);
    history.commit(change);
    assert!(differ(&history).is_empty());
    assert!(mark(&history).is_empty());
    history.undo();
    assert_eq!(differ(&history).len(), 1);
}

#[test]
fn one_availability_is_five_situations_one_entry_and_four_bytes() {
    let mut history = History::new(Workspace::example());
    let before = history.present().clone();
    import(&mut history, "<agentState ID=\"INCALL\" availability=\"6500\"/>", Goal::Merge);
    let now = profile(&history).clone();
    let bytes = now.xml.bytes().zip(before.profiles[0].xml.bytes()).filter(|(now, then)| now != then).count();
    assert_eq!(
        (now.xml.len(), bytes),
        (before.profiles[0].xml.len(), 3),
        "7001 and 6500 have their second 0 in common"
    );
    let then = Then::live(live(&history), &now);
    let found = differences(&then.profile, &now);
    assert_eq!(
        found.iter().map(words::line).collect::<Vec<_>>(),
        ["any agent state + Busy (rows 6 to 10): Busy 7001 -> Busy 6500"]
    );
    let all = together(&found, &found[0]);
    let change = restoring::restore(history.present(), &then.profile, &all, "Restore".to_owned()).unwrap();
    history.commit(change);
    assert_eq!(profile(&history).xml, before.profiles[0].xml);
    assert_eq!(profile(&history).options, before.profiles[0].options);
}

#[test]
fn another_name_and_another_assignment_are_told_and_go_back() {
    let mut history = History::new(Workspace::example());
    let before = history.present().clone();
    let number = ExtensionDn::new("4210");
    let assigned = Reassignment {
        application: Some(Some("Presence".into())),
        extensions: vec![(number, Some("Presence".into()))],
    };
    history.commit(Change::new("Assign").with_assigned(assigned));
    let rename = Arrangement::Rename { profile: FIRST, name: "Desk".to_owned() };
    history.commit(arranging::plan(&history, &rename).unwrap());
    assert_eq!(differ(&history), ["name of the VoIP Service DN: Presence -> Desk"]);
    let found = |history: &History| {
        let workspace = history.present();
        let then = Then::live(live(history), profile(history));
        let mut found = differences(&then.profile, profile(history));
        found.extend(assignment::differences(workspace.live.assigned.as_ref().unwrap(), &workspace.assigned));
        (then, found)
    };
    let (then, all) = found(&history);
    assert_eq!(
        all.iter().map(words::line).collect::<Vec<_>>(),
        [
            "name of the VoIP Service DN: Presence -> Desk",
            "presence-profile of the T-Server application: none -> Desk",
            "presence-profile of Extension 4210: none -> Desk",
        ]
    );
    // Each by itself: who names the profile names it under its name of before.
    let change = restoring::restore(history.present(), &then.profile, &[&all[0]], "Restore".to_owned()).unwrap();
    history.commit(change);
    assert_eq!(profile(&history).name, before.profiles[0].name);
    let (then, left) = found(&history);
    assert_eq!(words::line(&left[1]), "presence-profile of Extension 4210: none -> Presence");
    for own in &left {
        let change = restoring::restore(history.present(), &then.profile, &[own], "Restore".to_owned()).unwrap();
        history.commit(change);
    }
    assert_eq!(*history.present(), before);
}
