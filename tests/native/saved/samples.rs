//! Records as they were written once and stand in people's browsers: they are read for ever.
//!
//! `tests/cases/saved` holds records of every form, in a folder of its number. `UPDATE=1` writes a sample of the present form
//! that is missing, and never one that is there.

use std::{
    collections::BTreeMap,
    env,
    fmt::Debug,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use presence_profile_core::{
    editor::{
        assigned::{Assigned, ExtensionDn, Reassignment},
        baseline::Live,
        change::{Change, Joining, List, Renamed, Slide},
        declaring::{Declaration, Declared, DeclaredText},
        history::Done,
        place::{EntryPlace, Place, ProfileId, RangePlace},
        saved::{
            self, Cause, Exported, Heading, Left, Page, Parting, ProfileView, Snapshot, Unread, Version, VersionLine,
            View,
        },
        shown_texts::{columns::ColumnsView, filter::EntryFilter},
        workspace::{Choices, Profile, SetAside, Workspace},
    },
    mapping::{lcid::Lcid, states::StateNumber},
    rules::diagnostic::Subject,
    source::{
        decode::{FileStyle, Newline},
        edit::{Edit, Edits},
        text::{Part, Span},
    },
};

/// A record, and what it must be.
pub struct Sample {
    /// The name of its file; the word in front of the first hyphen is its kind.
    pub name: &'static str,
    /// As it is written today.
    pub written: Vec<u8>,
    read: Box<Reading>,
}

/// Reads bytes and holds what was read to what it must be.
type Reading = dyn Fn(&[u8]) -> Result<(), Unread>;

impl Sample {
    fn of<T: Debug + PartialEq + 'static>(
        name: &'static str,
        value: T,
        write: impl Fn(&T) -> Vec<u8>,
        read: impl Fn(&[u8]) -> Result<T, Unread> + 'static,
    ) -> Sample {
        let written = write(&value);
        let read = move |bytes: &[u8]| read(bytes).map(|read| assert_eq!(read, value, "{name}"));
        Sample { name, written, read: Box::new(read) }
    }

    /// Reads bytes in its place; what is read must be what it is.
    pub fn read(&self, bytes: &[u8]) -> Result<(), Unread> {
        (self.read)(bytes)
    }
}

fn id(number: usize) -> ProfileId {
    std::iter::successors(Some(ProfileId::FIRST), |id| Some(id.next())).nth(number).unwrap()
}

/// A law set aside.
pub fn aside(code: &str) -> SetAside {
    SetAside::of(code, None).unwrap()
}

fn choices() -> Choices {
    let subject = Subject { id: "INCALL".to_owned(), lcid: Some(Lcid::new(1036)) };
    Choices {
        file_name: Some("agentStates é.xml".to_owned()),
        opened: 1_764_331_200_000,
        style: FileStyle { bom: true, newline: Newline::CrLf },
        languages: vec![Lcid::new(1036), Lcid::new(1033), Lcid::new(70000)],
        set_aside: vec![aside("encoding"), SetAside::of("text-length", Some(subject)).unwrap()],
        default_language: Lcid::new(1036),
    }
}

/// What T-Server has of a workspace, as a change says it.
fn declaration() -> Declaration {
    let known = Declared {
        name: Some("Présence".into()),
        options: DeclaredText::As(Live::Text("[TServer]\n# é\n".into())),
        xml: DeclaredText::Own,
    };
    let other = Declared { name: None, options: DeclaredText::As(Live::Nothing), xml: DeclaredText::As(Live::Unknown) };
    let assigned = Assigned { application: Some("Présence".into()), extensions: BTreeMap::new() };
    Declaration { profiles: vec![(id(0), known), (id(300), other)], assigned: Some(Some(assigned.into())) }
}

fn workspace(form: u8) -> Workspace {
    let first = Profile {
        id: id(0),
        name: "Présence".into(),
        options: "[TServer]\nservice-type=presence-profile\n".into(),
        xml: "<agentStates>\n  <!-- 会議中 -->\n</agentStates>\n".into(),
        choices: choices(),
    };
    let second = Profile {
        id: id(300),
        name: "".into(),
        options: "".into(),
        xml: "".into(),
        choices: Choices { default_language: Lcid::new(1033), ..Choices::default() },
    };
    let names = [("4210", "Présence"), ("*21", "")];
    let extensions = names.map(|(number, name)| (ExtensionDn::new(number), Arc::from(name)));
    let assigned = Assigned { application: Some("Présence".into()), extensions: BTreeMap::from(extensions) };
    let profiles = vec![Arc::new(second), Arc::new(first)];
    let workspace = Workspace { profiles, assigned: Arc::new(assigned), live: Arc::default() };
    match form {
        1 => workspace,
        _ => Workspace { live: declaration().apply(&workspace.live, &workspace).into(), ..workspace },
    }
}

