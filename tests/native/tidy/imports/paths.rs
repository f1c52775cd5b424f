//! What a source file declares and what it names: its modules, its `use` trees, and the paths in its code.

use super::super::tokens::{Token, tokens};

/// What stands in a source file.
#[derive(Debug, Default)]
pub struct Named<'a> {
    /// The modules that are declared here and stand in files of their own, by their paths from the file's own module.
    pub declared: Vec<(usize, Vec<&'a str>)>,
    /// The modules that stand in the file itself.
    pub inner: Vec<Vec<&'a str>>,
    /// What the `use` lines name.
    pub uses: Vec<Use<'a>>,
    /// Paths of more than one name in the code.
    pub paths: Vec<Path<'a>>,
}

/// A path as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path<'a> {
    /// The line of the file.
    pub line: usize,
    /// The module inside the file in which the path stands.
    pub inside: Vec<&'a str>,
    /// Its names.
    pub names: Vec<&'a str>,
}

/// One leaf of a `use` tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use<'a> {
    /// The whole path to it.
    pub path: Path<'a>,
    /// The name it has from here on; `None` where all of a module is meant.
    pub name: Option<&'a str>,
}

/// Reads a source file.
pub fn named(source: &str) -> Named<'_> {
    let tokens = tokens(source);
    let mut named = Named::default();
    // The modules that are open here, each with the depth of its braces.
    let mut open: Vec<(&str, usize)> = Vec::new();
    let (mut depth, mut at) = (0, 0);
    while let Some((line, token)) = tokens.get(at) {
        let inside = || open.iter().map(|(name, _)| *name).collect::<Vec<_>>();
        let next = |ahead: usize| tokens.get(at + ahead).map(|(_, token)| *token);
        match (*token, next(1), next(2)) {
            (Token::Word("mod"), Some(Token::Word(name)), Some(Token::Sign(';'))) => {
                named.declared.push((*line, [inside(), vec![name]].concat()));
                at += 3;
            }
            (Token::Word("mod"), Some(Token::Word(name)), Some(Token::Sign('{'))) => {
                open.push((name, depth));
                named.inner.push(open.iter().map(|(name, _)| *name).collect());
                depth += 1;
                at += 3;
            }
            // `use<…>` says what a type captures.
            (Token::Word("use"), Some(Token::Word(_) | Token::Colons | Token::Sign('{')), _) => {
                at += 1;
                let inside = inside();
                let mut leaves = Vec::new();
                tree(&tokens, &mut at, &[], &mut leaves);
                named.uses.extend(
                    leaves
                        .into_iter()
                        .map(|(line, names, name)| Use { path: Path { line, inside: inside.clone(), names }, name }),
                );
            }
            (Token::Word(first), Some(Token::Colons), _) => {
                let mut names = vec![first];
                at += 1;
                while let [(_, Token::Colons), (_, Token::Word(name)), ..] = tokens[at..] {
                    names.push(name);
                    at += 2;
                }
                if 1 < names.len() {
                    named.paths.push(Path { line: *line, inside: inside(), names });
                }
            }
            // Behind `<…>::` nothing begins.
            (Token::Colons, Some(Token::Word(_)), _) => at += 2,
            (token, ..) => {
                match token {
                    Token::Sign('{') => depth += 1,
                    Token::Sign('}') => {
                        depth -= 1;
                        open.pop_if(|(_, own)| *own == depth);
                    }
                    _ => {}
                }
                at += 1;
            }
        }
    }
    named
}

/// The leaves of a `use` tree: line, path and name of each.
type Leaf<'a> = (usize, Vec<&'a str>, Option<&'a str>);

fn tree<'a>(tokens: &[(usize, Token<'a>)], at: &mut usize, front: &[&'a str], leaves: &mut Vec<Leaf<'a>>) {
    let mut path = front.to_vec();
    while let Some((line, token)) = tokens.get(*at) {
        match token {
            Token::Colons => {}
            Token::Word("as") => {
                let Some((_, Token::Word(name))) = tokens.get(*at + 1) else { return };
                *at += 2;
                return leaves.push((*line, whole(path), Some(name)));
            }
            Token::Word(name) => path.push(name),
            Token::Sign('*') => {
                *at += 1;
                return leaves.push((*line, path, None));
            }
            Token::Sign('{') => {
                *at += 1;
                while let Some((_, token)) = tokens.get(*at) {
                    match token {
                        Token::Sign('}') => break,
                        Token::Sign(',') => *at += 1,
                        _ => tree(tokens, at, &path, leaves),
                    }
                }
                *at += 1;
                return;
            }
            _ => {
                let path = whole(path);
                let name = path.last().copied();
                // Lines are counted where a leaf ends; a sign that ends one stands behind it.
                let line = tokens.get(*at - 1).map_or(*line, |(line, _)| *line);
                return leaves.push((line, path, name));
            }
        }
        *at += 1;
    }
}

/// The path of a leaf: `self` at its end is what stands in front of it.
fn whole(mut path: Vec<&str>) -> Vec<&str> {
    if 1 < path.len() {
        path.pop_if(|last| *last == "self");
    }
    path
}

#[test]
fn use_trees_are_read_whole() {
    let source = "use super::a;\npub(crate) use crate::{\n    b::{self, c::D as E, f::*},\n    g,\n};\nuse {h::i as _, ::j::k};\nfn l() -> impl M + use<'_> {}";
    let read: Vec<String> = named(source)
        .uses
        .iter()
        .map(|used| format!("{} {} {}", used.path.line, used.path.names.join("::"), used.name.unwrap_or("*")))
        .collect();
    assert_eq!(
        read,
        [
            "1 super::a a",
            "3 crate::b b",
            "3 crate::b::c::D E",
            "3 crate::b::f *",
            "4 crate::g g",
            "6 h::i _",
            "6 j::k k",
        ]
    );
}

#[test]
fn paths_in_code_are_read_with_their_modules() {
    let source = "fn a() { b::c::<D>(); x.collect::<e::F>(); \"g::h\"; }\nmod i { mod j { fn k() { super::l::m() } } }\n<N as o::P>::q::r();\nview! { <super::s::T u=v::w() /> }";
    let read: Vec<String> = named(source)
        .paths
        .iter()
        .map(|path| format!("{} [{}] {}", path.line, path.inside.join("::"), path.names.join("::")))
        .collect();
    assert_eq!(read, ["1 [] b::c", "1 [] e::F", "2 [i::j] super::l::m", "3 [] o::P", "4 [] super::s::T", "4 [] v::w"]);
}

#[test]
fn modules_are_found_in_files_and_beside_them() {
    let read = named("mod a;\npub mod b { mod c; pub mod d {} fn e() {} }\nmod f;");
    assert_eq!(read.declared, [(1, vec!["a"]), (2, vec!["b", "c"]), (3, vec!["f"])]);
    assert_eq!(read.inner, [vec!["b"], vec!["b", "d"]]);
}
