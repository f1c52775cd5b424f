//! Which class of availability suits a row of the table: advice, where the guide gives no rule.

use super::{
    availability::Class,
    states::{AgentState, DeviceState, StateNumber},
};

/// The class that suits a row.
///
/// This is our inference, and nothing that T-Server asks for. It rests on what the states are (guide, "Push Presence
/// Mode") and on the guide's example, in which a call comes to Busy, an agent without a session and a device out of
/// service to Offline, and an idle device to Online where the agent is ready and to Busy where not. Walk_Away alone has
/// another class than there: the example's 4501 is of a class that clients set by themselves when nobody is at the
/// keyboard, and Away says the same of the agent.
pub fn of(row: StateNumber) -> Class {
    match row.pair() {
        (_, DeviceState::Busy) => Class::Busy,
        (_, DeviceState::Oos) | (AgentState::Logout, DeviceState::Idle) => Class::Offline,
        (AgentState::Ready, DeviceState::Idle) => Class::Online,
        (AgentState::WalkAway, DeviceState::Idle) => Class::Away,
        (AgentState::NotReady | AgentState::Acw, DeviceState::Idle) => Class::Busy,
    }
}
