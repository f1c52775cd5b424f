//! What the status line says of what was refused, until that is settled, and of what ends late.

use leptos::prelude::*;

use super::Session;

/// What was said last, by its kind: the status line holds it as long as nothing else is said.
#[derive(Debug, Clone, Default)]
pub(super) struct Told {
    refused: String,
    late: String,
}

/// Something that ends later, and what stood in the status line when it began.
pub struct Later {
    session: Session,
    said: String,
    revision: u64,
}

impl Session {
    /// Says why something was refused.
    pub fn refuse(self, words: String) {
        self.told.update_value(|told| told.refused.clone_from(&words));
        self.notice.set(words);
    }

    /// Says, beside what happened, why something else stays refused.
    pub fn refuse_also(self, words: &str) {
        self.told.update_value(|told| words.clone_into(&mut told.refused));
        self.notice.update(|notice| *notice = beside(notice, words));
    }

    /// What was refused last is not wanted any more: nothing is said of it from now on. Whether anything was.
    pub fn settle_refusal(self) -> bool {
        let refused = self.told.try_update_value(|told| std::mem::take(&mut told.refused)).unwrap_or_default();
        let said = self.notice.get_untracked();
        let rest = without(&said, &refused);
        let was_said = rest != said;
        if was_said {
            self.notice.set(rest.to_owned());
        }
        was_said
    }

    /// Whether what is said is what the last step did: the way back stands beside it.
    pub fn has_just_done(self) -> bool {
        self.notice.with(|notice| {
            !notice.is_empty() && self.history.with(|history| history.undo_label() == Some(notice.as_str()))
        })
    }

    /// Something begins that ends later.
    pub fn later(self) -> Later {
        Later { session: self, said: self.notice.get_untracked(), revision: self.revision_untracked() }
    }
}

impl Later {
    /// Says how it ended; what happened since is said still.
    pub fn say(self, words: &str) {
        let Later { session, said, revision } = self;
        let late = session.told.try_update_value(|told| std::mem::replace(&mut told.late, words.to_owned()));
        let late = late.unwrap_or_default();
        let now = session.notice.get_untracked();
        let (said, now) = (without(&said, &late), without(&now, &late));
        let is_as_before = said == now && session.revision_untracked() == revision;
        session.notice.set(if is_as_before { words.to_owned() } else { beside(now, words) });
    }
}

fn beside(said: &str, words: &str) -> String {
    if said.is_empty() { words.to_owned() } else { format!("{said}; {words}") }
}

/// What was said without words that were said last.
fn without<'a>(said: &'a str, words: &str) -> &'a str {
    match said.strip_suffix(words) {
        Some(rest) if !words.is_empty() => rest.strip_suffix("; ").unwrap_or(rest),
        _ => said,
    }
}
