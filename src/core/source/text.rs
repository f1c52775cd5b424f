//! Places in a text: byte spans, and lines and columns for people.

/// A stretch of a text, in byte offsets; both ends lie on character boundaries.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset behind the last byte; never less than `start`.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to, not including, `end`.
    pub fn new(start: usize, end: usize) -> Span {
        debug_assert!(start <= end, "a span runs forward");
        Span { start, end }
    }

    /// The empty span at an offset: where an insertion goes.
    pub fn at(offset: usize) -> Span {
        Span { start: offset, end: offset }
    }

    /// Where `part` lies in `source`; `None` when it was not borrowed from it.
    pub fn of(source: &str, part: &str) -> Option<Span> {
        let start = (part.as_ptr() as usize).checked_sub(source.as_ptr() as usize)?;
        let end = start.checked_add(part.len())?;
        (end <= source.len()).then_some(Span { start, end })
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it covers no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The text it covers.
    pub fn text(self, source: &str) -> &str {
        &source[self.start..self.end]
    }

    /// Whether an offset lies inside, or at either end: a caret there touches the span.
    pub fn touches(self, offset: usize) -> bool {
        self.start <= offset && offset <= self.end
    }

    /// Whether the two have a byte in common, or a boundary.
    pub fn meets(self, other: Span) -> bool {
        self.start <= other.end && other.start <= self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn covers(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that covers both.
    pub fn join(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The same span in a text that has `offset` more bytes in front.
    pub fn moved_by(self, offset: usize) -> Span {
        Span { start: self.start + offset, end: self.end + offset }
    }
}

/// Which of a profile's two texts is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The `[TServer]` section of the VoIP Service DN.
    Options,
    /// The agentStates file.
    Xml,
}

/// Line and column as editors count them: from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Character in the line, from 1.
    pub column: usize,
}

/// Where each line of a text begins. Lines end with LF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineIndex {
    starts: Vec<usize>, // Invariant: begins with 0, ascending.
    length: usize,
}

impl LineIndex {
    /// Reads the line starts of a text.
    pub fn new(text: &str) -> LineIndex {
        let mut starts = vec![0];
        starts.extend(text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1));
        LineIndex { starts, length: text.len() }
    }

    /// Number of lines; an empty text has one.
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// The line an offset lies in, from 0.
    pub fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset) - 1
    }

    /// The span of a line, from 0, without its line feed; `None` behind the last.
    pub fn line(&self, line: usize) -> Option<Span> {
        let start = *self.starts.get(line)?;
        let end = self.starts.get(line + 1).map_or(self.length, |next| next - 1);
        Some(Span { start, end })
    }

    /// Bytes of the longest line.
    pub fn longest(&self) -> usize {
        let last = self.length - self.starts.last().copied().unwrap_or_default();
        self.starts.windows(2).map(|pair| pair[1] - pair[0] - 1).max().unwrap_or_default().max(last)
    }

    /// Line and column of an offset of the text this index was made from.
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let line = self.line_of(offset);
        let column = text[self.starts[line]..offset].chars().count();
        Position { line: line + 1, column: column + 1 }
    }
}
