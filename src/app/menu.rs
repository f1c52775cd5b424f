//! A short list of things to do with a cell.

use std::sync::Arc;

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{session::Session, shape};
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
    icon: Option<&'static str>,
    /// Why it cannot be done now.
    refusal: Option<String>,
    /// What can be done instead of it: it is one thing in several ways then.
    ways: Vec<MenuItem>,
    run: Arc<dyn Fn() + Send + Sync>,
}

impl MenuItem {
    /// What it says, and what it does.
    pub fn new(words: String, run: impl Fn() + Send + Sync + 'static) -> MenuItem {
        MenuItem {
            words,
            facts: String::new(),
            is_off: false,
            begins: false,
            icon: None,
            refusal: None,
            ways: Vec::new(),
            run: Arc::new(run),
        }
    }

    /// One thing that is done in several ways, each a sign beside its words.
    pub fn of_ways(words: &str, ways: Vec<MenuItem>) -> MenuItem {
        MenuItem { ways, ..MenuItem::new(words.to_owned(), || ()) }
    }

    /// With its keys, or what follows from it, at the end of its line.
    pub fn with_facts(self, facts: impl Into<String>) -> MenuItem {
        MenuItem { facts: facts.into(), ..self }
    }

    /// It cannot be done now, or not from here.
    pub fn off(self, is_off: bool) -> MenuItem {
        MenuItem { is_off, ..self }
    }

    /// It begins another kind of things to do.
    pub fn apart(self) -> MenuItem {
        MenuItem { begins: true, ..self }
    }

    /// With a sign.
    pub fn with_icon(self, icon: &'static str) -> MenuItem {
        MenuItem { icon: Some(icon), ..self }
    }

    /// It cannot be done now, where there is a reason.
    pub fn unless(self, refusal: Option<impl Into<String>>) -> MenuItem {
        MenuItem { refusal: refusal.map(Into::into), ..self }
    }
}

#[derive(Clone)]
struct Open {
    items: Vec<MenuItem>,
    /// The revision the items were made on: with another one they may not fit any more.
    revision: u64,
    left: f64,
    top: f64,
    /// What it is to end before, if there is room in front of that.
    right: Option<f64>,
    /// The cell it hangs on.
    at: Option<(usize, usize)>,
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
        if let Some((left, top)) = floating::below(grid, row, column) {
            let (right, at) = (floating::panel_end(grid), Some((row, column)));
            self.open.set(Some(Open { items, revision: session.revision_untracked(), left, top, right, at }));
        }
    }

    /// Opens at a place in the window, in CSS pixels from its left and upper edge.
    pub fn open_at(self, session: Session, (left, top): (f64, f64), items: Vec<MenuItem>) {
        self.open.set(Some(Open { items, revision: session.revision_untracked(), left, top, right: None, at: None }));
    }

    /// Whether it hangs on a cell, now and whenever that changes.
    pub fn is_at(self, at: (usize, usize)) -> bool {
        self.open.with(|open| open.as_ref().is_some_and(|open| open.at == Some(at)))
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
                    let right = menu.open.with_untracked(|open| open.as_ref().and_then(|open| open.right));
                    floating::keep_in_window(&shown, right);
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
            "ArrowDown" | "ArrowRight" => 1,
            "ArrowUp" | "ArrowLeft" => -1,
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
            let items = open.items.into_iter().map(|item| match item.ways.is_empty() {
                true => one(session, item, close).into_any(),
                false => of_ways(session, item, close).into_any(),
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

fn one(session: Session, item: MenuItem, close: impl Fn() + Copy + 'static) -> impl IntoView {
    let MenuItem { words, facts, is_off, begins, icon, refusal, run, .. } = item;
    let is_off = is_off || refusal.is_some();
    let facts = refusal.clone().or_else(|| (!facts.is_empty()).then_some(facts));
    let description = facts.clone();
    view! {
        <button class="menu__item" class:menu__item--begins=begins type="button" role="menuitem" tabindex="-1"
            aria-description=description aria-disabled=is_off.then_some("true")
            on:click=move |_| { close(); do_or_say(session, refusal.as_deref(), &*run); }>
            {icon.map(shape::tool)}<span class="menu__words">{words}</span>{facts.map(|facts| view! { <span class="menu__facts" aria-hidden="true">{facts}</span> })}
        </button>
    }
}

fn of_ways(session: Session, item: MenuItem, close: impl Fn() + Copy + 'static) -> impl IntoView {
    let MenuItem { words, icon, ways, .. } = item;
    let ways = ways.into_iter().map(move |way| {
        let MenuItem { words, icon, refusal, run, .. } = way;
        let title = refusal.clone().unwrap_or_else(|| words.clone());
        let is_refused = refusal.is_some();
        view! {
            <button class="menu__way" type="button" role="menuitem" tabindex="-1" aria-label=words title=title aria-disabled=is_refused.then_some("true")
                on:click=move |_| { close(); do_or_say(session, refusal.as_deref(), &*run); }>{icon.map(shape::tool)}</button>
        }
    });
    view! {
        <div class="menu__ways" role="none">{icon.map(shape::tool)}<span class="menu__words">{words}</span>{ways.collect::<Vec<_>>()}</div>
    }
}

fn do_or_say(session: Session, refusal: Option<&str>, run: &(dyn Fn() + Send + Sync)) {
    match refusal {
        Some(refusal) => session.notice.set(format!("Not now: {refusal}")),
        None => run(),
    }
}

/// Moves the focus in the menu; step 0 is the first item.
fn focus(list: NodeRef<html::Div>, step: isize) {
    let Some(items) = list.get_untracked().and_then(|list| list.query_selector_all("[role=menuitem]").ok()) else {
        return;
    };
    let focused = page::focused();
    let is_focused = |at: &u32| items.item(*at).as_ref() == focused.as_ref().map(AsRef::as_ref);
    let current = (0..items.length()).find(is_focused);
    let next = current.map_or(0, |current| (current as isize + step).rem_euclid(items.length() as isize));
    if let Some(item) = items.item(next as u32).and_then(|item| item.dyn_into::<HtmlElement>().ok()) {
        // An item that just left the page refuses; the menu is closing then.
        let _ = item.focus();
    }
}
