//! Availability numbers and the presence classes they fall into.

use std::ops::RangeInclusive;

use crate::source::blanks;

/// A number T-Server pushes as presence, 0 to 18000 (guide, "Skype for Business Presence Availability").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Availability(u16); // Invariant: 0..=18000.

impl Availability {
    /// The highest number of the guide's range.
    pub const HIGHEST: u16 = 18000;

    /// A number of the range.
    pub fn new(number: u16) -> Option<Availability> {
        (number <= Availability::HIGHEST).then_some(Availability(number))
    }

    /// Reads decimal digits; blanks around them are left out of account. `None` for anything else.
    pub fn parse(text: &str) -> Option<Availability> {
        let digits = blanks::trim(text);
        let decimal = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        if decimal { digits.parse().ok().and_then(Availability::new) } else { None }
    }

    /// The number, 0 to 18000.
    pub fn number(self) -> u16 {
        self.0
    }

    /// The class whose range holds the number.
    pub fn class(self) -> Class {
        *Class::ALL.iter().rev().find(|class| class.lowest() <= self.0).expect("the lowest class begins at 0")
    }
}

/// The classes of availability. The guide lists their names and lowest numbers; that these are lower bounds of ranges,
/// and the words a client shows, are Microsoft's (state/availability element of the presence schema).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// The availability is not set.
    None,
    /// Free.
    Online,
    /// Online, with the device away.
    IdleOnline,
    /// Busy.
    Busy,
    /// Busy, with the device away.
    IdleBusy,
    /// Calls are blocked.
    DoNotDisturb,
    /// Temporarily unalertable.
    BeRightBack,
    /// Unalertable.
    Away,
    /// Unavailable.
    Offline,
}

impl Class {
    /// From the lowest numbers to the highest.
    pub const ALL: [Class; 9] = [
        Class::None,
        Class::Online,
        Class::IdleOnline,
        Class::Busy,
        Class::IdleBusy,
        Class::DoNotDisturb,
        Class::BeRightBack,
        Class::Away,
        Class::Offline,
    ];

    /// The guide's name of the class.
    pub fn name(self) -> &'static str {
        match self {
            Class::None => "None",
            Class::Online => "Online",
            Class::IdleOnline => "IdleOnline",
            Class::Busy => "Busy",
            Class::IdleBusy => "IdleBusy",
            Class::DoNotDisturb => "DoNotDisturb",
            Class::BeRightBack => "BeRightBack",
            Class::Away => "Away",
            Class::Offline => "Offline",
        }
    }

    /// Its name for sheets of styles.
    pub fn key(self) -> &'static str {
        match self {
            Class::None => "none",
            Class::Online => "online",
            Class::IdleOnline => "idle-online",
            Class::Busy => "busy",
            Class::IdleBusy => "idle-busy",
            Class::DoNotDisturb => "do-not-disturb",
            Class::BeRightBack => "be-right-back",
            Class::Away => "away",
            Class::Offline => "offline",
        }
    }

    /// The word a client shows when no activity text applies. For `None` sources disagree on what is shown.
    pub fn word(self) -> &'static str {
        match self {
            Class::None => "Unknown",
            Class::Online => "Available",
            Class::IdleOnline => "Inactive",
            Class::Busy | Class::IdleBusy => "Busy",
            Class::DoNotDisturb => "Do not disturb",
            Class::BeRightBack => "Be right back",
            Class::Away => "Away",
            Class::Offline => "Offline",
        }
    }

    /// The same where nothing beside it says that a presence is meant.
    pub fn presence_word(self) -> &'static str {
        if self == Class::None { "Presence unknown" } else { self.word() }
    }

    /// The class that has a word for its name or as what people see, whatever the case, blanks and hyphens.
    pub fn named(word: &str) -> Option<Class> {
        let word = Class::folded(word);
        Class::ALL.into_iter().find(|class| Class::folded(class.name()) == word || Class::folded(class.word()) == word)
    }

    /// A word without what does not matter in it: case, blanks, hyphens.
    pub fn folded(word: &str) -> String {
        word.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    }

    /// The guide's number, the lowest of the class.
    pub fn lowest(self) -> u16 {
        match self {
            Class::None => 0,
            Class::Online => 3000,
            Class::IdleOnline => 4500,
            Class::Busy => 6000,
            Class::IdleBusy => 7500,
            Class::DoNotDisturb => 9000,
            Class::BeRightBack => 12000,
            Class::Away => 15000,
            Class::Offline => 18000,
        }
    }

    /// All numbers of the class.
    pub fn range(self) -> RangeInclusive<u16> {
        let highest = Class::ALL.get(self as usize + 1).map_or(Availability::HIGHEST, |next| next.lowest() - 1);
        self.lowest()..=highest
    }

    /// The number customarily published for the class; the guide's lowest where none is customary.
    pub fn customary(self) -> Availability {
        Availability(match self {
            Class::Online => 3500,
            Class::Busy => 6500,
            Class::DoNotDisturb => 9500,
            Class::BeRightBack => 12500,
            Class::Away => 15500,
            other => other.lowest(),
        })
    }
}
