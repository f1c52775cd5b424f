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
pub mod law;
mod lcid_of_client;
mod lcid_unknown;
mod lcid_value;
mod likeness;
mod literal_markup;
mod look_alike_id;
mod missing_entry;
mod missing_row;
mod misspelt;
mod misspelt_option;
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

use diagnostic::Diagnostic;
use facts::Facts;
use law::{Basis, Law};

use crate::source::{order, text::Span};

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
    // First by the end, then by part and start: what has equal keys keeps its order.
    order::by_numbers(&mut found, |diagnostic| (diagnostic.span.end, 0));
    order::by_numbers(&mut found, |diagnostic| (diagnostic.part as usize, diagnostic.span.start));
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
