//! Bytes to text and back: encodings, byte order marks, newlines, and what is refused.

use presence_profile_core::source::{
    decode::{DecodeError, Decoded, FileStyle, Newline, decode, encode, encoding::Encoding},
    text::Position,
};
use proptest::prelude::*;

const EXAMPLE: &str = include_str!("../cases/example/agentStates.xml");

fn declared(name: &str, bytes: &[u8]) -> Vec<u8> {
    [format!("<?xml version=\"1.0\" encoding=\"{name}\"?>").as_bytes(), bytes].concat()
}

fn malformed(
    encoding: Encoding,
    offset: usize,
    (line, column): (usize, usize),
    byte: u8,
) -> Result<Decoded, DecodeError> {
    Err(DecodeError::Malformed { encoding, offset, place: Position { line, column }, byte })
}

fn behind_declaration(name: &str, bytes: &[u8]) -> String {
    let decoded = decode(&declared(name, bytes)).unwrap();
    decoded.text.split_once("?>").unwrap().1.to_owned()
}

#[test]
fn the_example_comes_back_byte_for_byte() {
    let decoded = decode(EXAMPLE.as_bytes()).unwrap();
    assert_eq!(decoded.encoding, Encoding::Utf8);
    assert!(!decoded.mixed_newlines);
    assert_eq!(encode(&decoded.text, decoded.style), EXAMPLE.as_bytes());
}

#[test]
fn the_windows_form_comes_back_byte_for_byte() {
    let file = format!("\u{feff}{}", EXAMPLE.replace('\n', "\r\n"));
    let decoded = decode(file.as_bytes()).unwrap();
    assert_eq!(decoded.text, EXAMPLE);
    assert_eq!(decoded.style, FileStyle { bom: true, newline: Newline::CrLf });
    assert_eq!(encode(&decoded.text, decoded.style), file.as_bytes());
}

#[test]
fn utf_16_is_read_by_its_mark() {
    let text = "\u{feff}<?xml version=\"1.0\" encoding=\"utf-16\"?>\r\n<a>Работа 🙂</a>";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for (bytes, encoding) in [(little, Encoding::Utf16Le), (big, Encoding::Utf16Be)] {
        let decoded = decode(&bytes).unwrap();
        assert_eq!(decoded.encoding, encoding);
        assert_eq!(decoded.style, FileStyle { bom: false, newline: Newline::CrLf });
        assert!(decoded.text.ends_with("?>\n<a>Работа 🙂</a>"));
        let (offset, last) = (bytes.len() - 2, bytes.len() - 1);
        assert_eq!(decode(&bytes[..last]), malformed(encoding, offset, (2, 15), bytes[offset]));
        assert_eq!(decode(&bytes[2..]), Err(DecodeError::Encoding { name: "UTF-16 without a byte order mark".into() }));
    }
}

#[test]
fn half_a_surrogate_pair_is_refused() {
    let bytes = [0xFF, 0xFE, b'a', 0, 0x3D, 0xD8, b'b', 0];
    assert_eq!(decode(&bytes), malformed(Encoding::Utf16Le, 4, (1, 2), 0x3D));
}

#[test]
fn code_pages_are_read_by_the_declaration() {
    let words: [(&str, &[u8], &str); 12] = [
        ("windows-1250", b"\x8A\xE8\xF8", "Ščř"),
        ("windows-1251", b"\xD0\xE0\xE1\xEE\xF2\xE0", "Работа"),
        ("Windows-1252", b"d\xE9ranger \x80 \x85", "déranger € …"),
        ("windows-1253", b"\xC1\xE2\xE3", "Αβγ"),
        ("windows-1254", b"\xDD\xFE\xF0", "İşğ"),
        ("windows-1255", b"\xF9\xEC\xE5\xED", "שלום"),
        ("windows-1256", b"\xE3\xD4\xDB\xE6\xE1", "مشغول"),
        ("windows-1257", b"\xE0\xE8\xFE", "ąčž"),
        ("windows-1258", b"\xD0\xFE", "Đ₫"),
        ("cp1251", b"\xDF", "Я"),
        ("ISO-8859-1", b"\xE9\x80", "é\u{80}"),
        ("latin1", b"\xFF", "ÿ"),
    ];
    for (name, bytes, text) in words {
        assert_eq!(behind_declaration(name, bytes), text, "{name}");
    }
    for encoding in Encoding::ALL {
        let lower: Vec<u8> = (1..128).filter(|byte| *byte != b'\r').collect();
        assert_eq!(behind_declaration(encoding.name(), &lower).as_bytes(), lower, "{encoding}");
    }
}

