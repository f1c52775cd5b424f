//! What the parts of the page share: the assignment, the question, and its answer.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::{
    gate::Gate,
    session::{Session, asked::AskedExtension},
};
use presence_profile_core::editor::{
    assigned::ExtensionDn,
    assignment::{
        Assignment,
        what_if::{Answer, Question},
    },
};

/// Handles to what the page shows and asks.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub session: Session,
    /// The assignment of the workspace.
    pub shown: Gate<Arc<Assignment>>,
    /// The question.
    pub question: Memo<Question>,
    /// Its answer.
    pub answer: Memo<Answer>,
}

impl Desk {
    pub fn new(session: Session) -> Desk {
        let asked = session.asked;
        let base = Gate::new(move || {
            session.workspace(|workspace| {
                let names = workspace.profiles.iter().map(|profile| (profile.id, profile.name.clone()));
                (workspace.assigned.clone(), names.collect::<Vec<_>>())
            })
        });
        let shown = Gate::new(move || {
            base.track();
            let modes = session.modes.get();
            session.workspace_untracked(|workspace| Arc::new(Assignment::of(workspace, &modes)))
        });
        let extension = Memo::new(move |_| match asked.extension() {
            AskedExtension::Typed(number) => number,
            AskedExtension::Row(number) => shown.with(|shown| {
                let row = shown.position_near(&number).map(|position| &shown.rows[position]);
                row.map_or_else(|| Arc::from(""), |row| row.number.as_str().into())
            }),
        });
        let question = Memo::new(move |_| Question { extension: extension.get(), login: asked.login.get() });
        let answer = Memo::new(move |_| shown.with(|shown| question.with(|question| Answer::of(shown, question))));
        Desk { session, shown, question, answer }
    }

    /// The row that is asked about, or the first.
    pub fn row(self) -> usize {
        let asked = self.question.with_untracked(|asked| ExtensionDn::new(&asked.extension));
        self.shown.with_untracked(|shown| shown.position(&asked).unwrap_or_default())
    }

    /// Asks about the number that was typed; the position of its row, if it has one.
    pub fn ask_typed(self, number: &str) -> Option<usize> {
        let number = number.trim();
        let position = self.shown.with_untracked(|shown| shown.position(&ExtensionDn::new(number)));
        self.session.asked.ask(match position {
            Some(_) => AskedExtension::Row(ExtensionDn::new(number)),
            None => AskedExtension::Typed(number.into()),
        });
        position
    }

    /// Asks about a login that names this; an empty name is none.
    pub fn ask_login(self, name: &str) {
        self.session.asked.login.set(name.trim().into());
    }

    /// What the text for a login names: what was chosen for it, else what is asked about, else the first profile that
    /// only a login can name.
    pub fn sent(self) -> Arc<str> {
        if let Some(sent) = self.session.asked.sent.get() {
            return sent;
        }
        let asked = self.session.asked.login.get();
        if !asked.is_empty() {
            return asked;
        }
        self.shown.with(|shown| {
            let unnamed = shown.profiles.iter().find(|profile| !profile.by_application && profile.extensions == 0);
            unnamed.or(shown.profiles.first()).map_or_else(|| Arc::from(""), |profile| profile.name.as_str().into())
        })
    }

    /// Chooses what the text for a login names; an empty name leaves that to the page.
    pub fn send(self, name: &str) {
        let name = name.trim();
        self.session.asked.sent.set((!name.is_empty()).then(|| name.into()));
    }
}
