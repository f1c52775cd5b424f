//! What colleagues see of agents, before and afterwards: rows that came by the same IDs are one difference.

use std::collections::BTreeSet;

use super::{Difference, Side, What};
use crate::{
    editor::{
        analysis::Analysis,
        incoming::difference::Address,
        rows::{self, ShownPresence, Text},
    },
    mapping::{lcid::Lcid, rows::Rows, states::StateNumber},
};

/// Rows that had one ID and have one now.
struct Group {
    rows: Rows,
    then: Option<String>,
    now: Option<String>,
}

fn groups(then: &Analysis, now: &Analysis) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let id = |analysis: &Analysis, row| {
        let states = &analysis.options.aggregated_states;
        states.id_of(row).filter(|_| !analysis.options.pulls()).map(str::to_owned)
    };
    for row in StateNumber::all() {
        let (then, now) = (id(then, row), id(now, row));
        match groups.iter_mut().find(|own| own.then == then && own.now == now) {
            Some(own) => own.rows.add(row),
            None => groups.push(Group { rows: row.into(), then, now }),
        }
    }
    groups
}

/// The IDs that rows use, before or afterwards.
pub(super) fn ids(then: &Analysis, now: &Analysis) -> BTreeSet<String> {
    groups(then, now).into_iter().flat_map(|own| [own.then, own.now]).flatten().collect()
}

/// What colleagues see otherwise, and the IDs that changed without that.
pub(super) fn differences(then: &Analysis, now: &Analysis, default: Lcid) -> Vec<Difference> {
    let mut languages = vec![default];
    for lcid in now.map.languages().into_iter().chain(then.map.languages()) {
        if !languages.contains(&lcid) {
            languages.push(lcid);
        }
    }
    if then.options.pulls() != now.options.pulls() {
        // Whether presence is pushed at all is what the option says that differs.
        return Vec::new();
    }
    let (mut seen, mut named) = (Vec::new(), Vec::new());
    for own in groups(then, now) {
        let shown = |analysis: &Analysis, id: &Option<String>, lcid: Lcid| match id {
            Some(id) => rows::shown_by(analysis, id, lcid),
            None => ShownPresence::NotSet,
        };
        let sides = |lcid: Lcid| (shown(then, &own.then, lcid), shown(now, &own.now, lcid));
        let difference = |viewer: Option<Lcid>, (before, after): (ShownPresence, ShownPresence)| Difference {
            what: What::Seen(own.rows, viewer),
            then: Side::Seen(before, own.then.clone()),
            now: Side::Seen(after, own.now.clone()),
            addresses: addresses(&own, viewer, default),
        };
        let before = seen.len();
        let both = sides(default);
        let is_other = !is_same_presence(&both.0, &both.1);
        if own.then != own.now {
            // Another entry has other texts in every language: that is one difference.
            let reads = |lcid: &Lcid| {
                let (before, after) = sides(*lcid);
                reads_otherwise(&before, &after)
            };
            if is_other || languages.iter().any(reads) {
                seen.push(difference(None, both));
                continue;
            }
        } else if is_other {
            seen.push(difference(None, both));
        }
        for lcid in &languages {
            let both = sides(*lcid);
            let is_told = is_other && *lcid == default;
            if !is_told && reads_otherwise(&both.0, &both.1) {
                seen.push(difference(Some(*lcid), both));
            }
        }
        if own.then != own.now && seen.len() == before {
            named.push(Difference {
                what: What::Named(own.rows),
                then: Side::Value(own.then.clone()),
                now: Side::Value(own.now.clone()),
                addresses: own.rows.iter().map(Address::Row).collect(),
            });
        }
    }
    seen.extend(named);
    seen
}

/// Where the values stand that make what is seen.
fn addresses(own: &Group, viewer: Option<Lcid>, default: Lcid) -> Vec<Address> {
    if own.then != own.now {
        return own.rows.iter().map(Address::Row).collect();
    }
    let Some(id) = &own.now else { return Vec::new() };
    match viewer {
        Some(lcid) => vec![Address::Text(id.clone(), lcid)],
        None => vec![Address::Availability(id.clone()), Address::Text(id.clone(), default)],
    }
}

/// Whether two have the same number, or lack it in the same way; a name that is missing is none that is seen.
fn is_same_presence(then: &ShownPresence, now: &ShownPresence) -> bool {
    match (then, now) {
        (ShownPresence::Presence { availability: one, .. }, ShownPresence::Presence { availability: other, .. }) => {
            one == other
        }
        (ShownPresence::NoEntry(_), ShownPresence::NoEntry(_)) => true,
        (then, now) => then == now,
    }
}

/// Whether another text is read, beside the same presence or another one.
fn reads_otherwise(then: &ShownPresence, now: &ShownPresence) -> bool {
    let text = |shown: &ShownPresence| match shown {
        ShownPresence::Presence { text, .. } => Some(text.clone()),
        _ => None,
    };
    match (text(then), text(now)) {
        // The word of the class changes with the number, which is told.
        (Some(Text::ClassWord), Some(Text::ClassWord)) => false,
        (Some(then), Some(now)) => then != now,
        _ => false,
    }
}
