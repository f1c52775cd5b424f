//! What the menus of the translations offer: of a language, of an entry, and of the languages that are hidden.

use super::{
    super::{language, menu::MenuItem, session::Session},
    acting,
};
use presence_profile_core::{
    editor::{
        command::{Command, Wish},
        shown_texts::columns::short_name,
    },
    mapping::lcid::Lcid,
    source::phrase::counted,
};

/// Of a language.
pub(super) fn of_language(session: Session, lcid: Lcid) -> Vec<MenuItem> {
    let name = language::name(lcid);
    let languages = session.table.languages();
    let short = short_name(lcid, &languages);
    let reference = session.table.shown.with_untracked(|shown| shown.reference()).unwrap_or(lcid);
    let filled = session.matrix.with_untracked(|matrix| {
        matrix.languages.iter().find(|language| language.lcid == lcid).map_or(0, |language| language.filled)
    });
    let remove = match filled {
        0 => format!("Remove {name}"),
        1 => format!("Remove {name} and 1 text"),
        texts => format!("Remove {name} and {texts} texts"),
    };
    let removal = session.wish(Command::RemoveLanguage(lcid));
    let gaps = acting::copied_gaps(session, lcid).len();
    let is_reference = (lcid == reference).then_some("it is the reference");
    let way = |words: &str, icon: &'static str, is_right: bool| {
        let way = MenuItem::new(words.to_owned(), move || acting::move_language(session, lcid, is_right));
        way.with_icon(icon).unless(acting::cannot_move(session, lcid, is_right))
    };
    vec![
        MenuItem::new(format!("Next gap in {short}"), move || acting::next_gap(session, false, Some(lcid)))
            .with_icon("down"),
        MenuItem::new(format!("Only gaps in {short}"), move || acting::show_gaps_in(session, lcid)).with_icon("filter"),
        MenuItem::new(format!("Copy from {}", short_name(reference, &languages)), move || {
            acting::copy_from_reference(session, lcid);
        })
        .with_icon("copy")
        .with_facts(format!("into {}", counted(gaps, "gap", "gaps")))
        .unless(acting::cannot_copy_from_reference(session, lcid)),
        MenuItem::of_ways("Move", vec![way("Move left", "left", false), way("Move right", "right", true)])
            .with_icon("across"),
        MenuItem::new(format!("Hide {short}"), move || session.hide_language(lcid))
            .with_icon("hide")
            .unless(is_reference),
        MenuItem::new("Use as reference".to_owned(), move || session.use_as_reference(lcid))
            .with_icon("bookmark")
            .unless(is_reference),
        MenuItem::new(format!("Preview in {name}"), move || session.viewer.set(lcid)).with_icon("person"),
        MenuItem::new(format!("Copy {name} to another profile"), move || session.copy_language(lcid))
            .with_icon("paste"),
        MenuItem::new("CSV for translators".to_owned(), move || acting::hand_over(session, &[lcid]))
            .with_icon("download"),
        MenuItem::new(remove, move || {
            session.grant(&removal);
        })
        .with_icon("bin"),
    ]
}

/// Of the entry of a row.
pub(super) fn of_entry(session: Session, row: usize) -> Vec<MenuItem> {
    let Some(entry) = session.table.entry(row) else { return Vec::new() };
    let (id, uses) = session.matrix.with_untracked(|matrix| {
        matrix.entries.get(entry).map(|entry| (entry.id.clone(), entry.uses)).unwrap_or_default()
    });
    let remove = match uses {
        0 => format!("Remove entry {id}"),
        1 => format!("Remove entry {id}, used by 1 row"),
        rows => format!("Remove entry {id}, used by {rows} rows"),
    };
    let removal = session.entry_place(entry).map(|entry| session.wish(Command::RemoveEntry(entry)));
    let items = |removal: Wish| {
        let copy = move || session.copy_entry(entry);
        let moving = |up: bool, way: &str, icon: &'static str| {
            let run = move || {
                session.move_entry(entry, up);
            };
            MenuItem::new(format!("Move {id} {way}"), run).with_icon(icon).unless(session.no_move(entry, up))
        };
        let duplicate = move || {
            session.duplicate_entry(entry);
        };
        vec![
            MenuItem::new(format!("Rename {id}"), move || session.rename_entry(entry)).with_icon("pencil"),
            MenuItem::new(format!("Duplicate {id}"), duplicate).with_icon("copy"),
            moving(true, "up", "up"),
            moving(false, "down", "down"),
            MenuItem::new(format!("Copy {id} to another profile"), copy).with_icon("paste"),
            MenuItem::new(remove, move || {
                session.grant(&removal);
            })
            .with_icon("bin"),
        ]
    };
    removal.map(items).unwrap_or_default()
}

/// Of the table as a whole: what can be done with the language of the active cell, and what shows those that are hidden.
pub(super) fn of_table(session: Session) -> Vec<MenuItem> {
    let hidden = session.table.shown.with_untracked(|shown| shown.hidden.clone());
    let active = acting::active_language(session);
    let active = active.map_or("this language".to_owned(), |lcid| short_name(lcid, &session.table.languages()));
    let handed = acting::handed_over(session);
    let handed_count = handed.len();
    let one = |lcid: &Lcid| {
        let lcid = *lcid;
        MenuItem::new(format!("Show {}", language::name(lcid)), move || session.show_languages(&[lcid]))
            .with_icon("eye")
    };
    let items = [
        MenuItem::new(
            format!("Next gap{}", if acting::are_only_gaps(session) { "" } else { " or problem" }),
            move || acting::next_gap(session, false, None),
        )
        .with_icon("down")
        .with_facts("Alt+PageDown"),
        MenuItem::new(format!("Hide {active}"), move || acting::hide_active(session))
            .with_icon("hide")
            .unless(acting::cannot_hide_active(session)),
        MenuItem::new(format!("Use {active} as reference"), move || acting::use_active_as_reference(session))
            .with_icon("bookmark")
            .unless(acting::cannot_use_active_as_reference(session)),
        MenuItem::new("CSV for translators".to_owned(), move || acting::hand_over(session, &handed))
            .with_icon("download")
            .with_facts(counted(handed_count, "language", "languages")),
        MenuItem::new("Show all languages".to_owned(), move || acting::show_all_languages(session))
            .with_icon("eye")
            .unless(acting::cannot_show_all_languages(session)),
    ];
    items.into_iter().chain(hidden.iter().map(one)).collect()
}
