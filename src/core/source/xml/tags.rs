//! Start tags, whole and broken.

use super::{Element, End, attributes::Taken, characters, faults::quoted, reader::Reader};
use crate::source::{message::Message, text::Span};

impl Reader<'_> {
    /// Where the name of a tag begins whose `<` has blanks behind it, or a backslash in the place of the slash:
    /// `< activity`, `< /activity`, `<\activity`. Only a name at which reading may resume shows that it is a tag.
    pub(super) fn loose_name(&self, bracket: usize) -> Option<usize> {
        let behind = characters::skip_blanks(self.bytes, bracket + 1);
        let name = behind + usize::from(matches!(self.bytes.get(behind), Some(b'/' | b'\\')));
        let is_loose = bracket + 1 < name && self.bytes.get(bracket + 1) != Some(&b'/');
        (is_loose && self.is_resumed(&self.text[name..characters::name_end(self.text, name)])).then_some(name)
    }

    /// Reads such a tag.
    pub(super) fn loose_tag(&mut self, name: usize) {
        let opening = Span::new(self.at, name);
        let sign = self.bytes[name - 1];
        self.faults.add(opening, || match sign {
            b'\\' => Message::new("an end tag begins with a slash, not with a backslash").with_advice("write `</`"),
            _ => "no blank may stand behind `<`".into(),
        });
        match sign {
            b'/' | b'\\' => self.end_tag(name),
            _ => self.start_tag(name),
        }
    }

    /// Reads a start tag, whose name begins at an offset.
    pub(super) fn start_tag(&mut self, begin: usize) {
        let start = self.at;
        let name = Span::new(begin, characters::name_end(self.text, begin));
        let first = self.xml.attributes.len();
        let (mut faulty, mut broken) = (false, false);
        let end;
        self.at = name.end;
        loop {
            let read = self.at;
            self.at = characters::skip_blanks(self.bytes, read);
            while self.foreign_blanks() {
                faulty = true;
            }
            match self.bytes.get(self.at) {
                Some(b'>') => {
                    self.at += 1;
                    end = End::Missing;
                    break;
                }
                Some(b'/') if self.bytes.get(self.at + 1) == Some(&b'>') => {
                    self.at += 2;
                    end = End::Empty;
                    break;
                }
                byte if matches!(byte, None | Some(b'<')) || self.goes_on_as_text(first, read) => {
                    let text = self.text;
                    // What was typed last may go on: neither the name nor the attributes are certain.
                    let unfinished = self.at == text.len();
                    self.at = read;
                    if !broken {
                        let last = self.xml.attributes[first..].last().filter(|_| !matches!(byte, None | Some(b'<')));
                        self.faults.add(Span::new(start, name.end), || {
                            let (name, last) = (quoted(name.text(text)), last.map(|last| quoted(last.name.text(text))));
                            let place = last.map_or(String::new(), |last| format!(" behind the value of `{last}`"));
                            format!("the tag `<{name}` has no `>`{place}")
                        });
                    }
                    (faulty, broken) = (true, broken || unfinished);
                    end = End::Missing;
                    break;
                }
                _ => match self.attribute(first, read) {
                    Taken::Whole => {}
                    Taken::Repaired => faulty = true,
                    Taken::Lost => (faulty, broken) = (true, true),
                },
            }
        }
        let attributes = first..self.xml.attributes.len();
        if 1 < attributes.len() {
            faulty |= self.repeated(attributes.clone());
        }
        let namespaces = self.namespaces.len();
        if !broken {
            faulty |= self.check_namespaces(name, attributes.clone());
        }
        let span = Span::new(start, self.at);
        let parent = self.open.last().map(|open| open.element);
        let element = Element { parent, name, start_tag: span, end, span, attributes, broken };
        if !self.is_too_deep(&element) {
            self.open(element, faulty, namespaces);
        }
    }

    /// Whether what stands at the closing quote of the attribute in front is the text that should follow the tag. The
    /// tag's attributes begin with `first`; `read` is the end of what was read before.
    fn goes_on_as_text(&self, first: usize, read: usize) -> bool {
        let is_behind_value = self.xml.attributes[first..].last().is_some_and(|last| last.span.end == read);
        let stop = || self.text[read..].find(['<', '>', '=', '"']).map(|length| self.bytes[read + length]);
        self.at == read && is_behind_value && stop() == Some(b'<')
    }

    /// Passes over the blanks of other alphabets, or of a word processor, that stand here between attributes, and over
    /// the blanks behind them. Whether there are any.
    fn foreign_blanks(&mut self) -> bool {
        if self.bytes.get(self.at).is_none_or(u8::is_ascii) {
            return false;
        }
        let rest = &self.text[self.at..];
        let length = rest.find(|sign: char| sign.is_ascii() || !sign.is_whitespace()).unwrap_or(rest.len());
        let Some(first) = rest[..length].chars().next() else { return false };
        self.faults.add(Span::new(self.at, self.at + length), || {
            let what = if first == '\u{A0}' { "a no-break space" } else { "a blank that XML does not know" };
            Message::new(format!("{what} (U+{:04X}) stands in the tag", u32::from(first)))
                .with_advice("put a common blank in its place")
        });
        self.at = characters::skip_blanks(self.bytes, self.at + length);
        true
    }

    /// Passes over the rest of a tag that cannot be read, up to its end or the next `<`.
    pub(super) fn give_up_tag(&mut self, from: usize) {
        let stop = self.text[from..].find(['<', '>']).map_or(self.text.len(), |length| from + length);
        let empty = from < stop && self.bytes[stop - 1] == b'/' && self.bytes.get(stop) == Some(&b'>');
        self.at = if empty { stop - 1 } else { stop };
    }
}
