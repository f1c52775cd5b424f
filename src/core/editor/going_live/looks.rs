//! What is looked at when a change is live: situations of an agent, and what a colleague is to see.

use crate::editor::{
    analysis::Analysis,
    comparing::{self, Side, What, sides::Then},
    place::ProfileId,
    rows::{self, ShownPresence},
    workspace::Workspace,
};

/// What is to be looked at of a profile: what colleagues see otherwise, and where that is nothing, its first situations.
pub(super) fn looks(workspace: &Workspace, id: ProfileId) -> Vec<(String, ShownPresence)> {
    let Some(now) = workspace.profile(id) else { return Vec::new() };
    let then = Then::live(workspace.live.of(id), now);
    let is_one = workspace.profiles.len() == 1;
    let of = if is_one { String::new() } else { format!("{}: ", now.name) };
    let differences = comparing::differences(&then.profile, now);
    let seen = differences.iter().filter_map(|own| match (&own.what, &own.now) {
        (What::Seen(rows, viewer), Side::Seen(shown, _)) => {
            let seen = viewer.map_or_else(String::new, |lcid| format!(", seen in {}", lcid.name()));
            Some((format!("{of}{}{seen}", comparing::words::situation(*rows)), shown.clone()))
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
        Some((format!("{of}{}", comparing::words::situation(rows)), shown))
    }));
    if !looks.is_empty() {
        return looks;
    }
    let own = all.into_iter().filter(|row| row.begins_run).take(3);
    own.map(|row| (format!("{of}{}", comparing::words::situation(row.number.into())), row.shown)).collect()
}
