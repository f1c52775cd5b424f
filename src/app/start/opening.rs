//! The storage is opened: which workspace is shown, who has it, and what is read of it.

use super::{
    Channel, FIRST_NAME, Heard, Kept, Line, Loaded, Message, Reader, Start, Storage, load, new_workspace,
    next::{self, show_next},
    take_up, why_unread,
};
use crate::browser::database::{self, Database, Owner, StorageError, Store};
use presence_profile_core::editor::saved;

/// How long other tabs have to say that they have a workspace, in milliseconds: asked only where a tab has not given it back.
const ANSWER: i32 = 400;

pub(super) async fn open(line: &Line, channel: &Channel) -> Result<Start, StorageError> {
    let (blocked, lost) = (line.clone(), line.clone());
    let database =
        database::open(move || blocked.say(Message::Blocked), move |loss| lost.say(Message::Lost(loss))).await?;
    let headings = database.singles(Store::Headings).await?;
    let Some((workspace, heading)) = chosen(&headings) else {
        return first(database, line, channel).await;
    };
    // What cannot be written may still be read.
    let (owner, claimed) = match claim(&database, workspace, channel).await {
        Ok((owner, is_own)) => (owner, Ok(is_own)),
        Err(error) => (Owner { workspace, number: 0 }, Err(error)),
    };
    let heading = saved::read_heading(&heading).ok();
    let mut edited = heading.as_ref().map_or(0.0, |heading| heading.edited);
    let mut loaded = load(&database, workspace).await?;
    if claimed == Ok(true)
        && let Some(Loaded { restored, is_newer: false, .. }) = &loaded
        // What the storage does not take is there for the next start.
        && let Ok(Some(at)) = take_up(&database, owner, restored.next).await
    {
        edited = at;
        loaded = load(&database, workspace).await?;
    }
    let name = heading.as_ref().map_or(FIRST_NAME, |heading| &heading.name).into();
    let Some(Loaded { restored, snapshot, base, is_newer }) = loaded else {
        // It is left as it is, for a version of the editor that can read it.
        let why = why_unread(&database, workspace).await?;
        if claimed == Ok(true) {
            database.give_back(owner);
        }
        let start = first(database, line, channel).await?;
        return Ok(Start { unread: Some((name, why)), ..start });
    };
    let view = database.single(Store::Views, workspace).await?;
    let exported = database.single(Store::Exported, workspace).await?;
    let kept = Kept {
        database,
        owner,
        next: restored.next,
        steps: restored.steps,
        snapshot,
        base,
        edited,
        lost: restored.left.as_ref().map_or(0, |left| left.count),
        is_new: false,
    };
    show_next(workspace);
    Ok(Start {
        workspace: restored.workspace,
        highest: restored.highest,
        name,
        view: view.and_then(|view| saved::read_view(&view).ok()),
        exported: exported.and_then(|exported| saved::read_exported(&exported).ok()),
        unread: None,
        storage: match (is_newer, claimed) {
            (true, _) => Storage::Readable(kept, Reader::Newer),
            (false, Ok(true)) => Storage::Own(kept),
            (false, Ok(false)) => Storage::Readable(kept, Reader::Other),
            (false, Err(error)) => Storage::Missing(error),
        },
        channel: channel.clone(),
        line: line.clone(),
    })
}

/// The workspace that this tab showed, else the one that was edited last.
fn chosen(headings: &[(u64, Vec<u8>)]) -> Option<(u64, Vec<u8>)> {
    let shown = next::shown();
    let edited = |heading: &[u8]| saved::read_heading(heading).map_or(0.0, |heading| heading.edited);
    let last = || headings.iter().max_by(|one, other| edited(&one.1).total_cmp(&edited(&other.1)));
    headings.iter().find(|(workspace, _)| Some(*workspace) == shown).or_else(last).cloned()
}

/// Takes a workspace unless a tab that is still there has it.
async fn claim(database: &Database, workspace: u64, channel: &Channel) -> Result<(Owner, bool), StorageError> {
    let lock = database.lock(workspace).await?;
    if lock.is_held && channel.is_held(workspace, ANSWER).await {
        return Ok((Owner { workspace, number: 0 }, false));
    }
    let owner = database.take(workspace).await?;
    channel.say(Heard::Taken(workspace, owner.number));
    Ok((owner, true))
}

/// The first workspace of a browser, with the example.
async fn first(database: Database, line: &Line, channel: &Channel) -> Result<Start, StorageError> {
    let start = Start::in_memory(Storage::Silent, channel.clone(), line.clone());
    let kept = new_workspace(&database, &start.workspace, start.highest, &start.name, None).await?;
    show_next(kept.owner.workspace);
    Ok(Start { storage: Storage::Own(kept), ..start })
}
