//! What the laws judge: both texts of a profile and all that was read in them, borrowed.

use super::{misspelt_option, unread};
use crate::{
    mapping::{
        agent_states::{Activity, PresenceMap, StateEntry, Written},
        lcid::Lcid,
        option_name::OptionName,
        options::{Mode, ProfileOptions},
        rows::Rows,
        states::StateNumber,
    },
    source::{
        decode::{FileStyle, encoding::Encoding},
        phrase::quoted,
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
    /// The name of this profile, where it is known.
    pub profile_name: Option<&'a str>,
    /// The names of the other profiles that push and name the same file, and whose XML is another one.
    pub same_path: &'a [&'a str],
    /// The `presence-profile` value of the T-Server application, where it is known.
    pub presence_profile: Option<&'a str>,
    /// The names of options that are not spelt as the guide does, and which option each was meant to be.
    pub misspelt_options: Vec<(Span, OptionName)>,
    /// Stretches of the file in which entries or texts may stand that were not read, in the order of the text.
    pub unread: Vec<Span>,
    /// By entry, the rows that come to it.
    rows: Vec<Rows>,
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
            profile_name: None,
            same_path: &[],
            presence_profile: None,
            misspelt_options: misspelt_option::names(options_text, options),
            unread: unread::stretches(xml_text, xml, map),
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

    /// The rows that the option gives an ID, whether or not the file has an entry for it.
    pub fn rows_with(&self, id: &str) -> Rows {
        StateNumber::all().filter(|row| self.options.aggregated_states.id_of(*row) == Some(id)).collect()
    }

    /// All texts, each with the entry it belongs to.
    pub fn texts(&self) -> impl Iterator<Item = (&'a StateEntry, &'a Activity)> + use<'a> {
        let entries: &'a [StateEntry] = &self.map.entries;
        entries.iter().flat_map(|entry| entry.activities.iter().map(move |activity| (entry, activity)))
    }

    /// Whether a text stands in the file letter by letter, without references, comments or sections.
    pub fn is_literal(&self, written: &Written) -> bool {
        written.span.len() == written.text.len() && written.span.text(self.xml_text) == written.text
    }

    /// Whether the file may have an entry of this ID that could not be read, so that nobody can say it is missing.
    pub fn may_hide_entry(&self, id: &str) -> bool {
        self.unread.iter().any(|span| unread::may_hold(span.text(self.xml_text), id))
    }

    /// Whether it is known of an entry in which languages it has texts: some, all of them read, each with an LCID that
    /// names a language.
    pub fn knows_languages(&self, entry: &StateEntry) -> bool {
        let is_known = |activity: &Activity| activity.lcid_value().is_some_and(|lcid| lcid.info().is_some());
        !entry.activities.is_empty()
            && !entry.broken
            && !self.may_hide_texts(entry)
            && entry.activities.iter().all(is_known)
    }

    /// Whether an entry may have texts that could not be read.
    pub fn may_hide_texts(&self, entry: &StateEntry) -> bool {
        let first = self.unread.partition_point(|span| span.end <= entry.span.start);
        self.unread.get(first).is_some_and(|span| span.start < entry.span.end)
    }
}

/// An entry's ID; empty where it has none.
pub fn id_of(entry: &StateEntry) -> &str {
    entry.id.as_ref().map_or("", |id| &id.text)
}

/// An entry's ID as messages show it.
pub fn name_of(entry: &StateEntry) -> String {
    match id_of(entry) {
        id if id.trim().is_empty() => "the entry without an ID".to_owned(),
        id => quoted(id),
    }
}

/// Where an entry is pointed at: its ID, or its element's name where it has none.
pub fn place_of(entry: &StateEntry) -> Span {
    entry.id.as_ref().map(|id| id.span).filter(|span| !span.is_empty()).unwrap_or(entry.name_span)
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
