//! Entries that differ though colleagues notice nothing of it: no row uses them, or they have another name.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::{Difference, Side, What};
use crate::{
    editor::{analysis::Analysis, incoming::difference::Address},
    mapping::{agent_states::StateEntry, lcid::Lcid},
    source::phrase::counted,
};

/// What an entry says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
struct Says {
    availability: Option<String>,
    texts: BTreeMap<Lcid, String>,
}

impl Says {
    fn of(entry: &StateEntry) -> Says {
        let mut texts = BTreeMap::new();
        for activity in &entry.activities {
            if let Some(lcid) = activity.lcid_value() {
                texts.entry(lcid).or_insert_with(|| activity.text.text.clone());
            }
        }
        Says { availability: entry.availability.as_ref().map(|own| own.text.clone()), texts }
    }

    fn in_words(&self) -> String {
        let texts = counted(self.texts.len(), "text", "texts");
        self.availability.as_ref().map_or_else(|| texts.clone(), |own| format!("{own}, {texts}"))
    }
}

/// `used` are the IDs that rows use, before or afterwards; `told` is where a difference was found already.
pub(super) fn differences(
    then: &Analysis,
    now: &Analysis,
    used: &BTreeSet<String>,
    told: &HashSet<Address>,
) -> Vec<Difference> {
    let (before, after) = (by_id(then), by_id(now));
    let (was, is): (HashMap<&str, &Says>, HashMap<&str, &Says>) = (known(&before), known(&after));
    let mut found = Vec::new();
    let mut gone: HashMap<&Says, Vec<&str>> = HashMap::new();
    for (id, own) in before.iter().rev().filter(|(id, _)| !is.contains_key(id.as_str())) {
        gone.entry(own).or_default().push(id);
    }
    let mut renamed: HashSet<&str> = HashSet::new();
    for (id, own) in after.iter().filter(|(id, _)| !was.contains_key(id.as_str())) {
        if let Some(old) = gone.get_mut(own).and_then(Vec::pop) {
            renamed.extend([old, id.as_str()]);
            found.push(Difference {
                what: What::Renamed,
                then: Side::Value(Some(old.to_owned())),
                now: Side::Value(Some(id.clone())),
                addresses: vec![Address::Entry(old.to_owned()), Address::Entry(id.clone())],
            });
        }
    }
    let removed = before.iter().filter(|(id, _)| !is.contains_key(id.as_str()));
    for (id, _) in after.iter().chain(removed) {
        let (then, now) = (was.get(id.as_str()).copied(), is.get(id.as_str()).copied());
        if renamed.contains(id.as_str()) || then == now {
            continue;
        }
        match (then, now) {
            // Rows have told what is seen of it before and afterwards.
            (Some(then), Some(now)) => found.extend(values(id, then, now, told)),
            _ if used.contains(id) => {}
            _ => found.push(Difference {
                what: What::Entry(id.clone()),
                then: Side::Value(then.map(Says::in_words)),
                now: Side::Value(now.map(Says::in_words)),
                addresses: vec![Address::Entry(id.clone())],
            }),
        }
    }
    found
}

fn known(entries: &[(String, Says)]) -> HashMap<&str, &Says> {
    entries.iter().map(|(id, says)| (id.as_str(), says)).collect()
}

fn by_id(analysis: &Analysis) -> Vec<(String, Says)> {
    let map = &analysis.map;
    let first = map.entries.iter().enumerate().filter_map(|(at, entry)| {
        let id = entry.id.as_ref().map(|id| id.text.as_str()).filter(|id| map.entry_of(id) == Some(at))?;
        Some((id.to_owned(), Says::of(entry)))
    });
    first.collect()
}

fn values(id: &str, then: &Says, now: &Says, told: &HashSet<Address>) -> Vec<Difference> {
    let mut found = Vec::new();
    let mut differ = |what: What, address: Address, then: Option<&String>, now: Option<&String>| {
        if then != now && !told.contains(&address) {
            let (then, now) = (Side::Value(then.cloned()), Side::Value(now.cloned()));
            found.push(Difference { what, then, now, addresses: vec![address] });
        }
    };
    differ(
        What::Availability(id.to_owned()),
        Address::Availability(id.to_owned()),
        then.availability.as_ref(),
        now.availability.as_ref(),
    );
    let languages: BTreeSet<&Lcid> = then.texts.keys().chain(now.texts.keys()).collect();
    for lcid in languages {
        differ(
            What::Text(id.to_owned(), *lcid),
            Address::Text(id.to_owned(), *lcid),
            then.texts.get(lcid),
            now.texts.get(lcid),
        );
    }
    found
}
