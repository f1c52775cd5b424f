//! What a law finds in a profile.

use super::fix::Fix;
use crate::{
    mapping::lcid::Lcid,
    source::text::{Part, Span},
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
    /// What, where, what happens, what to do: lower case, no full stop, offending text in backticks.
    pub message: String,
    /// Ways out, the likeliest first.
    pub fixes: Vec<Fix>,
    /// The further places of a group, in the same part and in the order of the text.
    pub more: Vec<Span>,
    /// What it is about, for setting it aside.
    pub subject: Subject,
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
    pub fn with_fix(mut self, fix: Fix) -> Diagnostic {
        self.fixes.push(fix);
        self
    }

    /// Adds the ways out there are.
    pub fn with_fixes(mut self, fixes: impl IntoIterator<Item = Fix>) -> Diagnostic {
        self.fixes.extend(fixes);
        self
    }

    /// Says which ID or option it is about.
    pub fn about(mut self, id: &str) -> Diagnostic {
        id.clone_into(&mut self.subject.id);
        self
    }

    /// Says which language it is about.
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

    /// All places, the first one first.
    pub fn places(&self) -> impl Iterator<Item = Span> + '_ {
        [self.span].into_iter().chain(self.more.iter().copied())
    }
}
