//! Any search in any profile: hits are stretches of what they are in, and replacing does that and nothing else.

use presence_profile_core::{
    editor::{
        analysis::Analysis,
        command::{Command, Replacing},
        matrix::{Matrix, TextCell},
        searching::{
            found::{Asked, Found},
            hit::{Hit, Holder},
            marks,
            query::Strictness,
            scope::Scope,
        },
        workspace::Workspace,
    },
    source::text::{Part, Span},
};
use proptest::{prelude::*, sample::Index};

use super::{found_after, found_in};
use crate::commands::{place, planned, wishes};

/// A search with words that stand in the documents.
fn search() -> impl Strategy<Value = Asked> {
    let words = vec![
        "a",
        "I am",
        "E",
        "do not",
        "ct",
        "IDLE",
        "i",
        "OO",
        "1033",
        "=",
        "<",
        "&",
        "en: a",
        "fr: e",
        "id:CALL o",
        "id:IDLE i",
        "a -not",
        "\"am a\"",
        "\"",
        "=\"1033\">",
        "\"1033\">",
        "-a",
        "",
        " ",
        "fr:",
        "\u{fffd}",
        "ж",
        "activity",
        "IN",
        "id:OOS",
        "x",
    ];
    let written = prop::sample::select(words);
    (written, any::<(bool, bool)>(), prop::sample::select(Scope::ALL.to_vec())).prop_map(
        |(written, (whole_words, case), scope)| Asked {
            written: written.to_owned(),
            strictness: Strictness { whole_words, case },
            scope,
        },
    )
}

/// Whether what is written is all that is looked for.
fn is_plain(asked: &Asked) -> bool {
    !asked.written.contains([':', '-']) && (asked.scope.part().is_some() || !asked.written.starts_with('"'))
}

/// What every text reads, by entry and language, and every ID.
fn said(workspace: &Workspace) -> Vec<(String, Vec<TextCell>)> {
    let matrix = Matrix::of(&Analysis::of(&workspace.profiles[0]));
    matrix.entries.iter().map(|row| (row.id.clone(), row.cells.clone())).collect()
}

fn hits(found: &Found) -> Vec<Hit> {
    (0..found.count()).map(|at| found.hit(at).unwrap()).collect()
}

