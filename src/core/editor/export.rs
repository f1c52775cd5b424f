//! What leaves the editor: option strings to paste, and the bytes of the XML file.

use super::{analysis::Analysis, finding::Counts, findings, wording, workspace::Profile};
use crate::{
    mapping::{
        aggregated_states,
        leftovers::Slip,
        option_name::OptionName,
        options::{Mode, ProfileOptions, WrittenOption},
    },
    rules::diagnostic::Severity,
    source::{
        decode,
        edit::{Edit, Edits},
        indent,
        phrase::{self, Phrase, quoted},
        text::Span,
        xml::second_reader,
    },
};

/// The options of a mode that leave one by one, in the guide's order. Where no mode is said, they are those of push mode.
pub fn options(mode: Mode) -> &'static [OptionName] {
    match mode {
        Mode::Pull => &[OptionName::ServiceType, OptionName::MapPresenceToDnd, OptionName::PresenceAvailabilityRange],
        Mode::Push | Mode::NotSet | Mode::Contradictory => &[
            OptionName::ServiceType,
            OptionName::MapPresenceToDnd,
            OptionName::AgentPresenceMap,
            OptionName::AggregatedStates,
        ],
    }
}

/// The lines of the options that belong to the other mode, each without its line feed, in the order of the text.
pub fn ignored(options: &ProfileOptions) -> Vec<Span> {
    let mut lines: Vec<Span> =
        options.mode.options_of_other().iter().flat_map(|name| options.lines_of(*name)).collect();
    lines.sort_unstable();
    lines
}

/// What is said of the options that the mode ignores; `None` where the text keeps none.
///
/// The guide says so of `agent-presence-map` ("Push Presence Mode, Important"); of the others it follows from their mode.
pub fn ignored_in_words(options: &ProfileOptions) -> Option<Phrase> {
    let kept = options.mode.options_of_other().iter().filter(|name| !options.lines_of(**name).is_empty());
    let kept: Vec<String> = kept.map(|name| quoted(name.name())).collect();
    let (one, other) = if options.mode == Mode::Pull { ("pull", "push") } else { ("push", "pull") };
    let (belong, stay) = match kept.len() {
        0 => return None,
        1 => ("belongs", "stays"),
        _ => ("belong", "stay"),
    };
    let told = format!("{} {belong} to {other} mode and {stay} in the text", phrase::listed(kept.into_iter()));
    let documented = options.mode == Mode::Pull && options.of(OptionName::AgentPresenceMap).is_some();
    Some(match documented {
        true => format!("{told}; T-Server ignores `agent-presence-map` while `map-presence-to-dnd` is `true`").into(),
        false => format!("{told}; {one} mode has no use for it").into(),
    })
}

/// The same in one short line, where there is room for no more.
pub fn ignored_in_short(options: &ProfileOptions) -> Option<Phrase> {
    let other = if options.mode == Mode::Pull { "push" } else { "pull" };
    Some(match ignored(options).len() {
        0 => return None,
        1 => format!("1 option of {other} mode stays in the text, unused").into(),
        lines => format!("{lines} options of {other} mode stay in the text, unused").into(),
    })
}

/// The value of `aggregated-states` as one line, without a full stop, in the separator that was read.
pub fn aggregated_states(options: &ProfileOptions) -> String {
    let states = &options.aggregated_states;
    aggregated_states::write(|row| states.id_of(row), states.separator)
}

/// A known option's value as it is to be pasted; `None` when it is not set.
pub fn option_value(profile: &Profile, analysis: &Analysis, name: OptionName) -> Option<String> {
    if name == OptionName::AggregatedStates {
        let value = aggregated_states(&analysis.options);
        return (!value.is_empty()).then_some(value);
    }
    analysis.options.value(name, &profile.options).map(str::to_owned)
}

