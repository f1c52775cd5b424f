//! What the panels of pull mode share: what is shown of the ranges, which of them is chosen, and what is done to them.

use std::sync::Arc;

use leptos::{ev, prelude::*};

use crate::{
    app::{gate::Gate, session::Session},
    browser::{cells, page},
};
use presence_profile_core::{
    editor::{
        command::{Command, Wish},
        place::RangePlace,
        ranges::{self, Bar, Ranges, Tried},
    },
    mapping::{
        availability::{Availability, Class},
        option_name::OptionName,
    },
};

/// Up to this many ranges, each has a bar with handles; of more the chosen one alone.
pub(super) const MOST_BARS: usize = 200;

/// The state of the panels.
#[derive(Clone, Copy)]
pub(super) struct Pull {
    pub session: Session,
    /// What is shown.
    pub ranges: Gate<Arc<Ranges>>,
    /// How many ranges there are.
    pub count: Memo<usize>,
    /// The range that was last gone to, by its position.
    pub chosen: RwSignal<Option<usize>>,
    /// The number that is tried, as it is typed.
    pub tried: RwSignal<String>,
    /// The row of the list that is to be in the page wherever the list is scrolled.
    pub held_row: RwSignal<Option<usize>>,
    /// What had the focus last, and of which range, until something else has.
    pub hold: StoredValue<Option<(usize, Hold)>>,
}

/// What of a range can have the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hold {
    /// A handle on the number line.
    Handle(End),
    /// A field of the list.
    Field(End),
    /// The button that removes the range.
    Remove,
}

/// An end of a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    From,
    To,
}

impl End {
    pub fn name(self) -> &'static str {
        match self {
            End::From => "from",
            End::To => "to",
        }
    }

    pub fn other(self) -> End {
        match self {
            End::From => End::To,
            End::To => End::From,
        }
    }

    pub fn of(self, bar: &Bar) -> Availability {
        match self {
            End::From => bar.lowest,
            End::To => bar.highest,
        }
    }
}

impl Pull {
    pub fn new(session: Session) -> Pull {
        let ranges = Gate::new(move || session.analysis.with(|read| Arc::new(Ranges::of(&read.0.options))));
        Pull {
            session,
            ranges,
            count: Memo::new(move |_| ranges.with(|ranges| ranges.bars.len())),
            chosen: RwSignal::new(None),
            tried: RwSignal::new(String::new()),
            held_row: RwSignal::new(None),
            hold: StoredValue::new(None),
        }
    }

    /// Notes what has the focus.
    pub fn note_focus(self, index: usize, hold: Hold) {
        self.hold.set_value(Some((index, hold)));
    }

    /// Notes that the focus goes to something else; of what just goes from the page nothing is said.
    pub fn note_blur(self, event: &ev::FocusEvent) {
        if event.related_target().is_some() {
            self.hold.set_value(None);
        }
    }

    /// Where a range has gone under the hand, the focus goes to the same of the last one.
    pub fn keep_focus(self) {
        let count = self.count.get();
        if let Some((_, hold)) = self.hold.get_value().filter(|(index, _)| count <= *index) {
            self.go_to_range(count.checked_sub(1), hold);
        }
    }

    /// Gives something of a range the focus; where there is none, the way to add one.
    fn go_to_range(self, index: Option<usize>, hold: Hold) {
        self.chosen.set(index);
        if let Some(index) = index.filter(|_| !matches!(hold, Hold::Handle(_))) {
            self.held_row.set(Some(index));
        }
        go_to(index.map_or_else(|| ".pull__add".to_owned(), |index| hold.selector(index)));
    }

    /// A range by its position, now and whenever it is another one.
    pub fn bar(self, index: Signal<usize>) -> Gate<Option<Bar>> {
        Gate::new(move || self.ranges.with(|ranges| ranges.bars.get(index.get()).copied()))
    }

    pub fn bar_untracked(self, index: usize) -> Option<Bar> {
        self.ranges.with_untracked(|ranges| ranges.bars.get(index).copied())
    }

