//! What a law is: a sentence, what it rests on, and how a profile is held to it.

use super::{
    diagnostic::{Diagnostic, Severity, Subject, Unlisted},
    example::Example,
    facts::Facts,
};
use crate::{
    mapping::{leftovers::Flaw, rows::Rows},
    source::{
        message::Message,
        text::{Part, Span},
    },
};

/// One sentence that holds of a sound profile, and how a profile is held to it.
pub struct Law {
    /// Names it: in the list of problems, in what is set aside, in its file and in its fixture.
    pub code: &'static str,
    /// The sentence, without a full stop.
    pub statement: &'static str,
    /// What happens to a profile that breaks it.
    pub why: &'static str,
    /// What it rests on.
    pub basis: Basis,
    /// A profile that breaks it.
    pub example: Example,
    /// Adds a diagnostic for each place where a profile breaks it.
    pub check: fn(&Facts<'_>, &mut Vec<Diagnostic>),
    /// Codes of the laws that explain a place better: where one of them speaks, this one is quiet.
    pub yields_to: &'static [&'static str],
}

/// Where a law comes from, and so how grave breaking it can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The guide, "Presence", under this heading.
    Guide(&'static str),
    /// The option reference at the head of the same manual.
    OptionReference,
    /// XML 1.0 (fifth edition) or Namespaces in XML 1.0, the section.
    Xml(&'static str),
    /// Another document of Genesys.
    Genesys(&'static str),
    /// Microsoft's documentation, of which this paraphrases the page.
    Microsoft(&'static str),
    /// Nobody's but ours.
    Advice,
}

impl Basis {
    /// How grave at most. An error is documented by those who read the profile; advice is never more than a note.
    pub fn gravest(self) -> Severity {
        match self {
            Basis::Guide(_) | Basis::OptionReference | Basis::Xml(_) => Severity::Error,
            Basis::Genesys(_) | Basis::Microsoft(_) => Severity::Warning,
            Basis::Advice => Severity::Note,
        }
    }

    /// The source as a person looks it up.
    pub fn source(self) -> (&'static str, &'static str) {
        match self {
            Basis::Guide(section) => ("Genesys, Skype for Business Deployment Guide, Presence", section),
            Basis::OptionReference => ("Genesys, Skype for Business Deployment Guide, option reference", ""),
            Basis::Xml(section) => ("W3C, Extensible Markup Language (XML) 1.0, fifth edition", section),
            Basis::Genesys(document) => ("Genesys", document),
            Basis::Microsoft(subject) => ("Microsoft, Lync and Skype for Business documentation", subject),
            Basis::Advice => ("Advice of this editor; nothing documented", ""),
        }
    }
}

impl Law {
    /// T-Server would not push, or the value is outside the documented form.
    pub fn error(&self, part: Part, span: Span, message: impl Into<Message>) -> Diagnostic {
        self.diagnostic(Severity::Error, part, span, message.into())
    }

    /// Documented elsewhere: users will see something wrong.
    pub fn warning(&self, part: Part, span: Span, message: impl Into<Message>) -> Diagnostic {
        self.diagnostic(Severity::Warning, part, span, message.into())
    }

    /// Advice, or a fact worth knowing.
    pub fn note(&self, part: Part, span: Span, message: impl Into<Message>) -> Diagnostic {
        self.diagnostic(Severity::Note, part, span, message.into())
    }

    /// What was found when the options were read.
    pub fn flaw(&self, flaw: &Flaw) -> Diagnostic {
        self.error(Part::Options, flaw.span, flaw.message.clone()).of_rows(flaw.slip.rows())
    }

    // Called by every law: a copy in each would take the program twenty kilobytes, with those of what is added to it.
    #[inline(never)]
    fn diagnostic(&self, severity: Severity, part: Part, span: Span, message: Message) -> Diagnostic {
        let (fixes, more, subject) = (Vec::new(), Vec::new(), Subject::default());
        let (rows, is_counted, unlisted) = (Rows::default(), false, Unlisted::default());
        Diagnostic { code: self.code, severity, part, span, rows, message, is_counted, fixes, more, unlisted, subject }
    }
}
