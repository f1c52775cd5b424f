//! From a wish to the change that grants it.

mod arranging;
mod cells;
mod entries;
mod formatting;
mod ids;
mod incoming;
mod languages;
mod new_texts;
mod option_values;
mod presence_mode;
mod presets;
mod ranges;
mod replacing;
mod respelling;
mod rows;
mod setting_aside;
mod state_id;
mod texts;
mod typing;

use super::{
    analysis::Analysis,
    change::Change,
    command::{Command, Wish},
    fixing, following,
    history::History,
    refusal::Refusal,
    subject::Subject,
};
use crate::source::xml;

/// The change that grants a wish; an empty one where it is granted already.
///
/// `analysis` is that of the wish's profile as it is now.
///
/// # Errors
/// A [`Refusal`] says why the wish cannot be granted; the texts are as before.
pub fn plan(history: &History, analysis: &Analysis, wish: &Wish) -> Result<Change, Refusal> {
    let workspace = history.present();
    let profile = workspace.profile(wish.profile).ok_or(Refusal::ProfileGone)?;
    let command = following::follow(history.trail(), wish)?;
    carry_out(Subject { workspace, profile, analysis }, &command)
}

/// The change that a command comes to, whose places are those of the subject.
///
/// # Errors
/// As [`plan`].
pub fn carry_out(subject: Subject<'_>, command: &Command) -> Result<Change, Refusal> {
    let change = match command {
        Command::SetStateId { row, id, with_entry } => state_id::set(subject, *row, id.trim(), *with_entry),
        Command::SetAvailability { entry, value } => entries::set_availability(subject, entry, value.trim()),
        Command::SetText { entry, lcid, text } => texts::set(subject, entry, *lcid, text),
        Command::SetCells(values) => cells::set(subject, values),
        Command::Replace(replacing) => replacing::replace(subject, replacing),
        Command::AddLanguages(languages) => return Ok(languages::add(subject, languages)),
        Command::RemoveLanguage(language) => return Ok(languages::remove(subject, *language)),
        Command::MoveLanguage { language, past } => return Ok(languages::move_past(subject, *language, *past)),
        Command::AddEntry { id, availability } => entries::add(subject, id.trim(), availability.trim()),
        Command::RemoveEntry(entry) => entries::remove(subject, entry),
        Command::DuplicateEntry(entry) => arranging::duplicate(subject, entry),
        Command::MoveEntry { entry, up } => arranging::shift(subject, entry, *up),
        Command::FormatXml => formatting::format(subject),
        Command::RenameEntry { entry, id } => entries::rename(subject, entry, id.trim()),
        Command::SetOption { name, value } => option_values::set(subject, *name, value.trim()),
        Command::SetRange { range, lowest, highest, sliding } => {
            ranges::set(subject, *range, (*lowest, *highest), *sliding)
        }
        Command::AddRange { lowest, highest } => ranges::add(subject, (*lowest, *highest)),
        Command::RemoveRange(range) => ranges::remove(subject, *range),
        Command::TakeClass(class) => ranges::take(subject, *class),
        Command::SetMode { pull } => return presence_mode::set(subject, *pull),
        Command::Type { part, edit, composing, replaces } => {
            return Ok(typing::typed(subject, *part, edit, *composing, *replaces));
        }
        Command::Key(edit) => return Ok(typing::brought(subject, edit)),
        Command::TypeRanges(typed) => return Ok(typing::typed_in_ranges(subject, typed)),
        Command::ApplyPreset(preset) => presets::apply(subject, *preset),
        Command::Fix(fixes) => return fixing::plan(subject, fixes),
        Command::SetAside(aside) => return Ok(setting_aside::set_aside(subject, aside)),
        Command::BringBack(aside) => return Ok(setting_aside::bring_back(subject, aside)),
        Command::StartWithExample => return Ok(incoming::start_with_example(subject)),
        Command::OpenXml { name, file, opened } => {
            return Ok(incoming::open_xml(subject, name, file, *opened));
        }
    }?;
    let new: Vec<_> = match command {
        Command::SetText { lcid, .. } => vec![*lcid],
        Command::SetCells(values) => values.iter().filter_map(cells::language).collect(),
        _ => Vec::new(),
    };
    Ok(languages::keep_columns(subject, change, &new))
}

fn writable(text: &str) -> Result<(), Refusal> {
    match xml::forbidden(text) {
        Some((_, character)) => Err(Refusal::ForbiddenCharacter(character)),
        None => Ok(()),
    }
}
