//! Edits of the file that keep its form: attributes, and new entries in the indentation of their neighbours.

use super::{FIRST_LINES, LAST_LINE, PresenceMap, Written};
use crate::source::{edit::Edit, indent, text::Span, xml};

/// Replaces the value of an attribute; a missing attribute goes to `behind`.
pub fn attribute(text: &str, written: Option<&Written>, name: &str, value: &str, behind: usize) -> Edit {
    let Some(written) = written else {
        return Edit::insert(behind, format!(" {name}=\"{}\"", xml::escape_attribute(value, '"')));
    };
    let (quote, end) = quotes(text, written.span);
    if let Some(quote) = quote {
        return match written.span.text(text).contains('&') {
            true => difference(text, written, value, quote),
            false => Edit::replace(written.span, xml::escape_attribute(value, quote)),
        };
    }
    // Without quotes the new value could fall apart.
    let front = text[..written.span.start].trim_end_matches(xml::is_typographic_quote).len();
    Edit::replace(Span::new(front, end), format!("\"{}\"", xml::escape_attribute(value, '"')))
}

/// Replaces what is other in a value; references that are the same in front of it and behind it stay as they are written.
fn difference(text: &str, written: &Written, value: &str, quote: char) -> Edit {
    let raw = written.span.text(text);
    let mut signs: Vec<(&str, String)> = Vec::new();
    let mut rest = raw;
    while let Some(first) = rest.chars().next() {
        let reference = rest.find(';').filter(|_| first == '&');
        let (sign, behind) = rest.split_at(reference.map_or(first.len_utf8(), |end| end + 1));
        signs.push((sign, xml::unescape(sign).into_owned()));
        rest = behind;
    }
    if !written.text.chars().eq(signs.iter().flat_map(|(_, sign)| sign.chars())) {
        return Edit::replace(written.span, xml::escape_attribute(value, quote));
    }
    let mut middle = value;
    let (mut start, mut end) = (written.span.start, written.span.end);
    let mut left = signs.as_slice();
    while let Some(((sign, meaning), behind)) = left.split_first()
        && let Some(other) = middle.strip_prefix(meaning.as_str())
    {
        (start, middle, left) = (start + sign.len(), other, behind);
    }
    while let Some(((sign, meaning), front)) = left.split_last()
        && let Some(other) = middle.strip_suffix(meaning.as_str())
    {
        (end, middle, left) = (end - sign.len(), other, front);
    }
    Edit::replace(Span::new(start, end), xml::escape_attribute(middle, quote))
}

/// Takes an attribute away, with the blanks in front of it.
pub fn without_attribute(text: &str, written: &Written, name: &str) -> Edit {
    let (quote, end) = quotes(text, written.span);
    let front = &text[..written.span.start - quote.map_or(0, char::len_utf8)];
    let front = front.trim_end().strip_suffix('=').map(str::trim_end).and_then(|front| front.strip_suffix(name));
    match front {
        Some(front) => Edit::delete(Span::new(front.trim_end().len(), end)),
        // What is not written as usual is emptied.
        None => Edit::delete(written.span),
    }
}

/// The quote in front of an attribute's value, if it has one, and the offset behind the attribute.
pub fn quotes(text: &str, value: Span) -> (Option<char>, usize) {
    let is_quote = |sign: &char| matches!(sign, '"' | '\'');
    let is_any_quote = |sign: &char| is_quote(sign) || xml::is_typographic_quote(*sign);
    let closing = text[value.end..].chars().next().filter(is_any_quote);
    (text[..value.start].chars().next_back().filter(is_quote), value.end + closing.map_or(0, char::len_utf8))
}

/// The quote an attribute's value stands in; the usual one where it stands in none.
pub fn quote_around(text: &str, value: Span) -> char {
    quotes(text, value).0.unwrap_or('"')
}

/// Gives an element without content, `<a/>`, the content and the end tag.
pub fn opened(text: &str, start_tag: Span, content: &str) -> Edit {
    let end = start_tag.end - "/>".len();
    let front = text[start_tag.start..end].trim_end().len();
    Edit::replace(Span::new(start_tag.start + front, start_tag.end), format!(">{content}"))
}

