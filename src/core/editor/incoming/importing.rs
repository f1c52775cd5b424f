//! An import that is looked at and not done yet: what came in, and what the user says of it.

mod presets;

use std::{collections::BTreeMap, sync::Arc};

use super::{
    difference::{Address, Choice, Chosen, Difference},
    inputs::{Content, Input},
    kind::Kind,
    piece::Piece,
};
use crate::{
    editor::{handing_over, place::ProfileId, workspace::Profile},
    source::phrase::listed,
};

/// An import.
#[derive(Debug, Clone)]
pub struct Importing {
    /// The profile that was looked at when it began.
    pub profile: ProfileId,
    /// Where it goes.
    pub goal: Goal,
    /// What becomes of values that both have.
    pub both: Both,
    /// Whether whole files take the place of what is there unless something else is said.
    may_replace: bool,
    inputs: Vec<Input>,
    pieces: Vec<Piece>,
    choices: BTreeMap<Address, Chosen>,
    /// What was said where it went before.
    elsewhere: Vec<(Goal, Both, BTreeMap<Address, Chosen>)>,
}

/// Where an import goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Goal {
    /// Into the profile, beside what is there.
    Merge,
    /// Into a new profile.
    New,
    /// Into the profile, in the place of what is there.
    Replace,
}

/// What becomes of values that both have, where nothing else is said of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Both {
    /// What stands there stays.
    KeepAll,
    /// Rows and options are taken, availabilities and texts are kept.
    Choose,
    /// What comes in is taken.
    TakeAll,
}

impl Importing {
    /// One that begins in a profile.
    pub fn new(profile: ProfileId) -> Importing {
        Importing {
            profile,
            goal: Goal::Merge,
            both: Both::Choose,
            may_replace: false,
            inputs: Vec::new(),
            pieces: Vec::new(),
            choices: BTreeMap::new(),
            elsewhere: Vec::new(),
        }
    }

    /// The same where nothing would be lost: whole files take the place of what is there, unless something else is said.
    pub fn replacing(self) -> Importing {
        Importing { may_replace: true, ..self }
    }

    /// What came in.
    pub fn inputs(&self) -> &[Input] {
        &self.inputs
    }

    /// The pieces of all that came in.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// Those that are taken, each with its place among all.
    pub fn taken(&self) -> impl Iterator<Item = (usize, &Piece)> {
        self.pieces.iter().enumerate().filter(|(_, piece)| piece.is_ticked && piece.is_read())
    }

    /// The number of a piece for the eye: those that are read are counted from 1.
    pub fn number_of(&self, piece: usize) -> Option<usize> {
        self.pieces.get(piece).filter(|piece| piece.is_read())?;
        Some(self.pieces[..=piece].iter().filter(|piece| piece.is_read()).count())
    }

    /// What came in, by its names: "texts.csv and the clipboard".
    pub fn origins(&self) -> String {
        let mut names: Vec<String> = Vec::new();
        for (_, piece) in self.taken() {
            if !names.iter().any(|name| **name == *piece.origin) {
                names.push(piece.origin.to_string());
            }
        }
        const MOST: usize = 3;
        let more = names.len().saturating_sub(MOST);
        names.truncate(MOST);
        names.extend((0 < more).then(|| format!("{more} more")));
        listed(names.into_iter())
    }

    /// What is said of a value.
    pub fn chosen(&self, address: &Address) -> Option<&Chosen> {
        self.choices.get(address).filter(|_| self.both == Both::Choose)
    }

    /// The whole file that the profile would become, where one of the pieces is that.
    pub fn whole_file(&self) -> Option<&Piece> {
        let files = || self.taken().map(|(_, piece)| piece).filter(|piece| piece.kind == Kind::AgentStates);
        files().next().filter(|_| self.goal != Goal::Merge)
    }

    /// The options that the profile's would become.
    pub fn whole_options(&self) -> Option<&Piece> {
        let sections = || self.taken().map(|(_, piece)| piece).filter(|piece| piece.is_section());
        sections().next().filter(|_| self.goal != Goal::Merge)
    }

    /// Adds something that came in. `present` is the profile as it is.
    pub fn add(&mut self, input: Input, present: &Profile) {
        let pieces = pieces(self.inputs.len(), &input);
        self.inputs.push(input);
        let new = self.pieces.len()..self.pieces.len() + pieces.len();
        self.pieces.extend(pieces);
        self.preset_goal();
        self.preset(present, new);
    }

