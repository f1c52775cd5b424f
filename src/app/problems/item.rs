//! A problem: its severity, its place, what is wrong, and what can be done.

use leptos::prelude::*;

use super::{
    super::{menu, session::Session, shape},
    ProblemList, going,
};
use crate::{
    editor::{
        analysis::{Analysis, Finding},
        command::Command,
        fixing::{self, Wanted},
        set_aside,
        workspace::SetAside,
    },
    source::text::{Part, Span},
};

/// Places of a group that are listed one by one.
const MOST_PLACES: usize = 100;

/// An item of the list, by its position among the open problems or among those set aside.
#[component]
pub fn Item(index: usize, is_aside: bool) -> impl IntoView {
    let session = Session::current();
    let panel = ProblemList::current();
    // While the list shrinks, an item that is about to go has no problem any more.
    let finding: Memo<Option<Finding>> = Memo::new(move |_| {
        session.analysis.with(|read| {
            let list = if is_aside { &read.0.set_aside } else { &read.0.problems };
            list.get(index).cloned()
        })
    });
    let is_current = move || !is_aside && panel.current.get() == Some(index);
    view! {
        <li class="problems__item" class:problems__item--current=is_current aria-current=move || is_current().then_some("true")>
            {move || finding.with(|finding| finding.as_ref().map(|finding| contents(session, panel, index, is_aside, finding)))}
        </li>
    }
}

fn contents(
    session: Session,
    panel: ProblemList,
    index: usize,
    is_aside: bool,
    finding: &Finding,
) -> impl IntoView + use<> {
    let problem = &finding.diagnostic;
    let (part, span, code) = (problem.part, problem.span, problem.code);
    let severity = problem.severity.name();
    let go = move |_| {
        if !is_aside {
            panel.current.set(Some(index));
        }
        going::go(session, part, span);
    };
    let actions = if is_aside {
        back(session, panel, finding).into_any()
    } else {
        fixes(session, panel, index, finding).into_any()
    };
    let place = place(session, finding);
    // Where a message begins with its rows, they are the place, and not said twice.
    let message = match problem.message.strip_prefix(&place).filter(|rest| rest.starts_with(' ')) {
        Some(rest) => rest.trim_start(),
        None => &problem.message,
    };
    view! {
        <span class="problems__shape">{shape::severity(problem.severity, 16)}</span>
        <div class="problems__text">
            <span class=format!("problems__severity problems__severity--{severity}")>{severity}</span>" "
            <button class="link" type="button" on:click=go>{place}</button>" "
            {spoken(message)}" "
            <button class="problems__code" type="button" aria-haspopup="dialog" title=format!("Why {code}: what it says, an example, its source")
                on:click=move |_| panel.explain(code)>{code}</button>
            {(!problem.more.is_empty()).then(|| more(session, problem.part, &problem.more))}
        </div>
        <div class="problems__fixes">{actions}</div>
    }
}

/// The way back of what is set aside: of this one, or of all its law says where that was meant.
fn back(session: Session, panel: ProblemList, finding: &Finding) -> impl IntoView + use<> {
    let cause = session.with_profile_untracked(|profile| set_aside::cause(finding, &profile.choices).cloned());
    cause.map(|cause| {
        let words = match &cause.subject {
            Some(_) => "Bring back".to_owned(),
            None => format!("Bring back all of {}", cause.code),
        };
        view! {
            <button class="button button--fix" type="button"
                on:click=move |_| { session.dispatch(Command::BringBack(cause.clone())); going::keep_focus(session, panel, None); }>{words}</button>
        }
    })
}

/// The likeliest fix as a button; the others and what else can be done in a menu.
fn fixes(session: Session, panel: ProblemList, index: usize, finding: &Finding) -> impl IntoView + use<> {
    let first = finding.diagnostic.fixes.first().map(|fix| {
        let label = fix.label.clone();
        view! {
            <button class="button button--fix" type="button"
                on:click=move |_| { session.dispatch(Command::Fix(Wanted::One { problem: index, fix: 0 })); going::keep_focus(session, panel, Some(index)); }>
                {spoken(&label)}
            </button>
        }
    });
    let name = format!("More for {} at {}", finding.diagnostic.code, place(session, finding));
    let open = move |event: leptos::ev::MouseEvent| {
        let items = session.analysis.with_untracked(|read| items(session, panel, &read.0, index, true));
        going::open_menu_below(panel, &event, items);
    };
    view! {
        {first}
        <button class="button button--bare button--icon" type="button" aria-haspopup="menu" aria-label=name on:click=open>{shape::tool("menu")}</button>
    }
}

