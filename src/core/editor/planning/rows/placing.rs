//! Where the pair of a row stands, or could stand, in an options text: the ways to write it, the best first.
//!
//! A way need not lead where it should, since the text may be of any form; who takes one reads the text again.

use crate::{
    mapping::{
        aggregated_states::{AggregatedStates, Form, Pair},
        option_name::OptionName,
        options::ProfileOptions,
        states::StateNumber,
    },
    source::{
        edit::{Edit, Edits},
        text::Span,
    },
};

/// The ways to give a row an ID; with an empty one, to take the row out.
pub(super) fn ways(text: &str, options: &ProfileOptions, row: StateNumber, id: &str) -> Vec<Edits> {
    let states = &options.aggregated_states;
    if id.is_empty() {
        return removals(states, row);
    }
    if let Some(pair) = states.of(row) {
        // A row of a table that a page gave as words holds one word; a pair holds any.
        let anew = format!("{}{}{id}", row.number(), pair.separator.sign());
        return vec![Edit::replace(pair.id_span, id).into(), Edit::replace(pair.span, anew).into()];
    }
    let written = format!("{}{}{id}", row.number(), states.separator.sign());
    let Some(first) = states.pairs.first() else {
        return firsts(text, options, written);
    };
    let before = states.pairs.iter().rev().find(|pair| pair.number < row);
    let neighbour = Neighbour::of(text, options, before.unwrap_or(first));
    let mut ways = match before {
        Some(_) => neighbour.behind(text, states, row, id),
        None => neighbour.in_front(text, row, id),
    };
    let feed = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    ways.push(Edit::insert(text.len(), format!("{feed}{written}")));
    ways.into_iter().map(Edits::from).collect()
}

/// All pairs of the row go, repeats too, or the second would stand for the first.
fn removals(states: &AggregatedStates, row: StateNumber) -> Vec<Edits> {
    let own = || states.pairs.iter().filter(|pair| pair.number == row);
    let emptied = own().map(|pair| Edit::delete(pair.id_span)).collect();
    [Some(Edits::deleting(own().map(|pair| pair.whole))), Edits::new(emptied)].into_iter().flatten().collect()
}

/// The first pair of all goes into the option; what stands there that is no pair is not ours to throw away.
fn firsts(text: &str, options: &ProfileOptions, written: String) -> Vec<Edits> {
    let name = OptionName::AggregatedStates;
    let behind = options.of(name).filter(|option| !option.value.is_empty());
    let behind = behind.map(|option| Edit::insert(option.value.end, format!(", {written}")));
    let instead = options.with_value(text, name, &written);
    behind.into_iter().chain([instead]).map(Edits::from).collect()
}

/// The pair that a new one is written beside.
struct Neighbour<'a> {
    pair: &'a Pair,
    /// The value or the loose line it stands in.
    stretch: Span,
    /// Whether a new pair gets a line of its own here.
    has_line: bool,
    /// Whether that line is a row of a table.
    is_row: bool,
}

impl<'a> Neighbour<'a> {
    fn of(text: &str, options: &ProfileOptions, pair: &'a Pair) -> Neighbour<'a> {
        let states = &options.aggregated_states;
        let stretch = states.spans.iter().copied().find(|span| span.covers(pair.span)).unwrap_or(pair.span);
        let named = options.of(OptionName::AggregatedStates).is_some_and(|option| option.value == stretch);
        let is_row = !named && Form::of(stretch.text(text)) == Some(Form::Row);
        let is_alone = states.pairs.iter().filter(|other| stretch.covers(other.span)).count() == 1;
        let has_line = is_row || !named && is_alone && 1 < states.pairs.len();
        Neighbour { pair, stretch, has_line, is_row }
    }

    fn behind(&self, text: &str, states: &AggregatedStates, row: StateNumber, id: &str) -> Vec<Edit> {
        if self.has_line {
            let line = |written| Edit::insert(self.stretch.end, format!("\n{written}"));
            return self.lines(text, row, id).into_iter().map(line).collect();
        }
        let written = format!(", {}", self.list_pair(row, id));
        let end = self.piece_end(text, states);
        let rest = &text[self.pair.span.end..end];
        // The full stop of a sentence stays at its end.
        let is_stop = !rest.is_empty() && rest.bytes().all(|byte| byte == b'.');
        let places = if is_stop { [self.pair.span.end, end] } else { [end, self.pair.span.end] };
        places.into_iter().map(|place| Edit::insert(place, written.clone())).collect()
    }

    fn in_front(&self, text: &str, row: StateNumber, id: &str) -> Vec<Edit> {
        if self.has_line {
            let line = |written| Edit::insert(self.stretch.start, format!("{written}\n"));
            return self.lines(text, row, id).into_iter().map(line).collect();
        }
        let written = format!("{}, ", self.list_pair(row, id));
        // Quotes and emphasis may stand in front of the number.
        let from = self.pair.whole.start.max(self.stretch.start).min(self.pair.span.start);
        let signs = &text[from..self.pair.span.start];
        let front = signs.trim_start_matches(|sign: char| sign == ',' || sign.is_whitespace());
        let places = [self.pair.span.start - front.len(), self.pair.span.start];
        places.into_iter().map(|place| Edit::insert(place, written.clone())).collect()
    }

    fn list_pair(&self, row: StateNumber, id: &str) -> String {
        format!("{}{}{id}", row.number(), self.pair.separator.sign())
    }

    /// The new line in the manner of the neighbour's, and as a plain pair.
    fn lines(&self, text: &str, row: StateNumber, id: &str) -> Vec<String> {
        let line = self.stretch.text(text);
        let indent = &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
        let plain = format!("{indent}{}", self.list_pair(row, id));
        if !self.is_row {
            return vec![plain];
        }
        let (number, (agent, device)) = (row.number(), row.pair());
        let cells = [&number.to_string(), agent.name(), device.name(), id];
        let alike = match line {
            _ if line.contains('|') => format!("{indent}| {} |", cells.join(" | ")),
            _ if line.contains('\t') => format!("{indent}{}", cells.join("\t")),
            _ => format!("{indent}{}", cells.join(" ")),
        };
        vec![alike, plain]
    }

    /// Where the neighbour ends with the quotes, the emphasis and the full stop around it.
    fn piece_end(&self, text: &str, states: &AggregatedStates) -> usize {
        let start = self.pair.span.end;
        let next = states.pairs.iter().map(|pair| pair.span.start).filter(|next| start <= *next).min();
        let limit = next.map_or(self.stretch.end, |next| next.min(self.stretch.end));
        let piece = &text[start..limit.max(start)];
        let piece = piece.find([',', ';', '\n']).map_or(piece, |end| &piece[..end]);
        start + piece.trim_end().len()
    }
}
