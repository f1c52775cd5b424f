//! The laws: each with its fixture, and what holds of all of them.

mod all_laws;
mod any_options;
mod any_profile;
mod first_run;
mod names;
mod pulled;
mod quiet;
mod safe_fixes;
mod time;
mod too_deep;

use std::{collections::BTreeSet, fs, path::Path};

use presence_profile_core::{
    mapping::{
        agent_states::{self, PresenceMap},
        lcid::Lcid,
        options::ProfileOptions,
    },
    rules::{
        self,
        diagnostic::{Diagnostic, Severity},
        example::{Example, SOUND_OPTIONS},
        facts::Facts,
        fix::{Fix, Safety},
        pull_mode,
    },
    source::{
        edit::Edits,
        message::Message,
        text::{LineIndex, Part, Span},
        xml::Xml,
    },
};

use crate::cases;

/// A profile and what is known about it.
#[derive(Debug, Clone)]
pub struct Document {
    /// The options text.
    pub options: String,
    /// The XML file.
    pub xml: String,
    default_language: Lcid,
    byte_order_mark: bool,
    profile_names: Vec<String>,
    presence_profile: Option<String>,
    profile_name: Option<String>,
    same_path: Vec<String>,
}

impl Document {
    /// A profile of which nothing else is known.
    pub fn new(options: impl Into<String>, xml: impl Into<String>) -> Document {
        Document {
            options: options.into(),
            xml: xml.into(),
            default_language: Lcid::ENGLISH,
            byte_order_mark: false,
            profile_names: Vec::new(),
            presence_profile: None,
            profile_name: None,
            same_path: Vec::new(),
        }
    }

    fn of(example: &Example) -> Document {
        let (options, xml) = example.texts();
        let owned = |text: &str| text.to_owned();
        Document {
            profile_names: vec!["Presence".into()],
            presence_profile: example.presence_profile.map(owned),
            profile_name: example.profile_name.map(owned),
            same_path: example.same_path.map(owned).into_iter().collect(),
            ..Document::new(options, xml)
        }
    }

    /// Reads a fixture's text. Lines `~ options`, `~ xml` and `~ entries` begin the texts; a missing one is sound, and
    /// entries stand in a sound file. Without such a line it is entries where it begins with one, else a whole file.
    /// Further lines in front: `~ default language 1036`, `~ byte order mark`, `~ profiles A, B`, `~ presence-profile A`,
    /// `~ name A` (with `\s` for a blank and `\z` for what cannot be seen), `~ same path A, B`.
    pub fn read(text: &str) -> Document {
        let mut document = Document::new(SOUND_OPTIONS, "");
        let (mut xml, mut replacements) = (String::new(), Vec::new());
        let mut reads = if text.contains("~ options") || text.contains("~ xml") { "nothing" } else { "unmarked" };
        for line in text.split_inclusive('\n') {
            let Some(wish) = line.trim_end_matches('\n').strip_prefix("~ ") else {
                if reads == "options" {
                    document.options += line
                } else {
                    xml += line
                }
                continue;
            };
            match wish.split_once(' ').unwrap_or((wish, "")) {
                ("options", _) => (document.options, reads) = (String::new(), "options"),
                ("xml", _) => reads = "xml",
                ("entries", _) => reads = "entries",
                ("default", rest) => {
                    document.default_language = Lcid::parse(rest.trim_start_matches("language ")).unwrap();
                }
                ("replace", rest) => replacements.push(rest.split_once(" => ").unwrap()),
                ("byte", _) => document.byte_order_mark = true,
                ("profiles", rest) => document.profile_names = rest.split(", ").map(str::to_owned).collect(),
                ("name", rest) => document.profile_name = Some(rest.replace("\\s", " ").replace("\\z", "\u{200b}")),
                ("same", rest) => {
                    document.same_path = rest.trim_start_matches("path ").split(", ").map(str::to_owned).collect();
                }
                ("presence-profile", rest) => document.presence_profile = Some(rest.to_owned()),
                _ => panic!("not known: {line}"),
            }
        }
        let is_whole = reads == "xml"
            || (reads == "unmarked" && xml.starts_with(['<', ' ']) && !xml.starts_with("  <agentState "));
        document.xml =
            if is_whole { xml } else { Example::entry(xml.trim_end_matches('\n').to_owned().leak()).texts().1 };
        for (before, after) in replacements {
            let after = after.replace("\\n", "\n");
            let before = &before.replace("\\n", "\n");
            assert!(document.xml.contains(before.as_str()), "{before} is not there");
            document.xml = document.xml.replace(before.as_str(), &after);
        }
        document
    }

