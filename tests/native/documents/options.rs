//! Options texts, sound and damaged.

mod damage;

use proptest::prelude::*;

use self::damage::pairs_of;
use super::{Document, damaged, replaced};

/// The guide's example.
pub const EXAMPLE: &str = include_str!("../../cases/example/options.txt");

/// What happens to options texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Damage {
    /// Some rows have no pair.
    MissingRows,
    /// A pair without an ID.
    EmptyId,
    /// Colons for equals signs, in all pairs or in one.
    ColonForm,
    /// `\_` for `_`.
    EscapedUnderscores,
    /// A full stop behind the last pair.
    FullStop,
    /// The name in bold type or with blanks, as pages give it.
    BoldName,
    /// One pair on each line, with or without the option's name.
    PairPerLine,
    /// A table of the rows, with bars or tabs.
    Table,
    /// A row twice.
    RepeatedNumber,
    /// A number beyond the table, or none.
    OtherNumber,
    /// IDs beyond ASCII, with blanks, quotes or 300 characters.
    StrangeId,
    /// An option is lost.
    LostOption,
    /// An option nobody knows, or a known one again.
    OtherOption,
    /// Pull where push was.
    Pull,
    /// The section's line is lost, repeated or another.
    OtherSection,
    /// Blanks around names, values and lines.
    Blanks,
    /// A line of a comment or of prose.
    RubbishLine,
    /// A line twice.
    DuplicatedLine,
    /// A line lost.
    LostLine,
    /// The end is missing.
    CutShort,
    /// A head and a tail that do not belong together.
    Spliced,
    /// Letters beyond ASCII anywhere.
    NonAscii,
    /// Pieces of markup and control characters.
    Rubbish,
}

/// How often each damage is tried, relative to the others; the shares found are printed by the test of shares.
pub const WEIGHTS: [(u32, Damage); 23] = [
    (4, Damage::MissingRows),
    (2, Damage::EmptyId),
    (4, Damage::ColonForm),
    (4, Damage::EscapedUnderscores),
    (3, Damage::FullStop),
    (3, Damage::BoldName),
    (3, Damage::PairPerLine),
    (4, Damage::Table),
    (3, Damage::RepeatedNumber),
    (3, Damage::OtherNumber),
    (3, Damage::StrangeId),
    (2, Damage::LostOption),
    (2, Damage::OtherOption),
    (2, Damage::Pull),
    (2, Damage::OtherSection),
    (3, Damage::Blanks),
    (4, Damage::RubbishLine),
    (2, Damage::DuplicatedLine),
    (2, Damage::LostLine),
    (2, Damage::CutShort),
    (2, Damage::Spliced),
    (2, Damage::NonAscii),
    (3, Damage::Rubbish),
];

/// A document: most of them the guide's options before the damages, the others the bare value, other IDs, or nothing.
pub fn document() -> impl Strategy<Value = Document<Damage>> {
    let bases = prop_oneof![
        9 => Just(EXAMPLE.to_owned()),
        4 => prop::collection::vec("[A-Z][A-Z0-9_]{0,11}", 15).prop_map(|ids| with_ids(&ids)),
        2 => Just(EXAMPLE[pairs_of(EXAMPLE).expect("the example has pairs")].to_owned()),
        1 => Just(String::new()),
    ];
    damaged(bases, &WEIGHTS, damage::damage)
}

/// The guide's options with other IDs.
fn with_ids(ids: &[String]) -> String {
    let pairs: Vec<String> = ids.iter().enumerate().map(|(row, id)| format!("{}={id}", row + 1)).collect();
    replaced(EXAMPLE, pairs_of(EXAMPLE).expect("the example has pairs"), &pairs.join(", "))
}
