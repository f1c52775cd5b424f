//! Late wishes about ranges: each meets its own range, or is refused.
//!
//! The higher number of each range is its own, and by it the test knows it.

use presence_profile_core::{
    editor::{
        analysis::Analysis,
        command::{Command, Wish},
        history::History,
        place::RangePlace,
        planning,
        refusal::Refusal,
        trail::Lost,
        workspace::{Profile, Workspace},
    },
    mapping::{availability::Availability, availability_ranges::Range, options::ProfileOptions},
    source::{
        edit::Edit,
        text::{Part, Span},
    },
};
use proptest::{prelude::*, sample::Index};

use super::{PROFILE, grant, wish};

#[derive(Debug, Clone)]
enum Happening {
    /// A wish to set a range's lower number, or to remove the range, is made and waits.
    Make {
        at: Index,
        lowest: u16,
        removes: bool,
    },
    /// One that waits reaches the history.
    Deliver(Index),
    Add,
    Remove(Index),
    /// A lower number is set at once.
    Set(Index, u16),
    Type {
        at: Index,
        length: usize,
        text: &'static str,
    },
    Undo,
    Redo,
}

fn happening() -> impl Strategy<Value = Happening> {
    let text = prop::sample::select(vec!["", " ", ",", "x", "1-2, ", "\n", "-", "a=b\n"]);
    prop_oneof![
        6 => (any::<Index>(), 0_u16..10_000, any::<bool>()).prop_map(|(at, lowest, removes)| Happening::Make { at, lowest, removes }),
        5 => any::<Index>().prop_map(Happening::Deliver),
        2 => Just(Happening::Add),
        1 => any::<Index>().prop_map(Happening::Remove),
        2 => (any::<Index>(), 0_u16..10_000).prop_map(|(at, lowest)| Happening::Set(at, lowest)),
        3 => (any::<Index>(), 0_usize..4, text).prop_map(|(at, length, text)| Happening::Type { at, length, text }),
        3 => Just(Happening::Undo),
        1 => Just(Happening::Redo),
    ]
}

fn ranges(history: &History) -> Vec<Range> {
    let read = ProfileOptions::read(&history.present().profiles[0].options);
    read.availability_ranges.unwrap_or_default().ranges
}

fn start() -> History {
    let list: Vec<String> = (0..5).map(|at| format!("{}-{}", 1000 * at, 10_000 + at)).collect();
    let options =
        format!("[TServer]\npresence-availability-range={}\nservice-type=presence-profile\n", list.join(", "));
    History::new(Workspace::of(Profile::new("Presence", &options, "")))
}

fn set(range: &Range, lowest: u16) -> Command {
    let lowest = Availability::new(lowest).unwrap();
    Command::SetRange { range: RangePlace::of(range), lowest, highest: range.highest, sliding: false }
}

fn one<'a>(ranges: &'a [Range], at: &Index) -> Option<&'a Range> {
    (!ranges.is_empty()).then(|| &ranges[at.index(ranges.len())])
}

fn deliver(history: &mut History, waiting: &Wish, tag: Availability) -> Result<(), TestCaseError> {
    let analysis = Analysis::in_workspace(history.present(), PROFILE);
    let before = ranges(history);
    let Ok(change) = planning::plan(history, &analysis, waiting) else { return Ok(()) };
    // By hand it may have got another number, or another range the same one: then it is not known any more.
    let is_known = before.iter().filter(|range| range.highest == tag).count() == 1;
    history.commit(change);
    let after = ranges(history);
    if is_known {
        let others = |ranges: &[Range]| -> Vec<_> {
            let others = ranges.iter().filter(|range| range.highest != tag);
            others.map(|range| (range.lowest, range.highest)).collect()
        };
        prop_assert_eq!(others(&before), others(&after), "{:?}", waiting);
    }
    Ok(())
}

fn happen(happenings: &[Happening]) -> Result<(), TestCaseError> {
    let mut history = start();
    let mut next = 10_100;
    let mut waiting: Vec<(Wish, Availability)> = Vec::new();
    for happening in happenings {
        let now = ranges(&history);
        let command = match happening {
            Happening::Make { at, lowest, removes } => {
                waiting.extend(one(&now, at).map(|range| {
                    let removal = Command::RemoveRange(RangePlace::of(range));
                    let command = if *removes { removal } else { set(range, *lowest) };
                    (wish(&history, command), range.highest)
                }));
                continue;
            }
            Happening::Deliver(_) if waiting.is_empty() => continue,
            Happening::Deliver(at) => {
                let (late, tag) = waiting.swap_remove(at.index(waiting.len()));
                deliver(&mut history, &late, tag)?;
                continue;
            }
            Happening::Add => {
                next += 1;
                let highest = Availability::new(next).unwrap();
                Some(Command::AddRange { lowest: Availability::new(7).unwrap(), highest })
            }
            Happening::Remove(at) => one(&now, at).map(|range| Command::RemoveRange(RangePlace::of(range))),
            Happening::Set(at, lowest) => one(&now, at).map(|range| set(range, *lowest)),
            Happening::Type { at, length, text } => {
                let options = &history.present().profiles[0].options;
                let start = at.index(options.len() + 1);
                let span = Span::new(start, (start + length).min(options.len()));
                let edit = Edit::replace(span, *text);
                Some(Command::Type { part: Part::Options, edit, composing: false, replaces: false })
            }
            Happening::Undo => {
                history.undo();
                None
            }
            Happening::Redo => {
                history.redo();
                None
            }
        };
        if let Some(command) = command {
            let at_once = wish(&history, command);
            drop(grant(&mut history, &at_once));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn a_late_wish_meets_its_range_or_is_refused(happenings in prop::collection::vec(happening(), 10..40)) {
        happen(&happenings)?;
    }
}

#[test]
fn a_range_lives_on_with_other_numbers() {
    let mut history = start();
    let late = wish(&history, set(&ranges(&history)[1], 1234));
    for lowest in [900, 10, 0] {
        let other = wish(&history, set(&ranges(&history)[1], lowest));
        grant(&mut history, &other).unwrap();
    }
    let front = wish(&history, Command::RemoveRange(RangePlace::of(&ranges(&history)[0])));
    grant(&mut history, &front).unwrap();
    history.undo();
    history.undo();
    grant(&mut history, &late).unwrap();
    assert_eq!(ranges(&history)[1].lowest.number(), 1234);
}

#[test]
fn a_range_that_is_gone_is_not_the_next_one() {
    let mut history = start();
    let first = wish(&history, Command::RemoveRange(RangePlace::of(&ranges(&history)[0])));
    grant(&mut history, &first).unwrap();
    let gone = Lost::Changed("Range 0-10000 removed".to_owned());
    let refusal = grant(&mut history, &first).unwrap_err();
    assert_eq!(refusal, Refusal::RangeGone(gone));
    assert_eq!(
        refusal.to_string(),
        "Nothing was changed in the range: it is gone since \u{201c}Range 0-10000 removed\u{201d}"
    );
    assert_eq!(ranges(&history).len(), 4);
}
