//! The list form: `1=IDLE_OUT, 2=IDLE_READY`, with what people do to it.

mod around;
pub mod shorthand;

use around::{behind_name, without_bullet, without_full_stop};
use shorthand::{is_open_shorthand, shorthand};

use super::{Reader, Separator, Written, whole_line};
use crate::{
    mapping::leftovers::{Leftover, Slip},
    source::{blanks, ini::trim, message::Message, phrase::quoted, spreadsheet, text::Span},
};

/// Whether a line begins with a number and `=` or `:`, whatever list sign, comma, quote or emphasis stands in front.
pub(super) fn begins(line: &str) -> bool {
    let in_front = |sign: char| blanks::is_blank(sign) || "-+•,".contains(sign) || Leftover::of_sign(sign).is_some();
    let bare = line.trim_start_matches(in_front);
    number_and_sign(bare.as_bytes()).is_some() || shorthand(bare).is_some()
}

/// Whether a line that begins with no pair may go on with the one before: it is one word, and the line before ends
/// without a comma; or further pairs follow.
pub(super) fn goes_on(before: &str, line: &str) -> bool {
    let is_of_id = |sign: char| sign.is_alphanumeric() || "_-.".contains(sign);
    let word = blanks::trim(line);
    // Behind an ID that is plainly torn, the comma of its pair may stand.
    let word = word.strip_suffix(',').filter(|_| blanks::trim(before).ends_with(['_', '-'])).unwrap_or(word);
    let is_word = word.chars().all(is_of_id) && !word.is_empty();
    let is_open = |before: &str| !before.is_empty() && !before.ends_with([',', ';']);
    is_word && is_open(blanks::trim(before)) || next_pair(line).is_some()
}

/// Where the first piece of a line ends that has a pair behind it, with a comma or a blank between them.
fn next_pair(line: &str) -> Option<usize> {
    let is_part = |sign: char| sign == ',' || blanks::is_blank(sign);
    let mut behind_part = false;
    let at = line.char_indices().find_map(|(at, sign)| {
        let begins = std::mem::replace(&mut behind_part, is_part(sign)) && sign.is_ascii_digit();
        let pair = &line[at..];
        (begins && number_and_sign(pair.as_bytes()).is_some() && !may_be_time(pair)).then_some(at)
    })?;
    let front = line[..at].trim_end_matches(blanks::is_blank);
    Some(front.strip_suffix(',').unwrap_or(front).len())
}

/// Reads the pairs of one stretch. In the `first` a comma in front is too many, in the `last` a comma at the end.
pub(super) fn read(text: &str, span: Span, first: bool, last: bool, reader: &mut Reader) {
    let begin = behind_name(text, without_bullet(text, span, reader), reader);
    read_pairs(text, Span::new(begin.min(span.end), span.end), first, last, reader, |value| {
        everything(text, span, value)
    });
}

/// Reads a line that goes on with the one before: its first word has no number.
pub(super) fn read_rest(text: &str, line: Span, last: bool, reader: &mut Reader) {
    let inside = trim(text, line);
    let pair = next_pair(inside.text(text)).or(inside.text(text).find([',', ';']));
    let word = trim(text, Span::new(inside.start, pair.map_or(inside.end, |at| inside.start + at)));
    let gap = Span::new(blanks::trim_end(&text[..line.start]).len(), word.start);
    let message = || {
        let word = quoted(word.text(text));
        format!("{word} begins this line without a row number; is it the rest of the ID in the line before?")
    };
    reader.remarks.problem(word, Slip::Rest(gap), message);
    read_pairs(text, Span::new(word.end, line.end), false, last, reader, |rest| rest);
}

