//! What the tables and panes show of two texts: rows, translations, suggestions, painted lines.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use presence_profile_core::{
    editor::{
        analysis::Analysis,
        matrix::{Matrix, TextCell},
        painted::{Kin, PaintedLine, StretchKind, paint},
        rows::{ShownPresence, Text, rows, shown_by},
        suggest::{Suggestion, suggestions},
        workspace::{Choices, Profile, Workspace},
    },
    mapping::{
        availability::{Availability, Class},
        lcid::Lcid,
        states::StateNumber,
    },
    rules::diagnostic::Severity,
    source::{
        text::{Part, Position},
        xml::paint::PaintKind,
    },
};
use proptest::prelude::*;

use crate::documents;

const FRENCH: Lcid = Lcid::new(1036);

fn analysis(options: &str, xml: &str) -> Analysis {
    Analysis::of(&Profile::new("Presence", options, xml))
}

fn example() -> Analysis {
    Analysis::of(&Workspace::example().profiles[0])
}

fn entries(inside: &str) -> String {
    format!("<agentStates>\n{inside}\n</agentStates>\n")
}

#[test]
fn a_row_shows_what_its_state_comes_to() {
    let xml = entries(
        "<agentState ID='A' availability='7001'><activity LCID='1033'> On a call </activity></agentState>\n\
         <agentState ID='B' availability='3500'/>\n\
         <agentState ID='C' availability='Busy'/>\n\
         <agentState ID='D'/>\n\
         <agentState ID='E' availability='18000'><activity LCID='1036'>Parti</activity><activity LCID='1033'> </activity></agentState>",
    );
    let analysis = analysis("1=A, 2=B, 3=C, 4=D, 5=E, 6=NOBODY, 7=", &xml);
    let english = rows(&analysis, Lcid::ENGLISH);
    let presence = |number, text| ShownPresence::Presence { availability: Availability::new(number).unwrap(), text };
    let given = |text: &str| Text::Given(text.to_owned());
    assert_eq!(english[0].shown, presence(7001, given(" On a call ")));
    assert_eq!(english[0].shown.reads(), Some("On a call"));
    assert_eq!(english[1].shown, presence(3500, Text::ClassWord));
    assert_eq!(english[1].shown.reads(), Some("Available"));
    assert_eq!(english[2].shown, ShownPresence::NoAvailability("Busy".into()));
    assert_eq!(english[3].shown, ShownPresence::NoAvailability(String::new()));
    assert_eq!(english[4].shown, presence(18000, Text::ClassWord), "an empty text shows the class word");
    assert_eq!(english[5].shown, ShownPresence::NoEntry("NOBODY".into()));
    assert_eq!((english[6].shown.clone(), english[6].id.as_str()), (ShownPresence::NotSet, ""));
    assert_eq!(english[14].shown, ShownPresence::NotSet);
    let words: Vec<&str> = english.iter().take(7).map(|row| row.shown.word()).collect();
    assert_eq!(words, ["Busy", "Available", "Not known", "Not known", "Offline", "Not known", "Not set"]);
    assert_eq!(english[0].shown.class(), Some(Class::Busy));
    assert_eq!(english[5].shown.class(), None);

    let french = rows(&analysis, FRENCH);
    assert_eq!(french[0].shown, presence(7001, Text::NotDocumented));
    assert_eq!(french[0].shown.reads(), None, "what a client shows is not documented");
    assert_eq!(french[1].shown, presence(3500, Text::ClassWord));
    assert_eq!(french[4].shown, presence(18000, given("Parti")));
    assert_eq!(shown_by(&analysis, "B", FRENCH), french[1].shown);
    assert_eq!(shown_by(&analysis, "", FRENCH), ShownPresence::NotSet);
}

