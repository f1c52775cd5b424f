//! What tabs of the editor tell each other: words over a channel of the browser.

use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{BroadcastChannel, MessageEvent};

/// A channel to the other tabs of the same origin; closed when it is dropped.
pub struct Tabs {
    channel: BroadcastChannel,
    _listener: Closure<dyn Fn(MessageEvent)>,
}

impl Tabs {
    /// Joins the others, and hears what they say; `None` where the browser has no such channel.
    pub fn join(hear: impl Fn(&str) + 'static) -> Option<Tabs> {
        let channel = BroadcastChannel::new("presence-profile-editor").ok()?;
        let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(words) = event.data().as_string() {
                hear(&words);
            }
        });
        channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        Some(Tabs { channel, _listener: listener })
    }

    /// Tells the others.
    pub fn say(&self, words: &str) {
        // What is not heard is found in the database.
        let _ = self.channel.post_message(&words.into());
    }
}

impl Drop for Tabs {
    fn drop(&mut self) {
        self.channel.set_onmessage(None);
        self.channel.close();
    }
}
