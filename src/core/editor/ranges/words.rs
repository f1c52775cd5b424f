//! Ranges in the words of Skype for Business.

use crate::mapping::availability::Class;

/// Parts of a class that have a name: so many of so many equal parts.
const PARTS: [(u32, u32, &str); 5] = [
    (1, 2, "half of"),
    (1, 3, "a third of"),
    (2, 3, "two thirds of"),
    (1, 4, "a quarter of"),
    (3, 4, "three quarters of"),
];

/// What the numbers from one to another cover: "Available and Inactive", "a third of Be right back", "Available to Away".
pub(super) fn covered(lowest: u16, highest: u16) -> String {
    let touched = |class: &Class| lowest <= *class.range().end() && *class.range().start() <= highest;
    let all: Vec<String> = Class::ALL.into_iter().filter(touched).map(|class| share(class, lowest, highest)).collect();
    match all.as_slice() {
        _ if all.len() == Class::ALL.len() && lowest == 0 => "all nine classes".to_owned(),
        [] => String::new(),
        [only] => only.clone(),
        [one, other] => format!("{one} and {other}"),
        [first, .., last] => format!("{first} to {last}"),
    }
}

fn share(class: Class, lowest: u16, highest: u16) -> String {
    let (start, end) = class.range().into_inner();
    let all = u32::from(end - start) + 1;
    let own = u32::from(end.min(highest) - start.max(lowest)) + 1;
    // Two classes have one word.
    let name = match class {
        Class::IdleBusy => format!("{} ({})", class.presence_word(), class.name()),
        _ => class.presence_word().to_owned(),
    };
    let part = PARTS.iter().find(|(part, of, _)| own * of == all * part);
    match part {
        _ if own == all => name,
        Some((_, _, words)) => format!("{words} {name}"),
        None => format!("part of {name}"),
    }
}
