//! What is different in meaning between two states of a profile: what colleagues notice first, what they do not behind it.

pub mod assignment;
mod colleagues;
mod entries;
pub mod restoring;
pub mod sides;
pub mod table;
pub mod ticket;
pub mod words;

use super::{
    analysis::Analysis,
    assigned::ExtensionDn,
    incoming::difference::Address,
    place::ProfileId,
    rows::ShownPresence,
    workspace::{Profile, Workspace},
};
use crate::mapping::{lcid::Lcid, option_name::OptionName, rows::Rows};

/// Something that is different.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What it is about.
    pub what: What,
    /// How it was.
    pub then: Side,
    /// How it is.
    pub now: Side,
    /// Where the values stand that make the difference.
    pub addresses: Vec<Address>,
}

/// What is different.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// What colleagues see of agents in these rows; where they read another text and nothing else, in which language.
    Seen(Rows, Option<Lcid>),
    /// The IDs of rows, though colleagues see the same.
    Named(Rows),
    /// An option but `aggregated-states`.
    Option(String),
    /// Whether there is an entry that no row uses.
    Entry(String),
    /// The name of an entry that says what it said before.
    Renamed,
    /// The availability of an entry that no row uses.
    Availability(String),
    /// A text of an entry that no row uses.
    Text(String, Lcid),
    /// The name of the profile, as its VoIP Service DN has it.
    Name,
    /// Whether a profile is there that T-Server has.
    Deleted(ProfileId),
    /// Which profile an Extension names, or the T-Server application.
    Assigned(Option<ExtensionDn>),
}

/// One side of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Side {
    /// What colleagues see, and the ID it comes by.
    Seen(ShownPresence, Option<String>),
    /// A value as written; `None` where there is none.
    Value(Option<String>),
}

impl What {
    /// Whether colleagues notice it.
    pub fn is_noticed(&self) -> bool {
        match self {
            What::Seen(..) => true,
            What::Option(name) => name == OptionName::MapPresenceToDnd.name(),
            _ => false,
        }
    }
}

/// All that is different in meaning, what colleagues notice first.
pub fn differences(then: &Profile, now: &Profile) -> Vec<Difference> {
    let before = Analysis::unjudged(then);
    let after = Analysis::unjudged(now);
    let mut found = colleagues::differences(&before, &after, now.choices.default_language);
    let told = found.iter().flat_map(|own| own.addresses.iter().cloned()).collect();
    let ids = colleagues::ids(&before, &after);
    found.extend(options((then, &before), (now, &after)));
    found.extend(entries::differences(&before, &after, &ids, &told));
    if then.name != now.name {
        found.push(Difference {
            what: What::Name,
            then: Side::Value(Some(then.name.to_string())),
            now: Side::Value(Some(now.name.to_string())),
            addresses: Vec::new(),
        });
    }
    found
}

/// What is different beside the profiles that are there: what was deleted, and which is used where, as far as it is known.
pub fn beside(workspace: &Workspace) -> Vec<Difference> {
    let deleted = workspace.deleted().map(|(id, live)| Difference {
        what: What::Deleted(id),
        then: Side::Value(Some(live.name.as_deref().unwrap_or("a profile").to_owned())),
        now: Side::Value(None),
        addresses: Vec::new(),
    });
    let live = workspace.live.assigned.as_ref();
    let assigned = live.map_or_else(Vec::new, |live| assignment::differences(live, &workspace.assigned));
    deleted.chain(assigned).collect()
}

/// The differences that go back together with one: the rows that came by an entry under its other name, and that name.
pub fn together<'a>(all: &'a [Difference], one: &'a Difference) -> Vec<&'a Difference> {
    let is_of_name = |own: &&Difference| matches!(own.what, What::Renamed | What::Named(_));
    let is_partner =
        |own: &&Difference| is_of_name(own) && own.then == one.then && own.now == one.now && own.what != one.what;
    let partners = all.iter().filter(|own| is_of_name(&one) && is_partner(own));
    let mut together: Vec<&Difference> = std::iter::once(one).chain(partners).collect();
    // The entry has its name back before rows use it.
    together.sort_by_key(|own| own.what != What::Renamed);
    together
}

/// Whether there is any difference between the texts that is none in meaning: comments, blanks, the order of things.
pub fn is_written_otherwise(then: &Profile, now: &Profile) -> bool {
    (then.options != now.options || then.xml != now.xml) && differences(then, now).is_empty()
}

fn options((then, before): (&Profile, &Analysis), (now, after): (&Profile, &Analysis)) -> Vec<Difference> {
    let mut names: Vec<&str> = Vec::new();
    for (profile, read) in [(now, after), (then, before)] {
        for option in &read.options.options {
            let name = option.name.text(&profile.options);
            if option.known != Some(OptionName::AggregatedStates) && !names.contains(&name) {
                names.push(name);
            }
        }
    }
    let value = |profile: &Profile, read: &Analysis, name: &str| {
        let own = read.options.options.iter().find(|option| option.name.text(&profile.options) == name);
        own.map(|option| option.value.text(&profile.options).to_owned())
    };
    let differ = names.into_iter().filter_map(|name| {
        let (then, now) = (value(then, before, name), value(now, after, name));
        (then != now).then(|| Difference {
            what: What::Option(name.to_owned()),
            then: Side::Value(then),
            now: Side::Value(now),
            addresses: vec![Address::Option(name.to_owned())],
        })
    });
    differ.collect()
}
