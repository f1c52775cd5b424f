//! Every entry has a text in the default language.

use crate::{
    mapping::{
        agent_states::{Activity, StateEntry},
        lcid::Lcid,
    },
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::{self, Facts},
        law::{Basis, Law},
    },
    source::{phrase, text::Part},
};

pub(super) static LAW: Law = Law {
    code: "default-language",
    statement: "Every entry has a text in the default language",
    why: "What a viewer of another language sees is not documented; some clients take the first text",
    basis: Basis::Microsoft("activity of the state publication: matched by the LCID of the viewer"),
    example: Example::entry(
        r#"  <agentState ID="INCALL" availability="7001">
    <activity LCID="1036">Travaille avec un client</activity>
  </agentState>"#,
    )
    .along_with(&["language-gap"]),
    check,
    yields_to: &[],
};

/// Of more entries only the number is told.
const MOST_NAMED: usize = 5;

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let default = facts.default_language;
    // Of a text in that language by a number that no client has, another law speaks.
    let is_meant = |activity: &Activity| activity.lcid_value().and_then(Lcid::of_client) == Some(default);
    let lacks = |entry: &&StateEntry| !entry.activities.iter().any(is_meant) && facts.knows_languages(entry);
    let without: Vec<&StateEntry> = facts.map.entries.iter().filter(lacks).collect();
    let Some((first, others)) = without.split_first() else { return };
    let who = match without.len() {
        1..=MOST_NAMED => phrase::listed(without.iter().map(|entry| facts::name_of(entry))),
        many => format!("{many} entries"),
    };
    let verb = if others.is_empty() { "has" } else { "have" };
    let wrong = format!("{who} {verb} no text in {} `{default}`, the default language", default.name());
    let found = LAW.warning(Part::Xml, facts::place_of(first), wrong).in_language(Some(default));
    let found = found.with_meaning("what viewers of other languages see is not documented").with_advice("add it");
    acc.push(found.with_more(others.iter().map(|entry| facts::place_of(entry))));
}
