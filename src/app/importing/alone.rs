//! What came in alone, and so may need no question.

use std::sync::Arc;

use presence_profile_core::{
    editor::incoming::{
        inputs::{Content, Input},
        kind::Kind,
        splitting, tables,
    },
    source::decode::{Decoded, encoding::Encoding},
};

/// What one file is that came alone.
pub(super) enum Single {
    Refused(String),
    Workspace(Arc<str>),
    Xml(Arc<Decoded>),
    Nothing,
    Other,
}

/// What a file is that came alone.
pub(super) fn single(input: &Input) -> Single {
    if let Content::Refused(why) = &input.content {
        return Single::Refused(why.clone());
    }
    let Content::Text(text, file) = &input.content else { return Single::Other };
    let kinds: Vec<Kind> = splitting::split(text).into_iter().map(|stretch| stretch.kind).collect();
    match kinds.as_slice() {
        [Kind::Workspace] => Single::Workspace(text.clone()),
        // What it lacks to be one is said by who reads workspaces.
        kinds if input.name.to_ascii_lowercase().ends_with(".json") && !kinds.contains(&Kind::Export) => {
            Single::Workspace(text.clone())
        }
        // One that says another encoding says it still when it is saved as UTF-8: that is looked at first.
        [Kind::AgentStates] => {
            match file.clone().filter(|file| file.encoding == Encoding::Utf8 || !says_encoding(text)) {
                Some(file) => Single::Xml(file),
                None => Single::Other,
            }
        }
        kinds if kinds.iter().all(|kind| *kind == Kind::LeftOut) => Single::Nothing,
        _ => Single::Other,
    }
}

/// Whether an XML declaration names an encoding.
fn says_encoding(text: &str) -> bool {
    let declaration = text.trim_start().strip_prefix("<?xml").and_then(|rest| rest.split_once("?>"));
    declaration.is_some_and(|(inside, _)| inside.contains("encoding"))
}

/// Whether there is something in what came in that is read.
pub(super) fn has_something(input: &Input) -> bool {
    match &input.content {
        Content::Text(text, _) => splitting::split(text).iter().any(|stretch| stretch.kind != Kind::LeftOut),
        Content::Tables(tables) => tables.iter().any(|table| tables::brought(table).is_some()),
        Content::Unclear { .. } => true,
        Content::Refused(_) => false,
    }
}
