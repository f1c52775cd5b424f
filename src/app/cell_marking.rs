//! Marks on cells: the sign of the gravest problem, and what it is in words.

use leptos::prelude::*;

use super::{
    session::{Session, marks::Marking},
    shape,
};
use presence_profile_core::{
    editor::{
        cell_marks::Cell,
        visible_blanks::{self, Drawn},
    },
    rules::diagnostic::Severity,
    source::text::Span,
};

/// What a cell shows of its problems now; to be read where it is to be followed.
pub fn marking(session: Session, cell: Cell) -> Marking {
    session.marks.with(|marks| marks.of(cell))
}

/// What the cells of an entry show of its problems now; those without a problem are left out.
pub fn markings_of_entry(session: Session, entry: usize) -> Vec<(Cell, Marking)> {
    session.marks.with(|marks| marks.cells.cells_of_entry(entry).map(|cell| (cell, marks.of(cell))).collect())
}

/// The sign at the end of a cell; its words are part of the cell's name, without an element of their own: hundreds of
/// hidden ones would each be a layer for the browser to place.
pub fn badge(marking: &Marking) -> impl IntoView + use<> {
    // An image, not hidden words: what is in the cell stays the text of the cell.
    marking.clone().map(|(severity, words)| {
        view! {
            <span class="badge" role="img" aria-label=words.clone() title=words>{shape::severity(severity, 12)}</span>
        }
    })
}

/// What T-Server has, of a cell that holds another value; `None` where it has nothing there.
pub fn live(was: Option<&str>) -> String {
    was.map_or_else(|| "Not there on T-Server".to_owned(), |was| format!("On T-Server: {was}"))
}

/// The class that underlines what is wrong.
pub fn underline(marking: &Marking) -> &'static str {
    match marking {
        None => "",
        Some((Severity::Error, _)) => "squiggle squiggle--error",
        Some((Severity::Warning, _)) => "squiggle squiggle--warning",
        Some((Severity::Note, _)) => "squiggle squiggle--note",
    }
}

/// A text whose unseen characters are drawn where they matter: colleagues would get them too. What is found in it is marked,
/// and the cell around it stays as it is.
pub fn text(text: String, marking: &Marking, hits: impl Fn() -> Vec<Span> + Send + 'static) -> impl IntoView {
    view! { <span class=underline(marking)>{move || found(&text, &hits(), pieces)}</span> }
}

/// A text with what was found in it marked; `print` prints a stretch of it.
pub fn found(text: &str, hits: &[Span], print: impl Fn(&str, Span) -> Vec<AnyView>) -> Vec<AnyView> {
    let mut printed: Vec<AnyView> = Vec::new();
    let mut shown = 0;
    // Hits of a text that has just changed may be those of the one before.
    for hit in hits.iter().filter(|hit| text.get(hit.start..hit.end).is_some()) {
        printed.extend(print(text, Span::new(shown.min(hit.start), hit.start)));
        printed.push(view! { <mark class="hit">{print(text, *hit)}</mark> }.into_any());
        shown = hit.end;
    }
    printed.extend(print(text, Span::new(shown, text.len())));
    printed
}

/// A stretch of a text as it is.
pub fn plain(text: &str, stretch: Span) -> Vec<AnyView> {
    vec![stretch.text(text).to_owned().into_any()]
}

/// A stretch of a text, its unseen characters drawn.
fn pieces(text: &str, stretch: Span) -> Vec<AnyView> {
    let mut pieces: Vec<AnyView> = Vec::new();
    let mut shown = stretch.start;
    for blank in visible_blanks::blanks(text) {
        if !stretch.covers(blank.span) {
            continue;
        }
        // One blank between words is as it should be; so is a no-break space where no law complains.
        let is_between = |at: usize| text[..at].ends_with(|before: char| !before.is_whitespace());
        let is_lone =
            is_between(blank.span.start) && text[blank.span.end..].starts_with(|after: char| !after.is_whitespace());
        let is_plain = matches!(blank.drawn, Drawn::Blank | Drawn::Name("NBSP" | "NNBSP"));
        if is_plain && is_lone {
            continue;
        }
        pieces.push(text[shown..blank.span.start].to_owned().into_any());
        let is_box = blank.drawn.is_box();
        pieces.push(
            view! { <span class="blank" class:blank--box=is_box>{blank.drawn.text().into_owned()}</span> }.into_any(),
        );
        shown = blank.span.end;
    }
    pieces.push(text[shown..stretch.end].to_owned().into_any());
    pieces
}
