//! Whether this tab may change the workspace now.

use leptos::prelude::*;

use super::Session;

impl Session {
    /// Whether this tab may change the workspace; says why not.
    pub fn may_change(self) -> bool {
        let refusal = self.keeping.refusal();
        if let Some(refusal) = refusal {
            self.notice.set(refusal.to_owned());
        }
        refusal.is_none()
    }

    /// Whether the steps of before are still being read.
    pub fn is_recalling(self) -> bool {
        self.keeping.with_untracked(|state| state.is_recalling)
    }

    /// Whether a step may be taken; the steps of before may not have come yet.
    pub(in crate::app::session) fn may_step(self, is_held: bool) -> bool {
        let is_recalling = !is_held && self.is_recalling();
        if is_recalling {
            self.notice.set("The steps of before are still being read".to_owned());
        }
        !is_recalling && self.may_change()
    }
}
