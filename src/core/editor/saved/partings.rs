//! The record of what a page still held when it went: whoever comes next to the workspace writes it where it belongs.

use serde::{Deserialize, Serialize};

use super::{
    Unread,
    envelope::{self, Kind},
};

/// What a page still held.
#[derive(Debug, Clone, PartialEq)]
pub struct Parting {
    /// By which number the page had the right to write the workspace: where somebody has written since, it comes too late.
    pub owner: u64,
    /// When the page went, in milliseconds since 1970.
    pub at: f64,
    /// The number of the first act.
    pub first: u64,
    /// The records of acts that were not known to be on the disk, in their order.
    pub acts: Vec<Vec<u8>>,
    /// The record of what was looked at.
    pub view: Vec<u8>,
    /// The record of what had left the editor.
    pub exported: Option<Vec<u8>>,
}

#[derive(Serialize, Deserialize)]
struct SavedParting<'a> {
    owner: u64,
    at: f64,
    first: u64,
    #[serde(borrow)]
    acts: Vec<&'a [u8]>,
    view: &'a [u8],
    exported: Option<&'a [u8]>,
}

impl Parting {
    /// The acts that the disk does not have, each with its number, where the next act there has the number `next`; none where
    /// they do not go on from there.
    pub fn acts_from(&self, next: u64) -> impl Iterator<Item = (u64, &[u8])> {
        let known = next.checked_sub(self.first).map_or(usize::MAX, |known| known as usize);
        (next..).zip(self.acts.iter().skip(known).map(Vec::as_slice))
    }
}

/// The record of a parting.
pub fn parting(parting: &Parting) -> Vec<u8> {
    let Parting { owner, at, first, acts, view, exported } = parting;
    let saved = SavedParting {
        owner: *owner,
        at: *at,
        first: *first,
        acts: acts.iter().map(Vec::as_slice).collect(),
        view,
        exported: exported.as_deref(),
    };
    envelope::seal(Kind::Parting, &saved)
}

/// The parting in a record.
///
/// # Errors
/// Why it is not read.
pub fn read_parting(bytes: &[u8]) -> Result<Parting, Unread> {
    let SavedParting { owner, at, first, acts, view, exported } = envelope::open(Kind::Parting, bytes)?;
    Ok(Parting {
        owner,
        at,
        first,
        acts: acts.into_iter().map(<[u8]>::to_vec).collect(),
        view: view.to_vec(),
        exported: exported.map(<[u8]>::to_vec),
    })
}
