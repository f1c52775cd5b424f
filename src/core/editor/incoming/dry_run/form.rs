//! What of a profile is written otherwise, though it says the same.

use crate::{
    editor::{line_difference, workspace::Profile},
    source::{
        decode::{FileStyle, Newline},
        phrase::{counted, listed},
    },
};

/// "the XML in 2 lines, CRLF line ends"; empty where nothing is.
pub(super) fn in_words(before: &Profile, after: &Profile) -> String {
    let mut parts: Vec<String> = Vec::new();
    for (name, before, after) in
        [("the options", &before.options, &after.options), ("the XML", &before.xml, &after.xml)]
    {
        let lines = changed_lines(before, after);
        parts.extend((0 < lines).then(|| format!("{name} in {}", counted(lines, "line", "lines"))));
    }
    let (FileStyle { bom, newline }, now) = (before.choices.style, after.choices.style);
    if newline != now.newline {
        parts.push(match now.newline {
            Newline::Lf => "LF line ends".to_owned(),
            Newline::CrLf => "CRLF line ends".to_owned(),
        });
    }
    if bom != now.bom {
        parts.push(if now.bom { "a byte order mark in front" } else { "no byte order mark in front" }.to_owned());
    }
    listed(parts.into_iter())
}

/// Lines that are written otherwise, removed or added.
fn changed_lines(before: &str, after: &str) -> usize {
    let of =
        |kind| line_difference::lines(before, after).iter().filter(|run| run.kind == kind).map(|run| run.count).sum();
    let (removed, added): (usize, usize) = (of(line_difference::Kind::Removed), of(line_difference::Kind::Added));
    removed.max(added)
}
