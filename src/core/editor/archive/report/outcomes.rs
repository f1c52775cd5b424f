//! Pull mode: what T-Server makes of each class of presence.

use super::html::Html;
use crate::editor::{
    analysis::Analysis,
    ranges::{Ranges, outcome, word},
};

/// The table.
pub(super) fn table(html: &mut Html, analysis: &Analysis) {
    let ranges = Ranges::of(&analysis.options);
    html.element("p", &[], |html| html.text(&format!("presence-availability-range: {}", ranges.facts())));
    html.of("table", "lines", |html| {
        html.element("tr", &[], |html| {
            for head in ["Availability", "Presence", "Event", "The agent"] {
                html.element("th", &[("scope", "col")], |html| html.text(head));
            }
        });
        for own in &ranges.outcomes {
            html.element("tr", &[], |html| {
                html.said("td", &outcome::numbers(&own.class.range()));
                html.said("td", word(own.class));
                html.said("td", &own.events());
                html.said("td", &own.user());
            });
        }
    });
}
