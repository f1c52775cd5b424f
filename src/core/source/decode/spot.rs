//! Where in a file something stands that cannot be read.

use crate::source::text::Position;

/// Where the character behind some others stands. A line ends with LF, CRLF or a lone CR.
pub(super) fn of(before: impl Iterator<Item = char>) -> Position {
    let (mut line, mut column, mut is_after_return) = (1, 1, false);
    for sign in before {
        match sign {
            '\n' if is_after_return => {}
            '\n' | '\r' => (line, column) = (line + 1, 1),
            _ => column += 1,
        }
        is_after_return = sign == '\r';
    }
    Position { line, column }
}
