//! Differences as a table shows them: what colleagues notice, the option, the other options, the file.

use super::{Difference, Side, What, words};
use crate::{
    mapping::{lcid::Lcid, option_name::OptionName},
    source::phrase::counted,
};

/// Differences of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Their kind.
    pub title: &'static str,
    /// How many they are, and what is to be said of them.
    pub facts: String,
    /// They themselves.
    pub lines: Vec<Line>,
}

/// A difference in a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its position among all differences.
    pub at: usize,
    /// Where it is.
    pub place: String,
    /// That more exactly.
    pub detail: String,
    /// The language of its texts, where they are in one.
    pub lcid: Option<Lcid>,
    /// How it was.
    pub then: Side,
    /// How it is.
    pub now: Side,
    /// With what it goes back, where it has no way back of its own: "rows 6 to 10".
    pub restored_with: Option<String>,
}

/// What a section is called, and what is in it.
type Kind = (&'static str, fn(&What) -> bool);

/// The sections that have differences, in their order.
pub fn sections(differences: &[Difference], default: Lcid) -> Vec<Section> {
    let kinds: [Kind; 5] = [
        ("What colleagues notice", What::is_noticed),
        ("Option aggregated-states", |what| matches!(what, What::Named(_))),
        ("Other options", |what| matches!(what, What::Option(_)) && !what.is_noticed()),
        ("File", |what| matches!(what, What::Entry(_) | What::Renamed | What::Availability(_) | What::Text(..))),
        ("Profile and assignment", |what| matches!(what, What::Name | What::Deleted(_) | What::Assigned(_))),
    ];
    let section = |(title, is_own): Kind| {
        let own = differences.iter().enumerate().filter(|(_, own)| is_own(&own.what));
        let lines: Vec<Line> = own.map(|(at, own)| line(differences, at, own, default)).collect();
        let count = counted(lines.len(), "change", "changes");
        let is_first = title == kinds[0].0;
        let facts = match lines.first().map(|line| &differences[line.at].what) {
            // Which profile applies may be noticed, or not.
            Some(What::Name | What::Deleted(_) | What::Assigned(_)) => count,
            _ if is_first => count,
            _ => format!("{count}; colleagues notice nothing"),
        };
        (!lines.is_empty()).then_some(Section { title, facts, lines })
    };
    kinds.into_iter().filter_map(section).collect()
}

fn line(all: &[Difference], at: usize, own: &Difference, default: Lcid) -> Line {
    let (place, detail, lcid) = match &own.what {
        What::Seen(rows, lcid) => {
            let place = words::situation(*rows);
            let by = match (&own.then, &own.now) {
                (Side::Seen(_, Some(then)), Side::Seen(_, Some(now))) if then == now => format!(", {then}"),
                _ => String::new(),
            };
            let seen = lcid.map_or(by, |lcid| format!(", seen in {}", lcid.name()));
            (place, format!("{rows}{seen}"), Some(lcid.unwrap_or(default)))
        }
        What::Named(rows) => (capital(&rows.to_string()), words::situation(*rows), None),
        What::Option(name) if *name == OptionName::MapPresenceToDnd.name() => {
            ("Push or pull".to_owned(), name.clone(), None)
        }
        What::Option(name) => (name.clone(), String::new(), None),
        What::Entry(id) => (format!("Entry {id}"), "no row uses it".to_owned(), None),
        What::Renamed => ("Name of an entry".to_owned(), String::new(), None),
        What::Availability(id) => (format!("Availability of {id}"), "no row uses it".to_owned(), None),
        What::Name => ("Name of the DN".to_owned(), String::new(), None),
        What::Deleted(_) => ("VoIP Service DN".to_owned(), "its profile was deleted here".to_owned(), None),
        What::Assigned(None) => ("T-Server application".to_owned(), "presence-profile".to_owned(), None),
        What::Assigned(Some(number)) => (format!("Extension {number}"), "presence-profile".to_owned(), None),
        What::Text(id, lcid) => (id.clone(), lcid.name().into_owned(), Some(*lcid)),
    };
    let rows_of = |own: &Difference| match own.what {
        What::Named(rows) => Some(rows.to_string()),
        _ => None,
    };
    let restored_with =
        (own.what == What::Renamed).then(|| super::together(all, own).into_iter().find_map(rows_of)).flatten();
    Line { at, place, detail, lcid, then: own.then.clone(), now: own.now.clone(), restored_with }
}

fn capital(words: &str) -> String {
    let mut signs = words.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

/// How many of the differences colleagues notice.
pub fn noticed(differences: &[Difference]) -> usize {
    differences.iter().filter(|own| own.what.is_noticed()).count()
}
