//! Sorting by numbers and by texts.

use presence_profile_core::source::sorting;
use proptest::prelude::*;

proptest! {
    #[test]
    fn numbers_sort_as_the_standard_library_sorts_them(pairs in prop::collection::vec((0_usize..6, 0_usize..3), 0..40)) {
        let mut items: Vec<_> = pairs.into_iter().enumerate().map(|(position, pair)| (pair, position.to_string())).collect();
        let mut expected = items.clone();
        expected.sort_by_key(|(pair, _)| *pair);
        sorting::by_numbers(&mut items, |(pair, _)| *pair);
        prop_assert_eq!(items, expected);
    }

    #[test]
    fn texts_sort_as_the_standard_library_sorts_them(texts in prop::collection::vec("[aä\u{5d0}]{0,2}", 0..40)) {
        let mut items: Vec<_> = texts.iter().enumerate().collect();
        let mut expected = items.clone();
        expected.sort_by_key(|(_, text)| text.as_str());
        sorting::by_text(&mut items, |(_, text)| text.as_str());
        prop_assert_eq!(items, expected);
    }
}
