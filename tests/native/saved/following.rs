//! From a snapshot to the present, and how far one gets where a record is broken.

use presence_profile_core::{
    editor::{
        change::Change,
        history::Done,
        place::{Place, ProfileId},
        saved::{self, Remainder, Restored, Snapshot, Unread},
        workspace::Workspace,
    },
    source::{edit::Edit, text::Part},
};
use proptest::{prelude::*, sample::Index};

use super::sessions::{Session, session};

/// The number of the first act: in a browser it is mostly not 0 any more.
const FIRST: u64 = 41;

fn records(session: &Session) -> Vec<(u64, Vec<u8>)> {
    let acts = (FIRST..).zip(&session.acts);
    acts.map(|(number, (done, change))| (number, saved::act(*done, change))).collect()
}

fn snapshot(workspace: Workspace, highest: ProfileId, steps: u64) -> Vec<u8> {
    saved::snapshot(&Snapshot { workspace, highest, steps })
}

fn steps(acts: &[(Done, Change)]) -> u64 {
    acts.iter().filter(|(done, _)| *done == Done::Commit { joined: false }).count() as u64
}

/// What is known after so many acts, where the rest is left.
fn expected(session: &Session, acts: usize, left: Option<Remainder>) -> Restored {
    let workspaces = (0..=acts).map(|acts| session.after(acts));
    let ids = workspaces.flat_map(|workspace| workspace.profiles).map(|profile| profile.id);
    Restored {
        workspace: session.after(acts),
        highest: ids.max().unwrap(),
        steps: steps(&session.acts[..acts]),
        next: FIRST + acts as u64,
        left,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_acts_behind_a_snapshot_lead_to_the_present(session in session(), at in any::<Index>()) {
        let all = records(&session);
        let restored = saved::follow(&snapshot(session.first.clone(), ProfileId::FIRST, 0), FIRST, &all).unwrap();
        prop_assert_eq!(&restored.workspace, session.history.present());
        prop_assert_eq!(restored.highest.next(), session.history.fresh_profile());
        prop_assert_eq!(&restored, &expected(&session, all.len(), None));
        // And from anywhere on the way, whether or not the records that the snapshot holds are still there.
        let at = at.index(all.len() + 1);
        let before = expected(&session, at, None);
        let between = snapshot(before.workspace, before.highest, before.steps);
        let from = FIRST + at as u64;
        prop_assert_eq!(saved::follow(&between, from, &all[at..]), Ok(restored.clone()));
        prop_assert_eq!(saved::follow(&between, from, &all), Ok(restored));
    }

    #[test]
    fn what_is_broken_leaves_the_rest(session in session(), at in any::<Index>(), bit in any::<Index>(), how in 0..4) {
        let mut all = records(&session);
        prop_assume!(!all.is_empty());
        let first = snapshot(session.first.clone(), ProfileId::FIRST, 0);
        let (at, count) = (at.index(all.len()), all.len());
        let bytes = &mut all[at].1;
        let why = match how {
            0 => {
                let bit = 8 + bit.index(8 * (bytes.len() - 1));
                bytes[bit / 8] ^= 1 << (bit % 8);
                Unread::Damaged
            }
            1 => {
                bytes.truncate(bit.index(bytes.len()));
                Unread::Damaged
            }
            2 => {
                bytes[0] = saved::VERSION + 1;
                Unread::Newer
            }
            _ => {
                all.remove(at);
                Unread::Damaged
            }
        };
        let left = all.len() - at;
        let left = (0 < left).then_some(Remainder { count: left, why });
        prop_assert_eq!(left.is_none(), how == 3 && at + 1 == count, "only what is missing at the end is not missed");
        prop_assert_eq!(saved::follow(&first, FIRST, &all), Ok(expected(&session, at, left)));
    }
}

#[test]
fn a_change_that_does_not_fit_is_left() {
    let example = snapshot(Workspace::example(), ProfileId::FIRST, 3);
    let place = Place { profile: ProfileId::FIRST, part: Part::Options };
    let insert = |place, at| saved::act(Done::Commit { joined: false }, &Change::of("", place, Edit::insert(at, "x")));
    let elsewhere = Place { profile: ProfileId::FIRST.next(), ..place };
    for misfit in [insert(place, 1 << 20), insert(elsewhere, 0)] {
        let records = [(0, insert(place, 0)), (1, misfit), (2, insert(place, 0))];
        let restored = saved::follow(&example, 0, &records).unwrap();
        assert_eq!(restored.left, Some(Remainder { count: 2, why: Unread::Damaged }));
        assert_eq!((restored.steps, restored.next), (4, 1));
        assert!(restored.workspace.text(place).starts_with("x["));
    }
}

#[test]
fn without_a_snapshot_there_is_nothing_to_follow() {
    let example = snapshot(Workspace::example(), ProfileId::FIRST, 0);
    assert_eq!(saved::follow(&example[..example.len() - 1], 0, &[]), Err(Unread::Damaged));
    let newer = [&[saved::VERSION + 1], &example[1..]].concat();
    assert_eq!(saved::follow(&newer, 0, &[]), Err(Unread::Newer));
    assert_eq!(saved::follow(&[], 0, &[]), Err(Unread::Damaged));
}

#[test]
fn records_out_of_order_are_left() {
    let example = snapshot(Workspace::example(), ProfileId::FIRST, 0);
    let rename = Change { names: vec![(ProfileId::FIRST, "Other".to_owned())], ..Change::new("Rename") };
    let record = saved::act(Done::Commit { joined: false }, &rename);
    for numbers in [[4, 4, 5], [4, 6, 5], [u64::MAX, 4, 5], [5, 6, 7]] {
        let records = numbers.map(|number| (number, record.clone()));
        let restored = saved::follow(&example, 4, &records).unwrap();
        let followed = usize::from(numbers[0] == 4);
        assert_eq!(restored.left, Some(Remainder { count: 3 - followed, why: Unread::Damaged }), "{numbers:?}");
        assert_eq!(restored.next, 4 + followed as u64);
    }
}
