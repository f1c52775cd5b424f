//! Carets and edits of a text area, which counts in UTF-16 units where the core counts in bytes.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};

use super::page;
use presence_profile_core::source::{
    edit::{Edit, Edits},
    text::Span,
};

/// UTF-16 units in front of a byte offset.
pub fn units(text: &str, offset: usize) -> u32 {
    let front = &text[..offset];
    if front.is_ascii() {
        return front.len() as u32;
    }
    front.chars().map(char::len_utf16).sum::<usize>() as u32
}

/// The byte offset of a number of UTF-16 units; the end, where the text is shorter.
pub fn offset(text: &str, units: u32) -> usize {
    let units = units as usize;
    if text.is_ascii() {
        return units.min(text.len());
    }
    let mut counted = 0;
    for (offset, character) in text.char_indices() {
        if units <= counted {
            return offset;
        }
        counted += character.len_utf16();
    }
    text.len()
}

/// The caret's byte offset: the end of the selection.
pub fn caret(area: &HtmlTextAreaElement, text: &str) -> usize {
    offset(text, area.selection_end().ok().flatten().unwrap_or_default())
}

/// The caret's byte offset in a field of one line.
pub fn line_caret(field: &HtmlInputElement, text: &str) -> usize {
    offset(text, field.selection_end().ok().flatten().unwrap_or_default())
}

/// Puts the caret of a field of one line at a byte offset.
pub fn set_line_caret(field: &HtmlInputElement, text: &str, caret: usize) {
    let place = units(text, caret.min(text.len()));
    // A field that left the page refuses.
    let _ = field.set_selection_range(place, place);
}

/// What is selected in a text area, in UTF-16 units; a caret selects nothing at its place.
pub fn selection(area: &HtmlTextAreaElement) -> (u32, u32) {
    let place = |units: Result<Option<u32>, _>| units.ok().flatten().unwrap_or_default();
    (place(area.selection_start()), place(area.selection_end()))
}

/// The same of a field of one line.
pub fn line_selection(field: &HtmlInputElement) -> (u32, u32) {
    let place = |units: Result<Option<u32>, _>| units.ok().flatten().unwrap_or_default();
    (place(field.selection_start()), place(field.selection_end()))
}

/// The stretch of a text that UTF-16 units are of. Where they are one place, no text is looked through for it.
pub fn span(text: &str, (start, end): (u32, u32)) -> Span {
    match start < end {
        true => Span::new(offset(text, start), offset(text, end)),
        false => Span::at(0),
    }
}

/// Selects a stretch of the text.
pub fn select(area: &HtmlTextAreaElement, text: &str, span: Span) {
    let start = units(text, span.start);
    let end = start + units(&text[span.start..], span.len());
    // A text area that left the page refuses; there is nothing to select then.
    let _ = area.set_selection_range(start, end);
}

/// Leaves the caret at the end of what is selected.
pub fn collapse(area: &HtmlTextAreaElement) {
    let (_, end) = selection(area);
    // An element that left the page refuses; there is no caret then.
    let _ = area.set_selection_range(end, end);
}

/// Whether all of a text is selected, and there is one.
pub fn covers_all(area: &HtmlTextAreaElement) -> bool {
    let (start, end) = selection(area);
    start == 0 && 0 < end && end == area.text_length()
}

/// Puts a text in the place of the selection, and the caret behind it.
pub fn insert(area: &HtmlTextAreaElement, text: &str) {
    let (start, end) = selection(area);
    // The selection lies in the text.
    let _ = area.set_range_text_with_start_and_end_and_mode(text, start, end, "end");
}

/// The same in a field of one line.
pub fn insert_in_line(field: &HtmlInputElement, text: &str) {
    let (start, end) = line_selection(field);
    // The selection lies in the text.
    let _ = field.set_range_text_with_start_and_end_and_selection_mode(text, start, end, web_sys::SelectionMode::End);
}

/// The most edits that are replayed one by one: for each the browser takes the whole text up anew.
const MOST_ONE_BY_ONE: usize = 8;

/// Replays edits in a text area that shows `before`, so that caret, selection and scroll stay with their text.
pub fn replay(area: &HtmlTextAreaElement, before: &str, after: &str, edits: &Edits) {
    // Only an area that has the focus scrolls to its caret; to ask any other, the browser would lay it out at once.
    let scroll = page::is_focused(area).then(|| (area.scroll_top(), area.scroll_left()));
    let was_caret = area.selection_start() == area.selection_end();
    let all: Vec<&Edit> = edits.iter().collect();
    if all.len() <= MOST_ONE_BY_ONE {
        all.into_iter().rev().for_each(|edit| put(area, before, edit));
    } else if let Some(whole) = Edit::between(before, after) {
        let place = |units: Option<u32>| edits.shift(offset(before, units.unwrap_or_default()));
        let selected = (area.selection_start().map(place), area.selection_end().map(place));
        put(area, before, &whole);
        if let (Ok(start), Ok(end)) = selected {
            select(area, after, Span::new(start.min(end), end));
        }
    }
    // The browser stretches a caret in a text that is replaced over all of the new one, which the next key would replace.
    if let (true, Ok(Some(start))) = (was_caret, area.selection_start()) {
        let _ = area.set_selection_range(start, start);
    }
    if let Some((top, left)) = scroll {
        area.set_scroll_top(top);
        area.set_scroll_left(left);
    }
}

/// Puts an edit of the text an area shows into it; the caret and what is selected stay with their text.
pub fn put(area: &HtmlTextAreaElement, text: &str, edit: &Edit) {
    let start = units(text, edit.span.start);
    let end = start + units(&text[edit.span.start..], edit.span.len());
    // Offsets come from the text the area shows, so they are in range.
    let _ = area.set_range_text_with_start_and_end_and_mode(&edit.text, start, end, "preserve");
}