    /// What the laws say.
    pub fn judged(&self) -> Vec<Diagnostic> {
        let options = ProfileOptions::read(&self.options);
        let xml = Xml::read(&self.xml, &agent_states::ELEMENTS);
        let map = PresenceMap::of(&self.xml, &xml);
        let names: Vec<&str> = self.profile_names.iter().map(String::as_str).collect();
        let mut facts = Facts::new(&self.options, &self.xml, &options, &xml, &map);
        facts.default_language = self.default_language;
        facts.style.bom = self.byte_order_mark;
        facts.profile_names = &names;
        facts.presence_profile = self.presence_profile.as_deref();
        facts.profile_name = self.profile_name.as_deref();
        let same_path: Vec<&str> = self.same_path.iter().map(String::as_str).collect();
        facts.same_path = &same_path;
        let judged = rules::judge(&facts);
        for diagnostic in &judged {
            self.check_spans(diagnostic);
        }
        check_identities(&judged);
        judged
    }

    fn check_spans(&self, diagnostic: &Diagnostic) {
        let text = self.text(diagnostic.part);
        let fits = |text: &str, span: Span| text.get(span.start..span.end).is_some();
        assert!(diagnostic.places().all(|span| fits(text, span)), "{diagnostic:?}");
        for fix in &diagnostic.fixes {
            assert!(!fix.edits.is_empty() && !fix.label.is_empty(), "{diagnostic:?}");
            for part in [Part::Options, Part::Xml] {
                let own: Vec<_> =
                    fix.edits.iter().filter(|(of, _)| *of == part).map(|(_, edit)| edit.clone()).collect();
                let edits = Edits::new(own).unwrap_or_else(|| panic!("overlapping: {fix:?}"));
                assert!(edits.fit(self.text(part)), "{diagnostic:?}");
            }
        }
    }

    fn text(&self, part: Part) -> &str {
        match part {
            Part::Options => &self.options,
            Part::Xml => &self.xml,
        }
    }

    /// The profile after some fixes, those left out that touch the same place as one before.
    pub fn fixed<'a>(&self, fixes: impl IntoIterator<Item = &'a Fix> + Clone) -> Document {
        let mut after = self.clone();
        after.options = rules::fix::together(fixes.clone(), Part::Options).apply(&self.options);
        after.xml = rules::fix::together(fixes, Part::Xml).apply(&self.xml);
        after
    }

    /// Holds every fix of a profile to what fixes promise.
    fn check_fixes(&self, judged: &[Diagnostic]) {
        for diagnostic in judged {
            for fix in &diagnostic.fixes {
                let after = self.fixed([fix]).judged();
                let places = |of: &[Diagnostic]| -> usize {
                    let own = of.iter().filter(|it| it.code == diagnostic.code);
                    own.map(|it| it.places().count()).sum()
                };
                assert!(
                    fix.safety == Safety::Changes || places(&after) < places(judged),
                    "a safe fix leaves the diagnostic: {diagnostic:#?}\n{after:#?}"
                );
                // Mending the XML may show an entry missing that was held back before.
                let is_broken = judged.iter().any(|it| it.code == "well-formed");
                // And another mode has laws speak that had nothing to say before.
                let mode = ProfileOptions::read(&self.options).mode;
                let held_back = |code| code == "missing-entry" && is_broken || !pull_mode::speaks(code, mode);
                for law in rules::laws::LAWS.iter().filter(|law| !held_back(law.code)) {
                    let errors = |of: &[Diagnostic]| {
                        of.iter().filter(|it| it.code == law.code && it.severity == Severity::Error).count()
                    };
                    assert!(errors(&after) <= errors(judged), "a fix adds an error: {fix:#?}\n{after:#?}");
                }
            }
        }
    }
}

/// Holds that no two fixes of a diagnostic have one identity, and that in a law a kind has one title, and a title one kind.
fn check_identities(judged: &[Diagnostic]) {
    let mut kinds: BTreeSet<(&str, &str, &str)> = BTreeSet::new();
    for diagnostic in judged {
        for fix in &diagnostic.fixes {
            assert_eq!(diagnostic.fix(&fix.identity()), Some(fix), "{diagnostic:#?}");
            let is_slug = fix.kind.bytes().all(|sign| matches!(sign, b'a'..=b'z' | b'0'..=b'9' | b'-'));
            assert!(is_slug && !fix.kind.is_empty(), "{fix:?}");
            kinds.insert((diagnostic.code, fix.kind, fix.title));
        }
    }
    for (code, kind, title) in &kinds {
        let is_other = |other: &&(&str, &str, &str)| other.0 == *code && (other.1 == *kind) != (other.2 == *title);
        assert_eq!(kinds.iter().find(is_other), None, "{code} has {kind} with {title}");
    }
}

