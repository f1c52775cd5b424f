//! The window and the document, which are always there in a page.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::{
    Document, Element, Event, FocusOptions, HtmlElement, HtmlInputElement, HtmlTextAreaElement, InputEvent,
    InputEventInit, Window,
};

use super::front;

/// The window.
pub fn window() -> Window {
    web_sys::window().expect("a page has a window")
}

/// The document.
pub fn document() -> Document {
    window().document().expect("a window has a document")
}

/// The body.
pub fn body() -> HtmlElement {
    document().body().expect("the document is parsed before the module runs")
}

/// The element that has the focus.
pub fn focused() -> Option<Element> {
    document().active_element()
}

/// Whether an element has the focus.
pub fn is_focused(element: &Element) -> bool {
    focused().as_ref() == Some(element)
}

/// Whether the page has the focus, and no other window.
pub fn has_focus() -> bool {
    document().has_focus().unwrap_or(true)
}

/// Gives an element the focus without scrolling to it.
pub fn focus_quietly(element: &HtmlElement) {
    front::bring(element);
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // An element that left the page refuses; there is nothing to focus then.
    let _ = element.focus_with_options(&options);
}

/// Gives the element with an `id` the focus.
pub fn focus_id(id: &str) {
    if let Some(element) = of_id(id) {
        front::bring(&element);
        let _ = element.focus();
    }
}

/// Presses the element with an `id`.
pub fn press_id(id: &str) {
    of_id(id).iter().for_each(HtmlElement::click);
}

fn of_id(id: &str) -> Option<HtmlElement> {
    found(&format!("#{id}"))?.dyn_into().ok()
}

/// Whether an event is a piece of an unfinished composition.
pub fn is_composing(event: &Event) -> bool {
    event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing)
}

/// Gives the first element a selector finds the focus, or the field inside it.
pub fn focus_in(selector: &str) {
    let Some(found) = found(selector) else { return };
    let field = found.query_selector("input:not([hidden]), textarea:not([hidden])").ok().flatten();
    if let Ok(element) = field.unwrap_or(found).dyn_into::<HtmlElement>() {
        front::bring(&element);
        let _ = element.focus();
    }
}

/// Gives the first element a selector finds the focus itself, not a field inside it, and does not scroll.
pub fn focus_quietly_on(selector: &str) {
    let found = found(selector).and_then(|found| found.dyn_into().ok());
    found.iter().for_each(focus_quietly);
}

/// Where what had the focus has gone from the page, what a selector finds has it.
pub fn focus_if_lost(selector: &str) {
    if focused().is_none_or(|focused| focused.is_same_node(Some(&body()))) {
        focus_quietly_on(selector);
    }
}

/// Gives an element the focus it had, if it is still in the page.
pub fn focus_again(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>().filter(|element| element.is_connected()) {
        front::bring(element);
        let _ = element.focus();
    }
}

/// Whether an event happened on a button, or in one.
pub fn is_on_button(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest("[type=button]").is_ok_and(|button| button.is_some()))
}

/// Whether an event happened on a button or a field.
pub fn is_on_control(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest("button, input, select, textarea").is_ok_and(|found| found.is_some()))
}

/// Whether an event happened on something that takes the focus, or whose text can be selected.
pub fn is_on_focusable(event: &Event) -> bool {
    const FOCUSABLE: &str =
        "button, input, select, textarea, a, pre, code, p, summary, [tabindex]:not([tabindex='-1'])";
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest(FOCUSABLE).is_ok_and(|found| found.is_some()))
}

/// Whether what has got the focus by an event has it by a key.
pub fn is_by_key(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.matches(":focus-visible").unwrap_or(true))
}

/// Loads the page anew.
pub fn reload() {
    // A page that cannot be loaded anew stays as it is.
    let _ = window().location().reload();
}

/// Whether a dialog is open.
pub fn has_dialog() -> bool {
    has("dialog[open]")
}

