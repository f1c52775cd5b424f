//! What an import would change, section by section: rows, options, and each entry.

use std::collections::BTreeSet;

use super::{
    super::{
        difference::{Address, Difference, Offer},
        differences::Differences,
        importing::{Goal, Importing},
        kind::Kind,
        values::Values,
    },
    Head, Line, Section,
};
use crate::{
    editor::workspace::Profile,
    mapping::{agent_states::PresenceMap, availability::Availability, lcid::Lcid},
    source::phrase::{counted, listed},
};

pub(super) fn sections(importing: &Importing, differences: &Differences, present: &Profile) -> Vec<Section> {
    let now = PresenceMap::read(&present.xml);
    let maps: Vec<PresenceMap> = importing.taken().map(|(_, piece)| PresenceMap::read(&piece.profile().xml)).collect();
    let class_in = |map: &PresenceMap, id: &str| {
        map.entry_of(id).and_then(|at| map.entries[at].availability_value()).map(Availability::class)
    };
    let is_new_profile = importing.goal == Goal::New;
    let class_now = |id: &str| if is_new_profile { None } else { class_in(&now, id) };
    let class_then = |id: &str| class_now(id).or_else(|| maps.iter().find_map(|map| class_in(map, id)));
    let lines = |own: &Difference| {
        let classes = |now: Option<&str>, then: Option<&str>| match &own.address {
            Address::Row(_) => Some((now.and_then(class_now), then.and_then(class_then))),
            Address::Availability(_) => {
                let class = |text: Option<&str>| text.and_then(Availability::parse).map(Availability::class);
                Some((class(now), class(then)))
            }
            _ => None,
        };
        let line = |(at, offer): (usize, &Offer)| Line {
            address: own.address.clone(),
            offer: at,
            label: label(&own.address),
            from: from(importing, &offer.pieces),
            now: own.now.clone(),
            then: offer.value.clone(),
            classes: classes(own.now.as_deref(), offer.value.as_deref()),
            lcid: if let Address::Text(_, lcid) = &own.address { Some(*lcid) } else { None },
        };
        own.offers.iter().enumerate().map(line).collect::<Vec<Line>>()
    };
    let of = |is_own: fn(&Address) -> bool| {
        let own = differences.all.iter().filter(|own| is_own(&own.address)).flat_map(lines).collect::<Vec<Line>>();
        (own, differences.same.iter().filter(|(address, _)| is_own(address)).count())
    };
    let mut sections = Vec::new();
    let (rows, same) = of(|address| matches!(address, Address::Row(_)));
    if !rows.is_empty() || 0 < same {
        sections.push(Section { head: Head::Rows, lines: rows, same: same_in_words(same, "row", "rows") });
    }
    let (options, same) = of(|address| matches!(address, Address::Option(_)));
    if !options.is_empty() || 0 < same {
        sections.push(Section { head: Head::Options, lines: options, same: same_in_words(same, "option", "options") });
    }
    let mut same: Vec<(&str, &Address)> =
        differences.same.iter().filter_map(|(address, _)| Some((address.entry()?, address))).collect();
    same.sort();
    for id in &differences.ids {
        let own: Vec<Line> = differences.of_entry(id).flat_map(lines).collect();
        let first = same.partition_point(|(own, _)| *own < id.as_str());
        let alike: Vec<&Address> =
            same[first..].iter().take_while(|(own, _)| own == id).map(|(_, address)| *address).collect();
        if own.is_empty() {
            continue;
        }
        let at = now.entry_of(id).filter(|_| !is_new_profile);
        let written = at.and_then(|at| now.entries[at].availability.as_ref()).map(|own| own.text.clone());
        let then =
            || differences.at(&Address::Availability(id.clone())).and_then(|own| own.offers.first()?.value.clone());
        let availability = written.or_else(then).unwrap_or_default();
        let class = Availability::parse(&availability).map(Availability::class);
        let head = Head::Entry { id: id.clone(), availability, class, is_new: at.is_none() };
        sections.push(Section { head, lines: own, same: same_of_entry(&alike) });
    }
    sections
}

/// A language by its name and number; one that nobody knows by its number alone.
fn language(lcid: Lcid) -> String {
    match lcid.info() {
        Some(_) => format!("{} {lcid}", lcid.name()),
        None => lcid.name().into_owned(),
    }
}

fn label(address: &Address) -> String {
    match address {
        Address::Row(row) => {
            let (agent, device) = row.pair();
            format!("Row {}: {}, {}", row.number(), agent.name(), device.name())
        }
        Address::Option(name) => name.clone(),
        Address::Entry(_) => "The entry".to_owned(),
        Address::Availability(_) => "Availability".to_owned(),
        Address::Text(_, lcid) => language(*lcid),
    }
}

/// The numbers that pieces have for the eye: those that are read, from 1.
fn from(importing: &Importing, pieces: &[usize]) -> String {
    let numbers: Vec<String> =
        pieces.iter().filter_map(|piece| importing.number_of(*piece)).map(|number| number.to_string()).collect();
    match numbers.len() {
        0 => "not in what came in".to_owned(),
        1 => format!("piece {}", numbers[0]),
        _ => format!("pieces {}", numbers.join(", ")),
    }
}

fn same_in_words(count: usize, one: &str, many: &str) -> String {
    match count {
        0 => String::new(),
        1 => format!("1 {one} is the same"),
        count => format!("{count} {many} are the same"),
    }
}

fn same_of_entry(same: &[&Address]) -> String {
    const MOST: usize = 2;
    let has_availability = same.iter().any(|address| matches!(address, Address::Availability(_)));
    let texts: Vec<String> = same
        .iter()
        .filter_map(|address| if let Address::Text(_, lcid) = address { Some(language(*lcid)) } else { None })
        .collect();
    let texts = if texts.len() <= MOST { texts } else { vec![counted(texts.len(), "text", "texts")] };
    let parts: Vec<String> = has_availability.then(|| "Availability".to_owned()).into_iter().chain(texts).collect();
    match same.len() {
        0 => String::new(),
        1 => format!("{} is the same", parts.join("")),
        _ => format!("{} are the same", listed(parts.into_iter())),
    }
}

/// What came in is about: the IDs of entries, and the names of options.
pub(super) fn mentioned(differences: &Differences) -> (BTreeSet<&str>, BTreeSet<&str>) {
    let all =
        || differences.all.iter().map(|own| &own.address).chain(differences.same.iter().map(|(address, _)| address));
    let options =
        all().filter_map(|address| if let Address::Option(name) = address { Some(name.as_str()) } else { None });
    (all().filter_map(Address::entry).collect(), options.collect())
}

/// What of a profile nothing that came in is about.
pub(super) fn not_mentioned(present: &Profile, (ids, names): &(BTreeSet<&str>, BTreeSet<&str>)) -> String {
    let values = Values::of(present, Kind::AgentStates);
    let entries = values.entries.iter().filter(|entry| !ids.contains(entry.id.as_str())).count();
    let options = values.options.iter().filter(|(name, _)| !names.contains(name.as_str())).count();
    let parts = [(entries, "entry", "entries"), (options, "option", "options")];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(count, ..)| 0 < *count)
        .map(|(count, one, many)| counted(count, one, many))
        .collect();
    match (parts.is_empty(), entries + options) {
        (true, _) => String::new(),
        (false, 1) => format!("{} stays as it is", parts.join(" and ")),
        (false, _) => format!("{} stay as they are", parts.join(" and ")),
    }
}
