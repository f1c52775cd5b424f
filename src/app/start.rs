//! How the page begins: with what is kept in this browser, or in memory where the browser does not keep or does not answer.

mod channel;
mod doubt;
pub mod focus;
mod loading;
mod next;
mod opening;
mod parting;

use std::{cell::RefCell, rc::Rc, sync::Arc};

use wasm_bindgen_futures::spawn_local;

use self::opening::open;
pub use self::{
    channel::{Channel, Heard},
    doubt::mount_or_ask,
    loading::{Loaded, heading, load, new_workspace, new_workspace_with_past, why_unread},
    next::{deleted, forget, forget_deleted, remember_deleted, said, say_next, show_next},
    parting::take_up,
};
use crate::browser::{
    clock,
    database::{Database, Loss, Owner, StorageError},
};
use presence_profile_core::editor::{
    place::ProfileId,
    saved::{Exported, Unread, View},
    workspace::Workspace,
};

/// What the page begins with.
pub struct Start {
    /// All profiles.
    pub workspace: Workspace,
    /// The highest identity that a profile of it ever had.
    pub highest: ProfileId,
    /// What the workspace is called.
    pub name: Arc<str>,
    /// What was looked at.
    pub view: Option<View>,
    /// What has left the page.
    pub exported: Option<Exported>,
    /// A workspace in the place of which this one was made, since nothing of it could be read, and why.
    pub unread: Option<(Arc<str>, Unread)>,
    /// Whether it is kept.
    pub storage: Storage,
    /// What other tabs say.
    pub channel: Channel,
    /// Where the connection to the storage says what becomes of it.
    pub line: Line,
}

/// Whether, and for whom, a workspace is kept.
pub enum Storage {
    /// This tab has it.
    Own(Kept),
    /// It can be read only.
    Readable(Kept, Reader),
    /// Nothing is kept.
    Missing(StorageError),
    /// The storage has not answered yet.
    Silent,
}

/// Why a workspace can only be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// Another tab has it.
    Other,
    /// A newer version of the editor has kept a part of it.
    Newer,
}

/// A workspace as it is kept.
#[derive(Debug, Clone)]
pub struct Kept {
    /// The connection.
    pub database: Database,
    /// Who may write it; of a workspace that is only read, by a number that has no right.
    pub owner: Owner,
    /// The number of the next act.
    pub next: u64,
    /// How many steps were committed ever.
    pub steps: u64,
    /// The number of the snapshot that was read.
    pub snapshot: u64,
    /// The number of the oldest snapshot, from which the history is replayed.
    pub base: u64,
    /// When it was edited last, in milliseconds since 1970.
    pub edited: f64,
    /// How many acts at its end could not be read.
    pub lost: usize,
    /// Whether it was made just now.
    pub is_new: bool,
}

/// What the connection says after it was made.
#[derive(Default)]
struct Connection {
    hear: Option<Box<dyn Fn(Message)>>,
    waiting: Vec<Message>,
}

/// What becomes of the storage while the page is open.
pub enum Message {
    /// The connection is gone.
    Lost(Loss),
    /// A tab with another version of the editor holds the storage up.
    Blocked,
    /// It answers at last.
    Late(Box<Start>),
    /// It refuses at last.
    Refused(StorageError),
}

/// The way from the connection to the page.
#[derive(Clone, Default)]
pub struct Line(Rc<RefCell<Connection>>);

impl Line {
    /// Says something to the page; it waits until the page listens.
    fn say(&self, message: Message) {
        let mut connection = self.0.borrow_mut();
        match connection.hear.take() {
            Some(hear) => {
                drop(connection);
                hear(message);
                self.0.borrow_mut().hear.get_or_insert(hear);
            }
            None => connection.waiting.push(message),
        }
    }

    /// Listens from now on, and to what was said before.
    pub fn listen(&self, hear: impl Fn(Message) + 'static) {
        let waiting = std::mem::take(&mut self.0.borrow_mut().waiting);
        waiting.into_iter().for_each(&hear);
        self.0.borrow_mut().hear = Some(Box::new(hear));
    }
}

/// How long the page waits for the storage before it begins in memory, in milliseconds.
const PATIENCE: i32 = 3000;

/// A name that no workspace of a first visitor has yet.
pub const FIRST_NAME: &str = "Workspace 1";

/// Calls `mount` once: with what is kept as soon as the storage answers, else in memory.
pub fn begin(mount: impl FnOnce(Start) + 'static) {
    let mount = Rc::new(RefCell::new(Some(mount)));
    let line = Line::default();
    let (own, patient) = (line.clone(), mount.clone());
    spawn_local(async move {
        let channel = Channel::open();
        let opened = open(&own, &channel).await;
        let Some(mount) = patient.borrow_mut().take() else {
            return own.say(match opened {
                Ok(start) => Message::Late(Box::new(start)),
                Err(error) => Message::Refused(error),
            });
        };
        mount(opened.unwrap_or_else(|error| Start::in_memory(Storage::Missing(error), channel, own)));
    });
    spawn_local(async move {
        clock::wait(PATIENCE).await;
        let mount = mount.borrow_mut().take();
        if let Some(mount) = mount {
            mount(Start::in_memory(Storage::Silent, Channel::open(), line));
        }
    });
}

impl Start {
    /// The example of a first visitor.
    pub fn in_memory(storage: Storage, channel: Channel, line: Line) -> Start {
        let workspace = Workspace::example();
        Start {
            highest: ProfileId::FIRST,
            workspace,
            name: FIRST_NAME.into(),
            view: None,
            exported: None,
            unread: None,
            storage,
            channel,
            line,
        }
    }
}
