//! Random wishes for random documents: what is granted, what stays, and the way back.

use presence_profile_core::{
    editor::{
        analysis::Analysis,
        change::Change,
        columns,
        command::{CellValue, Command},
        place::{EntryPlace, RangePlace},
        range_field::Typed,
        refusal::Refusal,
        workspace::{Choices, Profile, Workspace},
    },
    mapping::{
        agent_states::{PresenceMap, StateEntry},
        availability::{Availability, Class},
        lcid::Lcid,
        option_name::OptionName,
        options::ProfileOptions,
        states::StateNumber,
    },
    source::{
        text::{Part, Span},
        xml::End,
    },
};
use proptest::{prelude::*, sample::Index};

use super::{fill, place, planned, typing};
use crate::documents;

/// A wish that finds its entry when it meets a document.
#[derive(Debug, Clone)]
pub struct Wish {
    kind: u8,
    row: u8,
    other_row: u8,
    at: Index,
    to: Index,
    lcid: u32,
    id: String,
    text: String,
}

/// Wishes of every kind, with values that have bitten somebody.
pub fn wish() -> impl Strategy<Value = Wish> {
    let id = prop::sample::select(vec![
        "INCALL",
        "OOS",
        "NEW",
        "NEWER",
        "ОЧЕРЕДЬ",
        "A&B",
        "ON CALL",
        "it's",
        "\"x\"",
        "A.",
        "A;B",
        "A,B",
        "",
        "7=X",
        "x 3=Y",
        "a|b",
        "A\\_B",
        "<id>",
        "\u{1}",
        "*A*",
        "a\tb",
        "- 7",
        "9",
        ".",
        "=",
        "]]>",
        "A\u{a0}B",
        "x\ny",
    ]);
    let text = prop::sample::select(vec![
        "",
        "6500",
        "Busy",
        " a ",
        "R&D <b> ]]>",
        "שלום",
        "two\nlines",
        "\u{0}",
        "😀",
        "&amp;",
        "a\rb",
        "<!-- c -->",
        "18001",
        "\"'",
        "]]",
        ">",
        "C:\\x.xml",
        "`x`",
    ]);
    let lcid = prop::sample::select(vec![1033_u32, 1031, 1036, 3082, 1025, 99999, 12]);
    (0_u8..22, 1_u8..16, 1_u8..16, any::<(Index, Index)>(), lcid, id, text).prop_map(
        |(kind, row, other_row, (at, to), lcid, id, text)| Wish {
            kind,
            row,
            other_row,
            at,
            to,
            lcid,
            id: id.to_owned(),
            text: text.to_owned(),
        },
    )
}

impl Wish {
    /// The command it comes to in a workspace.
    pub fn command(&self, workspace: &Workspace) -> Command {
        let profile = &workspace.profiles[0];
        let entries = PresenceMap::read(&profile.xml).entries;
        let entry = match entries.len() {
            0 => EntryPlace { start: 0, id: None },
            count => EntryPlace::of(&entries[self.at.index(count)]),
        };
        let (row, other) = (StateNumber::new(self.row).unwrap(), StateNumber::new(self.other_row).unwrap());
        let (id, text, lcid) = (self.id.clone(), self.text.clone(), Lcid::new(self.lcid));
        match self.kind {
            0 | 1 => Command::SetStateId { row, id, with_entry: self.kind == 1 },
            2 => fill(&[self.row, self.other_row, 15], &id),
            3 => Command::SetStateId { row, id: String::new(), with_entry: false },
            4 => fill(&[self.other_row, self.row], ""),
            15 => self.cells(&entries, other),
            5 => Command::SetAvailability { entry, value: text },
            6 | 7 => Command::SetText { entry, lcid, text },
            8 => Command::AddLanguages(vec![lcid, Lcid::new(1041)]),
            9 => Command::RemoveLanguage(lcid),
            21 => Command::MoveLanguage { language: lcid, past: Lcid::new(1041) },
            10 => Command::AddEntry { id, availability: text },
            11 => Command::RemoveEntry(entry),
            12 => Command::RenameEntry { entry, id },
            20 => Command::SetMode { pull: self.row < 8 },
            13 => Command::SetOption { name: OptionName::ALL[self.to.index(5)], value: text },
            16..20 => self.ranges(profile),
            _ => self.typed(profile),
        }
    }

