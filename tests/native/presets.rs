//! Presets: what they say they would do is what they do, and nothing that colleagues see changes without being told.

use presence_profile_core::{
    editor::{
        analysis::Analysis,
        command::Command,
        history::History,
        preset::Preset,
        preset_outlook::{self, Made, Outlook},
        rows,
        workspace::{Profile, Workspace},
    },
    mapping::{lcid::Lcid, states::StateNumber},
};
use proptest::prelude::*;

use crate::commands::{planned, wishes::random_workspace, workspace};

fn outlook(workspace: &Workspace, preset: Preset) -> Option<Outlook> {
    let profile = workspace.profiles[0].id;
    let analysis = Analysis::in_workspace(workspace, profile);
    preset_outlook::outlook(&History::new(workspace.clone()), profile, &analysis, preset, Lcid::ENGLISH).ok()
}

fn ids(workspace: &Workspace) -> Vec<String> {
    let analysis = Analysis::of(&workspace.profiles[0]);
    let states = &analysis.options.aggregated_states;
    StateNumber::all().map(|row| states.id_of(row).unwrap_or_default().to_owned()).collect()
}

#[test]
fn one_id_for_each_row_shows_what_was_shown() {
    let before = Workspace::example();
    let told = outlook(&before, Preset::OnePerRow).unwrap();
    assert!(told.rows.iter().all(|row| row.seen.is_none()), "copies show what their entries show");
    assert_eq!(told.unused, ["INCALL", "OOS"]);
    let made: Vec<_> = told.made.iter().map(|made| (made.ids.len(), made.copied.as_deref())).collect();
    assert_eq!(made, [(5, Some("INCALL")), (5, Some("OOS"))]);
    assert_eq!(told.made[0].ids[0], "BUSY_OUT");
    assert_eq!(
        told.sum(),
        "10 rows get another ID; 10 entries are made; 2 entries stay unused; colleagues see what they see now"
    );
    let after = planned(&before, &Command::ApplyPreset(Preset::OnePerRow)).unwrap().apply(&before);
    let mut all = ids(&after);
    assert_eq!(all[..5], ids(&before)[..5], "the guide's own names");
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 15);
}

#[test]
fn the_guides_ids_are_those_of_the_example() {
    let before = workspace("1=A", "");
    let after = planned(&before, &Command::ApplyPreset(Preset::Guide)).unwrap().apply(&before);
    assert_eq!(ids(&after), ids(&Workspace::example()));
    assert!(!outlook(&Workspace::example(), Preset::Guide).unwrap().changes);
}

#[test]
fn one_id_for_all_rows_of_a_device_tells_what_colleagues_see_then() {
    let profile = Profile::new(
        "Presence",
        "aggregated-states=1=OUT, 6=A, 7=B, 11=X, 12=X, 13=Y",
        "<agentStates><agentState ID=\"A\" availability=\"6500\"><activity LCID=\"1033\">Same</activity><activity LCID=\"1036\">Un</activity></agentState>\
         <agentState ID=\"B\" availability=\"6500\"><activity LCID=\"1033\">Same</activity><activity LCID=\"1036\">Deux</activity></agentState></agentStates>",
    );
    let before = Workspace::of(profile);
    let told = outlook(&before, Preset::BusyAsOne).unwrap();
    assert_eq!(told.made, [Made { ids: vec!["INCALL".to_owned()], copied: Some("A".to_owned()) }]);
    let seen = told.rows[6].seen.as_ref().expect("row 7 is seen as A in French");
    assert_eq!((seen.lcid, seen.more), (Lcid::new(1036), 0));
    assert!(told.rows[5].seen.is_none());
    assert_eq!(told.rows[0].after, "OUT", "other rows keep theirs");
    // Two of the rows share an ID: all get that one, though the guide has another.
    let told = outlook(&before, Preset::OutOfServiceAsOne).unwrap();
    assert!(told.rows[10..].iter().all(|row| row.after == "X"));
}

#[test]
fn each_preset_is_one_step_and_goes_back() {
    let before = Workspace::example();
    for preset in Preset::ALL {
        let change = planned(&before, &Command::ApplyPreset(preset)).unwrap();
        assert_eq!(change.inverse(&before).apply(&change.apply(&before)), before, "{preset:?}");
    }
}

proptest! {
    #[test]
    fn what_is_told_is_what_is_done(before in random_workspace(), which in 0..Preset::ALL.len()) {
        let preset = Preset::ALL[which];
        let told = outlook(&before, preset);
        let change = planned(&before, &Command::ApplyPreset(preset)).ok();
        prop_assert_eq!(told.is_some(), change.is_some());
        let (Some(told), Some(change)) = (told, change) else { return Ok(()) };
        let after = change.apply(&before);
        let then: Vec<String> = told.rows.iter().map(|row| row.after.clone()).collect();
        prop_assert_eq!(then, ids(&after));
        let profile = before.profiles[0].id;
        let (old, new) = (Analysis::in_workspace(&before, profile), Analysis::in_workspace(&after, profile));
        for row in told.rows.iter().filter(|row| row.seen.is_none()) {
            for lcid in old.languages.iter().chain(&new.languages) {
                let seen = |analysis: &Analysis| rows::shown(analysis, row.number, *lcid);
                prop_assert_eq!(seen(&old), seen(&new), "row {} in {:?}", row.number.number(), lcid);
            }
        }
        // Every row of the preset comes to an entry, and doing it again changes nothing.
        let given = preset.ids(&new.options.aggregated_states);
        prop_assert!(given.iter().all(|(_, id)| new.map.entry_of(id).is_some()));
        prop_assert!(planned(&after, &Command::ApplyPreset(preset)).unwrap().is_empty());
    }
}
