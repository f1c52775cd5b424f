//! Every damaged document is read: no panic, and every span on character boundaries, inside what it belongs to.

use presence_profile_core::source::xml::Xml;
use proptest::prelude::*;

use super::{
    agent_states, any_xml, options,
    spans::{RESUME, check_map, check_options, check_xml},
};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn damaged_xml_is_read(document in agent_states::document()) {
        check_xml(&document.text);
        check_map(&document.text);
    }

    #[test]
    fn xml_of_any_kind_is_read(text in any_xml::nearly_sound()) {
        check_xml(&text);
        check_map(&text);
    }

    #[test]
    fn damaged_options_are_read(document in options::document()) {
        check_options(&document.text);
    }

    #[test]
    fn a_text_in_the_wrong_pane_is_read((options, xml) in super::profile()) {
        check_xml(&options.text);
        check_map(&options.text);
        check_options(&xml.text);
    }

    #[test]
    fn a_grown_file_is_sound(text in agent_states::grown()) {
        prop_assert_eq!(Xml::read(&text, &RESUME).faults, vec![]);
    }
}
