//! Tags without their brackets, elements without their tags.

use crate::{
    mapping::agent_states::{ELEMENTS, writing},
    rules::{
        facts::Facts,
        fix::{Fix, Safety, Turn},
    },
    source::{
        indent,
        text::{Part, Span},
        xml::{self, Element, End, TextKind, Xml, faults::Fault},
    },
};

/// Blanks between `<` and the name of a tag, or a backslash in the place of the slash.
pub(super) fn opening(span: Span, culprit: &str) -> Option<Fix> {
    let signs = culprit.strip_prefix('<')?;
    let sign = signs.trim_start();
    match sign {
        "\\" => Some(Fix::safe("write-slash", "Write the slash", Part::Xml, span, "</")),
        "" | "/" if sign.len() < signs.len() => {
            let blanks = Span::new(span.start + 1, span.end - sign.len());
            Some(Fix::safe("remove-blank", "Remove the blank", Part::Xml, blanks, ""))
        }
        _ => None,
    }
}

/// A start tag without its `>`, or an element without its end tag.
pub(super) fn start_tag(facts: &Facts<'_>, span: Span) -> Option<Fix> {
    let text = facts.xml_text;
    let elements = &facts.xml.elements;
    let at = elements.partition_point(|element| element.start_tag.start < span.start);
    let Some(element) = elements.get(at).filter(|element| element.start_tag.start == span.start) else {
        return lost_slash(facts, span);
    };
    if !element.start_tag.text(text).ends_with('>') {
        return word(facts, element).or_else(|| Some(close(text, element)));
    }
    if element.end != End::Missing {
        return None;
    }
    // What would be put into a comment without an end would not be seen.
    let swallows = |culprit: &str| ["<!--", "<![CDATA["].contains(&culprit);
    let mut inside = facts.xml.faults.iter().filter(|fault| element.span.covers(fault.span));
    if inside.any(|fault| swallows(fault.span.text(text))) {
        return None;
    }
    let name = element.name.text(text);
    let end = writing::without_blanks_behind(text, element.span).end;
    // Behind a tag without its `>` it would become a part of that tag.
    if text[..end].rfind('>') < text[..end].rfind('<') {
        return None;
    }
    let own_line = text[element.start_tag.start..end].contains('\n') && has_children(elements, at);
    let indent = indent::indent_of(text, element.span.start).filter(|_| own_line);
    let between = indent.map(|indent| format!("\n{indent}")).unwrap_or_default();
    let fix = Fix::safe("add-end-tag", "Add the end tag", Part::Xml, Span::at(end), format!("{between}</{name}>"));
    Some(fix.labelled(format!("Add </{name}>")).in_turn(Turn::InFront))
}

/// Ends a start tag without its `>`. What goes on right behind it may be a text, or the rest of an attribute.
fn close(text: &str, element: &Element) -> Fix {
    let end = element.start_tag.start + element.start_tag.text(text).trim_end().len();
    let is_whole = text[end..].starts_with(|sign: char| sign == '<' || sign.is_whitespace()) || end == text.len();
    let is_tag = !element.attributes.is_empty() || ELEMENTS.contains(&xml::local_name(element.name.text(text)));
    let safety = if is_whole && is_tag { Safety::Safe } else { Safety::Changes };
    Fix::new("close-tag", "Close the tag", safety).and(Part::Xml, Span::at(end), ">")
}

/// A `<` of a text that seems to begin a tag, because a letter stands behind it: `Logged <out</activity>`.
pub(super) fn word(facts: &Facts<'_>, element: &Element) -> Option<Fix> {
    let text = facts.xml_text;
    let is_open = !element.start_tag.text(text).ends_with('>') && element.attributes.is_empty();
    let outer = xml::local_name(facts.xml.elements[element.parent?].name.text(text));
    let is_word = is_open && outer == "activity" && !ELEMENTS.contains(&xml::local_name(element.name.text(text)));
    let bracket = Span::new(element.start_tag.start, element.start_tag.start + 1);
    is_word.then(|| Fix::changes("write-lt", "Write &lt;", Part::Xml, bracket, "&lt;"))
}

/// An end tag that is written as a start tag.
fn lost_slash(facts: &Facts<'_>, tag: Span) -> Option<Fix> {
    let before = facts.xml.elements.partition_point(|element| element.span.start < tag.start);
    let closed = facts.xml.elements[..before].iter().rev().find(|element| element.end == End::Tag(tag))?;
    let end_tag = format!("</{}>", closed.name.text(facts.xml_text));
    Some(
        Fix::safe("write-slash", "Write the slash", Part::Xml, tag, end_tag.as_str())
            .labelled(format!("Write {end_tag}")),
    )
}

/// What mends the name of a start tag, where that is the problem.
pub(super) fn of_name(facts: &Facts<'_>, name: Span) -> Option<Fix> {
    misspelt(facts, name).or_else(|| second_root(facts, name))
}

/// A name that the end tag shows to be misspelt.
fn misspelt(facts: &Facts<'_>, name: Span) -> Option<Fix> {
    let elements = &facts.xml.elements;
    let element = &elements[elements.binary_search_by_key(&name, |element| element.name).ok()?];
    let End::Tag(tag) = element.end else { return None };
    let right = tag.text(facts.xml_text).trim_matches(|sign: char| "</\\>".contains(sign) || sign.is_whitespace());
    let is_known = ELEMENTS.contains(&xml::local_name(right)) && right != name.text(facts.xml_text);
    is_known.then(|| {
        Fix::safe("use-name-of-end-tag", "Use the name of the end tag", Part::Xml, name, right)
            .labelled(format!("Write {right}"))
    })
}

