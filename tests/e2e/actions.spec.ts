// What can be done: the palette, the sheet of keys, the menus of cells, the way back beside what happened, panels by F6.
import { EXAMPLE_OPTIONS, EXAMPLE_XML, type Screen, expect, test } from "./screen";

const ID = "Aggregated state ID";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const go = async (editor: Screen, row: number) => (await editor.states.cell(row, ID)).click();
const selected = (editor: Screen) => editor.page.locator("[aria-selected=true][data-row]");
const palette = (editor: Screen) => editor.page.getByRole("dialog", { name: "All actions" });
const action = (editor: Screen, name: string | RegExp) => palette(editor).getByRole("option", { name });

test("an action is found by letters of its name, says its keys, and is done where the focus was", async ({ editor, page }) => {
  await go(editor, 6);
  await editor.press("Shift+ArrowDown", "Control+k");
  await expect(palette(editor).getByRole("combobox", { name: "Action" })).toBeFocused();
  await page.keyboard.type("cle");
  await expect(action(editor, /Clear/)).toHaveAttribute("aria-selected", "true");
  await expect(action(editor, /Clear/)).toContainText("Delete");
  await editor.press("Enter");
  await expect(palette(editor)).toBeHidden();
  await expect(editor.status).toHaveText("2 cells emptied");
  await expect(selected(editor)).toHaveCount(2);
  expect(await editor.focus()).toBe("Aggregated states: 6, Aggregated state ID");
  // What happened has the way back beside it.
  await editor.button("Undo: 2 cells emptied").click();
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
  await editor.press("Control+k");
  await page.keyboard.type("redo");
  await expect(action(editor, /Redo/)).toContainText("2 cells emptied");
  await editor.press("Enter");
  await expect(editor.status).toHaveText(/^Redone: 2 cells emptied/);
});

test("what cannot be done now stays in its place, with the reason", async ({ editor, page }) => {
  await page.getByRole("button", { name: "All actions" }).click();
  await page.keyboard.type("undo");
  const undo = action(editor, /^Edit Undo/);
  await expect(undo).toHaveAttribute("aria-disabled", "true");
  await expect(undo).toContainText("Nothing to undo");
  await editor.press("Enter");
  await expect(palette(editor)).toBeVisible();
  await editor.press("Escape");
  await expect(palette(editor)).toBeHidden();
  await editor.press("Control+k");
  await page.keyboard.type("fill down");
  await expect(action(editor, /Fill down/)).toContainText("go to a cell first");
});

test("a question mark opens all keys where nothing is written, and can be switched off for good", async ({ editor, page }) => {
  const sheet = editor.dialog("All keys");
  await go(editor, 1);
  await editor.press("?");
  await expect(sheet).toBeHidden();
  await editor.press("Escape");
  await page.getByRole("tab", { name: "Editor" }).focus();
  await editor.press("?");
  await expect(sheet).toBeVisible();
  await expect(sheet).toContainText("Ctrl+Shift+Z");
  await sheet.getByRole("checkbox", { name: /opens this sheet/ }).uncheck();
  await editor.press("Escape", "?");
  await expect(sheet).toBeHidden();
  await page.reload();
  await page.getByRole("tab", { name: "Editor" }).focus();
  await editor.press("?");
  await expect(sheet).toBeHidden();
  await editor.press("Control+k");
  await page.keyboard.type("all keys");
  await editor.press("Enter");
  await expect(sheet).toBeVisible();
});

