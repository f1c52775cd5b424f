//! No text shows markup or references to its reader.

use crate::{
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::{self, Facts},
        fix::{Fix, Safety},
        law::{Basis, Law},
        repairing,
    },
    source::{
        phrase::quoted,
        text::{Part, Span},
        xml,
    },
};

pub(super) static LAW: Law = Law {
    code: "literal-markup",
    statement: "No text shows markup or references to its reader",
    why: "A client shows the text as it is: markup is read out sign by sign",
    basis: Basis::Advice,
    example: Example::entry(
        r#"  <agentState ID="INCALL" availability="7001">
    <activity LCID="1033">Working with R&amp;amp;D</activity>
  </agentState>"#,
    ),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    for (entry, activity) in facts.texts().filter(|(_, activity)| activity.text.text.contains(['&', '<'])) {
        let text = activity.text.text.as_str();
        let fix =
            |kind, title, read: &str| repairing::text(facts, activity, Fix::new(kind, title, Safety::Changes), read);
        let (shown, fix) = if let Some(reference) = reference(text, activity.text.span.text(facts.xml_text)) {
            (reference, fix("resolve", "Resolve it", &xml::unescape(text)))
        } else if let Some(tag) = tag(text) {
            (tag, fix("remove-markup", "Remove the markup", &without_tags(text)))
        } else {
            continue;
        };
        let wrong = format!("colleagues would read {} as it stands in this text", quoted(shown));
        let found = LAW.note(Part::Xml, activity.text.span, wrong).with_advice("write what is meant").with_fixes(fix);
        acc.push(found.about(facts::id_of(entry)).in_language(activity.lcid_value()));
    }
}

/// The first `&amp;`, `&eacute;` or the like that is left when all are resolved; not one that the file has unresolved.
fn reference<'a>(text: &'a str, raw: &str) -> Option<&'a str> {
    text.match_indices('&').find_map(|(at, _)| {
        let end = at + text[at..].find(';')? + 1;
        let reference = &text[at..end];
        let name = reference.trim_matches(['&', ';']);
        let is_named = (2..=10).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_alphabetic());
        (reference.len() <= 12 && (is_named && !raw.contains(reference) || xml::unescape(reference) != reference))
            .then_some(reference)
    })
}

/// The first `<b>`, `</b>`, `<br/>` or the like.
fn tag(text: &str) -> Option<&str> {
    text.match_indices('<').find_map(|(at, _)| {
        let behind = text[at + 1..].trim_start_matches('/');
        let end = at + text[at..].find('>')? + 1;
        (behind.starts_with(|first: char| first.is_ascii_alphabetic()) && end - at <= 40).then(|| &text[at..end])
    })
}

fn without_tags(text: &str) -> String {
    let mut read = text.to_owned();
    while let Some(tag) = tag(&read).and_then(|tag| Span::of(&read, tag)) {
        read.replace_range(tag.start..tag.end, "");
    }
    read.trim_matches([' ', '\n', '\t']).to_owned()
}
