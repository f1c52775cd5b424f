//! Languages: the whole table, and every way a person may ask for one.

use std::collections::{BTreeMap, BTreeSet};

use lcid::LanguageId;
use presence_profile_core::mapping::lcid::{Direction, Language, Lcid, all, parse_list, search};
use proptest::prelude::*;

/// Where our table says something else than the crate, and why.
const PATCHES: [(u32, &str, &str); 23] = [
    // Both are `es-ES` in the crate; 3082 is what Windows reports and the guide uses.
    (1034, "es-ES-u-co-trad", "Spanish (Spain, traditional sort)"),
    (3082, "es-ES", "Spanish (Spain)"),
    // The region says where, not which language again.
    (1027, "ca-ES", "Catalan (Spain)"),
    (1069, "eu-ES", "Basque (Spain)"),
    (1110, "gl-ES", "Galician (Spain)"),
    (1148, "moh-CA", "Mohawk (Canada)"),
    (9228, "fr-CD", "French (Congo DRC)"),
    // A comma outside parentheses separates the items of a list.
    (1083, "se-NO", "Northern Sami (Norway)"),
    (2107, "se-SE", "Northern Sami (Sweden)"),
    (3131, "se-FI", "Northern Sami (Finland)"),
    (4155, "smj-NO", "Lule Sami (Norway)"),
    (5179, "smj-SE", "Lule Sami (Sweden)"),
    (6203, "sma-NO", "Southern Sami (Norway)"),
    (7227, "sma-SE", "Southern Sami (Sweden)"),
    (8251, "sms-FI", "Skolt Sami (Finland)"),
    (9275, "smn-FI", "Inari Sami (Finland)"),
    (28731, "smn", "Inari Sami"),
    (29755, "sms", "Skolt Sami"),
    (30779, "sma", "Southern Sami"),
    (31803, "smj", "Lule Sami"),
    // Missing in the crate.
    (22538, "es-419", "Spanish (Latin America)"),
    (9225, "en-029", "English (Caribbean)"),
    (14345, "en-ID", "English (Indonesia)"),
];

