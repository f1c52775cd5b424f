//! Assignment: which profile applies to an Extension and a login, why, and what to paste where.

mod application;
mod desk;
mod exact_text;
mod extensions;
mod login;
mod name_field;
mod place;
mod problems;
mod profile_choices;
mod profiles;
mod row;
mod sheet;
mod ways;
mod what_if;
mod window;

use leptos::prelude::*;

use self::desk::Desk;
use super::{
    bar::pages,
    session::{Page, Session},
};
use presence_profile_core::editor::assignment::what_if::NamingPlace;

/// The page: the question, the places in the order of the search, and what is to be said of them.
#[component]
pub fn Assignment() -> impl IntoView {
    let desk = Desk::new(Session::current());
    let grid = extensions::grid(desk);
    let ways = ways::Ways::new(desk, grid);
    view! {
        <div class="assignment__page" role="tabpanel" id=pages::panel_id(Page::Assignment) aria-labelledby=pages::tab_id(Page::Assignment)>
            <section class="assignment" aria-label="Assignment">
                <what_if::WhatIf desk grid />
                <login::Login desk />
                <place::Link desk to=NamingPlace::Extension />
                <extensions::Extensions desk grid ways />
                <place::Link desk to=NamingPlace::Application />
                <application::Application desk />
                <problems::Problems desk grid />
                <profiles::Profiles desk />
                <ways::WaysMenu ways />
            </section>
        </div>
    }
}
