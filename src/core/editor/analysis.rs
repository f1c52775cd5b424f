//! Everything that is derived from a profile's two texts.

use std::sync::Arc;

use super::{
    columns,
    finding::{Counts, Finding, placed},
    heads::Heads,
    place::{EntryPlace, ProfileId},
    reading::Reading,
    set_aside,
    workspace::{Choices, Profile, Workspace},
};
use crate::{
    mapping::{
        agent_states::PresenceMap,
        lcid::Lcid,
        options::{Mode, ProfileOptions},
        states::StateNumber,
    },
    rules::{self, diagnostic::Diagnostic, facts::Facts},
    source::{
        text::{LineIndex, Part, Span},
        xml::Xml,
    },
};

/// What a profile says, as far as it could be read, and what the laws say of it.
#[derive(Debug, Clone)]
pub struct Analysis {
    /// The options text.
    pub options: Arc<ProfileOptions>,
    /// The XML file, as XML.
    pub xml: Arc<Xml>,
    /// The XML file, as entries.
    pub map: Arc<PresenceMap>,
    /// The columns of the translations.
    pub languages: Vec<Lcid>,
    /// Lines of the options text.
    pub options_lines: Arc<LineIndex>,
    /// Lines of the XML file.
    pub xml_lines: Arc<LineIndex>,
    /// What the laws say of it, by part and place.
    pub findings: Vec<Finding>,
    /// What they would say of it, had the user not set it aside.
    pub set_aside: Vec<Finding>,
    reading: Reading,
    judged: Judged,
}

/// What the laws were told beside the two texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    choices: Choices,
    name: Arc<str>,
    names: Vec<Arc<str>>,
    /// The names of the other profiles that push and name the same file, and whose XML is another one.
    same_path: Vec<Arc<str>>,
    /// How many problems of one law are kept.
    most: usize,
}

impl Judged {
    /// What they are told of a profile of a workspace, with up to so many problems of one law.
    pub fn in_workspace(workspace: &Workspace, profile: &Profile, heads: &Heads, most: usize) -> Judged {
        Judged {
            choices: profile.choices.clone(),
            name: profile.name.clone(),
            names: workspace.profiles.iter().map(|profile| profile.name.clone()).collect(),
            same_path: heads.same_path(workspace, profile),
            most,
        }
    }
}

impl Judged {
    /// Runs something on the facts of a profile that was read.
    pub(super) fn of_facts<R>(&self, profile: &Profile, reading: &Reading, run: impl FnOnce(&Facts<'_>) -> R) -> R {
        let (names, same_path) = (listed(&self.names), listed(&self.same_path));
        let mut facts = Facts::new(&profile.options, &profile.xml, &reading.options, &reading.xml, &reading.map);
        facts.default_language = profile.choices.default_language;
        facts.style = profile.choices.style;
        facts.profile_names = &names;
        facts.profile_name = Some(&self.name);
        facts.same_path = &same_path;
        run(&facts)
    }

    /// What the laws say, at its places: what is open, and what is set aside.
    pub(super) fn divided(
        &self,
        profile: &Profile,
        reading: &Reading,
        judgement: Vec<Diagnostic>,
    ) -> (Vec<Finding>, Vec<Finding>) {
        let found = placed(judgement, |part| match part {
            Part::Options => (&*profile.options, &reading.options_lines),
            Part::Xml => (&*profile.xml, &reading.xml_lines),
        });
        set_aside::divide(found, &self.choices)
    }

    /// How many problems of one law are kept.
    pub(super) fn most(&self) -> usize {
        self.most
    }
}

impl Analysis {
    /// Reads a profile by itself. Never fails: a broken text is a value.
    pub fn of(profile: &Profile) -> Analysis {
        let (choices, name) = (profile.choices.clone(), profile.name.clone());
        let (names, same_path) = (Vec::new(), Vec::new());
        let told = Judged { choices, name, names, same_path, most: rules::MOST_LISTED };
        Analysis::judged(profile, Reading::of(profile, None), told)
    }

