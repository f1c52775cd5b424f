//! Entries that are copied within the file and change places: nothing else changes, and all of it goes back.

use presence_profile_core::{
    editor::{
        command::{Command, Wish},
        history::History,
        place::EntryPlace,
        workspace::Workspace,
    },
    mapping::agent_states::PresenceMap,
    source::text::Part,
};
use proptest::{prelude::*, sample::Index};

use crate::{
    commands::{place, planned, workspace},
    documents::agent_states,
};

/// What each entry says, in the order of the file.
fn entries(text: &str) -> Vec<String> {
    let map = PresenceMap::read(text);
    let said = |at: usize| {
        let entry = &map.entries[at];
        let texts: Vec<_> = entry
            .activities
            .iter()
            .map(|own| (own.lcid.as_ref().map(|lcid| lcid.text.clone()), own.text.text.clone()))
            .collect();
        let value = |written: &Option<_>| {
            written.as_ref().map(|own: &presence_profile_core::mapping::agent_states::Written| own.text.clone())
        };
        format!("{:?} {:?} {texts:?}", value(&entry.id), value(&entry.availability))
    };
    (0..map.entries.len()).map(said).collect()
}

fn letters(text: &str) -> Vec<u8> {
    let mut letters = text.as_bytes().to_vec();
    letters.sort_unstable();
    letters
}

fn text(workspace: &Workspace) -> &str {
    workspace.text(place(Part::Xml))
}

proptest! {
    #[test]
    fn two_entries_change_places_and_nothing_else(
        document in agent_states::document(),
        at in any::<Index>(),
        up in any::<bool>(),
    ) {
        let before = workspace("", &document.text);
        let map = PresenceMap::read(&document.text);
        prop_assume!(!map.entries.is_empty());
        let at = at.index(map.entries.len());
        let entry = EntryPlace::of(&map.entries[at]);
        let command = Command::MoveEntry { entry: entry.clone(), up };
        if let Ok(change) = planned(&before, &command) {
            let mut history = History::new(before.clone());
            history.commit(change);
            let after = text(history.present()).to_owned();
            prop_assert_eq!(letters(&document.text), letters(&after));
            let mut expected = entries(&document.text);
            let to = if up { at - 1 } else { at + 1 };
            expected.swap(at, to);
            prop_assert_eq!(expected, entries(&after));
            // The one that was moved is still known.
            let now = history.trail().entry(0, place(Part::Xml).profile, &entry).unwrap();
            prop_assert_eq!(now.position(&PresenceMap::read(&after).entries), Some(to));
            history.undo();
            prop_assert_eq!(text(history.present()), &document.text);
        }
    }

    #[test]
    fn a_copy_says_the_same_under_another_id(document in agent_states::document(), at in any::<Index>()) {
        let before = workspace("", &document.text);
        let map = PresenceMap::read(&document.text);
        prop_assume!(!map.entries.is_empty());
        let at = at.index(map.entries.len());
        let command = Command::DuplicateEntry(EntryPlace::of(&map.entries[at]));
        if let Ok(change) = planned(&before, &command) {
            let inverse = change.inverse(&before);
            let after = change.apply(&before);
            let (old, mut new) = (entries(&document.text), entries(text(&after)));
            prop_assert_eq!(old.len() + 1, new.len());
            let copy = new.remove(at + 1);
            prop_assert_eq!(&old, &new);
            let id = map.entries[at].id.as_ref().unwrap();
            prop_assert_ne!(&copy, &old[at], "{}", &id.text);
            let rest = |said: &str, id: &str| said.strip_prefix(&format!("Some({id:?})")).map(str::to_owned);
            let again = PresenceMap::read(text(&after));
            let new_id = &again.entries[at + 1].id.as_ref().unwrap().text;
            prop_assert_eq!(rest(&copy, new_id), rest(&old[at], &id.text));
            prop_assert_eq!(inverse.apply(&after), before);
        }
    }
}

#[test]
fn a_wish_that_waited_moves_the_same_entry() {
    let mut history = History::new(Workspace::example());
    let map = PresenceMap::read(text(history.present()));
    let entry = EntryPlace::of(&map.entries[3]);
    let id = entry.id.clone();
    for up in [true, true, true, false] {
        let profile = history.present().profiles[0].id;
        let wish = Wish { profile, revision: 0, command: Command::MoveEntry { entry: entry.clone(), up } };
        let analysis = presence_profile_core::editor::analysis::Analysis::in_workspace(history.present(), profile);
        let change = presence_profile_core::editor::planning::plan(&history, &analysis, &wish).unwrap();
        history.commit(change);
    }
    let map = PresenceMap::read(text(history.present()));
    assert_eq!(map.entries[1].id.as_ref().map(|id| id.text.clone()), id);
}
