//! What every profile is known by: modes that follow the options, and files that two profiles share.

use std::sync::Arc;

use presence_profile_core::{
    editor::{
        analysis::Analysis,
        heads::Heads,
        place::ProfileId,
        workspace::{Profile, Workspace},
    },
    mapping::options::Mode,
};

fn workspace(profiles: &[(&str, &str, &str)]) -> Workspace {
    let mut id = ProfileId::FIRST;
    let profiles = profiles.iter().map(|(name, options, xml)| {
        let own = Arc::new(Profile { id, ..Profile::new(name, options, xml) });
        id = id.next();
        own
    });
    Workspace { profiles: profiles.collect(), assigned: Arc::default(), live: Arc::default() }
}

fn push(path: &str) -> String {
    format!("[TServer]\nservice-type=presence-profile\nmap-presence-to-dnd=false\nagent-presence-map={path}\n")
}

/// What the law of shared paths says of the first profile.
fn shared(workspace: &Workspace) -> Vec<String> {
    let read = Analysis::in_workspace(workspace, workspace.profiles[0].id);
    let own = read.findings.iter().filter(|finding| finding.diagnostic.code == "shared-path");
    own.map(|finding| finding.diagnostic.message.wrong.to_string()).collect()
}

#[test]
fn two_profiles_with_one_path_and_another_file_are_named_both() {
    let (one, other) = (push("C:\\Genesys\\agentStates.xml"), push("c:/genesys//AGENTSTATES.xml"));
    let both = workspace(&[("Presence", &one, "<a/>"), ("Presence_EMEA", &other, "<b/>")]);
    let [said] = shared(&both).try_into().unwrap();
    assert!(said.contains("`Presence`") && said.contains("`Presence_EMEA`"), "{said}");
    let same = workspace(&[("Presence", &one, "<a/>"), ("Presence_EMEA", &other, "<a/>")]);
    assert!(shared(&same).is_empty());
    let elsewhere = push("D:\\agentStates.xml");
    assert!(shared(&workspace(&[("Presence", &one, "<a/>"), ("Presence_EMEA", &elsewhere, "<b/>")])).is_empty());
    let pulls = other.replace("=false", "=true");
    assert!(shared(&workspace(&[("Presence", &one, "<a/>"), ("Presence_EMEA", &pulls, "<b/>")])).is_empty());
    let mine_pulls = one.replace("=false", "=true");
    assert!(shared(&workspace(&[("Presence", &mine_pulls, "<a/>"), ("Presence_EMEA", &other, "<b/>")])).is_empty());
}

#[test]
fn the_mode_of_each_profile_is_known_and_follows_its_options() {
    let pull = "map-presence-to-dnd=true";
    let mut all = workspace(&[("A", "map-presence-to-dnd=false", ""), ("B", pull, ""), ("C", "", "")]);
    let heads = Heads::of(&all);
    let modes = |heads: &Heads| heads.modes().iter().map(|(_, mode)| *mode).collect::<Vec<_>>();
    assert_eq!(modes(&heads), [Mode::Push, Mode::Pull, Mode::NotSet]);
    Arc::make_mut(&mut all.profiles[0]).xml = "<x/>".into();
    let same = heads.clone().after(&all);
    assert!(Arc::ptr_eq(same.modes(), heads.modes()));
    Arc::make_mut(&mut all.profiles[2]).options = pull.into();
    assert_eq!(modes(&heads.after(&all)), [Mode::Push, Mode::Pull, Mode::Pull]);
}
