//! Bytes that are no record, or not any more: reading tells it, and never panics.

use presence_profile_core::editor::{
    place::ProfileId,
    saved::{self, Snapshot, Unread},
    workspace::Workspace,
};
use proptest::{prelude::*, sample::Index};

use super::{
    samples::samples,
    sessions::{Session, session},
};

/// Bytes in front of what the checksum is of: the version and the checksum.
const FRONT: usize = 5;
/// What stands for the kind in the checksum.
const ACT: u8 = 1;
const SNAPSHOT: u8 = 2;
const KINDS: std::ops::RangeInclusive<u8> = 1..=7;

/// A record whose checksum is right, whatever is in it.
fn sealed(kind: u8, payload: &[u8]) -> Vec<u8> {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(&[saved::VERSION, kind]);
    hasher.update(payload);
    [&[saved::VERSION], &hasher.finalize().to_le_bytes()[..], payload].concat()
}

/// Reads bytes as every kind of record; whether any kind took them.
fn is_any(bytes: &[u8]) -> bool {
    let read = [
        saved::read_act(bytes).is_ok(),
        saved::read_snapshot(bytes).is_ok(),
        saved::read_heading(bytes).is_ok(),
        saved::read_exported(bytes).is_ok(),
        saved::read_view(bytes).is_ok(),
        saved::read_version(bytes).is_ok(),
        saved::read_parting(bytes).is_ok(),
        saved::read_version_line(bytes).is_ok(),
    ];
    read.contains(&true)
}

#[test]
fn a_record_is_whole_or_damaged() {
    for sample in samples() {
        for end in 0..sample.written.len() {
            assert_eq!(sample.read(&sample.written[..end]), Err(Unread::Damaged), "{} cut at {end}", sample.name);
        }
        let longer = [&sample.written[..], &[0]].concat();
        assert_eq!(sample.read(&longer), Err(Unread::Damaged), "{} with a byte more", sample.name);
    }
}

#[test]
fn a_flipped_bit_is_seen() {
    for sample in samples() {
        for bit in 0..8 * sample.written.len() {
            let mut bytes = sample.written.clone();
            bytes[bit / 8] ^= 1 << (bit % 8);
            let why = if saved::VERSION < bytes[0] { Unread::Newer } else { Unread::Damaged };
            assert_eq!(sample.read(&bytes), Err(why), "{} with bit {bit} flipped", sample.name);
        }
    }
}

#[test]
fn a_record_of_a_newer_version_says_so() {
    for sample in samples() {
        let mut bytes = sample.written.clone();
        bytes[0] = saved::VERSION + 1;
        assert_eq!(sample.read(&bytes), Err(Unread::Newer), "{}", sample.name);
        bytes[0] = 0;
        assert_eq!(sample.read(&bytes), Err(Unread::Damaged), "{}", sample.name);
    }
}

#[test]
fn a_record_in_the_place_of_another_kind_is_damaged() {
    let samples = samples();
    let kind = |name: &str| name.split('-').next().unwrap().to_owned();
    for sample in &samples {
        for other in samples.iter().filter(|other| kind(other.name) != kind(sample.name)) {
            assert_eq!(sample.read(&other.written), Err(Unread::Damaged), "{} for {}", other.name, sample.name);
        }
    }
}

#[test]
fn what_cannot_be_is_damaged() {
    let example = Workspace::example;
    let written = |snapshot: Snapshot| saved::snapshot(&snapshot);
    let twice = {
        let mut workspace = example();
        workspace.profiles.push(workspace.profiles[0].clone());
        workspace
    };
    let none = {
        let mut workspace = example();
        workspace.profiles.clear();
        workspace
    };
    for workspace in [twice, none] {
        let bytes = written(Snapshot { workspace, highest: ProfileId::FIRST, steps: 0 });
        assert_eq!(saved::read_snapshot(&bytes), Err(Unread::Damaged));
    }
    // Of a view of one profile, the last bytes are its row, that no entry is selected, the page, the ticks, and the way;
    // and of its translations that there is one profile, no reference, nothing hidden, and the filter.
    let view = samples().into_iter().find(|sample| sample.name == "view-plain").unwrap();
    let row_at = view.written.len() - 9;
    for row in [0, 16] {
        let mut bytes = view.written.clone();
        bytes[row_at] = row;
        assert_eq!(saved::read_view(&sealed(5, &bytes[FRONT..])), Err(Unread::Damaged), "row {row}");
    }
}

/// Changes a few bytes of a record's payload and seals it again.
fn tampered(bytes: &[u8], kind: u8, changes: &[(Index, u8)]) -> Vec<u8> {
    let mut payload = bytes[FRONT..].to_vec();
    for (at, byte) in changes {
        let at = at.index(payload.len());
        payload[at] = *byte;
    }
    sealed(kind, &payload)
}

fn follows(session: &Session, records: &[(u64, Vec<u8>)]) {
    let snapshot = Snapshot { workspace: session.first.clone(), highest: ProfileId::FIRST, steps: 0 };
    let _restored = saved::follow(&saved::snapshot(&snapshot), 0, records);
    let mut workspace = session.first.clone();
    for (_, bytes) in records {
        let Ok((_, change)) = saved::read_act(bytes) else { return };
        if !change.fits(&workspace) {
            return;
        }
        let after = change.apply(&workspace);
        assert_eq!(change.inverse(&workspace).apply(&after), workspace, "{change:?}");
        workspace = after;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn random_bytes_are_read_by_nothing(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(!is_any(&bytes));
        let versioned = [&[saved::VERSION], &bytes[..]].concat();
        prop_assert!(!is_any(&versioned));
    }

    #[test]
    fn sealed_nonsense_never_panics(bytes in prop::collection::vec(0_u8..8, 0..60), kind in KINDS) {
        let sealed = sealed(kind, &bytes);
        if is_any(&sealed) && let Ok((done, change)) = saved::read_act(&sealed) {
            // What was understood can be written again, and comes to the same.
            prop_assert_eq!(saved::read_act(&saved::act(done, &change)), Ok((done, change)));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn a_forged_act_leads_somewhere_and_back(
        session in session(),
        at in any::<Index>(),
        changes in prop::collection::vec((any::<Index>(), prop_oneof![0_u8..8, any::<u8>()]), 1..4),
    ) {
        prop_assume!(!session.acts.is_empty());
        let acts = session.acts.iter().map(|(done, change)| saved::act(*done, change));
        let mut records: Vec<(u64, Vec<u8>)> = (0..).zip(acts).collect();
        let at = at.index(records.len());
        records[at].1 = tampered(&records[at].1, ACT, &changes);
        follows(&session, &records);
    }

    #[test]
    fn a_forged_snapshot_is_a_workspace_or_none(
        session in session(),
        changes in prop::collection::vec((any::<Index>(), prop_oneof![0_u8..8, any::<u8>()]), 1..4),
    ) {
        let workspace = session.history.present().clone();
        let written = saved::snapshot(&Snapshot { workspace, highest: ProfileId::FIRST, steps: 0 });
        if let Ok(read) = saved::read_snapshot(&tampered(&written, SNAPSHOT, &changes)) {
            prop_assert!(!read.workspace.profiles.is_empty());
            prop_assert_eq!(saved::read_snapshot(&saved::snapshot(&read)), Ok(read));
        }
    }
}
