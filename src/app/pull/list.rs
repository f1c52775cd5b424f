//! The list of the ranges, a number to try, and the option as a line of text.

use leptos::{html, prelude::*};

use super::{actions::Pull, option_field::OptionField, row::Row, trying::Trying};
use crate::browser::{page, size};

/// Up to this many ranges all rows are in the page.
const MOST_WHOLE: usize = 64;
/// So many rows are in the page together, or none of them.
const IN_BLOCK: usize = 16;
/// Height of a row, in CSS pixels; the sheet says the same.
const ROW: f64 = 46.0;

/// How far the list is scrolled, and how much of it is seen, in CSS pixels.
#[derive(Clone, Copy, PartialEq)]
struct Seen {
    top: f64,
    height: f64,
}

/// The panel.
#[component]
pub(super) fn List(pull: Pull) -> impl IntoView {
    let scroll = NodeRef::<html::Div>::new();
    let seen = RwSignal::new(Seen { top: 0.0, height: 600.0 });
    let look = move || {
        // The observer of the size may speak once more when the page has gone.
        if !seen.is_disposed()
            && let Some(scroll) = scroll.get_untracked()
        {
            let now = Seen { top: f64::from(scroll.scroll_top()), height: f64::from(scroll.client_height()) };
            if seen.get_untracked() != now {
                seen.set(now);
            }
        }
    };
    Effect::new(move || {
        if let Some(scroll) = scroll.get() {
            size::watch(&scroll, look);
        }
    });
    let facts = Memo::new(move |_| pull.ranges.with(|ranges| ranges.facts()));
    let unread = Memo::new(move |_| pull.ranges.with(|ranges| ranges.unread));
    let unread_words = move || match unread.get() {
        1 => "1 piece of the text is no range and stays as it is written.".to_owned(),
        pieces => format!("{pieces} pieces of the text are no ranges and stay as they are written."),
    };
    let blocks = Memo::new(move |_| pull.count.get().div_ceil(IN_BLOCK));
    view! {
        <section class="panel pull__ranges" aria-label="Ranges">
            <header class="panel__head">
                <h2 class="panel__title">"Ranges"</h2>
                <span class="panel__facts">{move || facts.get()}</span>
            </header>
            <div class="pull__list" class:pull__list--many=move || MOST_WHOLE < pull.count.get() role="list" hidden=move || pull.count.get() == 0 node_ref=scroll on:scroll=move |_| look()>
                <For each=move || 0..blocks.get() key=|block| *block let:block>
                    <Rows pull block seen />
                </For>
            </div>
            <p class="pull__none" hidden=move || pull.count.get() != 0>"No range: press a class above, or add one."</p>
            <p class="pull__none" hidden=move || unread.get() == 0>{unread_words}</p>
            <Trying pull />
            <OptionField pull />
        </section>
    }
}

/// Some rows, or the room for them: what may hold the focus stays where it is.
#[component]
fn Rows(pull: Pull, block: usize, seen: RwSignal<Seen>) -> impl IntoView {
    let start = block * IN_BLOCK;
    let count = Memo::new(move |_| pull.count.get().saturating_sub(start).min(IN_BLOCK));
    let is_shown = Memo::new(move |_| {
        if pull.count.get() <= MOST_WHOLE || pull.held_row.get().is_some_and(|row| row / IN_BLOCK == block) {
            return true;
        }
        let Seen { top, height } = seen.get();
        let (first, last) = (start as f64 * ROW, (start + IN_BLOCK) as f64 * ROW);
        // A block more on either side.
        let spare = IN_BLOCK as f64 * ROW / 2.0;
        top - spare < last && first < top + height + spare
    });
    view! {
        <div class="pull__block" role="presentation">
            {move || match is_shown.get() {
                true => view! {
                    <For each=move || start..start + count.get() key=|index| *index let:index>
                        <Row pull index />
                    </For>
                }
                .into_any(),
                false => view! { <div style:height=move || page::pixels(count.get() as f64 * ROW)></div> }.into_any(),
            }}
        </div>
    }
}
