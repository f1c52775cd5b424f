//! The verdict on a file: whether every conforming reader takes its bytes.

use super::{
    Xml,
    faults::{Fault, quoted},
};
use crate::source::{
    decode::{self, DecodeError, Decoded, encoding::Encoding},
    text::Span,
};

/// Why a file is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// Its bytes are no text that can be read.
    Bytes(DecodeError),
    /// Its text is not well-formed, not namespace-well-formed, or has a DOCTYPE.
    Text {
        /// The text.
        text: String,
        /// What is wrong with it, in the order of the text; never empty.
        faults: Vec<Fault>,
    },
}

/// Judges a file by XML 1.0 (fifth edition) and Namespaces in XML 1.0, and refuses every DOCTYPE.
///
/// Blind to what the elements are called. A file that passes is given back with its reading.
pub fn judge(bytes: &[u8]) -> Result<(Decoded, Xml), Refused> {
    let decoded = decode::decode(bytes).map_err(Refused::Bytes)?;
    let mut xml = Xml::read(&decoded.text, &[]);
    if let Some(contradiction) = contradiction(&decoded.text, &xml, decoded.encoding) {
        let behind = xml.faults.partition_point(|fault| fault.span.start < contradiction.span.start);
        xml.faults.insert(behind, contradiction);
    }
    if xml.is_well_formed() {
        return Ok((decoded, xml));
    }
    if xml.faults.is_empty() {
        let span = Span::new(0, decoded.text.len());
        xml.faults.push(Fault::new(span, "there is no element in this text"));
    }
    Err(Refused::Text { text: decoded.text, faults: xml.faults })
}

/// What the declaration says about the encoding when the bytes are in another one.
///
/// A file that is saved from here is in [`Encoding::Utf8`].
pub fn contradiction(text: &str, xml: &Xml, encoding: Encoding) -> Option<Fault> {
    let span = xml.encoding?;
    let declared = span.text(text);
    let names: &[&str] = match encoding {
        Encoding::Utf8 if text.is_ascii() => &["UTF-8", "UTF8", "US-ASCII", "ASCII"],
        Encoding::Utf8 => &["UTF-8", "UTF8"],
        Encoding::Utf16Le => &["UTF-16", "UTF-16LE"],
        Encoding::Utf16Be => &["UTF-16", "UTF-16BE"],
        // These have no mark of their own: a file is in one of them because it says so.
        _ => return None,
    };
    let agrees = names.iter().any(|name| name.eq_ignore_ascii_case(declared));
    let message = || format!("the declaration names the encoding `{}`, but the bytes are {encoding}", quoted(declared));
    (!agrees).then(|| Fault::new(span, message()))
}
