//! How deep elements may stand in one another, and what becomes of a text in which they stand deeper.

use std::collections::HashSet;

use super::{Element, characters, faults::quoted, reader::Reader};
use crate::source::{message::Message, text::Span};

/// Elements that may be open at once: a limit of this editor, not of XML. The file of the guide has three levels, and a
/// flood of start tags costs no more than its beginning.
const MOST_OPEN: usize = 250;

impl<'a> Reader<'a> {
    /// Whether an element stands too deep to be read. The text behind its start tag is then left unread.
    pub(super) fn is_too_deep(&mut self, element: &Element) -> bool {
        if self.open.len() < MOST_OPEN {
            return false;
        }
        let (text, name, unread) = (self.text, element.name, Span::new(self.at, self.text.len()));
        self.faults.add(name, || {
            let name = quoted(name.text(text));
            Message::new(format!("`<{name}>` stands more than {MOST_OPEN} elements deep, and what follows is not read"))
                .with_advice("a file has three levels, so look for missing end tags")
        });
        let unclosed = self.without_end_tag_in(unread);
        for open in &mut self.open {
            // What may end where nothing is read any more is not said to be unclosed.
            open.faulty |= !unclosed.contains(self.xml.elements[open.element].name.text(text));
        }
        self.xml.attributes.truncate(element.attributes.start);
        self.xml.unread = Some(unread);
        self.at = text.len();
        true
    }

    /// The names of open elements for which nothing in a stretch looks like an end tag.
    fn without_end_tag_in(&self, stretch: Span) -> HashSet<&'a str> {
        let (text, elements) = (self.text, &self.xml.elements);
        let mut names: HashSet<&'a str> = self.open.iter().map(|open| elements[open.element].name.text(text)).collect();
        for (at, found) in stretch.text(text).match_indices("</") {
            let from = characters::skip_blanks(self.bytes, stretch.start + at + found.len());
            names.remove(&text[from..characters::name_end(text, from)]);
            if names.is_empty() {
                break;
            }
        }
        names
    }
}
