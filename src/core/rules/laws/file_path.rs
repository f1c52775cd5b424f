//! The option agent-presence-map is the whole path of an XML file.

mod placeholder;

use crate::{
    mapping::{leftovers::Leftover, option_name::OptionName},
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::Facts,
        fix::Fix,
        law::{Basis, Law},
    },
    source::{
        message::Message,
        phrase::quoted,
        text::{Part, Span},
    },
};

pub(super) static LAW: Law = Law {
    code: "file-path",
    statement: "The option agent-presence-map is the whole path of the XML file",
    why: "T-Server opens the file by this path when it starts; without the file it does not push presence",
    basis: Basis::Guide("Configuring the Presence Profile, Configure T-Server with location of XML file"),
    example: Example::options(
        "[TServer]
service-type=presence-profile
map-presence-to-dnd=false
agent-presence-map=C:\\Genesys\\Presence\\<<XML file name>.xml
aggregated-states=1=IDLE_OUT, 2=IDLE_READY, 3=IDLE_NOTREADY, 4=IDLE_ACW, 5=IDLE_AWAY, 6=INCALL, \
         7=INCALL, 8=INCALL, 9=INCALL, 10=INCALL, 11=OOS, 12=OOS, 13=OOS, 14=OOS, 15=OOS
",
    ),
    check,
    yields_to: &[],
};

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let Some(option) = facts.options.of(OptionName::AgentPresenceMap).filter(|_| !facts.options.pulls()) else {
        return;
    };
    let (span, path) = (option.value, option.value.text(facts.options_text));
    if path.is_empty() {
        return;
    }
    let (part, shown) = (Part::Options, quoted(path));
    let quote = |sign: char| Leftover::of_sign(sign) == Some(Leftover::Quote);
    let bare = path.trim_matches(quote);
    if bare.len() < path.len() {
        let typographic = if path.starts_with(|sign: char| !sign.is_ascii()) { "typographic " } else { "" };
        let wrong = format!("{typographic}quotation marks stand around {shown}");
        let meaning = "an option has none, so they would be part of the path";
        let fix = Fix::safe("remove-quotation-marks", "Remove the quotation marks", part, span, bare);
        acc.push(LAW.error(part, span, wrong).with_meaning(meaning).about(NAME).with_fix(fix));
    }
    if let Some(found) = placeholder::found(&LAW, span, path) {
        return acc.push(found.about(NAME));
    }
    let is_drive = bare.as_bytes().get(1) == Some(&b':') && bare.starts_with(|sign: char| sign.is_ascii_alphabetic());
    if !(is_drive && bare[2..].starts_with(['\\', '/']) || bare.starts_with("\\\\") || bare.starts_with('/')) {
        let message = Message::new(format!("{shown} is no whole path"))
            .with_meaning("where T-Server looks for it is not documented")
            .with_advice("begin with the drive");
        let start = Span::at(span.end - path.trim_start_matches(quote).len());
        let is_name = !bare.contains(['\\', '/', ':']);
        let fix = is_name.then(|| Fix::changes("use-guide-folder", "Use the guide's folder", part, start, FOLDER));
        acc.push(LAW.warning(part, span, message).about(NAME).with_fixes(fix));
    } else if is_drive && bare.contains('/') {
        let message = Message::new(format!("{shown} has `/` behind a drive")).with_advice("the guide writes `\\`");
        let fix = Fix::safe("use-backslashes", "Use \\", part, span, path.replace('/', "\\"));
        acc.push(LAW.warning(part, span, message).about(NAME).with_fix(fix));
    }
    let name = bare.rsplit(['\\', '/']).next().unwrap_or_default();
    if !name.to_ascii_lowercase().ends_with(".xml") {
        let message = Message::new(format!("{shown} does not end in `.xml`"))
            .with_advice("is it the path of the file, and not of its folder?");
        let end = Span::at(span.start + path.trim_end_matches(quote).len());
        let has_none = !name.is_empty() && !name.contains('.');
        let fix = has_none.then(|| Fix::changes("add-extension", "Add .xml", part, end, ".xml"));
        acc.push(LAW.warning(part, span, message).about(NAME).with_fixes(fix));
    }
}

const NAME: &str = "agent-presence-map";

/// The guide's folder.
const FOLDER: &str = "C:\\Genesys\\Presence\\";