proptest! {
    #[test]
    fn hits_lie_on_boundaries_match_and_have_one_order((workspace, asked) in (wishes::random_workspace(), search())) {
        let (found, analysis) = found_in(&workspace, &asked);
        let all = hits(&found);
        prop_assert_eq!(&found.from(0).collect::<Vec<_>>(), &all);
        for (at, hit) in all.iter().enumerate() {
            let text = found.text(hit.holder);
            prop_assert!(text.is_char_boundary(hit.span.start) && text.is_char_boundary(hit.span.end));
            prop_assert!(!hit.span.is_empty());
            prop_assert_eq!(found.position(hit), Some(at));
            if asked.strictness.case && is_plain(&asked) {
                prop_assert_eq!(hit.span.text(text), &*asked.written);
            }
            let shown = found.shown(hit, &analysis);
            prop_assert_eq!(&shown.hit, hit.span.text(text));
        }
        for two in all.windows(2).filter(|two| two[0].holder == two[1].holder) {
            prop_assert!(two[0].span.end <= two[1].span.start);
        }
        for (at, hit) in all.iter().enumerate() {
            prop_assert_eq!(found.from(at).next(), Some(*hit));
        }
    }

    #[test]
    fn what_is_taken_over_is_what_would_be_found(
        (workspace, asked, wish) in (wishes::random_workspace(), search(), wishes::wish())
    ) {
        let (before, _) = found_in(&workspace, &asked);
        if let Ok(change) = planned(&workspace, &wish.command(&workspace)) {
            let after = change.apply(&workspace);
            let analysis = Analysis::of(&after.profiles[0]);
            let profile = &after.profiles[0];
            let matrix = Matrix::after(Some(&Matrix::of(&Analysis::of(&workspace.profiles[0]))), &analysis);
            let followed = Found::after(Some(&before), &asked, &analysis, &matrix, profile);
            prop_assert_eq!(hits(&followed), hits(&found_after(None, &analysis, profile, &asked)));
        }
    }

    #[test]
    fn marks_stand_where_the_hits_are_written((workspace, asked) in (wishes::random_workspace(), search())) {
        let (found, analysis) = found_in(&workspace, &asked);
        for hit in hits(&found) {
            let part = match hit.holder {
                Holder::Stretch(part) => part,
                Holder::RowId(_) => Part::Options,
                Holder::Text(..) | Holder::EntryId(_) => Part::Xml,
            };
            let text = workspace.profiles[0].text(part);
            let (own, span) = marks::written(&hit, text, &analysis).unwrap();
            prop_assert_eq!(own, part);
            prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end));
            if part == Part::Xml {
                let near = found.written_in(part, text, span, &analysis);
                prop_assert!(near.contains(&span), "{:?} is not among {:?}", span, near);
            }
        }
        let whole = Span::new(0, workspace.profiles[0].xml.len());
        let all = found.written_in(Part::Xml, &workspace.profiles[0].xml, whole, &analysis);
        prop_assert!(all.windows(2).all(|two| two[0].start <= two[1].start));
    }

    #[test]
    fn replacing_nothing_and_replacing_by_the_same_change_nothing((workspace, asked) in (wishes::random_workspace(), search())) {
        let (found, analysis) = found_in(&workspace, &asked);
        let every: Vec<usize> = (0..found.count()).collect();
        let (none, count) = found.replacing(&analysis, &every, "something");
        prop_assert_eq!(count, 0);
        let change = planned(&workspace, &Command::Replace(none));
        prop_assert!(change.is_ok_and(|change| change.is_empty()));
        if asked.strictness.case && is_plain(&asked) {
            let (same, _) = found.replacing(&analysis, &[], &asked.written);
            // An ID that has blanks around it is trimmed with what is typed in its place.
            let has_blanks = hits(&found).iter().any(|hit| {
                let text = found.text(hit.holder);
                asked.scope == Scope::Ids && text.trim() != text
            });
            if let Ok(change) = planned(&workspace, &Command::Replace(same)) {
                prop_assert!(change.is_empty() || has_blanks, "{:?}", change);
            }
        }
    }

    #[test]
    fn texts_read_as_replaced_and_all_others_as_before(
        (workspace, asked, picks, by) in (
            wishes::random_workspace(), search(), prop::collection::vec(any::<Index>(), 0..4),
            prop::sample::select(vec!["", "b", "R&D <b>", "two\nlines", "ж", "]]>", "<!-- c -->"]),
        )
    ) {
        let asked = Asked { scope: Scope::Texts, ..asked };
        let (found, analysis) = found_in(&workspace, &asked);
        let mut left_out: Vec<usize> = picks.iter().filter(|_| 0 < found.count()).map(|it| it.index(found.count())).collect();
        left_out.sort_unstable();
        left_out.dedup();
        let (replacing, count) = found.replacing(&analysis, &left_out, by);
        prop_assert_eq!(count, found.count() - left_out.len());
        let Replacing::Texts(texts) = &replacing else { return Err(TestCaseError::fail("texts are replaced as texts")) };
        let mut expected = said(&workspace);
        let languages = analysis.languages.clone();
        for text in texts {
            let entry = text.entry.position(&analysis.map.entries).unwrap();
            let column = languages.iter().position(|own| *own == text.lcid).unwrap();
            prop_assert_eq!(expected[entry].1[column].text(), &*text.old);
            expected[entry].1[column] = match text.new.is_empty() {
                true => TextCell::Missing,
                false => TextCell::Text(text.new.clone()),
            };
        }
        let has_repeats = analysis.map.entries.iter().any(|entry| {
            let known: Vec<_> = entry.activities.iter().filter_map(|activity| activity.lcid_value()).collect();
            (1..known.len()).any(|at| known[..at].contains(&known[at]))
        });
        if let Ok(change) = planned(&workspace, &Command::Replace(replacing)) {
            let after = change.apply(&workspace);
            prop_assert_eq!(change.inverse(&workspace).apply(&after), workspace.clone());
            // Where an entry has a language twice, the second comes to light when the first goes. Where the XML is broken,
            // what is written may be read otherwise.
            if analysis.map.faults.is_empty() && !has_repeats && change.edits(place(Part::Options)).is_none() {
                prop_assert_eq!(said(&after), expected);
            }
        }
    }

    #[test]
    fn stretches_of_the_texts_are_replaced_and_come_back((workspace, asked) in (wishes::random_workspace(), search())) {
        let scope = if asked.scope == Scope::Options { Scope::Options } else { Scope::Xml };
        let (found, analysis) = found_in(&workspace, &Asked { scope, ..asked });
        let part = scope.part().unwrap();
        let (replacing, _) = found.replacing(&analysis, &[], "");
        let change = planned(&workspace, &Command::Replace(replacing)).unwrap();
        let after = change.apply(&workspace);
        let text = workspace.profiles[0].text(part);
        let gone: usize = hits(&found).iter().map(|hit| hit.span.len()).sum();
        prop_assert_eq!(after.profiles[0].text(part).len(), text.len() - gone);
        prop_assert_eq!(change.inverse(&workspace).apply(&after), workspace);
    }

    #[test]
    fn ids_are_renamed_with_their_rows_or_refused((workspace, asked) in (wishes::random_workspace(), search())) {
        let (found, analysis) = found_in(&workspace, &Asked { scope: Scope::Ids, ..asked });
        let (replacing, _) = found.replacing(&analysis, &[], "Q");
        if let Ok(change) = planned(&workspace, &Command::Replace(replacing)) {
            let after = change.apply(&workspace);
            prop_assert_eq!(change.inverse(&workspace).apply(&after), workspace.clone());
            let now = Analysis::of(&after.profiles[0]);
            // A row that came to an entry comes to the same one, if the XML can be read.
            let states = &analysis.options.aggregated_states;
            for row in presence_profile_core::mapping::states::StateNumber::all() {
                let before = states.id_of(row).and_then(|id| analysis.map.entry_of(id));
                let after = now.options.aggregated_states.id_of(row).and_then(|id| now.map.entry_of(id));
                if analysis.map.faults.is_empty() && before.is_some() {
                    prop_assert_eq!(before, after, "row {}", row.number());
                }
            }
        }
    }
}
