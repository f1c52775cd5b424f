//! Which profile is used where: the values of `presence-profile`, and what changes in them.

use std::{cmp::Ordering, collections::BTreeMap, fmt, sync::Arc};

/// The values of `presence-profile`, as far as they are known: each names a profile, whether there is one or not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assigned {
    /// That of the T-Server application.
    pub application: Option<Arc<str>>,
    /// Those in the Annexes of Extension DNs; an empty one names none.
    pub extensions: BTreeMap<ExtensionDn, Arc<str>>,
}

/// The number of an Extension DN. Numbers are in the order that people expect: 99 before 4210, and both before *21.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ExtensionDn(Arc<str>);

/// What is assigned otherwise: only what changes, so that a step of work holds one row and not thousands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reassignment {
    /// The name that the application has afterwards, where that changes; `Some(None)` takes it away.
    pub application: Option<Option<Arc<str>>>,
    /// The names that Extensions have afterwards; `None` takes the Extension away. A number stands here once at most.
    pub extensions: Vec<(ExtensionDn, Option<Arc<str>>)>,
}

impl Assigned {
    /// The name that an Extension DN has; an empty one where it is there and names none.
    pub fn of(&self, number: &str) -> Option<&Arc<str>> {
        self.extensions.get(&ExtensionDn::new(number))
    }

    /// What must change so that every place with one name has another one.
    pub fn renaming(&self, from: &str, to: &str) -> Reassignment {
        let to: Arc<str> = to.into();
        let application = self.application.as_deref() == Some(from);
        let extensions = self.extensions.iter().filter(|(_, name)| ***name == *from);
        Reassignment {
            application: application.then(|| Some(to.clone())),
            extensions: extensions.map(|(number, _)| (number.clone(), Some(to.clone()))).collect(),
        }
    }
}

impl Reassignment {
    /// An Extension has this name afterwards; `None` takes it away.
    pub fn row(number: ExtensionDn, name: Option<Arc<str>>) -> Reassignment {
        Reassignment { application: None, extensions: vec![(number, name)] }
    }

    /// What leads from one assignment to another.
    pub fn between(before: &Assigned, after: &Assigned) -> Reassignment {
        let gone = before.extensions.keys().filter(|number| !after.extensions.contains_key(number));
        let gone = gone.map(|number| (number.clone(), None));
        let there = after.extensions.iter().map(|(number, name)| (number.clone(), Some(name.clone())));
        let extensions = gone.chain(there).collect();
        Reassignment { application: Some(after.application.clone()), extensions }.against(before)
    }

    /// Without what is so already.
    pub fn against(mut self, base: &Assigned) -> Reassignment {
        self.application = self.application.filter(|name| *name != base.application);
        self.extensions.retain(|(number, name)| base.extensions.get(number) != name.as_ref());
        self
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.application.is_none() && self.extensions.is_empty()
    }

    /// What is assigned afterwards.
    pub fn apply(&self, base: &Assigned) -> Assigned {
        let mut after = base.clone();
        if let Some(application) = &self.application {
            after.application.clone_from(application);
        }
        for (number, name) in &self.extensions {
            match name {
                Some(name) => after.extensions.insert(number.clone(), name.clone()),
                None => after.extensions.remove(number),
            };
        }
        after
    }

    /// What leads back to `base`.
    pub fn inverse(&self, base: &Assigned) -> Reassignment {
        let before = |(number, _): &(ExtensionDn, _)| (number.clone(), base.extensions.get(number).cloned());
        Reassignment {
            application: self.application.as_ref().map(|_| base.application.clone()),
            extensions: self.extensions.iter().map(before).collect(),
        }
    }

    /// One with the effect of `self`, then `next`.
    pub fn then(self, next: Reassignment) -> Reassignment {
        let mut extensions: BTreeMap<_, _> = self.extensions.into_iter().collect();
        extensions.extend(next.extensions);
        Reassignment {
            application: next.application.or(self.application),
            extensions: extensions.into_iter().collect(),
        }
    }

    /// Bytes held, for the limit of the history.
    pub(super) fn weight(&self) -> usize {
        let text = |name: &Option<Arc<str>>| name.as_ref().map_or(0, |name| name.len());
        let rows = self
            .extensions
            .iter()
            .map(|(number, name)| size_of::<(ExtensionDn, Option<Arc<str>>)>() + number.as_str().len() + text(name));
        rows.sum::<usize>() + self.application.as_ref().map_or(0, text)
    }
}

impl ExtensionDn {
    /// That of a text.
    pub fn new(number: &str) -> ExtensionDn {
        ExtensionDn(number.into())
    }

    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ExtensionDn {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Ord for ExtensionDn {
    fn cmp(&self, other: &ExtensionDn) -> Ordering {
        // Numbers of one value may be written in two ways; those are two numbers all the same.
        by_value(&self.0, &other.0).then_with(|| self.0.cmp(&other.0))
    }
}

impl PartialOrd for ExtensionDn {
    fn partial_cmp(&self, other: &ExtensionDn) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Compares piece by piece: digits by their value, and before anything else; other characters by themselves.
fn by_value(mut one: &str, mut other: &str) -> Ordering {
    while let (Some(first), Some(other_first)) = (one.chars().next(), other.chars().next()) {
        let (order, taken, other_taken) = match (first.is_ascii_digit(), other_first.is_ascii_digit()) {
            (true, true) => {
                let (digits, other_digits) = (digits(one), digits(other));
                let (value, other_value) = (digits.trim_start_matches('0'), other_digits.trim_start_matches('0'));
                let order = value.len().cmp(&other_value.len()).then_with(|| value.cmp(other_value));
                (order, digits.len(), other_digits.len())
            }
            (false, false) => (first.cmp(&other_first), first.len_utf8(), other_first.len_utf8()),
            (true, false) => return Ordering::Less,
            (false, true) => return Ordering::Greater,
        };
        if order != Ordering::Equal {
            return order;
        }
        (one, other) = (&one[taken..], &other[other_taken..]);
    }
    one.len().cmp(&other.len())
}

fn digits(text: &str) -> &str {
    let end = text.find(|character: char| !character.is_ascii_digit()).unwrap_or(text.len());
    &text[..end]
}
