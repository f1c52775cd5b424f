//! Going live: from what T-Server has to what it is to have, in an order in which nobody is without presence.

pub mod bridge;
pub mod going;
pub mod names;
pub mod order;
pub mod powershell;
pub mod steps;
pub mod words;
