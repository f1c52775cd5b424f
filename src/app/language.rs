//! Languages as they stand on the screen: name, number, tag and direction.

use presence_profile_core::mapping::lcid::{Direction, Lcid};

/// The English name.
pub fn name(lcid: Lcid) -> String {
    lcid.name().into_owned()
}

/// Number and tag, as in "1036 fr-FR".
pub fn facts(lcid: Lcid) -> String {
    match lcid.tag() {
        Some(tag) => format!("{} {tag}", lcid.number()),
        None => lcid.number().to_string(),
    }
}

/// The values of `lang` and `dir` for a text.
pub fn attributes(lcid: Lcid) -> Option<(&'static str, &'static str)> {
    let direction = match lcid.direction() {
        Direction::LeftToRight => "ltr",
        Direction::RightToLeft => "rtl",
    };
    Some((lcid.tag().unwrap_or_default(), direction))
}
