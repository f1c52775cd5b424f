//! Reading what comes as files: the bytes, or why there are none.

use std::fmt;

use web_sys::File;

use crate::{
    app::open_file,
    browser::{
        files::{self, FileError},
        handles::Handle,
        page_tables,
    },
};
use presence_profile_core::{
    editor::incoming::inputs::Input,
    source::{bare_markup, decode, table::Table},
};

/// A file that was chosen, or one that went before it could be read.
pub(super) enum Comes {
    File(File),
    Gone(String),
}

impl Comes {
    /// One that was chosen by a picker.
    pub fn of(handle: &Handle, file: Option<File>) -> Comes {
        file.map_or_else(|| Comes::Gone(handle.name()), Comes::File)
    }
}

/// The tables of a page that was saved as a file.
pub(super) fn of_page(name: &str, bytes: &[u8]) -> Option<Input> {
    let front = bytes.trim_ascii_start().get(..14)?.to_ascii_lowercase();
    if !front.starts_with(b"<!doctype html") && !front.starts_with(b"<html") {
        return None;
    }
    let page = decode::decode(bytes).ok()?;
    let tables =
        page_tables::of(&bare_markup::bare(&page.text), false)?.into_iter().filter_map(Table::of_page).collect();
    Some(Input::of_page(name, tables))
}

/// Why a file did not come in.
pub(super) enum NotRead {
    /// It is larger than so many megabytes.
    TooLarge(u32),
    /// The browser could not read it.
    Unreadable,
}

impl fmt::Display for NotRead {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NotRead::TooLarge(megabytes) => write!(formatter, "it is larger than {megabytes} MB"),
            NotRead::Unreadable => {
                formatter.write_str("the browser could not read it; of a folder, choose the files in it")
            }
        }
    }
}

/// Reads a file.
pub(super) async fn read(file: File) -> Result<Vec<u8>, NotRead> {
    let name = file.name().to_ascii_lowercase();
    // An archive of this editor holds a workspace, too.
    let may_be_workspace = name.ends_with(".json") || name.ends_with(".zip");
    let (most, megabytes) = if may_be_workspace { (open_file::MOST_OF_WORKSPACE, 64) } else { (files::MOST_BYTES, 8) };
    match files::read_up_to(most, file).await {
        Ok(chosen) => Ok(chosen.bytes),
        Err(FileError::TooLarge) => Err(NotRead::TooLarge(megabytes)),
        Err(FileError::Unreadable) => Err(NotRead::Unreadable),
    }
}
