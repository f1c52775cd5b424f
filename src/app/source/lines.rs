//! The painted lines behind a text area.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::shape;
use crate::browser::page;
use presence_profile_core::{
    editor::painted::{HitMark, PaintedLine, PaintedStretch, StretchKind},
    rules::diagnostic::Severity,
    source::{text::Span, xml::paint::PaintKind},
};

/// The painted lines.
#[derive(Clone, Default)]
pub(super) struct Painted {
    lines: Vec<Line>,
    /// How often lines were painted.
    round: usize,
}

impl PartialEq for Painted {
    fn eq(&self, other: &Painted) -> bool {
        self.lines == other.lines
    }
}

/// A line, and the round it came in: a line of the same number and round has the same stretches, if not the same text.
#[derive(Clone)]
pub(super) struct Line {
    painted: Arc<PaintedLine>,
    round: usize,
    /// The round its text came in, and who is told of a new one.
    written: usize,
    rewritten: ArcTrigger,
}

impl PartialEq for Line {
    /// What did not change is shared.
    fn eq(&self, other: &Line) -> bool {
        Arc::ptr_eq(&self.painted, &other.painted)
    }
}

impl Line {
    pub fn key(&self) -> (usize, usize) {
        (self.painted.number, self.round)
    }

    fn has_stretches_of(&self, other: &PaintedLine) -> bool {
        let own = &self.painted;
        let is_like = |(one, other): (&PaintedStretch, &PaintedStretch)| {
            let of = |it: &PaintedStretch| (it.kind, it.severity, it.is_kin, it.is_ignored, it.hit);
            of(one) == of(other)
        };
        (own.entry, own.severity, own.stretches.len()) == (other.entry, other.severity, other.stretches.len())
            && own.stretches.iter().zip(&other.stretches).all(is_like)
    }
}

impl Painted {
    /// These lines, as successors of those that stood there before.
    pub fn after(before: Option<&Painted>, lines: Vec<PaintedLine>) -> Painted {
        let nothing = Painted::default();
        let before = before.unwrap_or(&nothing);
        let round = before.round + 1;
        let lines = lines.into_iter().map(|line| match before.line(line.number) {
            Some(old) if *old.painted == line => old.clone(),
            Some(old) if old.has_stretches_of(&line) => Line { painted: Arc::new(line), written: round, ..old.clone() },
            _ => Line { painted: Arc::new(line), round, written: round, rewritten: ArcTrigger::new() },
        });
        Painted { lines: lines.collect(), round }
    }

    pub fn lines(&self) -> Vec<Line> {
        self.lines.clone()
    }

    /// Where a stretch of a line stands in the line, by the line's number, from 1, and its place among the stretches.
    pub fn stretch(&self, number: usize, position: usize) -> Option<Span> {
        let stretches = &self.line(number)?.painted.stretches;
        let start = stretches.iter().take(position).map(|stretch| stretch.text.len()).sum();
        Some(Span::new(start, start + stretches.get(position)?.text.len()))
    }

    /// Which stretch of a line, numbered from 1, a column is in, in bytes, and how much of the stretch is in front of it.
    pub fn share(&self, number: usize, column: usize) -> Option<(usize, f64)> {
        let mut start = 0;
        let line = self.line(number)?;
        line.painted.stretches.iter().enumerate().find_map(|(position, stretch)| {
            let within = column.checked_sub(start).filter(|within| *within <= stretch.text.len());
            start += stretch.text.len();
            within.map(|within| (position, within as f64 / stretch.text.len().max(1) as f64))
        })
    }

    /// Tells the lines that have another text now, and no other.
    pub fn tell(&self) {
        let is_rewritten = |line: &&Line| line.written == self.round && line.round != self.round;
        self.lines.iter().filter(is_rewritten).for_each(|line| line.rewritten.notify());
    }

    /// A line by its number, from 1.
    fn line(&self, number: usize) -> Option<&Line> {
        let first = self.lines.first()?.painted.number;
        self.lines.get(number.checked_sub(first)?)
    }
}

/// A line as it stands behind the text area, which is scrolled sideways by `left` CSS pixels. What is typed into a stretch
/// changes its text and no element.
pub(super) fn view(line: &Line, lines: Memo<Painted>, left: Memo<f64>) -> impl IntoView + use<> {
    let PaintedLine { number, entry, severity, ref stretches } = *line.painted;
    let stretches = stretches.iter().enumerate().map(|(position, stretch)| {
        let class = stretch.kind.map_or("", kind_class);
        let rewritten = line.rewritten.clone();
        let text = move || {
            rewritten.track();
            let text = |lines: &Painted| Some(lines.line(number)?.painted.stretches.get(position)?.text.clone());
            lines.with_untracked(text).unwrap_or_default()
        };
        view! {
            <span class=class class:source__mark=stretch.severity.is_some() class:source__mark--error=stretch.severity == Some(Severity::Error)
                class:source__mark--note=stretch.severity == Some(Severity::Note) class:source__kin=stretch.is_kin class:source__ignored=stretch.is_ignored
                class:source__hit=stretch.hit.is_some() class:source__hit--current=stretch.hit == Some(HitMark::Current)>{text}</span>
        }
    });
    view! {
        <div class="source__line" data-number=number data-class=entry.map(|entry| entry.class.map_or("missing", shape::key))
            class:source__line--run-start=entry.is_some_and(|entry| entry.begins)
            class:source__line--run-end=entry.is_some_and(|entry| entry.ends)
            class:source__line--kin=entry.is_some_and(|entry| entry.is_kin)
            data-severity=severity.map(Severity::name)><span class="source__code" style:margin-inline-start=move || page::pixels(-left.get())>{stretches.collect::<Vec<_>>()}</span></div>
    }
}

fn kind_class(kind: StretchKind) -> &'static str {
    match kind {
        StretchKind::Xml(PaintKind::Markup) => "source__tag",
        StretchKind::Xml(PaintKind::AttributeName) | StretchKind::Name => "source__name",
        StretchKind::Xml(PaintKind::AttributeValue) | StretchKind::Id => "source__value",
        StretchKind::Xml(PaintKind::Comment) => "source__comment",
        StretchKind::Xml(PaintKind::CData) => "source__cdata",
        StretchKind::Xml(PaintKind::Declaration) => "source__declaration",
        StretchKind::Xml(PaintKind::Reference) => "source__reference",
        StretchKind::Xml(PaintKind::Text) | StretchKind::Value => "source__text",
        StretchKind::Section => "source__section",
    }
}
