//! Mounts the editor on the page.

#[cfg(target_arch = "wasm32")]
fn main() {
    presence_profile_editor::app::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The editor runs in a browser: `make serve` opens it.");
}
