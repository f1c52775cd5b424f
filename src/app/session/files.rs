//! Files on the user's disk that texts came from or went to, and that can be written again.

use std::sync::Arc;

use js_sys::{Array, Uint8Array};
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue};

use super::Session;
use crate::browser::{
    clock,
    database::{Database, Owner, Store},
    handles::Handle,
};
use presence_profile_core::editor::place::ProfileId;

/// How long somebody who saves waits for that, in milliseconds.
const PATIENCE: i32 = 1000;

/// A file, and what it is known to hold.
#[derive(Clone)]
pub struct FileInHand {
    /// The way to it.
    pub handle: Handle,
    /// What was read from it, or written to it, last.
    pub last: Vec<u8>,
}

/// A file that somebody else has changed since it was read or written here.
#[derive(Clone, PartialEq, Eq)]
pub struct Changed {
    /// The file.
    pub key: FileKey,
    /// Its name.
    pub name: String,
    /// What it holds now, as far as it can be read as text.
    pub theirs: Arc<str>,
}

/// The files in hand: each by the profile whose XML it holds, and by the opening that brought that; see `Choices::opened`.
#[derive(Clone, Copy)]
pub(super) struct Files {
    held: RwSignal<Vec<(FileKey, FileInHand)>, LocalStorage>,
    /// The file that is being opened.
    coming: StoredValue<Option<FileInHand>, LocalStorage>,
    /// Whether those that were in hand before are being read.
    is_reading: StoredValue<bool>,
}

/// What a file is known by, whatever is undone.
pub type FileKey = (ProfileId, u64);

impl Files {
    pub fn new() -> Files {
        Files {
            held: RwSignal::new_local(Vec::new()),
            coming: StoredValue::new_local(None),
            is_reading: StoredValue::new(false),
        }
    }
}

impl Session {
    /// What the file of the profile that is looked at is known by, now and whenever that changes.
    pub fn file_key(self) -> FileKey {
        self.with_profile(|profile| (profile.id, profile.choices.opened))
    }

    /// The name of the file that `Save` writes, now and whenever it is another one; `None` where there is none.
    pub fn file_to_save(self) -> Option<String> {
        let key = self.file_key();
        self.files.held.with(|held| held.iter().find(|(own, _)| *own == key).map(|(_, file)| file.handle.name()))
    }

    /// The file in hand of a profile and an opening.
    pub fn file_in_hand(self, key: FileKey) -> Option<FileInHand> {
        let held =
            |held: &Vec<(FileKey, FileInHand)>| held.iter().find(|(own, _)| *own == key).map(|(_, file)| file.clone());
        self.files.held.try_with_untracked(held).flatten()
    }

    /// A file is being opened, by a handle where the browser gave one.
    pub fn file_comes(self, file: Option<FileInHand>) {
        self.files.coming.set_value(file);
    }

    /// The file that was being opened holds the XML of the profile that is looked at now.
    pub fn file_has_come(self) {
        if let Some(file) = self.files.coming.try_update_value(Option::take).flatten() {
            self.hold_file(untrack(move || self.file_key()), file);
        }
    }

    /// Has a file in hand, in the place of the one of before.
    pub fn hold_file(self, key: FileKey, file: FileInHand) {
        let is_there = self.files.held.try_update(|held| {
            held.retain(|(own, _)| *own != key);
            held.push((key, file));
        });
        if is_there.is_some() {
            self.keep_files();
        }
    }

    /// Keeps the ways to the files, where the browser keeps such things.
    fn keep_files(self) {
        let Some((database, owner)) = self.keeping.own_storage() else { return };
        let Some(values) = self.files.held.try_with_untracked(|held| held.iter().map(value).collect::<Vec<_>>()) else {
            return;
        };
        spawn_local(async move {
            // A file that is not kept is chosen again.
            let _ = database.write_values(owner, Store::Handles, &values).await;
        });
    }

    /// Runs when it is known which files are in hand: after a reload, that takes a moment.
    pub fn when_files_are_known(self, run: impl FnOnce() + 'static) {
        if !self.files.is_reading.get_value() {
            return run();
        }
        spawn_local(async move {
            const STEP: i32 = 10;
            for _ in 0..PATIENCE / STEP {
                if self.files.is_reading.try_get_value() != Some(true) {
                    break;
                }
                clock::wait(STEP).await;
            }
            run();
        });
    }

    /// Has the files in hand again that were when the page was open last.
    pub(super) fn hold_again(self, database: Database, owner: Owner) {
        self.files.is_reading.set_value(true);
        spawn_local(async move {
            for value in database.values(Store::Handles, owner.workspace).await.unwrap_or_default() {
                if let Some((key, file)) = read(&value)
                    && self.file_in_hand(key).is_none()
                {
                    self.files.held.try_update(|held| held.push((key, file)));
                }
            }
            self.files.is_reading.try_set_value(false);
        });
    }
}

fn value(((profile, opened), file): &(FileKey, FileInHand)) -> JsValue {
    let numbers = [profile.number() as f64, *opened as f64].map(JsValue::from);
    let [profile, opened] = numbers;
    Array::of4(&profile, &opened, file.handle.kept(), &Uint8Array::from(&file.last[..])).into()
}

fn read(value: &JsValue) -> Option<(FileKey, FileInHand)> {
    let value = value.dyn_ref::<Array>()?;
    let number = |at| value.get(at).as_f64().map(|number| number as u64);
    let handle = Handle::from_kept(value.get(2))?;
    let last = value.get(3).dyn_into::<Uint8Array>().ok()?.to_vec();
    Some(((ProfileId::numbered(number(0)?)?, number(1)?), FileInHand { handle, last }))
}
