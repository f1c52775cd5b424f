//! Going live: the steps of a change, walked through one by one, and a dozen changes with the steps that belong to them.

use std::collections::BTreeMap;

use presence_profile_core::editor::{
    baseline::{Baseline, Live},
    going_live::{
        bridge::bridge,
        going::Going,
        names::{self, Names},
        order::{Order, Passage},
        powershell::{self, Copying},
        steps::{Beside, File, Step, Verdict, Way, steps, verdict, ways},
        words,
    },
    place::ProfileId,
    workspace::{Profile, Workspace},
};
use presence_profile_core::mapping::option_name::OptionName;
use proptest::prelude::*;

fn options(rows: &str) -> String {
    format!(
        "[TServer]\nservice-type=presence-profile\nmap-presence-to-dnd=false\nagent-presence-map=C:\\a.xml\naggregated-states={rows}\n"
    )
}

fn file(ids: &str) -> String {
    let entries = ids.split_whitespace().map(|id| {
        let (id, availability) = id.split_once('@').unwrap_or((id, "3500"));
        format!("  <agentState ID=\"{id}\" availability=\"{availability}\">\n    <activity LCID=\"1033\">{id}</activity>\n  </agentState>\n")
    });
    let entries: String = entries.collect();
    format!(
        "<?xml version=\"1.0\"?>\n<agentStates xmlns=\"http://schemas.genesys.com/09/2014/mslyncteserver/agentStates\">\n{entries}</agentStates>\n"
    )
}

fn live(rows: &str, ids: &str) -> Baseline {
    Baseline { name: Some("P".into()), options: Live::Text(options(rows).into()), xml: Live::Text(file(ids).into()) }
}

fn steps_in_words(live: &Baseline, profile: Profile, way: Way) -> Vec<String> {
    let going: Vec<Going> = Going::of(live, &profile).into_iter().collect();
    let workspace = Workspace::of(profile);
    let steps = steps(&going, &Beside::default(), way);
    steps.iter().map(|step| words::title(step, &workspace)).collect()
}

/// A change, the order of it, and its steps; written by hand, from the documents, before anything was shown on a page.
#[test]
fn a_dozen_changes_and_their_steps() {
    let (back_up, put, restart, set, check) = (
        "Back up the file in use",
        "Put the file in place",
        "Restart T-Server",
        "Set aggregated-states",
        "Check with one agent",
    );
    let bridged = "Put the bridge file in place";
    let later = "Later: put the final file in place, then restart";
    /// Rows of the option, and entries of the file.
    type Texts = (&'static str, &'static str);
    let rows: [(&str, Texts, Texts, Way, &[&str]); 12] = [
        ("nothing", ("1=A, 2=B", "A B"), ("1=A, 2=B", "A B"), Way::Bridge, &[]),
        ("a text or a number", ("1=A", "A@3500"), ("1=A", "A@6500"), Way::Bridge, &[back_up, put, restart, check]),
        ("a row to an entry that is there", ("1=A, 2=B", "A B"), ("1=A, 2=A", "A B"), Way::Bridge, &[set, check]),
        (
            "a new entry, and a row for it",
            ("1=A", "A"),
            ("1=A, 2=B", "A B"),
            Way::Bridge,
            &[back_up, put, restart, set, check],
        ),
        ("a new entry of no row", ("1=A", "A"), ("1=A", "A B"), Way::Bridge, &[back_up, put, restart, check]),
        (
            "a row to another entry, the old one removed",
            ("1=A, 2=B", "A B"),
            ("1=A, 2=A", "A"),
            Way::Bridge,
            &[back_up, set, put, restart, check],
        ),
        ("an unused entry removed", ("1=A", "A B"), ("1=A", "A"), Way::Bridge, &[back_up, put, restart, check]),
        (
            "an entry renamed, by a bridge",
            ("1=A, 2=B", "A B"),
            ("1=A, 2=C", "A C"),
            Way::Bridge,
            &[back_up, bridged, restart, set, check, later],
        ),
        (
            "an entry renamed, while stopped",
            ("1=A, 2=B", "A B"),
            ("1=A, 2=C", "A C"),
            Way::Stop,
            &[back_up, "Stop T-Server", put, set, "Start T-Server", check],
        ),
        ("a row removed", ("1=A, 2=B", "A B"), ("1=A", "A B"), Way::Bridge, &[set, check]),
        ("a missing entry made", ("1=A, 2=B", "A"), ("1=A, 2=B", "A B"), Way::Bridge, &[back_up, put, restart, check]),
        ("a row to an entry that neither has", ("1=A", "A"), ("1=X", "A"), Way::Bridge, &[set, check]),
    ];
    for (what, (old_rows, old_ids), (rows, ids), way, expected) in rows {
        let found = steps_in_words(&live(old_rows, old_ids), Profile::new("P", &options(rows), &file(ids)), way);
        assert_eq!(found, expected, "{what}");
    }
}

