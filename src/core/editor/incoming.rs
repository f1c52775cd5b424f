//! What comes from outside: what is in it, before anything of it is taken.

pub mod columns;
pub mod tables;
