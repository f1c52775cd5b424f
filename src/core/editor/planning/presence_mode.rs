//! The presence mode: what `map-presence-to-dnd` says, and no other option.

use crate::{
    editor::{change::Change, refusal::Refusal, subject::Subject},
    mapping::options::ProfileOptions,
    source::{edit::Edits, text::Part},
};

/// Sets each value that says another mode, and leaves what the other mode needs where it is.
pub(super) fn set(subject: Subject<'_>, pull: bool) -> Result<Change, Refusal> {
    let label = if pull { "Switched to pull mode" } else { "Switched to push mode" };
    let (text, options) = (&*subject.profile.options, &subject.analysis.options);
    let edits =
        Edits::new(options.with_mode(text, pull)).expect("values of options lie apart, in the order of the text");
    if edits.is_empty() {
        return Ok(Change::new(label));
    }
    if ProfileOptions::read(&edits.apply(text)).pull_value() != Some(pull) {
        return Err(Refusal::ReadsOtherwise(pull.to_string()));
    }
    Ok(subject.change(label, Part::Options, edits))
}
