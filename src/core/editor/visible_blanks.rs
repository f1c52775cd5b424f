//! What cannot be seen in a text, and what to draw for it.

use std::borrow::Cow;

use crate::source::text::Span;

/// A character that cannot be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Blank {
    /// Where it stands in the text.
    pub span: Span,
    /// What is drawn for it.
    pub drawn: Drawn,
}

/// What is drawn for a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Drawn {
    /// `·` for a blank.
    Blank,
    /// `→` for a tab.
    Tab,
    /// `⏎` for a line feed or a carriage return.
    LineFeed,
    /// A box with a short name, such as `NBSP`.
    Name(&'static str),
    /// A box with the code, such as `U+200B`.
    Code(char),
}

impl Drawn {
    /// The sign, or what stands in the box.
    pub fn text(self) -> Cow<'static, str> {
        match self {
            Drawn::Blank => "·".into(),
            Drawn::Tab => "→".into(),
            Drawn::LineFeed => "⏎".into(),
            Drawn::Name(name) => name.into(),
            Drawn::Code(character) => format!("U+{:04X}", u32::from(character)).into(),
        }
    }

    /// Whether it is drawn in a box, which is wider than a character.
    pub fn is_box(self) -> bool {
        matches!(self, Drawn::Name(_) | Drawn::Code(_))
    }
}

/// All that cannot be seen in a text, in its order.
pub fn blanks(text: &str) -> Vec<Blank> {
    let drawn = text.char_indices().filter_map(|(at, character)| Some((at, character, drawn(character)?)));
    drawn.map(|(at, character, drawn)| Blank { span: Span::new(at, at + character.len_utf8()), drawn }).collect()
}

fn drawn(character: char) -> Option<Drawn> {
    Some(match character {
        ' ' => Drawn::Blank,
        '\t' => Drawn::Tab,
        '\n' | '\r' => Drawn::LineFeed,
        '!'..='~' => return None,
        '\u{A0}' => Drawn::Name("NBSP"),
        '\u{202F}' => Drawn::Name("NNBSP"),
        '\u{200E}' => Drawn::Name("LRM"),
        '\u{200F}' => Drawn::Name("RLM"),
        '\u{AD}' => Drawn::Name("SHY"),
        character if character.is_whitespace() || is_invisible(character) => Drawn::Code(character),
        _ => return None,
    })
}

/// Marks of format and control: they have no width, or turn the direction of what follows.
fn is_invisible(character: char) -> bool {
    matches!(character,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200D}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
}
