//! The list of problems, and the marks in tables and panes.

use std::{sync::Arc, time::Instant};

use presence_profile_core::{
    editor::{
        analysis::Analysis,
        assigned::Assigned,
        cell_marks::{Cell, CellMarks},
        export,
        finding::Counts,
        findings, gap_cells,
        painted::{Kin, paint},
        place::ProfileId,
        set_aside,
        visible_blanks::{Drawn, blanks},
        wording,
        workspace::{Profile, SetAside, Workspace},
    },
    mapping::{lcid::Lcid, states::StateNumber},
    rules::{diagnostic::Severity, example::SOUND_OPTIONS},
    source::text::{Part, Span},
};
use proptest::prelude::*;

use crate::documents;

fn analysis(options: &str, xml: &str) -> Analysis {
    Analysis::of(&Profile::new("Presence", options, xml))
}

fn row(number: u8) -> StateNumber {
    StateNumber::new(number).unwrap()
}

/// Two errors (`service-type`, a number that is none) and a note.
const FAULTY: &str = "[TServer]
service-type=x
map-presence-to-dnd=false
agent-presence-map=C:\\Genesys\\Presence\\agentStates.xml
aggregated-states=1=IDLE-OUT, 2=R, 3=R, 4=R, 5=R, 6=R, 7=R, 8=R, 9=R, 10=R, 11=R, 12=R, 13=R, 14=R, 15=R, 16=R
";

#[test]
fn problems_are_counted_and_told_by_severity() {
    let found = analysis(FAULTY, "");
    let own: Vec<_> = found.findings.iter().filter(|it| it.diagnostic.part == Part::Options).cloned().collect();
    let counts = Counts::of(own.iter().filter(|it| it.diagnostic.code != "missing-entry"));
    assert_eq!((counts.errors, counts.warnings, counts.notes), (2, 0, 1));
    assert_eq!(counts.words(), "2 errors, 1 note");
    assert_eq!((counts.all(), counts.count(Severity::Note)), (3, 1));
    assert_eq!(Counts::default().words(), "");
    let told = findings::by_severity(&own);
    assert_eq!(told.iter().map(|(severity, _)| *severity).collect::<Vec<_>>(), [Severity::Error, Severity::Note]);
    for (severity, positions) in told {
        assert!(positions.is_sorted());
        assert!(positions.iter().all(|at| own[*at].diagnostic.severity == severity));
    }
}

#[test]
fn what_is_broken_is_told_first() {
    let found = analysis(
        FAULTY,
        "<agentStates>\n  <agentState ID=\"R\" availability=\"x\">\n    <activity LCID=\"1033\">a & b</activity>\n",
    );
    let (severity, errors) = findings::by_severity(&found.findings).remove(0);
    let codes: Vec<&str> = errors.iter().map(|at| found.findings[*at].diagnostic.code).collect();
    assert_eq!(severity, Severity::Error);
    let broken = codes.iter().filter(|code| **code == "well-formed").count();
    assert!(1 < broken && broken < codes.len(), "{codes:?}");
    assert!(codes[..broken].iter().all(|code| *code == "well-formed"), "{codes:?}");
}

#[test]
fn the_walk_from_problem_to_problem_goes_round() {
    let walk = |is_back: bool| {
        let mut at = None;
        let steps = [(); 4].map(|()| {
            at = findings::step(3, at, is_back);
            at
        });
        steps.map(Option::unwrap)
    };
    assert_eq!((walk(false), walk(true)), ([0, 1, 2, 0], [2, 1, 0, 2]));
    // The problem one was at may have gone with all behind it.
    assert_eq!((findings::step(2, Some(5), false), findings::step(2, Some(5), true)), (Some(0), Some(1)));
    assert_eq!((findings::step(0, None, false), findings::step(0, Some(0), true)), (None, None));
}

