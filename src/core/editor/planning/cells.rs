//! Many cells at once, by ID and language: one plan on one reading, one change.

use super::{entries, rows, texts};
use crate::{
    editor::{change::Change, command::CellValue, refusal::Refusal, subject::Subject},
    mapping::{lcid::Lcid, states::StateNumber},
    source::{
        edit::{Edit, Edits},
        indent,
        text::{Part, Span},
    },
};

/// What an entry gets.
#[derive(Default)]
pub(super) struct EntryValues<'a> {
    pub availability: Option<&'a str>,
    pub texts: Vec<(Lcid, &'a str)>,
}

pub(super) fn set(subject: Subject<'_>, values: &[CellValue]) -> Result<Change, Refusal> {
    let mut ids: Vec<(StateNumber, &str)> = Vec::new();
    // By the position of the entry.
    let mut own: Vec<(usize, EntryValues<'_>)> = Vec::new();
    for value in values {
        match value {
            CellValue::StateId { row, id } => {
                ids.retain(|(other, _)| other != row);
                ids.push((*row, id.trim()));
            }
            CellValue::Availability { id, value } => {
                values_of(subject, &mut own, id)?.availability = Some(value.trim());
            }
            CellValue::Text { id, lcid, text } => {
                let texts = &mut values_of(subject, &mut own, id)?.texts;
                texts.retain(|(other, _)| other != lcid);
                texts.push((*lcid, text));
            }
        }
    }
    let xml = xml_edits(subject, &own)?;
    Ok(subject
        .change(label(&ids, &own), Part::Options, rows::edits(subject, &ids)?)
        .with(subject.place(Part::Xml), xml))
}

/// The language of a value.
pub(super) fn language(value: &CellValue) -> Option<Lcid> {
    match value {
        CellValue::Text { lcid, text, .. } if !text.is_empty() => Some(*lcid),
        _ => None,
    }
}

fn values_of<'v, 'a>(
    subject: Subject<'_>,
    own: &'v mut Vec<(usize, EntryValues<'a>)>,
    id: &str,
) -> Result<&'v mut EntryValues<'a>, Refusal> {
    let position = subject.analysis.map.entry_of(id).ok_or_else(|| Refusal::NoEntry(id.to_owned()))?;
    let at = own.binary_search_by_key(&position, |(position, _)| *position).unwrap_or_else(|at| {
        own.insert(at, (position, EntryValues::default()));
        at
    });
    Ok(&mut own[at].1)
}

/// The edits that give entries, by their positions, what they get.
pub(super) fn xml_edits(subject: Subject<'_>, own: &[(usize, EntryValues<'_>)]) -> Result<Edits, Refusal> {
    let mut edits: Vec<Edit> = Vec::new();
    let mut gone: Vec<Span> = Vec::new();
    for (position, values) in own {
        let entry = &subject.analysis.map.entries[*position];
        if let Some(value) = values.availability {
            let change = entries::availability_of(subject, entry, value)?;
            edits.extend(change.edits(subject.place(Part::Xml)).into_iter().flat_map(|edits| edits.iter().cloned()));
        }
        let rewritten = texts::edits(subject, entry, &values.texts)?;
        edits.extend(rewritten.edits);
        gone.extend(rewritten.gone);
    }
    let written = Edits::new(edits).ok_or(Refusal::Entangled)?;
    // Lines go when all that stands on them goes, so that is done last, where the other edits have put it.
    let moves = written.moves();
    let gone = gone.into_iter().filter_map(|span| moves.stretch(span));
    let between = written.apply(&subject.profile.xml);
    Ok(written.then(&indent::deletion(&between, gone)))
}

/// "15 cells set", "4 rows cleared", "4 rows set to INCALL".
fn label(ids: &[(StateNumber, &str)], own: &[(usize, EntryValues<'_>)]) -> String {
    match ids {
        [(row, "")] if own.is_empty() => format!("Row {} cleared", row.number()),
        [(row, id)] if own.is_empty() => format!("Row {} set to {id}", row.number()),
        [(_, first), ..] if own.is_empty() && ids.iter().all(|(_, id)| id == first) => match *first {
            "" => format!("{} rows cleared", ids.len()),
            id => format!("{} rows set to {id}", ids.len()),
        },
        _ => {
            let of_entries =
                own.iter().map(|(_, values)| values.texts.len() + usize::from(values.availability.is_some()));
            match ids.len() + of_entries.sum::<usize>() {
                1 => "1 cell set".to_owned(),
                count => format!("{count} cells set"),
            }
        }
    }
}
