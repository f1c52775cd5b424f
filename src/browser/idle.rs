//! Time that nobody needs: work that waits for it, and how much of it is left.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{IdleDeadline, js_sys::Reflect};

use super::page::window;

/// Milliseconds that are taken at once: what is begun then may take as long again, and is still no long task.
const SLICE: f64 = 16.0;

/// When a slice of time ends.
pub struct Slice {
    deadline: Option<IdleDeadline>,
    began: f64,
}

impl Slice {
    /// One that begins now, whether the page is idle or not.
    pub fn begin() -> Slice {
        Slice { deadline: None, began: now() }
    }

    /// Whether there is time for more.
    pub fn goes_on(&self) -> bool {
        let is_idle = self.deadline.as_ref().is_none_or(|deadline| 2.0 < deadline.time_remaining());
        is_idle && now() - self.began < SLICE
    }
}

/// Runs when the page has nothing else to do.
pub fn when_idle(run: impl FnOnce(Slice) + 'static) {
    let callback = Closure::once_into_js(move |deadline: wasm_bindgen::JsValue| {
        run(Slice { deadline: deadline.dyn_into().ok(), began: now() });
    });
    let window = window();
    let has_idle = Reflect::has(&window, &"requestIdleCallback".into()).unwrap_or(false);
    // Both take a function, and so neither fails.
    let _ = match has_idle {
        true => window.request_idle_callback(callback.unchecked_ref()).map(drop),
        false => window.set_timeout_with_callback(callback.unchecked_ref()).map(drop),
    };
}

/// Milliseconds since the page began.
fn now() -> f64 {
    window().performance().map(|performance| performance.now()).unwrap_or_default()
}
