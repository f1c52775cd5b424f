//! Fixes of one kind as one repair, and in how many places it is made.

use super::{Repair, keeps_meaning, key};
use crate::{
    editor::{finding::Finding, wording},
    rules::{diagnostic::Diagnostic, fix::Fix},
    source::text::Part,
};

/// A repair, and in how many places it is made.
pub(super) struct Gathered {
    pub repair: Repair,
    pub places: usize,
    title: &'static str,
}

impl Gathered {
    /// The repair, with the number of its places.
    pub fn counted(self) -> Repair {
        let Gathered { mut repair, places, title } = self;
        if 1 < places {
            repair.label = format!("{title} in {places} places");
        }
        repair
    }
}

/// Fixes of one kind together, in the order in which they are met.
pub(super) fn gathered<'a>(fixes: impl Iterator<Item = (&'a Finding, &'a Fix)>, is_on: bool) -> Vec<Gathered> {
    let mut all: Vec<Gathered> = Vec::new();
    for (finding, fix) in fixes {
        let found = &finding.diagnostic;
        let key = key(found, fix);
        let places = found.own_places() + found.unlisted.of_kind(fix.kind);
        match all.iter_mut().find(|own| own.repair.key == key) {
            Some(own) => own.places += places,
            None => {
                let label = fix.label.clone();
                let keeps_meaning = keeps_meaning(found, fix);
                let repair = Repair { key, label, detail: detail(found), keeps_meaning, is_on };
                all.push(Gathered { repair, places, title: fix.title });
            }
        }
    }
    all
}

/// "INCALL, English: the text has blanks around it".
fn detail(found: &Diagnostic) -> String {
    let language = found.subject.lcid.map(|lcid| lcid.name());
    // The name of an option says nothing in a piece that is one.
    let id = Some(found.subject.id.clone()).filter(|id| !id.is_empty() && found.part == Part::Xml);
    let subject = [id, language.map(|name| name.to_string())];
    let subject: Vec<String> = subject.into_iter().flatten().collect();
    let wrong = wording::wrong(found).plain();
    if subject.is_empty() { wrong } else { format!("{}: {wrong}", subject.join(", ")) }
}
