//! Differences in words, as a change ticket has them.

use super::{Difference, Side, What};
use crate::{
    editor::rows::{ShownPresence, Text},
    mapping::{
        rows::Rows,
        states::{AgentState, DeviceState},
    },
    source::phrase::listed,
};

/// A difference in one line: "Walk_Away + Idle (row 5): Inactive 4501 -> Away 15500".
pub fn line(difference: &Difference) -> String {
    let (mut then, mut now) = (side(&difference.then), side(&difference.now));
    let texts = (text(&difference.then), text(&difference.now));
    let is_read = |side: &Side| matches!(side, Side::Seen(ShownPresence::Presence { .. }, _));
    if is_read(&difference.then) && is_read(&difference.now) && texts.0 != texts.1 {
        then = format!("{then}, {}", texts.0);
        now = format!("{now}, {}", texts.1);
    }
    let what = match &difference.what {
        What::Seen(rows, None) => situations(*rows),
        What::Seen(rows, Some(lcid)) => {
            return format!("{}, {}: {} -> {}", situations(*rows), lcid.name(), texts.0, texts.1);
        }
        What::Named(rows) => format!("{rows} of aggregated-states"),
        What::Option(name) => name.clone(),
        What::Entry(id) => format!("entry {id}"),
        What::Renamed => "name of an entry".to_owned(),
        What::Availability(id) => format!("availability of {id}"),
        What::Text(id, lcid) => format!("{id}, {}", lcid.name()),
        What::Name => "name of the VoIP Service DN".to_owned(),
        What::Deleted(_) => "VoIP Service DN of a profile that was deleted".to_owned(),
        What::Assigned(None) => "presence-profile of the T-Server application".to_owned(),
        What::Assigned(Some(number)) => format!("presence-profile of Extension {number}"),
    };
    format!("{what}: {then} -> {now}")
}

/// A side with all that is in it: the presence and the text, or the value.
pub fn whole_side(side: &Side, has_text: bool) -> String {
    let text = has_text.then(|| text(side)).filter(|_| matches!(side, Side::Seen(ShownPresence::Presence { .. }, _)));
    text.map_or_else(|| self::side(side), |text| format!("{}, {text}", self::side(side)))
}

/// Rows as what they stand for, without their numbers: "Ready + Busy".
pub fn situation(rows: Rows) -> String {
    let whole = situations(rows);
    whole.rsplit_once(" (").map_or(whole.clone(), |(front, _)| front.to_owned())
}

/// Rows as what they stand for: "Ready + Busy (row 7)", "any agent state + Busy (rows 6 to 10)".
pub fn situations(rows: Rows) -> String {
    let pairs: Vec<(AgentState, DeviceState)> = rows.iter().map(|row| row.pair()).collect();
    let devices: Vec<DeviceState> =
        DeviceState::ALL.into_iter().filter(|device| pairs.iter().any(|(_, own)| own == device)).collect();
    let of = |device: &DeviceState| {
        let agents: Vec<&str> = AgentState::ALL
            .into_iter()
            .filter(|agent| pairs.contains(&(*agent, *device)))
            .map(AgentState::name)
            .collect();
        let agents = match agents.len() == AgentState::ALL.len() {
            true => "any agent state".to_owned(),
            false => listed(agents.into_iter().map(str::to_owned)),
        };
        format!("{agents} + {}", device.name())
    };
    format!("{} ({rows})", listed(devices.iter().map(of)))
}

fn side(side: &Side) -> String {
    match side {
        Side::Seen(shown, _) => presence(shown),
        Side::Value(Some(value)) => value.clone(),
        Side::Value(None) => "none".to_owned(),
    }
}

fn presence(shown: &ShownPresence) -> String {
    match shown {
        ShownPresence::NotSet => "no ID".to_owned(),
        ShownPresence::NoEntry(id) => format!("no entry {id}"),
        ShownPresence::NoAvailability(written) => format!("no availability ({written})"),
        ShownPresence::Presence { availability, .. } => {
            format!("{} {}", availability.class().word(), availability.number())
        }
    }
}

fn text(side: &Side) -> String {
    match side {
        Side::Seen(ShownPresence::Presence { text, availability }, _) => match text {
            Text::Given(text) => format!("\u{201c}{text}\u{201d}"),
            Text::ClassWord => format!("no text, so {}", availability.class().word()),
            Text::NotDocumented => "no text".to_owned(),
        },
        other => self::side(other),
    }
}
