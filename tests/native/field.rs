//! Files of the field that a profile takes as its texts, each with its right outcome by the laws and their fixes.

use std::{fs, path::Path};

use presence_profile_core::{
    editor::{
        analysis::Analysis,
        command::{Command, Fixes},
        planning,
        subject::Subject,
        wording,
        workspace::{Profile, Workspace},
    },
    mapping::{
        agent_states::{FIRST_LINES, PresenceMap, StateEntry, Written},
        option_name::OptionName,
        options::ProfileOptions,
    },
    rules::diagnostic::Diagnostic,
    source::{decode, text::LineIndex},
};

/// The text of a file of the field.
fn text_of(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/field").join(name);
    let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    decode::decode(&bytes).unwrap().text
}

fn judged(workspace: &Workspace) -> Vec<Diagnostic> {
    let analysis = Analysis::of(&workspace.profiles[0]);
    analysis.findings.iter().map(|finding| finding.diagnostic.clone()).collect()
}

fn of_law(workspace: &Workspace, code: &str) -> Vec<Diagnostic> {
    judged(workspace).into_iter().filter(|found| found.code == code).collect()
}

/// The workspace after fixes, as one step.
fn fixed(workspace: &Workspace, fixes: Fixes) -> Workspace {
    let analysis = Analysis::of(&workspace.profiles[0]);
    let subject = Subject { workspace, profile: &workspace.profiles[0], analysis: &analysis };
    planning::carry_out(subject, &Command::Fix(fixes)).unwrap().apply(workspace)
}

#[test]
fn curly_quotes() {
    let text = text_of("r08-word-quotes.xml");
    let before = Workspace::of(Profile::new("Presence", "", &text));
    let lines = LineIndex::new(&text);
    let found = of_law(&before, "well-formed");
    let places: Vec<usize> = found.iter().map(|found| lines.position(&text, found.span.start).line).collect();
    assert_eq!(places, [1, 2, 3, 3, 4, 6]);
    for found in &found {
        let told = wording::whole(found).plain();
        assert!(told.contains("typographic quotes") && told.contains("curly"), "{told}");
        assert_eq!(found.fixes.iter().map(|fix| fix.kind).collect::<Vec<_>>(), ["write-straight-quotes"]);
    }
    // The table shows what was meant before anything is mended.
    let entries = |workspace: &Workspace| {
        let map = PresenceMap::read(&workspace.profiles[0].xml);
        let written = |entry: &StateEntry| {
            let text =
                |written: &Option<Written>| written.as_ref().map(|written| written.text.clone()).unwrap_or_default();
            [text(&entry.id), text(&entry.availability), entry.activities[0].text.text.clone()].join(" ")
        };
        map.entries.iter().map(written).collect::<Vec<_>>()
    };
    let right = ["DESK_FREE 3500 Free for “hot” calls", "DESK_PAUSE 15500 Short break"];
    assert_eq!(entries(&before), right);
    let after = fixed(&before, Fixes::Kind { code: "well-formed", kind: "write-straight-quotes" });
    assert_eq!(entries(&after), right);
    let xml: &str = &after.profiles[0].xml;
    assert_eq!(xml.lines().take(2).collect::<Vec<_>>(), FIRST_LINES);
    assert_eq!(of_law(&after, "well-formed"), []);
    assert_eq!(xml.matches(['“', '”']).collect::<String>(), "“”");
}

#[test]
fn copy_of_a_mail() {
    let text = text_of("r10-outlook-option.txt");
    let before = Workspace::of(Profile::new("Presence", &text, ""));
    let told = |code: &str| -> Vec<String> {
        of_law(&before, code).iter().map(|found| wording::whole(found).plain().to_string()).collect()
    };
    assert!(told("option-name")[0].contains("aggregated-states"));
    let [blanks, unseen] = told("option-ascii").try_into().unwrap();
    assert!(blanks.contains("U+00A0") && unseen.contains("U+200B"), "{blanks} {unseen}");
    let named = fixed(&before, Fixes::Kind { code: "option-name", kind: "use-name-of-guide" });
    let read =
        |workspace: &Workspace| ProfileOptions::read(&workspace.profiles[0].options).aggregated_states.pairs.len();
    assert_eq!(read(&named), 15);
    let after = fixed(&named, Fixes::Kind { code: "option-ascii", kind: "use-plain-characters" });
    let options: &str = &after.profiles[0].options;
    assert!(options.is_ascii(), "{options:?}");
    let value = "1=SHIFT_END, 2=DESK_FREE, 3=DESK_BUSY, 4=WRAP_UP, 5=DESK_PAUSE, 6=CALL_LIVE, 7=CALL_LIVE, 8=CALL_LIVE, \
                 9=CALL_LIVE, 10=CALL_LIVE, 11=NO_DEVICE, 12=NO_DEVICE, 13=NO_DEVICE, 14=NO_DEVICE, 15=NO_DEVICE";
    assert_eq!(ProfileOptions::read(options).value(OptionName::AggregatedStates, options), Some(value));
}

#[test]
fn hexadecimal_lcids() {
    let before = Workspace::of(Profile::new("Presence", "", &text_of("r12-hex-lcids.xml")));
    let xml = &before.profiles[0].xml;
    let found = of_law(&before, "lcid-value");
    let offers: Vec<(&str, Vec<&str>)> = found
        .iter()
        .map(|found| {
            let offered = found.fixes.iter().map(|fix| fix.edits[0].1.text.as_str());
            (found.span.text(xml), offered.collect())
        })
        .collect();
    let right = [
        ("00000409", vec!["1033"]),
        ("0x0C07", vec!["3079"]),
        ("0C0A", vec!["3082"]),
        ("0804", vec!["2052"]),
        // It would be a second 1033 in its entry, and that is told.
        ("0409", vec![]),
        ("407", vec!["1031"]),
    ];
    assert_eq!(offers, right);
    let told = wording::whole(&found[4]).plain().to_string();
    assert!(told.contains("1033") && told.contains("another text in English (United States)"), "{told}");
    let kind = Fixes::Kind { code: "lcid-value", kind: "use-decimal-number" };
    for fixes in [kind, Fixes::Safe] {
        let after = fixed(&before, fixes);
        assert!(after.profiles[0].xml.contains(r#"<activity LCID="0409">Break</activity>"#));
        assert_eq!(of_law(&after, "repeated-language"), []);
    }
}