/// The whole section, with `aggregated-states` as one line and the other options without what a page left around them.
/// What is no option stays as it is written, and so does an `aggregated-states` of which no row could be read. The lines
/// of the other mode's options are left out, unless they are asked for.
pub fn all_options(profile: &Profile, analysis: &Analysis, with_ignored: bool) -> String {
    let (text, options) = (&*profile.options, &analysis.options);
    let left_out = |name| !with_ignored && options.mode.options_of_other().contains(&name);
    let mut edits = match left_out(STATES) {
        true => Vec::new(),
        false => options.rows_in_one_line(text),
    };
    let has_rows = !edits.is_empty();
    if !with_ignored {
        edits.extend(indent::deletion(text, ignored(options)).iter().cloned());
    }
    let known =
        options.options.iter().filter(|option| option.known.is_some_and(|name| name != STATES && !left_out(name)));
    edits.extend(known.filter(|option| !is_clean(text, options, option)).map(|option| {
        let (name, value) = (option.name.text(text), option.value.text(text));
        Edit::replace(option.line, format!("{name}={value}"))
    }));
    let taken: Vec<Span> = edits.iter().map(|edit| edit.span).collect();
    let is_free = |span: Span| !taken.iter().any(|taken| taken.covers(span));
    edits.extend(options.repairs.iter().filter(|repair| is_free(repair.span)).map(|repair| repair.edit()));
    let written = |edits: &[Edit]| match Edits::new(edits.to_vec()) {
        Some(edits) => edits.apply(text),
        None => text.to_owned(),
    };
    let after = written(&edits);
    let rests = |options: &ProfileOptions| {
        options.aggregated_states.flaws.iter().filter(|flaw| matches!(flaw.slip, Slip::Rest(_))).count()
    };
    let again = ProfileOptions::read(&after);
    if has_rows && (aggregated_states(&again) != aggregated_states(options) || rests(options) < rests(&again)) {
        // A line that was nothing would go on with that of the rows, now that no comma ends it.
        edits[0].text.push('\n');
        return written(&edits);
    }
    after
}

const STATES: OptionName = OptionName::AggregatedStates;

/// Whether an option's line is `name=value`, with nothing around them but blanks.
fn is_clean(text: &str, options: &ProfileOptions, option: &WrittenOption) -> bool {
    let between = Span::new(option.name.end, option.value.start);
    between.text(text).contains('=') && !options.repairs.iter().any(|repair| option.line.covers(repair.span))
}

/// Whether two options texts differ in anything but the value of one option.
pub fn differ_beside(before: &str, after: &str, name: OptionName) -> bool {
    let without = |text: &str| {
        let options = ProfileOptions::read(text);
        let value = options.options.iter().find(|option| option.known == Some(name)).map(|option| option.value);
        value.map_or_else(|| text.to_owned(), |value| Edits::from(Edit::delete(value)).apply(text))
    };
    without(before) != without(after)
}

/// How many errors a profile has: what T-Server refuses it refuses whether or not somebody has set it aside.
pub fn errors(analysis: &Analysis) -> usize {
    analysis.counts().errors + Counts::of(&analysis.set_aside).errors
}

/// What the button is called: `Export`, and behind it what stands in the way of a profile that T-Server takes.
pub fn title(analysis: &Analysis) -> String {
    match errors(analysis) {
        0 => "Export".to_owned(),
        1 => "Export with 1 error".to_owned(),
        errors => format!("Export with {errors} errors"),
    }
}

/// What stands in the way of a profile that T-Server takes: the first error, and how many there are.
pub fn obstacle(analysis: &Analysis) -> Option<Phrase> {
    let all = analysis.findings.iter().chain(&analysis.set_aside);
    let first = all.map(|finding| (finding, &finding.diagnostic)).find(|(_, found)| found.severity == Severity::Error);
    let (finding, found) = first?;
    let place = findings::place(analysis, finding);
    let front = match errors(analysis) {
        1 => format!("error: {place}"),
        errors => format!("{errors} errors, the first: {place}"),
    };
    Some(Phrase::from(front).then(" ", &wording::beside_place(found)))
}

/// The bytes of the XML file: UTF-8, with the byte order mark and the newlines it was read with.
pub fn xml_bytes(profile: &Profile) -> Vec<u8> {
    decode::encode(&profile.xml, profile.choices.style)
}

/// Whether the file is well-formed and a second, independent reader finds the same elements, attributes and texts in it.
pub fn is_read_back(profile: &Profile, analysis: &Analysis) -> bool {
    analysis.xml.is_well_formed() && second_reader::agrees(&profile.xml, &analysis.xml)
}

/// A name for the XML file: the opened file's, else the one `agent-presence-map` ends in, else `agentStates.xml`.
pub fn xml_file_name(profile: &Profile, analysis: &Analysis) -> String {
    if let Some(name) = &profile.choices.file_name {
        return name.clone();
    }
    let path = analysis.options.value(OptionName::AgentPresenceMap, &profile.options).unwrap_or_default();
    let last = path.rsplit(['\\', '/']).next().unwrap_or_default();
    let plain = |name: &str| !name.is_empty() && !name.contains(['<', '>', ':', '"', '|', '?', '*']);
    let named = last.len() > ".xml".len() && last.to_ascii_lowercase().ends_with(".xml");
    if named && plain(last) { last.to_owned() } else { "agentStates.xml".to_owned() }
}
