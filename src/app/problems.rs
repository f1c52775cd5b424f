//! Problems: what the laws say of the two texts, where, and what can be done about it.

mod explained;
mod going;
mod item;
mod previewed;

use leptos::prelude::*;

use self::{explained::Explained, item::Item, previewed::Previewed};
pub use self::{
    going::{open_fixes, step},
    item::phrase,
};
use super::{gate::Gate, menu::Menu, session::Session, shape};
use presence_profile_core::{
    editor::{
        fixing::{self, Wanted},
        problems::{self, Counts},
    },
    rules::diagnostic::Severity,
};

/// So many problems are listed at first, and more at a time when they are asked for; the sheet says the same.
const MOST: usize = 40;

/// What the panel shows and has open.
#[derive(Clone, Copy)]
pub struct ProblemList {
    filter: RwSignal<Filter>,
    /// Position of the problem that was gone to last, among the open ones.
    current: RwSignal<Option<usize>>,
    wanted: RwSignal<Option<Wanted>>,
    previews: RwSignal<bool>,
    code: RwSignal<Option<&'static str>>,
    explains: RwSignal<bool>,
    menu: Menu,
    /// What opened the menu, which takes the focus back.
    opener: StoredValue<Option<web_sys::Element>, LocalStorage>,
    /// How many are listed at once.
    most: RwSignal<usize>,
}

/// Which problems are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Filter {
    All,
    Only(Severity),
    SetAside,
}

impl ProblemList {
    /// All problems, none of them current.
    pub fn new() -> ProblemList {
        ProblemList {
            filter: RwSignal::new(Filter::All),
            current: RwSignal::new(None),
            wanted: RwSignal::new(None),
            previews: RwSignal::new(false),
            code: RwSignal::new(None),
            explains: RwSignal::new(false),
            menu: Menu::new(),
            opener: StoredValue::new_local(None),
            most: RwSignal::new(MOST),
        }
    }

    /// Shows what fixes would do.
    fn preview(self, wanted: Wanted) {
        self.wanted.set(Some(wanted));
        self.previews.set(true);
    }

    /// Shows why a law is one.
    fn explain(self, code: &'static str) {
        self.code.set(Some(code));
        self.explains.set(true);
    }

    /// What is listed: all, where nothing is set aside any more.
    fn filter_of(self, session: Session) -> Filter {
        let is_empty = || session.analysis.with(|read| read.0.set_aside.is_empty());
        match self.filter.get() {
            Filter::SetAside if is_empty() => Filter::All,
            filter => filter,
        }
    }

    /// The one of the page a component is on.
    pub fn current() -> ProblemList {
        use_context::<ProblemList>().expect("the page provides its list of problems")
    }
}

/// The panel.
#[component]
pub fn Problems() -> impl IntoView {
    let session = Session::current();
    let panel = ProblemList::current();
    let filter = Gate::new(move || panel.filter_of(session));
    let shown = Gate::new(move || {
        session.analysis.with(|read| match filter.get() {
            Filter::SetAside => (0..read.0.set_aside.len()).collect::<Vec<_>>(),
            filter => {
                let groups = problems::by_severity(&read.0.problems).into_iter();
                let groups =
                    groups.filter(|(severity, _)| matches!(filter, Filter::All) || filter == Filter::Only(*severity));
                groups.flat_map(|(_, own)| own).collect()
            }
        })
    });
    let listed =
        Memo::new(move |_| shown.with(|shown| shown.iter().copied().take(panel.most.get()).collect::<Vec<_>>()));
    let rest = Memo::new(move |_| shown.with(Vec::len) - listed.with(Vec::len));
    let is_aside = Memo::new(move |_| filter.get() == Filter::SetAside);
    // The same positions are other problems in the other list.
    let items = Memo::new(move |_| {
        let is_aside = is_aside.get();
        listed.with(|listed| listed.iter().map(|index| (is_aside, *index)).collect::<Vec<_>>())
    });
    let contents = Gate::new(move || items.with(|items| item::contents(session, items)));
    let safe = Gate::new(move || session.analysis.with(|read| fixing::count(&read.0, Wanted::Safe)));
    let has_some = move || shown.with(|shown| !shown.is_empty());
    let has_aside = Gate::new(move || session.analysis.with(|read| !read.0.set_aside.is_empty()));
    let none = move || match filter.get() {
        Filter::All if has_aside.get() => "No open problems.",
        Filter::All => "No problems: both texts keep all laws.",
        _ => "None.",
    };
    view! {
        <section class="panel problems" class:problems--some=has_some aria-label="Problems" tabindex="-1">
            <header class="panel__head">
                <h2 class="panel__title">"Problems"</h2>
                <Counts />
                <span class="panel__actions">
                    {move || (0 < safe.get()).then(|| view! {
                        <button class="button button--bare button--act" type="button" aria-haspopup="dialog"
                            on:click=move |_| panel.preview(Wanted::Safe)>
                            {if safe.get() == 1 { "Apply 1 safe fix".to_owned() } else { format!("Apply {} safe fixes", safe.get()) }}
                        </button>
                    })}
                </span>
            </header>
            <p class="problems__none" hidden=has_some>{none}</p>
            <div class="problems__list" hidden=move || !has_some()>
                <ol>
                    <For each=move || items.get() key=|item| *item let:key>
                        <Item key contents />
                    </For>
                </ol>
                {move || (0 < rest.get()).then(|| view! {
                    <button class="button button--bare button--act problems__rest" type="button"
                        on:click=move |_| panel.most.update(|most| *most += MOST)>
                        {format!("List {} more", rest.get().min(MOST))}
                    </button>
                })}
            </div>
            <super::menu::Popup menu=panel.menu back=move || going::back(panel) />
            <Previewed is_open=panel.previews wanted=panel.wanted />
            <Explained is_open=panel.explains code=panel.code />
        </section>
    }
}

/// How many there are of each severity; each is a switch that lists only these.
#[component]
fn Counts() -> impl IntoView {
    let session = Session::current();
    let panel = ProblemList::current();
    let chosen = Gate::new(move || panel.filter_of(session));
    let counts =
        Gate::new(move || session.analysis.with(|read| (read.0.counts(), Counts::of(&read.0.set_aside).all())));
    let switch = move |filter: Filter, count: usize, words: String, sign: AnyView| {
        // A filter stays while it is on, though its last problem has gone.
        let is_on = move || chosen.get() == filter;
        (0 < count || is_on()).then(|| {
            view! {
                <button class="counts__item" type="button" aria-pressed=move || is_on().to_string() title="List only these; F8 goes to the next problem"
                    on:click=move |_| panel.filter.set(if is_on() { Filter::All } else { filter })>{sign}{words}</button>
            }
        })
    };
    move || {
        let (counts, aside) = counts.get();
        let of = |severity: Severity| {
            let count = counts.count(severity);
            let words = format!("{count} {}{}", severity.name(), if count == 1 { "" } else { "s" });
            switch(Filter::Only(severity), count, words, shape::severity(severity, 14).into_any())
        };
        let words = format!("{aside} set aside");
        view! {
            <span class="counts" role="group" aria-label="Show only">
                {of(Severity::Error)}{of(Severity::Warning)}{of(Severity::Note)}
                {switch(Filter::SetAside, aside, words, ().into_any())}
            </span>
        }
    }
}
