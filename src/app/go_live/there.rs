//! Is it there? What lies on the server, dropped, chosen, or pasted as its SHA-256, compared with what should be there.

use leptos::{ev, prelude::*, task::spawn_local};
use web_sys::{File, HtmlInputElement};

use super::SharedPlan;
use crate::{
    app::{session::Session, shape},
    browser::files,
};
use presence_profile_core::{
    editor::going_live::there::{self, Found},
    rules::diagnostic::Severity,
};

/// A file that is compared has so many bytes at most.
const MOST_BYTES: f64 = 8_388_608.0;

/// So many results are shown.
const MOST_RESULTS: usize = 6;

/// The panel.
#[component]
pub fn IsItThere(plan: Memo<SharedPlan>) -> impl IntoView {
    let session = Session::current();
    let results = RwSignal::new(Vec::<Found>::new());
    let add = move |found: Found| {
        results.update(|results| {
            results.insert(0, found);
            results.truncate(MOST_RESULTS);
        });
    };
    let look_at = move |file: File| {
        let later = session.later();
        spawn_local(async move {
            let name = file.name();
            match files::read_up_to(MOST_BYTES, file).await {
                Ok(chosen) => {
                    let found = session.workspace_untracked(|workspace| {
                        there::of_file(workspace, &plan.get_untracked().0, &name, &chosen.bytes)
                    });
                    add(found);
                }
                Err(_) => later.say(&format!("{name} was not compared: it cannot be read, or is larger than 8 MB")),
            }
        });
    };
    let dropped = move |event: ev::DragEvent| {
        let given = files::dropped(event.data_transfer().as_ref());
        if !given.is_empty() {
            event.prevent_default();
            event.stop_propagation();
            given.into_iter().for_each(look_at);
        }
    };
    let paste = move |event| {
        let field = event_target::<HtmlInputElement>(&event);
        let text = field.value();
        if text.trim().is_empty() {
            return;
        }
        match session.workspace_untracked(|workspace| there::of_digest(workspace, &plan.get_untracked().0, &text)) {
            Some(found) => {
                field.set_value("");
                add(found);
            }
            None => session.notice.set("This is no SHA-256: it has 64 digits from 0 to 9 and a to f".to_owned()),
        }
    };
    let given = move |event: ev::Event| {
        let field = event_target::<HtmlInputElement>(&event);
        // A whole one is looked at as soon as it is there.
        if presence_profile_core::source::digest::read_sha256(&field.value()).is_some() {
            paste(event);
        }
    };
    view! {
        <section class="panel there" aria-label="Is it there?">
            <header class="panel__head"><h2 class="panel__title">"Is it there?"</h2><span class="panel__facts">"compare what lies on the server"</span></header>
            <div class="there__body">
                <div class="there__drop" on:drop=dropped on:dragover=|event: ev::DragEvent| event.prevent_default()>
                    {shape::tool("import")}<span>"Drop the file here"</span>
                    <button class="link" type="button" on:click=move |_| files::choose(".xml,text/*,application/xml", look_at)>"Choose file"</button>
                </div>
                <input class="field there__digest" type="text" data-asks placeholder="or paste its SHA-256" aria-label="SHA-256 of the file on the server"
                    spellcheck="false" autocomplete="off" on:input=given on:change=paste />
                <ul class="there__list" aria-label="What was compared" aria-live="polite">
                    {move || results.with(|results| results.iter().map(result).collect_view())}
                </ul>
            </div>
        </section>
    }
}

fn result(found: &Found) -> impl IntoView + use<> {
    let sign = match found.is_right {
        true => shape::tool("check").into_any(),
        false => shape::severity(Severity::Warning, 16).into_any(),
    };
    view! {
        <li class="there__result" class:there__result--right=found.is_right>
            <span class="there__sign" aria-hidden="true">{sign}</span>
            <span class="there__words"><b>{found.what.clone()}</b>
                {found.details.iter().map(|detail| view! { <small class="there__detail">{detail.clone()}</small> }).collect_view()}
            </span>
        </li>
    }
}
