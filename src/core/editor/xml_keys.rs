//! What a key in the XML brings along: a new line its indentation, the slash of an end tag the rest of it.

use crate::{
    mapping::agent_states::{ELEMENTS, PresenceMap},
    source::{
        edit::Edit,
        indent,
        text::Span,
        xml::{
            End, Xml,
            standing::{Standing, Stretch, StretchKind},
        },
    },
};

/// What a key puts in the place of what is selected, and where the caret stands afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brought {
    /// It replaces what is selected; in front of an end tag on a line of its own the blanks, too.
    pub edit: Edit,
    /// Offset of the caret in the text afterwards.
    pub caret: usize,
}

impl Brought {
    fn new(selected: Span, front: String, behind: &str) -> Brought {
        let caret = selected.start + front.len();
        Brought { edit: Edit::replace(selected, front + behind), caret }
    }
}

/// What Enter brings: a line of the same indentation, behind a start tag one level more; between a start tag and its end
/// tag a line for what is to stand there. `None` where it is a plain line feed: in a text, where blanks would be read with
/// it, and in values, comments and the like.
pub fn line_break(text: &str, map: &PresenceMap, selected: Span) -> Option<Brought> {
    let caret = selected.start;
    let standing = Standing::of(text, caret);
    let Standing { at, before } = standing;
    let feed = |indent: &str| format!("\n{indent}");
    if standing.is_inside(caret) && at.kind != StretchKind::Text {
        let is_in_markup = at.is_tag() && at.value_at(text, caret).is_none();
        return is_in_markup.then(|| Brought::new(selected, feed(indent_of_line(text, caret)), ""));
    }
    if at.is_words(text) || before.is_some_and(|before| before.is_words(text) && before.span.end == caret) {
        return None;
    }
    // What ends in the caret's line, nothing but blanks behind it.
    let last = before.filter(|before| !text[before.span.end..caret].contains('\n'));
    let opening = last.filter(|last| last.kind == StretchKind::StartTag && last.is_closed);
    let behind = Standing::of(text, selected.end).at;
    let closes = behind.kind == StretchKind::EndTag && behind.span.start == selected.end;
    if let Some(opening) = opening {
        let own = indent_of_line(text, opening.span.start);
        let inner = format!("\n{own}{}", map.indent_unit(text));
        let is_between = closes && opening.span.end == caret && opening.name(text) == behind.name(text);
        return Some(Brought::new(selected, inner, &if is_between { feed(own) } else { String::new() }));
    }
    let closed = closes.then(|| opened_by(text, behind)).flatten();
    let line = closed.or(last.map(|last| last.span.start)).unwrap_or(caret);
    Some(Brought::new(selected, feed(indent_of_line(text, line)), ""))
}

/// What the slash behind `<` brings: the name of the innermost element that is open there, and `>`. `None` where it is a
/// plain slash.
pub fn slash(text: &str, selected: Span) -> Option<Brought> {
    let bracket = selected.start.checked_sub(1)?;
    let is_alone = text[selected.end..].chars().next().is_none_or(|next| next.is_whitespace() || next == '<');
    if text.as_bytes()[bracket] != b'<' || !is_alone {
        return None;
    }
    let standing = Standing::of(text, bracket);
    // A tag that does not end in front of the bracket may be meant to hold it.
    if standing.is_inside(bracket) && standing.at.kind != StretchKind::Text {
        return None;
    }
    let front = &text[..bracket];
    let xml = Xml::read(front, &ELEMENTS);
    let open = xml.elements.iter().rfind(|element| is_open(element.end, element.span, front));
    let innermost = open.filter(|_| xml.unread.is_none())?;
    let end = format!("/{}>", innermost.name.text(front));
    // On a line of its own it stands below its start tag.
    let line = indent::line_start(text, bracket);
    let is_alone = text[line..bracket].trim_matches([' ', '\t']).is_empty() && innermost.span.start < line;
    if is_alone {
        let indent = indent_of_line(text, innermost.span.start);
        return Some(Brought::new(Span::new(line, selected.end), format!("{indent}<{end}"), ""));
    }
    Some(Brought::new(selected, end, ""))
}

/// The names of the elements that are open at the end of a text, the innermost last; `None` where it is not read to its
/// end.
pub fn open_elements(front: &str) -> Option<Vec<&str>> {
    let xml = Xml::read(front, &ELEMENTS);
    let open = xml.elements.iter().filter(|element| is_open(element.end, element.span, front));
    xml.unread.is_none().then(|| open.map(|element| element.name.text(front)).collect())
}

/// Whether the innermost element that is open in front of a place has its end tag behind it.
pub fn is_closed(front: &str, behind: &str) -> bool {
    let xml = Xml::read(front, &ELEMENTS);
    let innermost = xml.elements.iter().rfind(|element| is_open(element.end, element.span, front));
    let Some(start) = innermost.map(|element| element.span.start) else { return false };
    let whole = Xml::read(&[front, behind].concat(), &ELEMENTS);
    let same = whole.elements.iter().find(|element| element.span.start == start);
    same.is_some_and(|element| matches!(element.end, End::Tag(_)))
}

fn is_open(end: End, span: Span, front: &str) -> bool {
    end == End::Missing && span.end == front.len()
}

/// Where the element begins that an end tag closes.
fn opened_by(text: &str, end_tag: Stretch) -> Option<usize> {
    let front = &text[..end_tag.span.start];
    let xml = Xml::read(front, &ELEMENTS);
    let open = xml.elements.iter().rev().filter(|element| is_open(element.end, element.span, front));
    open.into_iter().find(|element| element.name.text(text) == end_tag.name(text)).map(|element| element.span.start)
}

/// The blanks that the line of an offset begins with, as far as they stand in front of it.
fn indent_of_line(text: &str, offset: usize) -> &str {
    let line = &text[indent::line_start(text, offset)..offset];
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

/// The rest of an end tag that came by itself: whoever goes on writing it writes over it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rest {
    rest: String,
    written: usize,
}

/// What becomes of a key while such a rest is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Over {
    /// It stands there already.
    There(Rest),
    /// It stands there already, and the rest is done with.
    Done,
    /// This is to be put in: what was written over so far meant something else.
    Put(String),
}

impl Rest {
    /// The rest that the slash of an end tag brought.
    pub fn of(brought: &Brought) -> Option<Rest> {
        brought.edit.text.split_once('/').map(|(_, rest)| Rest { rest: rest.to_owned(), written: 0 })
    }

    /// What becomes of what a key writes.
    pub fn over(&self, key: &str) -> Over {
        let (written, left) = self.rest.split_at(self.written);
        match left.strip_prefix(key) {
            Some("") => Over::Done,
            Some(_) => Over::There(Rest { written: self.written + key.len(), ..self.clone() }),
            None => Over::Put(format!("{written}{key}")),
        }
    }

    /// What was written over so far.
    pub fn written(&self) -> &str {
        &self.rest[..self.written]
    }

    /// With the last letter of that taken back; `None` where nothing was written over.
    pub fn back(&self) -> Option<Rest> {
        let (last, _) = self.written().char_indices().next_back()?;
        Some(Rest { written: last, ..self.clone() })
    }
}
