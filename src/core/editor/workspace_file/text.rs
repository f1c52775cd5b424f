//! The form of a text: its lines, so that a person can read them and a comparison of two files finds those that differ.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, SeqAccess, Visitor},
};

/// A text of a profile. Written as the list of its lines without their line feeds; read as such a list, or as one text,
/// which others may find easier to write.
#[derive(Default, PartialEq)]
pub(super) struct Text<'a>(pub Cow<'a, str>);

impl Serialize for Text<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let lines = self.0.split('\n');
        serializer.collect_seq(lines.take(if self.0.is_empty() { 0 } else { usize::MAX }))
    }
}

impl<'de> Deserialize<'de> for Text<'_> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Lines).map(|text| Text(text.into()))
    }
}

struct Lines;

impl<'de> Visitor<'de> for Lines {
    type Value = String;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text, or the list of its lines")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<String, E> {
        // Whoever writes it as one text may end lines as files of Windows do.
        Ok(text.replace("\r\n", "\n"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut lines: A) -> Result<String, A::Error> {
        let mut text = String::new();
        let mut is_first = true;
        while let Some(line) = lines.next_element::<Cow<'_, str>>()? {
            if !is_first {
                text.push('\n');
            }
            text.push_str(&line);
            is_first = false;
        }
        Ok(text)
    }
}
