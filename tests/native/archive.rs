//! Everything as one archive: what lies in it, that it is the same for the same state, and that it comes in again.

use std::{env, fmt::Write, fs, io::Write as _, path::Path, process::Command, sync::Arc};

use presence_profile_core::{
    editor::{
        archive::{self, Archive},
        assigned::ExtensionDn,
        baseline::Baseline,
        place::ProfileId,
        workspace::{Profile, Workspace},
        workspace_file,
    },
    source::{archive as zip, digest, file_name},
};
use proptest::prelude::*;

use crate::{cases, documents::nasty};

/// The example, and what is done to it: `xml OLD => NEW` and `options OLD => NEW` in the last profile, `name NAME` of it,
/// `file NAME` of its XML, `profile NAME` is one more that T-Server does not have, `assign NUMBER NAME`.
fn workspace(document: &str) -> Workspace {
    let mut workspace = Workspace::example();
    let mut next = ProfileId::FIRST;
    for line in document.lines().filter(|line| !line.trim().is_empty()) {
        let (what, rest) = line.split_once(' ').unwrap();
        let last = workspace.profiles.last_mut().unwrap();
        let own = Arc::make_mut(last);
        match what {
            "xml" | "options" => {
                let (old, new) = rest.split_once(" => ").unwrap();
                let (old, new) = (old.replace("\\n", "\n"), new.replace("\\n", "\n"));
                let text = if what == "xml" { &mut own.xml } else { &mut own.options };
                assert!(text.contains(&old), "{old} is not there");
                *text = text.replace(&old, &new).into();
            }
            "name" => own.name = rest.into(),
            "file" => own.choices.file_name = Some(rest.to_owned()),
            "profile" => {
                next = next.next();
                let new = Profile { id: next, name: rest.into(), ..own.clone() };
                workspace.profiles.push(Arc::new(new));
                Arc::make_mut(&mut workspace.live).profiles.insert(next, Baseline::NEW);
            }
            "assign" => {
                let (number, name) = rest.split_once(' ').unwrap();
                let assigned = Arc::make_mut(&mut workspace.assigned);
                assigned.extensions.insert(ExtensionDn::new(number), name.into());
            }
            "alone" | "show" | "way" => {}
            other => panic!("{other}?"),
        }
    }
    workspace
}

fn of(document: &str) -> Archive {
    let workspace = workspace(document);
    let is_by_stop = document.lines().any(|line| line == "way stop");
    match document.lines().find_map(|line| line.strip_prefix("alone ")) {
        Some(name) => {
            let id = workspace.profile_named(name).unwrap().id;
            archive::of_profile(&workspace, id, is_by_stop).unwrap()
        }
        None => archive::of_all(&workspace, "Site", is_by_stop),
    }
}

/// The files of an archive, as another reader than the one of the editor would find them: by their own headers.
fn files(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let number = |at: usize, count: usize| {
        bytes[at..at + count].iter().rev().fold(0_usize, |number, byte| number << 8 | usize::from(*byte))
    };
    let mut files = Vec::new();
    let mut at = 0;
    while bytes[at..].starts_with(b"PK\x03\x04") {
        assert_eq!(number(at + 8, 2), 0, "stored");
        // 1 January 1980, midnight.
        assert_eq!((number(at + 10, 2), number(at + 12, 2)), (0, 0x21));
        let (size, name, extra) = (number(at + 18, 4), number(at + 26, 2), number(at + 28, 2));
        let name_at = at + 30;
        let body = name_at + name + extra;
        let name = String::from_utf8(bytes[name_at..name_at + name].to_vec()).unwrap();
        files.push((name, bytes[body..body + size].to_vec()));
        at = body + size;
    }
    assert!(bytes[at..].starts_with(b"PK\x01\x02"), "the directory stands behind the files");
    files
}

/// A report without its sheet of styles.
fn without_sheet(text: &str) -> String {
    let parts = text.split_once("<style>").and_then(|(front, rest)| Some((front, rest.split_once("</style>\n")?.1)));
    parts.map_or_else(|| text.to_owned(), |(front, back)| format!("{front}{back}"))
}

