//! The painted lines behind a text area.

use std::{ops::Range, sync::Arc};

use leptos::prelude::*;

use super::super::shape;
use crate::{
    editor::painted::{Kind, PaintedLine},
    rules::diagnostic::Severity,
    source::xml::paint::PaintKind,
};

/// The painted lines, and the number of the first, from 0.
#[derive(Clone, PartialEq, Default)]
pub(super) struct Painted {
    first: usize,
    lines: Vec<Arc<PaintedLine>>,
}

impl Painted {
    pub fn new(first: usize, lines: Vec<PaintedLine>) -> Painted {
        Painted { first, lines: lines.into_iter().map(Arc::new).collect() }
    }

    /// The numbers of the lines, from 0.
    pub fn range(&self) -> Range<usize> {
        self.first..self.first + self.lines.len()
    }

    /// A line by its number, from 0.
    pub fn line(&self, number: usize) -> Option<Arc<PaintedLine>> {
        self.lines.get(number.checked_sub(self.first)?).cloned()
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
