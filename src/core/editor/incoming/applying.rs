//! From an import that was looked at to the change that does it: whole texts first, then entries, then single values.

mod options;
mod values;

use std::collections::BTreeSet;

use super::{
    difference::{Address, Choice, Difference},
    differences::Differences,
    entry_markup,
    importing::{Goal, Importing},
    piece::Piece,
};
use crate::{
    editor::{
        arranging::{self, Arrangement, Start},
        baseline::Live,
        change::Change,
        columns,
        declaring::{Declaration, Declared, DeclaredText},
        history::History,
        place::{Place, ProfileId},
        refusal::Refusal,
        workspace::{Choices, Profile, Workspace},
    },
    mapping::agent_states::{PresenceMap, StateEntry, writing},
    source::{decode::FileStyle, edit::Edits, indent, phrase::counted, text::Part},
};

/// The change that an import comes to; an empty one where all of it is there. `opened` is a number that no other opening
/// of a file has.
///
/// # Errors
/// A [`Refusal`] says why it cannot be done; nothing of it is done then.
pub fn plan(
    history: &History,
    importing: &Importing,
    differences: &Differences,
    opened: u64,
) -> Result<Change, Refusal> {
    let present = history.present();
    present.profile(importing.profile).ok_or(Refusal::ProfileGone)?;
    if importing.taken().next().is_none() {
        return Ok(Change::new(String::new()));
    }
    let mut way = Way {
        workspace: present.clone(),
        profile: importing.profile,
        change: Change::new(String::new()),
        added: BTreeSet::new(),
    };
    if importing.goal == Goal::New {
        let behind = importing.profile;
        way.go(arranging::plan(history, &Arrangement::Add { start: Start::Empty, behind })?);
        way.profile = history.fresh_profile();
        let name = importing.taken().find_map(|(_, piece)| piece.name());
        if let Some(name) = name.filter(|name| present.profile_named(name).is_none()) {
            way.go(Change { names: vec![(way.profile, name.to_owned())], ..Change::new(String::new()) });
        }
    }
    if let Some(options) = importing.whole_options() {
        way.become_text(Part::Options, &options.profile().options);
    }
    if let Some(file) = importing.whole_file() {
        way.become_text(Part::Xml, &file.profile().xml);
        way.become_file(file, opened);
    }
    way.remove_entries(differences)?;
    way.add_entries(importing, differences, present.profile(importing.profile))?;
    way.set_values(importing, differences)?;
    if !smallest(way.change.clone(), present).is_empty() {
        way.declare(importing, present);
    }
    let change = smallest(way.change, present);
    let label = format!("{} imported", counted(differences.changes().max(1), "value", "values"));
    Ok(Change { label, ..change })
}

/// Without texts that come out as they were.
fn smallest(mut change: Change, present: &Workspace) -> Change {
    change.texts.retain(|(place, edits)| {
        let text = present.text(*place);
        edits.apply(text) != **text
    });
    let is_same =
        |(id, choices): &(ProfileId, Choices)| present.profile(*id).is_some_and(|own| own.choices == *choices);
    change.choices.retain(|own| !is_same(own));
    if change.is_empty() {
        change.replaced.clear();
    }
    change
}

/// A workspace on the way to what is wanted, and what has led there.
struct Way {
    workspace: Workspace,
    profile: ProfileId,
    change: Change,
    /// The entries that were put there as they are written elsewhere, by their IDs.
    added: BTreeSet<String>,
}

impl Way {
    fn go(&mut self, change: Change) {
        self.workspace = change.apply(&self.workspace);
        let so_far = std::mem::replace(&mut self.change, Change::new(String::new()));
        self.change = so_far.then(change);
    }

    fn own(&self) -> &Profile {
        self.workspace.profile(self.profile).expect("the profile was there, or was put there")
    }

    fn edit(&mut self, part: Part, edits: impl Into<Edits>) {
        let place = Place { profile: self.profile, part };
        self.go(Change::of(String::new(), place, edits));
    }

    /// Another text takes the place of one.
    fn become_text(&mut self, part: Part, text: &str) {
        let edits = Edits::between(self.own().text(part), text);
        let place = Place { profile: self.profile, part };
        let change = Change::of(String::new(), place, edits);
        self.go(if change.is_empty() { change } else { change.replacing(self.profile) });
    }

