//! What of the translations is shown: filters, columns, and the way from gap to gap.

use std::sync::Arc;

use presence_profile_core::{
    editor::{
        analysis::Analysis,
        cell_marks::{Cell, CellMarks},
        command::{CellValue, Command, Wish},
        history::History,
        live_cells::LiveCells,
        matrix::Matrix,
        place::ProfileId,
        planning,
        shown_texts::{
            ShownTexts,
            columns::{ColumnsView, short_name},
            copied_gaps,
            entries::{Chosen, Present, ShownEntries},
            filter::EntryFilter,
            stops::Stops,
            tally::{Counted, Tally},
        },
        workspace::{Profile, Workspace},
    },
    mapping::lcid::Lcid,
};

const SPANISH: Lcid = Lcid::new(3082);
const RUSSIAN: Lcid = Lcid::new(1049);
const FRENCH: Lcid = Lcid::new(1036);

/// The translations of a workspace of one profile, as a page holds them.
struct Page {
    history: History,
    view: ColumnsView,
    chosen: Chosen,
    selected: Option<usize>,
    aimed: (usize, Option<usize>),
    tally: Tally,
    entries: Option<ShownEntries>,
    shown: ShownTexts,
    matrix: Matrix,
    marks: CellMarks,
    analysis: Arc<Analysis>,
    live: Arc<LiveCells>,
}

impl Page {
    fn of(workspace: Workspace) -> Page {
        let analysis = Analysis::in_workspace(&workspace, ProfileId::FIRST);
        let live = Arc::new(LiveCells::of(workspace.live.of(ProfileId::FIRST)));
        let mut page = Page {
            history: History::new(workspace),
            view: ColumnsView::default(),
            chosen: Chosen::default(),
            selected: Some(0),
            aimed: (0, None),
            tally: Tally::default(),
            entries: None,
            shown: ShownTexts::default(),
            matrix: Matrix::of(&analysis),
            marks: CellMarks::default(),
            analysis,
            live,
        };
        page.print();
        page
    }

    fn example() -> Page {
        Page::of(Workspace::example())
    }

    /// What is derived is derived anew.
    fn print(&mut self) {
        self.analysis = Analysis::in_workspace(self.history.present(), ProfileId::FIRST);
        self.matrix = Matrix::after(Some(&self.matrix), &self.analysis);
        self.marks = CellMarks::of(&self.analysis);
        let default = self.history.present().profiles[0].choices.default_language;
        let (columns, hidden) = self.view.of(&self.analysis.languages, default);
        let counted = Counted { matrix: &self.matrix, columns: &columns, marks: &self.marks, live: &self.live };
        let tally = Tally::after(Some(&self.tally), counted);
        let whole = Tally::after(None, counted);
        for filter in EntryFilter::ALL {
            assert_eq!(tally.count(filter), whole.count(filter), "{filter:?} is counted as it would be anew");
        }
        self.tally = tally;
        let now = Present {
            chosen: self.chosen,
            profile: ProfileId::FIRST,
            trail: self.history.trail(),
            analysis: &self.analysis,
            selected: self.selected,
            aimed: self.aimed,
        };
        let entries = ShownEntries::after(self.entries.as_ref(), now, |filter, entry| self.tally.passes(filter, entry));
        self.shown = ShownTexts { columns, hidden, entries: entries.positions(self.matrix.entries.len()) };
        self.entries = Some(entries);
    }

    fn choose(&mut self, filter: EntryFilter) {
        self.chosen = Chosen { filter, times: self.chosen.times + 1 };
        self.print();
    }

    fn select(&mut self, entry: usize) {
        self.selected = Some(entry);
        self.print();
    }

    fn go_to(&mut self, entry: usize) {
        self.aimed = (self.aimed.0 + 1, Some(entry));
        self.print();
    }

    fn act(&mut self, command: Command) {
        let wish = Wish { profile: ProfileId::FIRST, revision: self.history.revision(), command };
        let change = planning::plan(&self.history, &self.analysis, &wish).unwrap();
        self.history.commit(change);
        self.print();
    }

