//! Keys in the XML that bring something along: what they bring, that they touch nothing else, and how they are taken back.

use presence_profile_core::{
    editor::{
        command::Command,
        history::History,
        workspace::Workspace,
        xml_keys::{self, Brought, Over, Rest},
    },
    mapping::agent_states::PresenceMap,
    source::{
        edit::{Edit, Edits},
        text::{Part, Span},
        xml::{Xml, standing::Standing},
    },
};
use proptest::{prelude::*, sample::Index};

use crate::{
    cases,
    commands::{place, planned, typing, workspace},
    documents::any_xml,
    xml::floods::PIECES,
};

fn enter(text: &str, selected: Span) -> Option<Brought> {
    xml_keys::line_break(text, &PresenceMap::read(text), selected)
}

/// A text in which `|` is the caret, or two of them what is selected.
fn marked(text: &str) -> (String, Span) {
    let parts: Vec<&str> = text.split('|').collect();
    match parts.as_slice() {
        [front, behind] => (format!("{front}{behind}"), Span::at(front.len())),
        [front, inside, behind] => {
            (format!("{front}{inside}{behind}"), Span::new(front.len(), front.len() + inside.len()))
        }
        _ => panic!("no caret: {text}"),
    }
}

#[test]
fn keys_bring_what_their_documents_say() {
    cases::check("xml-keys", |document| {
        let (key, text) = document.split_once('\n').expect("a key stands in a line");
        let (text, selected) = marked(text);
        let brought = if key == "/" { xml_keys::slash(&text, selected) } else { enter(&text, selected) };
        let Some(brought) = brought else { return "plain\n".to_owned() };
        let mut after = Edits::from(brought.edit).apply(&text);
        after.insert(brought.caret, '|');
        after + "\n∎"
    });
}

/// What holds of every text and every selection.
fn check(text: &str, selected: Span) {
    for (brought, is_slash) in [(enter(text, selected), false), (xml_keys::slash(text, selected), true)] {
        let Some(Brought { edit, caret }) = brought else { continue };
        assert_eq!(edit.span, selected, "nothing else is touched");
        assert!((selected.start..=selected.start + edit.text.len()).contains(&caret));
        assert!(edit.text.is_char_boundary(caret - selected.start));
        if is_slash {
            assert!(edit.text.starts_with('/') && edit.text.ends_with('>'), "{edit:?}");
            let front = format!("{}{}", &text[..selected.start], edit.text);
            let opened = Xml::read(&text[..selected.start - 1], &["agentStates", "agentState", "activity"]);
            let closed = Xml::read(&front, &["agentStates", "agentState", "activity"]);
            assert!(closed.faults.len() <= opened.faults.len(), "{front}: {:?}", closed.faults);
        } else {
            assert!(edit.text.starts_with('\n') && edit.text.trim_ascii().is_empty(), "{edit:?}");
        }
    }
}

fn span(text: &str, (one, other): (Index, Index)) -> Span {
    let at = |index: Index| text.floor_char_boundary(index.index(text.len() + 1));
    let (one, other) = (at(one), at(other));
    Span::new(one.min(other), one.max(other))
}

proptest! {
    #[test]
    fn keys_touch_what_is_selected_and_nothing_else(
        pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40),
        places in prop::collection::vec(any::<(Index, Index)>(), 4),
    ) {
        let text = pieces.concat();
        for place in places {
            let selected = span(&text, place);
            check(&text, selected);
            check(&text, Span::at(selected.start));
            let standing = Standing::of(&text, selected.start);
            prop_assert!(standing.at.span.touches(selected.start));
            if let Some(value) = standing.at.value_at(&text, selected.start) {
                prop_assert!(value.value.touches(selected.start));
            }
        }
    }

    #[test]
    fn keys_survive_any_text(text in any::<String>(), place in any::<(Index, Index)>()) {
        check(&text, span(&text, place));
    }

    #[test]
    fn a_new_line_means_what_a_plain_one_means(text in any_xml::sound(), place in any::<Index>()) {
        let selected = Span::at(span(&text, (place, place)).start);
        if let Some(brought) = enter(&text, selected) {
            let after = Edits::from(brought.edit).apply(&text);
            let plain = Edits::from(Edit::insert(selected.start, "\n")).apply(&text);
            prop_assume!(Xml::read(&plain, &[]).is_well_formed());
            prop_assert_eq!(meaning(&plain), meaning(&after));
        }
    }
}

