//! Texts that were read in a wrong encoding before they came: which are known, what they were, and which are sound.

use presence_profile_core::source::decode::{
    decode, misread,
    repair::{Expected, repair},
};
use proptest::prelude::*;

use crate::documents::nasty;

/// Sound texts in the letters of many languages, some of which look as if they had been read wrongly.
const SOUND: [&str; 64] = [
    "Déjeuner – de retour bientôt",
    "L’agent est en ligne",
    "Où êtes-vous ? À l’été « déjà »",
    "« É »",
    "À bientôt…",
    "CAFÉ…",
    "ÇA VA ÊTRE PRÊT À NOËL",
    "Île-de-Ré, Œuvre, Ÿ",
    "Zurück um zwölf",
    "ÜBERÄSSE, ÄÖÜ",
    "Gespräch läuft – „bitte nicht stören“",
    "Straße, Größe, Fuß",
    "ÖPNV",
    "¿Está usted ahí? ¡Sí!",
    "MAÑANA VOLVERÉ…",
    "Año Nuevo, Ñandú",
    "1º piso, 2ª puerta",
    "AMANHÃ…",
    "“AMANHÔ",
    "VOLTO ÀS TRÊS: NÃO DISPONÍVEL",
    "Reunião à tarde — até já",
    "È così; perché no? PERÒ…",
    "LUNEDÌ… MARTEDÌ»",
    "Þó á æði",
    "Í símtali við viðskiptavin",
    "ÉG ER EKKI VIÐ",
    "„Það er ró“",
    "Á ný, ó já, æ",
    "På møte, på øya, Ærø",
    "RING PÅ… GÅ…",
    "Åååå, öööö",
    "Ö, Å, Ä",
    "Öö, jäääär, õõõ",
    "Hyvää yötä, älä häiritse",
    "Vyřizuji hovor, žluťoučký kůň",
    "VYPÍŠE, KROMĚŘÍŽ",
    "Szünet, őrült, ŰRHAJÓ",
    "Przerwa – wracam później",
    "Müşteriyle görüşüyor, İş, ÇÖĞÜŞ",
    "În pauză, „ședință”, ÎN ÂNGER",
    "Đang nghỉ trưa, xin đừng làm phiền",
    "ĐÃ XONG… ĐÃ",
    "Ñ, Ã, Â",
    "Pietų pertrauka, ąčęėįšųūž",
    "Μεσημεριανό διάλειμμα",
    "ΔΙΆΛΕΙΜΜΑ…",
    "Работа с клиентом, не беспокоить",
    "РАБОТА С КЛИЕНТОМ…",
    "«Обед»",
    "Від’їзд. Він – у відпустці",
    "ВІДІЙШОВ",
    "СИНІ, СІНІ, ДІТІ",
    "У КІНЦІ ДНЯ",
    "БУГІРІ, БЕЛГІСІ",
    "Њ Ђорђе, Љиљана, Џ",
    "Почивка до обяд",
    "通话中",
    "昼休み中です",
    "통화 중",
    "בשיחה עם לקוח",
    "في مكالمة",
    "กำลังคุยสาย",
    "5 € – ½ ÷ ×, ° ± ²",
    "Skype™ ® © §",
];

/// Words of the languages that windows-1251 is for.
const CYRILLIC: [&str; 12] = [
    "Привет",
    "Работа с клиентом",
    "В разговоре, не беспокоить",
    "Обеденный перерыв – до 14:00",
    "ВЫЗОВ…",
    "НЕТ НА МЕСТЕ",
    "Звонок в Skype с клиентом",
    "«Отошёл»",
    "Обідня перерва",
    "Зайнятий; повернуся пізніше",
    "Почивка до обяд",
    "Паўза на абед",
];

/// The bytes of a text in windows-1251, read as windows-1252.
fn of_1251_read_as_1252(text: &str) -> String {
    let read = |page: &str, bytes: &[u8]| {
        let file = [format!("<?xml version=\"1.0\" encoding=\"{page}\"?>").as_bytes(), bytes].concat();
        decode(&file).ok().and_then(|file| file.text.split_once("?>").map(|(_, text)| text.to_owned()))
    };
    let byte = |sign: char| (1..=255).find(|byte| read("windows-1251", &[*byte]) == Some(sign.to_string()));
    let bytes: Vec<u8> = text.chars().map(|sign| byte(sign).unwrap()).collect();
    read("windows-1252", &bytes).unwrap()
}

