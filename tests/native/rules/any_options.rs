//! What holds of the laws and any options text.

use presence_profile_core::{
    mapping::options::{Mode, ProfileOptions},
    rules::{
        diagnostic::Severity,
        example::SOUND_OPTIONS,
        fix::{Fix, Safety},
    },
    source::text::Part,
};
use proptest::prelude::*;

use super::{Document, all_laws::check_rounds};
use crate::documents;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn what_could_not_be_read_is_an_error((options, xml) in documents::profile()) {
        let read = ProfileOptions::read(&options.text);
        let judged = Document::new(options.text, xml.text).judged();
        let errors = || judged.iter().filter(|it| it.part == Part::Options && it.severity == Severity::Error);
        // A profile that pulls is not held to what its rows are.
        let rows = Some(&read.aggregated_states).filter(|_| read.mode != Mode::Pull);
        for flaw in read.flaws.iter().chain(rows.iter().flat_map(|rows| &rows.flaws)) {
            let is_told = errors().any(|it| it.places().any(|span| span.touches(flaw.span.start)));
            prop_assert!(is_told, "nobody says {:?}: {:#?}", flaw, judged);
        }
        for repair in read.repairs.iter().chain(rows.iter().flat_map(|rows| &rows.repairs)) {
            prop_assert!(errors().any(|it| it.places().any(|span| span == repair.span)), "{:?}", repair);
        }
    }

    #[test]
    fn safe_fixes_come_to_an_end((options, _) in documents::profile()) {
        let document = Document::new(options.text, "");
        check_rounds(&document, |fix: &Fix| fix.safety == Safety::Safe);
    }
}

#[test]
fn floods_of_options_are_judged_at_once() {
    let lines = [
        "aggregated-states=7=A\n",
        "7:A, ",
        "7=A;",
        "16=A\n",
        "x=ä\n",
        "map-presence-to-dnd=true\n",
        "3=A B\n",
        "[TServer]\n",
        "- `service-type`='x'\n",
    ];
    for line in lines {
        let options = format!("{SOUND_OPTIONS}{}", line.repeat(1_000_000 / line.len()));
        let (small, large) = (&options[..options.floor_char_boundary(100_000)], &options);
        let time = |text: &str| {
            let document = Document::new(text, "");
            let started = std::time::Instant::now();
            let judged = document.judged();
            assert!(judged.len() < 3000, "{line}: {}", judged.len());
            started.elapsed()
        };
        // A busy machine may hold up one measurement, not five; steps that grow with the square are in all of them.
        let is_linear = (0..5).any(|_| {
            let (fast, slow) = (time(small), time(large));
            slow.as_secs_f64() < 0.3 + 40.0 * fast.as_secs_f64()
        });
        assert!(is_linear, "{line}");
    }
    let ranges = format!("map-presence-to-dnd=true\npresence-availability-range={}", "3000-4000,".repeat(100_000));
    let started = std::time::Instant::now();
    Document::new(ranges, "").judged();
    assert!(started.elapsed().as_secs() < 2, "{:?}", started.elapsed());
}
