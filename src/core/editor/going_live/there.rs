//! Is it there? What lies on the server, compared with what should be there.

use super::{files::FileToPut, plan::Plan, steps::File};
use crate::{
    editor::{
        baseline::Live,
        comparing::{self, sides::Then},
        workspace::{Profile, Workspace},
    },
    mapping::agent_states::{self, PresenceMap},
    source::{decode, digest, phrase::counted, xml::Xml},
};

/// What was found of a file, or of a SHA-256.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Whether it is a file that should be there.
    pub is_right: bool,
    /// What it is: "identical to the new file".
    pub what: String,
    /// More of that, a line each.
    pub details: Vec<String>,
}

/// So many differences are named.
const MOST_NAMED: usize = 4;

/// What a SHA-256 is of; `None` of what is no SHA-256.
pub fn of_digest(workspace: &Workspace, plan: &Plan, pasted: &str) -> Option<Found> {
    let digest = digest::read_sha256(pasted)?;
    let short = format!("SHA-256 {}\u{2026}{}", &digest[..8], &digest[56..]);
    Some(known(workspace, plan, &digest, short.clone()).unwrap_or_else(|| Found {
        is_right: false,
        what: "another file".to_owned(),
        details: vec![format!("{short} is of none of the files of these steps")],
    }))
}

/// What a file is.
pub fn of_file(workspace: &Workspace, plan: &Plan, name: &str, bytes: &[u8]) -> Found {
    let facts = format!("{name}, {}", counted(bytes.len(), "byte", "bytes"));
    if let Some(found) = known(workspace, plan, &digest::sha256(bytes), facts.clone()) {
        return found;
    }
    let Ok(read) = decode::decode(bytes) else {
        let details = vec![facts, "it is not UTF-8".to_owned()];
        return Found { is_right: false, what: "another file".to_owned(), details };
    };
    let read_xml = Xml::read(&read.text, &agent_states::ELEMENTS);
    let wrong = match () {
        () if bytes.is_empty() => Some("an empty file"),
        () if !read_xml.is_well_formed() => Some("a file that is not well-formed: T-Server pushes no presence by it"),
        () if PresenceMap::of(&read.text, &read_xml).entries.is_empty() => Some("a file without entries of agents"),
        () => None,
    };
    if let Some(what) = wrong {
        return Found { is_right: false, what: what.to_owned(), details: vec![facts] };
    }
    // It is compared with what it is likest.
    let nearest = expected(workspace, plan).into_iter().map(|(words, profile)| {
        let then = Then::file(&read.text, &profile);
        let lines: Vec<String> =
            comparing::differences(&then.profile, &profile).iter().map(comparing::words::line).collect();
        (lines, words, profile.xml.as_ref() == read.text)
    });
    match nearest.min_by_key(|(lines, _, is_same)| (!is_same, lines.len())) {
        None => Found { is_right: false, what: "nothing to compare it with".to_owned(), details: vec![facts] },
        Some((_, words, true)) => Found {
            is_right: false,
            what: format!("the text of {words}, written otherwise"),
            details: vec![facts, "byte order mark or line ends differ".to_owned()],
        },
        Some((lines, words, false)) if lines.is_empty() => Found {
            is_right: false,
            what: format!("nothing differs in meaning from {words}, only how it is written"),
            details: vec![facts],
        },
        Some((mut lines, words, false)) => {
            let what = format!("another file: {} from {words}", counted(lines.len(), "difference", "differences"));
            let more = lines.len().saturating_sub(MOST_NAMED);
            lines.truncate(MOST_NAMED);
            lines.extend((0 < more).then(|| format!("and {more} more")));
            Found { is_right: false, what, details: std::iter::once(facts).chain(lines).collect() }
        }
    }
}

fn of(workspace: &Workspace, file: &FileToPut) -> String {
    let name = workspace.profile(file.profile).map_or_else(String::new, |own| own.name.to_string());
    let of = if workspace.profiles.len() == 1 { String::new() } else { format!(" of {name}") };
    match file.file {
        File::New => format!("the new file{of}"),
        File::Bridge => format!("the bridge file{of}"),
    }
}

fn known(workspace: &Workspace, plan: &Plan, digest: &str, facts: String) -> Option<Found> {
    if let Some(file) = plan.files.iter().find(|file| file.sha256 == digest) {
        return Some(Found {
            is_right: true,
            what: format!("identical to {}", of(workspace, file)),
            details: vec![facts],
        });
    }
    workspace.profiles.iter().find_map(|profile| {
        let bytes = |text: &str| decode::encode(text, profile.choices.style);
        let is_put = plan.files.iter().any(|file| file.profile == profile.id);
        if !is_put && digest::sha256(&bytes(&profile.xml)) == digest {
            let what = format!("identical to the file of {}", profile.name);
            return Some(Found { is_right: true, what, details: vec![facts.clone()] });
        }
        let Live::Text(live) = &workspace.live.of(profile.id).xml else { return None };
        (digest::sha256(&bytes(live)) == digest).then(|| Found {
            is_right: false,
            what: format!("the old file of {}", profile.name),
            details: vec![facts.clone(), "the new one is not in its place on that host".to_owned()],
        })
    })
}

/// What a file may be compared with: the files of the steps, and of profiles without steps their own.
fn expected(workspace: &Workspace, plan: &Plan) -> Vec<(String, Profile)> {
    let files = plan.files.iter().filter_map(|file| {
        let profile = workspace.profile(file.profile)?;
        Some((of(workspace, file), Profile { xml: file.text.as_str().into(), ..profile.clone() }))
    });
    let others = workspace.profiles.iter().filter(|profile| plan.files.iter().all(|file| file.profile != profile.id));
    files.chain(others.map(|profile| (format!("the file of {}", profile.name), (**profile).clone()))).collect()
}