/// The first element of this label.
pub fn labelled(label: &str) -> Option<HtmlElement> {
    let all = document().query_selector_all("[aria-label]").ok()?;
    let elements = (0..all.length()).filter_map(|at| all.item(at)?.dyn_into::<HtmlElement>().ok());
    elements.into_iter().find(|element| element.get_attribute("aria-label").as_deref() == Some(label))
}

/// The first element that a selector finds.
pub fn found(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// The first text area that a selector finds.
pub fn area(selector: &str) -> Option<HtmlTextAreaElement> {
    found(selector)?.dyn_into().ok()
}

/// The text area that has the focus, if a selector finds it.
pub fn focused_area(selector: &str) -> Option<HtmlTextAreaElement> {
    focused_in(selector)?.dyn_into().ok()
}

/// Whether a selector finds an element.
pub fn has(selector: &str) -> bool {
    found(selector).is_some()
}

/// Takes the element with an `id` out of the page.
pub fn remove(id: &str) {
    of_id(id).iter().for_each(|element| element.remove());
}

/// Has the field that is open taken, as leaving it would, and gives it the focus again. A text area that takes what it
/// holds when it is left says so by `data-settles`.
pub fn settle() {
    let Some(field) = focused().and_then(|element| element.dyn_into::<HtmlElement>().ok()) else { return };
    if field.closest("input, textarea[data-settles]").ok().flatten().is_some() {
        let _ = field.blur();
        let _ = field.focus();
    }
}

thread_local! {
    static IS_IN_PLACE: Cell<bool> = const { Cell::new(false) };
}

/// Has what is inside of what a selector finds lose the focus, as leaving it would: it is about to go, and then could not
/// take any more what it holds.
pub fn leave(selector: &str) {
    if let Some(focused) = focused_in(selector).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = focused.blur();
    }
}

/// What has the focus, if it is inside of what a selector finds.
pub fn focused_in(selector: &str) -> Option<Element> {
    focused().filter(|focused| focused.closest(selector).ok().flatten().is_some())
}

/// Like [`settle`], for what does not go elsewhere: what is refused stays open.
pub fn settle_in_place() {
    IS_IN_PLACE.with(|is| is.set(true));
    settle();
    IS_IN_PLACE.with(|is| is.set(false));
}

/// Whether a field that loses the focus gets it again at once, by [`settle_in_place`].
pub fn is_settling_in_place() -> bool {
    IS_IN_PLACE.with(Cell::get)
}

/// Selects the text of the field that has the focus: what is typed replaces it.
pub fn select_focused() {
    if let Some(field) = focused().and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) {
        field.select();
    }
}

/// Selects the text of a field of which nothing is selected.
pub fn select_where_nothing_is(field: &HtmlInputElement) {
    let (start, end) = (field.selection_start().ok().flatten(), field.selection_end().ok().flatten());
    if start == end {
        field.select();
    }
}

/// Whether an input brought or took a piece at once - paste, drop, cut - and not by a key.
pub fn is_whole_input(event: &Event) -> bool {
    let kind = event.dyn_ref::<InputEvent>().map(InputEvent::input_type).unwrap_or_default();
    kind.starts_with("insertFrom") || kind.starts_with("deleteBy") || kind == "insertReplacementText"
}

/// Tells those who listen that something was written in a field, as a key would.
pub fn tell_of_input(field: &Element) {
    let options = InputEventInit::new();
    options.set_bubbles(true);
    options.set_input_type("insertFromPaste");
    // An event of a known name can be made and sent.
    if let Ok(event) = InputEvent::new_with_event_init_dict("input", &options) {
        let _ = field.dispatch_event(&event);
    }
}

/// A length for a style, to the whole CSS pixel: printing fractions would take the program ten kilobytes.
pub fn pixels(length: f64) -> String {
    format!("{}px", length.round() as i32)
}
