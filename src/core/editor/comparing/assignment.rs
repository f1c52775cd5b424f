//! What is assigned otherwise: which profile is used where.

use std::sync::Arc;

use super::{Difference, Side, What};
use crate::editor::assigned::{Assigned, ExtensionDn, Reassignment};

/// The places that name another profile, the application first.
pub fn differences(then: &Assigned, now: &Assigned) -> Vec<Difference> {
    let changed = Reassignment::between(then, now);
    let difference = |place: Option<&ExtensionDn>, then: Option<&Arc<str>>, now: Option<&Arc<str>>| Difference {
        what: What::Assigned(place.cloned()),
        then: Side::Value(then.map(|name| name.to_string())),
        now: Side::Value(now.map(|name| name.to_string())),
        addresses: Vec::new(),
    };
    let application = changed.application.iter().map(|now| difference(None, then.application.as_ref(), now.as_ref()));
    let extensions = changed
        .extensions
        .iter()
        .map(|(number, now)| difference(Some(number), then.extensions.get(number), now.as_ref()));
    application.chain(extensions).collect()
}

/// What makes one of them as it was.
pub(super) fn back(place: Option<&ExtensionDn>, then: &Side) -> Reassignment {
    let name = match then {
        Side::Value(Some(name)) => Some(Arc::from(name.as_str())),
        _ => None,
    };
    match place {
        Some(number) => Reassignment::row(number.clone(), name),
        None => Reassignment { application: Some(name), extensions: Vec::new() },
    }
}
