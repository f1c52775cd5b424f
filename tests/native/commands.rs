//! What a user can want: each command as a document, and what the issue asks for to the byte.

mod presence_mode;
mod respelling;
mod spoken;
pub mod wishes;

use std::sync::Arc;

use presence_profile_core::{
    editor::{
        analysis::Analysis,
        change::{Change, Joining},
        command::{CellValue, Command, Wish},
        export,
        history::History,
        place::{EntryPlace, Place, ProfileId},
        planning,
        refusal::Refusal,
        workspace::{Profile, Workspace},
    },
    mapping::{agent_states::PresenceMap, lcid::Lcid, option_name::OptionName, states::StateNumber},
    source::{
        decode,
        edit::Edit,
        text::{Part, Span},
    },
};

use crate::cases;

/// The change that a command comes to in a workspace of one profile.
pub fn planned(workspace: &Workspace, command: &Command) -> Result<Change, Refusal> {
    let profile = workspace.profiles[0].id;
    let analysis = Analysis::in_workspace(workspace, profile);
    let wish = Wish { profile, revision: 0, command: command.clone() };
    planning::plan(&History::new(workspace.clone()), &analysis, &wish)
}

/// What typing comes to that turns one text into another, the caret at an offset afterwards.
pub fn typing(part: Part, before: &str, after: &str, caret: usize, composing: bool) -> Command {
    let edit = Edit::typed(before, after, caret).unwrap_or_else(|| Edit::replace(Span::at(0), ""));
    Command::Type { part, edit, composing, replaces: false }
}

/// The same ID for several rows.
pub fn fill(rows: &[u8], id: &str) -> Command {
    let value = |number: &u8| CellValue::StateId { row: StateNumber::new(*number).unwrap(), id: id.to_owned() };
    Command::SetCells(rows.iter().map(value).collect())
}

/// A workspace of one profile.
pub fn workspace(options: &str, xml: &str) -> Workspace {
    Workspace::of(Profile::new("Presence", options, xml))
}

/// The place of a text of that profile.
pub fn place(part: Part) -> Place {
    Place { profile: ProfileId::FIRST, part }
}

/// The place of an entry.
pub fn entry_of(workspace: &Workspace, id: &str) -> EntryPlace {
    let map = PresenceMap::read(&workspace.profiles[0].xml);
    let entry = map.entry_of(id).unwrap_or_else(|| panic!("no entry {id}"));
    EntryPlace::of(&map.entries[entry])
}

fn row(number: u8) -> StateNumber {
    StateNumber::new(number).unwrap()
}

/// The edits of a text as pairs of what stood there and what stands there.
fn edits(workspace: &Workspace, change: &Change, part: Part) -> Vec<(String, String)> {
    let text = workspace.text(place(part));
    let edits = change.edits(place(part)).into_iter().flat_map(|edits| edits.iter());
    edits.map(|edit| (edit.span.text(text).to_owned(), edit.text.clone())).collect()
}

fn pair(old: &str, new: &str) -> (String, String) {
    (old.to_owned(), new.to_owned())
}

#[test]
fn commands_do_what_their_documents_say() {
    cases::check("commands", spoken::document);
}

#[test]
fn a_new_availability_replaces_four_bytes() {
    let before = Workspace::example();
    let command = Command::SetAvailability { entry: entry_of(&before, "INCALL"), value: "6500".into() };
    let change = planned(&before, &command).unwrap();
    assert_eq!(edits(&before, &change, Part::Xml), [pair("7001", "6500")]);
    assert_eq!(change.texts.len(), 1);
    assert_eq!(change.label, "Availability of INCALL set");
    let after = change.apply(&before);
    let expected =
        before.profiles[0].xml.replace("ID=\"INCALL\" availability=\"7001\"", "ID=\"INCALL\" availability=\"6500\"");
    assert_eq!(&*after.profiles[0].xml, expected);
}

