//! Which diagnostics are left unsaid, because another one explains their place better.

use super::{diagnostic::Diagnostic, laws::LAWS};
use crate::source::text::{Part, Span};

/// The diagnostics without those whose law yields to another that speaks of the same place. Sorted by part and span
/// before and after.
pub(super) fn hush(mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    for law in LAWS.iter().filter(|law| !law.yields_to.is_empty()) {
        if !found.iter().any(|diagnostic| diagnostic.code == law.code) {
            continue;
        }
        let explained = Explained::by(&found, law.yields_to);
        if !explained.0.is_empty() {
            found
                .retain(|diagnostic| diagnostic.code != law.code || !explained.holds(diagnostic.part, diagnostic.span));
        }
    }
    found
}

/// Places in order, each with the highest end so far of its part.
struct Explained(Vec<(Part, Span, usize)>);

impl Explained {
    fn by(found: &[Diagnostic], codes: &[&str]) -> Explained {
        let mut places: Vec<(Part, Span, usize)> = Vec::new();
        for diagnostic in found.iter().filter(|diagnostic| codes.contains(&diagnostic.code)) {
            places.extend(diagnostic.places().map(|span| (diagnostic.part, span, end(span))));
        }
        places.sort_unstable();
        for at in 1..places.len() {
            if places[at - 1].0 == places[at].0 {
                places[at].2 = places[at].2.max(places[at - 1].2);
            }
        }
        Explained(places)
    }

    fn holds(&self, part: Part, span: Span) -> bool {
        let behind = self.0.partition_point(|(own, place, _)| (*own, place.start) < (part, end(span)));
        behind.checked_sub(1).map(|before| self.0[before]).is_some_and(|(own, _, end)| own == part && span.start < end)
    }
}

/// An empty place counts as one of a byte: it stands for what is missing there.
fn end(span: Span) -> usize {
    span.end.max(span.start + 1)
}
