//! Small letters for capital ones, in the scripts of Europe.

/// The small letter for a capital one in Latin, Greek, Cyrillic and Armenian script; any other character as it is.
///
/// For searching only. The standard library knows every script there is, by a table of eleven kilobytes.
pub fn lowercase(letter: char) -> char {
    let is_even = (letter as u32).is_multiple_of(2);
    let distance = match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        'Ա'..='Ֆ' => 48,
        // Here capital and small letters take turns.
        '\u{100}'..='\u{12e}'
        | '\u{132}'..='\u{136}'
        | '\u{14a}'..='\u{176}'
        | '\u{460}'..='\u{480}'
        | '\u{48a}'..='\u{4be}'
        | '\u{4d0}'..='\u{52e}'
        | '\u{1e00}'..='\u{1e94}'
        | '\u{1ea0}'..='\u{1efe}'
            if is_even =>
        {
            1
        }
        '\u{139}'..='\u{147}' | '\u{179}'..='\u{17d}' | '\u{4c1}'..='\u{4cd}' if !is_even => 1,
        'Ά' => 38,
        'Έ'..='Ί' => 37,
        'Ό' => 64,
        'Ύ' | 'Ώ' => 63,
        _ => 0,
    };
    char::from_u32(letter as u32 + distance).unwrap_or(letter)
}

/// A text with small letters for capital ones.
pub fn lowered(text: &str) -> String {
    text.chars().map(lowercase).collect()
}

/// A text that begins with a small letter, as inside a sentence.
pub fn begun_small(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(lowercase).into_iter().chain(letters).collect()
}
