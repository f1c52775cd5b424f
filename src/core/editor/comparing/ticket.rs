//! Differences for a change ticket: as a text, and as a table that a spreadsheet takes.

use std::fmt::Write;

use super::{Difference, Side, What, table, words};
use crate::mapping::lcid::Lcid;

/// The text. `title` is what is compared: "Presence: changes since what is live".
pub fn text(title: &str, differences: &[Difference]) -> String {
    let mut out = format!("{title}\n");
    let mut number = 0;
    for (head, is_noticed) in [("Colleagues notice", true), ("Colleagues do not notice", false)] {
        let own: Vec<&Difference> = differences.iter().filter(|own| own.what.is_noticed() == is_noticed).collect();
        if own.is_empty() {
            continue;
        }
        // Writing to a string does not fail.
        let _ = writeln!(out, "\n{head}");
        for own in own {
            number += 1;
            let _ = writeln!(out, "{number}. {}", words::line(own));
        }
    }
    out
}

/// The table: a line for each difference, its cells with tabs between them.
pub fn cells(differences: &[Difference], default: Lcid) -> String {
    let mut out = String::from("Where\tWhich\tBefore\tNow\n");
    for line in table::sections(differences, default).into_iter().flat_map(|section| section.lines) {
        let what = &differences[line.at].what;
        let side = |side: &Side| in_cell(&words::whole_side(side, matches!(what, What::Seen(..))));
        let _ = writeln!(
            out,
            "{}\t{}\t{}\t{}",
            in_cell(&line.place),
            in_cell(&line.detail),
            side(&line.then),
            side(&line.now)
        );
    }
    out
}

/// A text as a spreadsheet takes it for one cell, and not for a formula.
fn in_cell(text: &str) -> String {
    let guarded = match text.starts_with(['=', '+', '-', '@']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    };
    match guarded.contains(['\t', '\n', '"']) {
        true => format!("\"{}\"", guarded.replace('"', "\"\"")),
        false => guarded,
    }
}
