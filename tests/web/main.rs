//! The app in a real browser, through a page object that speaks of things on the screen.
#![cfg(target_arch = "wasm32")]

mod screen;

use std::sync::Arc;

use presence_profile_core::{
    editor::{analysis::Analysis, heads::Heads, place::ProfileId, workspace::Workspace},
    source::text::Part,
};
use presence_profile_editor::browser::rescue;
use screen::Screen;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn shows_the_guides_example() {
    let screen = Screen::open().await;
    assert_eq!(screen.row(7), ["7", "Ready", "Busy", "INCALL", "Busy Working with customer, do not disturb"]);
    assert_eq!(screen.entry("INCALL").len(), 6);
    assert_eq!(screen.text(Part::Xml), include_str!("../cases/example/agentStates.xml"));
    assert_eq!(screen.text(Part::Options), include_str!("../cases/example/options.txt"));
}

#[wasm_bindgen_test]
async fn an_availability_typed_in_the_grid_replaces_its_digits_and_nothing_else() {
    let screen = Screen::open().await;
    screen.type_into("INCALL", "Availability", "6500").await;
    assert_eq!(
        screen.text(Part::Xml),
        include_str!("../cases/example/agentStates.xml").replace("\"7001\"", "\"6500\"")
    );
    screen.press("Undo").await;
    assert_eq!(screen.text(Part::Xml), include_str!("../cases/example/agentStates.xml"));
}

#[wasm_bindgen_test]
async fn text_typed_into_a_pane_is_in_the_tables_at_once() {
    let screen = Screen::open().await;
    let changed = screen.text(Part::Xml).replace("Logged out", "Gone home");
    screen.replace(Part::Xml, &changed).await;
    assert_eq!(screen.row(1)[4], "Offline Gone home");
    assert_eq!(screen.entry("IDLE_OUT")[2], "Gone home");
}

#[wasm_bindgen_test]
async fn a_broken_text_keeps_what_could_be_read() {
    let screen = Screen::open().await;
    let broken = screen.text(Part::Xml).replace("<agentState ID=\"IDLE_ACW\"", "<agentState ID=\"IDLE_ACW");
    screen.replace(Part::Xml, &broken).await;
    assert_eq!(screen.row(1)[4], "Offline Logged out");
    assert_eq!(screen.row(7)[4], "Busy Working with customer, do not disturb");
    assert!(screen.problems()[0].starts_with("error line 12"), "{:?}", screen.problems());
    assert_eq!(screen.text(Part::Xml), broken);
}

/// Reads as the app does, but for one text, which breaks it.
fn brittle(before: Option<&Arc<Analysis>>, workspace: &Workspace, profile: ProfileId, heads: &Heads) -> Arc<Analysis> {
    let xml = workspace.profile(profile).map(|profile| profile.xml.clone()).unwrap_or_default();
    assert!(!xml.contains("Do not lose me"), "the test breaks the reader");
    Analysis::after(before, workspace, profile, heads)
}

/// The tests run from the last name to the first, and this one leaves a broken program behind.
#[wasm_bindgen_test]
async fn a_bad_text_that_breaks_the_reader_is_on_the_crash_page() {
    let screen = Screen::open_with(brittle).await;
    let pasted = screen.text(Part::Xml).replace("Logged out", "Do not lose me");
    rescue::install(".shell");
    screen.replace_and_break(Part::Xml, &pasted).await;
    assert!(rescue::is_broken());
    let [xml, options] = screen::rescued();
    assert_eq!(xml, pasted);
    assert_eq!(options, include_str!("../cases/example/options.txt"));
}