#[test]
fn a_problem_is_placed_where_a_person_finds_it() {
    let told = |options: &str, xml: &str, code: &str| -> String {
        let analysis = analysis(options, xml);
        let finding = analysis.findings.iter().find(|finding| finding.diagnostic.code == code).unwrap();
        let place = findings::place(&analysis, finding);
        let diagnostic = &finding.diagnostic;
        let wrong = if diagnostic.rows.to_string() == place {
            diagnostic.message.wrong.clone()
        } else {
            wording::wrong(diagnostic)
        };
        let more = findings::further_spots(&analysis, &finding.diagnostic, Lcid::ENGLISH).into_iter();
        let more: String = more.map(|(place, spot)| format!(" + {place} {spot}")).collect();
        format!("{place}: {}{more}", wrong.plain())
    };
    let xml = &Workspace::example().profiles[0].xml;
    let wrong = |from: &str, to: &str| told(&SOUND_OPTIONS.replace(from, to), xml, "missing-entry");
    assert_eq!(wrong("4=IDLE_ACW", "4=X"), "row 4: (ACW, Idle) uses X, but the file has no such entry");
    let oss = "rows 11 to 15: use OSS, but the file has no such entry + 1 row 12 + 2 row 13 + 3 row 14 + 4 row 15";
    assert_eq!(wrong("=OOS", "=OSS"), oss);
    // Three texts are missing in each of six entries: each text is told.
    let gaps = told(SOUND_OPTIONS, xml, "language-gap");
    assert!(
        gaps.ends_with(" + 15 OOS, French (France) + 16 OOS, Russian (Russia) + 17 OOS, Spanish (Spain)"),
        "{gaps}"
    );
    let rows = SOUND_OPTIONS.replace(", 7=INCALL", "").replace(", 9=INCALL", "").replace(", 15=OOS", "");
    assert_eq!(told(&rows, xml, "missing-row"), "rows 7, 9 and 15: have no ID");
    let service = told(&SOUND_OPTIONS.replace("=presence-profile", "=x"), xml, "service-type");
    assert!(service.starts_with("options line 2, column 14: "), "{service}");
    assert!(told(SOUND_OPTIONS, &xml.replace("7001", "x"), "availability-value").starts_with("line 18, column 41: "));
}

#[test]
fn problems_at_a_caret_begin_with_the_gravest() {
    let found = analysis(FAULTY, "");
    let at = FAULTY.find("=x").unwrap() + 1;
    let codes = |span: Span| -> Vec<&str> {
        findings::at(&found.findings, Part::Options, span)
            .iter()
            .map(|at| found.findings[*at].diagnostic.code)
            .collect()
    };
    assert_eq!(codes(Span::at(at)), ["service-type"]);
    assert_eq!(codes(Span::at(at + 1)), ["service-type"], "at its end too");
    assert_eq!(codes(Span::at(at + 3)), [""; 0]);
    let all = codes(Span::new(0, FAULTY.len()));
    assert_eq!(all.last(), Some(&"id-characters"));
}

#[test]
fn cells_are_marked_with_their_gravest_problem() {
    let xml = "<?xml version=\"1.0\"?>\n\
               <agentStates xmlns=\"http://schemas.genesys.com/09/2014/mslyncteserver/agentStates\">\n\
               <agentState ID=\"IDLE-OUT\" availability=\"19000\"><activity LCID=\"1033\">a & b</activity></agentState>\n\
               <agentState ID=\"R\"><activity LCID=\"1033\">r</activity></agentState>\n</agentStates>\n";
    let options = "aggregated-states=1=IDLE-OUT, 2=R, 2=R, 3=R S, 4=, 16=R";
    let analysis = analysis(options, xml);
    let marks = CellMarks::of(&analysis);
    let codes =
        |cell: Cell| -> Vec<&str> { marks.problems(cell).map(|at| analysis.findings[at].diagnostic.code).collect() };
    let own = |cell: Cell, code: &str| codes(cell).contains(&code);
    assert!(own(Cell::StateId(row(1)), "id-characters") && own(Cell::StateId(row(3)), "id-separator"));
    assert_eq!(codes(Cell::StateId(row(2))).iter().filter(|code| **code == "row-number").count(), 0);
    // Of `16=R` nobody knows which row it was.
    assert_eq!(codes(Cell::StateId(row(9))), [""; 0]);
    assert!(own(Cell::Availability(0), "availability-value") && own(Cell::Availability(1), "availability-value"));
    assert!(own(Cell::Text(0, Lcid::ENGLISH), "well-formed"));
    assert_eq!(marks.mark(Cell::Text(1, Lcid::ENGLISH)), None);
    let mark = marks.mark(Cell::Availability(1)).unwrap();
    assert_eq!((mark.severity, mark.count), (Severity::Error, 1));
    let phrase = marks.phrase(Cell::Availability(1), &analysis).unwrap();
    assert_eq!(phrase, "error: R has no availability");
    assert_eq!(marks.phrase(Cell::EntryId(77), &analysis), None);
}