#[test]
fn the_first_of_several_entries_counts() {
    let xml = entries("<agentState ID='A' availability='3500'/><agentState ID='A' availability='9000'/>");
    let analysis = analysis("1=A", &xml);
    assert_eq!(rows(&analysis, Lcid::ENGLISH)[0].entry, Some(0));
    let matrix = Matrix::of(&analysis);
    assert_eq!(matrix.entries.iter().map(|entry| entry.uses).collect::<Vec<_>>(), [1, 0]);
}

#[test]
fn rows_of_one_id_are_a_run() {
    let rows = rows(&example(), Lcid::ENGLISH);
    let begins: Vec<u8> = rows.iter().filter(|row| row.begins_run).map(|row| row.number.number()).collect();
    let ends: Vec<u8> = rows.iter().filter(|row| row.ends_run).map(|row| row.number.number()).collect();
    assert_eq!(begins, [1, 2, 3, 4, 5, 6, 11]);
    assert_eq!(ends, [1, 2, 3, 4, 5, 10, 15]);
}

#[test]
fn empty_texts_show_fifteen_rows_not_set() {
    let rows = rows(&analysis("", ""), Lcid::ENGLISH);
    assert_eq!(rows.len(), StateNumber::COUNT);
    assert!(rows.iter().all(|row| row.shown == ShownPresence::NotSet && row.entry.is_none()));
    let matrix = Matrix::of(&analysis("", ""));
    assert!(matrix.entries.is_empty() && matrix.gaps == 0);
    assert_eq!(matrix.languages.iter().map(|language| language.lcid).collect::<Vec<_>>(), [Lcid::ENGLISH]);
}

#[test]
fn the_translations_of_the_example_have_eighteen_gaps() {
    let matrix = Matrix::of(&example());
    assert_eq!(matrix.size(), "7 entries, 4 languages, 18 gaps");
    assert_eq!(Matrix::of(&analysis("", "<agentState ID='A'/>")).size(), "1 entry, 1 language, 1 gap");
    let languages: Vec<(u32, usize)> =
        matrix.languages.iter().map(|language| (language.lcid.number(), language.filled)).collect();
    assert_eq!(languages, [(1033, 7), (3082, 1), (1049, 1), (1036, 1)]);
    assert_eq!(matrix.gaps, 18);
    let incall = &matrix.entries[5];
    assert_eq!((incall.id.as_str(), incall.availability.as_str(), incall.uses), ("INCALL", "7001", 5));
    assert_eq!(incall.class, Some(Class::Busy));
    assert_eq!(incall.cells[3], TextCell::Text("En travaillant avec les clients, ne pas déranger".into()));
    assert_eq!(matrix.entries[0].cells[1], TextCell::Missing);
}

#[test]
fn rows_that_are_as_they_were_are_taken_over() {
    let profile = Workspace::example().profiles[0].clone();
    let whole = Matrix::of(&analysis(&profile.options, &profile.xml));
    let mut most_taken = 0;
    for (at, character) in profile.xml.char_indices() {
        let xml = format!("{}{}", &profile.xml[..at], &profile.xml[at + character.len_utf8()..]);
        let read = analysis(&profile.options, &xml);
        let after = Matrix::after(Some(&whole), &read);
        assert_eq!(after, Matrix::of(&read), "without the {character:?} at {at}");
        let taken = after.entries.iter().zip(&whole.entries).filter(|(after, before)| Arc::ptr_eq(after, before));
        most_taken = most_taken.max(taken.count());
    }
    assert_eq!(most_taken, whole.entries.len(), "a blank between tags changes no row");
    let fewer = analysis(&profile.options.replacen("6=INCALL", "6=OOS", 1), &profile.xml);
    let after = Matrix::after(Some(&whole), &fewer);
    let is_taken: Vec<bool> =
        after.entries.iter().zip(&whole.entries).map(|(after, before)| Arc::ptr_eq(after, before)).collect();
    assert_eq!(is_taken, [true, true, true, true, true, false, false], "INCALL and OOS have other numbers of rows");
}

