//! The white space between elements, as it shows their depth; what holds a text stays as it is, to the byte.

use super::{End, TextKind, Xml};
use crate::source::{
    edit::{Edit, Edits},
    indent,
    text::Span,
};

/// What elements hold, by their names without prefix, where that is known.
#[derive(Debug, Clone, Copy)]
pub struct Kinds<'a> {
    /// Elements that hold elements and no text, also while they are empty.
    pub outer: &'a [&'a str],
    /// Elements that hold a text: blanks are a part of it.
    pub texts: &'a [&'a str],
}

/// The edits that put each element on a line of its own, one level deeper than the one around it. Elements that hold a
/// text beside others, or ask for their space to be preserved, are left as they are, with all that is in them; a comment
/// stays in the line it stands in. Of blank lines one is kept.
///
/// `None` where the text is no sound XML.
pub fn format(text: &str, xml: &Xml, kinds: Kinds<'_>) -> Option<Edits> {
    if !xml.is_well_formed() || xml.unread.is_some() {
        return None;
    }
    let mut formatter = Formatter::new(text, xml, kinds);
    formatter.document();
    for element in 0..xml.elements.len() {
        if !formatter.is_left[element] {
            formatter.content(element);
        }
    }
    Some(Edits::new(formatter.edits).expect("gaps lie apart"))
}

struct Formatter<'a> {
    text: &'a str,
    xml: &'a Xml,
    /// Which elements are left as they are, with all that is in them.
    is_left: Vec<bool>,
    /// Which of them may hold blanks that mean nothing, though they hold nothing else.
    is_outer: Vec<bool>,
    children: Vec<Vec<usize>>,
    depths: Vec<usize>,
    unit: &'a str,
    edits: Vec<Edit>,
}

/// What stands at the end of a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edge {
    /// The beginning of the text, or its end.
    Text,
    /// The tag of the element around it.
    Around,
    /// An element, or the declaration.
    Element,
    /// A comment or an instruction.
    Aside,
}

impl<'a> Formatter<'a> {
    fn new(text: &'a str, xml: &'a Xml, kinds: Kinds<'_>) -> Formatter<'a> {
        let count = xml.elements.len();
        let name = |element: usize| super::local_name(xml.elements[element].name.text(text));
        let mut children: Vec<Vec<usize>> = vec![Vec::new(); count];
        let mut depths = vec![0; count];
        let mut is_left: Vec<bool> = (0..count).map(|element| kinds.texts.contains(&name(element))).collect();
        for piece in &xml.texts {
            let is_blank = piece.kind == TextKind::Text && piece.span.text(text).trim_ascii().is_empty();
            if let Some(parent) = piece.parent.filter(|_| !is_blank) {
                is_left[parent] = true;
            }
        }
        for (at, element) in xml.elements.iter().enumerate() {
            is_left[at] |= element.end == End::Empty || preserves(text, xml, at);
            if let Some(parent) = element.parent {
                children[parent].push(at);
                depths[at] = depths[parent] + 1;
            }
        }
        let is_outer = (0..count).map(|element| kinds.outer.contains(&name(element))).collect();
        let mut formatter = Formatter { text, xml, is_left, is_outer, children, depths, unit: "  ", edits: Vec::new() };
        for at in 0..count {
            let is_inside = xml.elements[at].parent.is_some_and(|parent| formatter.is_left[parent]);
            // A section without content is no text, and yet no blank.
            let holds_more = || formatter.gaps(at).iter().any(|gap| asides(text, *gap).is_none());
            formatter.is_left[at] = formatter.is_left[at] || is_inside || holds_more();
        }
        formatter.unit = formatter.example().unwrap_or("  ");
        formatter
    }

    /// How much deeper the first child stands that stands deeper.
    fn example(&self) -> Option<&'a str> {
        let formatted = (0..self.xml.elements.len()).filter(|element| !self.is_left[*element]);
        let indent = |element: usize| indent::indent_of(self.text, self.xml.elements[element].span.start);
        formatted.into_iter().find_map(|element| {
            let own = indent(element)?;
            let inner = self.children[element].iter().find_map(|child| indent(*child))?;
            inner.strip_prefix(own).filter(|unit| !unit.is_empty())
        })
    }

    /// What stands between the tags of an element and its children.
    fn gaps(&self, element: usize) -> Vec<Span> {
        let content = self.xml.content(element);
        let mut at = content.start;
        let mut gaps = Vec::with_capacity(self.children[element].len() + 1);
        for child in &self.children[element] {
            let child = self.xml.elements[*child].span;
            gaps.push(Span::new(at, child.start));
            at = child.end;
        }
        gaps.push(Span::new(at, content.end));
        gaps
    }

