//! What of the translations is shown, as the user chose it: a filter, the languages, the reference.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Session, SharedAnalysis, marks::Marks, of_profile::OfProfile, selected::Selected};
use crate::{app::gate::Gate, browser::page};
use presence_profile_core::{
    editor::{
        cell_marks::Cell,
        history::History,
        live_cells::LiveCells,
        matrix::Matrix,
        place::ProfileId,
        shown_texts::{
            ShownTexts,
            columns::ColumnsView,
            entries::{Chosen, Present, ShownEntries},
            filter::EntryFilter,
            tally::{Counted, Tally},
        },
    },
    mapping::lcid::Lcid,
    source::phrase::counted,
};

/// What of the translations is shown.
#[derive(Clone, Copy)]
pub struct Table {
    columns: OfProfile<ColumnsView>,
    chosen: OfProfile<Chosen>,
    /// How often somebody has arranged what is shown.
    pub arranged: StoredValue<u64>,
    /// The language to whose gaps somebody goes, one after the other.
    pub gaps_of: StoredValue<Option<Lcid>>,
    /// A cell to be made the active one, and how many were before it.
    pub(super) aim: RwSignal<(usize, Option<Cell>, bool)>,
    /// The rows and the columns.
    pub shown: Gate<Arc<ShownTexts>>,
    /// How many entries each filter finds; the last is the one that was chosen.
    pub counts: Gate<Vec<usize>>,
}

/// What is derived; every change makes a new one.
struct State {
    tally: Tally,
    entries: ShownEntries,
    shown: Arc<ShownTexts>,
    counts: Vec<usize>,
}

impl PartialEq for State {
    fn eq(&self, _: &State) -> bool {
        false
    }
}

/// What it is derived from.
type Sources = (Gate<SharedAnalysis>, Gate<Arc<Matrix>>, Gate<Marks>, Gate<Arc<LiveCells>>);

impl Table {
    pub(super) fn new(
        history: RwSignal<History>,
        profile: RwSignal<ProfileId>,
        selected: Selected,
        (analysis, matrix, marks, live): Sources,
    ) -> Table {
        let columns = OfProfile::new(profile, |_| ColumnsView::default());
        let chosen = OfProfile::new(profile, |_| Chosen::default());
        let aim = RwSignal::new((0, None::<Cell>, false));
        let default_language = Gate::new(move || analysis.with(|read| read.1.choices.default_language));
        let state = Memo::new(move |before: Option<&State>| {
            let (chosen, selected, (aims, aimed, _)) = (chosen.get(), selected.entry(), aim.get());
            let (view, matrix, marks, live) = (columns.get(), matrix.get(), marks.get(), live.get());
            let read = analysis.get_untracked();
            let (columns, hidden) = view.of(&read.0.languages, default_language.get());
            let counted = Counted { matrix: &matrix, columns: &columns, marks: &marks.cells, live: &live };
            let tally = Tally::after(before.map(|before| &before.tally), counted);
            let entries = history.with_untracked(|history| {
                let aimed = (aims, aimed.and_then(Cell::entry));
                let (profile, trail, analysis) = (read.1.id, history.trail(), &read.0);
                let now = Present { chosen, profile, trail, analysis, selected, aimed };
                let before = before.map(|before| &before.entries);
                ShownEntries::after(before, now, |filter, entry| tally.passes(filter, entry))
            });
            let filters = EntryFilter::ALL.into_iter().chain([chosen.filter]);
            let counts = filters.map(|filter| tally.count(filter)).collect();
            let shown = ShownTexts { columns, hidden, entries: entries.positions(matrix.entries.len()) };
            State { tally, entries, shown: Arc::new(shown), counts }
        });
        let shown = Gate::new(move || state.with(|state| state.shown.clone()));
        let counts = Gate::new(move || state.with(|state| state.counts.clone()));
        Table { columns, chosen, arranged: StoredValue::new(0), gaps_of: StoredValue::new(None), aim, shown, counts }
    }

