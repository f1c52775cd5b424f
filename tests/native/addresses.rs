//! Wishes made on an earlier revision: each does what it would have done, in the same place, or is refused.
//!
//! Each entry carries a comment of its own, by which the test knows it whatever happens to the file. `INTERLEAVINGS=20000`
//! runs that many sessions; `--nocapture` shows how many wishes were granted, and how many refused.

mod ranges;

use std::{cell::Cell, env, sync::Arc};

use presence_profile_core::{
    editor::{
        analysis::Analysis,
        command::{Command, Fixes, Wish},
        fixing, following,
        heads::Heads,
        history::History,
        place::{EntryPlace, Place, ProfileId},
        planning,
        refusal::Refusal,
        trail::{Lost, Trail},
        workspace::{Profile, Workspace},
    },
    mapping::{agent_states::PresenceMap, lcid::Lcid, states::StateNumber},
    source::{
        decode,
        edit::Edit,
        text::{Part, Span},
    },
};
use proptest::{
    prelude::*,
    sample::Index,
    test_runner::{Config, TestRunner},
};

use crate::commands::{entry_of, wishes};

const PROFILE: ProfileId = ProfileId::FIRST;
const LANGUAGES: [u32; 4] = [1033, 1036, 1031, 3082];

/// What happens in a session.
#[derive(Debug, Clone)]
enum Happening {
    /// A wish is made on the present revision and waits.
    Make(Wanted),
    /// One of the wishes that wait reaches the history.
    Deliver(Index),
    /// Somebody else does something at once.
    Do(wishes::Wish),
    Type {
        at: Index,
        length: usize,
        text: &'static str,
    },
    Open(Index),
    StartAnew,
    Undo,
    Redo,
}

/// What is wanted of an entry, or of the finding, that an index leads to.
#[derive(Debug, Clone)]
struct Wanted {
    kind: u8,
    at: Index,
    to: Index,
    lcid: u32,
    word: &'static str,
}

/// A wish that waits, with the mark of the entry it is about.
struct Waiting {
    wish: Wish,
    mark: Option<String>,
    replaced: Option<String>,
}

fn happening() -> impl Strategy<Value = Happening> {
    let word = prop::sample::select(vec!["Busy", "6500", "NEW", "A", "x & y", " b ", ""]);
    let lcid = prop::sample::select(LANGUAGES.to_vec());
    let wanted = (0_u8..8, any::<(Index, Index)>(), lcid, word);
    let wanted = wanted.prop_map(|(kind, (at, to), lcid, word)| Wanted { kind, at, to, lcid, word });
    let pieces = vec!["", "x", "\n", "<", "<!-- c -->", "</agentState>", "<agentState ID=\"A\" availability=\"1\"/>\n"];
    let typed = (any::<Index>(), 0_usize..30, prop::sample::select(pieces));
    prop_oneof![
        6 => wanted.prop_map(Happening::Make),
        5 => any::<Index>().prop_map(Happening::Deliver),
        3 => wishes::wish().prop_map(Happening::Do),
        3 => typed.prop_map(|(at, length, text)| Happening::Type { at, length, text }),
        1 => any::<Index>().prop_map(Happening::Open),
        1 => Just(Happening::StartAnew),
        3 => Just(Happening::Undo),
        1 => Just(Happening::Redo),
    ]
}

/// A file whose entries carry marks; some IDs stand there twice.
fn marked_file() -> impl Strategy<Value = String> {
    let id = prop::sample::select(vec!["A", "B", "C", "INCALL", "OOS"]);
    let languages = prop::sample::subsequence(LANGUAGES.to_vec(), 0..4);
    let availability = prop::sample::select(vec!["3500", "6500", "99999", "Busy"]);
    prop::collection::vec((id, languages, availability), 2..6).prop_map(|entries| {
        let mut xml = String::from(
            "<?xml version=\"1.0\"?>\n<agentStates xmlns=\"http://schemas.genesys.com/09/2014/mslyncteserver/agentStates\">\n",
        );
        for (number, (id, languages, availability)) in entries.into_iter().enumerate() {
            xml += &format!("  <agentState ID=\"{id}\" availability=\"{availability}\">\n    <!--mark {number}-->\n");
            for lcid in languages {
                xml += &format!("    <activity LCID=\"{lcid}\"> text {lcid} of {number}</activity>\n");
            }
            xml += "  </agentState>\n";
        }
        xml + "</agentStates>\n"
    })
}

