//! Files that are written where they came from: the browser's pickers and the handles they give, where it has them.

use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, DomException, File};

use super::{
    files::{self, Chosen, FileError},
    page::window,
};

// These are not among the stable ones of the bindings.
#[wasm_bindgen]
extern "C" {
    #[derive(Clone, Debug)]
    type FileHandle;
    #[wasm_bindgen(method, getter)]
    fn name(this: &FileHandle) -> String;
    #[wasm_bindgen(method, getter)]
    fn kind(this: &FileHandle) -> String;
    #[wasm_bindgen(method, catch, js_name = getFile)]
    fn get_file(this: &FileHandle) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = createWritable)]
    fn create_writable(this: &FileHandle) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = queryPermission)]
    fn query_permission(this: &FileHandle, wanted: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = requestPermission)]
    fn request_permission(this: &FileHandle, wanted: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, js_name = isSameEntry)]
    fn is_same_entry(this: &FileHandle, other: &FileHandle) -> Promise;

    type WritableFile;
    #[wasm_bindgen(method, catch)]
    fn write(this: &WritableFile, bytes: &Uint8Array) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn close(this: &WritableFile) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn abort(this: &WritableFile) -> Result<Promise, JsValue>;

    type WindowWithPickers;
    #[wasm_bindgen(method, catch, js_name = showOpenFilePicker)]
    fn show_open_file_picker(this: &WindowWithPickers, options: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = showSaveFilePicker)]
    fn show_save_file_picker(this: &WindowWithPickers, options: &JsValue) -> Result<Promise, JsValue>;

    type ItemWithHandle;
    #[wasm_bindgen(method, catch, js_name = getAsFileSystemHandle)]
    fn get_as_file_system_handle(this: &ItemWithHandle) -> Result<Promise, JsValue>;
}

/// A file on the user's disk, which can be read again and written.
#[derive(Clone, Debug)]
pub struct Handle(FileHandle);

/// Why a file was not written where it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SavingError {
    /// The user did not allow it, or closed the picker.
    NotAllowed,
    /// It is not there any more.
    Gone,
    /// What was read back is not what was written.
    Different,
    /// Something else, in the browser's own words.
    Broken(String),
}

/// Whether the browser has pickers here: it has none in an insecure context, and some have none at all.
pub fn has_pickers() -> bool {
    let has = |name: &str| Reflect::get(&window(), &name.into()).is_ok_and(|value| value.is_function());
    has("showOpenFilePicker") && has("showSaveFilePicker")
}

/// Lets the user choose files; none where none was chosen. Of a file that cannot be read there is the handle only.
///
/// # Errors
/// The browser shows no picker.
pub async fn choose() -> Result<Vec<(Handle, Option<File>)>, SavingError> {
    let options = Object::new();
    // A plain object takes any key.
    let _ = Reflect::set(&options, &"multiple".into(), &true.into());
    let pickers: WindowWithPickers = window().unchecked_into();
    let chosen = match pickers.show_open_file_picker(&options) {
        Ok(promise) => JsFuture::from(promise).await,
        Err(error) => Err(error),
    };
    let handles: Array = match chosen {
        Ok(handles) => handles.unchecked_into(),
        Err(error) => return none_if_left::<()>(&error).map(|_| Vec::new()),
    };
    let mut files = Vec::new();
    for handle in handles.iter() {
        let handle = Handle(handle.unchecked_into());
        let file = handle.file().await.ok();
        files.push((handle, file));
    }
    Ok(files)
}

/// Lets the user choose where a file is to go. `Ok(None)` where no place was chosen.
///
/// # Errors
/// The browser shows no picker.
pub async fn choose_place(name: &str) -> Result<Option<Handle>, SavingError> {
    let options = Object::new();
    // A plain object takes any key.
    let _ = Reflect::set(&options, &"suggestedName".into(), &name.into());
    let pickers: WindowWithPickers = window().unchecked_into();
    let chosen = match pickers.show_save_file_picker(&options) {
        Ok(promise) => JsFuture::from(promise).await,
        Err(error) => Err(error),
    };
    match chosen {
        Ok(handle) => Ok(Some(Handle(handle.unchecked_into()))),
        Err(error) => none_if_left(&error),
    }
}

/// The handles of what is dropped, in its order, where the browser gives handles; asked for before the drop is over. What
/// is no file has none.
pub fn of_drop(transfer: Option<&DataTransfer>) -> impl Future<Output = Vec<Option<Handle>>> + use<> {
    let items = transfer.map(DataTransfer::items);
    let promise = |item: ItemWithHandle| {
        let has = Reflect::get(&item, &"getAsFileSystemHandle".into()).is_ok_and(|value| value.is_function());
        has.then(|| item.get_as_file_system_handle().ok()).flatten()
    };
    let count = items.as_ref().map_or(0, web_sys::DataTransferItemList::length);
    let of_items = (0..count).filter_map(|at| items.as_ref()?.get(at)).filter(|item| item.kind() == "file");
    let promises: Vec<Option<Promise>> = of_items.map(|item| promise(item.unchecked_into())).collect();
    async move {
        let mut handles = Vec::new();
        for promise in promises {
            handles.push(handle(promise).await);
        }
        handles
    }
}