#[test]
fn a_cell_is_missing_empty_or_a_text() {
    let xml = entries(
        "<agentState ID='A'><activity LCID='1033'/><activity LCID='1036'> </activity><activity LCID='x'>?</activity>\
         <activity LCID='1031'>eins</activity><activity LCID='1031'>zwei</activity></agentState>",
    );
    let mut profile = Profile::new("Presence", "", &xml);
    profile.choices = Choices { languages: vec![Lcid::ENGLISH, FRENCH, Lcid::new(1049)], ..Choices::default() };
    let matrix = Matrix::of(&Analysis::of(&profile));
    let languages: Vec<u32> = matrix.languages.iter().map(|language| language.lcid.number()).collect();
    assert_eq!(languages, [1033, 1036, 1049, 1031], "those chosen, in their order, then what is new");
    let text = |text: &str| TextCell::Text(text.to_owned());
    assert_eq!(matrix.entries[0].cells, [TextCell::Empty, text(" "), TextCell::Missing, text("eins")]);
    assert_eq!(matrix.gaps, 3, "a blank text is a gap");
    assert_eq!(matrix.entries[0].cells.iter().map(TextCell::text).collect::<Vec<_>>(), ["", " ", "", "eins"]);
}

#[test]
fn a_file_of_thousands_of_languages_is_shown_in_part_and_at_once() {
    let mut xml = String::from("<agentStates>\n");
    for number in 0..30_000 {
        xml += &format!("<agentState ID='A{number}'><activity LCID='{}'>x</activity></agentState>\n", number + 2000);
    }
    let started = Instant::now();
    let matrix = Matrix::of(&analysis("1=A1", &(xml + "</agentStates>")));
    assert!(started.elapsed() < Duration::from_secs(5), "{:?}", started.elapsed());
    assert_eq!(matrix.entries.len(), 30_000);
    assert!(matrix.languages.len() <= 65, "{}", matrix.languages.len());
}

#[test]
fn suggestions_begin_with_the_best_match() {
    let ids = |typed: &str| -> Vec<String> {
        suggestions(&example(), typed).iter().map(|suggestion| suggestion.id().to_owned()).collect()
    };
    let all = ["IDLE_OUT", "IDLE_READY", "IDLE_NOTREADY", "IDLE_ACW", "IDLE_AWAY", "INCALL", "OOS"];
    assert_eq!(ids(""), all);
    assert_eq!(ids(" "), all);
    assert_eq!(ids("incall"), ["INCALL", "incall"], "letter case does not matter, but is another ID");
    assert_eq!(ids("INCALL"), ["INCALL"]);
    assert_eq!(ids("idle"), ["IDLE_OUT", "IDLE_READY", "IDLE_NOTREADY", "IDLE_ACW", "IDLE_AWAY", "idle"]);
    assert_eq!(ids("idler")[0], "IDLE_READY", "blanks and underscores do not matter");
    assert_eq!(ids("ready"), ["IDLE_READY", "IDLE_NOTREADY", "ready"]);
    assert_eq!(ids("INCALLX"), ["INCALL", "INCALLX"], "one letter too many");
    assert_eq!(ids("NOBODY"), ["NOBODY"]);
}

#[test]
fn a_suggestion_says_what_it_is() {
    let analysis = analysis("1=A, 2=A, 3=B", &entries("<agentState ID='A' availability='9000'/>"));
    let known = |id: &str, uses, class, in_file| Suggestion::Known { id: id.to_owned(), uses, class, in_file };
    let found = suggestions(&analysis, "");
    assert_eq!(found, [known("A", 2, Some(Class::DoNotDisturb), true), known("B", 1, None, false)]);
    // B stands in the option only: an entry for it can still be written.
    assert_eq!(suggestions(&analysis, "B"), [known("B", 1, None, false), Suggestion::New("B".into())]);
}

