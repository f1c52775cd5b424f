//! What comes in: by the button, by a key, by drop, by paste; several files at once.

use leptos::{ev, prelude::*, task::spawn_local};
use web_sys::DataTransfer;

use super::{
    alone::{Single, has_something, single},
    reading::{Comes, NotRead, of_page, read},
};
use crate::{
    app::{
        open_file,
        session::{Session, files::FileInHand, telling::Later},
    },
    browser::{
        cells, clipboard,
        files::{self},
        handles::{self, Handle},
        page, page_tables,
    },
};
use presence_profile_core::{
    editor::{
        incoming::inputs::{self, Content, Input},
        place::ProfileId,
    },
    source::{bare_markup, merged_cells::with_merged_cells, table::Table},
};

/// What a chooser offers.
const ACCEPTED: &str = ".xml,.json,.zip,.csv,.tsv,.txt,.cfg,.conf,.md,text/*,application/xml,application/json";

/// So many files are read at once.
const MOST_FILES: usize = 50;

/// Lets the user choose files.
pub fn choose(session: Session) {
    if !session.may_change() {
        return;
    }
    if handles::has_pickers() {
        spawn_local(async move {
            match handles::choose().await {
                Ok(chosen) => {
                    let files = chosen.into_iter().map(|(handle, file)| (Comes::of(&handle, file), Some(handle)));
                    come(session, files.collect()).await;
                }
                // A picker that is forbidden here leaves the plain way.
                Err(_) => choose_plainly(session),
            }
        });
    } else {
        choose_plainly(session);
    }
}

fn choose_plainly(session: Session) {
    files::choose_several(ACCEPTED, move |files| {
        spawn_local(come(session, files.into_iter().map(|file| (Comes::File(file), None)).collect()));
    });
}

/// Takes what was dropped.
pub fn drop_files(session: Session, transfer: Option<&DataTransfer>) {
    let files = files::dropped(transfer);
    let handles = handles::of_drop(transfer);
    spawn_local(async move {
        let mut handles = handles.await.into_iter();
        let files = files.into_iter().map(|file| (Comes::File(file), handles.next().flatten()));
        come(session, files.collect()).await;
    });
}

/// Takes what was pasted outside of all fields.
pub fn paste(session: Session, event: &ev::ClipboardEvent) {
    let files = files::dropped(event.clipboard_data().as_ref());
    if !files.is_empty() {
        event.prevent_default();
        spawn_local(come(session, files.into_iter().map(|file| (Comes::File(file), None)).collect()));
        return;
    }
    if let Some(input) = of_clipboard(event) {
        event.prevent_default();
        take_input(session, input);
    }
}

/// What a paste brings; of tables, as they stand on the page they come from.
pub fn of_clipboard(event: &ev::ClipboardEvent) -> Option<Input> {
    let text = cells::pasted_text(event).unwrap_or_default();
    let html = event.clipboard_data().and_then(|data| data.get_data("text/html").ok()).unwrap_or_default();
    let html = Some(html).filter(|html| !html.is_empty() && html.len() <= inputs::MOST_BYTES);
    let html = html.map(|html| bare_markup::bare(&html));
    let tables = html.as_ref().and_then(|html| page_tables::of(html, !text.is_empty()));
    // Where the page is no table alone, its text is read; it has merged cells only once.
    let text = match &html {
        Some(html) if tables.is_none() => with_merged_cells(&text, &page_tables::all_rows(html)),
        _ => text,
    };
    let tables: Vec<Table> = tables.unwrap_or_default().into_iter().filter_map(Table::of_page).collect();
    (!text.is_empty() || !tables.is_empty()).then(|| Input::of_clipboard(&text, tables))
}

