//! When the program breaks: all texts on a plain page, so that nothing is lost.

use std::{cell::RefCell, panic, sync::Arc};

use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{Element, HtmlTextAreaElement};

use super::{
    files,
    page::{self, body, document},
    start_guard,
};

thread_local! {
    // A copy outside the reactive graph, which may be locked when the program breaks.
    static TEXTS: RefCell<Vec<Texts>> = const { RefCell::new(Vec::new()) };
    static BROKEN: RefCell<bool> = const { RefCell::new(false) };
}

/// Two texts that belong together.
#[derive(Debug, Clone)]
pub struct Texts {
    /// What they belong to.
    pub name: Arc<str>,
    /// The options text.
    pub options: Arc<str>,
    /// The XML file.
    pub xml: Arc<str>,
}

/// Keeps the texts as they are now, those that are worked on first.
pub fn remember(all: impl Iterator<Item = Texts>) {
    TEXTS.with(|texts| {
        let mut texts = texts.borrow_mut();
        texts.clear();
        texts.extend(all);
    });
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
        start_guard::break_off();
        let texts = TEXTS.with(|texts| texts.borrow().clone());
        let page = Page {
            title: "The editor has stopped. Your texts are here.",
            words: "Save all of them, then reload the page: what was kept in this browser is offered there. What a cell held \
                    that was still open is not in them."
                .to_owned(),
            choices: vec![Choice::new("Reload", page::reload)],
            cause: report.to_string(),
        };
        // Nothing can be done about a page that does not even take elements.
        let _ = show(program, &texts, page);
    }));
}

/// What the page of texts says above them.
pub struct Page {
    /// What happened.
    pub title: &'static str,
    /// What can be done.
    pub words: String,
    /// The ways out.
    pub choices: Vec<Choice>,
    /// The program's own words.
    pub cause: String,
}

/// A way out of the page of texts.
pub struct Choice {
    words: String,
    take: Box<dyn Fn()>,
}

impl Choice {
    /// A button and what it does.
    pub fn new(words: impl Into<String>, take: impl Fn() + 'static) -> Choice {
        Choice { words: words.into(), take: Box::new(take) }
    }
}

/// Shows texts on a plain page, in the place of what `program` finds.
pub fn offer(program: &str, texts: &[Texts], page: Page) {
    // A page that does not even take elements shows nothing.
    let _ = show(program, texts, page);
}

/// Takes the plain page away.
pub fn close() {
    if let Ok(Some(page)) = document().query_selector(".crash") {
        page.remove();
    }
}

fn show(program: &str, texts: &[Texts], said: Page) -> Result<(), JsValue> {
    let page = element("main", "crash", "")?;
    add(&page, &element("h1", "crash__title", said.title)?)?;
    add(&page, &element("p", "crash__text", &said.words)?)?;
    let choices = element("div", "crash__choices", "")?;
    for Choice { words, take } in said.choices {
        let button = element("button", "button", &words)?;
        let on_click = Closure::<dyn Fn()>::new(take);
        button.add_event_listener_with_callback("click", on_click.as_ref().unchecked_ref())?;
        // It lives as long as the page.
        on_click.forget();
        add(&choices, &button)?;
    }
    add(&page, &choices)?;
    for Texts { name, options, xml } in texts {
        // A single profile needs no telling apart.
        let of = if texts.len() == 1 { String::new() } else { format!("{name}: ") };
        let file = |file: &str| if texts.len() == 1 { file.to_owned() } else { format!("{name}-{file}") };
        add(&page, &text(&format!("{of}agentStates XML"), file("agentStates.xml"), "crash__area", xml)?)?;
        add(
            &page,
            &text(&format!("{of}Options text"), file("options.txt"), "crash__area crash__area--short", options)?,
        )?;
    }
    add(&page, &element("p", "crash__cause", &said.cause)?)?;
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

fn text(label: &str, file: String, class: &str, text: &str) -> Result<Element, JsValue> {
    let part = element("section", "crash__part", "")?;
    let head = element("div", "crash__head", "")?;
    let button = element("button", "button", &format!("Download {file}"))?;
    let bytes = text.as_bytes().to_vec();
    let save = Closure::<dyn Fn()>::new(move || {
        files::save(&file, "text/plain", &bytes);
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
