//! Both texts line by line: what was, and what is.

use leptos::prelude::*;

use super::Comparison;
use crate::app::rooms::difference;
use presence_profile_core::{
    editor::version_difference::{self, Section},
    source::{phrase::counted, text::Part},
};

/// The panels of both texts.
#[component]
pub fn Lines(found: Comparison) -> impl IntoView {
    let panel = move |part: Part, name: &'static str| {
        let facts = move || {
            found.with(|found| {
                let (then, now) = (found.0.then.profile.text(part).clone(), found.0.now.text(part).clone());
                let is_known = if part == Part::Xml { found.0.then.has_xml } else { found.0.then.has_options };
                match then == now {
                    true if !is_known => "not known, and not compared".to_owned(),
                    true => "the same to the byte".to_owned(),
                    false => format!("{} to {}", then.len(), counted(now.len(), "byte", "bytes")),
                }
            })
        };
        let body = move || {
            found.with(|found| {
                let (then, now) = (found.0.then.profile.text(part), found.0.now.text(part));
                let rows = version_difference::rows(then, now);
                (then != now).then(|| difference::section(Section { of: String::new(), what: String::new(), rows }))
            })
        };
        view! {
            <section class="panel" aria-label=format!("{name}, line by line")>
                <header class="panel__head">
                    <h2 class="panel__title">{name}</h2>
                    <span class="panel__facts">{facts}</span>
                </header>
                <div class="difference difference--panel" tabindex="0" role="region" aria-label=format!("{name}, differences")>{body}</div>
            </section>
        }
    };
    view! { {panel(Part::Xml, "XML")}{panel(Part::Options, "Options")} }
}
