//! What is compared, and what that comes to in a sentence.

use leptos::{prelude::*, task::spawn_local};
use std::sync::Arc;
use web_sys::HtmlSelectElement;

use super::Comparison;
use crate::{
    app::{
        session::{
            Session,
            comparing::{Found, From},
        },
        shape,
    },
    browser::files,
};
use presence_profile_core::{
    editor::{comparing::table, place::ProfileId},
    source::{decode, phrase::counted},
};

/// What a chooser offers.
const ACCEPTED: &str = ".xml,.txt,.cfg,.conf,text/*,application/xml";

/// A file that is compared has so many bytes at most.
const MOST_BYTES: f64 = 8_388_608.0;

/// What is compared with what, and the sum.
#[component]
pub fn Summary(found: Comparison) -> impl IntoView {
    let session = Session::current();
    let sentence = move || found.with(|found| sentence(&found.0));
    let detail = move || found.with(|found| format!("{}{}", detail(&found.0), assignment(&found.0)));
    view! {
        <section class="panel comparison" aria-label="What is compared">
            <div class="comparison__sides">
                <span class="comparison__label" id="compared-from">"From"</span>
                <span class="pick comparison__pick">{move || from(session)}{shape::pick_arrow()}</span>
                <span class="comparison__label">"To"</span>
                <b class="comparison__to">{move || format!("{}, now", session.with_profile(|profile| profile.name.clone()))}</b>
            </div>
            <div class="comparison__sum" role="status">
                <small class="comparison__detail">{detail}</small>
                <strong class="comparison__sentence">{sentence}</strong>
            </div>
        </section>
    }
}

/// The list of what the profile can be compared with.
fn from(session: Session) -> impl IntoView + use<> {
    let others: Vec<(ProfileId, Arc<str>)> = session.workspace(|workspace| {
        let looked_at = session.looked_at();
        let others = workspace.profiles.iter().filter(|profile| profile.id != looked_at);
        others.map(|profile| (profile.id, profile.name.clone())).collect()
    });
    let now = session.compared.get();
    let file = match &now {
        From::File(name, _) => Some(name.to_string()),
        _ => None,
    };
    let choices: Vec<From> = std::iter::once(From::Live).chain(others.iter().map(|(id, _)| From::Other(*id))).collect();
    let is_file = file.is_some();
    let is_known = choices.contains(&now) || is_file;
    let choose = move |event| {
        let select = event_target::<HtmlSelectElement>(&event);
        let chosen = usize::try_from(select.selected_index()).unwrap_or_default();
        match choices.get(chosen) {
            Some(from) => session.compared.set(from.clone()),
            // The list says what is compared until a file is there.
            None if is_file && chosen == choices.len() => {}
            None => {
                session.compared.notify();
                choose_file(session);
            }
        }
    };
    let option = move |own: From, words: String| {
        let is_own = own == now || own == From::Live && !is_known;
        view! { <option prop:selected=is_own>{words}</option> }
    };
    view! {
        <select class="pick__select" aria-labelledby="compared-from" on:change=choose>
            {option(From::Live, "What is live".to_owned())}
            {others.iter().map(|(id, name)| option(From::Other(*id), format!("{name}, now"))).collect_view()}
            {file.map(|name| view! { <option prop:selected=true>{name}</option> })}
            <option>"A file\u{2026}"</option>
        </select>
    }
}

fn choose_file(session: Session) {
    files::choose(ACCEPTED, move |file| {
        let later = session.later();
        spawn_local(async move {
            let name = file.name();
            let Ok(chosen) = files::read_up_to(MOST_BYTES, file).await else {
                return later.say(&format!("{name} was not compared: it cannot be read, or is larger than 8 MB"));
            };
            match decode::decode(&chosen.bytes) {
                Ok(read) => session.compared.set(From::File(name.into(), read.text.into())),
                Err(why) => later.say(&format!("{name} was not compared: {why}")),
            }
        });
    });
}

fn sentence(found: &Found) -> String {
    let (all, noticed) = (found.differences.len(), table::noticed(&found.differences));
    match (all, noticed) {
        (0, _) if !found.then.has_options && !found.then.has_xml => "What is live is not known".to_owned(),
        (0, _) if !found.then.has_options => {
            "Nothing is different in the file; the options are not compared".to_owned()
        }
        (0, _) if !found.then.has_xml => "Nothing is different in the options; the file is not compared".to_owned(),
        (0, _) if found.is_same() => "Nothing is different".to_owned(),
        (0, _) => "Nothing is different in meaning, only how it is written".to_owned(),
        (1, 1) => "Colleagues notice the change".to_owned(),
        (all, 0) => format!("Colleagues notice nothing of {}", counted(all, "change", "changes")),
        (all, noticed) if all == noticed => format!("Colleagues notice all {all} changes"),
        (all, noticed) => format!("Colleagues notice {noticed} of {all} changes"),
    }
}

/// What is to be said of an assignment that nobody has shown.
fn assignment(found: &Found) -> &'static str {
    match found.from == From::Live && !found.is_assignment_known {
        true => "; which profile T-Server uses where is not known, and not compared",
        false => "",
    }
}

fn detail(found: &Found) -> String {
    let then = &found.then;
    if found.from == From::Live && then.is_nothing {
        return "T-Server does not have this profile yet".to_owned();
    }
    if let Some(unknown) = then.unknown() {
        return match &found.from {
            From::Live => format!("What T-Server has of {unknown} is not known, and not compared"),
            _ => format!("{} says nothing of {unknown}", found.what),
        };
    }
    let (has_file, has_options) = (then.profile.xml != found.now.xml, then.profile.options != found.now.options);
    let words = match (has_file, has_options) {
        (true, true) => "file and options differ",
        (true, false) => "the file differs",
        (false, true) => "the options differ",
        (false, false) => "options and file are the same to the byte",
    };
    words.to_owned()
}