    /// What becomes of the number that is tried.
    pub fn answer(self) -> Option<Tried> {
        self.ranges.with(|ranges| ranges.tried(&self.tried.read()))
    }

    pub fn choose(self, index: usize) {
        if self.chosen.get_untracked() != Some(index) {
            self.chosen.set(Some(index));
        }
    }

    /// Moves a range on the way to where it will be.
    pub fn slide(self, index: usize, lowest: Availability, highest: Availability) {
        let Some(bar) = self.bar_untracked(index) else { return };
        if (bar.lowest, bar.highest) != (lowest, highest) {
            self.session.dispatch(Command::SetRange { range: bar.place, lowest, highest, sliding: true });
        }
    }

    /// Gives a range its numbers, as it stood at a revision. Returns whether that was granted.
    pub fn set(self, (range, revision): (RangePlace, u64), lowest: Availability, highest: Availability) -> bool {
        let command = Command::SetRange { range, lowest, highest, sliding: false };
        self.session.grant(&Wish { revision, ..self.session.wish(command) })
    }

    /// Removes a range; the focus goes to the same of the range that stands there now, or the last.
    pub fn remove(self, index: usize, hold: Hold) {
        let Some(bar) = self.bar_untracked(index) else { return };
        if !self.session.dispatch(Command::RemoveRange(bar.place)) {
            return;
        }
        self.say_if_empty();
        self.go_to_range(self.count.get_untracked().checked_sub(1).map(|last| index.min(last)), hold);
    }

    /// An option without a value says nothing by itself of who counts as available.
    fn say_if_empty(self) {
        if self.count.get_untracked() == 0 && self.value_untracked().is_empty() {
            self.session.notice.set(ranges::EMPTY.to_owned());
        }
    }

    /// Adds the range that is likely wanted, and goes to its first number.
    pub fn add(self) {
        let Some((lowest, highest)) = self.ranges.with_untracked(|ranges| ranges.next()) else {
            self.session.notice.set("The ranges hold all numbers already".to_owned());
            return;
        };
        if !self.session.dispatch(Command::AddRange { lowest, highest }) {
            return;
        }
        self.session.notice.set(ranges::added(lowest, highest));
        let last = self.count.get_untracked().saturating_sub(1);
        self.choose(last);
        self.held_row.set(Some(last));
        let field = field_selector(last, End::From);
        cells::after_rendering(move || {
            cells::after_rendering(move || {
                page::focus_in(&field);
                page::select_focused();
            });
        });
    }

    /// Lets in a class, or leaves it out.
    pub fn take(self, class: Class) {
        if self.session.dispatch(Command::TakeClass(class)) {
            self.say_if_empty();
        }
    }

    /// The option's value as it leaves.
    pub fn value_untracked(self) -> String {
        let name = OptionName::PresenceAvailabilityRange;
        self.session.analysis.with_untracked(|read| {
            self.session.with_profile_untracked(|profile| {
                read.0.options.value(name, &profile.options).unwrap_or_default().to_owned()
            })
        })
    }
}

impl Hold {
    /// Finds it.
    fn selector(self, index: usize) -> String {
        match self {
            Hold::Handle(end) => handle_selector(index, end),
            Hold::Field(end) => field_selector(index, end),
            Hold::Remove => format!("[data-remove=\"{index}\"]"),
        }
    }
}

/// Finds the handle of an end of a range.
pub(super) fn handle_selector(index: usize, end: End) -> String {
    format!("[data-handle=\"{index} {}\"]", end.name())
}

/// Finds the field of an end of a range.
pub(super) fn field_selector(index: usize, end: End) -> String {
    format!("[data-field=\"{index} {}\"]", end.name())
}

/// Gives what a selector finds the focus, once the page has taken what just happened.
pub(super) fn go_to(selector: String) {
    cells::after_rendering(move || cells::after_rendering(move || page::focus_in(&selector)));
}
