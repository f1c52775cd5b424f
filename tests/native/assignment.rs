//! Which profile applies: what is shown, what can be wanted, what is pasted, and how fast thousands of Extensions are.

use std::{fmt::Write, sync::Arc, time::Instant};

use presence_profile_core::{
    editor::{
        assigned::{Assigned, ExtensionDn},
        assignment::{
            Assignment, option_text,
            problems::Spot,
            what_if::{Answer, NamingPlace, Question},
        },
        history::History,
        pasted_extensions::{pasted_extensions, pasting::pasting},
        place::ProfileId,
        reassigning::{self, Reassign},
        workspace::{Profile, Workspace},
    },
    mapping::options::Mode,
};
use proptest::prelude::*;

use crate::cases;

/// A workspace of profiles with these names, and what is assigned in it, as a document says it.
fn workspace(document: &str) -> (Workspace, Vec<(ProfileId, Mode)>) {
    let of = |kind: &'static str| {
        document.lines().filter_map(move |line| line.strip_prefix("~ ")?.strip_prefix(kind)).map(str::trim)
    };
    let (mut profiles, mut modes, mut id) = (Vec::new(), Vec::new(), ProfileId::FIRST);
    for (name, mode) in of("profile").map(|line| line.split_once(" is ").unwrap()) {
        profiles.push(Arc::new(Profile { id, ..Profile::new(name, "", "") }));
        let mode = [Mode::Pull, Mode::NotSet, Mode::Contradictory].into_iter().find(|known| known.name() == mode);
        modes.push((id, mode.unwrap_or(Mode::Push)));
        id = id.next();
    }
    let rows = of("extension").map(|line| line.split_once(' ').unwrap_or((line, "")));
    let assigned = Assigned {
        application: of("application").next().map(Arc::from),
        extensions: rows.map(|(number, name)| (ExtensionDn::new(number), Arc::from(name))).collect(),
    };
    (Workspace { profiles, assigned: Arc::new(assigned), live: Arc::default() }, modes)
}

#[test]
fn the_assignment_is_shown() {
    cases::check("assignment", |document| {
        let (workspace, modes) = workspace(document);
        let shown = Assignment::of(&workspace, &modes);
        let mut out = format!("{}\n", shown.size());
        for row in &shown.rows {
            writeln!(out, "{} | {} | {}", row.number, row.naming.name, row.naming.standing.words()).unwrap();
        }
        for profile in &shown.profiles {
            let mode = profile.mode.map_or("", Mode::name);
            writeln!(out, "{} | {mode} | {}", profile.name, profile.named_by()).unwrap();
        }
        for problem in &shown.problems {
            writeln!(out, "{}", problem.text()).unwrap();
            if let Some((label, _)) = &problem.fix {
                writeln!(out, "  fix: {label}").unwrap();
            }
        }
        if !shown.counts().words().is_empty() {
            writeln!(out, "{}", shown.counts().words()).unwrap();
        }
        for asked in document.lines().filter_map(|line| line.strip_prefix("? ")) {
            let (extension, login) = asked.split_once(" / ").unwrap_or((asked, ""));
            let question = Question { extension: extension.trim().into(), login: login.trim().into() };
            let answer = Answer::of(&shown, &question);
            let places = NamingPlace::ALL.map(|place| answer.outcome(place).words()).join(", ");
            writeln!(out, "? {asked}\n  {}: {}\n  {places}", answer.result(), answer.because()).unwrap();
        }
        out
    });
}

fn wish(shown: &Assignment, line: &str) -> Reassign {
    let text = |text: &str| text.replace("\\t", "\t").replace("\\n", "\n").replace("\\u", "\u{202d}");
    let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
    let (one, other) = rest.split_once(" to ").unwrap_or((rest, ""));
    match verb {
        "application" => Reassign::SetApplication(text(rest)),
        "add" => Reassign::AddExtension { number: text(one), profile: text(other) },
        "set" => Reassign::SetExtension { number: text(one), profile: text(other) },
        "renumber" => Reassign::RenumberExtension { from: text(one), to: text(other) },
        "remove" => Reassign::RemoveExtension(text(rest)),
        "paste" => Reassign::PasteExtensions(pasted_extensions(shown, &text(rest)).rows),
        "use" => Reassign::UseInstead { name: text(other), instead: text(one) },
        _ => panic!("no such wish: {line}"),
    }
}

#[test]
fn what_is_wanted_is_one_step() {
    cases::check("reassigning", |document| {
        let (workspace, modes) = workspace(document);
        let shown = Assignment::of(&workspace, &modes);
        let mut out = String::new();
        for line in document.lines().filter_map(|line| line.strip_prefix("> ")) {
            let change = match reassigning::plan(&workspace, &wish(&shown, line)) {
                Ok(change) if change.is_empty() => {
                    writeln!(out, "> {line}\n  nothing changes").unwrap();
                    continue;
                }
                Ok(change) => change,
                Err(refusal) => {
                    writeln!(out, "> {line}\n  refused: {refusal}").unwrap();
                    continue;
                }
            };
            let after = change.apply(&workspace);
            assert_eq!(change.inverse(&workspace).apply(&after), workspace, "{line}");
            let again = reassigning::plan(&after, &wish(&shown, line));
            assert!(again.is_err() || again.unwrap().is_empty(), "{line} is granted");
            writeln!(out, "> {line}\n  {}", change.label).unwrap();
            let assigned = &after.assigned;
            let rows = assigned.extensions.iter().map(|(number, name)| format!("{number} {name}"));
            let rows = rows.collect::<Vec<_>>().join(", ");
            writeln!(out, "  application {}; {rows}", assigned.application.as_deref().unwrap_or("-")).unwrap();
        }
        out
    });
}

