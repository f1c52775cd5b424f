//! The editor: the panels of the mode of the profile that is looked at, its two texts, its problems.

use leptos::prelude::*;

use super::{
    bar::pages,
    find::{Find, state::Finder},
    panels::{PanelPlace, PanelRoom, PanelTabs, Splitter},
    preview::Preview,
    problems::{ProblemMenu, Problems, list::ProblemList},
    pull::PullPanels,
    session::{Page, Session},
    source::Source,
    states::AggregatedStates,
    translations::Translations,
};
use crate::browser::page;
use presence_profile_core::editor::shares::{Border, Panel};

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
    let room = PanelRoom::current();
    let finder = Finder::current();
    let is_pull = Memo::new(move |_| session.is_pull());
    // A size that was given is the sheet's to keep within the window.
    let given = move |border: Border| room.size(border).map(|size| page::pixels(f64::from(size)));
    session.scroll_back();
    view! {
        <div class="work" class:work--pull=move || is_pull.get() class:work--rows=move || room.size(Border::States).is_some()
            style:--source=move || given(Border::Source) style:--states=move || given(Border::States) style:--problems=move || given(Border::Problems)
            style:--ranges=move || given(Border::Ranges)
            role="tabpanel" id=pages::panel_id(Page::Editor) aria-labelledby=pages::tab_id(Page::Editor)>
            <PanelTabs />
            <div class="work__lead">
                {move || {
                    let is_pull = is_pull.get();
                    // With the panels that were here before goes what they followed.
                    session.renew();
                    panel.renew();
                    finder.renew();
                    match is_pull {
                        true => view! { <PullPanels /> }.into_any(),
                        false => view! {
                            <PanelPlace panel=Panel::Preview><Preview /></PanelPlace>
                            <PanelPlace panel=Panel::States><AggregatedStates /></PanelPlace>
                            <Splitter border=Border::States />
                            <PanelPlace panel=Panel::Translations><Translations /></PanelPlace>
                        }
                        .into_any(),
                    }
                }}
            </div>
            <Splitter border=Border::Source />
            <div class="work__dock">
                <PanelPlace panel=Panel::Source><Source /></PanelPlace>
                <Splitter border=Border::Problems />
                <PanelPlace panel=Panel::Problems><Problems /><Find /></PanelPlace>
            </div>
        </div>
        <ProblemMenu />
    }
}
