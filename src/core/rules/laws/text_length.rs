//! No text is longer than 64 characters.

use crate::{
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::{self, Facts},
        law::{Basis, Law},
    },
    source::text::Part,
};

pub(super) static LAW: Law = Law {
    code: "text-length",
    statement: "No text is longer than 64 characters",
    why: "64 is the documented limit for the texts of the custom states of the client, another file; for this one none is documented",
    basis: Basis::Microsoft("custom presence states: at most 64 characters of text"),
    example: Example::entry(
        r#"  <agentState ID="INCALL" availability="7001">
    <activity LCID="1033">Working with a customer on the telephone, please do not disturb me until I am done</activity>
  </agentState>"#,
    ),
    check,
    yields_to: &["misread-text"],
};

/// In UTF-16 units, as Windows counts.
const MOST: usize = 64;

const LIMIT: &str = "64 is the limit documented for the custom states of the client, and none is for this file: a \
                     client may cut it off";

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    for (entry, activity) in facts.texts() {
        let text = activity.text.text.trim();
        // No text has more units than bytes.
        if text.len() <= MOST {
            continue;
        }
        let length = text.encode_utf16().count();
        if MOST < length {
            let found = LAW.note(Part::Xml, activity.text.span, format!("this text has {length} characters"));
            acc.push(found.with_meaning(LIMIT).about(facts::id_of(entry)).in_language(activity.lcid_value()));
        }
    }
}
