//! The ranges of pull mode: each command changes the bytes of the ranges it is about, and no others.

mod bounds;
mod classes;
mod writing;

use self::bounds::{Bounds, all};
use crate::{
    editor::{
        change::{Change, Joining, Slide},
        place::RangePlace,
        ranges::{set_in_words, word},
        refusal::Refusal,
        subject::Subject,
    },
    mapping::{
        availability::{Availability, Class},
        availability_ranges::{AvailabilityRanges, Share},
        option_name::OptionName,
        options::ProfileOptions,
    },
    source::{
        edit::{Edit, Edits},
        text::{Part, Span},
    },
};

pub(super) fn set(subject: Subject<'_>, place: RangePlace, bounds: Bounds, sliding: bool) -> Result<Change, Refusal> {
    let ranges = written(subject);
    let at = place.position(&ranges.ranges).ok_or(Refusal::NoRange)?;
    in_order(bounds)?;
    let range = &ranges.ranges[at];
    let label = set_in_words(at, bounds);
    let mut expected = all(ranges);
    let ends = (expected[at].0 != bounds.0, expected[at].1 != bounds.1);
    expected[at] = bounds;
    let (change, after) = granted(subject, label, writing::numbers(range, bounds), &expected)?;
    let slide = after.ranges.get(at).filter(|_| sliding).map(|after| {
        let (from, to) = (RangePlace::of(range), RangePlace::of(after));
        Joining::Slide(Slide { from, to, ends })
    });
    Ok(Change { joining: slide.unwrap_or(Joining::Whole), ..change })
}

pub(super) fn add(subject: Subject<'_>, bounds: Bounds) -> Result<Change, Refusal> {
    in_order(bounds)?;
    let mut expected = all(written(subject));
    expected.push(bounds);
    let edit = appended(subject, &[bounds]);
    granted(subject, format!("Range {} added", writing::of(bounds)), vec![edit], &expected).map(only)
}

pub(super) fn remove(subject: Subject<'_>, place: RangePlace) -> Result<Change, Refusal> {
    let ranges = written(subject);
    let at = place.position(&ranges.ranges).ok_or(Refusal::NoRange)?;
    let mut expected = all(ranges);
    let gone = expected.remove(at);
    let edits = writing::deletions(&subject.profile.options, ranges, &[at]).into_iter().map(Edit::delete);
    granted(subject, format!("Range {} removed", writing::of(gone)), edits.collect(), &expected).map(only)
}

/// Lets in a whole class, or leaves it out where it is in.
pub(super) fn take(subject: Subject<'_>, class: Class) -> Result<Change, Refusal> {
    let (ranges, text) = (written(subject), &*subject.profile.options);
    let bounds = (Availability::new(*class.range().start()), Availability::new(*class.range().end()));
    let (Some(lowest), Some(highest)) = bounds else { return Err(Refusal::NoRange) };
    let shown = writing::shown((lowest, highest));
    match ranges.share(class) {
        Share::Whole => {
            let without = classes::without(ranges, lowest, highest);
            let gone = writing::deletions(text, ranges, &without.gone).into_iter().map(Edit::delete);
            let mut edits: Vec<Edit> = gone.collect();
            for (at, parts) in &without.cut {
                let range = &ranges.ranges[*at];
                match parts.as_slice() {
                    [low, high] => edits.push(writing::split(text, ranges, range, *low, *high)),
                    [left] => edits.extend(writing::numbers(range, *left)),
                    _ => {}
                }
            }
            granted(subject, format!("{} left out, {shown}", word(class)), edits, &without.left).map(only)
        }
        Share::None | Share::Part => {
            let with = classes::with(ranges, lowest, highest);
            let changed = ranges.ranges.iter().zip(&with.kept);
            let mut edits: Vec<Edit> =
                changed.filter_map(|(range, kept)| Some(writing::numbers(range, (*kept)?))).flatten().collect();
            let gone: Vec<usize> = (0..with.kept.len()).filter(|at| with.kept[*at].is_none()).collect();
            edits.extend(writing::deletions(text, ranges, &gone).into_iter().map(Edit::delete));
            if !with.new.is_empty() {
                edits.push(appended(subject, &with.new));
            }
            let kept = with.kept.into_iter().flatten();
            let expected: Vec<Bounds> = kept.chain(with.new).collect();
            granted(subject, format!("{} let in, {shown}", word(class)), edits, &expected).map(only)
        }
    }
}

/// What is written of the ranges; nothing where the option is missing.
fn written(subject: Subject<'_>) -> &AvailabilityRanges {
    static NONE: AvailabilityRanges =
        AvailabilityRanges { span: Span { start: 0, end: 0 }, ranges: Vec::new(), faults: Vec::new() };
    subject.analysis.options.availability_ranges.as_ref().unwrap_or(&NONE)
}

fn in_order((lowest, highest): Bounds) -> Result<(), Refusal> {
    match highest < lowest {
        true => Err(Refusal::Backward(lowest.number(), highest.number())),
        false => Ok(()),
    }
}

/// New ranges behind the others, or as the value of the option.
fn appended(subject: Subject<'_>, new: &[Bounds]) -> Edit {
    let (ranges, text) = (written(subject), &*subject.profile.options);
    let name = OptionName::PresenceAvailabilityRange;
    match ranges.span.is_empty() {
        true => subject.analysis.options.with_value(text, name, &writing::list(new, ", ")),
        false => writing::appended(text, ranges, new),
    }
}

fn read(text: &str) -> AvailabilityRanges {
    ProfileOptions::read(text).availability_ranges.unwrap_or_default()
}

fn only((change, _): (Change, AvailabilityRanges)) -> Change {
    change
}

/// The change and the ranges after it, if these read as expected: signs around them may make something else of them.
fn granted(
    subject: Subject<'_>,
    label: String,
    edits: Vec<Edit>,
    expected: &[Bounds],
) -> Result<(Change, AvailabilityRanges), Refusal> {
    let before = all(written(subject));
    let edits = Edits::new(edits).ok_or(Refusal::NoRange)?;
    let after = read(&edits.apply(&subject.profile.options));
    if all(&after) == expected {
        return Ok((subject.change(label, Part::Options, edits), after));
    }
    let culprit = expected.iter().find(|bounds| !before.contains(bounds)).copied();
    Err(Refusal::ReadsOtherwise(culprit.map_or_else(|| "the ranges".to_owned(), writing::of)))
}
