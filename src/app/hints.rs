//! The hints of the first minute, each in the head of the panel it is about.

use leptos::prelude::*;

use super::{session::Session, shape};
use crate::browser::{cells, habits, page};
use presence_profile_core::editor::hints::{Followed, Glance, Hint};

/// The name under which the browser remembers which hints were followed.
const HABIT: &str = "hints";

/// Which hint is shown.
#[derive(Clone, Copy)]
pub struct Hints {
    /// Which are not wanted, and how often all of them were asked for again.
    dismissed: RwSignal<(u64, Followed)>,
    next: Memo<Option<Hint>>,
}

/// What was followed so far since all of them were asked for last, and what the profile looked like.
#[derive(Clone, PartialEq)]
struct Seen {
    round: u64,
    followed: Followed,
    glance: Glance,
}

impl Hints {
    /// Those that are left of the visits before; none but on the guide's example.
    pub fn new(session: Session) -> Hints {
        let stored = habits::recall(HABIT);
        let is_example = session.with_profile_untracked(|profile| {
            let example = presence_profile_core::editor::workspace::Workspace::example();
            example.profiles.first().is_some_and(|own| own.options == profile.options && own.xml == profile.xml)
        });
        let begun = stored.as_deref().map(Followed::read);
        let first = begun.unwrap_or(if is_example { Followed::default() } else { Followed::ALL });
        let dismissed = RwSignal::new((0, first));
        let seen = Memo::new(move |before: Option<&Seen>| {
            let (round, _) = dismissed.get();
            let glance = session.analysis.with(|read| session.with_profile(|profile| Glance::of(profile, &read.0)));
            let followed = match before.filter(|before| before.round == round) {
                Some(before) => before.followed.and(before.glance.followed(&glance)),
                None => Followed::default(),
            };
            Seen { round, followed, glance }
        });
        let has_file = Memo::new(move |_| {
            session.workspace(|workspace| {
                workspace
                    .profiles
                    .iter()
                    .any(|profile| profile.choices.file_name.is_some() || profile.choices.opened != 0)
            })
        });
        let done = Memo::new(move |_| match has_file.get() {
            true => Followed::ALL,
            false => dismissed.get().1.and(seen.with(|seen| seen.followed)),
        });
        // The browser is told what it is to remember.
        Effect::new(move |before: Option<Followed>| {
            let done = done.get();
            if before.is_some_and(|before| before != done) {
                habits::remember(HABIT, &done.write());
            }
            done
        });
        let next = Memo::new(move |_| done.get().next().filter(|_| session.read_only.with(Option::is_none)));
        Hints { dismissed, next }
    }

    /// The one of the page a component is on.
    pub fn current() -> Hints {
        use_context::<Hints>().expect("the page provides its hints")
    }

    /// A hint is not wanted any more.
    fn dismiss(self, hint: Hint) {
        self.dismissed.update(|(_, followed)| *followed = followed.with(hint));
    }

    /// Shows all hints again, from the first.
    pub fn show_again(self) {
        self.dismissed.update(|(round, followed)| (*round, *followed) = (*round + 1, Followed::default()));
        habits::remember(HABIT, "");
    }

    /// Why the hints cannot be shown again now, if so.
    pub fn cannot_show_again(self, session: Session) -> Option<&'static str> {
        let has_file = session.workspace(|workspace| {
            workspace.profiles.iter().any(|profile| profile.choices.file_name.is_some() || profile.choices.opened != 0)
        });
        match (has_file, session.is_pull()) {
            (true, _) => Some("The hints are for the guide's example, and a file has been opened"),
            (_, true) => Some("The hints are about push mode"),
            _ => None,
        }
    }
}

/// A hint, where it is its turn; the `back` that a selector finds takes the focus of its button.
#[component]
pub fn HintHere(hint: Hint, back: &'static str) -> impl IntoView {
    let hints = Hints::current();
    let dismiss = move |_| {
        hints.dismiss(hint);
        cells::after_rendering(move || page::focus_if_lost(back));
    };
    move || {
        (hints.next.get() == Some(hint)).then(|| {
            view! {
                <span class="hint-room">
                    <span class="hint" role="note" aria-label=format!("Hint {} of {}", hint as usize + 1, Hint::ALL.len())>
                        <span class="hint__words">{hint.words()}</span>
                        <button class="button button--bare button--icon hint__dismiss" type="button" aria-label="Dismiss this hint" title="Dismiss this hint"
                            on:click=dismiss>{shape::tool("remove")}</button>
                    </span>
                </span>
            }
        })
    }
}
