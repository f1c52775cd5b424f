//! The option `presence-availability-range` as a field of one line, which says the same as the text at each key.

use crate::{
    mapping::{option_name::OptionName, options::ProfileOptions},
    source::{blanks, edit::Edit, text::Span},
};

const NAME: OptionName = OptionName::PresenceAvailabilityRange;

/// What was done in the field by a key, a paste or a drop.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// What the field shows now.
    pub content: String,
    /// Where in it the caret stands, in bytes.
    pub caret: usize,
    /// What of the value was selected before; see [`selected`].
    pub selected: Span,
    /// Whether an input method is composing.
    pub composing: bool,
}

/// What the field shows: all behind the sign of the option to the end of its line, without blanks in front; nothing where
/// the option is missing.
pub fn shown<'a>(options: &ProfileOptions, text: &'a str) -> &'a str {
    stretch(options, text).map_or("", |stretch| stretch.text(text))
}

/// The edit of the options text that brings it to what the field shows now, and what of it was typed by hand; `None` where
/// they say the same. Blanks in front are none of the value.
pub fn typed(options: &ProfileOptions, text: &str, typed: &Typed) -> Option<(Edit, String)> {
    let content = one_line(&typed.content);
    let own = without_front(&content);
    let caret = typed.caret.saturating_sub(content.len() - own.len());
    match stretch(options, text) {
        Some(stretch) => {
            let edit = Edit::typed_over(stretch.text(text), typed.selected, own, caret)?;
            let by_hand = edit.text.clone();
            Some((Edit { span: edit.span.moved_by(stretch.start), ..edit }, by_hand))
        }
        None if own.is_empty() => None,
        None => Some((options.with_value(text, NAME, own), own.to_owned())),
    }
}

/// Where in the value something stands that is selected in the field, which may have blanks in front.
pub fn selected(content: &str, selected: Span) -> Span {
    let front = content.len() - without_front(content).len();
    Span::new(selected.start.saturating_sub(front), selected.end.saturating_sub(front))
}

/// Whether a field that shows this need not be written to: it may have blanks in front, which are being typed.
pub fn is_same(shown: &str, content: &str) -> bool {
    without_front(content) == shown
}

fn stretch(options: &ProfileOptions, text: &str) -> Option<Span> {
    let option = options.of(NAME)?;
    let behind = Span::new(option.name.end, option.line.end);
    let sign = behind.text(text).find(['=', ':'])?;
    let behind = Span::new(behind.start + sign + 1, behind.end);
    let own = without_front(behind.text(text));
    Some(Span::new(behind.end - own.len(), behind.end))
}

fn without_front(text: &str) -> &str {
    text.trim_start_matches(blanks::is_blank)
}

/// A field of one line holds no line feeds; what is put into it otherwise gets blanks for them.
fn one_line(content: &str) -> String {
    content.replace(['\n', '\r'], " ")
}
