//! What pages, word processors and spreadsheets leave in an option text, and what is said about it.

use super::{option_name::OptionName, rows::Rows, states::StateNumber};
use crate::source::{blanks, edit::Edit, ini::trim, message::Message, sorting, text::Span, xml};

/// How many repairs, and how many problems, are kept of one text.
pub const LIMIT: usize = 200;

/// Something in the text that the editor reads over, and that T-Server may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Repair {
    /// What to delete; the reading stays the same without it.
    pub span: Span,
    /// What it is.
    pub leftover: Leftover,
}

impl Repair {
    /// The deletion.
    pub fn edit(self) -> Edit {
        Edit::delete(self.span)
    }
}

/// What an options text says and what cannot stand as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// The culprit.
    pub span: Span,
    /// What is wrong, for the administrator; where a row is meant, what is said of it.
    pub message: Message,
    /// Of which kind it is.
    pub slip: Slip,
}

/// The kinds of flaws of an options text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Slip {
    /// A number that is no row; the span is what goes when the pair goes.
    NoRow(Span),
    /// A row that has an ID already.
    RepeatedRow(StateNumber),
    /// Something in the list that does not begin with a number; the span is what goes with it.
    NoNumber(Span),
    /// The beginning of a line that may be the rest of an ID of the line before; the span is what parts the two.
    Rest(Span),
    /// A time of day, in which a number and a colon stand as in front of an ID.
    Time,
    /// A number without `=` or `:` behind it.
    NoSign,
    /// One ID for several rows.
    Range,
    /// A semicolon in the place of a comma.
    Semicolon,
    /// No comma in front of a pair.
    NoComma,
    /// A line of a table that names other states than its number.
    OtherStates(StateNumber),
    /// A line of a table without an ID; the row, where it can be read.
    NoCell(Option<StateNumber>),
    /// A line that is neither an option nor a row.
    Unreadable,
    /// A second section.
    SecondSection,
    /// A section that is not called as T-Server wants it.
    OtherSection,
    /// A name that is an option's but for its letters.
    OtherName(OptionName),
    /// An option that is set already.
    RepeatedOption,
    /// A colon behind the name of an option.
    Colon,
    /// There are more flaws than are kept.
    More,
}

impl Slip {
    /// The row that is meant: its message is said of it.
    pub fn rows(self) -> Rows {
        match self {
            Slip::RepeatedRow(row) | Slip::OtherStates(row) | Slip::NoCell(Some(row)) => row.into(),
            _ => Rows::default(),
        }
    }
}

/// What does not belong into an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Leftover {
    /// The backslash of `IDLE\_OUT`.
    Escape,
    /// The full stop of a sentence that ends with the option.
    FullStop,
    /// A quotation mark.
    Quote,
    /// `*` or a backtick around a word.
    Emphasis,
    /// The sign in front of a list's line.
    Bullet,
    /// A comma without a pair.
    Comma,
    /// The zero of `07`.
    Zeros,
    /// The option's own name in front of its value.
    Name,
}

impl Leftover {
    /// In the words of a sentence: "delete …".
    pub fn name(self) -> &'static str {
        match self {
            Leftover::Escape => "the backslash of an escaped character",
            Leftover::FullStop => "the full stop at the end",
            Leftover::Quote => "a quotation mark",
            Leftover::Emphasis => "a mark of bold or italic type",
            Leftover::Bullet => "the sign of a list",
            Leftover::Comma => "a comma without a pair",
            Leftover::Zeros => "zeros in front of a number",
            Leftover::Name => "the name of the option in its value",
        }
    }

    /// What a sign is when it stands at the end of a word.
    pub fn of_sign(sign: char) -> Option<Leftover> {
        match sign {
            '"' | '\'' => Some(Leftover::Quote),
            '*' | '`' => Some(Leftover::Emphasis),
            sign if xml::is_typographic_quote(sign) => Some(Leftover::Quote),
            _ => None,
        }
    }
}

/// Repairs and problems, gathered while a text is read. Rubbish has no end, so both lists have one.
#[derive(Debug, Default)]
pub struct Remarks {
    repairs: Vec<Repair>,
    flaws: Vec<Flaw>,
    more: Option<Span>,
}

