//! What is rendered of a long table: blocks of rows, or of columns, that come and go as a whole.

use std::ops::Range;

/// What is rendered, in blocks that stay where they are: an element that is moved in the page loses the focus, and what is
/// typed next.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Layout {
    count: usize,
    in_block: usize,
    /// Whether each block is rendered, or only the room for it.
    shown: Vec<bool>,
}

/// Some of the rows or columns, which are rendered together or not at all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Block {
    /// Which ones.
    pub range: Range<usize>,
    /// Whether they are rendered, or only the room for them.
    pub is_shown: bool,
}

impl Layout {
    /// All of `count`.
    pub fn whole(count: usize, in_block: usize) -> Layout {
        Layout { count, in_block, shown: vec![true; count.div_ceil(in_block)] }
    }

    /// What is seen of `count`; the active one always is rendered, so that it keeps the focus.
    pub fn part(seen: Range<usize>, count: usize, in_block: usize, active: Option<usize>) -> Layout {
        let is_shown = |block: usize| {
            let (start, end) = (block * in_block, (block + 1) * in_block);
            start < seen.end && seen.start < end || active.is_some_and(|active| (start..end).contains(&active))
        };
        Layout { count, in_block, shown: (0..count.div_ceil(in_block)).map(is_shown).collect() }
    }

    /// Whether one is rendered.
    pub fn shows(&self, position: usize) -> bool {
        self.shown.get(position / self.in_block) == Some(&true)
    }

    /// How many blocks there are.
    pub fn blocks(&self) -> usize {
        self.shown.len()
    }

    /// A block; an empty one where it is gone.
    pub fn block(&self, block: usize) -> Block {
        let bound = |block: usize| (block * self.in_block).min(self.count);
        Block { range: bound(block)..bound(block + 1), is_shown: self.shown.get(block) == Some(&true) }
    }
}

impl Block {
    /// The length of the room for them, each of which is `one` long, in CSS pixels.
    pub fn length(&self, one: f64) -> f64 {
        self.range.len() as f64 * one
    }
}