/// Elements, values, and texts without the blanks around them.
fn meaning(text: &str) -> (Vec<String>, Vec<String>, Vec<String>) {
    let xml = Xml::read(text, &[]);
    let of = |spans: Vec<Span>| spans.iter().map(|span| span.text(text).trim_ascii().to_owned()).collect::<Vec<_>>();
    let mut texts = of(xml.texts.iter().map(|piece| piece.span).collect());
    texts.retain(|text| !text.is_empty());
    (
        of(xml.elements.iter().map(|element| element.name).collect()),
        of(xml.attributes.iter().map(|attribute| attribute.value).collect()),
        texts,
    )
}

fn written(history: &History) -> String {
    history.present().text(place(Part::Xml)).to_string()
}

/// Types into the XML of a workspace as the pane does, `\n` by Enter.
fn type_keys(history: &mut History, caret: &mut usize, keys: &str) {
    let mut rest: Option<Rest> = None;
    for key in keys.chars() {
        let text = written(history);
        let selected = Span::at(*caret);
        let mut typed = key.to_string();
        match rest.take().map(|rest| rest.over(&typed)) {
            Some(Over::There(next)) => {
                rest = Some(next);
                continue;
            }
            Some(Over::Done) => continue,
            Some(Over::Put(text)) => typed = text,
            None => {}
        }
        let brought = match typed.as_str() {
            "\n" => enter(&text, selected),
            "/" => xml_keys::slash(&text, selected),
            _ => None,
        };
        rest = brought.as_ref().and_then(Rest::of);
        let command = match brought {
            Some(brought) => {
                *caret = brought.caret;
                Command::Key(brought.edit)
            }
            None => {
                let after = Edits::from(Edit::insert(*caret, typed.as_str())).apply(&text);
                *caret += typed.len();
                typing(Part::Xml, &text, &after, *caret, false)
            }
        };
        let change = planned(history.present(), &command).unwrap();
        history.commit(change);
    }
}

const BLIND: &str = "<agentStates>\n<agentState ID=\"A\" availability=\"3500\">\n<activity LCID=\"1033\">Hi</\n<activity LCID=\"1031\">Hallo</";

#[test]
fn an_entry_is_typed_blindly() {
    let mut history = History::new(workspace("", ""));
    let mut caret = 0;
    type_keys(&mut history, &mut caret, BLIND);
    let entry = "<agentStates>\n  <agentState ID=\"A\" availability=\"3500\">\n    <activity LCID=\"1033\">Hi</activity>\n    \
                 <activity LCID=\"1031\">Hallo</activity>";
    assert_eq!(written(&history), entry);
    // Whoever writes the whole end tag writes over what came.
    type_keys(&mut history, &mut caret, "\n</agentState>\n</agentStates>");
    let whole = format!("{entry}\n  </agentState>\n</agentStates>");
    assert_eq!(written(&history), whole);
    // What only begins like the rest of the tag is put in.
    type_keys(&mut history, &mut caret, "<a>x</act");
    assert_eq!(written(&history), format!("{whole}<a>x</a>act"));
    let mut steps = 0;
    while history.undo().is_some() {
        steps += 1;
    }
    assert_eq!(written(&history), "");
    assert!((5..=40).contains(&steps), "{steps} steps");
}

#[test]
fn what_a_key_brings_is_a_part_of_the_same_step() {
    let before: Workspace = workspace("", "<a>\n  <b>");
    let mut history = History::new(before);
    let mut caret = 9;
    type_keys(&mut history, &mut caret, "x</\ny");
    assert_eq!(written(&history), "<a>\n  <b>x</b>\n  y");
    history.undo();
    assert_eq!(written(&history), "<a>\n  <b>x</b>\n  ", "a line feed ends a step, its indentation belongs to it");
    history.undo();
    assert_eq!(written(&history), "<a>\n  <b>");
}
