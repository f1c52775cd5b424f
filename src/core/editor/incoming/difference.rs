//! A value that would change: which one, what stands there, what is offered, and what is chosen.

use crate::mapping::{lcid::Lcid, states::StateNumber};

/// Which value is meant.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Address {
    /// The ID of a row.
    Row(StateNumber),
    /// The value of an option.
    Option(String),
    /// The entry of an ID as a whole, where it goes.
    Entry(String),
    /// The availability of an entry.
    Availability(String),
    /// A text of an entry.
    Text(String, Lcid),
}

impl Address {
    /// The ID of the entry it belongs to.
    pub fn entry(&self) -> Option<&str> {
        match self {
            Address::Entry(id) | Address::Availability(id) | Address::Text(id, _) => Some(id),
            Address::Row(_) | Address::Option(_) => None,
        }
    }
}

/// A value that would change, or could.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Which one.
    pub address: Address,
    /// What stands there; `None` where nothing does.
    pub now: Option<String>,
    /// What is offered for it, the likeliest first; never what stands there, and each once.
    pub offers: Vec<Offer>,
    /// What becomes of it.
    pub choice: Choice,
}

/// A value that is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The value; `None` where nothing would stand there.
    pub value: Option<String>,
    /// The pieces that have it, by their places among all.
    pub pieces: Vec<usize>,
}

/// What becomes of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Choice {
    /// What stands there stays.
    Keep,
    /// One of the offers is taken, by its position.
    Take(usize),
}

/// What somebody said of a value: by what was offered, since offers come and go with the pieces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    /// What stands there stays.
    Keep,
    /// This value is taken, or nothing.
    Take(Option<String>),
}

impl Chosen {
    /// As a choice of the offers there are; `None` where none of them is meant.
    pub fn among(&self, offers: &[Offer]) -> Option<Choice> {
        match self {
            Chosen::Keep => Some(Choice::Keep),
            Chosen::Take(value) => offers.iter().position(|offer| offer.value == *value).map(Choice::Take),
        }
    }
}

impl Difference {
    /// What is said by a choice of its offers.
    pub fn chosen(&self, choice: Choice) -> Chosen {
        match choice {
            Choice::Take(at) => self.offers.get(at).map_or(Chosen::Keep, |offer| Chosen::Take(offer.value.clone())),
            Choice::Keep => Chosen::Keep,
        }
    }

    /// What would stand there.
    pub fn then(&self) -> Option<&str> {
        match self.choice {
            Choice::Keep => self.now.as_deref(),
            Choice::Take(at) => self.offers.get(at).and_then(|offer| offer.value.as_deref()),
        }
    }

    /// Whether something else would stand there.
    pub fn changes(&self) -> bool {
        self.then() != self.now.as_deref()
    }
}
