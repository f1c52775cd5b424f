//! From hits to what replaces them: whole texts and IDs with all their hits replaced, or edits of a text as it is written.

use super::{
    found::Found,
    hit::{Hit, Holder},
};
use crate::{
    editor::{
        analysis::Analysis,
        command::{NewId, NewText, Replacing},
    },
    source::{
        edit::{Edit, Edits},
        phrase::counted,
        text::Part,
    },
};

impl Found {
    /// What replaces the hits, but for those at the positions that are left out, ascending; and how many they are.
    pub fn replacing(&self, analysis: &Analysis, left_out: &[usize], by: &str) -> (Replacing, usize) {
        let mut left_out = left_out.iter().copied().peekable();
        let taken = self.from(0).enumerate().filter(move |(at, _)| {
            let is_left_out = left_out.next_if_eq(at).is_some();
            !is_left_out
        });
        let taken: Vec<Hit> = taken.map(|(_, hit)| hit).collect();
        let edit = |hit: &Hit| Edit::replace(hit.span, by);
        if let Some(part) = self.asked().scope.part() {
            return (Replacing::Written { part, edits: taken.iter().map(edit).collect() }, taken.len());
        }
        let (mut texts, mut ids) = (Vec::new(), Vec::new());
        for hits in taken.chunk_by(|one, other| one.holder == other.holder) {
            let holder = hits[0].holder;
            let old = self.text(holder);
            let edits = Edits::new(hits.iter().map(edit).collect()).expect("hits do not overlap");
            let new = edits.apply(old);
            match holder {
                Holder::Text(entry, lcid) => texts.extend(analysis.entry_place(entry).map(|entry| NewText {
                    entry,
                    lcid,
                    old: old.to_owned(),
                    new,
                })),
                Holder::EntryId(entry) => {
                    ids.extend(analysis.entry_place(entry).map(|entry| NewId::OfEntry { entry, new }));
                }
                Holder::RowId(_) => ids.push(NewId::OfRows { old: old.to_owned(), new }),
                Holder::Stretch(_) => {}
            }
        }
        let replacing = if ids.is_empty() { Replacing::Texts(texts) } else { Replacing::Ids(ids) };
        (replacing, taken.len())
    }
}

/// What was done: "3 texts replaced", "4 hits in 3 texts replaced".
pub fn done(replacing: &Replacing, hits: usize) -> String {
    let (count, one, many) = match replacing {
        Replacing::Texts(texts) => (texts.len(), "text", "texts"),
        Replacing::Ids(ids) => (ids.len(), "ID", "IDs"),
        Replacing::Written { part: Part::Xml, .. } => return format!("{} replaced in the XML", hits_of(hits)),
        Replacing::Written { .. } => return format!("{} replaced in the options", hits_of(hits)),
    };
    match count == hits {
        true => format!("{} replaced", counted(count, one, many)),
        false => format!("{} in {} replaced", hits_of(hits), counted(count, one, many)),
    }
}

pub(super) fn hits_of(count: usize) -> String {
    counted(count, "hit", "hits")
}
