//! Problems that are told no more, and told again.

use crate::editor::{
    change::Change,
    subject::Subject,
    workspace::{Choices, SetAside},
};

/// Sets something aside; nothing where it is aside already.
pub(super) fn set_aside(subject: Subject<'_>, aside: &SetAside) -> Change {
    let change = Change::new(format!("Set aside: {}", title(aside)));
    let mut set_aside = subject.profile.choices.set_aside.clone();
    if set_aside.contains(aside) {
        return change;
    }
    set_aside.push(aside.clone());
    change.with_choices(subject.profile.id, Choices { set_aside, ..subject.profile.choices.clone() })
}

/// Brings something back; nothing where it is not aside.
pub(super) fn bring_back(subject: Subject<'_>, aside: &SetAside) -> Change {
    let change = Change::new(format!("Brought back: {}", title(aside)));
    let mut set_aside = subject.profile.choices.set_aside.clone();
    if !set_aside.contains(aside) {
        return change;
    }
    set_aside.retain(|other| other != aside);
    change.with_choices(subject.profile.id, Choices { set_aside, ..subject.profile.choices.clone() })
}

/// "missing-row of INCALL in French (France)", "all of missing-row".
fn title(aside: &SetAside) -> String {
    let code = aside.code;
    let Some(subject) = &aside.subject else { return format!("all of {code}") };
    let mut title = code.to_owned();
    if !subject.id.is_empty() {
        title += &format!(" of {}", subject.id);
    }
    if let Some(lcid) = subject.lcid {
        title += &format!(" in {}", lcid.name());
    }
    title
}