/// The entries with a mark of their own, each with its element as it is written.
fn marked(xml: &str) -> Vec<(String, String)> {
    let map = PresenceMap::read(xml);
    let elements: Vec<&str> = map.entries.iter().map(|entry| entry.span.text(xml)).collect();
    let mark = |element: &str| {
        let mut marks =
            element.split("<!--mark ").skip(1).filter_map(|rest| rest.split_once("-->")).map(|(mark, _)| mark);
        // One that was typed in is none.
        let first = marks.next().filter(|mark| mark.len() == 1)?.to_owned();
        marks.next().is_none().then_some(first)
    };
    let found: Vec<(String, String)> =
        elements.iter().filter_map(|element| Some((mark(element)?, (*element).to_owned()))).collect();
    let is_own = |mark: &String| found.iter().filter(|(other, _)| other == mark).count() == 1;
    found.iter().filter(|(mark, _)| is_own(mark)).cloned().collect()
}

fn mark_at(xml: &str, start: usize) -> Option<String> {
    let map = PresenceMap::read(xml);
    let entry = map.entries.iter().find(|entry| entry.span.start == start)?;
    let own = entry.span.text(xml);
    marked(xml).into_iter().find(|(_, element)| element == own).map(|(mark, _)| mark)
}

/// Whether typing replaces a mark, or a part of one: the entry would lose its name, or get another's.
fn takes_a_mark(workspace: &Workspace, command: &Command) -> bool {
    let Command::Type { part: Part::Xml, edit, .. } = command else { return false };
    let xml = &workspace.profiles[0].xml;
    xml.match_indices("<!--mark ").any(|(at, _)| at < edit.span.end && edit.span.start < at + "<!--mark 0-->".len())
}

impl Wanted {
    fn make(&self, history: &History, analysis: &Analysis) -> Option<Waiting> {
        let profile = &history.present().profiles[0];
        let xml = &*profile.xml;
        let (text, lcid) = (self.word.to_owned(), Lcid::new(self.lcid));
        let entry = || {
            let entries = &analysis.map.entries;
            (!entries.is_empty()).then(|| EntryPlace::of(&entries[self.at.index(entries.len())]))
        };
        let (command, mark) = match self.kind {
            0 => {
                let entry = entry()?;
                let mark = mark_at(xml, entry.start);
                (Command::SetAvailability { entry, value: text }, mark)
            }
            1 | 2 => {
                let entry = entry()?;
                let mark = mark_at(xml, entry.start);
                (Command::SetText { entry, lcid, text }, mark)
            }
            3 => {
                let entry = entry()?;
                let mark = mark_at(xml, entry.start);
                (Command::RemoveEntry(entry), mark)
            }
            4 => {
                let entry = entry()?;
                let mark = mark_at(xml, entry.start);
                (Command::RenameEntry { entry, id: text }, mark)
            }
            5 => {
                let findings = &analysis.findings;
                let finding = findings.get(self.at.index(findings.len().max(1)))?;
                let fixes = &finding.diagnostic.fixes;
                let fix = fixes.get(self.to.index(fixes.len().max(1)))?;
                let fixes = fixing::one(analysis, finding, fix);
                let Fixes::One { finding, .. } = &fixes else { return None };
                let mark = finding.entry.as_ref().and_then(|entry| mark_at(xml, entry.start));
                (Command::Fix(fixes), mark)
            }
            6 => {
                let start = xml.floor_char_boundary(self.at.index(xml.len() + 1));
                let end = xml.floor_char_boundary((start + self.to.index(12)).min(xml.len()));
                let span = Span::new(start, end.max(start));
                let edit = Edit::replace(span, text);
                let replaced = span.text(xml).to_owned();
                let command = Command::Type { part: Part::Xml, edit, composing: false, replaces: false };
                if takes_a_mark(history.present(), &command) {
                    return None;
                }
                let wish = Wish { profile: PROFILE, revision: history.revision(), command };
                return Some(Waiting { wish, mark: None, replaced: Some(replaced) });
            }
            _ => {
                let row = StateNumber::new(1 + self.at.index(15) as u8).unwrap();
                (Command::SetStateId { row, id: text, with_entry: false }, None)
            }
        };
        let wish = Wish { profile: PROFILE, revision: history.revision(), command };
        Some(Waiting { wish, mark, replaced: None })
    }
}

