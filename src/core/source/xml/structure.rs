//! Which element stands in which: the stack of open elements, and end tags that do not fit it.

use super::{
    Element, End, characters,
    faults::quoted,
    reader::{Open, Reader},
};
use crate::source::{message::Message, text::Span};

/// How far up the stack an end tag looks for its start tag, so that 200,000 unclosed tags take linear time.
const HIGHEST_SEARCH: usize = 64;

/// How far up the stack a start tag looks for an element of its own name.
const HIGHEST_SPLIT: usize = 8;

impl Reader<'_> {
    /// Takes up an element whose start tag was read.
    #[inline]
    pub(super) fn open(&mut self, element: Element, faulty: bool, namespaces: usize) {
        let index = self.xml.elements.len();
        let name = element.name.text(self.text);
        if self.open.is_empty() {
            self.root(element.name);
        } else {
            let near = self.open.iter().rev().take(HIGHEST_SPLIT);
            let alike =
                near.map(|open| &self.xml.elements[open.element]).position(|outer| outer.name.text(self.text) == name);
            if let Some(height) = alike
                && self.is_resumed(name)
            {
                for open in self.open.iter_mut().rev().take(height + 1) {
                    open.split.get_or_insert(index);
                }
            }
        }
        match element.end {
            End::Empty => self.namespaces.leave(namespaces),
            _ => self.open.push(Open { element: index, faulty, namespaces, split: None }),
        }
        self.xml.elements.push(element);
    }

    fn root(&mut self, name: Span) {
        if self.rooted && !self.rooted_twice {
            self.rooted_twice = true;
            let text = self.text;
            self.faults.add(name, || {
                Message::new(format!("`<{}>` is a second outermost element", quoted(name.text(text))))
                    .with_meaning("a file has one, which holds all others")
            });
        }
        self.rooted = true;
    }

    /// Reads an end tag, whose name should begin at an offset.
    pub(super) fn end_tag(&mut self, begin: usize) {
        let start = self.at;
        if let Some(open) = self.open.last() {
            let name = self.xml.elements[open.element].name;
            let end = start + 2 + name.len();
            if self.bytes.get(end) == Some(&b'>') && self.bytes[start + 2..end] == self.bytes[name.start..name.end] {
                self.at = end + 1;
                self.close(Span::new(start, end + 1));
                return;
            }
        }
        let from = characters::skip_blanks(self.bytes, begin);
        let name = Span::new(from, characters::name_end(self.text, from));
        if name.is_empty() {
            self.faults.add(Span::new(start, from), || "the name is missing behind `</`");
        } else if from != begin {
            self.faults.add(Span::new(start, from), || "no blank may stand behind `</`");
        }
        self.at = characters::skip_blanks(self.bytes, name.end);
        if self.bytes.get(self.at) == Some(&b'>') {
            self.at += 1;
        } else {
            self.end_tag_without_end(Span::new(start, name.end));
        }
        if !name.is_empty() {
            self.close_named(name, Span::new(start, self.at));
        }
    }

    fn end_tag_without_end(&mut self, tag: Span) {
        let text = self.text;
        let stop = self.text[self.at..].find(['<', '>']).map(|length| self.at + length);
        match stop.filter(|stop| self.bytes[*stop] == b'>') {
            Some(stop) => {
                let culprit = Span::new(self.at, stop);
                self.faults.add(culprit, || format!("`{}` does not belong in an end tag", quoted(culprit.text(text))));
                self.at = stop + 1;
            }
            None => {
                self.faults.add(tag, || format!("the end tag `{}` has no `>`", quoted(tag.text(text))));
                self.at = tag.end;
            }
        }
    }

    /// Closes the element that an end tag names, and gives up those inside it.
    fn close_named(&mut self, name: Span, tag: Span) {
        let (text, elements) = (self.text, &self.xml.elements);
        let name = name.text(text);
        let name_of = |open: &Open| elements[open.element].name.text(text);
        let height = self.open.iter().rev().take(HIGHEST_SEARCH).position(|open| name_of(open) == name);
        if let Some(height) = height {
            self.give_up(height, tag.start);
            self.close(tag);
            return;
        }
        let innermost = self.open.last().map(name_of);
        let misspelt =
            innermost.filter(|open| are_alike(open, name) && !(self.is_resumed(open) && self.is_resumed(name)));
        match (misspelt, innermost) {
            (Some(open), _) => {
                // Of the two names the one that is known is right.
                let start = self.open.last().map(|open| self.xml.elements[open.element].name);
                let (place, wrong, right) = match start.filter(|_| self.is_resumed(name) && !self.is_resumed(open)) {
                    Some(start) => (start, format!("<{}>", quoted(open)), format!("</{}>", quoted(name))),
                    None => (tag, format!("</{}>", quoted(name)), format!("<{}>", quoted(open))),
                };
                if !self.open.last().is_some_and(|open| open.faulty) {
                    self.faults.add(place, || format!("`{wrong}` does not match `{right}`"));
                }
                self.close(tag);
            }
            (None, Some(open)) => self.faults.add(tag, || {
                Message::new(format!("`</{}>` has no start tag", quoted(name)))
                    .with_meaning(format!("the element that is open here is `<{}>`", quoted(open)))
            }),
            (None, None) => self.faults.add(tag, || format!("`</{}>` has no start tag", quoted(name))),
        }
    }

    /// Closes the innermost element.
    #[inline]
    fn close(&mut self, tag: Span) {
        if let Some(open) = self.open.pop() {
            let element = &mut self.xml.elements[open.element];
            element.end = End::Tag(tag);
            element.span.end = tag.end;
            self.namespaces.leave(open.namespaces);
            if open.split.is_some() {
                // What stands inside a whole element stands behind none of those around it.
                for outer in self.open.iter_mut().rev().take(HIGHEST_SPLIT) {
                    outer.split = outer.split.filter(|split| *split <= open.element);
                }
            }
        }
    }
}

/// Whether one name may be the other with a slip: letter case, or up to two letters changed, missing or too many.
fn are_alike(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let front = one.iter().zip(other).take_while(|(one, other)| one == other).count();
    let (rest, other_rest) = (&one[front..], &other[front..]);
    let back = rest.iter().rev().zip(other_rest.iter().rev()).take_while(|(one, other)| one == other).count();
    let longest = one.len().max(other.len());
    one.eq_ignore_ascii_case(other) || 4 < longest && longest <= front + back + 2
}
