//! What can be wanted of the assignment of profiles, and the change that grants it.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    assigned::{Assigned, ExtensionDn, Reassignment},
    change::Change,
    refusal::Refusal,
    workspace::Workspace,
};
use crate::{rules::likeness, source::blanks};

/// What can be wanted. Names may be those of no profile: they are kept as they are typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reassign {
    /// The application names this profile; an empty name takes the option away.
    SetApplication(String),
    /// An Extension that is not there yet comes, with this profile.
    AddExtension {
        /// Its number.
        number: String,
        /// The profile; an empty name is none.
        profile: String,
    },
    /// An Extension names this profile; one that is not there comes.
    SetExtension {
        /// Its number.
        number: String,
        /// The profile; an empty name is none.
        profile: String,
    },
    /// An Extension gets another number.
    RenumberExtension {
        /// The number it has.
        from: String,
        /// The number it gets.
        to: String,
    },
    /// An Extension goes.
    RemoveExtension(String),
    /// Extensions come, or name other profiles: number and profile, where `None` leaves the profile as it is. Of two with
    /// one number the later counts.
    PasteExtensions(Vec<(String, Option<String>)>),
    /// Every place that names one profile names another.
    UseInstead {
        /// The name there is.
        name: String,
        /// The name in its place.
        instead: String,
    },
}

/// The change that grants a wish; an empty one where it is granted already.
///
/// # Errors
/// A [`Refusal`] says why the wish cannot be granted.
pub fn plan(workspace: &Workspace, wish: &Reassign) -> Result<Change, Refusal> {
    let assigned = &*workspace.assigned;
    let is_profile = |name: &str| workspace.profiles.iter().any(|profile| *profile.name == *name);
    let own_number = |text: &str| number_among(text, is_profile, |number| assigned.extensions.contains_key(number));
    let (label, reassignment) = match wish {
        Reassign::SetApplication(profile) => set_application(profile)?,
        Reassign::AddExtension { number, profile } => {
            let number = own_number(number)?;
            is_free(assigned, &number)?;
            (format!("Extension {number} added"), Reassignment::row(number, Some(name(profile)?)))
        }
        Reassign::SetExtension { number, profile } => set_extension(own_number(number)?, name(profile)?),
        Reassign::RenumberExtension { from, to } => renumber(assigned, from, own_number(to)?)?,
        Reassign::RemoveExtension(number) => {
            let number = ExtensionDn::new(number);
            (format!("Extension {number} removed"), Reassignment::row(number, None))
        }
        Reassign::PasteExtensions(rows) => paste(assigned, rows, own_number)?,
        Reassign::UseInstead { name, instead } => {
            let instead = self::name(instead)?;
            (format!("{instead} used instead of {name}"), assigned.renaming(name, &instead))
        }
    };
    Ok(Change::new(label).with_assigned(reassignment.against(assigned)))
}

fn set_application(profile: &str) -> Result<(String, Reassignment), Refusal> {
    let name = Some(name(profile)?).filter(|name| !name.is_empty());
    let label = match &name {
        Some(name) => format!("presence-profile of the application set to {name}"),
        None => "presence-profile of the application removed".to_owned(),
    };
    Ok((label, Reassignment { application: Some(name), ..Reassignment::default() }))
}

fn set_extension(number: ExtensionDn, name: Arc<str>) -> (String, Reassignment) {
    let label = match name.is_empty() {
        true => format!("Profile of Extension {number} removed"),
        false => format!("Extension {number} set to {name}"),
    };
    (label, Reassignment::row(number, Some(name)))
}

fn renumber(assigned: &Assigned, from: &str, to: ExtensionDn) -> Result<(String, Reassignment), Refusal> {
    let from = ExtensionDn::new(from);
    let name = assigned.extensions.get(&from).ok_or_else(|| Refusal::NoExtension(from.to_string()))?;
    let label = format!("Extension {from} renumbered to {to}");
    if from == to {
        return Ok((label, Reassignment::default()));
    }
    is_free(assigned, &to)?;
    let extensions = vec![(from, None), (to, Some(name.clone()))];
    Ok((label, Reassignment { extensions, ..Reassignment::default() }))
}

