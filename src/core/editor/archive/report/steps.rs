//! The steps, to be read beside the server and ticked with a pen.

use super::html::Html;
use crate::{
    editor::{
        archive::contents::{Folder, place_of},
        going_live::{
            plan::{Needs, Plan, PlannedStep},
            words::Basis,
        },
    },
    source::phrase::counted,
};

/// The steps, and the way back.
pub(super) fn section(html: &mut Html, plan: &Plan, folders: &[Folder]) {
    html.of("section", "going", |html| {
        html.said("h2", "Go live");
        html.element("p", &[], |html| {
            html.said("b", &format!("{}. ", plan.title));
            html.phrase(&plan.reason);
        });
        html.of("ol", "steps", |html| plan.steps.iter().for_each(|own| step(html, own, plan, folders)));
        if !plan.back.is_empty() {
            html.said("h3", "The way back");
            html.said("p", "What went last comes back first.");
            html.element("ol", &[], |html| {
                for back in &plan.back {
                    html.element("li", &[], |html| {
                        html.text(&back.words);
                        back.text.iter().for_each(|text| html.said("pre", text));
                    });
                }
            });
        }
    });
}

fn step(html: &mut Html, own: &PlannedStep, plan: &Plan, folders: &[Folder]) {
    html.element("li", &[], |html| {
        html.of("b", "step__title", |html| html.text(&own.title));
        if !own.detail.is_empty() {
            html.said("p", &own.detail);
        }
        match &own.needs {
            Needs::Nothing => {}
            Needs::Text(text) => html.said("pre", text),
            Needs::File(at) => plan.files.get(*at).into_iter().for_each(|file| {
                html.element("dl", &[], |html| {
                    let bytes = counted(file.bytes.len(), "byte", "bytes");
                    html.said("dt", "file");
                    html.said("dd", &format!("{} of this archive, {bytes}, {}", place_of(file, folders), file.form));
                    html.said("dt", "path");
                    let path = if file.path.is_empty() { "none: agent-presence-map is not set" } else { &file.path };
                    html.said("dd", path);
                    html.said("dt", "SHA-256");
                    html.said("dd", &file.sha256);
                });
            }),
            Needs::Looks(looks) => html.of("table", "lines", |html| {
                html.element("tr", &[], |html| {
                    for head in ["Let the agent be", "What is to be seen"] {
                        html.element("th", &[("scope", "col")], |html| html.text(head));
                    }
                });
                for (situation, look) in looks {
                    html.element("tr", &[], |html| {
                        html.said("td", situation);
                        html.said("td", &look.told());
                    });
                }
            }),
        }
        let (kind, source) = match own.basis {
            Basis::Documented(source) => ("Documented", source),
            Basis::OurReading(source) => ("Our reading", source),
        };
        html.of("small", "step__basis", |html| html.text(&format!("{kind}: {source}")));
    });
}
