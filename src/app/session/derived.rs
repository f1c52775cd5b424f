//! What is derived from the history for everybody on the page.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Session, marks::Marks, of_profile::OfProfile};
use crate::app::gate::Gate;
use presence_profile_core::{
    editor::{
        analysis::Analysis,
        cell_marks::CellMarks,
        heads::Heads,
        history::History,
        live_cells::LiveCells,
        matrix::Matrix,
        place::ProfileId,
        readings::{Reader, Readings},
        rows::{self, Row},
        workspace::Profile,
    },
    mapping::{lcid::Lcid, options::Mode},
};

/// An analysis and the profile it is of, equal only to themselves: every keystroke makes new ones. They come together, so
/// that whoever reads both never has the text of one profile or revision with the reading of another.
#[derive(Clone)]
pub struct SharedAnalysis(pub Arc<Analysis>, pub Arc<Profile>);

impl PartialEq for SharedAnalysis {
    fn eq(&self, other: &SharedAnalysis) -> bool {
        Arc::ptr_eq(&self.0, &other.0) && Arc::ptr_eq(&self.1, &other.1)
    }
}

/// See the fields of the session.
pub(super) struct Derived {
    pub analysis: Gate<SharedAnalysis>,
    pub mode: Gate<Mode>,
    pub modes: Gate<Arc<Vec<(ProfileId, Mode)>>>,
    pub heads: Memo<SharedHeads>,
    pub rows: Gate<Arc<Vec<Row>>>,
    pub matrix: Gate<Arc<Matrix>>,
    pub is_whole: Gate<bool>,
    pub marks: Gate<Marks>,
    pub live_cells: Gate<Arc<LiveCells>>,
}

/// All readings, and the one of the profile that is looked at; as new as that one is, and as the modes are.
#[derive(Clone)]
struct Looked {
    readings: Readings,
    at: SharedAnalysis,
}

impl PartialEq for Looked {
    fn eq(&self, other: &Looked) -> bool {
        self.at == other.at && self.readings.heads().modes() == other.readings.heads().modes()
    }
}

/// What every profile is known by, equal to nothing: it is asked for, and nobody waits for another one.
#[derive(Clone)]
pub(super) struct SharedHeads(pub Heads);

impl PartialEq for SharedHeads {
    fn eq(&self, _: &SharedHeads) -> bool {
        false
    }
}

impl Derived {
    pub fn new(
        history: RwSignal<History>,
        profile: RwSignal<ProfileId>,
        viewer: OfProfile<Lcid>,
        reader: Reader,
    ) -> Derived {
        let looked = Memo::new(move |before: Option<&Looked>| {
            let profile = profile.get();
            history.with(|history| {
                let before = before.map(|before| &before.readings);
                let readings = Readings::after(before, history.present(), profile, reader);
                let at = readings.of(profile).expect("the profile was just looked at").clone();
                let own = history.present().profiles.iter().find(|own| own.id == profile);
                let profile = own.expect("the profile that is looked at is in the workspace").clone();
                Looked { readings, at: SharedAnalysis(at, profile) }
            })
        });
        let analysis = Gate::new(move || looked.with(|looked| looked.at.clone()));
        let mode = Gate::new(move || analysis.with(|read| read.0.mode()));
        let modes = Gate::new(move || looked.with(|looked| looked.readings.heads().modes().clone()));
        let heads = Memo::new(move |_| looked.with(|looked| SharedHeads(looked.readings.heads().clone())));
        let rows = Gate::new(move || analysis.with(|read| Arc::new(rows::rows(&read.0, viewer.get()))));
        let marks = Gate::new(move || {
            analysis.with(|read| Marks { cells: Arc::new(CellMarks::of(&read.0)), read: read.0.clone() })
        });
        let matrix = Gate::after(move |before: Option<&Arc<Matrix>>| {
            analysis.with(|read| Arc::new(Matrix::after(before.map(Arc::as_ref), &read.0)))
        });
        let is_whole = Gate::new(move || analysis.with(|read| read.0.map.faults.is_empty()));
        let baseline = Memo::new(move |_| history.with(|history| history.present().live.of(profile.get()).clone()));
        let live_cells = Gate::new(move || Arc::new(baseline.with(LiveCells::of)));
        Derived { analysis, mode, modes, heads, rows, matrix, is_whole, marks, live_cells }
    }
}

impl Session {
    /// What every profile is known by.
    pub(super) fn heads(self) -> Heads {
        self.heads.with_untracked(|heads| heads.0.clone())
    }
}