/// An element's span; an unclosed one leaves the blanks behind it to what follows.
pub fn without_blanks_behind(text: &str, element: Span) -> Span {
    Span::new(element.start, element.start + element.text(text).trim_ascii_end().len())
}

impl PresenceMap {
    /// Puts a new entry behind the others; into an empty file with the lines it must begin and end with. `None` where
    /// the outermost element is not `agentStates`.
    pub fn addition(&self, text: &str, id: &str, availability: &str) -> Option<Edit> {
        self.additions(text, |name, indent| {
            let (id, availability) = (xml::escape_attribute(id, '"'), xml::escape_attribute(availability, '"'));
            let feed = indent.map_or_else(String::new, |indent| format!("\n{indent}"));
            vec![format!("<{name} ID=\"{id}\" availability=\"{availability}\">{feed}</{name}>")]
        })
    }

    /// The same with elements that are written already: each is asked for by the name that entries have here, and by their
    /// indentation, where they stand on lines of their own.
    pub fn additions(&self, text: &str, written: impl FnOnce(&str, Option<&str>) -> Vec<String>) -> Option<Edit> {
        if let Some(last) = self.entries.last() {
            let name = last.name_span.text(text);
            let indent = indent::indent_of(text, last.span.start);
            let front = indent.map_or_else(String::new, |indent| format!("\n{indent}"));
            let elements = written(name, indent).into_iter().map(|element| format!("{front}{element}"));
            return Some(Edit::insert(last.span.end, elements.collect::<String>()));
        }
        let Some(root) = self.root.as_ref().filter(|root| root.is_agent_states) else {
            if !text.trim().is_empty() {
                return None;
            }
            let [declaration, start] = FIRST_LINES;
            let elements = written("agentState", Some("  ")).into_iter().map(|element| format!("  {element}\n"));
            let elements: String = elements.collect();
            return Some(Edit::replace(
                Span::new(0, text.len()),
                format!("{declaration}\n{start}\n{elements}{LAST_LINE}\n"),
            ));
        };
        let root_name = root.name.text(text);
        let name = match root_name.split_once(':') {
            Some((prefix, _)) => format!("{prefix}:agentState"),
            None => "agentState".to_owned(),
        };
        let own = indent::indent_of(text, root.start_tag.start).unwrap_or_default();
        let inner = format!("{own}{}", self.indent_unit(text));
        let elements = written(&name, Some(&inner)).into_iter().map(|element| format!("\n{inner}{element}"));
        let entry: String = elements.collect();
        if entry.is_empty() {
            return Some(Edit::insert(root.start_tag.end, entry));
        }
        if let Some(tag) = root.end_tag {
            // The line of the end tag stays its own.
            return Some(match indent::indent_of(text, tag.start) {
                Some(blanks) => Edit::insert(tag.start - blanks.len(), format!("{}\n", &entry[1..])),
                None => Edit::insert(tag.start, format!("{entry}\n{own}")),
            });
        }
        if root.start_tag.text(text).ends_with("/>") {
            return Some(opened(text, root.start_tag, &format!("{entry}\n{own}</{root_name}>")));
        }
        Some(Edit::insert(root.start_tag.end, entry))
    }

    /// How much deeper a child stands, as the file does it; two blanks where it gives no example.
    pub fn indent_unit<'a>(&self, text: &'a str) -> &'a str {
        let example = self.entries.iter().find_map(|entry| {
            let own = indent::indent_of(text, entry.span.start)?;
            let activity = entry.activities.first()?;
            let inner = indent::indent_of(text, activity.span.start)?;
            inner.strip_prefix(own).filter(|unit| !unit.is_empty())
        });
        let outermost = || {
            let own = indent::indent_of(text, self.root.as_ref()?.start_tag.start)?;
            let inner = self.entries.iter().find_map(|entry| indent::indent_of(text, entry.span.start))?;
            inner.strip_prefix(own).filter(|unit| !unit.is_empty())
        };
        example.or_else(outermost).unwrap_or("  ")
    }
}
