//! A text stands for one presence and one language.

use crate::{
    mapping::agent_states::{Activity, StateEntry},
    rules::{
        diagnostic::Diagnostic,
        example::Example,
        facts::{self, Facts},
        law::{Basis, Law},
    },
    source::{
        message::Message,
        phrase::quoted,
        text::{Part, Span},
    },
};

pub(super) static LAW: Law = Law {
    code: "same-text",
    statement: "No two entries of different classes have the same text, and no entry has one text in two languages",
    why: "Colleagues cannot tell the two apart, or read a text that was never translated",
    basis: Basis::Advice,
    example: Example::entry(
        r#"  <agentState ID="OOS" availability="18000">
    <activity LCID="1033">Logged out</activity>
  </agentState>
  <agentState ID="INCALL" availability="7001">
    <activity LCID="1033">Logged out</activity>
  </agentState>"#,
    ),
    check,
    yields_to: &[],
};

type Text<'a> = (&'a StateEntry, &'a Activity);

fn check(facts: &Facts<'_>, acc: &mut Vec<Diagnostic>) {
    let all: Vec<Text<'_>> =
        facts.texts().filter(|(_, activity)| activity.text.text.contains(char::is_alphabetic)).collect();
    let mut hashes: Vec<(u64, usize)> = all.iter().map(|text| hash(&text.1.text.text)).zip(0..).collect();
    hashes.sort_unstable();
    for run in hashes.chunk_by(|one, next| one.0 == next.0).filter(|run| 1 < run.len()) {
        let first = all[run[0].1];
        let alike = run[1..].iter().map(|(_, at)| all[*at]).filter(|text| text.1.text.text == first.1.text.text);
        let alike: Vec<Text<'_>> = alike.collect();
        acc.extend(classes(first, &alike).or_else(|| languages(first, &alike)));
    }
}

fn hash(text: &str) -> u64 {
    text.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3))
}

fn classes(first: Text<'_>, others: &[Text<'_>]) -> Option<Diagnostic> {
    let own = first.0.availability_value()?.class();
    let class_of = |text: &Text<'_>| text.0.availability_value().map(|availability| availability.class());
    let other = others.iter().find(|text| class_of(text).is_some_and(|class| class.word() != own.word()))?;
    let message = format!(
        "{} and {} have the same text, {}, but one is shown as {} and the other as {}",
        facts::name_of(first.0),
        facts::name_of(other.0),
        quoted(first.1.text.text.trim()),
        own.word(),
        class_of(other)?.word()
    );
    Some(told(message.into(), first, others))
}

fn languages(first: Text<'_>, others: &[Text<'_>]) -> Option<Diagnostic> {
    let own = first.1.lcid_value()?; // Countries may share a text; the lower ten bits are the language.
    let is_other = |text: &&Text<'_>| {
        let lcid = text.1.lcid_value();
        std::ptr::eq(text.0, first.0) && lcid.is_some_and(|lcid| lcid.number() & 0x3FF != own.number() & 0x3FF)
    };
    let other = others.iter().find(is_other)?;
    let wrong = format!(
        "{} has the same text, {}, in {} and in {}",
        facts::name_of(first.0),
        quoted(first.1.text.text.trim()),
        own.name(),
        other.1.lcid_value()?.name()
    );
    Some(told(Message::new(wrong).with_advice("is one of them not translated?"), first, others))
}

fn told(message: Message, first: Text<'_>, others: &[Text<'_>]) -> Diagnostic {
    let more = others.iter().map(|text| text.1.text.span).collect::<Vec<Span>>();
    let found = LAW.note(Part::Xml, first.1.text.span, message).about(facts::id_of(first.0));
    found.in_language(first.1.lcid_value()).with_more(more)
}
