//! What is derived from the history for everybody on the page.

use std::sync::Arc;

use leptos::prelude::*;

use super::{SharedAnalysis, marks::Marks};
use crate::app::gate::Gate;
use presence_profile_core::{
    editor::{
        cell_marks::CellMarks,
        history::History,
        matrix::Matrix,
        place::ProfileId,
        readings::{Reader, Readings},
        rows::{self, Row},
    },
    mapping::lcid::Lcid,
};

/// See the fields of the session.
pub(super) struct Derived {
    pub analysis: Memo<SharedAnalysis>,
    pub rows: Gate<Arc<Vec<Row>>>,
    pub matrix: Gate<Arc<Matrix>>,
    pub is_whole: Gate<bool>,
    pub marks: Gate<Marks>,
}

/// All readings, and the one of the profile that is looked at; as new as that one is.
#[derive(Clone)]
struct Looked {
    readings: Readings,
    at: SharedAnalysis,
}

impl PartialEq for Looked {
    fn eq(&self, other: &Looked) -> bool {
        self.at == other.at
    }
}

impl Derived {
    pub fn new(
        history: RwSignal<History>,
        profile: RwSignal<ProfileId>,
        viewer: RwSignal<Lcid>,
        reader: Reader,
    ) -> Derived {
        let looked = Memo::new(move |before: Option<&Looked>| {
            let profile = profile.get();
            history.with(|history| {
                let before = before.map(|before| &before.readings);
                let readings = Readings::after(before, history.present(), profile, reader);
                let at = readings.of(profile).expect("the profile was just looked at").clone();
                Looked { readings, at: SharedAnalysis(at) }
            })
        });
        let analysis = Memo::new(move |_| looked.with(|looked| looked.at.clone()));
        let rows = Gate::new(move || analysis.with(|read| Arc::new(rows::rows(&read.0, viewer.get()))));
        let marks = Gate::new(move || {
            analysis.with(|read| Marks { cells: Arc::new(CellMarks::of(&read.0)), read: read.0.clone() })
        });
        let matrix = Gate::after(move |before: Option<&Arc<Matrix>>| {
            analysis.with(|read| Arc::new(Matrix::after(before.map(Arc::as_ref), &read.0)))
        });
        let is_whole = Gate::new(move || analysis.with(|read| read.0.map.faults.is_empty()));
        Derived { analysis, rows, matrix, is_whole, marks }
    }
}
