//! What is left unsaid, because another law explains the place better.

use super::{diagnostic::Diagnostic, laws::LAWS};
use crate::source::text::{Part, Span};

/// Takes away the places of which a law speaks that theirs yields to. `judged` holds what each law says, in the order of
/// [`LAWS`].
pub(super) fn hush(judged: &mut [Vec<Diagnostic>]) {
    for (own, law) in LAWS.iter().enumerate().filter(|(_, law)| !law.yields_to.is_empty()) {
        if judged[own].is_empty() {
            continue;
        }
        let explained = Explained::by(judged, law.yields_to);
        if !explained.0.is_empty() {
            judged[own].retain_mut(|diagnostic| explained.keep_rest(diagnostic));
        }
    }
}

/// Places in order, each with the highest end so far of its part.
struct Explained(Vec<(Part, Span, usize)>);

impl Explained {
    fn by(judged: &[Vec<Diagnostic>], codes: &[&str]) -> Explained {
        let mut places: Vec<(Part, Span, usize)> = Vec::new();
        let laws = LAWS.iter().zip(judged).filter(|(law, _)| codes.contains(&law.code));
        for diagnostic in laws.flat_map(|(_, found)| found) {
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

    /// Leaves a diagnostic the places that nobody else explains. Whether there are any.
    fn keep_rest(&self, diagnostic: &mut Diagnostic) -> bool {
        let part = diagnostic.part;
        let (gone, mut left): (Vec<Span>, Vec<Span>) = diagnostic.places().partition(|span| self.holds(part, *span));
        if gone.is_empty() || left.is_empty() {
            return gone.is_empty();
        }
        // What would be done to a place by a fix for all of them is for the other law to say.
        let is_of_rest = |own: Part, span: Span| own != part || !gone.iter().any(|gone| gone.meets(span));
        diagnostic.fixes.retain(|fix| fix.edits.iter().all(|(own, edit)| is_of_rest(*own, edit.span)));
        diagnostic.span = left.remove(0);
        diagnostic.more = left;
        true
    }
}

/// An empty place counts as one of a byte: it stands for what is missing there.
fn end(span: Span) -> usize {
    span.end.max(span.start + 1)
}