    fn undo(&mut self) {
        self.history.undo();
        self.print();
    }

    fn set(&mut self, id: &str, lcid: Lcid, text: &str) {
        self.act(Command::SetCells(vec![CellValue::Text { id: id.to_owned(), lcid, text: text.to_owned() }]));
    }

    fn remove(&mut self, id: &str) {
        let entry = self.analysis.map.entry_of(id).unwrap();
        self.act(Command::RemoveEntry(self.analysis.entry_place(entry).unwrap()));
    }

    fn ids(&self) -> Vec<&str> {
        self.shown.entries.iter().map(|entry| self.matrix.entries[*entry].id.as_str()).collect()
    }

    fn counts(&self) -> Vec<usize> {
        EntryFilter::ALL.iter().map(|filter| self.tally.count(*filter)).collect()
    }

    fn languages(&self) -> Vec<u32> {
        self.shown.columns.iter().map(|column| column.lcid.number()).collect()
    }

    /// All stops from a cell, as rows and columns, until it begins again.
    fn stops(&self, from: Option<(usize, usize)>, is_back: bool, only: Option<Lcid>) -> Vec<(usize, usize)> {
        let stops = Stops { shown: &self.shown, matrix: &self.matrix, marks: &self.marks, only, are_gaps: false };
        let mut found = Vec::new();
        let mut from = from;
        while let Some(stop) = stops.next(from, is_back).filter(|stop| !stop.is_around) {
            let row = self.shown.row_of(stop.cell.entry().unwrap()).unwrap();
            let column = match stop.cell {
                Cell::Text(_, lcid) => 2 + self.shown.column_of(lcid).unwrap(),
                Cell::Availability(_) => 1,
                _ => 0,
            };
            found.push((row, column));
            from = Some((row, column));
        }
        found
    }
}

#[test]
fn the_filters_count_entries() {
    let mut page = Page::example();
    // All, Gaps, Problems, Over 64, Unused, Changed.
    assert_eq!(page.counts(), [7, 6, 3, 0, 0, 0]);
    page.set("OOS", RUSSIAN, &"д".repeat(64));
    assert_eq!(page.counts()[3], 0, "64 are not more than 64");
    page.set("OOS", RUSSIAN, &"д".repeat(65));
    assert_eq!(page.counts()[3..], [1, 0, 1]);
    page.set("OOS", RUSSIAN, &"😀".repeat(33));
    assert_eq!(page.counts()[3], 1, "a sign beyond the first plane has two units");
    page.act(Command::AddEntry { id: "BREAK".into(), availability: "12000".into() });
    assert_eq!((page.counts()[0], page.counts()[4], page.counts()[5]), (8, 1, 2), "no row comes to the new one");
}

#[test]
fn what_is_not_known_of_t_server_is_no_change() {
    let example = Workspace::example().profiles[0].clone();
    let mut page = Page::of(Workspace::of(Profile::new("Presence", &example.options, &example.xml)));
    page.set("OOS", RUSSIAN, "Не работает");
    assert_eq!(page.counts()[5], 0);
}

#[test]
fn languages_that_are_hidden_are_not_looked_at() {
    let mut page = Page::example();
    page.set("OOS", RUSSIAN, &"д".repeat(65));
    page.view = [SPANISH, RUSSIAN, FRENCH].into_iter().fold(page.view.clone(), ColumnsView::without);
    page.print();
    assert_eq!((page.languages(), page.shown.hidden.len()), (vec![1033], 3));
    assert_eq!(page.counts()[..2], [7, 0]);
    assert_eq!(page.counts()[3..], [0, 0, 0]);
}

#[test]
fn the_reference_stands_first_and_is_never_hidden() {
    let mut page = Page::example();
    assert_eq!(page.languages(), [1033, 3082, 1049, 1036]);
    page.view = page.view.clone().without(RUSSIAN).beside(RUSSIAN);
    page.print();
    assert_eq!((page.languages(), page.shown.reference()), (vec![1049, 1033, 3082, 1036], Some(RUSSIAN)));
    // Also where it is among those that were hidden, and once it has no column any more.
    page.view.hidden = vec![RUSSIAN];
    page.print();
    assert_eq!(page.languages()[0], 1049);
    page.act(Command::RemoveLanguage(RUSSIAN));
    assert_eq!(page.languages(), [1033, 3082, 1036]);
    let (columns, hidden) = ColumnsView::default().of(&[FRENCH, SPANISH], Lcid::ENGLISH);
    assert_eq!((columns[0].lcid, hidden), (FRENCH, vec![]), "without the default language it is the first");
}

