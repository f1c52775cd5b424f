//! The list form: `1=IDLE_OUT, 2=IDLE_READY`, with what people do to it.

use super::{Reader, Separator, Written, whole_line};
use crate::{
    mapping::residue::{Residue, Slip, behind_blank, bullet, without_front},
    source::{ini::trim, phrase::quoted, text::Span},
};

/// The option's own name, which a copy of the whole line carries into the value.
const NAME: &str = "aggregated-states";

/// Whether a line begins with a number and `=` or `:`, whatever list sign, comma, quote or emphasis stands in front.
pub(super) fn begins(line: &str) -> bool {
    let in_front = |sign: char| sign.is_whitespace() || "-+•,".contains(sign) || Residue::of_sign(sign).is_some();
    let bare = line.trim_start_matches(in_front);
    number_and_sign(bare.as_bytes()).is_some()
}

/// Reads the pairs of one stretch. In the `first` a comma in front is too many, in the `last` a comma at the end.
pub(super) fn read(text: &str, span: Span, first: bool, last: bool, reader: &mut Reader) {
    let bytes = text.as_bytes();
    let mut start = behind_name(text, without_bullet(text, span, reader), reader);
    let begin = start;
    let mut at = start;
    let mut filled = false; // Whether the piece from `start` to `at` holds more than blanks.
    let mut comma = None;
    while at < span.end {
        match bytes[at] {
            sign @ (b',' | b';') => {
                let place = Span::new(at, at + 1);
                if filled {
                    let piece = Span::new(start, at);
                    let next = at + 1 + blanks(&bytes[at + 1..span.end]);
                    let whole = match start == begin {
                        true if next == span.end => everything(text, span, begin),
                        // Without a comma in front, the one behind parts the neighbours.
                        false if comma.is_none() => Span::new(first_sign(text, piece), at),
                        _ => Span::new(first_sign(text, piece), next),
                    };
                    read_piece(text, piece, whole, reader);
                    if sign == b';' {
                        let message = || "`;` stands where a comma belongs";
                        reader.remarks.problem(place, Slip::Semicolon, message);
                    }
                }
                if !filled && (first || comma.is_some()) {
                    reader.remarks.repair(place, Residue::Comma);
                } else {
                    comma = Some(place);
                }
                at += 1;
                (start, filled) = (at, false);
            }
            byte if byte.is_ascii_whitespace() => {
                at += blanks(&bytes[at..span.end]);
                let next = number_and_sign(&bytes[at..span.end]);
                if let (true, Some(length)) = (filled, next) {
                    let piece = Span::new(start, at);
                    read_piece(text, piece, Span::new(first_sign(text, piece), at), reader);
                    let pair = Span::new(at, at + length);
                    let message = || format!("a comma is missing in front of {}", quoted(pair.text(text)));
                    reader.remarks.problem(pair, Slip::NoComma, message);
                    (start, filled, comma) = (at, false, None);
                }
            }
            _ => {
                // A no-break space behind a comma is no piece: the comma stands in front of what follows.
                let character = text[at..].chars().next().expect("the span ends on a character boundary");
                filled |= !character.is_whitespace();
                at += character.len_utf8();
            }
        }
    }
    let rest = Span::new(start, span.end);
    match comma {
        _ if filled => {
            // The last pair takes the comma in front along.
            let whole = match comma {
                _ if start == begin => everything(text, span, begin),
                Some(comma) => Span::new(comma.start, span.end),
                None => Span::new(first_sign(text, rest), span.end),
            };
            read_piece(text, rest, whole, reader);
        }
        Some(comma) if last => reader.remarks.repair(comma, Residue::Comma),
        _ => {}
    }
}

/// What goes with the only pair of a stretch: a loose line as a whole, of an option its value.
fn everything(text: &str, stretch: Span, begin: usize) -> Span {
    let loose = text[..stretch.start].is_empty() || text[..stretch.start].ends_with('\n');
    if loose { whole_line(text, stretch) } else { Span::new(begin, stretch.end) }
}

fn first_sign(text: &str, piece: Span) -> usize {
    trim(text, piece).start
}

/// Reads what stands between two commas; `whole` is what goes when the pair goes.
fn read_piece(text: &str, piece: Span, whole: Span, reader: &mut Reader) {
    let piece = trim(text, piece);
    if piece.is_empty() {
        return; // Blanks that are no ASCII.
    }
    let inside = reader.remarks.stripped(text, piece);
    let inside = without_full_stop(text, inside, reader);
    let digits = inside.text(text).bytes().take_while(u8::is_ascii_digit).count();
    let number_span = Span::new(inside.start, inside.start + digits);
    if number_span.is_empty() {
        let message = || format!("{} has no row number in front, as in `1=IDLE_OUT`", quoted(piece.text(text)));
        return reader.remarks.problem(piece, Slip::NoNumber(whole), message);
    }
    let behind = trim(text, Span::new(number_span.end, inside.end));
    let separator = match behind.text(text).bytes().next() {
        Some(b'=') => Separator::Equals,
        Some(b':') => Separator::Colon,
        _ => {
            let message = || format!("{} has no `=` between row number and ID", quoted(inside.text(text)));
            return reader.remarks.problem(inside, Slip::NoSign, message);
        }
    };
    let Some(number) = reader.row(text, number_span, whole) else { return };
    reader.separator.get_or_insert(separator);
    let id = Span::new(behind.start + 1, inside.end);
    let id = if trim(text, id).is_empty() { Span::at(id.end) } else { reader.remarks.stripped(text, id) };
    reader.pair(text, Written { number, number_span, separator, id, whole });
}

fn without_full_stop(text: &str, span: Span, reader: &mut Reader) -> Span {
    let kept = span.text(text).trim_end_matches('.').len();
    if kept == 0 || kept == span.len() {
        return span;
    }
    let stop = span.start + kept;
    reader.remarks.repair(Span::new(stop, span.end), Residue::FullStop);
    // The page may have quoted what stands in front of the full stop.
    reader.remarks.stripped(text, Span::new(span.start, stop))
}

fn without_bullet(text: &str, span: Span, reader: &mut Reader) -> Span {
    let inside = trim(text, span);
    let Some(sign) = bullet(inside.text(text)) else { return inside };
    let end = inside.start + sign.len_utf8();
    reader.remarks.repair(Span::new(inside.start, behind_blank(text, end)), Residue::Bullet);
    trim(text, Span::new(end, inside.end))
}

/// Where the pairs begin: behind the option's own name, if it is repeated in the value.
fn behind_name(text: &str, span: Span, reader: &mut Reader) -> usize {
    let Some(behind) = without_front(span.text(text)).strip_prefix(NAME) else { return span.start };
    let sign = without_front(behind);
    if !sign.starts_with(['=', ':']) {
        return span.start;
    }
    let start = span.end - sign.len() + 1;
    reader.remarks.repair(Span::new(span.start, start), Residue::Name);
    start
}

/// The length of a number with its `=` or `:`, when the bytes begin with one.
fn number_and_sign(bytes: &[u8]) -> Option<usize> {
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let sign = digits + blanks(&bytes[digits..]);
    (0 < digits && matches!(bytes.get(sign), Some(b'=' | b':'))).then_some(sign + 1)
}

fn blanks(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| byte.is_ascii_whitespace()).count()
}
