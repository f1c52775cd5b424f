//! What is wanted, and what becomes of it: the only writers of the history.

use leptos::prelude::*;

use super::{
    Page, Reveal, Session,
    looking::{PANELS, PANELS_OF_MODE, TEXTS},
    rescue_copy::remember,
};
use crate::browser::page;
use presence_profile_core::{
    editor::{
        analysis::Analysis,
        arranging::{self, Arrangement},
        change::Change,
        command::{Command, Wish},
        history::{Act, Done, History},
        place::{Place, ProfileId},
        planning,
        reassigning::{self, Reassign},
        refusal::Refusal,
        saved::Cause,
    },
    mapping::options::{Mode, ProfileOptions},
    source::text::Part,
};

impl Session {
    /// A command to the profile as it stands now, as a wish: it may wait, in a menu or an open cell.
    pub fn wish(self, command: Command) -> Wish {
        Wish { profile: self.profile.get_untracked(), revision: self.revision_untracked(), command }
    }

    /// Carries out what is wanted of the profile as it stands now. Returns whether it was granted.
    pub fn dispatch(self, command: Command) -> bool {
        self.grant(&self.wish(command))
    }

    /// The same, and calls the step by what was done.
    pub fn dispatch_as(self, command: Command, words: String) -> bool {
        let wish = self.wish(command);
        self.rescue_first(&wish);
        let planned = self.plan(&wish).map(|change| Change { label: words, ..change });
        self.carry(planned, |change| change.label.clone())
    }

    /// Carries out a wish, or says in the status line why not. Returns whether it was granted.
    pub fn grant(self, wish: &Wish) -> bool {
        self.rescue_first(wish);
        let planned = self.plan(wish);
        let typed = matches!(
            wish.command,
            Command::Type { .. } | Command::Key(_) | Command::TypeRanges(_) | Command::SetRange { sliding: true, .. }
        );
        self.carry(planned, |change| if typed { String::new() } else { change.label.clone() })
    }

    fn plan(self, wish: &Wish) -> Result<Change, Refusal> {
        self.history.with_untracked(|history| {
            // What was wanted of a profile that is no longer looked at is read for this once.
            let is_looked_at = wish.profile == self.profile.get_untracked();
            let is_there = history.present().profile(wish.profile).is_some();
            match is_there && !is_looked_at {
                true => planning::plan(history, &Analysis::in_workspace(history.present(), wish.profile), wish),
                false => self.analysis.with_untracked(|read| planning::plan(history, &read.0, wish)),
            }
        })
    }

    /// Carries out what is wanted of the list of profiles, and looks at what comes of it. Returns whether it was granted.
    pub fn arrange(self, wish: &Arrangement) -> bool {
        let planned = self.history.with_untracked(|history| arranging::plan(history, wish));
        let new = planned.as_ref().ok().and_then(|change| change.list.as_ref()?.put.first().map(|profile| profile.id));
        let gone = match wish {
            Arrangement::Delete(profile) => self.workspace_untracked(|workspace| {
                workspace.profile(*profile).map(|profile| (self.moment(), profile.name.clone()))
            }),
            _ => None,
        };
        let is_granted = self.carry(planned, |change| change.label.clone());
        if let Some((moment, name)) = gone.filter(|_| is_granted) {
            self.keep_version(moment, Cause::BeforeDeletion, &name);
        }
        if let Some(new) = new.filter(|_| is_granted) {
            self.look_at(new);
        }
        is_granted
    }

    /// Carries out what is wanted of the assignment. Returns whether it was granted.
    pub fn reassign(self, wish: &Reassign) -> bool {
        let planned = self.workspace_untracked(|workspace| reassigning::plan(workspace, wish));
        self.carry(planned, |change| change.label.clone())
    }

    pub(super) fn carry(self, planned: Result<Change, Refusal>, words: impl FnOnce(&Change) -> String) -> bool {
        match planned {
            Ok(change) if change.is_empty() => true,
            _ if !self.may_change() => false,
            Ok(change) => {
                let words = words(&change);
                let act = self.history.with_untracked(|history| history.commitment(change));
                self.act(act, |_| None);
                self.notice.set(words);
                true
            }
            Err(refusal) => {
                self.refuse(refusal.to_string());
                false
            }
        }
    }

    /// Takes the last step back and shows where it was.
    pub fn undo(self) {
        if !self.may_step(self.with_history_untracked(|history| history.undo_label().is_some())) {
            return;
        }
        let is_in_text = page::focused_in(TEXTS).is_some();
        let change = self.act(Act::Undo, Change::main_profile);
        self.arrive(change, "Undone", is_in_text);
    }

    /// Does the last undone step again and shows where it is.
    pub fn redo(self) {
        if !self.may_step(self.with_history_untracked(|history| history.redo_label().is_some())) {
            return;
        }
        let is_in_text = page::focused_in(TEXTS).is_some();
        let change = self.act(Act::Redo, Change::main_profile);
        self.arrive(change, "Redone", is_in_text);
    }

    /// The next keystroke begins a step of its own.
    pub fn seal(self) {
        self.history.update_untracked(History::seal);
    }

