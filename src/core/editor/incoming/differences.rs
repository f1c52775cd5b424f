//! What an import would change, value by value: what stands there now, and what is offered for it.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    difference::{Address, Choice, Difference, Offer},
    importing::{Both, Goal, Importing},
    kind::Kind,
    values::Values,
};
use crate::{editor::workspace::Profile, mapping::lcid::Lcid, source::phrase::counted};

/// All differences of an import, by where they stand, and the values that are to stay as they stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Differences {
    /// Rows, options, and the entries in the order in which they came.
    pub all: Vec<Difference>,
    /// What came in and stands there already, and what a whole file is not asked about.
    pub same: Vec<(Address, String)>,
    /// The entries in their order: those that are met first come first.
    pub ids: Vec<String>,
}

impl Differences {
    /// Between an import and the profile it goes to; a new one holds nothing yet.
    pub fn of(importing: &Importing, present: &Profile) -> Differences {
        let now = match importing.goal {
            Goal::New => BTreeMap::new(),
            Goal::Merge | Goal::Replace => by_address(&Values::of(present, Kind::AgentStates)),
        };
        let mut offers: BTreeMap<Address, Vec<(Option<String>, usize)>> = BTreeMap::new();
        let mut ids: Vec<String> = Vec::new();
        let mut known: BTreeSet<String> = BTreeSet::new();
        // A whole file is the likeliest to be right.
        let mut taken: Vec<_> = importing.taken().collect();
        taken.sort_by_key(|(_, piece)| piece.kind != Kind::AgentStates);
        for (at, piece) in &taken {
            for entry in &piece.values().entries {
                if known.insert(entry.id.clone()) {
                    ids.push(entry.id.clone());
                }
            }
            for (address, value) in by_address(piece.values()) {
                if piece.is_language && matches!(&address, Address::Availability(id) if has_entry(&now, id)) {
                    continue;
                }
                offers.entry(address).or_default().push((Some(value), *at));
            }
        }
        let mut entries = BTreeMap::new();
        if importing.goal == Goal::Replace {
            entries = in_words(&now);
            let gone = gone(importing, &now, &offers);
            for address in gone {
                if let Address::Entry(id) = &address {
                    ids.push(id.clone());
                }
                offers.entry(address).or_default().push((None, usize::MAX));
            }
        }
        let mut found = Differences { ids, ..Differences::default() };
        for (address, offered) in offers {
            let stands = now.get(&address).or_else(|| entries.get(&address)).cloned();
            // What is likeliest to be right says that nothing is to change.
            let is_settled =
                importing.both != Both::TakeAll && offered.first().is_some_and(|(value, _)| *value == stands);
            let mut distinct: Vec<Offer> = Vec::new();
            for (value, piece) in offered.into_iter().filter(|(value, _)| *value != stands) {
                match distinct.iter_mut().find(|offer| offer.value == value) {
                    Some(offer) => offer.pieces.push(piece),
                    None => distinct.push(Offer { value, pieces: vec![piece] }),
                }
            }
            if distinct.is_empty() {
                found.same.push((address, stands.unwrap_or_default()));
                continue;
            }
            let choice = importing.chosen(&address).and_then(|chosen| chosen.among(&distinct));
            // A language is copied for the entries that are there.
            let is_language = |offer: &Offer| offer.pieces.iter().all(|at| importing.pieces()[*at].is_language);
            let is_beside = importing.goal == Goal::Merge
                && importing.both == Both::Choose
                && address.entry().is_some_and(|id| !has_entry(&now, id))
                && distinct.iter().all(is_language);
            let choice = choice.unwrap_or_else(|| match is_settled || is_beside {
                true => Choice::Keep,
                false => preset(importing, &address, stands.as_deref()),
            });
            found.all.push(Difference { address, now: stands, offers: distinct, choice });
        }
        found.keep_availabilities(importing, &now);
        found
    }

    /// What brings an entry without a word of its availability leaves that as it stands, also where the file that takes the
    /// place of the one before has no such entry.
    fn keep_availabilities(&mut self, importing: &Importing, now: &BTreeMap<Address, String>) {
        if importing.whole_file().is_none() {
            return;
        }
        let ids: BTreeSet<&str> = self.ids.iter().map(String::as_str).collect();
        let is_open = |address: &Address| matches!(address, Address::Availability(id) if ids.contains(id.as_str()));
        let goes = |id: &str| self.at(&Address::Entry(id.to_owned())).is_some();
        let known: BTreeSet<&Address> = self.same.iter().map(|(address, _)| address).collect();
        let kept = now.iter().filter(|(address, _)| {
            is_open(address)
                && self.at(address).is_none()
                && !known.contains(address)
                && !goes(address.entry().unwrap_or_default())
        });
        let kept: Vec<(Address, String)> = kept.map(|(address, value)| (address.clone(), value.clone())).collect();
        self.same.extend(kept);
    }

