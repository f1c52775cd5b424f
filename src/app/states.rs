//! Aggregated states: the fifteen rows, as a list or as three devices by five agents.

mod heads;
mod list;
mod new_entry;
mod pivot;

use leptos::prelude::*;

use super::{
    actions::hands::Hands,
    cell_marking,
    choice::Choice,
    copy,
    find::state::Finder,
    grid::{Asked, Editing, Takes},
    hints::HintHere,
    panels::PanelRoom,
    presets::PresetsButton,
    session::Session,
    shape,
};
use presence_profile_core::{
    editor::{
        command::{CellValue, Command, Wish},
        export,
        hints::Hint,
        rows::{self, ShownPresence},
        suggest::{self, Suggestion},
    },
    mapping::{lcid::Lcid, option_name::OptionName, states::StateNumber},
    source::{sorting, spreadsheet},
};

/// What is said where somebody types beside the IDs.
const FIXED: &str = "Nothing was typed: of these columns, only the aggregated state ID is edited";

/// The panel.
#[component]
pub fn AggregatedStates() -> impl IntoView {
    let session = Session::current();
    let is_pivot = Hands::current().is_pivot;
    // The grids outlive their tables, whose events may still be on their way when the other one is shown.
    let row = session.selected.row_untracked();
    let room = PanelRoom::current();
    let rows = list::grid(session, room, row);
    let pairs = pivot::grid(session, room, row);
    let names = move || {
        session.rows.with(|rows| {
            let mut ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).filter(|id| !id.is_empty()).collect();
            let set = ids.len();
            sorting::by_text(&mut ids, |id| id);
            ids.dedup();
            match set {
                15 => format!("15 situations, {} IDs", ids.len()),
                _ => format!("{set} of 15 situations set, {} IDs", ids.len()),
            }
        })
    };
    let choice = move |label: &'static str, icon: &'static str, pivot: bool| {
        view! {
            <label class="segments__item">
                <input class="segments__input" type="radio" name="states-view" prop:checked=move || is_pivot.get() == pivot
                    on:change=move |_| is_pivot.set(pivot) />
                <span class="segments__word">{shape::tool(icon)}{label}</span>
            </label>
        }
    };
    view! {
        <section class="panel states__panel" aria-label="Aggregated states">
            <header class="panel__head">
                <h2 class="panel__title">"Aggregated states"</h2>
                <span class="panel__facts">{names}</span>
                <HintHere hint=Hint::ChangeId back=".presets__open" />
                <span class="panel__actions">
                    <PresetsButton />
                    <span class="segments" role="radiogroup" aria-label="Show as">{choice("Rows", "list", false)}{choice("5 × 3", "pivot", true)}</span>
                    <button class="button button--bare" type="button" on:click=move |_| copy_value(session)>{shape::tool("copy")}"Copy aggregated-states"</button>
                </span>
            </header>
            <div class="states__scroll" data-scroll="states" on:scroll=move |_| if is_pivot.get_untracked() { pairs.place_list() } else { rows.place_list() }>
                {move || if is_pivot.get() { view! { <pivot::Pivot grid=pairs /> }.into_any() } else { view! { <list::List grid=rows /> }.into_any() }}
            </div>
        </section>
    }
}

/// Copies the value of `aggregated-states`.
pub fn copy_value(session: Session) {
    let value = session.analysis.with_untracked(|read| export::aggregated_states(&read.0.options));
    copy::copy_option(session, OptionName::AggregatedStates, value);
}

fn label(session: Session, number: StateNumber) -> String {
    let (agent, device) = number.pair();
    let id = session.rows.with_untracked(|rows| rows[number.index()].id.clone());
    format!("Row {}, {}, {}, aggregated state ID {}", number.number(), agent.name(), device.name(), id_words(&id))
}

fn choices(session: Session, typed: &str) -> Vec<Choice> {
    let found = session.analysis.with_untracked(|read| suggest::suggestions(&read.0, typed));
    found
        .into_iter()
        .map(|suggestion| match suggestion {
            Suggestion::Known { id, uses, class, in_file } => {
                let rows = match uses {
                    0 => "no row".to_owned(),
                    1 => "1 row".to_owned(),
                    uses => format!("{uses} rows"),
                };
                let facts = match (class, in_file) {
                    (Some(class), _) => format!("{}, {rows}", class.word()),
                    (None, true) => rows,
                    (None, false) => format!("no entry, {rows}"),
                };
                Choice::of(id, class, facts)
            }
            Suggestion::New(id) => Choice::new(id),
        })
        .collect()
}

/// A row, and the revision on which its cell was looked at.
#[derive(Clone, Copy, PartialEq)]
struct RowAddress {
    row: StateNumber,
    revision: u64,
}

impl RowAddress {
    fn of(session: Session, row: StateNumber) -> RowAddress {
        RowAddress { row, revision: session.revision_untracked() }
    }
}

fn commit(session: Session, address: RowAddress, text: &str, choice: Option<&Choice>) -> bool {
    let with_entry = choice.is_some_and(|choice| choice.is_new);
    let command = Command::SetStateId { row: address.row, id: text.to_owned(), with_entry };
    let before = session.revision_untracked();
    let is_granted = session.grant(&Wish { revision: address.revision, ..session.wish(command) });
    if is_granted && session.revision_untracked() != before {
        new_entry::follow(session, address.row, text.trim(), with_entry);
    }
    is_granted
}

/// What a row would show if the open field were taken as it is.
fn trial(session: Session, editing: &Editing, choices: &[Choice], viewer: Lcid) -> ShownPresence {
    let marked = editing.marked.and_then(|marked| choices.get(marked));
    let id = marked.map_or(editing.text.trim(), |choice| choice.value.as_str());
    session.analysis.with(|read| rows::shown_by(&read.0, id, viewer))
}

/// Whether a row has the ID, or comes to the entry, that is selected.
fn is_kin(session: Session, number: StateNumber) -> bool {
    let selected = session.selected;
    session.rows.with(|rows| match selected.entry() {
        Some(entry) => rows[number.index()].entry == Some(entry),
        None => !rows[number.index()].id.is_empty() && rows[number.index()].id == rows[selected.row().index()].id,
    })
}

/// An ID, or that there is none.
fn id_words(id: &str) -> String {
    if id.is_empty() { "not set" } else { id }.to_owned()
}

/// The same with what was found in it marked.
fn id_marked(finder: Finder, id: &str) -> Vec<AnyView> {
    if id.is_empty() { vec![id_words(id).into_any()] } else { finder.row_id(id) }
}

/// What T-Server has of a row, in words, where that is another ID.
fn live(session: Session, number: StateNumber, id: &str) -> Option<String> {
    session
        .live_cells
        .with(|live| live.row(number, id).map(|was| cell_marking::live(Some(was).filter(|was| !was.is_empty()))))
}

/// What becomes of a row that is to have an ID, as one of several cells.
fn takes(row: StateNumber, text: &str) -> Takes {
    match spreadsheet::spoilt(text) {
        Some(spoilt) => {
            let why = format!("{} for row {}: {}", text.trim(), row.number(), spoilt.cause());
            Takes::Asked(Asked { value: CellValue::StateId { row, id: text.to_owned() }, why, meant: None })
        }
        None => Takes::Value(CellValue::StateId { row, id: text.to_owned() }),
    }
}
