//! Go live: the steps from what T-Server has to what it is to have, in an order in which the option names no missing entry.

mod steps;
mod there;
mod verdict;
mod way_back;

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    bar::pages,
    session::{Page, Session},
};
use presence_profile_core::editor::going_live::plan::{self, Plan};

/// The plan, shared.
#[derive(Debug, Clone)]
struct SharedPlan(Arc<Plan>);

impl PartialEq for SharedPlan {
    fn eq(&self, other: &SharedPlan) -> bool {
        self.0 == other.0
    }
}

/// The page.
#[component]
pub fn GoLive() -> impl IntoView {
    let session = Session::current();
    let plan = Memo::new(move |_| {
        let is_by_stop = session.progress.with(|progress| progress.is_by_stop);
        SharedPlan(Arc::new(session.workspace(|workspace| plan::plan(workspace, is_by_stop))))
    });
    view! {
        <div class="going" role="tabpanel" id=pages::panel_id(Page::GoLive) aria-labelledby=pages::tab_id(Page::GoLive)>
            <section class="going__page" aria-label="Go live">
                <verdict::TheVerdict plan />
                <steps::Steps plan />
                <div class="going__beside">
                    <way_back::WayBack plan />
                    <there::IsItThere plan />
                </div>
            </section>
        </div>
    }
}
