//! What the files of the sources use: only the rooms below their own, and never each other in a circle.

mod circles;
mod graph;
mod paths;

use std::collections::BTreeSet;

use self::{
    circles::{Circle, circles},
    graph::{Graph, Root},
};
use super::{
    files, report,
    tokens::{Token, tokens},
};

/// The crates of the project, by their names in paths and the files they begin in.
const CRATES: [Root; 3] = [
    ("presence_profile_core", "src/core/lib.rs"),
    ("presence_profile_editor", "src/lib.rs"),
    // No path can name a program.
    ("the program", "src/main.rs"),
];

/// Files that stand in no room: they list the rooms, or begin the program.
const OUTSIDE: [&str; 3] = ["src/lib.rs", "src/main.rs", "src/core/lib.rs"];

/// The rooms of the project, and which of them each may use.
const LAYERS: [(&str, &[&str]); 6] = [
    ("source", &["source"]),
    ("mapping", &["mapping", "source"]),
    ("rules", &["rules", "mapping", "source"]),
    ("editor", &["editor", "rules", "mapping", "source"]),
    ("app", &["app", "editor", "rules", "mapping", "source", "browser"]),
    ("browser", &["browser", "source"]),
];

/// Names that do not belong below a folder, with the reason.
const FOREIGN: [(&str, &[&str], &str); 3] = [
    (
        "src/core/",
        &["leptos", "web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures"],
        "the core runs where no browser is",
    ),
    (
        "src/core/",
        &["presence_profile_editor", "presence_profile_core"],
        "the core knows no page, and itself as `crate`",
    ),
    ("src/", &["presence_profile_editor"], "the page knows itself as `crate`"),
];

/// Circles that are still there: the files of each, and why.
const KNOWN: [Known; 0] = [];

/// Files that make a circle, and why they still do.
type Known = (&'static [&'static str], &'static str);

fn sources() -> Graph {
    Graph::of(&files("src", "rs"), &CRATES)
}

/// The room a file stands in.
fn room_of(file: &str) -> &str {
    let inside = file.strip_prefix("src/core/").or_else(|| file.strip_prefix("src/")).unwrap_or(file);
    inside.split('/').next().unwrap_or_default().trim_end_matches(".rs")
}

/// Files without a room, and what leads to a room that is not below.
fn faults_of_rooms<'a>(files: impl Iterator<Item = &'a str>, graph: &Graph) -> Vec<String> {
    let allowed = |file: &str| LAYERS.iter().find(|(room, _)| *room == room_of(file)).map(|(_, allowed)| *allowed);
    let is_homeless = |file: &&str| allowed(file).is_none() && !OUTSIDE.contains(file);
    let mut faults: Vec<String> = files.filter(is_homeless).map(|file| format!("{file} stands in no room")).collect();
    faults.extend(graph.loose.iter().map(|file| format!("no `mod` leads to {file}")));
    for edge in &graph.edges {
        let is_below = allowed(&edge.from).is_none_or(|allowed| allowed.contains(&room_of(&edge.to)));
        if !is_below && !OUTSIDE.contains(&edge.to.as_str()) {
            faults.push(edge.to_string());
        }
    }
    faults
}

/// Circles that are not known, and known ones that are not there.
fn faults_of_circles(found: &[Circle], known: &[Known]) -> Vec<String> {
    let mut faults = Vec::new();
    for circle in found {
        let is_known = |(files, _): &Known| circle.files.iter().all(|file| files.contains(&file.as_str()));
        if !known.iter().any(is_known) {
            faults.push(format!("{} files use each other in a circle:", circle.files.len()));
            faults.extend(circle.edges.iter().map(|edge| format!("    {edge}")));
        }
    }
    let in_circles: BTreeSet<&str> = found.iter().flat_map(|circle| &circle.files).map(String::as_str).collect();
    for (files, reason) in known {
        let free = files.iter().filter(|file| !in_circles.contains(*file));
        faults.extend(free.map(|file| format!("{file} is in no circle any more ({reason})")));
    }
    faults
}

#[test]
fn a_room_uses_only_the_rooms_below_it() {
    let files = files("src", "rs");
    report(faults_of_rooms(files.iter().map(|(file, _)| file.as_str()), &sources()));
}

#[test]
fn files_do_not_use_each_other_in_a_circle() {
    report(faults_of_circles(&circles(&sources()), &KNOWN));
}

#[test]
fn the_core_and_the_page_name_nothing_foreign() {
    let mut faults = Vec::new();
    for (file, text) in files("src", "rs") {
        for (line, token) in tokens(&text) {
            let Token::Word(word) = token else { continue };
            let is_foreign = |(folder, names, _): &&(&str, &[&str], &str)| {
                file.starts_with(folder) && names.contains(&word) && file != "src/main.rs"
            };
            let found = FOREIGN.iter().find(is_foreign);
            faults.extend(found.map(|(_, _, reason)| format!("{file}:{line} names {word}: {reason}")));
        }
    }
    report(faults);
}

/// The graph of made-up files.
fn graph(files: &[(&str, &str)]) -> Graph {
    let files: Vec<_> = files.iter().map(|(file, text)| ((*file).to_owned(), (*text).to_owned())).collect();
    Graph::of(&files, &CRATES)
}

/// A core of two rooms.
const CORE: (&str, &str) =
    ("src/core/lib.rs", "pub mod source { pub mod text; pub mod xml; }\npub mod mapping { pub mod map; }");

