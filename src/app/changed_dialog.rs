//! A file that somebody else has changed: the difference of lines, and whether it is written all the same.

use leptos::prelude::*;

use super::{dialog::Dialog, rooms::section, saving, session::Session};
use presence_profile_core::editor::version_difference;

/// The dialog.
#[component]
pub fn ChangedDialog() -> impl IntoView {
    let session = Session::current();
    let (changed, is_open) = session.changed_file;
    let closed = move |()| changed.set(None);
    view! {
        <Dialog is_open title="The file was changed" on_closed=Callback::new(closed)>
            {move || changed.get().map(|file| {
                let key = file.key;
                let sections = session.workspace_untracked(|workspace| {
                    version_difference::sections(&saving::with_xml(workspace, key, &file.theirs), workspace)
                });
                let write = move |_| {
                    is_open.set(false);
                    saving::overwrite(session, key);
                };
                view! {
                    <div class="dialog__body">
                        <p class="dialog__text">{format!("{} was changed by somebody else since it was read here. Lines with \u{2212} are in the file and would go; lines with + would come.", file.name)}</p>
                        <div class="difference" tabindex="0" role="region" aria-label="Difference of lines">{sections.into_iter().map(section).collect_view()}</div>
                    </div>
                    <footer class="dialog__foot">
                        <span class="dialog__sum">"What lies there now is kept as a version first"</span>
                        <button class="button" type="button" autofocus=true on:click=move |_| is_open.set(false)>"Cancel"</button>
                        <button class="button button--primary" type="button" on:click=write>"Overwrite"</button>
                    </footer>
                }
            })}
        </Dialog>
    }
}
