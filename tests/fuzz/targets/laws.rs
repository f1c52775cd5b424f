//! Any two texts as a profile: judged without a panic, every place in its text, and fixed in rounds that end.

#![no_main]

use libfuzzer_sys::fuzz_target;
use presence_profile_editor::{
    editor::{
        analysis::Analysis,
        command::{Command, Subject, plan},
        fixing::Wanted,
        workspace::Profile,
    },
    rules::{self, diagnostic::Diagnostic, fix::Safety},
    source::text::{Part, Place, Span},
};

/// Stands between the options and the file in an input.
const BETWEEN: &str = "\n====\n";
const OPTIONS: &str = include_str!("../../cases/example/options.txt");

fuzz_target!(|text: &str| {
    let text = text.replace('\r', "");
    let (options, xml) = text.split_once(BETWEEN).unwrap_or((OPTIONS, &text));
    let profile = Profile::new("Presence", options, xml);
    let analysis = Analysis::of(&profile);
    for (at, finding) in analysis.problems.iter().enumerate() {
        check(&profile, &finding.diagnostic);
        for fix in 0..finding.diagnostic.fixes.len() {
            let fixed = fixed(&profile, &analysis, Wanted::One { problem: at, fix });
            // Judging what a fix leaves is what finds its slips.
            drop(Analysis::of(&fixed));
        }
        if 20 < at {
            break;
        }
    }
    let fixed = fixed(&profile, &analysis, Wanted::Safe);
    let left = Analysis::of(&fixed).problems;
    let is_safe = |found: &&Diagnostic| found.fixes.iter().any(|fix| fix.safety == Safety::Safe);
    let left = left.iter().map(|finding| &finding.diagnostic).find(is_safe);
    // Lists are cut off: of very many problems some are found only when others have gone.
    let is_long = 150 < analysis.problems.len();
    assert!(is_long || left.is_none(), "still to be fixed: {left:?} in {:?}", (&fixed.options, &fixed.xml));
});

fn check(profile: &Profile, found: &Diagnostic) {
    assert!(rules::law(found.code).is_some(), "{}", found.code);
    assert!(!found.message.is_empty());
    let text = profile.text(found.part);
    let is_inside = |text: &str, span: Span| text.get(span.start..span.end).is_some();
    assert!(found.places().all(|span| is_inside(text, span)), "{found:?}");
    for (part, edit) in found.fixes.iter().flat_map(|fix| &fix.edits) {
        assert!(is_inside(profile.text(*part), edit.span), "{found:?}");
    }
}

/// The profile after a fix, or as it was where the fix is refused.
fn fixed(profile: &Profile, analysis: &Analysis, wanted: Wanted) -> Profile {
    let subject = Subject { position: 0, profile, analysis };
    let Ok(change) = plan(subject, &Command::Fix(wanted)) else { return profile.clone() };
    let after = |part: Part| match change.edits(Place { profile: 0, part }) {
        Some(edits) => edits.apply(profile.text(part)),
        None => profile.text(part).to_string(),
    };
    Profile::new("Presence", &after(Part::Options), &after(Part::Xml))
}