/// How many wishes were delivered late, and what became of them.
#[derive(Default)]
struct Tally {
    granted: Cell<usize>,
    refused: Cell<usize>,
}

fn deliver(history: &mut History, analysis: &Analysis, waiting: &Waiting, tally: &Tally) -> Result<(), TestCaseError> {
    let Waiting { wish, mark, replaced } = waiting;
    let is_late = wish.revision != history.revision();
    let count = |counter: &Cell<usize>| counter.set(counter.get() + usize::from(is_late));
    let change = match planning::plan(history, analysis, wish) {
        Err(refusal) => {
            prop_assert!(!refusal.to_string().is_empty());
            count(&tally.refused);
            return Ok(());
        }
        Ok(change) => change,
    };
    count(&tally.granted);
    let before = history.present().clone();
    let after = change.apply(&before);
    let (old, new) = (&before.profiles[0].xml, &after.profiles[0].xml);
    let place = Place { profile: PROFILE, part: Part::Xml };
    if let Some(replaced) = replaced {
        for edit in change.edits(place).into_iter().flat_map(|edits| edits.iter()) {
            prop_assert_eq!(edit.span.text(old), replaced.as_str(), "typing replaces what it was typed over");
        }
        history.commit(change);
        return Ok(());
    }
    let command = following::follow(history.trail(), wish).expect("what was granted was found again");
    match &command {
        Command::Fix(Fixes::One { finding, .. }) => {
            // What a fix does may reach further; it begins where its finding is.
            let at = fixing::position_of(&analysis.findings, analysis, finding).expect("the finding is there");
            let there = fixing::place_of(analysis, &analysis.findings[at]);
            let found = there.entry.and_then(|entry| mark_at(old, entry.start));
            prop_assert!(mark.is_none() || found.is_none() || found == *mark, "{:?} in {:?}", wish, found);
        }
        Command::SetAvailability { entry, .. }
        | Command::SetText { entry, .. }
        | Command::RemoveEntry(entry)
        | Command::RenameEntry { entry, .. } => {
            let found = mark_at(old, entry.start);
            prop_assert!(mark.is_none() || found.is_none() || found == *mark, "{:?} in {:?}\n{}", wish, found, old);
            // No other entry changes by a byte.
            let map = PresenceMap::read(old);
            let is_nested = map.entries.windows(2).any(|pair| pair[1].span.start < pair[0].span.end);
            if !is_nested && map.faults.is_empty() {
                for (other, element) in marked(old).iter().filter(|(other, _)| Some(other) != found.as_ref()) {
                    let stays = marked(new).iter().any(|(own, after)| own == other && after == element);
                    prop_assert!(stays, "{:?} changed {}\n{}\n{}", wish, other, old, new);
                }
            }
            // Done again at once, as a fresh wish on the same entry, it is the same.
            let fresh = Wish { revision: history.revision(), command: command.clone(), ..wish.clone() };
            prop_assert_eq!(planning::plan(history, analysis, &fresh), Ok(change.clone()));
        }
        _ => prop_assert_eq!(old, new),
    }
    history.commit(change);
    Ok(())
}

