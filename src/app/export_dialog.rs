//! Export: the exact characters, before they are copied or saved.

mod xml_file;

use leptos::prelude::*;

use self::xml_file::XmlFile;
use super::{
    copy, dialog::Dialog, download_all, export_file, ignored_options::IgnoredOptions, phrase::phrase, session::Session,
    shape,
};
use presence_profile_core::{
    editor::{archive, export},
    mapping::{option_name::OptionName, options::Mode},
};

/// The dialog: what the mode of the profile that is looked at takes.
#[component]
pub fn ExportDialog(is_open: RwSignal<bool>) -> impl IntoView {
    let session = Session::current();
    let facts = Signal::derive(move || {
        let name = session.with_profile(|profile| profile.name.clone());
        let mode = match session.mode.get() {
            Mode::Push => "push mode",
            Mode::Pull => "pull mode",
            Mode::NotSet => "mode not set",
            Mode::Contradictory => "two modes",
        };
        format!("{name}, {mode}: exactly these characters are copied and saved")
    });
    view! {
        <Dialog is_open title="Export" facts>
            {move || {
                // Exactly what is there now: a file that was still being read may come in under the dialog.
                session.with_profile(|_| ());
                view! { <Contents /> }
            }}
        </Dialog>
    }
}

#[component]
fn Contents() -> impl IntoView {
    let session = Session::current();
    let mode = session.mode.get_untracked();
    let options = export::options(mode).iter().map(|name| view! { <Value name=*name /> });
    let obstacle = session.analysis.with_untracked(|read| export::obstacle(&read.0));
    view! {
        <div class="dialog__body">
            {obstacle.map(|words| view! { <p class="export__obstacle">{phrase(&words)}</p> })}
            {options.collect::<Vec<_>>()}
            <IgnoredOptions />
            {match mode {
                Mode::Pull => view! {
                    <section class="export__part">
                        <p class="export__check">"Pull mode uses no XML file; the one of this profile is kept, and can be saved from XML source."</p>
                    </section>
                }.into_any(),
                _ => view! { <XmlFile /> }.into_any(),
            }}
        </div>
        <footer class="dialog__foot">
            <span class="dialog__sum" role="status">{move || session.notice.get()}</span>
            {download_all(session)}
            <button class="button button--primary" type="button" on:click=move |_| export_file::copy_all_options(session)>{shape::tool("copy")}"Copy all options"</button>
        </footer>
    }
}

#[component]
fn Value(name: OptionName) -> impl IntoView {
    let session = Session::current();
    let value = session
        .analysis
        .with_untracked(|read| session.with_profile_untracked(|profile| export::option_value(profile, &read.0, name)));
    let facts = match &value {
        Some(value) => format!("{} characters", value.chars().count()),
        None => "not set".to_owned(),
    };
    let is_set = value.is_some();
    let text = value.clone().unwrap_or_default();
    view! {
        <section class="export__part export__part--option">
            <h3 class="export__name"><code>{name.name()}</code><span class="export__facts">{facts}</span></h3>
            <pre class="export__text" tabindex="0" role="region" aria-label=name.name()>{text.clone()}</pre>
            {is_set.then(|| view! {
                <button class="button button--bare" type="button" aria-label=format!("Copy {}", name.name())
                    on:click=move |_| copy::copy_option(session, name, text.clone())>{shape::tool("copy")}"Copy"</button>
            })}
        </section>
    }
}

/// Everything of this profile, where there are others too, else everything there is.
fn download_all(session: Session) -> impl IntoView {
    let errors = session.analysis.with_untracked(|read| export::errors(&read.0));
    let is_one = session.workspace_untracked(|workspace| workspace.profiles.len() == 1);
    let whose = session.with_profile_untracked(|profile| profile.name.clone());
    let of = (!is_one).then_some(session.looked_at_untracked());
    let words = if is_one { archive::title(errors) } else { archive::title_of(&whose, errors) };
    view! {
        <button class="button" type="button" title=download_all::HOLDS on:click=move |_| download_all::download(session, of)>
            {shape::tool("download")}{words}
        </button>
    }
}
