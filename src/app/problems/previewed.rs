//! What fixes would change, before they do.

use leptos::prelude::*;

use super::{
    super::{dialog::Dialog, session::Session},
    list,
};
use presence_profile_core::{
    editor::{
        command::{Command, Fixes},
        fixing::{Piece, Preview},
    },
    source::{
        edit::Edits,
        text::{Part, Span},
    },
};

/// Pieces that are shown one by one.
const MOST_PIECES: usize = 200;

/// The dialog of what was last asked for: open while fixes are wanted.
#[component]
pub fn Previewed(is_open: RwSignal<bool>, fixes: RwSignal<Option<Fixes>>) -> impl IntoView {
    let session = Session::current();
    view! {
        <Dialog is_open title="Fixes" facts="One step; undo takes it back">
            {move || fixes.get().map(|fixes| contents(session, session.revision(), fixes, is_open))}
        </Dialog>
    }
}

fn contents(session: Session, revision: u64, fixes: Fixes, is_open: RwSignal<bool>) -> impl IntoView + use<> {
    let Some(Preview { label, places, pieces, .. }) = session.preview(&fixes) else {
        return view! { <p class="dialog__text">"Nothing is left to fix."</p> }.into_any();
    };
    let sum = if places == 1 { "1 place".to_owned() } else { format!("{places} places") };
    let rest = pieces.len().saturating_sub(MOST_PIECES);
    let pieces = pieces.into_iter().take(MOST_PIECES).map(piece).collect::<Vec<_>>();
    let apply = move |_| {
        session.grant(&list::wish(session, revision, Command::Fix(fixes.clone())));
        is_open.set(false);
    };
    view! {
        <div class="dialog__body">
            <p class="dialog__text">{label}</p>
            <ol class="fixes" aria-label="Before and after">{pieces}</ol>
            {(0 < rest).then(|| view! { <p class="dialog__text">{format!("and {rest} more")}</p> })}
        </div>
        <footer class="dialog__foot">
            <span class="dialog__sum">{sum}</span>
            <button class="button" type="button" on:click=move |_| is_open.set(false)>"Cancel"</button>
            <button class="button button--primary" type="button" autofocus on:click=apply>"Apply"</button>
        </footer>
    }
    .into_any()
}

fn piece(piece: Piece) -> impl IntoView {
    let place = match piece.part {
        Part::Xml => format!("XML, line {}", piece.line),
        Part::Options => format!("Options, line {}", piece.line),
    };
    let side = |class: &'static str, sign: &'static str, name: &'static str, text: &str, changed: Span| {
        let (front, back) = (text[..changed.start].to_owned(), text[changed.end..].to_owned());
        let changed = changed.text(text).to_owned();
        (!text.is_empty()).then(|| {
            view! {
                <div class=class>
                    <span class="fixes__sign" aria-hidden="true">{sign}</span><span class="visually-hidden">{name}</span>
                    <code class="fixes__code">{front}<mark class="fixes__changed">{changed}</mark>{back}</code>
                </div>
            }
        })
    };
    let (before, after) = (&piece.before, &piece.after);
    // In a line of two hundred characters, one is hard to find.
    let edits = Edits::between(before, after);
    let (old, new) = edits.iter().next().map_or_else(Default::default, |edit| {
        let start = edit.span.start;
        (edit.span, Span::new(start, start + edit.text.len()))
    });
    view! {
        <li class="fixes__piece">
            <span class="fixes__place">{place}</span>
            {side("fixes__before", "\u{2212}", "before: ", before, old)}
            {side("fixes__after", "+", "after: ", after, new)}
        </li>
    }
}
