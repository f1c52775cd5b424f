//! What a person sees of a profile: its words and signs, without what only a parser minds.

use std::collections::BTreeSet;

use presence_profile_core::{
    mapping::{agent_states::PresenceMap, lcid, options::ProfileOptions, states::StateNumber},
    source::xml::unescape,
};

use crate::rules::Document;

/// Which letters count as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alike {
    /// None.
    Exactly,
    /// Capital and small ones, and the hyphen and the underscore of an option's name.
    LetterCase,
    /// Also those that look alike.
    Look,
}

/// What is seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The words of both texts, sorted: a fix may move them.
    pub words: Vec<String>,
    /// Of each line of the options that begins in the middle of something: the word before it and its first word.
    pub joints: BTreeSet<(String, String)>,
    /// The times of day in the options.
    pub times: BTreeSet<String>,
    /// The ID of each row.
    pub rows: Vec<Option<String>>,
    /// Of a sound file: each text with the ID of its entry.
    pub texts: Option<BTreeSet<(String, String)>>,
}

/// Words of XML, and those that the guide prescribes.
const VOCABULARY: [&str; 20] = [
    "xml",
    "version",
    "1.0",
    "encoding",
    "standalone",
    "DOCTYPE",
    "agentStates",
    "agentState",
    "activity",
    "xmlns",
    "ID",
    "LCID",
    "availability",
    "http",
    "https",
    "schemas.genesys.com",
    "9",
    "2014",
    "mslyncteserver",
    "ns",
];

/// The words of the guide's table, and the name of the list.
const TABLE: [&str; 17] = [
    "walk",
    "away",
    "aggregated",
    "states",
    "agent",
    "device",
    "state",
    "id",
    "#",
    "logout",
    "ready",
    "notready",
    "acw",
    "walk_away",
    "idle",
    "busy",
    "oos",
];

/// Names of elements, which a slip may have hit.
const ELEMENTS: [&str; 3] = ["agentStates", "agentState", "activity"];

const HTML: [(&str, &str); 5] =
    [("&nbsp;", "\u{a0}"), ("&eacute;", "é"), ("&uuml;", "ü"), ("&rsquo;", "’"), ("&hellip;", "…")];

impl Seen {
    /// What is seen of a profile.
    pub fn of(document: &Document, alike: Alike) -> Seen {
        let options = ProfileOptions::read(&document.options);
        let map = PresenceMap::read(&document.xml);
        let options_text = unescaped(&document.options);
        let mut words = words(&options_text, alike);
        // The name of the list is the guide's, and so are the words of its table, which its
        // numbers stand for; the rows are compared by themselves.
        let is_row = |word: &str| word.parse().ok().and_then(StateNumber::new).is_some();
        words.retain(|word| !TABLE.contains(&word.to_lowercase().as_str()) && !is_row(word));
        words.extend(xml_words(&document.xml, alike));
        words.sort();
        let id_of = |row| options.aggregated_states.id_of(row).map(|id| words_in_one(id, alike));
        let texts = map.entries.iter().flat_map(|entry| {
            let id = words_in_one(entry.id.as_ref().map_or("", |id| &id.text), alike);
            entry.activities.iter().map(move |text| (id.clone(), words_in_one(&text.text.text, alike)))
        });
        Seen {
            words,
            joints: joints(&options_text, alike),
            times: times(&document.options),
            rows: StateNumber::all().map(id_of).collect(),
            texts: map.faults.is_empty().then(|| texts.collect()),
        }
    }

    /// What of it is not in what is seen afterwards, or is there that was not before; `None` where all is the same.
    pub fn difference(&self, after: &Seen, may_repeat: bool) -> Option<String> {
        let counted = |seen: &Seen| match may_repeat {
            true => Vec::from_iter(BTreeSet::from_iter(seen.words.clone())),
            false => seen.words.clone(),
        };
        let (lost, gained) = (without(&counted(self), &counted(after)), without(&counted(after), &counted(self)));
        let joints: Vec<_> = self.joints.difference(&after.joints).filter(|joint| !after.holds_joined(joint)).collect();
        let times: Vec<_> = self.times.difference(&after.times).collect();
        let rows: Vec<_> =
            self.rows.iter().zip(&after.rows).filter(|(before, after)| before.is_some() && before != after).collect();
        let texts: Vec<_> = match (&self.texts, &after.texts) {
            (Some(before), Some(after)) => before.symmetric_difference(after).collect(),
            (Some(before), None) => before.iter().collect(),
            _ => Vec::new(),
        };
        let is_same = lost.is_empty()
            && gained.is_empty()
            && joints.is_empty()
            && times.is_empty()
            && rows.is_empty()
            && texts.is_empty();
        (!is_same).then(|| {
            format!(
                "lost {lost:?}, gained {gained:?}, parted {joints:?}, times {times:?}, rows {rows:?}, texts {texts:?}"
            )
        })
    }

