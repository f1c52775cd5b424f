//! What is to be said of the order, and the ways there are where none is safe.

use leptos::prelude::*;

use super::SharedPlan;
use crate::app::{phrase, session::Session, shape};
use presence_profile_core::{
    editor::going_live::{
        plan,
        steps::{Verdict, Way},
    },
    rules::diagnostic::Severity,
    source::phrase::counted,
};

/// The sentence, and the ways.
#[component]
pub fn TheVerdict(plan: Memo<SharedPlan>) -> impl IntoView {
    let session = Session::current();
    let sign = move || {
        plan.with(|plan| match plan.0.verdict {
            Verdict::Nothing | Verdict::Safe => shape::tool("check").into_any(),
            Verdict::NoOrder | Verdict::NotKnown => shape::severity(Severity::Warning, 20).into_any(),
            Verdict::Unsound => shape::severity(Severity::Error, 20).into_any(),
        })
    };
    let title = move || plan.with(|plan| plan.0.title.clone());
    let reason = move || plan.with(|plan| phrase::phrase(&plan.0.reason));
    view! {
        <div class="panel verdict">
            <span class="verdict__sign" aria-hidden="true">{sign}</span>
            <div class="verdict__words" role="status">
                <h2 class="verdict__title">{title}</h2>
                <p class="verdict__reason">{reason}</p>
            </div>
            {move || {
                let (ways, way) = plan.with(|plan| (plan.0.ways.clone(), plan.0.way));
                (!ways.is_empty()).then(|| view! {
                    <div class="verdict__ways" role="radiogroup" aria-label="Way">
                        {ways.into_iter().map(|own| choice(session, own, own == way)).collect_view()}
                    </div>
                })
            }}
        </div>
    }
}

fn choice(session: Session, way: Way, is_chosen: bool) -> impl IntoView {
    let (name, gain, cost) = match way {
        Way::Bridge => (
            "Bridge file",
            "No ID is missing between the steps; one more restart later.",
            "Two restarts; in between the file holds the entries of both.",
        ),
        Way::Stop => (
            "Stop, change both, start",
            "Presence is off while T-Server is stopped; that is our reading.",
            "One stop and start. On a hot-standby pair both hosts stop.",
        ),
    };
    let is_by_stop = way == Way::Stop;
    let steps = session.workspace_untracked(|workspace| plan::plan(workspace, is_by_stop).steps.len());
    let count = counted(steps, "step", "steps");
    view! {
        <label class="way-card" class:way-card--chosen=is_chosen>
            <input class="way-card__input" type="radio" name="going-way" prop:checked=is_chosen
                on:change=move |_| session.progress.update(|progress| progress.is_by_stop = is_by_stop) />
            <b class="way-card__name">{name}</b>
            <small class="way-card__count">{if is_chosen { format!("{count}, chosen") } else { count }}</small>
            <span class="way-card__gain">{gain}</span>
            <small class="way-card__cost">{cost}</small>
        </label>
    }
}
