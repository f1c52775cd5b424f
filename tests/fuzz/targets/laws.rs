//! Any two texts as a profile: judged without a panic, every place in its text, and fixed in rounds that end.

#![no_main]

use libfuzzer_sys::fuzz_target;
use presence_profile_core::{
    editor::{
        analysis::Analysis,
        command::{Command, Fixes},
        fixing,
        planning,
        subject::Subject,
        workspace::{Profile, Workspace},
    },
    rules::{
        self,
        diagnostic::{Diagnostic, Severity},
        fix::{Fix, Safety, Turn},
    },
    source::text::{Part, Span},
};

/// Stands between the options and the file in an input.
const BETWEEN: &str = "\n====\n";
const OPTIONS: &str = include_str!("../../cases/example/options.txt");

/// Laws of how a text is written.
const REVEALING: [&str; 12] = [
    "aggregated-states-form",
    "encoding",
    "mixed-separators",
    "no-doctype",
    "option-form",
    "option-name",
    "outermost-element",
    "presence-mode",
    "repeated-option",
    "rows-in-one-line",
    "section-name",
    "well-formed",
];

fuzz_target!(|text: &str| {
    let text = text.replace('\r', "");
    let (options, xml) = text.split_once(BETWEEN).unwrap_or((OPTIONS, &text));
    let profile = Profile::new("Presence", options, xml);
    let analysis = Analysis::of(&profile);
    for (at, finding) in analysis.findings.iter().enumerate() {
        check(&profile, &finding.diagnostic);
        for offered in &finding.diagnostic.fixes {
            let fixed = fixed(&profile, &analysis, fixing::one(&analysis, finding, offered));
            let is_idle = fixed.options == profile.options && fixed.xml == profile.xml;
            assert!(!is_idle, "nothing changes: {:?}", finding.diagnostic);
            let left = Analysis::of(&fixed);
            let is_left =
                offered.safety == Safety::Safe && is_said_again(&analysis, &left, &finding.diagnostic, offered);
            assert!(is_long(&analysis) || !is_left, "a safe fix leaves: {:?}", finding.diagnostic);
            let may_add = offered.safety == Safety::Changes || may_reveal(&analysis, &finding.diagnostic);
            let is_added = !may_add && errors(&analysis) < errors(&left);
            assert!(is_long(&analysis) || !is_added, "a safe fix adds an error: {:?}", finding.diagnostic);
        }
        if 20 < at {
            break;
        }
    }
    let fixed = fixed(&profile, &analysis, Fixes::Safe);
    let left = Analysis::of(&fixed).findings;
    let is_safe = |found: &&Diagnostic| found.fixes.iter().any(|fix| fix.safety == Safety::Safe);
    let left = left.iter().map(|finding| &finding.diagnostic).find(is_safe);
    assert!(is_long(&analysis) || left.is_none(), "still to be fixed: {left:?} in {:?}", (&fixed.options, &fixed.xml));
});

/// Lists are cut off: of very many problems some are found only when others have gone.
fn is_long(analysis: &Analysis) -> bool {
    150 < analysis.findings.len()
}

/// Whether, after a fix, the same is said of the same place, and as often as before. Of other places it may be: one
/// fault hides another.
fn is_said_again(before: &Analysis, after: &Analysis, found: &Diagnostic, fix: &Fix) -> bool {
    let edits = fix.edits_of(found.part);
    // Of elements of one name inside each other an end tag closes the innermost, of which nothing may be said.
    if fix.turn == Turn::InFront {
        return false;
    }
    // What follows a culprit that is gone may be another of its kind.
    if edits.iter().any(|edit| edit.text.is_empty() && edit.span.covers(found.span)) {
        return false;
    }
    let starts = |analysis: &Analysis| -> Vec<usize> {
        let all = analysis.findings.iter().map(|finding| &finding.diagnostic);
        let same = all.filter(|other| (other.code, other.rows, &other.message) == (found.code, found.rows, &found.message));
        same.map(|other| other.span.start).collect()
    };
    let after = starts(after);
    starts(before).len() <= after.len() && after.contains(&edits.shift(found.span.start))
}

/// Whether more can be read after a fix, which may have errors of its own. In a broken file that is so of any fix.
fn may_reveal(analysis: &Analysis, found: &Diagnostic) -> bool {
    let is_broken = analysis.findings.iter().any(|finding| finding.diagnostic.code == "well-formed");
    is_broken || REVEALING.contains(&found.code)
}

fn errors(analysis: &Analysis) -> usize {
    analysis.findings.iter().filter(|finding| finding.diagnostic.severity == Severity::Error).count()
}

fn check(profile: &Profile, found: &Diagnostic) {
    assert!(rules::laws::law(found.code).is_some(), "{}", found.code);
    assert!(!found.message.wrong.is_empty());
    let text = profile.text(found.part);
    let is_inside = |text: &str, span: Span| text.get(span.start..span.end).is_some();
    assert!(found.places().all(|span| is_inside(text, span)), "{found:?}");
    for (part, edit) in found.fixes.iter().flat_map(|fix| &fix.edits) {
        assert!(is_inside(profile.text(*part), edit.span), "{found:?}");
    }
}

/// The profile after a fix, or as it was where the fix is refused.
fn fixed(profile: &Profile, analysis: &Analysis, fixes: Fixes) -> Profile {
    let workspace = Workspace::of(profile.clone());
    let subject = Subject { workspace: &workspace, profile, analysis };
    let Ok(change) = planning::carry_out(subject, &Command::Fix(fixes)) else { return profile.clone() };
    let after = |part: Part| match change.edits(subject.place(part)) {
        Some(edits) => edits.apply(profile.text(part)),
        None => profile.text(part).to_string(),
    };
    Profile::new("Presence", &after(Part::Options), &after(Part::Xml))
}