/// A snapshot of two profiles, neither of them plain, as records of a form had it.
pub fn snapshot(form: u8) -> Snapshot {
    Snapshot { workspace: workspace(form), highest: id(301), steps: 1234 }
}

/// A change of the options of the first profile.
pub fn change_of_options() -> Change {
    let place = Place { profile: id(0), part: Part::Options };
    Change::of("Type in Options", place, Edit::insert(0, "\n"))
}

/// A change in which everything is that can be in one.
fn change(form: u8) -> Change {
    let places = [Part::Options, Part::Xml].map(|part| Place { profile: id(0), part });
    let far = Edits::new(vec![
        Edit::insert(0, "<!-- é -->"),
        Edit::insert(7, ""),
        Edit::replace(Span::new(7, 9), "会"),
        Edit::delete(Span::new(9, 12)),
        Edit::insert(300, "\n"),
        Edit::insert(300, "\t"),
    ]);
    let put = Profile { id: id(2), ..(*workspace(form).profiles[1]).clone() };
    let renamed = |start, from: Option<&str>, to: Option<&str>| Renamed {
        profile: id(0),
        entry: EntryPlace { start, id: from.map(str::to_owned) },
        id: to.map(str::to_owned),
    };
    Change {
        choices: vec![(id(0), choices()), (id(1), Choices::default())],
        names: vec![(id(1), "Pause".to_owned())],
        list: Some(List { order: vec![id(2), id(1), id(0)], put: vec![put] }),
        assigned: Some(Reassignment {
            application: Some(None),
            extensions: vec![(ExtensionDn::new("4210"), Some("Pause".into())), (ExtensionDn::new("*21"), None)],
        }),
        renamed: vec![renamed(20, Some("A"), None), renamed(300, None, Some("Ä"))],
        replaced: vec![id(0), id(1)],
        live: if form == 1 { Declaration::default() } else { declaration() },
        joining: Joining::Slide(Slide { from: RangePlace(300), to: RangePlace(301), ends: (true, false) }),
        ..Change::of("Do it all: é", places[1], far.unwrap()).with(places[0], Edit::delete(Span::new(1, 2)))
    }
}

fn act(name: &'static str, done: Done, change: Change) -> Sample {
    Sample::of(name, (done, change), |(done, change)| saved::act(*done, change), saved::read_act)
}

fn typed(joining: Joining) -> Change {
    let place = Place { profile: id(0), part: Part::Xml };
    Change { joining, ..Change::of("Type in XML source", place, Edit::insert(4321, "k")) }
}

fn assigning() -> Change {
    let assigned = Reassignment { application: Some(Some("Pause".into())), extensions: Vec::new() };
    Change::new("Assign Pause to the T-Server application").with_assigned(assigned)
}

fn version(form: u8, name: &'static str, cause: Cause, what: &str, given: Option<&str>) -> Sample {
    let (what, given) = (what.to_owned(), given.map(str::to_owned));
    let snapshot = snapshot(form);
    let version = Version { at: 1_767_225_600_123.0, cause, what, name: given, snapshot };
    Sample::of(name, version, saved::version, saved::read_version)
}

/// The samples, several of a kind so that every variant is in one.
pub fn samples() -> Vec<Sample> {
    samples_of(saved::VERSION)
}

