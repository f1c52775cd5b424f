//! Commands as they stand now: every place in them followed through what happened since.

use super::{
    command::{Command, Fixes, NewId, Replacing, Wish},
    place::{EntryPlace, FindingPlace, Place, ProfileId, RangePlace},
    refusal::Refusal,
    trail::{Lost, Trail},
};
use crate::source::{edit::Edit, text::Part};

/// The command of a wish, its places those of the present.
///
/// # Errors
/// Something that the wish is about is not there any more.
pub fn follow(trail: &Trail, wish: &Wish) -> Result<Command, Refusal> {
    let &Wish { profile, revision, ref command } = wish;
    let mut command = command.clone();
    match &mut command {
        // Whatever stood there before gives way.
        Command::OpenXml { .. } | Command::StartWithExample => return Ok(command),
        Command::SetAvailability { entry, .. }
        | Command::SetText { entry, .. }
        | Command::RemoveEntry(entry)
        | Command::DuplicateEntry(entry)
        | Command::MoveEntry { entry, .. }
        | Command::RenameEntry { entry, .. } => *entry = follow_entry(trail, revision, profile, entry)?,
        Command::SetRange { range, .. } | Command::RemoveRange(range) => {
            *range = follow_range(trail, revision, profile, *range)?;
        }
        Command::Type { part, edit, .. } => {
            let place = Place { profile, part: *part };
            let span = trail.stretch(revision, place, edit.span)?;
            *edit = Edit { span, text: std::mem::take(&mut edit.text) };
        }
        Command::Key(edit) => edit.span = trail.stretch(revision, Place { profile, part: Part::Xml }, edit.span)?,
        Command::Replace(replacing) => follow_replacing(trail, revision, profile, replacing)?,
        Command::Fix(Fixes::One { finding, .. }) => *finding = follow_finding(trail, revision, profile, finding)?,
        Command::Fix(Fixes::Kind { .. } | Fixes::Safe) | Command::ApplyPreset(_) => {
            // What they do was looked at, one by one.
            if trail.revision() != revision {
                return Err(Refusal::OtherTexts);
            }
        }
        Command::SetStateId { .. }
        | Command::SetCells(_)
        | Command::AddLanguages(_)
        | Command::RemoveLanguage(_)
        | Command::MoveLanguage { .. }
        | Command::AddEntry { .. }
        | Command::FormatXml
        | Command::SetOption { .. }
        | Command::AddRange { .. }
        | Command::TakeClass(_)
        | Command::TypeRanges(_)
        | Command::SetMode { .. }
        | Command::SetAside(_)
        | Command::BringBack(_) => trail.profile(revision, profile)?,
    }
    Ok(command)
}

fn follow_replacing(
    trail: &Trail,
    revision: u64,
    profile: ProfileId,
    replacing: &mut Replacing,
) -> Result<(), Refusal> {
    trail.profile(revision, profile)?;
    let follow = |entry: &EntryPlace| follow_entry(trail, revision, profile, entry);
    match replacing {
        Replacing::Texts(texts) => texts.iter_mut().try_for_each(|text| {
            text.entry = follow(&text.entry)?;
            Ok(())
        }),
        Replacing::Ids(ids) => ids.iter_mut().try_for_each(|id| {
            if let NewId::OfEntry { entry, .. } = id {
                *entry = follow(entry)?;
            }
            Ok(())
        }),
        Replacing::Written { part, edits } => edits.iter_mut().try_for_each(|edit| {
            edit.span = trail.stretch(revision, Place { profile, part: *part }, edit.span)?;
            Ok(())
        }),
    }
}

/// Where an entry of a revision stands now.
///
/// # Errors
/// It is gone.
pub fn follow_entry(
    trail: &Trail,
    revision: u64,
    profile: ProfileId,
    entry: &EntryPlace,
) -> Result<EntryPlace, Refusal> {
    trail.entry(revision, profile, entry).map_err(|lost| Refusal::EntryGone(entry.id.clone(), lost))
}

/// Where a range of a revision stands now.
///
/// # Errors
/// It is gone.
pub fn follow_range(
    trail: &Trail,
    revision: u64,
    profile: ProfileId,
    range: RangePlace,
) -> Result<RangePlace, Refusal> {
    let place = Place { profile, part: Part::Options };
    trail.first_byte(revision, place, range.0).map(RangePlace).map_err(Refusal::RangeGone)
}

/// Where a finding of a revision stands now; without its start where the culprit was changed, if it is known what it
/// stands in.
///
/// # Errors
/// It is gone.
pub fn follow_finding(
    trail: &Trail,
    revision: u64,
    profile: ProfileId,
    finding: &FindingPlace,
) -> Result<FindingPlace, Refusal> {
    let place = Place { profile, part: finding.part };
    let start = match finding.start.map(|start| trail.first_byte(revision, place, start)).transpose() {
        Ok(start) => start,
        Err(Lost::Changed(_)) => None,
        Err(lost) => return Err(lost.into()),
    };
    let entry = finding.entry.as_ref().map(|entry| trail.entry(revision, profile, entry));
    let entry = match entry.transpose() {
        Ok(entry) => entry,
        Err(_) => return Err(Refusal::ProblemGone),
    };
    Ok(FindingPlace { start, entry, ..finding.clone() })
}
