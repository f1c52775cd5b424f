//! What shows nothing in the line of an option, or a gap like that of a blank.

use crate::{
    mapping::options::WrittenOption,
    rules::{
        diagnostic::Diagnostic,
        fix::{Fix, Safety},
        law::Law,
        likeness, unseen,
    },
    source::{
        blanks,
        phrase::quoted,
        text::{Part, Span},
    },
};

/// The signs of a stretch, each with its place.
pub(super) fn signs(text: &str, stretch: Span) -> impl Iterator<Item = (Span, char)> {
    let place = move |at: usize, sign: char| Span::new(stretch.start + at, stretch.start + at + sign.len_utf8());
    stretch.text(text).char_indices().map(move |(at, sign)| (place(at, sign), sign))
}

/// Whether a sign is nothing, or a gap like that of a blank, to those who look at it.
pub(super) fn shows_nothing(sign: char) -> bool {
    !sign.is_ascii() && (blanks::is_blank(sign) || likeness::is_invisible(sign))
}

/// Says which blanks are not the usual ones, and which characters cannot be seen, in and around the value of an option.
pub(super) fn judge(law: &Law, text: &str, option: &WrittenOption, acc: &mut Vec<Diagnostic>) {
    let in_line = signs(text, option.line).filter(|(place, _)| !option.name.covers(*place));
    let all: Vec<(Span, char)> = in_line.filter(|(_, sign)| shows_nothing(*sign)).collect();
    let (blanks, hidden): (Vec<_>, Vec<_>) = all.into_iter().partition(|(_, sign)| sign.is_whitespace());
    let name = option.name.text(text);
    let kinds = [
        (blanks, "a blank that is not the usual one", "write a blank"),
        (hidden, "a character that cannot be seen", "remove it"),
    ];
    for (found, what, way_out) in kinds {
        let Some(((first, sign), more)) = found.split_first() else { continue };
        let place = if option.value.covers(*first) { "in its value" } else { "beside its value" };
        let (shown, sign) = (quoted(name), unseen::named(*sign));
        let wrong = format!("{shown} has {what} {place} ({sign}), which may reach T-Server as another character");
        let fix = Fix::new("use-plain-characters", "Use blanks, and only what can be seen", Safety::Changes);
        let is_inside = |place: Span| option.name.start < place.start && place.end <= option.value.end;
        let fix = found.iter().fold(fix, |fix, (place, sign)| {
            fix.and(Part::Options, *place, if sign.is_whitespace() && is_inside(*place) { " " } else { "" })
        });
        let found = law.warning(Part::Options, *first, wrong).with_advice(way_out).about(name);
        acc.push(found.with_more(more.iter().map(|(place, _)| *place)).with_fix(fix));
    }
}
