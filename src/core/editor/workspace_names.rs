//! What workspaces are called, and what a list and a file say of them in words.

use crate::source::file_name;

/// Why a workspace cannot be called so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameRefusal {
    /// There is nothing but blanks.
    Empty,
    /// Another workspace is called so.
    Taken(String),
}

impl std::fmt::Display for NameRefusal {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            NameRefusal::Empty => formatter.write_str("A workspace needs a name"),
            NameRefusal::Taken(name) => write!(formatter, "Another workspace is called {name}"),
        }
    }
}

/// A name as it was written, without what nobody sees of it: blanks around it, control characters in it.
///
/// # Errors
/// Why it cannot be had beside the names of the others.
pub fn named<'a>(written: &str, others: impl IntoIterator<Item = &'a str>) -> Result<String, NameRefusal> {
    let name = cleaned(written);
    if name.is_empty() {
        return Err(NameRefusal::Empty);
    }
    match others.into_iter().any(|other| other == name) {
        true => Err(NameRefusal::Taken(name)),
        false => Ok(name),
    }
}

/// A name as it was written, each run of blanks and control characters one blank, none around it.
pub fn cleaned(written: &str) -> String {
    let words = written.split(|sign: char| sign.is_whitespace() || sign.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A name like another one that no workspace has: with a number behind it, where it is taken. One that ends in a number
/// counts on from there.
pub fn free_name(like: &str, taken: &[&str]) -> String {
    let like = match cleaned(like) {
        empty if empty.is_empty() => "Workspace".to_owned(),
        like => like,
    };
    if !taken.contains(&like.as_str()) {
        return like;
    }
    let counted = like.rsplit_once(' ').and_then(|(stem, count)| Some((stem, count.parse::<u32>().ok()?)));
    let (stem, first) = counted.map_or((like.as_str(), 2), |(stem, count)| (stem, count.saturating_add(1)));
    let mut names = (u64::from(first)..).map(|number| format!("{stem} {number}"));
    names.find(|name| !taken.contains(&name.as_str())).expect("there are more numbers than workspaces")
}

/// The name of a copy of a workspace: `Site (copy)`, and where that is taken `Site (copy 2)`.
pub fn copy_name(of: &str, taken: &[&str]) -> String {
    let stem = match of.rsplit_once(" (copy").filter(|(_, tail)| is_count(tail)) {
        Some((stem, _)) => stem,
        None => of,
    };
    let counted = (2..).map(|number| format!("{stem} (copy {number})"));
    let mut names = std::iter::once(format!("{stem} (copy)")).chain(counted);
    names.find(|name| !taken.contains(&name.as_str())).expect("there are more numbers than workspaces")
}

fn is_count(tail: &str) -> bool {
    tail.strip_suffix(')').is_some_and(|count| count.bytes().all(|byte| byte.is_ascii_digit() || byte == b' '))
}

/// A size as people say it: `312 bytes`, `96 KB`, `1.4 MB`.
pub fn size(bytes: u64) -> String {
    match bytes {
        1 => "1 byte".to_owned(),
        0..1000 => format!("{bytes} bytes"),
        1000..999_500 => format!("{} KB", (bytes + 500) / 1000),
        _ => {
            let tenths = (bytes + 50_000) / 100_000;
            format!("{}.{} MB", tenths / 10, tenths % 10)
        }
    }
}

/// What the names of files of workspaces end with.
pub const ENDING: &str = ".presence-workspace.json";

/// The name of the file that a workspace is saved as.
pub fn file_name(workspace: &str, ending: &str) -> String {
    let name = file_name::safe(workspace);
    format!("{}{ending}", if name.is_empty() { "Workspace" } else { &name })
}
