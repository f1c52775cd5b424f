//! The markup of a page without all that a page is made to look like, load or do by: tags bare, scripts and styles gone.

/// Elements of which nothing is kept, not even what stands in them.
const DROPPED: [&str; 4] = ["script", "style", "title", "head"];

/// The page with tags without attributes, and without comments. A tag that never ends is a text.
pub fn bare(page: &str) -> String {
    let mut bare = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        bare.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + "-->".len()..]);
            continue;
        }
        let slash = usize::from(rest[1..].starts_with('/'));
        let behind = &rest[1 + slash..];
        let name = &behind[..behind.find(|sign: char| !sign.is_ascii_alphanumeric()).unwrap_or(behind.len())];
        if name.is_empty() && !behind.starts_with(['!', '?']) {
            bare.push_str("&lt;");
            rest = &rest[1..];
            continue;
        }
        let Some(end) = tag_end(behind) else { break };
        rest = &behind[end..];
        if slash == 0 && DROPPED.iter().any(|own| name.eq_ignore_ascii_case(own)) {
            rest = behind_element(rest, name);
        } else if !name.is_empty() {
            bare.push('<');
            bare.push_str(if slash == 1 { "/" } else { "" });
            bare.push_str(name);
            if slash == 0 {
                for own in SPANS {
                    let count = span(&behind[name.len()..end], own);
                    bare.push_str(&count.map_or(String::new(), |count| format!(" {own}=\"{count}\"")));
                }
            }
            bare.push('>');
        }
    }
    bare.push_str(&rest.replace('<', "&lt;"));
    bare
}

/// Attributes that say how many cells one is.
const SPANS: [&str; 2] = ["colspan", "rowspan"];

/// Over how many cells a cell goes by an attribute of its tag; no table has thousands.
fn span(attributes: &str, own: &str) -> Option<u16> {
    let lower = attributes.to_ascii_lowercase();
    let value = lower.split_once(own)?.1.trim_start().strip_prefix('=')?;
    let digits = value.trim_start().trim_start_matches(['"', '\'']);
    let end = digits.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(digits.len());
    digits[..end].parse().ok().filter(|count| (2..1000).contains(count))
}

/// Behind the `>` of a tag; one in quotes is a part of a value.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, sign) in tag.char_indices() {
        match (quote, sign) {
            (None, '>') => return Some(at + 1),
            (None, '"' | '\'') => quote = Some(sign),
            (Some(open), sign) if sign == open => quote = None,
            _ => {}
        }
    }
    None
}

/// What stands behind the end tag of an element.
fn behind_element<'a>(rest: &'a str, name: &str) -> &'a str {
    let is_own = |at: usize| {
        let tag = rest.as_bytes().get(at + 2..at + 2 + name.len());
        tag.is_some_and(|tag| tag.eq_ignore_ascii_case(name.as_bytes()))
    };
    let end = rest.match_indices("</").map(|(at, _)| at).find(|at| is_own(*at));
    end.map_or("", |at| rest[at..].find('>').map_or("", |close| &rest[at + close + 1..]))
}