#[test]
fn what_is_not_known_is_said_and_all_its_steps_are_listed() {
    let profile = Profile::new("P", &options("1=A"), &file("A"));
    let unknown = Baseline::UNKNOWN;
    let going: Vec<Going> = Going::of(&unknown, &profile).into_iter().collect();
    assert_eq!(verdict(&going, &Beside::default()), Verdict::NotKnown);
    let found = steps_in_words(&unknown, profile.clone(), Way::Bridge);
    assert_eq!(
        found,
        [
            "Back up the file in use",
            "Put the file in place",
            "Set service-type",
            "Set map-presence-to-dnd",
            "Set agent-presence-map",
            "Restart T-Server",
            "Set aggregated-states",
            "Check with one agent",
        ]
    );
    let found = steps_in_words(&Baseline::NEW, profile, Way::Bridge);
    assert_eq!(found[..2], ["Put the file in place", "Create the VoIP Service DN P"]);
    // The options are not known, the file is: what it has is taken to be all that they name.
    let half = Baseline { name: Some("P".into()), options: Live::Unknown, xml: Live::Text(file("A B").into()) };
    let order = |ids: &str| Going::of(&half, &Profile::new("P", &options("1=A"), &file(ids))).unwrap().order;
    assert_eq!(order("A B C"), Order::Any);
    assert_eq!(order("A"), Order::OptionFirst);
}

#[test]
fn options_of_which_the_effect_is_not_documented_have_a_restart_advised() {
    let pushed = live("1=A", "A");
    let pulled =
        "[TServer]\nservice-type=presence-profile\nmap-presence-to-dnd=true\npresence-availability-range=3000-5999\n";
    let found = steps_in_words(&pushed, Profile::new("P", pulled, &file("A")), Way::Bridge);
    assert_eq!(
        found,
        ["Set presence-availability-range", "Set map-presence-to-dnd", "Restart T-Server", "Check with one agent"]
    );
    // Rows that are set while nothing is looked up are safe: before the mode, and that before the restart.
    let pulled =
        Baseline { name: Some("P".into()), options: Live::Text(pulled.into()), xml: Live::Text(file("A").into()) };
    let found = steps_in_words(&pulled, Profile::new("P", &options("1=B"), &file("B")), Way::Bridge);
    let at = |step: &str| found.iter().position(|own| own == step).unwrap();
    assert!(at("Set aggregated-states") < at("Set map-presence-to-dnd"));
    assert!(at("Set map-presence-to-dnd") < at("Restart T-Server"));
}

#[test]
fn a_bridge_holds_both_and_nothing_else() {
    let (old, new) = (file("A B D"), file("A@6500 C"));
    let names: Names = ["B".to_owned()].into();
    let found = bridge(&new, &old, &names).unwrap();
    assert_eq!(names::there(&found), ["A", "B", "C"].map(str::to_owned).into());
    let entry =
        "\n  <agentState ID=\"B\" availability=\"3500\">\n    <activity LCID=\"1033\">B</activity>\n  </agentState>";
    assert_eq!(found.replacen(entry, "", 1), new, "the new file and the entry, as it is written in the old one");
}

/// What PowerShell makes of a text in single quotes: any of five signs ends it, unless another one follows.
fn unquoted(written: &str) -> (String, &str) {
    let is_quote = |sign: char| "'\u{2018}\u{2019}\u{201A}\u{201B}".contains(sign);
    let mut signs = written.char_indices().skip(1).peekable();
    let mut text = String::new();
    while let Some((at, sign)) = signs.next() {
        if is_quote(sign) && signs.next_if(|(_, next)| is_quote(*next)).is_none() {
            return (text, &written[at + sign.len_utf8()..]);
        }
        text.push(sign);
    }
    panic!("it does not end: {written}");
}

proptest! {
    #[test]
    fn paths_of_all_signs_reach_powershell_as_they_are(path in "[a-zA-Z0-9 .$%'\"`(){}\\[\\];&|\u{2018}\u{2019}\u{201A}\u{201B}äЖ\\\\:_-]{1,60}") {
        let block = powershell::block(&Copying { from: "agentStates.xml", to: &path, kept: "before", is_there: true, sha256: "00ff" });
        let line = block.lines().find_map(|line| line.strip_prefix("$inUse = ")).unwrap();
        let (text, rest) = unquoted(line);
        prop_assert_eq!((text.as_str(), rest), (path.as_str(), ""));
    }
}

