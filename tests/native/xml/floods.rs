//! Far too much of one thing: answered in linear time, with few words.

use std::time::Instant;

use presence_profile_core::{
    mapping::agent_states::PresenceMap,
    source::{
        text::Span,
        xml::{
            Xml,
            faults::Kind,
            paint,
            verdict::{Refused, judge},
        },
    },
};

use crate::report;

/// Makes a flood of a given size.
type Flood = fn(usize) -> String;

/// What a broken document is made of.
pub const PIECES: &[&str] = &[
    "<agentStates>",
    "</agentStates>",
    "<agentState ID=\"A\" availability=\"1\">",
    "</agentState>",
    "<agentState",
    "<activity LCID=\"1033\">",
    "</activity>",
    "<p:activity ",
    "<a",
    "<b/>",
    "</",
    "< /activity>",
    "<\\agentState>",
    "/>",
    ">",
    "<",
    "=",
    "\"",
    "'",
    "“",
    "’",
    "\u{A0}",
    ":",
    "&",
    "&amp;",
    "&#x41;",
    "&#0;",
    ";",
    " ",
    "\n",
    "a",
    "é",
    "א",
    "😀",
    "<!--",
    "-->",
    "--",
    "<![CDATA[",
    "]]>",
    "]",
    "<?xml version=\"1.0\"?>",
    "<?",
    "?>",
    "<!DOCTYPE a",
    "[",
    "xmlns:p=\"u\"",
    "xmlns=\"\"",
    "p:b=\"1\"",
    "\u{1}",
    "\u{FFFE}",
    "|",
    "-",
    "1",
    ":",
];

#[test]
fn floods_are_answered_in_linear_time() {
    let floods: &[(&str, Flood)] = &[
        ("rubbish", |size| rubbish(50 * size)),
        ("nested tags", |size| format!("{}{}", "<activity>".repeat(size), "</activity>".repeat(size))),
        ("unclosed tags", |size| "<agentState>".repeat(2 * size)),
        ("unclosed tags of two kinds", |size| "<agentState><activity>".repeat(size)),
        ("unclosed texts", |size| format!("<agentState>{}", "<activity>x".repeat(size))),
        ("nested texts", |size| format!("<agentState>{}", "<activity>x<b>".repeat(size))),
        ("crossed tags", |size| format!("{}{}", "<a>".repeat(size), "</b>".repeat(size))),
        ("crossed ends", |size| "<agentStates><agentState></agentStates>".repeat(size)),
        ("attributes", |size| format!("<a {}/>", (0..size).map(|at| format!("b{at}='1' ")).collect::<String>())),
        ("one attribute", |size| format!("<a {}/>", "b='1' ".repeat(size))),
        ("namespaces", |size| {
            let declarations: String = (0..size / 5).map(|at| format!("xmlns:p{at}='u{at}' p{at}:b='' ")).collect();
            format!("<a {declarations}/>")
        }),
        ("nested namespaces", |size| "<p:a xmlns:p='u'>".repeat(size)),
        ("hidden prefixes", |size| "<p:a xmlns:p='u' p:b='1'>".repeat(size)),
        ("swallowed names", |size| "<a b=\"c d=\"".repeat(size)),
        ("values without quotes", |size| format!("<a {}", "b=c'".repeat(size))),
        ("references", |size| format!("<activity LCID='{0}'>{0}</activity>", "&amp;".repeat(size))),
        ("hidden comments", |size| format!("<a>{}", "<!-- - <!".repeat(size))),
        ("unclosed quotes", |size| "<a b='<a b=\"".repeat(size)),
        ("unclosed values", |size| "<a b='> <activity c=\"".repeat(size)),
        ("unclosed comments", |size| "<!-- <agentState> ".repeat(size)),
        ("unclosed CDATA", |size| format!("<a>{}", "<![CDATA[<agentState>".repeat(size))),
        ("unclosed instructions", |size| "<?a <agentState>".repeat(size)),
        ("declarations", |size| "<?xml ".repeat(size)),
        ("DOCTYPEs", |size| "<!DOCTYPE [ ".repeat(size)),
        ("hyphens", |size| format!("<!--{}", "--".repeat(size))),
        ("brackets", |size| "<".repeat(4 * size)),
        ("exclamations", |size| "<!".repeat(4 * size)),
        ("ampersands", |size| "&#12&a&#x".repeat(size)),
        ("long names", |size| format!("<{}", "a".repeat(10 * size))),
        ("text", |size| format!("<a>{}</a>", "word ".repeat(10 * size))),
    ];
    for (name, flood) in floods {
        let answer = |text: &str| {
            let map = PresenceMap::read(text);
            paint::paint(text, Span::new(0, text.len()));
            assert!(map.faults.len() <= 201, "{name}");
        };
        let growth = Measured::of(answer, &flood(10_000), &flood(100_000), 1).least_growth;
        assert!(growth < MOST_GROWTH, "{name}: ten times the text takes {growth} times as long");
    }
}

