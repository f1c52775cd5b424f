//! A problem: its severity, its place, what is wrong, and what can be done.

use leptos::prelude::*;

use super::{
    super::{gate::Gate, phrase::phrase, session::Session, shape},
    list::{self, ProblemList, findings},
    navigation, ways,
};
use crate::browser::page;
use presence_profile_core::{
    editor::{
        analysis::Analysis,
        command::Command,
        finding::Finding,
        findings::{self, Spot},
        fixing, set_aside, wording,
        workspace::SetAside,
    },
    mapping::lcid::Lcid,
    rules::diagnostic::Severity,
    source::phrase::Phrase,
};

/// What an item shows, without places in the text: those move with every key, and what stands here stays.
#[derive(Clone, PartialEq)]
pub(super) struct ItemContent {
    severity: Severity,
    code: &'static str,
    place: String,
    message: Phrase,
    first_fix: Option<String>,
    /// The further places of a group, each row and each line once; not all of them, where there are very many.
    more: Vec<(usize, Spot)>,
    count: usize,
    /// Of a problem set aside: what was set aside.
    cause: Option<SetAside>,
}

/// Where an item stands: whether among the problems set aside, and its position there.
pub(super) type Key = (bool, usize);

/// What the items show; in one piece, so that a key that changes none of them asks none of them.
pub(super) type Contents = Gate<Vec<(Key, ItemContent)>>;

/// What is to be shown of these.
pub(super) fn contents(session: Session, keys: &[Key]) -> Vec<(Key, ItemContent)> {
    session.analysis.with(|read| {
        let shown = |key: &Key| {
            let finding = findings(&read.0, key.0).get(key.1)?;
            let cause = || session.with_profile(|profile| set_aside::cause(finding, &profile.choices).cloned());
            let default = read.1.choices.default_language;
            Some((*key, ItemContent::of(&read.0, finding, default, if key.0 { cause() } else { None })))
        };
        keys.iter().filter_map(shown).collect()
    })
}

/// An item of the list.
#[component]
pub(super) fn Item(key: Key, contents: Contents) -> impl IntoView {
    let session = Session::current();
    let panel = ProblemList::current();
    let (is_aside, index) = key;
    // While the list shrinks, an item that is about to go has no problem any more.
    let shown = Memo::new(move |_| {
        contents.with(|contents| contents.iter().find(|(own, _)| *own == key).map(|(_, shown)| shown.clone()))
    });
    let is_current = move || !is_aside && panel.current_position.get() == Some(index);
    view! {
        <li class="problems__item" class:problems__item--current=is_current aria-current=move || is_current().then_some("true")>
            {move || shown.get().map(|shown| inside(session, panel, key, shown))}
        </li>
    }
}

impl ItemContent {
    fn of(analysis: &Analysis, finding: &Finding, default: Lcid, cause: Option<SetAside>) -> ItemContent {
        let problem = &finding.diagnostic;
        let place = findings::place(analysis, finding);
        ItemContent {
            severity: problem.severity,
            code: problem.code,
            message: wording::beside_place(problem),
            place,
            first_fix: problem.fixes.first().map(|fix| fix.label.clone()),
            more: findings::further_spots(analysis, problem, default),
            count: problem.more.len(),
            cause,
        }
    }
}

fn inside(session: Session, panel: ProblemList, (is_aside, index): Key, shown: ItemContent) -> impl IntoView + use<> {
    let ItemContent { severity, code, place, message, first_fix, more, count, cause } = shown;
    let name = severity.name();
    let actions = match cause {
        Some(cause) => back(session, panel, cause).into_any(),
        None => actions(session, panel, index, first_fix, format!("More for {code} at {place}")).into_any(),
    };
    view! {
        <span class="problems__shape">{shape::severity(severity, 16)}</span>
        <div class="problems__text">
            <span class=format!("problems__severity problems__severity--{name}")>{name}</span>" "
            <button class="link" type="button" on:click=move |_| navigation::go_to_place(session, panel, index, is_aside, 0)>{place}</button>" "
            {phrase(&message)}" "
            <button class="problems__code" type="button" aria-haspopup="dialog" title=format!("Why {code}: what it says, an example, its source")
                on:click=move |_| panel.explain(code)>{code}</button>
            {(!more.is_empty()).then(|| further(session, panel, index, is_aside, more, count))}
        </div>
        <div class="problems__fixes">{actions}</div>
    }
}

/// The way back of what is set aside: of this one, or of all its law says where that was meant.
fn back(session: Session, panel: ProblemList, cause: SetAside) -> impl IntoView + use<> {
    let words = match &cause.subject {
        Some(_) => "Bring back".to_owned(),
        None => format!("Bring back all of {}", cause.code),
    };
    view! {
        <button class="button button--fix" type="button"
            on:click=move |_| {
                let wish = session.wish(Command::BringBack(cause.clone()));
                page::settle();
                session.grant(&wish);
                navigation::keep_focus(session, panel, None);
            }>{words}</button>
    }
}

/// The likeliest fix as a button; the others and what else can be done in a menu.
fn actions(
    session: Session,
    panel: ProblemList,
    index: usize,
    first: Option<String>,
    name: String,
) -> impl IntoView + use<> {
    let first = first.map(|label| {
        let title = label.clone();
        view! {
            <button class="button button--fix" type="button" title=title
                on:click=move |_| fix(session, panel, index)>
                {label}
            </button>
        }
    });
    let open = move |event: leptos::ev::MouseEvent| {
        // What is open is taken first: a menu stays for as long as nothing changes.
        page::settle();
        ways::open_below(session, panel, &event, ways::items(session, panel, index, true));
    };
    view! {
        {first}
        <button class="button button--bare button--icon" type="button" aria-haspopup="menu" aria-label=name
            title="What can be done (Ctrl+. at the place itself)" on:click=open>{shape::shape("menu", 16)}</button>
    }
}

/// Carries out the first fix of the problem that the button was about when it was pressed.
fn fix(session: Session, panel: ProblemList, index: usize) {
    let (revision, analysis) = panel.reading(session);
    let Some(finding) = analysis.findings.get(index) else { return };
    let Some(fix) = finding.diagnostic.fixes.first() else { return };
    let wish = list::wish(session, revision, Command::Fix(fixing::one(&analysis, finding, fix)));
    page::settle();
    session.grant(&wish);
    navigation::keep_focus(session, panel, Some(index));
}

/// The further places of a group.
fn further(
    session: Session,
    panel: ProblemList,
    index: usize,
    is_aside: bool,
    more: Vec<(usize, Spot)>,
    count: usize,
) -> impl IntoView + use<> {
    let links = more.into_iter().map(|(place, spot)| {
        let go = move |_| navigation::go_to_place(session, panel, index, is_aside, place);
        view! { <button class="link" type="button" on:click=go>{spot.to_string()}</button> }
    });
    let words = if count == 1 { "and 1 more place".to_owned() } else { format!("and {count} more places") };
    view! {
        <details class="problems__more"><summary>{words}</summary><div class="problems__places">{links.collect::<Vec<_>>()}</div></details>
    }
}
