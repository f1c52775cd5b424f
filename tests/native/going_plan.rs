//! Going live as it is shown: files to the byte, values to paste, what is looked at, the way back, and whether it is there.

use std::sync::Arc;

use presence_profile_core::{
    editor::{
        arranging::{self, Arrangement, Start},
        assigned::ExtensionDn,
        baseline::Live,
        change::Change,
        comparing::{self, restoring},
        going_live::{
            copying::powershell,
            files::FileToPut,
            plan::{Needs, Plan, PlannedStep, plan},
            steps::{File, Step, Verdict, Way},
            there,
        },
        history::History,
        place::{Place, ProfileId},
        saved::Snapshot,
        workspace::Workspace,
        workspace_file,
    },
    source::{digest, edit::Edits, text::Part},
};

fn changed(edits: &[(Part, &str, &str)]) -> Workspace {
    let mut workspace = Workspace::example();
    for (part, old, new) in edits {
        let place = Place { profile: ProfileId::FIRST, part: *part };
        let text = workspace.text(place).clone();
        assert!(text.contains(old));
        let change = Change::of("Edit", place, Edits::between(&text, &text.replace(old, new)));
        workspace = change.apply(&workspace);
    }
    workspace
}

fn renamed() -> Workspace {
    changed(&[(Part::Options, "=INCALL", "=ON_CALL"), (Part::Xml, "ID=\"INCALL\"", "ID=\"ON_CALL\"")])
}

fn titles(plan: &Plan) -> Vec<&str> {
    plan.steps.iter().map(|step| step.title.as_str()).collect()
}

fn backs(plan: &Plan) -> Vec<&str> {
    plan.back.iter().map(|back| back.words.as_str()).collect()
}

fn live_after(workspace: &Workspace, plan: &Plan) -> Workspace {
    Change::new("Live").declaring(plan.as_live(workspace, |_| false).against(workspace)).apply(workspace)
}