/// What the laws say of a profile, with each fix and what it does.
fn shown(document: &Document, judged: &[Diagnostic]) -> String {
    if judged.is_empty() {
        return "clean".to_owned();
    }
    let mut out = String::new();
    for diagnostic in judged {
        let text = document.text(diagnostic.part);
        let lines = LineIndex::new(text);
        let place = |span: Span| {
            let position = lines.position(text, span.start);
            format!("{}:{}", position.line, position.column)
        };
        let Diagnostic { code, severity, span, subject, .. } = diagnostic;
        let (part, at) = (part_name(diagnostic.part), place(*span));
        let offending = span.text(text).escape_debug();
        out += &format!("{} {part} {at} [{offending}] {} ({code})\n", severity.name(), parts(diagnostic));
        if !subject.id.is_empty() || subject.lcid.is_some() {
            let language = subject.lcid.map(|lcid| format!(" {lcid}")).unwrap_or_default();
            out += &format!("  about {}{language}\n", subject.id);
        }
        if !diagnostic.more.is_empty() {
            let more: Vec<_> = diagnostic.more.iter().map(|span| place(*span)).collect();
            out += &format!("  also at {}\n", more.join(", "));
        }
        for fix in &diagnostic.fixes {
            let safety = if fix.safety == Safety::Safe { "safe" } else { "changes" };
            let choice = if fix.choice.is_empty() { String::new() } else { format!(" {}", fix.choice) };
            out += &format!("  {safety} fix: {} [{}{choice}]\n", fix.label, fix.kind);
            let after = document.fixed([fix]);
            for part in [Part::Options, Part::Xml] {
                out += &difference(document.text(part), after.text(part));
            }
        }
    }
    out
}

/// "<row 7> is given again | | remove one": the rows it is said of, what is wrong, what that means, what to do.
pub fn parts(diagnostic: &Diagnostic) -> String {
    let Message { wrong, meaning, advice } = &diagnostic.message;
    let rows = if diagnostic.rows.is_empty() { String::new() } else { format!("<{}> ", diagnostic.rows) };
    let behind = match (meaning.is_empty(), advice.is_empty()) {
        (true, true) => String::new(),
        (true, false) => format!(" | | {advice}"),
        (false, true) => format!(" | {meaning}"),
        (false, false) => format!(" | {meaning} | {advice}"),
    };
    let times = if diagnostic.is_counted && !diagnostic.more.is_empty() { " <counted>" } else { "" };
    format!("{rows}{wrong}{times}{behind}")
}

fn part_name(part: Part) -> &'static str {
    match part {
        Part::Options => "options",
        Part::Xml => "xml",
    }
}

/// The lines that differ, before and after; all others are equal.
fn difference(before: &str, after: &str) -> String {
    let (before, after): (Vec<_>, Vec<_>) = (before.split('\n').collect(), after.split('\n').collect());
    if before.len() == after.len() {
        let pairs = before.iter().zip(&after).filter(|(one, other)| one != other);
        return pairs.map(|(one, other)| [changed("-", one), changed("+", other)].concat()).collect();
    }
    let front = before.iter().zip(&after).take_while(|(one, other)| one == other).count();
    let (old, new) = (&before[front..], &after[front..]);
    let back = old.iter().rev().zip(new.iter().rev()).take_while(|(one, other)| one == other).count();
    let lines = |sign: &str, lines: &[&str]| lines.iter().map(|line| changed(sign, line)).collect::<String>();
    lines("-", &old[..old.len() - back]) + &lines("+", &new[..new.len() - back])
}

fn changed(sign: &str, line: &str) -> String {
    format!("    {sign} {}\n", line.escape_debug().to_string().replace("\\\"", "\"").replace("\\'", "'"))
}

#[test]
fn every_law_by_its_fixture() {
    cases::check("rules", |text| {
        let document = Document::read(text);
        let judged = document.judged();
        document.check_fixes(&judged);
        shown(&document, &judged)
    });
}

#[test]
fn every_law_has_a_fixture_that_breaks_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/rules");
    for law in rules::laws::LAWS {
        let fixture = fs::read_to_string(folder.join(format!("{}.txt", law.code)));
        let fixture = fixture.unwrap_or_else(|error| panic!("the fixture of {}: {error}", law.code));
        assert!(fixture.contains(&format!("({})", law.code)), "{} is not broken by its fixture", law.code);
    }
}
