//! What leaves the editor: exact strings and bytes.

use presence_profile_core::{
    editor::{
        analysis::Analysis,
        export::{
            self, aggregated_states, all_options, differ_beside, obstacle, option_value, xml_bytes, xml_file_name,
        },
        workspace::{Profile, Workspace},
    },
    mapping::{
        option_name::OptionName,
        options::{Mode, ProfileOptions},
        states::StateNumber,
    },
    source::{
        decode::{self, FileStyle, Newline},
        indent,
    },
};
use proptest::prelude::*;

use crate::{aggregated_states::GUIDE, documents};

fn of_options(text: &str) -> (Profile, Analysis) {
    let profile = Profile::new("Presence", text, "");
    let analysis = Analysis::of(&profile);
    (profile, analysis)
}

fn exported(text: &str) -> String {
    let (profile, analysis) = of_options(text);
    all_options(&profile, &analysis, true)
}

/// Without the options of the other mode.
fn of_mode(text: &str) -> String {
    let (profile, analysis) = of_options(text);
    all_options(&profile, &analysis, false)
}

#[test]
fn the_example_is_exported_as_it_is() {
    let workspace = Workspace::example();
    let profile = &workspace.profiles[0];
    let analysis = Analysis::of(profile);
    assert_eq!(aggregated_states(&analysis.options), GUIDE);
    assert_eq!(GUIDE.len(), 157);
    assert_eq!(all_options(profile, &analysis, false), include_str!("../cases/example/options.txt"));
    assert_eq!(xml_bytes(profile), include_bytes!("../cases/example/agentStates.xml"));
    assert_eq!(xml_file_name(profile, &analysis), "agentStates.xml");
}

#[test]
fn what_stands_in_the_way_is_said_with_its_place() {
    let example = &Workspace::example().profiles[0];
    assert_eq!(obstacle(&Analysis::of(example)), None);
    let options = example.options.replace("4=IDLE_ACW", "4=IDLE_AWC");
    let profile = Profile::new("Presence", &options, &example.xml);
    let words = "error: row 4 (ACW, Idle) uses `IDLE_AWC`, but the file has no such entry; did you mean `IDLE_ACW`?";
    assert_eq!(obstacle(&Analysis::of(&profile)).map(|words| words.to_string()).as_deref(), Some(words));
    let profile = Profile::new("Presence", &options, &example.xml.replace("7001", "70001"));
    let words = obstacle(&Analysis::of(&profile)).unwrap();
    assert!(words.plain().starts_with("2 errors, the first: row 4 (ACW, Idle) uses"), "{words}");
}

#[test]
fn the_guides_page_is_exported_clean() {
    let page = "- **service-type** = `presence-profile`\n- map-presence-to-dnd=false\n- `agent-presence-map=C:\\a.xml`\n\
                **aggregated-states** = 1=IDLE\\_OUT, 2=IDLE\\_READY.";
    let clean = "service-type=presence-profile\nmap-presence-to-dnd=false\nagent-presence-map=C:\\a.xml\n\
                 aggregated-states=1=IDLE_OUT, 2=IDLE_READY";
    assert_eq!(exported(page), clean);
    assert_eq!(exported(clean), clean);
}

#[test]
fn loose_lines_become_one() {
    let one = "aggregated-states=1=A, 2=B, 3=C";
    for text in [
        "1=A\n2=B\n3=C",
        "1=A,\n2=B,\n3=C.",
        "3=C, 1=A\n2=B",
        "| # | a | b | ID |\n|---|---|---|---|\n| 1 | Logout | Idle | A |\n| 2 | Ready | Idle | B |\n| 3 | NotReady | Idle | C |",
        "1\tLogout\tIdle\tA\n2\tReady\tIdle\tB\n3\tNotReady\tIdle\tC",
        "aggregated-states=1=A\n2=B\n3=C",
        "2=B\n3=C\naggregated-states=1=A",
    ] {
        assert_eq!(exported(text), one, "{text}");
    }
    assert_eq!(exported("[TServer]\n1=A\n2=B\nx=y\n3=C\n"), "[TServer]\naggregated-states=1=A, 2=B, 3=C\nx=y\n");
}

