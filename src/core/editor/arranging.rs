//! Profiles that come, go, get another name or another place among the others.

use std::sync::Arc;

use super::{
    change::{Change, List},
    declaring::{Declaration, Declared},
    history::History,
    place::ProfileId,
    refusal::Refusal,
    workspace::{EXAMPLE_NAME, Profile, Workspace},
};

/// What can be wanted of the list of profiles. Identities outlive whatever happened since it was wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arrangement {
    /// A new profile, behind another one.
    Add {
        /// What is in it.
        start: Start,
        /// The profile it comes behind; at the end where that is gone.
        behind: ProfileId,
    },
    /// Another name, here and wherever the profile is named.
    Rename {
        /// The profile.
        profile: ProfileId,
        /// Its new name.
        name: String,
    },
    /// Another place: in front of the profile that stood before it, or behind the one that followed.
    Move {
        /// The profile.
        profile: ProfileId,
        /// By how many places, towards the end; negative towards the front.
        by: isize,
    },
    /// A profile goes.
    Delete(ProfileId),
}

/// What a new profile begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// The option that makes a VoIP Service DN a profile, and nothing else.
    Empty,
    /// The guide's example.
    Example,
    /// Both texts and all choices of another one.
    CopyOf(ProfileId),
}

/// The options of an empty profile: what it is, and not yet in which mode (guide, "Configuring the Presence Profile").
const EMPTY_OPTIONS: &str = "[TServer]\nservice-type=presence-profile\n";

/// The change that grants what is wanted; an empty one where it is granted already.
///
/// # Errors
/// A [`Refusal`] says why it cannot be granted.
pub fn plan(history: &History, wish: &Arrangement) -> Result<Change, Refusal> {
    let workspace = history.present();
    match wish {
        Arrangement::Add { start, behind } => add(workspace, history.fresh_profile(), *start, *behind),
        Arrangement::Rename { profile, name } => rename(workspace, *profile, name.trim()),
        Arrangement::Move { profile, by } => shift(workspace, *profile, *by),
        Arrangement::Delete(profile) => delete(workspace, *profile),
    }
}

fn add(workspace: &Workspace, id: ProfileId, start: Start, behind: ProfileId) -> Result<Change, Refusal> {
    let new = match start {
        Start::Empty => Profile::new(&free_name(workspace, EXAMPLE_NAME), EMPTY_OPTIONS, ""),
        Start::Example => {
            let example = Workspace::example();
            let example = example.profiles.first().expect("the example has a profile");
            Profile { name: free_name(workspace, EXAMPLE_NAME).into(), ..(**example).clone() }
        }
        Start::CopyOf(of) => {
            let of = workspace.profile(of).ok_or(Refusal::ProfileGone)?;
            Profile { name: free_name(workspace, &of.name).into(), ..of.clone() }
        }
    };
    let new = Profile { id, ..new };
    let mut order = order(workspace);
    let at = workspace.position(behind).map_or(order.len(), |at| at + 1);
    order.insert(at, id);
    let label = match start {
        Start::CopyOf(of) => {
            let of = workspace.profile(of).map(|of| &*of.name).unwrap_or_default();
            format!("{of} copied as {}", new.name)
        }
        Start::Empty | Start::Example => format!("Profile {} added", new.name),
    };
    let live = Declaration::of(id, Declared::new_profile());
    Ok(Change { list: Some(List { order, put: vec![new] }), ..Change::new(label) }.declaring(live))
}

/// A name like another one that no profile has: with a number behind it, where it is taken.
pub(super) fn free_name(workspace: &Workspace, like: &str) -> String {
    // A copy of a copy counts on, and does not grow a tail.
    let is_digit = |sign: char| sign.is_ascii_digit();
    let counted = like
        .rsplit_once('_')
        .filter(|(front, count)| !front.is_empty() && !count.is_empty() && count.chars().all(is_digit));
    let stem = counted.map_or(like, |(front, _)| front);
    let numbered = (2..).map(|number| format!("{stem}_{number}"));
    let mut names = [like.to_owned()].into_iter().chain(numbered);
    names.find(|name| workspace.profile_named(name).is_none()).expect("there are more numbers than profiles")
}