#[test]
fn what_lies_in_an_archive() {
    cases::check("archive", |document| {
        let Archive { name, bytes, errors } = of(document);
        let mut out = format!("{name}, {errors} errors\n");
        for (name, bytes) in files(&bytes) {
            // What is shown whole needs no digest.
            writeln!(out, "{:>6}  {}  {name}", bytes.len(), &digest::sha256(&bytes)[..8]).unwrap();
        }
        for show in document.lines().filter_map(|line| line.strip_prefix("show ")) {
            let (_, bytes) = files(&bytes).into_iter().find(|(name, _)| name == show).unwrap();
            write!(out, "+++ {show}\n{}", without_sheet(&String::from_utf8(bytes).unwrap().replace("\r\n", "\n")))
                .unwrap();
        }
        out
    });
}

/// Whoever makes it, and when: these digits are of no machine and of no day.
#[test]
fn the_archive_of_the_example_is_the_same_everywhere() {
    let workspace = Workspace::example();
    let first = archive::of_all(&workspace, "Workspace 1", false);
    assert_eq!(first, archive::of_all(&workspace.clone(), "Workspace 1", false));
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/archive/example.sha256");
    let found = format!("{}  {}\n", digest::sha256(&first.bytes), first.name);
    if env::var_os("UPDATE").is_some() {
        fs::write(&list, &found).unwrap();
    }
    assert_eq!(found, fs::read_to_string(list).unwrap(), "UPDATE=1 takes what was found");
}

/// Identities are no part of it: a workspace that had many profiles before is the same as one that has these from the first.
#[test]
fn identities_do_not_come_along() {
    let other = |id: ProfileId| {
        let mut workspace = Workspace::example();
        let baseline = workspace.live.of(ProfileId::FIRST).clone();
        Arc::make_mut(&mut workspace.profiles[0]).id = id;
        let live = Arc::make_mut(&mut workspace.live);
        live.profiles.clear();
        live.profiles.insert(id, baseline);
        workspace
    };
    let far = other(ProfileId::FIRST.next().next().next());
    let same = archive::of_all(&far, "Site", false);
    assert_eq!(same, archive::of_all(&Workspace::example(), "Site", false));
}

/// Where `unzip` is installed, it is content.
#[test]
fn unzip_is_content() {
    let all = of("profile Süd: \"1/2\"\nprofile süd- -1-2-\nxml IDLE_OUT => IDLE_OFF");
    let path = env::temp_dir().join(format!("presence-archive-{}.zip", std::process::id()));
    fs::File::create(&path).unwrap().write_all(&all.bytes).unwrap();
    let ran = Command::new("unzip").arg("-t").arg(&path).output();
    fs::remove_file(&path).unwrap();
    match ran {
        Ok(output) => assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout)),
        Err(_) => println!("the archive was not tested by unzip: it is not installed"),
    }
}

#[test]
fn an_archive_comes_in_again() {
    let documents = ["", "profile Two\noptions 6=INCALL => 6=OOS\nassign 4210 Two", "xml 7001 => seven"];
    for document in documents {
        let workspace = workspace(document);
        let text = workspace_file::in_archive(&of(document).bytes).unwrap();
        let read = workspace_file::read(&text).unwrap();
        assert_eq!(read.name, "Site");
        assert_eq!(read.snapshot.workspace, workspace);
    }
}

#[test]
fn what_is_no_archive_of_ours_brings_no_workspace() {
    let packed = |name: &str| zip::write(&[zip::Packed { name: name.to_owned(), bytes: b"{}".to_vec() }]);
    assert_eq!(workspace_file::in_archive(b""), None);
    assert_eq!(workspace_file::in_archive(b"PK\x03\x04"), None);
    assert_eq!(workspace_file::in_archive(&packed("agentStates.xml")), None);
    assert_eq!(workspace_file::in_archive(&packed("x.presence-workspace.json")).as_deref(), Some("{}"));
    // One byte of it is another.
    let mut damaged = packed("x.presence-workspace.json");
    let at = damaged.windows(2).position(|two| two == b"{}").unwrap();
    damaged[at] = b'[';
    assert_eq!(workspace_file::in_archive(&damaged), None);
}

