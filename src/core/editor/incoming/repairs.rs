//! What is mended in a draft before anything of it is taken: the fixes of the laws about how a text is written.
//!
//! What keeps the meaning is mended unless that is not wanted; what may change it only where it is.

mod gathered;

use std::collections::BTreeSet;

use self::gathered::{Gathered, gathered};
use super::kind::Kind;
use crate::{
    editor::{
        analysis::Analysis,
        finding::Finding,
        wording,
        workspace::{Profile, Workspace},
    },
    rules::{
        diagnostic::Diagnostic,
        fix::{self, Fix, Safety},
    },
    source::{edit::Edits, text::Part},
};

/// Something that is mended, or could be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// What tells it from the others of its piece.
    pub key: String,
    /// What it does: "Trim in 2 places".
    pub label: String,
    /// Why, and of what: "INCALL, English: the text has blanks around it".
    pub detail: String,
    /// Whether the meaning is kept; otherwise a person looks at it first.
    pub keeps_meaning: bool,
    /// Whether it is done.
    pub is_on: bool,
}

/// A draft after its repairs.
#[derive(Debug, Clone)]
pub struct Mended {
    /// The draft as it is now.
    pub profile: Profile,
    /// What that took, from the draft as it was, of the options and of the XML.
    pub edits: [Edits; 2],
    /// What was mended and what could be.
    pub repairs: Vec<Repair>,
    /// What is wrong and has no repair, in words; a few of many.
    pub told: Vec<String>,
}

/// The laws about how something is written, whose fixes are repairs of what comes in. The others judge what a profile
/// means, and their time is when it is in.
const LAWS: [&str; 25] = [
    "misread-text",
    "aggregated-states-form",
    "availability-value",
    "availability-word",
    "blank-around",
    "blank-inside",
    "control-character",
    "encoding",
    "first-lines",
    "id-characters",
    "id-separator",
    "inner-namespace",
    "invisible-character",
    "last-line",
    "lcid-of-client",
    "lcid-value",
    "namespace",
    "no-doctype",
    "option-ascii",
    "option-form",
    "option-name",
    "outermost-element",
    "range-form",
    "row-number",
    "well-formed",
];

/// Laws of which it is only told what they say.
const TOLD: [&str; 6] =
    ["do-not-disturb", "entry-id", "lcid-unknown", "other-numbering", "repeated-entry", "repeated-option"];

/// Repairs that may change the meaning and are done all the same unless that is not wanted: what stands there now is
/// nothing that anybody has written, or was written for people. Law and kind.
const WANTED: [(&str, Option<&str>); 5] = [
    ("aggregated-states-form", Some("write-rows")),
    ("misread-text", None),
    ("control-character", None),
    ("option-ascii", Some("use-plain-characters")),
    ("row-number", Some("join-lines")),
];

/// Fixes that add what nobody has written.
const ADDING: [&str; 2] = ["use-guide-range", "write-first-file"];

/// Laws whose fixes change what colleagues read, though nothing of it means anything.
const OF_TEXTS: [&str; 3] = ["blank-around", "blank-inside", "invisible-character"];

/// Laws about the lines around the entries of a whole file: what they put right can wait, and the file stays as it is.
const OF_FILE: [&str; 2] = ["first-lines", "last-line"];

/// Words that are asked for as numbers where the file knows words only.
const WANTED_OF_CUSTOM_STATES: &str = "availability-word";

/// A fix may bring another fault to light; after so many rounds the rest is left.
const MOST_ROUNDS: usize = 10;
/// So many problems of one law are mended in a round.
const MOST_MENDED: usize = 20_000;
/// So many things without a repair are told.
const MOST_TOLD: usize = 5;