    /// Something about the ranges of pull mode.
    fn ranges(&self, profile: &Profile) -> Command {
        let read = ProfileOptions::read(&profile.options).availability_ranges.unwrap_or_default();
        let range = match read.ranges.len() {
            0 => RangePlace(0),
            count => RangePlace::of(&read.ranges[self.at.index(count)]),
        };
        let class = Class::ALL[self.to.index(Class::ALL.len())];
        let lowest = Availability::new(class.lowest()).unwrap();
        let highest = Availability::new(class.range().end() - u16::from(self.row % 2)).unwrap();
        match self.kind {
            16 => Command::SetRange { range, lowest, highest, sliding: self.row < 8 },
            17 => Command::AddRange { lowest, highest },
            18 if self.row < 8 => Command::RemoveRange(range),
            18 => {
                let selected = Span::new(usize::from(self.row), usize::from(self.row + self.other_row));
                let caret = self.at.index(self.text.len() + 1);
                let composing = self.other_row < 4;
                Command::TypeRanges(Typed { content: self.text.to_owned(), caret, selected, composing })
            }
            _ => Command::TakeClass(class),
        }
    }

    /// Some text typed over some stretch.
    fn typed(&self, profile: &Profile) -> Command {
        let part = if self.row < 8 { Part::Options } else { Part::Xml };
        let before = profile.text(part);
        let boundary = |index: &Index| before.floor_char_boundary(index.index(before.len() + 1));
        let (start, end) = (boundary(&self.at).min(boundary(&self.to)), boundary(&self.at).max(boundary(&self.to)));
        let end = before.floor_char_boundary(end.min(start + 40)).max(start);
        let text = [&before[..start], &self.text, &before[end..]].concat();
        typing(part, before, &text, start + self.text.len(), false)
    }

    /// Values of several cells.
    fn cells(&self, entries: &[StateEntry], row: StateNumber) -> Command {
        let ids: Vec<&String> = entries.iter().filter_map(|entry| Some(&entry.id.as_ref()?.text)).collect();
        let mut values = vec![CellValue::StateId { row, id: self.id.clone() }];
        if !ids.is_empty() {
            let (one, other) = (ids[self.at.index(ids.len())].clone(), ids[self.to.index(ids.len())].clone());
            values.push(CellValue::Availability { id: one.clone(), value: "7500".to_owned() });
            for (id, lcid) in [(&one, self.lcid), (&other, self.lcid), (&one, 1043), (&other, 1033)] {
                values.push(CellValue::Text { id: id.clone(), lcid: Lcid::new(lcid), text: self.text.clone() });
            }
        }
        Command::SetCells(values)
    }
}

/// A workspace of random texts, most of them damaged.
pub fn random_workspace() -> impl Strategy<Value = Workspace> {
    let choices = prop_oneof![
        3 => Just(Choices::default()),
        1 => Just(Choices { languages: vec![Lcid::new(1031), Lcid::new(1036)], default_language: Lcid::new(1036), ..Choices::default() }),
    ];
    (documents::profile(), choices).prop_map(|((options, xml), choices)| {
        let profile = Profile { choices, ..Profile::new("Presence", &options.text, &xml.text) };
        Workspace::of(profile)
    })
}

/// What a profile says, without places.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Said {
    rows: Vec<Option<String>>,
    options: Vec<Option<String>>,
    entries: Vec<Entry>,
    columns: Vec<Lcid>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    id: Option<String>,
    availability: Option<String>,
    texts: Vec<(Option<Lcid>, String)>,
}

