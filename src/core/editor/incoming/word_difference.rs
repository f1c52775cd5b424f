//! Two texts word by word: what both have, and what only one has.

use super::excerpt::{Fate, Run};
use crate::editor::line_difference;

/// Texts of more words and signs are shown as other ones altogether.
const MOST: usize = 2000;

/// The runs of both texts: what goes of the first, what comes with the second.
pub fn runs(now: &str, then: &str) -> (Vec<Run>, Vec<Run>) {
    let (old, new) = (parts(now), parts(then));
    let common = match old.len().max(new.len()) <= MOST {
        true => line_difference::in_common(old.iter().copied(), new.iter().copied()),
        false => Vec::new(),
    };
    let (mut kept_old, mut kept_new) = (vec![false; old.len()], vec![false; new.len()]);
    for (at, other, count) in common {
        kept_old[at..at + count].fill(true);
        kept_new[other..other + count].fill(true);
    }
    (joined(&old, &kept_old, Fate::Goes), joined(&new, &kept_new, Fate::Comes))
}

/// Parts side by side with one fate are one run.
fn joined(parts: &[&str], kept: &[bool], otherwise: Fate) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (part, is_kept) in parts.iter().zip(kept) {
        let fate = if *is_kept { Fate::Stays } else { otherwise };
        match runs.last_mut() {
            Some(run) if run.fate == fate => run.text.push_str(part),
            _ => runs.push(Run { fate, text: (*part).to_owned() }),
        }
    }
    runs
}

/// Words, and signs one by one.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        let end = match sign.is_alphanumeric() {
            true => rest.find(|sign: char| !sign.is_alphanumeric()).unwrap_or(rest.len()),
            false => sign.len_utf8(),
        };
        let (part, behind) = rest.split_at(end);
        parts.push(part);
        rest = behind;
    }
    parts
}
