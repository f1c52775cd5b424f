//! Profiles made to be mended wrongly: sound ones of words that stand nowhere else, with what people and programs do to them.

use proptest::prelude::*;

use super::{Chance, inserted, line_lost, line_twice, replaced};

/// Both texts, and the words that were decoded wrongly.
#[derive(Debug, Clone)]
pub struct Nasty {
    /// The options.
    pub options: String,
    /// The file.
    pub xml: String,
    /// Words of UTF-8 that were read as windows-1252, once or twice, and hold what cannot be seen.
    pub misread: Vec<String>,
}

/// What is put into a text, or in the place of a word.
const PIECES: [&str; 44] = [
    "\u{92}",
    "I\u{92}m",
    "wait\u{85}",
    "\u{85}",
    "\u{93}quoted\u{94}",
    "&#146;",
    "&#x85;",
    "\u{81}",
    "\u{a0}",
    "caf\u{e9}\u{a0}!",
    "\u{b}",
    "\u{c}",
    "\u{1}",
    "\u{1a}",
    "\u{200b}",
    "\u{ad}",
    "\u{feff}",
    "\u{200d}",
    "1445\u{a0}\u{647}\u{200d}",
    "\u{180e}",
    "a < 5",
    "a > 5",
    "R&D",
    "&nbsp;",
    "&eacute;",
    "&amp",
    "&amp;amp;",
    "&foo;",
    "&#0;",
    "<b>bold</b>",
    "<br/>",
    "<![CDATA[R&D <x>]]>",
    "<!-- aside -->",
    "<!-- a -- b -->",
    "<?note keep?>",
    "]]>",
    "|",
    " |\n",
    "“so”",
    "5\"",
    "сustomer",
    "Wi\u{a0}\u{a0}Fi",
    "\t",
    "\n   ",
];

const WORDS: [&str; 12] = [
    "Работа с клиентом",
    "Привет",
    "и Робот",
    "Перерыв",
    "café à côté",
    "naïve façade",
    "Gespräch läuft",
    "zwölf Übungen",
    "Çağrı aldı",
    "通话中",
    "l’agent – “là”",
    "Zażółć gęślą",
];

const IDS: [&str; 22] = [
    "OOS",
    "OOS",
    "Oos",
    "ООS",
    "0OS",
    " OOS",
    "OOS\u{a0}",
    "OOS\u{85}",
    "OOS\u{92}",
    "OOS\u{200b}",
    "ROOM_1",
    "ROOM_I",
    "INCALL",
    "INCALL",
    "IDLE OUT",
    "A,B",
    "A;B",
    "8:15",
    "DR.",
    "ETC...",
    "AGENT'S",
    "\u{d0}\u{be}\u{d0}\u{bb}",
];

/// A text as it is after it was written as UTF-8 and read as windows-1252.
pub fn misread(text: &str) -> String {
    const UPPER: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    let upper: Vec<char> = UPPER.chars().collect();
    let read = |byte: u8| upper.get(usize::from(byte).wrapping_sub(0x80)).copied().unwrap_or(char::from(byte));
    text.bytes().map(read).collect()
}

/// A profile, damaged up to five times.
pub fn profile() -> impl Strategy<Value = Nasty> {
    (any::<u64>(), prop::collection::vec((0..DAMAGES.len(), any::<u64>()), 0..6)).prop_map(|(seed, damages)| {
        let mut nasty = sound(&mut Chance(seed));
        for (damage, seed) in damages {
            DAMAGES[damage](&mut nasty, &mut Chance(seed));
        }
        nasty
    })
}

/// Every word of it stands in it once, but for the IDs.
fn sound(chance: &mut Chance) -> Nasty {
    let ids = ["IDLE_OUT", "READY_7", "ON_CALL", "BREAK_TIME", "OOS"];
    let id = |row: usize| {
        ids[if row < 4 {
            row
        } else if row < 10 {
            2
        } else {
            4
        }]
    };
    let pairs: Vec<String> = (0..15).map(|row| format!("{}={}", row + 1, id(row))).collect();
    let options = format!(
        "[TServer]\nservice-type=presence-profile\nmap-presence-to-dnd=false\n\
         agent-presence-map=C:\\Genesys\\agentStates.xml\naggregated-states={}\n",
        pairs.join(", ")
    );
    let mut xml = "<?xml version=\"1.0\"?>\n\
                   <agentStates xmlns=\"http://schemas.genesys.com/09/2014/mslyncteserver/agentStates\">\n"
        .to_owned();
    for (at, id) in ids.iter().enumerate() {
        xml += &format!("  <agentState ID=\"{id}\" availability=\"65{at}1\">\n");
        for lcid in [1033, 1031, 1049].iter().take(1 + chance.below(3)) {
            xml += &format!("    <activity LCID=\"{lcid}\">W{at}x{lcid} said V{at}y{lcid}</activity>\n");
        }
        xml += "  </agentState>\n";
    }
    Nasty { options, xml: xml + "</agentStates>\n", misread: Vec::new() }
}

