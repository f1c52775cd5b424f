//! The terms that the tables have in their heads, in a sentence or two each, as the guide and Microsoft have them.

/// A term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// What the agent has told T-Server.
    AgentState,
    /// What the device is doing.
    DeviceState,
    /// A name for pairs of both.
    AggregatedState,
    /// What the file has for such a name.
    Entry,
    /// The number.
    Availability,
    /// The number of a language.
    Lcid,
    /// Push or pull.
    PresenceMode,
}

impl Term {
    /// All of them.
    pub const ALL: [Term; 7] = [
        Term::AgentState,
        Term::DeviceState,
        Term::AggregatedState,
        Term::Entry,
        Term::Availability,
        Term::Lcid,
        Term::PresenceMode,
    ];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Term::AgentState => "Agent state",
            Term::DeviceState => "Device state",
            Term::AggregatedState => "Aggregated state",
            Term::Entry => "Entry",
            Term::Availability => "Availability",
            Term::Lcid => "LCID",
            Term::PresenceMode => "Push and pull",
        }
    }

    /// The name it has in the page's markup.
    pub fn key(self) -> &'static str {
        match self {
            Term::AgentState => "agent-state",
            Term::DeviceState => "device-state",
            Term::AggregatedState => "aggregated-state",
            Term::Entry => "entry",
            Term::Availability => "availability",
            Term::Lcid => "lcid",
            Term::PresenceMode => "presence-mode",
        }
    }

    /// What it means.
    pub fn meaning(self) -> &'static str {
        match self {
            Term::AgentState => {
                "What the agent is to Genesys: Logout, Ready, NotReady, ACW (after-call work) or Walk_Away. \
                 Reasons such as a lunch break have no row of their own."
            }
            Term::DeviceState => {
                "What the agent's device is to T-Server: Idle, Busy or OOS (out of service). \
                 Three of these with five agent states make the fifteen rows."
            }
            Term::AggregatedState => {
                "The ID that aggregated-states gives a pair of agent state and device state. \
                 Pairs with one ID share one entry of the file: the guide has INCALL for all five with a busy device."
            }
            Term::Entry => {
                "An agentState element of the XML file: what one aggregated state ID shows, \
                 as a number (availability) and as a text for each language. The file needs one for each ID."
            }
            Term::Availability => {
                "The number from 0 to 18000 that Skype for Business has for a presence. It is read by ranges: \
                 from 3000 Available, from 6000 Busy, from 9000 Do not disturb, from 15000 Away, 18000 Offline."
            }
            Term::Lcid => {
                "Microsoft's decimal number for a language: 1033 is English (United States). \
                 A viewer's client takes the text of exactly its own language; what it shows where there is none is not documented."
            }
            Term::PresenceMode => {
                "Push (map-presence-to-dnd=false): T-Server updates the presence in Skype for Business from the Genesys states. \
                 Pull (true): it turns the presence that Skype for Business reports into DND. A profile does one of them."
            }
        }
    }
}
