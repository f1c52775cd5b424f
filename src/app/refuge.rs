//! What takes the focus where nothing else is left to, or nothing else may: keys do nothing there.

use crate::browser::page;

/// Finds it: a panel that is always there on its page, and can have the focus itself.
const REFUGE: &str = ".translations, .problems, .assignment__problems";

/// Finds the field of the picker.
const PICKER: &str = ".picker__find .field";

/// Gives it the focus.
pub fn take_focus() {
    // A picker that is open keeps it: Escape is to close that.
    match page::has(PICKER) {
        true => page::focus_quietly_on(PICKER),
        false => page::focus_quietly_on(REFUGE),
    }
}
