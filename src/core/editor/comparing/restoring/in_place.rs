//! What was taken out comes back as it was written, and where it stood.

use super::Way;
use crate::{
    editor::{command::Command, place::EntryPlace, refusal::Refusal},
    mapping::{
        agent_states::{Activity, PresenceMap, StateEntry, writing},
        lcid::Lcid,
    },
    source::{
        edit::Edit,
        text::{Part, Span},
    },
};

impl Way<'_> {
    /// An entry that was not there goes; one that was there comes back as it was written, behind the one it stood behind.
    pub(super) fn bring_back_entry(&mut self, id: &str) -> Result<(), Refusal> {
        let xml = self.own().xml.clone();
        let now = PresenceMap::read(&xml);
        let Some(was) = self.map.entry_of(id) else {
            let Some(at) = now.entry_of(id) else { return Ok(()) };
            return self.carry_out(&Command::RemoveEntry(EntryPlace::of(&now.entries[at])));
        };
        if now.entry_of(id).is_some() {
            return Ok(());
        }
        let (text, entries) = (&self.then.xml, &self.map.entries);
        let end = |at: usize| writing::without_blanks_behind(text, entries[at].span).end;
        let here = |at: usize| {
            let id = entries[at].id.as_ref()?;
            now.entry_of(&id.text).map(|at| now.entries[at].span)
        };
        let front = was.checked_sub(1).and_then(|front| Some((front, here(front)?)));
        let behind = (was + 1 < entries.len()).then_some(was + 1).and_then(|behind| Some((behind, here(behind)?)));
        let edit = match (front, behind) {
            (Some((front, span)), _) => {
                let at = writing::without_blanks_behind(&xml, span).end;
                Some(Edit::insert(at, Span::new(end(front), end(was)).text(text)))
            }
            (None, Some((behind, span))) => {
                let written = Span::new(entries[was].span.start, entries[behind].span.start);
                Some(Edit::insert(span.start, written.text(text)))
            }
            (None, None) => now.additions(&xml, |_, _| vec![entries[was].span.text(text).trim_end().to_owned()]),
        };
        self.edit(Part::Xml, edit.ok_or(Refusal::NowhereToAdd)?);
        Ok(())
    }

    /// A text that is not there comes back as it was written, behind the one it stood behind, else before the next one. Whether
    /// that was done: it is not where nothing of the entry stands beside it.
    pub(super) fn bring_back_text(&mut self, id: &str, lcid: Lcid) -> bool {
        let (then, xml) = (self.then.xml.clone(), self.own().xml.clone());
        let now = PresenceMap::read(&xml);
        let of = |map: &PresenceMap| map.entry_of(id).map(|at| map.entries[at].clone());
        let edit = of(&self.map).zip(of(&now)).and_then(|(was, is)| written_again((&then, &was), (&xml, &is), lcid));
        let is_done = edit.is_some();
        edit.into_iter().for_each(|edit| self.edit(Part::Xml, edit));
        is_done
    }
}

fn written_again((then, was): (&str, &StateEntry), (xml, is): (&str, &StateEntry), lcid: Lcid) -> Option<Edit> {
    if is.activity_in(lcid).is_some() {
        return None;
    }
    let at = was.activity_in(lcid)?;
    let own = was.activities[at].span;
    let beside = |other: &Activity| Some(is.activities[is.activity_in(other.lcid_value()?)?].span);
    let front = at.checked_sub(1).map(|at| &was.activities[at]).and_then(|front| Some((front.span, beside(front)?)));
    let behind = || was.activities.get(at + 1).and_then(|behind| Some((behind.span, beside(behind)?)));
    let end = |text: &str, span: Span| writing::without_blanks_behind(text, span).end;
    match front {
        Some((front, here)) => {
            Some(Edit::insert(end(xml, here), Span::new(end(then, front), end(then, own)).text(then)))
        }
        None => behind().map(|(behind, here)| Edit::insert(here.start, Span::new(own.start, behind.start).text(then))),
    }
}
