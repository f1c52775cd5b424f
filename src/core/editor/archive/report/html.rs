//! HTML as it is written: elements, and texts that are never markup.

use quick_xml::escape::escape;

use crate::source::phrase::{Phrase, Piece};

/// A page that is being written.
#[derive(Debug, Default)]
pub(super) struct Html(String);

impl Html {
    /// A page that begins so; this alone is taken as markup.
    pub fn begun(front: &str) -> Html {
        Html(front.to_owned())
    }

    /// An element with attributes, and what is in it.
    pub fn element(&mut self, tag: &str, attributes: &[(&str, &str)], inside: impl FnOnce(&mut Html)) {
        self.0 += "<";
        self.0 += tag;
        for (name, value) in attributes {
            self.0 += " ";
            self.0 += name;
            self.0 += "=\"";
            self.0 += &escape(*value);
            self.0 += "\"";
        }
        self.0 += ">";
        inside(self);
        self.0 += "</";
        self.0 += tag;
        self.0 += ">";
        // A line break between blocks: in a text it would be a blank that nobody wrote.
        if matches!(
            tag,
            "section" | "header" | "footer" | "table" | "tr" | "ol" | "ul" | "li" | "h1" | "h2" | "h3" | "p" | "dl"
        ) {
            self.0 += "\n";
        }
    }

    /// An element of a class.
    pub fn of(&mut self, tag: &str, class: &str, inside: impl FnOnce(&mut Html)) {
        self.element(tag, &[("class", class)], inside);
    }

    /// An element with nothing but a text.
    pub fn said(&mut self, tag: &str, text: &str) {
        self.element(tag, &[], |html| html.text(text));
    }

    /// A text.
    pub fn text(&mut self, text: &str) {
        self.0 += &escape(text);
    }

    /// A phrase, its code marked.
    pub fn phrase(&mut self, phrase: &Phrase) {
        for piece in phrase.pieces() {
            match piece {
                Piece::Words(words) => self.text(words),
                Piece::Code(code) => self.said("code", code),
            }
        }
    }

    /// The page, once it ends so.
    pub fn ended(mut self, back: &str) -> String {
        self.0 += back;
        self.0
    }
}