#[test]
fn a_match_is_found_wherever_it_stands_in_a_long_file() {
    let all: String = (0..700).map(|number| format!("<agentState ID='STATE_{number}'/>")).collect();
    let analysis = analysis("", &entries(&all));
    let found = suggestions(&analysis, "state_699");
    assert_eq!(found[0].id(), "STATE_699");
    assert_eq!(suggestions(&analysis, "69")[0].id(), "STATE_69");
    assert!(suggestions(&analysis, "S").len() <= 9);
}

fn painted(part: Part, text: &str, analysis: &Analysis, kin: Kin<'_>) -> Vec<PaintedLine> {
    paint(part, text, analysis, 0..usize::MAX, kin, false)
}

const NONE: Kin<'_> = Kin { entry: None, id: None, hits: &[] };

fn kinds(line: &PaintedLine) -> Vec<(&str, Option<StretchKind>)> {
    line.stretches.iter().map(|stretch| (stretch.text.as_str(), stretch.kind)).collect()
}

#[test]
fn options_are_painted_to_the_pair() {
    let text = "[TServer]\nx=1\naggregated-states=1=A, 2=B.\n; note";
    let analysis = analysis(text, "");
    let lines = painted(Part::Options, text, &analysis, Kin { entry: None, id: Some("B"), hits: &[] });
    assert_eq!(kinds(&lines[0]), [("[TServer]", Some(StretchKind::Section))]);
    assert_eq!(kinds(&lines[1]), [("x", Some(StretchKind::Name)), ("=", None), ("1", Some(StretchKind::Value))]);
    let (name, value, id) = (Some(StretchKind::Name), Some(StretchKind::Value), Some(StretchKind::Id));
    let third = [
        ("aggregated-states", name),
        ("=", None),
        ("1", name),
        ("=", value),
        ("A", id),
        (", ", value),
        ("2", name),
        ("=", value),
        ("B", id),
        (".", value),
    ];
    assert_eq!(kinds(&lines[2]), third);
    let tinted: String =
        lines[2].stretches.iter().filter(|stretch| stretch.is_kin).map(|kin| kin.text.as_str()).collect();
    assert_eq!(tinted, "2=B");
    assert_eq!(kinds(&lines[3]), [("; note", None)]);
}

#[test]
fn a_loose_pair_is_no_option() {
    let text = "1=A\n| 2 | Ready | Idle | B |";
    let lines = painted(Part::Options, text, &analysis(text, ""), NONE);
    assert_eq!(kinds(&lines[0]), [("1", Some(StretchKind::Name)), ("=", None), ("A", Some(StretchKind::Id))]);
    assert_eq!(kinds(&lines[1])[1], ("2", Some(StretchKind::Name)));
    assert_eq!(kinds(&lines[1])[3], ("B", Some(StretchKind::Id)));
}

#[test]
fn lines_of_the_xml_know_their_entry() {
    let workspace = Workspace::example();
    let analysis = example();
    let lines = painted(Part::Xml, &workspace.profiles[0].xml, &analysis, Kin { entry: Some(5), id: None, hits: &[] });
    assert_eq!(lines[0].entry, None);
    let entry = |line: usize| lines[line - 1].entry.expect("an entry stands here");
    assert_eq!((entry(3).class, entry(3).begins, entry(3).ends), (Some(Class::Offline), true, false));
    assert_eq!((entry(5).begins, entry(5).ends), (false, true));
    assert_eq!(lines[1].entry, None);
    assert_eq!(lines[lines.len() - 2].entry, None, "the end tag of the file belongs to no entry");
    let kin: Vec<usize> =
        lines.iter().filter(|line| line.entry.is_some_and(|entry| entry.is_kin)).map(|line| line.number).collect();
    assert_eq!(kin, [18, 19, 20, 21, 22, 23]);
    let value = lines[2].stretches.iter().find(|stretch| stretch.text == "IDLE_OUT").expect("the ID stands apart");
    assert_eq!(value.kind, Some(StretchKind::Xml(PaintKind::AttributeValue)));
}

