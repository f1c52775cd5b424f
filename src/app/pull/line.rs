//! The number line from 0 to 18000, with the classes over it and the ranges on it.

use leptos::{ev, html, prelude::*};

use super::{
    actions::{End, MOST_BARS, Pull, go_to, handle_selector},
    bands::Bands,
    bar::Bar,
    scale,
};
use crate::{app::shape, browser::pointer};
use presence_profile_core::{
    editor::ranges::Ranges,
    mapping::availability::{Availability, Class},
};

/// So many numbers are as wide as the numbers of a range in print, on a narrow page.
const ROOM: u16 = 1700;

/// The panel.
#[component]
pub(super) fn Line(pull: Pull) -> impl IntoView {
    let line = NodeRef::<html::Div>::new();
    let has_many = Memo::new(move |_| MOST_BARS < pull.count.get());
    let apart = Memo::new(move |_| pull.ranges.with(|ranges| if has_many.get() { Vec::new() } else { apart(ranges) }));
    let bars = move || match has_many.get() {
        true => {
            let index =
                Signal::derive(move || pull.chosen.get().unwrap_or_default().min(pull.count.get().saturating_sub(1)));
            view! { <Many pull line /><Bar pull index line is_apart=Signal::stored(true) /> }.into_any()
        }
        // A bar keeps its place in the page, whichever range it shows: one that has the focus must not be moved.
        false => view! {
            <For each=move || 0..pull.count.get().min(MOST_BARS) key=|index| *index let:index>
                <Bar pull index=Signal::stored(index) line
                    is_apart=Signal::derive(move || apart.with(|apart| apart.get(index) == Some(&true))) />
            </For>
        }
        .into_any(),
    };
    view! {
        <section class="panel pull__line" aria-label="Number line">
            <header class="panel__head">
                <h2 class="panel__title">"Who counts as available"</h2>
                <span class="panel__facts">"T-Server reads the number Skype for Business reports, and turns DND off inside these ranges"</span>
                <span class="panel__actions">
                    <button class="button button--bare button--act pull__add" type="button" on:click=move |_| pull.add()>{shape::tool("plus")}"Add range"</button>
                </span>
            </header>
            <div class="pull__scale">
                <Bands pull />
                <div class="pull__bars" node_ref=line>
                    <Rests pull />
                    {bars}
                </div>
                <Needle pull />
                <div class="pull__ticks" aria-hidden="true">
                    {Class::ALL.into_iter().map(|class| {
                        let lowest = class.lowest();
                        let left = if lowest == Availability::HIGHEST { "100%".to_owned() } else { scale::left(lowest) };
                        view! { <span class="pull__tick" style:left=left>{lowest}</span> }
                    }).collect::<Vec<_>>()}
                </div>
            </div>
        </section>
    }
}

/// Which bars have room for their numbers below them: no other's middle is near.
fn apart(ranges: &Ranges) -> Vec<bool> {
    let middles: Vec<u16> = ranges.bars.iter().map(|bar| (bar.lowest.number() + bar.highest.number()) / 2).collect();
    let is_apart = |(index, middle): (usize, &u16)| {
        let mut others = middles.iter().enumerate().filter(|(other, _)| *other != index);
        others.all(|(_, other)| ROOM <= middle.abs_diff(*other))
    };
    middles.iter().enumerate().map(is_apart).collect()
}

/// More ranges than can have a bar each, as one drawing; a press goes to the range that is there.
#[component]
fn Many(pull: Pull, line: NodeRef<html::Div>) -> impl IntoView {
    let path = Memo::new(move |_| pull.ranges.with(drawing));
    let has_highest = Memo::new(move |_| {
        pull.ranges.with(|ranges| ranges.joined.last().is_some_and(|last| *last.end() == Availability::HIGHEST))
    });
    let on_press = move |event: ev::PointerEvent| {
        let Some(line) = line.get_untracked() else { return };
        let (at, width) = pointer::across(&event, &line);
        let number = scale::number(at, width);
        if let Some(index) = pull.ranges.with_untracked(|ranges| ranges.at(number)) {
            event.prevent_default();
            pull.choose(index);
            go_to(handle_selector(index, End::From));
        }
    };
    view! {
        <svg class="pull__many" viewBox="0 0 18000 1" preserveAspectRatio="none" aria-hidden="true" on:pointerdown=on_press>
            <path d=move || path.get()></path>
        </svg>
        <span class="pull__many-end" hidden=move || !has_highest.get()></span>
    }
}

fn drawing(ranges: &std::sync::Arc<Ranges>) -> String {
    let mut path = String::new();
    for range in &ranges.joined {
        let (lowest, highest) = (*range.start(), (*range.end()).min(Availability::HIGHEST - 1));
        if lowest <= highest {
            path += &format!("M{lowest} 0h{}v1H{lowest}z", highest - lowest + 1);
        }
    }
    path
}

/// What is said of the numbers in no range, where there is room for it.
#[component]
fn Rests(pull: Pull) -> impl IntoView {
    let gaps = Memo::new(move |_| {
        pull.ranges.with(|ranges| {
            let all = ranges.gaps().into_iter();
            all.map(|gap| (*gap.start(), (*gap.end()).min(Availability::HIGHEST - 1)))
                .filter(|(lowest, highest)| lowest + ROOM <= *highest)
                .collect::<Vec<_>>()
        })
    });
    move || {
        let rest = |(lowest, highest)| {
            view! { <span class="pull__rest" style:left=scale::left(lowest) style:right=scale::right(highest)>"DND on"</span> }
        };
        gaps.get().into_iter().map(rest).collect::<Vec<_>>()
    }
}

/// Where the number that is tried is.
#[component]
fn Needle(pull: Pull) -> impl IntoView {
    let number = Memo::new(move |_| pull.answer().map(|tried| tried.number.number()));
    view! {
        <span class="pull__needle" aria-hidden="true" hidden=move || number.get().is_none()
            class:pull__needle--left=move || number.get().is_some_and(|number| 16000 < number)
            style:left=move || scale::middle(number.get().unwrap_or_default())>
            <span class="pull__needle-number">{move || number.get()}</span>
        </span>
    }
}
