//! The options text of a profile: names, values, mode, and what pages leave around them.

use std::{fmt::Write, time::Instant};

use presence_profile_core::mapping::{
    option_name::OptionName,
    options::{Mode, ProfileOptions},
};

use crate::{aggregated_states::remarks, cases};

/// What an options text says, as a document: mode, section, options, repairs, problems.
fn document(text: &str) -> String {
    let options = ProfileOptions::read(text);
    let mut document = format!("mode {:?}\n", options.mode);
    if let Some(section) = options.section {
        writeln!(document, "section {:?}", section.text(text)).unwrap();
    }
    for option in &options.options {
        let unknown = if option.known.is_none() { " (not known)" } else { "" };
        writeln!(document, "{:?} = {:?}{unknown}", option.name.text(text), option.value.text(text)).unwrap();
    }
    let states = &options.aggregated_states;
    writeln!(document, "{} pairs from {} stretches", states.pairs.len(), states.spans.len()).unwrap();
    remarks(&mut document, text, &options.repairs, &options.flaws);
    remarks(&mut document, text, &states.repairs, &states.flaws);
    document
}

#[test]
fn pasted_texts_give_their_options() {
    cases::check("options", document);
}

#[test]
fn the_first_option_of_a_name_counts() {
    let text = "service-type=a\nservice-type=b";
    let options = ProfileOptions::read(text);
    assert_eq!(options.value(OptionName::ServiceType, text), Some("a"));
    assert_eq!(options.value(OptionName::AgentPresenceMap, text), None);
}

#[test]
fn the_mode_follows_the_options() {
    let modes = [
        ("", Mode::NotSet),
        ("map-presence-to-dnd=", Mode::NotSet),
        ("map-presence-to-dnd=yes", Mode::NotSet),
        ("Map-Presence-To-Dnd=true", Mode::NotSet),
        ("map-presence-to-dnd=false", Mode::Push),
        ("map-presence-to-dnd=FALSE ", Mode::Push),
        ("map-presence-to-dnd=true", Mode::Pull),
        ("map-presence-to-dnd=True", Mode::Pull),
        ("map-presence-to-dnd=true\nagent-presence-map=C:\\a.xml", Mode::Pull),
        ("map-presence-to-dnd=true\naggregated-states=1=A", Mode::Pull),
        ("map-presence-to-dnd=true\nmap-presence-to-dnd=false", Mode::Contradictory),
        ("map-presence-to-dnd=yes\nmap-presence-to-dnd=false\nmap-presence-to-dnd=TRUE", Mode::Contradictory),
        ("map-presence-to-dnd=true\nmap-presence-to-dnd=TRUE", Mode::Pull),
        ("map-presence-to-dnd=false\nx=y\nmap-presence-to-dnd=false", Mode::Push),
        ("map-presence-to-dnd=true\nmap-presence-to-dnd=yes", Mode::NotSet),
        ("map-presence-to-dnd=\nmap-presence-to-dnd=true", Mode::NotSet),
        ("map-presence-to-dnd=false\npresence-availability-range=3000-5999", Mode::Push),
        ("presence-availability-range=3000-5999", Mode::NotSet),
    ];
    for (text, mode) in modes {
        assert_eq!(ProfileOptions::read(text).mode, mode, "{text}");
    }
}

#[test]
fn without_a_mode_the_other_options_speak() {
    let texts = [
        ("", false),
        ("presence-availability-range=", false),
        ("presence-availability-range=3000-5999", true),
        ("map-presence-to-dnd=yes\npresence-availability-range=3000-5999", true),
        ("presence-availability-range=3000-5999\naggregated-states=1=A", false),
        ("presence-availability-range=3000-5999\nagent-presence-map=C:\\a.xml", false),
        ("map-presence-to-dnd=true\nmap-presence-to-dnd=false\npresence-availability-range=3000-5999", true),
        ("map-presence-to-dnd=false\npresence-availability-range=3000-5999", false),
        ("map-presence-to-dnd=true\naggregated-states=1=A", true),
    ];
    for (text, pulls) in texts {
        assert_eq!(ProfileOptions::read(text).pulls(), pulls, "{text}");
    }
}

/// What is not linear takes minutes here.
#[test]
fn rubbish_is_read_at_once() {
    // Parted by `~`, which means nothing in an option.
    let pieces = "a~ ~\n~,~=~:~|~\t~\"~\\_~*~1~1 ~1=~1=A,~1=A ~99=A;~| 7 ~|x|\n~| 7 | a | b | c |\n~a=b\n~a b\n~[x]\n~\
                  - `a` = ~\u{a0}~\u{a0} a ~7\t~🙂,~1=A.,~\0~**a**=\n~aggregated-states=1=A\n~7 Ready Busy INCALL\n~\
                  1=\"~ a";
    let mixed = pieces.replace('~', "");
    for piece in pieces.split('~').chain([mixed.as_str()]) {
        for front in ["", "aggregated-states=", "aggregated-states=\u{a0}\u{a0}1="] {
            let size = if piece == mixed { 5_000_000 } else { 500_000 };
            let text = format!("{front}{}", piece.repeat(size / piece.len()));
            let start = Instant::now();
            let options = ProfileOptions::read(&text);
            let took = start.elapsed();
            assert!(took.as_secs() < 3, "{piece:?} behind {front:?} took {took:?}");
            assert!(options.flaws.len() < 201 && options.aggregated_states.flaws.len() < 201);
            assert!(options.repairs.len() < 201 && options.aggregated_states.repairs.len() < 201);
        }
    }
}
