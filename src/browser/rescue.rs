//! When the program breaks: both texts on a plain page, so that nothing is lost.

use std::{cell::RefCell, panic, sync::Arc};

use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{Element, HtmlTextAreaElement};

use super::{
    files,
    page::{body, document},
};

thread_local! {
    // A copy outside the reactive graph, which may be locked when the program breaks.
    static TEXTS: RefCell<(Arc<str>, Arc<str>)> = RefCell::new(("".into(), "".into()));
    static BROKEN: RefCell<bool> = const { RefCell::new(false) };
}

/// Keeps the texts as they are now.
pub fn remember(options: &Arc<str>, xml: &Arc<str>) {
    TEXTS.with(|texts| *texts.borrow_mut() = (options.clone(), xml.clone()));
}

/// Whether the page shows the texts instead of the program.
pub fn is_broken() -> bool {
    BROKEN.with(|broken| *broken.borrow())
}

/// Shows the texts when the program panics; `program` finds the program's own page.
pub fn install(program: &'static str) {
    panic::set_hook(Box::new(move |report| {
        let already = BROKEN.with(|broken| broken.replace(true));
        web_sys::console::error_1(&report.to_string().into());
        if already {
            return;
        }
        let (options, xml) = TEXTS.with(|texts| texts.borrow().clone());
        // Nothing can be done about a page that does not even take elements.
        let _ = show(program, &options, &xml, &report.to_string());
    }));
}

fn show(program: &str, options: &str, xml: &str, report: &str) -> Result<(), JsValue> {
    let page = element("main", "crash", "")?;
    add(&page, &element("h1", "crash__title", "The editor has stopped. Your texts are here.")?)?;
    add(
        &page,
        &element(
            "p",
            "crash__text",
            "Save both, then reload the page. What a cell held that was still open is not in them.",
        )?,
    )?;
    add(&page, &text("agentStates XML", "agentStates.xml", "crash__area", xml)?)?;
    add(&page, &text("Options text", "options.txt", "crash__area crash__area--short", options)?)?;
    add(&page, &element("p", "crash__cause", report)?)?;
    // The broken program's own page goes; its listeners would only break again.
    if let Some(broken) = document().query_selector(program)? {
        broken.remove();
    }
    body().append_child(&page).map(drop)
}

fn add(parent: &Element, child: &Element) -> Result<(), JsValue> {
    parent.append_child(child).map(drop)
}

fn element(name: &str, class: &str, words: &str) -> Result<Element, JsValue> {
    let element = document().create_element(name)?;
    element.set_class_name(class);
    element.set_text_content(Some(words));
    Ok(element)
}

fn text(label: &str, file: &'static str, class: &str, text: &str) -> Result<Element, JsValue> {
    let part = element("section", "crash__part", "")?;
    let head = element("div", "crash__head", "")?;
    let button = element("button", "button", &format!("Download {file}"))?;
    let bytes = text.as_bytes().to_vec();
    let save = Closure::<dyn Fn()>::new(move || {
        files::save(file, "text/plain", &bytes);
    });
    button.add_event_listener_with_callback("click", save.as_ref().unchecked_ref())?;
    // The page ends with this button; so may the listener.
    save.forget();
    let area: HtmlTextAreaElement = element("textarea", class, "")?.unchecked_into();
    area.set_attribute("aria-label", label)?;
    area.set_read_only(true);
    area.set_value(text);
    add(&head, &element("h2", "crash__name", label)?)?;
    add(&head, &button)?;
    add(&part, &head)?;
    add(&part, &area)?;
    Ok(part)
}
