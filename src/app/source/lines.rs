//! The painted lines behind a text area.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::shape;
use crate::{
    editor::painted::{Kind, PaintedLine},
    rules::diagnostic::Severity,
    source::xml::paint::PaintKind,
};

/// The painted lines.
#[derive(Clone, PartialEq, Default)]
pub(super) struct Painted {
    lines: Vec<Arc<Line>>,
    /// The latest round in which a line changed.
    round: usize,
}

/// A line, and the round it came in: what has the same number and round is the same line.
#[derive(PartialEq)]
pub(super) struct Line {
    pub painted: PaintedLine,
    round: usize,
}

impl Line {
    pub fn key(&self) -> (usize, usize) {
        (self.painted.number, self.round)
    }
}

impl Painted {
    /// These lines; those that stood there before are the same lines still.
    pub fn after(before: Option<&Painted>, lines: Vec<PaintedLine>) -> Painted {
        let (old, round) = before.map_or((&[][..], 0), |before| (&before.lines[..], before.round + 1));
        let first = old.first().map_or(0, |line| line.painted.number);
        let same = |line: &PaintedLine| old.get(line.number.checked_sub(first)?).filter(|old| old.painted == *line);
        let lines = lines.into_iter().map(|line| match same(&line) {
            Some(old) => old.clone(),
            None => Arc::new(Line { painted: line, round }),
        });
        Painted { lines: lines.collect(), round }
    }

    pub fn lines(&self) -> Vec<Arc<Line>> {
        self.lines.clone()
    }
}

/// A line as it stands behind the text area.
pub(super) fn view(line: &PaintedLine) -> impl IntoView + use<> {
    let entry = line.entry;
    let stretches = line.stretches.iter().map(|stretch| {
        let class = stretch.kind.map_or("", kind_class);
        view! {
            <span class=class class:source__mark=stretch.severity.is_some() class:source__mark--error=stretch.severity == Some(Severity::Error)
                class:source__mark--note=stretch.severity == Some(Severity::Note) class:source__kin=stretch.is_kin>{stretch.text.clone()}</span>
        }
    });
    view! {
        <div class="source__line" data-number=line.number data-class=entry.map(|entry| entry.class.map_or("missing", shape::key))
            class:source__line--run-start=entry.is_some_and(|entry| entry.begins)
            class:source__line--run-end=entry.is_some_and(|entry| entry.ends)
            class:source__line--kin=entry.is_some_and(|entry| entry.is_kin)
            data-severity=line.severity.map(Severity::name)><span class="source__code">{stretches.collect::<Vec<_>>()}</span></div>
    }
}

fn kind_class(kind: Kind) -> &'static str {
    match kind {
        Kind::Xml(PaintKind::Markup) => "source__tag",
        Kind::Xml(PaintKind::AttributeName) | Kind::Name => "source__name",
        Kind::Xml(PaintKind::AttributeValue) | Kind::Id => "source__value",
        Kind::Xml(PaintKind::Comment) => "source__comment",
        Kind::Xml(PaintKind::CData) => "source__cdata",
        Kind::Xml(PaintKind::Declaration) => "source__declaration",
        Kind::Xml(PaintKind::Reference) => "source__reference",
        Kind::Xml(PaintKind::Text) | Kind::Value => "source__text",
        Kind::Section => "source__section",
    }
}