fn rename(workspace: &Workspace, id: ProfileId, name: &str) -> Result<Change, Refusal> {
    let profile = workspace.profile(id).ok_or(Refusal::ProfileGone)?;
    if name.is_empty() {
        return Err(Refusal::EmptyName);
    }
    if let Some(control) = name.chars().find(|sign| sign.is_control()) {
        return Err(Refusal::NotInName(control));
    }
    if let Some(other) = workspace.profile_named(name).filter(|other| other.id != id) {
        return Err(Refusal::NameTaken(other.name.to_string()));
    }
    let label = format!("Profile {} renamed to {name}", profile.name);
    if *profile.name == *name {
        return Ok(Change::new(label));
    }
    // Names are what assigns: whoever named it names it still.
    let assigned = workspace.assigned.renaming(&profile.name, name);
    Ok(Change { names: vec![(id, name.to_owned())], ..Change::new(label) }.with_assigned(assigned))
}

fn shift(workspace: &Workspace, id: ProfileId, by: isize) -> Result<Change, Refusal> {
    let at = workspace.position(id).ok_or(Refusal::ProfileGone)?;
    let last = workspace.profiles.len() - 1;
    let to = at.saturating_add_signed(by).min(last);
    let mut order = order(workspace);
    let name = &workspace.profiles[at].name;
    let label = match (at < to, to == 0, to == last) {
        (_, true, _) => format!("Profile {name} moved to the front"),
        (_, _, true) => format!("Profile {name} moved to the end"),
        (true, ..) => format!("Profile {name} moved behind {}", workspace.profiles[to].name),
        (false, ..) => format!("Profile {name} moved before {}", workspace.profiles[to].name),
    };
    if at == to {
        return Ok(Change::new(label));
    }
    order.remove(at);
    order.insert(to, id);
    Ok(Change { list: Some(List { order, put: Vec::new() }), ..Change::new(label) })
}

fn delete(workspace: &Workspace, id: ProfileId) -> Result<Change, Refusal> {
    let profile = workspace.profile(id).ok_or(Refusal::ProfileGone)?;
    let order: Vec<ProfileId> = order(workspace).into_iter().filter(|own| *own != id).collect();
    if order.is_empty() {
        return Err(Refusal::LastProfile);
    }
    let label = match named_by(workspace, &profile.name) {
        Some(places) => format!("Profile {} deleted; {places} it", profile.name),
        None => format!("Profile {} deleted", profile.name),
    };
    Ok(Change { list: Some(List { order, put: Vec::new() }), ..Change::new(label) })
}

/// What names a profile: "2 Extensions still name"; `None` where nothing does.
fn named_by(workspace: &Workspace, name: &str) -> Option<String> {
    let is_own = |own: &&Arc<str>| ***own == *name;
    let extensions = workspace.assigned.extensions.values().filter(is_own).count();
    let application = workspace.assigned.application.iter().filter(is_own).count();
    match (application, extensions) {
        (0, 0) => None,
        (_, 0) => Some("the T-Server application still names".to_owned()),
        (0, 1) => Some("1 Extension still names".to_owned()),
        (0, count) => Some(format!("{count} Extensions still name")),
        (_, 1) => Some("the T-Server application and 1 Extension still name".to_owned()),
        (_, count) => Some(format!("the T-Server application and {count} Extensions still name")),
    }
}

fn order(workspace: &Workspace) -> Vec<ProfileId> {
    workspace.profiles.iter().map(|profile| profile.id).collect()
}

/// The profile to look at where the one that was looked at is gone: the one that has its place now; `is_back`, where its
/// coming was undone, the one it came behind.
pub fn neighbour(before: &[Arc<Profile>], now: &Workspace, gone: ProfileId, is_back: bool) -> ProfileId {
    let at = before.iter().position(|profile| profile.id == gone).unwrap_or(before.len());
    let is_there = |profile: &&Arc<Profile>| now.profile(profile.id).is_some();
    let behind = before.iter().skip(at).find(is_there);
    let front = before.iter().take(at).rfind(is_there);
    let nearest = if is_back { front.or(behind) } else { behind.or(front) };
    nearest.or(now.profiles.first()).expect("a workspace has a profile").id
}
