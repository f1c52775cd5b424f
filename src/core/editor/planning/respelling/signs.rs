//! A text sign by sign, each with the stretch it is written as.

use crate::{
    editor::subject::Subject,
    mapping::agent_states::Activity,
    source::{
        text::Span,
        xml::{self, TextKind, TextPiece},
    },
};

/// A sign of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sign {
    /// What it reads as.
    pub sign: char,
    /// How it is written, from the beginning of the content.
    pub span: Span,
    /// Whether it would be lost how it is written, or what stands in front of it: it is a reference, or behind a comment.
    pub is_special: bool,
}

/// The signs of a text; `None` where anything but letters, references and comments stands between its tags.
pub(super) fn of(subject: Subject<'_>, activity: &Activity) -> Option<Vec<Sign>> {
    let (source, xml) = (&*subject.profile.xml, &subject.analysis.xml);
    let content = activity.text.span;
    let first = xml.texts.partition_point(|piece| piece.span.start < content.start);
    let pieces = xml.texts[first..].iter().take_while(|piece| piece.span.end <= content.end);
    let first = xml.comments.partition_point(|comment| comment.start < content.start);
    let mut comments = xml.comments[first..].iter().take_while(|comment| comment.end <= content.end).peekable();
    let mut signs: Vec<Sign> = Vec::with_capacity(activity.text.text.len());
    let mut end = content.start;
    for piece in pieces {
        let mut is_behind = false;
        while let Some(comment) = comments.next_if(|comment| comment.start == end) {
            (end, is_behind) = (comment.end, true);
        }
        if end != piece.span.start {
            return None;
        }
        let before = signs.len();
        take(&mut signs, piece, source, content.start)?;
        if let Some(front) = signs.get_mut(before) {
            front.is_special |= is_behind;
        }
        end = piece.span.end;
    }
    let end = comments.fold(end, |end, comment| if comment.start == end { comment.end } else { end });
    let is_all = end == content.end && signs.iter().map(|own| own.sign).eq(activity.text.text.chars());
    is_all.then_some(signs)
}

fn take(signs: &mut Vec<Sign>, piece: &TextPiece, source: &str, start: usize) -> Option<()> {
    let at = piece.span.start - start;
    match piece.kind {
        TextKind::CData => return None,
        TextKind::Reference => {
            let meaning = piece.meaning(source);
            let sign = meaning.chars().next().filter(|sign| sign.len_utf8() == meaning.len())?;
            signs.push(Sign { sign, span: Span::new(at, at + piece.span.len()), is_special: true });
        }
        TextKind::Text => signs.extend(piece.span.text(source).char_indices().map(|(offset, sign)| {
            let from = at + offset;
            Sign { sign, span: Span::new(from, from + sign.len_utf8()), is_special: false }
        })),
    }
    Some(())
}

/// What a content without sections reads as.
pub(super) fn read(content: &str) -> String {
    let mut parts = content.split("<!--");
    let mut text = parts.next().map_or_else(String::new, |front| xml::unescape(front).into_owned());
    for part in parts {
        text += &xml::unescape(part.split_once("-->").map_or("", |(_, behind)| behind));
    }
    text
}
