//! What takes the focus where nothing else is left to, or nothing else may: keys do nothing there.

use crate::browser::page;

/// Finds it: a panel that is always there, and can have the focus itself.
const REFUGE: &str = ".translations";

/// Gives it the focus.
pub fn take_focus() {
    page::focus_quietly_on(REFUGE);
}
