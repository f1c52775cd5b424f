//! How a new text is written where an old one stood: what is the same in both stays as it is written.

mod differences;
mod signs;

use std::borrow::Cow;

use self::{differences::Difference, signs::Sign};
use crate::{
    editor::subject::Subject,
    mapping::agent_states::Activity,
    source::{
        edit::{Edit, Edits},
        text::Span,
        xml::{self, End},
    },
};

/// A text as it is written between tags. Where the file says that it is ASCII, other signs are written as references.
pub(super) fn written<'a>(subject: Subject<'_>, text: &'a str) -> Cow<'a, str> {
    let escaped = xml::escape_text(text);
    let source = &*subject.profile.xml;
    let is_ascii = subject.analysis.xml.encoding.is_some_and(|encoding| {
        let name = encoding.text(source);
        ["US-ASCII", "ASCII"].iter().any(|ascii| ascii.eq_ignore_ascii_case(name))
    });
    if !is_ascii || escaped.is_ascii() {
        return escaped;
    }
    let sign = |sign: char| if sign.is_ascii() { sign.to_string() } else { format!("&#{};", u32::from(sign)) };
    Cow::Owned(escaped.chars().map(sign).collect())
}

/// Replaces what is other in a new text, and nothing beside or between; `None` where the old one holds more than letters,
/// references and comments.
pub(super) fn of_difference(subject: Subject<'_>, activity: &Activity, new: &str) -> Option<Edits> {
    if !matches!(activity.end, End::Tag(_)) {
        return None;
    }
    let content = activity.text.span;
    let raw = content.text(&subject.profile.xml);
    let old = signs::of(subject, activity).filter(|signs| !signs.is_empty())?;
    let signs: Vec<char> = new.chars().collect();
    let differences = differences::between(&old, &signs);
    let edits = differences.iter().flat_map(|difference| {
        let text: String = signs[difference.new.clone()].iter().collect();
        edits_of(&old, difference, &written(subject, &text))
    });
    let edits = Edits::new(edits.collect()).expect("signs that stay stand between one difference and the next");
    // What stays and what comes may make neither a reference together nor the end of a section.
    let after = edits.apply(raw);
    if after.contains("]]>") || signs::read(&after) != new {
        return None;
    }
    let in_file = edits.iter().map(|edit| Edit::replace(edit.span.moved_by(content.start), edit.text.clone()));
    Edits::new(in_file.collect())
}

/// What comes takes the place of the first stretch that reads as something; comments inside stay.
fn edits_of(old: &[Sign], difference: &Difference, text: &str) -> Vec<Edit> {
    let gone = &old[difference.old.clone()];
    let stretches: Vec<&[Sign]> = gone.chunk_by(|one, next| one.span.end == next.span.start).collect();
    if stretches.is_empty() {
        let before = difference.old.start.checked_sub(1).and_then(|before| old.get(before));
        let at = before.map_or_else(|| old[0].span.start, |before| before.span.end);
        return vec![Edit::insert(at, text)];
    }
    let reads = |stretch: &&[Sign]| stretch.iter().any(|own| !own.sign.is_whitespace());
    let filled = stretches.iter().position(reads).unwrap_or_default();
    let edit = |(at, stretch): (usize, &&[Sign])| {
        let span = Span::new(stretch[0].span.start, stretch[stretch.len() - 1].span.end);
        Edit::replace(span, if at == filled { text } else { "" })
    };
    stretches.iter().enumerate().map(edit).collect()
}
