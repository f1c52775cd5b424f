//! What T-Server tells its clients of each presence a user can have.

use leptos::prelude::*;

use super::{actions::Pull, trying::fate_words};
use crate::app::{gate::Gate, shape};
use presence_profile_core::{
    editor::ranges::{
        self,
        outcome::{self, Fate, Outcome},
    },
    mapping::availability::Class,
};

/// The panel.
#[component]
pub(super) fn Outcomes(pull: Pull) -> impl IntoView {
    view! {
        <section class="panel pull__outcomes" aria-label="Outcomes">
            <header class="panel__head">
                <h2 class="panel__title">"What T-Server tells its clients"</h2>
                <span class="panel__facts">"one event for each presence a user can have"</span>
            </header>
            <div class="pull__scroll">
                <table class="grid pull__table">
                    <colgroup>
                        <col class="pull__column--word" /><col class="pull__column--class" /><col class="pull__column--numbers" />
                        <col class="pull__column--result" /><col class="pull__column--event" /><col />
                    </colgroup>
                    <thead>
                        <tr>
                            <th class="grid__head" scope="col">"Skype shows"</th><th class="grid__head" scope="col">"Class"</th>
                            <th class="grid__head" scope="col">"Numbers"</th><th class="grid__head" scope="col">"Result"</th>
                            <th class="grid__head" scope="col">"T-Library event"</th><th class="grid__head" scope="col">"The user"</th>
                        </tr>
                    </thead>
                    <tbody>{Class::ALL.into_iter().map(|class| view! { <Row pull class /> }).collect::<Vec<_>>()}</tbody>
                </table>
            </div>
            <p class="pull__help">
                {move || (pull.count.get() == 0).then_some("Without a range, who counts as available is not documented. ")}
                "That all else means DND on is our reading of the guide. It spells the events "<code>"EventDNDOOff"</code>" and "
                <code>"EventDNDOOn"</code>", T-Library as here."
            </p>
        </section>
    }
}

#[component]
fn Row(pull: Pull, class: Class) -> impl IntoView {
    let outcome = Gate::new(move || {
        pull.ranges.with(|ranges| ranges.outcomes.iter().find(|outcome| outcome.class == class).cloned())
    });
    let of = move |read: fn(&Outcome) -> String| outcome.with(|outcome| outcome.as_ref().map(read).unwrap_or_default());
    let fate = Memo::new(move |_| outcome.with(|outcome| outcome.as_ref().map_or(Fate::On, Outcome::fate)));
    view! {
        <tr class="pull__outcome" data-class=shape::key(class) class:pull__outcome--in=move || fate.get() == Fate::Off>
            <th class="cell pull__spine" scope="row"><span class="pull__presence">{shape::presence(class, 16)}<b>{ranges::word(class)}</b></span></th>
            <td class="cell cell--soft">{class.name()}</td>
            <td class="cell">{outcome::numbers(&class.range())}</td>
            <td class="cell">{move || fate_words(fate.get())}</td>
            <td class="cell cell--words"><code>{move || of(Outcome::events)}</code></td>
            <td class="cell cell--soft cell--words">{move || of(Outcome::user)}</td>
        </tr>
    }
}
