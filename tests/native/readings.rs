//! How files read that are not what they say to be: which encodings are offered, in which order, with which samples.

use presence_profile_core::source::decode::{decode, encoding::Encoding, readings};
use proptest::prelude::*;

/// The encodings that are offered, each with its sample.
fn offered(bytes: &[u8]) -> Vec<(&'static str, String)> {
    let refusal = decode(bytes).unwrap_err();
    let read = readings::readings(bytes, &refusal).into_iter();
    read.map(|reading| (reading.file.encoding.name(), reading.sample)).collect()
}

fn names(bytes: &[u8]) -> Vec<&'static str> {
    offered(bytes).into_iter().map(|(name, _)| name).collect()
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

const WESTERN_FIRST: [&str; 2] = ["windows-1252", "windows-1251"];
const CYRILLIC_FIRST: [&str; 2] = ["windows-1251", "windows-1252"];

#[test]
fn words_decide_which_page_comes_first() {
    let cyrillic = b"<?xml version=\"1.0\"?>\n<a>\xD0\xE0\xE1\xEE\xF2\xE0</a>\n";
    let wanted = [("windows-1251", "<a>Работа</a>".to_owned()), ("windows-1252", "<a>Ðàáîòà</a>".to_owned())];
    assert_eq!(offered(cyrillic), wanted);
    for western in [
        b"D\xE9jeuner \x96 de retour bient\xF4t".as_slice(),
        b"Zur\xFCck um zw\xF6lf",
        b"1036\tL\xE0-bas, \xE0 l'\xE9t\xE9",
        b"\xC4",
        b"\xD6ffnungszeiten, GR\xD6SSE",
        // Words tell more than the languages that are named.
        b"<a LCID=\"1049\"/><a LCID=\"1036\">d\xE9j\xE0 occup\xE9</a>",
    ] {
        assert_eq!(names(western), WESTERN_FIRST, "{}", String::from_utf8_lossy(western));
    }
}

#[test]
fn languages_decide_where_no_word_does() {
    let file = |lcid: &str| [b"<activity LCID=\"", lcid.as_bytes(), b"\">\xDF</activity>"].concat();
    for cyrillic in ["1049", "1058", "1026", "1059", "3098", "10266"] {
        assert_eq!(names(&file(cyrillic)), CYRILLIC_FIRST, "{cyrillic}");
    }
    for other in ["1031", "10490", "x1049", ""] {
        assert_eq!(names(&file(other)), WESTERN_FIRST, "{other}");
    }
    assert_eq!(names(b"ID\t1033\t1049\nOOS\tout\t\xDF\n"), CYRILLIC_FIRST);
}

#[test]
fn any_text_is_offered_not_only_one_with_tags() {
    assert_eq!(names(b"[TServer]\r\nagent-presence-map=C:\\Zust\xE4nde\\a.xml\r\n"), WESTERN_FIRST);
    assert_eq!(names(b"ID;1033;1031\nOOS;Out;Au\xDFer Dienst\n"), WESTERN_FIRST);
}

#[test]
fn utf_16_without_a_mark_is_offered() {
    for text in ["<?xml version=\"1.0\"?>\n<a>Работа</a>", "[TServer]\r\nname=Работа", "ID\t1049\nOOS\tРабота\n"]
    {
        let sample = text.lines().last().unwrap().to_owned();
        assert_eq!(offered(&utf16(text, u16::to_le_bytes)), [("UTF-16LE", sample.clone())]);
        assert_eq!(offered(&utf16(text, u16::to_be_bytes)), [("UTF-16BE", sample)]);
    }
    // What has a zero but no letters is no text, and 8-bit text of an even length is no Chinese.
    assert_eq!(offered(&utf16("\u{1}\u{2}abc", u16::to_le_bytes)), []);
    assert_eq!(names(b"Zur\xFCck um zwei"), WESTERN_FIRST);
}

#[test]
fn utf_8_that_says_otherwise_is_offered_as_such() {
    // И ends with a byte that windows-1251 does not have.
    let file = ["<?xml version=\"1.0\" encoding=\"windows-1251\"?>\n<a>".as_bytes(), "Иду".as_bytes()].concat();
    assert_eq!(offered(&file)[0], ("UTF-8", "<a>Иду".to_owned()));
}

#[test]
fn a_name_that_is_given_is_believed_and_a_picture_is_no_text() {
    assert_eq!(offered(b"<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><a/>"), []);
    assert_eq!(offered(b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR<>\0"), []);
    assert_eq!(offered(b"\x01\x02\xFF\xE9"), []);
}

#[test]
fn the_sample_is_of_the_line_with_the_first_wrong_byte() {
    let front = "ä, b, c ".repeat(9);
    let bytes =
        ["ä\r\nß\r\n".as_bytes(), front.as_bytes(), b"d\xE9j\xE0 ", "x".repeat(90).as_bytes(), b"\r\n\xE8"].concat();
    for (_, sample) in offered(&bytes) {
        assert!((55..=60).contains(&sample.chars().count()), "{sample}");
        assert!(sample.contains("c d") && sample.ends_with("xxx"), "{sample}");
    }
    // A dash is the same in both, so that it would show nothing; and where all is the same there is no choice.
    let dash = offered(b"one \x96 two\r\nthree \x96 d\xE9j\xE0\r\n");
    assert_eq!(dash.iter().map(|(_, sample)| sample.as_str()).collect::<Vec<_>>(), ["three – déjà", "three – dйjа"]);
    assert_eq!(names(b"one \x96 two"), ["windows-1252"]);
}

proptest! {
    #[test]
    fn readings_differ_and_are_texts(bytes in prop::collection::vec(prop_oneof![0x20..0x7F_u8, any::<u8>()], 0..40)) {
        let Err(refusal) = decode(&bytes) else { return Ok(()) };
        let read = readings::readings(&bytes, &refusal);
        for (at, reading) in read.iter().enumerate() {
            prop_assert!(!reading.file.text.contains(|sign: char| sign < ' ' && !matches!(sign, '\t' | '\n')));
            prop_assert!(reading.sample.chars().count() <= 60);
            prop_assert!(read[..at].iter().all(|other| other.file.text != reading.file.text));
            if reading.file.encoding != Encoding::Utf8 {
                prop_assert!(decode(&bytes).is_err());
            }
        }
    }
}
