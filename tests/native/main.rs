//! The one host test binary: each file is a kind of test.

mod aggregated_states;
mod availability_ranges;
mod cases;
mod commands;
mod decode;
mod documents;
mod edits;
mod export;
mod fixing;
mod history;
mod lcid;
mod options;
mod problems;
mod rules;
mod second_reader;
mod shown;
mod tidy;
mod xml;
