//! What is said of the signs of a profile's name.

use crate::{
    rules::{controls, diagnostic::Severity, likeness, unseen},
    source::{blanks, message::Message, phrase::quoted},
};

/// Not documented: folklore.
const LONGEST: usize = 255;

/// What is wrong with the signs of a name, and how grave that is.
pub(super) fn told(name: &str) -> Vec<(Severity, Message)> {
    let (shown, mut found) = (quoted(name), Vec::new());
    let mut tell = |severity, wrong: String, advice: &str| {
        found.push((severity, Message::new(wrong).with_advice(advice.to_owned())));
    };
    if let Some(sign) = unseen_in(name) {
        let wrong = format!("the name {shown} has a character that cannot be seen ({})", unseen::named(sign));
        tell(Severity::Warning, wrong, "rename the profile without it");
    }
    let inside = blanks::trim(name);
    if inside.len() < name.len() {
        let wrong = format!("a blank stands at an end of the name {shown}, where whoever types it leaves it out");
        tell(Severity::Warning, wrong, "rename the profile without it");
    }
    let mut is_behind = false;
    let is_doubled = |sign| std::mem::replace(&mut is_behind, is_gap(sign)) && is_gap(sign);
    if inside.chars().any(is_doubled) {
        let wrong = format!("two blanks stand beside each other in the name {shown}");
        tell(Severity::Warning, wrong, "leave one, or write `_`");
    } else if inside.contains(is_gap) {
        tell(Severity::Note, format!("a blank stands in the name {shown}"), "`_` in its place is safer to type");
    }
    let has_latin = name.bytes().any(|byte| byte.is_ascii_alphabetic()) || likeness::cleaned(name).is_ascii();
    let foreign = name.chars().find(|letter| has_latin && likeness::latin(*letter).is_some());
    if let Some(letter) = foreign {
        let wrong = format!("the letter `{letter}`, U+{:04X}, only looks Latin in the name {shown}", u32::from(letter));
        tell(Severity::Warning, wrong, "rename the profile with the Latin one");
    } else if name.contains(|sign: char| !sign.is_ascii() && sign.is_alphanumeric()) {
        let wrong = format!("the name {shown} is not ASCII and may reach T-Server as other letters");
        tell(Severity::Note, wrong, "use letters without accents, A to Z");
    }
    let length = name.chars().count();
    if LONGEST < length {
        let message = Message::new(format!("the name has {length} characters"));
        found.push((Severity::Note, message.with_meaning("the limit is not documented, and some say 255")));
    }
    found
}

fn is_gap(sign: char) -> bool {
    blanks::is_blank(sign) && !sign.is_ascii_control()
}

/// A character that cannot be seen, or that controls something.
fn unseen_in(name: &str) -> Option<char> {
    let control = name.chars().find(|sign| sign.is_ascii_control() || controls::is_control(*sign));
    control.or_else(|| likeness::unwanted(name).first().map(|(_, sign)| *sign))
}
