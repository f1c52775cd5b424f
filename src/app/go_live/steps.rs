//! The steps: what is done, on what that rests, and what is copied or downloaded for it.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::SharedPlan;
use crate::{
    app::{copy, download_all, session::Session, shape, shown_presence},
    browser::{cells, clock, files, page},
};
use presence_profile_core::{
    editor::{
        archive,
        going_live::{
            copying,
            files::FileToPut,
            looks::Look,
            plan::{Needs, Plan, PlannedStep},
            steps::File,
            words::Basis,
        },
    },
    source::{phrase::counted, text::Part},
};

/// The list.
#[component]
pub fn Steps(plan: Memo<SharedPlan>) -> impl IntoView {
    let session = Session::current();
    let done = move || {
        let ticks = session.progress.with(|progress| progress.ticks.clone());
        plan.with(|plan| plan.0.steps.iter().filter(|step| ticks.contains(&step.key)).count())
    };
    let count = move || plan.with(|plan| plan.0.steps.len());
    let facts = move || match count() {
        0 => String::new(),
        count => format!("{} of {count} done", done()),
    };
    let has_files = move || plan.with(|plan| plan.0.steps.iter().any(|step| step.puts_file()));
    let copy_block = move |_| {
        let day = clock::day_in_digits(clock::now());
        // Two changes of one day have two copies.
        let named = |file: &FileToPut| (file.name.clone(), format!("before-{day}-{}", &file.sha256[..8]));
        let ticks = session.progress.with_untracked(|progress| progress.ticks.clone());
        let is_open = |step: &PlannedStep| !ticks.contains(&step.key);
        let block = plan.with_untracked(|plan| {
            let plan = &plan.0;
            // Once all that is put in place now is there, the final file is what is left.
            match plan.steps.iter().any(|step| step.puts_file() && is_open(step)) {
                false if plan.steps.iter().any(PlannedStep::is_later) => {
                    copying::powershell(plan, PlannedStep::is_later, named)
                }
                _ => copying::powershell(plan, PlannedStep::puts_file, named),
            }
        });
        copy::copy_shown(session, block);
    };
    let errors = Memo::new(move |_| session.workspace(archive::errors));
    view! {
        <section class="panel going__steps" aria-label="Steps">
            <header class="panel__head">
                <h2 class="panel__title">"Steps"</h2>
                <span class="panel__facts" aria-live="polite">{facts}</span>
                <span class="panel__actions">
                    {move || has_files().then(|| view! {
                        <button class="button button--bare" type="button" title="To be run by hand, on each host: it keeps a copy, puts the file in place, and compares the SHA-256"
                            on:click=copy_block>{shape::tool("copy")}"Copy as PowerShell"</button>
                    })}
                    <button class="button button--bare" type="button" title=download_all::HOLDS
                        on:click=move |_| download_all::download(session, None)>{shape::tool("download")}{move || archive::title(errors.get())}</button>
                    {move || (0 < count()).then(|| view! {
                        <button class="button button--bare" type="button" title="T-Server has everything as it is here"
                            on:click=move |_| {
                                session.mark_all_as_live(&plan.get_untracked().0);
                                // Nothing may be left to mark.
                                cells::after_rendering(|| page::focus_if_lost(".going__list"));
                            }>{shape::tool("bookmark")}"Mark all as live"</button>
                    })}
                </span>
            </header>
            <ol class="going__list" tabindex="0" aria-label="Steps to go live">
                {move || plan.with(|plan| plan.0.steps.iter().enumerate().map(|(at, step)| print(session, at, step, &plan.0)).collect_view())}
            </ol>
        </section>
    }
}

fn print(session: Session, at: usize, step: &PlannedStep, plan: &Arc<Plan>) -> impl IntoView + use<> {
    let key = step.key.clone();
    let is_done = {
        let key = key.clone();
        Memo::new(move |_| session.progress.with(|progress| progress.ticks.contains(&key)))
    };
    let (basis, source) = match step.basis {
        Basis::Documented(source) => ("documented", source),
        Basis::OurReading(source) => ("our reading", source),
    };
    let is_documented = matches!(step.basis, Basis::Documented(_));
    let title = step.title.clone();
    let label = format!("Done: {title}");
    let tick = move |event| {
        session.tick(key.clone(), event_target::<HtmlInputElement>(&event).checked());
    };
    view! {
        <li class="going-step" class:going-step--done=is_done>
            <input class="going-step__tick" type="checkbox" aria-label=label prop:checked=is_done on:change=tick />
            <span class="going-step__number" aria-hidden="true">{at + 1}</span>
            <div class="going-step__main">
                <b class="going-step__title">{title}</b>
                {(!step.detail.is_empty()).then(|| view! { <p class="going-step__detail">{step.detail.clone()}</p> })}
                {needs(session, step, plan)}
            </div>
            <p class="going-step__basis">
                <span class="going-step__kind" class:going-step__kind--documented=is_documented>{basis}</span>
                <small class="going-step__source">{source}</small>
            </p>
        </li>
    }
}

fn needs(session: Session, step: &PlannedStep, plan: &Arc<Plan>) -> AnyView {
    match &step.needs {
        Needs::Nothing => ().into_any(),
        Needs::Text(text) => {
            let copied = text.clone();
            view! {
                <div class="going-step__box">
                    <pre class="going-step__text">{text.clone()}</pre>
                    <button class="button going-step__action" type="button" aria-label=format!("Copy the value: {}", step.title)
                        on:click=move |_| copy::copy_shown(session, copied.clone())>{shape::tool("copy")}"Copy"</button>
                </div>
            }
            .into_any()
        }
        Needs::File(at) => plan.files.get(*at).map(|file| print_file(session, file.clone(), &step.title)).into_any(),
        Needs::Looks(looks) => {
            let rows = looks.iter().map(|(situation, look)| {
                let (class, seen) = match look {
                    Look::Seen(shown) => {
                        (shown_presence::key(shown), shown_presence::line(shown, true, false, None).into_any())
                    }
                    Look::Event(told) => ("none", told.clone().into_any()),
                };
                view! {
                    <tr class="going-step__look"><th scope="row">{situation.clone()}</th><td data-class=class>{seen}</td></tr>
                }
            });
            view! {
                <table class="going-step__looks">
                    <thead><tr><th scope="col">"Let the agent be"</th><th scope="col">"What is to be seen"</th></tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            }
            .into_any()
        }
    }
}

fn print_file(session: Session, file: FileToPut, title: &str) -> impl IntoView + use<> {
    let facts = format!("{}, {}, {}", file.name, counted(file.bytes.len(), "byte", "bytes"), file.form);
    let digest = file.sha256.clone();
    let path =
        if file.path.is_empty() { "no path: agent-presence-map is not set".to_owned() } else { file.path.clone() };
    let label = format!("Download {}: {title}", file.name);
    let download = move |_| {
        if files::save(&file.name, "application/xml", &file.bytes) {
            if file.file == File::New {
                session.has_exported(file.profile, Part::Xml, file.text.as_str().into());
            }
            session.notice.set(format!("{} is downloading, {}", file.name, counted(file.bytes.len(), "byte", "bytes")));
        } else {
            session.notice.set(format!("The browser did not take {}", file.name));
        }
    };
    view! {
        <div class="going-step__box">
            <dl class="going-step__file">
                <dt>"file"</dt><dd>{facts}</dd>
                <dt>"path"</dt><dd>{path}</dd>
                <dt>"SHA-256"</dt><dd>{digest}</dd>
            </dl>
            <button class="button going-step__action" type="button" aria-label=label on:click=download>{shape::tool("download")}"Download"</button>
        </div>
    }
}
