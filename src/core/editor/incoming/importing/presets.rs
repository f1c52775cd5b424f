//! What an import begins with, before somebody says otherwise: where it goes, and what is left out.

use std::ops::Range;

use super::{
    super::{
        inputs::{Content, Input},
        kind::Kind,
        piece::Piece,
        splitting,
    },
    Both, Goal, Importing,
};
use crate::{
    editor::workspace::Profile,
    mapping::options::{Mode, ProfileOptions},
};

impl Importing {
    /// Where whole files may take the place of what is there, they do for as long as nothing else has come in.
    pub(super) fn preset_goal(&mut self) {
        if self.may_replace {
            let is_replaced = !self.inputs.is_empty() && self.inputs.iter().all(is_whole_file);
            self.goal = if is_replaced { Goal::Replace } else { Goal::Merge };
            self.both = if is_replaced { Both::TakeAll } else { Both::Choose };
        }
    }

    /// What one would leave out without being told: options of the other mode, and what another piece says already.
    pub(super) fn preset(&mut self, present: &Profile, new: Range<usize>) {
        let own = ProfileOptions::read(&present.options).mode;
        let said = |pieces: &[Piece], mode: Mode| pieces.iter().any(|piece| piece.values().mode == mode);
        let pushes = own == Mode::Push || own != Mode::Pull && said(&self.pieces, Mode::Push);
        let (wanted, other) = if pushes { (Mode::Push, Mode::Pull) } else { (Mode::Pull, Mode::Push) };
        let is_contradicted = own == wanted || said(&self.pieces, wanted);
        let many = 1 < self.pieces.iter().filter(|piece| piece.is_read()).count();
        for at in new {
            let (before, rest) = self.pieces.split_at_mut(at);
            let Some((piece, behind)) = rest.split_first_mut() else { break };
            if piece.is_said() {
                continue;
            }
            if piece.values().mode == other && is_contradicted && many {
                piece.leave_out("it is for the other mode");
            }
            if piece.kind == Kind::Export
                && before.iter().any(|own| own.kind == Kind::Export && own.input == piece.input)
            {
                piece.leave_out("it is of another object than the piece before");
            }
            let rows = &piece.values().rows;
            let is_same = |other: &&Piece| other.kind == Kind::Rows && other.values().rows == *rows;
            let says_the_same = |pieces: &[Piece]| pieces.iter().any(|other| is_same(&other));
            let is_rows_only = piece.kind == Kind::Table && !rows.is_empty() && piece.values().entries.is_empty();
            if is_rows_only && (says_the_same(before) || says_the_same(behind)) {
                *piece = piece.read_as(Kind::LeftOut);
                "a table that says the same as the option".clone_into(&mut piece.what);
            }
        }
    }
}

/// Whether a file is a whole agentStates file, however it is to be read.
fn is_whole_file(input: &Input) -> bool {
    match &input.content {
        Content::Text(text, file) => file.is_some() && splitting::is_whole_file(text),
        Content::Unclear { readings, .. } => {
            readings.first().is_some_and(|reading| splitting::is_whole_file(&reading.file.text))
        }
        Content::Tables(_) | Content::Refused(_) => false,
    }
}
