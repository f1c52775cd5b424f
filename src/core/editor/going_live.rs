//! Going live: from what T-Server has to what it is to have, in an order in which the option names no missing entry.

pub mod back;
pub mod bridge;
pub mod copying;
pub mod files;
pub mod going;
pub mod looks;
pub mod names;
mod obstacles;
pub mod order;
pub mod plan;
pub mod powershell;
mod sentences;
pub mod steps;
pub mod there;
pub mod words;
