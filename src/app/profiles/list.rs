//! The profiles, each with its mode, its problems and what names it, and the field that looks for one.

use leptos::prelude::*;

use super::{
    super::{gate::Gate, session::others::Judged, shape},
    naming::NameField,
    picker::Picker,
};
use presence_profile_core::{
    editor::{
        assignment::{Assignment, ProfileUse},
        place::ProfileId,
    },
    rules::diagnostic::Severity,
};

/// What the line of a profile says.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    judged: Judged,
    used: ProfileUse,
}

/// The field and the list.
#[component]
pub fn List(picker: Picker) -> impl IntoView {
    let session = picker.session;
    let count = Gate::new(move || session.workspace(|workspace| workspace.profiles.len()));
    let total = move || match (picker.listed.with(Vec::len), count.get()) {
        (_, 1) => "1 profile".to_owned(),
        (listed, count) if listed < count => format!("{listed} of {count} profiles"),
        (_, count) => format!("{count} profiles"),
    };
    let uses = Memo::new(move |_| {
        session.workspace(|workspace| session.modes.with(|modes| Assignment::of(workspace, modes).profiles))
    });
    let is_empty = Memo::new(move |_| picker.listed.with(Vec::is_empty));
    let active = move || picker.at.get().map(row_id);
    view! {
        <div class="picker__find">
            {shape::tool("search")}
            <input class="field" id="profiles-find" type="text" data-asks role="combobox" aria-label="Find a profile" aria-expanded="true" aria-autocomplete="list"
                aria-controls="profiles-list" aria-activedescendant=active placeholder="Find a profile" autocomplete="off" spellcheck="false"
                data-own-undo=move || picker.wanted.with(|wanted| !wanted.is_empty()).then_some("") prop:value=move || picker.wanted.get() on:input=move |event| picker.look_for(event_target_value(&event)) />
            <span class="picker__total">{total}</span>
        </div>
        <div class="picker__heads" aria-hidden="true">
            <span></span><span>"VoIP Service DN"</span><span>"Mode"</span>{head(Severity::Error, "Errors")}{head(Severity::Warning, "Warnings")}{head(Severity::Note, "Notes")}<span class="picker__named">"Named by"</span>
        </div>
        <ul class="picker__list" role="listbox" id="profiles-list" aria-label="Profiles">
            <For each=move || picker.listed.get() key=|profile| *profile let:profile><Row picker profile uses /></For>
        </ul>
        <p class="picker__none" hidden=move || !is_empty.get()>"No profile of this name"</p>
    }
}

/// The head of a count: its shape alone where there is no room for the word.
fn head(severity: Severity, words: &'static str) -> impl IntoView {
    view! { <span><span class="picker__shape">{shape::severity(severity, 14)}</span><span class="picker__word">{words}</span></span> }
}

fn row_id(profile: ProfileId) -> String {
    format!("profile-{}", profile.number())
}

#[component]
fn Row(picker: Picker, profile: ProfileId, uses: Memo<Vec<ProfileUse>>) -> impl IntoView {
    let session = picker.session;
    let line = Gate::new(move || {
        let used = uses.with(|uses| uses.iter().find(|used| used.id == profile).cloned())?;
        Some(Line { judged: session.judged(profile), used })
    });
    let is_open = Memo::new(move |_| session.looked_at() == profile);
    let is_marked = Memo::new(move |_| picker.at.get() == Some(profile));
    let is_named = Memo::new(move |_| picker.naming.get() == Some(profile));
    view! {
        <li class="picker__row" class:picker__row--open=move || is_open.get() role="option" id=row_id(profile)
            aria-selected=move || is_marked.get().to_string() aria-current=move || is_open.get().then_some("true")
            on:click=move |_| if !is_named.get_untracked() { picker.take_profile(profile) }>
            <span class="picker__tick">{move || is_open.get().then(|| view! { {shape::tool("check")}<span class="visually-hidden">"open"</span> })}</span>
            {move || match is_named.get() {
                true => view! { <NameField picker profile /> }.into_any(),
                false => view! { <span class="picker__name">{move || line.with(|line| line.as_ref().map(|line| line.used.name.clone()))}</span> }.into_any(),
            }}
            <span class="picker__mode">{move || line.with(|line| line.as_ref().map(|line| line.used.mode.unwrap_or_default().name()))}</span>
            {move || line.with(|line| line.as_ref().map(|line| counts(line.judged)))}
            {move || line.with(|line| line.as_ref().map(|line| named(&line.used)))}
        </li>
    }
}

fn counts(judged: Judged) -> AnyView {
    let counts = match judged {
        Judged::Waiting => return view! { <span class="picker__clean" title="Not judged yet">"…"</span> }.into_any(),
        Judged::Known(counts) if counts.all() == 0 => {
            return view! { <span class="picker__clean">"no problems"</span> }.into_any();
        }
        Judged::Known(counts) => counts,
    };
    let cell = move |severity: Severity| {
        let count = counts.count(severity);
        let words = format!(" {}{}", severity.name(), if count == 1 { "" } else { "s" });
        view! {
            <span class="picker__count">
                {(0 < count).then(|| view! { {shape::severity(severity, 14)}{count}<span class="visually-hidden">{words}</span> })}
            </span>
        }
    };
    view! { {cell(Severity::Error)}{cell(Severity::Warning)}{cell(Severity::Note)} }.into_any()
}

fn named(used: &ProfileUse) -> impl IntoView + use<> {
    let sign = match (used.by_application, used.extensions) {
        (true, _) => Some(shape::tool("server")),
        (false, 0) => None,
        (false, _) => Some(shape::tool("handset")),
    };
    view! {
        <span class="picker__named" class:picker__named--application=used.by_application>
            <span class="picker__sign">{sign}</span><span class="picker__names">{used.named_by()}</span>
        </span>
    }
}