fn happen(xml: &str, happenings: &[Happening], tally: &Tally) -> Result<(), TestCaseError> {
    let options = Workspace::example().profiles[0].options.clone();
    let mut history = History::new(Workspace::of(Profile::new("Presence", &options, xml)));
    let mut waiting: Vec<Waiting> = Vec::new();
    let mut analysis = Analysis::in_workspace(history.present(), PROFILE);
    for happening in happenings {
        analysis = Analysis::after(Some(&analysis), history.present(), PROFILE, &Heads::of(history.present()));
        let at_once = |history: &mut History, command: Command| {
            if takes_a_mark(history.present(), &command) {
                return;
            }
            let wish = Wish { profile: PROFILE, revision: history.revision(), command };
            if let Ok(change) = planning::plan(history, &analysis, &wish) {
                history.commit(change);
            }
        };
        match happening {
            Happening::Make(wanted) => waiting.extend(wanted.make(&history, &analysis)),
            Happening::Deliver(_) if waiting.is_empty() => {}
            Happening::Deliver(at) => {
                let one = waiting.swap_remove(at.index(waiting.len()));
                deliver(&mut history, &analysis, &one, tally)?;
            }
            Happening::Do(wish) => {
                let command = wish.command(history.present());
                at_once(&mut history, command);
            }
            Happening::Type { at, length, text } => {
                let xml = &history.present().profiles[0].xml;
                let start = xml.floor_char_boundary(at.index(xml.len() + 1));
                let end = xml.floor_char_boundary((start + length).min(xml.len())).max(start);
                let edit = Edit::replace(Span::new(start, end), *text);
                at_once(&mut history, Command::Type { part: Part::Xml, edit, composing: false, replaces: false });
            }
            Happening::Open(at) => {
                // The same lines in another order: what stands at a place may look like what stood there before.
                let xml = history.present().profiles[0].xml.to_string();
                let lines: Vec<&str> = xml.split_inclusive('\n').collect();
                let (front, back) = lines.split_at(at.index(lines.len().max(1)).min(lines.len()));
                let Ok(file) = decode::decode([back.concat(), front.concat()].concat().as_bytes()) else { continue };
                at_once(&mut history, Command::OpenXml { name: "other.xml".into(), file: Arc::new(file), opened: 1 });
            }
            Happening::StartAnew => at_once(&mut history, Command::StartWithExample),
            Happening::Undo => drop(history.undo()),
            Happening::Redo => drop(history.redo()),
        }
    }
    Ok(())
}

#[test]
fn a_late_wish_finds_its_place_or_is_refused() {
    let cases = env::var("INTERLEAVINGS").ok().and_then(|cases| cases.parse().ok()).unwrap_or(500);
    let tally = Tally::default();
    let sessions = (marked_file(), prop::collection::vec(happening(), 10..40));
    let config = Config { failure_persistence: None, ..Config::with_cases(cases) };
    let result = TestRunner::new(config).run(&sessions, |(xml, happenings)| happen(&xml, &happenings, &tally));
    println!("{cases} sessions, {} late wishes granted, {} refused", tally.granted.get(), tally.refused.get());
    if let Err(failure) = result {
        panic!("{failure}");
    }
    assert!(0 < tally.granted.get() && 0 < tally.refused.get());
}

fn example() -> History {
    History::new(Workspace::example())
}

fn wish(history: &History, command: Command) -> Wish {
    Wish { profile: PROFILE, revision: history.revision(), command }
}

fn grant(history: &mut History, wish: &Wish) -> Result<(), Refusal> {
    let analysis = Analysis::in_workspace(history.present(), PROFILE);
    let change = planning::plan(history, &analysis, wish)?;
    history.commit(change);
    Ok(())
}

fn id_of_first(history: &History) -> String {
    let map = PresenceMap::read(&history.present().profiles[0].xml);
    map.entries[0].id.as_ref().unwrap().text.clone()
}

#[test]
fn a_menu_of_an_entry_does_not_take_its_neighbour_after_an_undo() {
    let mut history = example();
    let first = wish(&history, Command::RemoveEntry(entry_of(history.present(), "IDLE_OUT")));
    grant(&mut history, &first).unwrap();
    assert_eq!(id_of_first(&history), "IDLE_READY");
    let second = wish(&history, Command::RemoveEntry(entry_of(history.present(), "IDLE_READY")));
    history.undo();
    grant(&mut history, &second).unwrap();
    assert_eq!(id_of_first(&history), "IDLE_OUT", "IDLE_READY went, which was meant");
    assert!(!history.present().profiles[0].xml.contains("IDLE_READY"));
}

#[test]
fn what_is_gone_is_said_to_be_gone_and_why() {
    let mut history = example();
    let entry = entry_of(history.present(), "INCALL");
    let late = wish(&history, Command::SetAvailability { entry: entry.clone(), value: "6500".into() });
    let removal = wish(&history, Command::RemoveEntry(entry));
    grant(&mut history, &removal).unwrap();
    let refusal = grant(&mut history, &late).unwrap_err();
    assert_eq!(refusal, Refusal::EntryGone(Some("INCALL".into()), Lost::Changed("INCALL removed".into())));
    assert_eq!(refusal.to_string(), "Nothing was changed in INCALL: it is gone since \u{201c}INCALL removed\u{201d}");
    // Not even undo brings the place back: it is another entry that stands there.
    history.undo();
    assert!(grant(&mut history, &late).is_err());
}

