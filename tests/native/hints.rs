//! The hints of the first minute, and the terms of the glossary.

use presence_profile_core::editor::{
    analysis::Analysis,
    glossary::Term,
    hints::{Followed, Glance, Hint},
    workspace::{Profile, Workspace},
};

fn glance(profile: &Profile) -> Glance {
    Glance::of(profile, &Analysis::of(profile))
}

#[test]
fn a_hint_is_followed_by_what_it_says() {
    let example = Workspace::example().profiles[0].as_ref().clone();
    let now = glance(&example);
    let after = |options: &str, xml: &str| now.followed(&glance(&Profile::new("Presence", options, xml)));
    let none = Followed::default();
    assert_eq!(after(&example.options, &example.xml), none);
    assert_eq!(after(&example.options.replace("7=INCALL", "7=OOS"), &example.xml), none.with(Hint::ChangeId));
    assert_eq!(after(&example.options, &example.xml.replace("Logged out", "Gone")), none.with(Hint::SeeXml));
    let trimmed = example.xml.replace(" I am available ", "I am available");
    assert_eq!(after(&example.options, &trimmed), none.with(Hint::SeeXml).with(Hint::FixProblem));
    // A blank line in the options is nothing that was hinted at.
    assert_eq!(after(&format!("{}\n", example.options), &example.xml), none);
}

#[test]
fn hints_come_one_after_the_other_and_are_remembered() {
    let mut followed = Followed::default();
    for hint in Hint::ALL {
        assert_eq!(followed.next(), Some(hint));
        followed = followed.with(hint);
        assert_eq!(Followed::read(&followed.write()), followed);
    }
    assert_eq!((followed, followed.next()), (Followed::ALL, None));
    assert_eq!(Followed::default().with(Hint::ChangeId).next(), Some(Hint::SeeXml));
    assert_eq!(Followed::read("roof problem"), Followed::default().with(Hint::FixProblem));
    assert_eq!(
        Followed::default().with(Hint::SeeXml).and(Followed::default().with(Hint::ChangeId)).next(),
        Some(Hint::FixProblem)
    );
}

#[test]
fn a_term_is_explained_in_one_or_two_sentences() {
    for term in Term::ALL {
        let meaning = term.meaning();
        let sentences = meaning.matches(". ").count() + usize::from(meaning.ends_with('.'));
        assert!((1..=3).contains(&sentences) && meaning.len() < 260, "{}: {meaning}", term.name());
    }
}
