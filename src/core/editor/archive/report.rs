//! The report: what colleagues will see, what changed, what is left, and the steps, on one page to read, print and sign.

mod cards;
mod changes;
mod html;
mod outcomes;
mod problems;
mod steps;

use self::html::Html;
use super::contents::Folder;
use crate::{
    editor::{
        export,
        going_live::{plan::Plan, steps::File},
        workspace::Workspace,
    },
    mapping::options::Mode,
    source::{digest, phrase::counted},
};

/// The page, whole: it asks nobody for anything, and forbids itself to.
pub(super) fn page(name: &str, workspace: &Workspace, plan: &Plan, folders: &[Folder]) -> String {
    let mut html = Html::begun(concat!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n",
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
        "<meta name=\"viewport\" content=\"width=device-width\">\n<style>\n",
        include_str!("report/report.css"),
        "</style>\n",
    ));
    html.said("title", &format!("{name}: presence report"));
    html.text("\n");
    let mut html = Html::begun(&html.ended("</head>\n<body>\n"));
    html.of("header", "front", |html| {
        html.said("h1", name);
        let profiles = counted(folders.len(), "profile", "profiles");
        let errors: usize = folders.iter().map(|folder| export::errors(&folder.analysis)).sum();
        let errors = if errors == 0 { "no errors".to_owned() } else { counted(errors, "error", "errors") };
        html.said("p", &format!("Presence report: {profiles}, {errors}. Go live: {}.", lowered(&plan.title)));
    });
    for folder in folders {
        profile(&mut html, workspace, folder, folders.len() == 1);
    }
    changes::beside(&mut html, workspace);
    steps::section(&mut html, plan, folders);
    html.ended("</body>\n</html>\n")
}

fn lowered(title: &str) -> String {
    let mut signs = title.chars();
    signs.next().map_or_else(String::new, |first| format!("{}{}", first.to_lowercase(), signs.as_str()))
}

fn profile(html: &mut Html, workspace: &Workspace, folder: &Folder, is_one: bool) {
    let (profile, analysis) = (&*folder.profile, &*folder.analysis);
    html.of("section", "profile", |html| {
        html.of("header", "profile__head", |html| {
            html.said("h2", "What colleagues will see");
            let mode = match analysis.mode() {
                Mode::Push => "push mode",
                Mode::Pull => "pull mode",
                Mode::NotSet => "mode not set",
                Mode::Contradictory => "two modes",
            };
            html.of("p", "profile__name", |html| html.text(&format!("Profile {}, {mode}", profile.name)));
            html.of("p", "profile__file", |html| match folder.has_xml() {
                true => {
                    let sha256 = digest::sha256(&export::xml_bytes(profile));
                    html.text(&format!("{}, SHA-256 ", folder.place(File::New)));
                    html.said("code", &sha256);
                }
                false if analysis.mode() == Mode::Pull => html.text("pull mode uses no XML file"),
                false => html.text("there is no XML file: it is empty"),
            });
        });
        match analysis.mode() {
            Mode::Pull => outcomes::table(html, analysis),
            _ => cards::cards(html, analysis, profile),
        }
        html.of("footer", "profile__foot", |html| {
            html.said("p", "An illustration, not the client itself. Text is chosen by the viewer's language; what a viewer without a text sees is not documented.");
            ["Checked by", "Approved by", "Date"].into_iter().for_each(|who| html.of("p", "sign", |html| html.text(who)));
        });
        let of = if is_one { String::new() } else { format!(" of {}", profile.name) };
        problems::section(html, analysis, &of);
        changes::section(html, workspace, profile, &of);
        html.said("h3", &format!("Options{of}"));
        html.said("pre", &export::all_options(profile, analysis, false));
    });
}
