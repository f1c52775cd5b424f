//! Examples: a profile that breaks a law, for its explanation, its documentation and its test.

use crate::mapping::agent_states::{FIRST_LINES, LAST_LINE};

/// A profile that breaks one law. What the law does not need is taken from a sound profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Example {
    /// The text that breaks the law: it is what an explanation shows.
    pub shown: &'static str,
    /// Codes of other laws that it cannot help breaking.
    pub companions: &'static [&'static str],
    /// What the `presence-profile` of the T-Server application is, where the law needs it.
    pub presence_profile: Option<&'static str>,
    /// What the profile is called, where the law needs it.
    pub profile_name: Option<&'static str>,
    /// Another profile with the same path and another XML, where the law needs one.
    pub same_path: Option<&'static str>,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Entries,
    Xml,
    Options,
    Both { xml: &'static str },
}

/// A sound `[TServer]` section: the guide's, with its file name filled in.
pub const SOUND_OPTIONS: &str = "[TServer]
service-type=presence-profile
map-presence-to-dnd=false
agent-presence-map=C:\\Genesys\\Presence\\agentStates.xml
aggregated-states=1=IDLE_OUT, 2=IDLE_READY, 3=IDLE_NOTREADY, 4=IDLE_ACW, 5=IDLE_AWAY, 6=INCALL, 7=INCALL, 8=INCALL, \
9=INCALL, 10=INCALL, 11=OOS, 12=OOS, 13=OOS, 14=OOS, 15=OOS
";

/// The entries that go with [`SOUND_OPTIONS`]: ID, availability, text.
const SOUND_ENTRIES: [[&str; 3]; 7] = [
    ["IDLE_OUT", "18000", "Logged out"],
    ["IDLE_READY", "3501", "I am available"],
    ["IDLE_NOTREADY", "6001", "I am not available"],
    ["IDLE_ACW", "6001", "I am in after-call work"],
    ["IDLE_AWAY", "15501", "I am away from my desk"],
    ["INCALL", "7001", "Working with a customer"],
    ["OOS", "18000", "The device is out of service"],
];

impl Example {
    /// Entries in the place of those of the same ID in a sound file.
    pub const fn entry(shown: &'static str) -> Example {
        Example::of(shown, Kind::Entries)
    }

    /// A whole file, with sound options.
    pub const fn xml(shown: &'static str) -> Example {
        Example::of(shown, Kind::Xml)
    }

    /// Options, with a sound file.
    pub const fn options(shown: &'static str) -> Example {
        Example::of(shown, Kind::Options)
    }

    /// Options and a whole file.
    pub const fn both(options: &'static str, xml: &'static str) -> Example {
        Example::of(options, Kind::Both { xml })
    }

    const fn of(shown: &'static str, kind: Kind) -> Example {
        Example { shown, companions: &[], presence_profile: None, profile_name: None, same_path: None, kind }
    }

    /// Names the other laws it breaks.
    pub const fn along_with(self, companions: &'static [&'static str]) -> Example {
        Example { companions, ..self }
    }

    /// Says which profile the T-Server application names.
    pub const fn named_by_application(self, presence_profile: &'static str) -> Example {
        Example { presence_profile: Some(presence_profile), ..self }
    }

    /// Says what the profile is called.
    pub const fn named(self, name: &'static str) -> Example {
        Example { profile_name: Some(name), ..self }
    }

    /// Says which other profile has the same path and another XML.
    pub const fn sharing_its_path_with(self, other: &'static str) -> Example {
        Example { same_path: Some(other), ..self }
    }

    /// The options text and the XML file.
    pub fn texts(&self) -> (String, String) {
        match self.kind {
            Kind::Entries => (SOUND_OPTIONS.to_owned(), file(self.shown)),
            Kind::Xml => (SOUND_OPTIONS.to_owned(), self.shown.to_owned()),
            Kind::Options => (self.shown.to_owned(), file("")),
            Kind::Both { xml } => (self.shown.to_owned(), xml.to_owned()),
        }
    }
}

/// A sound file, with `own` in the place of the entries whose IDs it holds.
fn file(own: &str) -> String {
    let mut text = [FIRST_LINES[0], "\n", FIRST_LINES[1], "\n"].concat();
    let mut is_written = own.is_empty();
    for [id, availability, activity] in SOUND_ENTRIES {
        if own.contains(id) {
            if !is_written {
                text += own;
                text += "\n";
                is_written = true;
            }
            continue;
        }
        text += &format!(
            "  <agentState ID=\"{id}\" availability=\"{availability}\">\n    \
             <activity LCID=\"1033\">{activity}</activity>\n  </agentState>\n"
        );
    }
    if !is_written {
        text += own;
        text += "\n";
    }
    text + LAST_LINE + "\n"
}