#[test]
fn all_pairs_of_the_guides_option_are_tinted() {
    let workspace = Workspace::example();
    let kin = Kin { entry: None, id: Some("OOS"), hits: &[] };
    let lines = painted(Part::Options, &workspace.profiles[0].options, &example(), kin);
    let tinted: String =
        lines[4].stretches.iter().filter(|stretch| stretch.is_kin).map(|kin| kin.text.as_str()).collect();
    assert_eq!(tinted, "11=OOS12=OOS13=OOS14=OOS15=OOS");
}

#[test]
fn options_of_the_other_mode_are_marked_whole() {
    let ignored = |text: &str, analysis: &Analysis| -> Vec<String> {
        let lines = painted(Part::Options, text, analysis, NONE);
        let own = |line: &PaintedLine| -> String {
            let own = line.stretches.iter().filter(|stretch| stretch.is_ignored);
            own.map(|stretch| stretch.text.as_str()).collect()
        };
        lines.iter().map(own).collect()
    };
    let text =
        "[TServer]\nmap-presence-to-dnd=true\naggregated-states=1=A, 2=B\n  3=C \nx=y\nagent-presence-map = C:\\a.xml ";
    let marked = ["", "", "aggregated-states=1=A, 2=B", "3=C", "", "agent-presence-map = C:\\a.xml"];
    assert_eq!(ignored(text, &analysis(text, "")), marked);
    let push = text.replace("true", "false");
    assert_eq!(ignored(&push, &analysis(&push, "")), [""; 6]);
    let long = format!("map-presence-to-dnd=true\naggregated-states={}", "7=A, ".repeat(1000));
    assert_eq!(ignored(&long, &analysis(&long, ""))[1].trim_end(), long.lines().last().unwrap().trim_end());
}

#[test]
fn the_faulty_line_is_marked_and_named() {
    let text = "<agentStates>\n  <agentState ID='A' availability='1'>\n</agentStates>";
    let analysis = analysis("", text);
    let problem = analysis.findings.iter().find(|finding| finding.diagnostic.code == "well-formed").unwrap();
    assert_eq!((problem.diagnostic.part, problem.position), (Part::Xml, Position { line: 2, column: 3 }));
    let lines = painted(Part::Xml, text, &analysis, NONE);
    assert_eq!((lines[1].severity, lines[2].severity), (Some(Severity::Error), None));
    assert!(lines[1].stretches.iter().any(|stretch| stretch.severity == Some(Severity::Error)));
}

#[test]
fn a_window_holds_its_lines_only() {
    let analysis = example();
    let text = &Workspace::example().profiles[0].xml;
    let all = painted(Part::Xml, text, &analysis, NONE);
    assert_eq!(paint(Part::Xml, text, &analysis, 3..7, NONE, false), all[3..7]);
    for outside in [0..0, 5..5, 900..999] {
        assert!(paint(Part::Xml, text, &analysis, outside, NONE, false).is_empty());
    }
}

#[test]
fn the_option_as_the_guides_page_gives_it_is_painted_whole_where_it_is_wrapped() {
    let value = ["IDLE\\_OUT", "IDLE\\_READY", "IDLE\\_NOTREADY", "IDLE\\_ACW", "IDLE\\_AWAY"].into_iter();
    let ids = value.chain(["INCALL"; 5]).chain(["OOS"; 5]).enumerate();
    let pairs: Vec<String> = ids.map(|(row, id)| format!("{}={id}", row + 1)).collect();
    let text = format!("**aggregated-states** = {}.", pairs.join(", "));
    let analysis = analysis(&text, &Workspace::example().profiles[0].xml);
    let [line] = &paint(Part::Options, &text, &analysis, 0..1, NONE, true)[..] else { panic!("it is one line") };
    let ids = line.stretches.iter().filter(|stretch| stretch.kind == Some(StretchKind::Id) && stretch.text == "OOS");
    assert_eq!(ids.count(), 5);
    let last = line.stretches.last().map(|stretch| (stretch.text.as_str(), stretch.severity));
    assert_eq!(last, Some((".", Some(Severity::Error))));
    let emphasis = line.stretches.iter().filter(|stretch| stretch.text == "**" && stretch.severity.is_some());
    assert_eq!(emphasis.count(), 2);
}

