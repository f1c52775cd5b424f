//! What is said of something wrong, part by part; who puts the parts together decides which are told.

use super::phrase::Phrase;

/// What is wrong, what that means, and what to do about it. Each part begins with a small letter and has no full stop.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Message {
    /// What is wrong.
    pub wrong: Phrase,
    /// What follows from it, or where it comes from; may be empty.
    pub meaning: Phrase,
    /// What to do about it; may be empty.
    pub advice: Phrase,
}

impl Message {
    /// Says what is wrong and no more.
    pub fn new(wrong: impl Into<Phrase>) -> Message {
        Message { wrong: wrong.into(), ..Message::default() }
    }

    /// Adds what that means.
    pub fn with_meaning(mut self, meaning: impl Into<Phrase>) -> Message {
        self.meaning = meaning.into();
        self
    }

    /// Adds what to do.
    pub fn with_advice(mut self, advice: impl Into<Phrase>) -> Message {
        self.advice = advice.into();
        self
    }

    /// The parts that are not empty, in the order in which they are told.
    pub fn parts(&self) -> impl Iterator<Item = &Phrase> {
        [&self.wrong, &self.meaning, &self.advice].into_iter().filter(|part| !part.is_empty())
    }
}

impl From<&'static str> for Message {
    #[inline(never)]
    fn from(wrong: &'static str) -> Message {
        Message::new(wrong)
    }
}

impl From<String> for Message {
    #[inline(never)]
    fn from(wrong: String) -> Message {
        Message::new(wrong)
    }
}
