//! Files: choosing, reading and saving them.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, DataTransfer, Event, File, FileList, HtmlAnchorElement, HtmlInputElement, Url};

use super::page::{document, window};

/// A file the user chose.
pub struct Chosen {
    /// Its name, without a path.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// The size up to which a file is read: 8 MB, a hundred times the largest profile known.
pub const MOST_BYTES: f64 = 8e6;

/// Why a file was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileError {
    /// It is larger than what is read.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}

/// Reads a file of up to [`MOST_BYTES`].
///
/// # Errors
/// It is too large, or the browser cannot read it.
pub async fn read(file: File) -> Result<Chosen, FileError> {
    read_up_to(MOST_BYTES, file).await
}

/// Reads a file of up to so many bytes.
///
/// # Errors
/// It is too large, or the browser cannot read it.
pub async fn read_up_to(most: f64, file: File) -> Result<Chosen, FileError> {
    if most < file.size() {
        return Err(FileError::TooLarge);
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| FileError::Unreadable)?;
    Ok(Chosen { name: file.name(), bytes: Uint8Array::new(&buffer).to_vec() })
}

/// The files of a drop.
pub fn dropped(transfer: Option<&DataTransfer>) -> Vec<File> {
    transfer.and_then(DataTransfer::files).map(all).unwrap_or_default()
}

fn all(files: FileList) -> Vec<File> {
    (0..files.length()).filter_map(|at| files.get(at)).collect()
}

/// Whether something dragged over the page brings files.
pub fn brings_files(transfer: Option<DataTransfer>) -> bool {
    transfer.is_some_and(|transfer| transfer.types().includes(&JsValue::from_str("Files"), 0))
}

/// Lets the user choose a file; nothing happens when they do not.
pub fn choose(accept: &str, chosen: impl FnOnce(File) + 'static) {
    choose_from(accept, false, move |files| {
        if let Some(file) = files.into_iter().next() {
            chosen(file);
        }
    });
}

/// Lets the user choose files; nothing happens when they do not.
pub fn choose_several(accept: &str, chosen: impl FnOnce(Vec<File>) + 'static) {
    choose_from(accept, true, chosen);
}

fn choose_from(accept: &str, is_several: bool, chosen: impl FnOnce(Vec<File>) + 'static) {
    let Ok(element) = document().create_element("input") else { return };
    let input: HtmlInputElement = element.unchecked_into();
    input.set_type("file");
    input.set_accept(accept);
    input.set_multiple(is_several);
    let on_change = Closure::once_into_js(move |event: Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let files = input.and_then(|input| input.files()).map(all).unwrap_or_default();
        if !files.is_empty() {
            chosen(files);
        }
    });
    // The listener keeps the element alive for as long as the browser's dialog is open.
    let _ = input.add_event_listener_with_callback("change", on_change.unchecked_ref());
    input.click();
}

/// Hands bytes to the browser as a download; says whether it took them.
pub fn save(name: &str, kind: &str, bytes: &[u8]) -> bool {
    download(name, kind, bytes).is_ok()
}

fn download(name: &str, kind: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let properties = BlobPropertyBag::new();
    properties.set_type(kind);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &properties)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The download has its own hold on the blob once it has begun; a minute is ample for that.
    let release = Closure::once_into_js(move || Url::revoke_object_url(&url));
    window().set_timeout_with_callback_and_timeout_and_arguments_0(release.unchecked_ref(), 60_000)?;
    Ok(())
}
