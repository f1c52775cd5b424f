//! What the picker shows and has open, and what its keys do.

use leptos::{ev, prelude::*};

use super::super::session::Session;
use crate::browser::{cells, page, scrolling};
use presence_profile_core::{
    editor::{
        arranging::{Arrangement, Start},
        place::ProfileId,
    },
    source::lowercase,
};

/// The picker, open or not.
#[derive(Clone, Copy)]
pub struct Picker {
    pub(super) session: Session,
    pub(super) is_open: RwSignal<bool>,
    /// What is looked for.
    pub(super) wanted: RwSignal<String>,
    /// The profile that was marked, and the one that was open then: where another one is open since, that one is marked.
    marked: RwSignal<(ProfileId, ProfileId)>,
    /// The profile whose name is being written.
    pub(super) naming: RwSignal<Option<ProfileId>>,
    /// The profiles that are listed, in their order.
    pub(super) listed: Memo<Vec<ProfileId>>,
    /// The one of them that is marked.
    pub(super) at: Memo<Option<ProfileId>>,
}

/// How far Page Up and Page Down go.
const PAGE: isize = 8;

impl Picker {
    /// A closed picker.
    pub fn new(session: Session) -> Picker {
        let (wanted, is_open) = (RwSignal::new(String::new()), RwSignal::new(false));
        let open = session.looked_at_untracked();
        let marked = RwSignal::new((open, open));
        let listed = Memo::new(move |_| {
            if !is_open.get() {
                return Vec::new();
            }
            let wanted = lowercase::lowered(wanted.get().trim());
            session.workspace(|workspace| {
                let is_wanted = |name: &str| lowercase::lowered(name).contains(&wanted);
                let own = workspace.profiles.iter().filter(|profile| is_wanted(&profile.name));
                own.map(|profile| profile.id).collect::<Vec<_>>()
            })
        });
        let at = Memo::new(move |_| {
            let (marked, open_then) = marked.get();
            let open = session.looked_at();
            let marked = if open == open_then { marked } else { open };
            listed.with(|listed| if listed.contains(&marked) { Some(marked) } else { listed.first().copied() })
        });
        Picker { session, is_open, wanted, marked, naming: RwSignal::new(None), listed, at }
    }

    /// Opens it, the open profile marked.
    pub fn open(self) {
        self.wanted.set(String::new());
        self.is_open.set(true);
        self.mark(self.session.looked_at_untracked());
    }

    /// Closes it; a name that is being written is taken, as by whatever else leaves its field.
    pub fn close(self) {
        page::leave(".picker__field");
        self.naming.set(None);
        self.is_open.set(false);
    }

    /// Closes it, and goes back to where it hangs.
    pub fn leave(self) {
        self.close();
        cells::after_rendering(|| page::focus_id("profiles-open"));
    }

    /// Looks for a name; what comes nearest to it is marked: the name itself, else one that begins so.
    pub fn look_for(self, wanted: String) {
        let small = lowercase::lowered(wanted.trim());
        self.wanted.set(wanted);
        let listed = self.listed.get_untracked();
        let nearest = self.session.workspace_untracked(|workspace| {
            let own = workspace.profiles.iter().filter(|profile| listed.contains(&profile.id));
            let names: Vec<_> = own.map(|profile| (profile.id, lowercase::lowered(&profile.name))).collect();
            let is_it = names.iter().find(|(_, name)| *name == small);
            is_it
                .or_else(|| names.iter().find(|(_, name)| name.starts_with(&small)))
                .or(names.first())
                .map(|(id, _)| *id)
        });
        let open = self.session.looked_at_untracked();
        if let Some(nearest) = if small.is_empty() { Some(open) } else { nearest } {
            self.mark(nearest);
        }
    }

    /// Marks a profile.
    pub fn mark(self, profile: ProfileId) {
        self.marked.set((profile, self.session.looked_at_untracked()));
        self.reveal();
    }

