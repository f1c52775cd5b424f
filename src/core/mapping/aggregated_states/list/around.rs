//! What a page leaves around the pairs.

use super::super::Reader;
use crate::{
    mapping::leftovers::{Leftover, behind_blank, bullet, without_front},
    source::{blanks, ini::trim, text::Span},
};

/// The option's own name, which a copy of the whole line carries into the value.
const NAME: &str = "aggregated-states";

/// A piece without the full stop of a sentence that ends with it.
pub(super) fn without_full_stop(text: &str, span: Span, reader: &mut Reader) -> Span {
    let kept = span.text(text).trim_end_matches(|sign| sign == '.' || blanks::is_blank(sign)).len();
    if kept == 0 || !span.text(text).ends_with('.') {
        return span;
    }
    let stop = span.start + kept;
    reader.remarks.repair(Span::new(stop, span.end), Leftover::FullStop);
    // The page may have quoted what stands in front of the full stop.
    reader.remarks.stripped(text, Span::new(span.start, stop))
}

/// A stretch without blanks around it, and without the sign of a list in front.
pub(super) fn without_bullet(text: &str, span: Span, reader: &mut Reader) -> Span {
    let inside = trim(text, span);
    let Some(sign) = bullet(inside.text(text)) else { return inside };
    let end = inside.start + sign.len_utf8();
    reader.remarks.repair(Span::new(inside.start, behind_blank(text, end)), Leftover::Bullet);
    trim(text, Span::new(end, inside.end))
}

/// Where the pairs begin: behind the option's own name, if it is repeated in the value.
pub(super) fn behind_name(text: &str, span: Span, reader: &mut Reader) -> usize {
    let Some(behind) = without_front(span.text(text)).strip_prefix(NAME) else { return span.start };
    let sign = without_front(behind);
    if !sign.starts_with(['=', ':']) {
        return span.start;
    }
    let start = span.end - sign.len() + 1;
    reader.remarks.repair(Span::new(span.start, start), Leftover::Name);
    start
}
