//! How long all laws take: printed, not judged, because machines differ.

use std::time::{Duration, Instant};

use presence_profile_core::{
    mapping::{
        agent_states::{self, PresenceMap},
        options::ProfileOptions,
    },
    rules::{self, example::SOUND_OPTIONS, facts::Facts, laws::LAWS},
    source::xml::Xml,
};

use super::Document;

/// A file of 700 entries in four languages, sound or with a fault in every text.
fn large(is_sound: bool) -> Document {
    let mut xml = rules::example::Example::entry("").texts().1;
    let end = xml.rfind("</agentStates>").unwrap();
    xml.truncate(end);
    let blank = if is_sound { "" } else { " " };
    for entry in 0..693 {
        xml += &format!("  <agentState ID=\"STATE_{entry}_X\" availability=\"6500\">\n");
        for (lcid, text) in [(1033, "Working on"), (3082, "Trabajando en"), (1049, "Работа над"), (1036, "À propos de")]
        {
            xml +=
                &format!("    <activity LCID=\"{lcid}\">{blank}{text} {entry}, please call later{blank}</activity>\n");
        }
        xml += "  </agentState>\n";
    }
    Document::new(SOUND_OPTIONS, xml + "</agentStates>\n")
}

#[test]
fn time_of_all_laws() {
    const ROUNDS: usize = 21;
    for is_sound in [true, false] {
        let document = large(is_sound);
        let options = ProfileOptions::read(&document.options);
        let xml = Xml::read(&document.xml, &agent_states::ELEMENTS);
        let map = PresenceMap::of(&document.xml, &xml);
        let best = |run: &dyn Fn() -> usize| -> Duration {
            let time = |_| {
                let start = Instant::now();
                std::hint::black_box(run());
                start.elapsed()
            };
            (0..ROUNDS).map(time).min().unwrap_or_default()
        };
        let facts = Facts::new(&document.options, &document.xml, &options, &xml, &map);
        let all = best(&|| rules::judge(&Facts::new(&document.options, &document.xml, &options, &xml, &map)).len());
        let (size, found) = (document.xml.len() / 1024, rules::judge(&facts).len());
        println!("all laws, 700 entries in 4 languages ({size} KB), {found} found: {all:?}");
        for law in LAWS {
            let time = best(&|| {
                let mut found = Vec::new();
                (law.check)(&facts, &mut found);
                found.len()
            });
            if Duration::from_micros(20) < time {
                println!("  {time:?} {}", law.code);
            }
        }
    }
}

/// Whatever the ranges are, a key waits for what is said of 10,000 of them no longer than a frame, and of a megabyte of
/// them no time that is felt.
#[test]
fn ranges_are_judged_at_once() {
    type Piece = fn(usize) -> String;
    let pieces: [(&str, Piece); 10] = [
        ("apart", |at| format!("{}-{},", at * 17 % 18000, at * 17 % 18000)),
        ("in order", |at| format!("{0}-{0},", at * 9 / 5)),
        ("overlapping", |at| format!("{}-{}, ", at % 9000, 9000 + at % 9001)),
        ("the same", |_| "3000-4000,".to_owned()),
        ("backward", |at| format!("18000-{},", at % 18000)),
        ("one number", |at| format!("{}, ", 1000 + at % 9000)),
        ("letters", |_| "a-b,".to_owned()),
        ("dashes", |_| "3000–4000; ".to_owned()),
        ("too high", |_| "3000-18001,".to_owned()),
        ("thousands", |_| "3,000-5,999,".to_owned()),
    ];
    for (name, piece) in pieces {
        let judged = |count: usize| {
            let value: String = (0..count).map(piece).collect();
            let options = format!(
                "[TServer]\nservice-type=presence-profile\nmap-presence-to-dnd=true\npresence-availability-range={value}\n"
            );
            let time = |_| {
                let start = Instant::now();
                let read = ProfileOptions::read(&options);
                let xml = Xml::read("", &agent_states::ELEMENTS);
                let map = PresenceMap::of("", &xml);
                let found = rules::judge(&Facts::new(&options, "", &read, &xml, &map)).len();
                assert!(found < 700, "{name}: {found}");
                start.elapsed()
            };
            // The best of several: a busy machine may hold up some.
            (0..7).map(time).min().unwrap_or_default()
        };
        let (many, megabyte) = (judged(10_000), judged(1_000_000 / piece(9999).len()));
        println!("{name}: 10,000 in {many:?}, a megabyte in {megabyte:?}");
        assert!(many < Duration::from_millis(20), "{name}: {many:?}");
        assert!(megabyte < Duration::from_millis(400), "{name}: {megabyte:?}");
    }
}
