//! What a preset would do, for a person to look at first: to each row, to what colleagues see, and to the entries.

use super::{
    analysis::Analysis,
    change::Change,
    command::Command,
    history::History,
    place::ProfileId,
    planning,
    preset::Preset,
    refusal::Refusal,
    rows::{self, ShownPresence},
    subject::Subject,
};
use crate::mapping::{lcid::Lcid, states::StateNumber};

/// What it would do.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlook {
    /// To each of the fifteen rows.
    pub rows: Vec<RowOutlook>,
    /// Entries that are made.
    pub made: Vec<Made>,
    /// Entries that a row uses now, and none would.
    pub unused: Vec<String>,
    /// Whether anything would change.
    pub changes: bool,
}

/// Entries that are made in one way.
#[derive(Debug, Clone, PartialEq)]
pub struct Made {
    /// Their IDs.
    pub ids: Vec<String>,
    /// The ID of the entry they are copies of; without one, each has the customary availability of its row, and no text.
    pub copied: Option<String>,
}

/// What becomes of a row.
#[derive(Debug, Clone, PartialEq)]
pub struct RowOutlook {
    /// The row.
    pub number: StateNumber,
    /// Its ID; empty where it is not set.
    pub before: String,
    /// The ID it would have.
    pub after: String,
    /// What colleagues would see in its place, where that is something else.
    pub seen: Option<Seen>,
}

/// What colleagues see, and would see.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    /// In this language: that of the viewer, or the first in which it is something else.
    pub lcid: Lcid,
    /// Now.
    pub before: ShownPresence,
    /// Then.
    pub after: ShownPresence,
    /// In how many further languages it is something else.
    pub more: usize,
}

/// What a preset would do to a profile.
///
/// # Errors
/// A [`Refusal`] says why it cannot be done.
pub fn outlook(
    history: &History,
    profile: ProfileId,
    now: &Analysis,
    preset: Preset,
    viewer: Lcid,
) -> Result<Outlook, Refusal> {
    let workspace = history.present();
    let own = workspace.profile(profile).ok_or(Refusal::ProfileGone)?;
    let subject = Subject { workspace, profile: own, analysis: now };
    let change: Change = planning::carry_out(subject, &Command::ApplyPreset(preset))?;
    let then = Analysis::in_workspace(&change.apply(workspace), profile);
    let mut languages = vec![viewer];
    languages.extend(now.languages.iter().chain(&then.languages).copied().filter(|lcid| *lcid != viewer));
    languages.sort_unstable_by_key(|lcid| (*lcid != viewer, lcid.number()));
    languages.dedup();
    let seen = |number: StateNumber| {
        let in_language = |lcid: &Lcid| (rows::shown(now, number, *lcid), rows::shown(&then, number, *lcid));
        let all = languages.iter().map(|lcid| (*lcid, in_language(lcid)));
        let mut other = all.filter(|(_, (before, after))| before != after);
        let (lcid, (before, after)) = other.next()?;
        Some(Seen { lcid, before, after, more: other.count() })
    };
    let id = |analysis: &Analysis, row| analysis.options.aggregated_states.id_of(row).unwrap_or_default().to_owned();
    let row = |number| RowOutlook { number, before: id(now, number), after: id(&then, number), seen: seen(number) };
    let uses = |analysis: &Analysis, id: &str| analysis.rows_of(id).next().is_some();
    let ids = now.map.entries.iter().filter_map(|entry| entry.id.as_ref().map(|id| id.text.clone()));
    let mut unused: Vec<String> = ids.filter(|id| uses(now, id) && !uses(&then, id)).collect();
    unused.dedup();
    let name = |at: usize| now.map.entries[at].id.as_ref().map(|id| id.text.clone());
    let missing = preset.missing(&now.options.aggregated_states, &now.map).into_iter();
    Ok(Outlook {
        rows: StateNumber::all().map(row).collect(),
        made: made(missing.map(|missing| (missing.id, missing.copied.and_then(name)))),
        unused,
        changes: !change.is_empty(),
    })
}

fn made(missing: impl Iterator<Item = (String, Option<String>)>) -> Vec<Made> {
    let mut all: Vec<Made> = Vec::new();
    for (id, copied) in missing {
        match all.iter_mut().find(|made| made.copied == copied) {
            Some(made) => made.ids.push(id),
            None => all.push(Made { ids: vec![id], copied }),
        }
    }
    all
}

impl Outlook {
    /// In a sentence: how many rows get another ID, how many entries are made or used no more, and for how many rows
    /// colleagues see something else.
    pub fn sum(&self) -> String {
        let counted = |count: usize, one: &str, more: &str| match count {
            1 => format!("1 {one}"),
            count => format!("{count} {more}"),
        };
        if !self.changes {
            return "The rows have these IDs already".to_owned();
        }
        let renamed = self.rows.iter().filter(|row| row.before != row.after).count();
        let mut parts = vec![counted(renamed, "row gets another ID", "rows get another ID")];
        let made = self.made.iter().map(|made| made.ids.len()).sum();
        if 0 < made {
            parts.push(counted(made, "entry is made", "entries are made"));
        }
        if !self.unused.is_empty() {
            parts.push(counted(self.unused.len(), "entry stays unused", "entries stay unused"));
        }
        let seen = self.rows.iter().filter(|row| row.seen.is_some()).count();
        parts.push(match seen {
            0 => "colleagues see what they see now".to_owned(),
            1 => "colleagues see something else in 1 row".to_owned(),
            seen => format!("colleagues see something else in {seen} rows"),
        });
        parts.join("; ")
    }
}