#[test]
fn floods_of_pairs_are_painted_at_once() {
    let one_line = format!("aggregated-states={}", "7=A, ".repeat(20_000));
    let lines = "7=A\n".repeat(100_000);
    for text in [one_line, lines] {
        let analysis = analysis(&text, "");
        let started = Instant::now();
        let painted =
            paint(Part::Options, &text, &analysis, 0..60, Kin { entry: None, id: Some("A"), hits: &[] }, false);
        assert!(started.elapsed() < Duration::from_secs(2), "{:?}", started.elapsed());
        assert_eq!(
            painted[0].stretches.iter().map(|stretch| stretch.text.as_str()).collect::<String>(),
            text.lines().next().unwrap()
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn painted_stretches_are_the_text((options, xml) in documents::profile(), first in 0_usize..30, count in 0_usize..30) {
        let analysis = analysis(&options.text, &xml.text);
        for (part, text) in [(Part::Options, &options.text), (Part::Xml, &xml.text)] {
            let kin = Kin { entry: Some(1), id: Some("INCALL"), hits: &[] };
            let lines = painted(part, text, &analysis, kin);
            let written: Vec<String> =
                lines.iter().map(|line| line.stretches.iter().map(|stretch| stretch.text.as_str()).collect()).collect();
            prop_assert_eq!(written, text.split('\n').collect::<Vec<_>>());
            prop_assert!(lines.iter().flat_map(|line| &line.stretches).all(|stretch| !stretch.text.is_empty()));
            prop_assert!(lines.iter().map(|line| line.number).eq(1..=lines.len()));
            let window = paint(part, text, &analysis, first..first + count, kin, false);
            let end = (first + count).min(lines.len());
            // More than can be painted at once is plain at the end.
            if lines.iter().map(|line| line.stretches.len()).sum::<usize>() < 1000 {
                prop_assert_eq!(window, lines.get(first.min(end)..end).unwrap_or_default());
            }
        }
    }

    #[test]
    fn tables_are_shown_of_anything((options, xml) in documents::profile(), (_, other) in documents::profile(), viewer in prop::sample::select(vec![1033_u32, 1036, 0])) {
        let before = Matrix::of(&analysis(&options.text, &other.text));
        let analysis = analysis(&options.text, &xml.text);
        let rows = rows(&analysis, Lcid::new(viewer));
        prop_assert_eq!(rows.len(), StateNumber::COUNT);
        prop_assert!(rows[0].begins_run && rows[14].ends_run);
        let matrix = Matrix::of(&analysis);
        prop_assert_eq!(&Matrix::after(Some(&before), &analysis), &matrix);
        let uses: usize = matrix.entries.iter().map(|entry| entry.uses).sum();
        prop_assert_eq!(uses, rows.iter().filter(|row| row.entry.is_some()).count());
        prop_assert!(matrix.entries.iter().all(|entry| entry.cells.len() == matrix.languages.len()));
        let filled: usize = matrix.languages.iter().map(|language| language.filled).sum();
        prop_assert_eq!(filled + matrix.gaps, matrix.entries.len() * matrix.languages.len());
        for row in &rows {
            prop_assert_eq!(row.id.is_empty(), row.shown == ShownPresence::NotSet);
            let found = suggestions(&analysis, &row.id);
            let exact = row.id.is_empty() || found.iter().any(|suggestion| suggestion.id() == row.id);
            prop_assert!(exact, "{} is not among {:?}", row.id, found);
        }
    }
}
