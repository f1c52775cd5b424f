//! The record of how a workspace is looked at.

use serde::{Deserialize, Serialize};

use super::{
    Unread,
    envelope::{self, Kind},
    places::{SavedEntry, SavedPart},
    shown_texts::SavedTexts,
};
use crate::{
    editor::{
        place::{EntryPlace, ProfileId},
        shown_texts::{columns::ColumnsView, filter::EntryFilter},
    },
    mapping::{lcid::Lcid, states::StateNumber},
    source::text::Part,
};

/// How a workspace is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// The profile that is looked at.
    pub looked_at: ProfileId,
    /// The page that is in front.
    pub page: Page,
    /// How each profile was looked at last.
    pub profiles: Vec<(ProfileId, ProfileView)>,
    /// The steps of going live that are done, by what they do.
    pub ticks: Vec<String>,
    /// Whether a change without a safe order goes live while T-Server is stopped.
    pub is_by_stop: bool,
}

/// A page of the top tabs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Page {
    /// One profile.
    #[default]
    Editor,
    /// Which profile applies.
    Assignment,
    /// What is different from what T-Server has.
    Changes,
    /// How that goes live.
    GoLive,
}

impl Page {
    /// In the order of the tabs.
    pub const ALL: [Page; 4] = [Page::Editor, Page::Assignment, Page::Changes, Page::GoLive];

    /// What its tab is called.
    pub fn name(self) -> &'static str {
        match self {
            Page::Editor => "Editor",
            Page::Assignment => "Assignment",
            Page::Changes => "Changes",
            Page::GoLive => "Go live",
        }
    }
}

/// How a profile is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfileView {
    /// The language of the previews.
    pub viewer: Lcid,
    /// The pane in front in push mode.
    pub push: Part,
    /// The pane in front in pull mode.
    pub pull: Part,
    /// The row that is selected.
    pub row: StateNumber,
    /// The entry that is selected.
    pub entry: Option<EntryPlace>,
    /// Which languages are seen, and beside which one.
    pub columns: ColumnsView,
    /// Which entries are looked for.
    pub filter: EntryFilter,
}

#[derive(Serialize, Deserialize)]
struct SavedView<'a> {
    looked_at: u64,
    is_assignment: bool,
    #[serde(borrow)]
    profiles: Vec<(u64, SavedProfileView<'a>)>,
}

/// What stands behind since version 2.
#[derive(Default, Serialize, Deserialize)]
struct SavedGoing<'a> {
    page: SavedPage,
    #[serde(borrow)]
    ticks: Vec<&'a str>,
    is_by_stop: bool,
}

/// A page beside those that version 1 knew. The order is stored.
#[derive(Default, Serialize, Deserialize)]
enum SavedPage {
    #[default]
    Known,
    Changes,
    GoLive,
}

#[derive(Serialize, Deserialize)]
struct SavedProfileView<'a> {
    viewer: u32,
    push: SavedPart,
    pull: SavedPart,
    row: u8,
    #[serde(borrow)]
    entry: Option<SavedEntry<'a>>,
}

/// The record of a view.
pub fn view(view: &View) -> Vec<u8> {
    let View { looked_at, page, profiles, ticks, is_by_stop } = view;
    let texts: Vec<_> = profiles.iter().map(|(_, view)| SavedTexts::of(&view.columns, view.filter)).collect();
    let profiles = profiles.iter().map(|(id, view)| (id.number(), SavedProfileView::of(view)));
    let saved = SavedView {
        looked_at: looked_at.number(),
        is_assignment: *page == Page::Assignment,
        profiles: profiles.collect(),
    };
    let page = match page {
        Page::Editor | Page::Assignment => SavedPage::Known,
        Page::Changes => SavedPage::Changes,
        Page::GoLive => SavedPage::GoLive,
    };
    let ticks = ticks.iter().map(String::as_str).collect();
    envelope::seal(Kind::View, &(saved, SavedGoing { page, ticks, is_by_stop: *is_by_stop }, texts))
}

/// The view in a record. Its profiles, its entries and the steps of its ticks may be gone.
///
/// # Errors
/// Why it is not read.
pub fn read_view(bytes: &[u8]) -> Result<View, Unread> {
    let (saved, going, texts): (SavedView<'_>, SavedGoing<'_>, Vec<SavedTexts>) =
        envelope::open_with_both(Kind::View, bytes)?;
    saved.restore(&going, &texts).ok_or(Unread::Damaged)
}

impl SavedView<'_> {
    fn restore(&self, going: &SavedGoing<'_>, texts: &[SavedTexts]) -> Option<View> {
        let texts = texts.iter().map(Some).chain(std::iter::repeat(None));
        let profiles = self.profiles.iter().zip(texts);
        let profiles = profiles.map(|((id, view), texts)| Some((ProfileId::numbered(*id)?, view.restore(texts)?)));
        let page = match (&going.page, self.is_assignment) {
            (SavedPage::Known, false) => Page::Editor,
            (SavedPage::Known, true) => Page::Assignment,
            (SavedPage::Changes, _) => Page::Changes,
            (SavedPage::GoLive, _) => Page::GoLive,
        };
        Some(View {
            looked_at: ProfileId::numbered(self.looked_at)?,
            page,
            profiles: profiles.collect::<Option<_>>()?,
            ticks: going.ticks.iter().map(|tick| (*tick).to_owned()).collect(),
            is_by_stop: going.is_by_stop,
        })
    }
}

impl<'a> SavedProfileView<'a> {
    fn of(view: &'a ProfileView) -> SavedProfileView<'a> {
        let ProfileView { viewer, push, pull, row, entry, columns: _, filter: _ } = view;
        SavedProfileView {
            viewer: viewer.number(),
            push: SavedPart::of(*push),
            pull: SavedPart::of(*pull),
            row: row.number(),
            entry: entry.as_ref().map(SavedEntry::of),
        }
    }

    fn restore(&self, texts: Option<&SavedTexts>) -> Option<ProfileView> {
        let (columns, filter) = texts.map(SavedTexts::restore).unwrap_or_default();
        let entry = match &self.entry {
            Some(entry) => Some(entry.restore()?),
            None => None,
        };
        Some(ProfileView {
            viewer: Lcid::new(self.viewer),
            push: self.push.restore(),
            pull: self.pull.restore(),
            row: StateNumber::new(self.row)?,
            entry,
            columns,
            filter,
        })
    }
}
