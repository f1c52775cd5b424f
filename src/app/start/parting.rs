//! What the page before still held when it went is written where it belongs.

use crate::browser::{
    database::{Database, Owner, Put, StorageError, Store},
    parting,
};
use presence_profile_core::editor::saved::{self, Heading};

/// Writes what the page before left, if it goes on from act number `next`; when that page went, if there is more to be read
/// now. What comes after somebody else has had the workspace is of another line of work, and goes.
///
/// # Errors
/// The storage does not take it; it is there for the next start.
pub async fn take_up(database: &Database, owner: Owner, next: u64) -> Result<Option<f64>, StorageError> {
    let workspace = owner.workspace;
    let Some(bytes) = parting::left(workspace) else { return Ok(None) };
    let fits = saved::read_parting(&bytes).ok().filter(|parting| parting.owner + 1 == owner.number);
    let Some(left) = fits else {
        parting::forget(workspace);
        return Ok(None);
    };
    let acts = left.acts_from(next).map(|(number, act)| Put::Record(Store::Journal, number, act.to_vec()));
    let mut puts: Vec<Put> = acts.collect();
    let has_acts = !puts.is_empty();
    if has_acts
        && let Some(heading) = database.single(Store::Headings, workspace).await?
        && let Ok(heading) = saved::read_heading(&heading)
    {
        puts.push(Put::Single(Store::Headings, saved::heading(&Heading { edited: left.at, ..heading })));
    }
    puts.push(Put::Single(Store::Views, left.view));
    puts.extend(left.exported.map(|exported| Put::Single(Store::Exported, exported)));
    database.write(owner, &puts).await?;
    parting::forget(workspace);
    Ok(has_acts.then_some(left.at))
}
