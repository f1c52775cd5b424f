//! Carrying out fixes: what a step does, what it says beforehand, and that one undo takes it back.

use std::fmt::Write;

use presence_profile_core::{
    editor::{
        analysis::Analysis,
        command::{Command, Fixes},
        fixing::{self, Preview},
        history::History,
        planning,
        refusal::Refusal,
        subject::Subject,
        wording,
        workspace::{Profile, SetAside, Workspace},
    },
    rules::{diagnostic::Diagnostic, fix::Safety},
    source::text::Part,
};
use proptest::prelude::*;

use crate::{cases, documents, rules::Document};

/// The wishes of a document, then a profile as the fixtures of the laws write it.
fn document(text: &str) -> String {
    let wishes: Vec<&str> = text.lines().map_while(|line| line.strip_prefix("> ")).collect();
    let profile: String = text.split_inclusive('\n').skip(wishes.len()).collect();
    let read = Document::read(&profile);
    let mut history = History::new(Workspace::of(Profile::new("Presence", &read.options, &read.xml)));
    let before = history.present().clone();
    let mut document = String::new();
    for wish in &wishes {
        carry_out(&mut history, wish, &mut document);
    }
    let analysis = Analysis::of(&history.present().profiles[0]);
    writeln!(document, "left: {}", analysis.counts().words()).unwrap();
    if !analysis.set_aside.is_empty() {
        writeln!(document, "set aside: {}", analysis.set_aside.len()).unwrap();
    }
    while history.undo().is_some() {}
    assert_eq!(history.present(), &before);
    document
}

fn carry_out(history: &mut History, wish: &str, document: &mut String) {
    let workspace = history.present().clone();
    let analysis = Analysis::of(&workspace.profiles[0]);
    let subject = Subject { workspace: &workspace, profile: &workspace.profiles[0], analysis: &analysis };
    let problem = |code: &str| analysis.findings.iter().position(|finding| finding.diagnostic.code == code).unwrap();
    let hidden = |code: &str| analysis.set_aside.iter().find(|finding| finding.diagnostic.code == code).unwrap();
    let words: Vec<&str> = wish.split(' ').collect();
    let command = match words.as_slice() {
        ["fix", "everything", "safe"] => Command::Fix(Fixes::Safe),
        ["fix", "all", code, first, ..] => {
            let of_law = analysis.findings.iter().filter(|finding| finding.diagnostic.code == *code);
            let mut fixes = of_law.flat_map(|finding| &finding.diagnostic.fixes);
            let kind = fixes.find(|fix| fix.title.starts_with(first)).unwrap().kind;
            Command::Fix(Fixes::Kind { code: analysis.findings[problem(code)].diagnostic.code, kind })
        }
        ["fix", code, fix] => {
            let finding = &analysis.findings[problem(code)];
            Command::Fix(fixing::one(&analysis, finding, &finding.diagnostic.fixes[fix.parse::<usize>().unwrap()]))
        }
        ["set", "aside", code] => Command::SetAside(SetAside::problem(&analysis.findings[problem(code)])),
        ["set", "aside", "all", code] => {
            Command::SetAside(SetAside::law(analysis.findings[problem(code)].diagnostic.code))
        }
        ["bring", "back", code] => Command::BringBack(SetAside::problem(hidden(code))),
        _ => panic!("no wish: {wish}"),
    };
    let change = match planning::carry_out(subject, &command) {
        Ok(change) => change,
        Err(refusal) => return writeln!(document, "refused: {refusal}").unwrap(),
    };
    writeln!(document, "{}", change.label).unwrap();
    if let Command::Fix(fixes) = command {
        let preview = fixing::preview(subject, &fixes);
        assert_eq!(preview.is_none(), change.is_empty());
        if let Some(preview) = preview {
            // What is to be done, and what was done.
            assert!(!preview.label.is_empty() && preview.label != change.label);
            for piece in preview.pieces {
                let part = if piece.part == Part::Options { "options" } else { "xml" };
                writeln!(document, "  {part} {}", piece.line).unwrap();
                for (sign, lines) in [('-', piece.before), ('+', piece.after)] {
                    lines.lines().for_each(|line| writeln!(document, "    {sign} {line}").unwrap());
                }
            }
        }
    }
    let revision = history.revision();
    let is_empty = change.is_empty();
    history.commit(change);
    assert_eq!(history.revision(), revision + u64::from(!is_empty), "one step");
}