#[test]
fn german_adds_one_line_in_the_indentation_of_its_neighbours() {
    let before = Workspace::example();
    let german = Lcid::new(1031);
    let pinned = planned(&before, &Command::AddLanguages(vec![german])).unwrap();
    assert!(pinned.texts.is_empty(), "a language without texts writes nothing");
    let before = pinned.apply(&before);
    assert_eq!(Analysis::of(&before.profiles[0]).languages.last(), Some(&german));
    let text = "Im Gespräch".to_owned();
    let command = Command::SetText { entry: entry_of(&before, "INCALL"), lcid: german, text };
    let change = planned(&before, &command).unwrap();
    let line = "\n    <activity LCID=\"1031\">Im Gespräch</activity>";
    assert_eq!(edits(&before, &change, Part::Xml), [pair("", line)]);
    let (old, new) = (&before.profiles[0].xml, &change.apply(&before).profiles[0].xml);
    let mut lines: Vec<&str> = new.lines().collect();
    let at = lines.iter().position(|line| line.contains("1031")).unwrap();
    assert!(lines[at - 1].contains("LCID=\"1036\""));
    lines.remove(at);
    assert_eq!(lines, old.lines().collect::<Vec<_>>());
}

#[test]
fn a_new_id_changes_one_value_and_if_asked_adds_one_entry() {
    let before = Workspace::example();
    let wish = |with_entry| Command::SetStateId { row: row(7), id: "TALKING".into(), with_entry };
    let change = planned(&before, &wish(false)).unwrap();
    assert_eq!(edits(&before, &change, Part::Options), [pair("INCALL", "TALKING")]);
    assert_eq!(edits(&before, &change, Part::Xml), []);
    let after = change.apply(&before);
    assert_eq!(after.profiles[0].options.replace("7=TALKING", "7=INCALL"), *before.profiles[0].options);

    let change = planned(&before, &wish(true)).unwrap();
    assert_eq!(edits(&before, &change, Part::Options), [pair("INCALL", "TALKING")]);
    let entry = "\n  <agentState ID=\"TALKING\" availability=\"6500\">\n  </agentState>";
    assert_eq!(edits(&before, &change, Part::Xml), [pair("", entry)]);
    assert_eq!(change.label, "Row 7 set to TALKING, a new entry");
    // An entry that is there already is not written again.
    let change = planned(&before, &Command::SetStateId { row: row(7), id: "OOS".into(), with_entry: true }).unwrap();
    assert_eq!(edits(&before, &change, Part::Xml), []);
}

#[test]
fn a_rename_changes_option_and_file_in_one_step() {
    let before = Workspace::example();
    let command = Command::RenameEntry { entry: entry_of(&before, "INCALL"), id: "ON_CALL".into() };
    let change = planned(&before, &command).unwrap();
    assert_eq!(edits(&before, &change, Part::Xml), [pair("INCALL", "ON_CALL")]);
    assert_eq!(edits(&before, &change, Part::Options), vec![pair("INCALL", "ON_CALL"); 5]);
    let after = change.apply(&before);
    let analysis = Analysis::of(&after.profiles[0]);
    assert_eq!(analysis.rows_of("ON_CALL").map(StateNumber::number).collect::<Vec<_>>(), [6, 7, 8, 9, 10]);
    assert_eq!(change.inverse(&before).apply(&after), before);
}

#[test]
fn the_first_entry_of_an_empty_file_brings_the_required_lines() {
    let before = workspace("", "");
    let command = Command::SetStateId { row: row(2), id: "READY".into(), with_entry: true };
    let after = planned(&before, &command).unwrap().apply(&before);
    let required = "<?xml version=\"1.0\"?>\n\
                    <agentStates xmlns=\"http://schemas.genesys.com/09/2014/mslyncteserver/agentStates\">\n  \
                    <agentState ID=\"READY\" availability=\"3500\">\n  </agentState>\n</agentStates>\n";
    assert_eq!(&*after.profiles[0].xml, required);
    assert_eq!(&*after.profiles[0].options, "[TServer]\naggregated-states=2=READY\n");
    let analysis = Analysis::of(&after.profiles[0]);
    assert!(analysis.map.faults.is_empty() && analysis.options.flaws.is_empty());
}

