//! Tables, options and rows in the lines of a page.

use std::ops::Range;

use super::{
    Stretch,
    cells::{self, whole},
    ends,
};
use crate::{
    editor::incoming::{kind::Kind, tables},
    mapping::{leftovers::Slip, option_name::OptionName, options::ProfileOptions},
    source::{
        table,
        text::{LineIndex, Span},
    },
};

/// The tables that stand in no stretch that is taken: lines that begin with a bar, or have a tab in them.
pub(super) fn tables(text: &str, taken: &[Stretch]) -> Vec<Stretch> {
    let lines = LineIndex::new(text);
    let is_of_table = |line: &Span| {
        let written = line.text(text);
        (written.trim_start().starts_with('|') || written.trim().contains('\t')) && is_free(taken, *line)
    };
    let mut found: Vec<Stretch> = Vec::new();
    for run in cells::runs(text, &lines, &['\t'], is_of_table) {
        let is_lone = run.len() == 1;
        for span in ends::by_head(text, &lines, run) {
            // A blank line in a table parts nothing: what has no head of its own goes on with it.
            if let Some(last) = found.last_mut().filter(|last| {
                let is_beside = text[last.span.end..span.start].trim().is_empty();
                let (own, behind) = (last.span.text(text), span.text(text));
                let goes_on = || !ends::has_head(behind) && ends::goes_on(own, behind) == Some(behind.len());
                last.kind == Kind::Table && is_beside && (!is_table(behind) || goes_on())
            }) {
                last.span.end = span.end;
                continue;
            }
            if is_lone {
                continue;
            }
            found.push(match is_table(span.text(text)) {
                true => Stretch::of(span, Kind::Table),
                false => Stretch::left_out(span, "a table about something else"),
            });
        }
    }
    found
}

/// Whether tables with commas or semicolons stand in what is left.
pub(super) fn has_tables(text: &str, taken: &[Stretch]) -> bool {
    rest(text, taken).iter().any(|stretch| stretch.kind == Kind::Table)
}

fn is_table(text: &str) -> bool {
    table::read(text).as_ref().and_then(tables::brought).is_some()
}

/// The options and the rows that stand in no stretch that is taken, those side by side together.
pub(super) fn options(text: &str, taken: &[Stretch]) -> Vec<Stretch> {
    let masked = masked(text, taken);
    let read = ProfileOptions::read(&masked);
    let lines = LineIndex::new(text);
    let meant = |name: Span| {
        read.flaws.iter().find_map(|flaw| match flaw.slip {
            Slip::OtherName(meant) if flaw.span == name => Some(meant),
            _ => None,
        })
    };
    let filled = read.options.iter().filter(|option| !option.value.is_empty());
    let known = filled.filter_map(|option| Some((option.line, option.known.or_else(|| meant(option.name))?)));
    let loose: Vec<Span> = read.lines_of(OptionName::AggregatedStates);
    let mut marked = vec![Mark::None; lines.count()];
    for (line, name) in known {
        let is_rows = name == OptionName::AggregatedStates;
        marked[lines.line_of(line.start)] = if is_rows { Mark::NamedRows } else { Mark::Option };
    }
    for line in loose {
        for mark in &mut marked[lines.line_of(line.start)..=lines.line_of(line.end)] {
            if *mark == Mark::None {
                *mark = Mark::Rows;
            }
        }
    }
    // The name of the section belongs to the options below it.
    for at in (0..marked.len()).rev() {
        let is_section = lines.line(at).is_some_and(|line| line.text(&masked).trim().eq_ignore_ascii_case("[TServer]"));
        let next =
            (at + 1..marked.len()).find(|next| !lines.line(*next).is_none_or(|line| line.text(text).trim().is_empty()));
        if is_section && next.is_some_and(|next| marked[next] != Mark::None) {
            marked[at] = Mark::Option;
        }
    }
    // What is taken is no blank, though it is masked: options on both sides of it are two pieces.
    let is_blank = |at: usize| lines.line(at).is_none_or(|line| line.text(text).trim().is_empty());
    let mut found = Vec::new();
    let mut at = 0;
    while at < marked.len() {
        if marked[at] == Mark::None {
            at += 1;
            continue;
        }
        let (start, mut last) = (at, at);
        while at < marked.len() && (marked[at] != Mark::None || is_blank(at)) {
            if marked[at] != Mark::None {
                last = at;
            }
            at += 1;
        }
        let states = &read.aggregated_states;
        let ranges = states.flaws.iter().filter(|flaw| flaw.slip == Slip::Range).map(|flaw| flaw.span);
        let pairs: Vec<Span> = states.pairs.iter().map(|pair| pair.span).chain(ranges).collect();
        let begins_pair = |at: usize| pairs.iter().any(|pair| lines.line_of(pair.start) == at);
        while start < last && marked[last] == Mark::Rows && !begins_pair(last) {
            // A line that was broken goes on; what stands below a short one is a greeting.
            let (above, line) = (lines.line(last - 1).unwrap_or_default(), lines.line(last).unwrap_or_default());
            if ends::is_broken_off(above.text(text), line.text(text)) {
                break;
            }
            last -= 1;
            while start < last && marked[last] == Mark::None {
                last -= 1;
            }
        }
        let own = &marked[start..=last];
        let span = whole(&lines, start..last + 1);
        let is_named = own.iter().any(|mark| matches!(mark, Mark::Option | Mark::NamedRows));
        let pairs = pairs.iter().filter(|pair| span.covers(**pair)).count();
        // One number and a sign in a page of text is no row, unless they are all there is.
        let is_alone = || pairs == 1 && span.text(text).trim() == text.trim();
        if is_named || 1 < pairs || is_alone() {
            let is_rows = own.iter().all(|mark| *mark != Mark::Option);
            found.push(Stretch::of(span, if is_rows { Kind::Rows } else { Kind::Options }));
        }
    }
    found
}

