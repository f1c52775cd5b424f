//! A workspace that broke the page, or did not reach it, is not read again by itself: its texts are shown, and the ways out.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen_futures::spawn_local;

use super::{FIRST_NAME, Kept, Start, Storage, new_workspace, show_next};
use crate::browser::{
    clock,
    database::{Database, LAST, Store},
    page,
    rescue::{self, Choice, Page, Texts},
    start_guard,
};
use presence_profile_core::editor::{
    place::ProfileId,
    saved::{self, Version, VersionLine},
    workspace::Workspace,
};

/// Calls `mount`, or asks first where this workspace broke the page before. `program` finds what stands in the page.
pub fn mount_or_ask(program: &'static str, start: Start, mount: impl FnOnce(Start) + 'static) {
    let (Storage::Own(kept) | Storage::Readable(kept, _)) = &start.storage else { return mount(start) };
    let what = kept.owner.workspace.to_string();
    if !start_guard::is_doubtful(&what) {
        start_guard::begin(&what);
        return mount(start);
    }
    let kept = kept.clone();
    spawn_local(async move {
        let versions = versions(&kept).await;
        let texts: Vec<Texts> = texts(&start.workspace).collect();
        let name = start.name.clone();
        let words = format!(
            "When {name} was opened last, it did not reach the page, or broke it. It is kept as it was{}. Opening something else \
             leaves it untouched, as a workspace beside it.",
            if kept.edited == 0.0 { String::new() } else { format!(" at {}", clock::moment(kept.edited)) },
        );
        let again = Rc::new(RefCell::new(Some((start, mount))));
        let open_again = Choice::new(format!("Open {name} again"), move || {
            if let Some((start, mount)) = again.borrow_mut().take() {
                rescue::close();
                start_guard::begin(&what);
                mount(start);
            }
        });
        let of_version = |(number, line): (u64, VersionLine)| {
            let (kept, name) = (kept.clone(), name.clone());
            let at = clock::moment(line.at);
            Choice::new(format!("Open the version of {at}"), move || {
                let (database, name) = (kept.database.clone(), format!("{name} {at}"));
                let workspace = kept.owner.workspace;
                spawn_local(async move {
                    if let Some(version) = version(&database, workspace, number).await {
                        let snapshot = version.snapshot;
                        open_new(&database, &snapshot.workspace, snapshot.highest, &name).await;
                    }
                });
            })
        };
        let mut choices = vec![open_again];
        choices.extend(versions.into_iter().rev().take(3).map(of_version));
        let database = kept.database.clone();
        choices.push(Choice::new("Open the guide\u{2019}s example", move || {
            let database = database.clone();
            spawn_local(async move {
                open_new(&database, &Workspace::example(), ProfileId::FIRST, FIRST_NAME).await;
            });
        }));
        let title = "The last start did not reach the page. Your texts are here.";
        rescue::offer(program, &texts, Page { title, words, choices, cause: String::new() });
    });
}

fn texts(workspace: &Workspace) -> impl Iterator<Item = Texts> {
    workspace.profiles.iter().map(|profile| Texts {
        name: profile.name.clone(),
        options: profile.options.clone(),
        xml: profile.xml.clone(),
    })
}

async fn versions(kept: &Kept) -> Vec<(u64, VersionLine)> {
    let records = kept.database.records(Store::Versions, kept.owner.workspace, 0, LAST).await.unwrap_or_default();
    let line = |(number, record): (u64, Vec<u8>)| Some((number, saved::read_version_line(&record).ok()?));
    records.into_iter().filter_map(line).collect()
}

async fn version(database: &Database, workspace: u64, number: u64) -> Option<Version> {
    let records = database.records(Store::Versions, workspace, number, number).await.ok()?;
    saved::read_version(&records.first()?.1).ok()
}

async fn open_new(database: &Database, workspace: &Workspace, highest: ProfileId, name: &str) {
    // What cannot be kept cannot be shown by the next start: the page of texts stays.
    if let Ok(kept) = new_workspace(database, workspace, highest, name, None).await {
        show_next(kept.owner.workspace);
        page::reload();
    }
}
