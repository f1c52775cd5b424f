//! What a law leaves unsaid where another explains the place: that place, and no other.

use std::fmt::Write;

use presence_profile_core::{
    rules::{diagnostic::Diagnostic, example::Example},
    source::text::Part,
};

use super::Document;

/// A sound file, with so many entries more.
fn with_entries(entries: impl Iterator<Item = (String, String)>) -> Document {
    let (options, mut xml) = Example::entry("").texts();
    let end = xml.rfind("</agentStates>").unwrap();
    let mut written = String::new();
    for (id, availability) in entries {
        let text = "<activity LCID=\"1033\">Out</activity>";
        writeln!(written, "  <agentState ID=\"{id}\" availability=\"{availability}\">{text}</agentState>").unwrap();
    }
    xml.insert_str(end, &written);
    Document::new(options, xml)
}

fn texts<'a>(document: &'a Document, code: &str) -> Vec<&'a str> {
    let judged = document.judged();
    let own = judged.iter().filter(|found| found.code == code && found.part == Part::Xml);
    let places = own.flat_map(|found| found.places().collect::<Vec<_>>());
    places.map(|span| span.text(&document.xml)).collect()
}

#[test]
fn entries_behind_one_with_a_faulty_id_are_told() {
    let id = |number: usize| if number == 0 { "SPARE_0 ".to_owned() } else { format!("SPARE_{number}") };
    let document = with_entries((0..25).map(|number| (id(number), "6500".to_owned())));
    assert_eq!(texts(&document, "entry-id"), ["SPARE_0 "]);
    let unused: Vec<String> = (1..25).map(id).collect();
    assert_eq!(texts(&document, "unused-entry"), unused);
    let found = told(&document, "unused-entry");
    assert!(found.message.wrong.plain().starts_with("24 entries, SPARE_1 the first,"), "{found:?}");
    let after = document.fixed([&found.fixes[0]]);
    assert!(after.xml.contains("SPARE_0 ") && !after.xml.contains("SPARE_1"), "{}", after.xml);
}

#[test]
fn what_is_not_listed_is_told_though_another_law_explains_the_last_that_is() {
    // The five hundredth is a word, of which another law speaks.
    let availability = |number: usize| if number == 499 { "Busy" } else { "x" }.to_owned();
    let document = with_entries((0..600).map(|number| (format!("STATE_{number}"), availability(number))));
    assert_eq!(texts(&document, "availability-word"), ["Busy"]);
    assert_eq!(texts(&document, "availability-value"), ["x"; 599]);
    let judged = document.judged();
    let unlisted = judged.iter().map(|found| found.unlisted.count).max();
    assert_eq!(unlisted, Some(99));
}

#[test]
fn of_a_group_only_the_explained_places_are_unsaid() {
    // The first stands twice in its tag, which is a fault of the XML.
    let first = "    <activity LCID=\"1033\" note=\"1\" note=\"2\">Working with a customer</activity>\n";
    let second = "    <activity LCID=\"1036\" note=\"3\">Occupé</activity>\n";
    let entry = format!("  <agentState ID=\"INCALL\" availability=\"7001\">\n{first}{second}  </agentState>\n");
    let document = Document::read(&entry);
    let (found, fault) = (told(&document, "unknown-name"), told(&document, "well-formed"));
    assert!(found.places().all(|span| span != fault.span), "{found:?}");
    assert_eq!(found.places().count(), 2, "{found:?}");
}

#[test]
fn a_fix_for_a_whole_group_is_not_offered_for_the_rest() {
    // Of the first, whose ID rows use, another law speaks.
    let used = "  <agentstate ID=\"OOS\" availability=\"18000\"><activity LCID=\"1033\">Out</activity></agentstate>\n";
    let document = with_text(&[used, &used.replace("OOS", "SPARE")].concat());
    let rest = told(&document, "unknown-name");
    assert_eq!((rest.places().count(), rest.fixes.len()), (1, 0), "{rest:?}");
    let first = told(&document, "missing-entry");
    let after = document.fixed([&first.fixes[0]]);
    let rest = told(&after, "unknown-name");
    assert_eq!((rest.places().count(), rest.fixes[0].label.as_str()), (1, "Use agentState"), "{rest:?}");
    assert!(told(&after.fixed([&rest.fixes[0]]), "unused-entry").message.wrong.plain().contains("SPARE"));
}

/// A sound file, with these entries in the place of its OOS.
fn with_text(entries: &str) -> Document {
    let (options, xml) = Example::entry("").texts();
    let start = xml.find("  <agentState ID=\"OOS\"").unwrap();
    let end = xml.rfind("</agentStates>").unwrap();
    Document::new(options, [&xml[..start], entries, &xml[end..]].concat())
}

fn told(document: &Document, code: &str) -> Diagnostic {
    let mut own = document.judged().into_iter().filter(|found| found.code == code);
    let found = own.next().unwrap_or_else(|| panic!("{code} says nothing of {}", document.xml));
    assert_eq!(own.next(), None);
    found
}
