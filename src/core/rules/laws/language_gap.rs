//! A language that is used at all is used in every entry.

use crate::{
    mapping::agent_states::StateEntry,
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::{self, Facts},
        law::{Basis, Law},
    },
    source::{
        phrase, sorting,
        text::{Part, Span},
    },
};

pub(super) static LAW: Law = Law {
    code: "language-gap",
    statement: "A language that is used at all is used in every entry",
    why: "Texts are matched by the exact number of the viewer's language; what a viewer without one sees is not documented",
    basis: Basis::Microsoft("activity of the state publication: matched by the LCID of the viewer"),
    example: Example::entry(
        r#"  <agentState ID="INCALL" availability="7001">
    <activity LCID="1033">Working with a customer</activity>
    <activity LCID="3082">Trabajando con un cliente</activity>
  </agentState>"#,
    ),
    check,
    yields_to: &[],
};

/// Of more languages only the number is told.
const MOST_NAMED: usize = 5;

/// More places than these are not kept.
const MOST_PLACES: usize = 1000;

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    // The default language has a law of its own; and what no client can have leaves no gap.
    let mut languages = facts.map.languages();
    languages.retain(|lcid| *lcid != facts.default_language && lcid.is_of_client());
    let entries: Vec<&StateEntry> = facts.map.entries.iter().filter(|entry| facts.knows_languages(entry)).collect();
    sorting::by_numbers(&mut languages, |lcid| (lcid.number() as usize, 0));
    let mut seen = vec![0; languages.len()];
    let (mut missing, mut lacking, mut incomplete) = (0, 0, vec![false; languages.len()]);
    let mut places: Vec<Span> = Vec::new();
    for (number, entry) in entries.iter().enumerate() {
        let mut own = 0;
        for lcid in entry.activities.iter().filter_map(|activity| activity.lcid_value()) {
            if let Ok(at) = languages.binary_search(&lcid)
                && seen[at] != number + 1
            {
                seen[at] = number + 1;
                own += 1;
            }
        }
        let gaps = languages.len() - own;
        missing += gaps;
        lacking += usize::from(0 < gaps);
        if 0 < gaps && places.len() < MOST_PLACES {
            places.extend(std::iter::repeat_n(facts::place_of(entry), gaps.min(MOST_PLACES - places.len())));
            let without = seen.iter().zip(&mut incomplete).filter(|(seen, _)| **seen != number + 1);
            without.for_each(|(_, incomplete)| *incomplete = true);
        }
    }
    let Some((first, more)) = places.split_first() else { return };
    let named = languages.iter().zip(&incomplete).filter(|(_, incomplete)| **incomplete);
    let named: Vec<String> = named.map(|(lcid, _)| format!("{} `{lcid}`", lcid.name())).collect();
    let among = match named.len() {
        1..=MOST_NAMED => phrase::listed(named.into_iter()),
        many => format!("{many} languages"),
    };
    // A text that is missing in the default language is counted by the law on that.
    let has_default = |entry: &&StateEntry| entry.activity_in(facts.default_language).is_some();
    let among = match entries.iter().all(has_default) {
        true => among,
        false => format!("{among}, not counting {}", facts.default_language.name()),
    };
    let (texts, are) = if missing == 1 { ("text", "is") } else { ("texts", "are") };
    let wrong = format!("{missing} {texts} {are} missing in {lacking} of {} entries, in {among}", entries.len());
    let found = LAW.warning(Part::Xml, *first, wrong).with_more(more.iter().copied());
    acc.push(found.with_meaning("what these viewers see there is not documented").with_advice("add them"));
}
