//! The file has the elements and attributes of the guide, in their places.

use crate::{
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::Facts,
        fix::{Fix, Safety},
        law::{Basis, Law},
        likeness,
        outline::{self, Stray},
    },
    source::{phrase::quoted, text::Part},
};

pub(super) static LAW: Law = Law {
    code: "unknown-name",
    statement: "The file has the elements and attributes of the guide, each in its place",
    why: "What T-Server does with others is not documented; the editor keeps them",
    basis: Basis::Guide("Configuring the Presence Profile, Configure the XML file"),
    example: Example::entry(
        r#"  <agentState ID="INCALL" availability="7001" comment="checked in May">
    <activity LCID="1033">Working with a customer</activity>
  </agentState>"#,
    ),
    check,
    yields_to: &[
        "namespace",
        "outermost-element",
        "well-formed",
        "missing-entry",
        "entry-id",
        "availability-value",
        "lcid-value",
    ],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let mut strays = outline::strays(facts);
    strays.sort_unstable_by_key(|stray| (stray.kind, stray.name, stray.known, stray.span));
    for alike in strays.chunk_by(|one, next| (one.kind, one.name, one.known) == (next.kind, next.name, next.known)) {
        let first = &alike[0];
        let name = quoted(first.name);
        let (wrong, meaning) = match first.kind {
            outline::Kind::Attribute => (format!("the attribute {name} is none of the guide's"), "it is kept"),
            outline::Kind::Element => (format!("the element {name} is none of the guide's"), "it is kept"),
            outline::Kind::Misplaced => (format!("{name} stands in an element where it does not belong"), ""),
            outline::Kind::Text => (format!("the text {name} stands outside of an activity"), "nobody sees it there"),
        };
        let near = likeness::nearest(first.name, first.known.iter().copied());
        let advice = near.map(|near| format!("did you mean `{near}`?")).unwrap_or_default();
        // In a broken file a renamed element may not find its end tag.
        let is_mendable = first.kind != outline::Kind::Element || facts.xml.faults.is_empty();
        let fix = way_out(first, alike, near).filter(|_| is_mendable);
        let found = LAW
            .note(Part::Xml, first.span, wrong)
            .counted()
            .with_meaning(meaning)
            .with_advice(advice)
            .about(first.name);
        acc.push(found.with_more(alike[1..].iter().map(|stray| stray.span)).with_fixes(fix));
    }
}

fn way_out(first: &Stray<'_>, alike: &[Stray<'_>], near: Option<&str>) -> Option<Fix> {
    match (first.kind, near) {
        (outline::Kind::Attribute | outline::Kind::Element, Some(near)) => {
            let fix =
                Fix::new("use-near-name", "Use the name that is near", Safety::Changes).labelled(format!("Use {near}"));
            let spans = alike.iter().flat_map(|stray| [Some(stray.span), stray.end_name]).flatten();
            Some(spans.fold(fix, |fix, span| fix.and(Part::Xml, span, near)))
        }
        (outline::Kind::Text, _) => {
            let fix = Fix::new("remove-text", "Remove the text", Safety::Changes);
            Some(alike.iter().fold(fix, |fix, stray| fix.and(Part::Xml, stray.span, "")))
        }
        _ => None,
    }
}
