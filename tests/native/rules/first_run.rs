//! What a first visitor is told about the guide's example.

use presence_profile_core::editor::{analysis::Analysis, workspace::Workspace};

#[test]
fn the_guides_example_has_no_error() {
    let analysis = Analysis::of(&Workspace::example().profiles[0]);
    let found = analysis.findings.iter().map(|finding| {
        let (position, diagnostic) = (finding.position, &finding.diagnostic);
        format!(
            "{} {}:{} {} and {} more",
            diagnostic.severity.name(),
            position.line,
            position.column,
            diagnostic.code,
            diagnostic.more.len()
        )
    });
    let expected = [
        "warning 3:19 language-gap and 17 more",
        "warning 7:27 blank-around and 0 more",
        "warning 10:27 blank-around and 0 more",
        "note 15:44 idle-class and 0 more",
    ];
    assert_eq!(found.collect::<Vec<_>>(), expected);
}
