//! Keys: which event they are, and how they are written.

use leptos::ev;

use crate::browser::keyboard;

/// A key with what is held beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keys {
    ctrl: bool,
    shift: bool,
    alt: bool,
    key: &'static str,
}

impl Keys {
    /// A key by itself, by its name or as a small letter.
    pub const fn plain(key: &'static str) -> Keys {
        Keys { ctrl: false, shift: false, alt: false, key }
    }

    /// With Control, or Command on a Mac.
    pub const fn ctrl(key: &'static str) -> Keys {
        Keys { ctrl: true, ..Keys::plain(key) }
    }

    /// With Shift.
    pub const fn shift(self) -> Keys {
        Keys { shift: true, ..self }
    }

    /// With Alt.
    pub const fn alt(key: &'static str) -> Keys {
        Keys { alt: true, ..Keys::plain(key) }
    }

    /// Whether an event is of these keys. What a sign needs to be typed - Shift, or AltGr - depends on the layout.
    pub fn are(self, event: &ev::KeyboardEvent) -> bool {
        let is_sign = self.key.len() == 1 && !self.key.as_bytes()[0].is_ascii_alphabetic() && self.key != " ";
        let is_held = if is_sign && !self.ctrl {
            !event.ctrl_key() && !event.meta_key()
        } else {
            self.ctrl == (event.ctrl_key() || event.meta_key()) && self.alt == event.alt_key()
        };
        is_held && (is_sign || self.shift == event.shift_key()) && keyboard::meant(event) == self.key
    }

    /// Each key as it is printed on the keyboard.
    pub fn parts(self) -> Vec<String> {
        let held = [(self.ctrl, "Ctrl"), (self.alt, "Alt"), (self.shift, "Shift")];
        let held = held.into_iter().filter(|(is_held, _)| *is_held).map(|(_, name)| name.to_owned());
        let own = match self.key {
            " " => "Space".to_owned(),
            "ContextMenu" => "Menu".to_owned(),
            letter if letter.len() == 1 => letter.to_ascii_uppercase(),
            name => name.to_owned(),
        };
        held.chain([own]).collect()
    }

    /// In a line: `Ctrl+Shift+Z`.
    pub fn words(self) -> String {
        self.parts().join("+")
    }
}
