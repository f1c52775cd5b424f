//! Which cells hold another value than T-Server has, and what it has.

use presence_profile_core::{
    editor::{
        baseline::{Baseline, Live},
        live_cells::LiveCells,
        matrix::TextCell,
        place::ProfileId,
        workspace::Workspace,
    },
    mapping::{lcid::Lcid, states::StateNumber},
};

#[test]
fn a_cell_is_another_where_its_value_is() {
    let workspace = Workspace::example();
    let cells = LiveCells::of(workspace.live.of(ProfileId::FIRST));
    let row = StateNumber::new(7).unwrap();
    assert_eq!(
        (cells.row(row, "INCALL"), cells.row(row, "OOS"), cells.row(row, "")),
        (None, Some("INCALL"), Some("INCALL"))
    );
    assert_eq!((cells.lacks("INCALL"), cells.lacks("NEW")), (false, true));
    assert_eq!((cells.availability("INCALL", "7001"), cells.availability("INCALL", "6500")), (None, Some("7001")));
    let (english, german) = (Lcid::ENGLISH, Lcid::new(1031));
    let text = |text: &str| TextCell::Text(text.to_owned());
    assert_eq!(cells.text("IDLE_OUT", english, &text("Logged out")), None);
    assert_eq!(cells.text("IDLE_OUT", english, &text("Gone")), Some(Some("Logged out")));
    assert_eq!(cells.text("IDLE_OUT", english, &TextCell::Missing), Some(Some("Logged out")));
    assert_eq!(cells.text("IDLE_OUT", german, &text("Weg")), Some(None));
    assert_eq!(cells.text("IDLE_OUT", german, &TextCell::Missing), None);
    // Of an entry that is new its ID says so.
    assert_eq!(cells.text("NEW", german, &text("Weg")), None);
    assert_eq!(cells.availability("NEW", "1"), None);
}

#[test]
fn of_what_is_not_known_and_of_what_is_new_nothing_is_another() {
    for baseline in [Baseline::UNKNOWN, Baseline::NEW] {
        let cells = LiveCells::of(&baseline);
        assert_eq!(cells, LiveCells::default());
        assert_eq!(cells.row(StateNumber::new(1).unwrap(), "X"), None);
        assert!(!cells.lacks("X"));
    }
    // One text may be known, and the other not.
    let half = Baseline { options: Live::Text("[TServer]\naggregated-states=1=A\n".into()), ..Baseline::UNKNOWN };
    let cells = LiveCells::of(&half);
    assert_eq!(cells.row(StateNumber::new(1).unwrap(), "B"), Some("A"));
    assert!(!cells.lacks("B"));
}
