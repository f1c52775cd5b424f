//! Two texts line by line: what both have, and what one has alone.

use std::{collections::HashMap, convert::Infallible};

use similar::algorithms::{Compact, DiffHook, myers};

use crate::source::edit::Edit;

/// Lines that follow each other in both texts, or in one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// Which text has them.
    pub kind: Kind,
    /// The number of its first line in the text before, from 1; of added lines, of the line they come in front of.
    pub before: usize,
    /// The number of its first line in the text afterwards, from 1; of removed lines, of the line they stood in front of.
    pub after: usize,
    /// How many lines it has; at least one.
    pub count: usize,
}

/// Which of the two texts has a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Both.
    Equal,
    /// The text before alone.
    Removed,
    /// The text afterwards alone.
    Added,
}

/// A piece of a difference, as it is shown to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// Lines that are shown.
    Shown(Run),
    /// Equal lines that nobody need see.
    Folded(Run),
}

/// Lines of both texts together, from the first that differs to the last, that are compared with each other. Where there
/// are more, all of them are removed and added.
pub const MOST_LINES: usize = 400_000;

/// The runs that lead from one text to the other, in the order of the texts: what is removed stands in front of what is
/// added, and no two of a kind follow each other. Lines are those of a [`LineIndex`](crate::source::text::LineIndex):
/// a line feed at the end begins one more, which is empty. An empty text has none.
pub fn lines(before: &str, after: &str) -> Vec<Run> {
    let mut runs = Runs::default();
    let count = |text: &str| if text.is_empty() { 0 } else { 1 + feeds(text) };
    if before.is_empty() || after.is_empty() {
        runs.change(count(before), count(after));
        return runs.all;
    }
    let Some(edit) = Edit::between(before, after) else {
        runs.keep(count(before));
        return runs.all;
    };
    // Whole lines around what differs; those in front and behind are equal byte by byte, and need no comparison.
    let start = before[..edit.span.start].rfind('\n').map_or(0, |feed| feed + 1);
    let end = before[edit.span.end..].find('\n').map_or(before.len(), |feed| edit.span.end + feed);
    let (old, new) = (&before[start..end], &after[start..after.len() - (before.len() - end)]);
    runs.keep(feeds(&before[..start]));
    compare(&mut runs, old, new);
    runs.keep(feeds(&before[end..]));
    runs.all
}

/// The runs with those equal lines folded that are farther from a change than so many lines. A single line is not: what
/// stands in its place would take as much room.
pub fn folded(runs: &[Run], context: usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (at, run) in runs.iter().enumerate() {
        let front = if at == 0 { 0 } else { context };
        let back = if at + 1 == runs.len() { 0 } else { context };
        let hidden = run.count.saturating_sub(front + back);
        if run.kind != Kind::Equal || hidden < 2 {
            pieces.push(Piece::Shown(*run));
            continue;
        }
        let part =
            |from: usize, count: usize| Run { before: run.before + from, after: run.after + from, count, ..*run };
        pieces.extend((0 < front).then(|| Piece::Shown(part(0, front))));
        pieces.push(Piece::Folded(part(front, hidden)));
        pieces.extend((0 < back).then(|| Piece::Shown(part(front + hidden, back))));
    }
    pieces
}

fn feeds(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\n').count()
}

/// Adds the runs of two stretches of whole lines.
fn compare(runs: &mut Runs, old: &str, new: &str) {
    let (old_count, new_count) = (1 + feeds(old), 1 + feeds(new));
    let common = match old_count + new_count <= MOST_LINES {
        true => in_common(old.split('\n'), new.split('\n')),
        false => Vec::new(),
    };
    let (mut removed, mut added) = (0, 0);
    for (before, after, count) in common {
        runs.change(before - removed, after - added);
        runs.keep(count);
        (removed, added) = (before + count, after + count);
    }
    runs.change(old_count - removed, new_count - added);
}

/// The longest row of pieces that two texts have in common: where stretches of it begin in each, and how many pieces they
/// are.
pub(super) fn in_common<'a>(
    old: impl Iterator<Item = &'a str>,
    new: impl Iterator<Item = &'a str>,
) -> Vec<(usize, usize, usize)> {
    let mut numbers = HashMap::new();
    let (old, new): (Vec<u32>, Vec<u32>) = (
        old.map(|piece| number(&mut numbers, piece)).collect(),
        new.map(|piece| number(&mut numbers, piece)).collect(),
    );
    let mut hook = Compact::new(Common(Vec::new()), &*old, &*new);
    let Ok(()) = myers::diff(&mut hook, &*old, 0..old.len(), &*new, 0..new.len());
    hook.into_inner().0
}

/// A piece as a number: equal ones have the same.
fn number<'a>(numbers: &mut HashMap<&'a str, u32>, piece: &'a str) -> u32 {
    let next = u32::try_from(numbers.len()).expect("there are no more pieces than are compared");
    *numbers.entry(piece).or_insert(next)
}

/// What both texts have, as the comparison finds it: where it begins in each, and how many lines. All else follows.
struct Common(Vec<(usize, usize, usize)>);

impl DiffHook for Common {
    type Error = Infallible;

    fn equal(&mut self, before: usize, after: usize, count: usize) -> Result<(), Infallible> {
        self.0.push((before, after, count));
        Ok(())
    }
}

/// Runs that are put one behind the other.
#[derive(Default)]
struct Runs {
    all: Vec<Run>,
    before: usize,
    after: usize,
}

impl Runs {
    fn keep(&mut self, count: usize) {
        self.add(Kind::Equal, count);
    }

    fn change(&mut self, removed: usize, added: usize) {
        self.add(Kind::Removed, removed);
        self.add(Kind::Added, added);
    }

    fn add(&mut self, kind: Kind, count: usize) {
        match self.all.last_mut() {
            _ if count == 0 => {}
            Some(last) if last.kind == kind => last.count += count,
            _ => self.all.push(Run { kind, before: self.before + 1, after: self.after + 1, count }),
        }
        self.before += if kind == Kind::Added { 0 } else { count };
        self.after += if kind == Kind::Removed { 0 } else { count };
    }
}
