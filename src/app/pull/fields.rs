//! The two fields of a range in the list: what is typed there is taken, or stays to be mended.

use leptos::{html, prelude::*};
use web_sys::HtmlInputElement;

use super::actions::{End, Pull};
use crate::browser::page;
use presence_profile_core::editor::{
    place::RangePlace,
    ranges::{self, Bar},
    refusal::Refusal,
};

/// The fields of a row and what they were last seen to hold.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    pub pull: Pull,
    pub index: usize,
    pub from: NodeRef<html::Input>,
    pub to: NodeRef<html::Input>,
    /// The range whose numbers they show, and where it stood at which revision.
    shown: StoredValue<Option<(Bar, (RangePlace, u64))>>,
    /// Whether in each stands something that was typed and is not in the text.
    pub typed: RwSignal<Ends>,
    /// Whether what stands in each was refused.
    pub refused: RwSignal<Ends>,
}

/// Something that is so, or not, of either end.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Ends {
    from: bool,
    to: bool,
}

impl Ends {
    pub fn of(self, end: End) -> bool {
        if end == End::From { self.from } else { self.to }
    }

    fn with(self, end: End, is: bool) -> Ends {
        if end == End::From { Ends { from: is, ..self } } else { Ends { to: is, ..self } }
    }
}

const BOTH: [End; 2] = [End::From, End::To];

impl Fields {
    pub fn new(pull: Pull, index: usize) -> Fields {
        Fields {
            pull,
            index,
            from: NodeRef::new(),
            to: NodeRef::new(),
            shown: StoredValue::new(None),
            typed: RwSignal::new(Ends::default()),
            refused: RwSignal::new(Ends::default()),
        }
    }

    fn field(self, end: End) -> Option<HtmlInputElement> {
        if end == End::From { self.from.get_untracked() } else { self.to.get_untracked() }
    }

    /// Whether something stands at an end that is not in the text.
    pub fn is_unsettled(self, end: End) -> bool {
        self.typed.get_untracked().of(end)
    }

    /// Another range, or the same with other numbers, stands here now. What is being typed belongs to the one before; what
    /// was refused stays while the number it stands for does.
    pub fn follow(self, bar: Option<Bar>) {
        let is_typed_in =
            |end: &End| self.is_unsettled(*end) && self.field(*end).is_some_and(|field| page::is_focused(&field));
        let Some(now) = bar.filter(|_| !BOTH.iter().any(is_typed_in)) else { return };
        let before = self.shown.get_value().map(|(before, _)| before);
        self.take(bar);
        for end in BOTH {
            let is_same = before.is_some_and(|before| end.of(&before) == end.of(&now));
            if !(is_same && self.refused.get_untracked().of(end)) {
                self.show(end);
            }
        }
    }

    /// A step was taken back, or done again: what the text says is what stands here.
    pub fn put_back(self) {
        if self.typed.get_untracked() != Ends::default() {
            self.take(self.pull.bar_untracked(self.index));
            BOTH.into_iter().for_each(|end| self.show(end));
        }
    }

    /// Whatever happened since, the range that is shown is the one that stands here now.
    pub fn look(self) {
        if self.typed.get_untracked() == Ends::default() {
            self.take(self.pull.bar_untracked(self.index));
        }
    }

    fn take(self, bar: Option<Bar>) {
        let revision = self.pull.session.revision_untracked();
        self.shown.set_value(bar.map(|bar| (bar, (bar.place, revision))));
    }

    /// Something was typed at an end.
    pub fn type_in(self, end: End) {
        let (Some((bar, _)), Some(field)) = (self.shown.get_value(), self.field(end)) else { return };
        let is_new = field.value() != end.of(&bar).number().to_string();
        flag(self.typed, end, is_new);
        flag(self.refused, end, false);
    }

    /// Puts the number of the range into a field, as it is in the text.
    fn show(self, end: End) {
        let (Some((bar, _)), Some(field)) = (self.shown.get_value(), self.field(end)) else { return };
        let number = end.of(&bar).number().to_string();
        if field.value() != number {
            field.set_value(&number);
        }
        flag(self.typed, end, false);
        flag(self.refused, end, false);
    }

    /// The same, to be typed over. Of what was refused there nothing is said any more.
    pub fn mend(self, end: End) {
        let was_unsettled = self.is_unsettled(end);
        self.show(end);
        self.select(end);
        let session = self.pull.session;
        if was_unsettled
            && session.settle_refusal()
            && let Some(refusal) = self.refusal_at(end.other()).or_else(|| self.refusal_of_both(end.other()))
        {
            session.refuse_also(&refusal.to_string());
        }
    }

    /// Selects what stands in a field that has the focus.
    pub fn select(self, end: End) {
        if let Some(field) = self.field(end).filter(|field| page::is_focused(field)) {
            field.select();
        }
    }

    /// Takes what was typed at one end; what stands at the other and was refused may do with it. Where that is no number,
    /// it stays as it is, and the end that was typed goes with the number the text has for the other.
    pub fn commit(self, end: End) {
        let (Some((bar, place)), Some(own)) = (self.shown.get_value(), self.field(end)) else { return };
        let other = end.other();
        let typed = match ranges::number(&own.value()) {
            Ok(typed) => typed,
            Err(refusal) => return self.refuse(end, other, refusal.to_string()),
        };
        let beside = self.field(other).map_or(Ok(other.of(&bar)), |field| ranges::number(&field.value()));
        let is_both = beside.is_ok();
        let beside = beside.unwrap_or_else(|_| other.of(&bar));
        let (lowest, highest) = if end == End::From { (typed, beside) } else { (beside, typed) };
        let session = self.pull.session;
        if !self.pull.set(place, lowest, highest) {
            return self.refuse(end, other, session.notice.get_untracked());
        }
        let there = self.pull.bar_untracked(self.index);
        if there.is_some_and(|bar| (bar.lowest, bar.highest) == (lowest, highest)) {
            self.take(there);
        }
        self.show(end);
        match is_both {
            true => self.show(other),
            false => {
                session.notice.set(ranges::set_in_words(self.index, (lowest, highest)));
                if let Some(refusal) = self.refusal_at(other) {
                    session.refuse_also(&refusal.to_string());
                }
            }
        }
        self.select(end);
    }

    /// What was refused stays to be mended, and the status line says why.
    fn refuse(self, end: End, other: End, refusal: String) {
        let words = match self.refusal_at(other) {
            Some(also) => format!("{refusal}; {also}"),
            None => refusal,
        };
        self.pull.session.refuse(words);
        self.pull.session.keep_refusal();
        flag(self.refused, end, true);
        flag(self.typed, end, true);
    }

    /// What is wrong at an end that was refused, if it is no number.
    fn refusal_at(self, end: End) -> Option<Refusal> {
        let refused = self.field(end).filter(|_| self.refused.get_untracked().of(end))?;
        ranges::number(&refused.value()).err()
    }

    /// What is wrong at an end that was refused beside the number at the other.
    fn refusal_of_both(self, end: End) -> Option<Refusal> {
        let refused = self.refused.get_untracked().of(end);
        let number = |end: End| ranges::number(&self.field(end).filter(|_| refused)?.value()).ok();
        let (lowest, highest) = (number(End::From)?, number(End::To)?);
        (highest < lowest).then(|| Refusal::Backward(lowest.number(), highest.number()))
    }
}

fn flag(flags: RwSignal<Ends>, end: End, is: bool) {
    let before = flags.get_untracked();
    if before.of(end) != is {
        flags.set(before.with(end, is));
    }
}
