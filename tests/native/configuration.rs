//! Exports of a Configuration Server: the sections and options in them.

use std::fmt::Write;

use presence_profile_core::source::configuration::{of_json, of_xml};
use proptest::prelude::*;

use crate::cases;

#[test]
fn sections_are_found() {
    cases::check("configuration", |document| {
        let Some(sections) = of_xml(document).or_else(|| of_json(document)) else { return "no export".to_owned() };
        let mut out = String::new();
        for section in sections {
            writeln!(out, "of {}", section.object.as_deref().unwrap_or("nobody knows whom")).unwrap();
            out += &section.text();
        }
        if out.is_empty() { "an export without options".to_owned() } else { out }
    });
}

proptest! {
    #[test]
    fn nothing_is_too_odd(text in "(<CfgData>)?[<>/a-z\"= {}\\[\\]:,]{0,60}") {
        of_xml(&text);
        of_json(&text);
    }
}
