//! A version that is restored: the whole workspace as it was, in one step with one way back.

use std::{collections::BTreeSet, sync::Arc};

use presence_profile_core::editor::{
    change::Change,
    history::{Done, History},
    place::ProfileId,
    restoring, saved,
    workspace::Workspace,
};
use proptest::{prelude::*, sample::Index};

use crate::saved::sessions::session;

fn texts_differ(present: &Workspace, wanted: &Workspace) -> BTreeSet<ProfileId> {
    let both = wanted.profiles.iter().filter_map(|profile| Some((present.profile(profile.id)?, profile)));
    let other = both.filter(|(own, profile)| own.options != profile.options || own.xml != profile.xml);
    other.map(|(own, _)| own.id).collect()
}

fn check(present: &Workspace, wanted: &Workspace) -> Result<Change, TestCaseError> {
    let change = restoring::plan(present, wanted, "Restore".to_owned());
    prop_assert_eq!(change.is_empty(), present == wanted);
    prop_assert!(change.fits(present));
    prop_assert_eq!(&change.apply(present), wanted);
    let back = change.inverse(present);
    prop_assert!(back.fits(wanted));
    prop_assert_eq!(&back.apply(wanted), present);
    prop_assert_eq!(change.replaced.iter().copied().collect::<BTreeSet<_>>(), texts_differ(present, wanted));
    let done = Done::Commit { joined: false };
    prop_assert_eq!(saved::read_act(&saved::act(done, &change)), Ok((done, change.clone())));
    Ok(change)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_version_comes_back_in_one_step(session in session(), at in any::<Index>()) {
        let mut history = session.history.clone();
        let wanted = session.after(at.index(session.acts.len() + 1));
        let present = history.present().clone();
        let change = check(&present, &wanted)?;
        if history.commit(change).is_some() {
            prop_assert_eq!(history.present(), &wanted);
            history.undo();
            prop_assert_eq!(history.present(), &present);
            history.redo();
        }
        prop_assert_eq!(history.present(), &wanted);
    }

    #[test]
    fn any_workspace_can_take_the_place_of_any(one in session(), other in session()) {
        check(one.history.present(), other.history.present())?;
    }
}

#[test]
fn what_is_equal_is_not_touched() {
    let mut wanted = Workspace::example();
    Arc::make_mut(&mut wanted.profiles[0]).name = "Other".into();
    let change = restoring::plan(&Workspace::example(), &wanted, "Restore version of yesterday".to_owned());
    assert_eq!(change.names, [(ProfileId::FIRST, "Other".to_owned())]);
    assert!(change.texts.is_empty() && change.replaced.is_empty() && change.list.is_none());
    let mut history = History::new(Workspace::example());
    history.commit(change);
    assert_eq!(history.undo_label(), Some("Restore version of yesterday"));
}
