//! The one pass over the text: what stands where, and who reads it.

use super::{
    TextKind, TextPiece, Xml, characters,
    faults::{Faults, Kind, quoted},
    local_name,
    prefixes::Namespaces,
};
use crate::source::{message::Message, text::Span};

/// A reading under way.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    /// The same, as bytes.
    pub(super) bytes: &'a [u8],
    /// How far the text is read. Invariant: on a character boundary.
    pub(super) at: usize,
    pub(super) resume: &'a [&'a str],
    pub(super) xml: Xml,
    pub(super) faults: Faults,
    /// The elements whose end tags have not come yet, outermost first.
    pub(super) open: Vec<Open>,
    pub(super) namespaces: Namespaces<'a>,
    /// Whether the outermost element has begun.
    pub(super) rooted: bool,
    /// Whether an outermost element after the first was reported.
    pub(super) rooted_twice: bool,
    /// Whether a `]]>` was looked for in vain up to the end, so that it need not be looked for again.
    pub(super) no_more_cdata_ends: bool,
    /// The same for `?>`.
    pub(super) no_more_instruction_ends: bool,
}

/// An element whose end tag has not come yet.
pub(super) struct Open {
    /// Its position in the list of elements.
    pub(super) element: usize,
    /// Whether something about its start tag was reported: a missing end tag is then no news.
    pub(super) faulty: bool,
    /// The number of namespaces in scope outside it.
    pub(super) namespaces: usize,
    /// The first element inside it that probably stands behind it instead, if it turns out to be unclosed: one of its
    /// own name, or of the name of an element it stands in.
    pub(super) split: Option<usize>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str, resume: &'a [&'a str]) -> Reader<'a> {
        // Sound files have a tag, an attribute and a text for about that many bytes: seldom is a list copied to grow.
        let xml = Xml {
            elements: Vec::with_capacity(text.len() / 64),
            attributes: Vec::with_capacity(text.len() / 64),
            texts: Vec::with_capacity(text.len() / 32),
            ..Xml::default()
        };
        Reader {
            text,
            bytes: text.as_bytes(),
            at: 0,
            resume,
            xml,
            faults: Faults::default(),
            open: Vec::new(),
            namespaces: Namespaces::default(),
            rooted: false,
            rooted_twice: false,
            no_more_cdata_ends: false,
            no_more_instruction_ends: false,
        }
    }

    pub(super) fn read(mut self) -> Xml {
        self.declaration();
        while self.at < self.bytes.len() {
            self.text_run();
            match self.bytes.get(self.at + 1) {
                None => break,
                Some(b'/') => self.end_tag(self.at + 2),
                Some(b'!') => self.exclamation(),
                Some(b'?') => self.instruction(),
                Some(_) => match self.loose_name(self.at) {
                    Some(name) => self.loose_tag(name),
                    None => self.start_tag(self.at + 1),
                },
            }
        }
        self.close_all();
        if !self.rooted && self.faults.is_empty() && !self.text.trim().is_empty() {
            self.faults.add(Span::new(0, self.text.len()), || "there is no element in this text");
        }
        self.xml.faults = self.faults.into_list();
        self.xml
    }

    /// Reads text up to the next tag, comment or the like, or to the end.
    fn text_run(&mut self) {
        let from = self.at;
        let mut start = from;
        loop {
            self.at = characters::find(self.bytes, self.at, characters::TEXT_STOP);
            match self.bytes.get(self.at) {
                None => break,
                Some(b'<') if self.is_markup(self.at) => break,
                Some(b'<') => self.stray("`<` stands here as text", "write `&lt;`"),
                Some(b'&') => match self.reference() {
                    Some(length) => {
                        self.push_text(Span::new(start, self.at), TextKind::Text);
                        self.push_text(Span::new(self.at, self.at + length), TextKind::Reference);
                        self.at += length;
                        start = self.at;
                    }
                    None => self.at += 1,
                },
                Some(b']') if self.text[self.at..].starts_with("]]>") => {
                    self.stray("`]]>` cannot stand in a text", "write `]]&gt;`");
                }
                Some(b']') => self.at += 1,
                Some(_) => self.at = self.check_character(self.at),
            }
        }
        self.push_text(Span::new(start, self.at), TextKind::Text);
        if self.open.is_empty() {
            self.outside(Span::new(from, self.at));
        }
    }

    fn stray(&mut self, wrong: &'static str, advice: &'static str) {
        self.faults.add(Span::new(self.at, self.at + 1), || Message::new(wrong).with_advice(advice));
        self.at += 1;
    }

    #[inline]
    fn push_text(&mut self, span: Span, kind: TextKind) {
        if !span.is_empty() {
            let parent = self.open.last().map(|open| open.element);
            self.xml.texts.push(TextPiece { parent, span, kind });
        }
    }

    pub(super) fn push_cdata(&mut self, span: Span) {
        self.push_text(span, TextKind::CData);
    }

    /// Only blanks may stand outside the outermost element.
    fn outside(&mut self, span: Span) {
        let text = span.text(self.text).trim_matches([' ', '\t', '\n', '\r']);
        let Some(culprit) = Span::of(self.text, text).filter(|culprit| !culprit.is_empty()) else { return };
        if !text.chars().any(characters::is_character) {
            // Each of them is reported for itself.
            return;
        }
        let is_leftover = text.chars().all(|character| matches!(character, '|' | ' ' | '\n'));
        let kind = if is_leftover { Kind::Leftover } else { Kind::Other };
        self.faults.add_of(kind, culprit, || match text {
            "\u{FEFF}" => {
                Message::new("an invisible byte order mark (U+FEFF) stands here as text").with_advice("delete it")
            }
            text if is_leftover => Message::new(format!("`{}` stands outside the outermost element", quoted(text)))
                .with_meaning("it looks like residue of a web page"),
            text => format!("`{}` stands outside the outermost element, where no text may stand", quoted(text)).into(),
        });
    }

    /// Whether a tag, comment or the like begins at this `<`.
    pub(super) fn is_markup(&self, at: usize) -> bool {
        match self.bytes.get(at + 1) {
            None => false,
            Some(b'/' | b'!' | b'?') => true,
            Some(_) => at + 1 < characters::name_end(self.text, at + 1) || self.loose_name(at).is_some(),
        }
    }

    /// Checks the character at an offset. The offset behind it.
    pub(super) fn check_character(&mut self, at: usize) -> usize {
        let Some(character) = self.text[at..].chars().next() else { return at };
        let end = at + character.len_utf8();
        if !characters::is_character(character) {
            self.faults.add(Span::new(at, end), || {
                let code = u32::from(character);
                Message::new(format!("the character U+{code:04X} cannot stand in XML, not even escaped"))
                    .with_advice("delete it")
            });
        }
        end
    }

    /// Checks all characters of a stretch in which nothing else can be wrong.
    pub(super) fn check_characters(&mut self, span: Span) {
        let mut at = characters::find(&self.bytes[..span.end], span.start, characters::DOUBTFUL);
        while at < span.end {
            at = self.check_character(at);
            at = characters::find(&self.bytes[..span.end], at, characters::DOUBTFUL);
        }
    }

    /// Offset of the next tag of an element at which reading may resume; `limit` when none comes before.
    pub(super) fn next_resumption(&self, from: usize, limit: usize) -> usize {
        let mut at = from;
        while let Some(length) = self.text[at..limit].find('<') {
            at += length;
            if self.is_resumption(at) {
                return at;
            }
            at += 1;
        }
        limit
    }

    /// Whether a tag begins at this `<` at which reading may resume.
    pub(super) fn is_resumption(&self, at: usize) -> bool {
        let start = at + 1 + usize::from(self.bytes.get(at + 1) == Some(&b'/'));
        let name = &self.text[start..characters::name_end(self.text, start)];
        self.is_resumed(name)
    }

    /// Whether reading may resume at an element of this name, whatever its prefix.
    pub(super) fn is_resumed(&self, name: &str) -> bool {
        self.resume.contains(&local_name(name))
    }
}
