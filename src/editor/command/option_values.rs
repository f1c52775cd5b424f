//! The options: setting the value of one.

use super::{Change, Refusal, Subject};
use crate::{
    mapping::options::OptionName,
    source::{edit::Edit, text::Part},
};

pub(super) fn set(subject: Subject<'_>, name: OptionName, value: &str) -> Result<Change, Refusal> {
    if let Some(feed) = value.chars().find(|character| matches!(character, '\n' | '\r')) {
        return Err(Refusal::NotOneValue(feed));
    }
    let label = format!("Set {}", name.name());
    if subject.analysis.options.value(name, &subject.profile.options) == Some(value) {
        return Ok(Change::new(label));
    }
    Ok(subject.change(label, Part::Options, written(subject, name, value)))
}

/// The edit that gives an option its value; a missing option gets a line of its own at the end of the section.
pub(super) fn written(subject: Subject<'_>, name: OptionName, value: &str) -> Edit {
    let text = &subject.profile.options;
    let options = &subject.analysis.options;
    if let Some(option) = options.options.iter().find(|option| option.known == Some(name)) {
        return Edit::replace(option.value, value);
    }
    let line = format!("{}={value}", name.name());
    match options.options.last().map(|option| option.line.end).or(options.section.map(|section| section.end)) {
        Some(end) => Edit::insert(end, format!("\n{line}")),
        None if text.trim().is_empty() => {
            Edit::replace(crate::source::text::Span::new(0, text.len()), format!("[TServer]\n{line}\n"))
        }
        None => {
            let feed = if text.ends_with('\n') { "" } else { "\n" };
            Edit::insert(text.len(), format!("{feed}{line}\n"))
        }
    }
}
