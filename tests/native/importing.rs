//! Imports as documents: what came in, what is made of it, and what a profile would become.

use std::{fmt::Write, fs, path::Path};

use presence_profile_core::{
    editor::{
        history::History,
        incoming::{
            applying,
            difference::{Address, Choice, Difference},
            differences::Differences,
            excerpt::Fate,
            importing::{Both, Goal, Importing},
            inputs::{Content, Input},
            kind::Kind,
            splitting,
        },
        workspace::{Profile, Workspace},
    },
    mapping::{agent_states::PresenceMap, lcid::Lcid},
};

use proptest::prelude::*;

use crate::cases;

/// What stands in front of the parts of a case: the profile that is there, its file, and what comes in.
const OPTIONS: &str = "<<< options\n";
const XML: &str = "<<< xml\n";
/// And what is said of it, word by word.
const SAID: &str = "<<< said";

fn workspace(document: &str) -> Workspace {
    let part = |mark: &str| document.split_once(mark).map(|(_, behind)| behind.split("<<< ").next().unwrap());
    match (part(OPTIONS), part(XML)) {
        (None, None) => Workspace::example(),
        (options, xml) => Workspace::of(Profile::new("Here", options.unwrap_or(""), xml.unwrap_or(""))),
    }
}

fn importing(document: &str, workspace: &Workspace) -> Importing {
    let profile = &workspace.profiles[0];
    let mut importing = Importing::new(profile.id);
    for part in document.split("<<< ").filter_map(|part| part.strip_prefix("comes\n")) {
        importing.add(Input::of_clipboard(&part.replace("\\t", "\t"), Vec::new()), profile);
    }
    let said = document.split_once(SAID).map(|(_, said)| said.lines().next().unwrap()).unwrap_or("");
    for word in said.split_whitespace() {
        match word.split_once('=').unwrap_or((word, "")) {
            ("new", _) => importing.go_into(Goal::New),
            ("replace", _) => importing.go_into(Goal::Replace),
            ("take-all", _) => importing.choose_all(Both::TakeAll),
            ("keep-all", _) => importing.choose_all(Both::KeepAll),
            ("tick", at) => importing.tick(at.parse::<usize>().unwrap() - 1, true),
            ("untick", at) => importing.tick(at.parse::<usize>().unwrap() - 1, false),
            ("turn", which) => {
                let (at, key) = which.split_once(':').unwrap();
                importing.turn(at.parse::<usize>().unwrap() - 1, &key.replace('+', " "));
            }
            ("keep", what) | ("take", what) => {
                let (id, lcid) = what.split_once(':').unwrap();
                let address = Address::Text(id.to_owned(), Lcid::new(lcid.parse().unwrap()));
                let choice = if word.starts_with("keep") { Choice::Keep } else { Choice::Take(0) };
                let differences = Differences::of(&importing, profile);
                importing.choose(differences.at(&address).unwrap(), choice, []);
            }
            (other, _) => panic!("not known: {other}"),
        }
    }
    importing
}

fn shown(value: Option<&str>) -> String {
    value.map_or("nothing".to_owned(), |value| format!("[{}]", value.replace('\n', "⏎").replace('\t', "→")))
}

fn told(importing: &Importing) -> String {
    let mut out = String::new();
    for input in importing.inputs() {
        match &input.content {
            Content::Refused(why) => writeln!(out, "{}: refused, {why}", input.name).unwrap(),
            Content::Unclear { reason, readings, .. } => {
                writeln!(out, "{}: {reason}", input.name).unwrap();
                for reading in readings {
                    writeln!(out, "  {}: {}", reading.file.encoding, reading.sample).unwrap();
                }
            }
            Content::Text(..) | Content::Tables(_) => {}
        }
    }
    for (at, piece) in importing.pieces().iter().enumerate() {
        let lines = piece.lines.map_or(String::new(), |(from, to)| format!(", lines {from} to {to}"));
        let tick = if piece.is_ticked { "" } else { ", unticked" };
        writeln!(out, "{}: {}{lines}{tick}: {}", at + 1, piece.kind.name(), piece.facts()).unwrap();
        for line in piece.excerpt().iter().filter(|_| piece.is_read()) {
            let runs = line.iter().map(|run| match run.fate {
                Fate::Stays => run.text.clone(),
                Fate::Goes => format!("⟦-{}⟧", run.text),
                Fate::Comes => format!("⟦+{}⟧", run.text),
            });
            writeln!(out, "   | {}", runs.collect::<String>()).unwrap();
        }
        for repair in piece.repairs() {
            let (tick, meaning) =
                (if repair.is_on { "x" } else { " " }, if repair.keeps_meaning { "kept" } else { "changes" });
            writeln!(out, "   [{tick}] {} ({meaning}; {}; {})", repair.label, repair.key, repair.detail).unwrap();
        }
        piece.told().iter().for_each(|told| writeln!(out, "   told: {told}").unwrap());
        piece.lost().iter().for_each(|lost| writeln!(out, "   lost: {lost}").unwrap());
        piece.left_alone().iter().for_each(|left| writeln!(out, "   left alone: {left}").unwrap());
        piece.values().beside.iter().for_each(|beside| writeln!(out, "   beside: {beside}").unwrap());
    }
    out
}