#[test]
fn two_columns_are_read() {
    cases::check("pasted-extensions", |document| {
        let (workspace, modes) = workspace(document);
        let lines = document.split_inclusive('\n').filter(|line| !line.starts_with("~ "));
        let text: String = lines.collect();
        let shown = Assignment::of(&workspace, &modes);
        let pasted = pasted_extensions(&shown, &text.replace("\\t", "\t").replace("\\u", "\u{202c}"));
        let mut out = String::new();
        if pasted.has_head {
            out += "a head\n";
        }
        for (number, profile) in &pasted.rows {
            writeln!(out, "{number} | {}", profile.as_deref().unwrap_or("as it was")).unwrap();
        }
        for left_out in &pasted.left_out {
            writeln!(out, "line {} left out: {}", left_out.line, left_out.why).unwrap();
        }
        for number in &pasted.repeated {
            writeln!(out, "{number} again").unwrap();
        }
        if 2 < pasted.columns {
            writeln!(out, "{} columns", pasted.columns).unwrap();
        }
        out
    });
}

#[test]
fn pasting_is_told() {
    let document = "~ profile A is Push\n~ extension 1 A\n~ extension 2\n~ extension 3\n~ extension 4";
    let (workspace, modes) = workspace(document);
    let shown = Assignment::of(&workspace, &modes);
    let two = ExtensionDn::new("2");
    let told = |text: &str, in_names: bool| pasting(&shown, text, Some(&two), in_names).map(|pasting| pasting.told);
    for (text, in_names, expected) in [
        ("4210", false, None),
        ("4210\n", false, None),
        ("", false, None),
        ("Presence EMEA", true, None),
        ("4210 A", false, Some("1 Extension pasted")),
        ("4210\tA", true, Some("1 Extension pasted")),
        ("5\n6\n7", false, Some("3 Extensions pasted")),
        ("5\tA\n5\tB\n5\tC", false, Some("1 Extension pasted; 5 stands more than once, its last line counts")),
        ("A\nB", true, Some("2 profiles pasted")),
        ("A\n\nB B\nC", true, Some("3 profiles pasted; 1 line left out, for which there is no row")),
        (
            "5\tA\tPush\nx y\tA\n",
            false,
            Some(
                "1 Extension pasted; 1 line left out: 2 (a blank in the number); \
                 of 3 columns the first two were read",
            ),
        ),
        (
            "5\tA\n\tA\n\tB\nNumber\tProfile\na b\tA\n6=\tA",
            false,
            Some(
                "1 Extension pasted; 5 lines left out: 2, 3 (no number), 4 (column titles), 5 (a blank in the number), \u{2026}",
            ),
        ),
        ("1\tB\n2\t\n5\tA", false, Some("3 Extensions pasted: 1 new, 1 changed, 1 as before")),
        ("1\tA", false, Some("Nothing changed: the Extension stands as it is")),
        (
            "1\tB\n1\tA\n2\n3\t",
            false,
            Some("Nothing changed: all 3 Extensions stand as they are; 1 stands more than once, its last line counts"),
        ),
        ("\tA\n\tB", false, Some("Nothing pasted; 2 lines left out: 1, 2 (no number)")),
        ("Number\tProfile\n5\tA\n6\tA", false, Some("2 Extensions pasted; 1 heading left out")),
        ("lobby\tA\n5\tA", false, Some("2 Extensions pasted")),
        ("lobby\tA", false, Some("1 Extension pasted")),
        ("lobby\tPresence", false, Some("1 Extension pasted")),
        ("lobby\t", true, Some("1 Extension pasted")),
        ("Number\tProfile", false, Some("Nothing pasted; 1 line left out: 1 (column titles)")),
        ("A\t5", false, Some("Nothing pasted; 1 line left out: 1 (the name of a profile, no number)")),
        ("5\tA\nA\tA", true, Some("1 Extension pasted; 1 line left out: 2 (the name of a profile, no number)")),
    ] {
        assert_eq!(told(text, in_names).as_deref(), expected, "{text:?}");
    }
    let down = pasting(&shown, "A\n\nB", Some(&two), true).unwrap();
    let after = reassigning::plan(&workspace, &down.wish).unwrap().apply(&workspace);
    let names: Vec<&str> = after.assigned.extensions.values().map(|name| &**name).collect();
    assert_eq!(names, ["A", "A", "", "B"]);
}

