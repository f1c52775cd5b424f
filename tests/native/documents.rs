//! Documents as people leave them: real ones, spliced and damaged, with the share of each kind of damage.
//!
//! A document is made of a base and up to four damages; a failing one shrinks by losing damages. No document holds a
//! carriage return, because none is left after decoding.

pub mod agent_states;
pub mod any_xml;
pub mod nasty;
pub mod options;
mod reading;
mod spans;

use std::{collections::BTreeMap, fmt::Debug, ops::Range};

use proptest::{
    prelude::*,
    strategy::ValueTree,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};

/// A text and what has been done to it.
#[derive(Debug, Clone)]
pub struct Document<Damage> {
    /// The text. Line ends are LF.
    pub text: String,
    /// Each damage that changed the text, in the order it was done.
    pub damages: Vec<Damage>,
}

/// Both texts of a profile. Their damages are independent of each other.
pub fn profile() -> impl Strategy<Value = (Document<options::Damage>, Document<agent_states::Damage>)> {
    (options::document(), agent_states::document())
}

/// Makes documents: one of the bases, by weight, then damages, by weight.
fn damaged<Damage: Debug + Copy + PartialEq + 'static>(
    bases: impl Strategy<Value = String>,
    weights: &'static [(u32, Damage)],
    apply: fn(Damage, &str, &mut Chance) -> Option<String>,
) -> impl Strategy<Value = Document<Damage>> {
    let total = weights.iter().map(|(weight, _)| weight).sum::<u32>();
    let damage = (0..total).prop_map(move |mut at| {
        let chosen = weights.iter().find(|(weight, _)| {
            let found = at < *weight;
            at = at.saturating_sub(*weight);
            found
        });
        chosen.expect("the weights add up to the total").1
    });
    let damages = prop_oneof![
        1 => Just(Vec::new()),
        4 => prop::collection::vec((damage.clone(), any::<u64>()), 1..=2),
        3 => prop::collection::vec((damage, any::<u64>()), 3..=4),
    ];
    (bases, damages).prop_map(move |(base, wishes)| {
        let mut document = Document { text: base, damages: Vec::new() };
        for (damage, seed) in wishes {
            let after = apply(damage, &document.text, &mut Chance(seed));
            if let Some(text) = after.filter(|text| *text != document.text) {
                document.text = text.replace('\r', "");
                document.damages.push(damage);
            }
        }
        document
    })
}

/// Choices that follow from a seed (SplitMix64), so that a document can be made again.
pub struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, not including, `count`; 0 when there is none.
    fn below(&mut self, count: usize) -> usize {
        (self.next() % count.max(1) as u64) as usize
    }

    /// One of them; `None` when there is none.
    fn one<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        of.get(self.below(of.len()))
    }

    /// A character boundary, the ends included.
    fn boundary(&mut self, text: &str) -> usize {
        text.floor_char_boundary(self.below(text.len() + 1))
    }

    /// The offset of one occurrence.
    fn occurrence(&mut self, text: &str, of: &str) -> Option<usize> {
        let all: Vec<usize> = text.match_indices(of).map(|(at, _)| at).collect();
        self.one(&all).copied()
    }

    /// The span of one line with its line feed.
    fn line(&mut self, text: &str) -> Option<Range<usize>> {
        let mut start = 0;
        let ends = text.split_inclusive('\n').map(|line| {
            start += line.len();
            start - line.len()..start
        });
        let lines: Vec<Range<usize>> = ends.collect();
        self.one(&lines).cloned()
    }

    /// Letters, marks and signs that have bitten somebody: of every byte length, written leftwards, invisible, look-alike.
    fn letters(&mut self) -> &'static str {
        const LETTERS: [&str; 14] = [
            "é",
            "Работа с клиентом",
            "ОOS",
            "שיחה",
            "مكالمة",
            "会議中",
            "😀",
            "e\u{301}",
            "\u{a0}",
            "\u{200b}",
            "\u{202e}abc",
            "\u{feff}",
            "🏳\u{fe0f}\u{200d}🌈",
            "ﬁ",
        ];
        LETTERS[self.below(LETTERS.len())]
    }

    /// Something from another window: words, markup, half of it, numbers, control characters.
    fn rubbish(&mut self) -> String {
        const PIECES: [&str; 20] = [
            "<",
            ">",
            "</",
            "/>",
            "\"",
            "'",
            "&",
            ";",
            "=",
            "<!--",
            "-->",
            "]]>",
            "<![CDATA[",
            "<?",
            "?>",
            "\t",
            "\n",
            "\u{0}",
            "\u{1b}",
            "lorem 99 = ipsum",
        ];
        (0..=self.below(6)).map(|_| PIECES[self.below(PIECES.len())]).collect()
    }
}

