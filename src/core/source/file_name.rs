//! Names of files that every file system takes.

use super::lowercase::lowered;

/// So many characters a name has before its ending.
const LONGEST: usize = 80;

/// A name as every file system takes it: what is forbidden on Windows is a hyphen, a dot or a blank stands at no end, and
/// what Windows has for a device (`CON`, `com1.xml`) has a low line behind it. Empty where nothing is left of it.
///
/// The names and signs are those of Microsoft's "Naming Files, Paths, and Namespaces".
pub fn safe(name: &str) -> String {
    let is_taken = |sign: char| !sign.is_control() && !r#"<>:"/\|?*"#.contains(sign);
    let name: String = name.chars().map(|sign| if is_taken(sign) { sign } else { '-' }).collect();
    // A name that begins with a dot is a hidden file, and one that ends with a dot or a blank loses it on Windows.
    let is_end = |sign: char| sign == '.' || sign.is_whitespace();
    let name = name.trim_matches(is_end);
    let end = name.char_indices().nth(LONGEST).map_or(name.len(), |(end, _)| end);
    let name = name[..end].trim_end_matches(is_end);
    let (stem, ending) = name.split_once('.').map_or((name, ""), |(stem, _)| (stem, &name[stem.len()..]));
    match is_device(stem.trim_end()) {
        true => format!("{}_{ending}", stem.trim_end()),
        false => name.to_owned(),
    }
}

fn is_device(stem: &str) -> bool {
    let stem = stem.to_ascii_uppercase();
    let is_port = |front: &str| {
        let mut rest = stem.strip_prefix(front).unwrap_or_default().chars();
        let is_digit = matches!(rest.next(), Some('0'..='9' | '\u{b9}' | '\u{b2}' | '\u{b3}'));
        is_digit && rest.next().is_none()
    };
    matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$") || is_port("COM") || is_port("LPT")
}

/// Names that lie beside each other: of those that are equal on Windows, which knows no capitals, the later ones are counted.
#[derive(Debug, Clone, Default)]
pub struct Beside(Vec<String>);

impl Beside {
    /// The name, or one like it that is free: `Site (2)`, `options (2).txt`.
    pub fn free(&mut self, name: &str) -> String {
        let (stem, ending) = name.split_at(name.rfind('.').unwrap_or(name.len()));
        let counted = (2..).map(|number: u64| format!("{stem} ({number}){ending}"));
        let mut names = std::iter::once(name.to_owned()).chain(counted);
        let free = names.find(|name| !self.0.contains(&lowered(name))).expect("there are more numbers than names");
        self.0.push(lowered(&free));
        free
    }
}
