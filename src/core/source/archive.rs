//! Several files as one ZIP: stored as they are, so that the same files are the same bytes.

use std::io::{Cursor, Read, Write};

use zip::{CompressionMethod, DateTime, System, ZipArchive, ZipWriter, write::SimpleFileOptions};

/// A file in an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packed {
    /// Its name, with the folders it lies in: `Site/agentStates.xml`.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// The archive of files, in their order, each of 1 January 1980: it depends on nothing but them. No two have one name.
pub fn write(files: &[Packed]) -> Vec<u8> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .system(System::Unix);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        writer.start_file(file.name.as_str(), options).expect("names are short, and each is there once");
        writer.write_all(&file.bytes).expect("memory takes what fits into it");
    }
    writer.finish().expect("memory takes what fits into it").into_inner()
}

/// The first file of an archive whose name ends so, if it is stored as it is and whole; `None` where there is none, or the
/// bytes are no archive. What is read is no longer than the bytes.
pub fn stored(bytes: &[u8], ending: &str) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let is_it = |name: &str| name.ends_with(ending);
    let at = (0..archive.len())
        .find(|at| archive.by_index(*at).is_ok_and(|file| is_it(&file.name().unwrap_or_default())))?;
    let file = archive.by_index(at).ok()?;
    if file.compression() != CompressionMethod::Stored || (bytes.len() as u64) < file.size() {
        return None;
    }
    let mut found = Vec::new();
    // Its end tells whether the bytes are those that were stored.
    file.take(bytes.len() as u64 + 1).read_to_end(&mut found).ok()?;
    Some(found)
}