fn compared(differences: &Differences) -> String {
    let mut out = String::new();
    for own in &differences.all {
        let address = match &own.address {
            Address::Row(row) => format!("row {}", row.number()),
            Address::Option(name) => name.clone(),
            Address::Entry(id) => id.clone(),
            Address::Availability(id) => format!("{id} availability"),
            Address::Text(id, lcid) => format!("{id} {lcid}"),
        };
        let offers = own.offers.iter().map(|offer| shown(offer.value.as_deref())).collect::<Vec<_>>().join(" or ");
        let choice = match own.choice {
            Choice::Keep => "keep".to_owned(),
            Choice::Take(0) => "take".to_owned(),
            Choice::Take(at) => format!("take {}", at + 1),
        };
        writeln!(out, "{address}: {} -> {offers}: {choice}", shown(own.now.as_deref())).unwrap();
    }
    writeln!(out, "{} the same, {} change", differences.same.len(), differences.changes()).unwrap();
    out
}

/// All of an import, and the texts it would leave; of a text that stays nothing is said.
fn done(importing: &Importing, workspace: &Workspace) -> String {
    let differences = Differences::of(importing, &workspace.profiles[0]);
    let mut out = told(importing) + &compared(&differences);
    let history = History::new(workspace.clone());
    match applying::plan(&history, importing, &differences, 7) {
        Err(refusal) => writeln!(out, "refused: {refusal}").unwrap(),
        Ok(change) if change.is_empty() => out.push_str("no changes\n"),
        Ok(change) => {
            assert!(change.fits(workspace));
            let after = change.apply(workspace);
            assert_eq!(change.inverse(workspace).apply(&after), *workspace, "one step back");
            writeln!(out, "{}", change.label).unwrap();
            for profile in &after.profiles {
                let before = workspace.profile(profile.id);
                if before.is_none() {
                    writeln!(out, "+++ {}", profile.name).unwrap();
                }
                if before.is_none_or(|before| before.options != profile.options) {
                    writeln!(out, "+++ options\n{}", profile.options).unwrap();
                }
                if before.is_none_or(|before| before.xml != profile.xml) {
                    writeln!(out, "+++ xml\n{}", profile.xml).unwrap();
                }
            }
        }
    }
    out
}

#[test]
fn imports_are_looked_at_and_done() {
    cases::check("importing", |document| {
        let workspace = workspace(document);
        done(&importing(document, &workspace), &workspace)
    });
}

/// A file of the field, into the guide's example, or as a new profile.
fn field(name: &str, goal: Goal) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/field").join(name);
    let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let workspace = Workspace::example();
    let mut importing = Importing::new(workspace.profiles[0].id);
    importing.add(Input::of_file(name, &bytes), &workspace.profiles[0]);
    importing.go_into(goal);
    done(&importing, &workspace)
}

#[test]
fn files_of_the_field_come_in() {
    let mut found = String::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/field");
    let mut names: Vec<_> =
        fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| name.starts_with('r'));
    names.sort();
    for name in names {
        writeln!(found, "=== {name}\n{}", field(&name, Goal::New)).unwrap();
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/importing/field.out");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &found).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap_or_default(), found, "UPDATE=1 takes what was found");
}

#[test]
fn what_is_too_much_is_refused_with_the_reason() {
    let rows = |count: usize| "ID\t1033\n".to_owned() + &"A\tText\n".repeat(count);
    let content = |text: &str| Input::of_clipboard(text, Vec::new()).content;
    let refused = |text: &str| match content(text) {
        Content::Refused(why) => why,
        content => panic!("{content:?}"),
    };
    assert_eq!(refused(&rows(100_000)), "it is a table of 100001 rows, and 20000 are read");
    assert!(matches!(content(&rows(19_000)), Content::Text(..)));
    assert_eq!(refused(&"x".repeat(8_000_001)), "it is larger than 8 MB");
    assert_eq!(refused(" \n\t"), "it holds no text");
    let file = |bytes: &[u8]| match Input::of_file("a", bytes).content {
        Content::Refused(why) => why,
        content => panic!("{content:?}"),
    };
    assert_eq!(file(b""), "it is empty");
    assert_eq!(file(b"\r\n "), "it is empty");
    assert_eq!(file(b"PK\x03\x04agentStates.xml"), "it is an archive, and none of this editor; unpack it first");
    assert!(file(b"\0\x01\x02 nothing").contains("is zero"), "{}", file(b"\0\x01\x02 nothing"));
}