#[test]
fn a_path_leads_to_the_deepest_file() {
    let leads = |source: &str| {
        let page = "mod app { mod shell; mod menu; } pub mod browser { pub mod page; }";
        let found = graph(&[
            CORE,
            ("src/core/source/text.rs", ""),
            ("src/core/source/xml.rs", "mod reader; pub mod tags;"),
            ("src/core/source/xml/reader.rs", ""),
            ("src/core/source/xml/tags.rs", ""),
            ("src/core/mapping/map.rs", ""),
            ("src/lib.rs", page),
            ("src/app/shell.rs", source),
            ("src/app/menu.rs", ""),
            ("src/browser/page.rs", ""),
        ]);
        let own = found.edges.iter().filter(|edge| edge.from == "src/app/shell.rs");
        own.map(|edge| format!("{} {}", edge.line, edge.to)).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(leads("use super::menu::Menu;"), "1 src/app/menu.rs");
    assert_eq!(leads("use crate::{\n    browser::page::{self, body},\n};"), "2 src/browser/page.rs");
    assert_eq!(leads("fn a() { super::super::browser::page::body() }"), "1 src/browser/page.rs");
    assert_eq!(
        leads("use presence_profile_core::source::xml::{Xml, tags::*};"),
        "1 src/core/source/xml.rs, 1 src/core/source/xml/tags.rs"
    );
    assert_eq!(
        leads("use presence_profile_core::source as read;\nfn a() { read::xml::tags::b() }"),
        "1 src/core/lib.rs, 2 src/core/source/xml/tags.rs"
    );
    assert_eq!(
        leads("use presence_profile_core::source::*;\nuse text::Span;"),
        "1 src/core/lib.rs, 2 src/core/source/text.rs"
    );
    assert_eq!(leads("mod own { use super::super::menu; fn a() { menu::b() } }"), "1 src/app/menu.rs");
    assert_eq!(
        leads("use self::own::A; mod own { pub struct A; }\nuse leptos::prelude::*; fn a() { std::mem::take() }"),
        ""
    );
    assert_eq!(
        leads(
            "// super::menu\n/// [`super::menu`]\nconst A: &str = \"super::menu\"; #[cfg(test)] mod tests { use super::super::menu; }"
        ),
        ""
    );
}

#[test]
fn a_room_is_known_and_keeps_to_those_below() {
    let files = [
        CORE,
        ("src/core/source/text.rs", "use crate::mapping::map::Map;"),
        ("src/core/source/xml.rs", "use super::text;"),
        ("src/core/mapping/map.rs", "use crate::{Everything, source::xml};"),
        ("src/lib.rs", "mod helpers;"),
        ("src/helpers.rs", "use presence_profile_core::source::text;"),
        ("src/app/left.rs", ""),
    ];
    assert_eq!(
        faults_of_rooms(files.iter().map(|(file, _)| *file), &graph(&files)),
        [
            "src/helpers.rs stands in no room",
            "no `mod` leads to src/app/left.rs",
            "src/core/source/text.rs:1 uses src/core/mapping/map.rs (crate::mapping::map::Map)",
        ]
    );
}

/// The faults of a page of the panels `a`, with `a::b` and `a::c`, and `d`, each with this source.
fn circles_of([a, b, c, d]: [&str; 4], known: &[Known]) -> Vec<String> {
    let a = format!("mod b; mod c; {a}");
    let found = graph(&[
        ("src/lib.rs", "mod app { mod a; mod d; }"),
        ("src/app/a.rs", &a),
        ("src/app/a/b.rs", b),
        ("src/app/a/c.rs", c),
        ("src/app/d.rs", d),
    ]);
    faults_of_circles(&circles(&found), known)
}

#[test]
fn a_file_and_those_in_its_folder_belong_together() {
    let none: [&str; 0] = [];
    assert_eq!(circles_of(["use self::b::B;", "use super::{A, c::C};", "", "use super::a::c::C;"], &[]), none);
    // What a file of the folder needs, the one it belongs to needs too.
    assert_eq!(
        circles_of(["", "use crate::app::d::D;", "", "use super::a::A;"], &[]),
        [
            "3 files use each other in a circle:",
            "    src/app/a.rs:1 uses src/app/a/b.rs (mod b)",
            "    src/app/a/b.rs:1 uses src/app/d.rs (crate::app::d::D)",
            "    src/app/d.rs:1 uses src/app/a.rs (super::a::A)",
        ]
    );
}

#[test]
fn circles_of_neighbours_are_found() {
    assert_eq!(
        circles_of(["", "use super::c::C;", "fn a() { super::b::b() }", ""], &[]),
        [
            "2 files use each other in a circle:",
            "    src/app/a/b.rs:1 uses src/app/a/c.rs (super::c::C)",
            "    src/app/a/c.rs:1 uses src/app/a/b.rs (super::b::b)",
        ]
    );
    assert_eq!(circles_of(["", "use super::c::C;", "use crate::app::d;", "use super::a::b::B;"], &[]).len(), 4);
}

#[test]
fn a_known_circle_is_known_as_long_as_it_is_there() {
    let sources = ["", "use super::c::C;", "use super::b::B;", ""];
    let none: [&str; 0] = [];
    assert_eq!(circles_of(sources, &[(&["src/app/a/b.rs", "src/app/a/c.rs"], "why")]), none);
    assert_eq!(
        circles_of(sources, &[(&["src/app/a/b.rs", "src/app/a/c.rs", "src/app/d.rs"], "why")]),
        ["src/app/d.rs is in no circle any more (why)"]
    );
    assert_eq!(circles_of(sources, &[(&["src/app/a/b.rs"], "why")]).len(), 3);
}
