//! What is said of going live: of the order, and of each step.

use super::{
    going::Going,
    names::{self, Names},
    order::Order,
    steps::{File, Step, Verdict, Why},
};
use crate::{
    editor::{
        baseline::{Baseline, Live},
        place::ProfileId,
        workspace::Workspace,
    },
    mapping::options::ProfileOptions,
    source::phrase::{counted, listed, quoted},
};

/// What is to be said of the order, in a sentence, and why.
pub(super) fn said(verdict: Verdict, going: &[Going], workspace: &Workspace) -> (String, String) {
    let name = |own: &Going| workspace.profile(own.profile).map_or_else(String::new, |own| own.name.to_string());
    let is_one = workspace.profiles.len() == 1;
    match verdict {
        Verdict::Nothing => (
            "Nothing is to be done".to_owned(),
            "What T-Server has, as far as it is known, is what stands here.".to_owned(),
        ),
        Verdict::Safe => {
            let first = |order: Order| {
                let own: Vec<String> = going.iter().filter(|own| own.order == order).map(name).collect();
                (!own.is_empty()).then(|| if is_one { String::new() } else { format!(" of {}", listed(own.into_iter())) })
            };
            let mut reasons = Vec::new();
            if let Some(of) = first(Order::FileFirst) {
                reasons.push(format!("The file{of} goes first: every ID of the live option is in it."));
            }
            if let Some(of) = first(Order::OptionFirst) {
                reasons.push(format!("The option{of} goes first: every ID of it is in the loaded file."));
            }
            reasons.extend(already(going, workspace));
            reasons.extend(unknown(going, workspace));
            if reasons.is_empty() && pulls(going, workspace) {
                reasons.push("In pull mode T-Server looks nothing up in a file: our reading.".to_owned());
            }
            if reasons.is_empty() {
                reasons.push("At every moment each ID of the live option is in the loaded file.".to_owned());
            }
            ("The steps are safe in this order".to_owned(), reasons.join(" "))
        }
        Verdict::NoOrder => {
            let torn = going.iter().find_map(|own| match &own.order {
                Order::Neither { by_file, by_option } => Some((by_file, by_option)),
                _ => None,
            });
            let ids = |ids: &Names| listed(ids.iter().map(|id| quoted(id)));
            let reason = torn.map_or_else(String::new, |(by_file, by_option)| {
                format!(
                    "If the file goes first, the live option names {}, which the new file lacks. If the option goes first, it names {}, which the loaded file lacks. What T-Server does then is not documented.",
                    ids(by_file),
                    ids(by_option)
                )
            });
            let reason = unknown(going, workspace).map_or(reason.clone(), |unknown| format!("{reason} {unknown}"));
            ("No order is safe for this change".to_owned(), reason)
        }
        Verdict::Unsound | Verdict::NotKnown => (
            "What is live is not known, so no order is known to be safe".to_owned(),
            "All steps are listed. Open the file of the server, or say Mark as live in Changes when it is what stands here.".to_owned(),
        ),
    }
}

/// Whether all that goes live is in pull mode afterwards, or there is nothing but DNs and the assignment.
fn pulls(going: &[Going], workspace: &Workspace) -> bool {
    let mut own = going.iter().filter_map(|own| workspace.profile(own.profile));
    !going.is_empty() && own.all(|own| ProfileOptions::read(&own.options).pulls())
}

/// What is missing today already.
fn already(going: &[Going], workspace: &Workspace) -> Option<String> {
    let missing: Names = going
        .iter()
        .filter_map(|own| {
            let live = workspace.live.of(own.profile);
            Some(&names::named(live.options.text()?) - &names::there(live.xml.text()?))
        })
        .flatten()
        .collect();
    (!missing.is_empty()).then(|| {
        let ids = listed(missing.iter().map(|id| quoted(id)));
        format!("Today already the live option names {ids}, which the loaded file lacks.")
    })
}

