//! How the room is shared: what is stored of it, and where keys and drags lead.

use presence_profile_core::editor::{
    column_widths::Widths,
    shares::{Border, Panel, Reach, Shares},
};

/// Where there is room for so much.
fn reach(border: Border) -> Reach {
    Reach::new(border, 500.0)
}

#[test]
fn what_is_given_is_stored_and_read() {
    let mut shares = Shares::default();
    assert_eq!(shares.write(), "");
    shares.give(Border::Source, Some(536));
    shares.give(Border::Problems, Some(210));
    shares.fold(Panel::Preview, true);
    shares.fold(Panel::Problems, true);
    assert_eq!(shares.write(), "source=536 problems=210 folded=preview,problems");
    assert_eq!(Shares::read(&shares.write()), shares);
    shares.forget_sizes();
    shares.fold(Panel::Preview, false);
    assert_eq!(shares.write(), "folded=problems");
    assert_eq!(Shares::read(&shares.write()), shares);
}

#[test]
fn what_is_not_understood_gives_nothing() {
    for text in [
        "",
        "source",
        "source=",
        "source=wide",
        "source=-3",
        "source=0",
        "source=99999",
        "roof=3 = ==",
        "folded=,,roof,states",
    ] {
        assert_eq!(Shares::read(text), Shares::default(), "{text}");
    }
    let some = Shares::read("roof=1 states=x problems=210 folded=roof,source");
    assert_eq!(some.write(), "problems=210 folded=source");
}

#[test]
fn what_cannot_be_folded_stays() {
    let mut shares = Shares::default();
    shares.fold(Panel::Translations, true);
    assert!(!shares.is_folded(Panel::Translations));
    assert_eq!(shares, Shares::default());
}

#[test]
fn every_panel_is_found_by_its_key() {
    for panel in Panel::OF_PUSH.into_iter().chain(Panel::OF_PULL) {
        assert_eq!(Panel::of_key(panel.key()), Some(panel));
    }
    assert_eq!(Panel::of_key("roof"), None);
}

#[test]
fn a_border_moves_the_way_its_arrow_points() {
    // The texts stand at the right of their border, the rows above theirs, the problems below theirs.
    for (border, key, is_large, size) in [
        (Border::Source, "ArrowLeft", false, Some(416.0)),
        (Border::Source, "ArrowRight", false, Some(384.0)),
        (Border::Source, "ArrowLeft", true, Some(464.0)),
        (Border::Source, "ArrowUp", false, None),
        (Border::States, "ArrowDown", false, Some(422.0)),
        (Border::States, "ArrowUp", false, Some(374.0)),
        (Border::States, "ArrowUp", true, Some(326.0)),
        (Border::States, "ArrowLeft", false, None),
        (Border::Problems, "ArrowUp", false, Some(416.0)),
        (Border::Problems, "ArrowDown", false, Some(384.0)),
        (Border::Problems, "Enter", false, None),
    ] {
        let now = if border == Border::States { 398.0 } else { 400.0 };
        assert_eq!(border.after_key(key, is_large, now, reach(border)), size, "{border:?} {key}");
    }
    assert_eq!(Border::Source.after_drag(400.0, -40.0, reach(Border::Source)), 440.0);
    assert_eq!(Border::Problems.after_drag(400.0, -40.0, reach(Border::Problems)), 440.0);
}

#[test]
fn the_rows_are_whole_ones() {
    let reach = reach(Border::States);
    // Both heads and four rows, both heads and eighteen: 500 would cut the nineteenth.
    assert_eq!((reach.least, reach.most), (158.0, 494.0));
    for moved in -300..300 {
        let size = Border::States.after_drag(300.0, f64::from(moved), reach);
        assert_eq!((size - 158.0) % 24.0, 0.0, "{moved}");
    }
    assert_eq!(Border::States.after_drag(398.0, -40.0, reach), 350.0);
}

#[test]
fn nothing_goes_beyond_its_ends() {
    for border in Border::ALL {
        let reach = reach(border);
        let is_within = |size: f64| (reach.least..=reach.most).contains(&size);
        assert_eq!(border.after_key("Home", false, 300.0, reach), Some(border.least()));
        assert_eq!(border.after_key("End", true, 300.0, reach), Some(reach.most));
        for moved in [-1e9, -3.4, 0.0, 3.4, 1e9] {
            assert!(is_within(border.after_drag(300.0, moved, reach)), "{border:?} {moved}");
        }
        for key in ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"] {
            for now in [reach.least, reach.most] {
                assert!(border.after_key(key, true, now, reach).is_none_or(is_within), "{border:?} {key}");
            }
        }
        // A window too small for both has one size only.
        assert_eq!(Reach::new(border, 60.0).hold(300.0), border.least());
    }
}

#[test]
fn the_languages_with_texts_share_what_is_left() {
    let widths = |texts: &[usize], table| Widths::new(texts, 7, table).languages;
    // Room for the texts: those with few take a little of it.
    assert_eq!(widths(&[7, 1, 0, 7], 1184.0), [350.0, 160.0, 124.0, 266.0]);
    assert_eq!(widths(&[7, 1], 1184.0), [740.0, 160.0]);
    // No text anywhere.
    assert_eq!(widths(&[0, 0], 884.0), [476.0, 124.0]);
    assert_eq!(widths(&[], 884.0), [0.0; 0]);
}

#[test]
fn columns_that_are_scrolled_fill_what_is_left_by_whole_ones() {
    for table in 330..2400 {
        let table = f64::from(table);
        for count in 1..20 {
            let widths = Widths::new(&vec![7; count], 7, table);
            if widths.table() <= table {
                assert_eq!(widths.table(), table, "{count} languages in {table}");
                continue;
            }
            let seen = (table - widths.kept()) / widths.other();
            assert!(1.0 <= seen, "{count} languages in {table}: {widths:?}");
            assert!(
                (seen - seen.floor()) * widths.other() < seen.floor() + 1.0,
                "{count} languages in {table}: {widths:?}"
            );
            assert!(seen.floor() < count as f64, "{count} languages in {table}: {widths:?}");
        }
    }
}