/// Reads pairs; `sole` is what goes with the only one there is.
fn read_pairs(text: &str, span: Span, first: bool, last: bool, reader: &mut Reader, sole: impl Fn(Span) -> Span) {
    let bytes = text.as_bytes();
    let (mut start, mut at) = (span.start, span.start);
    let mut filled = false; // Whether the piece from `start` to `at` holds more than blanks.
    let mut comma = None;
    while at < span.end {
        match bytes[at] {
            sign @ (b',' | b';') => {
                let place = Span::new(at, at + 1);
                if filled {
                    let piece = Span::new(start, at);
                    let next = at + 1 + leading_blanks(&bytes[at + 1..span.end]);
                    let whole = match start == span.start {
                        true if next == span.end => sole(span),
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
                    reader.remarks.repair(place, Leftover::Comma);
                } else {
                    comma = Some(place);
                }
                at += 1;
                (start, filled) = (at, false);
            }
            byte if byte.is_ascii_whitespace() => {
                at += leading_blanks(&bytes[at..span.end]);
                let is_pair = minutes(&bytes[at..span.end]).is_none() && !is_open_shorthand(&text[start..at]);
                let next = number_and_sign(&bytes[at..span.end]).filter(|_| is_pair);
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
                filled |= !blanks::is_blank(character);
                at += character.len_utf8();
            }
        }
    }
    let rest = Span::new(start, span.end);
    match comma {
        _ if filled => {
            // The last pair takes the comma in front along.
            let whole = match comma {
                _ if start == span.start => sole(span),
                Some(comma) => Span::new(comma.start, span.end),
                None => Span::new(first_sign(text, rest), span.end),
            };
            read_piece(text, rest, whole, reader);
        }
        Some(comma) if last => reader.remarks.repair(comma, Leftover::Comma),
        _ => {}
    }
}

/// What goes with the only pair of a stretch: a loose line as a whole, of an option its value.
fn everything(text: &str, stretch: Span, value: Span) -> Span {
    let loose = text[..stretch.start].is_empty() || text[..stretch.start].ends_with('\n');
    if loose { whole_line(text, stretch) } else { value }
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
    if is_time(inside.text(text).as_bytes()) {
        let message = || format!("{} reads as a time of day, not as a row and its ID", quoted(inside.text(text)));
        return reader.remarks.problem(inside, Slip::Time, message);
    }
    let behind = trim(text, Span::new(number_span.end, inside.end));
    let separator = match behind.text(text).bytes().next() {
        Some(b'=') => Separator::Equals,
        Some(b':') => Separator::Colon,
        _ => {
            let slip = if shorthand(inside.text(text)).is_some() { Slip::Range } else { Slip::NoSign };
            return reader.remarks.problem(inside, slip, || no_pair(inside.text(text), slip));
        }
    };
    let Some(number) = reader.row(text, number_span, whole) else { return };
    reader.separator.get_or_insert(separator);
    let id = Span::new(behind.start + 1, inside.end);
    let id = if trim(text, id).is_empty() { Span::at(id.end) } else { reader.remarks.stripped(text, id) };
    reader.pair(text, Written { number, number_span, separator, id, whole });
}

/// What is wrong with a number that has no sign behind it.
fn no_pair(written: &str, slip: Slip) -> Message {
    if slip == Slip::Range {
        return Message::new(format!("{} stands for several rows", quoted(written)))
            .with_meaning("the guide has one number in each pair");
    }
    let front = written.split(['=', ':']).next().unwrap_or_default();
    match spreadsheet::spoilt(front) {
        Some(spoilt) => format!("{} is no row: {}", quoted(front.trim()), spoilt.cause()),
        None => format!("{} has no `=` between row number and ID", quoted(written)),
    }
    .into()
}

/// The length of a number with its `=` or `:`, when the bytes begin with one and not with a time of day.
fn number_and_sign(bytes: &[u8]) -> Option<usize> {
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let sign = digits + leading_blanks(&bytes[digits..]);
    (0 < digits && matches!(bytes.get(sign), Some(b'=' | b':')) && !is_time(bytes)).then_some(sign + 1)
}

/// Whether the bytes begin with a time of day: `08:15`, `8:15:30`, `8:15 logged in`. `8:15` alone may be one, and is read
/// as a row, because an ID may be a number.
fn is_time(bytes: &[u8]) -> bool {
    let Some(behind) = minutes(bytes) else { return false };
    let next = leading_blanks(behind);
    let goes_on = behind.get(next).is_some_and(|byte| !b",;|*`\"'.".contains(byte)) && !behind[..next].contains(&b'\n');
    bytes.starts_with(b"0") || goes_on
}

/// What stands behind an hour and its minutes, where the bytes begin with them.
fn minutes(bytes: &[u8]) -> Option<&[u8]> {
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let Some(&[b':', ten, one, ref behind @ ..]) = bytes.get(digits..) else { return None };
    let is_minute = digits <= 2 && (b'0'..b'6').contains(&ten) && one.is_ascii_digit();
    let letters = behind.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count();
    let is_half = ["am", "pm"].iter().any(|half| half.as_bytes().eq_ignore_ascii_case(&behind[..letters]));
    (is_minute && (letters == 0 || is_half)).then(|| &behind[letters..])
}

/// Whether a pair as it is written may as well be a time of day.
pub(super) fn may_be_time(pair: &str) -> bool {
    minutes(pair.as_bytes()).is_some()
}

fn leading_blanks(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| byte.is_ascii_whitespace()).count()
}
