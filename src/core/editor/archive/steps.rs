//! The steps as a text that is read and ticked on paper, or beside the server.

use std::fmt::Write;

use super::contents::{Folder, place_of};
use crate::{
    editor::going_live::{
        copying,
        plan::{Needs, Plan, PlannedStep},
        words::Basis,
    },
    source::phrase::counted,
};

/// The text, its lines ending with LF.
pub(super) fn text(name: &str, plan: &Plan, folders: &[Folder]) -> String {
    let mut out = format!("Go live: {name}\n\n{}.\n{}\n", plan.title, plan.reason.plain());
    for (at, step) in plan.steps.iter().enumerate() {
        // Writing to a string does not fail.
        let _ = write!(out, "\n[ ] {}. {}\n", at + 1, step.title);
        if !step.detail.is_empty() {
            let _ = writeln!(out, "    {}", step.detail);
        }
        needs(&mut out, step, plan, folders);
        let _ = match step.basis {
            Basis::Documented(source) => writeln!(out, "    Documented: {source}"),
            Basis::OurReading(source) => writeln!(out, "    Our reading: {source}"),
        };
    }
    if !plan.back.is_empty() {
        out += "\nThe way back (what went last comes back first)\n";
        for (at, back) in plan.back.iter().enumerate() {
            let _ = writeln!(out, "{}. {}", at + 1, back.words);
            if let Some(text) = &back.text {
                let _ = writeln!(out, "{text}");
            }
        }
    }
    let block = |is_wanted: fn(&PlannedStep) -> bool| {
        copying::powershell(plan, is_wanted, |file| {
            // A copy has a name that is the same for the same change, and that another change does not have.
            (place_of(file, folders).replace('/', "\\"), format!("before-{}", &file.sha256[..8]))
        })
    };
    let blocks = [
        ("To put the files in place with PowerShell", block(PlannedStep::puts_file)),
        ("Later, to put the final file in place with PowerShell", block(PlannedStep::is_later)),
    ];
    for (what, block) in blocks.into_iter().filter(|(_, block)| !block.is_empty()) {
        let _ = write!(out, "\n{what}: run this by hand on each host, where this archive was unpacked\n\n{block}");
    }
    out
}

fn needs(out: &mut String, step: &PlannedStep, plan: &Plan, folders: &[Folder]) {
    let _ = match &step.needs {
        Needs::Nothing => Ok(()),
        // To the byte, and so not indented.
        Needs::Text(text) => writeln!(out, "{text}"),
        Needs::File(at) => match plan.files.get(*at) {
            Some(file) => {
                let bytes = counted(file.bytes.len(), "byte", "bytes");
                let place = place_of(file, folders);
                let path = if file.path.is_empty() { "none: agent-presence-map is not set" } else { &file.path };
                writeln!(
                    out,
                    "    file     {place} of this archive, {bytes}, {}\n    path     {path}\n    SHA-256  {}",
                    file.form, file.sha256
                )
            }
            None => Ok(()),
        },
        Needs::Looks(looks) => {
            looks.iter().try_for_each(|(situation, look)| writeln!(out, "    {situation}: {}", look.told()))
        }
    };
}
