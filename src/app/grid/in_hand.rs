//! The grids on the page, and the one that actions are about.

use std::sync::Arc;

use leptos::prelude::*;

use super::CellAction;
use crate::browser::cells;

type Run = Arc<dyn Fn(CellAction) + Send + Sync>;

/// The grids on the page, and the one that actions are about.
#[derive(Clone, Copy)]
pub struct Grids {
    all: StoredValue<Vec<(&'static str, Run)>>,
    in_hand: RwSignal<Option<String>>,
}

impl Grids {
    /// None yet.
    pub(in crate::app) fn new() -> Grids {
        Grids { all: StoredValue::new(Vec::new()), in_hand: RwSignal::new(None) }
    }

    /// Those of the page a component is on.
    pub fn current() -> Grids {
        use_context::<Grids>().expect("the page provides its grids")
    }

    /// A grid has come to the page; one of the same name has gone.
    pub fn come(self, name: &'static str, run: impl Fn(CellAction) + Send + Sync + 'static) {
        self.all.update_value(|all| {
            all.retain(|(own, _)| *own != name);
            all.push((name, Arc::new(run)));
        });
    }

    /// Actions are about the grid that has the focus now.
    pub fn take_in_hand(self) {
        self.in_hand.set(cells::focused_cell().map(|(grid, ..)| grid));
    }

    /// The name of the grid that actions are about.
    pub fn in_hand(self) -> Option<String> {
        self.in_hand.get()
    }

    /// Does something with what is selected in it.
    pub fn run(self, action: CellAction) {
        let Some(name) = self.in_hand.get_untracked() else { return };
        let run = self.all.with_value(|all| all.iter().find(|(own, _)| *own == name).map(|(_, run)| run.clone()));
        if let Some(run) = run {
            run(action);
        }
    }
}
