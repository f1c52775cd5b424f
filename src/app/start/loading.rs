//! A workspace as it comes from the storage, and as it goes there first.

use super::Kept;
use crate::browser::{
    clock,
    database::{Database, LAST, Owner, Put, StorageError, Store},
};
use presence_profile_core::editor::{
    place::ProfileId,
    saved::{self, Heading, Restored, Snapshot, Unread},
    workspace::Workspace,
    workspace_file::Past,
};

/// A workspace that was read.
pub struct Loaded {
    /// What came of it.
    pub restored: Restored,
    /// The number of the snapshot it was read from.
    pub snapshot: u64,
    /// The number of the oldest snapshot.
    pub base: u64,
    /// Whether a newer version of the editor has kept a part of it, which is not read.
    pub is_newer: bool,
}

/// Reads a workspace: from its newest snapshot, or from an older one where that is damaged. `None` where there is none
/// that can be read.
///
/// # Errors
/// The storage does not answer.
pub async fn load(database: &Database, workspace: u64) -> Result<Option<Loaded>, StorageError> {
    let snapshots = database.numbers(Store::Snapshots, workspace).await?;
    let mut is_newer = false;
    for at in snapshots.iter().rev().copied() {
        let snapshot = database.records(Store::Snapshots, workspace, at, at).await?;
        let acts = database.records(Store::Journal, workspace, at, LAST).await?;
        let Some((_, snapshot)) = snapshot.first() else { continue };
        match saved::follow(snapshot, at, &acts) {
            Ok(restored) => {
                let base = snapshots.first().copied().unwrap_or(at);
                is_newer |= restored.left.as_ref().is_some_and(|left| left.why == Unread::Newer);
                return Ok(Some(Loaded { restored, snapshot: at, base, is_newer }));
            }
            Err(why) => is_newer |= why == Unread::Newer,
        }
    }
    Ok(None)
}

/// Why nothing of a workspace could be read.
///
/// # Errors
/// The storage does not answer.
pub async fn why_unread(database: &Database, workspace: u64) -> Result<Unread, StorageError> {
    let Some(last) = database.numbers(Store::Snapshots, workspace).await?.pop() else { return Ok(Unread::Damaged) };
    let snapshots = database.records(Store::Snapshots, workspace, last, last).await?;
    let read = snapshots.first().map(|(_, snapshot)| saved::read_snapshot(snapshot));
    Ok(read.and_then(Result::err).unwrap_or(Unread::Damaged))
}

/// Keeps a workspace as a new one.
///
/// # Errors
/// It is not kept then.
pub async fn new_workspace(
    database: &Database,
    workspace: &Workspace,
    highest: ProfileId,
    name: &str,
    exported: Option<Vec<u8>>,
) -> Result<Kept, StorageError> {
    let snapshot = saved::snapshot(&Snapshot { workspace: workspace.clone(), highest, steps: 0 });
    let edited = clock::now();
    let mut puts = vec![
        Put::Single(Store::Headings, saved::heading(&heading(workspace, name, edited))),
        Put::Record(Store::Snapshots, 0, snapshot),
    ];
    puts.extend(exported.map(|exported| Put::Single(Store::Exported, exported)));
    let owner = database.create(&puts).await?;
    Ok(Kept {
        database: database.clone(),
        owner,
        next: 0,
        steps: 0,
        snapshot: 0,
        base: 0,
        edited,
        lost: 0,
        is_new: true,
    })
}

/// Keeps a workspace as a new one, with what led to it.
///
/// # Errors
/// It is not kept then.
pub async fn new_workspace_with_past(
    database: &Database,
    workspace: &Workspace,
    past: &Past,
    name: &str,
) -> Result<Owner, StorageError> {
    let mut puts = vec![
        Put::Single(Store::Headings, saved::heading(&heading(workspace, name, clock::now()))),
        Put::Record(Store::Snapshots, 0, saved::snapshot(&past.base)),
    ];
    let acts = past.acts.iter().map(|(done, change)| saved::act(*done, change));
    puts.extend((0..).zip(acts).map(|(number, act)| Put::Record(Store::Journal, number, act)));
    database.create(&puts).await
}

/// What a list says of a workspace.
pub fn heading(workspace: &Workspace, name: &str, edited: f64) -> Heading {
    let bytes: usize = workspace.profiles.iter().map(|profile| profile.options.len() + profile.xml.len()).sum();
    Heading { name: name.to_owned(), profiles: workspace.profiles.len() as u32, bytes: bytes as u64, edited }
}
