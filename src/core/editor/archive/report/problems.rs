//! What the laws say: errors first, those set aside among them, for T-Server knows no setting aside.

use super::html::Html;
use crate::{
    editor::{
        analysis::Analysis,
        finding::{Counts, Finding, SEVERITIES},
        findings, wording,
    },
    rules::diagnostic::Severity,
};

/// The list.
pub(super) fn section(html: &mut Html, analysis: &Analysis, of: &str) {
    html.said("h3", &format!("Problems{of}"));
    let all =
        || analysis.findings.iter().map(|own| (own, false)).chain(analysis.set_aside.iter().map(|own| (own, true)));
    if all().next().is_none() {
        return html.said("p", "There are none.");
    }
    html.said("p", &Counts::of(all().map(|(own, _)| own)).words());
    html.of("ol", "problems", |html| {
        for severity in SEVERITIES {
            all().filter(|(own, _)| own.diagnostic.severity == severity).for_each(|(own, is_aside)| {
                problem(html, analysis, own, is_aside);
            });
        }
    });
}

fn problem(html: &mut Html, analysis: &Analysis, own: &Finding, is_aside: bool) {
    let severity = own.diagnostic.severity;
    let class = if severity == Severity::Error { "fault" } else { "problem" };
    html.of("li", class, |html| {
        let aside = if is_aside { ", set aside" } else { "" };
        html.said("b", &format!("{}{aside}, {}: ", severity.name(), findings::place(analysis, own)));
        html.phrase(&wording::beside_place(&own.diagnostic));
    });
}
