//! What tabs ask and tell each other about workspaces.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use crate::browser::{clock, tabs::Tabs};

/// What another tab said.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Heard {
    /// It asks who has a workspace.
    Who(u64),
    /// It has a workspace.
    Mine(u64),
    /// It wants a workspace, and asks for what is not written yet to be written.
    Yield(u64),
    /// It has written what there was, and writes no more.
    Yielded(u64),
    /// It has taken a workspace, which was taken so many times before and now.
    Taken(u64, u64),
    /// The disk has what it wrote of a workspace at a moment, in milliseconds since 1970.
    Kept(u64, f64),
    /// It goes, and had a workspace.
    Left(u64),
    /// It has deleted a workspace.
    Deleted(u64),
    /// A list of workspaces says something else of one now: it came, or has another name.
    Listed(u64),
}

type Hear = Rc<dyn Fn(Heard)>;

/// A channel to the other tabs; copies share it. Where the browser has none, nobody answers.
#[derive(Clone)]
pub struct Channel {
    tabs: Rc<Option<Tabs>>,
    hear: Rc<RefCell<Hear>>,
}

impl Channel {
    /// Joins the other tabs; what they say is not heard yet.
    pub fn open() -> Channel {
        let hear: Rc<RefCell<Hear>> = Rc::new(RefCell::new(Rc::new(|_| ())));
        let own = hear.clone();
        let tabs = Tabs::join(move |words| {
            if let Some(heard) = Heard::read(words) {
                let hear = own.borrow().clone();
                hear(heard);
            }
        });
        Channel { tabs: Rc::new(tabs), hear }
    }

    /// Hears what the others say from now on.
    pub fn listen(&self, hear: impl Fn(Heard) + 'static) {
        *self.hear.borrow_mut() = Rc::new(hear);
    }

    /// Tells the others.
    pub fn say(&self, words: Heard) {
        if let Some(tabs) = &*self.tabs {
            tabs.say(&words.words());
        }
    }

    /// Whether another tab says within so many milliseconds that it has a workspace. Nothing else is heard meanwhile.
    pub async fn is_held(&self, workspace: u64, milliseconds: i32) -> bool {
        let is_held = Rc::new(Cell::new(false));
        let own = is_held.clone();
        self.listen(move |heard| {
            if heard == Heard::Mine(workspace) {
                own.set(true);
            }
        });
        self.say(Heard::Who(workspace));
        const STEP: i32 = 20;
        for _ in 0..milliseconds / STEP {
            clock::wait(STEP).await;
            if is_held.get() {
                break;
            }
        }
        is_held.get()
    }
}

impl Heard {
    fn words(self) -> String {
        match self {
            Heard::Who(workspace) => format!("who {workspace}"),
            Heard::Mine(workspace) => format!("mine {workspace}"),
            Heard::Yield(workspace) => format!("yield {workspace}"),
            Heard::Yielded(workspace) => format!("yielded {workspace}"),
            Heard::Taken(workspace, number) => format!("taken {workspace} {number}"),
            Heard::Kept(workspace, at) => format!("kept {workspace} {at}"),
            Heard::Left(workspace) => format!("left {workspace}"),
            Heard::Deleted(workspace) => format!("deleted {workspace}"),
            Heard::Listed(workspace) => format!("listed {workspace}"),
        }
    }

    fn read(words: &str) -> Option<Heard> {
        let mut words = words.split(' ');
        let what = words.next()?;
        let workspace = words.next()?.parse().ok()?;
        Some(match what {
            "who" => Heard::Who(workspace),
            "mine" => Heard::Mine(workspace),
            "yield" => Heard::Yield(workspace),
            "yielded" => Heard::Yielded(workspace),
            "taken" => Heard::Taken(workspace, words.next()?.parse().ok()?),
            "kept" => Heard::Kept(workspace, words.next()?.parse().ok()?),
            "left" => Heard::Left(workspace),
            "deleted" => Heard::Deleted(workspace),
            "listed" => Heard::Listed(workspace),
            _ => return None,
        })
    }
}
