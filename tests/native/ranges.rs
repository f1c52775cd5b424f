//! Ranges of pull mode: what is shown of them, what commands do to their text, and the field of one line.

use std::fmt::Write;

use presence_profile_core::{
    editor::{
        change::{Change, Joining},
        command::Command,
        history::History,
        place::RangePlace,
        range_field::{self, Typed},
        ranges::{self, Ranges, outcome},
        workspace::Workspace,
    },
    mapping::{
        availability::{Availability, Class},
        availability_ranges::{AvailabilityRanges, Share},
        options::ProfileOptions,
    },
    source::{edit::Edit, edit::Edits, text::Part, text::Span},
};
use proptest::prelude::*;

use crate::{
    cases,
    commands::{place, planned, workspace},
};

/// What is shown of an options text, as a document.
fn document(text: &str) -> String {
    let ranges = Ranges::of(&ProfileOptions::read(text));
    let mut document = format!("{}\n", ranges.facts());
    for bar in &ranges.bars {
        writeln!(document, "{}-{} {}", bar.lowest.number(), bar.highest.number(), bar.covers()).unwrap();
    }
    if ranges.unread != 0 {
        writeln!(document, "{} are no ranges", ranges.unread).unwrap();
    }
    let gaps: Vec<String> = ranges.gaps().iter().map(outcome::numbers).collect();
    writeln!(document, "left out: {}", gaps.join(", ")).unwrap();
    for outcome in &ranges.outcomes {
        let (word, fate) = (ranges::word(outcome.class), outcome.fate().words());
        writeln!(document, "{word} {}: {fate}, {}, {}", outcome.class.name(), outcome.events(), outcome.user())
            .unwrap();
    }
    let next = ranges.next().map(|(lowest, highest)| format!("{}-{}", lowest.number(), highest.number()));
    writeln!(document, "next: {}", next.unwrap_or_else(|| "none".to_owned())).unwrap();
    document
}

#[test]
fn what_is_shown() {
    cases::check("ranges", document);
}

fn number(number: u16) -> Availability {
    Availability::new(number).unwrap()
}

fn read(workspace: &Workspace) -> AvailabilityRanges {
    ProfileOptions::read(&workspace.profiles[0].options).availability_ranges.unwrap_or_default()
}

fn range(workspace: &Workspace, at: usize) -> RangePlace {
    RangePlace::of(&read(workspace).ranges[at])
}

fn of(value: &str) -> Workspace {
    workspace(&format!("[TServer]\npresence-availability-range={value}\nservice-type=presence-profile\n"), "")
}

fn value(history: &History) -> String {
    let text = &history.present().profiles[0].options;
    let options = ProfileOptions::read(text);
    range_field::shown(&options, text).to_owned()
}

#[test]
fn the_guides_range_lets_in_two_classes_and_no_more() {
    let ranges = Ranges::of(&ProfileOptions::read("map-presence-to-dnd=true\npresence-availability-range=3000-5999"));
    let off: Vec<&str> =
        ranges.outcomes.iter().filter(|own| own.events() == "EventDNDOff").map(|own| own.class.name()).collect();
    assert_eq!(off, ["Online", "IdleOnline"]);
    assert_eq!(ranges.outcomes.iter().filter(|own| own.events() == "EventDNDOn").count(), 7);
    let is_off = |text| ranges.tried(text).map(|tried| tried.is_off);
    assert_eq!(
        [is_off("5999"), is_off("6000"), is_off("2999"), is_off(" 3000 ")],
        [Some(true), Some(false), Some(false), Some(true)]
    );
    assert_eq!([is_off("18001"), is_off("x"), is_off("")], [None; 3]);
}

#[test]
fn ends_step_from_border_to_border() {
    let border = |at, is_upward, is_lower| ranges::border(number(at), is_upward, is_lower).number();
    assert_eq!([border(3000, true, true), border(3001, false, true), border(3000, false, true)], [4500, 3000, 0]);
    assert_eq!([border(5999, true, false), border(5999, false, false), border(6000, false, false)], [7499, 4499, 5999]);
    assert_eq!([border(18000, true, true), border(18000, true, false), border(0, false, true)], [18000, 18000, 0]);
    assert_eq!([border(0, false, false), border(18000, false, false), border(17999, true, false)], [0, 17999, 18000]);
}

/// Slides ends of ranges, each to the next number in its turn.
fn slide(history: &mut History, at: usize, lowest: u16, highest: u16) {
    let range = range(history.present(), at);
    let command = Command::SetRange { range, lowest: number(lowest), highest: number(highest), sliding: true };
    let change = planned(history.present(), &command).unwrap();
    history.commit(change);
}

