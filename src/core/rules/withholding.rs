//! Fixes that are not proposed, because they would break the file: what they remove is all that ends a tag without `>`, or
//! the only element there is.

use super::{diagnostic::Diagnostic, fix::Fix};
use crate::source::{
    edit::Edit,
    text::{Part, Span},
};

/// Takes away the fixes that would break a file, or break it further. What puts it right comes first.
pub(super) fn withhold(found: &mut [Diagnostic], xml: &str) {
    found.iter_mut().for_each(|diagnostic| diagnostic.fixes.retain(|fix| !breaks(fix, xml)));
}

fn breaks(fix: &Fix, xml: &str) -> bool {
    let is_removal = |edit: &Edit| edit.text.is_empty() && edit.span.text(xml).trim_start().starts_with('<');
    let mut removed = fix.edits.iter().filter(|(part, edit)| *part == Part::Xml && is_removal(edit));
    removed.any(|(_, edit)| ends_tag(xml, edit.span) || is_whole(xml, edit.span))
}

/// Whether a tag without its `>` would run on into text. It ends where the next tag begins.
fn ends_tag(xml: &str, removed: Span) -> bool {
    let is_in_tag = xml[..removed.start].rfind(['<', '>']).is_some_and(|sign| xml[sign..].starts_with('<'));
    let rest = xml[removed.end..].trim_start();
    is_in_tag && !rest.is_empty() && !rest.starts_with('<')
}

/// Whether no tag stands beside it.
fn is_whole(xml: &str, removed: Span) -> bool {
    let has_tag = |text: &str| text.split('<').skip(1).any(|tag| tag.starts_with(|sign: char| !"?!/".contains(sign)));
    // The one behind is the nearer.
    !has_tag(&xml[removed.end..]) && !has_tag(&xml[..removed.start])
}
