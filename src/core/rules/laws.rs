//! The laws, one file each, in the order of their codes.

mod aggregated_states_form;
mod availability_none;
mod availability_value;
mod availability_word;
mod blank_around;
mod blank_inside;
mod class_of_row;
mod control_character;
mod default_language;
mod default_language_first;
mod do_not_disturb;
mod empty_text;
mod encoding;
mod entry_id;
mod file_path;
mod first_lines;
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
mod literal_markup;
mod look_alike_id;
mod misread_text;
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
mod presence_mode;
pub mod presence_profile;
mod profile_name;
mod push_options;
mod range_classes;
mod range_form;
mod range_overlap;
mod repeated_entry;
mod repeated_language;
mod repeated_option;
mod row_number;
mod rows_in_one_line;
mod same_text;
mod section_name;
mod service_type;
mod shared_path;
mod text_length;
mod text_script;
mod unknown_name;
mod unused_entry;
mod well_formed;

use super::law::Law;

/// All laws, in the order of their codes.
pub static LAWS: &[&Law] = &[
    &aggregated_states_form::LAW,
    &availability_none::LAW,
    &availability_value::LAW,
    &availability_word::LAW,
    &blank_around::LAW,
    &blank_inside::LAW,
    &class_of_row::LAW,
    &control_character::LAW,
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
    &misread_text::LAW,
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
    &profile_name::LAW,
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
    &shared_path::LAW,
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