test("the menu of a cell is about all that is selected; what only the key can do says so", async ({ editor, page }) => {
  await go(editor, 6);
  await editor.press("Shift+ArrowDown", "Shift+ArrowDown");
  await (await editor.states.cell(7, ID)).click({ button: "right" });
  await expect(selected(editor)).toHaveCount(3);
  const item = (name: string) => page.getByRole("menuitem", { name, exact: true });
  await expect(item("Paste")).toHaveAttribute("aria-disabled", "true");
  await expect(item("Paste")).toContainText("Ctrl+V");
  await item("Cut").click();
  await expect(editor.status).toHaveText("3 cells emptied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("INCALL\nINCALL\nINCALL");
  await editor.press("Control+z");
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
  // Elsewhere it is about the cell that is pressed.
  await (await editor.states.cell(12, ID)).click({ button: "right" });
  await item("Select the row").click();
  await expect(selected(editor)).toHaveCount(5);
});

test("the handle fills down, up and to the side, over and over, as one step", async ({ editor, page }) => {
  const draw = async (from: [string, string], to: [string, string]) => {
    const corner = await (await editor.texts.cell(...from)).boundingBox();
    const end = await (await editor.texts.cell(...to)).boundingBox();
    if (!corner || !end) throw new Error("a cell is not in view");
    await page.mouse.move(corner.x + corner.width - 2, corner.y + corner.height - 2);
    await page.mouse.down();
    await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 6 });
    await page.mouse.up();
  };
  await (await editor.texts.cell("INCALL", "Spanish")).click();
  await draw(["INCALL", "Spanish"], ["IDLE_ACW", "Spanish"]);
  await expect(editor.status).toHaveText("2 cells filled");
  await expect(editor.xml).toHaveValue(/ID="IDLE_ACW"[^]*3082">Estoy trabajando[^]*ID="IDLE_AWAY"[^]*3082">Estoy trabajando[^]*ID="INCALL"/);
  await editor.press("Control+z");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await go(editor, 1);
  await editor.press("Shift+ArrowDown");
  const corner = await (await editor.states.cell(2, ID)).boundingBox();
  const end = await (await editor.states.cell(6, ID)).boundingBox();
  if (!corner || !end) throw new Error("a cell is not in view");
  await page.mouse.move(corner.x + corner.width - 2, corner.y + corner.height - 2);
  await page.mouse.down();
  await page.mouse.move(end.x + 20, end.y + 8, { steps: 6 });
  await page.mouse.up();
  await expect(editor.status).toHaveText("4 cells filled");
  await expect(editor.options).toHaveValue(/1=IDLE_OUT, 2=IDLE_READY, 3=IDLE_OUT, 4=IDLE_READY, 5=IDLE_OUT, 6=IDLE_READY, 7=INCALL/);
  await editor.press("Control+z");
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
});

test("five by three selects, copies and fills as the rows do", async ({ editor, page }) => {
  await page.getByRole("radio", { name: "5 × 3" }).check({ force: true });
  const pair = (row: number, column: number) => page.locator(`[data-grid=pairs] [data-row="${row}"][data-column="${column}"]`);
  await pair(1, 1).click();
  await editor.press("Shift+End");
  await expect(selected(editor)).toHaveCount(5);
  await editor.press("Control+c");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(Array(5).fill("INCALL").join("\t"));
  await page.keyboard.type("TALKING");
  await editor.press("Control+Enter");
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS.replaceAll("INCALL", "TALKING"));
  await editor.press("Control+z");
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
});

test("F6 goes from panel to panel and round, and back", async ({ editor }) => {
  await go(editor, 1);
  const stops: string[] = [await editor.focus()];
  for (let at = 0; at < 6; at++) {
    await editor.press("F6");
    stops.push(await editor.focus());
  }
  expect(new Set(stops.slice(0, 6)).size).toBe(6);
  expect(stops[6]).toBe(stops[0]);
  await editor.press("Shift+F6");
  expect(await editor.focus()).toBe(stops[5]);
});

test("a layout with other letters, caps lock and AltGr: the keys mean what is printed on them", async ({ editor, page }) => {
  await go(editor, 1);
  await editor.press("Delete");
  const changed = await editor.options.inputValue();
  const key = (init: KeyboardEventInit) =>
    page.evaluate((init) => document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init })), init);
  // A Russian layout, and caps lock.
  await key({ key: "я", code: "KeyZ", ctrlKey: true });
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
  await key({ key: "Y", code: "KeyY", ctrlKey: true });
  await expect(editor.options).toHaveValue(changed);
  // A French layout has A where others have Q.
  await key({ key: "a", code: "KeyQ", ctrlKey: true });
  await expect(selected(editor)).toHaveCount(75);
  // AltGr writes signs: on Windows it comes as Control and Alt.
  await key({ key: "z", code: "KeyZ", ctrlKey: true, altKey: true });
  await key({ key: "k", code: "KeyK", ctrlKey: true, altKey: true });
  await expect(editor.options).toHaveValue(changed);
  await expect(palette(editor)).toBeHidden();
  // An input method has the key.
  await key({ key: "Process", code: "KeyZ", ctrlKey: true, keyCode: 229 } as KeyboardEventInit);
  await expect(editor.options).toHaveValue(changed);
});

