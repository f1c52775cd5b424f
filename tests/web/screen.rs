//! What a person finds on the page, and does there.

use leptos::prelude::*;
use presence_profile_core::{
    editor::{analysis::Analysis, readings::Reader},
    source::text::Part,
};
use presence_profile_editor::app::{
    App,
    start::{Channel, Line, Start, Storage},
};
use wasm_bindgen::{JsCast, prelude::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement, KeyboardEvent, KeyboardEventInit};

/// The page with the app on it; the app goes with it.
pub struct Screen {
    root: HtmlElement,
    _mounted: leptos::mount::UnmountHandle<<AppView as leptos::tachys::view::Render>::State>,
}

type AppView = AnyView;

impl Screen {
    /// Opens the app on the guide's example.
    pub async fn open() -> Screen {
        Screen::open_with(Analysis::after).await
    }

    /// Opens the app with another reader.
    pub async fn open_with(reader: Reader) -> Screen {
        let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&root).unwrap();
        let mounted = leptos::mount::mount_to(root.clone(), move || {
            // Nothing is kept: a test begins with the example.
            let start = Start::in_memory(Storage::Silent, Channel::open(), Line::default());
            view! { <App start reader /> }.into_any()
        });
        tick().await;
        Screen { root, _mounted: mounted }
    }

    fn find(&self, selector: &str) -> Element {
        self.root.query_selector(selector).unwrap().unwrap_or_else(|| panic!("nothing on the page is {selector}"))
    }

    fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length()).map(|index| found.item(index).unwrap().unchecked_into()).collect()
    }

    /// The cells of a row of the aggregated states, 1 to 15.
    pub fn row(&self, number: usize) -> Vec<String> {
        let row = &self.all("table[aria-label='Aggregated states'] tbody [role=row]")[number - 1];
        cells(row)
    }

    fn entry_row(&self, id: &str) -> Element {
        let rows = self.all("table[aria-label='Translations'] tbody [role=row]");
        rows.into_iter().find(|row| cells(row)[0] == id).unwrap_or_else(|| panic!("no entry {id}"))
    }

    /// The cells of an entry.
    pub fn entry(&self, id: &str) -> Vec<String> {
        cells(&self.entry_row(id))
    }

    /// One of the text areas.
    pub fn text(&self, part: Part) -> String {
        self.area(part).value()
    }

    fn area(&self, part: Part) -> HtmlTextAreaElement {
        let name = if part == Part::Xml { "agentStates XML" } else { "Options text" };
        self.find(&format!("textarea[aria-label='{name}']")).unchecked_into()
    }

    /// Puts another text into a text area, as a paste over everything does.
    pub async fn replace(&self, part: Part, text: &str) {
        let area = self.area(part);
        area.set_value(text);
        send(&area, "input");
        tick().await;
    }

    /// The same in a task of the browser's own: what is replaced there breaks the program.
    pub async fn replace_and_break(&self, part: Part, text: &str) {
        let (area, text) = (self.area(part), text.to_owned());
        later(move || {
            area.set_value(&text);
            send(&area, "input");
        });
        tick().await;
    }

    /// Types into the cell of an entry and takes it with Enter.
    pub async fn type_into(&self, id: &str, column: &str, text: &str) {
        let heads = self.all("table[aria-label='Translations'] [role=columnheader]");
        let column = heads.iter().position(|head| words(head).starts_with(column)).expect("the column exists");
        let cell = self.entry_row(id).query_selector(&format!("[data-column='{column}']")).unwrap().unwrap();
        cell.unchecked_ref::<HtmlElement>().focus().unwrap();
        let field: HtmlInputElement = cell.query_selector("input").unwrap().unwrap().unchecked_into();
        field.set_value(text);
        send(&field, "input");
        let enter = KeyboardEventInit::new();
        enter.set_key("Enter");
        enter.set_bubbles(true);
        enter.set_cancelable(true);
        let enter = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &enter).unwrap();
        field.dispatch_event(&enter).unwrap();
        tick().await;
    }

    /// Presses a button by its name.
    pub async fn press(&self, name: &str) {
        self.find(&format!("button[aria-label='{name}']")).unchecked_into::<HtmlElement>().click();
        tick().await;
    }

    /// The items of the list of problems.
    pub fn problems(&self) -> Vec<String> {
        self.all("section[aria-label='Problems'] li").iter().map(words).collect()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.root.remove();
    }
}

fn cells(row: &Element) -> Vec<String> {
    let found = row.query_selector_all("[data-column]").unwrap();
    (0..found.length()).map(|index| words(&found.item(index).unwrap().unchecked_into())).collect()
}

/// What an element says: its texts, a blank between two of them, blanks folded.
fn words(element: &Element) -> String {
    let mut found = Vec::new();
    collect(element, &mut found);
    found.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn collect(node: &web_sys::Node, found: &mut Vec<String>) {
    if node.node_type() == web_sys::Node::TEXT_NODE {
        found.extend(node.node_value());
    }
    let children = node.child_nodes();
    (0..children.length()).filter_map(|index| children.item(index)).for_each(|child| collect(&child, found));
}

fn send(target: &Element, event: &str) {
    let init = web_sys::EventInit::new();
    init.set_bubbles(true);
    let event = web_sys::Event::new_with_event_init_dict(event, &init).unwrap();
    target.dispatch_event(&event).unwrap();
}

/// Runs in a task of the browser's own.
pub fn later(run: impl FnOnce() + 'static) {
    let run = Closure::once_into_js(run);
    window().set_timeout_with_callback(run.unchecked_ref()).unwrap();
}

/// Waits until the page has taken what was set off.
pub async fn tick() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 20).unwrap();
    });
    JsFuture::from(promise).await.unwrap();
}

/// The texts of the page that is shown when the program breaks: the XML and the options.
pub fn rescued() -> [String; 2] {
    ["agentStates XML", "Options text"].map(|name| {
        let area = document().query_selector(&format!(".crash textarea[aria-label='{name}']")).unwrap().unwrap();
        area.unchecked_into::<HtmlTextAreaElement>().value()
    })
}