#[test]
fn a_digest_is_that_of_the_standard_and_is_read_as_it_is_pasted() {
    assert_eq!(digest::sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    let pasted = " BA7816BF-8F01CFEA414140DE5DAE2223B00361A3 96177A9CB410FF61F20015AD\r\n";
    assert_eq!(digest::read_sha256(pasted).unwrap(), digest::sha256(b"abc"));
    assert_eq!(digest::read_sha256("ba78"), None);
    assert_eq!(digest::read_sha256(&"g".repeat(64)), None);
}

#[test]
fn of_the_untouched_example_nothing_is_to_be_done() {
    let plan = plan(&Workspace::example(), false);
    assert_eq!((plan.verdict, plan.steps.len(), plan.files.len(), plan.back.len()), (Verdict::Nothing, 0, 0, 0));
    assert_eq!(plan.title, "Nothing is to be done");
}

#[test]
fn one_availability_is_a_file_and_a_restart() {
    let workspace = changed(&[(Part::Xml, "7001", "6500")]);
    let plan = plan(&workspace, false);
    assert_eq!(plan.verdict, Verdict::Safe);
    assert_eq!(
        titles(&plan),
        ["Back up the file in use", "Put the file in place", "Restart T-Server", "Check with one agent"]
    );
    let file = &plan.files[0];
    assert_eq!((file.name.as_str(), file.path.as_str()), ("agentStates.xml", "C:\\Genesys\\Presence\\agentStates.xml"));
    assert_eq!(file.bytes, workspace.profiles[0].xml.as_bytes());
    assert_eq!(file.sha256, digest::sha256(&file.bytes));
    assert_eq!(file.form, "UTF-8 without BOM, LF");
    let Needs::Looks(looks) = &plan.steps[3].needs else { panic!() };
    assert_eq!(looks.iter().map(|(what, _)| what.as_str()).collect::<Vec<_>>(), ["any agent state + Busy"]);
    assert_eq!(
        backs(&plan),
        [
            "Put the copy of C:\\Genesys\\Presence\\agentStates.xml back, on both hosts of a hot-standby pair",
            "Restart T-Server"
        ]
    );
    let block = powershell(&plan, PlannedStep::puts_file, |file| (file.name.clone(), "before-2025-04-24".to_owned()));
    assert!(block.contains("'C:\\Genesys\\Presence\\agentStates.xml'") && block.contains(&file.sha256), "{block}");
    assert_eq!(self::plan(&live_after(&workspace, &plan), false).verdict, Verdict::Nothing);
}

#[test]
fn a_rename_goes_by_a_bridge_and_leaves_a_reminder_or_by_a_stop() {
    let workspace = renamed();
    let bridged = plan(&workspace, false);
    assert_eq!((bridged.verdict, bridged.way), (Verdict::NoOrder, Way::Bridge));
    assert_eq!(bridged.ways, [Way::Bridge, Way::Stop]);
    assert_eq!(
        bridged.reason.to_string(),
        "If the file goes first, the live option names `INCALL`, which the new file lacks. If the option goes first, it names `ON_CALL`, which the loaded file lacks. What T-Server does then is not documented."
    );
    let [bridge, last] = bridged.files.as_slice() else { panic!("{:?}", bridged.files) };
    assert_eq!((bridge.file, last.file), (File::Bridge, File::New));
    for id in ["ID=\"INCALL\"", "ID=\"ON_CALL\""] {
        assert!(bridge.text.contains(id));
    }
    assert_eq!(last.text, *workspace.profiles[0].xml);
    let Step::Set(..) = bridged.steps[3].step else { panic!() };
    assert!(matches!(&bridged.steps[3].needs, Needs::Text(value) if value.contains("6=ON_CALL")));
    assert_eq!(
        bridged.back[0].words,
        "If the final file is loaded already, put the bridge file back and restart T-Server first"
    );
    assert!(bridged.back[1].text.as_ref().is_some_and(|value| value.contains("6=INCALL")));
    // The block for the final file is another one, and so is its copy.
    let named = |file: &FileToPut| (file.name.clone(), file.sha256[..8].to_owned());
    let (now, later) =
        (powershell(&bridged, PlannedStep::puts_file, named), powershell(&bridged, PlannedStep::is_later, named));
    assert!(now.contains(&bridge.sha256) && !now.contains(&last.sha256));
    assert!(later.contains(&last.sha256) && later.contains("\n[IO.File]::Copy($inUse, $copy, $false)\n"));
    // With the reminder ticked, the final file is live, and nothing is left.
    let all_done = Change::new("Live").declaring(bridged.as_live(&workspace, |_| true)).apply(&workspace);
    assert_eq!(plan(&all_done, false).verdict, Verdict::Nothing);
    // When the bridge is live, what is left is the file without the old entries.
    let after = live_after(&workspace, &bridged);
    assert!(matches!(&after.live.of(ProfileId::FIRST).xml, Live::Text(text) if **text == bridge.text));
    let left = plan(&after, false);
    assert_eq!(left.verdict, Verdict::Safe);
    assert_eq!(
        titles(&left),
        ["Back up the file in use", "Put the file in place", "Restart T-Server", "Check with one agent"]
    );
    assert_eq!(left.files[0].sha256, last.sha256);
    let stopped = plan(&workspace, true);
    assert_eq!(stopped.way, Way::Stop);
    assert!(titles(&stopped).contains(&"Stop T-Server") && stopped.files.len() == 1);
    assert_eq!(plan(&live_after(&workspace, &stopped), true).verdict, Verdict::Nothing);
    // No order is safe on the way back either.
    assert_eq!(
        backs(&stopped),
        [
            "Stop T-Server",
            "Set aggregated-states of Presence as it was",
            "Put the copy of C:\\Genesys\\Presence\\agentStates.xml back, on both hosts of a hot-standby pair",
            "Start T-Server",
        ]
    );
}

#[test]
fn a_file_that_lies_where_another_one_goes_is_kept() {
    // Nobody knows where the file in use lies, but where the new one goes.
    let mut unknown = Workspace::example();
    Arc::make_mut(&mut unknown.live).profiles.clear();
    let unknown = plan(&unknown, false);
    assert_eq!(
        unknown.steps[0].detail,
        "C:\\Genesys\\Presence\\agentStates.xml, if a file lies there: under another name, beside it; on both hosts of a hot-standby pair."
    );
    let named = |file: &FileToPut| (file.name.clone(), "kept".to_owned());
    assert!(powershell(&unknown, PlannedStep::puts_file, named).contains("if (Test-Path -LiteralPath $inUse) {"));
    assert!(backs(&unknown).iter().any(|back| back.contains("agentStates.xml back, if one was made")));
    // A new profile whose path is that of one that is live.
    let mut history = History::new(Workspace::example());
    let copy = Arrangement::Add { start: Start::CopyOf(ProfileId::FIRST), behind: ProfileId::FIRST };
    history.commit(arranging::plan(&history, &copy).unwrap());
    let copied = plan(history.present(), false);
    assert_eq!(copied.steps[0].title, "Back up the file in use of Presence_2");
    assert!(copied.steps[0].detail.starts_with("C:\\Genesys\\Presence\\agentStates.xml: under another name"));
    assert!(
        backs(&copied)
            .iter()
            .any(|back| back.starts_with("Put the copy of C:\\Genesys\\Presence\\agentStates.xml back"))
    );
}

#[test]
fn in_pull_mode_events_are_looked_at_and_no_file_is_spoken_of() {
    let to_pull = "map-presence-to-dnd=true\npresence-availability-range=3000-5999";
    let workspace = changed(&[(Part::Options, "map-presence-to-dnd=false", to_pull)]);
    let pull = plan(&workspace, false);
    assert_eq!(pull.reason.to_string(), "In pull mode T-Server looks nothing up in a file: our reading.");
    let Needs::Looks(looks) = &pull.steps.last().unwrap().needs else { panic!() };
    let told: Vec<String> = looks.iter().map(|(what, look)| format!("{what}: {}", look.told())).collect();
    assert_eq!(told.len(), 3);
    assert!(told.iter().all(|told| told.contains("EventDND")), "{told:?}");
    assert_eq!(backs(&pull).last(), Some(&"Restart T-Server"));
    // From one range to another, the classes are looked at of which it tells otherwise.
    let live = live_after(&workspace, &pull);
    let mut wider = live.clone();
    let own = Arc::make_mut(&mut wider.profiles[0]);
    own.options = own.options.replace("3000-5999", "3000-8999").into();
    let Needs::Looks(looks) = plan(&wider, false).steps.last().unwrap().needs.clone() else { panic!() };
    let words: Vec<&str> = looks.iter().map(|(what, _)| what.as_str()).collect();
    assert_eq!(words, ["Busy, 6000-7499", "Busy, 7500-8999"]);
}

#[test]
fn what_is_missing_today_is_said() {
    let mut workspace = changed(&[(Part::Xml, "Logged out", "Bye")]);
    let live = Arc::make_mut(&mut workspace.live);
    let own = live.profiles.get_mut(&ProfileId::FIRST).unwrap();
    let Live::Text(xml) = &own.xml else { panic!() };
    own.xml = Live::Text(xml.replace("ID=\"OOS\"", "ID=\"OUT\"").into());
    let reason = plan(&workspace, false).reason.to_string();
    assert!(reason.contains("Today already the live option names `OOS`, which the loaded file lacks."), "{reason}");
}

#[test]
fn a_step_that_does_something_else_is_another_step() {
    let keys =
        |workspace: &Workspace| plan(workspace, false).steps.into_iter().map(|step| step.key).collect::<Vec<_>>();
    let one = keys(&changed(&[(Part::Xml, "7001", "6500")]));
    assert_eq!(one, keys(&changed(&[(Part::Xml, "7001", "6500")])));
    let other = keys(&changed(&[(Part::Xml, "7001", "6600")]));
    let same: Vec<bool> = one.iter().zip(&other).map(|(one, other)| one == other).collect();
    assert_eq!(same, [true, false, false, false], "the copy of the file in use is one still");
}

#[test]
fn a_new_profile_and_another_name_are_steps() {
    let mut history = History::new(Workspace::example());
    let add = arranging::plan(&history, &Arrangement::Add { start: Start::Example, behind: ProfileId::FIRST }).unwrap();
    history.commit(add);
    let rename = Arrangement::Rename { profile: ProfileId::FIRST, name: "Desk".to_owned() };
    history.commit(arranging::plan(&history, &rename).unwrap());
    let plan = plan(history.present(), false);
    assert_eq!(plan.verdict, Verdict::Safe, "they have one path, and one text");
    assert_eq!(backs(&plan).last(), Some(&"Delete the VoIP Service DN Presence_2"));
    let titles = titles(&plan);
    assert!(titles.contains(&"Rename the VoIP Service DN Presence to Desk"), "{titles:?}");
    assert!(titles.contains(&"Create the VoIP Service DN Presence_2"), "{titles:?}");
    assert_eq!(titles.iter().filter(|title| **title == "Restart T-Server").count(), 1);
}

#[test]
fn what_lies_on_the_server_is_told_by_its_bytes_its_digest_or_its_meaning() {
    let workspace = renamed();
    let plan = plan(&workspace, false);
    let found = |bytes: &[u8]| there::of_file(&workspace, &plan, "agentStates.xml", bytes);
    let bridge = found(&plan.files[0].bytes);
    assert!(bridge.is_right);
    assert_eq!(bridge.what, "identical to the bridge file");
    assert_eq!(found(&plan.files[1].bytes).what, "identical to the new file");
    let old = found(Workspace::example().profiles[0].xml.as_bytes());
    assert_eq!((old.is_right, old.what.as_str()), (false, "the old file of Presence"));
    let crlf = plan.files[1].text.replace('\n', "\r\n");
    assert_eq!(found(crlf.as_bytes()).what, "the text of the new file, written otherwise");
    let other = found(plan.files[1].text.replace("7001", "6500").as_bytes());
    assert!(other.what.starts_with("another file: 1 difference from the new file"), "{other:?}");
    assert!(other.details[1].contains("Busy 6500 -> Busy 7001"), "{other:?}");
    assert!(!found(b"\xff\xfe\xfa broken").is_right);
    assert_eq!(found(b"").what, "an empty file");
    assert!(found(&plan.files[0].bytes[..300]).what.starts_with("a file that is not well-formed"));
    assert_eq!(found(b"<a/>").what, "a file without entries of agents");
    let digest = |text: &str| there::of_digest(&workspace, &plan, text);
    assert_eq!(digest(&plan.files[0].sha256.to_uppercase()).unwrap().what, "identical to the bridge file");
    assert!(!digest(&"0".repeat(64)).unwrap().is_right);
    assert_eq!(digest("no digest"), None);
}

#[test]
fn what_no_order_helps_against_is_said_instead_of_an_order() {
    let entry = "  <agentState ID=\"IDLE_AWAY\" availability=\"4501\">\n    <activity LCID=\"1033\">I am away from my desk</activity>\n  </agentState>\n";
    let lacking = plan(&changed(&[(Part::Xml, entry, "")]), false);
    assert_eq!(lacking.verdict, Verdict::Unsound);
    assert_eq!(lacking.title, "The new file of Presence lacks what its option names");
    assert!(lacking.reason.to_string().contains("`IDLE_AWAY`"));
    // Two profiles of one path, of which one gets another file.
    let mut history = History::new(Workspace::example());
    let copy = Arrangement::Add { start: Start::CopyOf(ProfileId::FIRST), behind: ProfileId::FIRST };
    history.commit(arranging::plan(&history, &copy).unwrap());
    let new = history.present().profiles[1].id;
    let place = Place { profile: new, part: Part::Xml };
    let text = history.present().text(place).clone();
    history.commit(Change::of("Edit", place, Edits::between(&text, &text.replace("7001", "6500"))));
    let shared = plan(history.present(), false);
    assert_eq!(shared.verdict, Verdict::Unsound);
    assert_eq!(shared.title, "Presence and Presence_2 have one path, and different files");
}

#[test]
fn at_another_path_a_copy_is_made_of_what_is_there_and_the_way_back_has_the_old_one() {
    let workspace = changed(&[(Part::Options, "\\Presence\\", "\\P2\\")]);
    let plan = plan(&workspace, false);
    assert_eq!(
        plan.steps[0].detail,
        "C:\\Genesys\\Presence\\agentStates.xml: under another name, beside it; on both hosts of a hot-standby pair."
    );
    let block = powershell(&plan, PlannedStep::puts_file, |file| (file.name.clone(), "before-2025-04-24".to_owned()));
    assert!(block.contains("'C:\\Genesys\\P2\\agentStates.xml'"), "{block}");
    // What may lie there all the same is kept.
    assert!(block.contains("if (Test-Path -LiteralPath $inUse) { [IO.File]::Copy("), "{block}");
    assert_eq!(
        backs(&plan),
        [
            "Set agent-presence-map of Presence as it was",
            "The file of before lies at C:\\Genesys\\Presence\\agentStates.xml still",
            "Restart T-Server"
        ]
    );
    assert_eq!(plan.back[0].text.as_deref(), Some("C:\\Genesys\\Presence\\agentStates.xml"));
}

#[test]
fn every_changed_situation_is_looked_at() {
    let workspace = changed(&[(Part::Xml, "Logged out", "Bye"), (Part::Xml, "4501", "15500")]);
    let plan = plan(&workspace, false);
    let Needs::Looks(looks) = &plan.steps.last().unwrap().needs else { panic!() };
    let looks: Vec<&str> = looks.iter().map(|(what, _)| what.as_str()).collect();
    assert_eq!(looks, ["Logout + Idle, seen in English (United States)", "Walk_Away + Idle"]);
}

/// The example and a second profile that T-Server has, and that is deleted here.
fn with_one_deleted() -> (History, ProfileId) {
    let mut history = History::new(Workspace::example());
    let step = |history: &mut History, wish: Arrangement| {
        let change = arranging::plan(history, &wish).unwrap();
        history.commit(change);
    };
    step(&mut history, Arrangement::Add { start: Start::Example, behind: ProfileId::FIRST });
    let second = history.present().profiles[1].id;
    let live = live_change(history.present());
    history.commit(live);
    step(&mut history, Arrangement::Delete(second));
    (history, second)
}

fn live_change(workspace: &Workspace) -> Change {
    Change::new("Live").declaring(plan(workspace, false).as_live(workspace, |_| false).against(workspace))
}

#[test]
fn a_profile_that_was_deleted_here_is_deleted_there_at_last() {
    let (mut history, second) = with_one_deleted();
    let deleted = plan(history.present(), false);
    assert_eq!(titles(&deleted), ["Delete the VoIP Service DN Presence_2", "Check with one agent"]);
    assert_eq!(deleted.verdict, Verdict::Safe);
    assert_eq!(
        deleted.steps[0].detail,
        "Nothing names it here any more. Its XML file may be in use by another profile."
    );
    assert_eq!(backs(&deleted), ["Create the VoIP Service DN Presence_2 again, with these options"]);
    assert!(deleted.back[0].text.as_ref().unwrap().starts_with("[TServer]"));

    // Changes tells it, and brings it back as it was.
    let found = comparing::beside(history.present());
    assert_eq!(found.len(), 1);
    let then = history.present().profiles[0].clone();
    let change = restoring::restore(history.present(), &then, &[&found[0]], "Restore".to_owned()).unwrap();
    let back = change.apply(history.present());
    assert_eq!(back.profiles[1].id, second);
    assert_eq!(&*back.profiles[1].name, "Presence_2");
    assert_eq!(titles(&plan(&back, false)), [""; 0]);

    // A file of the workspace keeps it.
    let snapshot = Snapshot { workspace: history.present().clone(), highest: second, steps: 0 };
    let file = workspace_file::read(&workspace_file::write(&snapshot, "Site", None)).unwrap();
    assert_eq!(titles(&plan(&file.snapshot.workspace, false)), titles(&deleted));
    assert_eq!(file.snapshot.highest, second, "its identity is nobody else's");

    // Once it is gone there too, nothing is left to do.
    let live = live_change(history.present());
    history.commit(live);
    assert_eq!(plan(history.present(), false).verdict, Verdict::Nothing);
}

#[test]
fn what_names_a_deleted_profile_still_is_said() {
    let (history, _) = with_one_deleted();
    let mut workspace = history.present().clone();
    let assigned = Arc::make_mut(&mut workspace.assigned);
    assigned.extensions.insert(ExtensionDn::new("4210"), "Presence_2".into());
    let plan = plan(&workspace, false);
    let step = plan.steps.iter().find(|step| matches!(step.step, Step::Delete(_))).unwrap();
    assert_eq!(step.detail, "It is still named by 1 Extension: assign another profile first.");
}

#[test]
fn a_profile_that_was_never_there_goes_without_a_step() {
    let mut history = History::new(Workspace::example());
    let add = arranging::plan(&history, &Arrangement::Add { start: Start::Empty, behind: ProfileId::FIRST }).unwrap();
    history.commit(add);
    let id = history.present().profiles[1].id;
    let delete = arranging::plan(&history, &Arrangement::Delete(id)).unwrap();
    history.commit(delete);
    assert_eq!(plan(history.present(), false).verdict, Verdict::Nothing);
}

#[test]
fn what_may_be_there_of_options_that_are_not_known_is_taken_out() {
    let mut workspace = changed(&[(Part::Options, "agent-presence-map=C:\\Genesys\\Presence\\agentStates.xml\n", "")]);
    Arc::make_mut(&mut workspace.live).profiles.clear();
    let plan = plan(&workspace, false);
    let step = plan.steps.iter().find(|step| step.title == "Remove agent-presence-map").unwrap();
    assert_eq!(step.detail, "Take it out of section [TServer] of the VoIP Service DN Presence, if it is there.");
}
