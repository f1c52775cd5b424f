//! The files that are to lie on the server, to the byte: the new one of a profile, or one with the entries of both.

use super::{bridge, going::Going, order::Order, steps::File};
use crate::{
    editor::{analysis::Analysis, baseline::Live, export, place::ProfileId, workspace::Workspace},
    mapping::{option_name::OptionName, options::ProfileOptions},
    source::{decode, digest},
};

/// A file that is to lie on the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileToPut {
    /// The profile it is of.
    pub profile: ProfileId,
    /// Which file.
    pub file: File,
    /// Its name.
    pub name: String,
    /// Its path on the server, as `agent-presence-map` is to have it; empty where it has none.
    pub path: String,
    /// Whether the file in use lies elsewhere.
    pub is_at_new_path: bool,
    /// Its text.
    pub text: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Their SHA-256.
    pub sha256: String,
    /// How it is written: "UTF-8 with BOM, CRLF".
    pub form: String,
}

/// The file of a profile; `None` where there is none: no profile, or no place for the entries of both.
pub fn file(workspace: &Workspace, going: &Going, file: File) -> Option<FileToPut> {
    let profile = workspace.profile(going.profile)?;
    let text = match (file, &going.order) {
        (File::Bridge, Order::Neither { by_file, .. }) => {
            let Live::Text(loaded) = &workspace.live.of(going.profile).xml else { return None };
            bridge::bridge(&profile.xml, loaded, by_file)?
        }
        _ => profile.xml.to_string(),
    };
    let style = profile.choices.style;
    let bytes = decode::encode(&text, style);
    let options = ProfileOptions::read(&profile.options);
    let path = options.value(OptionName::AgentPresenceMap, &profile.options).unwrap_or_default().to_owned();
    let analysis = Analysis::unjudged(profile);
    let newline = match style.newline {
        decode::Newline::Lf => "LF",
        decode::Newline::CrLf => "CRLF",
    };
    let form = format!("UTF-8 {} BOM, {newline}", if style.bom { "with" } else { "without" });
    let sha256 = digest::sha256(&bytes);
    Some(FileToPut {
        profile: going.profile,
        file,
        name: export::xml_file_name(profile, &analysis),
        path,
        is_at_new_path: going.changes_path(),
        text,
        bytes,
        sha256,
        form,
    })
}
