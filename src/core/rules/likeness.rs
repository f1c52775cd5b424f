//! Which name was meant: edit distance, letter case, letters that look alike, and what shows nothing.

use super::script::Script;
use crate::source::blanks;

/// The most slips within which an ID may still be meant.
const MOST_SLIPS: usize = 2;

/// Names longer than this are compared by their look only.
const LONGEST: usize = 64;

/// What stands where letters were lost.
pub const LOST: char = '\u{fffd}';

/// The Latin letter that a letter of another script, or a full-width one, looks like.
pub fn latin(letter: char) -> Option<char> {
    if letter.is_ascii() {
        return None;
    }
    Some(match letter {
        '\u{FF01}'..='\u{FF5E}' => return char::from_u32(u32::from(letter) - 0xFEE0),
        'А' | 'Α' => 'A',
        'В' | 'Β' => 'B',
        'Е' | 'Ε' => 'E',
        'К' | 'Κ' => 'K',
        'М' | 'Μ' => 'M',
        'Н' | 'Η' => 'H',
        'О' | 'Ο' => 'O',
        'Р' | 'Ρ' => 'P',
        'С' => 'C',
        'Т' | 'Τ' => 'T',
        'У' | 'Υ' => 'Y',
        'Х' | 'Χ' => 'X',
        'І' | 'Ι' => 'I',
        'Ј' => 'J',
        'Ѕ' => 'S',
        'Ԍ' => 'G',
        'Ԛ' => 'Q',
        'Ԝ' => 'W',
        'а' => 'a',
        'е' => 'e',
        'о' | 'ο' => 'o',
        'р' => 'p',
        'с' => 'c',
        'у' => 'y',
        'х' => 'x',
        'і' | 'ι' => 'i',
        'ј' => 'j',
        'ѕ' => 's',
        'һ' => 'h',
        'ԁ' => 'd',
        'ԛ' => 'q',
        'ԝ' => 'w',
        'Ζ' => 'Z',
        'Ν' => 'N',
        'ν' => 'v',
        _ => return None,
    })
}

/// Whether a character shows nothing, not even a gap.
pub fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}' | '\u{FEFF}' | '\u{7F}' | '\u{FFF9}'..='\u{FFFB}')
}

/// Whether a character that shows nothing turns the direction of writing.
pub fn turns(character: char) -> bool {
    matches!(character,
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The characters that should not be in a text. Joiners belong in some scripts and in emoji, between letters of these;
/// what cannot be seen itself is no letter.
pub fn unwanted(text: &str) -> Vec<(usize, char)> {
    let first = text.find(|sign| !is_invisible(sign)).unwrap_or(text.len());
    let mut behind: Option<char> = None;
    let is_unwanted = |(at, sign): &(usize, char)| {
        let is_seen = !is_invisible(*sign);
        let is_joiner = matches!(sign, '\u{200c}' | '\u{200d}') && first < *at;
        let joins = is_joiner && (behind.is_some_and(|next| !next.is_ascii()) || shapes(&text[..*at]));
        behind = if is_seen { Some(*sign) } else { behind };
        *sign == LOST || !is_seen && !joins
    };
    let found: Vec<_> = text.char_indices().rev().filter(is_unwanted).collect();
    found.into_iter().rev().collect()
}

/// Whether a text ends with a letter whose form a joiner behind it decides.
fn shapes(text: &str) -> bool {
    let script = text.chars().next_back().and_then(Script::of);
    matches!(script, Some(Script::Arabic | Script::Devanagari))
}

/// The name as it is meant to be written: Latin letters for those that look like them, without blanks at its ends and
/// without what cannot be seen.
pub fn cleaned(name: &str) -> String {
    let seen = blanks::trim(name).chars().filter(|character| !is_invisible(*character));
    seen.map(|letter| latin(letter).unwrap_or(letter)).collect()
}

/// What is left of a name when letter case, blanks and look-alike letters do not count.
fn look(name: &str) -> impl Iterator<Item = char> + '_ {
    let seen = name.chars().filter(|character| !blanks::is_blank(*character) && !is_invisible(*character));
    seen.map(|letter| match latin(letter).unwrap_or(letter).to_ascii_uppercase() {
        '0' => 'O',
        '1' | 'L' | '|' => 'I',
        letter if letter.is_ascii() => letter,
        letter => letter.to_lowercase().next().unwrap_or(letter),
    })
}

/// Whether two names look alike: only letter case, blanks or look-alike letters tell them apart.
pub fn looks_like(one: &str, other: &str) -> bool {
    look(one).eq(look(other))
}

/// A number that names which look alike share (FNV-1a).
pub fn look_hash(name: &str) -> u64 {
    look(name)
        .fold(0xCBF2_9CE4_8422_2325, |hash, letter| (hash ^ u64::from(u32::from(letter))).wrapping_mul(0x100_0000_01B3))
}

/// The name among several that was meant, if one is near: the best match, and of equals the first.
pub fn nearest<'a>(meant: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest_within(MOST_SLIPS, meant, names)
}

/// The name among several that was meant: one that is near, else the only one that begins with what was written, in
/// whatever letter case.
pub fn meant<'a>(written: &str, names: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    nearest(written, names.clone()).or_else(|| {
        let beginning: Vec<char> = look(written).collect();
        let begins = |name: &str| look(name).take(beginning.len()).eq(beginning.iter().copied());
        let mut begun = names.filter(|name| !beginning.is_empty() && *name != written && begins(name));
        begun.next().filter(|_| begun.next().is_none())
    })
}

/// As [`nearest`], for names that are so far apart that more slips still leave one of them only.
pub fn nearest_within<'a>(most_slips: usize, meant: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = look(meant).count();
    let most = most_slips.min((length + 1) / 4);
    let mut best: Option<(usize, &str)> = None;
    let (mut one, mut other) = (Vec::with_capacity(length), Vec::new());
    one.extend(look(meant));
    for name in names {
        if name == meant || name.trim().is_empty() {
            continue;
        }
        let limit = best.map_or(most + 1, |(slips, _)| slips);
        let slips = if looks_like(meant, name) {
            0
        } else if length <= LONGEST && name.len().abs_diff(meant.len()) <= 4 * (most + 1) {
            other.clear();
            other.extend(look(name));
            slips(&one, &other)
        } else {
            continue;
        };
        if slips < limit {
            best = Some((slips, name));
        }
    }
    best.map(|(_, name)| name)
}

/// How many letters were changed, left out, put in, or swapped with their neighbour (optimal string alignment).
fn slips(one: &[char], other: &[char]) -> usize {
    let width = other.len() + 1;
    let mut rows = vec![0; 3 * width];
    for (at, cell) in rows[width..2 * width].iter_mut().enumerate() {
        *cell = at;
    }
    for (row, letter) in one.iter().enumerate() {
        let (before, this, next) = (row % 3 * width, (row + 1) % 3 * width, (row + 2) % 3 * width);
        rows[next] = row + 1;
        for (column, own) in other.iter().enumerate() {
            let changed = rows[this + column] + usize::from(letter != own);
            let mut fewest = changed.min(rows[this + column + 1] + 1).min(rows[next + column] + 1);
            if 0 < row && 0 < column && *letter == other[column - 1] && one[row - 1] == *own {
                fewest = fewest.min(rows[before + column - 1] + 1);
            }
            rows[next + column + 1] = fewest;
        }
    }
    rows[(one.len() + 1) % 3 * width + other.len()]
}