fn samples_of(form: u8) -> Vec<Sample> {
    let heading =
        Heading { name: "Büro".to_owned(), profiles: 200, bytes: 5_000_000_000, edited: 1_767_225_600_123.5 };
    let left = Left { options: Some("1=A".into()), xml: None, has_left_behind: true };
    let exported = Exported {
        profiles: vec![(id(0), left), (id(300), Left { xml: Some("<é/>".into()), ..Left::default() })],
        names: vec![(id(0), "Présence".into())],
        assigned: workspace(form).assigned,
        at: Some(1_767_225_600_123.0),
    };
    let shown = |filter| match form {
        1 | 2 => (ColumnsView::default(), EntryFilter::All),
        _ => {
            let hidden = vec![Lcid::new(1031), Lcid::new(70000)];
            (ColumnsView { reference: Some(Lcid::new(1049)), hidden }, filter)
        }
    };
    let viewed = |push, pull, row, entry: Option<EntryPlace>, (columns, filter)| ProfileView {
        viewer: Lcid::new(1036),
        push,
        pull,
        row: StateNumber::new(row).unwrap(),
        entry,
        columns,
        filter,
    };
    let entry = EntryPlace { start: 300, id: Some("INCALL".to_owned()) };
    let views = vec![
        (id(0), viewed(Part::Xml, Part::Options, 15, Some(entry), shown(EntryFilter::GapsIn(Lcid::new(1049))))),
        (
            id(300),
            viewed(Part::Options, Part::Xml, 1, Some(EntryPlace { start: 0, id: None }), shown(EntryFilter::Changed)),
        ),
    ];
    let (ticks, is_by_stop, page) = match form {
        1 => (Vec::new(), false, Page::Assignment),
        _ => (vec!["put 0 ä".to_owned()], true, Page::GoLive),
    };
    let view = View { looked_at: id(300), page, profiles: views, ticks, is_by_stop };
    let plain = vec![(id(0), viewed(Part::Xml, Part::Xml, 7, None, Default::default()))];
    let plain = View { looked_at: id(0), page: Page::Editor, profiles: plain, ticks: Vec::new(), is_by_stop: false };
    // A parting has whole records in it: those of its form.
    let record = |name: &str, written: Vec<u8>| match form {
        saved::VERSION => written,
        form => fs::read(folder(form).join(name).with_extension("bin")).unwrap(),
    };
    let parting = Parting {
        owner: 12,
        at: 1_767_225_600_123.0,
        first: 300,
        acts: vec![record("act-undo", saved::act(Done::Undo, &typed(Joining::Keystroke))), vec![0, 255]],
        view: record("view-plain", saved::view(&plain)),
        exported: Some(record("exported-never", saved::exported(&Exported::default()))),
    };
    let parted = Parting { acts: Vec::new(), exported: None, ..parting.clone() };
    vec![
        act("act-commit", Done::Commit { joined: false }, change(form)),
        act("act-joined", Done::Commit { joined: true }, typed(Joining::Keystroke)),
        act("act-composed", Done::Commit { joined: true }, typed(Joining::Composition)),
        act("act-undo", Done::Undo, typed(Joining::Keystroke)),
        act("act-redo", Done::Redo, assigning()),
        Sample::of("snapshot", snapshot(form), saved::snapshot, saved::read_snapshot),
        Sample::of("heading", heading, saved::heading, saved::read_heading),
        Sample::of("exported", exported, saved::exported, saved::read_exported),
        Sample::of("exported-never", Exported::default(), saved::exported, saved::read_exported),
        Sample::of("view", view, saved::view, saved::read_view),
        Sample::of("view-plain", plain, saved::view, saved::read_view),
        Sample::of("parting", parting, saved::parting, saved::read_parting),
        Sample::of("parting-plain", parted, saved::parting, saved::read_parting),
        version(form, "version-begun", Cause::Begun, "", None),
        version(form, "version-before-import", Cause::BeforeImport, "all.cfg", None),
        version(form, "version-before-opening", Cause::BeforeOpening, "agentStates.xml", None),
        version(form, "version-before-take-over", Cause::BeforeTakeOver, "Présence", None),
        version(form, "version-before-restore", Cause::BeforeRestore, "", Some("Before the summer")),
        version(form, "version-before-deletion", Cause::BeforeDeletion, "Présence", Some("")),
        version(form, "version-before-saving", Cause::BeforeSaving, "agentStates.xml", None),
        version(form, "version-exported", Cause::Exported, "Présence", None),
        version(form, "version-hourly", Cause::Hourly, "", None),
    ]
}

fn folder(form: u8) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/saved").join(form.to_string())
}

#[test]
fn what_was_written_once_is_read_for_ever() {
    let mut missing = Vec::new();
    for form in 1..=saved::VERSION {
        for sample in samples_of(form) {
            let file = folder(form).join(sample.name).with_extension("bin");
            match fs::read(&file) {
                Ok(bytes) => {
                    assert_eq!(sample.read(&bytes), Ok(()), "{}", file.display());
                    assert_eq!(bytes.first(), Some(&form), "{}", file.display());
                    let is_as_today = form < saved::VERSION || bytes == sample.written;
                    assert!(is_as_today, "{} is written otherwise now: that is another form", sample.name);
                }
                Err(_) if env::var_os("UPDATE").is_some() && form == saved::VERSION => {
                    fs::create_dir_all(folder(form)).unwrap();
                    fs::write(&file, &sample.written).unwrap();
                }
                Err(_) => missing.push(file),
            }
        }
    }
    assert!(missing.is_empty(), "UPDATE=1 writes what is missing of the present form: {missing:?}");
}

#[test]
fn a_version_is_told_in_a_line() {
    for sample in samples().iter().filter(|sample| sample.name.starts_with("version")) {
        let Version { at, cause, what, name, snapshot } = saved::read_version(&sample.written).unwrap();
        let line = VersionLine { at, cause, what, name, profiles: snapshot.workspace.profiles.len() as u32 };
        assert_eq!(saved::read_version_line(&sample.written), Ok(line));
    }
}
