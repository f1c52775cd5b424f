//! Changes: what is different in meaning from what T-Server has, from another profile or a file, and line by line.

mod lines;
mod sides;
mod summary;
mod table;
mod ticket;

use leptos::prelude::*;

use super::{
    bar::pages,
    session::{Page, Session, comparing::SharedFound},
};

/// The page.
#[component]
pub fn Changes() -> impl IntoView {
    let session = Session::current();
    let found = Memo::new(move |_| session.found());
    view! {
        <div class="work work--changes" role="tabpanel" id=pages::panel_id(Page::Changes) aria-labelledby=pages::tab_id(Page::Changes)>
            <div class="work__lead">
                <summary::Summary found />
                <table::Differences found />
                <ticket::Ticket found />
            </div>
            <div class="work__dock work__dock--even"><lines::Lines found /></div>
        </div>
    }
}

/// What was found different, for the parts of the page.
type Comparison = Memo<SharedFound>;