    /// Reads a profile of a workspace.
    pub fn in_workspace(workspace: &Workspace, profile: ProfileId) -> Arc<Analysis> {
        Analysis::after(None, workspace, profile, &Heads::of(workspace))
    }

    /// The same; a text that was read `before` is not read again, and where nothing else changed it is the one before.
    pub fn after(
        before: Option<&Arc<Analysis>>,
        workspace: &Workspace,
        profile: ProfileId,
        heads: &Heads,
    ) -> Arc<Analysis> {
        let profile = workspace.profile(profile).expect("the profile is one of the workspace");
        let told = Judged::in_workspace(workspace, profile, heads, rules::MOST_LISTED);
        match before.filter(|before| before.reading.is_of(profile) && before.judged == told) {
            Some(before) => before.clone(),
            None => {
                let reading = Reading::of(profile, before.map(|before| &before.reading));
                Arc::new(Analysis::judged(profile, reading, told))
            }
        }
    }

    /// As [`Analysis::in_workspace`], with up to so many problems of one law.
    pub(super) fn with_up_to(most: usize, workspace: &Workspace, profile: ProfileId) -> Arc<Analysis> {
        let profile = workspace.profile(profile).expect("the profile is one of the workspace");
        let told = Judged::in_workspace(workspace, profile, &Heads::of(workspace), most);
        Arc::new(Analysis::judged(profile, Reading::of(profile, None), told))
    }

    fn judged(profile: &Profile, reading: Reading, judged: Judged) -> Analysis {
        let Reading { options, options_lines, xml, map, xml_lines, .. } = reading.clone();
        let judgement = judged.of_facts(profile, &reading, |facts| rules::judge_up_to(facts, judged.most));
        let (findings, set_aside) = judged.divided(profile, &reading, judgement);
        let languages = columns::shown(&map, &profile.choices.languages, profile.choices.default_language);
        Analysis { options, xml, map, languages, options_lines, xml_lines, findings, set_aside, reading, judged }
    }

    /// What a profile says, and nothing of what the laws say: for one that is on the way to what is wanted.
    pub(super) fn unjudged(profile: &Profile) -> Analysis {
        let (choices, name) = (profile.choices.clone(), profile.name.clone());
        let judged = Judged { choices, name, names: Vec::new(), same_path: Vec::new(), most: 0 };
        let reading = Reading::of(profile, None);
        let Reading { options, options_lines, xml, map, xml_lines, .. } = reading.clone();
        let languages = columns::shown(&map, &profile.choices.languages, profile.choices.default_language);
        let (findings, set_aside) = (Vec::new(), Vec::new());
        Analysis { options, xml, map, languages, options_lines, xml_lines, findings, set_aside, reading, judged }
    }

    /// Where an entry stands, by its position.
    pub fn entry_place(&self, entry: usize) -> Option<EntryPlace> {
        self.map.entries.get(entry).map(EntryPlace::of)
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
        Counts::of(&self.findings)
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

    /// The entry that a stretch of the XML begins in, else the first that begins in it: blanks may stand before its tag.
    pub fn entry_in(&self, stretch: Span) -> Option<usize> {
        let entries = &self.map.entries;
        let first = entries.partition_point(|entry| entry.span.start < stretch.start);
        let begins = entries.get(first).is_some_and(|entry| entry.span.start < stretch.end);
        self.entry_at(stretch.start).or(begins.then_some(first))
    }

    /// The row whose pair an offset of the options lies in.
    pub fn row_at(&self, offset: usize) -> Option<StateNumber> {
        let pairs = &self.options.aggregated_states.pairs;
        pairs.iter().find(|pair| pair.span.touches(offset)).map(|pair| pair.number)
    }
}

fn listed(names: &[Arc<str>]) -> Vec<&str> {
    names.iter().map(Arc::as_ref).collect()
}