#[test]
fn a_name_is_short_where_no_other_language_has_it() {
    assert_eq!(short_name(FRENCH, &[Lcid::ENGLISH, FRENCH]), "French");
    assert_eq!(short_name(FRENCH, &[Lcid::new(3084), FRENCH]), "French (France)");
}

#[test]
fn a_row_stays_while_it_is_filled_and_goes_when_the_filter_is_chosen_anew() {
    let mut page = Page::example();
    page.choose(EntryFilter::GapsIn(FRENCH));
    let gaps = ["IDLE_OUT", "IDLE_READY", "IDLE_NOTREADY", "IDLE_ACW", "IDLE_AWAY", "OOS"];
    assert_eq!(page.ids(), gaps);
    for id in ["IDLE_OUT", "IDLE_READY"] {
        page.set(id, FRENCH, "Bonjour");
        assert_eq!(page.ids(), gaps);
    }
    assert_eq!(page.tally.count(EntryFilter::GapsIn(FRENCH)), 4);
    page.undo();
    assert_eq!(page.ids(), gaps);
    page.choose(EntryFilter::GapsIn(FRENCH));
    assert_eq!(page.ids(), gaps[1..]);
    // What was taken back was not looked for when the filter was chosen: it is shown when somebody goes there.
    page.undo();
    assert_eq!(page.ids(), gaps[1..]);
    page.select(0);
    page.select(1);
    page.choose(EntryFilter::All);
    assert_eq!(page.ids().len(), 7);
}

#[test]
fn entries_come_and_go_under_a_filter() {
    let mut page = Page::example();
    page.choose(EntryFilter::GapsIn(FRENCH));
    page.set("IDLE_OUT", FRENCH, "Parti");
    page.remove("IDLE_READY");
    assert_eq!(page.ids(), ["IDLE_OUT", "IDLE_NOTREADY", "IDLE_ACW", "IDLE_AWAY", "OOS"]);
    page.act(Command::AddEntry { id: "BREAK".into(), availability: "12000".into() });
    assert_eq!(page.ids().last(), Some(&"BREAK"), "a new one lacks every text");
    page.undo();
    page.undo();
    assert_eq!(page.ids(), ["IDLE_OUT", "IDLE_READY", "IDLE_NOTREADY", "IDLE_ACW", "IDLE_AWAY", "OOS"]);
    page.act(Command::StartWithExample);
    assert_eq!(page.ids().len(), 6);
}

#[test]
fn whoever_goes_to_an_entry_sees_it_and_the_next_one_takes_its_place() {
    let mut page = Page::example();
    page.choose(EntryFilter::Problems);
    let found: Vec<String> = page.ids().into_iter().map(str::to_owned).collect();
    assert!(!page.shown.entries.contains(&0), "what is selected is not looked for");
    let with = |page: &Page, entry: usize| page.shown.entries.contains(&entry) && page.ids().len() == found.len() + 1;
    page.go_to(0);
    assert!(with(&page, 0), "also where it was selected before");
    page.set("IDLE_OUT", FRENCH, "Parti");
    assert!(with(&page, 0), "what is done there does not send it away");
    let own = page.shown.entries.iter().copied().find(|entry| *entry != 0).unwrap();
    page.select(own);
    assert!(with(&page, 0), "to one that was found: nothing moves");
    let other = (1..7).find(|entry| !page.shown.entries.contains(entry)).unwrap();
    page.select(other);
    assert!(with(&page, other) && !page.shown.entries.contains(&0));
    page.choose(EntryFilter::Problems);
    assert_eq!(page.ids(), found);
}

