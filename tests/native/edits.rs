//! Edits and spans: what they promise of any text.

use presence_profile_core::source::{
    edit::{Edit, Edits},
    text::{LineIndex, Position, Span},
};
use proptest::prelude::*;

/// Texts with letters of one to four bytes that share first or last bytes, and runs longer than a comparing block.
fn text() -> impl Strategy<Value = String> {
    let letter = prop_oneof![
        4 => prop::sample::select(vec!["a", "b", "\n", "<", "é", "è", "š", "И", "Щ", "י", "界", "畍", "😀", "😁", "e\u{301}"]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => Just("<activity LCID=\"1033\">I am available</activity>".to_owned()),
    ];
    prop::collection::vec(letter, 0..24).prop_map(|letters| letters.concat())
}

/// A text and one that may have grown from it.
fn two_texts() -> impl Strategy<Value = (String, String)> {
    prop_oneof![
        (text(), text()),
        (text(), text(), text(), text()).prop_map(|(a, b, c, d)| (format!("{a}{b}{d}"), format!("{a}{c}{d}"))),
    ]
}

/// Edits of a text at random places, up to `most` of them; some touch, some insert at the same offset.
fn edits_of(base: &str, most: usize) -> impl Strategy<Value = Edits> + use<> {
    let offsets: Vec<usize> = base.char_indices().map(|(at, _)| at).chain([base.len()]).collect();
    let edit = (any::<prop::sample::Index>(), 0_usize..4, text());
    prop::collection::vec(edit, 0..=most).prop_map(move |wishes| {
        let mut edits: Vec<Edit> = Vec::new();
        for (at, length, text) in wishes {
            let at = at.index(offsets.len());
            let span = Span::new(offsets[at], offsets[(at + length).min(offsets.len() - 1)]);
            let mut wider = edits.clone();
            wider.push(Edit::replace(span, text));
            if Edits::new(wider.clone()).is_some() {
                edits = wider;
            }
        }
        Edits::new(edits).expect("only edits that fit were kept")
    })
}

/// A text, edits of it, and edits of what comes out.
fn two_steps() -> impl Strategy<Value = (String, Edits, Edits)> {
    text().prop_flat_map(|base| {
        edits_of(&base, 6).prop_flat_map(move |first| {
            let base = base.clone();
            edits_of(&first.apply(&base), 6).prop_map(move |second| (base.clone(), first.clone(), second))
        })
    })
}

/// The invariant, seen from outside: sorting again changes nothing, and every end lies on a character boundary.
fn sound(edits: &Edits, base: &str) -> bool {
    let own: Vec<Edit> = edits.iter().cloned().collect();
    let bounded = |edit: &Edit| base.is_char_boundary(edit.span.start) && base.is_char_boundary(edit.span.end);
    own.iter().all(|edit| !edit.is_empty() && bounded(edit)) && Edits::new(own) == Some(edits.clone())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn between_leads_from_one_text_to_the_other((before, after) in two_texts()) {
        let edits = Edits::between(&before, &after);
        prop_assert_eq!(edits.apply(&before), after.clone());
        prop_assert_eq!(edits.is_empty(), before == after);
        prop_assert!(sound(&edits, &before));
    }

    #[test]
    fn between_leaves_out_what_both_ends_share((before, after) in two_texts()) {
        let Some(edit) = Edit::between(&before, &after) else { return Ok(()) };
        let old = edit.span.text(&before);
        prop_assert!(old.chars().next() != edit.text.chars().next() || old.is_empty());
        prop_assert!(old.chars().next_back() != edit.text.chars().next_back() || old.is_empty());
    }

    #[test]
    fn the_inverse_leads_back((base, edits, _) in two_steps()) {
        let after = edits.apply(&base);
        let back = edits.inverse(&base);
        prop_assert_eq!(back.apply(&after), base.clone());
        prop_assert!(sound(&back, &after));
        prop_assert_eq!(back.inverse(&after), edits, "the way there again");
    }

    #[test]
    fn two_steps_are_one((base, first, second) in two_steps()) {
        let both = first.then(&second);
        prop_assert_eq!(both.apply(&base), second.apply(&first.apply(&base)));
        prop_assert!(sound(&both, &base));
    }

    #[test]
    fn a_step_and_its_inverse_keep_every_byte_outside((base, edits, _) in two_steps()) {
        let round = edits.then(&edits.inverse(&base));
        prop_assert_eq!(round.apply(&base), base.clone());
        let inside = |offset: usize| edits.iter().any(|edit| edit.span.touches(offset));
        for edit in round.iter() {
            prop_assert!(inside(edit.span.start) && inside(edit.span.end));
        }
    }

    #[test]
    fn steps_join_in_any_grouping((base, first, second) in two_steps(), end in text()) {
        let after = second.apply(&first.apply(&base));
        let third = Edits::between(&after, &format!("{end}{after}"));
        let expected = third.apply(&after);
        prop_assert_eq!(first.then(&second).then(&third).apply(&base), expected.clone());
        prop_assert_eq!(first.then(&second.then(&third)).apply(&base), expected);
    }

    #[test]
    fn no_edit_is_neutral((base, edits, _) in two_steps()) {
        prop_assert_eq!(Edits::default().then(&edits).apply(&base), edits.apply(&base));
        prop_assert_eq!(edits.then(&Edits::default()).apply(&base), edits.apply(&base));
        prop_assert_eq!(Edits::default().apply(&base), base);
    }

    #[test]
    fn offsets_shift_with_their_text((base, edits, _) in two_steps()) {
        let after = edits.apply(&base);
        let offsets: Vec<usize> = base.char_indices().map(|(at, _)| at).chain([base.len()]).collect();
        let shifted: Vec<usize> = offsets.iter().map(|offset| edits.shift(*offset)).collect();
        prop_assert!(shifted.is_sorted(), "{:?}", shifted);
        prop_assert!(shifted.iter().all(|offset| after.is_char_boundary(*offset)));
        let first = edits.iter().map(|edit| edit.span.start).min().unwrap_or(usize::MAX);
        let last = edits.iter().map(|edit| edit.span.end).max().unwrap_or(0);
        for (offset, shifted) in offsets.into_iter().zip(shifted) {
            if offset < first {
                prop_assert_eq!(shifted, offset);
            }
            if last <= offset {
                prop_assert_eq!(&after[shifted..], &base[offset..]);
            }
            // A character no edit covers stays what it was.
            let covered = edits.iter().any(|edit| edit.span.start <= offset && offset < edit.span.end);
            if !covered {
                prop_assert_eq!(after[shifted..].chars().next(), base[offset..].chars().next());
            }
        }
    }

    #[test]
    fn what_was_touched_holds_all_that_is_new((base, edits, _) in two_steps()) {
        let after = edits.apply(&base);
        let Some(touched) = edits.touched() else {
            prop_assert!(edits.is_empty());
            return Ok(());
        };
        prop_assert!(after.is_char_boundary(touched.start) && after.is_char_boundary(touched.end));
        prop_assert_eq!(&after[..touched.start], &base[..touched.start]);
        prop_assert!(base.ends_with(&after[touched.end..]));
        for edit in edits.inverse(&base).iter() {
            prop_assert!(touched.covers(edit.span));
        }
    }

    #[test]
    fn lines_cover_the_text(text in text()) {
        let index = LineIndex::new(&text);
        let lines: Vec<&str> = (0..index.count()).filter_map(|line| index.line(line)).map(|span| span.text(&text)).collect();
        prop_assert_eq!(lines, text.split('\n').collect::<Vec<_>>());
        prop_assert_eq!(index.line(index.count()), None);
        for (offset, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let before = &text[..offset];
            let line = before.matches('\n').count();
            let column = before.rsplit('\n').next().unwrap_or_default().chars().count();
            prop_assert_eq!(index.line_of(offset), line);
            prop_assert_eq!(index.position(&text, offset), Position { line: line + 1, column: column + 1 });
        }
    }

    #[test]
    fn a_part_knows_its_place((text, other) in (text(), text()), at in any::<prop::sample::Index>()) {
        let offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let start = offsets[at.index(offsets.len())];
        let span = Span::new(start, text.len());
        prop_assert_eq!(Span::of(&text, span.text(&text)), Some(span));
        if !other.is_empty() && !text.is_empty() {
            prop_assert_eq!(Span::of(&text, &other), None);
        }
    }
}

#[test]
fn the_smallest_edit_cuts_between_characters() {
    // The two letters share their first byte; the edit must not begin inside.
    let edit = Edit::between("déjà", "dèjà").expect("they differ");
    assert_eq!((edit.span, edit.text.as_str()), (Span::new(1, 3), "è"));
    // These two share their last byte.
    let edit = Edit::between("界", "畍").expect("they differ");
    assert_eq!((edit.span, edit.text.as_str()), (Span::new(0, 3), "畍"));
    // A repeated letter belongs to one end only.
    assert_eq!(Edit::between("aaa", "aa"), Some(Edit::delete(Span::new(2, 3))));
    assert_eq!(Edit::between("aa", "aaa"), Some(Edit::insert(2, "a")));
}

#[test]
fn edits_are_sorted_and_do_not_overlap() {
    let overlapping = vec![Edit::delete(Span::new(0, 3)), Edit::delete(Span::new(2, 4))];
    assert_eq!(Edits::new(overlapping), None);
    let inside = vec![Edit::delete(Span::new(0, 3)), Edit::insert(1, "x")];
    assert_eq!(Edits::new(inside), None);
    let unsorted =
        vec![Edit::replace(Span::new(3, 4), "D"), Edit::insert(3, "1"), Edit::insert(3, "2"), Edit::insert(0, "0")];
    assert_eq!(Edits::new(unsorted).expect("they touch only").apply("abcd"), "0abc12D");
    let nothing = Edits::new(vec![Edit::insert(2, "")]).expect("one cannot overlap");
    assert!(nothing.is_empty() && nothing.touched().is_none());
    assert!(Edits::from(Edit::insert(2, "")).is_empty());
}

#[test]
fn an_offset_behind_a_deletion_shifts_without_underflow() {
    let edits = Edits::new(vec![Edit::delete(Span::new(0, 3)), Edit::replace(Span::new(4, 6), "xyz")]).expect("apart");
    assert_eq!(edits.apply("abcdefg"), "dxyzg");
    let shifted: Vec<usize> = (0..=7).map(|offset| edits.shift(offset)).collect();
    assert_eq!(shifted, [0, 0, 0, 0, 1, 4, 4, 5]);
}

#[test]
fn spans_meet_and_join() {
    let span = Span::new(2, 5);
    assert!(span.touches(2) && span.touches(5) && !span.touches(1) && !span.touches(6));
    assert!(span.covers(Span::at(5)) && span.covers(span) && !span.covers(Span::new(4, 6)));
    assert_eq!(span.join(Span::at(9)), Span::new(2, 9));
    assert_eq!(span.moved_by(3), Span::new(5, 8));
    assert_eq!((span.len(), span.is_empty(), Span::at(4).is_empty()), (3, false, true));
}
