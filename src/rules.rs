//! Laws: what a sound profile is held to, one file each. They judge what was read and propose edits; they change nothing.

mod aggregated_states_form;
mod availability_none;
mod availability_value;
mod availability_word;
mod blank_around;
mod blank_inside;
mod class_of_row;
mod default_language;
mod default_language_first;
pub mod diagnostic;
mod do_not_disturb;
mod empty_text;
mod encoding;
mod entry_id;
pub mod example;
pub mod facts;
mod file_path;
mod first_lines;
pub mod fix;
mod id_characters;
mod id_separator;
mod idle_class;
mod inner_namespace;
mod invisible_character;
mod language_gap;
mod last_line;
mod lcid_of_client;
mod lcid_unknown;
mod lcid_value;
mod likeness;
mod literal_markup;
mod look_alike_id;
mod missing_entry;
mod missing_row;
mod mixed_letters;
mod mixed_separators;
mod namespace;
mod no_doctype;
mod option_ascii;
mod option_form;
mod option_length;
mod option_line;
mod option_name;
mod option_of_other_mode;
mod other_numbering;
mod outermost_element;
mod outline;
mod places;
mod presence_mode;
mod presence_profile;
mod push_options;
mod quiet;
mod range_classes;
mod range_form;
mod range_overlap;
mod renaming;
mod repeated_entry;
mod repeated_language;
mod repeated_option;
mod residues;
mod roles;
mod row_number;
mod rows_in_one_line;
mod same_text;
mod script;
mod section_name;
mod service_type;
mod skeleton;
mod text_length;
mod text_script;
mod unknown_name;
mod unread;
mod unused_entry;
mod well_formed;

use diagnostic::{Diagnostic, Severity, Subject};
use example::Example;
use facts::Facts;

use crate::source::text::{Part, Span};

/// All laws, in the order of their codes.
pub static LAWS: &[&Law] = &[
    &aggregated_states_form::LAW,
    &availability_none::LAW,
    &availability_value::LAW,
    &availability_word::LAW,
    &blank_around::LAW,
    &blank_inside::LAW,
    &class_of_row::LAW,
    &default_language::LAW,
    &default_language_first::LAW,
    &do_not_disturb::LAW,
    &empty_text::LAW,
    &encoding::LAW,
    &entry_id::LAW,
    &file_path::LAW,
    &first_lines::LAW,
    &id_characters::LAW,
    &id_separator::LAW,
    &idle_class::LAW,
    &inner_namespace::LAW,
    &invisible_character::LAW,
    &language_gap::LAW,
    &last_line::LAW,
    &lcid_of_client::LAW,
    &lcid_unknown::LAW,
    &lcid_value::LAW,
    &literal_markup::LAW,
    &look_alike_id::LAW,
    &missing_entry::LAW,
    &missing_row::LAW,
    &mixed_letters::LAW,
    &mixed_separators::LAW,
    &namespace::LAW,
    &no_doctype::LAW,
    &option_ascii::LAW,
    &option_form::LAW,
    &option_length::LAW,
    &option_line::LAW,
    &option_name::LAW,
    &option_of_other_mode::LAW,
    &other_numbering::LAW,
    &outermost_element::LAW,
    &presence_mode::LAW,
    &presence_profile::LAW,
    &push_options::LAW,
    &range_classes::LAW,
    &range_form::LAW,
    &range_overlap::LAW,
    &repeated_entry::LAW,
    &repeated_language::LAW,
    &repeated_option::LAW,
    &row_number::LAW,
    &rows_in_one_line::LAW,
    &same_text::LAW,
    &section_name::LAW,
    &service_type::LAW,
    &text_length::LAW,
    &text_script::LAW,
    &unknown_name::LAW,
    &unused_entry::LAW,
    &well_formed::LAW,
];

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
    pub fn error(&self, part: Part, span: Span, message: impl Into<String>) -> Diagnostic {
        self.diagnostic(Severity::Error, part, span, message.into())
    }

    /// Documented elsewhere: users will see something wrong.
    pub fn warning(&self, part: Part, span: Span, message: impl Into<String>) -> Diagnostic {
        self.diagnostic(Severity::Warning, part, span, message.into())
    }

    /// Advice, or a fact worth knowing.
    pub fn note(&self, part: Part, span: Span, message: impl Into<String>) -> Diagnostic {
        self.diagnostic(Severity::Note, part, span, message.into())
    }

    fn diagnostic(&self, severity: Severity, part: Part, span: Span, message: String) -> Diagnostic {
        let (fixes, more, subject) = (Vec::new(), Vec::new(), Subject::default());
        Diagnostic { code: self.code, severity, part, span, message, fixes, more, subject }
    }
}

/// The law of a code.
pub fn law(code: &str) -> Option<&'static Law> {
    LAWS.iter().find(|law| law.code == code).copied()
}

/// How many diagnostics of one law are kept; the last one holds the places of the rest.
const MOST_OF_A_LAW: usize = 500;

/// Holds a profile to all laws. What is found is sorted by part and span.
pub fn judge(facts: &Facts<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for law in LAWS {
        let own = found.len();
        (law.check)(facts, &mut found);
        shorten(&mut found, own);
    }
    found.sort_by_key(|diagnostic| (diagnostic.part, diagnostic.span));
    quiet::hush(found)
}

/// A file of nothing but faults has too many to list.
fn shorten(found: &mut Vec<Diagnostic>, own: usize) {
    let kept = own + MOST_OF_A_LAW;
    if found.len() <= kept {
        return;
    }
    let rest: Vec<Span> = found.drain(kept..).map(|diagnostic| diagnostic.span).collect();
    let last = &mut found[kept - 1];
    last.message += &format!("; so do {} more places, which are not listed", rest.len());
    last.more.extend(rest);
}
