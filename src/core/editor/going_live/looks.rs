//! What is looked at when a change is live: situations of an agent, and what is to be seen then.

use crate::{
    editor::{
        analysis::Analysis,
        baseline::Live,
        comparing::{self, Side, What, sides::Then},
        place::ProfileId,
        ranges::{self, Ranges, outcome},
        rows::{self, ShownPresence},
        workspace::{Profile, Workspace},
    },
    mapping::{availability::Class, options::ProfileOptions},
};

/// What is to be seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Look {
    /// In push mode: what a colleague sees.
    Seen(ShownPresence),
    /// In pull mode: which event T-Server sends, and what that makes of the agent.
    Event(String),
}

/// What is to be looked at of a profile: what is otherwise now, and where that is nothing, its first situations.
pub(super) fn looks(workspace: &Workspace, id: ProfileId) -> Vec<(String, Look)> {
    let Some(now) = workspace.profile(id) else { return Vec::new() };
    let is_one = workspace.profiles.len() == 1;
    let of = if is_one { String::new() } else { format!("{}: ", now.name) };
    let looks = match ProfileOptions::read(&now.options).pulls() {
        true => events(workspace, now),
        false => seen(workspace, now),
    };
    looks.into_iter().map(|(situation, look)| (format!("{of}{situation}"), look)).collect()
}

/// So many situations are looked at where no one is known to be another.
const MOST_FIRST: usize = 3;

/// The presences of which T-Server tells otherwise than before.
fn events(workspace: &Workspace, now: &Profile) -> Vec<(String, Look)> {
    let ranges = Ranges::of(&ProfileOptions::read(&now.options));
    let before = match &workspace.live.of(now.id).options {
        Live::Text(text) => Some(ProfileOptions::read(text)).filter(ProfileOptions::pulls).map(|own| Ranges::of(&own)),
        Live::Unknown | Live::Nothing => None,
    };
    let is_same = |at: usize| before.as_ref().is_some_and(|before| before.outcomes[at] == ranges.outcomes[at]);
    let own = |(at, outcome): (usize, &outcome::Outcome)| {
        let situation = format!("{}, {}", ranges::word(outcome.class), outcome::numbers(&outcome.class.range()));
        (is_same(at), situation, Look::Event(format!("{}: {}", outcome.events(), outcome.user())))
    };
    let all: Vec<(bool, String, Look)> = ranges.outcomes.iter().enumerate().map(own).collect();
    let is_any_other = before.is_some() && all.iter().any(|(is_same, ..)| !is_same);
    // Where nothing is known to be another: presences that people choose.
    let is_first = |at: usize| matches!(ranges.outcomes[at].class, Class::Online | Class::Busy | Class::Away);
    let wanted = all.into_iter().enumerate();
    let wanted = wanted.filter(|(at, (is_same, ..))| if is_any_other { !is_same } else { is_first(*at) });
    wanted.map(|(_, (_, situation, look))| (situation, look)).collect()
}

/// The situations in which colleagues see something else.
fn seen(workspace: &Workspace, now: &Profile) -> Vec<(String, Look)> {
    let then = Then::live(workspace.live.of(now.id), now);
    let differences = comparing::differences(&then.profile, now);
    let seen = differences.iter().filter_map(|own| match (&own.what, &own.now) {
        (What::Seen(rows, viewer), Side::Seen(shown, _)) => {
            let seen = viewer.map_or_else(String::new, |lcid| format!(", seen in {}", lcid.name()));
            Some((format!("{}{seen}", comparing::words::situation(*rows)), Look::Seen(shown.clone())))
        }
        _ => None,
    });
    let mut looks: Vec<_> = seen.collect();
    let analysis = Analysis::unjudged(now);
    let all = rows::rows(&analysis, now.choices.default_language);
    // Where an entry has another name, colleagues are to see the same as before.
    let named = differences.iter().filter_map(|own| match own.what {
        What::Named(rows) => rows.iter().next().map(|first| (rows, first)),
        _ => None,
    });
    looks.extend(named.filter_map(|(rows, first)| {
        let shown = all.iter().find(|row| row.number == first).map(|row| row.shown.clone())?;
        Some((comparing::words::situation(rows), Look::Seen(shown)))
    }));
    if !looks.is_empty() {
        return looks;
    }
    let own = all.into_iter().filter(|row| row.begins_run).take(MOST_FIRST);
    own.map(|row| (comparing::words::situation(row.number.into()), Look::Seen(row.shown))).collect()
}

impl Look {
    /// What is to be seen, in words.
    pub fn told(&self) -> String {
        match self {
            Look::Seen(shown) => {
                let (text, _) = shown.told(true);
                let text = if text.is_empty() { text } else { format!(", {text}") };
                format!("{}{text}", shown.word())
            }
            Look::Event(told) => told.clone(),
        }
    }
}
