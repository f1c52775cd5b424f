//! Saving where the text came from: the file is read first, written, and read back.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use super::session::{
    Session,
    files::{Changed, FileInHand, FileKey},
    keeping::versions::Moment,
};
use crate::browser::{
    handles::{self, SavingError},
    page,
};
use presence_profile_core::{
    editor::{export, saved::Cause, workspace::Workspace},
    source::{decode, text::Part},
};

/// Writes the XML of the profile that is looked at to its file. Whether there is one.
pub fn save(session: Session) -> bool {
    let key = untrack(move || session.file_key());
    let Some(file) = session.file_in_hand(key) else { return false };
    let later = session.later();
    spawn_local(async move {
        match look_and_write(session, key, &file).await {
            Ok(words) => later.say(&words),
            Err(error) => later.say(&why(&file.handle.name(), &error)),
        }
    });
    true
}

/// Lets the user choose a file for the XML, and writes it there.
pub fn save_as(session: Session) {
    page::settle();
    let key = untrack(move || session.file_key());
    let name = session
        .analysis
        .with_untracked(|read| session.with_profile_untracked(|profile| export::xml_file_name(profile, &read.0)));
    spawn_local(async move {
        let later = session.later();
        match handles::choose_place(&name).await {
            Ok(None) => {}
            Ok(Some(handle)) => {
                // What the picker made, or found there, is what it held last: the user has said to replace it.
                let last = handle.read().await.unwrap_or_default();
                let name = handle.name();
                match write(session, key, FileInHand { handle, last }).await {
                    Ok(words) => later.say(&words),
                    Err(error) => later.say(&why(&name, &error)),
                }
            }
            Err(error) => later.say(&why(&name, &error)),
        }
    });
}

/// Writes a file though somebody else has changed it.
pub fn overwrite(session: Session, key: FileKey) {
    let Some(file) = session.file_in_hand(key) else { return };
    spawn_local(async move {
        let later = session.later();
        let name = file.handle.name();
        let last = file.handle.read().await.unwrap_or_default();
        match write(session, key, FileInHand { last, ..file }).await {
            Ok(words) => later.say(&words),
            Err(error) => later.say(&why(&name, &error)),
        }
    });
}

async fn look_and_write(session: Session, key: FileKey, file: &FileInHand) -> Result<String, SavingError> {
    let name = file.handle.name();
    if !file.handle.may_write().await {
        return Err(SavingError::NotAllowed);
    }
    let there = file.handle.read().await?;
    if there != file.last {
        let theirs = decode::decode(&there).map(|file| file.text).unwrap_or_default();
        let (changed, is_shown) = session.changed_file;
        changed.set(Some(Changed { key, name: name.clone(), theirs: theirs.into() }));
        is_shown.set(true);
        return Ok(format!("{name} was changed by somebody else since; nothing was written"));
    }
    write(session, key, file.clone()).await
}

/// Writes what the profile holds now; what lay there before is kept as a version first.
async fn write(session: Session, key: FileKey, file: FileInHand) -> Result<String, SavingError> {
    let name = file.handle.name();
    let Some((text, bytes)) = text(session, key) else {
        return Ok(format!("{name} was not saved: the profile does not hold the text that came from it any more"));
    };
    if file.last == bytes && file.handle.read().await.as_ref() == Ok(&bytes) {
        session.hold_file(key, file);
        session.has_exported(key.0, Part::Xml, text);
        return Ok(format!("{name} holds exactly this already, {} bytes, read back", grouped(bytes.len())));
    }
    let before = decode::decode(&file.last).ok();
    if let Some(before) = before.as_ref().filter(|before| !before.text.is_empty()) {
        let moment = session.moment();
        let workspace = with_xml(&moment.workspace, key, &before.text);
        session.keep_version(Moment { workspace, ..moment }, Cause::BeforeSaving, &name);
    }
    file.handle.write(&bytes).await?;
    // Another profile may be looked at by now, whose errors are its own.
    let is_looked_at = session.looked_at_untracked() == key.0;
    let errors = session.analysis.with_untracked(|read| if is_looked_at { export::errors(&read.0) } else { 0 });
    let size = grouped(bytes.len());
    session.hold_file(key, FileInHand { handle: file.handle, last: bytes });
    session.has_exported(key.0, Part::Xml, text);
    let was = before.map(|before| before.encoding.name()).filter(|name| !name.starts_with("UTF-8"));
    let was = was.map(|was| format!("; it was {was} and is UTF-8 now")).unwrap_or_default();
    let errors = match errors {
        0 => String::new(),
        1 => "; with 1 error, see Problems".to_owned(),
        errors => format!("; with {errors} errors, see Problems"),
    };
    Ok(format!("Saved {name}, {size} bytes, read back{was}{errors}"))
}

/// The XML of a profile as it is now, and the bytes it is written as; `None` where it came by another opening, since that of
/// the file was undone.
fn text(session: Session, (profile, opened): FileKey) -> Option<(Arc<str>, Vec<u8>)> {
    session.workspace_untracked(|workspace| {
        let profile = workspace.profile(profile).filter(|profile| profile.choices.opened == opened)?;
        Some((profile.xml.clone(), export::xml_bytes(profile)))
    })
}

/// A workspace with another XML of one profile.
pub fn with_xml(workspace: &Workspace, (profile, _): FileKey, xml: &str) -> Workspace {
    let mut before = workspace.clone();
    for own in before.profiles.iter_mut().filter(|own| own.id == profile) {
        Arc::make_mut(own).xml = xml.into();
    }
    before
}

fn why(name: &str, error: &SavingError) -> String {
    match error {
        SavingError::NotAllowed => {
            format!("{name} was not saved: the browser was not allowed to write it; Download XML saves a copy")
        }
        SavingError::Gone => format!("{name} was not saved: it is not there any more; Save as writes another file"),
        SavingError::Different => {
            format!("{name} was written, but what was read back is different; Download XML saves a copy")
        }
        SavingError::Broken(words) => format!("{name} was not saved; the browser says: {words}"),
    }
}

/// A number with commas between its thousands.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if 0 < at && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
