//! The foot of the dialog: a file of the workspace that is marked, a name for the version, the way back to it.

use leptos::prelude::*;

use super::{
    super::{
        session::keeping::{Deleted, listing::Held},
        shape,
    },
    state::Rooms,
    workspaces::once,
};
use crate::browser::clock;

/// The foot.
#[component]
pub fn Foot(rooms: Rooms) -> impl IntoView {
    let is_here = Memo::new(move |_| {
        rooms.marked_line().is_none_or(|line| matches!(line.held, Held::Here | Held::Read | Held::Newer))
    });
    let may_restore = Memo::new(move |_| rooms.marked_line().is_some_and(|line| line.held == Held::Here));
    let version = Memo::new(move |_| rooms.marked_version().map(|(_, line)| clock::moment(line.at)));
    let name = move || rooms.marked_line().map(|line| line.name).unwrap_or_default();
    let words = move || match rooms.said.get() {
        said if !said.is_empty() => said,
        _ if !is_here.get() => String::new(),
        _ if version.with(Option::is_some) => "Restore is one step; Undo takes it back.".to_owned(),
        _ => String::new(),
    };
    view! {
        <footer class="dialog__foot rooms__foot" on:mousedown:capture=once on:click:capture=once>
            <div class="rooms__file">
                <button class="button" type="button" on:click=move |_| rooms.download()>{shape::tool("download")}"Download workspace"</button>
                <label class="rooms__tick" hidden=move || !rooms.is_kept.get() title="With all steps that can be undone and done again"><input type="checkbox"
                    prop:checked=move || rooms.with_history.get() on:change=move |event| rooms.with_history.set(event_target_checked(&event)) />"with history"</label>
            </div>
            <span class="dialog__sum" role="status">{words}</span>
            {move || rooms.session.last_deleted().map(|Deleted { name, .. }| view! {
                <button class="button" type="button" title="Ctrl+Z" on:click=move |_| rooms.undo()>{shape::tool("undo")}<span class="rooms__cut">{format!("Undo: {name} deleted")}</span></button>
            })}
            {move || version.with(Option::is_some).then(|| view! {
                <button class="button" type="button" aria-label="Name the version" title="Name it, to keep it for ever (F2)" on:click=move |_| rooms.name_version()>{shape::tool("pencil")}"Name"</button>
            })}
            {move || match is_here.get() {
                true => view! {
                    <button class="button button--primary" type="button" hidden=move || !rooms.is_kept.get()
                        aria-disabled=move || (!may_restore.get() || version.with(Option::is_none)).then_some("true")
                        title=move || match (may_restore.get(), version.with(Option::is_some)) {
                            (false, _) => "Read only in this tab",
                            (true, false) => "Mark a version first",
                            (true, true) => "In one step; the present is kept as a version first",
                        }
                        on:click=move |_| rooms.restore()>{shape::tool("undo")}{move || match version.get() {
                            Some(time) => format!("Restore {time}"),
                            None => "Restore".to_owned(),
                        }}</button>
                }.into_any(),
                false => view! {
                    <button class="button button--primary" type="button" on:click=move |_| rooms.open()>{shape::tool("open")}<span class="rooms__cut">{move || format!("Open {}", name())}</span></button>
                }.into_any(),
            }}
        </footer>
    }
}
