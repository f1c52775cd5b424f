//! The line of the option in the options text beside: it is in view when the panels come, and with every change of theirs.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::actions::Pull;
use crate::{
    app::source::showing::{LINE, PADDING},
    browser::{cells, page, scrolling},
};
use presence_profile_core::{mapping::option_name::OptionName, source::text::Part};

/// Brings the line into view, now and whenever the ranges change. Whoever is in the text itself is left alone there.
pub(super) fn show(pull: Pull) {
    pull.ranges.track();
    let line = pull.session.analysis.with_untracked(|read| {
        let option = read.0.options.of(OptionName::PresenceAvailabilityRange)?;
        Some(read.0.lines(Part::Options).line_of(option.name.start))
    });
    if let Some(line) = line {
        // The lines are painted after the text has come to the area.
        cells::after_rendering(move || cells::after_rendering(move || scroll_to(line)));
    }
}

fn scroll_to(line: usize) {
    let Some(area) = find("[data-scroll=options]").filter(|area| !page::is_focused(area)) else { return };
    // Where the lines are wrapped, all of them are painted, and each is as high as it is.
    let painted = find(&format!("#page-options .source__body--wrap .source__line[data-number=\"{}\"]", line + 1));
    let (top, height) = match painted.and_then(|painted| painted.dyn_into::<HtmlElement>().ok()) {
        Some(painted) => (painted.offset_top(), painted.offset_height()),
        None => ((line as f64 * LINE) as i32, LINE as i32),
    };
    scrolling::stretch_in_area(&area, top, PADDING as i32 + top + height);
}

fn find(selector: &str) -> Option<Element> {
    page::document().query_selector(selector).ok().flatten()
}
