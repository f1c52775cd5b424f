//! The one host test binary: each file is a kind of test.

mod addresses;
mod aggregated_states;
mod availability_ranges;
mod cases;
mod commands;
mod conformance;
mod decode;
mod documents;
mod edits;
mod export;
mod fixing;
mod history;
mod lcid;
mod lowercase;
mod options;
mod phrases;
mod problems;
mod report;
mod rules;
mod second_reader;
mod shown;
mod sorting;
mod tidy;
mod witnesses;
mod xml;
