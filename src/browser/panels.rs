//! The panels of the page, from one to the next by the keyboard.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{
    front,
    page::{document, focused},
};

/// Where the focus goes in a panel: to what holds it by itself, or else to the first thing that takes it.
pub struct Stops {
    /// Finds what is a panel for as long as it is there, and comes before all others.
    pub first: &'static str,
    /// Finds the panels.
    pub panels: &'static str,
    /// Finds what has the tab stop of a grid or is the text of a pane; the first that is seen is meant.
    pub own: &'static str,
}

/// Finds what can take the focus.
const FOCUSABLE: &str = "button, input, select, textarea, [tabindex]:not([tabindex='-1'])";

/// Gives the next panel the focus, or the one before; behind the last comes the first. A panel in which nothing takes it is
/// passed.
pub fn step(stops: &Stops, is_back: bool) {
    let Ok(list) = document().query_selector_all(stops.panels) else { return };
    let panels: Vec<HtmlElement> = elements(list).filter(|panel| !is_put_away(panel)).collect();
    let count = panels.len();
    let now = focused();
    if let Ok(Some(first)) = document().query_selector(stops.first)
        && !now.as_ref().is_some_and(|now| first.contains(Some(now)))
        && let Ok(list) = first.query_selector_all(FOCUSABLE)
        && seen(list).first().is_some_and(|stop| stop.focus().is_ok())
    {
        return;
    }
    let at = now.and_then(|now| panels.iter().rposition(|panel| panel.contains(Some(&now))));
    for by in 0..count {
        let next = match (at, is_back) {
            (Some(at), false) => at + 1 + by,
            (Some(at), true) => at + 2 * count - 1 - by,
            (None, false) => by,
            (None, true) => count - 1 - by,
        };
        let panel = &panels[next % count];
        // Behind its tab.
        if !is_seen(panel) {
            front::bring(panel);
        }
        let inside =
            |selector: &str| panel.query_selector_all(selector).ok().and_then(|list| seen(list).into_iter().next());
        let stop = inside(stops.own).or_else(|| inside(FOCUSABLE));
        if stop.is_some_and(|stop| stop.focus().is_ok()) {
            return;
        }
    }
}

fn elements(list: web_sys::NodeList) -> impl Iterator<Item = HtmlElement> {
    (0..list.length()).filter_map(move |at| list.item(at)?.dyn_into::<HtmlElement>().ok())
}

/// Those that are seen.
fn seen(list: web_sys::NodeList) -> Vec<HtmlElement> {
    elements(list).filter(|element| is_seen(element)).collect()
}

/// Whether it is not there for now, nor behind a tab.
fn is_put_away(element: &Element) -> bool {
    element.closest("[hidden]").is_ok_and(|found| found.is_some())
}

fn is_seen(element: &Element) -> bool {
    let bounds = element.get_bounding_client_rect();
    0.0 < bounds.width() && 0.0 < bounds.height() && !element.matches(":disabled").unwrap_or(false)
}