    /// Those of an entry.
    pub fn of_entry<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Difference> {
        let first = self.all.partition_point(|own| own.address < Address::Entry(id.to_owned()));
        let own = move |own: &&Difference| own.address.entry() == Some(id);
        // Addresses are in order by what they are, and then by ID.
        let whole = self.all[first..].iter().take_while(move |own| own.address == Address::Entry(id.to_owned()));
        let availability = self.at(&Address::Availability(id.to_owned()));
        let from = self.all.partition_point(|own| own.address < Address::Text(id.to_owned(), Lcid::new(0)));
        whole.chain(availability).chain(self.all[from..].iter().take_while(own))
    }

    /// The one of an address.
    pub fn at(&self, address: &Address) -> Option<&Difference> {
        let at = self.all.binary_search_by(|own| own.address.cmp(address)).ok()?;
        self.all.get(at)
    }

    /// How many values would change.
    pub fn changes(&self) -> usize {
        self.all.iter().filter(|own| own.changes()).count()
    }
}

/// Whether an entry stands there, with an availability or a text.
fn has_entry(now: &BTreeMap<Address, String>, id: &str) -> bool {
    let text = Address::Text(id.to_owned(), Lcid::new(0));
    let has_text = || now.range(text..).next().is_some_and(|(address, _)| address.entry() == Some(id));
    now.contains_key(&Address::Availability(id.to_owned())) || has_text()
}

/// What is chosen where nothing was said of a value.
fn preset(importing: &Importing, address: &Address, now: Option<&str>) -> Choice {
    let is_taken = match importing.both {
        Both::TakeAll => true,
        Both::KeepAll => now.is_none(),
        Both::Choose => match address {
            Address::Row(_) | Address::Option(_) | Address::Entry(_) => true,
            Address::Availability(_) | Address::Text(..) => now.is_none_or(|now| now.trim().is_empty()),
        },
    };
    if is_taken { Choice::Take(0) } else { Choice::Keep }
}

/// The values of a profile or of a piece, by where they stand.
pub(in crate::editor) fn by_address(values: &Values) -> BTreeMap<Address, String> {
    let mut found = BTreeMap::new();
    for (row, id) in &values.rows {
        found.insert(Address::Row(*row), id.clone());
    }
    for (name, value) in &values.options {
        found.insert(Address::Option(name.clone()), value.clone());
    }
    for entry in &values.entries {
        if let Some(availability) = &entry.availability {
            found.insert(Address::Availability(entry.id.clone()), availability.clone());
        }
        for (lcid, text) in &entry.texts {
            found.insert(Address::Text(entry.id.clone(), *lcid), text.clone());
        }
    }
    found
}

/// What goes where what comes in takes the place of what is there.
fn gone(
    importing: &Importing,
    now: &BTreeMap<Address, String>,
    offers: &BTreeMap<Address, Vec<(Option<String>, usize)>>,
) -> BTreeSet<Address> {
    let brings = |is_of: fn(&Address) -> bool| offers.keys().any(is_of);
    let brings_rows = brings(|address| matches!(address, Address::Row(_)));
    let brings_entries = brings(|address| address.entry().is_some());
    let brings_options = importing.whole_options().is_some();
    let ids: BTreeSet<&str> = offers.keys().filter_map(Address::entry).collect();
    let in_file =
        |id: &str| importing.whole_file().is_some_and(|file| file.values().entries.iter().any(|entry| entry.id == id));
    let has_option = |name: &str| offers.contains_key(&Address::Option(name.to_owned()));
    let gone = now.keys().filter(|address| !offers.contains_key(address)).filter_map(|address| match address {
        Address::Row(_) => (brings_rows || brings_options).then(|| address.clone()),
        Address::Option(name) => (brings_options && !has_option(name)).then(|| address.clone()),
        Address::Availability(id) | Address::Text(id, _) if !ids.contains(id.as_str()) => {
            brings_entries.then(|| Address::Entry(id.clone()))
        }
        // A table of texts says nothing of availabilities; a whole file does.
        Address::Availability(id) => in_file(id).then(|| address.clone()),
        Address::Entry(_) => None,
        Address::Text(..) => brings_entries.then(|| address.clone()),
    });
    gone.collect()
}

/// Entries in a few words: "18000, 3 texts".
fn in_words(now: &BTreeMap<Address, String>) -> BTreeMap<Address, String> {
    let mut entries: BTreeMap<&str, (&str, usize)> = BTreeMap::new();
    for (address, value) in now {
        match address {
            Address::Availability(id) => entries.entry(id).or_insert(("no availability", 0)).0 = value,
            Address::Text(id, _) => entries.entry(id).or_insert(("no availability", 0)).1 += 1,
            _ => {}
        }
    }
    let words = entries.into_iter().map(|(id, (availability, texts))| {
        (Address::Entry(id.to_owned()), format!("{availability}, {}", counted(texts, "text", "texts")))
    });
    words.collect()
}
