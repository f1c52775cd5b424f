//! Elements without end tags: where they are given up, and what seemed to stand in them.

use super::{
    End,
    faults::quoted,
    reader::{Open, Reader},
};
use crate::source::message::Message;

impl Reader<'_> {
    /// Gives up what is still open at the end of the text.
    pub(super) fn close_all(&mut self) {
        self.give_up(self.open.len(), self.text.len());
    }

    /// Gives up the innermost elements, which are still open at an offset where they cannot be.
    pub(super) fn give_up(&mut self, count: usize, at: usize) {
        let given_up = self.open.split_off(self.open.len() - count);
        let Some(outermost) = given_up.first() else { return };
        self.namespaces.leave(outermost.namespaces);
        let may_split = !self.faults.is_full();
        for open in &given_up {
            let split = open.split.filter(|_| may_split).map_or(at, |split| self.xml.elements[split].span.start);
            self.xml.elements[open.element].span.end = split;
        }
        let closed: Vec<Option<usize>> =
            (0..given_up.len()).map(|index| self.closed_without_slash(&given_up, index)).collect();
        for (index, open) in given_up.iter().enumerate().filter(|(_, open)| !open.faulty) {
            let (text, tag) = (self.text, self.xml.elements[open.element].start_tag);
            let name = self.xml.elements[open.element].name.text(text);
            if closed[index].is_some() {
                self.faults.add(tag, || {
                    Message::new(format!("`<{0}>` stands where `</{0}>` should", quoted(name)))
                        .with_meaning("the slash is missing")
                });
            } else if !closed.contains(&Some(index)) {
                self.faults.add(tag, || format!("`<{0}>` has no end tag `</{0}>`", quoted(name)));
            }
        }
        if may_split {
            self.split(&given_up);
        }
        // From behind, so that the positions of those in front hold.
        for (index, closed) in closed.into_iter().enumerate().rev() {
            if let Some(outer) = closed {
                self.close_with(given_up[outer].element, given_up[index].element);
            }
        }
    }

    /// Which of the elements that are given up another one of them closes that is an end tag whose slash was lost: it
    /// has no attributes and holds nothing, and it has the name of the one that it stands in. Only of an element at which
    /// reading may resume it is known that it stands in none of its name.
    fn closed_without_slash(&self, given_up: &[Open], index: usize) -> Option<usize> {
        let (text, inner) = (self.text, &self.xml.elements[given_up[index].element]);
        let name = inner.name.text(text);
        let content = &text[inner.start_tag.end..inner.span.end];
        if given_up[index].faulty
            || !inner.attributes.is_empty()
            || !self.is_resumed(name)
            || !content.trim().is_empty()
        {
            return None;
        }
        given_up[..index].iter().rposition(|open| {
            let outer = &self.xml.elements[open.element];
            outer.span.end == inner.span.start && outer.name.text(text) == name && !outer.attributes.is_empty()
        })
    }

    /// Closes an element with the start tag of another that holds nothing, and takes that one out of the list. Each run
    /// passes over what follows; there are no more runs than problems that are kept.
    fn close_with(&mut self, outer: usize, inner: usize) {
        let tag = self.xml.elements.remove(inner).start_tag;
        let element = &mut self.xml.elements[outer];
        (element.end, element.span.end) = (End::Tag(tag), tag.end);
        let around = element.parent;
        let without = |position: usize| if inner < position { position - 1 } else { position };
        for element in &mut self.xml.elements[inner..] {
            element.parent = element.parent.map(without);
        }
        for piece in self.xml.texts.iter_mut().rev().take_while(|piece| tag.end <= piece.span.start) {
            piece.parent = if piece.parent == Some(inner) { around } else { piece.parent.map(without) };
        }
        for open in &mut self.open {
            open.split = open.split.map(without);
        }
    }

    /// Moves what stands behind an unclosed element out of it.
    ///
    /// Where `</a>` is missing, what follows `<a>` seems to stand inside it. Each run passes over what follows the
    /// outermost unclosed element; there are no more runs than problems that are kept.
    fn split(&mut self, given_up: &[Open]) {
        let Some(first) = given_up.iter().filter_map(|open| open.split).min() else { return };
        let elements = &mut self.xml.elements;
        let outermost = given_up[0].element;
        let mut splits = vec![usize::MAX; elements.len() - outermost];
        for open in given_up {
            splits[open.element - outermost] = open.split.unwrap_or(usize::MAX);
        }
        let split_of = |element: usize| element.checked_sub(outermost).map_or(usize::MAX, |index| splits[index]);
        for moved in first..elements.len() {
            while let Some(parent) = elements[moved].parent
                && split_of(parent) <= moved
            {
                elements[moved].parent = elements[parent].parent;
            }
        }
        let start = elements[first].span.start;
        for piece in self.xml.texts.iter_mut().rev().take_while(|piece| start <= piece.span.start) {
            while let Some(parent) = piece.parent
                && elements.get(split_of(parent)).is_some_and(|split| split.span.start <= piece.span.start)
            {
                piece.parent = elements[parent].parent;
            }
        }
    }
}
