//! The steps of a change, for all profiles together: one restart loads every file.

use std::sync::Arc;

use super::{going::Going, order::Order};
use crate::{editor::place::ProfileId, mapping::option_name::OptionName};

/// A step, by hand, on the servers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Keep a copy of the files in use, of these profiles.
    BackUp(Vec<ProfileId>),
    /// Put a file in the place of the one in use, on every host.
    PutFile(ProfileId, File),
    /// Create the VoIP Service DN of a profile.
    Create(ProfileId),
    /// Give the VoIP Service DN of a profile, which has this name, that of the profile.
    Rename(ProfileId, Arc<str>),
    /// Give an option its value; `None` takes it away.
    Set(ProfileId, OptionName, Option<String>),
    /// Say which profile is used where.
    Assign,
    /// Delete the VoIP Service DN of a profile that was deleted here.
    Delete(ProfileId),
    /// Restart T-Server, for these reasons.
    Restart(Vec<Why>),
    /// Stop T-Server; on a hot-standby pair, both.
    Stop,
    /// Start it again.
    Start,
    /// Look at one agent.
    Check(Vec<ProfileId>),
    /// Some day: put the file in place that holds the new entries alone, and restart.
    Later(ProfileId),
}

/// Which file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum File {
    /// The one that the profile is to have.
    New,
    /// One with the entries of both.
    Bridge,
}

/// Why a restart is needed, or is advised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The content of a file changes (guide: after starting, it is not loaded again).
    Content(ProfileId),
    /// The path of a file changes: it takes effect at the next login, and whether a new file is loaded then is not documented.
    Path(ProfileId),
    /// When this option takes effect is not documented.
    Undocumented(ProfileId, OptionName),
}

/// How a change goes live that no order makes safe.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Way {
    /// By a file that holds the entries of both, for a time.
    #[default]
    Bridge,
    /// While T-Server is stopped.
    Stop,
}

/// What is to be said of the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Nothing is to be done.
    Nothing,
    /// The steps are safe in their order.
    Safe,
    /// No order is, of the profiles that say so.
    NoOrder,
    /// What is live is not known, so nobody knows.
    NotKnown,
    /// No order helps: what is wanted is not sound.
    Unsound,
}

/// What goes live beside the profiles themselves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Beside {
    /// Whether profiles are used elsewhere than they were.
    pub is_assigned: bool,
    /// The profiles that were deleted here, and that T-Server has.
    pub deleted: Vec<ProfileId>,
}

impl Beside {
    fn is_nothing(&self) -> bool {
        !self.is_assigned && self.deleted.is_empty()
    }
}

/// What is to be said of the order of all profiles together.
pub fn verdict(going: &[Going], beside: &Beside) -> Verdict {
    let has = |is: fn(&Order) -> bool| going.iter().any(|own| is(&own.order));
    match () {
        () if going.is_empty() && beside.is_nothing() => Verdict::Nothing,
        () if has(|order| matches!(order, Order::Neither { .. })) => Verdict::NoOrder,
        () if has(|order| *order == Order::NotKnown) => Verdict::NotKnown,
        () => Verdict::Safe,
    }
}

/// The ways there are where no order is safe.
pub fn ways(going: &[Going]) -> &'static [Way] {
    let is_torn = |own: &&Going| matches!(own.order, Order::Neither { .. } | Order::NotKnown);
    match going.iter().filter(is_torn).all(|own| own.can_bridge) {
        true => &[Way::Bridge, Way::Stop],
        false => &[Way::Stop],
    }
}

/// The steps, in their order. What was deleted goes when nothing names it any more.
pub fn steps(going: &[Going], beside: &Beside, way: Way) -> Vec<Step> {
    if going.is_empty() && beside.is_nothing() {
        return Vec::new();
    }
    let verdict = verdict(going, beside);
    let is_stopped = verdict == Verdict::NoOrder && (way == Way::Stop || !ways(going).contains(&way));
    let mut steps = Vec::new();
    let old: Vec<ProfileId> =
        going.iter().filter(|own| own.has_file && own.has_old_file).map(|own| own.profile).collect();
    steps.extend((!old.is_empty()).then_some(Step::BackUp(old)));
    let is_bridged = |own: &Going| !is_stopped && matches!(own.order, Order::Neither { .. });
    if is_stopped {
        steps.push(Step::Stop);
    } else {
        let first = going.iter().filter(|own| own.order == Order::OptionFirst);
        steps.extend(first.filter_map(set_states));
    }
    for own in going.iter().filter(|own| own.has_file) {
        steps.push(Step::PutFile(own.profile, if is_bridged(own) { File::Bridge } else { File::New }));
    }
    for own in going {
        steps.extend(own.is_new.then_some(Step::Create(own.profile)));
        steps.extend(own.renamed_from.clone().map(|from| Step::Rename(own.profile, from)));
        let others = own.options.iter().filter(|(name, _)| *name != OptionName::AggregatedStates);
        steps.extend(others.map(|(name, value)| Step::Set(own.profile, *name, value.clone())));
    }
    let last = |own: &&Going| is_stopped || own.order != Order::OptionFirst;
    if is_stopped {
        steps.extend(going.iter().filter_map(set_states));
        steps.extend(beside.is_assigned.then_some(Step::Assign));
        steps.push(Step::Start);
    } else {
        let whys: Vec<Why> = going.iter().flat_map(whys).collect();
        steps.extend((!whys.is_empty()).then_some(Step::Restart(whys)));
        steps.extend(going.iter().filter(last).filter_map(set_states));
        steps.extend(beside.is_assigned.then_some(Step::Assign));
    }
    steps.extend(beside.deleted.iter().map(|id| Step::Delete(*id)));
    steps.push(Step::Check(going.iter().map(|own| own.profile).collect()));
    steps.extend(going.iter().filter(|own| is_bridged(own)).map(|own| Step::Later(own.profile)));
    steps
}

fn set_states(own: &Going) -> Option<Step> {
    own.states().map(|(name, value)| Step::Set(own.profile, *name, value.clone()))
}

/// Why a profile needs a restart.
pub(super) fn whys(own: &Going) -> Vec<Why> {
    let mut whys = Vec::new();
    let has_path = own.options.iter().any(|(name, _)| *name == OptionName::AgentPresenceMap);
    if own.has_file {
        whys.push(if has_path { Why::Path(own.profile) } else { Why::Content(own.profile) });
    }
    let undocumented = own.options.iter().filter(|(name, _)| {
        matches!(name, OptionName::ServiceType | OptionName::MapPresenceToDnd | OptionName::PresenceAvailabilityRange)
    });
    whys.extend(undocumented.map(|(name, _)| Why::Undocumented(own.profile, *name)));
    whys
}
