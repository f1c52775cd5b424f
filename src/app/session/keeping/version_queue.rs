//! The versions of the workspace that this page knows of, and what of them is not on the disk.

use super::versions::Moment;
use crate::browser::{
    clock,
    database::{Put, Store},
};
use presence_profile_core::editor::{
    place::ProfileId,
    saved::{self, Cause, Version},
    versions,
    workspace::Workspace,
};

/// What is known of the versions of the workspace, and what of them is to be written.
#[derive(Debug)]
pub struct Versions {
    /// The workspace as the page found it, until something is done to it.
    pub(super) began: Option<Moment>,
    /// Those that are no records yet.
    pending: Vec<(u64, Version)>,
    /// What is not on the disk.
    waiting: Vec<Put>,
    /// The numbers of those that this page has made: whoever reads the storage meanwhile may miss them.
    pub(super) made: Vec<u64>,
    /// All by their numbers, each with whether it is kept for ever; `None` as long as they were not read.
    pub(super) kept: Option<Vec<(u64, bool)>>,
    /// The number of the last one of this page.
    last: u64,
    /// When the last one was kept, or the page began, in milliseconds since 1970.
    pub(super) at: f64,
    /// The last one of this page.
    latest: Option<(Cause, String, Moment)>,
}

impl Versions {
    /// None yet; the first that is due by the clock is so after an hour.
    pub fn new(now: f64) -> Versions {
        let (pending, waiting, made) = (Vec::new(), Vec::new(), Vec::new());
        Versions { began: None, pending, waiting, made, kept: None, last: 0, at: now, latest: None }
    }

    /// The first act keeps the workspace as it is before it.
    pub fn begin_with(&mut self, workspace: &Workspace, highest: ProfileId) {
        self.began = Some(Moment { workspace: workspace.clone(), highest });
    }

    /// What the page found is not what the first act is done to.
    pub fn begin_without(&mut self) {
        self.began = None;
    }

    /// What is not on the disk.
    pub fn waiting(&self) -> &[Put] {
        &self.waiting
    }

    /// So many of what was waiting are on the disk.
    pub fn written(&mut self, count: usize) {
        self.waiting.drain(..count.min(self.waiting.len()));
    }

    /// There is no room for those that are not on the disk.
    pub fn give_up(&mut self) {
        for put in self.waiting.drain(..) {
            if let Put::Record(_, number, _) = put {
                self.made.retain(|own| *own != number);
            }
        }
        self.kept = None;
    }

    /// Whether all are on the disk.
    pub fn is_written(&self) -> bool {
        self.pending.is_empty() && self.waiting.is_empty()
    }

    /// Something else was written to them than what waits here.
    pub fn forget_known(&mut self) {
        self.kept = None;
    }

    pub(super) fn add(&mut self, moment: Moment, cause: Cause, what: &str) {
        let is_same =
            |(last, of, latest): &(Cause, String, Moment)| *last == cause && of == what && latest.is_same(&moment);
        if self.latest.as_ref().is_some_and(is_same) {
            return;
        }
        // The first act of a visit has a reason of its own.
        let is_begun =
            self.latest.as_ref().is_some_and(|(last, _, latest)| *last == Cause::Begun && latest.is_same(&moment));
        if let Some((_, begun)) = self.pending.last_mut().filter(|_| is_begun) {
            (begun.cause, begun.what) = (cause, what.to_owned());
            self.latest = Some((cause, what.to_owned(), moment));
            return;
        }
        let at = clock::now();
        // A number that grows, and that no version of another visit has.
        self.last = (at.max(0.0) as u64).max(self.last + 1);
        self.at = at;
        let snapshot = moment.snapshot();
        self.pending.push((self.last, Version { at, cause, what: what.to_owned(), name: None, snapshot }));
        self.latest = Some((cause, what.to_owned(), moment));
    }

    pub(super) fn make_records(&mut self) {
        for (number, version) in std::mem::take(&mut self.pending) {
            self.waiting.push(Put::Record(Store::Versions, number, saved::version(&version)));
            self.made.push(number);
            if let Some(kept) = &mut self.kept {
                kept.push((number, false));
            }
        }
    }

    /// Those that are more than are kept, the oldest first.
    pub(super) fn surplus(&self) -> Vec<u64> {
        self.kept.as_ref().map(|kept| versions::surplus(kept)).unwrap_or_default()
    }

    pub(super) fn remove(&mut self, number: u64) {
        self.made.retain(|own| *own != number);
        if let Some(kept) = &mut self.kept {
            kept.retain(|(own, _)| *own != number);
        }
        self.waiting.push(Put::Remove(Store::Versions, number, number));
    }
}