async fn handle(promise: Option<Promise>) -> Option<Handle> {
    let handle = JsFuture::from(promise?).await.ok().filter(JsValue::is_object)?;
    let handle: FileHandle = handle.unchecked_into();
    (handle.kind() == "file").then_some(Handle(handle))
}

impl Handle {
    /// From what the storage kept.
    pub fn from_kept(value: JsValue) -> Option<Handle> {
        value.is_object().then(|| Handle(value.unchecked_into()))
    }

    /// As the storage keeps it.
    pub fn kept(&self) -> &JsValue {
        &self.0
    }

    /// The name of the file, without a path.
    pub fn name(&self) -> String {
        self.0.name()
    }

    async fn file(&self) -> Result<File, SavingError> {
        let promise = self.0.get_file().map_err(|error| SavingError::of(&error))?;
        Ok(JsFuture::from(promise).await.map_err(|error| SavingError::of(&error))?.unchecked_into())
    }

    /// What it holds now.
    ///
    /// # Errors
    /// It cannot be read.
    pub async fn read(&self) -> Result<Vec<u8>, SavingError> {
        match files::read(self.file().await?).await {
            Ok(Chosen { bytes, .. }) => Ok(bytes),
            Err(FileError::TooLarge) => Err(SavingError::Broken("larger than 8 MB".to_owned())),
            Err(FileError::Unreadable) => Err(SavingError::Gone),
        }
    }

    /// Whether the page may write it; the user is asked if need be. Asked in answer to a key or a press only.
    pub async fn may_write(&self) -> bool {
        let wanted = Object::new();
        let _ = Reflect::set(&wanted, &"mode".into(), &"readwrite".into());
        let is_granted = async |promise: Result<Promise, JsValue>| match promise {
            Ok(promise) => {
                JsFuture::from(promise).await.is_ok_and(|state| state.as_string().as_deref() == Some("granted"))
            }
            // Where it cannot be asked, writing says whether it may.
            Err(_) => true,
        };
        if !Reflect::get(&self.0, &"queryPermission".into()).is_ok_and(|value| value.is_function()) {
            return true;
        }
        is_granted(self.0.query_permission(&wanted)).await || is_granted(self.0.request_permission(&wanted)).await
    }

    /// Writes the whole file and reads it back.
    ///
    /// # Errors
    /// The file is as it was before, unless it was read back otherwise than it was written.
    pub async fn write(&self, bytes: &[u8]) -> Result<(), SavingError> {
        let broken = |error: JsValue| SavingError::of(&error);
        let writable = JsFuture::from(self.0.create_writable().map_err(broken)?).await.map_err(broken)?;
        let writable: WritableFile = writable.unchecked_into();
        let written = match writable.write(&Uint8Array::from(bytes)) {
            Ok(promise) => JsFuture::from(promise).await.map(drop),
            Err(error) => Err(error),
        };
        if let Err(error) = written {
            if let Ok(promise) = writable.abort() {
                let _ = JsFuture::from(promise).await;
            }
            return Err(broken(error));
        }
        JsFuture::from(writable.close().map_err(broken)?).await.map_err(broken)?;
        if self.read().await? == bytes { Ok(()) } else { Err(SavingError::Different) }
    }

    /// Whether it is the same file.
    pub async fn is_same(&self, other: &Handle) -> bool {
        JsFuture::from(self.0.is_same_entry(&other.0)).await.is_ok_and(|is_same| is_same.is_truthy())
    }
}

impl SavingError {
    fn of(error: &JsValue) -> SavingError {
        match error.dyn_ref::<DomException>().map(|error| (error.name(), error.message())) {
            Some((name, _)) if name == "NotAllowedError" || name == "SecurityError" => SavingError::NotAllowed,
            Some((name, _)) if name == "NotFoundError" => SavingError::Gone,
            Some((name, message)) => SavingError::Broken(format!("{name}: {message}")),
            None => SavingError::Broken(format!("{error:?}")),
        }
    }
}

/// A picker that was left says so by an error.
fn none_if_left<T>(error: &JsValue) -> Result<Option<T>, SavingError> {
    match error.dyn_ref::<DomException>() {
        Some(exception) if exception.name() == "AbortError" => Ok(None),
        _ => Err(SavingError::of(error)),
    }
}