/// Mends a draft. `turned` are the keys of the repairs that are to be otherwise than preset.
pub fn mended(mut profile: Profile, kind: Kind, turned: &BTreeSet<String>) -> Mended {
    let mut edits = [Edits::default(), Edits::default()];
    let mut done: Vec<Gathered> = Vec::new();
    let mut analysis = read(&profile);
    for _ in 0..MOST_ROUNDS {
        let wanted = |found: &Diagnostic, fix: &Fix| is_preset(kind, found, fix) != turned.contains(&key(found, fix));
        let chosen: Vec<(&Finding, &Fix)> = own(&analysis.findings)
            .filter_map(|finding| {
                let fix = finding.diagnostic.fixes.iter().find(|fix| wanted(&finding.diagnostic, fix))?;
                Some((finding, fix))
            })
            .collect();
        let round = fix::joined(chosen.iter().map(|(_, fix)| *fix));
        if round.iter().all(Edits::is_empty) {
            break;
        }
        for repair in gathered(chosen.into_iter(), true) {
            match done.iter_mut().find(|own| own.repair.key == repair.repair.key) {
                // What is said of the same place is done in two steps.
                Some(own) if own.repair.detail == repair.repair.detail => own.places = own.places.max(repair.places),
                Some(own) => own.places += repair.places,
                None => done.push(repair),
            }
        }
        for (part, round) in [Part::Options, Part::Xml].into_iter().zip(round) {
            let text = round.apply(profile.text(part));
            profile.set_text(part, text);
            let own = &mut edits[part as usize];
            *own = own.then(&round);
        }
        analysis = read(&profile);
    }
    let is_done = |key: &str, done: &[Gathered]| done.iter().any(|own| own.repair.key == key);
    let left =
        own(&analysis.findings).flat_map(|finding| finding.diagnostic.fixes.iter().map(move |fix| (finding, fix)));
    let left: Vec<Gathered> =
        gathered(left, false).into_iter().filter(|left| !is_done(&left.repair.key, &done)).collect();
    done.extend(left);
    // In one order, whatever is turned on or off.
    done.sort_by_key(|own| (position(&own.repair.key), own.repair.key.clone()));
    let repairs = done.into_iter().map(Gathered::counted).collect();
    Mended { told: told(&analysis, kind), profile, edits, repairs }
}

/// What the laws say of a draft. Of a text that it has not, they say nothing.
fn read(profile: &Profile) -> Analysis {
    let mut analysis = (*Analysis::with_up_to(MOST_MENDED, &Workspace::of(profile.clone()), profile.id)).clone();
    analysis.findings.retain(|finding| !profile.text(finding.diagnostic.part).is_empty());
    analysis
}

fn own(findings: &[Finding]) -> impl Iterator<Item = &Finding> {
    let is_own = |finding: &&Finding| LAWS.contains(&finding.diagnostic.code) && !is_missing(&finding.diagnostic);
    findings.iter().filter(is_own)
}

/// Whether something is told that is not there: what comes in need not have all.
fn is_missing(found: &Diagnostic) -> bool {
    found.fixes.iter().any(|fix| ADDING.contains(&fix.kind))
}

fn position(key: &str) -> usize {
    LAWS.iter().position(|law| key.split(' ').next() == Some(law)).unwrap_or(LAWS.len())
}

fn key(found: &Diagnostic, fix: &Fix) -> String {
    // A law may be sure in one place, and not in another.
    let doubt = if keeps_meaning(found, fix) { "" } else { " in-doubt" };
    format!("{} {}{doubt}", found.code, fix.kind)
}

/// Whether a fix is done unless that is not wanted; of several ways out the first one only.
fn is_preset(kind: Kind, found: &Diagnostic, fix: &Fix) -> bool {
    let is_first = found.fixes.first().is_some_and(|first| first.kind == fix.kind);
    let is_wanted = WANTED.iter().any(|(law, kind)| *law == found.code && kind.is_none_or(|kind| kind == fix.kind));
    let is_word = kind == Kind::CustomStates && found.code == WANTED_OF_CUSTOM_STATES;
    let is_of_file = kind == Kind::AgentStates && OF_FILE.contains(&found.code);
    is_first && !is_of_file && (keeps_meaning(found, fix) || is_wanted || is_word)
}

/// Whether every value is what it was before.
fn keeps_meaning(found: &Diagnostic, fix: &Fix) -> bool {
    fix.safety == Safety::Safe && !OF_TEXTS.contains(&found.code)
}

/// What is wrong and has no repair.
fn told(analysis: &Analysis, kind: Kind) -> Vec<String> {
    let is_told = |finding: &&Finding| {
        let found = &finding.diagnostic;
        // A table of texts need not have availabilities.
        let is_of_table = kind == Kind::Table && found.code == "availability-value";
        TOLD.contains(&found.code) || LAWS.contains(&found.code) && found.fixes.is_empty() && !is_of_table
    };
    let mut told: Vec<String> = Vec::new();
    let mut more = 0;
    for finding in analysis.findings.iter().filter(is_told) {
        match told.len() < MOST_TOLD {
            true => told.push(wording::whole(&finding.diagnostic).plain()),
            false => more += finding.diagnostic.count(),
        }
    }
    if 0 < more {
        told.push(format!("and {more} more"));
    }
    told
}