fn paste(
    assigned: &Assigned,
    rows: &[(String, Option<String>)],
    own_number: impl Fn(&str) -> Result<ExtensionDn, Refusal>,
) -> Result<(String, Reassignment), Refusal> {
    // Thousands of rows name few profiles: each name is held once.
    let mut names: BTreeMap<&str, Arc<str>> = BTreeMap::new();
    let mut pasted: BTreeMap<ExtensionDn, Option<Arc<str>>> = BTreeMap::new();
    for (number, profile) in rows {
        let number = own_number(number)?;
        let own = match profile {
            Some(profile) => match names.get(profile.as_str()) {
                Some(name) => name.clone(),
                None => names.entry(profile).or_insert(name(profile)?).clone(),
            },
            None => assigned.extensions.get(&number).cloned().unwrap_or_default(),
        };
        pasted.insert(number, Some(own));
    }
    let extensions: Vec<_> = pasted.into_iter().collect();
    let label = match extensions.len() {
        1 => "1 Extension pasted".to_owned(),
        count => format!("{count} Extensions pasted"),
    };
    Ok((label, Reassignment { extensions, ..Reassignment::default() }))
}

fn is_free(assigned: &Assigned, number: &ExtensionDn) -> Result<(), Refusal> {
    match assigned.extensions.contains_key(number) {
        true => Err(Refusal::NumberTaken(number.to_string())),
        false => Ok(()),
    }
}

/// The number that a text is, typed or pasted, among the profiles and Extensions there are. The name of a profile is not
/// meant as a number, unless it looks like one or an Extension has it already.
///
/// # Errors
/// Why it is none.
pub fn number_among(
    text: &str,
    is_profile: impl Fn(&str) -> bool,
    is_there: impl Fn(&ExtensionDn) -> bool,
) -> Result<ExtensionDn, Refusal> {
    let number = number(text)?;
    let has_digit = number.as_str().contains(|sign: char| sign.is_ascii_digit());
    match !has_digit && is_profile(number.as_str()) && !is_there(&number) {
        true => Err(Refusal::ProfileForNumber(number.to_string())),
        false => Ok(number),
    }
}

/// The number that a text is. What a DN may hold is the switch's affair; refused is what would be read as two columns, or as
/// an option, or is not seen.
///
/// # Errors
/// Why it is none.
pub fn number(text: &str) -> Result<ExtensionDn, Refusal> {
    let number = trim(text);
    let is_wrong = |sign: char| {
        blanks::is_blank(sign)
            || sign.is_control()
            || likeness::is_invisible(sign)
            || matches!(sign, ',' | ';' | '=' | '[' | ']')
    };
    match number.chars().find(|sign| is_wrong(*sign)) {
        Some(sign) if sign.is_control() => Err(Refusal::NotANumber(number.to_owned(), sign)),
        Some(sign) if blanks::is_blank(sign) => Err(Refusal::NotANumber(number.to_owned(), ' ')),
        Some(sign) => Err(Refusal::NotANumber(number.to_owned(), sign)),
        None if number.is_empty() => Err(Refusal::EmptyNumber),
        None => Ok(ExtensionDn::new(number)),
    }
}

/// The name that a text is; an empty one is none.
///
/// # Errors
/// Why it is none.
pub fn name(text: &str) -> Result<Arc<str>, Refusal> {
    let name = trim(text);
    match name.chars().find(|sign| sign.is_control()) {
        Some(sign) => Err(Refusal::NotAName(sign)),
        None => Ok(name.into()),
    }
}

/// Without blanks at its ends, and without what is not seen there: directories put marks of direction around numbers.
pub fn trim(text: &str) -> &str {
    text.trim_matches(|sign| blanks::is_blank(sign) || likeness::is_invisible(sign))
}