    /// See [`Gate::renew`].
    pub(super) fn renew(self) {
        self.shown.renew();
        self.counts.renew();
    }

    /// Asks to be told of another choice.
    pub(super) fn track(self) {
        self.columns.track();
        self.chosen.track();
    }

    /// What was chosen for a profile.
    pub(super) fn of_untracked(self, profile: ProfileId) -> (ColumnsView, EntryFilter) {
        let chosen = self.chosen.of_untracked(profile).unwrap_or_default();
        (self.columns.of_untracked(profile).unwrap_or_default(), chosen.filter)
    }

    /// What was chosen for a profile when the page was open last.
    pub(super) fn look_again(self, profile: ProfileId, columns: ColumnsView, filter: EntryFilter) {
        self.columns.set_of(profile, columns);
        self.chosen.set_of(profile, Chosen { filter, times: 0 });
    }

    /// The filter, now and whenever another is chosen.
    pub fn filter(self) -> EntryFilter {
        self.chosen.with(|chosen| chosen.filter)
    }

    /// The entry of a row, both from 0.
    pub fn entry(self, row: usize) -> Option<usize> {
        self.shown.with_untracked(|shown| shown.entries.get(row).copied())
    }

    /// The language of a column, from 0.
    pub fn lcid(self, column: usize) -> Option<Lcid> {
        self.shown.with_untracked(|shown| shown.columns.get(column).map(|column| column.lcid))
    }

    /// The languages that are shown.
    pub fn languages(self) -> Vec<Lcid> {
        self.shown.with_untracked(|shown| shown.columns.iter().map(|column| column.lcid).collect())
    }

    /// Shows a language that may be hidden.
    pub fn reveal(self, lcid: Lcid) {
        let view = self.columns.get_untracked();
        if view.hidden.contains(&lcid) {
            self.look_at(view.with(lcid));
        }
    }

    fn look_at(self, view: ColumnsView) {
        self.arrange();
        self.columns.set(view);
    }

    /// Somebody arranges what is shown: the cells that are selected together are others then.
    pub fn arrange(self) -> u64 {
        let times = self.arranged.with_value(|times| times + 1);
        self.arranged.set_value(times);
        times
    }
}

impl Session {
    /// Chooses a filter of the translations: it finds anew, also where it is the one that was chosen.
    pub fn choose_filter(self, filter: EntryFilter) {
        // What is open is taken first: it may be what is looked for.
        page::settle();
        let times = self.table.arrange();
        self.table.gaps_of.set_value(None);
        self.table.chosen.set(Chosen { filter, times });
        let shown = self.table.shown.get_untracked();
        let is_seen = self.selected.entry_untracked().is_some_and(|entry| shown.row_of(entry).is_some());
        if let Some(first) = shown.entries.first().filter(|_| !is_seen) {
            self.select_entry(*first);
        }
        self.notice.set(match shown.entries.len() {
            0 => filter.nothing().to_owned(),
            count => format!("{}: {}", filter.name(), counted(count, "entry", "entries")),
        });
    }

    /// Hides a language of the translations; the file stays as it is.
    pub fn hide_language(self, lcid: Lcid) {
        page::settle();
        self.table.look_at(self.table.columns.get_untracked().without(lcid));
        self.notice.set(format!("{} hidden; the file keeps its texts", lcid.name()));
    }

    /// Shows languages that were hidden.
    pub fn show_languages(self, languages: &[Lcid]) {
        page::settle();
        let view = self.table.columns.get_untracked();
        self.table.look_at(languages.iter().fold(view, |view, lcid| view.with(*lcid)));
        self.notice.set(match languages {
            [one] => format!("{} shown", one.name()),
            several => format!("{} shown", counted(several.len(), "language", "languages")),
        });
    }

    /// Makes a language the one that the others are read beside.
    pub fn use_as_reference(self, lcid: Lcid) {
        page::settle();
        self.table.look_at(self.table.columns.get_untracked().beside(lcid));
        self.notice.set(format!("{} is the reference", lcid.name()));
    }
}
