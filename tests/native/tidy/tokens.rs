//! The words and signs of a source file, without its comments and without what is compiled for tests only.

/// A piece of a source file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token<'a> {
    /// A name, a keyword or a number.
    Word(&'a str),
    /// What stands between the quotes of a string, escapes as they are written.
    Text(&'a str),
    /// `::`.
    Colons,
    /// Any other sign.
    Sign(char),
}

/// The tokens of a file, each with its line.
pub fn tokens(source: &str) -> Vec<(usize, Token<'_>)> {
    let mut tokens = Vec::new();
    let (mut rest, mut line) = (source, 1);
    while !rest.is_empty() {
        let (token, length) = first(rest);
        tokens.extend(token.map(|token| (line, token)));
        line += rest[..length].matches('\n').count();
        rest = &rest[length..];
    }
    without_tests(tokens)
}

/// The token a text begins with, if it begins with one, and how long that beginning is.
fn first(text: &str) -> (Option<Token<'_>>, usize) {
    if text.starts_with("//") {
        return (None, text.find('\n').unwrap_or(text.len()));
    }
    if text.starts_with("/*") {
        return (None, comment(text));
    }
    if let Some((start, end, length)) = string(text) {
        return (Some(Token::Text(&text[start..end])), length);
    }
    if text.starts_with("::") {
        return (Some(Token::Colons), 2);
    }
    let sign = text.chars().next().expect("the text is not empty");
    match sign {
        '\'' => (None, letter_or_lifetime(text)),
        _ if is_word(sign) => {
            let end = text.find(|sign| !is_word(sign)).unwrap_or(text.len());
            (Some(Token::Word(&text[..end])), end)
        }
        _ => (Some(Token::Sign(sign)).filter(|_| !sign.is_whitespace()), sign.len_utf8()),
    }
}

fn is_word(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '_'
}

/// The length of a comment that may hold others.
fn comment(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < text.len() {
        match &text.as_bytes()[at..] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// Of a text that begins with a string: where its content begins and ends, and the length of all of it.
fn string(text: &str) -> Option<(usize, usize, usize)> {
    let behind = text.trim_start_matches(['b', 'c', 'r', '#']);
    let prefix = &text[..text.len() - behind.len()];
    let hashes = prefix.matches('#').count();
    let is_raw = prefix.contains('r');
    if !behind.starts_with('"') || 2 < prefix.len() - hashes || (0 < hashes && !is_raw) {
        return None;
    }
    let start = prefix.len() + 1;
    if is_raw {
        let close = format!("\"{}", "#".repeat(hashes));
        let end = start + text[start..].find(&close)?;
        return Some((start, end, end + close.len()));
    }
    let mut is_escaped = false;
    let end = text[start..].find(|sign| {
        let is_end = sign == '"' && !is_escaped;
        is_escaped = sign == '\\' && !is_escaped;
        is_end
    })?;
    Some((start, start + end, start + end + 1))
}

/// The length of `'x'`, or that of the sign alone where it begins the name of a lifetime.
fn letter_or_lifetime(text: &str) -> usize {
    let mut signs = text.char_indices().skip(1);
    match (signs.next(), signs.next()) {
        (Some((_, '\\')), Some((at, sign))) => {
            let behind = at + sign.len_utf8();
            behind + text[behind..].find('\'').map_or(0, |end| end + 1)
        }
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 1,
    }
}

/// Leaves out items under `#[cfg(test)]`.
fn without_tests(tokens: Vec<(usize, Token<'_>)>) -> Vec<(usize, Token<'_>)> {
    use Token::{Sign, Word};
    let mark = [Sign('#'), Sign('['), Word("cfg"), Sign('('), Word("test"), Sign(')'), Sign(']')];
    let mut kept = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let own = &tokens[at..];
        if mark.len() <= own.len() && own.iter().zip(mark).all(|((_, token), mark)| *token == mark) {
            at += mark.len() + item(&own[mark.len()..]);
        } else {
            kept.push(tokens[at]);
            at += 1;
        }
    }
    kept
}

/// How many tokens an item has: up to its semicolon, or to the end of its braces.
fn item(tokens: &[(usize, Token<'_>)]) -> usize {
    let mut depth = 0;
    for (at, (_, token)) in tokens.iter().enumerate() {
        match token {
            Token::Sign('{' | '(' | '[') => depth += 1,
            Token::Sign('}') if depth == 1 => return at + 1,
            Token::Sign('}' | ')' | ']') => depth -= 1,
            Token::Sign(';') if depth == 0 => return at + 1,
            _ => {}
        }
    }
    tokens.len()
}

#[test]
fn comments_and_tests_are_no_code() {
    let source = "a // b \"\n/* c /* d */ e */ f\n#[cfg(test)]\nmod tests { use g; fn h() { i } }\n#[cfg(test)] #[path = \"x\"] mod j;\n  k";
    assert_eq!(tokens(source), [(1, Token::Word("a")), (2, Token::Word("f")), (6, Token::Word("k"))]);
}

#[test]
fn strings_letters_and_lifetimes_are_told_apart() {
    use Token::{Sign, Text, Word};
    let read = |source| tokens(source).into_iter().map(|(_, token)| token).collect::<Vec<_>>();
    assert_eq!(read(r#""a \" // b" c"#), [Text(r#"a \" // b"#), Word("c")]);
    assert_eq!(read(r##"br#"a "b" c"# r"d\" b'e' f"##), [Text(r#"a "b" c"#), Text(r"d\"), Word("b"), Word("f")]);
    assert_eq!(read(r#"'"' 'x' '\'' '\u{2CB}' &'a str"#), [Sign('&'), Word("a"), Word("str")]);
    assert_eq!(read("barc::c"), [Word("barc"), Token::Colons, Word("c")]);
    assert_eq!(read("r#type"), [Word("r"), Sign('#'), Word("type")]);
}
