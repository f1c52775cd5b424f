//! The options: setting the value of one.

use super::{Change, Refusal, Subject, writable};
use crate::{
    mapping::options::{OptionName, ProfileOptions, SECTION},
    source::{
        edit::{Edit, Edits},
        indent,
        text::{Part, Span},
    },
};

pub(super) fn set(subject: Subject<'_>, name: OptionName, value: &str) -> Result<Change, Refusal> {
    writable(value)?;
    if let Some(feed) = value.chars().find(|character| matches!(character, '\n' | '\r')) {
        return Err(Refusal::NotOneValue(feed));
    }
    let label = format!("Set {}", name.name());
    let text = &*subject.profile.options;
    if subject.analysis.options.value(name, text) == Some(value) {
        return Ok(Change::new(label));
    }
    let edits = Edits::from(written(text, &subject.analysis.options, name, value));
    // A value may look like what a page leaves around one.
    let after = edits.apply(text);
    if ProfileOptions::read(&after).value(name, &after) != Some(value) {
        return Err(Refusal::ReadsOtherwise(value.to_owned()));
    }
    Ok(subject.change(label, Part::Options, edits))
}

/// The edit that gives an option its value; a missing option gets a line of its own at the end of the section.
pub(super) fn written(text: &str, options: &ProfileOptions, name: OptionName, value: &str) -> Edit {
    if let Some(option) = options.of(name) {
        return Edit::replace(option.value, value);
    }
    let line = format!("{}={value}", name.name());
    let section = options.section.map(|section| indent::line_end(text, section.end));
    match options.options.last().map(|option| option.line.end).or(section) {
        Some(end) => Edit::insert(end, format!("\n{line}")),
        None if text.trim().is_empty() => Edit::replace(Span::new(0, text.len()), format!("[{SECTION}]\n{line}\n")),
        None => {
            let feed = if text.ends_with('\n') { "" } else { "\n" };
            Edit::insert(text.len(), format!("{feed}{line}\n"))
        }
    }
}
