//! The fifteen pairs of agent state and device state, numbered as in the guide's table.

/// What the agent does, as T-Server reports it. Other work modes and reason codes have no row of their own; that they
/// fall on plain `NotReady` is an inference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AgentState {
    /// No login session.
    Logout,
    /// Takes calls.
    Ready,
    /// Takes no calls.
    NotReady,
    /// After-call work.
    Acw,
    /// Away from the desk.
    WalkAway,
}

impl AgentState {
    /// In the order of the guide's table ("Provide details of aggregated states").
    pub const ALL: [AgentState; 5] =
        [AgentState::Logout, AgentState::Ready, AgentState::NotReady, AgentState::Acw, AgentState::WalkAway];

    /// The guide's spelling.
    pub fn name(self) -> &'static str {
        match self {
            AgentState::Logout => "Logout",
            AgentState::Ready => "Ready",
            AgentState::NotReady => "NotReady",
            AgentState::Acw => "ACW",
            AgentState::WalkAway => "Walk_Away",
        }
    }
}

/// What the agent's device does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeviceState {
    /// No call.
    Idle,
    /// A call is in progress.
    Busy,
    /// Out of service.
    Oos,
}

impl DeviceState {
    /// In the order of the guide's table.
    pub const ALL: [DeviceState; 3] = [DeviceState::Idle, DeviceState::Busy, DeviceState::Oos];

    /// The guide's spelling.
    pub fn name(self) -> &'static str {
        match self {
            DeviceState::Idle => "Idle",
            DeviceState::Busy => "Busy",
            DeviceState::Oos => "OOS",
        }
    }
}

/// A row of the guide's table: a pair of agent state and device state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StateNumber(u8); // Invariant: 1..=15.

impl StateNumber {
    /// The number of pairs.
    pub const COUNT: usize = 15;

    /// A number of the table, 1 to 15.
    pub fn new(number: u8) -> Option<StateNumber> {
        (1..=15).contains(&number).then_some(StateNumber(number))
    }

    /// All rows, from 1 to 15.
    pub fn all() -> impl DoubleEndedIterator<Item = StateNumber> + ExactSizeIterator + Clone {
        (1..=15).map(StateNumber)
    }

    /// The number, 1 to 15.
    pub fn number(self) -> u8 {
        self.0
    }

    /// Position from 0, for arrays of fifteen.
    pub fn index(self) -> usize {
        usize::from(self.0) - 1
    }

    /// The row of a pair.
    pub fn of(agent: AgentState, device: DeviceState) -> StateNumber {
        StateNumber(device as u8 * 5 + agent as u8 + 1)
    }

    /// The table runs through the agent states once for each device state.
    pub fn pair(self) -> (AgentState, DeviceState) {
        (AgentState::ALL[self.index() % 5], DeviceState::ALL[self.index() / 5])
    }
}
