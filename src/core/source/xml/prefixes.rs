//! The prefixes in scope, and what they stand for.

use std::{borrow::Cow, collections::HashMap};

/// What the prefix `xml` stands for, and no other.
pub(super) const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// The prefixes in scope.
#[derive(Default)]
pub(super) struct Namespaces<'a> {
    declared: Vec<Declared<'a>>,
    /// By prefix, the innermost of `declared`.
    innermost: HashMap<&'a str, usize>,
}

struct Declared<'a> {
    prefix: &'a str,
    name: Cow<'a, str>,
    /// The declaration of the same prefix that holds again outside this one's element.
    hidden: Option<usize>,
}

impl<'a> Namespaces<'a> {
    /// The number of declarations in scope.
    #[inline]
    pub(super) fn len(&self) -> usize {
        self.declared.len()
    }

    /// Leaves the scope of all declarations but the first `length`.
    #[inline]
    pub(super) fn leave(&mut self, length: usize) {
        while length < self.declared.len() {
            self.leave_last();
        }
    }

    fn leave_last(&mut self) {
        let Some(last) = self.declared.pop() else { return };
        match last.hidden {
            Some(hidden) => self.innermost.insert(last.prefix, hidden),
            None => self.innermost.remove(last.prefix),
        };
    }

    pub(super) fn declare(&mut self, prefix: &'a str, name: Cow<'a, str>) {
        let hidden = self.innermost.insert(prefix, self.declared.len());
        self.declared.push(Declared { prefix, name, hidden });
    }

    pub(super) fn name_of(&self, prefix: &str) -> Option<&str> {
        if prefix == "xml" {
            return Some(XML);
        }
        self.innermost.get(prefix).map(|index| self.declared[*index].name.as_ref())
    }
}