#[test]
fn rows_without_an_id_are_marked_though_nothing_stands_there() {
    let options = SOUND_OPTIONS.replace(", 7=INCALL", "").replace(", 15=OOS", "");
    let analysis = analysis(&options, "");
    let marks = CellMarks::of(&analysis);
    let marked = StateNumber::all().filter(|row| {
        marks.problems(Cell::StateId(*row)).any(|at| analysis.findings[at].diagnostic.code == "missing-row")
    });
    assert_eq!(marked.map(StateNumber::number).collect::<Vec<_>>(), [7, 15]);
    let phrase = marks.phrase(Cell::StateId(row(7)), &analysis).unwrap();
    assert_eq!(phrase, "warning: rows 7 and 15 have no ID");
}

#[test]
fn what_is_set_aside_is_counted_apart_and_comes_back() {
    let mut profile = Profile::new("Presence", FAULTY, "");
    let open = Analysis::of(&profile);
    let note = open.findings.iter().find(|finding| finding.diagnostic.code == "id-characters").unwrap();
    let aside = SetAside::problem(note);
    profile.choices.set_aside = vec![aside.clone()];
    let parted = Analysis::of(&profile);
    assert_eq!(parted.findings.len() + 1, open.findings.len());
    assert_eq!(parted.set_aside.iter().collect::<Vec<_>>(), [note]);
    assert_eq!(Counts::of(&parted.set_aside).notes, 1);
    assert_eq!(set_aside::cause(note, &profile.choices), Some(&aside));
    // An edit elsewhere moves the place, not the subject.
    profile.options = FAULTY.replace("=x\n", "=presence-profile\nnote=1\n").into();
    assert_eq!(Analysis::of(&profile).set_aside.len(), 1);
    // Another ID is another problem, which a whole law covers.
    profile.options = FAULTY.replace("IDLE-OUT", "IDLE+OUT").into();
    assert_eq!(Analysis::of(&profile).set_aside.len(), 0);
    profile.choices.set_aside = vec![SetAside::law("id-characters")];
    assert_eq!(Analysis::of(&profile).set_aside.len(), 1);
    assert_eq!(SetAside::of("id-characters", None), Some(SetAside::law("id-characters")));
    assert_eq!(SetAside::of("a-law-of-the-past", None), None);
}

#[test]
fn a_profile_is_not_judged_by_what_the_application_names() {
    let mut workspace = Workspace::example();
    let codes = |workspace: &Workspace| -> Vec<&str> {
        Analysis::in_workspace(workspace, ProfileId::FIRST)
            .findings
            .iter()
            .map(|finding| finding.diagnostic.code)
            .collect()
    };
    let before = codes(&workspace);
    let named = |name| Arc::new(Assigned { application: Some(Arc::from(name)), ..Assigned::default() });
    workspace.assigned = named("Presence");
    assert_eq!(codes(&workspace), before);
    workspace.assigned = named("Nobody");
    assert_eq!(codes(&workspace), before);
}

#[test]
fn export_says_what_stands_in_the_way() {
    assert_eq!(export::title(&Analysis::of(&Workspace::example().profiles[0])), "Export");
    let xml = &Workspace::example().profiles[0].xml;
    let one = SOUND_OPTIONS.replace("=presence-profile", "=x");
    assert_eq!(export::title(&analysis(&one, xml)), "Export with 1 error");
    assert_eq!(export::title(&analysis(&one.replace("=false", "=x"), xml)), "Export with 2 errors");
}

#[test]
fn lines_carry_the_gravest_severity() {
    let analysis = analysis(FAULTY, "");
    let lines = paint(Part::Options, FAULTY, &analysis, 0..9, Kin { entry: None, id: None, hits: &[] }, false);
    assert_eq!(lines[1].severity, Some(Severity::Error));
    assert_eq!(lines[2].severity, None);
    assert_eq!(lines[4].severity, Some(Severity::Error));
    let of = |text: &str| lines[4].stretches.iter().find(|stretch| stretch.text == text).unwrap().severity;
    assert!(of("16").is_some());
    let id = lines[4].stretches.iter().find(|stretch| stretch.text.contains("IDLE-OUT")).unwrap();
    assert!(id.severity.is_some());
}

