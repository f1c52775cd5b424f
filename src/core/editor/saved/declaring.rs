//! The stored form of what is declared of what T-Server has; that of a whole workspace is the same form.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::assigned::SavedAssigned;
use crate::editor::{
    baseline::Live,
    declaring::{Declaration, Declared, DeclaredText},
    place::ProfileId,
};

/// Stands behind the forms of version 1, which end where it begins.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct SavedDeclaration<'a> {
    #[serde(borrow)]
    profiles: Vec<(u64, SavedDeclared<'a>)>,
    #[serde(borrow)]
    assigned: Option<Option<SavedAssigned<'a>>>,
}

#[derive(Serialize, Deserialize)]
struct SavedDeclared<'a> {
    #[serde(borrow)]
    name: Option<&'a str>,
    #[serde(borrow)]
    options: SavedText<'a>,
    #[serde(borrow)]
    xml: SavedText<'a>,
}

/// What is declared of a text. The order is stored.
#[derive(Serialize, Deserialize)]
enum SavedText<'a> {
    Own,
    Text(&'a str),
    Unknown,
    Nothing,
}

impl<'a> SavedDeclaration<'a> {
    pub(super) fn of(declaration: &'a Declaration) -> SavedDeclaration<'a> {
        let profiles = declaration.profiles.iter().map(|(id, declared)| {
            let Declared { name, options, xml } = declared;
            let saved =
                SavedDeclared { name: name.as_deref(), options: SavedText::of(options), xml: SavedText::of(xml) };
            (id.number(), saved)
        });
        SavedDeclaration {
            profiles: profiles.collect(),
            assigned: declaration.assigned.as_ref().map(|own| own.as_deref().map(SavedAssigned::of)),
        }
    }

    pub(super) fn restore(&self) -> Option<Declaration> {
        let profiles = self.profiles.iter().map(|(id, saved)| {
            let SavedDeclared { name, options, xml } = saved;
            let declared = Declared { name: name.map(Arc::from), options: options.restore(), xml: xml.restore() };
            Some((ProfileId::numbered(*id)?, declared))
        });
        let assigned = self.assigned.as_ref().map(|own| own.as_ref().map(|own| Arc::new(own.restore())));
        Some(Declaration { profiles: profiles.collect::<Option<_>>()?, assigned })
    }
}

impl<'a> SavedText<'a> {
    fn of(declared: &'a DeclaredText) -> SavedText<'a> {
        match declared {
            DeclaredText::Own => SavedText::Own,
            DeclaredText::As(Live::Text(text)) => SavedText::Text(text),
            DeclaredText::As(Live::Unknown) => SavedText::Unknown,
            DeclaredText::As(Live::Nothing) => SavedText::Nothing,
        }
    }

    fn restore(&self) -> DeclaredText {
        match self {
            SavedText::Own => DeclaredText::Own,
            SavedText::Text(text) => DeclaredText::As(Live::Text(Arc::from(*text))),
            SavedText::Unknown => DeclaredText::As(Live::Unknown),
            SavedText::Nothing => DeclaredText::As(Live::Nothing),
        }
    }
}
