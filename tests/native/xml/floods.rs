//! Far too much of one thing: answered in linear time, with few words.

use std::time::{Duration, Instant};

use presence_profile_editor::{
    mapping::agent_states::PresenceMap,
    source::{
        text::Span,
        xml::{
            Xml, paint,
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
    "/>",
    ">",
    "<",
    "=",
    "\"",
    "'",
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
        let (small, large) = (flood(10_000), flood(100_000));
        let time = |text: &str| {
            let start = Instant::now();
            let map = PresenceMap::read(text);
            let window = Span::new(0, text.len());
            paint::paint(text, window);
            assert!(map.problems.len() <= 201, "{name}");
            start.elapsed()
        };
        // Times under a millisecond say nothing, and other work may disturb a measurement, but not every time.
        let growth = || time(&large).as_secs_f64() / time(&small).max(Duration::from_millis(1)).as_secs_f64();
        let least = (0..8).map(|_| growth()).find(|growth| *growth < 50.0);
        assert!(least.is_some(), "{name}: ten times the text takes far more than ten times as long");
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

/// The longest a flood may take in a release build.
const LONGEST: Duration = Duration::from_millis(50);

/// From bytes to the verdict, and from the text to entries: what happens to an opened file. How long each takes.
fn answer(text: &str) -> [Duration; 2] {
    let start = Instant::now();
    let verdict = judge(text.as_bytes());
    let judged = start.elapsed();
    if let Err(Refused::Text { problems, .. }) = &verdict {
        let last = &problems.last().expect("what is refused has a reason").message;
        assert!(problems.len() <= 200 || last.contains("more; mend the ones above first"), "{last}");
    }
    let start = Instant::now();
    let map = PresenceMap::read(text);
    let mapped = start.elapsed();
    assert_eq!(map.problems.is_empty(), verdict.is_ok());
    [judged, mapped]
}

/// How often a flood is measured at most: other work may disturb a measurement, but not every time.
const ATTEMPTS: usize = 20;

#[test]
fn named_floods_are_answered_at_once() {
    let build = if cfg!(debug_assertions) { "development build" } else { "release build" };
    for (name, [size, ten_times], flood) in NAMED {
        let (small, large) = (flood(size), flood(ten_times));
        let mut quickest = [[Duration::MAX; 2]; 2];
        let mut growth = [f64::MAX; 2];
        for _ in 0..ATTEMPTS {
            for (quickest, text) in quickest.iter_mut().zip([&small, &large]) {
                let times = answer(text);
                *quickest = [0, 1].map(|which| quickest[which].min(times[which]));
            }
            // Times of microseconds say nothing.
            let seconds = |time: Duration| time.max(Duration::from_micros(100)).as_secs_f64();
            growth = [0, 1].map(|which| seconds(quickest[1][which]) / seconds(quickest[0][which]));
            let is_quick = cfg!(debug_assertions) || quickest[1].iter().all(|time| *time < LONGEST);
            if is_quick && growth.iter().all(|growth| *growth < 20.0) {
                break;
            }
        }
        let [judged, mapped] = quickest[1].map(|time| time.as_secs_f64() * 1000.0);
        report::tell(&format!(
            "flood of {ten_times} {name}: verdict {judged:.1} ms, {:.1} times that of a tenth; entries {mapped:.1} ms, \
             {:.1} times ({build})",
            growth[0], growth[1],
        ));
        let is_linear = growth.iter().all(|growth| *growth < 50.0);
        assert!(is_linear, "{name}: ten times the text takes far more than ten times as long");
        assert!(cfg!(debug_assertions) || quickest[1].iter().all(|time| *time < LONGEST), "{name}: {quickest:?}");
    }
}

#[test]
fn problems_are_bounded() {
    let problems = Xml::read(&"<".repeat(5_000_000), &["agentState"]).problems;
    assert_eq!(problems.len(), 201);
    assert!(problems[200].message.contains("and 4999801 more"), "{}", problems[200].message);
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
