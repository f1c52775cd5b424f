//! What is different between a version and its workspace now, line by line, as people read it.

use std::fmt::Write;

use super::{
    assigned::Assigned,
    line_difference::{self, Kind, Piece},
    workspace::{Profile, Workspace},
};
use crate::source::text::{LineIndex, Part};

/// What differs in one text, or in the assignment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// What it is about: the profile, or the assignment.
    pub of: String,
    /// What happened to it, or which text of it this is.
    pub what: String,
    /// The lines, in their order; none where what happened says all.
    pub rows: Vec<Row>,
}

/// A line of a difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// A line of one of the texts, or of both.
    Line {
        /// Which has it.
        kind: Kind,
        /// Its number in the version, from 1; `None` where that does not have it.
        then: Option<usize>,
        /// Its number now, from 1; `None` where it is not there any more.
        now: Option<usize>,
        /// The line.
        text: String,
    },
    /// So many equal lines are not shown.
    Folded(usize),
    /// So many more rows are not shown.
    Cut(usize),
}

/// Equal lines that are shown around a change.
const CONTEXT: usize = 2;

/// Rows of a section that are shown.
pub const MOST_ROWS: usize = 400;

/// What is different, profile by profile in the order of now, those that are gone behind them, and the assignment last.
/// None where both are equal.
pub fn sections(then: &Workspace, now: &Workspace) -> Vec<Section> {
    let mut sections = Vec::new();
    for profile in &now.profiles {
        match then.profile(profile.id) {
            Some(before) => differ(before, profile, &mut sections),
            None => sections.push(whole(profile, "is new since")),
        }
    }
    let is_gone = |profile: &&std::sync::Arc<Profile>| now.profile(profile.id).is_none();
    sections.extend(then.profiles.iter().filter(is_gone).map(|profile| whole(profile, "is not there any more")));
    let order = |workspace: &Workspace| workspace.profiles.iter().map(|profile| profile.id).collect::<Vec<_>>();
    let (mut one, mut other) = (order(then), order(now));
    one.retain(|id| other.contains(id));
    other.retain(|id| one.contains(id));
    if one != other {
        let what = "are in another order".to_owned();
        sections.push(Section { of: "The profiles".to_owned(), what, rows: Vec::new() });
    }
    if then.assigned != now.assigned {
        let rows = rows(&assignment(&then.assigned), &assignment(&now.assigned));
        sections.push(Section { of: "Assignment".to_owned(), what: "presence-profile of each place".to_owned(), rows });
    }
    sections
}

fn whole(profile: &Profile, what: &str) -> Section {
    Section { of: profile.name.to_string(), what: what.to_owned(), rows: Vec::new() }
}

fn differ(then: &Profile, now: &Profile, sections: &mut Vec<Section>) {
    if then.name != now.name {
        sections.push(whole(now, &format!("was called {}", then.name)));
    }
    for (part, what) in [(Part::Options, "options"), (Part::Xml, "agentStates XML")] {
        let (before, after) = (then.text(part), now.text(part));
        if before != after {
            let rows = rows(before, after);
            sections.push(Section { of: now.name.to_string(), what: what.to_owned(), rows });
        }
    }
    if then.choices != now.choices {
        sections.push(whole(now, &choices(then, now)));
    }
}

/// Which choices about a profile are others.
fn choices(then: &Profile, now: &Profile) -> String {
    let (then, now) = (&then.choices, &now.choices);
    let parts = [
        (then.file_name != now.file_name, "the name of the file"),
        (then.style != now.style, "how the file is written"),
        (then.languages != now.languages, "the columns of the translations"),
        (then.set_aside != now.set_aside, "problems that are set aside"),
        (then.default_language != now.default_language, "the default language"),
    ];
    let parts: Vec<&str> = parts.into_iter().filter(|(differs, _)| *differs).map(|(_, what)| what).collect();
    format!("has other choices: {}", parts.join(", "))
}

/// The assignment as lines, one for each place.
fn assignment(assigned: &Assigned) -> String {
    let mut text = String::new();
    if let Some(name) = &assigned.application {
        // Writing to a string does not fail.
        let _ = writeln!(text, "T-Server application = {name}");
    }
    for (number, name) in &assigned.extensions {
        let _ = writeln!(text, "{number} = {name}");
    }
    text
}

/// The lines that differ between two texts, with a few equal ones around them.
pub fn rows(then: &str, now: &str) -> Vec<Row> {
    let (then_lines, now_lines) = (LineIndex::new(then), LineIndex::new(now));
    let mut rows = Vec::new();
    for piece in line_difference::folded(&line_difference::lines(then, now), CONTEXT) {
        let run = match piece {
            Piece::Folded(run) => {
                rows.push(Row::Folded(run.count));
                continue;
            }
            Piece::Shown(run) => run,
        };
        for at in 0..run.count {
            let (before, after) = (run.before + at, run.after + at);
            let (text, lines, line) = match run.kind {
                Kind::Added => (now, &now_lines, after),
                Kind::Removed | Kind::Equal => (then, &then_lines, before),
            };
            let span = lines.line(line - 1).unwrap_or_default();
            rows.push(Row::Line {
                kind: run.kind,
                then: (run.kind != Kind::Added).then_some(before),
                now: (run.kind != Kind::Removed).then_some(after),
                text: span.text(text).to_owned(),
            });
        }
    }
    // The empty line behind the last line feed says nothing where both have it.
    if let Some(Row::Line { kind: Kind::Equal, text, .. }) = rows.last()
        && text.is_empty()
    {
        rows.pop();
    }
    if MOST_ROWS < rows.len() {
        let cut = rows.len() - MOST_ROWS;
        rows.truncate(MOST_ROWS);
        rows.push(Row::Cut(cut));
    }
    rows
}