impl Entry {
    fn of(entry: &StateEntry) -> Entry {
        let texts = entry.activities.iter().map(|activity| (activity.lcid_value(), activity.text.text.clone()));
        Entry {
            id: entry.id.as_ref().map(|id| id.text.clone()),
            availability: entry.availability.as_ref().map(|availability| availability.text.clone()),
            texts: texts.collect(),
        }
    }
}

impl Said {
    fn by(workspace: &Workspace) -> Said {
        let profile = &workspace.profiles[0];
        let analysis = Analysis::of(profile);
        let states = &analysis.options.aggregated_states;
        let value = |name: OptionName| match name {
            OptionName::AggregatedStates => None,
            name => analysis.options.value(name, &profile.options).map(str::to_owned),
        };
        Said {
            rows: StateNumber::all().map(|row| states.id_of(row).map(str::to_owned)).collect(),
            options: OptionName::ALL.into_iter().map(value).collect(),
            entries: analysis.map.entries.iter().map(Entry::of).collect(),
            columns: analysis.languages.clone(),
        }
    }

    fn show(&mut self, language: Lcid) {
        if !self.columns.contains(&language) {
            self.columns.push(language);
        }
    }

    fn set_text(&mut self, entry: usize, lcid: Lcid, text: &str, profile: &Profile) {
        let texts = &mut self.entries[entry].texts;
        let first = lcid == profile.choices.default_language;
        match texts.iter().position(|(own, _)| *own == Some(lcid)) {
            Some(at) if text.is_empty() => drop(texts.remove(at)),
            Some(at) => text.clone_into(&mut texts[at].1),
            None if text.is_empty() => {}
            None if first => texts.insert(0, (Some(lcid), text.to_owned())),
            None => {
                // Behind those whose columns stand in front of its own; where one is broken, behind all.
                let order = |lcid: Lcid| self.columns.iter().position(|own| *own == lcid).unwrap_or(usize::MAX);
                let own = order(lcid);
                let before = texts.iter().rposition(|(other, _)| other.is_some_and(|other| order(other) <= own));
                let is_whole = PresenceMap::read(&profile.xml).entries.get(entry).is_none_or(|entry| {
                    entry.activities.iter().all(|activity| !activity.broken && activity.end != End::Missing)
                });
                let at = match before {
                    Some(_) if !is_whole => texts.len(),
                    before => before.map_or(0, |before| before + 1),
                };
                texts.insert(at, (Some(lcid), text.to_owned()));
            }
        }
        if !text.is_empty() {
            self.show(lcid);
        }
    }

