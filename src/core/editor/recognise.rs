//! What a file or a pasted text is: by what stands in it, never by its name.

use std::fmt;

/// Something that holds no presence configuration which could be read here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stranger {
    /// A PDF.
    Pdf,
    /// A workbook of a spreadsheet.
    Workbook,
    /// A document of a word processor.
    Document,
    /// Another file of an office program, in its form of before 2007.
    OldOffice,
    /// An archive.
    Archive,
    /// A picture.
    Picture,
    /// An export of the Windows registry.
    Registry,
    /// A log of T-Server, or of another server of the same kind.
    Log,
    /// A presence state as Skype for Business sends it.
    WireState,
}

impl fmt::Display for Stranger {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Stranger::Pdf => "it is a PDF; copy the text out of it and paste that",
            Stranger::Workbook => "it is a workbook of a spreadsheet; copy the cells instead, or save it as CSV",
            Stranger::Document => "it is a document of a word processor; copy the text instead",
            Stranger::OldOffice => "it is a file of an office program; copy the cells or the text instead",
            Stranger::Archive => "it is an archive, and none of this editor; unpack it first",
            Stranger::Picture => "it is a picture",
            Stranger::Registry => "it is an export of the Windows registry, which holds no presence profile",
            Stranger::Log => "it is a log, which says nothing of the configuration",
            Stranger::WireState => {
                "it is a presence state as Skype for Business sends it, and no agentStates file; its numbers are of one user"
            }
        })
    }
}

/// The stranger that bytes are, if they are one that is known.
pub fn stranger(bytes: &[u8]) -> Option<Stranger> {
    let found = |signs: &[u8]| bytes.windows(signs.len()).any(|window| window == signs);
    Some(match bytes {
        [b'%', b'P', b'D', b'F', b'-', ..] => Stranger::Pdf,
        [b'P', b'K', 3, 4, ..] if found(b"xl/workbook") || found(b"opendocument.spreadsheet") => Stranger::Workbook,
        [b'P', b'K', 3, 4, ..] if found(b"word/document") || found(b"opendocument.text") => Stranger::Document,
        [b'P', b'K', 3 | 5, 4 | 6, ..]
        | [0x1F, 0x8B, ..]
        | [b'7', b'z', 0xBC, 0xAF, ..]
        | [b'R', b'a', b'r', b'!', ..] => Stranger::Archive,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Stranger::OldOffice,
        [0x89, b'P', b'N', b'G', ..] | [0xFF, 0xD8, 0xFF, ..] | [b'G', b'I', b'F', b'8', ..] => Stranger::Picture,
        _ => return None,
    })
}

/// The stranger that a text is, if it is one that is known.
pub fn strange_text(text: &str) -> Option<Stranger> {
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    let first = text.lines().next().unwrap_or_default().trim_end();
    if matches!(first, "Windows Registry Editor Version 5.00" | "REGEDIT4") {
        return Some(Stranger::Registry);
    }
    if is_wire_state(text) {
        return Some(Stranger::WireState);
    }
    if is_flat_office(text) {
        return Some(Stranger::Workbook);
    }
    is_log(text).then_some(Stranger::Log)
}

/// Whether a text is a workbook that an office program wrote as one XML file.
fn is_flat_office(text: &str) -> bool {
    let front: String = text.chars().take(4000).collect();
    front.contains("<office:document") && front.contains("spreadsheet")
}

/// The namespace of a state of the protocol that Skype for Business speaks.
const WIRE: &str = "http://schemas.microsoft.com/2006/09/sip/state";

/// Whether the outermost element of a text is a `state`, or one that holds such.
fn is_wire_state(text: &str) -> bool {
    let mut rest = text;
    if let Some(inside) = rest.strip_prefix("<?") {
        rest = inside.split_once("?>").map_or("", |(_, rest)| rest).trim_start();
    }
    let tag = rest.strip_prefix('<').and_then(|rest| rest.split_once('>')).map(|(tag, _)| tag);
    tag.is_some_and(|tag| {
        tag.contains(WIRE) && matches!(tag.split([' ', '\t', '\n']).next(), Some("state" | "publish" | "category"))
    })
}

/// Whether a text has lines that servers write when they hand an event to a client, or trace a request.
fn is_log(text: &str) -> bool {
    const LINES: usize = 2000;
    let is_event =
        |line: &str| line.contains("distribute_event: message Event") || line.contains("send_to_client: message Event");
    let is_trace = |line: &str| line.split_whitespace().nth(1) == Some("Trc") && starts_with_time(line);
    text.lines().take(LINES).any(|line| is_event(line) || is_trace(line))
}

/// `2026-11-28T10:15:00.123`, `10:15:00.123`, `@10:15:00.1230`.
fn starts_with_time(line: &str) -> bool {
    let word = line.split_whitespace().next().unwrap_or_default();
    let time = word.trim_start_matches('@').rsplit('T').next().unwrap_or_default();
    let mut digits = time.split([':', '.']);
    let is_number =
        |digits: Option<&str>| digits.is_some_and(|digits| digits.len() == 2 && digits.parse::<u8>().is_ok());
    is_number(digits.next()) && is_number(digits.next()) && is_number(digits.next())
}