    fn holds_joined(&self, (before, behind): &(String, String)) -> bool {
        self.words.contains(&[before.as_str(), behind].concat())
    }
}

/// The words of one list that the other has fewer of; both are sorted.
fn without(list: &[String], other: &[String]) -> Vec<String> {
    let mut left = other.to_vec();
    let mut missing = Vec::new();
    for word in list {
        match left.binary_search(word) {
            Ok(at) => drop(left.remove(at)),
            Err(_) => missing.push(word.clone()),
        }
    }
    missing
}

fn is_blank(sign: char) -> bool {
    sign.is_whitespace() && sign != '\u{85}'
}

fn shows_nothing(sign: char) -> bool {
    matches!(sign, '\u{0}'..='\u{8}' | '\u{7f}' | '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

fn is_quote(sign: char) -> bool {
    matches!(sign, '‘'..='‟' | '′'..='‶' | '«' | '»' | '‹' | '›')
}

/// Signs that only part words, and that a page or a parser may want otherwise.
fn parts(sign: char) -> bool {
    is_blank(sign) || "<>/\\=:;,\"'*`|-+•–—−\u{b}\u{c}".contains(sign)
}

/// The words of a text, with what stands around them taken off.
fn words(text: &str, alike: Alike) -> Vec<String> {
    let mut shown: String = text.chars().filter(|sign| !shows_nothing(*sign)).collect();
    // A page may have quoted what stands in front of a full stop.
    for quote in ["“", "”", "’", "»", "«", "‘", "„"] {
        shown = shown.replace(&format!("{quote}."), ".");
    }
    let words = shown.split(|sign: char| parts(sign) || (alike != Alike::Exactly && sign == '_'));
    let bare = words.map(|word| {
        let bare = word.trim_matches(is_quote);
        let digits = bare.trim_start_matches('0');
        if bare.bytes().all(|byte| byte.is_ascii_digit()) && !digits.is_empty() { digits } else { bare }
    });
    bare.filter(|word| !word.is_empty()).map(|word| folded(word, alike)).collect()
}

fn words_in_one(text: &str, alike: Alike) -> String {
    words(text, alike).join(" ")
}

fn folded(word: &str, alike: Alike) -> String {
    match alike {
        Alike::Exactly => word.to_owned(),
        Alike::LetterCase => word.to_lowercase(),
        Alike::Look => word.chars().map(latin).collect::<String>().to_lowercase(),
    }
}

/// The Latin letter that one of the generators' letters looks like.
fn latin(letter: char) -> char {
    const CYRILLIC: [(char, char); 12] = [
        ('О', 'O'),
        ('С', 'C'),
        ('А', 'A'),
        ('Р', 'P'),
        ('о', 'o'),
        ('с', 'c'),
        ('а', 'a'),
        ('р', 'p'),
        ('е', 'e'),
        ('у', 'y'),
        ('х', 'x'),
        ('і', 'i'),
    ];
    CYRILLIC.iter().find(|(own, _)| *own == letter).map_or(letter, |(_, latin)| *latin)
}

/// The words of the file, without those of its form.
fn xml_words(xml: &str, alike: Alike) -> Vec<String> {
    let mut shown: String = xml.chars().filter(|sign| !shows_nothing(*sign)).collect();
    for (name, letter) in HTML {
        shown = shown.replace(name, letter);
    }
    let mut text = languages_by_number(&without_names(&without_declarations(&shown)));
    text = with_semicolons(&text).replace('?', " ");
    for sign in ["<!--", "-->", "<![CDATA[", "]]&gt;", "]]>", "]]", "<!"] {
        text = text.replace(sign, " ");
    }
    let text = unescape(&text).into_owned();
    let form: Vec<String> = VOCABULARY.iter().map(|word| folded(word, alike)).collect();
    let is_form = |word: &String| form.contains(word) || ELEMENTS.iter().any(|own| slips(word, own) <= 2);
    words(&text, alike).into_iter().filter(|word| !is_form(word)).map(decimal).collect()
}

/// A reference without its semicolon, and one with it, are read alike.
fn with_semicolons(text: &str) -> String {
    let mut whole = String::new();
    for (at, piece) in text.split('&').enumerate() {
        if at == 0 {
            whole += piece;
            continue;
        }
        let is_digit =
            |byte: &u8| if piece.starts_with("#x") { byte.is_ascii_hexdigit() } else { byte.is_ascii_digit() };
        let number = piece.trim_start_matches(['#', 'x']).bytes().take_while(is_digit).count();
        let name = ["amp", "lt", "gt", "quot", "apos"].into_iter().find(|name| piece.starts_with(name));
        let length = match name {
            Some(name) => name.len(),
            None if piece.starts_with('#') && 0 < number => {
                piece.len() - piece.trim_start_matches(['#', 'x']).len() + number
            }
            None => 0,
        };
        let (front, behind) = piece.split_at(length);
        let goes_on = behind.starts_with(|sign: char| {
            sign == ';'
                || name.is_some()
                    && (sign.is_alphanumeric()
                        || !sign.is_ascii() && !is_blank(sign) && !is_quote(sign)
                        || "-._:".contains(sign))
        });
        let semicolon = if 0 < length && !goes_on { ";" } else { "" };
        whole += &format!("&{front}{semicolon}{behind}");
    }
    whole
}

/// Without the marks of a page: a backslash that escapes a sign, the full stop of a sentence, blanks in brackets.
fn unescaped(options: &str) -> String {
    let mut text = String::new();
    let mut signs = options.chars().peekable();
    while let Some(sign) = signs.next() {
        let escapes = sign == '\\' && signs.peek().is_some_and(char::is_ascii_punctuation);
        text.extend((!escapes).then_some(sign));
    }
    let lines = text.lines().map(|line| {
        if let Some(section) = line.trim().strip_prefix('[').and_then(|section| section.strip_suffix(']')) {
            return format!("[{}]\n", section.trim());
        }
        let inside = line.trim_end_matches(|sign: char| is_blank(sign) || is_quote(sign) || "*`\"'".contains(sign));
        inside.strip_suffix('.').filter(|kept| !kept.ends_with('.')).unwrap_or(line).to_owned() + "\n"
    });
    lines.collect()
}

/// What encoding a declaration names is nothing that a person reads.
fn without_declarations(xml: &str) -> String {
    let mut text = xml.to_owned();
    let mut from = 0;
    while let Some(at) = text[from..].find("<?xml").map(|at| from + at) {
        let end = at + text[at + 1..].find(['<', '>']).map_or(text.len() - at, |length| length + 1);
        let mut inside = text[at..end].to_owned();
        for value in ["yes", "no", "?"] {
            inside = inside.replace(value, " ");
        }
        if let Some((front, named)) = inside.split_once("encoding") {
            let value = named.trim_start_matches(|sign: char| is_blank(sign) || "=\"'".contains(sign));
            let rest = value.find(|sign: char| is_blank(sign) || "\"'<>".contains(sign)).unwrap_or(value.len());
            inside = [front, " ", &value[rest..]].concat();
        }
        text.replace_range(at..end, &inside);
        from = at + 1;
    }
    text
}

/// Without the names behind `<` and `</` that are those of the guide, with a slip or two.
fn without_names(xml: &str) -> String {
    let mut text = String::new();
    for (at, piece) in xml.split('<').enumerate() {
        if at == 0 {
            text += piece;
            continue;
        }
        text.push('<');
        let is_of_name =
            |sign: char| sign.is_alphanumeric() || ":-._".contains(sign) || !sign.is_ascii() && !is_blank(sign);
        let name = piece.trim_start_matches(|sign: char| is_blank(sign) || matches!(sign, '/' | '\\'));
        let end = name.find(|sign| !is_of_name(sign)).unwrap_or(name.len());
        let local = name[..end].rsplit(':').next().unwrap_or_default();
        let most = if piece.starts_with(is_blank) { 0 } else { 2 };
        let is_form = name.starts_with(|sign: char| !sign.is_ascii_digit() && !"-.".contains(sign))
            && ELEMENTS.iter().any(|own| slips(local, own).min(slips(&name[..end], own)) <= most);
        // An end tag only says again what its start tag is called.
        let is_end = piece.strip_prefix('/').is_some_and(|name| name.starts_with(is_of_name));
        text += if is_form || is_end { &name[end..] } else { piece };
    }
    text
}

fn slips(one: &str, other: &str) -> usize {
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    let front = one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count();
    let back = one[front..].bytes().rev().zip(other[front..].bytes().rev()).take_while(|(one, other)| one == other);
    one.len().max(other.len()) - front - back.count()
}

/// A language by its tag is the same language by its number.
fn languages_by_number(xml: &str) -> String {
    let mut text = String::new();
    for (at, piece) in xml.split("LCID=\"").enumerate() {
        let (value, rest) = if at == 0 { ("", piece) } else { piece.split_at(piece.find('"').unwrap_or(0)) };
        let tag = value.trim();
        let by_tag = lcid::all().find(|language| tag.contains('-') && language.tag.eq_ignore_ascii_case(tag));
        match by_tag {
            Some(language) => text += &format!(" {} ", language.lcid),
            None => text += value,
        }
        text += " LCID ";
        text += rest;
    }
    text
}

/// A number that shows itself to be hexadecimal, as languages are written, by its decimal digits.
fn decimal(word: String) -> String {
    let digits = word.trim_start_matches("0x").trim_start_matches("0X").trim_end_matches(['h', 'H']);
    let is_number = digits.contains(|sign: char| sign.is_ascii_digit());
    let shows = digits.len() < word.len() || digits.contains(|sign: char| sign.is_ascii_alphabetic());
    let number = u32::from_str_radix(digits, 16).ok().filter(|_| is_number && shows);
    number.map_or(word, |number| number.to_string())
}

/// A line that begins neither a row, an option, a section, a comment nor a cell goes on with what the line before began.
fn joints(options: &str, alike: Alike) -> BTreeSet<(String, String)> {
    let lines: Vec<&str> = options.lines().filter(|line| !line.trim().is_empty()).collect();
    let begins = |line: &str| {
        let line = line.trim_start_matches(|sign: char| is_blank(sign) || "-+•,*\"'`“”„«»".contains(sign));
        let name = line.find(['=', ':']).map(|sign| line[..sign].trim_end_matches(['*', '`', ' ', '"']));
        line.starts_with(['[', '#', ';', '|'])
            || line.contains('\t')
            || name.is_some_and(|name| !name.contains(|sign: char| sign.is_whitespace() || ",;".contains(sign)))
            || line.split_whitespace().count() == 4 && line.starts_with(|sign: char| sign.is_ascii_digit())
    };
    let is_list = |line: &str| {
        line.match_indices(['=', ':']).any(|(at, _)| line[..at].ends_with(|sign: char| sign.is_ascii_digit()))
    };
    let joined =
        lines.windows(2).filter(|pair| !begins(pair[1]) && !pair[0].starts_with(['#', ';']) && is_list(pair[0]));
    let ends = joined.filter_map(|pair| {
        let (front, behind) = (words(pair[0], alike), words(pair[1], alike));
        Some((front.last()?.clone(), behind.first()?.clone()))
    });
    ends.collect()
}

/// `08:15` and `08:15:30`.
fn times(options: &str) -> BTreeSet<String> {
    let stretches = options.split(|sign: char| !sign.is_ascii_alphanumeric() && !":_".contains(sign));
    let is_number = |part: &str| !part.is_empty() && part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_time = |stretch: &&str| {
        let parts: Vec<&str> = stretch.split(':').collect();
        1 < parts.len() && parts[1..].iter().all(|part| part.len() == 2) && parts.iter().all(|part| is_number(part))
    };
    stretches.filter(is_time).map(str::to_owned).collect()
}
