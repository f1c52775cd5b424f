//! What is looked at, and what has left the page, as records of the storage.

use std::time::Duration;

use leptos::{ev, leptos_dom::helpers::TimeoutHandle, prelude::*};

use super::{Holder, Session};
use crate::{
    app::{
        session::progress::Progress,
        start::{Heard, focus},
    },
    browser::{cells, page},
};
use presence_profile_core::editor::saved::{self, View};

/// How long the eye rests before it is noted what it rests on.
const REST: Duration = Duration::from_millis(500);

impl Session {
    /// Notes what is looked at whenever that changes, and gives the workspace back when the page goes.
    pub(super) fn watch_view(self) {
        let resting = StoredValue::new(None::<TimeoutHandle>);
        Effect::new(move |is_later: Option<()>| {
            self.track_view();
            if is_later.is_none() {
                return;
            }
            if let Some(resting) = resting.get_value() {
                resting.clear();
            }
            resting.set_value(set_timeout_with_handle(move || self.note_view(), REST).ok());
        });
        let hide = window_event_listener(ev::Custom::<web_sys::Event>::new("pagehide"), move |_| {
            // Nobody is asked any more: what is open is taken.
            let was_open = focus::is_cell_open();
            page::settle();
            // What was taken may have moved the cell that has the focus.
            cells::after_rendering(move || cells::after_rendering(move || focus::remember(was_open)));
            self.part();
            self.put_versions();
            self.note_view();
            if let Some((database, owner)) = self.keeping.own_storage() {
                self.keeping.desk(|desk| desk.channel.say(Heard::Left(owner.workspace)));
                database.give_back(owner);
            }
        });
        let show = window_event_listener(ev::Custom::<web_sys::PageTransitionEvent>::new("pageshow"), move |event| {
            if event.persisted() {
                // What the page holds may be old: another tab may have worked on.
                page::reload();
            }
        });
        on_cleanup(move || {
            hide.remove();
            show.remove();
        });
    }

    fn note_view(self) {
        let may = self.keeping.state.try_with_untracked(|state| state.holder == Holder::Own);
        if may == Some(true) {
            self.keeping.desk(|desk| desk.notes.0 = true);
            self.write_quietly();
        }
    }

    /// What has left the page is another text now.
    pub(in crate::app::session) fn note_exported(self) {
        if self.keeping.with_untracked(|state| state.holder == Holder::Own) {
            self.keeping.desk(|desk| desk.notes.1 = true);
            self.write_quietly();
        }
    }

    pub(super) fn view_record(self) -> Vec<u8> {
        let profiles = self.profile_views();
        let Progress { ticks, is_by_stop } = self.progress.get_untracked();
        let page = self.page.get_untracked();
        saved::view(&View { looked_at: self.looked_at_untracked(), page, profiles, ticks, is_by_stop })
    }

    pub(super) fn exported_record(self) -> Option<Vec<u8>> {
        self.exported.try_with_untracked(|exported| saved::exported(exported.saved()))
    }
}
