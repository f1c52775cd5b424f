//! Circles: files each of which needs all the others.

use std::collections::{BTreeMap, BTreeSet};

use super::graph::{Edge, Graph};

/// Files in a circle, and what leads from one of them to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Circle {
    /// The files.
    pub files: BTreeSet<String>,
    /// What makes the circle.
    pub edges: Vec<Edge>,
}

/// The circles of a graph. What leads from a file to one it stands inside of is left out: the two belong together.
pub fn circles(graph: &Graph) -> Vec<Circle> {
    let edges: Vec<&Edge> = graph.edges.iter().filter(|edge| !graph.is_ancestor(&edge.to, &edge.from)).collect();
    let mut used: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for edge in &edges {
        used.entry(&edge.from).or_default().push(&edge.to);
    }
    let reached: BTreeMap<&str, BTreeSet<&str>> = used.keys().map(|file| (*file, all_behind(file, &used))).collect();
    let reaches = |from: &str, to: &str| reached.get(from).is_some_and(|reached| reached.contains(to));
    let mut found: Vec<Circle> = Vec::new();
    for file in used.keys().filter(|file| reaches(file, file)) {
        if found.iter().any(|circle| circle.files.contains(*file)) {
            continue;
        }
        let is_in = |other: &str| reaches(file, other) && reaches(other, file);
        let own = edges.iter().filter(|edge| is_in(&edge.from) && is_in(&edge.to));
        found.push(Circle {
            files: used.keys().filter(|other| is_in(other)).map(|other| (*other).to_owned()).collect(),
            edges: own.map(|edge| (*edge).clone()).collect(),
        });
    }
    found
}

/// All files that a file needs, by whatever way.
fn all_behind<'a>(file: &str, used: &BTreeMap<&'a str, Vec<&'a str>>) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<&str> = used.get(file).cloned().unwrap_or_default();
    while let Some(next) = open.pop() {
        if reached.insert(next) {
            open.extend(used.get(next).into_iter().flatten());
        }
    }
    reached
}