    /// Takes away what came in by one way.
    pub fn remove(&mut self, input: usize) {
        if input < self.inputs.len() {
            self.inputs.remove(input);
            self.pieces.retain(|piece| piece.input != input);
            self.pieces.iter_mut().filter(|piece| input < piece.input).for_each(|piece| piece.input -= 1);
        }
    }

    /// Says how a file is to be read that reads in several ways.
    pub fn read_as(&mut self, input: usize, reading: usize, present: &Profile) {
        let Some(own) = self.inputs.get_mut(input) else { return };
        *own = own.read_as(reading);
        let pieces = pieces(input, own);
        let at = self.pieces.iter().position(|piece| input <= piece.input).unwrap_or(self.pieces.len());
        self.pieces.retain(|piece| piece.input != input);
        let new = at..at + pieces.len();
        self.pieces.splice(at..at, pieces);
        self.preset(present, new);
    }

    /// Says what a piece is.
    pub fn take_for(&mut self, piece: usize, kind: Kind) {
        self.with(piece, |piece| piece.read_as(kind));
    }

    /// Turns a repair of a piece on or off.
    pub fn turn(&mut self, piece: usize, repair: &str) {
        self.with(piece, |piece| piece.turned(repair));
    }

    /// Takes a piece, or leaves it out.
    pub fn tick(&mut self, piece: usize, is_ticked: bool) {
        self.with(piece, |piece| piece.ticked(is_ticked));
    }

    /// Says where it goes; what was said of single values is said again where it went before.
    pub fn go_into(&mut self, goal: Goal) {
        self.may_replace = false;
        let both = if goal == Goal::Merge { Both::Choose } else { Both::TakeAll };
        let before = self.elsewhere.iter().position(|(own, ..)| *own == goal).map(|at| self.elsewhere.remove(at));
        let (_, both, choices) = before.unwrap_or((goal, both, BTreeMap::new()));
        let choices = std::mem::replace(&mut self.choices, choices);
        self.elsewhere.push((self.goal, self.both, choices));
        (self.goal, self.both) = (goal, both);
    }

    /// Says into which profile it goes; what was said of single values counts no more.
    pub fn go_to(&mut self, present: &Profile) {
        self.profile = present.id;
        self.choices.clear();
        self.elsewhere.clear();
        // What was left out because of the other profile may be wanted in this one.
        self.pieces.iter_mut().filter(|piece| !piece.is_said()).for_each(Piece::unsay);
        self.preset(present, 0..self.pieces.len());
    }

    /// Says what becomes of all values that both have; what was said of single ones counts again with [`Both::Choose`].
    pub fn choose_all(&mut self, both: Both) {
        self.both = both;
    }

    /// Says what becomes of one value; of the `others` what is shown now stays said.
    pub fn choose<'a>(&mut self, own: &Difference, choice: Choice, others: impl IntoIterator<Item = &'a Difference>) {
        if self.both != Both::Choose {
            self.choices.clear();
            for other in others {
                self.choices.insert(other.address.clone(), other.chosen(other.choice));
            }
            self.both = Both::Choose;
        }
        self.choices.insert(own.address.clone(), own.chosen(choice));
    }

    fn with(&mut self, piece: usize, other: impl FnOnce(&Piece) -> Piece) {
        if let Some(own) = self.pieces.get_mut(piece) {
            *own = other(own);
        }
    }
}

fn pieces(input: usize, own: &Input) -> Vec<Piece> {
    match &own.content {
        Content::Tables(tables) => {
            tables.iter().map(|table| Piece::of_table(input, &own.name, Arc::clone(table))).collect()
        }
        _ => {
            let pieces = own.text().map(|(text, file)| match handing_over::read(&text) {
                // Of a file that reads in several ways it is known only now.
                Some(table) => vec![Piece::of_table(input, &own.name, table.into())],
                None => Piece::of_text(input, &own.name, &text, file.as_ref()),
            });
            let mut pieces = pieces.unwrap_or_default();
            pieces.iter_mut().for_each(|piece| piece.is_language = own.is_language);
            pieces
        }
    }
}
