//! Of what stands too deep to be read, nothing is claimed.

use presence_profile_core::editor::{
    analysis::Analysis,
    workspace::{Profile, Workspace},
};

#[test]
fn nothing_is_claimed_of_what_stands_too_deep() {
    let example = &Workspace::example().profiles[0];
    let deep = format!("{}{}\n  ", "<b>".repeat(300), "</b>".repeat(300));
    let (front, back) = example.xml.split_at(example.xml.find("<agentState ID=\"IDLE_READY\"").unwrap());
    let profile = Profile::new("Presence", &example.options, &format!("{front}{deep}{back}"));
    let found = Analysis::of(&profile).findings;
    let found: Vec<&str> = found.iter().map(|finding| finding.diagnostic.code).collect();
    // The foreign elements that were read are listed once; the six entries and the last line may well be there.
    assert_eq!(found, ["unknown-name", "well-formed"]);
}