#[test]
fn a_slide_is_one_step() {
    let mut history = History::new(of("3000-5999, 12000-12999"));
    for lowest in [3001, 3100, 900, 90, 9000 / 2] {
        slide(&mut history, 0, lowest, 5999);
    }
    assert_eq!(history.undo_label(), Some("Range 1 set to 4500-5999"));
    // Another end, another range, and what comes behind a seal are steps of their own.
    slide(&mut history, 0, 4500, 6000);
    slide(&mut history, 1, 12000, 14999);
    slide(&mut history, 1, 12000, 14998);
    history.seal();
    slide(&mut history, 1, 12000, 14997);
    let mut values = vec![value(&history)];
    while history.undo().is_some() {
        values.push(value(&history));
    }
    let expected = [
        "4500-6000, 12000-14997",
        "4500-6000, 12000-14998",
        "4500-6000, 12000-12999",
        "4500-5999, 12000-12999",
        "3000-5999, 12000-12999",
    ];
    assert_eq!(values, expected);
}

#[test]
fn a_slide_that_comes_back_leaves_the_step_before_alone() {
    let mut history = History::new(of("3000-5999"));
    slide(&mut history, 0, 3100, 5999);
    history.seal();
    for lowest in [3200, 3100, 3300] {
        slide(&mut history, 0, lowest, 5999);
    }
    history.undo();
    assert_eq!(value(&history), "3100-5999");
}

#[test]
fn a_slide_that_ends_where_it_began_is_no_step() {
    let mut history = History::new(of("3000 - 5999, 12000"));
    slide(&mut history, 0, 3100, 5999);
    history.seal();
    for (lowest, highest) in [(3200, 6099), (9000, 11899), (3100, 5999)] {
        slide(&mut history, 0, lowest, highest);
    }
    assert_eq!((history.undo_label(), history.redo_label()), (Some("Range 1 set to 3100-5999"), None));
    // What slides next is a step of its own.
    slide(&mut history, 0, 3300, 5999);
    history.undo();
    assert_eq!(value(&history), "3100 - 5999, 12000");
}

#[test]
fn a_range_that_is_set_is_a_step_of_its_own() {
    let before = of("3000-5999");
    let (range, lowest, highest) = (range(&before, 0), number(3000), number(5000));
    let change = planned(&before, &Command::SetRange { range, lowest, highest, sliding: false }).unwrap();
    assert_eq!(change.joining, Joining::Whole);
}

#[test]
fn a_number_that_slides_into_a_range_goes_on_as_one_step() {
    let mut history = History::new(of("3000, x"));
    for highest in [3001, 3002, 10000] {
        slide(&mut history, 0, 3000, highest);
    }
    assert_eq!(value(&history), "3000-10000, x");
    history.undo();
    assert_eq!((value(&history).as_str(), history.undo_label()), ("3000, x", None));
}

/// A list of ranges and of what is none, in all manners of writing.
fn list() -> impl Strategy<Value = String> {
    let number = 0_u16..=18000;
    let near =
        prop::sample::select(vec![0_u16, 2999, 3000, 4499, 4500, 5999, 6000, 12000, 12999, 14999, 15000, 17999, 18000]);
    let number = prop_oneof![number, near];
    let dash = prop::sample::select(vec!["-", "-", "-", " - ", "–"]);
    let range = (number.clone(), dash, number).prop_map(|(one, dash, other)| format!("{one}{dash}{other}"));
    let piece = prop_oneof![
        8 => range,
        1 => (0_u16..=18000).prop_map(|number| number.to_string()),
        1 => prop::sample::select(vec!["x", "3000-", "-5999", "3000-18500", "", " "]).prop_map(str::to_owned),
    ];
    let comma = prop::sample::select(vec![", ", ",", " ,", ";"]);
    prop::collection::vec((piece, comma), 0..6).prop_map(|pieces| {
        let mut list = String::new();
        for (at, (piece, comma)) in pieces.iter().enumerate() {
            list += if at == 0 { "" } else { comma };
            list += piece;
        }
        list
    })
}

/// The numbers that are let in.
fn numbers(workspace: &Workspace) -> Vec<u16> {
    read(workspace).joined().into_iter().flatten().collect()
}

/// The edits touch nothing but the value, and nothing of it that is neither a number, a dash nor a comma with blanks.
fn is_small(before: &Workspace, change: &Change) -> Result<(), TestCaseError> {
    let text = &before.profiles[0].options;
    for edit in change.edits(place(Part::Options)).into_iter().flat_map(Edits::iter) {
        let own = edit.span.text(text);
        prop_assert!(own.chars().all(|sign| "0123456789-–,; ".contains(sign)), "{:?}", edit);
    }
    Ok(())
}