    fn content(&mut self, element: usize) {
        let depth = self.depths[element];
        let is_outer = self.is_outer[element];
        let gaps = self.gaps(element);
        let last = gaps.len() - 1;
        for (at, gap) in gaps.into_iter().enumerate() {
            let front = if at == 0 { Edge::Around } else { Edge::Element };
            let behind = if at == last { Edge::Around } else { Edge::Element };
            self.gap(gap, front, behind, |front, behind, blanks| match (front, behind) {
                // Of an element that holds nothing, blanks may be all that is meant.
                (Edge::Around, Edge::Around) => (is_outer && blanks.contains('\n')).then_some((false, depth)),
                (_, Edge::Around) => Some((false, depth)),
                (front, _) => Some((front != Edge::Around && is_parted(blanks), depth + 1)),
            });
        }
    }

    /// What stands in front of the outermost element, and behind it.
    fn document(&mut self) {
        let Some(root) = self.xml.elements.first().map(|root| root.span) else { return };
        let declared = self.xml.declaration.map(|declaration| declaration.end);
        let first = if declared.is_some() { Edge::Element } else { Edge::Text };
        let lines = |front: Edge, behind: Edge, blanks: &str| match (front, behind) {
            (_, Edge::Text) => blanks.contains('\n').then_some((false, 0)),
            (front, _) => Some((front != Edge::Text && is_parted(blanks), 0)),
        };
        self.gap(Span::new(declared.unwrap_or_default(), root.start), first, Edge::Element, lines);
        self.gap(Span::new(root.end, self.text.len()), Edge::Element, Edge::Text, lines);
    }

    /// Rewrites the blanks of a gap. `lines` says of those between two edges whether a blank line is kept and how deep what
    /// follows stands; `None` leaves them.
    fn gap(&mut self, gap: Span, front: Edge, behind: Edge, lines: impl Fn(Edge, Edge, &str) -> Option<(bool, usize)>) {
        let asides = asides(self.text, gap).unwrap_or_default();
        let (mut at, mut last) = (gap.start, front);
        let stops = asides.into_iter().map(|aside| (aside, Edge::Aside)).chain([(Span::at(gap.end), behind)]);
        for (stop, edge) in stops {
            let run = Span::new(at, stop.start);
            let blanks = run.text(self.text);
            // A comment stays in its line; at the very beginning of the text there is nothing that it could stand behind.
            let is_beside =
                (last == Edge::Aside || edge == Edge::Aside) && !blanks.contains('\n') && last != Edge::Text;
            if let Some((is_parted, depth)) = lines(last, edge, blanks).filter(|_| !is_beside) {
                let feeds = match (last, is_parted) {
                    (Edge::Text, _) => "",
                    (_, true) => "\n\n",
                    (_, false) => "\n",
                };
                let written = format!("{feeds}{}", self.unit.repeat(depth));
                if written != blanks {
                    self.edits.push(Edit::replace(run, written));
                }
            }
            (at, last) = (stop.end, edge);
        }
    }
}

/// Whether blanks hold a blank line.
fn is_parted(blanks: &str) -> bool {
    1 < blanks.matches('\n').count()
}

/// Whether an element asks for its white space to be preserved.
fn preserves(text: &str, xml: &Xml, element: usize) -> bool {
    let attributes = &xml.attributes[xml.elements[element].attributes.clone()];
    attributes.iter().any(|attribute| {
        attribute.name.text(text) == "xml:space" && super::attribute_value(attribute.value.text(text)) == "preserve"
    })
}

/// The comments and instructions of a gap of a sound text; `None` where it holds something else.
fn asides(text: &str, gap: Span) -> Option<Vec<Span>> {
    let mut asides = Vec::new();
    let mut at = gap.start;
    while let Some(length) = text[at..gap.end].find('<') {
        let start = at + length;
        let rest = &text[start..gap.end];
        let closing = if rest.starts_with("<!--") { "-->" } else { "?>" };
        if !rest.starts_with("<!--") && !rest.starts_with("<?") {
            return None;
        }
        let inside = if closing == "-->" { 4 } else { 2 };
        at = start + inside + rest[inside..].find(closing)? + closing.len();
        asides.push(Span::new(start, at));
    }
    Some(asides)
}
