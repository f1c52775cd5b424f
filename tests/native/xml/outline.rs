//! A reading as lines of text, and what holds for every reading.

use presence_profile_core::{
    mapping::agent_states::{Activity, PresenceMap, Written},
    source::{
        phrase::Phrase,
        text::{LineIndex, Span},
        xml::{End, TextKind, Xml, faults::Fault, paint},
    },
};

/// Colours are sorted, disjoint and inside the window.
pub fn check_paint(text: &str, window: Span, paints: &[paint::Paint]) {
    let mut end = window.start;
    for paint in paints {
        assert!(end <= paint.span.start && paint.span.start < paint.span.end && paint.span.end <= window.end);
        let _on_boundaries = paint.span.text(text);
        end = paint.span.end;
    }
}

/// All spans lie on character boundaries and inside the span they belong to.
pub fn check_spans(text: &str, xml: &Xml) {
    let everything = Span::new(0, text.len());
    let inside = |outer: Span, inner: Span| {
        let _on_boundaries = inner.text(text);
        assert!(outer.covers(inner), "{inner:?} is not inside {outer:?} of {text:?}");
    };
    for (index, element) in xml.elements.iter().enumerate() {
        let outer = element.parent.map_or(everything, |parent| {
            assert!(parent < index);
            xml.content(parent)
        });
        inside(outer, element.span);
        inside(element.span, element.start_tag);
        inside(element.start_tag, element.name);
        inside(element.span, xml.content(index));
        if let End::Tag(tag) = element.end {
            inside(element.span, tag);
            assert_eq!(tag.end, element.span.end);
        }
        for attribute in &xml.attributes[element.attributes.clone()] {
            inside(element.start_tag, attribute.span);
            inside(attribute.span, attribute.name);
            inside(attribute.span, attribute.value);
        }
        xml.inner_text(text, index);
    }
    for piece in &xml.texts {
        inside(piece.parent.map_or(everything, |parent| xml.content(parent)), piece.span);
        assert!(!piece.span.is_empty() || piece.kind == TextKind::CData);
    }
    for span in xml.comments.iter().chain(&xml.declaration).chain(&xml.doctype) {
        inside(everything, *span);
    }
    for fault in &xml.faults {
        inside(everything, fault.span);
    }
    assert!(xml.texts.is_sorted_by_key(|piece| piece.span.start));
    assert!(xml.elements.is_sorted_by_key(|element| element.span.start));
}

/// What was read, a line for each element and each fault.
pub fn outline(text: &str, xml: &Xml) -> String {
    let mut outline = String::new();
    let mut depths: Vec<usize> = Vec::new();
    for (index, element) in xml.elements.iter().enumerate() {
        let depth = element.parent.map_or(0, |parent| depths[parent] + 1);
        depths.push(depth);
        outline += &format!("{}{}", "  ".repeat(depth), element.name.text(text));
        for attribute in &xml.attributes[element.attributes.clone()] {
            outline += &format!(" {}=[{}]", attribute.name.text(text), attribute.value.text(text).escape_debug());
        }
        let inner = xml.inner_text(text, index);
        if !inner.trim().is_empty() {
            outline += &format!(" [{}]", inner.escape_debug());
        }
        outline += match element.end {
            End::Empty => " /",
            End::Tag(_) => "",
            End::Missing => " unclosed",
        };
        outline += if element.broken { " broken\n" } else { "\n" };
    }
    outline += &list_faults(text, &xml.faults);
    if outline.is_empty() { "nothing".to_owned() } else { outline }
}

fn list_faults(text: &str, faults: &[Fault]) -> String {
    let lines = LineIndex::new(text);
    let mut list = String::new();
    for fault in faults {
        let position = lines.position(text, fault.span.start);
        let culprit = fault.span.text(text).escape_debug();
        let message: Vec<String> = fault.message.parts().map(Phrase::to_string).collect();
        let message = message.join(" | ");
        list += &format!("! {}:{} {} [{culprit}]\n", position.line, position.column, message);
    }
    list
}

/// What the file says, a line for each entry, text and fault.
pub fn entries(text: &str, map: &PresenceMap) -> String {
    let said = |written: &Option<Written>| {
        written.as_ref().map_or("-".to_owned(), |written| format!("[{}]", written.text.escape_debug()))
    };
    let broken = |broken: bool| if broken { " broken" } else { "" };
    let mut list = String::new();
    if let Some(root) = &map.root {
        let ours = if root.is_agent_states { "" } else { " (another)" };
        list += &format!("root {}{ours} namespace {}\n", root.name.text(text), said(&root.namespace));
    }
    for entry in &map.entries {
        let value = entry.availability_value().map_or("-".to_owned(), |value| value.number().to_string());
        let availability = said(&entry.availability);
        list += &format!("{} availability {availability} = {value}{}\n", said(&entry.id), broken(entry.broken));
        for Activity { lcid, text, broken: is_broken, .. } in &entry.activities {
            list += &format!("  {} [{}]{}\n", said(lcid), text.text.escape_debug(), broken(*is_broken));
        }
    }
    for lost in &map.lost {
        list += &format!("lost [{}]\n", lost.text(text).escape_debug());
    }
    list + &list_faults(text, &map.faults)
}