type Damage = fn(&mut Nasty, &mut Chance);

const DAMAGES: [Damage; 25] = [
    piece_in_text,
    piece_in_text,
    misread_text,
    misread_text,
    piece_anywhere,
    other_id,
    other_id,
    other_value,
    other_value,
    lost_sign,
    lost_sign,
    twice,
    twice,
    entry_again,
    language_again,
    aside,
    aside,
    head,
    wrapped,
    wrapped,
    option_piece,
    option_piece,
    table,
    two_sections,
    xml_line_lost,
];

fn piece_in_text(nasty: &mut Nasty, chance: &mut Chance) {
    let Some(at) = chance.occurrence(&nasty.xml, " said ") else { return };
    let piece = PIECES[chance.below(PIECES.len())];
    let text = &nasty.xml;
    let start = text[..at].rfind('>').map_or(at, |at| at + 1);
    let end = at + text[at..].find('<').unwrap_or(0);
    let blank = ["", " "][chance.below(2)];
    nasty.xml = match chance.below(4) {
        0 => inserted(text, start, &[piece, blank].concat()),
        1 => inserted(text, end, &[blank, piece].concat()),
        2 => inserted(text, at, &[blank, piece].concat()),
        _ => replaced(text, at..at + 6, &[blank, piece, blank].concat()),
    };
}

fn misread_text(nasty: &mut Nasty, chance: &mut Chance) {
    let Some(at) = chance.occurrence(&nasty.xml, " said ") else { return };
    let mut word = misread(WORDS[chance.below(WORDS.len())]);
    if chance.below(2) == 0 {
        word = misread(&word);
    }
    let text = &nasty.xml;
    let (start, end) = (text[..at].rfind('>').map_or(at, |at| at + 1), at + text[at..].find('<').unwrap_or(0));
    nasty.xml = replaced(text, start..end, &word);
    nasty.misread.push(word);
}

fn piece_anywhere(nasty: &mut Nasty, chance: &mut Chance) {
    let piece = PIECES[chance.below(PIECES.len())];
    let text = if chance.below(3) == 0 { &mut nasty.options } else { &mut nasty.xml };
    let at = chance.boundary(text);
    *text = inserted(text, at, piece);
}

/// Another ID in the file, in a row, or in both.
fn other_id(nasty: &mut Nasty, chance: &mut Chance) {
    let id = IDS[chance.below(IDS.len())];
    let which = chance.below(3);
    if which != 0
        && let Some(at) = chance.occurrence(&nasty.xml, "ID=\"")
        && let Some(length) = nasty.xml[at + 4..].find('"')
    {
        nasty.xml = replaced(&nasty.xml, at + 4..at + 4 + length, id);
    }
    if which != 1 {
        let ids = ["ON_CALL", "READY_7", "BREAK_TIME", "OOS"];
        let own = ids[chance.below(4)];
        if let Some(at) = chance.occurrence(&nasty.options, own) {
            nasty.options = replaced(&nasty.options, at..at + own.len(), id);
        }
    }
}

/// An attribute with another value, or written otherwise.
fn other_value(nasty: &mut Nasty, chance: &mut Chance) {
    const VALUES: [(&str, &[&str]); 4] = [
        (
            "availability=",
            &[
                "\"Busy\"",
                "\"Online\"",
                "\"on call\"",
                "\" 6500 \"",
                "\"6,500\"",
                "\"18500\"",
                "6500",
                "6 500",
                "“6500”",
                "\"6500\u{a0}\"",
                "'6500'",
                "\"unavailable\"",
                "\"6500",
                "6500\"",
                ":\"6500\"",
                "\"6500\" availability=\"6500\"",
                "\"6500\" availability=\"7777\"",
                "\"6500\" note=\"N1x call Anna\"",
                "\"6500\" Availability=\"3501\"",
            ],
        ),
        (
            "LCID=",
            &[
                "\"0x409\"",
                "\"0409\"",
                "\"0C0A\"",
                "\"en-US\"",
                "\"de\"",
                "\"English\"",
                "\"1033 \"",
                "1033",
                "\"0x40A\"",
                "\"0x0009\"",
                "“1033”",
                "\"1033\" note='N2x'",
                "\"$LCID\"",
                "\"1033\" LCID=\"1033\"",
                "\"407\"",
                "\"Deutsch\"",
                "\"1033 (English)\"",
            ],
        ),
        ("ID=", &["On Call", "“On “hot” Call”", "\"On Call", "On_Call", "OOS x", "‘L’agent’", "\"A\"B\"", "'OOS'"]),
        (
            "xmlns=",
            &[
                "\"\"",
                "\"https://schemas.genesys.com/09/2014/mslyncteserver/agentStates/\"",
                "\"urn:own:Q7\"",
                "\"http://schemas.microsoft.com/09/2009/communicator/customStates\"",
                "\"HTTP://schemas.genesys.com/09/2014/mslyncteserver/agentstates\"",
            ],
        ),
    ];
    let (name, values) = VALUES[chance.below(VALUES.len())];
    let Some(at) = chance.occurrence(&nasty.xml, name) else { return };
    let start = at + name.len();
    let rest = &nasty.xml[start..];
    let end = start + rest.get(1..).and_then(|rest| rest.find('"')).map_or(0, |length| length + 2);
    nasty.xml = replaced(&nasty.xml, start..end, values[chance.below(values.len())]);
}

