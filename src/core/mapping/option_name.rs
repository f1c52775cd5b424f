//! The options of a presence profile, by their names.

/// An option of a presence profile (guide, "Configuring the Presence Profile").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OptionName {
    /// Makes the DN a profile.
    ServiceType,
    /// `true` pulls presence, `false` pushes it.
    MapPresenceToDnd,
    /// Pull: the availabilities that count as available.
    PresenceAvailabilityRange,
    /// Push: the IDs of the fifteen rows.
    AggregatedStates,
    /// Push: the path of the XML file.
    AgentPresenceMap,
}

impl OptionName {
    /// In the order in which an administrator meets them.
    pub const ALL: [OptionName; 5] = [
        OptionName::ServiceType,
        OptionName::MapPresenceToDnd,
        OptionName::PresenceAvailabilityRange,
        OptionName::AggregatedStates,
        OptionName::AgentPresenceMap,
    ];

    /// The guide's spelling.
    pub fn name(self) -> &'static str {
        match self {
            OptionName::ServiceType => "service-type",
            OptionName::MapPresenceToDnd => "map-presence-to-dnd",
            OptionName::PresenceAvailabilityRange => "presence-availability-range",
            OptionName::AggregatedStates => "aggregated-states",
            OptionName::AgentPresenceMap => "agent-presence-map",
        }
    }

    /// The option with exactly that name.
    pub fn of(name: &str) -> Option<OptionName> {
        OptionName::ALL.into_iter().find(|option| option.name() == name)
    }

    /// The option that a name in other letters, or with `_` for `-`, was meant to be.
    pub(super) fn meant(name: &str) -> Option<OptionName> {
        let letters = name.bytes().map(|byte| if byte == b'_' { b'-' } else { byte.to_ascii_lowercase() });
        OptionName::ALL.into_iter().find(|option| option.name().bytes().eq(letters.clone()))
    }
}
