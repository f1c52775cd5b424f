//! Which laws speak of a profile that pulls: T-Server uses neither its file nor its options of push mode.

use crate::mapping::options::Mode;

/// Of the file only whether it is well-formed is told, so that it can be kept; of the options what holds in both modes.
pub const SPEAKING: [&str; 16] = [
    "option-ascii",
    "option-form",
    "option-length",
    "option-line",
    "option-name",
    "option-of-other-mode",
    "presence-mode",
    "presence-profile",
    "profile-name",
    "range-classes",
    "range-form",
    "range-overlap",
    "repeated-option",
    "section-name",
    "service-type",
    "well-formed",
];

/// Whether a law speaks of a profile in a mode.
pub fn speaks(code: &str, mode: Mode) -> bool {
    mode != Mode::Pull || SPEAKING.contains(&code)
}
