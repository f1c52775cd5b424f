//! A table as a profile of its own.

use std::fmt::Write;

use super::{
    super::tables::{Brought, Repair, Why},
    Draft, Reading,
};
use crate::{
    mapping::{
        agent_states::{FIRST_LINES, LAST_LINE},
        leftovers::Remarks,
    },
    source::{phrase::counted, spreadsheet, table::Form, text::Span, xml},
};

/// The draft of what a table brings; what is read otherwise is left out where `is_off` says so of its key.
pub(super) fn draft(brought: &Brought, form: Form, is_off: impl Fn(&str) -> bool) -> Draft {
    let mut draft = Draft::default();
    let (mut lines_off, mut heads_off) = (Vec::new(), Vec::new());
    let marked = brought.entries.iter().filter(|entry| without_marks(&entry.id) != entry.id).count();
    if 0 < marked {
        draft.readings.push(Reading {
            key: MARKS.to_owned(),
            label: format!("Read {} without the marks of a page", counted(marked, "ID", "IDs")),
            detail: "backslashes, backticks and asterisks".to_owned(),
        });
    }
    let is_emphasised = |text: &str| form == Form::Bars && without_emphasis(text) != text;
    let emphasised =
        brought.entries.iter().flat_map(|entry| &entry.texts).filter(|(_, text)| is_emphasised(text)).count();
    if 0 < emphasised {
        draft.readings.push(Reading {
            key: EMPHASIS.to_owned(),
            label: format!("Read {} without the marks of a page", counted(emphasised, "text", "texts")),
            detail: "asterisks and backticks around it".to_owned(),
        });
    }
    let text_of = |text: &str| {
        if !is_emphasised(text) || is_off(EMPHASIS) { text.to_owned() } else { without_emphasis(text).to_owned() }
    };
    let id_of = |id: &str| if is_off(MARKS) { id.to_owned() } else { without_marks(id) };
    for repair in &brought.repairs {
        let reading = reading(repair);
        if is_off(&reading.key) {
            match repair {
                Repair::Head(_, lcid) | Repair::Language(_, lcid) => heads_off.push(*lcid),
                Repair::Date(line, ..) => lines_off.push(*line),
            }
        }
        draft.readings.push(reading);
    }
    let rows = brought.rows.iter().filter(|rows| !lines_off.contains(&rows.line));
    let pairs: Vec<String> =
        rows.flat_map(|rows| rows.numbers.iter().map(|row| format!("{}={}", row.number(), rows.id))).collect();
    if !pairs.is_empty() {
        draft.options = format!("aggregated-states={}\n", pairs.join(", "));
    }
    if !brought.entries.is_empty() {
        draft.xml = format!("{}\n{}\n", FIRST_LINES[0], FIRST_LINES[1]);
        for entry in &brought.entries {
            let availability = entry.availability.as_ref();
            let availability = availability
                .map_or(String::new(), |written| format!(" availability=\"{}\"", xml::escape_attribute(written, '"')));
            let id = id_of(&entry.id);
            let id = xml::escape_attribute(&id, '"');
            // Writing to a string does not fail.
            let _ = writeln!(draft.xml, "  <agentState ID=\"{id}\"{availability}>");
            for (lcid, text) in entry.texts.iter().filter(|(lcid, _)| !heads_off.contains(lcid)) {
                let text = text_of(text);
                let text = xml::escape_text(&text);
                let _ = writeln!(draft.xml, "    <activity LCID=\"{}\">{text}</activity>", lcid.number());
            }
            draft.xml.push_str("  </agentState>\n");
        }
        draft.xml.push_str(LAST_LINE);
        draft.xml.push('\n');
    }
    draft.left_alone = brought.other_heads.iter().map(|head| column_in_words(head)).collect();
    let unread = brought.left_out.iter().take(MOST_UNREAD);
    draft.unread = unread.map(|(line, why)| format!("line {line}: {}", why_in_words(*why))).collect();
    let more = brought.left_out.len().saturating_sub(MOST_UNREAD);
    draft.unread.extend((0 < more).then(|| format!("and {}", counted(more, "line more", "lines more"))));
    draft
}

/// So many lines that bring nothing are told one by one.
const MOST_UNREAD: usize = 5;

/// The key of reading IDs without what a page left around them.
const MARKS: &str = "marks";

/// The key of reading texts without it.
const EMPHASIS: &str = "emphasis";

/// A text without the marks of bold, slanted or typewriter letters around it.
fn without_emphasis(text: &str) -> &str {
    let mut bare = text.trim();
    for mark in ["**", "__", "*", "_", "`"] {
        let inside = bare.strip_prefix(mark).and_then(|inside| inside.strip_suffix(mark));
        bare = inside.filter(|inside| !inside.is_empty() && !inside.contains(mark)).unwrap_or(bare);
    }
    if bare.len() == text.trim().len() { text } else { bare }
}

/// An ID without the backslashes, quotes, backticks and asterisks of a page.
fn without_marks(id: &str) -> String {
    let mut remarks = Remarks::default();
    let bare = remarks.stripped(id, Span::new(0, id.len()));
    remarks.unescaped(id, bare)
}

/// A column that is not read: "the column 1.03E+03: a spreadsheet made a power of ten of a number…".
fn column_in_words(head: &str) -> String {
    format!("the column {head}{}", spreadsheet::told(head).0)
}

fn reading(repair: &Repair) -> Reading {
    match repair {
        Repair::Head(head, lcid) => Reading {
            key: format!("head {head}"),
            label: format!("Read the head {head} as {lcid}, {}", lcid.name()),
            detail: why_read(head).to_owned(),
        },
        Repair::Language(written, lcid) => Reading {
            key: format!("language {written}"),
            label: format!("Read the language {written} as {lcid}, {}", lcid.name()),
            detail: why_read(written).to_owned(),
        },
        Repair::Date(line, written, from, to) => Reading {
            key: format!("date {line}"),
            label: format!("Read {written} as the rows {from} to {to}"),
            detail: format!("line {line}; a spreadsheet made a date of it"),
        },
    }
}

/// Why a number is read as the LCID that it is not written as.
fn why_read(written: &str) -> &'static str {
    match spreadsheet::spoilt(written) {
        Some(_) => "a spreadsheet set the sign",
        None => "it is the hexadecimal number",
    }
}

fn why_in_words(why: Why) -> &'static str {
    match why {
        Why::NoId => "no ID",
        Why::NoRow => "no row from 1 to 15",
        Why::OtherStates => "its number is that of another row than its states",
        Why::NoState => "it begins with no state",
        Why::NoLanguage => "its language is not known",
        Why::Spoilt => "a spreadsheet has spoilt the number of its row",
        Why::Repeated => "a line before says otherwise",
        Why::AboveHead => "it stands above the head of the table",
        Why::Title => "it is a title over the columns",
    }
}