test("what was done is no name of an action: one adds a second entry by the same words", async ({ editor, page }) => {
  for (const id of ["LUNCH", "TRAINING"]) {
    await editor.press("Control+k");
    await page.keyboard.type("add entry");
    await editor.press("Enter");
    await page.keyboard.type(id);
    await editor.press("Enter");
    await expect(editor.xml).toHaveValue(new RegExp(`<agentState ID="${id}" `));
  }
  await expect(editor.xml).toHaveValue(/ID="LUNCH"[^]*ID="TRAINING"/);
});

test("entries, languages and the file are worked on from the palette", async ({ editor, page }) => {
  const run = async (words: string) => {
    await editor.press("Control+k");
    await page.keyboard.type(words);
    await editor.press("Enter");
    await expect(palette(editor)).toBeHidden();
  };
  await (await editor.texts.cell("INCALL", "Russian")).click();
  await run("move incall up");
  await expect(editor.xml).toHaveValue(/ID="INCALL"[^]*ID="IDLE_AWAY"/);
  await run("move russian left");
  await expect(editor.region("Translations").getByRole("columnheader").nth(3)).toContainText("Russian");
  await run("duplicate incall");
  await page.keyboard.type("COPY");
  await editor.press("Enter");
  await expect(editor.xml).toHaveValue(/ID="INCALL"[^]*ID="COPY"[^]*ID="IDLE_AWAY"/);
  await (await editor.texts.cell("COPY", "French")).click();
  await run("rename copy");
  await page.keyboard.type("OTHER");
  await editor.press("Enter");
  await (await editor.texts.cell("OTHER", "French")).click();
  await run("remove entry other");
  await expect(editor.xml).not.toHaveValue(/OTHER|COPY/);
  await (await editor.texts.cell("INCALL", "French")).click();
  await run("remove french");
  await expect(editor.xml).not.toHaveValue(/LCID="1036"/);
  await run("format");
  await expect(editor.status).toHaveText("The XML is formatted already");
});

test("in a cell whose text is missing Ctrl+. says what is wrong", async ({ editor, page }) => {
  await (await editor.texts.cell("IDLE_OUT", "Spanish")).click();
  await editor.press("Control+.");
  await expect(page.getByRole("menu")).toBeVisible();
});

test("under Gaps one goes from gap to gap, and writes over nothing", async ({ editor, page }) => {
  await editor.region("Translations").getByRole("button", { name: /^Gaps/ }).click();
  await (await editor.texts.cell("IDLE_OUT", "Spanish")).click();
  for (let at = 0; at < 18; at += 1) {
    await page.keyboard.type(`t${at}`);
    await editor.press("Alt+PageDown");
  }
  await expect(editor.xml).toHaveValue(/ I am available /);
  for (const [, text] of EXAMPLE_XML.matchAll(/LCID="\d+">([^<]*)</g)) expect(await editor.xml.inputValue()).toContain(`>${text}<`);
});

test("lines wrap and the preview unfolds from the palette", async ({ editor, page }) => {
  const wraps = editor.button("Wrap lines");
  await expect(wraps).toHaveAttribute("aria-pressed", "false");
  for (const words of ["wrap", "all languages in"]) {
    await editor.press("Control+k");
    await page.keyboard.type(words);
    await editor.press("Enter");
    await expect(palette(editor)).toBeHidden();
  }
  await expect(wraps).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("list", { name: "All languages" })).toBeVisible();
});
