//! The file of a workspace: what is written is read, files of old stay readable, and what is wrong is told with its place.

use std::{env, fmt::Write, fs, path::Path, sync::Arc};

use presence_profile_core::{
    editor::{
        assigned::Assigned,
        baseline::{Baseline, Baselines},
        history::{Act, Done, History},
        place::ProfileId,
        saved::{Snapshot, Unread},
        workspace::{Choices, Profile, Workspace},
        workspace_file::{self, FileUnread, NoPast, Past},
    },
    source::decode::{FileStyle, Newline},
};
use proptest::{prelude::*, sample::Index};

use crate::{
    cases,
    saved::{
        samples,
        sessions::{Session, session},
    },
};

fn beginning(workspace: Workspace) -> Snapshot {
    let highest = workspace.profiles.iter().map(|profile| profile.id).max().unwrap();
    Snapshot { workspace, highest, steps: 0 }
}

/// The workspace with the identities that a file gives it.
fn numbered_anew(workspace: &Workspace) -> Workspace {
    let ids = std::iter::successors(Some(ProfileId::FIRST), |id| Some(id.next()));
    let known = workspace
        .profiles
        .iter()
        .zip(ids.clone())
        .filter_map(|(profile, id)| Some((id, workspace.live.profiles.get(&profile.id)?.clone())));
    // What T-Server has of a profile that was deleted is not written.
    let live = Baselines { profiles: known.collect(), assigned: workspace.live.assigned.clone() };
    let anew = |(profile, id): (&Arc<Profile>, _)| {
        // The way to a file is known to one browser only.
        let choices = Choices { opened: 0, ..profile.choices.clone() };
        Arc::new(Profile { id, choices, ..(**profile).clone() })
    };
    let profiles = workspace.profiles.iter().zip(ids).map(anew);
    Workspace { profiles: profiles.collect(), assigned: workspace.assigned.clone(), live: live.into() }
}

fn past(session: &Session) -> Past {
    Past { base: beginning(session.first.clone()), acts: session.acts.clone() }
}

/// The history that a past comes to.
fn history(past: &Past) -> History {
    let mut history = History::new(past.base.workspace.clone());
    for (done, change) in &past.acts {
        let act = match done {
            Done::Commit { joined } => Act::Commit { change: Box::new(change.clone()), joined: *joined },
            Done::Undo => Act::Undo,
            Done::Redo => Act::Redo,
        };
        history.act(act);
    }
    history
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn what_is_written_is_read(session in session(), name in ".*") {
        let snapshot = beginning(session.history.present().clone());
        let read = workspace_file::read(&workspace_file::write(&snapshot, &name, None)).unwrap();
        prop_assert_eq!(read.name, name);
        prop_assert_eq!(&read.snapshot, &beginning(numbered_anew(&snapshot.workspace)));
        prop_assert_eq!(read.past, Err(NoPast::NotKept));
    }

    #[test]
    fn with_its_past_undo_works(session in session()) {
        let past = past(&session);
        let snapshot = beginning(session.history.present().clone());
        let read = workspace_file::read(&workspace_file::write(&snapshot, "", Some(&past))).unwrap();
        prop_assert_eq!(&read.snapshot.workspace, session.history.present());
        prop_assert_eq!(read.snapshot.highest.next(), session.history.fresh_profile());
        let read = read.past.unwrap();
        prop_assert_eq!(&read, &past);
        let (mut own, mut again) = (session.history, history(&read));
        while own.undo().is_some() {
            prop_assert!(again.undo().is_some());
            prop_assert_eq!(own.present(), again.present());
            prop_assert_eq!(own.redo_label(), again.redo_label());
        }
        prop_assert!(again.undo().is_none());
    }

    #[test]
    fn a_broken_file_never_panics(session in session(), cut in any::<Index>(), sign in any::<Index>()) {
        let past = past(&session);
        let file = workspace_file::write(&beginning(session.history.present().clone()), "é", Some(&past));
        let cut = file.floor_char_boundary(cut.index(file.len() - 1));
        prop_assert!(matches!(workspace_file::read(&file[..cut]), Err(FileUnread::Syntax(_))));
        let sign = ["\"", "{", "]", ",", "0", "null", "\\", "é", " "][sign.index(9)];
        for behind in [cut, file.ceil_char_boundary(cut + 1)] {
            let spoilt = [&file[..cut], sign, &file[behind..]].concat();
            if let Ok(read) = workspace_file::read(&spoilt) {
                let again = workspace_file::write(&read.snapshot, &read.name, read.past.as_ref().ok());
                prop_assert!(workspace_file::read(&again).is_ok());
            }
        }
    }
}

#[test]
fn a_text_that_ends_in_no_or_many_lines_comes_back() {
    for text in ["", "\n", "\n\n", "a", "a\n", "\na", "a\r\nb\r", "\u{0}\u{7f}\u{2028}\\\"\t"] {
        let workspace = Workspace::of(Profile::new(text, text, text));
        let read = workspace_file::read(&workspace_file::write(&beginning(workspace.clone()), text, None)).unwrap();
        assert_eq!(read.snapshot.workspace, workspace, "{text:?}");
    }
}