/// A sign of the markup is lost, doubled or another.
fn lost_sign(nasty: &mut Nasty, chance: &mut Chance) {
    let signs = ["<", ">", "/", "\"", "=", "</", "</activity>", "</agentState>", "<activity", "agentState", "activity"];
    let sign = signs[chance.below(signs.len())];
    let Some(at) = chance.occurrence(&nasty.xml, sign) else { return };
    let instead = ["", " ", "\\", "<", "“", "x", "</b>", "< ", ":", "agentStat", "note"][chance.below(11)];
    nasty.xml = replaced(&nasty.xml, at..at + sign.len(), instead);
}

fn twice(nasty: &mut Nasty, chance: &mut Chance) {
    let text = if chance.below(2) == 0 { &mut nasty.options } else { &mut nasty.xml };
    if let Some(after) = line_twice(text, chance) {
        *text = after;
    }
}

fn xml_line_lost(nasty: &mut Nasty, chance: &mut Chance) {
    if let Some(after) = line_lost(&nasty.xml, chance) {
        nasty.xml = after;
    }
}

/// An element again, behind itself or in front, as it is or with something that only it has.
fn again(nasty: &mut Nasty, chance: &mut Chance, start: &str, end: &str) {
    let Some(at) = chance.occurrence(&nasty.xml, start) else { return };
    let Some(length) = nasty.xml[at..].find(end) else { return };
    let element = &nasty.xml[at..at + length + end.len()];
    let own = match chance.below(6) {
        0 => element.replacen('>', "><!-- C3x only here -->", 1),
        1 => element.replacen('>', " note=\"N3x\">", 1),
        2 => element.replacen(end, &["<extra>E3x</extra>", end].concat(), 1),
        3 => element.replacen(" said ", " D3x ", 1),
        4 => element.replacen(" said ", "<?keep P3x?> said ", 1),
        _ => element.to_owned(),
    };
    let at = if chance.below(2) == 0 { at } else { at + element.len() };
    nasty.xml = inserted(&nasty.xml, at, &[own.as_str(), "\n"].concat());
}

fn entry_again(nasty: &mut Nasty, chance: &mut Chance) {
    again(nasty, chance, "<agentState ", "</agentState>");
}

fn language_again(nasty: &mut Nasty, chance: &mut Chance) {
    again(nasty, chance, "<activity", "</activity>");
}

/// Something that is no entry, between the lines of the file.
fn aside(nasty: &mut Nasty, chance: &mut Chance) {
    const ASIDES: [&str; 9] = [
        "<!-- A4x ask Anna -->\n",
        "<!-- A4x -- ask -- Anna --->\n",
        "<?xml-stylesheet href=\"A4x.css\"?>\n",
        "<?xml version=\"1.0\"?>\n",
        "<?xml Kontakt A4x\n",
        "A4x words alone\n",
        "|\n",
        "<note>A4x</note>\n",
        "<!-- A4x",
    ];
    let Some(line) = chance.line(&nasty.xml) else { return };
    let at = if chance.below(4) == 0 { nasty.xml.len() } else { line.start };
    nasty.xml = inserted(&nasty.xml, at, ASIDES[chance.below(ASIDES.len())]);
}