#[test]
fn what_cannot_be_seen_is_drawn() {
    let drawn =
        |text: &str| -> Vec<String> { blanks(text).iter().map(|blank| blank.drawn.text().into_owned()).collect() };
    assert_eq!(drawn(" a\tb\n"), ["·", "→", "⏎"]);
    assert_eq!(drawn("Prêt\u{a0}!\u{202f}?"), ["NBSP", "NNBSP"]);
    assert_eq!(drawn("x\u{200b}y\u{202e}z\u{feff}\u{3000}\u{7}"), ["U+200B", "U+202E", "U+FEFF", "U+3000", "U+0007"]);
    assert_eq!(drawn("שלום"), [""; 0]);
    assert_eq!(drawn("👩\u{200d}💻"), ["U+200D"]);
    let found = blanks("é x");
    assert_eq!((found[0].span, found[0].drawn), (Span::new(2, 3), Drawn::Blank));
    assert!(!found[0].drawn.is_box() && Drawn::Code('\u{200b}').is_box());
}

#[test]
fn a_missing_text_is_named_by_its_entry_and_language_and_leads_to_its_empty_cell() {
    let workspace = Workspace::example();
    let profile = &workspace.profiles[0];
    let analysis = Analysis::of(profile);
    let found = analysis.findings.iter().find(|finding| finding.diagnostic.code == "language-gap").unwrap();
    let cells: Vec<Cell> = (0..18)
        .map(|place| gap_cells::cell_of_place(&analysis, &found.diagnostic, place, Lcid::ENGLISH).unwrap())
        .collect();
    let lcid = |number: u32| Lcid::new(number);
    let expected: Vec<Cell> = [0, 1, 2, 3, 4, 6]
        .into_iter()
        .flat_map(|entry| [1036, 1049, 3082].map(|number| Cell::Text(entry, lcid(number))))
        .collect();
    assert_eq!(cells, expected);
    let spots = findings::further_spots(&analysis, &found.diagnostic, Lcid::ENGLISH);
    assert_eq!(spots.len(), 17);
    assert_eq!(spots[0].1.to_string(), "IDLE_OUT, Russian (Russia)");
    assert_eq!(spots[16].1.to_string(), "OOS, Spanish (Spain)");
}

#[test]
fn a_large_file_is_marked_at_once() {
    let mut xml = String::from("<agentStates>\n");
    for number in 0..700 {
        xml += &format!("<agentState ID='S {number}' availability='99999'>");
        for lcid in [1033, 1036, 1049, 3082] {
            xml += &format!("<activity LCID='{lcid}'> a\u{200b} & b </activity>");
        }
        xml += "</agentState>\n";
    }
    let analysis = analysis(SOUND_OPTIONS, &(xml + "</agentStates>"));
    let started = Instant::now();
    let marks = CellMarks::of(&analysis);
    let marked =
        (0..analysis.map.entries.len()).filter(|entry| marks.mark(Cell::Availability(*entry)).is_some()).count();
    assert!(started.elapsed().as_millis() < 200, "{:?}", started.elapsed());
    assert_eq!(marked, analysis.map.entries.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn marks_are_of_problems_that_are_there((options, xml) in documents::profile()) {
        let analysis = analysis(&options.text, &xml.text);
        let marks = CellMarks::of(&analysis);
        let rows = StateNumber::all().map(Cell::StateId);
        let entries = (0..analysis.map.entries.len()).flat_map(|entry| {
            let texts = analysis.languages.iter().map(move |lcid| Cell::Text(entry, *lcid));
            texts.chain([Cell::EntryId(entry), Cell::Availability(entry)])
        });
        for cell in rows.chain(entries) {
            let own: Vec<usize> = marks.problems(cell).collect();
            let mark = marks.mark(cell);
            prop_assert_eq!(mark.map_or(0, |mark| mark.count), own.len());
            prop_assert_eq!(mark.map(|mark| mark.gravest), own.first().copied());
            let grave = own.iter().map(|at| analysis.findings[*at].diagnostic.severity).min();
            prop_assert_eq!(mark.map(|mark| mark.severity), grave);
            prop_assert_eq!(marks.phrase(cell, &analysis).is_some(), mark.is_some());
        }
    }
}
