//! A profile judged in slices of time comes to what it comes to when it is judged at once.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use presence_profile_core::{
    editor::{
        analysis::{Analysis, Judged},
        finding::Counts,
        heads::Heads,
        place::ProfileId,
        slices::Slices,
        workspace::{Profile, SetAside, Workspace},
    },
    mapping::{
        agent_states::{self, PresenceMap},
        options::ProfileOptions,
    },
    rules::{self, Judging, MOST_LISTED, facts::Facts, laws::LAWS},
    source::xml::Xml,
};
use proptest::prelude::*;

use crate::documents;

fn told(workspace: &Workspace) -> Judged {
    Judged::in_workspace(workspace, &workspace.profiles[0], &Heads::of(workspace), MOST_LISTED)
}

/// The counts at the end, and how long the longest slice took.
fn counted(workspace: &Workspace) -> (Counts, Duration) {
    let mut slices = Slices::new(&workspace.profiles[0], told(workspace));
    let mut longest = Duration::ZERO;
    for slice in 0.. {
        let start = Instant::now();
        let counts = slices.go_on();
        longest = longest.max(start.elapsed());
        assert!(slice <= LAWS.len(), "there is an end");
        if let Some(counts) = counts {
            assert_eq!(slices.go_on(), Some(counts), "what is known stays known");
            return (counts, longest);
        }
    }
    unreachable!("slices are counted without an end")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn steps_come_to_the_whole((options, xml) in documents::profile(), most in prop_oneof![Just(1_usize), Just(500)]) {
        let read = ProfileOptions::read(&options.text);
        let tree = Xml::read(&xml.text, &agent_states::ELEMENTS);
        let map = PresenceMap::of(&xml.text, &tree);
        let facts = || Facts::new(&options.text, &xml.text, &read, &tree, &map);
        let mut judging = Judging::new(most);
        let mut steps = 1;
        while judging.step(&facts()) {
            steps += 1;
        }
        prop_assert_eq!(steps, LAWS.len());
        prop_assert!(!judging.step(&facts()), "there is no law behind the last");
        prop_assert_eq!(judging.finish(), rules::judge_up_to(&facts(), most));
    }

    #[test]
    fn slices_count_what_an_analysis_counts((options, xml) in documents::profile(), aside in 0..LAWS.len()) {
        let mut profile = Profile::new("Presence ", &options.text, &xml.text);
        profile.choices.set_aside = vec![SetAside::law(LAWS[aside].code)];
        let workspace = Workspace::of(profile);
        let analysis = Analysis::in_workspace(&workspace, ProfileId::FIRST);
        prop_assert_eq!(counted(&workspace).0, analysis.counts());
    }
}

#[test]
fn a_judgement_knows_what_it_is_of() {
    let mut workspace = Workspace::example();
    let slices = Slices::new(&workspace.profiles[0], told(&workspace));
    let same = Profile::new("Presence", &workspace.profiles[0].options, &workspace.profiles[0].xml);
    assert!(slices.is_of(&same, &told(&workspace)), "the same letters in another place");
    Arc::make_mut(&mut workspace.profiles[0]).choices.set_aside.push(SetAside::law("language-gap"));
    assert!(!slices.is_of(&workspace.profiles[0], &told(&workspace)));
    let other = Profile::new("Presence", "", "");
    assert!(!slices.is_of(&other, &told(&Workspace::example())));
}

#[test]
fn no_slice_of_a_large_profile_is_felt() {
    let example = Workspace::example().profiles.remove(0);
    let entry = |number: usize| {
        format!(
            "  <agentState ID=\"STATE_{number}\" availability=\"6500\">\n    <activity LCID=\"1033\"> Busy {number} </activity>\n    <activity LCID=\"1036\">Occupé {number}</activity>\n  </agentState>\n"
        )
    };
    let entries: String = (0..700).map(entry).collect();
    let xml = example.xml.replace("</agentStates>", &(entries + "</agentStates>"));
    let workspace = Workspace::of(Profile::new("Presence", &example.options, &xml));
    let (counts, longest) = (0..3).map(|_| counted(&workspace)).min_by_key(|(_, longest)| *longest).unwrap();
    println!("{counts:?}: the longest slice of {} entries took {longest:?}", 707);
    assert!(longest < Duration::from_millis(50), "{longest:?}");
}
