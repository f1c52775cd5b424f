//! How an options text is damaged.

use std::ops::Range;

use super::{Damage, EXAMPLE};
use crate::documents::{Chance, cut_short, inserted, line_lost, line_twice, replaced, rubbish_put_in, spliced};

/// The name in front of the pairs.
const NAME: &str = "aggregated-states=";

/// Does it; `None` when the text has no place for it.
pub fn damage(damage: Damage, text: &str, chance: &mut Chance) -> Option<String> {
    let pairs = || pairs_of(text);
    let with_pairs = |by: &str| Some(replaced(text, pairs()?, by));
    match damage {
        Damage::MissingRows => {
            let mut kept: Vec<&str> = text[pairs()?].split(", ").collect();
            for _ in 0..=chance.below(8) {
                kept.remove(chance.below(kept.len()));
                if kept.is_empty() {
                    break;
                }
            }
            with_pairs(&kept.join(", "))
        }
        Damage::EmptyId => with_pair(text, chance, |number, _| format!("{number}=")),
        Damage::ColonForm => match chance.below(3) {
            0 => with_pair(text, chance, |number, id| format!("{number}:{id}")),
            _ => with_pairs(&text[pairs()?].replace('=', ":")),
        },
        Damage::EscapedUnderscores => Some(text.replace('_', "\\_")),
        Damage::FullStop => Some(inserted(text, pairs()?.end, ".")),
        Damage::BoldName => {
            let name = *chance.one(&[
                "**aggregated-states** = ",
                "aggregated-states = ",
                "Aggregated-States=",
                "aggregated-states: ",
            ])?;
            Some(match text.find(NAME) {
                Some(at) => replaced(text, at..at + NAME.len(), name),
                None => inserted(text, pairs()?.start, name),
            })
        }
        Damage::PairPerLine => {
            let separator = *chance.one(&["\n", ",\n", ", \n  "])?;
            let lines = text[pairs()?].replace(", ", separator);
            match text.find(NAME).filter(|_| chance.below(2) == 0) {
                Some(at) => Some(replaced(text, at..pairs()?.end, &lines)),
                None => with_pairs(&lines),
            }
        }
        Damage::Table => {
            let mut table = String::from("\n");
            let bars = chance.below(2) == 0;
            if bars {
                table += "| # | Agent state | Device state | Aggregated state ID |\n|---|---|---|---|\n";
            }
            let agents = ["Logout", "Ready", "NotReady", "ACW", "Walk_Away"];
            let devices = ["Idle", "Busy", "OOS"];
            for pair in text[pairs()?].split(", ") {
                let (number, id) = pair.split_once(['=', ':']).unwrap_or((pair, ""));
                let row = number.parse::<usize>().unwrap_or(1).saturating_sub(1) % 15;
                let (agent, device) = (agents[row % 5], devices[row / 5]);
                table += &match bars {
                    true => format!("| {number} | {agent} | {device} | {id} |\n"),
                    false => format!("{number}\t{agent}\t{device}\t{id}\n"),
                };
            }
            let start = text.find(NAME).unwrap_or(pairs()?.start);
            Some(replaced(text, start..pairs()?.end, &table))
        }
        Damage::RepeatedNumber => with_pair(text, chance, |number, id| format!("{number}={id}, {number}=AGAIN")),
        Damage::OtherNumber => {
            let number =
                *chance.one(&["99", "0", "16", "-1", "", "x", "007", "4294967296", "1.5", "99999999999999999999"])?;
            with_pair(text, chance, |_, id| format!("{number}={id}"))
        }
        Damage::StrangeId => {
            let long = "LONG_".repeat(60);
            let id = *chance.one(&[
                "ОЧЕРЕДЬ",
                "IN CALL",
                "\"INCALL\"",
                "A=B",
                "A:B",
                "7",
                "会議中",
                long.as_str(),
                "a|b",
                "<id>",
            ])?;
            with_pair(text, chance, |number, _| format!("{number}={id}"))
        }
        Damage::LostOption => {
            let options: Vec<&str> = text.split_inclusive('\n').filter(|line| line.contains('=')).collect();
            chance.one(&options).map(|line| text.replacen(line, "", 1))
        }
        Damage::OtherOption => {
            let option = *chance.one(&[
                "log-level=all\n",
                "presence-availability-range=3000-5999\n",
                "agent-presence-map=D:\\other.xml\n",
                "aggregated-states=1=OTHER\n",
                "=nameless\n",
                "novalue=\n",
                "service-type=other\n",
            ])?;
            chance.line(text).map(|line| inserted(text, line.start, option))
        }
        Damage::Pull => {
            let pull = "map-presence-to-dnd=true\npresence-availability-range=3000-5999";
            Some(match text.find("map-presence-to-dnd=false") {
                Some(at) => replaced(text, at..at + "map-presence-to-dnd=false".len(), pull),
                None => format!("{pull}\n{text}"),
            })
        }
        Damage::OtherSection => {
            let section = *chance.one(&[
                "",
                "[Tserver]\n",
                "[TServer",
                "[TServer]\n[TServer]\n",
                "[]\n",
                "[extrouter]\na=b\n[TServer]\n",
            ])?;
            Some(match text.strip_prefix("[TServer]\n") {
                Some(rest) => format!("{section}{rest}"),
                None => format!("{section}{text}"),
            })
        }
        Damage::Blanks => Some(match chance.below(4) {
            0 => text.replace('=', " = "),
            1 => text.replace('\n', "  \n\n\t"),
            2 => text.replace(", ", ","),
            _ => text.replace(", ", " ,\t"),
        }),
        Damage::RubbishLine => {
            let line = *chance.one(&[
                "; old values below\n",
                "# note\n",
                "In push mode the options are:\n",
                "3 agents are missing\n",
                "7\n",
                "= =\n",
                "||||\n",
                "| 7 |\n",
                "\t\t\n",
                "<agentState ID=\"OOS\"/>\n",
                "12:30 call Anna\n",
                "-----\n",
            ])?;
            match chance.line(text) {
                Some(at) => Some(inserted(text, at.start, line)),
                None => Some(line.to_owned()),
            }
        }
        Damage::DuplicatedLine => line_twice(text, chance),
        Damage::LostLine => line_lost(text, chance),
        Damage::CutShort => cut_short(text, chance),
        Damage::Spliced => spliced(text, EXAMPLE, chance),
        Damage::NonAscii => {
            let at = chance.boundary(text);
            Some(inserted(text, at, chance.letters()))
        }
        Damage::Rubbish => rubbish_put_in(text, chance),
    }
}

/// From the first pair of the line that has most of them to the end of the line.
pub fn pairs_of(text: &str) -> Option<Range<usize>> {
    let line = text.split('\n').max_by_key(|line| line.matches(", ").count()).filter(|line| line.contains(", "))?;
    let start = line.as_ptr() as usize - text.as_ptr() as usize;
    let begin = line.find(|character: char| character.is_ascii_digit())?;
    Some(start + begin..start + line.len())
}

/// One pair written anew from its number and ID.
fn with_pair(text: &str, chance: &mut Chance, write: impl Fn(&str, &str) -> String) -> Option<String> {
    let all = pairs_of(text)?;
    let mut pairs: Vec<String> = text[all.clone()].split(", ").map(str::to_owned).collect();
    let at = chance.below(pairs.len());
    let (number, id) = pairs[at].split_once(['=', ':'])?;
    pairs[at] = write(number, id);
    Some(replaced(text, all, &pairs.join(", ")))
}
