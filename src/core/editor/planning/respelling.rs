//! How a new text is written where an old one stood: what is the same in both stays as it is written.

use std::borrow::Cow;

use crate::{
    editor::subject::Subject,
    mapping::agent_states::Activity,
    source::{
        edit::Edit,
        text::Span,
        xml::{self, End, TextKind, TextPiece},
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

/// Replaces what is other in a new text, and nothing beside it; `None` where the old one holds more than letters and
/// references.
pub(super) fn of_difference(subject: Subject<'_>, activity: &Activity, new: &str) -> Option<Edit> {
    let (source, xml) = (&*subject.profile.xml, &subject.analysis.xml);
    let content = activity.text.span;
    let (old, raw) = (&*activity.text.text, content.text(source));
    if !matches!(activity.end, End::Tag(_)) || raw.contains('<') || old.is_empty() {
        return None;
    }
    let first = xml.texts.partition_point(|piece| piece.span.start < content.start);
    let own: Vec<&TextPiece> = xml.texts[first..].iter().take_while(|piece| piece.span.end <= content.end).collect();
    let (front, behind) = (common_front(old, new), common_end(old, new));
    let (front, start) = reached(&own, source, front, content.start)?;
    let most = old.len().min(new.len()) - front;
    let (behind, end) = reached_backwards(&own, source, behind.min(most), content.end)?;
    let middle = new.get(front..new.len() - behind)?;
    let edit = Edit::replace(Span::new(start, end), written(subject, middle).into_owned());
    // What stays and what comes may not make the end of a section together.
    let (before, after) = (&source[content.start..edit.span.start], &source[edit.span.end..content.end]);
    let is_apart = !format!("{before}{}{after}", edit.text).contains("]]>");
    is_apart.then_some(edit)
}

/// How far so many bytes of a meaning go from `start`, which is an offset in the file: no reference is cut. The bytes that
/// do, and the offset behind them.
fn reached(pieces: &[&TextPiece], source: &str, most: usize, start: usize) -> Option<(usize, usize)> {
    let (mut read, mut end) = (0, start);
    for piece in pieces {
        let length = piece.meaning(source).len();
        match (piece.kind, most - read) {
            (TextKind::CData, _) => return None,
            (_, left) if length <= left => (read, end) = (read + length, piece.span.end),
            (TextKind::Text, left) => return Some((read + left, piece.span.start + left)),
            (TextKind::Reference, _) => return Some((read, end)),
        }
    }
    Some((read, end))
}

/// The same from the end, which is an offset in the file.
fn reached_backwards(pieces: &[&TextPiece], source: &str, most: usize, end: usize) -> Option<(usize, usize)> {
    let (mut read, mut start) = (0, end);
    for piece in pieces.iter().rev() {
        let length = piece.meaning(source).len();
        match (piece.kind, most - read) {
            (TextKind::CData, _) => return None,
            (_, left) if length <= left => (read, start) = (read + length, piece.span.start),
            (TextKind::Text, left) => return Some((read + left, piece.span.end - left)),
            (TextKind::Reference, _) => return Some((read, start)),
        }
    }
    Some((read, start))
}

fn common_front(one: &str, other: &str) -> usize {
    let same = one.chars().zip(other.chars()).take_while(|(one, other)| one == other);
    same.map(|(sign, _)| sign.len_utf8()).sum()
}

fn common_end(one: &str, other: &str) -> usize {
    let same = one.chars().rev().zip(other.chars().rev()).take_while(|(one, other)| one == other);
    same.map(|(sign, _)| sign.len_utf8()).sum()
}
