//! What the editor knows and decides: a map of its rooms.
//!
//! A profile is two texts, the options and the XML file. Everything on the screen is derived from them, and everything
//! the user does is an edit to them.

/// Text, not presence: spans, edits, and readers that never fail.
pub mod source {
    pub mod archive;
    pub mod bare_markup;
    pub mod blanks;
    pub mod block;
    pub mod configuration;
    pub mod decode;
    pub mod digest;
    pub mod edit;
    pub mod file_name;
    pub mod guarded;
    pub mod indent;
    pub mod ini;
    pub mod lowercase;
    pub mod merged_cells;
    pub mod message;
    pub mod phrase;
    pub mod quoting;
    pub mod sorting;
    pub mod spreadsheet;
    pub mod table;
    pub mod text;
    pub mod xml;
}

/// Presence, not severity: what the two texts of a profile say.
pub mod mapping {
    pub mod advised_class;
    pub mod agent_states;
    pub mod aggregated_states;
    pub mod availability;
    pub mod availability_ranges;
    pub mod lcid;
    pub mod leftovers;
    pub mod option_name;
    pub mod options;
    pub mod resolve;
    pub mod rows;
    pub mod states;
}

/// Judgement, not change: the laws a sound profile keeps, and ways out where it does not.
pub mod rules;

/// Time, not pixels: the workspace, what a user can want of it, and the way back.
pub mod editor {
    pub mod action_search;
    pub mod analysis;
    pub mod archive;
    pub mod arranging;
    pub mod assigned;
    pub mod assignment;
    pub mod baseline;
    pub mod cell_marks;
    pub mod change;
    pub mod column_widths;
    pub mod columns;
    pub mod command;
    pub mod comparing;
    pub mod completing;
    pub mod declaring;
    pub mod export;
    pub mod finding;
    pub mod findings;
    pub mod fixing;
    pub mod following;
    pub mod gap_cells;
    pub mod glossary;
    pub mod going_live;
    pub mod handing_over;
    pub mod heads;
    pub mod hints;
    pub mod history;
    pub mod incoming;
    pub mod line_difference;
    pub mod live_cells;
    pub mod matrix;
    pub mod painted;
    pub mod pasted_extensions;
    pub mod place;
    pub mod planning;
    pub mod pointed;
    pub mod preset;
    pub mod preset_outlook;
    pub mod range_field;
    pub mod ranges;
    pub mod reading;
    pub mod readings;
    pub mod reassigning;
    pub mod recognise;
    pub mod refusal;
    pub mod restoring;
    pub mod rows;
    pub mod saved;
    pub mod searching;
    pub mod set_aside;
    pub mod shares;
    pub mod shown_texts;
    pub mod slices;
    pub mod subject;
    pub mod suggest;
    pub mod trail;
    pub mod version_difference;
    pub mod versions;
    pub mod visible_blanks;
    pub mod wording;
    pub mod workspace;
    pub mod workspace_file;
    pub mod workspace_names;
    pub mod xml_keys;
}