#[test]
fn what_could_not_be_read_is_not_thrown_away() {
    for text in ["aggregated-states=nonsense\nx=y", "aggregated-states=", "just words\n\n; note\nunknown=1", ""] {
        assert_eq!(exported(text), text);
    }
}

#[test]
fn each_mode_has_its_options() {
    let names = |mode| export::options(mode).iter().map(|name| name.name()).collect::<Vec<_>>();
    let push = ["service-type", "map-presence-to-dnd", "agent-presence-map", "aggregated-states"];
    for mode in [Mode::Push, Mode::NotSet, Mode::Contradictory] {
        assert_eq!(names(mode), push);
    }
    assert_eq!(names(Mode::Pull), ["service-type", "map-presence-to-dnd", "presence-availability-range"]);
}

#[test]
fn what_belongs_to_the_other_mode_is_left_out_unless_it_is_asked_for() {
    let pull = "[TServer]\nmap-presence-to-dnd=true\n  agent-presence-map=C:\\a.xml\npresence-availability-range=3000-5999\n\
                - **aggregated-states** = 1=A\n2=B\n; note\n3=C\nx=y\nagent-presence-map=C:\\b.xml";
    assert_eq!(
        of_mode(pull),
        "[TServer]\nmap-presence-to-dnd=true\npresence-availability-range=3000-5999\n; note\nx=y"
    );
    assert_eq!(exported(pull).matches("agent-presence-map").count(), 2);
    assert!(exported(pull).contains("\naggregated-states=1=A, 2=B, 3=C\n"));
    let ignored = |text: &str| -> Vec<String> {
        let (profile, analysis) = of_options(text);
        export::ignored(&analysis.options).iter().map(|line| line.text(&profile.options).to_owned()).collect()
    };
    assert_eq!(
        ignored(pull),
        [
            "  agent-presence-map=C:\\a.xml",
            "- **aggregated-states** = 1=A",
            "2=B",
            "3=C",
            "agent-presence-map=C:\\b.xml"
        ]
    );
    let push = pull.replace("=true", "=FALSE");
    assert_eq!(ignored(&push), ["presence-availability-range=3000-5999"]);
    assert!(!of_mode(&push).contains("presence-availability-range"));
    assert_eq!(of_mode(&push), exported(&push).replace("presence-availability-range=3000-5999\n", ""));
    for none in ["=yes", "=", "=true\nmap-presence-to-dnd=false"] {
        let text = pull.replace("=true", none);
        assert_eq!(ignored(&text), [""; 0]);
        assert_eq!(of_mode(&text), exported(&text));
    }
}

#[test]
fn a_line_that_is_nothing_stays_nothing_behind_the_rows() {
    let text = "1=A, \n2=B, \n  11\n>=OOS, 12=OOS";
    assert_eq!(exported(text), "aggregated-states=1=A, 2=B\n\n  11\n>=OOS, 12=OOS");
}

#[test]
fn colons_stay_colons() {
    let (_, analysis) = of_options("aggregated-states = 1:OOS, 2:AVAILABLE");
    assert_eq!(aggregated_states(&analysis.options), "1:OOS, 2:AVAILABLE");
}

#[test]
fn an_option_is_exported_without_what_surrounds_it() {
    let (profile, analysis) = of_options("- **agent-presence-map** = `C:\\a.xml`\nservice-type =");
    let value = |name| option_value(&profile, &analysis, name);
    assert_eq!(value(OptionName::AgentPresenceMap).as_deref(), Some("C:\\a.xml"));
    assert_eq!(value(OptionName::AggregatedStates), None);
    assert_eq!(value(OptionName::MapPresenceToDnd), None);
    assert_eq!(value(OptionName::ServiceType).as_deref(), Some(""));
}

#[test]
fn a_difference_beside_an_option_is_seen() {
    let name = OptionName::AggregatedStates;
    assert!(!differ_beside("x=1\naggregated-states=1=A", "x=1\naggregated-states=1=B", name));
    assert!(differ_beside("x=1\naggregated-states=1=A", "x=2\naggregated-states=1=A", name));
    assert!(!differ_beside("", "", name));
}

