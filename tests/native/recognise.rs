//! What a file or a pasted text is.

use presence_profile_core::editor::recognise::{Stranger, strange_text, stranger};
use proptest::prelude::*;

#[test]
fn strangers_are_known_by_what_stands_in_them() {
    let zip = |name: &str| [b"PK\x03\x04\x14\0\0\0", name.as_bytes(), b"\0\0"].concat();
    let cases: [(&[u8], Option<Stranger>); 14] = [
        (b"%PDF-1.7\n%\xE2\xE3", Some(Stranger::Pdf)),
        (&zip("[Content_Types].xmlxl/workbook.xml"), Some(Stranger::Workbook)),
        (&zip("word/document.xml"), Some(Stranger::Document)),
        (&zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK"), Some(Stranger::Workbook)),
        (&zip("mimetypeapplication/vnd.oasis.opendocument.textPK"), Some(Stranger::Document)),
        (&zip("agentStates.xml"), Some(Stranger::Archive)),
        (b"\x1F\x8B\x08\0", Some(Stranger::Archive)),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Some(Stranger::OldOffice)),
        (b"\x89PNG\r\n\x1A\n", Some(Stranger::Picture)),
        (b"\xFF\xD8\xFF\xE0", Some(Stranger::Picture)),
        (b"<?xml version=\"1.0\"?>", None),
        (b"\xFF\xFE<\0a\0", None),
        (b"PK", None),
        (b"", None),
    ];
    for (bytes, right) in cases {
        assert_eq!(stranger(bytes), right, "{}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn strange_texts_are_known_by_their_lines() {
    let state = r#"<state xmlns="http://schemas.microsoft.com/2006/09/sip/state" manual="true" xsi:type="userState">"#;
    let cases = [
        ("Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER]".to_owned(), Some(Stranger::Registry)),
        ("\u{FEFF}REGEDIT4\n".to_owned(), Some(Stranger::Registry)),
        (format!("{state}<availability>6500</availability></state>"), Some(Stranger::WireState)),
        (format!("<?xml version=\"1.0\"?>\n{state}</state>"), Some(Stranger::WireState)),
        ("@10:15:00.1230 [0] 8.1 distribute_event: message EventAgentReady\n".to_owned(), Some(Stranger::Log)),
        ("2026-11-28T10:15:00.123 Trc 04541 RequestAgentReady received from 12".to_owned(), Some(Stranger::Log)),
        ("10:15:00.123 Trc 04120 Check point".to_owned(), Some(Stranger::Log)),
        ("<agentStates><!-- Trc 04541 --></agentStates>".to_owned(), None),
        ("aggregated-states=1=A, 2=B".to_owned(), None),
        ("10:15 Trc is a word".to_owned(), None),
        (String::new(), None),
    ];
    for (text, right) in cases {
        assert_eq!(strange_text(&text), right, "{text}");
    }
}

proptest! {
    #[test]
    fn nothing_is_too_odd(bytes in prop::collection::vec(any::<u8>(), 0..40), text in "[<?a>:. @T0-9PK]{0,40}") {
        stranger(&bytes);
        strange_text(&text);
    }
}
