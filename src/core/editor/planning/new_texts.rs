//! Where new texts of an entry stand: in the order of the languages, in the form of their siblings, beside the comment that
//! speaks of their language.

use super::respelling;
use crate::{
    editor::subject::Subject,
    mapping::{
        agent_states::{Activity, StateEntry, writing},
        lcid::{self, Lcid},
    },
    source::{edit::Edit, indent, text::Span, xml::End},
};

/// New texts, one in the default language before its siblings.
pub(super) fn additions(subject: Subject<'_>, entry: &StateEntry, texts: &[(Lcid, &str)]) -> Vec<Edit> {
    if texts.is_empty() {
        return Vec::new();
    }
    let default = subject.profile.choices.default_language;
    let order = |lcid: &Lcid| subject.analysis.languages.iter().position(|own| own == lcid).unwrap_or(usize::MAX);
    let mut texts = texts.to_vec();
    texts.sort_by_key(|(lcid, _)| if *lcid == default { (0, 0) } else { (1, order(lcid)) });
    let Some(siblings) = Siblings::of(subject, entry) else {
        return only_children(subject, entry, &texts).into_iter().collect();
    };
    let mut edits: Vec<Edit> = Vec::new();
    for (lcid, text) in texts {
        let edit = siblings.with(subject, lcid, text, |other| lcid != default && order(&other) <= order(&lcid));
        match edits.iter_mut().find(|before| before.span == edit.span) {
            Some(before) => before.text.push_str(&edit.text),
            None => edits.push(edit),
        }
    }
    edits
}

/// The texts that an entry has, and how they stand in it.
struct Siblings<'a> {
    source: &'a str,
    all: &'a [Activity],
    first: &'a Activity,
    last: &'a Activity,
    /// Comments beside the texts.
    comments: Vec<Span>,
    habit: Habit,
}

/// Where the comment of a text stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Habit {
    LineAbove,
    InFront,
    Behind,
}

impl<'a> Siblings<'a> {
    fn of(subject: Subject<'a>, entry: &'a StateEntry) -> Option<Siblings<'a>> {
        let source = &*subject.profile.xml;
        let (first, last) = (entry.activities.first()?, entry.activities.last()?);
        let comments = comments(source, entry);
        let is_beside = |one: usize, other: usize| {
            source.get(one..other).is_some_and(|between| between.bytes().all(|byte| matches!(byte, b' ' | b'\t')))
        };
        let has = |is_one: &dyn Fn(&Activity, &Span) -> bool| {
            entry.activities.iter().any(|own| comments.iter().any(|comment| is_one(own, comment)))
        };
        let habit = match () {
            () if has(&|own, comment| is_beside(own.span.end, comment.start)) => Habit::Behind,
            () if has(&|own, comment| is_beside(comment.end, own.span.start)) => Habit::InFront,
            () => Habit::LineAbove,
        };
        Some(Siblings { source, all: &entry.activities, first, last, comments, habit })
    }

    /// A text put behind the last of those it `follows`, or in front of all.
    fn with(&self, subject: Subject<'_>, lcid: Lcid, text: &str, follows: impl Fn(Lcid) -> bool) -> Edit {
        let source = self.source;
        let is_whole = self.all.iter().all(|own| own.end != End::Missing && !own.broken);
        let follows = |own: &&Activity| own.lcid_value().is_some_and(&follows);
        let before = self.all.iter().rev().find(follows);
        // Where one is broken, only what stands behind all of them stands behind each.
        let before = if is_whole || before.is_none() { before } else { Some(self.last) };
        let neighbour = before.unwrap_or(self.first);
        let name = neighbour.name_span.text(source);
        let quote = neighbour.lcid.as_ref().map_or('"', |written| writing::quote_around(source, written.span));
        let written =
            format!("<{name} LCID={quote}{}{quote}>{}</{name}>", lcid.number(), respelling::written(subject, text));
        let indent = self.indent(neighbour);
        let own_comment = self.comments.iter().find(|comment| is_about(comment.text(source), lcid));
        match (own_comment.filter(|_| is_whole), self.habit, indent) {
            (Some(comment), Habit::Behind, indent) => match indent.zip(indent::indent_of(source, comment.start)) {
                Some((indent, blanks)) => {
                    let front = Span::new(comment.start - blanks.len(), comment.start);
                    Edit::replace(front, format!("{indent}{written} "))
                }
                None => Edit::insert(comment.start, format!("{written} ")),
            },
            (Some(comment), Habit::LineAbove, Some(indent)) => {
                Edit::insert(comment.end, format!("\n{indent}{written}"))
            }
            (Some(comment), ..) => Edit::insert(comment.end, written),
            (None, _, Some(indent)) if before.is_some() => {
                Edit::insert(self.line_end(neighbour), format!("\n{indent}{written}"))
            }
            (None, _, Some(indent)) => Edit::insert(neighbour.span.start, format!("{written}\n{indent}")),
            (None, _, None) if before.is_some() => Edit::insert(self.line_end(neighbour), written),
            (None, _, None) => Edit::insert(neighbour.span.start, written),
        }
    }

    /// The blanks its line begins with, where nothing but comments stands in front of it.
    fn indent(&self, own: &Activity) -> Option<&'a str> {
        let mut start = own.span.start;
        loop {
            if let Some(indent) = indent::indent_of(self.source, start) {
                return Some(indent);
            }
            let front = self.source[..start].trim_end_matches([' ', '\t']).len();
            start = self.comments.iter().find(|comment| comment.end == front)?.start;
        }
    }

    /// Behind it, and behind the comment that stands on its line. One that has no end tag leaves the blanks behind it to what
    /// follows.
    fn line_end(&self, own: &Activity) -> usize {
        let end = writing::without_blanks_behind(self.source, own.span).end;
        let is_behind = |comment: &&Span| {
            self.source
                .get(own.span.end..comment.start)
                .is_some_and(|between| between.trim_matches([' ', '\t']).is_empty())
        };
        self.comments.iter().find(is_behind).map_or(end, |comment| comment.end)
    }
}

