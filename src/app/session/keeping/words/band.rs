//! What the band under the bar says where something is the matter, and the ways out of it.

use std::sync::Arc;

use super::super::{Holder, Saved, Session, State, Trouble};
use presence_profile_core::editor::saved::Unread;

/// What the band says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// What is the matter, in a few strong words.
    pub what: String,
    /// What that means.
    pub means: String,
    /// Whether it is a trouble, and not only something to know.
    pub is_trouble: bool,
    /// The ways out, the best first.
    pub ways: Vec<Way>,
}

/// A way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// Takes the workspace from the other tab.
    TakeOver,
    /// Keeps what this tab shows as a workspace of its own.
    OpenCopy,
    /// Shows what is kept, in the place of what this tab shows.
    ShowKept,
    /// Shows a workspace that has come late, and what it is called.
    OpenLate(u64, Arc<str>),
    /// Saves the workspace as a file.
    Download,
    /// The words were read.
    Dismiss,
}

impl Way {
    /// The words of its button.
    pub fn words(&self) -> String {
        match self {
            Way::TakeOver => "Take over".to_owned(),
            Way::OpenCopy => "Open a copy".to_owned(),
            Way::ShowKept => "Show what is kept".to_owned(),
            Way::OpenLate(_, name) => format!("Open {name}"),
            Way::Download => "Download workspace".to_owned(),
            Way::Dismiss => "Dismiss".to_owned(),
        }
    }
}

impl Band {
    fn new(what: impl Into<String>, means: impl Into<String>, is_trouble: bool, ways: &[Way]) -> Band {
        Band { what: what.into(), means: means.into(), is_trouble, ways: ways.to_vec() }
    }

    /// What is the matter with the storage; of a workspace of which something, or nothing, is kept.
    pub(in crate::app::session::keeping) fn of_trouble(trouble: &Trouble, is_any_kept: bool) -> Band {
        const LOSES: &str = "Closing this tab loses what was not exported.";
        let nothing = if is_any_kept { "what is done now is not kept" } else { "nothing is kept" };
        let (what, means) = match trouble {
            Trouble::Refused => (format!("The browser refuses storage here: {nothing}."), LOSES),
            Trouble::Silent if is_any_kept => (
                format!("The browser\u{2019}s storage does not answer: {nothing}."),
                "It is kept when the storage answers.",
            ),
            Trouble::Silent => (
                format!("The browser\u{2019}s storage does not answer: {nothing}."),
                "What is kept there is offered when it comes.",
            ),
            Trouble::Blocked => (
                format!("A tab with another version of the editor holds the storage: {nothing}."),
                "Close that tab: what is kept is offered then.",
            ),
            Trouble::Newer => (
                format!("A newer version of the editor has the storage of this browser: {nothing}."),
                "It is left untouched; reload the page to get that version.",
            ),
            Trouble::Cleared => {
                ("The browser\u{2019}s storage was cleared: nothing is kept any more.".to_owned(), LOSES)
            }
            Trouble::Taken => (
                format!("Another version of the editor has taken the storage: {nothing}."),
                "What was kept before is there; reload the page to get that version.",
            ),
            Trouble::Full => (
                format!("The browser\u{2019}s storage is full: {nothing}."),
                "Remove workspaces or versions, or free space on the disk.",
            ),
            Trouble::Erased => (
                "Everything was removed from this browser: nothing is kept any more.".to_owned(),
                "Closing this tab loses what it shows; reloading begins anew.",
            ),
            Trouble::Deleted => {
                let (what, means) =
                    ("This workspace was deleted.", "What this tab shows is kept nowhere; a copy keeps it.");
                return Band::new(what, means, true, &[Way::OpenCopy, Way::Download]);
            }
            Trouble::Broken(words) => {
                let what = format!("The browser does not keep what is done: {nothing}.");
                return Band::new(what, format!("It says: {words}"), true, &[Way::Download]);
            }
        };
        Band::new(what, means, true, &[Way::Download])
    }
}

impl State {
    /// What the band says; `None` where nothing is the matter.
    pub fn band(&self) -> Option<Band> {
        match (self.holder, &self.trouble, &self.late) {
            (_, Some(trouble @ Trouble::Deleted), _) => Some(Band::of_trouble(trouble, false)),
            (Holder::Other(0), ..) => Some(Band::new(
                match self.is_left {
                    true => "The tab that had this workspace is closed.",
                    false => "This workspace is open in another tab.",
                },
                "Here it can be read, copied and exported.",
                false,
                &[Way::TakeOver, Way::OpenCopy],
            )),
            (Holder::Other(count), ..) => Some(Band::new(
                "Another tab has taken this workspace.",
                format!("{} made here did not get into it; a copy keeps {}.", edits(count), them(count)),
                true,
                &[Way::OpenCopy, Way::ShowKept],
            )),
            (Holder::Newer, ..) => Some(Band::new(
                "A newer version of the editor has kept this workspace.",
                "It is left untouched; what this version can read of it is shown.",
                false,
                &[Way::OpenCopy, Way::Download],
            )),
            (Holder::Own, Some(trouble), ..) => Some(Band::of_trouble(trouble, self.saved != Saved::Nothing)),
            (Holder::Own, None, Some((workspace, name))) => Some(Band::new(
                format!("What was kept before has come: {name}."),
                "What was made here meanwhile is kept beside it.",
                false,
                &[Way::OpenLate(*workspace, name.clone()), Way::Dismiss],
            )),
            (Holder::Own, None, None) => self.of_start(),
        }
    }

    /// What could not be read when the page began.
    fn of_start(&self) -> Option<Band> {
        let (what, means) = match (&self.unread, self.lost) {
            (Some((name, Unread::Newer)), _) => (
                format!("{name} was kept by a newer version of the editor, and cannot be read."),
                "It is left untouched; this is a new workspace.",
            ),
            (Some((name, Unread::Damaged)), _) => (
                format!("{name} could not be read: the browser had stored it damaged."),
                "It is left untouched; this is a new workspace.",
            ),
            (None, 0) => return None,
            (None, 1) => ("The last act could not be read.".to_owned(), ONE_DAMAGED),
            (None, lost) => (format!("The last {lost} acts could not be read."), MANY_DAMAGED),
        };
        Some(Band::new(what, means, true, &[Way::Dismiss]))
    }
}

const ONE_DAMAGED: &str = "The browser had stored it damaged; all before it is here.";
const MANY_DAMAGED: &str = "The browser had stored them damaged; all before them is here.";

/// So many edits, in words.
pub(super) fn edits(count: usize) -> String {
    if count == 1 { "1 edit".to_owned() } else { format!("{count} edits") }
}

fn them(count: usize) -> &'static str {
    if count == 1 { "it" } else { "them" }
}

impl Session {
    /// The words of the band were read.
    pub fn dismiss_band(self) {
        self.keeping.set(|state| (state.unread, state.late, state.lost) = (None, None, 0));
    }
}
