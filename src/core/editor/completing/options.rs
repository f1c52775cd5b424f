//! What may stand at a caret in the options: names, and what is behind their signs of equality.

use super::{Offer, Offered, class_of, each_once, is_meant, known_ids, missing_ids, uses};
use crate::{
    editor::{analysis::Analysis, export},
    mapping::{option_name::OptionName, options::SECTION},
    source::{indent, text::Span},
};

pub(super) fn offered(analysis: &Analysis, text: &str, caret: usize) -> Option<Offered> {
    let start = indent::line_start(text, caret);
    let line = &text[start..caret];
    let front = line.trim_start();
    if front.starts_with(['#', ';', '[']) {
        return front.starts_with('[').then(|| section(text, caret, front)).flatten();
    }
    match line.split_once('=') {
        None if !line.contains(':') => names(analysis, text, caret, front),
        _ => ids(analysis, text, caret, line).or_else(|| values(text, caret, line)),
    }
}

/// The options of the mode that are not written.
fn names(analysis: &Analysis, text: &str, caret: usize, typed: &str) -> Option<Offered> {
    let rest = &text[caret..indent::line_end(text, caret)];
    // In front of a name that is there, another one would make a word of both.
    let end = if rest.trim().is_empty() || rest.starts_with('=') { caret } else { return None };
    let sign = if rest.starts_with('=') { "" } else { "=" };
    let missing = export::options(analysis.mode()).iter().filter(|name| analysis.options.of(**name).is_none());
    let offers = missing.filter(|name| is_meant(name.name(), typed)).map(|name| {
        let facts = match name {
            OptionName::AggregatedStates => "the IDs of the fifteen rows",
            OptionName::AgentPresenceMap => "the path of the XML file",
            OptionName::MapPresenceToDnd => "false pushes, true pulls",
            OptionName::PresenceAvailabilityRange => "the numbers that are available",
            OptionName::ServiceType => "makes the DN a profile",
        };
        Offer::text(name.name(), facts, format!("{}{sign}", name.name()))
    });
    Some(Offered::new(Span::new(caret - typed.len(), end), typed, offers))
}

fn section(text: &str, caret: usize, front: &str) -> Option<Offered> {
    let is_open = !text[caret..indent::line_end(text, caret)].contains(']');
    let name = format!("[{SECTION}]");
    let is_begun = is_open && name.starts_with(front);
    is_begun.then(|| {
        Offered::new(Span::new(caret - front.len(), caret), front, [Offer::word(&name, "the section of a profile")])
    })
}

/// The ID of a row, behind its number.
fn ids(analysis: &Analysis, text: &str, caret: usize, line: &str) -> Option<Offered> {
    let (_, value) = line.split_once('=').filter(|(name, _)| name.trim() == OptionName::AggregatedStates.name())?;
    let pair = value.rsplit(',').next()?;
    let (number, typed) = pair.split_once(['=', ':'])?;
    if number.trim().parse::<u8>().is_err() {
        return None;
    }
    let typed = typed.trim_start();
    let behind = &text[caret..indent::line_end(text, caret)];
    let length = behind.find([',', '=', ':']).unwrap_or(behind.len());
    let end = caret + behind[..length].trim_end().len();
    let all = each_once(known_ids(analysis).into_iter().chain(missing_ids(analysis)));
    // What is being typed is no ID yet, unless something else has it.
    let own = &text[caret - typed.len()..end];
    let is_new = |id: &str| id == own && analysis.map.entry_of(id).is_none() && analysis.rows_of(id).count() < 2;
    let offers = all.into_iter().filter(|id| is_meant(id, typed) && !is_new(id)).map(|id| {
        let facts = match analysis.map.entry_of(id) {
            Some(_) => uses(analysis, id),
            None => "no entry yet".to_owned(),
        };
        Offer::word(id, facts).of_class(class_of(analysis, id))
    });
    Some(Offered::new(Span::new(caret - typed.len(), end), typed, offers))
}

/// The values of options that have few.
fn values(text: &str, caret: usize, line: &str) -> Option<Offered> {
    let (name, typed) = line.split_once('=')?;
    let (typed, end) = (typed.trim_start(), indent::line_end(text, caret));
    let values: &[(&str, &str)] = match OptionName::of(name.trim())? {
        OptionName::ServiceType => &[("presence-profile", "makes the DN a profile")],
        OptionName::MapPresenceToDnd => &[("false", "push"), ("true", "pull")],
        _ => return None,
    };
    let offers = values.iter().filter(|(value, _)| is_meant(value, typed));
    let offers = offers.map(|(value, facts)| Offer::word(value, *facts));
    Some(Offered::new(Span::new(caret - typed.len(), end), typed, offers))
}