#[test]
fn the_block_keeps_a_copy_and_looks_at_what_is_there() {
    let copying =
        Copying { from: "agentStates.xml", to: "", kept: "before-2025-04-24", is_there: true, sha256: "62bb" };
    let to = "C:\\Genesys\\Bob\u{2019}s $files\\agentStates.xml";
    let block = powershell::block(&Copying { to, ..copying });
    assert_eq!(
        block.lines().collect::<Vec<_>>(),
        [
            "$ErrorActionPreference = 'Stop'",
            "$new = 'agentStates.xml'",
            "$inUse = 'C:\\Genesys\\Bob\u{2019}\u{2019}s $files\\agentStates.xml'",
            "$hash = '62bb'",
            "if ((Get-FileHash -LiteralPath $new -Algorithm SHA256).Hash -ne $hash) { throw 'The downloaded file is another one' }",
            "$copy = $inUse + '.before-2025-04-24'",
            "[IO.File]::Copy($inUse, $copy, $false)",
            "[IO.File]::Copy((Convert-Path -LiteralPath $new), $inUse, $true)",
            "if ((Get-FileHash -LiteralPath $inUse -Algorithm SHA256).Hash -eq $hash) { 'In place' } else { throw 'Not in place' }",
        ]
    );
    // Where nobody knows whether a file lies there, the copy is made of one that does.
    let careful = powershell::block(&Copying { is_there: false, ..copying });
    assert!(careful.contains("\nif (Test-Path -LiteralPath $inUse) { [IO.File]::Copy($inUse, $copy, $false) }\n"));
}

/// What T-Server has of a profile at a moment.
#[derive(Debug, Clone)]
struct Moment {
    named: Names,
    disk: Names,
    loaded: Names,
}

/// Walks through the steps. At every moment, and also if T-Server restarted by itself then, the live option names nothing
/// that the loaded file lacks, but for what was missing before and is to be missing afterwards.
fn walk(passages: &BTreeMap<ProfileId, Passage>, going: &[Going], way: Way) {
    let mut now: BTreeMap<ProfileId, Moment> = passages
        .iter()
        .map(|(id, own)| {
            let (named, loaded) = (own.named.clone().unwrap(), own.loaded.clone().unwrap());
            (*id, Moment { named, disk: loaded.clone(), loaded })
        })
        .collect();
    let mut is_stopped = false;
    for step in steps(going, &Beside::default(), way) {
        match &step {
            Step::PutFile(id, File::New) => now.get_mut(id).unwrap().disk = passages[id].to_load.clone(),
            Step::PutFile(id, File::Bridge) => {
                let order = going.iter().find(|own| own.profile == *id).map(|own| own.order.clone());
                let Some(Order::Neither { by_file, .. }) = order else { panic!("a bridge for {order:?}") };
                now.get_mut(id).unwrap().disk = &passages[id].to_load | &by_file;
            }
            Step::Later(id) => {
                let own = now.get_mut(id).unwrap();
                own.disk = passages[id].to_load.clone();
                own.loaded = own.disk.clone();
            }
            Step::Set(id, OptionName::AggregatedStates, _) => {
                now.get_mut(id).unwrap().named = passages[id].to_name.clone();
            }
            Step::Restart(_) | Step::Start => {
                now.values_mut().for_each(|own| own.loaded = own.disk.clone());
                is_stopped = false;
            }
            Step::Stop => is_stopped = true,
            Step::Set(..)
            | Step::BackUp(_)
            | Step::Check(_)
            | Step::Create(_)
            | Step::Rename(..)
            | Step::Delete(_)
            | Step::Assign => {}
        }
        // Of what nobody knows no order was said to be safe.
        let is_said = |id: &ProfileId| going.iter().all(|own| own.profile != *id || own.order != Order::NotKnown);
        for (id, own) in now.iter().filter(|(id, _)| !is_stopped && is_said(id)) {
            let accepted = &passages[id].already() | &passages[id].finally();
            for file in [&own.loaded, &own.disk] {
                let missing = &(&own.named - file) - &accepted;
                assert!(missing.is_empty(), "{missing:?} after {step:?} of {passages:?}");
            }
        }
    }
    for (id, own) in &now {
        assert_eq!((&own.named, &own.loaded), (&passages[id].to_name, &passages[id].to_load), "all is done");
    }
}

/// What the editor knows of a profile: not what is hidden from it.
#[derive(Debug, Clone, Copy)]
struct Hidden {
    options: bool,
    xml: bool,
}

const NOTHING_HIDDEN: Hidden = Hidden { options: false, xml: false };

