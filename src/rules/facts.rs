//! What the laws judge: both texts of a profile and all that was read in them, borrowed.

use crate::{
    mapping::{
        agent_states::{PresenceMap, StateEntry},
        lcid::Lcid,
        options::{Mode, ProfileOptions},
        states::StateNumber,
    },
    source::{
        decode::{FileStyle, encoding::Encoding},
        text::{Part, Span},
        xml::Xml,
    },
};

/// A profile as the laws see it.
pub struct Facts<'a> {
    /// The options text.
    pub options_text: &'a str,
    /// The XML file.
    pub xml_text: &'a str,
    /// What the options text says.
    pub options: &'a ProfileOptions,
    /// The file, as XML.
    pub xml: &'a Xml,
    /// The file, as entries.
    pub map: &'a PresenceMap,
    /// Which way presence goes, by the options.
    pub mode: Mode,
    /// The language every entry should have.
    pub default_language: Lcid,
    /// What the file's bytes are; what is saved from the editor is UTF-8.
    pub encoding: Encoding,
    /// What the file has that its text does not hold.
    pub style: FileStyle,
    /// The names of the workspace's profiles, where they are known.
    pub profile_names: &'a [&'a str],
    /// The `presence-profile` value of the T-Server application, where it is known.
    pub presence_profile: Option<&'a str>,
    /// Stretches of the file in which entries or texts may stand that were not read, in the order of the text.
    pub unread: Vec<Span>,
    /// By entry, the rows that come to it.
    rows: Vec<Rows>,
}

/// A set of rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rows(u16); // Invariant: bit n stands for the row of index n, 0 to 14.

impl Rows {
    /// The rows, ascending.
    pub fn iter(self) -> impl Iterator<Item = StateNumber> {
        StateNumber::all().filter(move |row| self.0 & (1 << row.index()) != 0)
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    fn add(&mut self, row: StateNumber) {
        self.0 |= 1 << row.index();
    }
}

impl<'a> Facts<'a> {
    /// The facts of one profile, read by the editor's readers; the rest as it is where nothing is known.
    pub fn new(
        options_text: &'a str,
        xml_text: &'a str,
        options: &'a ProfileOptions,
        xml: &'a Xml,
        map: &'a PresenceMap,
    ) -> Facts<'a> {
        Facts {
            options_text,
            xml_text,
            options,
            xml,
            map,
            mode: options.mode,
            default_language: Lcid::ENGLISH,
            encoding: Encoding::Utf8,
            style: FileStyle::default(),
            profile_names: &[],
            presence_profile: None,
            unread: unread(xml_text, xml, map),
            rows: rows(options, map),
        }
    }

    /// One of the texts.
    pub fn text(&self, part: Part) -> &'a str {
        match part {
            Part::Options => self.options_text,
            Part::Xml => self.xml_text,
        }
    }

    /// The rows whose ID comes to an entry, by its position. None come to the later ones of entries of one ID.
    pub fn rows_of(&self, entry: usize) -> Rows {
        self.rows[entry]
    }

    /// Whether the file may have entries that could not be read, so that nothing can be said about one that is missing.
    pub fn may_hide_entries(&self) -> bool {
        self.unread.iter().any(|span| !is_activity(span.text(self.xml_text)))
    }

    /// Whether an entry may have texts that could not be read.
    pub fn may_hide_texts(&self, entry: &StateEntry) -> bool {
        let first = self.unread.partition_point(|span| span.end <= entry.span.start);
        self.unread.get(first).is_some_and(|span| span.start < entry.span.end)
    }

    /// An entry's ID as messages show it, without backticks where it has none.
    pub fn name_of(&self, entry: &StateEntry) -> String {
        match &entry.id {
            Some(id) if !id.text.trim().is_empty() => format!("`{}`", id.text),
            _ => "the entry without an ID".to_owned(),
        }
    }
}

fn rows(options: &ProfileOptions, map: &PresenceMap) -> Vec<Rows> {
    let mut rows = vec![Rows::default(); map.entries.len()];
    for row in StateNumber::all() {
        let id = options.aggregated_states.id_of(row);
        if let Some(entry) = id.and_then(|id| map.entry_of(id)) {
            rows[entry].add(row);
        }
    }
    rows
}

/// Where the reader lost its way: broken tags, comments and sections without an end, and text where tags should stand.
fn unread(text: &str, xml: &Xml, map: &PresenceMap) -> Vec<Span> {
    if xml.problems.is_empty() {
        return Vec::new();
    }
    let mut unread = map.lost.clone();
    for problem in &xml.problems {
        let culprit = problem.span.text(text);
        if ["<!--", "<![CDATA[", "<?"].iter().any(|opening| culprit.starts_with(opening)) {
            unread.push(problem.span);
        }
        if culprit.starts_with("<!DOCTYPE") && xml.doctype.is_some_and(|it| it.text(text).contains("<!ENTITY")) {
            unread.push(problem.span);
        }
    }
    for piece in &xml.texts {
        let is_tag = |text: &str| ["agentState", "activity", "ID="].iter().any(|name| text.contains(name));
        if is_tag(piece.span.text(text)) {
            unread.push(piece.span);
        }
    }
    unread.sort_unstable();
    unread
}

/// Whether a broken tag is one of a text: it cannot be an entry.
fn is_activity(tag: &str) -> bool {
    let Some(name) = tag.strip_prefix('<') else { return false };
    let end = name.find(|sign: char| !sign.is_alphanumeric() && sign != ':').unwrap_or(name.len());
    let name = &name[..end];
    name.rsplit_once(':').map_or(name, |(_, local)| local) == "activity"
}
