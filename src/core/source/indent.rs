//! Lines and their indentation: where a new line goes, and how much of the text one line is.

use super::{edit::Edits, text::Span};

/// Where the line of an offset begins.
pub fn line_start(text: &str, offset: usize) -> usize {
    text[..offset].rfind('\n').map_or(0, |feed| feed + 1)
}

/// Where the line of an offset ends, before its line feed.
pub fn line_end(text: &str, offset: usize) -> usize {
    text[offset..].find('\n').map_or(text.len(), |feed| offset + feed)
}

/// The blanks in front of an offset, when nothing else stands before it on its line.
pub fn indent_of(text: &str, offset: usize) -> Option<&str> {
    let before = &text[line_start(text, offset)..offset];
    before.bytes().all(|byte| matches!(byte, b' ' | b'\t')).then_some(before)
}

/// The span with its blanks and one line feed, when nothing else stands on its lines; otherwise the span itself.
///
/// Taking this away leaves no empty line behind.
pub fn whole_lines(text: &str, span: Span) -> Span {
    let end = line_end(text, span.end);
    if indent_of(text, span.start).is_none() || !text[span.end..end].trim_ascii().is_empty() {
        return span;
    }
    let start = line_start(text, span.start);
    if end < text.len() {
        return Span::new(start, end + 1);
    }
    // The last line has no feed behind it, so the one in front goes.
    Span::new(start.saturating_sub(1), end)
}

/// Takes spans away, each with its lines where nothing else stands on them.
pub fn deletion(text: &str, spans: impl IntoIterator<Item = Span>) -> Edits {
    let mut spans: Vec<Span> = spans.into_iter().map(|span| whole_lines(text, span)).collect();
    // The last of several lines takes the feed in front, which the line before it has taken already.
    let last = Edits::deleting(spans.iter().copied()).iter().last().map(|edit| edit.span);
    let is_at_end = |last: &Span| last.end == text.len() && indent_of(text, last.end).is_none();
    if let Some(last) = last.filter(|last| is_at_end(last) && text[..last.start].ends_with('\n')) {
        spans.push(Span::new(last.start - 1, last.end));
    }
    Edits::deleting(spans)
}
