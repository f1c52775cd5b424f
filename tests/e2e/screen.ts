// What is on the page, by role and accessible name, for journeys that speak of things on the screen.

import { readFileSync } from "node:fs";
import { expect, test as base, type Locator, type Page } from "@playwright/test";

const example = (name: string) => readFileSync(new URL(`../cases/example/${name}`, import.meta.url), "utf8");

/** The guide's example, which the page opens with. */
export const EXAMPLE_XML = example("agentStates.xml");
export const EXAMPLE_OPTIONS = example("options.txt");
/** The value of its `aggregated-states`. */
export const EXAMPLE_STATES = /^aggregated-states=(.*)$/m.exec(EXAMPLE_OPTIONS)![1];

/** What comes in with a case of the import. */
export function incoming(title: string): string {
  const cases = readFileSync(new URL("../cases/importing/pieces.txt", import.meta.url), "utf8");
  const [, given] = cases.slice(cases.indexOf(`=== ${title}\n`)).split("<<< comes\n", 2);
  return given.slice(0, given.indexOf("\n---"));
}

/** What the switches of the problems tell of it. */
export const FIRST_RUN = ["3 warnings", "1 note"];

/** A journey gets the page opened on the guide's example, and fails where the page reports an error of its own. */
export const test = base.extend<{ editor: Screen }>({
  editor: async ({ page }, use) => {
    const faults: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) faults.push(message.text());
    });
    page.on("pageerror", (error) => faults.push(error.message));
    // Asked for before the page opens: a chooser that opens sooner than the browser knows of it would be lost.
    page.on("filechooser", () => {});
    const screen = new Screen(page);
    await screen.open();
    await use(screen);
    expect(faults, "errors and warnings of the page itself").toEqual([]);
  },
});

export { expect };

/** A file as a chooser or a drop hands it to the page. */
export interface Given {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export function file(name: string, content: string | Buffer, mimeType = "text/xml"): Given {
  return { name, mimeType, buffer: Buffer.from(content) };
}

/** A grid of the page. Rows are named by their row header, columns by the beginning of their header. */
export class Grid {
  readonly table: Locator;

  constructor(
    private readonly page: Page,
    readonly name: string,
  ) {
    this.table = page.getByRole("grid", { name, exact: true });
  }

  /** The rows with this row header; more than one where an ID repeats. */
  row(header: string | number): Locator {
    const name = new RegExp(`^\\s*${escape(String(header))}(?![\\w])`);
    return this.table.getByRole("row").filter({ has: this.page.getByRole("rowheader", { name }) });
  }

  /** All rows but the head. */
  get rows(): Locator {
    return this.table.locator("tbody").getByRole("row");
  }

  get heads(): Locator {
    return this.table.getByRole("columnheader");
  }

  /** The header of a column. */
  head(column: string): Locator {
    return this.heads.filter({ hasText: new RegExp(`^\\s*${escape(column)}`) });
  }

  /** The cell of a row below the header that begins with `column`. */
  async cell(header: string | number, column: string): Promise<Locator> {
    const position = await this.position(column);
    return cellsOf(this.row(header).first()).nth(position);
  }

  /** The same by the row's place, from 0, where row headers repeat or are empty. */
  async cellAt(row: number, column: string): Promise<Locator> {
    return cellsOf(this.rows.nth(row)).nth(await this.position(column));
  }

  private async position(column: string): Promise<number> {
    await expect(this.head(column).first()).toBeAttached();
    const words = await this.heads.allInnerTexts();
    return words.findIndex((text) => text.trim().startsWith(column));
  }

  /** Selects a cell, types into it, and leaves it by a key (`null`: leaves it open). */
  async type(header: string | number, column: string, text: string, end: string | null = "Enter") {
    await (await this.cell(header, column)).click();
    await this.page.keyboard.type(text);
    if (end !== null) await this.page.keyboard.press(end);
  }

