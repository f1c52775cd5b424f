//! The presence mode is one value: set, and set back, it leaves every other byte as it is.

use presence_profile_core::{
    editor::{analysis::Analysis, command::Command},
    mapping::options::{Mode, ProfileOptions},
    source::text::Part,
};
use proptest::prelude::*;

use super::{edits, pair, planned, wishes::random_workspace, workspace};

#[test]
fn the_blank_behind_the_value_stays() {
    let before = workspace("[TServer]\nmap-presence-to-dnd=false \nx=y\n", "");
    let change = planned(&before, &Command::SetMode { pull: true }).unwrap();
    assert_eq!(edits(&before, &change, Part::Options), [pair("false", "true")]);
    assert_eq!((change.label.as_ref(), change.texts.len()), ("Switched to pull mode", 1));
    assert!(change.choices.is_empty());
    let after = change.apply(&before);
    assert_eq!(&*after.profiles[0].options, "[TServer]\nmap-presence-to-dnd=true \nx=y\n");
    assert_eq!(change.inverse(&before).apply(&after), before);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(800))]

    #[test]
    fn the_mode_is_set_and_a_second_time_nothing_is_to_do(before in random_workspace(), pull: bool) {
        let command = Command::SetMode { pull };
        let after = planned(&before, &command).unwrap().apply(&before);
        prop_assert_eq!(Analysis::of(&after.profiles[0]).options.pull_value(), Some(pull));
        prop_assert_eq!(&after.profiles[0].xml, &before.profiles[0].xml);
        prop_assert!(planned(&after, &command).unwrap().is_empty());
    }

    #[test]
    fn there_and_back_is_where_it_was(before in random_workspace()) {
        let options = &before.profiles[0].options;
        let read = ProfileOptions::read(options);
        let is_plain = |option: &str| option == "true" || option == "false";
        let values = read.options.iter().filter(|option| option.name.text(options) == "map-presence-to-dnd");
        prop_assume!(matches!(read.mode, Mode::Push | Mode::Pull));
        prop_assume!(values.clone().all(|option| is_plain(option.value.text(options))));
        let pull = read.mode == Mode::Pull;
        let there = planned(&before, &Command::SetMode { pull: !pull }).unwrap().apply(&before);
        let back = planned(&there, &Command::SetMode { pull }).unwrap().apply(&there);
        prop_assert_eq!(&back.profiles[0].options, options);
        prop_assert_eq!(back, before);
    }
}
