//! Add language: by number, tag or name, several at once.

use leptos::{ev, prelude::*};

use super::{dialog::Dialog, language, session::Session, shape};
use crate::browser::{cells, dialogs, intl, scrolling};
use presence_profile_core::{
    editor::command::Command,
    mapping::lcid::{self, Lcid},
};

/// Names in the languages themselves are asked of the browser for no more lines than this.
const MOST_OWN_NAMES: usize = 60;

/// The dialog.
#[component]
pub fn AddLanguage(
    is_open: RwSignal<bool>,
    /// Runs with the first language that was added.
    added: impl Fn(Lcid) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let count = lcid::all().count();
    view! {
        <Dialog is_open title="Add language" facts=format!("{count} languages") class="dialog--languages">
            <Contents is_open added />
        </Dialog>
    }
}

#[component]
fn Contents(is_open: RwSignal<bool>, added: impl Fn(Lcid) + Copy + Send + Sync + 'static) -> impl IntoView {
    let session = Session::current();
    let query = RwSignal::new(String::new());
    let chosen = RwSignal::new(Vec::<Lcid>::new());
    let active = RwSignal::new(0_usize);
    // What comes to lie under a pointer that rests is not pointed at.
    let is_still = RwSignal::new(true);
    let is_list = move || query.with(|query| query.contains([',', ';', '\n']) || 1 < lcid::parse_list(query).len());
    // Several at once: what each of them means. One: everything it may mean.
    let named = Memo::new(move |_| {
        query.with(|query| {
            if !is_list() {
                return Vec::new();
            }
            let found = lcid::parse_list(query).into_iter();
            found
                .map(|found| (found.written.to_owned(), found.language.map(|language| Lcid::new(language.lcid))))
                .collect::<Vec<_>>()
        })
    });
    let found = Memo::new(move |_| {
        if is_list() {
            return named.with(|named| named.iter().filter_map(|(_, lcid)| *lcid).collect());
        }
        query.with(|query| lcid::search(query).into_iter().map(|language| Lcid::new(language.lcid)).collect::<Vec<_>>())
    });
    let unknown = move || {
        named.with(|named| {
            let names: Vec<&str> =
                named.iter().filter(|(_, lcid)| lcid.is_none()).map(|(written, _)| written.as_str()).collect();
            names.join(", ")
        })
    };
    let is_shown = move |lcid: Lcid| session.analysis.with_untracked(|read| read.0.languages.contains(&lcid));
    let toggle = move |lcid: Lcid| {
        chosen.update(|chosen| match chosen.iter().position(|own| *own == lcid) {
            Some(position) => drop(chosen.remove(position)),
            None => chosen.push(lcid),
        });
    };
    // What Enter adds: what was chosen, and what the field says.
    let wanted = move || {
        let mut wanted = chosen.get();
        let typed = match query.with(|query| query.trim().is_empty()) {
            true => Vec::new(),
            false if is_list() => found.get(),
            false => found.get().get(active.get()).copied().into_iter().collect(),
        };
        for lcid in typed {
            if !wanted.contains(&lcid) && !is_shown(lcid) {
                wanted.push(lcid);
            }
        }
        wanted
    };
    let add = move || {
        let wanted = untrack(wanted);
        if !wanted.is_empty() {
            let first = wanted[0];
            let is_added = session.dispatch(Command::AddLanguages(wanted));
            dialogs::close();
            is_open.set(false);
            if is_added {
                let unknown = untrack(unknown);
                if !unknown.is_empty() {
                    session.notice.update(|notice| notice.push_str(&format!("; not a language: {unknown}")));
                }
                added(first);
            }
        }
    };
    // What the field says, if that is one language; else the first that can be added: the others have a column already.
    let is_exact =
        move || query.with(|query| lcid::parse_list(query).first().is_some_and(|found| found.language.is_some()));
    let first = move || match untrack(is_exact) {
        true => 0,
        false => found.with_untracked(|found| found.iter().position(|lcid| !is_shown(*lcid)).unwrap_or_default()),
    };
    let has_column = move || {
        let marked = found.with(|found| found.get(active.get()).copied());
        marked.filter(|lcid| !is_list() && is_shown(*lcid) && query.with(|query| !query.trim().is_empty()))
    };
    // Of several, each that would be added is marked.
    let is_marked = move |index: usize, lcid: Lcid| match is_list() {
        true => !is_shown(lcid),
        false => active.get() == index,
    };
    let on_key = move |event: ev::KeyboardEvent| {
        if event.is_composing() || event.key_code() == 229 {
            return;
        }
        let last = found.with_untracked(Vec::len).saturating_sub(1);
        match event.key().as_str() {
            "ArrowDown" => active.update(|active| *active = (*active + 1).min(last)),
            "ArrowUp" => active.update(|active| *active = active.saturating_sub(1)),
            "Enter" => add(),
            _ => return,
        }
        event.prevent_default();
        cells::after_rendering(|| scrolling::reveal(".languages__item--active"));
    };
    let chips = move || {
        let chip = |lcid: Lcid| {
            view! {
                <span class="languages__chip">{language::name(lcid)}" "{lcid.number()}
                    <button class="button button--bare button--icon languages__remove" type="button"
                        aria-label=format!("Leave out {}", language::name(lcid)) on:click=move |_| toggle(lcid)>{shape::symbol("remove", 12)}</button>
                </span>
            }
        };
        chosen.get().into_iter().map(chip).collect::<Vec<_>>()
    };
    let items = move || {
        let found = found.get();
        let with_own_names = found.len() <= MOST_OWN_NAMES;
        let item = |(index, lcid): (usize, Lcid)| {
            let is_taken = is_shown(lcid);
            let own = lcid.tag().filter(|_| with_own_names).and_then(intl::own_name);
            let (tag, direction) = language::attributes(lcid).unzip();
            view! {
                <div class="languages__item" class:languages__item--active=move || is_marked(index, lcid) role="option" id=format!("language-{index}")
                    aria-selected=move || chosen.with(|chosen| chosen.contains(&lcid)).to_string() aria-disabled=is_taken.then_some("true")
                    title=is_taken.then_some("This language has a column") on:click=move |_| if !is_taken { toggle(lcid) }>
                    <span class="languages__check">{shape::tool("check")}</span>
                    <span class="languages__name">{language::name(lcid)}</span>
                    <span class="languages__own" lang=tag dir=direction>{own}</span>
                    <span class="languages__facts">{language::facts(lcid)}</span>
                </div>
            }
        };
        found.into_iter().enumerate().map(item).collect::<Vec<_>>()
    };
    let words = move || match wanted().as_slice() {
        [] => "Add".to_owned(),
        [one] => format!("Add {}", language::name(*one)),
        several => format!("Add {} languages", several.len()),
    };
    view! {
        <div class="dialog__body languages">
            <div class="languages__search">
                <input class="field" role="combobox" aria-label="Language" aria-expanded="true" aria-controls="languages-found" aria-autocomplete="list"
                    aria-activedescendant=move || format!("language-{}", active.get()) placeholder="1031, de-DE or German" autofocus
                    autocomplete="off" spellcheck="false" prop:value=move || query.get()
                    on:input=move |event| { query.set(event_target_value(&event)); active.set(first()); is_still.set(true) } on:keydown=on_key />
                <p class="languages__hint">"By number, tag or name, several at once: "<code>"1031, pl-PL, Hebrew"</code></p>
            </div>
            <div class="languages__chosen">{chips}</div>
            <div class="languages__list" class:languages__list--still=move || is_still.get() on:mousemove=move |_| is_still.set(false) role="listbox" id="languages-found" aria-label="Languages" aria-multiselectable="true" tabindex="-1">{items}</div>
            {move || found.with(Vec::is_empty).then(|| view! { <p class="languages__none">"No language of this number, tag or name"</p> })}
        </div>
        <footer class="dialog__foot">
            <span class="dialog__sum">{move || match unknown() {
                unknown if !unknown.is_empty() => format!("Not a language: {unknown}"),
                _ => match has_column() {
                    Some(lcid) => format!("{} has a column already", language::name(lcid)),
                    None if is_list() => of_several(&found.get(), is_shown),
                    None => "A column is shown at once; the file changes with its first text".to_owned(),
                },
            }}</span>
            <button class="button" type="button" on:click=move |_| is_open.set(false)>"Cancel"</button>
            <button class="button button--primary" type="button" aria-disabled=move || wanted().is_empty().to_string() on:click=move |_| add()>{words}</button>
        </footer>
    }
}

/// What is said of several: which of them have a column already.
fn of_several(found: &[Lcid], is_shown: impl Fn(Lcid) -> bool) -> String {
    let shown: Vec<String> = found.iter().filter(|lcid| is_shown(**lcid)).map(|lcid| language::name(*lcid)).collect();
    match shown.as_slice() {
        [] => "Their columns are shown at once; the file changes with the first text".to_owned(),
        all if all.len() == found.len() => "They have a column already".to_owned(),
        [one] => format!("{one} has a column already"),
        several => format!("{} of them have a column already", several.len()),
    }
}
