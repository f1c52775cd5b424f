//! The XML declaration: what is wrong inside it, and one that is not the first thing in the file.

use crate::{
    mapping::agent_states::FIRST_LINES,
    rules::{
        facts::Facts,
        fix::{Fix, Safety},
    },
    source::{
        indent,
        text::{Part, Span},
        xml,
    },
};

/// Whatever is wrong inside the declaration, the guide's first line is right. In memory the file is UTF-8.
pub(super) fn own(facts: &Facts<'_>, span: Span) -> Option<Fix> {
    let whole = facts.xml.declaration.filter(|whole| whole.covers(span) && !facts.xml.elements.is_empty())?;
    let whole = Span::new(0, whole.text(facts.xml_text).trim_end().len());
    if span.text(facts.xml_text).contains(xml::is_typographic_quote) {
        return Some(straightened(whole.text(facts.xml_text)));
    }
    let fix = if says_no_more(whole.text(facts.xml_text)) { Fix::safe } else { Fix::changes };
    Some(fix("write-first-line", "Write the first line", Part::Xml, whole, FIRST_LINES[0]))
}

/// Straight quotes in the place of typographic ones; no value that a declaration may have holds any.
fn straightened(declaration: &str) -> Fix {
    let quotes = declaration.char_indices().filter(|(_, sign)| xml::is_typographic_quote(*sign));
    let others = declaration.replace(xml::is_typographic_quote, "\"");
    let safety = if says_no_more(&others) { Safety::Safe } else { Safety::Changes };
    let quotes = quotes.map(|(at, sign)| Span::new(at, at + sign.len_utf8()));
    let fix = Fix::new("write-straight-quotes", "Write straight quotes", safety);
    quotes.fold(fix, |fix, quote| fix.and(Part::Xml, quote, "\""))
}

/// A declaration that is not the first thing in the file: it goes, or where there is no other it goes to the front.
pub(super) fn second(facts: &Facts<'_>, span: Span) -> Fix {
    let text = facts.xml_text;
    let end = text[span.end..].find(['<', '>']).map_or(text.len(), |length| span.end + length);
    let end = end + usize::from(text[end..].starts_with('>'));
    let whole = indent::whole_lines(text, Span::new(span.start, end));
    // The guide has its fragments begin behind the declaration, on the same line.
    let blanks = text[whole.end..].len() - text[whole.end..].trim_start_matches(' ').len();
    let whole = if whole.end == end { Span::new(whole.start, end + blanks) } else { whole };
    let fix = if says_no_more(whole.text(text)) { Fix::safe } else { Fix::changes };
    if facts.xml.declaration.is_some() {
        return fix("remove-second-declaration", "Remove the second declaration", Part::Xml, whole, "");
    }
    let first = format!("{}\n", FIRST_LINES[0]);
    fix("move-to-front", "Move it to the front", Part::Xml, whole, "").and(Part::Xml, Span::at(0), first)
}

/// Whether a stretch holds nothing but what a declaration has: its own words, and the names of encodings.
fn says_no_more(stretch: &str) -> bool {
    let is_word = |sign: char| sign.is_alphanumeric() || ".-_".contains(sign) || !sign.is_ascii();
    let words = stretch.split(|sign: char| !is_word(sign)).filter(|word| !word.is_empty());
    let is_form = |sign: char| is_word(sign) || sign.is_ascii_whitespace() || "<?>=\"'".contains(sign);
    let mut names_encoding = false;
    stretch.chars().all(is_form)
        && words.into_iter().all(|word| {
            let is_own = ["xml", "version", "1.0", "encoding", "standalone", "yes", "no"].contains(&word);
            let is_encoding = std::mem::replace(&mut names_encoding, word == "encoding") && word.is_ascii();
            is_own || is_encoding
        })
}