#[test]
fn the_table_is_the_crate_with_the_patches() {
    let mut expected: BTreeMap<u32, (&str, &str)> = (0..=0xFFFF)
        .filter_map(|number| <&'static LanguageId>::try_from(number).ok())
        .map(|language| (language.lcid, (language.name, language.english_name)))
        .collect();
    assert_eq!(expected.len(), 414);
    for (number, tag, name) in PATCHES {
        expected.insert(number, (tag, name));
    }
    let found: BTreeMap<u32, (&str, &str)> =
        all().map(|language| (language.lcid, (language.tag, language.name))).collect();
    assert_eq!(found, expected);
    assert_eq!(all().len(), 417, "no number twice");
    assert!(all().is_sorted_by_key(|language| language.lcid));
}

#[test]
fn tags_are_fit_for_lang() {
    let mut seen = BTreeSet::new();
    for language in all().filter(|language| language.lcid != 127) {
        let tag = Lcid::from(language).tag().unwrap_or_default();
        assert!(seen.insert(tag), "{tag} stands for two numbers");
        let subtags: Vec<&str> = tag.split('-').collect();
        assert!(
            (2..=3).contains(&subtags[0].len()) && subtags[0].bytes().all(|byte| byte.is_ascii_lowercase()),
            "{tag}"
        );
        let sound =
            |subtag: &&str| (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric());
        assert!(subtags.iter().all(sound), "{tag}");
    }
    assert_eq!(Lcid::new(127).tag(), None);
}

#[test]
fn a_number_is_decimal_digits() {
    for (text, number) in
        [("1033", Some(1033)), (" 1036 \n", Some(1036)), ("0409", Some(409)), ("4294967295", Some(u32::MAX))]
    {
        assert_eq!(Lcid::parse(text).map(Lcid::number), number, "{text:?}");
    }
    for text in ["", " ", "fr", "0x409", "-1", "+1033", "1033.0", "10 33", "4294967296", "١٠٣٣", "$LocalCulture"] {
        assert_eq!(Lcid::parse(text), None, "{text:?}");
    }
}

#[test]
fn what_is_shown_for_a_number() {
    let shown = |number| (Lcid::new(number).name().into_owned(), Lcid::new(number).tag());
    assert_eq!(shown(1036), ("French (France)".to_owned(), Some("fr-FR")));
    assert_eq!(shown(3084), ("French (Canada)".to_owned(), Some("fr-CA")));
    assert_eq!(shown(1049), ("Russian (Russia)".to_owned(), Some("ru-RU")));
    assert_eq!(shown(99999), ("LCID 99999".to_owned(), None));
    assert_eq!(Lcid::new(1036).to_string(), "1036");
}

#[test]
fn direction_follows_the_script() {
    let leftward: BTreeSet<&str> = all()
        .filter(|language| Lcid::from(*language).direction() == Direction::RightToLeft)
        .map(|language| language.tag)
        .collect();
    let arabic = "ar ar-SA ar-IQ ar-EG ar-LY ar-DZ ar-MA ar-TN ar-OM ar-YE ar-SY ar-JO ar-LB ar-KW ar-AE ar-BH ar-QA";
    let others = "he he-IL fa fa-IR ur ur-PK ur-IN ps ps-AF prs prs-AF sd sd-Arab sd-Arab-PK ug ug-CN yi-001 dv dv-MV syr syr-SY \
                  ks ks-Arab ku ku-Arab ku-Arab-IQ pa-Arab pa-Arab-PK tzm-Arab-MA qps-plocm";
    let expected: BTreeSet<&str> = arabic.split_whitespace().chain(others.split_whitespace()).collect();
    assert_eq!(leftward, expected);
    // A sort ID leaves the direction alone; an unknown number reads left to right.
    assert_eq!(Lcid::new(0x1_0000 + 1025).direction(), Direction::RightToLeft);
    assert_eq!(Lcid::new(99999).direction(), Direction::LeftToRight);
}

#[test]
fn numbers_that_are_no_language_or_no_country() {
    for number in [0, 1024, 2048, 3072, 4096, 5120, 8192, 19456, 65536, 127, 1151] {
        assert!(!Lcid::new(number).is_language(), "{number}");
    }
    for number in [1033, 3082, 9, 22538, 99999, 66567] {
        assert!(Lcid::new(number).is_language(), "{number}");
    }
    for language in all().filter(|language| language.lcid != 127 && language.tag != "ks-Arab") {
        let script_or_less =
            language.tag.split('-').skip(1).all(|subtag| subtag.len() == 4 && !language.tag.starts_with("qps"));
        assert_eq!(Lcid::from(language).is_neutral(), script_or_less, "{language:?}");
    }
}

fn tags(languages: &[&Language]) -> Vec<&'static str> {
    languages.iter().map(|language| language.tag).collect()
}

#[track_caller]
fn check_first(query: &str, tag: &str) {
    let found = search(query);
    assert_eq!(found.first().map(|language| language.tag), Some(tag), "{query:?} gives {:?}", tags(&found));
}

#[test]
fn the_first_match_is_what_was_meant() {
    for (query, tag) in [
        ("1036", "fr-FR"),
        ("105", "hr-HR"),
        ("12", "fr"),
        ("fr-FR", "fr-FR"),
        ("FR_fr", "fr-FR"),
        ("fr", "fr-FR"),
        ("French", "fr-FR"),
        ("french can", "fr-CA"),
        ("canada", "en-CA"),
        ("deu", "de-DE"),
        ("Deutsch", "de-DE"),
        ("spanish", "es-ES"),
        ("es", "es-ES"),
        ("es-ES_tradnl", "es-ES-u-co-trad"),
        ("es-419", "es-419"),
        ("latin america", "es-419"),
        ("22538", "es-419"),
        ("en-ID", "en-ID"),
        ("en-029", "en-029"),
        ("en", "en-US"),
        ("pt", "pt-BR"),
        ("portugal", "pt-PT"),
        ("zh", "zh-CN"),
        ("zh-Hant", "zh-TW"),
        ("no", "nb-NO"),
        ("bokmal", "nb-NO"),
        ("BOKMÅL", "nb-NO"),
        ("cote d'ivoire", "fr-CI"),
        ("Réunion", "fr-RE"),
        ("farsi", "fa-IR"),
        ("fren", "fr-FR"),
        ("Norw", "nb-NO"),
        ("chin", "zh-CN"),
        ("polski", "pl-PL"),
        ("日本", "ja-JP"),
        ("русский", "ru-RU"),
        ("serbian", "sr-Latn-RS"),
        ("sr-Cyrl", "sr-Cyrl-RS"),
        ("somali", "so-SO"),
        ("he", "he-IL"),
        ("arabic", "ar-SA"),
        ("uk", "uk-UA"),
        ("United King", "en-GB"),
    ] {
        check_first(query, tag);
    }
}

