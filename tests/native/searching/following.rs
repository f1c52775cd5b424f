//! Hits that were unticked, or gone to, while the texts go on: they are known by their places, or forgotten.

use presence_profile_core::{
    editor::{
        analysis::Analysis,
        command::{Command, NewText, Replacing, Wish},
        history::History,
        place::{EntryPlace, ProfileId},
        planning,
        refusal::Refusal,
        searching::{found::Found, hit_place::HitPlace, left_out::LeftOut, scope::Scope},
        workspace::Workspace,
    },
    mapping::lcid::Lcid,
    source::text::Part,
};

use super::{asked, found_after};
use crate::commands::{typing, workspace};

const PROFILE: ProfileId = ProfileId::FIRST;

/// A history with a search, and what is left out of its hits.
struct Session {
    history: History,
    scope: Scope,
    written: &'static str,
    left_out: LeftOut,
}

impl Session {
    fn new(workspace: Workspace, written: &'static str, scope: Scope) -> Session {
        Session { history: History::new(workspace), scope, written, left_out: LeftOut::default() }
    }

    fn now(&self) -> (Found, Analysis) {
        let profile = &self.history.present().profiles[0];
        let analysis = Analysis::of(profile);
        (found_after(None, &analysis, profile, &asked(self.written, self.scope)), analysis)
    }

    fn leave_out(&mut self, position: usize) {
        let (found, analysis) = self.now();
        let place = HitPlace::of(&found.hit(position).unwrap(), &found, &analysis).unwrap();
        self.left_out = self.left_out.with(true, PROFILE, self.history.revision(), place);
    }

    fn type_xml(&mut self, old: &str, new: &str) {
        let before = self.history.present().profiles[0].xml.clone();
        let at = before.find(old).unwrap();
        let after = before.replacen(old, new, 1);
        self.dispatch(typing(Part::Xml, &before, &after, at + new.len(), false));
    }

    fn dispatch(&mut self, command: Command) {
        let wish = Wish { profile: PROFILE, revision: self.history.revision(), command };
        let (_, analysis) = self.now();
        let change = planning::plan(&self.history, &analysis, &wish).unwrap();
        self.history.commit(change);
        self.follow();
    }

    fn follow(&mut self) {
        let (_, analysis) = self.now();
        self.left_out = self.left_out.followed(self.history.trail(), PROFILE, &analysis);
    }

    fn left_out(&self) -> Vec<usize> {
        let (found, analysis) = self.now();
        self.left_out.positions(PROFILE, &found, &analysis)
    }
}

const XML: &str = "<agentStates>
  <agentState ID=\"A\" availability=\"1\"><activity LCID=\"1033\">one two one</activity></agentState>
  <agentState ID=\"B\" availability=\"2\"><activity LCID=\"1033\">one</activity></agentState>
</agentStates>
";

#[test]
fn an_unticked_hit_is_known_wherever_it_moves() {
    for scope in [Scope::Texts, Scope::Xml] {
        let mut session = Session::new(workspace("", XML), "one", scope);
        session.leave_out(1);
        assert_eq!(session.left_out(), [1]);
        // One more hit in front of it, in another entry and in its own text.
        let new = "  <agentState ID=\"0\" availability=\"1\"><activity LCID=\"1033\">one</activity></agentState>\n";
        session.type_xml("<agentStates>\n", &format!("<agentStates>\n{new}"));
        assert_eq!(session.left_out(), [2], "{scope:?}");
        session.type_xml("one two", "one one two");
        assert_eq!(session.left_out(), [3], "{scope:?}");
        session.history.undo();
        session.follow();
        assert_eq!(session.left_out(), [2], "{scope:?}");
        // It is another word now.
        session.type_xml(" two one", " two onn");
        assert_eq!(session.left_out(), Vec::<usize>::new());
    }
}

#[test]
fn a_replaced_neighbour_leaves_it_unticked_and_undo_does_too() {
    let mut session = Session::new(workspace("", XML), "one", Scope::Texts);
    session.leave_out(1);
    let (found, analysis) = session.now();
    let (replacing, hits) = found.replacing(&analysis, &session.left_out(), "three");
    assert_eq!(hits, 2);
    session.dispatch(Command::Replace(replacing));
    let xml = session.history.present().profiles[0].xml.clone();
    assert!(xml.contains("three two one") && xml.contains(">three<"));
    assert_eq!(session.left_out(), [0]);
    session.history.undo();
    session.follow();
    assert_eq!(&*session.history.present().profiles[0].xml, XML);
    assert_eq!(session.left_out(), [1]);
}

#[test]
fn an_id_that_is_renamed_by_a_command_stays_unticked() {
    let mut session = Session::new(workspace("", XML), "B", Scope::Ids);
    session.leave_out(0);
    let (_, analysis) = session.now();
    let entry = EntryPlace::of(&analysis.map.entries[1]);
    session.dispatch(Command::RenameEntry { entry, id: "AB".to_owned() });
    assert_eq!(session.left_out(), [0]);
}

fn replace_in(entry: EntryPlace, old: &str) -> Command {
    let text = NewText { entry, lcid: Lcid::ENGLISH, old: old.to_owned(), new: "new".to_owned() };
    Command::Replace(Replacing::Texts(vec![text]))
}

#[test]
fn nothing_is_replaced_in_another_entry_or_in_another_text() {
    let mut session = Session::new(workspace("", XML), "one", Scope::Texts);
    let (_, analysis) = session.now();
    let second = EntryPlace::of(&analysis.map.entries[1]);
    let wish = |session: &Session, revision: u64, command: Command| {
        let wish = Wish { profile: PROFILE, revision, command };
        planning::plan(&session.history, &session.now().1, &wish)
    };
    let revision = session.history.revision();
    // Found on one revision, wanted on a later one: the entry is followed.
    session.type_xml("<agentStates>\n", "<agentStates>\n  <!-- new -->\n");
    let change = wish(&session, revision, replace_in(second.clone(), "one")).unwrap();
    let after = change.apply(session.history.present());
    assert!(after.profiles[0].xml.contains("ID=\"B\" availability=\"2\"><activity LCID=\"1033\">new<"));
    // Its text was changed since.
    session.type_xml(">one</activity>", ">two</activity>");
    let refused = wish(&session, revision, replace_in(second.clone(), "one"));
    assert_eq!(refused, Err(Refusal::OtherText("B".to_owned())));
    // It is gone, and another entry stands there.
    session.type_xml("  <agentState ID=\"B\"", "  <agentState ID=\"C\"");
    let refused = wish(&session, revision, replace_in(second, "two"));
    assert!(matches!(refused, Err(Refusal::OtherId(_) | Refusal::EntryGone(..))), "{refused:?}");
}

#[test]
fn entries_without_an_id_or_with_a_repeated_one_are_replaced_by_their_place() {
    let xml = "<agentStates>
  <agentState availability=\"1\"><activity LCID=\"1033\">one</activity></agentState>
  <agentState ID=\"B\" availability=\"2\"><activity LCID=\"1033\">none</activity></agentState>
  <agentState ID=\"B\" availability=\"2\"><activity LCID=\"1033\">one</activity></agentState>
</agentStates>
";
    let mut session = Session::new(workspace("", xml), "one", Scope::Texts);
    let (found, analysis) = session.now();
    assert_eq!(found.count(), 3);
    let (replacing, _) = found.replacing(&analysis, &[1], "two");
    session.dispatch(Command::Replace(replacing));
    let after = session.history.present().profiles[0].xml.clone();
    assert_eq!(&*after, xml.replace(">one<", ">two<"));
}
