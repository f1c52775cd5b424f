//! Which profile applies where: what the page of the assignment shows of a workspace.

pub mod problems;
pub mod what_if;

use std::{collections::BTreeMap, sync::Arc};

use self::problems::Problem;
use super::{
    assigned::ExtensionDn,
    place::ProfileId,
    workspace::{Profile, Workspace},
};
use crate::{
    mapping::options::{Mode, SECTION},
    source::{lowercase, phrase},
};

/// The name of the option, and of the key of a login.
pub const PRESENCE_PROFILE: &str = "presence-profile";

/// The assignment of a workspace.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assignment {
    /// What the T-Server application names.
    pub application: Naming,
    /// The Extensions, by number.
    pub rows: Vec<ExtensionRow>,
    /// The profiles in their order, and what names them.
    pub profiles: Vec<ProfileUse>,
    /// What is wrong with it, and what is worth knowing.
    pub problems: Vec<Problem>,
    /// How many further names no profile has, beyond those that are listed.
    pub unlisted: usize,
    modes: BTreeMap<String, Option<Mode>>,
}

/// What a place names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Naming {
    /// The name; empty where there is none.
    pub name: Arc<str>,
    /// Whether that is a profile.
    pub standing: Standing,
}

/// Whether a name is that of a profile.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Standing {
    /// There is no name.
    #[default]
    NamesNone,
    /// A profile of the workspace, and its mode as far as that is known.
    Profile(Option<Mode>),
    /// No profile of the workspace has the name.
    Unknown,
}

/// An Extension DN.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExtensionRow {
    /// Its number.
    pub number: ExtensionDn,
    /// What its Annex names.
    pub naming: Naming,
}

/// A profile, and what names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfileUse {
    /// Who it is.
    pub id: ProfileId,
    /// Its name.
    pub name: String,
    /// Its mode, where that is known.
    pub mode: Option<Mode>,
    /// Whether the T-Server application names it.
    pub by_application: bool,
    /// How many Extensions name it.
    pub extensions: usize,
}

impl Standing {
    /// The mode as a word, or why there is none.
    pub fn words(self) -> &'static str {
        match self {
            Standing::NamesNone => "names none",
            Standing::Profile(mode) => mode.map_or("", Mode::name),
            Standing::Unknown => "no such profile",
        }
    }
}

impl ProfileUse {
    /// "T-Server application, 4 Extensions"; "nothing".
    pub fn named_by(&self) -> String {
        let extensions = counted(self.extensions, "Extension");
        match (self.by_application, self.extensions) {
            (true, 0) => "T-Server application".to_owned(),
            (true, _) => format!("T-Server application, {extensions}"),
            (false, 0) => "nothing".to_owned(),
            (false, _) => extensions,
        }
    }
}

impl Assignment {
    /// That of a workspace whose profiles have these modes.
    pub fn of(workspace: &Workspace, modes: &[(ProfileId, Mode)]) -> Assignment {
        let mode = |id: ProfileId| modes.iter().find(|(own, _)| *own == id).map(|(_, mode)| *mode);
        let assigned = &workspace.assigned;
        let mut shown = Assignment::default();
        for profile in workspace.profiles.iter().rev() {
            // Of several with one name, the first.
            shown.modes.insert(profile.name.to_string(), mode(profile.id));
        }
        let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
        for (number, name) in &assigned.extensions {
            *uses.entry(name).or_default() += 1;
            shown.rows.push(ExtensionRow { number: number.clone(), naming: shown.naming(name.clone()) });
        }
        shown.application = shown.naming(assigned.application.clone().unwrap_or_default());
        let used = |profile: &Arc<Profile>| ProfileUse {
            id: profile.id,
            name: profile.name.to_string(),
            mode: mode(profile.id),
            by_application: assigned.application.as_deref() == Some(&*profile.name),
            extensions: uses.get(&*profile.name).copied().unwrap_or_default(),
        };
        shown.profiles = workspace.profiles.iter().map(used).collect();
        (shown.problems, shown.unlisted) = problems::of(&shown);
        shown
    }

    /// What it means that a place has a name.
    pub fn naming(&self, name: Arc<str>) -> Naming {
        let standing = match self.modes.get(&*name) {
            _ if name.is_empty() => Standing::NamesNone,
            Some(mode) => Standing::Profile(*mode),
            None => Standing::Unknown,
        };
        Naming { name, standing }
    }

    /// Whether a profile of the workspace has a name.
    pub fn is_profile(&self, name: &str) -> bool {
        self.modes.contains_key(name)
    }

    /// The position of an Extension among the rows.
    pub fn position(&self, number: &ExtensionDn) -> Option<usize> {
        self.rows.binary_search_by(|row| row.number.cmp(number)).ok()
    }

    /// The position of an Extension, or of the one that has come into its place.
    pub fn position_near(&self, number: &ExtensionDn) -> Option<usize> {
        let at = self.rows.partition_point(|row| row.number < *number);
        (!self.rows.is_empty()).then(|| at.min(self.rows.len() - 1))
    }

    /// "14 Extensions, 2 name none, 1 no such profile"; the words are those of the rows.
    pub fn size(&self) -> String {
        let count = |standing: Standing| self.rows.iter().filter(|row| row.naming.standing == standing).count();
        let mut size = counted(self.rows.len(), "Extension");
        match count(Standing::NamesNone) {
            0 => {}
            1 => size += ", 1 names none",
            none => size += &format!(", {none} name none"),
        }
        match count(Standing::Unknown) {
            0 => {}
            unknown => size += &format!(", {unknown} {}", Standing::Unknown.words()),
        }
        size
    }

    /// The profiles whose names hold what was typed, those first whose names begin with it; all, where nothing was typed.
    pub fn profiles_like(&self, typed: &str) -> Vec<&ProfileUse> {
        let typed = lowercase::lowered(typed.trim());
        let named = self.profiles.iter().map(|profile| (lowercase::lowered(&profile.name).find(&typed), profile));
        let (mut begin, mut hold) = (Vec::new(), Vec::new());
        for (at, profile) in named {
            match at {
                Some(0) => begin.push(profile),
                Some(_) => hold.push(profile),
                None => {}
            }
        }
        begin.extend(hold);
        begin
    }

    /// Up to `most` rows whose numbers hold what was typed, and how many more there are.
    pub fn rows_like(&self, typed: &str, most: usize) -> (Vec<&ExtensionRow>, usize) {
        let typed = typed.trim();
        let mut like = self.rows.iter().filter(|row| row.number.as_str().contains(typed));
        let first = like.by_ref().take(most).collect();
        (first, like.count())
    }

    /// The table as two columns, to be pasted into a spreadsheet or back into the page.
    pub fn table(&self) -> String {
        let head = format!("Number\t{PRESENCE_PROFILE}\n");
        let rows = self.rows.iter();
        rows.fold(head, |text, row| text + row.number.as_str() + "\t" + &row.naming.name + "\n")
    }
}

/// What to paste where options stand: those of the application, and the Annex of a DN.
pub fn option_text(name: &str) -> String {
    format!("[{SECTION}]\n{PRESENCE_PROFILE}={name}")
}

/// "1 Extension", "4 Extensions".
pub fn counted(count: usize, noun: &str) -> String {
    phrase::counted(count, noun, &format!("{noun}s"))
}
