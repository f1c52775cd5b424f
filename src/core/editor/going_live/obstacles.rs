//! What no order helps against: IDs that the new file lacks, and a path that two profiles have.

use std::collections::BTreeMap;

use super::{going::Going, names};
use crate::{
    editor::workspace::{Profile, Workspace},
    mapping::{option_name::OptionName, options::ProfileOptions},
    source::phrase::{listed, quoted},
};

/// What stands in the way of what is wanted, in a sentence, and why; `None` where nothing does.
pub(super) fn obstacle(workspace: &Workspace, going: &[Going]) -> Option<(String, String)> {
    let profile = |own: &Going| workspace.profile(own.profile);
    for own in going.iter().filter_map(profile) {
        let lacking = &names::named(&own.options) - &names::there(&own.xml);
        if !lacking.is_empty() {
            let ids = listed(lacking.iter().map(|id| quoted(id)));
            return Some((
                format!("The new file of {} lacks what its option names", own.name),
                format!(
                    "No order helps: in the end `aggregated-states` names {ids}, and the file has no such entry. What T-Server does then is not documented. Problems has the ways out."
                ),
            ));
        }
    }
    let mut by_path: BTreeMap<String, Vec<&Profile>> = BTreeMap::new();
    for own in &workspace.profiles {
        let options = ProfileOptions::read(&own.options);
        let path = options.value(OptionName::AgentPresenceMap, &own.options).unwrap_or_default().trim();
        if !options.pulls() && !path.is_empty() {
            // Windows takes both for one.
            by_path.entry(path.to_lowercase().replace('/', "\\")).or_default().push(own);
        }
    }
    let is_put = |own: &&&Profile| going.iter().any(|going| going.profile == own.id && going.has_file);
    by_path.into_values().find(|own| own.iter().any(|one| one.xml != own[0].xml) && own.iter().any(|own| is_put(&own))).map(
        |own| {
            let names = listed(own.iter().map(|own| own.name.to_string()));
            let options = ProfileOptions::read(&own[0].options);
            let path = options.value(OptionName::AgentPresenceMap, &own[0].options).unwrap_or_default();
            (
                format!("{names} have one path, and different files"),
                format!("{} is the file of each of them: the one that is put there last is loaded for all. Give each its own path, or the same XML.", quoted(path)),
            )
        },
    )
}
