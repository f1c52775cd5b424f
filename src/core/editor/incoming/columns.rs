//! What the head of a column says stands below it.

mod language;

use std::collections::HashSet;

pub(super) use language::language;

use crate::mapping::lcid::Lcid;

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    /// Numbers of rows of `aggregated-states`.
    Row,
    /// Agent states.
    Agent,
    /// Device states.
    Device,
    /// Aggregated state IDs.
    Id,
    /// Availability numbers.
    Availability,
    /// Texts in a language; whether the head has its number otherwise than in decimal digits: spoilt by a spreadsheet,
    /// or hexadecimal.
    Language(Lcid, bool),
    /// Languages, one a line: what `Text` has is in it.
    Lcid,
    /// Texts of which each line says the language.
    Text,
    /// Something else.
    Other,
}

/// What heads are called, in small letters and digits only, without the name of a product in front. `ID` is the guide's
/// word, the others are those of its table, of the option reference, and of the XML.
const HEADS: [(&str, Column); 42] = [
    ("", Column::Other),
    ("row", Column::Row),
    ("no", Column::Row),
    ("nr", Column::Row),
    ("number", Column::Row),
    ("rownumber", Column::Row),
    ("statenumber", Column::Row),
    ("compositestateid", Column::Row),
    ("agentstate", Column::Agent),
    ("agentstatus", Column::Agent),
    ("agent", Column::Agent),
    ("devicestate", Column::Device),
    ("devicestatus", Column::Device),
    ("device", Column::Device),
    ("id", Column::Id),
    ("ids", Column::Id),
    ("stateid", Column::Id),
    ("aggregatedstate", Column::Id),
    ("aggregatedstates", Column::Id),
    ("aggregatedstateid", Column::Id),
    ("aggregatedstatename", Column::Id),
    ("availability", Column::Availability),
    ("availabilityvalue", Column::Availability),
    ("availabilitynumber", Column::Availability),
    ("presenceavailability", Column::Availability),
    ("avail", Column::Availability),
    ("lcid", Column::Lcid),
    ("language", Column::Lcid),
    ("languageid", Column::Lcid),
    ("languagecode", Column::Lcid),
    ("lang", Column::Lcid),
    ("locale", Column::Lcid),
    ("text", Column::Text),
    ("activity", Column::Text),
    ("activitytext", Column::Text),
    ("translation", Column::Text),
    ("label", Column::Text),
    ("caption", Column::Text),
    ("class", Column::Other),
    ("shownas", Column::Other),
    ("state", Column::Other),
    ("name", Column::Other),
];

/// What stands below a head, whatever the others are.
pub fn column(head: &str) -> Column {
    if matches!(head.trim(), "#" | "\u{2116}") {
        return Column::Row;
    }
    let letters = letters(head);
    let known = HEADS.iter().find(|(name, _)| *name == letters).map(|(_, column)| *column);
    known.or_else(|| language(head)).unwrap_or(Column::Other)
}

/// What stands below each of the heads of a table. Of two columns of one kind, or of one language, the first counts.
///
/// Beside `Aggregated State ID`, `ID` is the number of a row; `State` is an agent state beside that of a device, and where
/// no other head is that of IDs, it is theirs, as is `Name`.
pub fn columns(heads: &[String]) -> Vec<Column> {
    let mut columns: Vec<Column> = heads.iter().map(|head| column(head)).collect();
    let names: Vec<String> = heads.iter().map(|head| letters(head)).collect();
    let named = |wanted: &str| names.iter().position(|name| name == wanted);
    let has = |columns: &[Column], wanted: Column| columns.contains(&wanted);
    let ids = columns.iter().filter(|column| **column == Column::Id).count();
    if let Some(at) = named("id").filter(|_| 1 < ids) {
        columns[at] = if has(&columns, Column::Row) { Column::Other } else { Column::Row };
    }
    if let Some(at) = named("state") {
        if has(&columns, Column::Device) && !has(&columns, Column::Agent) {
            columns[at] = Column::Agent;
        } else if !has(&columns, Column::Id) {
            columns[at] = Column::Id;
        }
    }
    if let Some(at) = named("name").filter(|_| !has(&columns, Column::Id)) {
        columns[at] = Column::Id;
    }
    // The corner of a table of texts is often empty.
    let has_texts = columns.iter().any(|column| matches!(column, Column::Language(..)));
    if has_texts && !has(&columns, Column::Id) && names.first().is_some_and(String::is_empty) {
        columns[0] = Column::Id;
    }
    // Where a column names its language, a text is in no other, and one without the other says nothing.
    let is_long = !has_texts && has(&columns, Column::Lcid) && has(&columns, Column::Text);
    if !is_long {
        columns
            .iter_mut()
            .filter(|column| matches!(column, Column::Lcid | Column::Text))
            .for_each(|it| *it = Column::Other);
    }
    let mut seen: HashSet<Column> = HashSet::new();
    for column in &mut columns {
        let kind = match *column {
            Column::Language(lcid, _) => Column::Language(lcid, false),
            kind => kind,
        };
        if !seen.insert(kind) {
            *column = Column::Other;
        }
    }
    columns
}

/// The letters and digits of a head, small, without the name of a product in front.
fn letters(head: &str) -> String {
    let letters: String = head.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let bare = letters.strip_prefix("genesys").unwrap_or(&letters);
    bare.strip_prefix("tserver").unwrap_or(bare).to_owned()
}
