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

/// Shows the texts when the program panics.
pub fn install() {
    panic::set_hook(Box::new(|report| {
        let already = BROKEN.with(|broken| broken.replace(true));
        web_sys::console::error_1(&report.to_string().into());
        if already {
            return;
        }
        let (options, xml) = TEXTS.with(|texts| texts.borrow().clone());
        // Nothing can be done about a page that does not even take elements.
        let _ = show(&options, &xml, &report.to_string());
    }));
}

fn show(options: &str, xml: &str, report: &str) -> Result<(), JsValue> {
    let page = element("main", "crash")?;
    page.set_attribute("aria-label", "Your texts")?;
    heading(&page, "The editor has stopped. Your texts are here.")?;
    paragraph(&page, "Save both, then reload the page. Nothing you typed is lost.")?;
    text(&page, "Options text", "options.txt", options)?;
    text(&page, "agentStates XML", "agentStates.xml", xml)?;
    paragraph(&page, report)?;
    // The dialogs and the panels of the broken program go; their listeners would only break again.
    let body = body();
    body.set_inner_text("");
    body.append_child(&page)?;
    Ok(())
}

fn element(name: &str, class: &str) -> Result<Element, JsValue> {
    let element = document().create_element(name)?;
    element.set_class_name(class);
    Ok(element)
}

fn heading(page: &Element, words: &str) -> Result<(), JsValue> {
    let heading = element("h1", "crash__title")?;
    heading.set_text_content(Some(words));
    page.append_child(&heading).map(drop)
}

fn paragraph(page: &Element, words: &str) -> Result<(), JsValue> {
    let paragraph = element("p", "crash__words")?;
    paragraph.set_text_content(Some(words));
    page.append_child(&paragraph).map(drop)
}

fn text(page: &Element, label: &str, file: &'static str, text: &str) -> Result<(), JsValue> {
    let area: HtmlTextAreaElement = element("textarea", "crash__text")?.unchecked_into();
    area.set_attribute("aria-label", label)?;
    area.set_read_only(true);
    area.set_value(text);
    let button = element("button", "button")?;
    button.set_text_content(Some(&format!("Download {file}")));
    let bytes = text.as_bytes().to_vec();
    let save = Closure::<dyn Fn()>::new(move || {
        files::save(file, "text/plain", &bytes);
    });
    button.add_event_listener_with_callback("click", save.as_ref().unchecked_ref())?;
    // The page ends with this button; so may the listener.
    save.forget();
    page.append_child(&area)?;
    page.append_child(&button).map(drop)
}