    /// Brings the line that is marked into view.
    pub fn reveal(self) {
        cells::after_rendering(|| scrolling::item_in_list(".picker__row[aria-selected=true]", ".picker__list"));
    }

    /// Opens the profile that is marked.
    pub fn take(self) {
        if let Some(profile) = self.at.get_untracked() {
            self.take_profile(profile);
        }
    }

    /// Opens a profile.
    pub fn take_profile(self, profile: ProfileId) {
        page::leave(".picker__field");
        self.session.look_at(profile);
        let name = self.session.with_profile_untracked(|profile| profile.name.clone());
        self.leave();
        self.session.tell(&format!("Opened profile {name}"));
    }

    /// Writes the name of the profile that is marked.
    pub fn name(self) {
        if let Some(profile) = self.at.get_untracked().filter(|_| self.session.may_change()) {
            self.naming.set(Some(profile));
        }
    }

    /// A profile has its name; it is in sight, whatever was looked for.
    pub fn named(self, profile: ProfileId) {
        self.naming.set(None);
        self.wanted.set(String::new());
        self.mark(profile);
    }

    /// Adds a profile, opens it, and has its name written.
    pub fn add(self, start: Start) {
        let behind = self.at.get_untracked().unwrap_or(self.session.looked_at_untracked());
        if self.session.arrange(&Arrangement::Add { start, behind }) {
            let profile = self.session.looked_at_untracked();
            self.wanted.set(String::new());
            self.mark(profile);
            self.naming.set(Some(profile));
        }
    }

    /// Deletes the profile that is marked.
    pub fn delete(self) {
        let Some(profile) = self.at.get_untracked() else { return };
        let listed = self.listed.get_untracked();
        let at = listed.iter().position(|own| *own == profile).unwrap_or_default();
        let next = listed.get(at + 1).or_else(|| listed.get(at.checked_sub(1)?)).copied();
        if self.session.arrange(&Arrangement::Delete(profile)) {
            self.wanted.set(String::new());
            self.mark(next.unwrap_or(self.session.looked_at_untracked()));
            self.find();
        }
    }

    /// Moves the profile that is marked among the others.
    pub fn shift(self, by: isize) {
        if let Some(profile) = self.at.get_untracked() {
            self.session.arrange(&Arrangement::Move { profile, by });
            self.mark(profile);
        }
    }

    /// Goes to the field of the search.
    pub fn find(self) {
        cells::after_rendering(|| page::focus_id("profiles-find"));
    }

    /// Marks another line, by so many lines.
    pub fn step(self, by: isize) {
        let at = self.at.get_untracked();
        let next = self.listed.with_untracked(|listed| {
            let last = listed.len().checked_sub(1)?;
            let at = listed.iter().position(|own| Some(*own) == at).unwrap_or_default();
            listed.get(at.saturating_add_signed(by).min(last)).copied()
        });
        if let Some(next) = next {
            self.mark(next);
        }
    }

    /// The keys of the picker, wherever in it the focus is.
    pub(super) fn on_key(self, event: &ev::KeyboardEvent) {
        if event.is_composing() || self.naming.with_untracked(Option::is_some) {
            return;
        }
        let is_plain = !event.ctrl_key() && !event.meta_key();
        let is_find = page::focused().is_some_and(|focused| focused.id() == "profiles-find");
        match (event.key().as_str(), event.alt_key()) {
            ("Escape", _) => {
                self.leave();
                event.stop_propagation();
            }
            ("F2", false) => self.name(),
            ("ArrowUp", true) => self.shift(-1),
            ("ArrowDown", true) => self.shift(1),
            ("ArrowUp", false) if is_find && is_plain => self.step(-1),
            ("ArrowDown", false) if is_find && is_plain => self.step(1),
            ("PageUp", false) if is_find && is_plain => self.step(-PAGE),
            ("PageDown", false) if is_find && is_plain => self.step(PAGE),
            ("Enter", false) if is_find && is_plain => self.take(),
            _ => return,
        }
        event.prevent_default();
    }
}
