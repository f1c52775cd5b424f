//! Two steps of edits joined into one.

use std::collections::VecDeque;

use super::{Edit, Edits};
use crate::source::text::Span;

impl Edits {
    /// One set of edits with the effect of `self`, then `next`:
    /// `self.then(next).apply(base) == next.apply(self.apply(base))`.
    pub fn then(&self, next: &Edits) -> Edits {
        let mut between = self.stretches();
        let mut after = Vec::new();
        let mut read = 0;
        for edit in &next.0 {
            take(&mut between, edit.span.start - read, |stretch| after.push(stretch));
            take(&mut between, edit.span.len(), drop);
            after.push(Stretch::New(&edit.text));
            read = edit.span.end;
        }
        after.extend(between);
        Edits::of_stretches(&after)
    }

    /// The text afterwards, as stretches kept from the base and stretches inserted; the last one is kept and endless.
    fn stretches(&self) -> VecDeque<Stretch<'_>> {
        let mut stretches = VecDeque::with_capacity(2 * self.0.len() + 1);
        let mut read = 0;
        for edit in &self.0 {
            stretches.push_back(Stretch::Kept(Span::new(read, edit.span.start)));
            stretches.push_back(Stretch::New(&edit.text));
            read = edit.span.end;
        }
        stretches.push_back(Stretch::Kept(Span::new(read, usize::MAX)));
        stretches
    }

    fn of_stretches(stretches: &[Stretch<'_>]) -> Edits {
        let mut edits = Vec::new();
        let mut open = Edit::insert(0, "");
        for stretch in stretches {
            match *stretch {
                Stretch::New(text) => open.text.push_str(text),
                Stretch::Kept(span) if span.is_empty() => {}
                Stretch::Kept(span) => {
                    open.span.end = span.start;
                    if !open.is_empty() {
                        edits.push(open);
                    }
                    open = Edit::insert(span.end, "");
                }
            }
        }
        Edits(edits)
    }
}

/// A part of a text that edits have made.
#[derive(Clone, Copy)]
enum Stretch<'a> {
    /// Left as it was in the base.
    Kept(Span),
    /// Put in by an edit.
    New(&'a str),
}

/// Takes `length` bytes of text off the front.
fn take<'a>(stretches: &mut VecDeque<Stretch<'a>>, mut length: usize, mut each: impl FnMut(Stretch<'a>)) {
    while 0 < length {
        let stretch = stretches.pop_front().expect("the last stretch is endless");
        let (front, rest) = match stretch {
            Stretch::Kept(span) if length < span.len() => {
                let cut = span.start + length;
                (Stretch::Kept(Span::new(span.start, cut)), Some(Stretch::Kept(Span::new(cut, span.end))))
            }
            Stretch::New(text) if length < text.len() => {
                (Stretch::New(&text[..length]), Some(Stretch::New(&text[length..])))
            }
            whole => (whole, None),
        };
        length -= match front {
            Stretch::Kept(span) => span.len(),
            Stretch::New(text) => text.len(),
        };
        each(front);
        if let Some(rest) = rest {
            stretches.push_front(rest);
        }
    }
}