#[test]
fn a_byte_the_page_lacks_is_refused() {
    let bytes = declared("windows-1252", b"a\x81");
    let column = bytes.len();
    assert_eq!(decode(&bytes), malformed(Encoding::Windows1252, column - 1, (1, column), 0x81));
    let words = format!("line 1, column {column} (byte 81) is not windows-1252, which the file says to be");
    assert_eq!(decode(&bytes).unwrap_err().to_string(), words);
}

#[test]
fn other_encodings_are_refused_by_name() {
    for name in ["koi8-r", "Shift_JIS", "windows-874", "cp125", "windows-12520"] {
        let error = decode(&declared(name, b"")).unwrap_err();
        assert_eq!(error, DecodeError::Encoding { name: name.to_owned() });
        assert!(error.to_string().contains(name));
    }
    let long = decode(&declared(&"x".repeat(200), b"")).unwrap_err();
    assert_eq!(long, DecodeError::Encoding { name: "x".repeat(40) });
    assert!(decode(b"\xFF\xFE\0\0a\0\0\0").is_err_and(|error| error.to_string().contains("UTF-32")));
}

#[test]
fn what_is_no_text_is_refused() {
    assert_eq!(decode(b"PK\x03\x04\0\xFF"), Err(DecodeError::Binary { offset: 4 }));
    assert_eq!(decode(b"\xFF\xFEa\0\0\0"), Err(DecodeError::Binary { offset: 4 }));
    let ansi = decode(b"<a>d\xE9ranger</a>");
    assert_eq!(ansi, malformed(Encoding::Utf8, 4, (1, 5), 0xE9));
    assert_eq!(decode(b"\xEF\xBB\xBFab\xFF"), malformed(Encoding::Utf8, 5, (1, 3), 0xFF));
}

#[test]
fn a_refusal_says_the_line_and_the_column_in_characters() {
    let words = |bytes: &[u8]| decode(bytes).unwrap_err().to_string();
    let told = "is not UTF-8; save the file as UTF-8";
    assert_eq!(words(b"<a>d\xE9ranger</a>"), format!("line 1, column 5 (byte E9) {told}"));
    assert_eq!(words(b"\xEF\xBB\xBF\xFF"), format!("line 1, column 1 (byte FF) {told}"));
    let lines = ["ä\r\n\r\nЖя🙂".as_bytes(), b"\xD0"].concat();
    assert_eq!(words(&lines), format!("line 3, column 4 (byte D0) {told}"));
    assert_eq!(words(b"\n\r\r\n\x96"), format!("line 4, column 1 (byte 96) {told}"));
}

#[test]
fn newlines_follow_the_majority() {
    let files: [(&str, &str, Newline, bool); 8] = [
        ("", "", Newline::Lf, false),
        ("a\nb\n", "a\nb\n", Newline::Lf, false),
        ("a\r\nb\r\n", "a\nb\n", Newline::CrLf, false),
        ("a\r\nb\nc\r\n", "a\nb\nc\n", Newline::CrLf, true),
        ("a\nb\nc\r\n", "a\nb\nc\n", Newline::Lf, true),
        ("a\r\nb\n", "a\nb\n", Newline::Lf, true),
        ("a\rb\r", "a\nb\n", Newline::Lf, true),
        ("\r\r\n\n\r", "\n\n\n\n", Newline::Lf, true),
    ];
    for (file, text, newline, mixed) in files {
        let decoded = decode(file.as_bytes()).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.style.newline), (text, newline), "{file:?}");
        assert_eq!(decoded.mixed_newlines, mixed, "{file:?}");
    }
}

proptest! {
    #[test]
    fn what_is_encoded_is_decoded(
        text in "([^\r\0\u{feff}]|[\n<>a-z]){0,40}\n[^\r\0]{0,10}",
        bom: bool,
        windows: bool,
    ) {
        let style = FileStyle { bom, newline: if windows { Newline::CrLf } else { Newline::Lf } };
        let decoded = decode(&encode(&text, style)).unwrap();
        prop_assert_eq!(decoded.text, text);
        prop_assert_eq!(decoded.style, style);
        prop_assert!(!decoded.mixed_newlines);
    }

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..60), start in 0..4_usize) {
        let front: &[u8] = [b"".as_slice(), b"\xFF\xFE", b"\xFE\xFF", b"<?xml encoding='windows-1256'?>"][start];
        let bytes = [front, &bytes].concat();
        match decode(&bytes) {
            Ok(decoded) => prop_assert!(!decoded.text.contains(['\r', '\0'])),
            Err(DecodeError::Malformed { offset, .. } | DecodeError::Binary { offset }) => {
                prop_assert!(offset < bytes.len());
            }
            Err(DecodeError::Encoding { name }) => prop_assert!(!name.is_empty()),
        }
    }
}
