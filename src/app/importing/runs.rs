//! Texts with what goes and what comes marked, and with what cannot be seen drawn where it matters.

use leptos::prelude::*;

use presence_profile_core::editor::{
    incoming::excerpt::{Fate, Run},
    visible_blanks,
};

/// The runs of a line.
pub fn line(runs: &[Run]) -> Vec<AnyView> {
    let last = runs.len().saturating_sub(1);
    let run = |(at, run): (usize, &Run)| {
        let is_edge = run.fate != Fate::Stays || at == 0 || at == last;
        let text = if is_edge {
            with_blanks(&run.text, run.fate != Fate::Stays, at == 0, at == last)
        } else {
            vec![run.text.clone().into_any()]
        };
        match run.fate {
            Fate::Stays => text.into_any(),
            Fate::Goes => view! { <del class="run run--goes">{text}</del> }.into_any(),
            Fate::Comes => view! { <ins class="run run--comes">{text}</ins> }.into_any(),
        }
    };
    runs.iter().enumerate().map(run).collect()
}

/// The text, with its blanks drawn: all of them where it changes, else those at the ends of the line, and all that have no
/// shape of their own.
fn with_blanks(text: &str, is_all: bool, is_first: bool, is_last: bool) -> Vec<AnyView> {
    let front = text.len() - text.trim_start_matches(' ').len();
    let back = text.trim_end_matches(' ').len();
    let mut shown: Vec<AnyView> = Vec::new();
    let mut at = 0;
    let is_only_blank = text.trim().is_empty();
    for blank in visible_blanks::blanks(text) {
        let is_edge = is_first && blank.span.start < front || is_last && back <= blank.span.start;
        let is_plain = blank.span.text(text) == " ";
        if is_plain && !is_edge && !(is_all && is_only_blank) {
            continue;
        }
        shown.push(text[at..blank.span.start].to_owned().into_any());
        let box_class = blank.drawn.is_box();
        let drawn = blank.drawn.text().into_owned();
        shown.push(view! { <span class="blank" class:blank--box=box_class>{drawn}</span> }.into_any());
        at = blank.span.end;
    }
    shown.push(text[at..].to_owned().into_any());
    shown
}
