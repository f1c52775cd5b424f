//! What holds of the sources themselves, so that nobody has to remember it.

mod imports;
mod style_classes;
mod tokens;

use std::{fs, path::Path};

/// The most lines a file may have: over that it has two jobs.
const MOST_LINES: usize = 250;

/// The most lines a law may have.
const MOST_LINES_OF_A_LAW: usize = 90;

/// Files that may be longer, with the reason.
const LONGER: [(&str, &str); 0] = [];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Folders of other people's files, and of files that tools leave behind.
const FOREIGN: [&str; 4] = ["node_modules", "target", "corpus", "artifacts"];

/// All files of ours below a folder that end in this way, by their paths from the root, with their texts.
fn files(folder: &str, extension: &str) -> Vec<(String, String)> {
    let mut folders = vec![root().join(folder)];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        for path in entries.map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                let is_foreign = FOREIGN.iter().any(|foreign| path.ends_with(foreign));
                folders.extend((!is_foreign).then_some(path));
            } else if path.extension().is_some_and(|own| own == extension) {
                let text = fs::read_to_string(&path).unwrap();
                found.push((name(&path), text));
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "no .{extension} in {folder}");
    found
}

fn name(path: &Path) -> String {
    path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/")
}

fn report(faults: Vec<String>) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn a_file_begins_with_what_it_is_about() {
    let mut faults = Vec::new();
    for (file, text) in [files("src", "rs"), files("tests", "rs")].concat() {
        let first = text.lines().next().unwrap_or_default();
        if !first.starts_with("//! ") || first.len() < 16 {
            faults.push(format!("{file} begins with {first:?}"));
        }
    }
    report(faults);
}

#[test]
fn a_file_has_one_job() {
    let mut faults = Vec::new();
    for (file, text) in files("src", "rs") {
        let lines = text.lines().count();
        let most = if text.contains("static LAW: Law") { MOST_LINES_OF_A_LAW } else { MOST_LINES };
        if most < lines && !LONGER.iter().any(|(longer, _)| *longer == file) {
            faults.push(format!("{file} has {lines} lines"));
        }
    }
    for (longer, reason) in LONGER {
        let text = fs::read_to_string(root().join(longer)).unwrap_or_default();
        if text.lines().count() <= MOST_LINES {
            faults.push(format!("{longer} need not be an exception any more ({reason})"));
        }
    }
    report(faults);
}

#[test]
fn the_sources_do_without() {
    let forbidden = [
        (".unwrap()", "an `expect` states the invariant"),
        ("todo!(", "no stubs"),
        ("unimplemented!(", "no stubs"),
        ("dbg!(", "no traces of a search"),
        (", String>>", "an error is a type of its own, not a text"),
        ("inner_html", "text of any kind is shown as text"),
        ("#[allow(", "a lint is answered, or expected with a reason"),
    ];
    let mut faults = Vec::new();
    for (file, text) in files("src", "rs") {
        for (number, line) in text.lines().enumerate() {
            let found = forbidden.iter().filter(|(word, _)| line.contains(word));
            faults.extend(found.map(|(word, reason)| format!("{file}:{} `{word}`: {reason}", number + 1)));
            if line.contains("Result<") && line.contains(", String>") {
                faults.push(format!("{file}:{} an error is a type of its own, not a text", number + 1));
            }
        }
    }
    report(faults);
}

/// Files that read backticks: those of phrases, and those of a page in an options text.
const READERS_OF_BACKTICKS: [&str; 4] = [
    "src/core/source/phrase.rs",
    "src/core/mapping/leftovers.rs",
    "src/core/mapping/options/line.rs",
    "src/core/rules/leftovers.rs",
];

#[test]
fn words_are_not_read_back() {
    let mut faults = Vec::new();
    for (file, text) in files("src", "rs") {
        let reads = text.contains("'`'") || text.contains("(\"`\"");
        if reads && !READERS_OF_BACKTICKS.contains(&file.as_str()) {
            faults.push(format!("{file} looks for backticks"));
        }
    }
    report(faults);
}

#[test]
fn modules_have_names_of_the_domain() {
    let mut faults = Vec::new();
    for (file, _) in [files("src", "rs"), files("tests", "rs")].concat() {
        let own = file.rsplit('/').next().unwrap_or_default();
        if ["mod.rs", "utils.rs", "util.rs", "helpers.rs", "common.rs", "prelude.rs", "manager.rs"].contains(&own) {
            faults.push(file);
        }
    }
    report(faults);
}

#[test]
fn colours_have_one_place() {
    let mut faults = Vec::new();
    for (file, text) in files("style", "css") {
        if file == "style/tokens.css" {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            let hex = line.match_indices('#').any(|(at, _)| {
                let digits = line[at + 1..].bytes().take_while(u8::is_ascii_hexdigit).count();
                let ends = !line[at + 1 + digits..].starts_with(|sign: char| sign.is_alphanumeric() || sign == '-');
                matches!(digits, 3 | 4 | 6 | 8) && ends
            });
            let function = ["rgb(", "rgba(", "hsl(", "hsla(", "oklch(", "oklab(", "lab(", "lch(", "hwb("];
            if hex || function.iter().any(|name| line.contains(name)) {
                faults.push(format!("{file}:{} {}", number + 1, line.trim()));
            }
        }
    }
    report(faults);
}

#[test]
fn every_sheet_is_linked() {
    let page = fs::read_to_string(root().join("index.html")).unwrap();
    let sheets = files("style", "css");
    report(sheets.into_iter().map(|(file, _)| file).filter(|file| !page.contains(&format!("\"{file}\""))).collect());
}

#[test]
fn every_module_of_a_test_is_run() {
    let main = fs::read_to_string(root().join("tests/native/main.rs")).unwrap();
    let mut faults = Vec::new();
    for (file, _) in files("tests/native", "rs") {
        let Some(module) = file.strip_prefix("tests/native/").and_then(|file| file.strip_suffix(".rs")) else {
            continue;
        };
        if module != "main" && !module.contains('/') && !main.contains(&format!("mod {module};")) {
            faults.push(format!("{file} is not declared"));
        }
    }
    report(faults);
}

#[test]
fn the_example_is_the_same_everywhere() {
    for file in ["options.txt", "agentStates.xml"] {
        let own = fs::read(root().join("src/core/editor/example").join(file)).unwrap();
        let tested = fs::read(root().join("tests/cases/example").join(file)).unwrap();
        assert!(own == tested, "{file} differs");
    }
}
