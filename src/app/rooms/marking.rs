//! What is marked in the two lists of the dialog.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use super::{super::session::keeping::listing::Line, state::Rooms};
use crate::browser::{cells, scrolling};
use presence_profile_core::editor::saved::VersionLine;

impl Rooms {
    /// Marks a workspace.
    pub(super) fn mark(self, workspace: Option<u64>) {
        if self.marked.get_untracked() == workspace {
            return;
        }
        self.said.set(String::new());
        self.only_for_good.set_value(None);
        self.marked.set(workspace);
        self.versions.set(Arc::default());
        self.unread.set(0);
        self.mark_version(None);
        cells::after_rendering(|| scrolling::item_in_list(".rooms__workspace[aria-selected=true]", ".rooms__list"));
        spawn_local(self.look_at_versions());
    }

    /// Marks a version.
    pub(super) fn mark_version(self, version: Option<u64>) {
        if self.version.get_untracked() != version {
            self.version.set(version);
            self.compared.set(None);
            cells::after_rendering(|| {
                scrolling::item_in_list(".rooms__version[aria-selected=true]", ".rooms__versions")
            });
            spawn_local(self.compare());
        }
    }

    /// The line of the workspace that is marked, now and whenever that changes.
    pub(super) fn marked_line(self) -> Option<Line> {
        let marked = self.marked.get()?;
        self.lines.with(|lines| lines.iter().find(|line| line.workspace == marked).cloned())
    }

    /// The line of the version that is marked, now and whenever that changes.
    pub(super) fn marked_version(self) -> Option<(u64, VersionLine)> {
        let marked = self.version.get()?;
        self.versions.with(|versions| versions.iter().find(|(number, _)| *number == marked).cloned())
    }
}
