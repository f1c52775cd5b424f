//! Extensions out of what is pasted: two columns, as a spreadsheet, a list or an export writes them.

pub mod pasting;

use std::fmt;

use super::{
    assigned::ExtensionDn,
    assignment::Assignment,
    reassigning::{self, trim},
    refusal::Refusal,
};

/// What a pasted text brings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PastedExtensions {
    /// Number and profile; `None` where the line has one column only.
    pub rows: Vec<(String, Option<String>)>,
    /// Whether the first line told what stands in the columns.
    pub has_head: bool,
    /// Lines that are no Extension.
    pub left_out: Vec<LeftOut>,
    /// Numbers that stand more than once: the last counts.
    pub repeated: Vec<ExtensionDn>,
    /// How many lines give way to a later one of the same number.
    pub again: usize,
    /// How many columns there are at most; only two are read.
    pub columns: usize,
}

/// A line that is no Extension.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOut {
    /// The line, counted from 1.
    pub line: usize,
    /// Why.
    pub why: WhyLeftOut,
}

/// Why a line is no Extension.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyLeftOut {
    /// It tells what stands in the columns, and is not the first of several.
    Head,
    /// Its first column is empty.
    NoNumber,
    /// What stands in the first column holds this, and is no number.
    InNumber(char),
    /// What stands in the first column is the name of a profile.
    ProfileForNumber,
    /// What stands in the second column holds a control character.
    InProfile,
}

impl fmt::Display for WhyLeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WhyLeftOut::Head => f.write_str("column titles"),
            WhyLeftOut::NoNumber => f.write_str("no number"),
            WhyLeftOut::InNumber(' ') => f.write_str("a blank in the number"),
            WhyLeftOut::InNumber(sign @ (',' | ';' | '=' | '[' | ']')) => {
                write!(f, "\u{201c}{sign}\u{201d} in the number")
            }
            WhyLeftOut::InNumber(sign) => write!(f, "U+{:04X} in the number", u32::from(*sign)),
            WhyLeftOut::ProfileForNumber => f.write_str("the name of a profile, no number"),
            WhyLeftOut::InProfile => f.write_str("a control character in the profile"),
        }
    }
}

/// The signs that part columns; an earlier one counts where a text has several.
pub const SEPARATORS: [char; 3] = ['\t', ';', ','];

/// What heads of the column of numbers are called, in letters and digits only.
const NUMBER_HEADS: [&str; 8] =
    ["number", "extension", "extensions", "extensiondn", "extensionnumber", "ext", "dn", "dnnumber"];

/// What heads of the column of profiles are called, in letters and digits only.
const PROFILE_HEADS: [&str; 6] =
    ["presenceprofile", "profile", "profilename", "voipservicedn", "voipservice", "presence"];

/// Reads a text that is pasted where there are these profiles and Extensions; never fails. What parts its columns is what parts them everywhere - tabs, semicolons, commas, or
/// blanks - and in a line without that, one of the other signs that part.
pub fn pasted_extensions(shown: &Assignment, text: &str) -> PastedExtensions {
    let mut pasted = PastedExtensions::default();
    let lines = text.lines().enumerate().filter(|(_, line)| !trim(line).is_empty());
    let everywhere = separator(text);
    let mut lines: Vec<(usize, Vec<&str>)> = lines.map(|(at, line)| (at + 1, columns(line, everywhere))).collect();
    if is_headed(shown, &lines) {
        pasted.has_head = true;
        lines.remove(0);
    }
    pasted.columns = lines.iter().map(|(_, columns)| columns.len()).max().unwrap_or(0);
    for (line, columns) in lines {
        match row(shown, &columns) {
            Ok(row) => pasted.rows.push(row),
            Err(why) => pasted.left_out.push(LeftOut { line, why }),
        }
    }
    let mut numbers: Vec<&str> = pasted.rows.iter().map(|(number, _)| number.as_str()).collect();
    numbers.sort_unstable();
    let twice = numbers.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| ExtensionDn::new(pair[0]));
    pasted.repeated = twice.collect();
    pasted.again = pasted.repeated.len();
    pasted.repeated.sort_unstable();
    pasted.repeated.dedup();
    pasted
}

/// Number and profile of a line, or why it is no Extension.
fn row(shown: &Assignment, columns: &[&str]) -> Result<(String, Option<String>), WhyLeftOut> {
    if !has_digit(columns) && NUMBER_HEADS.contains(&&*letters(columns[0])) {
        return Err(WhyLeftOut::Head);
    }
    let is_there = |number: &ExtensionDn| shown.position(number).is_some();
    let number = reassigning::number_among(columns[0], |name| shown.is_profile(name), is_there);
    let number = number.map_err(|refusal| match refusal {
        Refusal::NotANumber(_, sign) => WhyLeftOut::InNumber(sign),
        Refusal::ProfileForNumber(_) => WhyLeftOut::ProfileForNumber,
        _ => WhyLeftOut::NoNumber,
    })?;
    let profile = columns.get(1).map(|profile| reassigning::name(profile)).transpose();
    let profile = profile.map_err(|_| WhyLeftOut::InProfile)?;
    Ok((number.to_string(), profile.map(|profile| profile.to_string())))
}

/// The first of the signs that part which a text has.
fn separator(text: &str) -> Option<char> {
    SEPARATORS.into_iter().find(|separator| text.contains(*separator))
}

/// The columns of a line that is not blank, each without blanks and quotes around it. Blanks part them only where nothing
/// else does in all of the text.
fn columns(line: &str, everywhere: Option<char>) -> Vec<&str> {
    // A spreadsheet puts quotes around what holds the sign that parts.
    match everywhere.filter(|sign| line.contains(*sign)).or_else(|| separator(line)) {
        Some(separator) => line.split(separator).map(bare).collect(),
        None if everywhere.is_some() => vec![bare(line)],
        None => line.split_whitespace().map(bare).collect(),
    }
}

fn bare(column: &str) -> &str {
    let column = trim(column);
    let inner = column.strip_prefix('"').and_then(|column| column.strip_suffix('"'));
    inner.map_or(column, trim)
}

/// Whether the first line tells what stands in the columns below it: they are called so, or it is the only one without a
/// digit in front. What names a profile is a value, whatever it is called, and so is the line it stands in.
fn is_headed(shown: &Assignment, lines: &[(usize, Vec<&str>)]) -> bool {
    let Some(((_, first), rest)) = lines.split_first() else { return false };
    let own = || first.iter().take(2);
    if rest.is_empty() || has_digit(first) || own().any(|column| shown.is_profile(column)) {
        return false;
    }
    let is_head = |column: &&str| {
        let letters = letters(column);
        NUMBER_HEADS.contains(&&*letters) || PROFILE_HEADS.contains(&&*letters)
    };
    own().any(is_head) || 1 < rest.len() && rest.iter().all(|(_, columns)| has_digit(columns))
}

fn has_digit(columns: &[&str]) -> bool {
    columns[0].contains(|sign: char| sign.is_ascii_digit())
}

/// The letters and digits of the head of a column.
fn letters(column: &str) -> String {
    let letters = column.chars().filter(|sign| sign.is_alphanumeric());
    letters.collect::<String>().to_ascii_lowercase()
}
