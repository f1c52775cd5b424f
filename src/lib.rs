//! The page of the Presence Profile Editor: it prints what the core derives, and listens.

/// Prints what the editor derives and listens to the user; decides nothing.
#[cfg(target_arch = "wasm32")]
pub mod app {
    mod actions;
    mod add_entry;
    mod add_language;
    mod aids;
    mod assignment;
    mod band;
    mod bar;
    mod blocks;
    mod cell_marking;
    mod changed_dialog;
    mod changes;
    mod choice;
    mod copy;
    mod dialog;
    mod download_all;
    mod editor_page;
    mod export_dialog;
    mod export_file;
    mod find;
    mod front;
    mod gate;
    pub mod glossary;
    mod go_live;
    pub mod grid;
    pub mod hints;
    mod ignored_options;
    mod importing;
    mod key_sheet;
    mod keys;
    mod language;
    mod menu;
    mod open_file;
    mod palette;
    pub mod panels;
    mod phrase;
    pub mod presets;
    mod preview;
    mod problems;
    mod profiles;
    mod pull;
    mod read_only;
    mod refuge;
    mod rooms;
    mod saving;
    pub mod session;
    mod shape;
    mod shell;
    mod shown_presence;
    mod source;
    pub mod start;
    mod states;
    mod translations;

    pub use shell::{App, mount};
}

/// What only a browser has: files, the clipboard, carets, the theme. It knows strings and spans only.
#[cfg(target_arch = "wasm32")]
pub mod browser {
    pub mod caret;
    pub mod cells;
    pub mod clipboard;
    pub mod clock;
    pub mod database;
    pub mod dialogs;
    pub mod double_press;
    pub mod files;
    pub mod floating;
    pub mod front;
    pub mod habits;
    pub mod handles;
    pub mod idle;
    pub mod intl;
    pub mod keyboard;
    pub mod media;
    pub mod page;
    pub mod page_tables;
    pub mod panels;
    pub mod parting;
    pub mod pointer;
    pub mod rescue;
    pub mod scrolling;
    pub mod size;
    pub mod start_guard;
    pub mod tab_memory;
    pub mod tabs;
    pub mod theme;
}
