//! Any commands on any document: granted or refused without a panic, lossless outside their edits, and taken back by undo.

#![no_main]

#[path = "../../native/documents/spans.rs"]
mod spans;

use std::sync::Arc;

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use presence_profile_core::{
    editor::{
        analysis::Analysis,
        change::Change,
        command::{CellValue, Command, Fixes, Wish},
        fixing,
        history::History,
        place::{EntryPlace, Place, ProfileId, RangePlace},
        planning,
        preset::Preset,
        range_field::{self, Typed},
        workspace::{Profile, SetAside, Workspace},
    },
    mapping::{
        availability::{Availability, Class},
        lcid::Lcid,
        option_name::OptionName,
        options::ProfileOptions,
        states::StateNumber,
    },
    source::{
        decode,
        edit::Edit,
        text::{Part, Span},
    },
};

/// A document, what happened to it before, and what is wanted of it.
#[derive(Debug, Arbitrary)]
struct Session {
    options: Text,
    xml: Text,
    wishes: Vec<Wanted>,
}

/// The example with some stretches replaced, or another text altogether.
#[derive(Debug, Arbitrary)]
enum Text {
    Example(Vec<Splice>),
    Other(String),
}

#[derive(Debug, Arbitrary)]
struct Splice {
    at: u16,
    length: u8,
    by: String,
}

#[derive(Debug, Arbitrary)]
enum Wanted {
    SetStateId { row: u8, id: String, with_entry: bool },
    FillStateId { rows: [u8; 3], id: String },
    SetAvailability { entry: u8, value: String },
    SetText { entry: u8, lcid: Language, text: String },
    AddLanguages(Vec<Language>),
    RemoveLanguage(Language),
    MoveLanguage { language: Language, past: Language },
    AddEntry { id: String, availability: String },
    RemoveEntry(u8),
    RenameEntry { entry: u8, id: String },
    SetOption { name: u8, value: String },
    SetRange { range: u8, lowest: u16, highest: u16, sliding: bool },
    AddRange { lowest: u16, highest: u16 },
    RemoveRange(u8),
    TakeClass(u8),
    TypeRanges { splice: Splice, selected: (u8, u8), composing: bool },
    SetMode { pull: bool },
    Type { in_xml: bool, splice: Splice, composing: bool },
    StartWithExample,
    ApplyPreset(u8),
    Fix { problem: u8, fix: u8 },
    FixKind { problem: u8, fix: u8 },
    FixSafe,
    SetAside { problem: u8, whole_law: bool },
    BringBack { problem: u8 },
    OpenXml(Vec<Splice>),
    Undo,
    Redo,
}

#[derive(Debug, Clone, Copy, Arbitrary)]
enum Language {
    English,
    French,
    Number(u32),
}

impl Language {
    fn lcid(self) -> Lcid {
        Lcid::new(match self {
            Language::English => 1033,
            Language::French => 1036,
            Language::Number(number) => number,
        })
    }
}

impl Splice {
    fn apply(&self, text: &str) -> (String, usize) {
        let start = text.floor_char_boundary(usize::from(self.at).min(text.len()));
        let end = text.ceil_char_boundary((start + usize::from(self.length)).min(text.len()));
        ([&text[..start], &self.by, &text[end..]].concat().replace('\r', ""), start)
    }
}

impl Text {
    fn make(&self, example: &str) -> String {
        match self {
            Text::Example(splices) => splices.iter().fold(example.to_owned(), |text, splice| splice.apply(&text).0),
            Text::Other(text) => text.replace('\r', ""),
        }
    }
}

fn row(number: u8) -> StateNumber {
    StateNumber::new(number % 15 + 1).expect("1 to 15")
}

