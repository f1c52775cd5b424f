//! The fields of a grid, which move from cell to cell, and the list that hangs on them.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{Editing, Field, Grid, Sheet};
use crate::{
    app::choice,
    browser::{floating, scrolling},
};

/// Finds the list of choices.
const LIST: &str = ".suggest";

/// The class of a list of choices that stands above its cell.
const LIST_ABOVE: &str = "suggest--above";

/// Finds what stands below a text while it is typed, and is to stay in sight.
const BELOW_TEXT: &str = ".translations__counter:not(.translations__counter--none)";

impl<S: Sheet> Grid<S> {
    /// The fields, to be put anywhere in the table's wrapper: they move into the active cell by themselves.
    ///
    /// `below` is what stands below a text while it is typed.
    pub fn fields(self, below: impl Fn() -> AnyView + Copy + Send + Sync + 'static) -> impl IntoView {
        let list = format!("{}-choices", self.name);
        let marked = move || self.editing.with(|editing| editing.as_ref().and_then(|editing| editing.marked));
        let (name, session) = (self.name, self.session);
        let is_text = Memo::new(move |_| {
            self.editing.with(|editing| editing.as_ref().is_some_and(|editing| self.kind(editing.at) == Field::Text))
        });
        view! {
            // A form of its own: at each key, browsers go through all fields of the form one types in.
            <form class="cell__field" node_ref=self.holder on:submit=|event| event.prevent_default()>
                <input class="cell-input cell-input--code" node_ref=self.line role="combobox" aria-autocomplete="list"
                    aria-expanded=move || self.editing.with(|editing| editing.is_some() && self.has_choices()).to_string()
                    aria-controls=list.clone()
                    aria-activedescendant=move || marked().map(|marked| format!("{name}-choice-{marked}"))
                    readonly=move || session.read_only.with(Option::is_some)
                    autocomplete="off" autocapitalize="off" spellcheck="false" tabindex="0" />
                <textarea class="cell-input" node_ref=self.area rows="1" tabindex="0" hidden spellcheck="true" data-settles
                    readonly=move || session.read_only.with(Option::is_some)></textarea>
                {move || is_text.get().then(|| view! { <div class="cell__draft" aria-hidden="true">{move || self.draft()}</div> })}
                {move || is_text.get().then(below)}
                {move || self.editing.get().map(|editing| self.list(&list, editing))}
            </form>
        }
    }

    /// Puts the list where there is room for it, below its cell or above.
    pub fn place_list(self) {
        let Some(editing) = self.editing.get_untracked() else { return };
        let (Some(cell), Some(holder)) = (self.cell(editing.at), self.holder.get_untracked()) else { return };
        let list = holder.query_selector(LIST).ok().flatten().and_then(|list| list.dyn_into::<HtmlElement>().ok());
        if let Some(list) = list {
            floating::place_list(&list, &cell, self.sheet.scrolls(), LIST_ABOVE);
        }
        scrolling::keep_in_view(&holder, &cell, BELOW_TEXT, super::placing::SCROLLED_BOX);
    }

    /// What is being typed, so that the cell of a text grows with it.
    fn draft(self) -> Option<String> {
        // A last line feed opens a line only if something stands in it.
        self.editing.with(|editing| editing.as_ref().map(|editing| format!("{}\u{200b}", editing.text)))
    }

    pub(super) fn list(self, id: &str, editing: Editing) -> Option<impl IntoView + use<S>> {
        let choices = self.choices(&editing);
        if choices.is_empty() {
            return None;
        }
        let name = self.name;
        let is_any_marked = editing.marked.is_some();
        let marking = if self.leads_on(false) { "Alt+↓" } else { "↓" };
        let typed = if editing.typed { editing.text.trim().to_owned() } else { String::new() };
        let options = choices.into_iter().enumerate().map(move |(index, choice)| {
            let is_marked = editing.marked == Some(index);
            let taken = choice.clone();
            choice::option(choice, &typed, format!("{name}-choice-{index}"), is_marked, move || self.choose(&taken))
        });
        let options = options.collect::<Vec<_>>();
        Some(view! {
            <div class="suggest" class:suggest--floating=self.sheet.scrolls() on:mousedown=|event| event.prevent_default()>
                <div class="suggest__list" role="listbox" aria-label="Choices" id=id.to_owned()>{options}</div>
                <p class="suggest__keys" aria-hidden="true">
                    <kbd class="key">{marking}</kbd>"mark"<kbd class="key">"Enter"</kbd>{if is_any_marked { "take what is marked" } else { "take what is typed" }}<kbd class="key">"Esc"</kbd>"leave"
                </p>
            </div>
        })
    }
}
