//! What would change: every value that differs, old beside new, and what becomes of it.

use leptos::prelude::*;

use super::{Tried, runs};
use crate::app::{language, session::Session, shape};
use presence_profile_core::{
    editor::incoming::{
        difference::{Address, Choice},
        dry_run::{DryRun, Head, Line, Section},
        excerpt::{Fate, Run},
        importing::Both,
        word_difference,
    },
    mapping::availability::Class,
    source::phrase::counted,
};

/// So many lines are shown at once.
const MOST_LINES: usize = 400;

/// The table of values.
#[component]
pub fn Changes(tried: Memo<Tried>) -> impl IntoView {
    let session = Session::current();
    let shown = RwSignal::new(MOST_LINES);
    let sections =
        Memo::new(move |_| tried.with(|tried| tried.0.as_ref().map(|run| run.sections.clone()).unwrap_or_default()));
    let with = move |read: fn(&DryRun) -> String| {
        move || tried.with(|tried| tried.0.as_ref().map(|run| read(run)).unwrap_or_default())
    };
    let differ = with(|run| match (run.differences.all.len(), run.came) {
        _ if !run.form.is_empty() && run.differences.all.is_empty() => "no value differs".to_owned(),
        (_, 0) => "nothing came in that is read".to_owned(),
        (0, _) => "the profile says all of it already".to_owned(),
        (1, 1) => "1 value differs".to_owned(),
        (differ, came) => format!("{differ} of {came} values {}", if differ == 1 { "differs" } else { "differ" }),
    });
    let both = move |own: Both, words: &'static str| {
        let is_own =
            move || session.importing.state.with(|state| state.as_ref().is_some_and(|state| state.both == own));
        view! {
            <label class="segments__item">
                <input class="segments__input" type="radio" name="import-both" prop:checked=is_own
                    on:change=move |_| session.say_of_import(|importing, _| importing.choose_all(own)) />
                <span class="segments__word">{words}</span>
            </label>
        }
    };
    let count = move || sections.with(|sections| sections.iter().map(|section| section.lines.len()).sum::<usize>());
    view! {
        <section class="import__changes" aria-label="What would change">
            <header class="changes__top">
                <h3 class="changes__title">"What would change"</h3>
                <span class="changes__facts">{differ}</span>
                <span class="changes__both">
                    <span class="import__label" id="import-both">"Where both have a value"</span>
                    <span class="segments" role="radiogroup" aria-labelledby="import-both">
                        {both(Both::KeepAll, "Keep all")}
                        {both(Both::Choose, "Choose")}
                        {both(Both::TakeAll, "Take all")}
                    </span>
                </span>
            </header>
            <div class="changes__body" tabindex="0" role="region" aria-label="Values">
                <div class="changes__heads" aria-hidden="true"><span>"Where"</span><span>"Now"</span><span>"Imported"</span><span></span></div>
                {move || {
                    let mut left = shown.get();
                    sections.with(|sections| sections.iter().map_while(|section| {
                        if left == 0 {
                            return None;
                        }
                        let lines = section.lines.len().min(left);
                        left -= lines;
                        Some(print(session, section, lines, tried))
                    }).collect_view())
                }}
                <Show when=move || shown.get() < count()>
                    <p class="changes__more">
                        {move || format!("{} more are taken or kept as chosen above. ", counted(count() - shown.get(), "value", "values"))}
                        <button class="link" type="button" on:click=move |_| shown.update(|shown| *shown += MOST_LINES)>{format!("Show {MOST_LINES} more")}</button>
                    </p>
                </Show>
                {rest("Written otherwise", with(|run| run.form.clone()))}
                {rest("Not mentioned", with(|run| run.not_mentioned.clone()))}
            </div>
        </section>
    }
}

/// Something about the whole, below all values, where there is something to say.
fn rest(what: &'static str, words: impl Fn() -> String + Send + Sync + 'static) -> impl IntoView {
    move || {
        let words = words();
        (!words.is_empty()).then(|| view! { <p class="changes__rest"><b>{what}</b>" "{words}</p> })
    }
}

fn print(session: Session, section: &Section, lines: usize, tried: Memo<Tried>) -> impl IntoView + use<> {
    let class =
        if let Head::Entry { class, .. } = &section.head { Some(class.map_or("missing", shape::key)) } else { None };
    let is_whole = lines == section.lines.len();
    let printed = section.lines[..lines].iter().enumerate().map(|(at, own)| {
        let is_further = 0 < at && section.lines[at - 1].address == own.address;
        line(session, own, is_further, tried)
    });
    view! {
        <section class="changes__section" data-class=class>
            {head(&section.head)}
            {printed.collect_view()}
            {(is_whole && !section.same.is_empty()).then(|| view! { <p class="changes__same">{section.same.clone()}</p> })}
        </section>
    }
}

