//! What comes from outside: what is in it, and what would become of it, before anything of it is taken.

pub mod applying;
pub mod below_heads;
pub mod below_states;
pub mod columns;
pub mod copying;
pub mod difference;
pub mod differences;
pub mod draft;
pub mod dry_run;
pub(in crate::editor) mod entry_markup;
pub mod excerpt;
pub mod importing;
pub mod inputs;
pub mod kind;
pub mod piece;
pub mod plain;
pub mod repairs;
pub mod splitting;
pub mod tables;
pub mod values;
pub mod word_difference;