#[test]
fn a_wish_that_is_granted_already_changes_nothing() {
    let before = Workspace::example();
    let incall = entry_of(&before, "INCALL");
    let english = "Working with customer, do not disturb".to_owned();
    for command in [
        Command::SetStateId { row: row(7), id: " INCALL ".into(), with_entry: true },
        fill(&[6, 7], "INCALL"),
        Command::SetAvailability { entry: incall.clone(), value: "7001".into() },
        Command::SetText { entry: incall.clone(), lcid: Lcid::ENGLISH, text: english },
        Command::SetText { entry: incall.clone(), lcid: Lcid::new(1031), text: String::new() },
        Command::AddLanguages(vec![Lcid::new(1036)]),
        Command::RemoveLanguage(Lcid::new(1031)),
        Command::RenameEntry { entry: incall, id: "INCALL".into() },
        Command::SetMode { pull: false },
        Command::SetOption { name: OptionName::ServiceType, value: "presence-profile".into() },
        typing(Part::Xml, &before.profiles[0].xml, &before.profiles[0].xml, 5, false),
        Command::StartWithExample,
    ] {
        let change = planned(&before, &command).unwrap();
        assert!(change.is_empty(), "{command:?}: {change:?}");
    }
}

#[test]
fn what_was_typed_is_taken_wherever_the_caret_is_said_to_be() {
    let before = workspace("é", "");
    for caret in [0, 1, 2, 3, 4, 99] {
        let command = typing(Part::Options, "é", "éé", caret, false);
        let change = planned(&before, &command).unwrap();
        assert_eq!(&*change.apply(&before).profiles[0].options, "éé", "caret {caret}");
    }
}

#[test]
fn a_paste_is_a_step_of_its_own() {
    let before = workspace("", "");
    let kind =
        |text: &str, composing| planned(&before, &typing(Part::Xml, "", text, text.len(), composing)).unwrap().joining;
    assert_eq!(kind("a", false), Joining::Keystroke);
    assert_eq!(kind("e\u{301}", false), Joining::Keystroke);
    assert_eq!(kind("<agentStates/>", false), Joining::Whole);
    assert_eq!(kind("会議中", true), Joining::Composition);
}

#[test]
fn an_opened_file_replaces_the_xml_and_brings_its_name_and_style() {
    let before = Workspace::example();
    let bytes = b"\xEF\xBB\xBF<agentStates>\r\n</agentStates>\r\n";
    let file = Arc::new(decode::decode(bytes).unwrap());
    let command = Command::OpenXml { name: "old.xml".into(), file, opened: 1 };
    let change = planned(&before, &command).unwrap();
    let after = change.apply(&before);
    let profile = &after.profiles[0];
    assert_eq!(&*profile.xml, "<agentStates>\n</agentStates>\n");
    assert_eq!(export::xml_bytes(profile), bytes);
    assert_eq!(export::xml_file_name(profile, &Analysis::of(profile)), "old.xml");
    assert_eq!(change.inverse(&before).apply(&after), before);

    // The example then comes as it is in the guide, not in the other file's style.
    let again = planned(&after, &Command::StartWithExample).unwrap().apply(&after);
    assert_eq!(export::xml_bytes(&again.profiles[0]), include_bytes!("../cases/example/agentStates.xml"));
    assert_eq!(again.profiles[0].choices, before.profiles[0].choices);
}

#[test]
fn a_language_can_go_where_texts_overlap_or_share_a_line_feed() {
    // The text ends with the second of two lines: both want the line feed between them.
    let ends = "<agentState ID=\"A\" availability=\"1\">\n  <activity LCID=\"1033\">a</activity>\n  <activity LCID=\"1033\">b</activity>";
    let unclosed = "<agentState ID=\"A\"><activity LCID=\"1033\">a<activity LCID=\"1033\">b</activity></agentState>";
    for xml in [ends, unclosed] {
        let before = workspace("", xml);
        let after = planned(&before, &Command::RemoveLanguage(Lcid::ENGLISH)).unwrap().apply(&before);
        assert!(!after.profiles[0].xml.contains("1033"), "{}", after.profiles[0].xml);
        assert!(after.profiles[0].xml.starts_with("<agentState ID=\"A\""));
    }
}