#[test]
fn every_language_is_found_by_number_tag_and_name() {
    for language in all() {
        let by_number = search(&language.lcid.to_string());
        assert_eq!(by_number[0].lcid, language.lcid);
        for query in
            [language.tag, language.name, &language.tag.to_uppercase().replace('-', "_"), &language.name.to_lowercase()]
        {
            let found = search(query);
            assert!(found.contains(&language), "{language:?} is not among {query:?}");
            let first = Lcid::from(found[0]);
            let exact = first.number() == language.lcid || Lcid::from(language).is_neutral() || query.is_empty();
            assert!(exact, "{query:?} gives {:?}", tags(&found));
        }
    }
}

#[test]
fn what_a_search_leaves_out() {
    assert_eq!(search("").len(), 417);
    assert!(search(" ").is_sorted_by_key(|language| language.name));
    assert!(search("klingon").is_empty());
    assert!(search("99999").is_empty());
    assert!(search("1036").iter().all(|language| language.lcid == 1036));
    assert_eq!(search("-").len(), 0);
    let french = search("fr");
    assert!(french[..15].iter().all(|language| language.tag.starts_with("fr")), "{:?}", tags(&french));
    assert_eq!(search("fr-c").iter().filter(|language| language.tag.starts_with("fr-C")).count(), 5);
    let norwegian = search("norwegian");
    assert!(norwegian.iter().all(|language| language.name.starts_with("Norwegian")), "{:?}", tags(&norwegian));
}

#[track_caller]
fn check_list(list: &str, expected: &[(&str, Option<u32>)]) {
    let found: Vec<_> = parse_list(list)
        .into_iter()
        .map(|found| (found.written, found.language.map(|language| language.lcid)))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn several_languages_at_once() {
    check_list(
        "fr, de-CH, 1049, Polish",
        &[("fr", Some(1036)), ("de-CH", Some(2055)), ("1049", Some(1049)), ("Polish", Some(1045))],
    );
    check_list(
        "en;es\r\npt\tPolski",
        &[("en", Some(1033)), ("es", Some(3082)), ("pt", Some(1046)), ("Polski", Some(1045))],
    );
    check_list(
        "Serbian (Latin, Serbia), Serbian (Cyrillic, Serbia)",
        &[("Serbian (Latin, Serbia)", Some(9242)), ("Serbian (Cyrillic, Serbia)", Some(10266))],
    );
    check_list("french (france\nGerman", &[("french (france", Some(1036)), ("German", Some(1031))]);
    check_list("French (France) 1036 fr-FR", &[("French (France) 1036 fr-FR", Some(1036))]);
    check_list(
        "german austria, Chinese (Traditional)",
        &[("german austria", Some(3079)), ("Chinese (Traditional)", Some(1028))],
    );
    check_list("klingon, 99999, 105, united", &[("klingon", None), ("99999", None), ("105", None), ("united", None)]);
    check_list("12", &[("12", Some(12))]);
    check_list(
        " 1041 1042  de-CH, fr-FR 99999",
        &[("1041", Some(1041)), ("1042", Some(1042)), ("de-CH", Some(2055)), ("fr-FR", Some(1036)), ("99999", None)],
    );
    check_list(" ,;\n", &[]);
}

#[test]
fn every_language_can_be_listed() {
    for language in all().filter(|language| !Lcid::from(*language).is_neutral()) {
        for item in [language.tag, language.name, &language.lcid.to_string()] {
            assert_eq!(parse_list(item).first().and_then(|found| found.language), Some(language), "{item}");
        }
    }
}

proptest! {
    #[test]
    fn any_query_is_answered(query in r"\PC{0,12}|[a-zA-Z0-9_, ();\n-]{0,16}") {
        let found = search(&query);
        let numbers: BTreeSet<u32> = found.iter().map(|language| language.lcid).collect();
        prop_assert_eq!(numbers.len(), found.len(), "a language stands there twice");
        for found in parse_list(&query) {
            prop_assert!(query.contains(found.written) && !found.written.is_empty());
            if let Some(language) = found.language {
                prop_assert!(search(found.written).contains(&language), "{} means what is not found", found.written);
            }
        }
    }
}