/// Whether an option stands in a line of its own.
pub(super) fn has_option(text: &str) -> bool {
    let read = ProfileOptions::read(text);
    read.options.iter().any(|option| option.known.is_some() && !option.value.is_empty())
}

/// Whether a blank line parts a text into pieces: one that is no part of a cell in quotes.
pub(super) fn is_parted(text: &str) -> bool {
    let has_cells = text.matches('"').count().is_multiple_of(2);
    let mut quotes = 0;
    text.trim().lines().any(|line| {
        let is_in_cell = has_cells && quotes % 2 == 1;
        quotes += line.matches('"').count();
        line.trim().is_empty() && !is_in_cell
    })
}

/// What is left of a text: tables whose lines look like those of prose, and prose.
pub(super) fn rest(text: &str, taken: &[Stretch]) -> Vec<Stretch> {
    let masked = masked(text, taken);
    let lines = LineIndex::new(&masked);
    let is_left = |line: &Span| !line.text(&masked).trim().is_empty();
    let spans = cells::plain_runs(&lines, |line| is_left(line) || line.text(text).trim().is_empty());
    let spans = spans.into_iter().map(|run| whole(&lines, run));
    let spans = spans.filter(|span| !span.text(&masked).trim().is_empty());
    spans.flat_map(|span| of_rest(text, &masked, &lines, span)).collect()
}

fn of_rest(text: &str, masked: &str, lines: &LineIndex, span: Span) -> Vec<Stretch> {
    let may_be_table = |span: Span| {
        // Lines of which a part is taken are none of a table.
        let own = span.text(masked);
        own == span.text(text) && own.contains([',', ';']) && own.trim().contains('\n') && is_table(own)
    };
    let is_filled = |line: &Span| span.covers(*line) && !line.text(masked).trim().is_empty();
    let parted = cells::plain_runs(lines, is_filled);
    // With cells of several lines a table may have blank ones in it; a quote in prose means nothing.
    let with_cells = cells::runs(masked, lines, &[',', ';'], is_filled);
    let parts = |run: Range<usize>| ends::by_head(masked, lines, run);
    let of_run = |run: Range<usize>| match parts(run.clone()).into_iter().any(may_be_table) {
        true => vec![run],
        false => parted.iter().filter(|own| run.start <= own.start && own.end <= run.end).cloned().collect(),
    };
    let mut found: Vec<Stretch> = Vec::new();
    let leave_out = |found: &mut Vec<Stretch>, own: Span| match found.last_mut() {
        Some(last) if last.kind == Kind::LeftOut => last.span.end = own.end,
        _ => found.push(Stretch::left_out(own, "prose")),
    };
    for own in with_cells.into_iter().flat_map(of_run).flat_map(parts) {
        // A blank line in a table parts nothing.
        let last = found.last_mut().filter(|last| {
            last.kind == Kind::Table
                && text[last.span.end..own.start].trim().is_empty()
                && !ends::has_head(own.text(masked))
        });
        if let Some((last, count)) =
            last.and_then(|last| ends::goes_on(last.span.text(masked), own.text(masked)).map(|count| (last, count)))
        {
            last.span.end = own.start + count;
            let behind = Span::new((last.span.end + 1).min(own.end), own.end);
            if !behind.is_empty() {
                leave_out(&mut found, behind);
            }
        } else if may_be_table(own) {
            let (table, behind) = ends::of_table(masked, own);
            found.push(Stretch::of(table, Kind::Table));
            behind.into_iter().for_each(|behind| leave_out(&mut found, behind));
        } else {
            leave_out(&mut found, own);
        }
    }
    let lone = found.iter_mut().filter(|own| own.kind == Kind::LeftOut && own.span.text(masked).contains("<activity"));
    lone.for_each(|own| own.what = "texts without their entry");
    found
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    None,
    Option,
    NamedRows,
    Rows,
}

/// The text with blanks in the place of what is taken: what stands elsewhere stands where it stood.
pub(super) fn masked(text: &str, taken: &[Stretch]) -> String {
    let mut taken: Vec<Span> = taken.iter().map(|stretch| stretch.span).collect();
    taken.sort_unstable();
    let mut masked = String::with_capacity(text.len());
    let mut at = 0;
    for span in taken {
        let span = Span::new(span.start.max(at), span.end.max(at));
        masked.push_str(&text[at..span.start]);
        masked.extend(span.text(text).bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        at = span.end;
    }
    masked.push_str(&text[at..]);
    masked
}

/// `taken` is in the order of the text.
fn is_free(taken: &[Stretch], line: Span) -> bool {
    let next = taken.partition_point(|stretch| stretch.span.end <= line.start);
    taken.get(next).is_none_or(|stretch| line.end <= stretch.span.start)
}
