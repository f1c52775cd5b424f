//! What a law finds in a profile.

use super::fix::{Fix, Identity, Safety};
use crate::{
    mapping::{lcid::Lcid, rows::Rows},
    source::{
        message::Message,
        phrase::Phrase,
        text::{Part, Span},
    },
};

/// How grave a diagnostic is, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// T-Server would not push, or the value is outside the documented form.
    Error,
    /// Documented elsewhere: users will see something wrong.
    Warning,
    /// Advice, or a fact worth knowing.
    Note,
}

impl Severity {
    /// The word a list of problems begins with.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// One place, or one group of places, where a profile breaks a law.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The law's code.
    pub code: &'static str,
    /// How grave it is; never graver than the law's basis allows.
    pub severity: Severity,
    /// The text it is in.
    pub part: Part,
    /// The culprit; of a group, the first.
    pub span: Span,
    /// The rows it is about, where what is wrong is said of them: whoever tells it puts their numbers in front.
    pub rows: Rows,
    /// What is wrong, what that means, what to do.
    pub message: Message,
    /// Whether it is told how many places a group has.
    pub is_counted: bool,
    /// Ways out, the likeliest first.
    pub fixes: Vec<Fix>,
    /// The further places, in the same part: those of a group in the order of the text, then those that are not listed.
    pub more: Vec<Span>,
    /// The diagnostics of the law that it stands for, each of one place here, because there are too many to list.
    pub unlisted: Unlisted,
    /// What it is about, for setting it aside.
    pub subject: Subject,
}

/// Diagnostics of which only places are kept, and what ways out they had.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unlisted {
    /// How many there are.
    pub count: usize,
    /// How many of them have a safe way out.
    pub safe: usize,
    /// How many of them have a way out of a kind, by [`Fix::kind`].
    pub kinds: Vec<(&'static str, usize)>,
}

impl Unlisted {
    /// Counts one more.
    pub fn add(&mut self, diagnostic: &Diagnostic) {
        self.count += 1;
        self.safe += usize::from(diagnostic.fixes.iter().any(|fix| fix.safety == Safety::Safe));
        for (at, fix) in diagnostic.fixes.iter().enumerate() {
            if diagnostic.fixes[..at].iter().any(|before| before.kind == fix.kind) {
                continue;
            }
            match self.kinds.iter_mut().find(|(kind, _)| *kind == fix.kind) {
                Some((_, count)) => *count += 1,
                None => self.kinds.push((fix.kind, 1)),
            }
        }
    }

    /// How many of them have a way out of a kind.
    pub fn of_kind(&self, kind: &str) -> usize {
        self.kinds.iter().find(|(own, _)| *own == kind).map_or(0, |(_, count)| *count)
    }
}

/// What a diagnostic is about, in terms that outlive an edit elsewhere: never a place in the text.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject {
    /// The aggregated state ID, the name of the option, or the number of the row; empty where there is none.
    pub id: String,
    /// The language.
    pub lcid: Option<Lcid>,
}

impl Diagnostic {
    /// Adds a way out.
    #[inline(never)]
    pub fn with_fix(mut self, fix: Fix) -> Diagnostic {
        self.fixes.push(fix);
        self
    }

    /// Adds the ways out there are.
    pub fn with_fixes(mut self, fixes: impl IntoIterator<Item = Fix>) -> Diagnostic {
        self.fixes.extend(fixes);
        self
    }

    /// Says which rows what is wrong is said of.
    #[inline(never)]
    pub fn of_rows(mut self, rows: Rows) -> Diagnostic {
        self.rows = rows;
        self
    }

    /// Has it told how many places there are.
    pub fn counted(mut self) -> Diagnostic {
        self.is_counted = true;
        self
    }

    /// Adds what it means.
    pub fn with_meaning(self, meaning: impl Into<Phrase>) -> Diagnostic {
        self.meaning(meaning.into())
    }

    #[inline(never)]
    fn meaning(mut self, meaning: Phrase) -> Diagnostic {
        self.message = self.message.with_meaning(meaning);
        self
    }

    /// Adds what to do.
    pub fn with_advice(self, advice: impl Into<Phrase>) -> Diagnostic {
        self.advice(advice.into())
    }

    #[inline(never)]
    fn advice(mut self, advice: Phrase) -> Diagnostic {
        self.message = self.message.with_advice(advice);
        self
    }

    /// Says which ID or option it is about.
    #[inline(never)]
    pub fn about(mut self, id: &str) -> Diagnostic {
        id.clone_into(&mut self.subject.id);
        self
    }

    /// Says which language it is about.
    #[inline(never)]
    pub fn in_language(mut self, lcid: Option<Lcid>) -> Diagnostic {
        self.subject.lcid = lcid;
        self
    }

    /// Adds the further places of a group.
    pub fn with_more(mut self, more: impl IntoIterator<Item = Span>) -> Diagnostic {
        self.more.extend(more);
        self
    }

    /// Whether it is a group over many entries, and so about none of them.
    pub fn is_about_many(&self) -> bool {
        self.part == Part::Xml && !self.more.is_empty() && self.subject.id.is_empty()
    }

    /// How many problems it tells of: itself, and those it stands for.
    pub fn count(&self) -> usize {
        1 + self.unlisted.count
    }

    /// How many places are its own; the others are of those it stands for.
    pub fn own_places(&self) -> usize {
        1 + self.more.len() - self.unlisted.count
    }

    /// Stands for those that another one of its law stood for.
    pub fn take_over(&mut self, other: &mut Diagnostic) {
        let own = other.own_places() - 1;
        self.more.extend(other.more.drain(own..));
        self.unlisted = std::mem::take(&mut other.unlisted);
    }

    /// Its way out of this identity.
    pub fn fix(&self, identity: &Identity) -> Option<&Fix> {
        self.fixes.iter().find(|fix| fix.is(identity))
    }

    /// All places, the first one first.
    pub fn places(&self) -> impl Iterator<Item = Span> + '_ {
        [self.span].into_iter().chain(self.more.iter().copied())
    }
}
