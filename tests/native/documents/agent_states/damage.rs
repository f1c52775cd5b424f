//! How an agentStates file is damaged.

use std::ops::Range;

use super::{Damage, EXAMPLE};
use crate::documents::{Chance, cut_short, inserted, line_lost, line_twice, replaced, rubbish_put_in, spliced};

/// Does it; `None` when the text has no place for it.
pub fn damage(damage: Damage, text: &str, chance: &mut Chance) -> Option<String> {
    match damage {
        Damage::RepeatedId => {
            let ids = values(text, " ID=\"");
            let (from, to) = (chance.one(&ids)?.clone(), chance.one(&ids)?.clone());
            Some(replaced(text, to, &text[from]))
        }
        Damage::RepeatedEntry => {
            let entry = entry(text, chance)?;
            Some(inserted(text, entry.end, &format!("\n  {}", &text[entry.clone()])))
        }
        Damage::RepeatedLcid => {
            let activities = between(text, "<activity", "</activity>");
            let activity = chance.one(&activities)?.clone();
            Some(inserted(text, activity.end, &format!("\n    {}", &text[activity.clone()])))
        }
        Damage::Comment => {
            let comment = *chance.one(&[
                "<!-- ask Anna -->",
                "<!---->",
                "<!--\n<agentState ID=\"OLD\"/>\n-->",
                "<!-- -- -->",
                "<!-- open",
            ])?;
            let places = [" <agentState", "</agentState>", "</activity>", "<activity", " availability", "<?xml", "\n"];
            let place = *chance.one(&places)?;
            Some(inserted(text, chance.occurrence(text, place)?, comment))
        }
        Damage::CData => {
            let content = content(text, chance)?;
            let section = match chance.below(4) {
                0 => format!("<![CDATA[{}", &text[content.clone()]),
                1 => format!("{}<![CDATA[ & <b> ]]>", &text[content.clone()]),
                _ => format!("<![CDATA[{}]]>", &text[content.clone()]),
            };
            Some(replaced(text, content, &section))
        }
        Damage::Reference => {
            let references =
                ["&amp;", "&lt;", "&#65;", "&#x41;", "&#x1F600;", "&nbsp;", "&", "&#0;", "&#xD800;", "&amp", "&&;"];
            let reference = *chance.one(&references)?;
            let places = [values(text, "=\""), between(text, ">", "<")].concat();
            let place = chance.one(&places)?.clone();
            let at = place.start + chance.boundary(&text[place]);
            Some(inserted(text, at, reference))
        }
        Damage::BrokenTag => {
            let tags = between(text, "<", ">");
            let tag = chance.one(&tags)?.clone();
            match chance.below(10) {
                0 => Some(replaced(text, tag.start..tag.start + 1, "")),
                1 => Some(replaced(text, tag.end - 1..tag.end, "")),
                2 => Some(inserted(text, tag.start + 1, " ")),
                3 => Some(inserted(text, tag.end - 1, " |")),
                4 => Some(inserted(text, tag.start, "<")),
                5 => Some(replaced(text, tag.clone(), &text[tag].replace("</", "<"))),
                6 => Some(replaced(text, tag.clone(), &text[tag].replace('/', "\\"))),
                7 => Some(replaced(text, tag.clone(), &text[tag].replace(' ', "\u{A0}"))),
                8 => Some(replaced(text, tag.clone(), &text[tag].replace("=\"", "=“").replace('"', "”"))),
                _ => {
                    let at = tag.start + chance.boundary(&text[tag.clone()]);
                    let next = text[at..].chars().next()?;
                    Some(replaced(text, at..at + next.len_utf8(), ""))
                }
            }
        }
        Damage::LostTag => {
            let tags = between(text, "<", ">");
            chance.one(&tags).map(|tag| replaced(text, tag.clone(), ""))
        }
        Damage::UnclosedQuote => chance.occurrence(text, "\"").map(|at| replaced(text, at..at + 1, "")),
        Damage::SingleQuotes => {
            let values = values(text, "=\"");
            let value = chance.one(&values)?.clone();
            Some(replaced(text, value.start - 1..value.end + 1, &format!("'{}'", &text[value])))
        }
        Damage::OtherAttribute => {
            let names = [" ID=", " availability=", " LCID=", " xmlns="];
            let name = *chance.one(&names)?;
            let at = chance.occurrence(text, name)?;
            let values = values(&text[at..], "=\"");
            let end = at + values.first()?.end + 1;
            match chance.below(5) {
                0 => Some(replaced(text, at..end, "")),
                1 => Some(inserted(text, end, &text[at..end])),
                2 => Some(inserted(text, end, " note=\"x\" a:b='y'")),
                3 => Some(inserted(text, at, "\n     ")),
                _ => {
                    let value = *chance.one(&["", " ", "18001", "Busy", "-1", "0x409", "$LocalCulture", "7001 "])?;
                    Some(replaced(text, at + values.first()?.start..end - 1, value))
                }
            }
        }
        Damage::UnknownElement => {
            let place = *chance.one(&["<agentState ", "<activity", "</agentState>"])?;
            let at = chance.occurrence(text, place)?;
            let element = *chance.one(&[
                "<note>call <b>Anna</b></note>",
                "<wrap>",
                "</wrap>",
                "<x:y/>",
                "<activity>x</activity>",
            ])?;
            Some(inserted(text, at, element))
        }
        Damage::EmptyElement => {
            let entry = entry(text, chance)?;
            let tag_end = entry.start + text[entry.clone()].find('>')?;
            Some(replaced(text, tag_end..entry.end, "/>"))
        }
        Damage::SecondDeclaration => Some(format!("{text}{EXAMPLE}")),
        Damage::NoDeclaration => match chance.below(3) {
            0 => Some(inserted(text, 0, "\n ")),
            1 => Some(inserted(text, 0, "Here is the file:\n")),
            _ => text.find('\n').filter(|_| text.starts_with("<?")).map(|end| text[end + 1..].to_owned()),
        },
        Damage::Doctype => {
            let doctype =
                *chance.one(&["<!DOCTYPE agentStates>", "<!DOCTYPE a [<!ENTITY b \"c>\">]>", "<!DOCTYPE a ["])?;
            Some(inserted(text, text.find("<agentState").unwrap_or(0), doctype))
        }
        Damage::NonAscii => {
            let at = match chance.below(3) {
                0 => chance.boundary(text),
                1 => content(text, chance)?.end,
                _ => chance.one(&values(text, "=\""))?.end,
            };
            Some(inserted(text, at, chance.letters()))
        }
        Damage::OtherLayout => {
            Some(if chance.below(2) == 0 { text.replace('\n', "") } else { text.replace("  ", "\t") })
        }
        Damage::DuplicatedLine => line_twice(text, chance),
        Damage::LostLine => line_lost(text, chance),
        Damage::CutShort => cut_short(text, chance),
        Damage::Spliced => spliced(text, EXAMPLE, chance),
        Damage::Rubbish => rubbish_put_in(text, chance),
    }
}

/// Stretches from each `start` through the next `end`.
fn between(text: &str, start: &str, end: &str) -> Vec<Range<usize>> {
    let stretch = |(at, _): (usize, &str)| text[at..].find(end).map(|length| at..at + length + end.len());
    text.match_indices(start).filter_map(stretch).collect()
}

/// The values behind each `opening`, which ends with a quote.
fn values(text: &str, opening: &str) -> Vec<Range<usize>> {
    let value = |(at, _): (usize, &str)| {
        let start = at + opening.len();
        text[start..].find('"').map(|length| start..start + length)
    };
    text.match_indices(opening).filter_map(value).collect()
}

/// An entry from its start tag through the next end tag.
fn entry(text: &str, chance: &mut Chance) -> Option<Range<usize>> {
    chance.one(&between(text, "<agentState ", "</agentState>")).cloned()
}

/// What stands in an activity.
fn content(text: &str, chance: &mut Chance) -> Option<Range<usize>> {
    let activity = chance.one(&between(text, "<activity", "</activity>"))?.clone();
    let start = activity.start + text[activity.clone()].find('>')? + 1;
    let end = activity.end - "</activity>".len();
    (start <= end).then_some(start..end)
}
