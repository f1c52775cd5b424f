//! The envelope of every record: the version of its form, a checksum, and the bytes that `postcard` makes of it.

use serde::{Deserialize, Serialize};

use super::Unread;

/// The version of the forms that are written. All before it are read as well.
pub const VERSION: u8 = 3;

/// The version, and the four bytes of the checksum, the lowest first.
const FRONT: usize = 5;

/// What a record is about. Only the checksum knows it, so that a record in the place of another one is none.
#[derive(Debug, Clone, Copy)]
#[repr(u8)] // The numbers are in people's browsers: a new kind gets a new one.
pub(super) enum Kind {
    Act = 1,
    Snapshot = 2,
    Heading = 3,
    Exported = 4,
    View = 5,
    Version = 6,
    Parting = 7,
}

/// The record of a form.
pub(super) fn seal(kind: Kind, form: &impl Serialize) -> Vec<u8> {
    let front = vec![VERSION, 0, 0, 0, 0];
    let mut bytes = postcard::to_extend(form, front).expect("every form knows the length of its lists");
    let checksum = checksum(VERSION, kind, &bytes[FRONT..]);
    bytes[1..FRONT].copy_from_slice(&checksum.to_le_bytes());
    bytes
}

/// The form in a record.
pub(super) fn open<'a, T: Deserialize<'a>>(kind: Kind, bytes: &'a [u8]) -> Result<T, Unread> {
    match postcard::take_from_bytes(payload(kind, bytes)?) {
        Ok((form, [])) => Ok(form),
        _ => Err(Unread::Damaged),
    }
}

/// The form in a record, and what stands behind it since version 2; in a record of before nothing stands there.
pub(super) fn open_with<'a, T, B>(kind: Kind, bytes: &'a [u8]) -> Result<(T, B), Unread>
where
    T: Deserialize<'a>,
    B: Deserialize<'a> + Default,
{
    let (form, back, ()) = open_with_both(kind, bytes)?;
    Ok((form, back))
}

/// The same, and what stands behind that since version 3.
pub(super) fn open_with_both<'a, T, B, C>(kind: Kind, bytes: &'a [u8]) -> Result<(T, B, C), Unread>
where
    T: Deserialize<'a>,
    B: Deserialize<'a> + Default,
    C: Deserialize<'a> + Default,
{
    let version = bytes.first().copied().unwrap_or_default();
    let read = postcard::take_from_bytes(payload(kind, bytes)?);
    let (form, behind) = read.map_err(|_| Unread::Damaged)?;
    let (back, behind) = part(version, 2, behind)?;
    let (last, behind) = part(version, 3, behind)?;
    if behind.is_empty() { Ok((form, back, last)) } else { Err(Unread::Damaged) }
}

/// A part that stands in records since a version, and what is behind it.
fn part<'a, P: Deserialize<'a> + Default>(version: u8, since: u8, bytes: &'a [u8]) -> Result<(P, &'a [u8]), Unread> {
    match version < since {
        true => Ok((P::default(), bytes)),
        false => postcard::take_from_bytes(bytes).map_err(|_| Unread::Damaged),
    }
}

/// What stands in front in the form of a record.
pub(super) fn open_front<'a, T: Deserialize<'a>>(kind: Kind, bytes: &'a [u8]) -> Result<T, Unread> {
    let read = postcard::take_from_bytes(payload(kind, bytes)?);
    read.map(|(front, _)| front).map_err(|_| Unread::Damaged)
}

fn payload(kind: Kind, bytes: &[u8]) -> Result<&[u8], Unread> {
    let (front, payload) = bytes.split_first_chunk::<FRONT>().ok_or(Unread::Damaged)?;
    let [version, checksum_written @ ..] = *front;
    if VERSION < version {
        return Err(Unread::Newer);
    }
    let is_whole = 0 < version && u32::from_le_bytes(checksum_written) == checksum(version, kind, payload);
    if is_whole { Ok(payload) } else { Err(Unread::Damaged) }
}

fn checksum(version: u8, kind: Kind, payload: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(&[version, kind as u8]);
    hasher.update(payload);
    hasher.finalize()
}
