//! What is different from what T-Server has, before beside now.

use super::html::Html;
use crate::editor::{
    comparing::{
        self, Difference, What,
        sides::Then,
        table::{self, Line},
        words,
    },
    workspace::{Profile, Workspace},
};

/// The changes of a profile.
pub(super) fn section(html: &mut Html, workspace: &Workspace, profile: &Profile, of: &str) {
    html.said("h3", &format!("Changes{of} since what is live"));
    let then = Then::live(workspace.live.of(profile.id), profile);
    let differences = comparing::differences(&then.profile, profile);
    if then.is_nothing {
        html.said("p", "T-Server does not have this profile yet.");
    }
    if let Some(unknown) = then.unknown() {
        html.said("p", &format!("What T-Server has of {unknown} is not known, and not compared."));
    }
    match differences.is_empty() {
        true if then.is_same(profile) => html.said("p", "There are none."),
        true => html.said("p", "There are none in meaning, only in how it is written."),
        false => lines(html, &differences, profile),
    }
}

fn lines(html: &mut Html, differences: &[Difference], profile: &Profile) {
    for section in table::sections(differences, profile.choices.default_language) {
        html.of("table", "lines", |html| {
            html.said("caption", &format!("{}: {}", section.title, section.facts));
            heads(html);
            section.lines.iter().for_each(|own| line(html, differences, own));
        });
    }
}

fn heads(html: &mut Html) {
    html.element("tr", &[], |html| {
        for head in ["Where", "Before", "Now"] {
            html.element("th", &[("scope", "col")], |html| html.text(head));
        }
    });
}

fn line(html: &mut Html, differences: &[Difference], own: &Line) {
    let is_seen = matches!(differences[own.at].what, What::Seen(..));
    html.element("tr", &[], |html| {
        html.element("td", &[], |html| {
            html.said("b", &own.place);
            html.said("small", &own.detail);
        });
        html.said("td", &words::whole_side(&own.then, is_seen));
        html.said("td", &words::whole_side(&own.now, is_seen));
    });
}

/// What is different beside the profiles: what was deleted, and what is assigned otherwise.
pub(super) fn beside(html: &mut Html, workspace: &Workspace) {
    let differences = comparing::beside(workspace);
    let is_unknown = workspace.live.assigned.is_none();
    if differences.is_empty() && !is_unknown {
        return;
    }
    html.of("section", "assigned", |html| {
        html.said("h3", "Changes of DNs and of the assignment");
        if is_unknown {
            html.said("p", "Which profile T-Server uses where is not known, and not compared.");
        }
        workspace.profiles.first().into_iter().for_each(|profile| lines(html, &differences, profile));
    });
}
