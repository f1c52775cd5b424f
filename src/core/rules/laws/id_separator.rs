//! No ID of the option has a sign that its list is made of.

use crate::{
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::Facts,
        law::{Basis, Law},
        renaming,
    },
    source::{blanks, phrase::quoted, text::Part},
};

pub(super) static LAW: Law = Law {
    code: "id-separator",
    statement: "No ID of the option aggregated-states has a comma, a colon, an equals sign or a blank",
    why: "The list parts its pairs by these signs, so T-Server may read another ID",
    basis: Basis::Guide("Configuring the Presence Profile, Provide details of aggregated states"),
    example: Example::both(
        "[TServer]
service-type=presence-profile
map-presence-to-dnd=false
agent-presence-map=C:\\Genesys\\Presence\\agentStates.xml
aggregated-states=1=IDLE_OUT, 2=IDLE_READY, 3=IDLE_NOTREADY, 4=IDLE_ACW, 5=IDLE_AWAY, 6=INCALL, \
         7=INCALL, 8=INCALL, 9=INCALL, 10=INCALL, 11=OUT OF SERVICE, 12=OUT OF SERVICE, 13=OUT OF SERVICE, \
         14=OUT OF SERVICE, 15=OUT OF SERVICE
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
  <agentState ID="OUT OF SERVICE" availability="18000">
    <activity LCID="1033">The device is out of service</activity>
  </agentState>
</agentStates>
"#,
    ),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    for (id, spans) in renaming::used_ids(facts) {
        let Some(sign) = renaming::separator_in(id) else { continue };
        let what = if blanks::is_blank(sign) { "a blank".to_owned() } else { format!("`{sign}`") };
        let wrong = format!("the ID {} has {what} in it, which the list itself is made of", quoted(id));
        let found = LAW
            .error(Part::Options, spans[0], wrong)
            .with_advice("use another")
            .about(id)
            .with_more(spans[1..].iter().copied());
        acc.push(found.with_fixes(renaming::with_underscores(facts, id)));
    }
}