#[test]
fn fixes_do_what_their_documents_say() {
    cases::check("fixing", document);
}

#[test]
fn what_is_gone_is_refused() {
    let workspace = Workspace::example();
    let other = Document::read("  <agentState ID=\"INCALL\" availability=\"99999\"/>");
    let other = Analysis::of(&Profile::new("Presence", &other.options, &other.xml));
    let finding = other.findings.iter().find(|finding| finding.diagnostic.code == "availability-value").unwrap();
    let fixes = fixing::one(&other, finding, &finding.diagnostic.fixes[0]);
    let profile = &workspace.profiles[0];
    let subject = Subject { workspace: &workspace, profile, analysis: &Analysis::of(profile) };
    assert_eq!(planning::carry_out(subject, &Command::Fix(fixes.clone())), Err(Refusal::ProblemGone));
    assert_eq!(fixing::preview(subject, &fixes), None);
    assert_eq!(fixing::count(subject.analysis, &fixes), 0);
}

/// So many texts with a blank in front, each with a safe fix.
fn with_faults(count: usize) -> History {
    let texts = (0..count).map(|text| format!("    <activity LCID=\"1033\"> Text {text}</activity>\n"));
    let entries = texts.enumerate().map(|(entry, text)| {
        format!("  <agentState ID=\"STATE_{entry}_X\" availability=\"6500\">\n{text}  </agentState>\n")
    });
    let file = Document::read(&entries.collect::<String>());
    History::new(Workspace::of(Profile::new("Presence", &file.options, &file.xml)))
}

/// What a step says of itself, as the button, the preview and the undo say it.
fn told(history: &mut History, fixes: &Fixes) -> (usize, Preview, String) {
    let workspace = history.present().clone();
    let analysis = Analysis::of(&workspace.profiles[0]);
    let subject = Subject { workspace: &workspace, profile: &workspace.profiles[0], analysis: &analysis };
    let (count, preview) = (fixing::count(&analysis, fixes), fixing::preview(subject, fixes).unwrap());
    history.commit(planning::carry_out(subject, &Command::Fix(fixes.clone())).unwrap());
    (count, preview, history.undo_label().unwrap().to_owned())
}

#[test]
fn more_than_are_listed_are_counted_alike_everywhere() {
    let blanks = |history: &History| {
        let analysis = Analysis::of(&history.present().profiles[0]);
        let own = analysis.findings.into_iter().filter(|it| it.diagnostic.code == "blank-around");
        own.map(|it| it.diagnostic).collect::<Vec<_>>()
    };
    let kind = Fixes::Kind { code: "blank-around", kind: "trim" };
    for faults in [500, 501, 600] {
        let mut history = with_faults(faults);
        let found = blanks(&history);
        assert_eq!(found.len(), 500);
        assert_eq!(found.iter().map(Diagnostic::count).sum::<usize>(), faults);
        assert_eq!(found.iter().map(|it| it.places().count()).sum::<usize>(), faults);
        assert_eq!(found[499].unlisted.count, faults - 500);
        let not_listed = match faults - 500 {
            0 => "",
            1 => "; 1 more problem of this law is not listed",
            _ => "; 100 more problems of this law are not listed",
        };
        let words = wording::whole(&found[499]).plain();
        assert_eq!(words, format!("the text begins with a blank; colleagues would get the blanks too{not_listed}"));
        // The last that is listed stands for the others, and is mended alone.
        let analysis = Analysis::of(&history.present().profiles[0]);
        let last = analysis.findings.iter().rposition(|it| it.diagnostic.code == "blank-around").unwrap();
        for left in [faults - 1, faults - 2] {
            let analysis = Analysis::of(&history.present().profiles[0]);
            let finding = &analysis.findings[last - (faults - 1 - left)];
            let one = fixing::one(&analysis, finding, &finding.diagnostic.fixes[0]);
            let (count, preview, label) = told(&mut history, &one);
            assert_eq!((count, preview.problems, preview.places, label.as_str()), (1, 1, 1, "Fixed: trim"));
            assert_eq!(blanks(&history).iter().map(Diagnostic::count).sum::<usize>(), left);
        }
        history.undo();
        history.undo();
        let safe = (format!("Fix {faults} problems"), format!("{faults} problems fixed"));
        let trimmed = (format!("Trim in {faults} places"), format!("Fixed: trim in {faults} places"));
        for (fixes, (words, done)) in [(&Fixes::Safe, safe), (&kind, trimmed)] {
            let (count, preview, label) = told(&mut history, fixes);
            assert_eq!((count, preview.problems, preview.places), (faults, faults, faults));
            assert_eq!((preview.label, label), (words, done));
            assert_eq!(blanks(&history), []);
            history.undo();
        }
    }
}

