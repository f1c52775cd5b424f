//! A file that is not in the encoding it should be in: how it would read in others, for the user to say which is right.

use leptos::prelude::*;

use super::{dialog::Dialog, open_file, session::Session};
use presence_profile_core::{editor::place::ProfileId, source::decode::readings::Reading};

/// The dialog.
#[component]
pub fn EncodingDialog() -> impl IntoView {
    let session = Session::current();
    let (question, is_shown) = session.encoding_question;
    // Left without an answer, by whatever way.
    let left = move |()| {
        if let Some(question) = question.try_update(Option::take).flatten() {
            session.notice.set(format!("{} was not opened", question.name));
        }
    };
    view! {
        <Dialog is_open=is_shown title="Read the file as" on_closed=Callback::new(left)>
            {move || question.get().map(|question| {
                let choices = question.readings.into_iter().enumerate().map(|(index, reading)| choice(session, (question.profile, question.name.clone()), index, reading));
                view! {
                    <div class="dialog__body">
                        <p class="dialog__text">{format!("{}: {}.", question.name, question.reason)}</p>
                        <ul class="encodings" aria-label="Encodings">{choices.collect::<Vec<_>>()}</ul>
                    </div>
                    <footer class="dialog__foot">
                        <span class="dialog__sum">"Take the one whose sample reads right; the file is then saved as UTF-8"</span>
                        <button class="button" type="button" on:click=move |_| is_shown.set(false)>"Cancel"</button>
                    </footer>
                }
            })}
        </Dialog>
    }
}

fn choice(session: Session, (profile, name): (ProfileId, String), index: usize, reading: Reading) -> impl IntoView {
    let encoding = reading.file.encoding.name();
    let file = reading.file;
    let take = move |_| {
        let (question, is_shown) = session.encoding_question;
        question.set(None);
        is_shown.set(false);
        open_file::open_decoded(session, profile, &name, file.clone());
    };
    view! {
        <li class="encodings__choice">
            <button class="button" type="button" autofocus=index == 0 on:click=take>{encoding}</button>
            <code class="encodings__sample">{reading.sample}</code>
        </li>
    }
}
