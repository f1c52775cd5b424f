//! Why a law is one: what it says, what happens otherwise, an example, and where that is written.

use leptos::prelude::*;

use super::super::{dialog::Dialog, phrase::phrase, session::Session};
use presence_profile_core::{
    editor::{command::Command, workspace::SetAside},
    rules::{law::Law, laws},
};

/// The dialog of what was last asked for: open while a law is asked for.
#[component]
pub fn Explained(is_open: RwSignal<bool>, code: RwSignal<Option<&'static str>>) -> impl IntoView {
    let session = Session::current();
    view! {
        <Dialog is_open title="Why">
            {move || code.get().and_then(laws::law).map(|law| contents(session, law, is_open))}
        </Dialog>
    }
}

fn contents(session: Session, law: &'static Law, is_open: RwSignal<bool>) -> impl IntoView + use<> {
    let (source, section) = law.basis.source();
    let source = if section.is_empty() { source.to_owned() } else { format!("{source}: {section}") };
    let aside = SetAside::law(law.code);
    let is_aside = session.with_profile_untracked(|profile| profile.choices.set_aside.contains(&aside));
    let (words, command) = match is_aside {
        true => (format!("Bring back all of {}", law.code), Command::BringBack(aside)),
        false => (format!("Set aside all of {}", law.code), Command::SetAside(aside)),
    };
    let switch = move |_| {
        session.dispatch(command.clone());
        is_open.set(false);
    };
    view! {
        <div class="dialog__body law">
            <p class="law__statement">{phrase(&law.statement.into())}"."</p>
            <dl class="law__facts">
                <dt>"Otherwise"</dt><dd>{phrase(&law.why.into())}"."</dd>
                <dt>"Example"</dt><dd><pre class="law__example" tabindex="0" role="region" aria-label="Example">{law.example.shown}</pre></dd>
                <dt>"Source"</dt><dd>{source}</dd>
                <dt>"Code"</dt><dd><code>{law.code}</code></dd>
            </dl>
        </div>
        <footer class="dialog__foot">
            <span class="dialog__sum"></span>
            <button class="button" type="button" on:click=switch>{words}</button>
            <button class="button button--primary" type="button" autofocus on:click=move |_| is_open.set(false)>"Close"</button>
        </footer>
    }
}
