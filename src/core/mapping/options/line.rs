//! One line of an options text: what it is, whatever a page left around it.

use crate::{
    mapping::{
        aggregated_states::Form,
        leftovers::{Leftover, Remarks, Slip, behind_blank, bullet, without_back},
        option_name::OptionName,
    },
    source::{
        blanks,
        ini::{Line, LineKind, trim},
        phrase::quoted,
        text::Span,
    },
};

/// What a line is for a profile.
pub(super) enum Role {
    /// Blank, or a comment.
    Nothing,
    /// The header of a section.
    Section(Span),
    /// `name=value`.
    Option { name: Span, value: Span },
    /// A line of `aggregated-states` without the name.
    Loose(Form),
    /// Anything else.
    Unreadable,
}

/// Reads a line; only what is an option or a section leaves repairs.
pub(super) fn role(text: &str, line: Line, remarks: &mut Remarks) -> Role {
    match line.kind {
        LineKind::Blank | LineKind::Comment => Role::Nothing,
        LineKind::Section { name } => Role::Section(name),
        LineKind::Option { .. } | LineKind::Other => {
            if let Some(form) = Form::of(line.span.text(text)) {
                return Role::Loose(form);
            }
            section(text, line.span, remarks).or_else(|| option(text, line.span, remarks)).unwrap_or(Role::Unreadable)
        }
    }
}

/// `**[TServer]**`.
fn section(text: &str, line: Span, remarks: &mut Remarks) -> Option<Role> {
    let bare = Remarks::default().stripped(text, line);
    let name = bare.text(text).strip_prefix('[')?.strip_suffix(']')?;
    remarks.stripped(text, line);
    Some(Role::Section(trim(text, Span::of(text, name)?)))
}

/// `name=value`, also as `- **name** = value`, `` - `name=value` `` and, for the options of a profile, `name: value`.
fn option(text: &str, line: Span, remarks: &mut Remarks) -> Option<Role> {
    let inside = trim(text, line);
    let sign = bullet(inside.text(text));
    let front = inside.start + sign.map_or(0, char::len_utf8);
    let shown = &text[front..line.end];
    let equals = shown.find('=');
    let colon = shown[..equals.unwrap_or(shown.len())].find(':').filter(|colon| known(&shown[..*colon]));
    let split = front + colon.or(equals)?;
    let written = Span::new(front, split);
    let name = Remarks::default().stripped(text, written);
    if !is_name(name.text(text)) {
        return None;
    }
    if sign.is_some() {
        remarks.repair(Span::new(inside.start, behind_blank(text, front)), Leftover::Bullet);
    }
    remarks.stripped(text, written);
    if colon.is_some() {
        let message = || format!("`:` stands where `=` belongs, behind {}", quoted(name.text(text)));
        remarks.problem(Span::new(split, split + 1), Slip::Colon, message);
    }
    let value = value(text, Span::new(split + 1, line.end), written, name, remarks);
    Some(Role::Option { name, value })
}

/// The value; what was opened in front of the name or of the value itself closes behind the value.
fn value(text: &str, behind: Span, written: Span, name: Span, remarks: &mut Remarks) -> Span {
    let inside = trim(text, behind);
    if inside.is_empty() {
        return Span::at(behind.end);
    }
    let shown = inside.text(text);
    let opened = text[written.start..name.start].trim_end_matches(blanks::is_blank).chars().next_back();
    let closed = text[name.end..written.end].contains(|sign| Some(sign) == opened);
    let around_all = opened.filter(|sign| !closed && shown.ends_with(*sign));
    let code = shown.len() > 1 && shown.starts_with('`') && shown.ends_with('`');
    match around_all {
        Some(_) => {
            let end = inside.start + without_back(shown).len();
            remarks.stripped(text, Span::new(end, inside.end));
            Span::new(inside.start, end)
        }
        None if code => remarks.stripped(text, inside),
        None if is_word(name.text(text)) => match Remarks::default().stripped(text, inside) {
            nothing if nothing.is_empty() => inside,
            _ => remarks.stripped(text, inside),
        },
        None => inside,
    }
}

/// Whether the value of an option is a word or numbers, so that quotation marks around it are none of its own. A path and
/// the list of rows have laws that speak of theirs.
fn is_word(name: &str) -> bool {
    let words = [OptionName::ServiceType, OptionName::MapPresenceToDnd, OptionName::PresenceAvailabilityRange];
    OptionName::of(name).is_some_and(|name| words.contains(&name))
}

/// Whether these signs can be an option's name: prose and markup are not, nor what would make a row or a comment of the
/// line once the markup around it is gone.
fn is_name(name: &str) -> bool {
    let foreign = |sign: char| sign.is_whitespace() || "<>|\"'`*,;".contains(sign);
    let number = name.trim_start_matches(['-', '+', '•']);
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    !name.is_empty() && !name.contains(foreign) && !is_number && !name.starts_with('#')
}

fn known(name: &str) -> bool {
    let bare = without_back(crate::mapping::leftovers::without_front(name));
    OptionName::of(bare).is_some()
}
