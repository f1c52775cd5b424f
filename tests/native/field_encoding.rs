//! A file of the field that says another encoding than it has, from its refusal to what is saved.

use std::{fs, path::Path, sync::Arc};

use presence_profile_core::{
    editor::{
        analysis::Analysis,
        command::{Command, Fixes, Wish},
        export,
        history::History,
        planning,
        workspace::Workspace,
    },
    rules::diagnostic::Severity,
    source::decode::{decode, readings},
};

fn file(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/field").join(name);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn after(workspace: &Workspace, command: &Command) -> Workspace {
    let history = History::new(workspace.clone());
    let analysis = Analysis::of(&workspace.profiles[0]);
    let wish = Wish { profile: workspace.profiles[0].id, revision: history.revision(), command: command.clone() };
    planning::plan(&history, &analysis, &wish).unwrap().apply(workspace)
}

/// It says UTF-8 and was saved as ANSI, with a dash and an apostrophe that only windows-1252 has.
#[test]
fn a_file_that_says_utf_8_and_is_ansi() {
    let bytes = file("r04-says-utf8-is-ansi.xml");
    let refusal = decode(&bytes).unwrap_err();
    assert_eq!(refusal.to_string(), "line 5, column 28 (byte E9) is not UTF-8; save the file as UTF-8");
    let readings = readings::readings(&bytes, &refusal);
    let offered: Vec<_> = readings.iter().map(|reading| (reading.file.encoding.name(), &*reading.sample)).collect();
    let sample = |text: &str| format!("tivity LCID=\"1036\">D{text}</activity>");
    let wanted = [
        ("windows-1252", sample("éjeuner – de retour bientôt")),
        ("windows-1251", sample("йjeuner – de retour bientфt")),
    ];
    assert_eq!(offered, wanted.each_ref().map(|(name, sample)| (*name, sample.as_str())));

    let opened = Arc::new(readings[0].file.clone());
    let open = Command::OpenXml { name: "ansi.xml".into(), file: opened, opened: 1 };
    let workspace = after(&Workspace::example(), &open);
    let analysis = Analysis::of(&workspace.profiles[0]);
    let entries = &analysis.map.entries;
    let texts: Vec<(u32, &str)> = entries
        .iter()
        .flat_map(|entry| &entry.activities)
        .map(|activity| (activity.lcid_value().unwrap().number(), activity.text.text.as_str()))
        .collect();
    let right = [
        (1033, "Lunch"),
        (1036, "Déjeuner – de retour bientôt"),
        (1031, "Zurück um zwölf"),
        (1043, "Geïnteresseerd in lunch"),
        (1033, "Talking"),
        (1036, "L’agent est en ligne"),
    ];
    assert_eq!(texts, right);
    // The attribute is told; that the letters were others is past.
    let told = |code: &str| analysis.findings.iter().find(|finding| finding.diagnostic.code == code);
    let first_line = &told("first-lines").unwrap().diagnostic;
    assert_eq!(first_line.severity, Severity::Warning);
    for code in ["misread-text", "encoding", "well-formed", "control-character"] {
        assert!(told(code).is_none(), "{code}");
    }

    let fix = Command::Fix(Fixes::Kind { code: "first-lines", kind: first_line.fixes[0].kind });
    let saved = export::xml_bytes(&after(&workspace, &fix).profiles[0]);
    let saved = String::from_utf8(saved).unwrap();
    assert!(saved.starts_with("<?xml version=\"1.0\"?>\r\n<agentStates "), "{saved}");
    assert_eq!(saved.matches('\n').count(), saved.matches("\r\n").count());
    assert_eq!(saved.matches('\n').count(), bytes.iter().filter(|byte| **byte == b'\n').count());
    assert!(!saved.contains(['\u{FFFD}', '\u{FEFF}']));
    assert!(right.iter().all(|(_, text)| saved.contains(text)));
}
