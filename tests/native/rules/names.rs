//! What is told of places that name a profile, and of paths that name a file.

use presence_profile_core::rules::{
    diagnostic::Severity, example::SOUND_OPTIONS, laws::presence_profile::unknown, paths::are_same,
};
use proptest::prelude::*;

use super::{Document, all_laws::check_words};

#[test]
fn an_unknown_name_is_told_with_the_one_that_was_meant() {
    let names = ["Presence_EMEA", "Presence_APAC", "Presence_NightShift", "Sales", "Back office", "Test"];
    let told = |wanted: &str| unknown("Extension `4210`", wanted, &names).map(|found| super::parts(&found));
    let wrong = |wanted: &str| format!("Extension `4210` names `{wanted}`, but no profile is called so | | ");
    for known in ["Sales", " Sales ", "", "  ", "Presence_APAC"] {
        assert_eq!(told(known), None, "{known}");
    }
    let meant = [
        ("Presence_NightShft", "Presence_NightShift"),
        ("Presence_NigthShift", "Presence_NightShift"),
        ("presence_emea", "Presence_EMEA"),
        ("Рresence_EMEA", "Presence_EMEA"),
        ("Backoffice", "Back office"),
    ];
    for (wanted, near) in meant {
        assert_eq!(told(wanted), Some(wrong(wanted) + &format!("did you mean `{near}`?")));
    }
    let listed = "there is `Presence_EMEA`, `Presence_APAC`, `Presence_NightShift`, `Sales`, `Back office` and 1 more";
    assert_eq!(told("Nobody"), Some(wrong("Nobody") + listed));
    assert_eq!(unknown("Extension `4210`", "Nobody", &[]), None, "nothing is known");
}

#[test]
fn paths_are_the_same_where_windows_makes_no_difference() {
    let path = "C:\\Genesys\\Presence\\agentStates.xml";
    for same in [
        "c:\\genesys\\PRESENCE\\AgentStates.XML",
        "C:/Genesys/Presence/agentStates.xml",
        " C:\\Genesys\\\\Presence/\\agentStates.xml ",
    ] {
        assert!(are_same(path, same) && are_same(same, path), "{same}");
    }
    for other in [
        "",
        "D:\\Genesys\\Presence\\agentStates.xml",
        "C:\\Genesys\\Presence\\agentStates",
        "Genesys\\Presence\\agentStates.xml",
    ] {
        assert!(!are_same(path, other) && !are_same(other, path), "{other}");
    }
    assert!(!are_same("", "") && !are_same(" ", " "), "an empty path leads nowhere");
    assert!(are_same("\\\\host\\share\\ä.xml", "//HOST/share/Ä.xml"));
    assert!(!are_same("\\\\host\\a.xml", "\\host\\a.xml"), "another computer is no folder of this one");
}

proptest! {
    #[test]
    fn of_any_name_it_is_told_in_words_and_is_no_error(name in "[ aP_Рé\t\u{200b}\u{85}`.\u{a0}😀]{0,12}", other in "[ aP_Р]{0,4}") {
        let mut document = Document::new(SOUND_OPTIONS, "");
        document.profile_names = vec![name.clone(), other];
        document.profile_name = Some(name);
        for found in document.judged().into_iter().filter(|found| found.code == "profile-name") {
            check_words(&found);
            prop_assert!(found.severity != Severity::Error && found.fixes.is_empty());
        }
    }
}
