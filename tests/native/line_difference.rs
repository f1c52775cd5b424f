//! What is told of two texts: their lines, what both have, and how little of it must be read.

use std::{fmt::Write, time::Instant};

use presence_profile_core::{
    editor::line_difference::{self, Kind, Piece, Run},
    source::text::LineIndex,
};
use proptest::prelude::*;

use crate::cases;

/// Equal lines that are shown around a change.
const CONTEXT: usize = 3;

/// The lines of a run, each with its numbers in both texts.
fn written(out: &mut String, run: Run, before: &str, after: &str) {
    let line = |text: &str, number: usize| {
        let span = LineIndex::new(text).line(number - 1).expect("a run has lines of the text");
        span.text(text).to_owned()
    };
    for at in 0..run.count {
        let (own, other) = (run.before + at, run.after + at);
        match run.kind {
            Kind::Equal => {
                assert_eq!(line(before, own), line(after, other));
                writeln!(out, "  {own:>3} {other:>3} {}", line(before, own))
            }
            Kind::Removed => writeln!(out, "- {own:>3}     {}", line(before, own)),
            Kind::Added => writeln!(out, "+     {other:>3} {}", line(after, other)),
        }
        .unwrap();
    }
}

#[test]
fn a_difference_is_told_as_its_document_says() {
    cases::check("line-difference", |document| {
        let (before, after) = match document.strip_prefix("~~~\n") {
            Some(after) => ("", after),
            None => document.split_once("\n~~~").expect("two texts with a line `~~~` between them"),
        };
        let after = after.strip_prefix('\n').unwrap_or(after);
        let mut out = String::new();
        for piece in line_difference::folded(&line_difference::lines(before, after), CONTEXT) {
            match piece {
                Piece::Shown(run) => written(&mut out, run, before, after),
                Piece::Folded(run) => {
                    writeln!(out, "  {:>3} {:>3} ({} more)", run.before, run.after, run.count).unwrap();
                }
            }
        }
        // Nothing at the end of a line can be seen.
        out.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
    });
}

/// The lines of a text as the difference counts them.
fn split(text: &str) -> Vec<&str> {
    if text.is_empty() { Vec::new() } else { text.split('\n').collect() }
}

fn check(before: &str, after: &str) -> Result<Vec<Run>, TestCaseError> {
    let runs = line_difference::lines(before, after);
    let (old, new) = (split(before), split(after));
    let (mut removed, mut added) = (0, 0);
    for run in &runs {
        prop_assert!(0 < run.count);
        prop_assert_eq!((run.before, run.after), (removed + 1, added + 1));
        if run.kind == Kind::Equal {
            prop_assert_eq!(&old[removed..removed + run.count], &new[added..added + run.count]);
        }
        removed += if run.kind == Kind::Added { 0 } else { run.count };
        added += if run.kind == Kind::Removed { 0 } else { run.count };
    }
    prop_assert_eq!((removed, added), (old.len(), new.len()), "every line is in a run");
    let is_ordered =
        |pair: &[Run]| pair[0].kind != pair[1].kind && (pair[0].kind, pair[1].kind) != (Kind::Added, Kind::Removed);
    prop_assert!(runs.windows(2).all(is_ordered), "{:?}", runs);
    prop_assert_eq!(runs.iter().all(|run| run.kind == Kind::Equal), before == after);
    Ok(runs)
}

/// The most lines that two texts can keep.
fn most_common(old: &[&str], new: &[&str]) -> usize {
    let mut best = vec![0; new.len() + 1];
    for one in old {
        let mut diagonal = 0;
        for (at, other) in new.iter().enumerate() {
            let with = if one == other { diagonal + 1 } else { 0 };
            diagonal = best[at + 1];
            best[at + 1] = best[at + 1].max(best[at]).max(with);
        }
    }
    best[new.len()]
}

fn text() -> impl Strategy<Value = String> {
    let line = prop::sample::select(vec!["", "a", "ab", "b", "</a>", "é", "è", "aé"]);
    prop::collection::vec(line, 0..12).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn every_line_is_told_and_as_many_as_can_be_are_equal(before in text(), after in text()) {
        let runs = check(&before, &after)?;
        let equal: usize = runs.iter().filter(|run| run.kind == Kind::Equal).map(|run| run.count).sum();
        prop_assert_eq!(equal, most_common(&split(&before), &split(&after)));
    }

    #[test]
    fn folding_leaves_nothing_out(before in text(), after in text(), context in 0_usize..4) {
        let runs = check(&before, &after)?;
        let mut again: Vec<Run> = Vec::new();
        for piece in line_difference::folded(&runs, context) {
            let (Piece::Shown(run) | Piece::Folded(run)) = piece;
            if let Piece::Folded(run) = piece {
                prop_assert!(run.kind == Kind::Equal && 1 < run.count);
            }
            match again.last_mut() {
                Some(last) if last.kind == run.kind => last.count += run.count,
                _ => again.push(run),
            }
        }
        prop_assert_eq!(again, runs);
    }
}

#[test]
fn eight_megabytes_are_compared_in_bounded_time() {
    let line = "x".repeat(39) + "\n";
    let same = line.repeat(200_000);
    let other = |step: usize| {
        let lines = same.lines().enumerate();
        lines.map(|(at, line)| if at % step == 0 { format!("{at}\n") } else { format!("{line}\n") }).collect::<String>()
    };
    let numbers = |factor: usize| (0..190_000).map(|at| format!("{}\n", at * factor % 4099)).collect::<String>();
    let texts = [
        (same.clone(), other(199_999)),
        (same.clone(), other(2)),
        (other(3), other(5)),
        (numbers(17), numbers(1031)),
        (same.clone(), "y\n".repeat(4_000_000)),
        ("\n".repeat(8_000_000), same.clone()),
    ];
    for (before, after) in &texts {
        let began = Instant::now();
        let runs = line_difference::lines(before, after);
        let took = began.elapsed().as_secs_f64();
        let told: usize = runs.iter().filter(|run| run.kind != Kind::Added).map(|run| run.count).sum();
        assert_eq!(told, split(before).len());
        println!("{} lines to {} in {took:.2} s", told, split(after).len());
        assert!(took < 20.0, "{took} s");
    }
    let runs = line_difference::lines(&texts[0].0, &texts[0].1);
    assert_eq!(runs.len(), 5, "two lines differ: {runs:?}");
}
