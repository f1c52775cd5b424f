//! Attributes of a start tag, whole and broken.

use std::{collections::HashSet, ops::Range};

use super::{
    Attribute,
    characters::{self, BLANK, VALUE_STOP},
    faults::quoted,
    reader::Reader,
};
use crate::source::{message::Message, text::Span};

/// What became of an attribute.
pub(super) enum Taken {
    /// It was read.
    Whole,
    /// It was read, though something about it is wrong.
    Repaired,
    /// Something here could not be read.
    Lost,
}

/// Attributes up to this number are compared pair by pair.
const FEW: usize = 8;

impl Reader<'_> {
    /// Reads the attribute that should begin here. The tag's attributes begin with `first`; `read` is the end of what
    /// was read before.
    pub(super) fn attribute(&mut self, first: usize, read: usize) -> Taken {
        let mut taken = Taken::Whole;
        if self.at == read {
            if let Some(taken) = self.swallowed(first, read) {
                return taken;
            }
            taken = Taken::Repaired;
        }
        let mut name = Span::new(self.at, characters::name_end(self.text, self.at));
        if name.is_empty() {
            return self.junk();
        }
        let text = self.text;
        // A colon may stand in a name of XML; in front of a quote it stands for the equals sign.
        if name.text(text).ends_with(':') && 1 < name.len() && self.is_quote(name.end) {
            name.end -= 1;
        }
        if matches!(taken, Taken::Repaired) {
            self.faults.add(name, || format!("a blank is missing in front of `{}`", quoted(name.text(text))));
        }
        self.at = characters::skip_blanks(self.bytes, name.end);
        match self.bytes.get(self.at) {
            Some(b'=') => self.at = characters::skip_blanks(self.bytes, self.at + 1),
            Some(b':') if self.is_quote(self.at + 1) => {
                self.at = characters::skip_blanks(self.bytes, self.at + 1);
                taken = Taken::Repaired;
                self.faults
                    .add(name, || format!("a colon stands behind `{}` where `=` belongs", quoted(name.text(text))));
            }
            Some(b'"' | b'\'') => {
                taken = Taken::Repaired;
                self.faults.add(name, || format!("`=` is missing behind `{}`", quoted(name.text(text))));
            }
            _ => {
                self.at = name.end;
                self.faults.add(name, || format!("`{}` has no value in quotes", quoted(name.text(text))));
                return Taken::Lost;
            }
        }
        match self.bytes.get(self.at) {
            Some(quote @ (b'"' | b'\'')) => {
                let quote = *quote;
                match self.value(name, quote) {
                    Taken::Whole => taken,
                    other => other,
                }
            }
            _ => self.unquoted(name),
        }
    }

    /// Whether a quote stands at an offset, or behind blanks there.
    fn is_quote(&self, at: usize) -> bool {
        matches!(self.bytes.get(characters::skip_blanks(self.bytes, at)), Some(b'"' | b'\''))
    }

    /// Reads a value that begins with a quote here.
    fn value(&mut self, name: Span, quote: u8) -> Taken {
        let start = self.at + 1;
        let mut taken = Taken::Whole;
        let (mut at, mut searched) = (start, start);
        loop {
            at = characters::find(self.bytes, at, VALUE_STOP);
            match self.bytes.get(at) {
                Some(byte) if *byte == quote => break,
                Some(b'"' | b'\'') => at += 1,
                Some(b'&') => at = self.check_reference(at),
                Some(b'<') if !self.ends_value(Span::new(searched, at)) => {
                    let text = self.text;
                    taken = Taken::Repaired;
                    self.faults.add(Span::new(at, at + 1), || {
                        Message::new(format!("`<` stands in the value of `{}`", quoted(name.text(text))))
                            .with_advice("write `&lt;`")
                    });
                    at += 1;
                    searched = at;
                }
                None | Some(b'<') if self.half_quoted(name, start) => return Taken::Repaired,
                None | Some(b'<') => {
                    self.unclosed_value(name);
                    self.give_up_tag(start);
                    return Taken::Lost;
                }
                Some(_) => at = self.check_character(at),
            }
        }
        self.at = at + 1;
        let span = Span::new(name.start, self.at);
        self.xml.attributes.push(Attribute { name, value: Span::new(start, at), span });
        taken
    }

    /// Whether the `<` behind a stretch of a value shows that the closing quote is missing.
    fn ends_value(&self, before: Span) -> bool {
        self.is_resumption(before.end)
            || matches!(self.bytes.get(before.end + 1), Some(b'/' | b'!' | b'?'))
            || before.text(self.text).contains('>')
    }

    fn unclosed_value(&mut self, name: Span) {
        let text = self.text;
        self.faults.add(name, || format!("the value of `{}` has no closing quote", quoted(name.text(text))));
    }

    /// Whether the attribute in front of this offset has swallowed what stands behind it, because its closing quote is
    /// missing: `ID="INCALL availability="7001"`. Where a typographic one stands in its place the attribute ends there;
    /// else it is dropped, with the rest of the tag.
    fn swallowed(&mut self, first: usize, read: usize) -> Option<Taken> {
        let last = self.xml.attributes[first..].last().filter(|last| last.span.end == read)?;
        let value = last.value.text(self.text);
        let (name, start, has_name) = (last.name, last.value.start, value.trim_end().ends_with('='));
        if !has_name && !value.contains('>') {
            return None;
        }
        let last = self.xml.attributes.pop()?;
        if self.half_quoted(name, start) {
            return Some(Taken::Repaired);
        }
        if !has_name {
            self.xml.attributes.push(last);
            return None;
        }
        self.unclosed_value(name);
        self.give_up_tag(read);
        Some(Taken::Lost)
    }

    /// Passes over what cannot begin an attribute.
    fn junk(&mut self) -> Taken {
        let rest = &self.bytes[self.at..];
        let ends = |byte: &u8| characters::is(*byte, BLANK) || matches!(byte, b'<' | b'>');
        let mut length = rest.iter().position(ends).unwrap_or(rest.len());
        if 1 < length && rest[..length].ends_with(b"/") && rest.get(length) == Some(&b'>') {
            length -= 1;
        }
        let text = self.text;
        let junk = Span::new(self.at, self.at + length);
        if characters::forbidden(junk.text(text)).is_some() {
            self.check_characters(junk);
        } else {
            self.faults.add(junk, || format!("`{}` does not belong in a tag", quoted(junk.text(text))));
        }
        if junk.text(text).contains(['"', '\'', '=']) {
            self.give_up_tag(junk.start);
        } else {
            self.at = junk.end;
        }
        Taken::Lost
    }

    /// Reports the attributes whose names a tag has had before. Whether there are any.
    pub(super) fn repeated(&mut self, attributes: Range<usize>) -> bool {
        let (text, list) = (self.text, &self.xml.attributes[attributes.clone()]);
        let mut found = false;
        let mut report = |name: Span| {
            found = true;
            self.faults.add(name, || format!("`{}` stands twice in this tag", quoted(name.text(text))));
        };
        if list.len() <= FEW {
            for (index, attribute) in list.iter().enumerate() {
                let name = attribute.name.text(text);
                if list[..index].iter().any(|before| before.name.text(text) == name) {
                    report(attribute.name);
                }
            }
        } else {
            let mut names = HashSet::with_capacity(list.len());
            for attribute in list {
                if !names.insert(attribute.name.text(text)) {
                    report(attribute.name);
                }
            }
        }
        found
    }
}
