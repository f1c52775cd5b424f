//! The texts of the entries.

use super::{entries, respelling, writable};
use crate::{
    editor::{change::Change, place::EntryPlace, refusal::Refusal, subject::Subject},
    mapping::{
        agent_states::{Activity, StateEntry, writing},
        lcid::Lcid,
    },
    source::{
        edit::{Edit, Edits},
        indent,
        text::{Part, Span},
        xml::End,
    },
};

pub(super) fn set(subject: Subject<'_>, place: &EntryPlace, lcid: Lcid, text: &str) -> Result<Change, Refusal> {
    let (_, entry) = entries::entry(subject, place)?;
    let id = entries::name(subject, entry);
    let language = lcid.name();
    let written = edits(subject, entry, &[(lcid, text)])?;
    let label = match entry.activity_in(lcid) {
        Some(_) if text.is_empty() => format!("{language} text of {id} removed"),
        Some(_) => format!("{language} text of {id} changed"),
        None => format!("{language} text of {id} added"),
    };
    let edits =
        [written.edits, indent::deletion(&subject.profile.xml, written.gone).iter().cloned().collect()].concat();
    Ok(subject.change(label, Part::Xml, Edits::new(edits).expect("of one text, one thing is done")))
}

/// What becomes of the texts of an entry: the edits, and the elements that go, which may share their lines with others.
pub(super) struct Rewritten {
    pub edits: Vec<Edit>,
    pub gone: Vec<Span>,
}

/// The edits that give an entry texts, each language once; an empty text goes.
pub(super) fn edits(subject: Subject<'_>, entry: &StateEntry, texts: &[(Lcid, &str)]) -> Result<Rewritten, Refusal> {
    let source = &*subject.profile.xml;
    let mut rewritten = Rewritten { edits: Vec::new(), gone: Vec::new() };
    let mut new: Vec<(Lcid, &str)> = Vec::new();
    for &(lcid, text) in texts {
        writable(text)?;
        match entry.activity_in(lcid).map(|activity| &entry.activities[activity]) {
            None if text.is_empty() => {}
            None => new.push((lcid, text)),
            Some(activity) if text.is_empty() => {
                rewritten.gone.push(writing::without_blanks_behind(source, activity.span));
            }
            Some(activity) if activity.text.text == text => {}
            Some(activity) if !is_closed(source, activity.start_tag) => return Err(subject.broken(activity.start_tag)),
            Some(activity) => rewritten.edits.extend(replacement(subject, activity, text).iter().cloned()),
        }
    }
    if !new.is_empty() && entry.activities.is_empty() && !is_closed(source, entry.start_tag) {
        return Err(subject.broken(entry.start_tag));
    }
    rewritten.edits.extend(additions(subject, entry, &new));
    Ok(rewritten)
}

/// Whether a start tag has its `>`, so that content can follow.
fn is_closed(source: &str, start_tag: Span) -> bool {
    start_tag.text(source).ends_with('>')
}

/// The text gives way to the new one; comments beside it stay, and what is the same stays as it is written.
fn replacement(subject: Subject<'_>, activity: &Activity, text: &str) -> Edits {
    let source = &*subject.profile.xml;
    if let Some(edit) = respelling::of_difference(subject, activity, text) {
        return edit.into();
    }
    let text = &respelling::written(subject, text);
    if activity.end == End::Empty {
        let name = activity.name_span.text(source);
        return writing::opened(source, activity.start_tag, &format!("{text}</{name}>")).into();
    }
    let mut content = activity.text.span;
    if activity.end == End::Missing {
        // The line feed in front of what follows is not part of the text.
        content.end = content.start + content.text(source).trim_end().len();
    }
    let stretches = without_comments(source, content);
    let filled = stretches.iter().position(|span| !span.text(source).trim().is_empty()).unwrap_or_default();
    let written = |at| if at == filled { &**text } else { "" };
    let edits = stretches.iter().enumerate().map(|(at, span)| Edit::replace(*span, written(at)));
    Edits::new(edits.collect()).expect("a comment stands between one stretch and the next")
}

/// What stands between the comments of a text; all of it as one stretch where a CDATA section may hold the marks of one.
fn without_comments(source: &str, span: Span) -> Vec<Span> {
    const OPENING: &str = "<!--";
    const CLOSING: &str = "-->";
    if span.text(source).contains("<![CDATA[") {
        return vec![span];
    }
    let mut stretches = Vec::new();
    let mut start = span.start;
    while let Some(opening) = source[start..span.end].find(OPENING).map(|length| start + length) {
        let inside = opening + OPENING.len();
        let Some(length) = source.get(inside..span.end).and_then(|inside| inside.find(CLOSING)) else { break };
        stretches.push(Span::new(start, opening));
        start = inside + length + CLOSING.len();
    }
    stretches.push(Span::new(start, span.end));
    stretches
}

/// New texts stand behind their siblings, one in the default language before them, in their indentation.
fn additions(subject: Subject<'_>, entry: &StateEntry, texts: &[(Lcid, &str)]) -> Vec<Edit> {
    let default = subject.profile.choices.default_language;
    let (front, behind): (Vec<_>, Vec<_>) = texts.iter().copied().partition(|(lcid, _)| *lcid == default);
    let (Some(first), Some(last)) = (entry.activities.first(), entry.activities.last()) else {
        return only_children(subject, entry, &[front, behind].concat()).into_iter().collect();
    };
    let source = &*subject.profile.xml;
    let written = |neighbour: &Activity, (lcid, text): &(Lcid, &str)| {
        let name = neighbour.name_span.text(source);
        let quote = neighbour.lcid.as_ref().map_or('"', |written| writing::quote_around(source, written.span));
        format!("<{name} LCID={quote}{}{quote}>{}</{name}>", lcid.number(), respelling::written(subject, text))
    };
    let front = front.iter().map(|text| match indent::indent_of(source, first.span.start) {
        Some(indent) => Edit::insert(first.span.start, format!("{}\n{indent}", written(first, text))),
        None => Edit::insert(first.span.start, written(first, text)),
    });
    let behind = behind.iter().map(|text| match indent::indent_of(source, last.span.start) {
        Some(indent) => format!("\n{indent}{}", written(last, text)),
        None => written(last, text),
    });
    let behind = Edit::insert(last.span.end, behind.collect::<String>());
    front.chain([behind]).filter(|edit| !edit.is_empty()).collect()
}

/// The first texts of an entry.
fn only_children(subject: Subject<'_>, entry: &StateEntry, texts: &[(Lcid, &str)]) -> Option<Edit> {
    if texts.is_empty() {
        return None;
    }
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
