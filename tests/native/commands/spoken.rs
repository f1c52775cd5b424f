//! Commands as a document speaks them: `> text INCALL 1031 = Im Gespräch`, then both texts.
//!
//! A text may be `example`, the guide's. One that ends without a line feed has `∎` for it.

use std::fmt::Write;

use presence_profile_core::{
    editor::{
        command::{CellValue, Command, NewId, NewText, Replacing},
        place::{EntryPlace, RangePlace},
        preset::Preset,
        workspace::{Profile, Workspace},
    },
    mapping::{
        agent_states::PresenceMap,
        availability::{Availability, Class},
        lcid::Lcid,
        option_name::OptionName,
        options::ProfileOptions,
        states::StateNumber,
    },
    source::{
        edit::Edit,
        text::{Part, Span},
    },
};

use super::{entry_of, fill, planned};
use crate::documents::{agent_states, options};

const END: char = '∎';

/// What the commands of a document come to: each edit, and the texts that are other than before.
pub fn document(text: &str) -> String {
    let (commands, texts) = text.split_once("options:").expect("the options follow the commands");
    let (options, xml) = texts.split_once("xml:").expect("the XML follows the options");
    let profile = Profile::new("Presence", &whole(options, options::EXAMPLE), &whole(xml, agent_states::EXAMPLE));
    let before = Workspace::of(profile);
    let mut workspace = before.clone();
    let mut document = String::new();
    for line in commands.lines() {
        let command = command(line.strip_prefix("> ").expect("a command begins with >"), &workspace);
        carry_out(&mut workspace, &command, &mut document);
    }
    for part in [Part::Options, Part::Xml] {
        let (old, new) = (before.profiles[0].text(part), workspace.profiles[0].text(part));
        if old != new {
            show(part, old, new, &mut document);
        }
    }
    document
}

fn carry_out(workspace: &mut Workspace, command: &Command, document: &mut String) {
    let change = match planned(workspace, command) {
        Ok(change) if change.is_empty() => {
            document.push_str("nothing to do\n");
            return;
        }
        Ok(change) => change,
        Err(refusal) => {
            writeln!(document, "refused: {refusal}").unwrap();
            return;
        }
    };
    writeln!(document, "{}", change.label).unwrap();
    for (place, edits) in &change.texts {
        let text = workspace.text(*place);
        for edit in edits.iter() {
            writeln!(document, "  {} {:?} -> {:?}", name(place.part), edit.span.text(text), edit.text).unwrap();
        }
    }
    for (_, choices) in &change.choices {
        let columns: Vec<u32> = choices.languages.iter().map(|lcid| lcid.number()).collect();
        writeln!(document, "  columns {columns:?}").unwrap();
    }
    *workspace = change.apply(workspace);
}

/// A text as it is afterwards; of the guide's example only the lines that are new.
fn show(part: Part, old: &str, new: &str, document: &mut String) {
    writeln!(document, "{}:", name(part)).unwrap();
    let is_example = [agent_states::EXAMPLE, options::EXAMPLE].contains(&old);
    for line in new.split_inclusive('\n') {
        if is_example && old.lines().any(|before| before == line.trim_end_matches('\n')) {
            continue;
        }
        document.push_str(if is_example { "+ " } else { "" });
        document.push_str(line);
    }
    if !document.ends_with('\n') {
        writeln!(document, "{END}").unwrap();
    }
}

fn name(part: Part) -> &'static str {
    match part {
        Part::Options => "options",
        Part::Xml => "xml",
    }
}

/// A text between its heading and the next.
fn whole(written: &str, example: &str) -> String {
    let written = written.strip_prefix('\n').unwrap_or(written.trim_start_matches(' '));
    match written.trim_end_matches('\n') {
        "example" => example.to_owned(),
        "" => String::new(),
        text => text.strip_suffix(END).map_or_else(|| format!("{text}\n"), str::to_owned),
    }
}