#[test]
fn a_past_that_leads_elsewhere_is_left() {
    let base = beginning(Workspace::example());
    let past = Past { base: base.clone(), acts: vec![(Done::Commit { joined: false }, samples::change_of_options())] };
    let changed = beginning(past.acts[0].1.apply(&base.workspace));
    let file = workspace_file::write(&changed, "", Some(&past));
    assert_eq!(workspace_file::read(&file).unwrap().snapshot.steps, 1);
    let edited = workspace_file::read(&file.replace("\"Presence\"", "\"Other\"")).unwrap();
    assert_eq!(edited.past, Err(NoPast::LeadsElsewhere));
    assert_eq!(&*edited.snapshot.workspace.profiles[0].name, "Other");
    // The letters of the record: the first says the version of its form, the twentieth is of its bytes.
    let letters = file.find("\"base\": \"").unwrap() + "\"base\": \"".len();
    let with_letter = |at: usize, letter: &str| {
        let mut file = file.clone();
        file.replace_range(letters + at..=letters + at, letter);
        workspace_file::read(&file).unwrap()
    };
    let other = if file[letters + 20..].starts_with('B') { "C" } else { "B" };
    assert_eq!(with_letter(20, other).past, Err(NoPast::Unread(Unread::Damaged)));
    let newer = with_letter(0, "B");
    assert_eq!(newer.past, Err(NoPast::Unread(Unread::Newer)));
    assert_eq!(newer.snapshot, beginning(changed.workspace));
}

#[test]
fn a_file_over_the_limit_is_refused() {
    let large = " ".repeat(workspace_file::MOST_BYTES + 1);
    assert_eq!(workspace_file::read(&large), Err(FileUnread::TooLarge));
}

/// What was read, without what is as in a new profile.
fn told(file: &str) -> String {
    let file = match workspace_file::read(file) {
        Ok(file) => file,
        Err(why) => return format!("refused: {why}"),
    };
    let mut out = format!("{:?}, {} steps", file.name, file.snapshot.steps);
    if let Err(why) = file.past.as_ref().map_err(|why| *why)
        && why != NoPast::NotKept
    {
        write!(out, ", without its past: {why}").unwrap();
    }
    let Workspace { profiles, assigned, live } = &file.snapshot.workspace;
    for profile in profiles {
        let Choices { file_name, style, languages, set_aside, default_language, opened: _ } = &profile.choices;
        write!(out, "\nprofile {} {:?}: {:?} {:?}", profile.id.number(), profile.name, profile.options, profile.xml)
            .unwrap();
        let languages: Vec<String> = languages.iter().map(ToString::to_string).collect();
        write!(out, "\n  {default_language} of {}", languages.join(" ")).unwrap();
        if *style != FileStyle::default() {
            let newline = if style.newline == Newline::CrLf { "CRLF" } else { "LF" };
            write!(out, "; {newline}{}", if style.bom { " with byte order mark" } else { "" }).unwrap();
        }
        file_name.iter().for_each(|name| write!(out, "; file {name}").unwrap());
        if let Some(Baseline { name, options, xml }) = live.profiles.get(&profile.id) {
            write!(out, "\n  live: {name:?} {options:?} {xml:?}").unwrap();
        }
        for aside in set_aside {
            write!(out, "; aside {}", aside.code).unwrap();
            if let Some(subject) = &aside.subject {
                write!(out, " of {:?} {}", subject.id, subject.lcid.map(|lcid| lcid.to_string()).unwrap_or_default())
                    .unwrap();
            }
        }
    }
    let Assigned { application, extensions } = &**assigned;
    application.iter().for_each(|name| write!(out, "\napplication {name:?}").unwrap());
    extensions.iter().for_each(|(number, name)| write!(out, "\nExtension {number} {name:?}").unwrap());
    out
}

#[test]
fn files_are_read_as_their_documents_say() {
    cases::check("workspace-file", told);
}

#[test]
fn a_file_that_was_written_once_is_read_for_ever() {
    for form in 1..=workspace_file::VERSION {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/workspace-file").join(form.to_string());
        let snapshot = samples::snapshot(form as u8);
        let base = Snapshot { steps: 1200, ..snapshot.clone() };
        let acts = vec![(Done::Commit { joined: false }, samples::change_of_options())];
        let past = Past { base, acts };
        let after = Snapshot { workspace: past.acts[0].1.apply(&snapshot.workspace), steps: 1201, ..snapshot.clone() };
        let plain = workspace_file::write(&snapshot, "Büro", None);
        let files = [
            ("plain", plain, beginning(numbered_anew(&snapshot.workspace)), None),
            ("with-history", workspace_file::write(&after, "Büro", Some(&past)), after, Some(past)),
        ];
        for (name, written, snapshot, past) in files {
            let file = folder.join(name).with_extension("json");
            let is_present = form == workspace_file::VERSION;
            if !file.exists() && is_present && env::var_os("UPDATE").is_some() {
                fs::create_dir_all(&folder).unwrap();
                fs::write(&file, &written).unwrap();
            }
            let text = fs::read_to_string(&file).expect("UPDATE=1 writes what is missing of the present version");
            let read = workspace_file::read(&text).unwrap();
            assert_eq!((read.name.as_str(), &read.snapshot, read.past.ok()), ("Büro", &snapshot, past));
            // The records of a history have versions of their own, and samples of each.
            let is_of_records = name == "with-history";
            assert!(
                !is_present || is_of_records || text == written,
                "{name} is written otherwise now: that is another version"
            );
        }
    }
}
