//! Problems set aside: what the user knows and does not want to be told again.

use std::collections::HashSet;

use super::{
    finding::Finding,
    workspace::{Choices, SetAside},
};
use crate::rules::{self, diagnostic::Subject};

/// Parts what was found into what is open and what is set aside, each in the order it had.
pub(super) fn divide(found: Vec<Finding>, choices: &Choices) -> (Vec<Finding>, Vec<Finding>) {
    if choices.set_aside.is_empty() {
        return (found, Vec::new());
    }
    let (mut laws, mut subjects): (HashSet<&str>, HashSet<(&str, &Subject)>) = Default::default();
    for aside in &choices.set_aside {
        match &aside.subject {
            None => _ = laws.insert(aside.code),
            Some(subject) => _ = subjects.insert((aside.code, subject)),
        }
    }
    let (mut open, mut aside): (Vec<Finding>, Vec<Finding>) = found.into_iter().partition(|finding| {
        let (code, subject) = (finding.diagnostic.code, &finding.diagnostic.subject);
        !laws.contains(code) && !subjects.contains(&(code, subject))
    });
    // What one stood for that is aside alone is about something else.
    for Finding { diagnostic, .. } in aside.iter_mut().filter(|it| 0 < it.diagnostic.unlisted.count) {
        let is_of_law = |it: &&mut Finding| it.diagnostic.code == diagnostic.code;
        if let Some(last) = open.iter_mut().rfind(is_of_law) {
            last.diagnostic.take_over(diagnostic);
        }
    }
    (open, aside)
}

/// What was set aside that hides a problem: the problem alone, else its law.
pub fn cause<'a>(finding: &Finding, choices: &'a Choices) -> Option<&'a SetAside> {
    let (code, subject) = (finding.diagnostic.code, &finding.diagnostic.subject);
    let of_law = || choices.set_aside.iter().filter(move |aside| aside.code == code);
    of_law()
        .find(|aside| aside.subject.as_ref() == Some(subject))
        .or_else(|| of_law().find(|aside| aside.subject.is_none()))
}

impl SetAside {
    /// This problem alone: all of its law that is about the same.
    pub fn problem(finding: &Finding) -> SetAside {
        let diagnostic = &finding.diagnostic;
        SetAside { code: diagnostic.code, subject: Some(diagnostic.subject.clone()) }
    }

    /// All that a law says.
    pub fn law(code: &'static str) -> SetAside {
        SetAside { code, subject: None }
    }

    /// From stored words; `None` where no law has the code any more.
    pub fn of(code: &str, subject: Option<Subject>) -> Option<SetAside> {
        rules::laws::law(code).map(|law| SetAside { code: law.code, subject })
    }
}
