//! How the languages share the width of the table of the translations.

/// The least width of the first language in CSS pixels; the sheet says the same.
pub const FIRST_LANGUAGE: f64 = 208.0;

/// The least width of any other language in CSS pixels; the sheet says the same.
pub const LANGUAGE: f64 = 124.0;

/// Widths of the languages in the table of the translations, in CSS pixels: how many texts each of them has, and the room
/// for all. Where there is more of it than they need at least, those with texts share it.
pub fn widths(texts: &[usize], room: f64) -> Vec<f64> {
    let least = |column: usize| if column == 0 { FIRST_LANGUAGE } else { LANGUAGE };
    let rest = (room - (0..texts.len()).map(least).sum::<f64>()).max(0.0);
    let has_any = texts.iter().any(|count| 0 < *count);
    let shares = |count: usize| !has_any || 0 < count;
    let share = rest / texts.iter().filter(|count| shares(**count)).count().max(1) as f64;
    let width = |(column, count): (usize, &usize)| least(column) + if shares(*count) { share } else { 0.0 };
    texts.iter().enumerate().map(width).collect()
}
