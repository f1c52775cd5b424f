//! Which file uses which: the modules of all crates, and what each path leads to.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::{self, Display, Formatter},
};

use super::paths::{Named, Path, named};

/// The module trees of a set of source files, and what leads from file to file.
#[derive(Debug, Default)]
pub struct Graph {
    /// What leads from one file to another: one edge for both, in their order.
    pub edges: Vec<Edge>,
    /// Files that no `mod` line leads to.
    pub loose: Vec<String>,
    /// The file of each module, by the whole path of the module, its crate's name first.
    modules: BTreeMap<Vec<String>, String>,
}

/// A file uses another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge {
    /// The file that uses.
    pub from: String,
    /// The file that is used.
    pub to: String,
    /// The line of the first path that leads there.
    pub line: usize,
    /// That path, as it is written.
    pub path: String,
}

impl Display for Edge {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{} uses {} ({})", self.from, self.line, self.to, self.path)
    }
}

/// A crate: its name in paths, and the file it begins in.
pub type Root = (&'static str, &'static str);

impl Graph {
    /// Reads all files, each by its path and its text, from the files that crates begin in.
    pub fn of(files: &[(String, String)], roots: &[Root]) -> Graph {
        let texts: BTreeMap<&str, Named<'_>> = files.iter().map(|(file, text)| (file.as_str(), named(text))).collect();
        let mut graph = Graph::default();
        let mut edges = BTreeSet::new();
        for (name, file) in roots {
            graph.take(vec![(*name).to_owned()], file, &texts, &mut edges);
        }
        let mut scopes = Vec::new();
        for (module, file) in &graph.modules {
            if module.len() == 1 || graph.modules.get(&module[..module.len() - 1]) != Some(file) {
                scopes.push((module, file));
            }
        }
        for (module, file) in scopes {
            graph.follow(module, file, &texts[file.as_str()], &mut edges);
        }
        let is_loose = |file: &String| graph.modules.values().all(|own| own != file);
        graph.loose = files.iter().map(|(file, _)| file).filter(|file| is_loose(file)).cloned().collect();
        // Of several paths from file to file the first is enough.
        let mut seen = BTreeSet::new();
        graph.edges = edges.into_iter().filter(|edge| seen.insert((edge.from.clone(), edge.to.clone()))).collect();
        graph
    }

    /// Whether a module of one file is inside a module of the other.
    pub fn is_ancestor(&self, outer: &str, inner: &str) -> bool {
        let of = |file: &str| self.modules.iter().filter(|(_, own)| *own == file).map(|(module, _)| module).min();
        let (Some(outer), Some(inner)) = (of(outer), of(inner)) else { return false };
        outer.len() < inner.len() && inner.starts_with(outer)
    }

    /// Takes a file as a module, and all that stands in it or is declared in it.
    fn take(&mut self, module: Vec<String>, file: &str, texts: &BTreeMap<&str, Named<'_>>, edges: &mut BTreeSet<Edge>) {
        let Some(named) = texts.get(file) else { return };
        let folder = match file.rsplit_once('/') {
            Some((folder, "lib.rs" | "main.rs")) => folder.to_owned(),
            _ => file.trim_end_matches(".rs").to_owned(),
        };
        let joined = |names: &[&str]| [module.clone(), names.iter().map(|name| (*name).to_owned()).collect()].concat();
        for inner in &named.inner {
            self.modules.insert(joined(inner), file.to_owned());
        }
        for (line, names) in &named.declared {
            let own = format!("{folder}/{}.rs", names.join("/"));
            edges.insert(Edge {
                from: file.to_owned(),
                to: own.clone(),
                line: *line,
                path: format!("mod {}", names.join("::")),
            });
            self.take(joined(names), &own, texts, edges);
        }
        self.modules.insert(module, file.to_owned());
    }

    /// Follows all paths of a file.
    fn follow(&self, module: &[String], file: &str, named: &Named<'_>, edges: &mut BTreeSet<Edge>) {
        let mut names = Names { own: module.to_vec(), bound: BTreeMap::new(), all_of: Vec::new() };
        // A `use` may begin with a name that another one, below it, brings.
        for _ in 0..2 {
            for used in &named.uses {
                let Some(target) = self.absolute(&used.path, &names) else { continue };
                let inside = names.module(&used.path);
                match used.name {
                    Some(name) => drop(names.bound.insert((inside, name.to_owned()), target)),
                    None => names.all_of.push((inside, target)),
                }
            }
        }
        for path in named.uses.iter().map(|used| &used.path).chain(&named.paths) {
            let Some(target) = self.absolute(path, &names) else { continue };
            let deepest = (1..=target.len()).rev().find_map(|end| self.modules.get(&target[..end]));
            let to = deepest.expect("a path begins with a crate").clone();
            if to != file {
                edges.insert(Edge { from: file.to_owned(), to, line: path.line, path: path.names.join("::") });
            }
        }
    }

    /// The whole path, from its crate on; `None` for what is of other crates or no path of modules.
    fn absolute(&self, path: &Path<'_>, names: &Names) -> Option<Vec<String>> {
        let mut base = names.module(path);
        let first = *path.names.first()?;
        let mut rest = path.names.as_slice();
        let child = |module: &[String]| [module, &[first.to_owned()]].concat();
        let is_child = |module: &[String]| self.modules.contains_key(&child(module));
        match first {
            "crate" => {
                base.truncate(1);
                rest = &rest[1..];
            }
            "self" | "super" => {
                while let [step @ ("self" | "super"), behind @ ..] = rest {
                    if *step == "super" {
                        base.pop();
                    }
                    rest = behind;
                }
            }
            _ if is_child(&base) => {}
            _ => match names.bound.get(&(base.clone(), first.to_owned())) {
                Some(target) => {
                    base.clone_from(target);
                    rest = &rest[1..];
                }
                None => {
                    let all_of = names.all_of.iter().filter(|(inside, _)| *inside == base);
                    base = match all_of.map(|(_, module)| module).find(|module| is_child(module)) {
                        Some(module) => module.clone(),
                        None if self.modules.contains_key(&vec![first.to_owned()]) => Vec::new(),
                        None => return None,
                    };
                }
            },
        }
        base.extend(rest.iter().map(|name| (*name).to_owned()));
        Some(base).filter(|path| !path.is_empty())
    }
}

/// What the names in a file stand for.
struct Names {
    /// The module of the file.
    own: Vec<String>,
    /// What a name of a module was brought in as.
    bound: BTreeMap<(Vec<String>, String), Vec<String>>,
    /// The modules of which a module has all names.
    all_of: Vec<(Vec<String>, Vec<String>)>,
}

impl Names {
    /// The module a path stands in.
    fn module(&self, path: &Path<'_>) -> Vec<String> {
        self.own.iter().cloned().chain(path.inside.iter().map(|name| (*name).to_owned())).collect()
    }
}
