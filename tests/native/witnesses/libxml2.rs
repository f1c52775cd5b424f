//! libxml2, the reader of half the world, by its command `xmllint`.

use std::{
    env, fs,
    path::Path,
    process::{Command, Stdio},
};

use presence_profile_core::source::xml::{
    Xml,
    faults::{Fault, Kind},
};
use proptest::{
    prelude::*,
    strategy::ValueTree,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};

use super::ours;
use crate::{
    documents::{agent_states, any_xml},
    report,
};

/// Documents of each kind; the variable `DOCUMENTS` asks for more.
const COUNT: usize = 1500;
/// The most for one call: the list of their names must not be too long.
const BATCH: usize = 1000;
/// Stands between two documents in what `xmllint` writes.
const MARK: &str = "<mark-between-documents-3a7f/>";

/// What `xmllint` makes of each text, all in one call: the document as it writes it, or what it says is wrong.
fn read(folder: &Path, texts: &[String]) -> Vec<Result<String, String>> {
    fs::write(folder.join("mark.xml"), MARK).unwrap();
    let mut files = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        let name = format!("{at}.xml");
        fs::write(folder.join(&name), text).unwrap();
        files.extend([name, "mark.xml".to_owned()]);
    }
    let mut command = Command::new("xmllint");
    command
        .args(["--nonet", "--huge", "--nocdata", "--encode", "UTF-8"])
        .args(&files)
        .current_dir(folder)
        .stdin(Stdio::null());
    let output = command.output().unwrap();
    let (written, said) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8_lossy(&output.stderr));
    let mut documents: Vec<&str> = written.split(MARK).collect();
    assert_eq!(documents.pop().map(str::trim), Some(""));
    assert_eq!(documents.len(), texts.len());
    let header = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    let documents = documents.into_iter().enumerate().map(|(at, document)| {
        let name = format!("{at}.xml:");
        let mut errors = said.lines().filter(|line| line.starts_with(&name) && line.contains(" error :"));
        match errors.next() {
            Some(error) => Err(error[name.len()..].to_owned()),
            // Behind each document stands the header of the mark.
            None => Ok(document.trim_start().strip_suffix(header).unwrap_or(document).to_owned()),
        }
    });
    documents.collect()
}

/// libxml2 looks at the letters of a namespace's name, which Namespaces in XML does not make an error.
const NO_URI: &str = "is not a valid URI";

/// Where libxml2 lets pass what we must not: definitions, by policy; and `version="1."`, which XML 1.0 (production 26)
/// does not know.
fn is_ours_alone(fault: &Fault) -> bool {
    matches!(fault.kind, Kind::Doctype | Kind::Version)
}

fn texts(documents: impl Strategy<Value = String>) -> Vec<String> {
    let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::from_seed(RngAlgorithm::ChaCha, &[9; 32]));
    let count = env::var("DOCUMENTS").ok().and_then(|count| count.parse().ok()).unwrap_or(COUNT);
    let document = |_| documents.new_tree(&mut runner).expect("no document is refused").current();
    // In front of a file it is the file's mark, and no part of the text.
    (0..count).map(document).map(|text| text.trim_start_matches('\u{FEFF}').to_owned()).collect()
}

fn check(name: &str, texts: Vec<String>) {
    if Command::new("xmllint").arg("--version").stderr(Stdio::null()).stdout(Stdio::null()).status().is_err() {
        report::tell(&format!("libxml2 and {name}: not compared, there is no xmllint here"));
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("libxml2-{name}"));
    fs::create_dir_all(&folder).unwrap();
    let (mut sound, mut faults) = (0, Vec::new());
    let others = texts.chunks(BATCH).flat_map(|texts| read(&folder, texts));
    for (text, other) in texts.iter().zip(others) {
        let own = Xml::read(text, &[]);
        match (own.is_well_formed(), other) {
            (true, Ok(other)) => {
                sound += 1;
                if ours(text, &own) != ours(&other, &Xml::read(&other, &[])) {
                    faults.push(format!("another model: {text:?}\n{other:?}"));
                }
            }
            (true, Err(error)) if error.contains(NO_URI) => {}
            (true, Err(error)) => faults.push(format!("refused by libxml2 alone, {error}: {text:?}")),
            (false, Ok(_)) => {
                let reasons: Vec<&Fault> = own.faults.iter().filter(|fault| !is_ours_alone(fault)).collect();
                if own.elements.is_empty() || !reasons.is_empty() {
                    faults.push(format!("refused by us alone, {reasons:?}: {text:?}"));
                }
            }
            (false, Err(_)) => {}
        }
    }
    report::tell(&format!("libxml2 and {name}: {} documents, {sound} sound to both", texts.len()));
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults[..faults.len().min(9)].join("\n"));
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn reads_what_stays_sound_alike() {
    check("documents of any kind", texts(any_xml::nearly_sound()));
}

#[test]
fn reads_damaged_files_alike() {
    check("damaged files", texts(agent_states::document().prop_map(|document| document.text)));
}
