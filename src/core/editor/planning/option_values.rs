//! The options: setting the value of one.

use super::writable;
use crate::{
    editor::{change::Change, refusal::Refusal, subject::Subject},
    mapping::{option_name::OptionName, options::ProfileOptions},
    source::{edit::Edits, text::Part},
};

pub(super) fn set(subject: Subject<'_>, name: OptionName, value: &str) -> Result<Change, Refusal> {
    writable(value)?;
    if let Some(feed) = value.chars().find(|character| matches!(character, '\n' | '\r')) {
        return Err(Refusal::NotOneValue(feed));
    }
    let label = format!("{} set", name.name());
    let text = &*subject.profile.options;
    if subject.analysis.options.value(name, text) == Some(value) {
        return Ok(Change::new(label));
    }
    let edits = Edits::from(subject.analysis.options.with_value(text, name, value));
    // A value may look like what a page leaves around one.
    let after = edits.apply(text);
    if ProfileOptions::read(&after).value(name, &after) != Some(value) {
        return Err(Refusal::ReadsOtherwise(value.to_owned()));
    }
    Ok(subject.change(label, Part::Options, edits))
}
