//! What lies in the archive of each profile, and where.

use std::sync::Arc;

use crate::{
    editor::{
        analysis::Analysis,
        export,
        going_live::{files::FileToPut, plan::Plan, steps::File},
        workspace::{Profile, Workspace},
    },
    mapping::options::Mode,
    source::{
        archive::Packed,
        file_name::{self, Beside},
    },
};

/// The options of a profile.
const OPTIONS: &str = "options.txt";
/// The folder of its bridge file, which has the name of the other one.
const BRIDGE: &str = "bridge";

/// A profile in the archive.
pub(super) struct Folder {
    /// The profile.
    pub profile: Arc<Profile>,
    /// What it says, and what the laws say of it.
    pub analysis: Arc<Analysis>,
    /// Its folder with a slash behind it; empty where there is one profile only.
    path: String,
    /// The name of its XML file.
    xml_name: String,
}

/// The profiles in their order; `taken` is what lies beside their folders.
pub(super) fn folders(workspace: &Workspace, plan: &Plan, taken: &[&str]) -> Vec<Folder> {
    let mut names = Beside::default();
    taken.iter().for_each(|name| _ = names.free(name));
    let is_one = workspace.profiles.len() == 1;
    let folder = |profile: &Arc<Profile>| {
        let analysis = Analysis::in_workspace(workspace, profile.id);
        let safe = |name: &str, otherwise: &str| match file_name::safe(name) {
            safe if safe.is_empty() => otherwise.to_owned(),
            safe => safe,
        };
        let path = match is_one {
            true => String::new(),
            false => format!("{}/", names.free(&safe(&profile.name, "Profile"))),
        };
        let planned = plan.files.iter().find(|file| file.profile == profile.id).map(|file| file.name.clone());
        let name = planned.unwrap_or_else(|| export::xml_file_name(profile, &analysis));
        let mut own = if is_one { names.clone() } else { Beside::default() };
        [OPTIONS, BRIDGE].into_iter().for_each(|name| _ = own.free(name));
        let xml_name = own.free(&safe(&name, "agentStates.xml"));
        Folder { profile: profile.clone(), analysis, path, xml_name }
    };
    workspace.profiles.iter().map(folder).collect()
}

impl Folder {
    /// Where a file of the profile lies in the archive.
    pub fn place(&self, file: File) -> String {
        match file {
            File::New => format!("{}{}", self.path, self.xml_name),
            File::Bridge => format!("{}{BRIDGE}/{}", self.path, self.xml_name),
        }
    }

    /// Whether it has an XML file: pull mode uses none, and an empty one is none.
    pub fn has_xml(&self) -> bool {
        self.analysis.mode() != Mode::Pull && !self.profile.xml.is_empty()
    }

    /// Its files.
    pub fn files(&self, plan: &Plan) -> Vec<Packed> {
        let xml =
            self.has_xml().then(|| Packed { name: self.place(File::New), bytes: export::xml_bytes(&self.profile) });
        let bridges = plan.files.iter().filter(|file| file.profile == self.profile.id && file.file == File::Bridge);
        let bridges = bridges.map(|file| Packed { name: self.place(File::Bridge), bytes: file.bytes.clone() });
        let options = export::all_options(&self.profile, &self.analysis, false);
        let options = text(&format!("{}{OPTIONS}", self.path), &options);
        xml.into_iter().chain(bridges).chain([options]).collect()
    }
}

/// A text as Notepad shows it on every Windows: it knew no other line ends until 2018.
pub(super) fn text(name: &str, text: &str) -> Packed {
    Packed { name: name.to_owned(), bytes: text.replace('\n', "\r\n").into_bytes() }
}

/// Where the files of a plan lie in the archive.
pub(super) fn place_of(file: &FileToPut, folders: &[Folder]) -> String {
    let own = folders.iter().find(|folder| folder.profile.id == file.profile);
    own.map_or_else(|| file.name.clone(), |folder| folder.place(file.file))
}