/// Another head of the file.
fn head(nasty: &mut Nasty, chance: &mut Chance) {
    const HEADS: [&str; 13] = [
        "",
        "\n ",
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
        "<?xml version=\"1.0\" encoding=\"windows-1251\" standalone=\"yes\"?>",
        "<?xml version=\"1.1\"?>",
        "<?xml version=\"1.0\" H5x?>",
        "<?xml version=\"1.0\"\nH5x words",
        "<?xml version=\"1.0\"?><!-- H5x -->",
        "H5x: <?xml version=\"1.0\"?>",
        "<!DOCTYPE agentStates>",
        "<!DOCTYPE agentStates [<!ENTITY H5x \"value\">]>",
        "<!DOCTYPE H5x>",
        "<!DOCTYPE agentStates <!-- H5x -->>",
    ];
    let end = nasty.xml.find('\n').unwrap_or(0);
    nasty.xml = replaced(&nasty.xml, 0..end, HEADS[chance.below(HEADS.len())]);
}

/// The list is wrapped where a line of a page or a letter ends.
fn wrapped(nasty: &mut Nasty, chance: &mut Chance) {
    let text = &nasty.options;
    let Some(begin) = text.find("aggregated-states=") else { return };
    let end = begin + text[begin..].find('\n').unwrap_or(text.len() - begin);
    let at = text.floor_char_boundary(begin + 20 + chance.below(end.saturating_sub(begin + 20)));
    let at = match chance.below(3) {
        0 => text[at..end].find('_').map_or(at, |length| at + length + 1),
        _ => at,
    };
    nasty.options = inserted(text, at.min(text.len()), ["\n", "\n  ", "\n> ", "-\n"][chance.below(4)]);
}

/// Something among the options or in the list.
fn option_piece(nasty: &mut Nasty, chance: &mut Chance) {
    const LINES: [&str; 18] = [
        "08:15:30 O6x logged in\n",
        "@10:22:31.120 O6x\n",
        "7:45 O6x\n",
        "12:30\n",
        "; O6x\tcomment\n",
        "# O6x | comment\n",
        "| O6x | heading |\n",
        "O6x words alone\n",
        "O6x=value “quoted”\n",
        "O6x: value\n",
        "note=O6x ends.\n",
        "- O6x=5\"\n",
        "Service_Type=presence-profile\n",
        "3=O6x...\n",
        "1=O6x 2:30\n",
        "14=A;O6x, 15=OOS\n",
        "3. O6x\n",
        "**O6x** = **value**\n",
    ];
    const PIECES: [&str; 17] = [
        " O6x",
        "; O6x",
        "...",
        ".",
        "\\_",
        "**",
        "“",
        "`",
        " 2:30",
        "; ",
        ",,",
        " 8=O6x",
        " (O6x)",
        "\u{85}",
        "\u{92}",
        "\u{a0}»",
        "08:15:30 ",
    ];
    let text = &nasty.options;
    nasty.options = match chance.below(2) {
        0 => {
            let Some(line) = chance.line(text) else { return };
            inserted(text, line.end, LINES[chance.below(LINES.len())])
        }
        _ => {
            let places: Vec<usize> = text.match_indices([',', '=', '\n']).map(|(at, _)| at).collect();
            let Some(at) = chance.one(&places) else { return };
            inserted(text, *at, PIECES[chance.below(PIECES.len())])
        }
    };
}

/// The list as a table, with what only this table has.
fn table(nasty: &mut Nasty, chance: &mut Chance) {
    let text = &nasty.options;
    let Some(begin) = text.find("aggregated-states=") else { return };
    let end = begin + text[begin..].find('\n').unwrap_or(text.len() - begin);
    let list = &text[begin + "aggregated-states=".len()..end];
    let kind = chance.below(5);
    let mut rows = match kind {
        0 => "| # | Agent state | Device state | Aggregated state ID |\n|---|---|---|---|\n".to_owned(),
        1 => "| # | ID | T7x remarks |\n|---|---|---|\n".to_owned(),
        2 => "#\tID\tT7x\n".to_owned(),
        _ => String::new(),
    };
    let agents = ["Logout", "Ready", "NotReady", "ACW", "Walk_Away"];
    for (at, pair) in list.split(", ").enumerate() {
        let (number, id) = pair.split_once(['=', ':']).unwrap_or((pair, ""));
        let (agent, device) = (agents[at % 5], ["Idle", "Busy", "OOS"][at / 5 % 3]);
        rows += &match kind {
            0 => format!("| {number} | {agent} | {device} | {id} |\n"),
            1 => format!("| {number} | T{at}x | {id} |\n"),
            2 => format!("{number}\t{id}\tT{at}x\n"),
            3 => format!("{number} {agent} {device} {id}\n"),
            _ => format!("{number}={id}\n"),
        };
    }
    nasty.options = replaced(text, begin..(end + 1).min(text.len()), &rows);
}

/// Two profiles, one behind the other.
fn two_sections(nasty: &mut Nasty, chance: &mut Chance) {
    let other = nasty.options.replace("OOS", "S8x");
    nasty.options += ["", "\n", "[Other]\n"][chance.below(3)];
    nasty.options += &other;
}
