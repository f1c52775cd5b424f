//! What is not known to be on the disk when the page goes: it is left for the next start.

use leptos::prelude::*;

use super::{Holder, Session};
use crate::browser::{
    clock,
    database::{Owner, Put, Store},
    parting,
};
use presence_profile_core::editor::saved::{self, Parting};

impl Session {
    /// Whether what is not on the disk, and what is still open in a field, is not lost with the page.
    pub(super) fn can_part(self) -> bool {
        let is_kept = self.keeping.with_untracked(|state| state.trouble.is_none());
        is_kept && self.parting().is_some_and(|(_, record)| parting::has_room(&record))
    }

    /// The page goes: leaves what it holds.
    pub(super) fn part(self) {
        if let Some((owner, record)) = self.parting() {
            parting::leave(owner.workspace, &record);
        }
    }

    /// What is to be left, where this tab may write.
    fn parting(self) -> Option<(Owner, Vec<u8>)> {
        if self.keeping.state.try_with_untracked(|state| state.holder) != Some(Holder::Own) {
            return None;
        }
        let (view, exported) = (self.view_record(), self.exported_record());
        self.keeping.desk(|desk| {
            let (_, owner) = desk.storage.as_ref()?;
            let acts: Vec<Vec<u8>> = desk.waiting.iter().filter_map(act).collect();
            let first = desk.next - acts.len() as u64;
            let parting = Parting { owner: owner.number, at: clock::now(), first, acts, view, exported };
            Some((*owner, saved::parting(&parting)))
        })?
    }
}

fn act(put: &Put) -> Option<Vec<u8>> {
    match put {
        Put::Record(Store::Journal, _, record) => Some(record.clone()),
        _ => None,
    }
}
