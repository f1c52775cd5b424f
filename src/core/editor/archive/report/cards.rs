//! The fifteen states as five by three cards: what a colleague sees of each, in every language.

use super::html::Html;
use crate::{
    editor::{
        analysis::Analysis,
        rows::{self, Row, ShownPresence, Text},
        workspace::Profile,
    },
    mapping::{
        availability::Class,
        lcid::{Direction, Lcid},
        states::{AgentState, DeviceState, StateNumber},
    },
};

/// The cards.
pub(super) fn cards(html: &mut Html, analysis: &Analysis, profile: &Profile) {
    let default = profile.choices.default_language;
    let rows = rows::rows(analysis, default);
    html.of("table", "cards", |html| {
        html.element("tr", &[], |html| {
            html.said("td", "");
            for agent in AgentState::ALL {
                html.element("th", &[("scope", "col")], |html| html.text(agent.name()));
            }
        });
        for device in DeviceState::ALL {
            html.element("tr", &[], |html| {
                html.element("th", &[("scope", "row")], |html| {
                    html.text(device.name());
                    html.said("small", meaning(device));
                });
                for agent in AgentState::ALL {
                    let row = &rows[StateNumber::of(agent, device).index()];
                    html.element("td", &[], |html| card(html, analysis, row, default));
                }
            });
        }
    });
}

fn meaning(device: DeviceState) -> &'static str {
    match device {
        DeviceState::Idle => "no call",
        DeviceState::Busy => "in a call",
        DeviceState::Oos => "out of service",
    }
}

fn card(html: &mut Html, analysis: &Analysis, row: &Row, default: Lcid) {
    html.of("p", "card__head", |html| {
        html.said("b", &row.number.number().to_string());
        let number = match &row.shown {
            ShownPresence::Presence { availability, .. } => format!(" {}", availability.number()),
            _ => String::new(),
        };
        html.said("code", &format!("{}{number}", row.id));
    });
    html.element(
        "p",
        &[("class", "card__class"), ("data-class", row.shown.class().map_or("none", Class::key))],
        |html| html.text(row.shown.word()),
    );
    let (told, is_gap) = row.shown.told(analysis.xml.is_well_formed());
    match (&row.shown, is_gap) {
        (ShownPresence::Presence { text: Text::Given(text), .. }, _) => given(html, "p", text, default),
        (_, true) => html.of("p", "gap", |html| html.text(&told)),
        (_, false) => html.of("p", "fault", |html| html.text(&told)),
    }
    if !matches!(row.shown, ShownPresence::Presence { .. }) {
        return;
    }
    let mut without: Vec<String> = Vec::new();
    let mut given_ones: Vec<(Lcid, String)> = Vec::new();
    for lcid in analysis.languages.iter().copied().filter(|lcid| *lcid != default) {
        match rows::shown(analysis, row.number, lcid) {
            ShownPresence::Presence { text: Text::Given(text), .. } => given_ones.push((lcid, text)),
            _ => without.push(short(lcid)),
        }
    }
    if !given_ones.is_empty() {
        html.of("ul", "card__more", |html| {
            for (lcid, text) in &given_ones {
                html.element("li", &[], |html| {
                    html.said("code", &short(*lcid));
                    given(html, "span", text, *lcid);
                });
            }
        });
    }
    if !without.is_empty() {
        html.of("p", "gap", |html| html.text(&format!("{}: no text", without.join(", "))));
    }
}

fn given(html: &mut Html, tag: &str, text: &str, lcid: Lcid) {
    let direction = match lcid.direction() {
        Direction::LeftToRight => "ltr",
        Direction::RightToLeft => "rtl",
    };
    html.element(tag, &[("lang", lcid.tag().unwrap_or_default()), ("dir", direction)], |html| html.text(text));
}

/// `fr-FR`, or the number of a language that has no tag.
fn short(lcid: Lcid) -> String {
    lcid.tag().map_or_else(|| lcid.number().to_string(), str::to_owned)
}
