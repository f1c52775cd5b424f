//! Ampersands that begin no reference of XML.

use crate::{
    rules::{facts::Facts, fix::Fix},
    source::text::{Part, Span},
};

/// Names that HTML knows and XML does not, and their letters.
const NAMES: [(&str, &str); 36] = [
    ("nbsp", "&#160;"),
    ("copy", "©"),
    ("reg", "®"),
    ("trade", "™"),
    ("hellip", "…"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("euro", "€"),
    ("agrave", "à"),
    ("aacute", "á"),
    ("acirc", "â"),
    ("atilde", "ã"),
    ("auml", "ä"),
    ("Auml", "Ä"),
    ("ccedil", "ç"),
    ("egrave", "è"),
    ("eacute", "é"),
    ("Eacute", "É"),
    ("ecirc", "ê"),
    ("iacute", "í"),
    ("ntilde", "ñ"),
    ("oacute", "ó"),
    ("ocirc", "ô"),
    ("ouml", "ö"),
    ("Ouml", "Ö"),
    ("uacute", "ú"),
    ("uuml", "ü"),
    ("Uuml", "Ü"),
    ("szlig", "ß"),
    ("aring", "å"),
];

/// Whether a place is in a text, or in quotes: only there something can be escaped.
pub(super) fn can_escape(facts: &Facts<'_>, span: Span) -> bool {
    let (texts, attributes) = (&facts.xml.texts, &facts.xml.attributes);
    let text = texts.get(texts.partition_point(|piece| piece.span.end <= span.start));
    let attribute = attributes.get(attributes.partition_point(|attribute| attribute.value.end <= span.start));
    text.is_some_and(|piece| piece.parent.is_some() && piece.span.covers(span))
        || attribute
            .map(|attribute| attribute.value)
            .is_some_and(|value| value.covers(span) && facts.xml_text[..value.start].ends_with(['"', '\'']))
}

/// What to write for a bare `&`, for a reference without its semicolon, and for one that XML does not know.
pub(super) fn way_out(span: Span, culprit: &str) -> Fix {
    let inside = &culprit[1..];
    if inside.is_empty() {
        return Fix::safe("write-amp", "Write &amp;", Part::Xml, span, "&amp;");
    }
    let Some(name) = inside.strip_suffix(';') else {
        return Fix::safe("add-semicolon", "Add the semicolon", Part::Xml, Span::at(span.end), ";");
    };
    if name.starts_with('#') {
        return Fix::changes("remove-reference", "Remove the reference", Part::Xml, span, "");
    }
    match NAMES.iter().find(|(own, _)| *own == name) {
        Some((_, letter)) => {
            Fix::safe("write-letter", "Write the letter", Part::Xml, span, *letter).labelled(format!("Write {letter}"))
        }
        None => Fix::changes("write-amp", "Write &amp;", Part::Xml, Span::new(span.start, span.start + 1), "&amp;"),
    }
}