#[test]
fn what_is_set_aside_takes_nothing_along_that_is_not_listed() {
    let mut history = with_faults(600);
    let workspace = history.present().clone();
    let analysis = Analysis::of(&workspace.profiles[0]);
    let last = analysis.findings.iter().rfind(|it| 0 < it.diagnostic.unlisted.count).unwrap();
    let subject = Subject { workspace: &workspace, profile: &workspace.profiles[0], analysis: &analysis };
    history.commit(planning::carry_out(subject, &Command::SetAside(SetAside::problem(last))).unwrap());
    let left = Analysis::of(&history.present().profiles[0]);
    assert_eq!(left.set_aside[0].diagnostic.places().count(), 1);
    let (count, preview, label) = told(&mut history, &Fixes::Safe);
    assert_eq!((count, preview.problems, preview.places, label.as_str()), (599, 599, 599, "599 problems fixed"));
}

#[test]
fn a_comment_in_a_comment_is_ended_once() {
    let xml = format!("{}\n", r#"<agentState ID="OOS" avail<!--<!--/>ability="18000">"#);
    let workspace = Workspace::of(Profile::new("Presence", "", &xml));
    let (count, preview, _) =
        told(&mut History::new(workspace.clone()), &Fixes::Kind { code: "well-formed", kind: "end-comment" });
    assert_eq!(preview.problems, count);
    let mut history = History::new(workspace);
    told(&mut history, &Fixes::Kind { code: "well-formed", kind: "end-comment" });
    assert_eq!(history.present().profiles[0].xml.matches("-->").count(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn a_preview_is_what_happens((options, xml) in documents::profile(), one in 0_usize..40) {
        let workspace = Workspace::of(Profile::new("Presence", &options.text, &xml.text));
        let profile = &workspace.profiles[0];
        let analysis = Analysis::of(profile);
        let subject = Subject { workspace: &workspace, profile, analysis: &analysis };
        let finding = analysis.findings.get(one % analysis.findings.len().max(1));
        let mut wishes = vec![Fixes::Safe];
        if let Some((finding, fix)) = finding.and_then(|finding| Some((finding, finding.diagnostic.fixes.first()?))) {
            wishes.push(fixing::one(&analysis, finding, fix));
            wishes.push(Fixes::Kind { code: finding.diagnostic.code, kind: fix.kind });
        }
        for fixes in wishes {
            let Ok(change) = planning::carry_out(subject, &Command::Fix(fixes.clone())) else { continue };
            let after = change.apply(&workspace);
            prop_assert_eq!(&change.inverse(&workspace).apply(&after), &workspace);
            let Some(preview) = fixing::preview(subject, &fixes) else { continue };
            prop_assert!(0 < preview.places && preview.problems == fixing::count(&analysis, &fixes), "{:?} {} {} {:?}", fixes, preview.problems, fixing::count(&analysis, &fixes), preview);
            // The lines before, taken out and replaced, are the text afterwards.
            for part in [Part::Options, Part::Xml] {
                let mut lines: Vec<&str> = profile.text(part).split('\n').collect();
                for piece in preview.pieces.iter().filter(|piece| piece.part == part).rev() {
                    let gone = if piece.before.is_empty() { 0 } else { piece.before.split('\n').count() };
                    let at = piece.line - 1;
                    let is_blank = gone == 0 && lines.get(at) == Some(&"") && !piece.after.is_empty();
                    prop_assert!(gone == 0 || lines[at..at + gone].join("\n") == piece.before, "{:?}", piece);
                    if piece.after.is_empty() || is_blank {
                        continue;
                    }
                    lines.splice(at..at + gone, piece.after.split('\n'));
                }
                let inserted = preview.pieces.iter().filter(|piece| piece.part == part);
                if inserted.clone().all(|piece| !piece.before.is_empty() && !piece.after.is_empty()) {
                    prop_assert_eq!(lines.join("\n"), after.profiles[0].text(part).to_string());
                }
            }
        }
        let safe = analysis.findings.iter().filter(|it| it.diagnostic.fixes.iter().any(|fix| fix.safety == Safety::Safe));
        prop_assert_eq!(safe.count(), fixing::count(&analysis, &Fixes::Safe));
    }
}