fn command(line: &str, workspace: &Workspace) -> Command {
    let (words, value) = line.split_once(" =").unwrap_or((line, ""));
    let value = value.strip_prefix(' ').unwrap_or(value).replace("\\n", "\n").replace("\\0", "\0");
    let words: Vec<&str> = words.split(' ').collect();
    let entry = |word: &str| match word.strip_prefix('#') {
        Some(position) => {
            let map = PresenceMap::read(&workspace.profiles[0].xml);
            EntryPlace::of(&map.entries[position.parse::<usize>().unwrap()])
        }
        None => entry_of(workspace, word),
    };
    match words.as_slice() {
        ["row", number] => Command::SetStateId { row: row(number), id: value, with_entry: false },
        ["row", number, "with", "entry"] => Command::SetStateId { row: row(number), id: value, with_entry: true },
        ["rows", numbers @ ..] => {
            let numbers: Vec<u8> = numbers.iter().map(|number| number.parse().unwrap()).collect();
            fill(&numbers, &value)
        }
        ["cells"] => Command::SetCells(value.split("; ").map(cell_value).collect()),
        ["replace", what @ ..] => {
            let (old, new) = value.split_once("=>").expect("what it becomes stands behind =>");
            Command::Replace(replacing(what, old.trim(), new.trim(), workspace, entry))
        }
        ["availability", id] => Command::SetAvailability { entry: entry(id), value },
        ["text", id, number] => Command::SetText { entry: entry(id), lcid: lcid(number), text: value },
        ["languages", numbers @ ..] => Command::AddLanguages(numbers.iter().map(|number| lcid(number)).collect()),
        ["remove", "language", number] => Command::RemoveLanguage(lcid(number)),
        ["move", "language", number, "past", other] => {
            Command::MoveLanguage { language: lcid(number), past: lcid(other) }
        }
        ["range", number] | ["slide", number] => {
            let (lowest, highest) = bounds(&value);
            Command::SetRange { range: range(number, workspace), lowest, highest, sliding: words[0] == "slide" }
        }
        ["add", "range"] => {
            let (lowest, highest) = bounds(&value);
            Command::AddRange { lowest, highest }
        }
        ["remove", "range", number] => Command::RemoveRange(range(number, workspace)),
        ["class", name] => Command::TakeClass(*Class::ALL.iter().find(|class| class.name() == *name).unwrap()),
        ["add", id] => Command::AddEntry { id: id.replace("\\s", " "), availability: value },
        ["remove", "entry", id] => Command::RemoveEntry(entry(id)),
        ["duplicate", id] => Command::DuplicateEntry(entry(id)),
        ["move", id, way] => Command::MoveEntry { entry: entry(id), up: *way == "up" },
        ["format"] => Command::FormatXml,
        ["rename", id] => Command::RenameEntry { entry: entry(id), id: value },
        ["preset", words @ ..] => {
            let name = words.join(" ");
            Command::ApplyPreset(*Preset::ALL.iter().find(|preset| preset.name() == name).unwrap())
        }
        ["mode", mode] => Command::SetMode { pull: *mode == "pull" },
        ["option", name] => Command::SetOption { name: OptionName::of(name).unwrap(), value },
        _ => panic!("no command: {line}"),
    }
}

/// `text INCALL 1033`, `id INCALL`, `rows`, `xml`, `options`: in the last two, wherever it stands.
fn replacing(
    what: &[&str],
    old: &str,
    new: &str,
    workspace: &Workspace,
    entry: impl Fn(&str) -> EntryPlace,
) -> Replacing {
    let (old, new) = (old.to_owned(), new.to_owned());
    match what {
        ["text", id, number] => Replacing::Texts(vec![NewText { entry: entry(id), lcid: lcid(number), old, new }]),
        ["id", id] => Replacing::Ids(vec![NewId::OfEntry { entry: entry(id), new }]),
        ["rows"] => Replacing::Ids(vec![NewId::OfRows { old, new }]),
        [part] => {
            let part = if *part == "xml" { Part::Xml } else { Part::Options };
            let hits = workspace.profiles[0].text(part).match_indices(&old);
            let edits = hits.map(|(at, own)| Edit::replace(Span::new(at, at + own.len()), new.clone()));
            Replacing::Written { part, edits: edits.collect() }
        }
        _ => panic!("nothing to replace in: {what:?}"),
    }
}

/// `row 7: OOS`, `availability INCALL: 6500`, `text INCALL 1031: Im Gespräch`.
fn cell_value(words: &str) -> CellValue {
    let (words, value) = words.split_once(':').expect("a value stands behind a colon");
    let (words, value): (Vec<&str>, _) = (words.split(' ').collect(), value.trim_start().to_owned());
    match words.as_slice() {
        ["row", number] => CellValue::StateId { row: row(number), id: value },
        ["availability", id] => CellValue::Availability { id: (*id).to_owned(), value },
        ["text", id, number] => CellValue::Text { id: (*id).to_owned(), lcid: lcid(number), text: value },
        _ => panic!("no cell: {words:?}"),
    }
}

/// A range by its number in the text, from 1.
fn range(number: &str, workspace: &Workspace) -> RangePlace {
    let read = ProfileOptions::read(&workspace.profiles[0].options).availability_ranges.unwrap_or_default();
    let at = number.parse::<usize>().unwrap() - 1;
    read.ranges.get(at).map_or(RangePlace(0), RangePlace::of)
}

/// `3000-5999`.
fn bounds(written: &str) -> (Availability, Availability) {
    let (lowest, highest) = written.split_once('-').expect("a range is two numbers");
    (Availability::parse(lowest).unwrap(), Availability::parse(highest).unwrap())
}

fn row(number: &str) -> StateNumber {
    StateNumber::new(number.parse().unwrap()).unwrap()
}

fn lcid(number: &str) -> Lcid {
    Lcid::new(number.parse().unwrap())
}
