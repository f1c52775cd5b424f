//! Everything that is derived from a profile's two texts.

use std::collections::HashSet;

use super::workspace::{Choices, Profile};
use crate::{
    mapping::{
        agent_states::{self, PresenceMap},
        lcid::Lcid,
        options::{Mode, ProfileOptions},
        states::StateNumber,
    },
    source::{
        decode::encoding::Encoding,
        text::{LineIndex, Part, Position, Span},
        xml::{Xml, verdict},
    },
};

/// What a profile says, as far as it could be read.
#[derive(Debug, Clone)]
pub struct Analysis {
    /// The options text.
    pub options: ProfileOptions,
    /// The XML file, as XML.
    pub xml: Xml,
    /// The XML file, as entries.
    pub map: PresenceMap,
    /// The columns of the translations: the default language, the file's languages as they first appear, the pinned
    /// ones. Of a file with thousands of languages only the first.
    pub languages: Vec<Lcid>,
    /// Lines of the options text.
    pub options_lines: LineIndex,
    /// Lines of the XML file.
    pub xml_lines: LineIndex,
    /// What could not be read, the XML file first.
    pub problems: Vec<Diagnostic>,
}

/// A problem at its place, ready to be listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The text it is in.
    pub part: Part,
    /// The culprit.
    pub span: Span,
    /// Where the culprit begins.
    pub position: Position,
    /// What is wrong, one sentence; offending text stands in backticks.
    pub message: String,
    /// Names the kind of problem.
    pub code: &'static str,
}

impl Analysis {
    /// Reads a profile. Never fails: a broken text is a value.
    pub fn of(profile: &Profile) -> Analysis {
        let options = ProfileOptions::read(&profile.options);
        let xml = Xml::read(&profile.xml, &agent_states::ELEMENTS);
        let map = PresenceMap::of(&profile.xml, &xml);
        let options_lines = LineIndex::new(&profile.options);
        let xml_lines = LineIndex::new(&profile.xml);

        let languages = columns(&map, &profile.choices);
        let unread_xml = xml.problems.iter().map(|problem| (Part::Xml, problem, "xml-syntax"));
        // What is saved is UTF-8, whatever the declaration was true of.
        let contradiction = verdict::contradiction(&profile.xml, &xml, Encoding::Utf8);
        let contradiction = contradiction.iter().map(|problem| (Part::Xml, problem, "xml-encoding"));
        let states = &options.aggregated_states.problems;
        let unread_options = options.problems.iter().map(|problem| (Part::Options, problem, "option-line"));
        let unread_states = states.iter().map(|problem| (Part::Options, problem, "aggregated-states-form"));
        let problems =
            unread_xml.chain(contradiction).chain(unread_options).chain(unread_states).map(|(part, problem, code)| {
                let position = match part {
                    Part::Options => options_lines.position(&profile.options, problem.span.start),
                    Part::Xml => xml_lines.position(&profile.xml, problem.span.start),
                };
                Diagnostic { part, span: problem.span, position, message: problem.message.clone(), code }
            });
        let problems = problems.collect();
        Analysis { options, xml, map, languages, options_lines, xml_lines, problems }
    }

    /// Which way presence goes, by the options.
    pub fn mode(&self) -> Mode {
        self.options.mode
    }

    /// The rows that use an ID.
    pub fn rows_of<'a>(&'a self, id: &'a str) -> impl Iterator<Item = StateNumber> + 'a {
        StateNumber::all().filter(move |row| self.options.aggregated_states.id_of(*row) == Some(id))
    }

    /// Lines of one of the texts.
    pub fn lines(&self, part: Part) -> &LineIndex {
        match part {
            Part::Options => &self.options_lines,
            Part::Xml => &self.xml_lines,
        }
    }

    /// The entry whose element an offset of the XML lies in.
    pub fn entry_at(&self, offset: usize) -> Option<usize> {
        let entries = &self.map.entries;
        let behind = entries.partition_point(|entry| entry.span.start <= offset);
        let entry = behind.checked_sub(1)?;
        entries[entry].span.touches(offset).then_some(entry)
    }

    /// The row whose pair an offset of the options lies in.
    pub fn row_at(&self, offset: usize) -> Option<StateNumber> {
        let pairs = &self.options.aggregated_states.pairs;
        pairs.iter().find(|pair| pair.span.touches(offset)).map(|pair| pair.number)
    }
}

/// How many cells the translations may have, which a hostile file could want by the billion.
const MOST_CELLS: usize = 1 << 20;

/// How many of the file's languages are shown, whatever the number of its entries.
const FEWEST_LANGUAGES: usize = 64;

fn columns(map: &PresenceMap, choices: &Choices) -> Vec<Lcid> {
    let most = (MOST_CELLS / map.entries.len().max(1)).max(FEWEST_LANGUAGES);
    let mut seen = HashSet::new();
    let own = [choices.default_language].into_iter().chain(map.languages().into_iter().take(most));
    own.chain(choices.pinned.iter().copied()).filter(|language| seen.insert(*language)).collect()
}
