//! agentStates files, sound and damaged.

mod damage;

use proptest::prelude::*;

use super::{Document, damaged};

/// The guide's example.
pub const EXAMPLE: &str = include_str!("../../cases/example/agentStates.xml");

/// What happens to XML files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Damage {
    /// An entry takes the ID of another.
    RepeatedId,
    /// An entry is pasted twice.
    RepeatedEntry,
    /// A text twice in one language.
    RepeatedLcid,
    /// A comment between entries, in an entry, in a text, in a tag.
    Comment,
    /// A text, or a part of one, in a CDATA section.
    CData,
    /// An entity or character reference, known or not, or a bare `&`.
    Reference,
    /// A tag loses or gains a character.
    BrokenTag,
    /// A tag is lost.
    LostTag,
    /// An attribute loses a quote.
    UnclosedQuote,
    /// An attribute in single quotes.
    SingleQuotes,
    /// An attribute is lost, repeated, unknown, or has another value.
    OtherAttribute,
    /// Elements nobody asked for, around or between the entries.
    UnknownElement,
    /// Entries without content: `<agentState …/>`.
    EmptyElement,
    /// A second file behind the first, declaration and all.
    SecondDeclaration,
    /// Text in front of the declaration, or none at all.
    NoDeclaration,
    /// A document type declaration.
    Doctype,
    /// Letters beyond ASCII, in texts, IDs and between.
    NonAscii,
    /// All on one line, or indented by tabs.
    OtherLayout,
    /// A line twice.
    DuplicatedLine,
    /// A line lost.
    LostLine,
    /// The end is missing.
    CutShort,
    /// A head and a tail that do not belong together.
    Spliced,
    /// Pieces of markup and control characters.
    Rubbish,
}

/// How often each damage is tried, relative to the others; the shares found are printed by the test of shares.
pub const WEIGHTS: [(u32, Damage); 23] = [
    (4, Damage::RepeatedId),
    (3, Damage::RepeatedEntry),
    (2, Damage::RepeatedLcid),
    (4, Damage::Comment),
    (4, Damage::CData),
    (4, Damage::Reference),
    (4, Damage::BrokenTag),
    (3, Damage::LostTag),
    (3, Damage::UnclosedQuote),
    (2, Damage::SingleQuotes),
    (3, Damage::OtherAttribute),
    (2, Damage::UnknownElement),
    (2, Damage::EmptyElement),
    (2, Damage::SecondDeclaration),
    (2, Damage::NoDeclaration),
    (2, Damage::Doctype),
    (4, Damage::NonAscii),
    (2, Damage::OtherLayout),
    (2, Damage::DuplicatedLine),
    (2, Damage::LostLine),
    (2, Damage::CutShort),
    (2, Damage::Spliced),
    (3, Damage::Rubbish),
];

/// A document: half of them the guide's example before the damages, the others grown, fragments, or empty.
pub fn document() -> impl Strategy<Value = Document<Damage>> {
    let bases = prop_oneof![
        8 => Just(EXAMPLE.to_owned()),
        5 => grown(),
        2 => Just(fragment(EXAMPLE)),
        1 => Just(String::new()),
    ];
    damaged(bases, &WEIGHTS, damage::damage)
}

/// A sound file of its own: up to 20 entries with up to 6 languages.
pub fn grown() -> impl Strategy<Value = String> {
    let id = prop_oneof![
        6 => "[A-Z][A-Z0-9_]{0,11}",
        1 => prop::sample::select(vec!["INCALL", "OOS", "IDLE_OUT", "ОЧЕРЕДЬ", "A&amp;B", "L"]).prop_map(str::to_owned),
        1 => Just("LONG_".repeat(60)),
    ];
    let lcid = prop::sample::select(vec!["1033", "1036", "1049", "3082", "1025", "1037", "1041", "99999", "12"]);
    let words = prop::sample::select(vec![
        "Logged out",
        " I am available ",
        "",
        "En travaillant avec les clients, ne pas déranger",
        "لا تزعج",
        "נא לא להפריע",
        "会議中",
        "R&amp;D &#169; &lt;busy&gt;",
        "two\n      lines",
        "😀",
    ]);
    let entry = (id, 0_u32..20000, prop::collection::vec((lcid, words), 0..6));
    prop::collection::vec(entry, 0..20).prop_map(|entries| {
        let mut text = EXAMPLE.lines().take(2).flat_map(|line| [line, "\n"]).collect::<String>();
        for (id, availability, activities) in entries {
            text += &format!("  <agentState ID=\"{id}\" availability=\"{availability}\">\n");
            for (lcid, words) in activities {
                text += &format!("    <activity LCID=\"{lcid}\">{words}</activity>\n");
            }
            text += "  </agentState>\n";
        }
        text + "</agentStates>\n"
    })
}

/// The entries without the lines around them, as the guide prints them.
fn fragment(text: &str) -> String {
    text.lines().skip(2).filter(|line| *line != "</agentStates>").flat_map(|line| [line, "\n"]).collect()
}