/// The command a wish comes to; `None` where there is no entry or problem to do it to.
fn command(wish: Wanted, workspace: &Workspace, analysis: &Analysis) -> Option<Command> {
    let entry = |entry: u8| -> Option<EntryPlace> {
        analysis.entry_place(usize::from(entry).checked_rem(analysis.map.entries.len())?)
    };
    let range = |range: u8| -> Option<RangePlace> {
        let ranges = &analysis.options.availability_ranges.as_ref()?.ranges;
        Some(RangePlace::of(&ranges[usize::from(range).checked_rem(ranges.len())?]))
    };
    let problem = |problem: u8| usize::from(problem).checked_rem(analysis.findings.len());
    Some(match wish {
        Wanted::SetStateId { row: number, id, with_entry } => Command::SetStateId { row: row(number), id, with_entry },
        Wanted::FillStateId { rows, id } => {
            let value = |number| CellValue::StateId { row: row(number), id: id.clone() };
            Command::SetCells(rows.map(value).to_vec())
        }
        Wanted::SetAvailability { entry: at, value } => Command::SetAvailability { entry: entry(at)?, value },
        Wanted::SetText { entry: at, lcid, text } => Command::SetText { entry: entry(at)?, lcid: lcid.lcid(), text },
        Wanted::AddLanguages(languages) => Command::AddLanguages(languages.into_iter().map(Language::lcid).collect()),
        Wanted::RemoveLanguage(language) => Command::RemoveLanguage(language.lcid()),
        Wanted::MoveLanguage { language, past } => Command::MoveLanguage { language: language.lcid(), past: past.lcid() },
        Wanted::AddEntry { id, availability } => Command::AddEntry { id, availability },
        Wanted::RemoveEntry(at) => Command::RemoveEntry(entry(at)?),
        Wanted::RenameEntry { entry: at, id } => Command::RenameEntry { entry: entry(at)?, id },
        Wanted::SetOption { name, value } => {
            Command::SetOption { name: OptionName::ALL[usize::from(name) % OptionName::ALL.len()], value }
        }
        Wanted::SetRange { range: at, lowest, highest, sliding } => Command::SetRange {
            range: range(at)?,
            lowest: Availability::new(lowest)?,
            highest: Availability::new(highest)?,
            sliding,
        },
        Wanted::AddRange { lowest, highest } => {
            Command::AddRange { lowest: Availability::new(lowest)?, highest: Availability::new(highest)? }
        }
        Wanted::RemoveRange(at) => Command::RemoveRange(range(at)?),
        Wanted::TypeRanges { splice, selected: (start, length), composing } => {
            let text = &workspace.profiles[0].options;
            let (content, start_of_typed) = splice.apply(range_field::shown(&ProfileOptions::read(text), text));
            let caret = start_of_typed + splice.by.len();
            let selected = Span::new(usize::from(start), usize::from(start) + usize::from(length));
            Command::TypeRanges(Typed { content, caret, selected, composing })
        }
        Wanted::TakeClass(class) => Command::TakeClass(Class::ALL[usize::from(class) % Class::ALL.len()]),
        Wanted::SetMode { pull } => Command::SetMode { pull },
        Wanted::Type { in_xml, splice, composing } => {
            let part = if in_xml { Part::Xml } else { Part::Options };
            let before = workspace.profiles[0].text(part);
            let (text, start) = splice.apply(before);
            let edit = Edit::typed(before, &text, text.floor_char_boundary(start + splice.by.len()))?;
            Command::Type { part, edit, composing, replaces: false }
        }
        Wanted::StartWithExample => Command::StartWithExample,
        Wanted::ApplyPreset(which) => Command::ApplyPreset(Preset::ALL[usize::from(which) % Preset::ALL.len()]),
        Wanted::Fix { problem: at, fix } => {
            let finding = &analysis.findings[problem(at)?];
            let fixes = &finding.diagnostic.fixes;
            let fix = &fixes[usize::from(fix).checked_rem(fixes.len())?];
            Command::Fix(fixing::one(analysis, finding, fix))
        }
        Wanted::FixKind { problem: at, fix } => {
            let diagnostic = &analysis.findings[problem(at)?].diagnostic;
            let fix = usize::from(fix).checked_rem(diagnostic.fixes.len())?;
            Command::Fix(Fixes::Kind { code: diagnostic.code, kind: diagnostic.fixes[fix].kind })
        }
        Wanted::FixSafe => Command::Fix(Fixes::Safe),
        Wanted::SetAside { problem: at, whole_law } => {
            let finding = &analysis.findings[problem(at)?];
            let aside = if whole_law { SetAside::law(finding.diagnostic.code) } else { SetAside::problem(finding) };
            Command::SetAside(aside)
        }
        Wanted::BringBack { problem: at } => {
            let at = usize::from(at).checked_rem(analysis.set_aside.len())?;
            Command::BringBack(SetAside::problem(&analysis.set_aside[at]))
        }
        Wanted::OpenXml(splices) => {
            let xml = workspace.profiles[0].xml.to_string();
            let text = splices.iter().fold(xml, |text, splice| splice.apply(&text).0);
            let file = decode::decode(text.as_bytes()).ok()?;
            Command::OpenXml { name: "agentStates.xml".to_owned(), file: Arc::new(file), opened: 1 }
        }
        Wanted::Undo | Wanted::Redo => return None,
    })
}

/// Nothing outside the edits changes, and the inverse brings everything back.
fn check(before: &Workspace, change: &Change) {
    let after = change.apply(before);
    for part in [Part::Options, Part::Xml] {
        let place = Place { profile: ProfileId::FIRST, part };
        let (old, new) = (before.text(place), after.text(place));
        let (mut read, mut written) = (0, 0);
        for edit in change.edits(place).into_iter().flat_map(|edits| edits.iter()) {
            let kept = &old[read..edit.span.start];
            assert_eq!(&new[written..written + kept.len()], kept);
            written += kept.len() + edit.text.len();
            read = edit.span.end;
        }
        assert_eq!(&new[written..], &old[read..]);
    }
    assert_eq!(&change.inverse(before).apply(&after), before);
}

fuzz_target!(|session: Session| {
    let example = Workspace::example();
    let options = session.options.make(&example.profiles[0].options);
    let xml = session.xml.make(&example.profiles[0].xml);
    let first = Workspace::of(Profile::new("Presence", &options, &xml));
    let mut history = History::new(first.clone());
    for wish in session.wishes.into_iter().take(30) {
        match wish {
            Wanted::Undo => drop(history.undo().cloned()),
            Wanted::Redo => drop(history.redo().cloned()),
            wish => {
                let before = history.present().clone();
                let analysis = Analysis::in_workspace(&before, ProfileId::FIRST);
                let Some(command) = command(wish, &before, &analysis) else { continue };
                let wish = Wish { profile: ProfileId::FIRST, revision: history.revision(), command };
                match planning::plan(&history, &analysis, &wish) {
                    Ok(change) => {
                        check(&before, &change);
                        drop(history.commit(change).cloned());
                    }
                    Err(refusal) => assert!(!refusal.to_string().is_empty()),
                }
            }
        }
        spans::check_xml(&history.present().profiles[0].xml);
        spans::check_map(&history.present().profiles[0].xml);
        spans::check_options(&history.present().profiles[0].options);
    }
    while history.redo().is_some() {}
    let last = history.present().clone();
    while history.undo().is_some() {}
    assert_eq!(history.present(), &first);
    while history.redo().is_some() {}
    assert_eq!(history.present(), &last);
});