#[test]
fn whoever_comes_back_to_a_filter_finds_what_was_left() {
    let mut page = Page::example();
    (page.entries, page.selected) = (None, Some(5));
    page.chosen = Chosen { filter: EntryFilter::Gaps, times: 0 };
    page.print();
    assert_eq!(page.ids().len(), 7, "INCALL lacks nothing and is selected");
}

#[test]
fn the_way_from_gap_to_gap_goes_row_by_row_and_begins_again() {
    let mut page = Page::example();
    let all = page.stops(None, false, None);
    assert!(all.is_sorted() && all.contains(&(0, 3)) && all.contains(&(6, 5)));
    assert_eq!(all.iter().filter(|(_, column)| 2 <= *column).count(), 20, "18 gaps, and 2 texts with a problem");
    let mut back = page.stops(Some((6, 5)), true, None);
    back.reverse();
    back.push((6, 5));
    assert_eq!(back, all);
    let around = Stops { shown: &page.shown, matrix: &page.matrix, marks: &page.marks, only: None, are_gaps: false };
    let first = around.next(Some(*all.last().unwrap()), false).unwrap();
    assert!(first.is_around && first.is_gap && first.cell == Cell::Text(0, SPANISH), "{first:?}");
    let last = around.next(Some(all[0]), true).unwrap();
    assert!(last.is_around && last.cell == Cell::Text(6, FRENCH), "{last:?}");
    assert_eq!(page.stops(None, false, Some(FRENCH)).len(), 6);
    // Who fills gaps meets no text.
    let gaps = Stops { are_gaps: true, ..around };
    let count = std::iter::successors(gaps.next(None, false), |stop| {
        let column = |lcid| 2 + page.shown.column_of(lcid).unwrap();
        let Cell::Text(entry, lcid) = stop.cell else { panic!("{stop:?} is no gap") };
        gaps.next(Some((page.shown.row_of(entry).unwrap(), column(lcid))), false)
    });
    assert_eq!(count.take_while(|stop| !stop.is_around).map(|stop| assert!(stop.is_gap)).count(), 18);
    page.view = [SPANISH, RUSSIAN, FRENCH].into_iter().fold(page.view.clone(), ColumnsView::without);
    page.choose(EntryFilter::Gaps);
    assert_eq!(page.stops(None, false, None), []);
}

#[test]
fn the_only_stop_is_come_to_again() {
    let xml = "<?xml version=\"1.0\"?>\n<agentStates xmlns=\"http://schemas.genesys.com/09/2014/mslyncteserver/agentStates\">\
               <agentState ID=\"A\" availability=\"3500\"/></agentStates>";
    let page = Page::of(Workspace::of(Profile::new("Presence", "", xml)));
    let stops = Stops {
        shown: &page.shown,
        matrix: &page.matrix,
        marks: &page.marks,
        only: Some(Lcid::ENGLISH),
        are_gaps: false,
    };
    let stop = stops.next(Some((0, 2)), false).unwrap();
    assert!(stop.is_around);
    assert_eq!(stops.next(Some((0, 2)), true), Some(stop));
}

#[test]
fn the_reference_fills_the_gaps_of_the_rows_that_are_shown() {
    let mut page = Page::example();
    let values = copied_gaps::of(&page.shown, &page.matrix, &page.analysis, FRENCH);
    assert_eq!(values.len(), 6);
    assert_eq!(copied_gaps::of(&page.shown, &page.matrix, &page.analysis, Lcid::ENGLISH), []);
    page.set("IDLE_OUT", Lcid::ENGLISH, "");
    page.set("OOS", FRENCH, " ");
    let values = copied_gaps::of(&page.shown, &page.matrix, &page.analysis, FRENCH);
    assert_eq!(values.len(), 5, "what the reference lacks is not copied, a blank is a gap");
    page.choose(EntryFilter::Problems);
    let few = copied_gaps::of(&page.shown, &page.matrix, &page.analysis, FRENCH);
    assert!(few.len() < 5, "{few:?}");
    page.act(Command::SetCells(few));
    assert_eq!(copied_gaps::of(&page.shown, &page.matrix, &page.analysis, FRENCH), []);
}
