//! How the columns of the table of the translations share its width, in CSS pixels: which of them stay in view while the others
//! are scrolled, and that no part of a column is ever seen for a whole one.

/// The least width of the first language, beside which the others are read.
const FIRST: f64 = 208.0;

/// The least width of any other language.
const OTHER: f64 = 124.0;

/// The most that a language with few texts takes of what is left: there is little in it to read.
const SPARSE: f64 = 160.0;

/// What stands before the texts, the roomiest first: the ID, and the availability with its word, without it, and on a phone.
const FRONTS: [Front; 3] = [
    Front { id: 142.0, availability: 142.0 },
    Front { id: 128.0, availability: 142.0 },
    Front { id: 128.0, availability: 88.0 },
];
const NARROW: Front = Front { id: 96.0, availability: 80.0 };

/// Of many languages, so much is left to those that are scrolled before the word of an availability goes.
const ROOM_FOR_WORDS: f64 = 3.0 * OTHER;

/// The columns before the texts.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Front {
    id: f64,
    availability: f64,
}

impl Front {
    fn width(self) -> f64 {
        self.id + self.availability
    }
}

/// The widths.
#[derive(Debug, Clone, PartialEq)]
pub struct Widths {
    /// Of the ID.
    pub id: f64,
    /// Of the availability.
    pub availability: f64,
    /// Of each language.
    pub languages: Vec<f64>,
    /// Whether the first language stays in view, as ID and availability do.
    pub keeps_first: bool,
}

impl Widths {
    /// In a table so wide: how many texts each language has, of so many entries.
    pub fn new(texts: &[usize], entries: usize, table: f64) -> Widths {
        let least: f64 = (0..texts.len()).map(least).sum();
        let fits = |front: &&Front| front.width() + least <= table;
        match FRONTS.iter().find(fits) {
            Some(front) => Widths::of(*front, shared(texts, entries, table - front.width()), true),
            None => Widths::scrolled(texts.len(), table),
        }
    }

    /// Where they do not fit beside one another: a whole number of them has all the room that is left, so that wherever one
    /// comes to, columns begin and end at its edges.
    fn scrolled(count: usize, table: f64) -> Widths {
        let [.., with_words, without] = FRONTS;
        let front = match table - with_words.width() - FIRST {
            room if ROOM_FOR_WORDS <= room => with_words,
            _ => without,
        };
        let room = table - front.width() - FIRST;
        if room < OTHER {
            let room = table - NARROW.width();
            let width = (room / (room / OTHER).floor().max(1.0)).floor().max(OTHER);
            let mut languages = vec![width; count];
            // Where all of them fit, what is over is the first one's.
            if let Some(first) = languages.first_mut() {
                *first += (room - width * count as f64).max(0.0);
            }
            return Widths::of(NARROW, languages, false);
        }
        let seen = (room / OTHER).floor();
        let width = (room / seen).floor();
        let first = FIRST + room - seen * width;
        Widths::of(front, (0..count).map(|column| if column == 0 { first } else { width }).collect(), true)
    }

    fn of(front: Front, languages: Vec<f64>, keeps_first: bool) -> Widths {
        Widths { id: front.id, availability: front.availability, languages, keeps_first }
    }

    /// What stands before the texts.
    pub fn front(&self) -> f64 {
        self.id + self.availability
    }

    /// What stays in view.
    pub fn kept(&self) -> f64 {
        self.front() + self.languages.first().filter(|_| self.keeps_first).copied().unwrap_or_default()
    }

    /// Of any language but the first.
    pub fn other(&self) -> f64 {
        self.languages.get(1).copied().unwrap_or(OTHER)
    }

    /// Of all columns.
    pub fn table(&self) -> f64 {
        self.front() + self.languages.iter().sum::<f64>()
    }
}

fn least(column: usize) -> f64 {
    if column == 0 { FIRST } else { OTHER }
}

/// What is left goes where the texts are: to languages with few of them a little, to the others all the rest.
fn shared(texts: &[usize], entries: usize, room: f64) -> Vec<f64> {
    let mut widths: Vec<f64> = (0..texts.len()).map(least).collect();
    let mut rest = (room - widths.iter().sum::<f64>()).max(0.0);
    let is_sparse = |column: usize| column != 0 && 3 * texts[column] < entries.max(1);
    let sparse: Vec<usize> = (0..texts.len()).filter(|column| is_sparse(*column) && 0 < texts[*column]).collect();
    if !sparse.is_empty() {
        let share = (rest / (sparse.len() + 1) as f64).min(SPARSE - OTHER).floor();
        sparse.iter().for_each(|column| widths[*column] += share);
        rest -= share * sparse.len() as f64;
    }
    let full = (0..texts.len()).filter(|column| !is_sparse(*column)).count().max(1) as f64;
    for (column, width) in widths.iter_mut().enumerate().filter(|(column, _)| !is_sparse(*column)) {
        // Whole pixels; what is over is the first one's.
        let share = (rest / full).floor();
        *width += if column == 0 { rest - share * (full - 1.0) } else { share };
    }
    widths
}