fn has_children(elements: &[Element], parent: usize) -> bool {
    elements.get(parent + 1).is_some_and(|next| next.parent == Some(parent))
}

/// An end tag of another name, without its `>`, or of no element.
pub(super) fn end_tag(facts: &Facts<'_>, span: Span) -> Option<Fix> {
    let text = facts.xml_text;
    let culprit = span.text(text);
    if !culprit.ends_with('>') {
        let behind = &text[span.end..];
        let name = &behind[..behind.find(|sign: char| !is_of_name(sign)).unwrap_or(behind.len())];
        // Another name may be a word of the text, in which a sign was typed by mistake.
        let of_blank = if ELEMENTS.contains(&xml::local_name(name)) { Fix::safe } else { Fix::changes };
        return Some(match culprit.trim_start_matches("</").trim() {
            "" if name.starts_with(char::is_alphabetic) => {
                let blank = Span::new(span.start + 2, span.end);
                of_blank("remove-blank", "Remove the blank", Part::Xml, blank, "")
            }
            "" => Fix::changes("remove-rubbish", "Remove it", Part::Xml, Span::new(span.start, span.start + 2), ""),
            _ => {
                let ends =
                    behind.is_empty() || behind.starts_with(|sign: char| sign == '<' || sign.is_ascii_whitespace());
                let fix = if ends { Fix::safe } else { Fix::changes };
                fix("close-tag", "Close the tag", Part::Xml, Span::at(span.end), ">")
            }
        });
    }
    let before = facts.xml.elements.partition_point(|element| element.span.start < span.start);
    let closed = facts.xml.elements[..before].iter().rev().find(|element| element.end == End::Tag(span));
    match closed {
        Some(element) => {
            let name = element.name.text(text);
            // What stands behind the name would be gone.
            let inside = culprit.trim_start_matches("</").trim_end_matches('>').trim_ascii();
            let fix = if inside.chars().all(is_of_name) { Fix::safe } else { Fix::changes };
            let written = format!("</{name}>");
            let fix = fix("use-name-of-start-tag", "Use the name of the start tag", Part::Xml, span, written);
            Some(fix.labelled(format!("Write </{name}>")))
        }
        None => match lost_bracket(facts, span) {
            // The tag that begins there is the problem.
            Some(at) if text[..at].trim_end().trim_end_matches('/').ends_with('<') => None,
            Some(at) => Some(Fix::safe("add-bracket", "Add the bracket", Part::Xml, Span::at(at), "<")),
            None => Some(Fix::changes(
                "remove-end-tag",
                "Remove the end tag",
                Part::Xml,
                indent::whole_lines(text, span),
                "",
            )),
        },
    }
}

fn is_of_name(sign: char) -> bool {
    sign.is_alphanumeric() || ":-._".contains(sign)
}

/// Where the `<` belongs in front of a start tag that was read as text: `agentState ID="OOS" …>`.
fn lost_bracket(facts: &Facts<'_>, end_tag: Span) -> Option<usize> {
    let text = facts.xml_text;
    let name = end_tag.text(text).trim_matches(['<', '/', '>']).trim();
    // No element goes past an end tag that fits nothing. So no stretch is read twice, however many brackets are lost.
    let end_tags = facts.xml.faults.iter().filter(|fault| is_end_tag(text, fault)).map(|fault| fault.span);
    let begin = end_tags.filter(|before| before.start < end_tag.start).map(|before| before.end).max().unwrap_or(0);
    let at = begin + text[begin..end_tag.start].rfind(name)?;
    let behind = &text[at + name.len()..end_tag.start];
    let stands_alone = text[..at].ends_with(|sign: char| sign.is_whitespace() || sign == '>');
    let goes_on = behind.starts_with(|sign: char| sign.is_whitespace() || sign == '>');
    let is_tag = behind.find(['<', '>']).is_some_and(|sign| {
        let attributes = behind[..sign].trim();
        behind[sign..].starts_with('>') && (attributes.is_empty() || attributes.contains('='))
    });
    let texts = &facts.xml.texts;
    let piece = texts.get(texts.partition_point(|piece| piece.span.end <= at));
    let is_text = piece.is_some_and(|piece| piece.kind == TextKind::Text && piece.span.start <= at);
    let is_lost = stands_alone && goes_on && is_tag && is_text;
    (is_lost && would_end_last(&text[at..end_tag.end])).then_some(at)
}

/// Whether a stretch that begins with a start tag without its `<` would be one element with it. A slash ends the
/// element at once, and an end tag in between may be meant for it, or for one that lies around both.
fn would_end_last(stretch: &str) -> bool {
    let text = format!("<{stretch}");
    let xml = Xml::read(&text, &ELEMENTS);
    let ends_last = |element: &Element| matches!(element.end, End::Tag(tag) if tag.end == text.len());
    xml.elements.first().is_some_and(ends_last) && !xml.faults.iter().any(|fault| is_end_tag(&text, fault))
}

fn is_end_tag(text: &str, fault: &Fault) -> bool {
    fault.span.text(text).starts_with("</")
}

/// A second outermost element of the name of the first: two files, one pasted behind the other.
fn second_root(facts: &Facts<'_>, name: Span) -> Option<Fix> {
    let text = facts.xml_text;
    let mut outermost = facts.xml.elements.iter().filter(|element| element.parent.is_none());
    let (first, second) = (outermost.next()?, outermost.next()?);
    let End::Tag(end) = first.end else { return None };
    if second.name != name || first.name.text(text) != name.text(text) {
        return None;
    }
    let gap = Span::new(end.start, second.start_tag.end);
    Some(Fix::changes("join-files", "Join the two files", Part::Xml, indent::whole_lines(text, gap), ""))
}
