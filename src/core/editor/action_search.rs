//! Which actions a few typed words mean, the best first, and which letters of their names were meant.

use crate::source::{lowercase::lowercase, text::Span};

/// An action that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its position among those that were searched.
    pub action: usize,
    /// The letters of its name that were typed, from front to back, as byte offsets.
    pub letters: Vec<Span>,
}

/// How well a word fits; the least is the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// The name begins with all that is typed.
    Whole,
    NameBegins,
    WordBegins,
    Inside,
    /// The word stands only in what the action is about.
    Subject,
}

/// The actions whose name, or what they are about, holds each typed word, the best first; all of them where nothing is typed.
/// An action is a pair of what it is about and its name.
pub fn found<'a>(actions: impl IntoIterator<Item = (&'a str, &'a str)>, typed: &str) -> Vec<Found> {
    let words: Vec<&str> = typed.split_whitespace().collect();
    let fitting = |(action, (subject, name)): (usize, (&str, &str))| {
        let mut worst = Fit::Whole;
        let mut letters = Vec::new();
        for word in &words {
            let (fit, span) = fit(subject, name, word)?;
            worst = worst.max(fit);
            letters.extend(span);
        }
        let begins = || places(name, typed.trim()).any(|span| span.start == 0);
        let fit = if words.is_empty() || begins() { Fit::Whole } else { worst };
        Some((fit, Found { action, letters: apart(letters) }))
    };
    let mut all: Vec<(Fit, Found)> = actions.into_iter().enumerate().filter_map(fitting).collect();
    // Of those that fit as well as each other the order stays.
    all.sort_by_key(|(fit, _)| *fit);
    all.into_iter().map(|(_, found)| found).collect()
}

/// How a word fits, and where it stands in the name.
fn fit(subject: &str, name: &str, word: &str) -> Option<(Fit, Option<Span>)> {
    let of_place = |start: usize| match name[..start].chars().next_back() {
        None => Fit::NameBegins,
        Some(before) if !before.is_alphanumeric() => Fit::WordBegins,
        Some(_) => Fit::Inside,
    };
    let best = places(name, word).map(|span| (of_place(span.start), Some(span))).min_by_key(|(fit, _)| *fit);
    best.or_else(|| places(subject, word).next().map(|_| (Fit::Subject, None)))
}

/// Where a word stands in a text, whatever the case of either.
fn places<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = Span> + 'a {
    text.char_indices().filter_map(move |(start, _)| {
        let mut end = start;
        let mut letters = text[start..].chars();
        for wanted in word.chars() {
            let letter = letters.next().filter(|letter| lowercase(*letter) == lowercase(wanted))?;
            end += letter.len_utf8();
        }
        Some(Span { start, end })
    })
}

/// Spans in their order, those that meet or overlap as one.
fn apart(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_by_key(|span| (span.start, span.end));
    let mut apart: Vec<Span> = Vec::new();
    for span in spans {
        match apart.last_mut().filter(|last| span.start <= last.end) {
            Some(last) => last.end = last.end.max(span.end),
            None => apart.push(span),
        }
    }
    apart
}
