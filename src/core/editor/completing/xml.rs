//! What may stand at a caret in the XML: in values, and between tags.

use super::{Offer, Offered, class_of, each_once, is_meant, known_ids, missing_ids, uses};
use crate::{
    editor::{analysis::Analysis, xml_keys},
    mapping::{
        advised_class,
        agent_states::StateEntry,
        availability::Class,
        lcid::{self, Language, Lcid},
    },
    source::{
        text::Span,
        xml::{
            self,
            standing::{Standing, Stretch, StretchKind, ValueAt},
        },
    },
};

pub(super) fn offered(analysis: &Analysis, text: &str, default: Lcid, caret: usize) -> Option<Offered> {
    let standing = Standing::of(text, caret);
    let at = standing.at;
    if !standing.is_inside(caret) || at.kind == StretchKind::Text {
        return between(analysis, text, default, caret, begun(text, at, caret));
    }
    match at.value_at(text, caret) {
        Some(value) => in_value(analysis, text, caret, at, value),
        None => {
            // A tag that is being written, and nothing behind it yet that would be taken for its attributes.
            let is_last = text[caret..].chars().next().is_none_or(|next| next.is_whitespace() || next == '<');
            let is_begun = at.is_tag() && !at.is_closed && !text[at.span.start..caret].contains(char::is_whitespace);
            (is_begun && is_last).then(|| between(analysis, text, default, caret, at.span.start))?
        }
    }
}

/// Where a tag begins of which nothing but the bracket is written.
fn begun(text: &str, at: Stretch, caret: usize) -> usize {
    let is_bracket = at.span.start + 1 == caret && text[at.span.start..].starts_with('<');
    if is_bracket || text[..caret].ends_with('<') { caret - 1 } else { caret }
}

fn in_value(analysis: &Analysis, text: &str, caret: usize, tag: Stretch, value: ValueAt) -> Option<Offered> {
    let typed = &text[value.value.start..caret];
    // Where the closing quote is missing, nobody knows how far the value goes.
    let span = Span::new(value.value.start, if value.is_closed { value.value.end } else { caret });
    let quote = &text[value.value.start - 1..value.value.start];
    let end = if value.is_closed { "" } else { quote };
    let offers: Vec<Offer> = match (xml::local_name(tag.name(text)), value.name.text(text)) {
        ("agentState", "ID") => {
            let all = each_once(missing_ids(analysis).into_iter().chain(known_ids(analysis)));
            // What is being typed is no other ID, unless a row has it.
            let own = value.value.text(text);
            let is_own = |id: &str| id == own && analysis.rows_of(id).count() == 0;
            let meant = all.into_iter().filter(|id| is_meant(id, typed) && !is_own(id));
            let offer = |id: &str| match analysis.map.entry_of(id) {
                Some(_) => Offer::word(id, "has an entry").of_class(class_of(analysis, id)),
                None => Offer::word(id, format!("no entry yet, {}", uses(analysis, id))).of_class(None),
            };
            meant.map(|id| escaped(offer(id))).collect()
        }
        ("agentState", "availability") => {
            let meant = |class: &&Class| {
                let number = class.customary().number().to_string();
                number.starts_with(typed) || [class.word(), class.name()].iter().any(|word| is_meant(word, typed))
            };
            Class::ALL.iter().skip(1).filter(meant).map(|class| availability(*class)).collect()
        }
        ("activity", "LCID") => languages(analysis, caret, typed),
        _ => return None,
    };
    Some(Offered::new(span, typed, offers.into_iter().map(|offer| offer.closed(end))))
}

/// In a value of an attribute.
fn escaped(offer: Offer) -> Offer {
    let text = xml::escape_attribute(&offer.text, '"').replace('\'', "&apos;");
    Offer { caret: text.len(), text, ..offer }
}

fn availability(class: Class) -> Offer {
    let range = class.range();
    let facts = match range.start() == range.end() {
        true => class.word().to_owned(),
        false => format!("{}, {} to {}", class.word(), range.start(), range.end()),
    };
    Offer::word(&class.customary().number().to_string(), facts).of_class(Some(class))
}

/// The languages of the file that the entry at the caret lacks, and then the others, as they are found by what is typed.
fn languages(analysis: &Analysis, caret: usize, typed: &str) -> Vec<Offer> {
    let entry = analysis.entry_at(caret).map(|entry| &analysis.map.entries[entry]);
    let has = |lcid: Lcid| {
        let others = entry.into_iter().flat_map(|entry| &entry.activities);
        others.filter(|activity| !activity.start_tag.touches(caret)).any(|activity| activity.lcid_value() == Some(lcid))
    };
    // A number that is being typed is a column of its own for as long as it stands there.
    let own = entry.into_iter().flat_map(|entry| &entry.activities).find(|activity| activity.start_tag.touches(caret));
    let own = own.and_then(|activity| activity.lcid_value());
    let all = || analysis.map.entries.iter().flat_map(|entry| &entry.activities);
    let is_typed_only = |lcid: Lcid| own == Some(lcid) && all().filter(|it| it.lcid_value() == Some(lcid)).count() < 2;
    let found = lcid::search(typed.trim());
    let of = |language: &&'static Language| Lcid::new(language.lcid);
    let lacking: Vec<Lcid> =
        analysis.languages.iter().copied().filter(|lcid| !has(*lcid) && !is_typed_only(*lcid)).collect();
    let first = lacking.iter().copied().filter(|lcid| found.iter().any(|language| of(language) == *lcid));
    let rest = found.iter().map(of).filter(|lcid| !lacking.contains(lcid) && !has(*lcid));
    let offer = |lcid: Lcid| {
        let (number, tag) = (lcid.number().to_string(), lcid.tag().unwrap_or_default());
        let facts = if lacking.contains(&lcid) { format!("{tag}, of this file") } else { tag.to_owned() };
        Offer::text(format!("{number} {}", lcid.name()), facts, number)
    };
    first.chain(rest).map(offer).collect()
}