#[test]
fn an_opened_file_ends_all_places() {
    let mut history = example();
    let row = StateNumber::new(2).unwrap();
    let waiting = [
        Command::RenameEntry { entry: entry_of(history.present(), "IDLE_READY"), id: "OOS".into() },
        Command::SetStateId { row, id: "OOS".into(), with_entry: false },
        Command::RemoveLanguage(Lcid::ENGLISH),
    ];
    let waiting = waiting.map(|command| wish(&history, command));
    let same = history.present().profiles[0].xml.to_string();
    let file = Arc::new(decode::decode(same.replace("Logged", "Locked").as_bytes()).unwrap());
    let opening = wish(&history, Command::OpenXml { name: "other.xml".into(), file, opened: 1 });
    grant(&mut history, &opening).unwrap();
    for late in &waiting {
        let refusal = grant(&mut history, late).unwrap_err();
        assert!(refusal.to_string().ends_with("it is gone since \u{201c}other.xml opened\u{201d}"), "{refusal}");
    }
    history.undo();
    assert!(grant(&mut history, &waiting[0]).is_err(), "nor does undo bring them back");
}

#[test]
fn an_entry_lives_on_under_the_id_a_command_gave_it() {
    let mut history = example();
    let entry = entry_of(history.present(), "INCALL");
    let text = Command::SetText { entry: entry.clone(), lcid: Lcid::ENGLISH, text: "Talking".into() };
    let late = wish(&history, text);
    let renaming = wish(&history, Command::RenameEntry { entry, id: "ON_CALL".into() });
    grant(&mut history, &renaming).unwrap();
    grant(&mut history, &late).unwrap();
    assert!(history.present().profiles[0].xml.contains("ID=\"ON_CALL\""));
    assert!(history.present().profiles[0].xml.contains(">Talking<"));
    // Undone twice, the entry has its old ID again, by the same command.
    history.undo();
    history.undo();
    grant(&mut history, &late).unwrap();
    // By hand it would be another entry.
    let xml = history.present().profiles[0].xml.to_string();
    let at = xml.find("INCALL").unwrap();
    let edit = Edit::insert(at, "NOT_");
    let typing = wish(&history, Command::Type { part: Part::Xml, edit, composing: false, replaces: false });
    grant(&mut history, &typing).unwrap();
    assert_eq!(grant(&mut history, &late), Err(Refusal::OtherId("INCALL".into())));
}

#[test]
fn typing_on_an_older_text_goes_where_it_was_typed() {
    let mut history = example();
    let xml = history.present().profiles[0].xml.clone();
    let at = xml.find("Logged out").unwrap();
    let typing = Command::Type { part: Part::Xml, edit: Edit::insert(at, "x"), composing: false, replaces: false };
    let late = wish(&history, typing);
    let front = Command::Type { part: Part::Xml, edit: Edit::insert(0, "<!---->"), composing: false, replaces: false };
    let other = wish(&history, front);
    grant(&mut history, &other).unwrap();
    grant(&mut history, &late).unwrap();
    assert!(history.present().profiles[0].xml.contains(">xLogged out<"));
}

#[test]
fn more_than_a_thousand_revisions_ago_is_too_long() {
    let mut history = example();
    let entry = entry_of(history.present(), "INCALL");
    let late = wish(&history, Command::SetAvailability { entry, value: "6500".into() });
    for _ in 0..Trail::MAX_REVISIONS / 2 {
        let row = StateNumber::new(1).unwrap();
        let other = wish(&history, Command::SetStateId { row, id: "OOS".into(), with_entry: false });
        grant(&mut history, &other).unwrap();
        history.undo();
    }
    grant(&mut history.clone(), &late).unwrap();
    history.redo();
    assert_eq!(grant(&mut history, &late), Err(Refusal::EntryGone(Some("INCALL".into()), Lost::TooOld)));
}

#[test]
fn fixes_that_were_looked_at_are_not_those_of_another_text() {
    let mut history = example();
    let late = wish(&history, Command::Fix(Fixes::Safe));
    let row = StateNumber::new(1).unwrap();
    let other = wish(&history, Command::SetStateId { row, id: "OOS".into(), with_entry: false });
    grant(&mut history, &other).unwrap();
    assert_eq!(grant(&mut history, &late), Err(Refusal::OtherTexts));
}