#[test]
fn a_wrong_name_is_mended_where_it_is_or_everywhere() {
    let (workspace, modes) =
        workspace("~ profile Sales is Push\n~ application sales\n~ extension 1 sales\n~ extension 2 Salse");
    let shown = Assignment::of(&workspace, &modes);
    let ways = |spot: &Spot| {
        let here = shown.problems.iter().filter(|problem| problem.places.contains(spot));
        here.flat_map(|problem| problem.ways_at(spot)).collect::<Vec<_>>()
    };
    let one = Spot::Extension(ExtensionDn::new("1"));
    let here = Reassign::SetExtension { number: "1".into(), profile: "Sales".into() };
    let everywhere = Reassign::UseInstead { name: "sales".into(), instead: "Sales".into() };
    let everywhere = ("Use Sales in both places".to_owned(), everywhere);
    assert_eq!(ways(&one), [("Use Sales here".to_owned(), here), everywhere.clone()]);
    let here = Reassign::SetApplication("Sales".into());
    assert_eq!(ways(&Spot::Application), [("Use Sales here".to_owned(), here), everywhere]);
    let alone = Reassign::SetExtension { number: "2".into(), profile: "Sales".into() };
    assert_eq!(ways(&Spot::Extension(ExtensionDn::new("2"))), [("Use Sales".to_owned(), alone)]);
    assert_eq!(ways(&Spot::Extension(ExtensionDn::new("3"))), []);
}

#[test]
fn what_is_copied_can_be_pasted() {
    let (workspace, modes) = workspace("~ profile A is Push\n~ extension 99 A\n~ extension 4210\n~ extension *21 B C");
    let table = Assignment::of(&workspace, &modes).table();
    assert_eq!(table, "Number\tpresence-profile\n99\tA\n4210\t\n*21\tB C\n");
    let pasted = pasted_extensions(&Assignment::of(&workspace, &modes), &table);
    assert!(pasted.has_head && pasted.left_out.is_empty());
    let empty = Workspace { assigned: Arc::default(), ..workspace.clone() };
    let change = reassigning::plan(&empty, &Reassign::PasteExtensions(pasted.rows)).unwrap();
    assert_eq!(change.apply(&empty).assigned.extensions, workspace.assigned.extensions);
}

#[test]
fn the_texts_are_exact() {
    assert_eq!(option_text("Presence_EMEA"), "[TServer]\npresence-profile=Presence_EMEA");
}

#[test]
fn numbers_are_in_the_order_of_people() {
    let order = ["0", "007", "7", "99", "4210", "4210a", "4210b", "4211", "*9", "*21", "a2", "a10", "b"];
    let mut sorted = order.map(ExtensionDn::new);
    sorted.reverse();
    sorted.sort();
    assert_eq!(sorted.map(|number| number.to_string()), order.map(str::to_owned));
}

proptest! {
    #[test]
    fn the_order_of_numbers_is_one(numbers in prop::collection::vec("[0-2a*]{0,4}", 3)) {
        let [one, other, third] = [0, 1, 2].map(|at| ExtensionDn::new(&numbers[at]));
        prop_assert_eq!(one.cmp(&other), other.cmp(&one).reverse());
        prop_assert_eq!(one == other, one.cmp(&other).is_eq());
        prop_assert!(!(one <= other && other <= third) || one <= third);
    }

    #[test]
    fn whatever_is_pasted_is_taken_or_left_out(text in "[0-9a-c\t,; \"\n=\u{202c}]{0,60}") {
        let pasted = pasted_extensions(&Assignment::of(&Workspace::example(), &[]), &text);
        let change = reassigning::plan(&Workspace::example(), &Reassign::PasteExtensions(pasted.rows.clone()));
        prop_assert!(change.is_ok());
        let lines = text.lines().filter(|line| !reassigning::trim(line).is_empty()).count();
        prop_assert_eq!(pasted.rows.len() + pasted.left_out.len() + usize::from(pasted.has_head), lines);
    }
}

#[test]
fn five_thousand_extensions_are_pasted_shown_and_taken_back() {
    let text: String = (0..5000).map(|at| format!("{}\tPresence_{}\r\n", 10_000 + at, at % 300)).collect();
    let mut history = History::new(Workspace::example());
    let begin = Instant::now();
    let pasted = pasted_extensions(&Assignment::default(), &text);
    let change = reassigning::plan(history.present(), &Reassign::PasteExtensions(pasted.rows)).unwrap();
    assert_eq!(change.label, "5000 Extensions pasted");
    history.commit(change);
    let shown = Assignment::of(history.present(), &[]);
    assert_eq!((shown.rows.len(), shown.problems.len(), shown.unlisted), (5000, 101, 200));
    assert_eq!(shown.size(), "5000 Extensions, 5000 no such profile");
    let one = Reassign::SetExtension { number: "10007".into(), profile: "Presence".into() };
    let change = reassigning::plan(history.present(), &one).unwrap();
    assert!(change.weight() < 1000, "a step holds one row: {}", change.weight());
    history.commit(change);
    history.undo();
    history.undo();
    assert_eq!(history.present(), &Workspace::example());
    // Generous, for a slow machine and an unoptimised build.
    assert!(begin.elapsed().as_millis() < 3000, "{:?}", begin.elapsed());
}
