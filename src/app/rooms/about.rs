//! What this program is, in which version, and what it has from the browser.

use leptos::prelude::*;

use super::super::{dialog::Dialog, session::Session};

/// The dialog.
#[component]
pub fn About(is_open: RwSignal<bool>) -> impl IntoView {
    let session = Session::current();
    let spared = move || {
        session.keeping.with(|state| match (&state.trouble, state.is_spared) {
            (Some(_), None) => "Nothing is kept in this browser now.",
            (_, Some(true)) => "Granted: the browser spares what is kept here when its disk is short.",
            (_, Some(false)) => "Refused: the browser may drop what is kept here when its disk is short.",
            (_, None) => "Cannot be asked here: the browser may drop what is kept here when its disk is short.",
        })
    };
    view! {
        <Dialog is_open title="About" is_narrow=true>
            <dl class="dialog__body about">
                <dt class="about__what">"Presence Profile Editor"</dt>
                <dd class="about__is">{concat!("Version ", env!("CARGO_PKG_VERSION"))}</dd>
                <dt class="about__what">"Lasting storage"</dt>
                <dd class="about__is">{spared}</dd>
                <dt class="about__what">"Where the work is"</dt>
                <dd class="about__is">"In this browser only: nothing is sent anywhere."</dd>
                <dt class="about__what">"Licence"</dt>
                <dd class="about__is">{concat!(env!("CARGO_PKG_LICENSE"), ", without any warranty")}</dd>
            </dl>
            <footer class="dialog__foot">
                <span class="dialog__sum"></span>
                <button class="button button--primary" type="button" autofocus on:click=move |_| is_open.set(false)>"Close"</button>
            </footer>
        </Dialog>
    }
}