fn of_utf8_read_as_1251(text: &str) -> Option<String> {
    let file = [b"<?xml version=\"1.0\" encoding=\"windows-1251\"?>", text.as_bytes()].concat();
    Some(decode(&file).ok()?.text.split_once("?>")?.1.to_owned())
}

fn meant(text: &str, expected: Expected) -> Option<String> {
    repair(text, expected).map(|repair| repair.text)
}

#[test]
fn sound_texts_are_left() {
    for text in SOUND {
        for expected in [Expected::Open, Expected::Others] {
            assert_eq!(repair(text, expected), None, "{text}");
            assert_eq!(repair(&text.to_uppercase(), expected), None, "{text}");
            assert_eq!(repair(&text.to_lowercase(), expected), None, "{text}");
        }
        assert!(!misread::is_misread(text), "{text}");
    }
}

#[test]
fn utf_8_comes_back() {
    for text in SOUND.iter().filter(|text| **text != "« É »") {
        let once = nasty::misread(text);
        let twice = nasty::misread(&once);
        for read in [&once, &twice] {
            assert_eq!(meant(read, Expected::Open).as_deref(), Some(*text), "{read}");
            assert!(misread::is_misread(read), "{read}");
        }
        assert_eq!(repair(&twice, Expected::Open).map(|repair| repair.times), Some(2), "{text}");
    }
}

#[test]
fn utf_8_read_as_windows_1251_comes_back() {
    for text in ["Работа с клиентом", "Déjeuner – bientôt", "Gespräch läuft, größer", "Перерыв", "通话中"]
    {
        let read = of_utf8_read_as_1251(text).unwrap();
        assert_eq!(meant(&read, Expected::Open).as_deref(), Some(text), "{read}");
    }
}

#[test]
fn windows_1251_comes_back() {
    for text in CYRILLIC {
        let read = of_1251_read_as_1252(text);
        for expected in [Expected::Open, Expected::Cyrillic] {
            assert_eq!(meant(&read, expected).as_deref(), Some(text), "{read}");
        }
        assert_eq!(meant(&nasty::misread(&read), Expected::Open).as_deref(), Some(text), "{read}, and once more");
    }
    // Little is enough only where Cyrillic is expected, and nothing is where neither it nor Latin is.
    for text in ["Нет", "Да", "Я – на обед"] {
        let read = of_1251_read_as_1252(text);
        assert_eq!(meant(&read, Expected::Cyrillic).as_deref(), Some(text));
    }
    assert_eq!(meant(&of_1251_read_as_1252("Да"), Expected::Open), None);
    assert_eq!(meant(&of_1251_read_as_1252("Привет"), Expected::Others), None);
}

#[test]
fn what_was_lost_on_the_way_is_told() {
    // Without U+0081, which was the end of `с`.
    let read = nasty::misread("Работа с клиентом").replace('\u{81}', "");
    assert_eq!(meant(&read, Expected::Open).as_deref(), Some("Работа \u{fffd} клиентом"));
    let read = nasty::misread("Разговор à la carte").replace('\u{a0}', " ");
    assert_eq!(meant(&read, Expected::Open).as_deref(), Some("Разговор à la carte"));
    // Beside words that are sound only the others change.
    assert_eq!(meant("Café, dÃ©jÃ\u{a0}, Ñandú", Expected::Open).as_deref(), Some("Café, déjà, Ñandú"));
}

proptest! {
    #[test]
    fn what_is_known_is_repaired(text in "[ÂÃÐÑâ€™©®°±¾°ÏðèâåòРСГВІіЇ°'a-z \u{a0}\u{ad}\u{81}\u{90}]{0,12}") {
        let repaired = repair(&text, Expected::Open);
        prop_assert!(!misread::is_misread(&text) || repaired.is_some());
        prop_assert!(repaired.is_none_or(|repaired| repaired.text != text));
    }
}
