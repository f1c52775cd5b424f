//! Ways out where a range holds a class that it should not, or not the whole of it.

use crate::{mapping::availability_ranges::Range, rules::fix::Fix, source::text::Part};

/// A range, and the class that it holds.
pub(super) struct Ways<'a> {
    /// The only range that touches the class.
    pub(super) range: &'a Range,
    /// Whether the option has no other range.
    pub(super) is_only: bool,
    /// The lowest number of the class.
    pub(super) lowest: u16,
    /// The highest number of the class.
    pub(super) highest: u16,
    /// Whether nobody of the class should count as available.
    pub(super) is_unfit: bool,
}

/// The range of the guide: all who are available.
const GUIDES: &str = "3000-5999";

impl Ways<'_> {
    fn bounds(&self) -> (u16, u16) {
        (self.range.lowest.number(), self.range.highest.number())
    }

    fn is_within(&self) -> bool {
        self.lowest <= self.bounds().0 && self.bounds().1 <= self.highest
    }

    /// What to do.
    pub(super) fn advice(&self) -> String {
        match () {
            () if !self.is_unfit => "use whole classes".to_owned(),
            () if self.is_within() && self.is_only => {
                format!("write the range of those who are, in the guide `{GUIDES}`")
            }
            () if self.is_within() => "remove this range".to_owned(),
            () if self.bounds().0 < self.lowest => format!("end it before {}", self.lowest),
            () => format!("begin it behind {}", self.highest),
        }
    }

    /// All ways out, the likeliest first.
    pub(super) fn fixes(&self) -> Vec<Fix> {
        let ((begin, end), lowest, highest) = (self.bounds(), self.lowest, self.highest);
        let mut fixes = Vec::new();
        // Of whom nothing is known is sooner left out than let in.
        let is_unknown = lowest == 0;
        if !self.is_unfit && !is_unknown {
            fixes.push(self.widened());
        }
        if begin < lowest && (self.is_unfit || end <= highest) {
            fixes.push(self.with("leave-out-class", "Leave out the class", begin, lowest - 1));
        }
        if lowest <= begin && highest < end {
            fixes.push(self.with("leave-out-class", "Leave out the class", highest + 1, end));
        }
        if is_unknown {
            fixes.push(self.widened());
        }
        let (part, range) = (Part::Options, self.range);
        if self.is_within() && !self.is_only {
            fixes.push(Fix::changes("leave-out-range", "Remove the range", part, range.whole, ""));
        } else if self.is_within() && self.is_unfit {
            let fix = Fix::changes("use-guide-range", "Use the guide's range", part, range.span, GUIDES);
            fixes.push(fix.labelled(format!("Use {GUIDES}")));
        }
        fixes
    }

    /// The range with the whole class in it; only the end that moves is named.
    fn widened(&self) -> Fix {
        let (begin, end) = self.bounds();
        let (begins, ends) = (begin.min(self.lowest), end.max(self.highest));
        let to = match (begins < begin, end < ends) {
            (false, true) => ends.to_string(),
            (true, false) => begins.to_string(),
            _ => format!("{begins}-{ends}"),
        };
        let fix = self.with("let-in-whole-class", "Let in the whole class", begins, ends);
        fix.labelled(format!("Widen to {to}"))
    }

    /// The range with other numbers.
    fn with(&self, kind: &'static str, title: &'static str, begin: u16, end: u16) -> Fix {
        let written = format!("{begin}-{end}");
        let fix = Fix::changes(kind, title, Part::Options, self.range.span, written.as_str());
        fix.labelled(format!("Use {written}")).choosing(written)
    }
}
