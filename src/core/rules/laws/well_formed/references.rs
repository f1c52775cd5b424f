//! Ampersands that begin no reference of XML.

use crate::{
    rules::{facts::Facts, fix::Fix, likeness},
    source::{
        text::{Part, Span},
        xml,
    },
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

/// What to write for a bare `<`. With a broken character or a reference behind it, it may begin a tag.
pub(super) fn bracket(text: &str, span: Span) -> Fix {
    let behind = text[span.end..].chars().next();
    let is_broken =
        behind.is_some_and(|sign| sign == '&' || sign.is_control() && !sign.is_whitespace() || !sign.is_ascii());
    let fix = if is_broken { Fix::changes } else { Fix::safe };
    fix("write-lt", "Write &lt;", Part::Xml, span, "&lt;")
}

/// What to write for a bare `&`, for a reference without its semicolon, and for one that XML does not know.
pub(super) fn way_out(text: &str, span: Span, culprit: &str) -> Fix {
    let (inside, behind) = (&culprit[1..], &text[span.end..]);
    if inside.is_empty() {
        // A character that cannot be there may have broken a reference.
        let word = behind.split([';', '<', ' ', '\n']).next().unwrap_or_default();
        let is_broken = xml::forbidden(word).is_some() || word.contains(likeness::is_invisible);
        let fix = if is_broken { Fix::changes } else { Fix::safe };
        return fix("write-amp", "Write &amp;", Part::Xml, span, "&amp;");
    }
    let Some(name) = inside.strip_suffix(';') else {
        // What goes on behind it may be more of the reference.
        let goes_on = behind.starts_with(|sign: char| !sign.is_ascii() || sign.is_alphanumeric() || sign.is_control());
        let goes_on = goes_on && !behind.starts_with(['\n', '\t']);
        let is_known = !goes_on && xml::unescape(&format!("{culprit};")) != format!("{culprit};");
        let fix = if is_known { Fix::safe } else { Fix::changes };
        return fix("add-semicolon", "Add the semicolon", Part::Xml, Span::at(span.end), ";");
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
