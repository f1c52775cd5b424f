//! An ID has letters, digits and underscores, at most 64.

use crate::{
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::Facts,
        law::{Basis, Law},
        ligatures, renaming,
    },
    source::{message::Message, phrase::quoted, text::Part},
};

pub(super) static LAW: Law = Law {
    code: "id-characters",
    statement: "An ID consists of Latin letters, digits and underscores, 64 at most",
    why: "The guide's IDs do; what else T-Server takes is not documented",
    basis: Basis::Advice,
    example: Example::both(
        "[TServer]
service-type=presence-profile
map-presence-to-dnd=false
agent-presence-map=C:\\Genesys\\Presence\\agentStates.xml
aggregated-states=1=IDLE_OUT, 2=IDLE_READY, 3=IDLE_NOTREADY, 4=IDLE_ACW, 5=IDLE_AWAY, 6=INCALL, \
         7=INCALL, 8=INCALL, 9=INCALL, 10=INCALL, 11=OUT-OF-SERVICE, 12=OUT-OF-SERVICE, 13=OUT-OF-SERVICE, \
         14=OUT-OF-SERVICE, 15=OUT-OF-SERVICE
",
        r#"<?xml version="1.0"?>
<agentStates xmlns="http://schemas.genesys.com/09/2014/mslyncteserver/agentStates">
  <agentState ID="IDLE_OUT" availability="18000">
    <activity LCID="1033">Logged out</activity>
  </agentState>
  <agentState ID="IDLE_READY" availability="3501">
    <activity LCID="1033">I am available</activity>
  </agentState>
  <agentState ID="IDLE_NOTREADY" availability="6001">
    <activity LCID="1033">I am not available</activity>
  </agentState>
  <agentState ID="IDLE_ACW" availability="6001">
    <activity LCID="1033">I am in after-call work</activity>
  </agentState>
  <agentState ID="IDLE_AWAY" availability="15501">
    <activity LCID="1033">I am away from my desk</activity>
  </agentState>
  <agentState ID="INCALL" availability="7001">
    <activity LCID="1033">Working with a customer</activity>
  </agentState>
  <agentState ID="OUT-OF-SERVICE" availability="18000">
    <activity LCID="1033">The device is out of service</activity>
  </agentState>
</agentStates>
"#,
    ),
    check,
    yields_to: &["id-separator", "option-ascii", "misread-text"],
};

/// Longer ones are hard to read, and nothing says how long one may be.
const LONGEST: usize = 64;

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    for (id, spans) in renaming::used_ids(facts) {
        let is_strange = |sign: &char| !sign.is_ascii_alphanumeric() && *sign != '_';
        let shown = quoted(id);
        let ligature = id.chars().find_map(|sign| Some((sign, ligatures::letters(sign)?)));
        if let Some((sign, letters)) = ligature {
            let wrong = format!("the ID {shown} has the ligature {} in it", quoted(sign.encode_utf8(&mut [0; 4])));
            let found =
                LAW.note(Part::Options, spans[0], wrong).with_advice(format!("write the letters {}", quoted(letters)));
            let found = found.about(id).with_more(spans[1..].iter().copied());
            acc.push(found.with_fixes(renaming::with_letters(facts, id)));
            continue;
        }
        let message = match id.chars().find(is_strange).map(|sign| quoted(sign.encode_utf8(&mut [0; 4]))) {
            Some(sign) => Message::new(format!("the ID {shown} has {sign} in it"))
                .with_advice("letters, digits and underscores are what the guide uses"),
            None if LONGEST < id.len() => format!("the ID {shown} has {} characters", id.len()).into(),
            None => continue,
        };
        let found = LAW.note(Part::Options, spans[0], message).about(id).with_more(spans[1..].iter().copied());
        acc.push(found.with_fixes(renaming::with_underscores(facts, id)));
    }
}
