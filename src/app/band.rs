//! The band under the bar: what is the matter with what is kept, what that means, and the ways out.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{
    gate::Gate,
    refuge,
    session::{
        Session,
        keeping::words::{Band, Way},
    },
    shape,
};
use crate::browser::{cells, page};

/// The place of the band: it stays, so that what comes into it is spoken.
#[component]
pub fn KeptBand() -> impl IntoView {
    let session = Session::current();
    let band = Gate::new(move || session.keeping.with(|state| state.band()));
    // A way that was taken goes with the band: keys must not fall on the page then.
    let is_inside = StoredValue::new(false);
    let before = StoredValue::new_local(None::<Element>);
    let enter = move |event: ev::FocusEvent| {
        let from = event.related_target().and_then(|from| from.dyn_into::<Element>().ok());
        if !is_inside.get_value() && from.is_some() {
            before.set_value(from);
        }
        is_inside.set_value(true);
    };
    Effect::new(move || {
        band.track();
        cells::after_rendering(move || {
            if is_inside.try_get_value() == Some(true) && cells::focus_is_lost() && !page::has_dialog() {
                is_inside.set_value(false);
                if let Some(before) = before.get_value() {
                    page::focus_again(&before);
                }
                if cells::focus_is_lost() {
                    refuge::take_focus();
                }
            }
        });
    });
    view! {
        <div role="status" on:focusin=enter
            // What goes from the page says of no other place that it gets the focus.
            on:focusout=move |event| is_inside.set_value(event.related_target().is_none() && page::has_focus())>
            {move || band.get().map(|band| print(session, band))}
        </div>
    }
}

fn print(session: Session, band: Band) -> impl IntoView {
    let Band { what, means, is_trouble, ways } = band;
    let sign = if is_trouble { "warning" } else { "note" };
    let ways = ways.into_iter().map(|way| {
        let words = way.words();
        view! { <button class="button" type="button" on:click=move |_| take(session, &way)>{words}</button> }
    });
    view! {
        <div class="band" class:band--trouble=is_trouble>
            {shape::shape(sign, 16)}
            <p class="band__words"><b class="band__what">{what}</b>" "{means}</p>
            <div class="band__ways">{ways.collect::<Vec<_>>()}</div>
        </div>
    }
}

fn take(session: Session, way: &Way) {
    match way {
        Way::TakeOver => session.take_over(),
        Way::OpenCopy => session.open_copy(),
        Way::ShowKept => page::reload(),
        Way::OpenLate(workspace, _) => session.open_late(*workspace),
        Way::Dismiss => session.dismiss_band(),
        Way::Download => session.download_workspace(),
    }
}