/// The comments of an entry beside its texts.
fn comments(source: &str, entry: &StateEntry) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = entry.start_tag.end;
    let bounds =
        entry.activities.iter().map(|own| (own.span.start, own.span.end)).chain([(entry.span.end, entry.span.end)]);
    for (start, end) in bounds {
        let mut rest = at;
        while let Some(opening) =
            source.get(rest..start).and_then(|between| between.find("<!--")).map(|length| rest + length)
        {
            let Some(length) = source[opening..start].find("-->") else { break };
            rest = opening + length + "-->".len();
            found.push(Span::new(opening, rest));
        }
        at = end;
    }
    found
}

/// Whether a comment names a language and nothing else: `<!-- de -->`, `<!-- German -->`.
fn is_about(comment: &str, lcid: Lcid) -> bool {
    let inside = comment.trim_start_matches("<!--").trim_end_matches("-->");
    matches!(lcid::parse_list(inside).as_slice(), [found] if found.language.map(Lcid::from) == Some(lcid))
}

/// The first texts of an entry.
fn only_children(subject: Subject<'_>, entry: &StateEntry, texts: &[(Lcid, &str)]) -> Option<Edit> {
    let source = &*subject.profile.xml;
    let entry_name = entry.name_span.text(source);
    let name = match entry_name.split_once(':') {
        Some((prefix, _)) => format!("{prefix}:activity"),
        None => "activity".to_owned(),
    };
    let own = indent::indent_of(source, entry.span.start);
    let front = own.map_or_else(String::new, |own| format!("\n{own}{}", subject.analysis.map.indent_unit(source)));
    let written = texts.iter().map(|(lcid, text)| {
        format!("{front}<{name} LCID=\"{}\">{}</{name}>", lcid.number(), respelling::written(subject, text))
    });
    let written: String = written.collect();
    let behind = own.map_or_else(String::new, |own| format!("\n{own}"));
    Some(match entry.end {
        End::Empty => writing::opened(source, entry.start_tag, &format!("{written}{behind}</{entry_name}>")),
        End::Tag(tag) if own.is_some() && !source[entry.start_tag.end..tag.start].contains('\n') => {
            Edit::insert(entry.start_tag.end, format!("{written}{behind}"))
        }
        End::Tag(_) | End::Missing => Edit::insert(entry.start_tag.end, written),
    })
}
