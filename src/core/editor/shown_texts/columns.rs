//! Which languages are shown, in which order: the reference first, then the others in the order of the columns.

use std::sync::Arc;

use crate::mapping::lcid::Lcid;

/// What is wanted of the languages of a profile, as a choice of the view.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ColumnsView {
    /// The reference; `None` is the default language.
    pub reference: Option<Lcid>,
    /// Languages that are not to be seen; some of them may have no column.
    pub hidden: Vec<Lcid>,
}

/// A column that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Column {
    /// The language.
    pub lcid: Lcid,
    /// The position of its texts in the rows of the matrix.
    pub position: usize,
}

impl ColumnsView {
    /// The columns that are shown of all the profile has, and the languages that are hidden. The reference is always shown.
    pub fn of(&self, languages: &[Lcid], default_language: Lcid) -> (Arc<[Column]>, Vec<Lcid>) {
        let is_there = |lcid: &Lcid| languages.contains(lcid);
        let reference = self.reference.filter(is_there).or(Some(default_language).filter(is_there));
        let reference = reference.or(languages.first().copied());
        let all = languages.iter().enumerate().map(|(position, lcid)| Column { lcid: *lcid, position });
        let (first, others): (Vec<Column>, Vec<Column>) = all.partition(|column| Some(column.lcid) == reference);
        let (hidden, others): (Vec<Column>, Vec<Column>) =
            others.into_iter().partition(|column| self.hidden.contains(&column.lcid));
        let shown = first.into_iter().chain(others);
        (shown.collect(), hidden.into_iter().map(|column| column.lcid).collect())
    }

    /// The same with a language hidden.
    pub fn without(mut self, lcid: Lcid) -> ColumnsView {
        if !self.hidden.contains(&lcid) {
            self.hidden.push(lcid);
        }
        self
    }

    /// The same with a language that is seen.
    pub fn with(mut self, lcid: Lcid) -> ColumnsView {
        self.hidden.retain(|hidden| *hidden != lcid);
        self
    }

    /// The same with another reference, which is seen then.
    pub fn beside(self, reference: Lcid) -> ColumnsView {
        ColumnsView { reference: Some(reference), ..self.with(reference) }
    }
}

/// What a language is called in few words: without its country, where no other one of them is of that language.
pub fn short_name(lcid: Lcid, among: &[Lcid]) -> String {
    let whole = lcid.name();
    let bare = |name: &str| name.split_once(" (").map_or(name, |(bare, _)| bare).to_owned();
    let short = bare(&whole);
    let is_shared = |other: &Lcid| *other != lcid && bare(&other.name()) == short;
    if among.iter().any(is_shared) { whole.into_owned() } else { short }
}
