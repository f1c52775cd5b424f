//! What the bar says of what is kept, in two lines.

mod band;

pub use self::band::{Band, Way};
use super::{Holder, Saved, Session, Trouble};
use crate::browser::clock;

/// What the bar says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lines {
    /// Whether it is kept.
    pub first: String,
    /// Whether it has left the page.
    pub second: String,
    /// What else is to be known.
    pub hint: String,
    /// Which sign stands before them.
    pub sign: Sign,
}

/// A sign before the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// None.
    Plain,
    /// It can be read only.
    Locked,
    /// Something is the matter.
    Trouble,
}

impl Session {
    /// What the bar says, now and whenever that changes.
    pub fn kept_lines(self) -> Lines {
        let state = self.keeping.state();
        let exported = self.exported_at();
        let is_unexported = self.is_unexported();
        let last_export = || match exported {
            Some(at) => format!("last export {}", clock::moment_in_short(at)),
            None => "not exported yet".to_owned(),
        };
        let band = || state.band().map(|band| band.what).unwrap_or_default();
        let locked = |first: &str, second, hint| Lines { first: first.to_owned(), second, hint, sign: Sign::Locked };
        let trouble = |first, second| Lines { first, second, hint: band(), sign: Sign::Trouble };
        match (state.holder, state.saved, &state.trouble) {
            (_, _, Some(Trouble::Deleted)) => {
                return trouble("Nothing is kept".to_owned(), "the workspace was deleted".to_owned());
            }
            (Holder::Other(0), Saved::At(at) | Saved::Waiting(at), _) => {
                let hint = format!("The other tab has kept it {}", clock::moment(at));
                return locked(
                    "Read only in this tab",
                    format!("kept by the other {}", clock::moment_in_short(at)),
                    hint,
                );
            }
            (Holder::Other(0), Saved::Nothing, _) => {
                return locked("Read only in this tab", "kept by the other".to_owned(), band());
            }
            (Holder::Other(count), ..) => {
                return trouble(format!("Not kept: {}", band::edits(count)), "read only in this tab".to_owned());
            }
            (Holder::Newer, ..) => return locked("Read only", "kept by a newer version".to_owned(), band()),
            (Holder::Own, Saved::Nothing, _) => return trouble("Nothing is kept".to_owned(), last_export()),
            (Holder::Own, Saved::At(at) | Saved::Waiting(at), Some(why)) => {
                let first = format!("Not kept since {}", clock::moment_in_short(at));
                let is_full = *why == Trouble::Full;
                return trouble(first, if is_full { "browser storage is full".to_owned() } else { last_export() });
            }
            (Holder::Own, Saved::At(_) | Saved::Waiting(_), None) => {}
        }
        let (first, kept) = match state.saved {
            Saved::At(at) => {
                let first = match self.is_typing_told() {
                    true => "Open field: not kept yet".to_owned(),
                    false => format!("Kept in this browser {}", clock::moment_in_short(at)),
                };
                (first, format!("Kept {}. ", clock::moment(at)))
            }
            _ => ("Keeping \u{2026}".to_owned(), String::new()),
        };
        let is_spared = state.is_spared == Some(true);
        let second = match (is_unexported, exported, is_spared) {
            (true, Some(at), _) => format!("not exported since {}", clock::moment_in_short(at)),
            (true, None, _) => "not exported yet".to_owned(),
            (false, _, false) => "may be gone at log-off".to_owned(),
            (false, Some(at), true) => format!("exported {}", clock::moment_in_short(at)),
            (false, None, true) => String::new(),
        };
        let spared = match is_spared {
            true => "The browser spares what is kept here when its disk is short.",
            false => "What is kept here may be gone at log-off, or when the browser\u{2019}s disk is short.",
        };
        Lines { first, second, hint: format!("{kept}{spared}"), sign: Sign::Plain }
    }
}