#[test]
fn the_file_is_named_after_the_opened_one_or_the_path() {
    let named = |options: &str, opened: Option<&str>| {
        let mut profile = Profile::new("Presence", options, "");
        profile.choices.file_name = opened.map(str::to_owned);
        xml_file_name(&profile, &Analysis::of(&profile))
    };
    assert_eq!(named("agent-presence-map=D:\\a b\\States.XML", None), "States.XML");
    assert_eq!(named("agent-presence-map=/etc/states.xml", None), "states.xml");
    assert_eq!(named("agent-presence-map=/etc/states.xml", Some("opened.xml")), "opened.xml");
    for path in ["", "C:\\<<XML file name>.xml", "C:\\folder\\", "C:\\states", ".xml"] {
        assert_eq!(named(&format!("agent-presence-map={path}"), None), "agentStates.xml", "{path}");
    }
}

/// Whether an ID says the same wherever it stands; from a table may come what a list cannot hold.
fn is_plain(id: &str) -> bool {
    ProfileOptions::read(&format!("1={id}, 2=x")).aggregated_states.id_of(StateNumber::new(1).unwrap()) == Some(id)
        && ProfileOptions::read(&format!("1={id}, 2=x")).aggregated_states.flaws.is_empty()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    /// The rows come back, in the canonical form, and a second export changes nothing.
    #[test]
    fn exported_options_are_read_as_before(options in documents::options::document()) {
        let (_, before) = of_options(&options.text);
        let text = exported(&options.text);
        let after = ProfileOptions::read(&text);
        let rows = |options: &ProfileOptions| -> Vec<Option<String>> {
            StateNumber::all().map(|row| options.aggregated_states.id_of(row).map(str::to_owned)).collect()
        };
        if !rows(&before.options).iter().flatten().all(|id| is_plain(id)) {
            return Ok(());
        }
        prop_assert_eq!(rows(&after), rows(&before.options), "{}", text);
        for name in [OptionName::ServiceType, OptionName::MapPresenceToDnd, OptionName::AgentPresenceMap] {
            prop_assert_eq!(after.value(name, &text), before.options.value(name, &options.text), "{}", text);
        }
        prop_assert_eq!(exported(&text), text.clone(), "a second time");
        let value = aggregated_states(&before.options);
        if !value.is_empty() {
            let line = format!("aggregated-states={value}");
            prop_assert!(text.lines().any(|own| own == line), "{}", text);
        }
    }

    /// What is left out is gone, and nothing else says anything else.
    #[test]
    fn the_other_mode_is_left_out_whole(options in documents::options::document()) {
        let (_, before) = of_options(&options.text);
        let text = of_mode(&options.text);
        let after = ProfileOptions::read(&text);
        prop_assert_eq!(after.mode, before.mode());
        let others = before.mode().options_of_other();
        prop_assert!(others.iter().all(|name| after.of(*name).is_none()), "{}", text);
        for name in OptionName::ALL.into_iter().filter(|name| !others.contains(name) && *name != OptionName::AggregatedStates) {
            prop_assert_eq!(after.value(name, &text), before.options.value(name, &options.text), "{}", text);
        }
        for line in export::ignored(&before.options) {
            prop_assert_eq!(indent::line_start(&options.text, line.start), line.start);
            prop_assert_eq!(indent::line_end(&options.text, line.end), line.end);
        }
    }

    #[test]
    fn a_file_is_written_as_it_was_read(xml in documents::agent_states::document(), bom: bool, windows: bool) {
        let newline = if windows { Newline::CrLf } else { Newline::Lf };
        let mut profile = Profile::new("Presence", "", &xml.text);
        profile.choices.style = FileStyle { bom, newline };
        let bytes = xml_bytes(&profile);
        let has_feed = xml.text.contains('\n');
        // A file that declares another encoding, or holds a zero, is refused; see the tests of decoding.
        let Ok(read) = decode::decode(&bytes) else { return Ok(()) };
        let own_mark = !bom && xml.text.starts_with('\u{feff}');
        prop_assert_eq!(&read.text, xml.text.strip_prefix(if own_mark { "\u{feff}" } else { "" }).unwrap_or(&xml.text));
        prop_assert_eq!(read.style.newline, if has_feed { newline } else { Newline::Lf });
        prop_assert_eq!(decode::encode(&read.text, read.style), bytes);
    }
}