    /// What it says when a command is granted; `None` where this cannot be told without looking at the texts.
    fn after(mut self, command: &Command, workspace: &Workspace) -> Option<Said> {
        let profile = &workspace.profiles[0];
        let map = PresenceMap::read(&profile.xml);
        let set = |said: &mut Said, row: StateNumber, id: &str| {
            said.rows[row.index()] = Some(id.to_owned()).filter(|id| !id.is_empty());
        };
        match command {
            Command::SetStateId { row, id, with_entry } => {
                let id = id.trim();
                set(&mut self, *row, id);
                if *with_entry && !id.is_empty() && map.entry_of(id).is_none() {
                    self.entries.push(Entry { id: Some(id.to_owned()), availability: None, texts: Vec::new() });
                }
            }
            Command::SetCells(values) => {
                // Columns come in the order in which they are named first.
                let shown = values.iter().filter_map(|value| match value {
                    CellValue::Text { lcid, text, .. } if !text.is_empty() => Some(*lcid),
                    _ => None,
                });
                shown.for_each(|lcid| self.show(lcid));
                // A cell that is named twice is one cell, and its last mention counts.
                let is_last = |at: usize, value: &CellValue| !values[at + 1..].contains(value);
                for (_, value) in values.iter().enumerate().filter(|(at, value)| is_last(*at, value)) {
                    match value {
                        CellValue::StateId { row, id } => set(&mut self, *row, id.trim()),
                        CellValue::Availability { id, value } => {
                            self.entries[map.entry_of(id)?].availability = Some(value.trim().to_owned());
                        }
                        CellValue::Text { id, lcid, text } => self.set_text(map.entry_of(id)?, *lcid, text, profile),
                    }
                }
            }
            Command::SetAvailability { entry, value } => {
                self.entries[entry.position(&map.entries)?].availability = Some(value.trim().to_owned());
            }
            Command::SetText { entry, lcid, text } => {
                self.set_text(entry.position(&map.entries)?, *lcid, text, profile);
            }
            Command::AddLanguages(languages) => {
                for language in languages.iter().filter(|language| language.info().is_some()) {
                    self.show(*language);
                }
            }
            Command::MoveLanguage { language, past } => {
                let place = |wanted: &Lcid| self.columns.iter().position(|own| own == wanted);
                if let (Some(from), Some(to)) = (place(language), place(past)) {
                    let moved = self.columns.remove(from);
                    self.columns.insert(to, moved);
                }
            }
            Command::RemoveLanguage(language) => {
                self.columns.retain(|shown| shown != language);
                for entry in &mut self.entries {
                    entry.texts.retain(|(lcid, _)| *lcid != Some(*language));
                }
            }
            Command::AddEntry { id, availability } => {
                let (id, availability) = (id.trim().to_owned(), availability.trim().to_owned());
                self.entries.push(Entry { id: Some(id), availability: Some(availability), texts: Vec::new() });
            }
            Command::RemoveEntry(entry) => drop(self.entries.remove(entry.position(&map.entries)?)),
            Command::RenameEntry { entry, id } => {
                let (id, entry) = (id.trim(), entry.position(&map.entries)?);
                let old = self.entries[entry].id.replace(id.to_owned());
                if let Some(old) = old.filter(|old| map.entry_of(old) == Some(entry)) {
                    self.rows.iter_mut().flatten().filter(|row| **row == old).for_each(|row| *row = id.to_owned());
                }
            }
            Command::SetOption { name, value } if *name != OptionName::AggregatedStates => {
                self.options[*name as usize] = Some(value.trim().to_owned());
            }
            Command::SetMode { pull } => {
                let said = &mut self.options[OptionName::MapPresenceToDnd as usize];
                let word = pull.to_string();
                if !said.as_ref().is_some_and(|said| said.eq_ignore_ascii_case(&word)) {
                    *said = Some(word);
                }
            }
            _ => return None,
        }
        Some(self)
    }
}

/// Whether an entry or a text stands inside another one, in which case they come and go together.
fn is_nested(map: &PresenceMap) -> bool {
    let entries = map.entries.windows(2).any(|pair| pair[1].span.start < pair[0].span.end);
    let texts = |entry: &StateEntry| {
        let activities = &entry.activities;
        activities.windows(2).any(|pair| pair[1].span.start < pair[0].span.end)
            || activities.iter().any(|activity| {
                activity.end != presence_profile_core::source::xml::End::Empty
                    && activity.text.text.is_empty()
                    && !activity.text.span.is_empty()
            })
    };
    entries || map.entries.iter().any(texts)
}

fn check(before: &Workspace, command: &Command, change: &Change) -> Result<(), TestCaseError> {
    for (place, edits) in &change.texts {
        prop_assert!(edits.fit(before.text(*place)), "edits outside {:?}", place);
        prop_assert!(!edits.is_empty());
    }
    let after = change.apply(before);
    for part in [Part::Options, Part::Xml] {
        // What no edit covers stands in the same order in the text afterwards.
        let (old, new) = (before.text(place(part)), after.text(place(part)));
        let mut kept = String::new();
        let (mut read, mut written) = (0, 0);
        for edit in change.edits(place(part)).into_iter().flat_map(|edits| edits.iter()) {
            let stretch = &old[read..edit.span.start];
            prop_assert_eq!(&new[written..written + stretch.len()], stretch);
            kept.push_str(stretch);
            written += stretch.len() + edit.text.len();
            read = edit.span.end;
        }
        prop_assert_eq!(&new[written..], &old[read..]);
    }
    prop_assert_eq!(&change.inverse(before).apply(&after), before);
    check_granted(before, command, &after)
}

