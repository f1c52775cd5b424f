//! What holds of the laws for any profile, however damaged.

use std::collections::BTreeSet;

use presence_profile_core::{
    mapping::agent_states,
    rules::{self, diagnostic::Diagnostic, fix::Safety},
    source::xml::Xml,
};
use proptest::prelude::*;

use super::{
    Document,
    all_laws::{check_rounds, check_words},
};
use crate::documents;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_law_panics_and_every_span_fits((options, xml) in documents::profile()) {
        let document = Document::new(options.text, xml.text);
        let judged = document.judged();
        for found in &judged {
            let law = rules::laws::law(found.code).expect("a law of that code");
            prop_assert!(law.basis.gravest() <= found.severity, "{found:?}");
            check_words(found);
        }
        prop_assert!(judged.is_sorted_by_key(|found| (found.part, found.span)));
        let twice = said_twice(&judged);
        prop_assert!(twice.is_none(), "one thing said twice: {twice:?}");
    }

    #[test]
    fn what_is_safe_comes_to_an_end((options, xml) in documents::profile()) {
        check_rounds(&Document::new(options.text, xml.text), |fix| fix.safety == Safety::Safe);
    }

    #[test]
    fn no_fix_breaks_the_xml((options, xml) in documents::profile()) {
        let document = Document::new(options.text, xml.text);
        let judged = document.judged();
        let faults = faults(&document);
        // What a DOCTYPE without an end swallows depends on every quote behind it.
        prop_assume!(!document.xml.contains("<!DOCTYPE"));
        for found in judged.iter().filter(|found| found.code != "well-formed") {
            for fix in &found.fixes {
                let after = document.fixed([fix]);
                prop_assert!(self::faults(&after) <= faults, "{:?} {fix:?}\n{}", found.message, after.xml);
            }
        }
    }
}

fn faults(document: &Document) -> usize {
    Xml::read(&document.xml, &agent_states::ELEMENTS).faults.len()
}

/// A diagnostic with the same words for the same place as one before.
fn said_twice(judged: &[Diagnostic]) -> Option<&Diagnostic> {
    let mut seen = BTreeSet::new();
    judged.iter().find(|found| !seen.insert((found.part, found.span, &found.message)))
}
