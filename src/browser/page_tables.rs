//! The tables of a page, as browsers and spreadsheets put them on the clipboard.
//!
//! The page is parsed and never shown: nothing in it runs, and nothing is loaded for it.

use presence_profile_core::source::merged_cells::PageRows;
use wasm_bindgen::JsCast;
use web_sys::{Document, DomParser, Element, SupportedType};

/// Stands for the end of a line in a cell while blanks are joined.
const LINE_END: char = '\u{E000}';

/// A cell goes over so many others at most.
const MOST_SPANNED: usize = 200;

/// The cells of the tables of a page, row by row; `None` where it has none, or, if `is_strict`, where there is more on the
/// page than tables. A cell that goes over several stands in each of them.
pub fn of(html: &str, is_strict: bool) -> Option<Vec<Vec<Vec<String>>>> {
    read(html, is_strict, &|text: &str| text.to_owned())
}

/// The same as a spreadsheet takes them: of the cells that one goes over, the others are empty.
pub fn once(html: &str, is_strict: bool) -> Option<Vec<Vec<Vec<String>>>> {
    read(html, is_strict, &|_| String::new())
}

/// `repeated` gives what stands in a cell that one in front of it, or above, goes over.
fn read(html: &str, is_strict: bool, repeated: &dyn Fn(&str) -> String) -> Option<Vec<Vec<Vec<String>>>> {
    let parsed = parsed(html)?;
    let tables = tables(&parsed);
    let read = tables.iter().map(|table| rows(table, repeated).whole).collect::<Vec<_>>();
    tables.iter().for_each(Element::remove);
    all(&parsed, "style, script, title, meta").iter().for_each(Element::remove);
    let rest = parsed.body().and_then(|body| body.text_content()).unwrap_or_default();
    let is_all = rest.chars().all(|sign| sign.is_whitespace() || sign == LINE_END);
    ((is_all || !is_strict) && !read.is_empty()).then_some(read)
}

/// The tables of a page, as its text has their cells, and with those that go over several rows or columns in each.
pub fn all_rows(html: &str) -> Vec<PageRows> {
    let read = parsed(html)
        .map(|parsed| tables(&parsed).iter().map(|table| rows(table, &|text| text.to_owned())).collect::<Vec<_>>());
    read.into_iter().flatten().collect()
}

fn parsed(html: &str) -> Option<Document> {
    let parsed = DomParser::new().ok()?.parse_from_string(html, SupportedType::TextHtml).ok()?;
    mark_line_ends(&parsed);
    Some(parsed)
}

fn tables(parsed: &Document) -> Vec<Element> {
    all(parsed, "table").into_iter().filter(|table| !has_outer_table(table)).collect()
}

fn has_outer_table(table: &Element) -> bool {
    table.parent_element().is_some_and(|outer| outer.closest("table").is_ok_and(|found| found.is_some()))
}

fn mark_line_ends(parsed: &Document) {
    let mark = LINE_END.to_string();
    for line_end in all(parsed, "td br, th br") {
        // An element that is in the document can be replaced.
        let _ = line_end.replace_with_with_str_1(&mark);
    }
    // Of blocks beside each other, each is a line.
    for block in all(parsed, "td p + p, th p + p, td div + div, th div + div") {
        let _ = block.prepend_with_str_1(&mark);
    }
}

fn rows(table: &Element, repeated: &dyn Fn(&str) -> String) -> PageRows {
    let own = |row: &Element| row.closest("table").ok().flatten().as_ref() == Some(table);
    // By column, over how many rows more a cell above goes, and what stands in it: that is said of each of them.
    let mut above: Vec<(usize, String)> = Vec::new();
    let mut cells = |row: Element| {
        let cells = row.children();
        let cells = (0..cells.length()).filter_map(|at| cells.item(at));
        let cells = cells.filter(|cell| matches!(cell.tag_name().as_str(), "TD" | "TH"));
        let (mut written, mut own_cells): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        let covered = |above: &mut Vec<(usize, String)>, written: &mut Vec<String>| {
            while let Some((rows, text)) = above.get_mut(written.len()).filter(|(rows, _)| 0 < *rows) {
                *rows -= 1;
                written.push(repeated(text));
            }
        };
        for cell in cells {
            covered(&mut above, &mut written);
            let (columns, rows) = (span(&cell, "colspan"), span(&cell, "rowspan"));
            let own = text(&cell.text_content().unwrap_or_default());
            own_cells.push(own.clone());
            for column in 0..columns {
                if above.len() <= written.len() {
                    above.resize(written.len() + 1, (0, String::new()));
                }
                above[written.len()] = (rows - 1, own.clone());
                written.push(if column == 0 { own.clone() } else { repeated(&own) });
            }
        }
        covered(&mut above, &mut written);
        (own_cells, written)
    };
    let (own, whole) = all_in(table, "tr").into_iter().filter(own).map(&mut cells).unzip();
    PageRows { own, whole }
}

/// Over how many cells a cell goes.
fn span(cell: &Element, attribute: &str) -> usize {
    cell.get_attribute(attribute).and_then(|count| count.parse().ok()).unwrap_or(1).clamp(1, MOST_SPANNED)
}

/// A text as a page shows it: blanks side by side are one, and a no-break space is one of a kind.
fn text(written: &str) -> String {
    let mut text = String::with_capacity(written.len());
    for sign in written.chars() {
        match sign {
            LINE_END => {
                text.truncate(text.trim_end_matches(' ').len());
                text.push('\n');
            }
            ' ' | '\t' | '\n' | '\r' => {
                if !text.is_empty() && !text.ends_with([' ', '\n']) {
                    text.push(' ');
                }
            }
            sign => text.push(sign),
        }
    }
    let text = text.trim_end_matches([' ', '\n']);
    // Spreadsheets fill empty cells with one.
    if text.chars().all(|sign| sign == '\u{A0}') { String::new() } else { text.to_owned() }
}

fn all(parsed: &Document, selector: &str) -> Vec<Element> {
    parsed.document_element().map_or_else(Vec::new, |root| all_in(&root, selector))
}

fn all_in(element: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = element.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}
