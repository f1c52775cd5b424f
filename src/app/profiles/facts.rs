//! What is said of the profile that is marked, before it is renamed or deleted.

use leptos::prelude::*;

use super::{super::gate::Gate, picker::Picker};
use presence_profile_core::{
    editor::{
        assignment::Assignment,
        workspace::{Profile, Workspace},
    },
    mapping::agent_states::PresenceMap,
};

/// The two lines.
#[component]
pub fn Facts(picker: Picker) -> impl IntoView {
    let session = picker.session;
    let marked = move || picker.at.get();
    let lines = Gate::new(move || {
        let marked = marked()?;
        session.workspace(|workspace| workspace.profile(marked).map(|profile| of(workspace, profile)))
    });
    view! {
        <p class="picker__facts">
            {move || lines.get().map(|(name, holds, reach)| view! { <b class="picker__who">{name}</b>{holds}<br />{reach} })}
        </p>
    }
}

fn of(workspace: &Workspace, profile: &Profile) -> (String, String, String) {
    let map = PresenceMap::read(&profile.xml);
    let count = |count: usize, one: &str, more: &str| match count {
        1 => format!("1 {one}"),
        count => format!("{count} {more}"),
    };
    let file = profile.choices.file_name.as_ref().map(|name| format!(", {name}")).unwrap_or_default();
    let entries = count(map.entries.len(), "entry", "entries");
    let holds = format!("{entries}, {}{file}", count(map.languages().len(), "language", "languages"));
    let assignment = Assignment::of(workspace, &[]);
    let used = assignment.profiles.iter().find(|used| used.id == profile.id);
    let by = used.map(|used| (used.by_application, used.extensions)).unwrap_or_default();
    (profile.name.to_string(), holds, reach(by))
}

fn reach((by_application, extensions): (bool, usize)) -> String {
    match (by_application, extensions) {
        (false, 0) => "Nothing here names it; Rename and Delete reach nothing else".to_owned(),
        (true, 0) => {
            "Rename reaches the T-Server application; after Delete it names a profile that is not there".to_owned()
        }
        (false, 1) => "Rename reaches its Extension; after Delete that names a profile that is not there".to_owned(),
        (is_application, count) => {
            let front = if is_application { "the T-Server application and " } else { "its " };
            let extensions = if count == 1 { "Extension" } else { "Extensions" };
            format!("Rename reaches {front}{count} {extensions}; after Delete they name a profile that is not there")
        }
    }
}