/// The wish is granted, and nothing else says anything else.
///
/// Of the options this holds always: what could not be granted is refused. Of the XML it holds where it is well-formed
/// and no entry or text stands inside another.
fn check_granted(before: &Workspace, command: &Command, after: &Workspace) -> Result<(), TestCaseError> {
    let Some(mut expected) = Said::by(before).after(command, before) else { return Ok(()) };
    let mut found = Said::by(after);
    let map = PresenceMap::read(&before.profiles[0].xml);
    if !map.faults.is_empty() || is_nested(&map) {
        expected.entries.clone_from(&found.entries);
    }
    if let (Command::SetStateId { .. }, Some(new)) = (command, expected.entries.last_mut()) {
        // What an entry starts with is not part of the wish.
        new.availability = found.entries.last().and_then(|entry| entry.availability.clone());
    }
    // The default language always has a column, and a number that names no language has one for as long as it has texts.
    let default = before.profiles[0].choices.default_language;
    let after_map = PresenceMap::read(&after.profiles[0].xml);
    expected.columns = columns::shown(&after_map, &expected.columns, default);
    if !map.faults.is_empty() || is_nested(&map) {
        found.columns.clone_from(&expected.columns);
    }
    prop_assert_eq!(&found, &expected, "{}", after.profiles[0].xml);
    // A lone entry, as the guide prints them, is no file for two.
    let is_file = map.root.as_ref().is_none_or(|root| root.is_agent_states);
    if map.faults.is_empty() && is_file {
        prop_assert!(PresenceMap::read(&after.profiles[0].xml).faults.is_empty(), "{}", after.profiles[0].xml);
    }
    let again = planned(after, command);
    let is_repeatable = match command {
        // The second of a repeated language comes to light, or the next entry.
        Command::SetText { text, .. } => !text.is_empty() && map.faults.is_empty(),
        Command::SetCells(values) => {
            let is_removed = |value: &CellValue| matches!(value, CellValue::Text { text, .. } if text.is_empty());
            !values.iter().any(is_removed) && map.faults.is_empty()
        }
        // A column goes past another one, and back.
        Command::MoveLanguage { .. } => false,
        // An entry with another ID is not at the place of the wish any more.
        Command::RemoveEntry(_) | Command::AddEntry { .. } | Command::RenameEntry { .. } => false,
        _ => map.faults.is_empty(),
    };
    if is_repeatable {
        prop_assert!(again.as_ref().is_ok_and(Change::is_empty), "not granted already: {:?}", again);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn a_wish_is_granted_or_refused_and_nothing_else_changes(before in random_workspace(), wish in wish()) {
        let command = wish.command(&before);
        match planned(&before, &command) {
            Ok(change) => check(&before, &command, &change)?,
            Err(refusal) => prop_assert!(!refusal.to_string().is_empty()),
        }
    }

    #[test]
    fn two_wishes_are_one_change(before in random_workspace(), first in wish(), second in wish()) {
        let Ok(one) = planned(&before, &first.command(&before)) else { return Ok(()) };
        let between = one.apply(&before);
        let Ok(two) = planned(&between, &second.command(&between)) else { return Ok(()) };
        let after = two.apply(&between);
        let both = one.then(two);
        prop_assert_eq!(&both.apply(&before), &after);
        prop_assert_eq!(both.inverse(&before).apply(&after), before);
    }

    /// Plain words are always taken by a row, whatever the text around looks like.
    #[test]
    fn a_row_takes_a_plain_id(before in random_workspace(), row in 1_u8..16, id in "[A-Z][A-Z_0-9]{0,8}|") {
        let command = Command::SetStateId { row: StateNumber::new(row).unwrap(), id, with_entry: false };
        let planned = planned(&before, &command);
        prop_assert!(!matches!(planned, Err(Refusal::ReadsOtherwise(_))), "{:?}", before.profiles[0].options);
    }
}