/// The floods that are answered in 50 ms each, in a release build: the size of the first text, and ten times that.
const NAMED: [(&str, [usize; 2], Flood); 6] = [
    ("attributes on one element", [10_000, 100_000], |size| {
        format!("<a {}/>", (0..size).map(|at| format!("b{at}='1' ")).collect::<String>())
    }),
    ("unclosed tags", [20_000, 200_000], |size| "<agentState>".repeat(size)),
    ("elements deep", [1_000, 10_000], |size| format!("{}{}", "<activity>".repeat(size), "</activity>".repeat(size))),
    ("bytes of text", [100_000, 1_000_000], |size| {
        format!("<agentStates><agentState><activity>{}</activity></agentState></agentStates>", "word ".repeat(size / 5))
    }),
    ("namespace declarations", [2_000, 20_000], |size| {
        format!("<a {}/>", (0..size).map(|at| format!("xmlns:p{at}='u{at}' p{at}:b='' ")).collect::<String>())
    }),
    ("attributes of one name", [10_000, 100_000], |size| format!("<a {}/>", "b='1' ".repeat(size))),
];

/// The longest a flood may take, in milliseconds; only the release build is held to it.
const LONGEST: f64 = if cfg!(debug_assertions) { f64::MAX } else { 50.0 };

/// The growth that is surely not quadratic when the text grows tenfold.
const MOST_GROWTH: f64 = 30.0;

/// How often a flood is measured at most: other work may disturb a measurement, but not every time.
const ATTEMPTS: usize = 20;

/// What was measured of a text and one of ten times its size.
struct Measured {
    /// For the large text, when least disturbed.
    milliseconds: f64,
    /// How many times as long as for the small text: in the middle of all attempts.
    growth: f64,
    /// The same, when least disturbed.
    least_growth: f64,
}

impl Measured {
    /// Measures until all is well, and some times at least. The small text is read ten times each time, so that whatever
    /// disturbs has as much time to disturb either.
    fn of(answer: impl Fn(&str), small: &str, large: &str, attempts: usize) -> Measured {
        let seconds = |text: &str, count: usize| {
            let start = Instant::now();
            (0..count).for_each(|_| answer(text));
            start.elapsed().as_secs_f64() / count as f64
        };
        let (mut least, mut growths) = (f64::MAX, Vec::new());
        for attempt in 1..=ATTEMPTS {
            let (before, after) = (seconds(small, 10), seconds(large, 1));
            least = after.min(least);
            growths.push(after / before);
            growths.sort_by(f64::total_cmp);
            if attempts <= attempt && least * 1000.0 < LONGEST && growths[0] < MOST_GROWTH {
                break;
            }
        }
        let growth = growths[growths.len() / 2];
        Measured { milliseconds: least * 1000.0, growth, least_growth: growths[0] }
    }
}

/// From bytes to the verdict: what happens to an opened file.
fn judged(text: &str) {
    if let Err(Refused::Text { faults, .. }) = judge(text.as_bytes()) {
        let last = faults.last().expect("what is refused has a reason");
        assert!(faults.len() <= 200 || matches!(last.kind, Kind::LeftOut(_)), "{last:?}");
    }
}

#[test]
fn named_floods_are_answered_at_once() {
    let build = if cfg!(debug_assertions) { "development build" } else { "release build" };
    for (name, [size, ten_times], flood) in NAMED {
        let (small, large) = (flood(size), flood(ten_times));
        let verdict = Measured::of(judged, &small, &large, 3);
        let entries = Measured::of(|text| drop(PresenceMap::read(text)), &small, &large, 3);
        report::tell(&format!(
            "flood of {ten_times} {name}: verdict {:.1} ms, {:.1} times that of a tenth; entries {:.1} ms, {:.1} times \
             ({build})",
            verdict.milliseconds, verdict.growth, entries.milliseconds, entries.growth,
        ));
        for Measured { milliseconds, least_growth, .. } in [verdict, entries] {
            assert!(least_growth < MOST_GROWTH, "{name}: ten times the text takes {least_growth} times as long");
            assert!(milliseconds < LONGEST, "{name}: {milliseconds} ms");
        }
    }
}

#[test]
fn faults_are_bounded() {
    let faults = Xml::read(&"<".repeat(5_000_000), &["agentState"]).faults;
    assert_eq!(faults.len(), 201);
    assert_eq!(
        (faults[200].kind, faults[200].message.wrong.plain().as_str()),
        (Kind::LeftOut(4_999_801), "and 4999801 more")
    );
}

/// Letters, tags and signs in no order, always the same.
fn rubbish(length: usize) -> String {
    let mut state = 1_u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize
    };
    let mut text = String::with_capacity(length + 50);
    while text.len() < length {
        match next() % 4 {
            0 => text.push_str(PIECES[next() % PIECES.len()]),
            _ => text.extend(char::from_u32((next() % 0x500) as u32)),
        }
    }
    text
}
