//! Small letters for capital ones.

use presence_profile_core::source::lowercase::lowercase;

#[test]
fn small_letters_are_those_of_the_standard_library_or_the_letter_itself() {
    let changed = ('\0'..=char::MAX).filter(|letter| lowercase(*letter) != *letter);
    let wrong: Vec<char> = changed.filter(|letter| !letter.to_lowercase().eq([lowercase(*letter)])).collect();
    assert_eq!(wrong, []);
}

#[test]
fn capitals_of_the_languages_of_europe_become_small() {
    let capitals = "AZÄØÞĄČĐĞŁŇŒŠŤŰŻΆΈΏΑΣΩЁЄЇЉАЯҐԱՖẠỸ";
    assert_eq!(capitals.chars().map(lowercase).collect::<String>(), capitals.to_lowercase());
}
