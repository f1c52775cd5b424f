//! Tests that are documents: texts in, and what is made of them out.
//!
//! A file of `tests/cases/<folder>` holds cases. Each begins with a line `=== its name`, then comes the text that goes
//! in, a line `---`, and what comes out. `UPDATE=1` writes what came out into the files; look at the difference.

use std::{cell::RefCell, env, fs, path::Path};

const HEADING: &str = "=== ";
const OUT: &str = "---";

/// Runs every case of a folder of `tests/cases`: `run` is given the text without its last line feed.
pub fn check(folder: &str, run: impl Fn(&str) -> String) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(folder);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    assert!(!files.is_empty(), "no cases in {}", folder.display());
    let mut failures = String::new();
    for file in files {
        let before = fs::read_to_string(&file).unwrap();
        let after = rerun(&before, &run, |name, expected, found| {
            failures += &format!("\n{}: {name}\n--- expected\n{expected}--- found\n{found}", file.display());
        });
        if env::var_os("UPDATE").is_some() && before != after {
            fs::write(&file, after).unwrap();
        }
    }
    assert!(failures.is_empty() || env::var_os("UPDATE").is_some(), "UPDATE=1 takes what was found\n{failures}");
}

/// The text that goes in, without its last line feed, of every case of a file.
pub fn texts(file: &str) -> Vec<String> {
    let texts = RefCell::new(Vec::new());
    let run = |text: &str| {
        texts.borrow_mut().push(text.to_owned());
        String::new()
    };
    rerun(file, &run, |_, _, _| {});
    texts.into_inner()
}

/// The file as it is when all that comes out is right; reports what differs.
fn rerun(file: &str, run: &impl Fn(&str) -> String, mut differs: impl FnMut(&str, &str, &str)) -> String {
    let mut after = String::new();
    let mut lines = file.split_inclusive('\n').peekable();
    while let Some(heading) = lines.next() {
        let name = heading.strip_prefix(HEADING).unwrap_or_else(|| panic!("not a heading: {heading}")).trim_end();
        let mut text = String::new();
        while let Some(line) = lines.next_if(|line| !line.starts_with(HEADING) && line.trim_end() != OUT) {
            text += line;
        }
        lines.next_if(|line| line.trim_end() == OUT);
        let mut expected = String::new();
        while let Some(line) = lines.next_if(|line| !line.starts_with(HEADING)) {
            expected += line;
        }
        let mut found = run(text.strip_suffix('\n').unwrap_or(&text)).trim_end().to_owned() + "\n";
        if lines.peek().is_some() {
            found.push('\n');
        }
        if expected != found {
            differs(name, &expected, &found);
        }
        after += &format!("{HEADING}{name}\n{text}{OUT}\n{found}");
    }
    after
}
