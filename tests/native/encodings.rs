//! The pages that are read, against those of the browsers (WHATWG Encoding Standard).
//!
//! `tests/cases/encodings` holds the characters of the bytes 80 to FF, as Chromium's decoder has them. Run in its console,
//! this prints them (Node's has other ones for AA of windows-1253 and CA of windows-1255, and of windows-1252 no more than
//! ISO-8859-1 without `{ stream: true }`):
//!
//! ```js
//! for (const page of [..."012345678"].map((last) => "windows-125" + last).concat("iso-8859-1")) {
//!   const sign = (byte) => new TextDecoder(page).decode(Uint8Array.of(byte)).codePointAt(0);
//!   const signs = Array.from({ length: 128 }, (_, at) => sign(at + 128).toString(16).toUpperCase().padStart(4, "0"));
//!   console.log(page, signs.map((code, at) => code + (at % 16 < 15 ? " " : "\n")).join(""));
//! }
//! ```

use std::{fs, path::Path};

use presence_profile_core::source::decode::{decode, encoding::Encoding, misread};

/// What a page says of a byte that it does not have.
const NONE: char = '\u{FFFD}';

/// The characters that the browsers have for the bytes from 80.
fn witness(encoding: Encoding) -> Vec<char> {
    let name = encoding.name().to_ascii_lowercase();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/cases/encodings/{name}.txt"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let codes = text.split_whitespace().map(|code| u32::from_str_radix(code, 16).unwrap());
    let signs: Vec<char> = codes.map(|code| char::from_u32(code).unwrap()).collect();
    assert_eq!(signs.len(), 128, "{name}");
    signs
}

/// The character of a byte in a file that says to be in an encoding; `None` where the file is refused.
fn read(encoding: Encoding, byte: u8) -> Option<char> {
    let file = [format!("<?xml version=\"1.0\" encoding=\"{encoding}\"?>").as_bytes(), &[byte]].concat();
    decode(&file).ok().and_then(|file| file.text.chars().next_back())
}

/// Where the browsers have a control character from U+0080 to U+009F, and where they have nothing, a file is refused:
/// neither is in the page as Microsoft has it, so the file is in another encoding, or is damaged. That goes for 81, 8D, 8F,
/// 90 and 9D of windows-1252 too: nobody wrote a control character, and what was meant cannot be told. Only texts that
/// were read wrongly elsewhere have them, see `decode::misread`.
#[test]
fn pages_are_those_of_the_browsers_without_controls() {
    let pages = Encoding::ALL.into_iter().filter(|encoding| encoding.name().starts_with("windows-"));
    for encoding in pages.clone() {
        for (byte, sign) in (0x80..=0xFF).zip(witness(encoding)) {
            let wanted = Some(sign).filter(|sign| !sign.is_control() && *sign != NONE);
            assert_eq!(read(encoding, byte), wanted, "{encoding} {byte:02X}");
        }
    }
    assert_eq!(pages.count(), 9);
}

/// For the browsers ISO-8859-1 is another name of windows-1252. For XML it is the standard of that name, in which 80 to 9F
/// are control characters; a law then offers the signs of windows-1252 for them, so that nothing is lost.
#[test]
fn iso_8859_1_is_the_standard_and_its_controls_stand_for_signs() {
    for (byte, sign) in (0x80..=0xFF_u8).zip(witness(Encoding::Iso8859_1)) {
        let own = char::from(byte);
        assert_eq!(read(Encoding::Iso8859_1, byte), Some(own));
        match byte {
            0xA0.. => assert_eq!(sign, own),
            _ => assert_eq!(misread::sign_of_control(own), Some(sign).filter(|sign| *sign != own), "{byte:02X}"),
        }
    }
}
