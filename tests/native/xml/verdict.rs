//! The verdict on bytes.

use presence_profile_core::source::{
    decode::{DecodeError, encoding::Encoding},
    xml::{
        Xml,
        faults::Kind,
        verdict::{Refused, contradiction, judge},
    },
};

use super::EXAMPLE;

#[test]
fn sound_files_pass() {
    let (decoded, xml) = judge(EXAMPLE.as_bytes()).unwrap();
    assert_eq!((decoded.text.as_str(), xml.elements.len()), (EXAMPLE, 18));
    for sound in [
        "<a/>",
        "\u{FEFF}<?xml version='1.0' encoding='utf-8'?><a/>",
        "<?xml version='1.0' encoding='US-ASCII' standalone='no' ?>\r\n<a/>",
        "<?xml version='1.7'?><a/>\n\n",
    ] {
        assert!(judge(sound.as_bytes()).is_ok(), "{sound}");
    }
    let utf16: Vec<u8> =
        "\u{FEFF}<?xml version='1.0' encoding='UTF-16'?><é/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(judge(&utf16).is_ok());
    assert!(judge(b"<?xml version='1.0' encoding='windows-1252'?><a>\x80</a>").is_ok());
}

#[test]
fn the_declared_encoding_must_be_that_of_the_bytes() {
    for (file, message) in [
        ("<?xml version='1.0' encoding='UTF-16'?><a/>", "names the encoding `UTF-16`, but the bytes are UTF-8"),
        ("\u{FEFF}<?xml version='1.0' encoding='iso-8859-1'?><a/>", "names the encoding `iso-8859-1`"),
        ("<?xml version='1.0' encoding='US-ASCII'?><é/>", "names the encoding `US-ASCII`"),
    ] {
        match judge(file.as_bytes()) {
            Err(Refused::Text { faults, .. }) => {
                assert!(faults[0].message.wrong.to_string().contains(message), "{faults:?}");
            }
            other => panic!("{file}: {other:?}"),
        }
    }
    let legacy = "<?xml version='1.0' encoding='windows-1252'?><a/>";
    let xml = Xml::read(legacy, &[]);
    assert_eq!(contradiction(legacy, &xml, Encoding::Windows1252), None);
    assert_eq!(contradiction(legacy, &xml, Encoding::Utf8).unwrap().span.text(legacy), "windows-1252");
}

#[test]
fn what_is_no_document_is_refused() {
    for file in ["", " \n", "<!-- only a comment -->", "text"] {
        assert!(matches!(judge(file.as_bytes()), Err(Refused::Text { .. })), "{file:?}");
    }
    assert_eq!(judge(b"<a>\0</a>"), Err(Refused::Bytes(DecodeError::Binary { offset: 3 })));
}

#[test]
fn a_doctype_is_the_reason_for_refusal() {
    let bomb = "<!DOCTYPE a [<!ENTITY b \"&c;&c;\"><!ENTITY c \"ha\">]><a>&b;</a>";
    match judge(bomb.as_bytes()) {
        Err(Refused::Text { faults, .. }) => {
            assert_eq!(faults.len(), 1);
            assert_eq!(faults[0].kind, Kind::Doctype);
        }
        other => panic!("{other:?}"),
    }
}
