//! Pull mode: the number line with the ranges, the list of them, and what each presence leads to.

mod actions;
mod bands;
mod bar;
mod dragging;
mod fields;
mod line;
mod list;
mod option_field;
mod outcomes;
mod row;
mod scale;
mod showing;
mod trying;

use leptos::prelude::*;

use self::{actions::Pull, line::Line, list::List, outcomes::Outcomes};
use super::{
    panels::{PanelPlace, Splitter},
    session::Session,
};
use presence_profile_core::editor::shares::{Border, Panel};

/// The panels of pull mode beside the texts and the problems.
#[component]
pub fn PullPanels() -> impl IntoView {
    let pull = Pull::new(Session::current());
    Effect::new(move || pull.keep_focus());
    Effect::new(move || showing::show(pull));
    view! {
        <PanelPlace panel=Panel::Ranges><Line pull /><List pull /></PanelPlace>
        <Splitter border=Border::Ranges />
        <PanelPlace panel=Panel::Outcomes><Outcomes pull /></PanelPlace>
    }
}
