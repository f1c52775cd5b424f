//! The form of what is assigned: Extensions by their numbers, in the order that people expect.

use std::{borrow::Cow, collections::BTreeMap, sync::Arc};

use serde::{Deserialize, Serialize, Serializer};

use crate::editor::assigned::{Assigned, ExtensionDn};

#[derive(Default, Serialize, Deserialize)]
pub(super) struct AssignmentForm<'a> {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    application: Option<Cow<'a, str>>,
    #[serde(default)]
    extensions: Extensions,
}

/// An Extension may name no profile: with an empty name, or with none.
#[derive(Default, Deserialize)]
#[serde(from = "BTreeMap<String, Option<String>>")]
struct Extensions(BTreeMap<ExtensionDn, Arc<str>>);

impl<'a> AssignmentForm<'a> {
    pub fn of(assigned: &'a Assigned) -> AssignmentForm<'a> {
        AssignmentForm {
            application: assigned.application.as_deref().map(Cow::from),
            extensions: Extensions(assigned.extensions.clone()),
        }
    }

    pub fn restore(&self) -> Assigned {
        Assigned { application: self.application.as_deref().map(Arc::from), extensions: self.extensions.0.clone() }
    }
}

impl Serialize for Extensions {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(number, name)| (number.as_str(), &**name)))
    }
}

impl From<BTreeMap<String, Option<String>>> for Extensions {
    fn from(extensions: BTreeMap<String, Option<String>>) -> Extensions {
        let named = |name: Option<String>| Arc::from(name.unwrap_or_default());
        Extensions(extensions.into_iter().map(|(number, name)| (ExtensionDn::new(&number), named(name))).collect())
    }
}