/// What can be done about a problem; without its first fix where that has a button of its own.
pub fn items(
    session: Session,
    panel: ProblemList,
    analysis: &Analysis,
    index: usize,
    is_listed: bool,
) -> Vec<menu::Item> {
    let Some(finding) = analysis.problems.get(index) else { return Vec::new() };
    let problem = &finding.diagnostic;
    // Whoever came from a cell or a text stays there; an item of the list may be gone.
    let act = move |command: Command| {
        session.dispatch(command);
        if is_listed {
            going::keep_focus(session, panel, Some(index));
        }
    };
    let mut items = Vec::new();
    for (fix, way) in problem.fixes.iter().enumerate().skip(usize::from(is_listed)) {
        let command = Command::Fix(Wanted::One { problem: index, fix });
        items.push(menu::Item::new(way.label.replace('`', ""), move || {
            act(command.clone());
        }));
    }
    for (fix, way) in problem.fixes.iter().enumerate() {
        let (code, kind) = (problem.code, way.kind);
        let is_first = problem.fixes[..fix].iter().all(|other| other.kind != kind);
        let all = Wanted::Kind { code, kind };
        let count = if is_first { fixing::count(analysis, all) } else { 0 };
        if 1 < count {
            let words = format!("Fix all {count} of this kind: {}\u{2026}", kind.to_lowercase());
            items.push(menu::Item::new(words, move || panel.preview(all)));
        }
    }
    let (code, here, everywhere) = (problem.code, SetAside::problem(finding), SetAside::law(problem.code));
    if !is_listed {
        let part = problem.part;
        let span = problem.span;
        items.push(menu::Item::new("Show in the text".to_owned(), move || going::go(session, part, span)));
    }
    items.push(menu::Item::new("Set aside here".to_owned(), move || {
        act(Command::SetAside(here.clone()));
    }));
    items.push(menu::Item::new(format!("Set aside all of {code}"), move || {
        act(Command::SetAside(everywhere.clone()));
    }));
    items.push(menu::Item::new(format!("Why {code}"), move || panel.explain(code)));
    items
}

/// The further places of a group.
fn more(session: Session, part: Part, more: &[Span]) -> impl IntoView + use<> {
    let count = more.len();
    let links = more.iter().take(MOST_PLACES).map(|span| {
        let span = *span;
        let line = || session.analysis.with_untracked(|read| read.0.lines(part).line_of(span.start) + 1);
        let row = if part == Part::Options { row_at(session, span) } else { None };
        let words = row.unwrap_or_else(|| format!("line {}", line()));
        view! { <button class="link" type="button" on:click=move |_| going::go(session, part, span)>{words}</button> }
    });
    let words = if count == 1 { "and 1 more place".to_owned() } else { format!("and {count} more places") };
    view! {
        <details class="problems__more"><summary>{words}</summary><div class="problems__places">{links.collect::<Vec<_>>()}</div></details>
    }
}

/// Where it is, as a person finds it.
fn place(session: Session, finding: &Finding) -> String {
    let (problem, position) = (&finding.diagnostic, finding.position);
    if problem.part == Part::Xml {
        return format!("line {}, column {}", position.line, position.column);
    }
    match (rows_in_front(&problem.message), row_at(session, problem.span)) {
        ("", Some(row)) => row,
        ("", None) => format!("options line {}, column {}", position.line, position.column),
        (rows, _) => rows.to_owned(),
    }
}

/// The row of the option a stretch of the options lies in.
fn row_at(session: Session, span: Span) -> Option<String> {
    let row = session.analysis.with_untracked(|read| read.0.row_at(span.start));
    row.map(|row| format!("row {}", row.number()))
}

/// The rows a message begins with: "row 4", "rows 11 to 15", "rows 1, 3 and 5"; empty where it begins with another word.
fn rows_in_front(message: &str) -> &str {
    let (mut start, mut end) = (0, 0);
    for word in message.split(' ') {
        let number = word.trim_end_matches(',');
        let is_number = !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit());
        let belongs =
            if start == 0 { matches!(word, "row" | "rows") } else { is_number || matches!(word, "to" | "and") };
        if !belongs {
            break;
        }
        if is_number {
            end = start + number.len();
        }
        start += word.len() + 1;
    }
    &message[..end]
}

/// A message, its offending text in the code face.
pub fn spoken(message: &str) -> Vec<AnyView> {
    let pieces = message.split('`').enumerate().map(|(index, piece)| {
        let piece = piece.to_owned();
        if index % 2 == 1 { view! { <code>{piece}</code> }.into_any() } else { piece.into_any() }
    });
    pieces.collect()
}
