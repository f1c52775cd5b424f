//! Everything that is derived from a profile's two texts.

use std::collections::HashSet;

use super::{
    problems::Counts,
    set_aside,
    workspace::{Choices, Profile, Workspace},
};
use crate::{
    mapping::{
        agent_states::{self, PresenceMap},
        lcid::Lcid,
        options::{Mode, ProfileOptions},
        states::StateNumber,
    },
    rules::{self, diagnostic::Diagnostic, facts::Facts},
    source::{
        text::{LineIndex, Part, Position},
        xml::Xml,
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
    /// What the laws say of it, by part and place.
    pub problems: Vec<Finding>,
    /// What they would say of it, had the user not set it aside.
    pub set_aside: Vec<Finding>,
}

/// A diagnostic at its place, ready to be listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where the culprit begins.
    pub position: Position,
    /// What a law says.
    pub diagnostic: Diagnostic,
}

impl Analysis {
    /// Reads a profile by itself. Never fails: a broken text is a value.
    pub fn of(profile: &Profile) -> Analysis {
        Analysis::among(profile, &[], None, rules::MOST_LISTED)
    }

    /// As [`Analysis::of`], with up to so many problems of one law.
    pub(super) fn with_up_to(most: usize, profile: &Profile) -> Analysis {
        Analysis::among(profile, &[], None, most)
    }

    /// Reads a profile of a workspace, by its position.
    pub fn in_workspace(workspace: &Workspace, position: usize) -> Analysis {
        let names: Vec<&str> = workspace.profiles.iter().map(|profile| profile.name.as_str()).collect();
        Analysis::among(
            &workspace.profiles[position],
            &names,
            workspace.presence_profile.as_deref(),
            rules::MOST_LISTED,
        )
    }

    fn among(profile: &Profile, names: &[&str], presence_profile: Option<&str>, most: usize) -> Analysis {
        let options = ProfileOptions::read(&profile.options);
        let xml = Xml::read(&profile.xml, &agent_states::ELEMENTS);
        let map = PresenceMap::of(&profile.xml, &xml);
        let options_lines = LineIndex::new(&profile.options);
        let xml_lines = LineIndex::new(&profile.xml);

        let languages = columns(&map, &profile.choices);
        let mut facts = Facts::new(&profile.options, &profile.xml, &options, &xml, &map);
        facts.default_language = profile.choices.default_language;
        facts.style = profile.choices.style;
        facts.profile_names = names;
        facts.presence_profile = presence_profile;
        let judged = rules::judge_up_to(&facts, most);
        let problems = placed(judged, |part| match part {
            Part::Options => (&*profile.options, &options_lines),
            Part::Xml => (&*profile.xml, &xml_lines),
        });
        let (problems, set_aside) = set_aside::divide(problems, &profile.choices);
        Analysis { options, xml, map, languages, options_lines, xml_lines, problems, set_aside }
    }

    /// Which way presence goes, by the options.
    pub fn mode(&self) -> Mode {
        self.options.mode
    }

    /// The rows that use an ID.
    pub fn rows_of<'a>(&'a self, id: &'a str) -> impl Iterator<Item = StateNumber> + 'a {
        StateNumber::all().filter(move |row| self.options.aggregated_states.id_of(*row) == Some(id))
    }

    /// How many problems are open; those set aside are counted apart, by [`Counts::of`].
    pub fn counts(&self) -> Counts {
        Counts::of(&self.problems)
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

/// Diagnostics in the order of the text, with their lines and columns.
fn placed<'a>(judged: Vec<Diagnostic>, text_of: impl Fn(Part) -> (&'a str, &'a LineIndex)) -> Vec<Finding> {
    let mut before: Option<(Part, usize, Position)> = None;
    let mut found = Vec::with_capacity(judged.len());
    for diagnostic in judged {
        let (part, offset) = (diagnostic.part, diagnostic.span.start);
        let (text, lines) = text_of(part);
        // A file in one line is not counted through again for each of its problems.
        let position = match before.filter(|(own, ..)| *own == part) {
            Some((_, at, position)) if lines.line_of(offset) + 1 == position.line => {
                Position { column: position.column + text[at..offset].chars().count(), ..position }
            }
            _ => lines.position(text, offset),
        };
        before = Some((part, offset, position));
        found.push(Finding { position, diagnostic });
    }
    found
}
