//! No text has characters that cannot be seen.

use crate::{
    mapping::lcid::{Direction, Lcid},
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::{self, Facts},
        fix::{Fix, Safety},
        law::{Basis, Law},
        likeness::{self, LOST},
        script, unseen,
    },
    source::{
        decode::misread,
        message::Message,
        text::{Part, Span},
    },
};

pub(super) static LAW: Law = Law {
    code: "invisible-character",
    statement: "No text has characters that cannot be seen, or that turn the direction of writing",
    why: "They come along from other programs; colleagues see gaps, boxes, or letters in another order",
    basis: Basis::Xml("2.2 Characters"),
    example: Example::entry(
        r#"  <agentState ID="INCALL" availability="7001">
    <activity LCID="1033">Working with a &#x200B;customer</activity>
  </agentState>"#,
    ),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    for (entry, activity) in facts.texts() {
        let text = activity.text.text.as_str();
        // Most texts of most languages are done with here.
        if text.is_ascii() && !text.contains('\u{7f}') || likeness::unwanted(text).is_empty() {
            continue;
        }
        let (lost, unseen): (Vec<_>, Vec<_>) =
            unseen::unwanted(facts, activity.text.span).into_iter().partition(|(_, sign)| *sign == LOST);
        let warning = |span: Span, message: Message| {
            LAW.warning(Part::Xml, span, message).about(facts::id_of(entry)).in_language(activity.lcid_value())
        };
        if let Some((span, _)) = lost.first() {
            let wrong =
                "a letter was lost here and U+FFFD stands for it, so the file was once saved in another encoding";
            acc.push(warning(*span, wrong.into()).with_advice("write the letter again"));
        }
        if let Some((span, first)) = unseen.first() {
            // There they are parts of letters.
            if misread::is_misread(text) {
                continue;
            }
            let first = unseen::named(*first);
            // A mark of direction may be what makes a line of Hebrew with a number in it read right.
            let direction = activity.lcid_value().map(Lcid::direction);
            let is_leftward = || direction == Some(Direction::RightToLeft) || text.chars().any(script::is_leftward);
            let has = |is_of_kind: fn(char) -> bool| unseen.iter().any(|(_, sign)| is_of_kind(*sign));
            let unless = if has(likeness::turns) && is_leftward() {
                ", unless the text then reads in another order"
            } else if has(|sign| sign == '\u{180E}') && text.contains(script::is_mongolian) {
                ", unless a vowel then looks otherwise"
            } else {
                ""
            };
            let (what, them) = match unseen.len() {
                1 => (format!("a character that cannot be seen ({first})"), "it"),
                many => (format!("{many} characters that cannot be seen (the first: {first})"), "them"),
            };
            let message = Message::new(format!("the text has {what}")).with_advice(format!("remove {them}{unless}"));
            let safety = if unless.is_empty() { Safety::Safe } else { Safety::Changes };
            let fix = Fix::new("remove-unseen", "Remove what cannot be seen", safety);
            let fix = unseen.iter().fold(fix, |fix, (span, _)| fix.and(Part::Xml, *span, ""));
            acc.push(warning(*span, message).with_fix(fix));
        }
    }
}
