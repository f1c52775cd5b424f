//! What may stand at a caret: what is offered, what taking it does, and that it never goes wrong.

use presence_profile_core::{
    editor::{analysis::Analysis, completing, workspace::Profile},
    mapping::lcid::Lcid,
    source::{edit::Edits, text::Part},
};
use proptest::{prelude::*, sample::Index};

use crate::{
    cases,
    documents::{agent_states, options},
    xml::floods::PIECES,
};

/// So many are shown in a case.
const SHOWN: usize = 6;

const FILE: &str = "<agentStates>\n  <agentState ID=\"A\" availability=\"6500\"/>\n</agentStates>\n";

fn shown(part: Part, profile: &Profile, caret: usize) -> String {
    let (analysis, text) = (Analysis::of(profile), profile.text(part));
    let Some(offered) = completing::offered(&analysis, part, text, Lcid::ENGLISH, caret) else {
        return "nothing\n".to_owned();
    };
    let mut shown = format!("{} for {:?}\n", offered.offers.len(), offered.span.text(text));
    for offer in offered.offers.iter().take(SHOWN) {
        shown += &format!("{} ({}) {:?}\n", offer.name, offer.facts, offer.class);
    }
    let first = offered.taking(&offered.offers[0]);
    let mut after = Edits::from(first.edit).apply(text);
    after.insert(first.caret, '|');
    shown + &after + "\n∎"
}

#[test]
fn offers_are_what_their_documents_say() {
    cases::check("completing", |document| {
        if document.starts_with(|sign: char| sign.is_ascii_digit()) {
            let (rows, xml) = document.split_once('\n').expect("the rows stand in a line");
            let caret = xml.find('|').expect("there is a caret");
            let options = format!("[TServer]\nmap-presence-to-dnd=false\naggregated-states={rows}\n");
            return shown(Part::Xml, &Profile::new("Presence", &options, &xml.replacen('|', "", 1)), caret);
        }
        let caret = document.find('|').expect("there is a caret");
        shown(Part::Options, &Profile::new("Presence", &document.replacen('|', "", 1), FILE), caret)
    });
}

/// Every offer replaces what it says around the caret and nothing else; taken in a sound file, it leaves it as sound.
fn check(options: &str, xml: &str, part: Part, place: Index) {
    let profile = Profile::new("Presence", options, xml);
    let analysis = Analysis::of(&profile);
    let text = profile.text(part);
    let caret = text.floor_char_boundary(place.index(text.len() + 1));
    let Some(offered) = completing::offered(&analysis, part, text, Lcid::ENGLISH, caret) else { return };
    assert!(!offered.offers.is_empty() && offered.span.touches(caret));
    assert_eq!(&text[offered.span.start..offered.span.start + offered.typed.len()], offered.typed);
    for offer in &offered.offers {
        let taken = offered.taking(offer);
        assert_eq!(taken.edit.span, offered.span);
        let length = taken.edit.text.len();
        assert!((offered.span.start..=offered.span.start + length).contains(&taken.caret));
        let after = Edits::from(taken.edit).apply(text);
        assert!(after.is_char_boundary(taken.caret));
        let is_end_tag = offer.name.starts_with("</");
        if part == Part::Xml && analysis.xml.is_well_formed() && !is_end_tag {
            let faults = Analysis::of(&Profile::new("Presence", options, &after)).xml.faults.clone();
            assert_eq!(faults, [], "{offer:?} at {caret} in {text}");
        }
    }
}

proptest! {
    #[test]
    fn offers_fit_where_they_are_taken(
        options in options::document(),
        xml in agent_states::document(),
        in_options in any::<bool>(),
        places in prop::collection::vec(any::<Index>(), 4),
    ) {
        for place in places {
            check(&options.text, &xml.text, if in_options { Part::Options } else { Part::Xml }, place);
        }
    }

    #[test]
    fn any_soup_is_survived(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40),
        options in any::<String>(),
        place in any::<Index>(),
    ) {
        check(&options, &pieces.concat(), Part::Xml, place);
        check(&options, &pieces.concat(), Part::Options, place);
    }
}