    /// Does what an act says; the change that did it. `look_at` says which profile is looked at afterwards, if another
    /// one is; where that is gone, it is its neighbour.
    fn act(self, act: Act, look_at: impl FnOnce(&Change) -> Option<ProfileId>) -> Option<Change> {
        self.make_way(&act);
        let done = act.done();
        self.run(done == Done::Undo, look_at, |history| {
            let change = history.act(act).cloned()?;
            Some((change, Some(done)))
        })
    }

    /// Does what another tab did.
    pub(super) fn follow(self, done: Done, change: Change) {
        self.run(
            done == Done::Undo,
            |_| None,
            |history| {
                history.replay(done, change);
                Some((history.latest().cloned()?, None))
            },
        );
    }

    /// Changes the history; what of it this tab has done is kept.
    fn run(
        self,
        is_back: bool,
        look_at: impl FnOnce(&Change) -> Option<ProfileId>,
        act: impl FnOnce(&mut History) -> Option<(Change, Option<Done>)>,
    ) -> Option<Change> {
        let before = self.workspace_untracked(|workspace| workspace.profiles.clone());
        let (change, done) = self.history.try_update_untracked(act).flatten().unzip();
        let looked_at = self.profile.get_untracked();
        let now = self.workspace_untracked(|workspace| {
            let is_there = |id: &ProfileId| workspace.profile(*id).is_some();
            let wanted = change.as_ref().and_then(look_at).filter(is_there);
            let now = wanted.or(Some(looked_at).filter(is_there));
            let now = now.unwrap_or_else(|| arranging::neighbour(&before, workspace, looked_at, is_back));
            // Before anything reads and judges the texts: what breaks the program must not be lost with it.
            remember(workspace, now, None);
            now
        });
        if let (Some(change), Some(Some(done))) = (&change, done) {
            self.keep_act(done, change);
        }
        // Nobody is told of one before the other is there too.
        self.profile.update_untracked(|profile| *profile = now);
        self.history.notify();
        if now != looked_at {
            self.profile.notify();
        }
        self.judge_others();
        change
    }

    /// Where an act brings other panels, what has the focus in those that go loses it while it still can take what it holds.
    fn make_way(self, act: &Act) {
        let looked_at = self.profile.get_untracked();
        let gone = self.history.with_untracked(|history| {
            let change = history.upcoming(act)?;
            let other = Some(change).filter(|_| !matches!(act, Act::Commit { .. })).and_then(Change::main_profile);
            if change.list.is_some() || other.is_some_and(|other| other != looked_at) {
                return Some(PANELS);
            }
            let edits = change.edits(Place { profile: looked_at, part: Part::Options })?;
            // Only then it matters whether they go.
            page::focused_in(PANELS_OF_MODE)?;
            let after = edits.apply(&history.present().profile(looked_at)?.options);
            let is_pull = ProfileOptions::read(&after).mode == Mode::Pull;
            (is_pull != (self.mode.get_untracked() == Mode::Pull)).then_some(PANELS_OF_MODE)
        });
        if let Some(gone) = gone {
            page::leave(gone);
        }
    }

    /// The text a step was in comes to the front for whoever is in a text; a hand in a table finds them as they were.
    fn arrive(self, change: Option<Change>, what: &str, is_in_text: bool) {
        let Some(change) = change else { return };
        self.steps.update(|steps| *steps += 1);
        let is_one = self.workspace_untracked(|workspace| workspace.profiles.len() == 1);
        let name = self.with_profile_untracked(|profile| profile.name.clone());
        let stays = matches!(self.page.get_untracked(), Page::Changes | Page::GoLive);
        let is_assignment = change.assigned.is_some() && change.main_profile().is_none();
        match change.main_profile().filter(|_| !is_one) {
            // How many problems the profile in view has says nothing of it.
            _ if is_assignment => self.notice.set(format!("{what}: {}", change.label)),
            Some(_) => self.tell(&format!("{what} in {name}: {}", change.label)),
            None if is_one => self.tell(&format!("{what}: {}", change.label)),
            None => self.notice.set(format!("{what}: {}", change.label)),
        }
        let is_in_profile = !change.texts.is_empty() || !change.choices.is_empty();
        match (is_in_profile, is_assignment) {
            // There, one sees what was taken back.
            _ if stays => {}
            (true, _) => self.turn_to(Page::Editor),
            (false, true) => self.turn_to(Page::Assignment),
            // Profiles that came, went or have another name are on both pages.
            (false, false) => {}
        }
        let reassigned = change.assigned.as_ref().and_then(|assigned| assigned.extensions.first());
        if let Some((number, _)) = reassigned.filter(|_| is_assignment) {
            self.asked.ask_row(number);
        }
        let Some(place) = change.main_place() else { return };
        let Some(span) = change.edits(place).and_then(|edits| edits.touched()) else { return };
        self.select_in(place.part, span);
        if is_in_text || self.pane_untracked() == place.part {
            self.show(Reveal { place, span, select: false });
        }
    }
}