/// Looks at what was pasted, or says that there is nothing in it.
pub fn take_input(session: Session, input: Input) {
    if !session.may_change() {
        return;
    }
    if let Content::Refused(why) = &input.content {
        return session.notice.set(format!("Nothing was imported from {}: {why}", input.name));
    }
    if !session.importing.is_open.get_untracked() && !has_something(&input) {
        return session.notice.set(nothing_in(&input.name));
    }
    page::settle();
    session.look_at_import(session.looked_at_untracked(), vec![input], Vec::new());
}

fn nothing_in(name: &str) -> String {
    format!("Nothing to import was found in {name}: no options, no table with IDs, no XML of a profile")
}

/// Pastes once more, by a button.
pub fn paste_again(session: Session) {
    spawn_local(async move {
        match clipboard::text().await {
            Some(text) => take_input(session, Input::of_clipboard(&text, Vec::new())),
            None => session
                .notice
                .set("No text could be read from the clipboard; Ctrl+V pastes it, where there is one".to_owned()),
        }
    });
}

/// Reads files and looks at what is in them.
async fn come(session: Session, files: Vec<(Comes, Option<Handle>)>) {
    if files.is_empty() || !session.may_change() {
        return;
    }
    let (profile, later) = (session.looked_at_untracked(), session.later());
    let revision = session.revision_untracked();
    let surplus = files.len().saturating_sub(MOST_FILES);
    let (mut inputs, mut held) = (Vec::new(), Vec::new());
    for (file, handle) in files.into_iter().take(MOST_FILES) {
        let (name, bytes) = match file {
            Comes::File(file) => (file.name(), read(file).await),
            Comes::Gone(name) => (name, Err(NotRead::Unreadable)),
        };
        match bytes {
            Ok(bytes) => {
                inputs.push(of_page(&name, &bytes).unwrap_or_else(|| Input::of_file(&name, &bytes)));
                held.extend(handle.map(|handle| (name, FileInHand { handle, last: bytes })));
            }
            Err(why) => inputs.push(Input::refused(&name, &why.to_string())),
        }
    }
    if 0 < surplus {
        let why = format!("{MOST_FILES} files are read at once");
        inputs.push(Input::refused(&format!("{surplus} more files"), &why));
    }
    arrive(session, later, (profile, revision), inputs, held).await;
}

async fn arrive(
    session: Session,
    later: Later,
    (profile, revision): (ProfileId, u64),
    inputs: Vec<Input>,
    held: Vec<(String, FileInHand)>,
) {
    // What is being typed was meant for the text that stands there.
    page::settle();
    let is_refused = |input: &Input| matches!(input.content, Content::Refused(_));
    if let [input] = inputs.as_slice() {
        match single(input) {
            Single::Refused(why) => return later.say(&format!("{} was not opened: {why}", input.name)),
            Single::Workspace(text) if !session.importing.is_open.get_untracked() => {
                let said = open_file::open_workspace(session, &input.name, &text).await;
                if !said.is_empty() {
                    session.notice.set(said);
                }
                return;
            }
            Single::Xml(file)
                if session.is_untouched()
                    && session.revision_untracked() == revision
                    && !session.importing.is_open.get_untracked() =>
            {
                session.file_comes(held.into_iter().next().map(|(_, held)| held));
                return open_file::open_xml(session, profile, &input.name, file);
            }
            Single::Nothing if !session.importing.is_open.get_untracked() => {
                return later.say(&nothing_in(&input.name));
            }
            Single::Xml(_) | Single::Workspace(_) | Single::Nothing | Single::Other => {}
        }
    } else if inputs.iter().all(is_refused) {
        let words = inputs.iter().filter_map(|input| match &input.content {
            Content::Refused(why) => Some(format!("{}: {why}", input.name)),
            _ => None,
        });
        let mut words: Vec<String> = words.collect();
        let more = words.len().saturating_sub(2);
        words.truncate(2);
        words.extend((0 < more).then(|| format!("and {more} more")));
        return later.say(&format!("Nothing was opened. {}", words.join("; ")));
    }
    page::settle();
    session.look_at_import(profile, inputs, held);
}