/// What is no range, in the order of the text.
fn others(workspace: &Workspace) -> Vec<String> {
    let text = &workspace.profiles[0].options;
    let options = ProfileOptions::read(text);
    let pieces = range_field::shown(&options, text).split([',', ';']).map(|piece| piece.trim().to_owned());
    let is_other = |piece: &String| {
        let alone = format!("presence-availability-range={piece}");
        ProfileOptions::read(&alone).availability_ranges.unwrap_or_default().ranges.is_empty()
    };
    pieces.filter(|piece| !piece.is_empty()).filter(is_other).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn a_class_comes_whole_or_goes_whole(list in list(), at in 0_usize..9) {
        let (before, class) = (of(&list), Class::ALL[at]);
        let was_in = read(&before).share(class) == Share::Whole;
        let change = planned(&before, &Command::TakeClass(class)).unwrap();
        is_small(&before, &change)?;
        let after = change.apply(&before);
        let mut expected = numbers(&before);
        expected.retain(|number| !class.range().contains(number));
        if !was_in {
            expected.extend(class.range());
            expected.sort_unstable();
        }
        prop_assert_eq!(numbers(&after), expected, "{}", after.profiles[0].options);
        prop_assert_eq!(others(&before), others(&after));
    }

    /// A class in a range that is written as the guide does goes, and comes again: nothing has changed.
    #[test]
    fn a_class_that_comes_again_leaves_no_trace(first in 0_usize..9, classes in 2_usize..9, at in 0_usize..9, dash in prop::sample::select(vec!["-", " - "]), front in prop::sample::select(vec!["", "x ,  ", "x,"])) {
        let last = (first + classes).min(8);
        let class = Class::ALL[first + at % (last - first + 1)];
        prop_assume!(first < last);
        let list = format!("{front}{}{dash}{}", Class::ALL[first].lowest(), Class::ALL[last].range().end());
        let before = of(&list);
        let without = planned(&before, &Command::TakeClass(class)).unwrap().apply(&before);
        prop_assert_ne!(numbers(&before), numbers(&without));
        let again = planned(&without, &Command::TakeClass(class)).unwrap().apply(&without);
        prop_assert_eq!(&before.profiles[0].options, &again.profiles[0].options);
    }

    #[test]
    fn a_range_changes_alone(list in list(), at in 0_usize..6, one in 0_u16..=18000, other in 0_u16..=18000) {
        let before = of(&list);
        let ranges = read(&before).ranges;
        prop_assume!(!ranges.is_empty());
        let at = at % ranges.len();
        let (lowest, highest) = (number(one.min(other)), number(one.max(other)));
        let command = Command::SetRange { range: range(&before, at), lowest, highest, sliding: true };
        let change = planned(&before, &command).unwrap();
        is_small(&before, &change)?;
        let after = change.apply(&before);
        let now = read(&after).ranges;
        prop_assert_eq!(now.len(), ranges.len());
        for (index, (old, new)) in ranges.iter().zip(&now).enumerate() {
            if index == at {
                prop_assert_eq!((new.lowest, new.highest), (lowest, highest));
            } else {
                let texts = (&before.profiles[0].options, &after.profiles[0].options);
                prop_assert_eq!(old.span.text(texts.0), new.span.text(texts.1));
            }
        }
        prop_assert_eq!(others(&before), others(&after));
    }

    #[test]
    fn a_range_goes_alone(list in list(), at in 0_usize..6) {
        let before = of(&list);
        prop_assume!(!read(&before).ranges.is_empty());
        let at = at % read(&before).ranges.len();
        let change = planned(&before, &Command::RemoveRange(range(&before, at))).unwrap();
        is_small(&before, &change)?;
        let after = change.apply(&before);
        let all = |workspace: &Workspace| read(workspace).ranges.iter().map(|range| (range.lowest, range.highest)).collect::<Vec<_>>();
        let mut expected = all(&before);
        expected.remove(at);
        prop_assert_eq!(all(&after), expected);
        prop_assert_eq!(others(&before), others(&after));
    }

    /// What is typed in the field stands behind the name, and is in the field again.
    #[test]
    fn the_field_and_the_text_say_the_same(list in list(), content in "[ 0-9,;x–-]{0,12}", missing in any::<bool>(), caret in 0_usize..12, selected in (0_usize..12, 0_usize..12)) {
        let selected = Span::new(selected.0, selected.0 + selected.1);
        let text = if missing { "[TServer]\n".to_owned() } else { of(&list).profiles[0].options.to_string() };
        let options = ProfileOptions::read(&text);
        let caret = content.floor_char_boundary(caret.min(content.len()));
        let Some(edit) = range_field::typed(&options, &text, &Typed { content: content.clone(), caret, selected, composing: false }) else {
            prop_assert!(range_field::is_same(range_field::shown(&options, &text), &content));
            return Ok(());
        };
        let after = Edits::from(edit.0).apply(&text);
        let options = ProfileOptions::read(&after);
        let shown = range_field::shown(&options, &after);
        prop_assert!(range_field::is_same(shown, &content), "{:?} in {:?}", shown, after);
    }
}

