//! What is to take the focus is brought to the front first: what is hidden would refuse it.

use std::{cell::RefCell, rc::Rc};

use web_sys::Element;

type Bring = Rc<dyn Fn(&Element)>;

thread_local! {
    static BRING: RefCell<Option<Bring>> = const { RefCell::new(None) };
}

/// From now on, runs `bring` with each element that is to take the focus, before it takes it.
pub fn before_focus(bring: impl Fn(&Element) + 'static) {
    BRING.with(|own| own.replace(Some(Rc::new(bring))));
}

/// The element is about to take the focus.
pub(super) fn bring(element: &Element) {
    // What is run may move the focus itself.
    let bring = BRING.with(|own| own.borrow().clone());
    if let Some(bring) = bring {
        bring(element);
    }
}

/// Brings an element to the front that is there and not seen.
pub fn bring_unseen(element: &Element) {
    if element.get_bounding_client_rect().width() == 0.0 {
        bring(element);
    }
}
