//! Any bytes as a file: decoded, read, mapped and resolved without a panic, with every span where it belongs.

#![no_main]

#[path = "../../native/documents/spans.rs"]
mod spans;

use libfuzzer_sys::fuzz_target;
use presence_profile_core::{
    mapping::{agent_states::PresenceMap, lcid::Lcid, options::ProfileOptions, resolve, states::StateNumber},
    source::{
        decode,
        xml::{Xml, second_reader, verdict},
    },
};

const OPTIONS: &str = include_str!("../../cases/example/options.txt");

fuzz_target!(|bytes: &[u8]| {
    let text = match decode::decode(bytes) {
        Ok(decoded) => {
            let written = decode::encode(&decoded.text, decoded.style);
            let again = decode::decode(&written);
            // A declaration that names another encoding than UTF-8 is read by its name the next time, and a mark that
            // stands in the text is then the file's.
            let is_other = decoded.text.contains("encoding") || decoded.text.starts_with('\u{FEFF}');
            assert!(is_other || again.is_ok_and(|again| again.text == decoded.text), "written, it is another text");
            decoded.text
        }
        Err(error) => {
            assert!(verdict::judge(bytes).is_err());
            assert!(!error.to_string().is_empty());
            // The text panes hold texts that came from no file.
            String::from_utf8_lossy(bytes).replace('\r', "")
        }
    };
    spans::check_xml(&text);
    spans::check_map(&text);
    // A text may be pasted into the wrong pane.
    spans::check_options(&text);
    let strict = Xml::read(&text, &[]);
    let tolerant = Xml::read(&text, &spans::RESUME);
    assert_eq!(strict.is_well_formed(), tolerant.is_well_formed(), "resuming changes the verdict");
    if strict.is_well_formed() {
        assert_eq!(strict, tolerant, "of a sound text there is one reading");
        assert!(strict.doctype.is_none());
        assert!(second_reader::agrees(&text, &strict), "the second reader reads it otherwise");
    }
    let map = PresenceMap::read(&text);
    let options = ProfileOptions::read(OPTIONS);
    for row in StateNumber::all() {
        let found = resolve::push(&options.aggregated_states, &map, row, Lcid::new(1033));
        assert!(found.entry.is_none_or(|entry| map.entries[entry].id.as_ref().map(|id| id.text.as_str()) == found.id));
    }
});
