//! Where the cells of a block go whose first row says it: `ID`, `Availability`, languages.

use super::columns::{self, Column};
use crate::{mapping::lcid::Lcid, source::phrase::counted};

/// The table a block comes into. Rows and columns count from 0: the first column has the IDs, the second the availability,
/// the languages stand behind them.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// The IDs of its rows.
    pub ids: &'a [String],
    /// The languages it shows.
    pub languages: &'a [Lcid],
    /// The row that a block without IDs begins in.
    pub first: usize,
}

/// Where the cells of a block go.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BelowHeads {
    /// Why the block goes there: "its first row names languages".
    pub named: &'static str,
    /// The heads that have a column, as the block writes them; none where each row says where it goes.
    pub heads: Vec<String>,
    /// What is written: row, column, text.
    pub texts: Vec<(usize, usize, String)>,
    /// Heads and IDs that the table does not have.
    pub without_place: Vec<String>,
    /// Rows that would go over the end of the table.
    pub below: usize,
}

/// Where the cells of a block go; `None` where its first row does not name languages.
///
/// Where the block has IDs, each row goes to the first row of its ID, whatever the order.
pub fn place(rows: &[Vec<String>], target: Target) -> Option<BelowHeads> {
    let (head, rows) = rows.split_first().filter(|(_, rows)| !rows.is_empty())?;
    let columns = columns::columns(head);
    let ids = columns.iter().position(|column| *column == Column::Id);
    let is_language = |column: &Column| matches!(column, Column::Language(..));
    let is_foreign = |(column, head): (&Column, &String)| {
        !is_language(column) && !matches!(column, Column::Id | Column::Availability) && !head.trim().is_empty()
    };
    // Without IDs, a first row that is not all heads may be a row like the others.
    let has_foreign = columns.iter().zip(head).any(is_foreign);
    if !columns.iter().any(is_language) || ids.is_none() && has_foreign {
        return None;
    }
    let mut placed = BelowHeads { named: "its first row names languages", ..BelowHeads::default() };
    let mut goals: Vec<Option<usize>> = Vec::new();
    for (column, head) in columns.iter().zip(head) {
        let goal = match column {
            Column::Availability => Some(1),
            Column::Language(lcid, _) => target.languages.iter().position(|own| own == lcid).map(|at| at + 2),
            _ => None,
        };
        match goal {
            Some(_) => placed.heads.push(head.trim().to_owned()),
            None if *column != Column::Id && !head.trim().is_empty() => {
                placed.without_place.push(head.trim().to_owned());
            }
            None => {}
        }
        goals.push(goal);
    }
    for (at, row) in rows.iter().enumerate() {
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let goal = match ids {
            Some(column) => {
                let id = row.get(column).map(|id| id.trim()).unwrap_or_default();
                let found = target.ids.iter().position(|own| !id.is_empty() && own == id);
                if found.is_none() {
                    placed.without_place.push(if id.is_empty() {
                        "a row without ID".to_owned()
                    } else {
                        id.to_owned()
                    });
                }
                found
            }
            None => {
                let goal = Some(target.first + at).filter(|goal| *goal < target.ids.len());
                placed.below += usize::from(goal.is_none());
                goal
            }
        };
        let Some(goal) = goal else { continue };
        for (cell, column) in row.iter().zip(&goals) {
            match column {
                // What is not translated yet takes nothing away.
                Some(column) if !cell.trim().is_empty() => placed.texts.push((goal, *column, cell.clone())),
                _ => {}
            }
        }
    }
    Some(placed)
}

impl BelowHeads {
    /// What pasting it there is called: `Paste below German, French`, `Paste below German and 3 more`.
    pub fn way(&self) -> String {
        match self.heads.is_empty() {
            true => "Paste where its states are".to_owned(),
            false => format!("Paste below {}", named(&self.heads)),
        }
    }

    /// What has no place in the table, in words; empty where all has one.
    pub fn left(&self) -> String {
        let below = (self.below != 0).then(|| counted(self.below, "row", "rows"));
        let names = (!self.without_place.is_empty()).then(|| named(&self.without_place));
        names.into_iter().chain(below).collect::<Vec<_>>().join(" and ")
    }
}

fn named(names: &[String]) -> String {
    match names {
        [first, _, _, _, ..] => format!("{first} and {} more", names.len() - 1),
        few => few.join(", "),
    }
}
