//! Edits: the only way a text changes.

mod joining;
pub mod moves;

use super::{sorting, text::Span};

/// One replacement: the span's text gives way to `text`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced, in the text before the edit.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

impl Edit {
    /// Replaces a span.
    pub fn replace(span: Span, text: impl Into<String>) -> Edit {
        Edit { span, text: text.into() }
    }

    /// Inserts at an offset.
    pub fn insert(offset: usize, text: impl Into<String>) -> Edit {
        Edit { span: Span::at(offset), text: text.into() }
    }

    /// Deletes a span.
    pub fn delete(span: Span) -> Edit {
        Edit { span, text: String::new() }
    }

    /// Whether it puts nothing in the place of nothing.
    pub fn is_empty(&self) -> bool {
        self.span.is_empty() && self.text.is_empty()
    }

    /// The smallest single edit that turns `before` into `after`; `None` when they are equal.
    ///
    /// Ends lie on character boundaries of both texts.
    pub fn between(before: &str, after: &str) -> Option<Edit> {
        if before == after {
            return None;
        }
        let mut front = common_prefix(before.as_bytes(), after.as_bytes());
        while !before.is_char_boundary(front) || !after.is_char_boundary(front) {
            front -= 1;
        }
        let (old, new) = (&before[front..], &after[front..]);
        let mut back = common_suffix(old.as_bytes(), new.as_bytes());
        while !old.is_char_boundary(old.len() - back) || !new.is_char_boundary(new.len() - back) {
            back -= 1;
        }
        Some(Edit { span: Span::new(front, before.len() - back), text: new[..new.len() - back].to_owned() })
    }

    /// The edit a keystroke made, when the caret stands at `caret` of `after`; `None` when the texts are equal.
    ///
    /// In a run of equal letters only the caret tells which one is new.
    pub fn typed(before: &str, after: &str, caret: usize) -> Option<Edit> {
        let Some((front, back)) = after.split_at_checked(caret) else { return Edit::between(before, after) };
        match before.strip_suffix(back) {
            Some(before_front) => Edit::between(before_front, front).or_else(|| Edit::between(before, after)),
            None => Edit::between(before, after),
        }
    }

    /// The same where a stretch of `before` was selected: what was typed took the place of all of it, also where both
    /// begin or end with the same letters.
    pub fn typed_over(before: &str, selected: Span, after: &str, caret: usize) -> Option<Edit> {
        let parts = before.get(..selected.start).zip(before.get(selected.end..));
        let typed = parts.and_then(|(front, back)| after.strip_prefix(front)?.strip_suffix(back));
        match typed.filter(|_| !selected.is_empty() && before != after) {
            Some(typed) => Some(Edit::replace(selected, typed)),
            None => Edit::typed(before, after, caret),
        }
    }
}

fn common_prefix(a: &[u8], b: &[u8]) -> usize {
    let blocks = a.chunks_exact(32).zip(b.chunks_exact(32)).take_while(|(a, b)| a == b).count() * 32;
    blocks + a[blocks..].iter().zip(&b[blocks..]).take_while(|(a, b)| a == b).count()
}

fn common_suffix(a: &[u8], b: &[u8]) -> usize {
    let blocks = a.rchunks_exact(32).zip(b.rchunks_exact(32)).take_while(|(a, b)| a == b).count() * 32;
    let (a, b) = (&a[..a.len() - blocks], &b[..b.len() - blocks]);
    blocks + a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count()
}

/// Edits of one text, all against the same base.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edits(Vec<Edit>); // Invariant: sorted and disjoint, none empty; inserts at one offset keep their order.

impl Edits {
    /// Sorts the edits and leaves out those that put nothing in the place of nothing. `None` when two of them overlap.
    ///
    /// An insertion goes in front of a replacement that begins at the same offset.
    pub fn new(mut edits: Vec<Edit>) -> Option<Edits> {
        edits.retain(|edit| !edit.is_empty());
        sorting::by_numbers(&mut edits, |edit| (edit.span.start, edit.span.end));
        let disjoint = edits.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start);
        disjoint.then_some(Edits(edits))
    }

    /// Deletes all that the spans cover; they may overlap.
    pub fn deleting(spans: impl IntoIterator<Item = Span>) -> Edits {
        let mut spans: Vec<Span> = spans.into_iter().filter(|span| !span.is_empty()).collect();
        sorting::by_numbers(&mut spans, |span| (span.start, span.end));
        let mut edits: Vec<Edit> = Vec::with_capacity(spans.len());
        for span in spans {
            match edits.last_mut() {
                Some(last) if span.start <= last.span.end => last.span = last.span.join(span),
                _ => edits.push(Edit::delete(span)),
            }
        }
        Edits(edits)
    }

    /// The smallest edits that turn one text into the other.
    pub fn between(before: &str, after: &str) -> Edits {
        Edits(Edit::between(before, after).into_iter().collect())
    }

    /// The edits, in the order of the text.
    pub fn iter(&self) -> std::slice::Iter<'_, Edit> {
        self.0.iter()
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether all edits lie inside a text and on its character boundaries.
    pub fn fit(&self, text: &str) -> bool {
        self.0.iter().all(|edit| text.is_char_boundary(edit.span.start) && text.is_char_boundary(edit.span.end))
    }

    /// Bytes held, for the limit of the history.
    pub fn weight(&self) -> usize {
        self.0.iter().map(|edit| edit.text.len() + size_of::<Edit>()).sum()
    }

    /// The text after the edits.
    pub fn apply(&self, base: &str) -> String {
        let grown: usize = self.0.iter().map(|edit| edit.text.len()).sum();
        let mut text = String::with_capacity(base.len() + grown);
        let mut read = 0;
        for edit in &self.0 {
            text.push_str(&base[read..edit.span.start]);
            text.push_str(&edit.text);
            read = edit.span.end;
        }
        text.push_str(&base[read..]);
        text
    }

    /// The edits that lead back from `self.apply(base)` to `base`.
    pub fn inverse(&self, base: &str) -> Edits {
        let mut inverse = Vec::with_capacity(self.0.len());
        let (mut read, mut written) = (0, 0);
        for edit in &self.0 {
            written += edit.span.start - read;
            let after = Span::new(written, written + edit.text.len());
            inverse.push(Edit::replace(after, edit.span.text(base)));
            written = after.end;
            read = edit.span.end;
        }
        Edits(inverse)
    }

    /// Where an offset of the base lies afterwards. At an insertion: behind it. Inside a replaced stretch, but not at
    /// its start: at the end of what replaced it.
    pub fn shift(&self, offset: usize) -> usize {
        let mut shifted = offset;
        for edit in &self.0 {
            if offset < edit.span.start || (offset == edit.span.start && !edit.span.is_empty()) {
                break;
            }
            if offset < edit.span.end {
                return shifted + edit.span.start + edit.text.len() - offset;
            }
            shifted = shifted + edit.text.len() - edit.span.len();
        }
        shifted
    }

    /// Where the changed text stands afterwards, from the first edit to the last; `None` without edits.
    pub fn touched(&self) -> Option<Span> {
        let grown: isize = self.0.iter().map(|edit| edit.text.len() as isize - edit.span.len() as isize).sum();
        let (first, last) = (self.0.first()?, self.0.last()?);
        Some(Span::new(first.span.start, last.span.end.saturating_add_signed(grown)))
    }
}

impl From<Edit> for Edits {
    fn from(edit: Edit) -> Edits {
        Edits(if edit.is_empty() { Vec::new() } else { vec![edit] })
    }
}
