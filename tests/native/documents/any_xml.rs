//! XML of any kind: sound documents with every way of writing there is, and the same with a few signs changed.

use proptest::{prelude::*, sample::Index};

/// Names with what prefixes they have; `p` and `q` are declared by the outermost element, for one namespace.
const ELEMENTS: [&str; 7] = ["a", "agentState", "p:a", "é-1.", "_", "q:b", "ns"];
/// Names of attributes; those of one tag are a part of them, and no two are the same in any namespace.
const ATTRIBUTES: [&str; 6] = ["ID", "p:c", "xml:lang", "x.y", "ü", "xmlns:r"];

const VALUES: [&str; 17] = [
    "",
    "x",
    " ",
    "  ",
    "\t",
    "\n",
    "&amp;",
    "&lt;",
    "&#65;",
    "&#x1F600;",
    "&#9;",
    "&#10;",
    ">",
    "]]>",
    "é😀",
    "urn:v",
    "&quot;",
];
const TEXTS: [&str; 22] = [
    "x",
    " ",
    "\n  ",
    "\t",
    "&amp;",
    "&lt;",
    "&gt;",
    "&apos;",
    "&quot;",
    "&#xA;",
    "&#13;",
    "&#x10FFFF;",
    "é😀שלום",
    "]]",
    "]>",
    ">",
    "\"'",
    "\u{85}\u{2028}",
    "\u{FFFD}",
    "--",
    "?>",
    "=",
];
const ASIDES: [&str; 12] = [
    "<!---->",
    "<!-- - -->",
    "<!-- <a> & ]]> -->",
    "<?p?>",
    "<?p <a>&?>",
    "<?xml-style é?>",
    "<![CDATA[]]>",
    "<![CDATA[<a>&]]]]>",
    "<![CDATA[]]]]>",
    "<![CDATA[\n x]]>",
    "<![CDATA[-->]]>",
    "<?_.1 ??>",
];
const BLANKS: [&str; 5] = ["", " ", "\n", "\t", "  \n"];
const DECLARATIONS: [&str; 7] = [
    "",
    "",
    "<?xml version=\"1.0\"?>",
    "<?xml version='1.0'?>\n",
    "<?xml version = \"1.0\" standalone='yes' ?>\n",
    "<?xml version=\"1.0\"\nstandalone=\"no\"?>",
    "<?xml\tversion=\"1.0\"?>\n\n",
];
/// Signs that end or begin something, and signs that XML cannot hold.
const SIGNS: [&str; 36] = [
    "<",
    ">",
    "/",
    "=",
    "\"",
    "'",
    "&",
    ";",
    "!",
    "?",
    "-",
    "--",
    "[",
    "]",
    "]]>",
    ":",
    " ",
    "\n",
    "a",
    "1",
    "é",
    "</a>",
    "<a>",
    "<a/>",
    "<!--",
    "-->",
    "<![CDATA[",
    "<?",
    "?>",
    "&#0;",
    "&#xD800;",
    "&b;",
    "\u{1}",
    "\u{FFFE}",
    "\u{FEFF}",
    "xmlns=''",
];

fn one(of: &'static [&'static str]) -> impl Strategy<Value = String> + Clone {
    prop::sample::select(of).prop_map(str::to_owned)
}

fn several(of: &'static [&'static str], most: usize) -> impl Strategy<Value = String> + Clone {
    prop::collection::vec(prop::sample::select(of), 0..=most).prop_map(|pieces| pieces.concat())
}

/// Attributes, each with the blanks around it.
fn attributes() -> impl Strategy<Value = String> {
    let value = (several(&VALUES, 4), any::<bool>())
        .prop_map(|(value, single)| if single { format!("'{value}'") } else { format!("\"{value}\"") });
    let attribute = (one(&BLANKS), one(&BLANKS), one(&BLANKS), value);
    prop::collection::vec(prop::option::weighted(0.3, attribute), ATTRIBUTES.len()).prop_map(|attributes| {
        let written = attributes.into_iter().zip(ATTRIBUTES).map(|(attribute, name)| match attribute {
            // A prefix cannot be declared empty, nor for the namespaces of XML itself.
            Some((before, ..)) if name.starts_with("xmlns") => format!(" {before}{name}='urn:r'"),
            Some((before, left, right, value)) => format!(" {before}{name}{left}={right}{value}"),
            None => String::new(),
        });
        written.collect()
    })
}

fn element() -> impl Strategy<Value = String> {
    let empty = (one(&ELEMENTS), attributes(), one(&BLANKS))
        .prop_map(|(name, attributes, blank)| format!("<{name}{attributes}{blank}/>"));
    empty.prop_recursive(5, 24, 5, |inner| {
        let text = several(&TEXTS, 4).prop_map(|text| text.replace("]]>", "]]&gt;"));
        let content = prop_oneof![3 => inner, 3 => text, 1 => one(&ASIDES)];
        let contents = prop::collection::vec(content, 0..5).prop_map(|pieces| joined(&pieces));
        (one(&ELEMENTS), attributes(), one(&BLANKS), contents, one(&BLANKS)).prop_map(
            |(name, attributes, blank, content, last)| format!("<{name}{attributes}{blank}>{content}</{name}{last}>"),
        )
    })
}

/// The pieces one behind the other; where two of them might make a `]]>`, a comment stands between.
fn joined(pieces: &[String]) -> String {
    let mut content = String::new();
    for piece in pieces {
        if content.ends_with(']') {
            content.push_str("<!---->");
        }
        content.push_str(piece);
    }
    content
}

/// A sound document.
pub fn sound() -> impl Strategy<Value = String> {
    let around = || prop::collection::vec(prop_oneof![one(&ASIDES[..6]), one(&BLANKS[1..])], 0..3);
    let namespace = one(&["", " xmlns='urn:n'", " xmlns=''"]);
    (one(&DECLARATIONS), around(), namespace, element(), around()).prop_map(
        |(declaration, before, namespace, element, after)| {
            let root = format!("<r xmlns:p='urn:p' xmlns:q=\"urn:p\"{namespace}>{element}</r>");
            format!("{declaration}{}{root}{}", before.concat(), after.concat())
        },
    )
}

/// A document with up to three signs put in, taken out or replaced; about a third of them stay sound.
pub fn nearly_sound() -> impl Strategy<Value = String> {
    let change = (any::<Index>(), 0_usize..2, prop::option::weighted(0.7, prop::sample::select(&SIGNS[..])));
    (sound(), prop::collection::vec(change, 1..=3)).prop_map(|(mut text, changes)| {
        for (at, lost, sign) in changes {
            let characters: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let at = at.index(characters.len());
            let end = (at + lost).min(characters.len() - 1);
            text.replace_range(characters[at]..characters[end], sign.unwrap_or_default());
        }
        text
    })
}
