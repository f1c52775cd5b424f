//! In which stretches a new text is other than the old one.

use std::{convert::Infallible, ops::Range};

use similar::algorithms::{DiffHook, myers};

use super::signs::Sign;

/// Signs that give way, and those that come in their place, by their positions; one of the two may be none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Difference {
    pub old: Range<usize>,
    pub new: Range<usize>,
}

/// As many signs times signs are compared with each other; beyond, all from the first that differs to the last is other.
const MOST: usize = 250_000;

/// Where two texts differ: in one stretch, unless what is the same within it would be written otherwise.
pub(super) fn between(old: &[Sign], new: &[char]) -> Vec<Difference> {
    let is_same = |(own, other): &(&Sign, &char)| own.sign == **other;
    let front = old.iter().zip(new).take_while(is_same).count();
    let behind = old[front..].iter().rev().zip(new[front..].iter().rev()).take_while(is_same).count();
    let (own, other) = (front..old.len() - behind, front..new.len() - behind);
    let mut differences = Vec::new();
    let mut at = (own.start, other.start);
    for run in kept(&old[own.clone()], &new[other.clone()]) {
        let (from, to) = (own.start + run.old, other.start + run.new);
        differences.push(Difference { old: at.0..from, new: at.1..to });
        at = (from + run.count, to + run.count);
    }
    differences.push(Difference { old: at.0..own.end, new: at.1..other.end });
    differences.retain(|difference| !difference.old.is_empty() || !difference.new.is_empty());
    differences
}

/// Signs that both texts have, from a position in each.
struct Run {
    old: usize,
    new: usize,
    count: usize,
}

/// The runs that are to stay as they are written.
fn kept(old: &[Sign], new: &[char]) -> Vec<Run> {
    let is_special = |sign: &Sign| sign.is_special;
    if !old.iter().any(is_special) || MOST / old.len() < new.len() {
        return Vec::new();
    }
    let signs: Vec<char> = old.iter().map(|own| own.sign).collect();
    let mut runs = Runs(Vec::new());
    let Ok(()) = myers::diff_deadline_raw(&mut runs, signs.as_slice(), 0..signs.len(), new, 0..new.len(), None);
    runs.0.retain(|run| old[run.old..run.old + run.count].iter().any(is_special));
    runs.0
}

struct Runs(Vec<Run>);

impl DiffHook for Runs {
    type Error = Infallible;

    fn equal(&mut self, old: usize, new: usize, count: usize) -> Result<(), Infallible> {
        match self.0.last_mut().filter(|last| last.old + last.count == old && last.new + last.count == new) {
            Some(last) => last.count += count,
            None => self.0.push(Run { old, new, count }),
        }
        Ok(())
    }
}
