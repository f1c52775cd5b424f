//! How a problem is told: the parts of what is said of it, put together for a list, for the ear, for a cell.

use crate::{
    mapping::rows::Rows,
    rules::diagnostic::Diagnostic,
    source::{phrase::Phrase, text::Part},
};

/// Stands between the parts of a message.
const BETWEEN: &str = "; ";

/// The rows that are the place of a problem, beside which the rest of it stands.
pub fn rows_as_place(problem: &Diagnostic) -> Option<Rows> {
    Some(problem.rows).filter(|rows| problem.part == Part::Options && !rows.is_empty())
}

/// All that is said, beside the place of the problem: without the rows, where those are the place.
pub fn beside_place(problem: &Diagnostic) -> Phrase {
    match rows_as_place(problem) {
        Some(_) => rest(problem, counted(problem)),
        None => whole(problem),
    }
}

/// All that is said: "row 7 (Ready, Busy) uses `INCAL`, but the file has no such entry; did you mean `INCALL`?".
pub fn whole(problem: &Diagnostic) -> Phrase {
    rest(problem, wrong(problem))
}

/// What is wrong, and no more: "row 7 is given again".
pub fn wrong(problem: &Diagnostic) -> Phrase {
    match problem.rows.is_empty() {
        true => counted(problem),
        false => Phrase::from(problem.rows.to_string()).then(" ", &counted(problem)),
    }
}

/// What is wrong, and how often: "the element `note` is none of the guide's, 2 times".
fn counted(problem: &Diagnostic) -> Phrase {
    let wrong = problem.message.wrong.clone();
    match problem.own_places() {
        places if problem.is_counted && 1 < places => wrong.then(", ", &format!("{places} times").into()),
        _ => wrong,
    }
}

/// What is wrong, with all that is said behind it.
fn rest(problem: &Diagnostic, wrong: Phrase) -> Phrase {
    let more = problem.message.parts().skip(1);
    let told = more.fold(wrong, |told, part| told.then(BETWEEN, part));
    match problem.unlisted.count {
        0 => told,
        1 => told.then(BETWEEN, &"1 more problem of this law is not listed".into()),
        count => told.then(BETWEEN, &format!("{count} more problems of this law are not listed").into()),
    }
}