/// The text with a span replaced.
fn replaced(text: &str, span: Range<usize>, by: &str) -> String {
    [&text[..span.start], by, &text[span.end..]].concat()
}

/// The text with something put in.
fn inserted(text: &str, at: usize, what: &str) -> String {
    replaced(text, at..at, what)
}

/// Damages that know no format.
fn line_twice(text: &str, chance: &mut Chance) -> Option<String> {
    let line = chance.line(text)?;
    Some(inserted(text, line.end, &text[line]))
}

fn line_lost(text: &str, chance: &mut Chance) -> Option<String> {
    chance.line(text).map(|line| replaced(text, line, ""))
}

fn cut_short(text: &str, chance: &mut Chance) -> Option<String> {
    Some(text[..chance.boundary(text)].to_owned())
}

/// The head of the text, then the tail of it or of another: what a slipped selection leaves.
fn spliced(text: &str, other: &str, chance: &mut Chance) -> Option<String> {
    let (head, tail) = (chance.boundary(text), chance.boundary(other));
    Some([&text[..head], &other[tail..]].concat())
}

fn rubbish_put_in(text: &str, chance: &mut Chance) -> Option<String> {
    let at = chance.boundary(text);
    Some(inserted(text, at, &chance.rubbish()))
}

/// Prints the share of each damage over 1,000 documents, and holds that none is rare and some documents are sound.
fn check_shares<Damage: Debug + Copy + Ord>(
    name: &str,
    documents: impl Strategy<Value = Document<Damage>>,
    weights: &[(u32, Damage)],
) {
    const SAMPLES: usize = 1000;
    let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]));
    let mut counts: BTreeMap<Damage, usize> = weights.iter().map(|(_, damage)| (*damage, 0)).collect();
    let (mut sound, mut longest) = (0, 0);
    for _ in 0..SAMPLES {
        let document = documents.new_tree(&mut runner).expect("no document is refused").current();
        assert!(!document.text.contains('\r'));
        longest = longest.max(document.text.len());
        sound += usize::from(document.damages.is_empty());
        let mut kinds = document.damages.clone();
        kinds.sort();
        kinds.dedup();
        for kind in kinds {
            *counts.entry(kind).or_default() += 1;
        }
    }
    println!("{name}, {SAMPLES} documents of up to {longest} bytes:");
    println!("  {:>5.1} %  sound", percent(sound));
    for (damage, count) in &counts {
        println!("  {:>5.1} %  {damage:?}", percent(*count));
        assert!(SAMPLES / 50 <= *count, "{damage:?} is rare: {count} of {SAMPLES}");
    }
    assert!(SAMPLES / 20 <= sound, "{sound} sound documents of {SAMPLES} are too few");

    fn percent(count: usize) -> f64 {
        count as f64 * 100.0 / SAMPLES as f64
    }
}

#[test]
fn shares_of_damages_to_the_xml() {
    check_shares("agentStates XML", agent_states::document(), &agent_states::WEIGHTS);
}

#[test]
fn shares_of_damages_to_the_options() {
    check_shares("options text", options::document(), &options::WEIGHTS);
}
