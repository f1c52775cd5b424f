//! What a notice offers: to import what was pasted, or to write it where it was pasted.

use std::sync::Arc;

use leptos::prelude::*;

use super::Session;
use presence_profile_core::editor::incoming::{inputs::Input, kind::Kind};

/// Something that was pasted and is not written yet.
#[derive(Clone)]
pub struct Offer {
    /// What is said of it.
    pub words: String,
    /// What would come in; `None` where there is nothing to import.
    pub input: Option<Input>,
    /// The ways to write it where it was pasted.
    pub ways: Vec<Way>,
    /// Goes back to where it was pasted.
    pub go_back: Arc<dyn Fn()>,
    /// Whether something is not written yet, and waits for an answer.
    pub is_question: bool,
    text: String,
}

/// A way to write it.
#[derive(Clone)]
pub struct Way {
    /// What its button says.
    pub words: String,
    /// Writes it.
    pub write: Arc<dyn Fn()>,
}

impl Way {
    /// What its button says, and what it does.
    pub fn new(words: impl Into<String>, write: impl Fn() + 'static) -> Way {
        Way { words: words.into(), write: Arc::new(write) }
    }
}

impl Offer {
    /// Of a kind; `text` is what was pasted.
    pub fn new(
        kind: Kind,
        input: Input,
        text: String,
        write: impl Fn() + 'static,
        go_back: impl Fn() + 'static,
    ) -> Offer {
        let what = match kind {
            Kind::Rows => "an option line",
            Kind::Options => "options",
            Kind::Export => "an export of a Configuration Server",
            Kind::Table => "a table",
            Kind::Workspace => "a workspace",
            Kind::AgentStates | Kind::Fragments | Kind::CustomStates => "XML",
            Kind::LeftOut => "text",
        };
        let words = format!("Not pasted here: it is {what}");
        let ways = vec![Way::new("Paste as text", write)];
        Offer { words, input: Some(input), ways, go_back: Arc::new(go_back), is_question: true, text }
    }

    /// Of a table, or a block that says where its cells go: what is said of it, and the ways to write it.
    pub fn of_table(
        words: String,
        input: Option<Input>,
        text: String,
        ways: Vec<Way>,
        go_back: impl Fn() + 'static,
    ) -> Offer {
        let words = format!("Not pasted yet: {words}");
        Offer { words, input, ways, go_back: Arc::new(go_back), is_question: true, text }
    }

    /// Of a block of cells of which not all can be written as it is.
    pub fn of_cells(words: String, ways: Vec<Way>, go_back: impl Fn() + 'static) -> Offer {
        Offer { words, input: None, ways, go_back: Arc::new(go_back), is_question: true, text: String::new() }
    }

    /// Of something that can be done beside what was done.
    pub fn beside(words: String, ways: Vec<Way>) -> Offer {
        Offer { words, input: None, ways, go_back: Arc::new(|| {}), is_question: false, text: String::new() }
    }
}

impl Session {
    /// Offers something: it is said, and the ways out stand beside it until one is taken, or something else is typed.
    pub fn offer(self, offer: Offer) {
        self.notice.set(offer.words.clone());
        self.importing.offered.set(Some(offer));
    }

    /// What is offered, now and whenever that changes.
    pub fn offered(self) -> Option<Offer> {
        self.importing.offered.get()
    }

    /// Says again what waits for an answer; whether something does.
    pub fn ask_again(self) -> bool {
        let words = self
            .importing
            .offered
            .with_untracked(|offer| offer.as_ref().filter(|offer| offer.is_question).map(|offer| offer.words.clone()));
        let asks = words.is_some();
        words.into_iter().for_each(|words| self.notice.set(words));
        asks
    }

    /// Nothing is offered any more.
    pub fn end_offer(self) {
        let Some(offer) = self.importing.offered.get_untracked() else { return };
        self.importing.offered.set(None);
        // Nobody should look for buttons that are gone.
        if self.notice.with_untracked(|notice| *notice == offer.words) {
            self.notice.set(String::new());
        }
    }

    /// Whether a paste brings what is offered, and so is meant to be written; nothing is offered any more then.
    pub fn takes_again(self, text: &str) -> bool {
        let is_same = self.importing.offered.with_untracked(|offer| offer.as_ref().is_some_and(|own| own.text == text));
        self.end_offer();
        is_same
    }
}
