//! Finding and replacing: what is looked for, where it stands, and what takes its place.

mod as_written;
pub mod found;
pub mod hit;
pub mod hit_place;
pub mod left_out;
pub mod marks;
mod needle;
pub mod query;
pub mod replacing;
pub mod scope;
pub mod shown_hit;
mod term;
pub mod words;