#[test]
fn a_key_in_the_field_is_a_key_in_the_text() {
    let text = "[TServer]\npresence-availability-range =  3000-5999\nx=y\n";
    let options = ProfileOptions::read(text);
    let edit = |options: &ProfileOptions, text: &str, content: &str, caret, selected: &str| {
        let start = content.find(selected).unwrap_or_default();
        let selected = Span::new(start, start + selected.len());
        let typed = Typed { content: content.to_owned(), caret, selected, composing: false };
        range_field::typed(options, text, &typed).map(|(edit, _)| edit)
    };
    let typed = |content: &str, caret| edit(&options, text, content, caret, "");
    assert_eq!(range_field::shown(&options, text), "3000-5999");
    assert_eq!(typed("3000-5999", 3), None);
    assert_eq!(typed("  3000-5999", 1), None);
    let end = text.find("\nx").unwrap();
    assert_eq!(typed("3000-5999,", 10), Some(Edit::insert(end, ",")));
    assert_eq!(typed("3000-5999 ", 10), Some(Edit::insert(end, " ")));
    assert_eq!(typed("30000-5999", 3), Some(Edit::insert(end - 7, "0")));
    let missing = ProfileOptions::read("[TServer]\n");
    let added = |content, caret| edit(&missing, "[TServer]\n", content, caret, "");
    assert_eq!(added("3", 1), Some(Edit::insert(9, "\npresence-availability-range=3")));
    assert_eq!(added("  ", 2), None);
}

/// The values that undo goes through after something was done in the field, as one that types has it.
fn way_back(options: &str, keys: &[(&str, &str)]) -> Vec<String> {
    let mut history = History::new(workspace(options, ""));
    for (selected, typed) in keys {
        let before = value(&history);
        let start = before.rfind(selected).unwrap();
        let selected = Span::new(start, start + selected.len());
        // A star is Backspace.
        let by = if *typed == "*" { "" } else { typed };
        let at = if *typed == "*" && selected.is_empty() { start - 1 } else { start };
        let content = format!("{}{by}{}", &before[..at], &before[selected.end..]);
        let typed = Typed { content, caret: at + by.len(), selected, composing: false };
        let change = planned(history.present(), &Command::TypeRanges(typed)).unwrap();
        history.commit(change);
    }
    let mut values = vec![value(&history)];
    while history.undo().is_some() {
        values.push(value(&history));
    }
    values
}

#[test]
fn what_was_typed_in_the_field_is_never_lost_to_undo() {
    let missing = "[TServer]\nmap-presence-to-dnd=true\n";
    let typed = |text: &'static str| text.split("").filter(|key| !key.is_empty()).map(|key| ("", key));
    let list: Vec<_> = typed("3000-5999").collect();
    assert_eq!(way_back(missing, &list), ["3000-5999", ""], "the key that adds the option is one of them");
    let then = |keys: Vec<(&'static str, &'static str)>| way_back(missing, &[list.clone(), keys].concat());
    let over = |selected, keys: &'static str| {
        let mut keys: Vec<_> = typed(keys).collect();
        keys[0].0 = selected;
        then(keys)
    };
    assert_eq!(over("3000-5999", "3500-5000"), ["3500-5000", "3000-5999", ""]);
    assert_eq!(over("3000-5999", "3000-4499"), ["3000-4499", "3000-5999", ""]);
    assert_eq!(over("5999", "4"), ["3000-4", "3000-5999", ""]);
    let backspaces = [("", "*"); 4].into_iter().chain(typed("4499"));
    assert_eq!(then(backspaces.collect()), ["3000-4499", "3000-5999", ""]);
    assert_eq!(way_back(missing, &[("", "3000-5999"), ("", ",")]), ["3000-5999,", "3000-5999", ""], "a paste");
}

#[test]
fn ten_thousand_ranges_are_no_matter() {
    let list: Vec<String> = (0..10_000).map(|at| format!("{at}-{at}")).collect();
    let before = of(&list.join(", "));
    let ranges = Ranges::of(&ProfileOptions::read(&before.profiles[0].options));
    assert_eq!((ranges.bars.len(), ranges.joined.len()), (10_000, 1));
    let after = planned(&before, &Command::TakeClass(Class::Online)).unwrap().apply(&before);
    assert_eq!(read(&after).ranges.len(), 8_500);
    let after = planned(&before, &Command::TakeClass(Class::DoNotDisturb)).unwrap().apply(&before);
    assert_eq!(read(&after).ranges.len(), 10_000);
    assert_eq!(read(&after).share(Class::DoNotDisturb), Share::Whole);
}