/// Whatever came in, nothing is done that cannot be taken back in one step, and what is done is what was shown.
fn holds(importing: &Importing, workspace: &Workspace) {
    let differences = Differences::of(importing, &workspace.profiles[0]);
    let Ok(change) = applying::plan(&History::new(workspace.clone()), importing, &differences, 7) else { return };
    assert!(change.fits(workspace));
    let after = change.apply(workspace);
    assert_eq!(change.inverse(workspace).apply(&after), *workspace);
    if importing.goal != Goal::Merge {
        return;
    }
    let faults = |workspace: &Workspace| PresenceMap::read(&workspace.profiles[0].xml).faults.len();
    assert!(faults(workspace) != 0 || faults(&after) == 0, "not well-formed any more: {}", after.profiles[0].xml);
    let texts = |workspace: &Workspace| {
        let map = PresenceMap::read(&workspace.profiles[0].xml);
        map.entries.iter().map(|entry| entry.activities.len()).sum::<usize>()
    };
    let is_new = |own: &&Difference| matches!(own.address, Address::Text(..)) && own.now.is_none() && own.changes();
    let new = differences.all.iter().filter(is_new).count();
    assert!(texts(&after) <= texts(workspace) + new, "more was written than was shown: {}", after.profiles[0].xml);
    // What was taken is there, and asked for again it says no changes.
    let mut again = importing.clone();
    again.choose_all(Both::KeepAll);
    let left = Differences::of(&again, &after.profiles[0]);
    for own in differences.all.iter().filter(|own| own.then().is_some_and(|then| !then.trim().is_empty())) {
        let stands = left.at(&own.address).map(|left| left.now.clone());
        let is_there = stands.is_none_or(|now| now.as_deref() == own.then());
        assert!(is_there, "{:?}", own.address);
    }
}

proptest! {
    #[test]
    fn nothing_that_comes_in_breaks_a_profile(
        texts in prop::collection::vec(piece(), 1..4),
        goal in prop::sample::select(vec![Goal::Merge, Goal::New, Goal::Replace]),
        both in prop::sample::select(vec![Both::KeepAll, Both::Choose, Both::TakeAll]),
    ) {
        let workspace = Workspace::example();
        let mut importing = Importing::new(workspace.profiles[0].id);
        for text in &texts {
            are_disjoint_and_whole(text);
            importing.add(Input::of_clipboard(text, Vec::new()), &workspace.profiles[0]);
        }
        importing.go_into(goal);
        importing.choose_all(both);
        holds(&importing, &workspace);
    }
}

/// The pieces that are read stand in the order of the text, none in another one; with what is left out they hold all of it
/// but blanks and the marks of quoted lines.
fn are_disjoint_and_whole(text: &str) {
    let (mut behind, mut reached) = (0, 0);
    let mut rest = String::new();
    for stretch in splitting::split(text) {
        let span = stretch.span;
        rest.push_str(&text[reached..span.start.max(reached)]);
        reached = reached.max(span.end);
        if stretch.kind != Kind::LeftOut {
            assert!(behind <= span.start && span.start <= span.end, "{stretch:?} of {text:?}");
            behind = span.end;
        }
    }
    rest.push_str(&text[reached..]);
    let is_blank = |sign: char| sign.is_whitespace() || "\u{FEFF}>".contains(sign);
    assert!(rest.chars().all(is_blank), "{rest:?} of {text:?}");
}

/// Texts of every kind, and what comes of them when parts are lost.
fn piece() -> impl Strategy<Value = String> {
    let whole =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/importing/pieces.txt")).unwrap();
    let texts: Vec<String> = cases::texts(&whole)
        .iter()
        .flat_map(|case| case.split("<<< ").map(str::to_owned).collect::<Vec<_>>())
        .collect();
    let texts: Vec<String> =
        texts.into_iter().filter_map(|part| part.strip_prefix("comes\n").map(str::to_owned)).collect();
    let parts = prop::collection::vec(prop::sample::select(texts), 1..4);
    let between = prop::sample::select(vec!["\n\n", "\n", "\n\nSomebody said, please do.\n\n"]);
    // A page of several has each piece that each of them has.
    let text = (parts, between).prop_map(|(parts, between)| {
        let parts: Vec<&str> = parts.iter().map(|part| part.trim_end_matches('\n')).collect();
        parts.join(between).replace("\\t", "\t") + "\n"
    });
    let cut = (
        text,
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
        prop::sample::select(vec!["", "\n", "\"", "<", "|", "\t", "=", "x"]),
    );
    cut.prop_map(|(text, from, to, put)| {
        let boundary = |index: prop::sample::Index| {
            let mut at = index.index(text.len() + 1);
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let (from, to) = (boundary(from), boundary(to));
        let to = if from <= to && to - from < 40 { to } else { from };
        format!("{}{put}{}", &text[..from], &text[to..])
    })
}