/// What may stand where a tag may begin; `start` is where one has begun already.
fn between(analysis: &Analysis, text: &str, default: Lcid, caret: usize, start: usize) -> Option<Offered> {
    let typed = &text[start..caret];
    let open = xml_keys::open_elements(&text[..start])?;
    let parent = open.last().copied()?;
    let Standing { at, before } = Standing::of(text, start);
    let is_in_words = at.kind == StretchKind::Text && at.span.start < start && at.is_words(text)
        || before.is_some_and(|before| before.span.end == start && before.is_words(text));
    let place = Place { analysis, text, start, prefix: prefix(parent), default };
    let mut offers = match xml::local_name(parent) {
        _ if is_in_words => Vec::new(),
        "agentStates" => {
            missing_ids(analysis).into_iter().map(|id| place.entry(id)).chain([place.new_entry()]).collect()
        }
        "agentState" => place.activities(),
        _ => Vec::new(),
    };
    // An end tag that stands there already would close what is around it, unless somebody has begun to write one.
    if typed.starts_with("</") || !xml_keys::is_closed(&text[..start], &text[caret..]) {
        offers.push(Offer::word(&format!("</{parent}>"), "closes the element"));
    }
    offers.retain(|offer| offer.text.to_ascii_lowercase().starts_with(&typed.to_ascii_lowercase()));
    Some(Offered::new(Span::new(start, caret), typed, offers))
}

/// A prefix with its colon.
fn prefix(name: &str) -> &str {
    &name[..name.len() - xml::local_name(name).len()]
}

/// Where an element is to stand.
struct Place<'a> {
    analysis: &'a Analysis,
    text: &'a str,
    start: usize,
    prefix: &'a str,
    default: Lcid,
}

impl Place<'_> {
    /// A line feed with the indentation of the line, and so much more; nothing where elements stand in one line.
    fn feed(&self, depth: usize) -> String {
        let line = &self.text[crate::source::indent::line_start(self.text, self.start)..self.start];
        match line.trim_ascii().is_empty() {
            true => format!("\n{line}{}", self.analysis.map.indent_unit(self.text).repeat(depth)),
            false => String::new(),
        }
    }

    /// A whole entry, with a text for each language of the file.
    fn entry(&self, id: &str) -> Offer {
        let classes: Vec<Class> = self.analysis.rows_of(id).map(advised_class::of).collect();
        let class = classes.first().copied().filter(|class| classes.iter().all(|own| own == class));
        let number = class.unwrap_or(Class::Busy).customary().number();
        let prefix = self.prefix;
        let front = format!("<{prefix}agentState ID=\"{}\" availability=\"{number}\">", xml::escape_attribute(id, '"'));
        let languages = match self.analysis.languages.as_slice() {
            [] => vec![self.default],
            own => own.to_vec(),
        };
        let inner = self.feed(1);
        let texts = languages.iter().map(|lcid| format!("{inner}{}", self.activity(*lcid)));
        let texts: String = texts.collect();
        let caret = front.len() + texts.find("></").map_or(texts.len(), |end| end + 1);
        let text = format!("{front}{texts}{}</{prefix}agentState>", self.feed(0));
        let facts = format!("a whole entry, {}", uses(self.analysis, id));
        Offer::text(format!("<{prefix}agentState ID=\"{id}\">"), facts, text).of_class(None).with_caret(caret)
    }

    /// An entry of an ID that is still to be written.
    fn new_entry(&self) -> Offer {
        let entry = self.entry("");
        let caret = entry.text.find("\"\"").map_or(entry.caret, |quotes| quotes + 1);
        Offer { facts: "a new entry".to_owned(), ..entry }.with_caret(caret)
    }

    fn activity(&self, lcid: Lcid) -> String {
        format!("<{0}activity LCID=\"{1}\"></{0}activity>", self.prefix, lcid.number())
    }

    /// A text for each language that the entry lacks.
    fn activities(&self) -> Vec<Offer> {
        let map = &self.analysis.map;
        let entry: Option<&StateEntry> = map.entries.iter().rev().find(|entry| {
            entry.start_tag.end <= self.start && (self.start <= entry.span.end || entry.span.end == self.text.len())
        });
        let has = |lcid: &Lcid| entry.is_some_and(|entry| entry.activity_in(*lcid).is_some());
        let missing = self.analysis.languages.iter().filter(|lcid| !has(lcid));
        let offer = |lcid: &Lcid| {
            let text = self.activity(*lcid);
            let caret = text.find("></").map_or(text.len(), |end| end + 1);
            let name = format!("<{}activity LCID=\"{}\">", self.prefix, lcid.number());
            Offer::text(name, lcid.name(), text).with_caret(caret)
        };
        missing.map(offer).collect()
    }
}