/// What nobody has shown to the editor, and what follows from that.
fn unknown(going: &[Going], workspace: &Workspace) -> Option<String> {
    let is_one = workspace.profiles.len() == 1;
    let of = |is_unknown: fn(&Baseline) -> bool| {
        let own = going.iter().filter(|own| is_unknown(workspace.live.of(own.profile)));
        let names = own.filter_map(|own| workspace.profile(own.profile)).map(|own| own.name.to_string());
        let names: Vec<String> = names.collect();
        (!names.is_empty()).then(|| if is_one { String::new() } else { format!(" of {}", listed(names.into_iter())) })
    };
    let parts = [
        of(|live| live.options == Live::Unknown).map(|of| format!("the options{of}")),
        of(|live| live.xml == Live::Unknown).map(|of| format!("the file{of}")),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| {
        let parts = listed(parts.into_iter());
        format!("What T-Server has of {parts} is not known: all steps are listed, for the live option is taken to name what the loaded file has.")
    })
}

/// More of a step than its title says; empty where that says all.
pub(super) fn detail(step: &Step, workspace: &Workspace) -> String {
    let name = |id: ProfileId| workspace.profile(id).map_or_else(String::new, |own| own.name.to_string());
    match step {
        Step::BackUp(_) => "Under another name, beside it; on both hosts of a hot-standby pair.".to_owned(),
        Step::PutFile(id, File::New) => {
            // The way to it may be another one, or is not known.
            let own = workspace.profile(*id).map(|own| &*own.xml);
            let is_live = own.is_some() && workspace.live.of(*id).xml.text() == own;
            let there = if is_live {
                " T-Server has these bytes already, as far as is known: put them where agent-presence-map is to lead, if they do not lie there."
            } else {
                ""
            };
            format!("On both hosts of a hot-standby pair.{there}")
        }
        Step::PutFile(_, File::Bridge) => {
            "It holds the entries as they will be, and beside them those that the live option still names.".to_owned()
        }
        Step::Create(_) => "With the options below in section [TServer] of its Annex.".to_owned(),
        Step::Rename(..) => "Or create one of the new name, and delete the old one at the end.".to_owned(),
        Step::Set(id, _, Some(_)) => format!("Section [TServer] of the VoIP Service DN {}.", name(*id)),
        Step::Set(id, _, None) => {
            let is_known = workspace.live.of(*id).options != Live::Unknown;
            let if_there = if is_known { "" } else { ", if it is there" };
            format!("Take it out of section [TServer] of the VoIP Service DN {}{if_there}.", name(*id))
        }
        Step::Assign => "In section [TServer] of the T-Server application, or of each Extension.".to_owned(),
        Step::Delete(id) => still_named(*id, workspace),
        Step::Restart(whys) => whys_in_words(whys),
        Step::Stop => "Both hosts of a hot-standby pair. Presence is off until it is started.".to_owned(),
        Step::Start | Step::Check(_) => String::new(),
        Step::Later(_) => "Without the entries of before. It stays here as a reminder until it is ticked.".to_owned(),
    }
}

/// What names a deleted profile still, so that its DN is better left where it is.
fn still_named(id: ProfileId, workspace: &Workspace) -> String {
    let Some(name) = &workspace.live.of(id).name else { return "Its name is not known here.".to_owned() };
    let extensions = workspace.assigned.extensions.values().filter(|own| *own == name).count();
    let application = workspace.assigned.application.as_ref() == Some(name);
    let places: Vec<String> = [
        application.then(|| "the T-Server application".to_owned()),
        (0 < extensions).then(|| counted(extensions, "Extension", "Extensions")),
    ]
    .into_iter()
    .flatten()
    .collect();
    match places.is_empty() {
        true => "Nothing names it here any more. Its XML file may be in use by another profile.".to_owned(),
        false => format!("It is still named by {}: assign another profile first.", listed(places.into_iter())),
    }
}

fn whys_in_words(whys: &[Why]) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut say = |said: String| {
        if !words.contains(&said) {
            words.push(said);
        }
    };
    for why in whys {
        match why {
            Why::Content(_) => say("it loads the file when it starts".to_owned()),
            Why::Path(_) => say("the path of the file changes".to_owned()),
            Why::Undocumented(_, option) => say(format!("when {} takes effect is not documented", option.name())),
        }
    }
    let sentence = listed(words.into_iter());
    let mut signs = sentence.chars();
    signs.next().map_or_else(String::new, |first| format!("{}{}.", first.to_uppercase(), signs.as_str()))
}
