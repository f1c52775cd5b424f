//! The app in a real browser, through a page object that speaks of things on the screen.
#![cfg(target_arch = "wasm32")]

mod screen;

use presence_profile_core::source::text::Part;
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

#[wasm_bindgen_test]
async fn a_panic_inside_a_memo_shows_both_texts() {
    use leptos::prelude::*;

    let screen = Screen::open().await;
    let changed = screen.text(Part::Xml).replace("Logged out", "Do not lose me");
    screen.replace(Part::Xml, &changed).await;
    rescue::install(".shell");
    screen::later(|| {
        let breaks = RwSignal::new(false);
        let memo = Memo::new(move |_| assert!(!breaks.get(), "the test breaks the program"));
        memo.get();
        breaks.set(true);
        memo.get();
    });
    screen::tick().await;
    assert!(rescue::is_broken());
    let [xml, options] = screen::rescued();
    assert_eq!(xml, changed);
    assert_eq!(options, include_str!("../cases/example/options.txt"));
}
