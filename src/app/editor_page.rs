//! The editor: the panels of the mode of the profile that is looked at, its two texts, its problems.

use leptos::prelude::*;

use super::{
    bar::pages,
    preview::Preview,
    problems::{Problems, list::ProblemList},
    pull::PullPanels,
    session::{Page, Session},
    source::Source,
    states::AggregatedStates,
    translations::Translations,
};

/// The page.
#[component]
pub fn EditorPage() -> impl IntoView {
    let session = Session::current();
    let profile = Memo::new(move |_| session.looked_at());
    // Another profile has panels of its own: nothing that is open or on its way in one gets into the other. As a list of
    // one, since what is merely printed again keeps its elements.
    view! { <For each=move || [profile.get()] key=|profile| *profile let:_profile><Panels /></For> }
}

#[component]
fn Panels() -> impl IntoView {
    let session = Session::current();
    let panel = ProblemList::current();
    let is_pull = Memo::new(move |_| session.is_pull());
    session.scroll_back();
    view! {
        <div class="work" class:work--pull=move || is_pull.get() role="tabpanel" id=pages::panel_id(Page::Editor)
            aria-labelledby=pages::tab_id(Page::Editor)>
            <div class="work__lead">
                {move || {
                    let is_pull = is_pull.get();
                    // With the panels that were here before goes what they followed.
                    session.renew();
                    panel.renew();
                    match is_pull {
                        true => view! { <PullPanels /> }.into_any(),
                        false => view! { <Preview /><AggregatedStates /><Translations /> }.into_any(),
                    }
                }}
            </div>
            <div class="work__dock"><Source /><Problems /></div>
        </div>
    }
}
