//! The core behind a few plain functions, so that a page can time it: a text goes in as UTF-8, a number comes out.
//!
//! Whoever calls passes the address and length of a text that [`reserve`] made room for and that is valid UTF-8.

use std::slice;

use presence_profile_core::{
    editor::{
        analysis::Analysis,
        place::ProfileId,
        workspace::{Choices, Profile},
    },
    mapping::agent_states::{PresenceMap, Written},
    source::xml::Xml,
};

/// Stands between two fields of a model; XML cannot hold it.
const FIELD: char = '\u{1F}';
/// Stands behind an entry of a model; XML cannot hold it.
const ENTRY: char = '\u{1E}';
/// Stands for an attribute that is not there; XML cannot hold it.
const MISSING: char = '\u{1}';

/// Makes room for so many bytes. Its address.
#[unsafe(no_mangle)]
pub extern "C" fn reserve(length: usize) -> *mut u8 {
    let mut room = Vec::<u8>::with_capacity(length);
    let address = room.as_mut_ptr();
    std::mem::forget(room);
    address
}

/// Gives room back.
///
/// # Safety
/// Takes what [`reserve`] gave for this length, once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn release(address: *mut u8, length: usize) {
    // SAFETY: it was a vector of that capacity.
    drop(unsafe { Vec::from_raw_parts(address, 0, length) });
}

/// The strict verdict alone. How many elements were found; 0 when something is wrong.
#[unsafe(no_mangle)]
pub extern "C" fn verdict(address: *const u8, length: usize) -> usize {
    let xml = Xml::read(text(address, length), &[]);
    if xml.is_well_formed() { xml.elements.len() } else { 0 }
}

/// The strict verdict and the mapping. How many entries were found; 0 when something is wrong.
#[unsafe(no_mangle)]
pub extern "C" fn map(address: *const u8, length: usize) -> usize {
    let map = PresenceMap::read(text(address, length));
    if map.faults.is_empty() { map.entries.len() } else { 0 }
}

/// All that the editor derives from a profile after a keystroke, its judgement included. One more than the number of
/// problems.
#[unsafe(no_mangle)]
pub extern "C" fn derive(address: *const u8, length: usize) -> usize {
    let (options, xml) = (OPTIONS.into(), text(address, length).into());
    // Which columns a file comes with is asked once, not after each keystroke.
    let profile = Profile { id: ProfileId::FIRST, name: "Presence".into(), options, xml, choices: Choices::default() };
    Analysis::of(&profile).findings.len() + 1
}

/// The model as one text: length, then bytes, which stay until the page ends. Empty when something is wrong.
#[unsafe(no_mangle)]
pub extern "C" fn model(address: *const u8, length: usize) -> *const u8 {
    let map = PresenceMap::read(text(address, length));
    let mut model = String::new();
    for entry in map.entries.iter().filter(|_| map.faults.is_empty()) {
        add(&mut model, entry.id.as_ref());
        add(&mut model, entry.availability.as_ref());
        for activity in &entry.activities {
            add(&mut model, activity.lcid.as_ref());
            add(&mut model, Some(&activity.text));
        }
        model.push(ENTRY);
    }
    let length = u32::try_from(model.len()).expect("the memory of wasm ends at 4 GB");
    let bytes = [&length.to_le_bytes(), model.as_bytes()].concat();
    bytes.leak().as_ptr()
}

/// The guide's options.
const OPTIONS: &str = include_str!("../cases/example/options.txt");

fn add(model: &mut String, field: Option<&Written>) {
    match field {
        Some(written) => model.push_str(&written.text),
        None => model.push(MISSING),
    }
    model.push(FIELD);
}

fn text<'a>(address: *const u8, length: usize) -> &'a str {
    // SAFETY: the page passes a text that it has just written, and does not touch before the call returns.
    let bytes = unsafe { slice::from_raw_parts(address, length) };
    str::from_utf8(bytes).expect("the page's encoder writes UTF-8")
}
