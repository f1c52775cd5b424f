//! What is neither text nor tag: comments, CDATA sections, processing instructions, DOCTYPE.

use super::{
    characters,
    faults::{Kind, quoted},
    reader::Reader,
};
use crate::source::{message::Message, text::Span};

impl Reader<'_> {
    /// Reads what begins with `<!` here.
    pub(super) fn exclamation(&mut self) {
        let rest = &self.bytes[self.at..];
        let begins =
            |opening: &[u8]| rest.get(..opening.len()).is_some_and(|front| front.eq_ignore_ascii_case(opening));
        if rest.starts_with(b"<!--") {
            self.comment();
        } else if begins(b"<![CDATA[") {
            self.cdata();
        } else if begins(b"<!DOCTYPE") {
            self.doctype();
        } else {
            let opening = Span::new(self.at, self.at + 2);
            let is_section = rest.get(2) == Some(&b'[');
            self.faults.add(opening, || match is_section {
                true => "a CDATA section begins with `<![CDATA[`, without blanks".into(),
                false => Message::new("`<!` begins nothing here").with_advice("a comment begins with `<!--`"),
            });
            self.skip_to_end(opening.end);
        }
    }

    fn comment(&mut self) {
        let (start, inside) = (self.at, self.at + 4);
        let mut at = inside;
        let mut doubled = None;
        let end = loop {
            let Some(hyphens) = self.text[at..].find("--").map(|length| at + length) else {
                break Err(self.text.len());
            };
            if self.bytes.get(hyphens + 2) == Some(&b'>') {
                break Ok(hyphens + 3);
            }
            if inside + 2 <= hyphens && self.text[..hyphens].ends_with("<!") {
                break Err(hyphens - 2);
            }
            doubled.get_or_insert(hyphens);
            at = hyphens + 1;
        };
        match end {
            Ok(end) => {
                self.at = end;
                if let Some(hyphens) = doubled {
                    self.faults.add(Span::new(hyphens, hyphens + 2), || "`--` cannot stand inside a comment");
                }
            }
            Err(limit) => {
                self.at = self.next_resumption(inside, limit);
                self.faults.add(Span::new(start, inside), || "this comment has no end, `-->`");
            }
        }
        self.check_characters(Span::new(inside, self.at));
        self.xml.comments.push(Span::new(start, self.at));
    }

    fn cdata(&mut self) {
        let opening = Span::new(self.at, self.at + 9);
        if opening.text(self.text) != "<![CDATA[" {
            self.faults.add(opening, || "a CDATA section begins with `<![CDATA[`, in capitals");
        } else if self.open.is_empty() {
            let message = "a CDATA section stands outside the outermost element, where no text may stand";
            self.faults.add(opening, || message);
        }
        let end = if self.no_more_cdata_ends { None } else { self.text[opening.end..].find("]]>") };
        self.no_more_cdata_ends = end.is_none();
        let inside = match end {
            Some(length) => Span::new(opening.end, opening.end + length),
            None => {
                self.faults.add(opening, || "this CDATA section has no end, `]]>`");
                Span::new(opening.end, self.next_resumption(opening.end, self.text.len()))
            }
        };
        self.check_characters(inside);
        self.push_cdata(inside);
        self.at = inside.end + if end.is_some() { 3 } else { 0 };
    }

    /// Reads a processing instruction, or an XML declaration where none may stand.
    pub(super) fn instruction(&mut self) {
        let (start, text) = (self.at, self.text);
        let target = Span::new(start + 2, characters::name_end(text, start + 2));
        let name = target.text(text);
        let opening = Span::new(start, target.end);
        if name.eq_ignore_ascii_case("xml") {
            self.misplaced_declaration(opening);
            return;
        }
        if name.is_empty() {
            self.faults.add(opening, || "the name is missing behind `<?`");
        } else if name.contains(':') {
            self.faults.add_of(Kind::Colon, target, || {
                format!("`{}` cannot be the name behind `<?`: it has a colon", quoted(name))
            });
        }
        let end = if self.no_more_instruction_ends { None } else { text[target.end..].find("?>") };
        self.no_more_instruction_ends = end.is_none();
        let Some(length) = end else {
            self.faults.add(opening, || format!("`{}` has no end, `?>`", quoted(opening.text(text))));
            self.skip_to_end(target.end);
            return;
        };
        if 0 < length && !characters::is(self.bytes[target.end], characters::BLANK) {
            self.faults.add(opening, || format!("a blank is missing behind `{}`", quoted(opening.text(text))));
        }
        self.check_characters(Span::new(target.end, target.end + length));
        self.at = target.end + length + 2;
    }

    /// Reports an XML declaration that is not the first thing in the text, and passes over it.
    fn misplaced_declaration(&mut self, opening: Span) {
        let (text, before) = (self.text, Span::new(0, opening.start));
        let repeated = self.xml.declaration.is_some();
        if opening.text(text) != "<?xml" {
            self.faults.add(opening, || {
                Message::new(format!("`{}` is reserved", opening.text(text))).with_advice("write `<?xml`")
            });
        } else if repeated {
            let message = || Message::new("this is a second XML declaration").with_advice("delete it");
            self.faults.add(opening, message);
        } else if before.text(text).trim().is_empty() && !before.is_empty() {
            let message = "nothing may stand before the XML declaration, not even a blank or an empty line";
            self.faults.add(before, || message);
        } else {
            let message = "the XML declaration can only be the very first thing in the text";
            self.faults.add(opening, || message);
        }
        self.skip_to_end(opening.end);
    }

    /// Passes over what is left up to `>`, or up to the next `<` if that comes first.
    pub(super) fn skip_to_end(&mut self, from: usize) {
        let stop = self.text[from..].find(['<', '>']).map_or(self.text.len(), |length| from + length);
        self.at = if self.bytes.get(stop) == Some(&b'>') { stop + 1 } else { stop };
    }

    fn doctype(&mut self) {
        let start = self.at;
        let opening = Span::new(start, start + 9);
        self.faults.add_of(Kind::Doctype, opening, || {
            Message::new("a DOCTYPE is always refused: what it defines can change what other readers find in the text")
                .with_advice("delete it")
        });
        // Only the first is read through to its end, or a text full of them would be read over and over.
        let end = if self.xml.doctype.is_none() { self.doctype_end(opening.end) } else { None };
        match end {
            Some(end) => self.at = end,
            None => self.skip_to_end(opening.end),
        }
        self.xml.doctype.get_or_insert(Span::new(start, self.at));
    }

    /// Offset behind the `>` that ends a DOCTYPE with all its definitions; `None` when it has no end.
    fn doctype_end(&self, from: usize) -> Option<usize> {
        let mut at = from;
        let mut within_brackets = false;
        loop {
            let rest = &self.text[at..];
            let length = rest.find(['"', '\'', '<', '>', '[', ']'])?;
            at += length;
            let rest = &rest[length..];
            let closing = match self.bytes[at] {
                b'>' if !within_brackets => return Some(at + 1),
                b'<' if !within_brackets => return None,
                bracket @ (b'[' | b']') => {
                    within_brackets = bracket == b'[';
                    at += 1;
                    continue;
                }
                b'"' => "\"",
                b'\'' => "'",
                b'<' if rest.starts_with("<!--") => "-->",
                b'<' if rest.starts_with("<?") => "?>",
                _ => {
                    at += 1;
                    continue;
                }
            };
            at += 1;
            at += self.text[at..].find(closing)? + closing.len();
        }
    }
}