    /// The file that the XML came by is the profile's now.
    fn become_file(&mut self, piece: &Piece, opened: u64) {
        let own = self.own();
        let languages = columns::of_file(&own.xml, own.choices.default_language);
        let choices = match piece.style() {
            Some(style) => {
                Choices { file_name: Some(piece.origin.to_string()), opened, style, languages, ..own.choices.clone() }
            }
            None => {
                Choices { file_name: None, opened: 0, style: FileStyle::default(), languages, ..own.choices.clone() }
            }
        };
        self.go(Change::new(String::new()).with_choices(self.profile, choices));
    }

    /// What took the place of a whole text is what T-Server has, as it came in: with what is mended in it, or kept beside it,
    /// there is a change already.
    fn declare(&mut self, importing: &Importing, present: &Workspace) {
        let (options, file) = (importing.whole_options(), importing.whole_file());
        if importing.goal != Goal::Replace || options.is_none() && file.is_none() {
            return;
        }
        let own = self.own();
        let mut declared = match file {
            Some(_) => Declared::opened(present, own),
            None => Declared::of(present.live.of(own.id), Some(own)),
        };
        if let Some(options) = options {
            declared.name = Some(own.name.clone());
            declared.options = DeclaredText::of(&Live::Text(options.profile().options.clone()), Some(&own.options));
        }
        if let Some(file) = file {
            declared.xml = DeclaredText::of(&Live::Text(file.as_it_came().into()), Some(&own.xml));
        }
        let live = Declaration::of(own.id, declared).against(&self.workspace);
        self.go(Change::new(String::new()).declaring(live));
    }

    fn remove_entries(&mut self, differences: &Differences) -> Result<(), Refusal> {
        let goes = |own: &&Difference| matches!(own.address, Address::Entry(_)) && own.choice != Choice::Keep;
        let ids: BTreeSet<&str> = differences.all.iter().filter(goes).filter_map(|own| own.address.entry()).collect();
        if ids.is_empty() {
            return Ok(());
        }
        let xml = &self.own().xml;
        let map = PresenceMap::read(xml);
        let is_gone = |entry: &&StateEntry| entry.id.as_ref().is_some_and(|id| ids.contains(id.text.as_str()));
        let gone = map.entries.iter().filter(is_gone);
        let gone = gone.map(|entry| writing::without_blanks_behind(xml, entry.span));
        let edits = indent::deletion(xml, gone);
        self.edit(Part::Xml, edits);
        Ok(())
    }

    /// Entries that are not there are put there as they are written where they come from.
    fn add_entries(
        &mut self,
        importing: &Importing,
        differences: &Differences,
        present: Option<&Profile>,
    ) -> Result<(), Refusal> {
        let xml = self.own().xml.clone();
        let map = PresenceMap::read(&xml);
        let markup = entry_markup::Sources::new(importing, present);
        let same: BTreeSet<&str> = differences.same.iter().filter_map(|(address, _)| address.entry()).collect();
        let mut elements: Vec<(usize, &str)> = Vec::new();
        for id in differences.ids.iter().filter(|id| map.entry_of(id).is_none()) {
            let is_whole = |own: &&Difference| matches!(own.address, Address::Entry(_));
            let is_kept = differences.of_entry(id).any(|own| is_whole(&own) && own.choice == Choice::Keep);
            let is_wanted = differences.of_entry(id).any(|own| !is_whole(&own) && own.then().is_some());
            let is_same = importing.goal != Goal::Merge && same.contains(id.as_str());
            if is_kept || is_wanted || is_same {
                elements.extend(markup.of(id, is_kept).map(|source| (source, id.as_str())));
            }
        }
        if elements.is_empty() {
            return Ok(());
        }
        self.added.extend(elements.iter().map(|(_, id)| (*id).to_owned()));
        let edit = map.additions(&xml, |name, indent| {
            elements.iter().map(|(source, id)| markup.element(*source, id, name, indent)).collect()
        });
        self.edit(Part::Xml, edit.ok_or(Refusal::NowhereToAdd)?);
        Ok(())
    }
}
