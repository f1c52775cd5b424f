//! A short list of things to do with a cell.

use std::sync::Arc;

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::session::Session;
use crate::browser::{cells, floating, page};

/// A thing to do.
#[derive(Clone)]
pub struct MenuItem {
    words: String,
    /// Its keys, or what follows from it.
    facts: String,
    is_off: bool,
    /// Whether it begins another kind of things to do.
    begins: bool,
    run: Arc<dyn Fn() + Send + Sync>,
}

impl MenuItem {
    /// What it says, and what it does.
    pub fn new(words: String, run: impl Fn() + Send + Sync + 'static) -> MenuItem {
        MenuItem { words, facts: String::new(), is_off: false, begins: false, run: Arc::new(run) }
    }

    /// With its keys, or what follows from it, at the end of its line.
    pub fn with_facts(self, facts: String) -> MenuItem {
        MenuItem { facts, ..self }
    }

    /// It cannot be done now, or not from here.
    pub fn off(self, is_off: bool) -> MenuItem {
        MenuItem { is_off, ..self }
    }

    /// It begins another kind of things to do.
    pub fn apart(self) -> MenuItem {
        MenuItem { begins: true, ..self }
    }
}

#[derive(Clone)]
struct Open {
    items: Vec<MenuItem>,
    /// The revision the items were made on: with another one they may not fit any more.
    revision: u64,
    left: f64,
    top: f64,
}

/// A menu, open or not.
#[derive(Clone, Copy)]
pub struct Menu {
    open: RwSignal<Option<Open>>,
    list: NodeRef<html::Div>,
}

impl Menu {
    /// A closed menu.
    pub fn new() -> Menu {
        Menu { open: RwSignal::new(None), list: NodeRef::new() }
    }

    /// Opens below a cell of a grid, by its row and column.
    pub fn open_at_cell(self, session: Session, grid: &str, (row, column): (usize, usize), items: Vec<MenuItem>) {
        if let Some(place) = floating::below(grid, row, column) {
            self.open_at(session, place, items);
        }
    }

    /// Opens at a place in the window, in CSS pixels from its left and upper edge.
    pub fn open_at(self, session: Session, (left, top): (f64, f64), items: Vec<MenuItem>) {
        self.open.set(Some(Open { items, revision: session.revision_untracked(), left, top }));
    }
}

/// Where the menu appears; `back` takes the focus when it closes.
#[component]
pub fn Popup(menu: Menu, back: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let list = menu.list;
    let session = Session::current();
    let is_stale = Memo::new(move |_| {
        let revision = session.revision();
        menu.open.with(|open| open.as_ref().is_some_and(|open| open.revision != revision))
    });
    Effect::new(move || {
        // It closes because something else changed; the focus may have been in it.
        if is_stale.get() {
            cells::after_rendering(move || {
                // The menu may have gone with its panel meanwhile.
                if !menu.open.is_disposed() && cells::focus_is_lost() {
                    back();
                }
            });
        }
    });
    Effect::new(move || {
        if menu.open.with(Option::is_some) {
            cells::after_rendering(move || {
                if let Some(shown) = list.try_get_untracked().flatten() {
                    floating::keep_in_window(&shown);
                    focus(list, 0);
                }
            });
        }
    });
    let close = move || {
        // The focus leaves first: an item that goes while it has the focus would still report that.
        back();
        menu.open.set(None);
    };
    let on_key = move |event: ev::KeyboardEvent| {
        if (event.ctrl_key() || event.meta_key()) && !["Control", "Meta"].contains(&event.key().as_str()) {
            // An undo, or another command of the page: it may change what the menu is about.
            close();
            return;
        }
        let step = match event.key().as_str() {
            "ArrowDown" => 1,
            "ArrowUp" => -1,
            "Escape" | "Tab" => {
                event.prevent_default();
                event.stop_propagation();
                close();
                return;
            }
            _ => return,
        };
        event.prevent_default();
        focus(list, step);
    };
    let on_blur = move |event: ev::FocusEvent| {
        let to = event.related_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        if !list.get_untracked().is_some_and(|list| to.is_some() && list.contains(to.as_ref())) {
            menu.open.set(None);
        }
    };
    move || {
        menu.open.get().filter(|_| !is_stale.get()).map(|open| {
            let items = open.items.into_iter().map(|item| {
                let run = item.run;
                let label = item.words.clone();
                let facts = (!item.facts.is_empty()).then_some(item.facts);
                let description = facts.clone();
                view! {
                    <button class="menu__item" class:menu__item--begins=item.begins type="button" role="menuitem" tabindex="-1"
                        aria-label=label aria-description=description
                        aria-disabled=item.is_off.then_some("true") on:click=move |_| { close(); run(); }>
                        {item.words}{facts.map(|facts| view! { <span class="menu__facts">{facts}</span> })}
                    </button>
                }
            });
            view! {
                <div class="menu" role="menu" aria-label="Menu" node_ref=list on:keydown=on_key on:focusout=on_blur
                    style:--x=page::pixels(open.left) style:--y=page::pixels(open.top)>
                    {items.collect::<Vec<_>>()}
                </div>
            }
        })
    }
}

/// Moves the focus in the menu; step 0 is the first item.
fn focus(list: NodeRef<html::Div>, step: isize) {
    let Some(list) = list.get_untracked() else { return };
    let children = list.children();
    let focused = page::focused();
    let current = (0..children.length()).position(|index| children.item(index) == focused);
    let count = children.length() as isize;
    let next = current.map_or(0, |current| (current as isize + step).rem_euclid(count.max(1)));
    if let Some(item) = children.item(next as u32).and_then(|item| item.dyn_into::<HtmlElement>().ok()) {
        // An item that just left the page refuses; the menu is closing then.
        let _ = item.focus();
    }
}
