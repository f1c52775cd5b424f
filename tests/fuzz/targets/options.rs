//! Any text as options, and as a value of `aggregated-states`: read without a panic, and exported so that a second export
//! changes nothing.

#![no_main]

#[path = "../../native/documents/spans.rs"]
mod spans;

use libfuzzer_sys::fuzz_target;
use presence_profile_core::{
    editor::{analysis::Analysis, export, workspace::Profile},
    mapping::{options::ProfileOptions, states::StateNumber},
};

fuzz_target!(|text: &str| {
    let text = text.replace('\r', "");
    // A text may be pasted into the wrong pane.
    spans::check_xml(&text);
    spans::check_map(&text);
    for text in [format!("aggregated-states={text}"), text] {
        spans::check_options(&text);
        let exported = exported(&text);
        spans::check_options(&exported);
        let before = rows(&text);
        if before.iter().flatten().all(|id| is_plain(id)) {
            assert_eq!(rows(&exported), before, "the rows come back from {exported:?}");
            assert_eq!(self::exported(&exported), exported, "a second export");
        }
    }
});

fn exported(text: &str) -> String {
    let profile = Profile::new("Presence", text, "");
    export::all_options(&profile, &Analysis::of(&profile), true)
}

fn rows(text: &str) -> Vec<Option<String>> {
    let states = ProfileOptions::read(text).aggregated_states;
    StateNumber::all().map(|row| states.id_of(row).map(str::to_owned)).collect()
}

/// Whether an ID says the same wherever it stands; from a table may come what a list cannot hold.
fn is_plain(id: &str) -> bool {
    let text = format!("1={id}, 2=x");
    let states = ProfileOptions::read(&text).aggregated_states;
    states.flaws.is_empty() && rows(&text)[0].as_deref() == Some(id)
}