fn head(head: &Head) -> AnyView {
    match head {
        Head::Rows => view! { <h4 class="changes__head">"Aggregated states"</h4> }.into_any(),
        Head::Options => view! { <h4 class="changes__head">"Options"</h4> }.into_any(),
        Head::Entry { id, availability, class, is_new } => {
            let word = class.map_or(String::new(), |class| class.word().to_owned());
            view! {
                <h4 class="changes__head">
                    {presence(*class)}<code class="changes__id">{id.clone()}</code>
                    <span class="changes__class">{format!("{availability} {word}")}</span>
                    {is_new.then(|| view! { <span class="changes__new">"new entry"</span> })}
                </h4>
            }
            .into_any()
        }
    }
}

fn presence(class: Option<Class>) -> AnyView {
    match class {
        Some(class) => shape::presence(class, 16).into_any(),
        None => shape::missing(16).into_any(),
    }
}

fn line(session: Session, own: &Line, is_further: bool, tried: Memo<Tried>) -> impl IntoView + use<> {
    let address = own.address.clone();
    let choice = Memo::new(move |_| tried.with(|tried| tried.0.as_ref().and_then(|run| run.choice(&address))));
    let offer = own.offer;
    let is_taken = move || choice.get() == Some(Choice::Take(offer));
    let is_kept = move || choice.get() == Some(Choice::Keep);
    let (now, then) =
        word_difference::runs(own.now.as_deref().unwrap_or_default(), own.then.as_deref().unwrap_or_default());
    let (tag, direction) = own.lcid.and_then(language::attributes).unzip();
    let (class_now, class_then) = own.classes.unzip();
    let is_entry = matches!(own.address, Address::Entry(_));
    let value = move |text: Option<&String>, runs: Vec<Run>, class: Option<Option<Class>>, nothing: &'static str| {
        let icon = class.filter(|_| text.is_some()).map(presence_word);
        match text {
            // What an entry holds is told, and not compared.
            Some(text) if is_entry => text.clone().into_any(),
            Some(_) => {
                view! { {icon}<span class="value__text" lang=tag dir=direction>{runs::line(&runs)}</span> }.into_any()
            }
            None => view! { <span class="value__none">{nothing}</span> }.into_any(),
        }
    };
    let gone = if is_entry { "goes" } else { "nothing" };
    let none = match own.address {
        Address::Text(..) => "no text",
        Address::Row(_) => "no ID",
        _ => "not there",
    };
    let now = value(
        own.now.as_ref(),
        if own.now.is_some() && own.then.is_none() { whole(now) } else { now },
        class_now,
        none,
    );
    let then = value(own.then.as_ref(), then, class_then, gone);
    let entry = own.address.entry().map_or_else(String::new, |id| format!("{id}, "));
    let name = format!("{entry}{}, {}", own.label, own.from);
    let group = format!("import {name}");
    let radio = |to: Choice, words: &'static str, address: Address| {
        let choose = move |_| {
            let all = tried.with_untracked(|tried| tried.0.clone());
            let others = all.iter().flat_map(|run| &run.differences.all);
            let own = all.as_ref().and_then(|run| run.differences.at(&address));
            if let Some(own) = own {
                session.say_of_import(|importing, _| importing.choose(own, to, others));
            }
        };
        let is_own = move || if to == Choice::Keep { is_kept() } else { is_taken() };
        let group = group.clone();
        view! {
            <label class="segments__item">
                <input class="segments__input" type="radio" name=group prop:checked=is_own on:change=choose />
                <span class="segments__word">{words}</span>
            </label>
        }
    };
    let key = |class: Option<Option<Class>>| class.map(|class| class.map_or("missing", shape::key));
    view! {
        <div class="offer" class:offer--taken=is_taken class:offer--kept=is_kept class:offer--further=is_further>
            <p class="offer__where">{(!is_further).then(|| own.label.clone())}<small class="offer__from">{own.from.clone()}</small></p>
            <p class="offer__value offer__value--now" data-class=key(class_now)>{now}</p>
            <p class="offer__value offer__value--then" data-class=key(class_then)>{then}</p>
            <span class="segments offer__choice" role="radiogroup" aria-label=name>
                {(!is_further).then(|| radio(Choice::Keep, "Keep", own.address.clone()))}
                {radio(Choice::Take(offer), "Take", own.address.clone())}
            </span>
        </div>
    }
}

fn presence_word(class: Option<Class>) -> AnyView {
    let word = class.map_or("Not known", |class| class.word());
    view! { {presence(class)}<b class="value__word">{word}</b>" " }.into_any()
}

/// All of a text as it goes.
fn whole(runs: Vec<Run>) -> Vec<Run> {
    runs.into_iter().map(|run| Run { fate: Fate::Goes, ..run }).collect()
}