impl Remarks {
    /// Adds a repair, up to the limit.
    pub fn repair(&mut self, span: Span, leftover: Leftover) {
        if self.repairs.len() < LIMIT {
            self.repairs.push(Repair { span, leftover });
        }
    }

    /// Adds a problem, up to the limit.
    pub fn problem<Words: Into<Message>>(&mut self, span: Span, slip: Slip, message: impl FnOnce() -> Words) {
        if self.flaws.len() + 1 < LIMIT {
            self.flaws.push(Flaw { span, message: message().into(), slip });
        } else if self.more.is_none() {
            self.more = Some(span);
        }
    }

    /// Repairs and problems in the order of the text; when not all were kept, the last problem says so.
    pub fn into_order(mut self) -> (Vec<Repair>, Vec<Flaw>) {
        sorting::by_numbers(&mut self.repairs, |repair| (repair.span.start, repair.span.end));
        sorting::by_numbers(&mut self.flaws, |problem| (problem.span.start, problem.span.end));
        if let Some(span) = self.more {
            let message = "there are more problems, which are not listed".into();
            self.flaws.push(Flaw { span, message, slip: Slip::More });
        }
        (self.repairs, self.flaws)
    }

    /// The text of a span without the backslashes that escape punctuation marks.
    pub fn unescaped(&mut self, text: &str, span: Span) -> String {
        let mut read = String::with_capacity(span.len());
        let mut rest = span.text(text);
        while let Some(at) = rest.find('\\') {
            let (front, behind) = rest.split_at(at);
            let mark = behind.trim_start_matches('\\');
            let slashes = behind.len() - mark.len();
            read.push_str(front);
            if mark.starts_with(|sign: char| sign.is_ascii_punctuation()) {
                let start = span.end - behind.len();
                self.repair(Span::new(start, start + slashes), Leftover::Escape);
            } else {
                read.push_str(&behind[..slashes]);
            }
            rest = mark;
        }
        read.push_str(rest);
        read
    }

    /// The span without blanks, quotation marks and emphasis at its ends.
    pub fn stripped(&mut self, text: &str, span: Span) -> Span {
        let mut kept = trim(text, span);
        let signs = |kept: Span| Span::new(kept.start, kept.end - without_front(kept.text(text)).len());
        self.signs(text, signs(kept));
        kept.start = signs(kept).end;
        let signs = |kept: Span| Span::new(kept.start + without_back(kept.text(text)).len(), kept.end);
        self.signs(text, signs(kept));
        kept.end = signs(kept).start;
        kept
    }

    /// Adds the signs of a stretch, those side by side as one repair.
    fn signs(&mut self, text: &str, span: Span) {
        let mut open: Option<Repair> = None;
        for (at, sign) in span.text(text).char_indices() {
            let Some(leftover) = Leftover::of_sign(sign) else { continue };
            let place = Span::new(span.start + at, span.start + at + sign.len_utf8());
            match &mut open {
                Some(repair) if repair.leftover == leftover && repair.span.end == place.start => {
                    repair.span.end = place.end;
                }
                _ => {
                    let before = open.replace(Repair { span: place, leftover });
                    before.into_iter().for_each(|repair| self.repair(repair.span, repair.leftover));
                }
            }
        }
        open.into_iter().for_each(|repair| self.repair(repair.span, repair.leftover));
    }
}

/// The text without blanks, quotation marks and emphasis in front.
pub fn without_front(text: &str) -> &str {
    text.trim_start_matches(around_words)
}

/// The text without blanks, quotation marks and emphasis at its end.
pub fn without_back(text: &str) -> &str {
    blanks::without_end(text, around_words)
}

fn around_words(sign: char) -> bool {
    blanks::is_blank(sign) || Leftover::of_sign(sign).is_some()
}

/// The sign of a list in front of a text, if it begins with one and a blank.
pub fn bullet(text: &str) -> Option<char> {
    let mut signs = text.chars();
    let sign = signs.next().filter(|sign| matches!(sign, '-' | '+' | '*' | '•'))?;
    signs.next().filter(|blank| blanks::is_blank(*blank))?;
    Some(sign)
}

/// Behind the blank that follows the sign of a list.
pub fn behind_blank(text: &str, sign_end: usize) -> usize {
    sign_end + text[sign_end..].chars().next().map_or(0, char::len_utf8)
}
