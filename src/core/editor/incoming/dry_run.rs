//! An import as it is shown before anything is done: what would change, section by section, and what comes of it.

mod form;
mod sections;

use super::{
    applying,
    difference::{Address, Choice},
    differences::Differences,
    importing::{Goal, Importing},
};
use crate::{
    editor::{
        analysis::Analysis, change::Change, finding::Counts, history::History, place::ProfileId, refusal::Refusal,
    },
    mapping::{availability::Class, lcid::Lcid},
};

/// What an import would do.
#[derive(Debug, Clone)]
pub struct DryRun {
    /// Every value that differs.
    pub differences: Differences,
    /// The same for the eye.
    pub sections: Vec<Section>,
    /// Values that came in.
    pub came: usize,
    /// What stays as it is because nothing that came in is about it; empty where there is nothing of the kind.
    pub not_mentioned: String,
    /// What is written otherwise though no value changes, where a whole text takes the place of one; empty elsewhere.
    pub form: String,
    /// The change, or why there is none.
    pub change: Result<Change, Refusal>,
    /// Problems of the profile as it is; `None` of one that is new.
    pub before: Option<Counts>,
    /// Problems there would be.
    pub after: Counts,
}

/// Values that are shown together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// What they are of.
    pub head: Head,
    /// The lines: one for each offer, those of one value side by side.
    pub lines: Vec<Line>,
    /// What of it is the same: "14 rows are the same"; may be empty.
    pub same: String,
}

/// What values are of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Head {
    /// The option `aggregated-states`.
    Rows,
    /// The other options.
    Options,
    /// An entry.
    Entry {
        /// Its ID.
        id: String,
        /// Its availability as written, now or, of a new one, then.
        availability: String,
        /// The class of that.
        class: Option<Class>,
        /// Whether there is none yet.
        is_new: bool,
    },
}

/// A line: a value that could come in the place of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Which value.
    pub address: Address,
    /// Which of its offers.
    pub offer: usize,
    /// What it is called: "Row 4: ACW, Idle", "English 1033".
    pub label: String,
    /// Where it comes from: "piece 2".
    pub from: String,
    /// What stands there.
    pub now: Option<String>,
    /// What is offered; `None` where nothing would stand there.
    pub then: Option<String>,
    /// Of an ID or an availability, the classes now and then.
    pub classes: Option<(Option<Class>, Option<Class>)>,
    /// The language of a text.
    pub lcid: Option<Lcid>,
}

impl DryRun {
    /// What an import would do to the workspace as it is; `opened` as for [`applying::plan`].
    pub fn of(history: &History, importing: &Importing, before: Option<&Analysis>, opened: u64) -> DryRun {
        let workspace = history.present();
        let Some(present) = workspace.profile(importing.profile) else {
            return DryRun::gone();
        };
        let differences = Differences::of(importing, present);
        let change = applying::plan(history, importing, &differences, opened);
        let target = if importing.goal == Goal::New { history.fresh_profile() } else { importing.profile };
        let counts = |profile: ProfileId, change: Option<&Change>| match change {
            Some(change) => {
                let after = change.apply(workspace);
                after.profile(profile).map_or(Counts::default(), |_| Analysis::in_workspace(&after, profile).counts())
            }
            None => before.map_or_else(|| Analysis::in_workspace(workspace, profile).counts(), Analysis::counts),
        };
        let is_new = importing.goal == Goal::New;
        let before = (!is_new).then(|| counts(importing.profile, None));
        let after = match &change {
            Ok(change) if !change.is_empty() => counts(target, Some(change)),
            _ => before.unwrap_or_default(),
        };
        let form = match &change {
            Ok(change) if differences.changes() == 0 && !is_new => {
                let after = change.apply(workspace);
                after.profile(target).map_or(String::new(), |after| form::in_words(present, after))
            }
            _ => String::new(),
        };
        let is_mentioned = sections::mentioned(&differences);
        DryRun {
            sections: sections::sections(importing, &differences, present),
            came: differences.all.len() + differences.same.len(),
            not_mentioned: if is_new { String::new() } else { sections::not_mentioned(present, &is_mentioned) },
            differences,
            form,
            change,
            before,
            after,
        }
    }

    fn gone() -> DryRun {
        DryRun {
            differences: Differences::default(),
            sections: Vec::new(),
            came: 0,
            not_mentioned: String::new(),
            form: String::new(),
            change: Err(Refusal::ProfileGone),
            before: None,
            after: Counts::default(),
        }
    }

    /// Whether there is nothing to do.
    pub fn is_nothing(&self) -> bool {
        self.change.as_ref().is_ok_and(Change::is_empty)
    }

    /// How many values would change; a whole file that says the same in other words counts as one.
    pub fn changes(&self) -> usize {
        match self.is_nothing() {
            true => 0,
            false => self.differences.changes().max(1),
        }
    }

    /// How many values that differ would stay as they are.
    pub fn stays(&self) -> usize {
        self.differences.all.iter().filter(|own| !own.changes()).count()
    }

    /// What becomes of a value.
    pub fn choice(&self, address: &Address) -> Option<Choice> {
        self.differences.at(address).map(|own| own.choice)
    }
}