#[test]
fn the_report_asks_nobody_and_runs_nothing() {
    let document = "xml Logged out => </p><script>alert(1)</script><img src=http://x>\nname <b>Büro & \"Co\"</b>";
    let all = of(document);
    let (_, report) = files(&all.bytes).into_iter().find(|(name, _)| name == "report.html").unwrap();
    let report = String::from_utf8(report).unwrap();
    for forbidden in ["<script", "<img", "<b>Büro", "<link", "@import", "url("] {
        assert!(!report.contains(forbidden), "{forbidden}");
    }
    assert!(report.contains("&lt;b&gt;Büro &amp; &quot;Co&quot;&lt;/b&gt;"), "the name is a text");
    assert!(report.contains("default-src 'none'"));
    // The cards of the three device states and of the five agent states.
    assert_eq!(report.matches("class=\"card__head\"").count(), 15);
}

#[test]
fn names_are_safe_on_windows() {
    let cases = [
        ("a<b>c:d\"e/f\\g|h?i*j", "a-b-c-d-e-f-g-h-i-j"),
        ("CON", "CON_"),
        ("con.xml", "con_.xml"),
        ("COM1.tar.gz", "COM1_.tar.gz"),
        ("LPT\u{b9}", "LPT\u{b9}_"),
        ("CONSOLE", "CONSOLE"),
        ("COM10", "COM10"),
        ("NUL .txt", "NUL_.txt"),
        ("dot. . ", "dot"),
        (" .hidden", "hidden"),
        ("line\nend\u{7}", "line-end-"),
        ("...", ""),
    ];
    for (name, safe) in cases {
        assert_eq!(file_name::safe(name), safe, "{name:?}");
    }
    let mut beside = file_name::Beside::default();
    let names = ["Süd", "SÜD", "Süd (2)", "süd"].map(|name| beside.free(name));
    assert_eq!(names, ["Süd", "SÜD (2)", "Süd (2) (2)", "süd (3)"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_safe_name_is_safe_already(name in "\\PC{0,100}|[.A-Z0-9 ]{0,12}|(con|lpt1|nul)[. a]{0,3}") {
        let safe = file_name::safe(&name);
        prop_assert_eq!(file_name::safe(&safe), safe);
    }

    /// Any bytes in any place: a file is brought, or none, and nothing else happens.
    #[test]
    fn damaged_archives_never_panic(places in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6), cut: prop::sample::Index) {
        let mut bytes = of("").bytes;
        for (place, byte) in places {
            let at = place.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = workspace_file::in_archive(&bytes);
        bytes.truncate(cut.index(bytes.len()));
        let _ = workspace_file::in_archive(&bytes);
    }

    /// Texts of any kind lie in the archive to the byte, and the workspace in it is the one that went in.
    #[test]
    fn any_profile_goes_and_comes(own in nasty::profile(), name in "\\PC{1,30}") {
        let mut workspace = Workspace::of(Profile::new(&name, &own.options, &own.xml));
        let id = workspace.profiles[0].id;
        workspace.live = Arc::new(presence_profile_core::editor::baseline::Baselines {
            profiles: [(id, Baseline::NEW)].into(),
            assigned: Some(Arc::default()),
        });
        let all = archive::of_all(&workspace, &name, false);
        let text = workspace_file::in_archive(&all.bytes).unwrap();
        let read = workspace_file::read(&text).unwrap().snapshot.workspace;
        prop_assert_eq!(&read.profiles, &workspace.profiles);
        let names: Vec<String> = files(&all.bytes).into_iter().map(|(name, _)| name).collect();
        let mut distinct = names.clone();
        distinct.sort();
        distinct.dedup();
        prop_assert_eq!(names.len(), distinct.len());
    }
}
