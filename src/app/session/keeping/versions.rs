//! Versions: moments of the workspace that are kept beside it, written when nobody needs the time.

use std::sync::Arc;

use leptos::task::spawn_local;

use super::{Holder, Session};
use crate::browser::{clock, database::Store, idle};
use presence_profile_core::editor::{
    place::ProfileId,
    saved::{self, Cause, Snapshot},
    versions,
    workspace::Workspace,
};

/// A workspace as it is at a moment.
#[derive(Debug, Clone)]
pub struct Moment {
    /// All profiles.
    pub workspace: Workspace,
    /// The highest identity that a profile ever had.
    pub highest: ProfileId,
}

impl Moment {
    /// Whether it is the same work: the texts are shared, and not compared.
    pub(super) fn is_same(&self, other: &Moment) -> bool {
        let (one, two) = (&self.workspace, &other.workspace);
        let are_same = one.profiles.iter().zip(&two.profiles).all(|(one, two)| Arc::ptr_eq(one, two));
        are_same && one.profiles.len() == two.profiles.len() && Arc::ptr_eq(&one.assigned, &two.assigned)
    }

    /// The workspace.
    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// As it is stored; of a history nothing is known.
    pub fn snapshot(&self) -> Snapshot {
        Snapshot { workspace: self.workspace.clone(), highest: self.highest, steps: 0 }
    }
}

impl Session {
    /// The workspace as it is now.
    pub fn moment(self) -> Moment {
        self.with_history_untracked(|history| Moment {
            workspace: history.present().clone(),
            highest: history.highest_profile(),
        })
    }

    /// Keeps a moment of the workspace as a version; `what` is the file or the profile that the cause is about. Where this
    /// tab may not write, nothing is kept.
    pub fn keep_version(self, moment: Moment, cause: Cause, what: &str) {
        let is_own = self.keeping.with_untracked(|state| state.holder == Holder::Own);
        let is_added = self.keeping.desk(|desk| {
            let may = is_own && desk.storage.is_some();
            if may {
                desk.versions.add(moment, cause, what);
            }
            may
        });
        if is_added == Some(true) {
            idle::when_idle(move |_| {
                self.put_versions();
                self.write_quietly();
                spawn_local(self.remove_surplus_versions());
            });
        }
    }

    /// Something is about to be kept that was done: the first act of a visit, and the one an hour after the last version,
    /// keep one.
    pub(super) fn keep_due_version(self) {
        let due = self.keeping.desk(|desk| {
            let now = clock::now();
            match desk.versions.began.take() {
                Some(began) => Some((Some(began), Cause::Begun)),
                None => (versions::DUE_AFTER <= now - desk.versions.at).then_some((None, Cause::Hourly)),
            }
        });
        if let Some((began, cause)) = due.flatten() {
            self.keep_version(began.unwrap_or_else(|| self.moment()), cause, "");
        }
    }

    /// Makes records of the versions that are none yet; they go with what is written next.
    pub(super) fn put_versions(self) {
        self.keeping.desk(|desk| desk.versions.make_records());
    }

    async fn remove_surplus_versions(self) {
        let Some(Some((database, owner))) = self.keeping.desk(|desk| desk.storage.clone()) else { return };
        let is_named = async |number| match database.records(Store::Versions, owner.workspace, number, number).await {
            Ok(records) => records.first().map(|(_, record)| {
                // What cannot be read is left to a version of the editor that can.
                saved::read_version_line(record).map_or(true, |line| line.name.is_some())
            }),
            Err(_) => Some(true),
        };
        if self.keeping.desk(|desk| desk.versions.kept.is_none()) == Some(true) {
            let Ok(numbers) = database.numbers(Store::Versions, owner.workspace).await else { return };
            let mut kept = Vec::new();
            // One after the other: together they may be as large as twenty workspaces.
            for number in numbers {
                kept.extend(is_named(number).await.map(|is_named| (number, is_named)));
            }
            self.keeping.desk(|desk| {
                for number in &desk.versions.made {
                    if kept.iter().all(|(own, _)| own != number) {
                        kept.push((*number, false));
                    }
                }
                kept.sort_unstable();
                desk.versions.kept = Some(kept);
            });
        }
        for number in self.keeping.desk(|desk| desk.versions.surplus()).unwrap_or_default() {
            // It may have got a name since.
            let may_go = is_named(number).await != Some(true);
            let is_same = self.keeping.desk(|desk| {
                let is_same = desk.storage.as_ref().is_some_and(|(_, own)| *own == owner);
                match (is_same, may_go) {
                    (true, true) => desk.versions.remove(number),
                    _ => desk.versions.forget_known(),
                }
                is_same
            });
            if is_same != Some(true) {
                return;
            }
        }
        self.write_quietly();
    }
}