fn going(id: ProfileId, passage: &Passage, hidden: Hidden) -> Option<Going> {
    let rows = |names: &Names| {
        let pairs = names.iter().enumerate().map(|(at, id)| format!("{}={id}", at + 1));
        options(&pairs.collect::<Vec<_>>().join(", "))
    };
    let ids = |names: &Names| file(&names.iter().cloned().collect::<Vec<_>>().join(" "));
    let known = |is_hidden: bool, text: String| if is_hidden { Live::Unknown } else { Live::Text(text.into()) };
    let live = Baseline {
        name: Some("P".into()),
        options: known(hidden.options, rows(passage.named.as_ref().unwrap())),
        xml: known(hidden.xml, ids(passage.loaded.as_ref().unwrap())),
    };
    let profile = Profile { id, ..Profile::new("P", &rows(&passage.to_name), &ids(&passage.to_load)) };
    Going::of(&live, &profile)
}

fn hold(passages: BTreeMap<ProfileId, Passage>) {
    let going: Vec<Going> = passages.iter().filter_map(|(id, own)| going(*id, own, NOTHING_HIDDEN)).collect();
    let torn = passages.values().any(|own| matches!(own.order(), Order::Neither { .. }));
    assert_eq!(verdict(&going, &Beside::default()) == Verdict::NoOrder, torn);
    for way in [Way::Bridge, Way::Stop] {
        walk(&passages, &going, way);
    }
    // Where it is said that no order is safe, none is.
    for own in passages.values().filter(|own| matches!(own.order(), Order::Neither { .. })) {
        let accepted = &own.already() | &own.finally();
        let (named, loaded) = (own.named.as_ref().unwrap(), own.loaded.as_ref().unwrap());
        assert!(!(&(named - &own.to_load) - &accepted).is_empty(), "the file first: {own:?}");
        assert!(!(&(&own.to_name - loaded) - &accepted).is_empty(), "the option first: {own:?}");
    }
    assert!(torn || ways(&going).len() == 2);
}

fn subset(bits: usize) -> Names {
    ["A", "B", "C", "D"]
        .iter()
        .enumerate()
        .filter(|(at, _)| bits >> at & 1 == 1)
        .map(|(_, id)| (*id).to_owned())
        .collect()
}

fn passage(bits: [usize; 4]) -> Passage {
    let [named, loaded, to_name, to_load] = bits.map(subset);
    Passage { named: Some(named), loaded: Some(loaded), to_name, to_load }
}

/// All small profiles: four IDs, every old and new option and file.
#[test]
fn every_small_change_is_safe_or_said_not_to_be() {
    for bits in 0..16_usize.pow(4) {
        let own = passage([bits & 15, bits >> 4 & 15, bits >> 8 & 15, bits >> 12 & 15]);
        hold([(ProfileId::FIRST, own)].into());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]
    #[test]
    fn changes_of_two_profiles_go_through_one_restart(one in any::<[u8; 4]>(), other in any::<[u8; 4]>()) {
        let own = |bits: [u8; 4]| passage(bits.map(|bits| usize::from(bits & 15)));
        hold([(ProfileId::FIRST, own(one)), (ProfileId::FIRST.next(), own(other))].into());
    }

    /// Whatever T-Server has of what the editor does not know: the steps that are said to be safe are. A live option that is not
    /// known is taken to name what the loaded file has; that is said.
    #[test]
    fn what_is_not_known_of_two_profiles_breaks_no_promise(
        one in any::<[u8; 4]>(),
        other in any::<[u8; 4]>(),
        hidden in any::<[bool; 4]>(),
    ) {
        let own = |bits: [u8; 4], hidden: Hidden| {
            let mut own = passage(bits.map(|bits| usize::from(bits & 15)));
            if hidden.options {
                own.named = own.named.map(|named| &named & own.loaded.as_ref().unwrap());
            }
            own
        };
        let all = [
            (ProfileId::FIRST, one, Hidden { options: hidden[0], xml: hidden[1] }),
            (ProfileId::FIRST.next(), other, Hidden { options: hidden[2], xml: hidden[3] }),
        ];
        let passages: BTreeMap<ProfileId, Passage> = all.iter().map(|(id, bits, hidden)| (*id, own(*bits, *hidden))).collect();
        let going: Vec<Going> = all.iter().filter_map(|(id, _, hidden)| going(*id, &passages[id], *hidden)).collect();
        for way in [Way::Bridge, Way::Stop] {
            walk(&passages, &going, way);
        }
        let said = verdict(&going, &Beside::default());
        let is_known = going.iter().all(|own| own.order != Order::NotKnown);
        prop_assert!(is_known || said != Verdict::Safe, "{said:?}");
    }
}