  /** The texts of a column, from the first row to the last. */
  async column(column: string): Promise<string[]> {
    const position = await this.position(column);
    const rows = await this.rows.all();
    return Promise.all(rows.map((row) => cellsOf(row).nth(position).innerText()));
  }
}

function cellsOf(row: Locator): Locator {
  return row.locator("[role=rowheader], [role=gridcell]");
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

export type Into = "This profile" | "A new one" | "Replace it";

/** The dialog Import. */
export class Importing {
  constructor(readonly dialog: Locator) {}

  private radio(group: string | RegExp, name: string, exact = typeof group === "string"): Locator {
    return this.dialog.getByRole("radiogroup", { name: group, exact }).getByRole("radio", { name, exact: true });
  }

  /** Where it goes. */
  into(where: Into): Locator {
    return this.radio("Into", where);
  }

  async go(where: Into) {
    await this.into(where).check();
    await expect(this.into(where)).toBeChecked();
  }

  /** What becomes of all values of which both sides have one. */
  both(what: "Keep all" | "Choose" | "Take all"): Locator {
    return this.radio("Where both have a value", what);
  }

  /** The values that differ, by what their choices are called. */
  get choices(): Locator {
    return this.dialog.getByRole("region", { name: "Values", exact: true }).getByRole("radiogroup");
  }

  /** One side of a value, which is named like "Row 4: ACW, Idle, piece 1", or "OOS, French (France) 1036, piece 1". */
  choice(value: string | RegExp, what: "Keep" | "Take"): Locator {
    return this.radio(value, what, false);
  }

  /** A piece that is read. */
  piece(number: number): Locator {
    return this.dialog.getByRole("region", { name: `Piece ${number}`, exact: true });
  }

  get pieces(): Locator {
    return this.dialog.getByRole("region", { name: /^Piece \d+$/ });
  }

  /** What of the piece is mended. */
  repair(piece: number, name: string | RegExp): Locator {
    return this.piece(piece).getByRole("list", { name: `Repairs of Piece ${piece}`, exact: true }).getByRole("checkbox", { name });
  }

  /** The pieces that are not read. */
  get leftOut(): Locator {
    return this.dialog.getByRole("list", { name: "Left out", exact: true }).getByRole("listitem");
  }

  get applying(): Locator {
    return this.dialog.getByRole("button", { name: /^Apply \d+ changes?$/ });
  }

  get cancel(): Locator {
    return this.dialog.getByRole("button", { name: "Cancel", exact: true });
  }

  async apply() {
    await expect(this.applying).toHaveAttribute("aria-disabled", "false");
    await this.applying.click();
    await expect(this.dialog).toBeHidden();
  }

  /** Waits until so many values would change. */
  async expectChanges(count: number) {
    await expect(this.applying).toHaveText(`Apply ${count} ${count === 1 ? "change" : "changes"}`);
    await expect(this.applying).toHaveAttribute("aria-disabled", String(count === 0));
  }
}

/** The page. */
export class Screen {
  readonly states: Grid;
  readonly texts: Grid;

  constructor(readonly page: Page) {
    this.states = new Grid(page, "Aggregated states");
    this.texts = new Grid(page, "Translations");
  }

  /** Opens the page and waits until the editor stands in it. */
  async open() {
    // Where the browser has pickers of its own, no journey could answer them.
    await this.page.addInitScript(() => {
      for (const name of ["showOpenFilePicker", "showSaveFilePicker"]) delete (window as unknown as Record<string, unknown>)[name];
    });
    await this.page.goto("./");
    await expect(this.states.table).toBeVisible();
  }

  // The two texts. A pane that is not in front still holds its text.

  get xml(): Locator {
    return this.page.getByRole("textbox", { name: "agentStates XML", exact: true, includeHidden: true });
  }

  get options(): Locator {
    return this.page.getByRole("textbox", { name: "Options text", exact: true, includeHidden: true });
  }

  /** Brings the pane of a text to the front. */
  async show(pane: "XML source" | "Options") {
    const tab = this.page.getByRole("tablist", { name: "Texts" }).getByRole("tab", { name: pane, exact: true });
    // The panel of both is behind a tab of its own where there is room for one panel.
    if (!(await tab.isVisible())) await this.panels.getByRole("tab", { name: /^(XML source|Options)$/ }).click();
    await tab.click();
    await expect(this.page.getByRole("region", { name: pane, exact: true })).toBeVisible();
  }

  /** The tabs of the panels, where there is room for one. */
  get panels(): Locator {
    return this.page.getByRole("tablist", { name: "Panels" });
  }

  /** Brings a panel to the front, where there is room for one. */
  async bring(panel: "Aggregated states" | "Translations" | "Preview" | "XML source" | "Problems") {
    await this.panels.getByRole("tab", { name: panel, exact: true }).click();
    await expect(this.region(panel)).toBeVisible();
  }

  /** Replaces a whole text, as pasting over everything does. */
  async fillXml(text: string) {
    await this.show("XML source");
    await this.xml.fill(text);
  }

  async fillOptions(text: string) {
    await this.show("Options");
    await this.options.fill(text);
  }

  /** Replaces a text by pasting, as a person does: far faster in a browser than inserting it. Needs the clipboard's permissions. */
  async paste(area: Locator, text: string, { isOffered = false } = {}) {
    await this.page.evaluate((text) => navigator.clipboard.writeText(text), text);
    await area.focus();
    await this.press("Control+a", "Control+v");
    // What is plainly something to import is written only when that is asked for.
    if (isOffered) await this.button("Paste as text").click();
    await expect.poll(() => area.evaluate((element: HTMLTextAreaElement) => element.value.length)).toBe(text.length);
  }

  // What comes in.

  /** Presses Import and chooses files, as many as are given. */
  async choose(...given: Given[]) {
    const choosing = this.page.waitForEvent("filechooser");
    await this.button("Import").click();
    await (await choosing).setFiles(given);
  }

  /** The same by Ctrl+O. */
  async chooseByKey(...given: Given[]) {
    const choosing = this.page.waitForEvent("filechooser");
    await this.page.keyboard.press("Control+o");
    await (await choosing).setFiles(given);
  }

  /** Drops files on the middle of the page. */
  async drop(...given: Given[]) {
    const transfer = await this.page.evaluateHandle((given) => {
      const transfer = new DataTransfer();
      for (const { name, mimeType, bytes } of given) transfer.items.add(new File([new Uint8Array(bytes)], name, { type: mimeType }));
      return transfer;
    }, given.map(({ name, mimeType, buffer }) => ({ name, mimeType, bytes: [...buffer] })));
    for (const type of ["dragenter", "dragover", "drop"]) await this.page.dispatchEvent("main", type, { dataTransfer: transfer });
  }

  /** Pastes with the focus on no field, as after a press on the page itself. Needs the clipboard's permissions. */
  async pasteOutside(text: string, html?: string) {
    await this.copy(text, html);
    await this.page.getByRole("heading", { level: 1 }).click();
    await this.press("Control+v");
  }

  /** Puts a text on the clipboard, and beside it what a page or a spreadsheet puts there. */
  async copy(text: string, html?: string) {
    await this.page.evaluate(async ([text, html]) => {
      if (html === undefined) return navigator.clipboard.writeText(text!);
      const blob = (type: string, text: string) => new Blob([text], { type });
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob("text/plain", text!), "text/html": blob("text/html", html) })]);
    }, [text, html]);
  }

  /** What came in, looked at before it is done. */
  get importing(): Importing {
    return new Importing(this.dialog("Import"));
  }

  /** Imports a file through the dialog, which comes wherever something could be lost. */
  async importFile(given: Given, { into }: { into: Into }) {
    await this.choose(given);
    await this.importing.go(into);
    await this.importing.apply();
  }

  // The bar.

  get undo(): Locator {
    return this.button("Undo");
  }

  get redo(): Locator {
    return this.button("Redo");
  }

  get status(): Locator {
    return this.page.locator("header").getByRole("status").filter({ hasNot: this.page.getByRole("button") });
  }

  /** What the bar says of what is kept and exported. */
  get kept(): Locator {
    return this.page.locator("header").getByRole("status").filter({ has: this.page.getByRole("button") });
  }

  /** The band under the bar; its words, where something is the matter. */
  get band(): Locator {
    return this.page.locator("header + [role=status]");
  }

  get bandWords(): Locator {
    return this.band.getByRole("paragraph");
  }

  /** Waits until the disk has everything. */
  async expectKept() {
    await expect(this.kept).toHaveText(/^Kept in this browser \d\d:\d\d/);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", typeof name === "string" ? { name, exact: true } : { name });
  }

  region(name: string): Locator {
    return this.page.getByRole("region", { name, exact: true });
  }

  dialog(name: string): Locator {
    return this.page.getByRole("dialog", { name, exact: true });
  }

  problems(): Locator {
    return this.region("Problems").getByRole("listitem");
  }

  /** The problems that a law has found. */
  problemsOf(code: string): Locator {
    return this.problems().filter({ has: this.page.getByRole("button", { name: code, exact: true }) });
  }

  /** The switch that lists one kind of problems only; its words tell how many there are. */
  only(words: string | RegExp): Locator {
    return this.region("Problems").getByRole("group", { name: "Show only" }).getByRole("button", typeof words === "string" ? { name: words, exact: true } : { name: words });
  }

  /** Waits until the switches tell so many problems: "1 error", "3 warnings", "1 note", "2 set aside". */
  async expectCounts(...words: string[]) {
    await expect(this.region("Problems").getByRole("group", { name: "Show only" }).getByRole("button")).toHaveText(words);
  }

  /** Opens the menu of a problem and takes an item. */
  async takeFromProblem(problem: Locator, item: string | RegExp) {
    await problem.getByRole("button", { name: /^More for / }).click();
    await this.page.getByRole("menuitem", typeof item === "string" ? { name: item, exact: true } : { name: item }).click();
  }

  /** Presses keys one after the other. */
  async press(...keys: string[]) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Adds languages by what a person would write into the dialog: numbers, tags or names, separated by commas. */
  async addLanguages(written: string) {
    await this.button("Add language").click();
    const dialog = this.dialog("Add language");
    await dialog.getByRole("combobox", { name: "Language" }).fill(written);
    await this.page.keyboard.press("Enter");
    await expect(dialog).toBeHidden();
  }

  /** Opens the menu of a row or a column of the translations by the keyboard and takes an item. */
  async takeFromMenu(item: string | RegExp) {
    await this.page.keyboard.press("Shift+F10");
    await this.page.getByRole("menuitem", typeof item === "string" ? { name: item, exact: true } : { name: item }).click();
  }

  /** Opens the menu of a language by its button and takes an item. */
  async takeFromHead(column: string, item: string | RegExp) {
    await this.button(`Menu of ${column}`).click();
    await this.page.getByRole("menuitem", typeof item === "string" ? { name: item, exact: true } : { name: item }).click();
  }

  // The focus, in words.

  /** What has the focus: a cell by grid, row and column; anything else by role and name; `body` when it is lost. */
  async focus(): Promise<string> {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body || element === document.documentElement) return "body";
      const words = (of: Element | null | undefined) => (of?.querySelector("code, .translations__name") ?? of)?.textContent?.trim() ?? "";
      const cell = element.closest("[role=gridcell], [role=rowheader], [role=columnheader]");
      const row = cell?.closest("tr");
      const table = row?.closest("[role=grid]");
      if (cell && row && table) {
        const position = [...row.children].indexOf(cell);
        const head = table.querySelectorAll("thead th")[position];
        const name = cell.getAttribute("role") === "columnheader" ? "head" : words(row.querySelector("[role=rowheader]"));
        return `${table.getAttribute("aria-label")}: ${name}, ${words(head)}`;
      }
      const label = element.id && document.querySelector(`label[for="${element.id}"]`)?.textContent;
      const name = element.getAttribute("aria-label") || label || element.textContent;
      return `${element.getAttribute("role") ?? element.tagName.toLowerCase()}: ${name?.trim()}`;
    });
  }

  /** Waits until the focus is where the words say. */
  async expectFocus(words: string | RegExp) {
    const poll = expect.poll(() => this.focus(), { message: "what has the focus" });
    if (typeof words === "string") await poll.toBe(words);
    else await poll.toMatch(words);
  }

  /** The selected stretch of the field or text area that has the focus. */
  async selected(): Promise<string> {
    return this.page.evaluate(() => {
      const field = document.activeElement as HTMLTextAreaElement;
      return field.value.slice(field.selectionStart, field.selectionEnd);
    });
  }

  // An input method.

  /** Shows each stage of a composition in the focused field, then takes the last one; `null` gives the composition up. */
  async compose(stages: string[], taken: string | null) {
    const session = await this.page.context().newCDPSession(this.page);
    for (const text of stages) {
      await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    }
    if (taken === null) await session.send("Input.imeSetComposition", { text: "", selectionStart: 0, selectionEnd: 0 });
    else await session.send("Input.insertText", { text: taken });
    await session.detach();
  }
}
