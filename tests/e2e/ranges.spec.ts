// Several cells at once: selecting, copying, emptying, filling and pasting them.
import { EXAMPLE_OPTIONS, EXAMPLE_STATES, EXAMPLE_XML, type Screen, expect, test } from "./screen";

const ID = "Aggregated state ID";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const clipboard = (editor: Screen) => editor.page.evaluate(() => navigator.clipboard.readText());
const selected = (editor: Screen) => editor.page.locator("[aria-selected=true][data-row]");
const go = async (editor: Screen, row: number) => (await editor.states.cell(row, ID)).click();
const goToText = async (editor: Screen, id: string, column: string) => (await editor.texts.cell(id, column)).click();

test("rows 6 to 10, one ID, Ctrl+Enter: five pairs change, nothing else, and one undo", async ({ editor }) => {
  await go(editor, 6);
  await editor.press("Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown");
  await expect(selected(editor)).toHaveCount(5);
  await expect(editor.status).toHaveText("5 cells selected");
  await editor.page.keyboard.type("TALKING");
  await editor.press("Control+Enter");
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS.replaceAll("INCALL", "TALKING"));
  await expect(editor.status).toHaveText("5 cells filled");
  await expect(selected(editor)).toHaveCount(5);
  await editor.press("Control+z");
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
});

test("a column of 15 IDs is pasted on row 1, and copied again", async ({ editor }) => {
  const ids = Array.from({ length: 15 }, (_, at) => `STATE_${at + 1}`);
  await editor.copy(ids.join("\r\n") + "\r\n");
  await go(editor, 1);
  await editor.press("Control+v");
  await expect(editor.status).toHaveText("15 cells pasted");
  const option = ids.map((id, at) => `${at + 1}=${id}`).join(", ");
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS.replace(EXAMPLE_STATES, option));
  await editor.press("Control+Space");
  await expect(selected(editor)).toHaveCount(15);
  await editor.press("Control+c");
  expect(await clipboard(editor)).toBe(ids.join("\n"));
  await editor.press("Escape");
  await expect(selected(editor)).toHaveCount(0);
  await editor.press("Control+z");
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
});

test("a block of texts, of which one has a line break and one is empty: one step, and only there", async ({ editor }) => {
  await editor.copy('Fuera\tНет\r\n"uno\r\ndos"\t\r\n"di ""no"""\tДа\r\n');
  await goToText(editor, "IDLE_OUT", "Spanish");
  await editor.press("Control+v");
  await expect(editor.status).toHaveText("6 cells pasted");
  const activity = (lcid: number, text: string) => `\n    <activity LCID="${lcid}">${text}</activity>`;
  const behind = (xml: string, english: string, added: string) => xml.replace(`${english}</activity>`, `${english}</activity>${added}`);
  let xml = behind(EXAMPLE_XML, "Logged out", activity(3082, "Fuera") + activity(1049, "Нет"));
  xml = behind(xml, " I am available ", activity(3082, "uno\ndos"));
  xml = behind(xml, " I am not available ", activity(3082, 'di "no"') + activity(1049, "Да"));
  await expect(editor.xml).toHaveValue(xml);
  await editor.press("Control+z");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
});

test("a table of a page is pasted as its cells, and rows that are in another order are told", async ({ editor }) => {
  const table = (...rows: string[][]) => `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;
  await editor.copy("Ready\tIdle\tOOS\nNotReady\tIdle\tOOS", table(["Ready", "Idle", "OOS"], ["NotReady", "Idle", "OOS"]));
  await (await editor.states.cell(2, "Agent state")).click();
  await editor.press("Control+v");
  await expect(editor.status).toHaveText("2 cells pasted");
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS.replace("IDLE_READY, 3=IDLE_NOTREADY", "OOS, 3=OOS"));
  await (await editor.states.cell(3, "Agent state")).click();
  await editor.press("Control+v");
  await expect(editor.status).toHaveText("Nothing was pasted: NotReady stands there, and Ready in the block; the rows are in another order");
});

test("a block that does not fit says what would be cut off before anything is written", async ({ editor }) => {
  await editor.copy("A\nB\nC");
  await go(editor, 14);
  await editor.press("Control+v");
  await expect(editor.status).toHaveText("Not pasted yet: 1 row of the block would be cut off");
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
  await editor.button("Paste what fits").click();
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS.replace("14=OOS, 15=OOS", "14=A, 15=B"));
});

test("one value fills what is selected, Delete empties it, Ctrl+D fills it down, Ctrl+X takes it along", async ({ editor }) => {
  await editor.copy("OOS");
  await go(editor, 1);
  await editor.press("Shift+ArrowDown", "Control+v");
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS.replace("1=IDLE_OUT, 2=IDLE_READY", "1=OOS, 2=OOS"));
  await editor.press("Delete");
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS.replace("1=IDLE_OUT, 2=IDLE_READY, ", ""));
  await editor.press("Control+z", "Control+z");
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
  await go(editor, 3);
  await editor.press("Shift+ArrowDown", "Shift+ArrowDown", "Control+d");
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS.replace("IDLE_ACW, 5=IDLE_AWAY", "IDLE_NOTREADY, 5=IDLE_NOTREADY"));
  await editor.press("Control+z");
  await goToText(editor, "INCALL", "Spanish");
  await editor.press("Shift+End", "Control+x");
  await expect(editor.status).toHaveText("3 cells emptied");
  expect(await clipboard(editor)).toBe("Estoy trabajando con los clientes, no molestar\tРабота с клиентом, не беспокоить\tEn travaillant avec les clients, ne pas déranger");
  await editor.press("Control+z");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
});

test("the pointer selects by drawing and with Shift; what a spreadsheet has spoilt is told, not written", async ({ editor, page }) => {
  await go(editor, 6);
  await (await editor.states.cell(8, ID)).hover();
  await expect(selected(editor)).toHaveCount(0);
  await (await editor.states.cell(6, ID)).hover();
  await page.mouse.down();
  await (await editor.states.cell(8, ID)).hover();
  await page.mouse.up();
  await expect(selected(editor)).toHaveCount(3);
  await (await editor.states.cell(10, ID)).click({ modifiers: ["Shift"] });
  await expect(selected(editor)).toHaveCount(5);
  await editor.press("Control+c");
  expect(await clipboard(editor)).toBe(["INCALL", "INCALL", "INCALL", "INCALL", "INCALL"].join("\n"));
  await go(editor, 1);
  await expect(selected(editor)).toHaveCount(0);
  await editor.copy("6001\n7,001");
  await goToText(editor, "INCALL", "Availability");
  await editor.press("Control+v");
  await expect(editor.status).toHaveText("Not pasted yet: 7,001 for OOS: a spreadsheet set signs between the thousands of 7001");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
});

test("all cells, a row, and far ones, by keys; a selection outlives an edit and ends with the next step", async ({ editor }) => {
  await go(editor, 1);
  await editor.press("Control+a");
  await expect(selected(editor)).toHaveCount(75);
  await editor.press("Escape", "Shift+Space");
  await expect(selected(editor)).toHaveCount(5);
  await editor.press("Control+c");
  expect(await clipboard(editor)).toBe("1\tLogout\tIdle\tIDLE_OUT\tOffline");
  await editor.press("Escape", "Control+Shift+ArrowDown");
  await expect(selected(editor)).toHaveCount(15);
  await editor.press("ArrowDown");
  await expect(selected(editor)).toHaveCount(0);
  await editor.expectFocus("Aggregated states: 2, Aggregated state ID");
});

test("a paste without a text leaves what is selected as it is", async ({ editor }) => {
  await editor.copy("");
  await go(editor, 6);
  await editor.press("Shift+ArrowDown", "Shift+ArrowDown", "Control+v");
  await expect(selected(editor)).toHaveCount(3);
  await expect(editor.status).toHaveText("3 cells selected");
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
});

test("one value is pasted as a cell: Enter and arrows lead on, twice is once, and an end of a row is none", async ({ editor }) => {
  await goToText(editor, "IDLE_OUT", "Spanish");
  await editor.copy("Eins\r\n");
  await editor.press("Control+v", "Enter");
  await editor.copy("Zwei");
  await editor.press("Control+v", "Control+v", "ArrowDown");
  await editor.copy('"Drei\r\n""vier"""\r\n');
  await editor.press("Control+v", "Escape");
  const spanish = (english: string, text: string) => (xml: string) =>
    xml.replace(`${english}</activity>`, `${english}</activity>\n    <activity LCID="3082">${text}</activity>`);
  const steps = [spanish("Logged out", "Eins"), spanish(" I am available ", "Zwei"), spanish(" I am not available ", 'Drei\n"vier"')];
  const after = steps.reduce((xml, step) => step(xml), EXAMPLE_XML);
  await expect(editor.xml).toHaveValue(after);
  await editor.press("Control+z", "Control+z", "Control+z");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  // Over several cells it fills them, whatever ends it.
  await editor.copy("OOS\r\n", "<table><tr><td>OOS</td></tr></table>");
  await go(editor, 1);
  await editor.press("Shift+ArrowDown", "Control+v");
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS.replace("1=IDLE_OUT, 2=IDLE_READY", "1=OOS, 2=OOS"));
});

test("an empty cell is copied as one", async ({ editor }) => {
  await editor.copy("old\nolder");
  await goToText(editor, "IDLE_OUT", "Spanish");
  await editor.press("Control+c");
  await goToText(editor, "INCALL", "Spanish");
  await editor.press("Control+v");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace(/\n[^\n]*Estoy trabajando[^\n]*/, ""));
});

test("blanks at the ends outlive a copy, and a column that is not written is told before", async ({ editor }) => {
  await goToText(editor, "IDLE_READY", "Availability");
  await editor.press("Shift+ArrowRight", "Shift+ArrowDown", "Control+c", "Control+v");
  await expect(editor.status).toHaveText("Nothing was pasted: the cells hold that already");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await editor.copy("A\tsomething\nB\telse");
  await go(editor, 1);
  await editor.press("Control+v");
  await expect(editor.status).toHaveText("Not pasted yet: 1 column of the block would be cut off");
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
});

test("what a block is asked is answered by keys: F6, Enter, and the focus is in the cells again", async ({ editor, page }) => {
  await editor.copy("A\nB\nC");
  await go(editor, 14);
  await editor.press("Control+v");
  await expect(editor.button("Paste what fits")).toBeVisible();
  await editor.press("F6");
  await expect(editor.button("Paste what fits")).toBeFocused();
  await editor.press("Enter");
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS.replace("14=OOS, 15=OOS", "14=A, 15=B"));
  await editor.expectFocus("Aggregated states: 14, Aggregated state ID");
  await editor.copy("18,000\nabc");
  await goToText(editor, "IDLE_READY", "Availability");
  await editor.press("Control+v");
  await expect(editor.status).toHaveText(/^Not pasted yet: 18,000 for IDLE_READY: .*, and 1 more of the kind$/);
  await editor.press("Escape");
  await editor.copy("18,000");
  await editor.press("Control+v");
  await editor.button("Write 18000").click();
  await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace('ID="IDLE_READY" availability="3501"', 'ID="IDLE_READY" availability="18000"'));
  await expect(page.locator(".offers")).toHaveCount(0);
});

test("a block goes below the languages that its first row names, where that is wanted", async ({ editor }) => {
  await editor.copy("French\tSpanish\nA\tB\n\tD\n");
  await goToText(editor, "IDLE_READY", "English");
  await editor.press("Control+v");
  await expect(editor.status).toHaveText("Not pasted yet: its first row names languages");
  await editor.press("F6", "Enter");
  await expect(editor.status).toHaveText("3 cells pasted");
  await expect(await editor.texts.cell("IDLE_READY", "French")).toHaveText("A");
  await expect(await editor.texts.cell("IDLE_READY", "Spanish")).toHaveText("B");
  await expect(await editor.texts.cell("IDLE_NOTREADY", "Spanish")).toHaveText("D");
  await editor.press("Control+z");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  // With IDs, to their rows; or as it stands, by the same paste once more.
  await editor.copy("ID\tFrench\nOOS\tHors service\nNEW\tx\n");
  await editor.press("Control+v");
  await expect(editor.status).toHaveText("Not pasted yet: its first row names languages, and the table has no place for NEW");
  await editor.button("Paste below French").click();
  await expect(await editor.texts.cell("OOS", "French")).toHaveText("Hors service");
  await editor.press("Control+z");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
});

test("the arrows up and down lead on behind what was typed, and stay in a text that was opened", async ({ editor, page }) => {
  await goToText(editor, "IDLE_OUT", "Spanish");
  await page.keyboard.type("uno");
  await editor.press("ArrowDown");
  await page.keyboard.type("dos");
  await editor.press("ArrowDown");
  await page.keyboard.type("tres");
  await editor.press("Alt+Enter");
  await page.keyboard.type("más");
  await editor.press("Enter");
  await expect(await editor.texts.cell("IDLE_OUT", "Spanish")).toHaveText("uno");
  await expect(await editor.texts.cell("IDLE_READY", "Spanish")).toHaveText("dos");
  await expect(editor.xml).toHaveValue(/<activity LCID="3082">tres\nmás<\/activity>/);
  await goToText(editor, "IDLE_OUT", "Spanish");
  await editor.press("F2", "ArrowUp", "ArrowDown");
  await page.keyboard.type("!");
  await editor.press("Enter");
  await expect(editor.xml).toHaveValue(/<activity LCID="3082">uno!<\/activity>/);
});

test("a paste that waits for an answer is not forgotten: Enter asks again, Escape leaves it", async ({ editor, page }) => {
  await editor.copy("uno\ndos\ntres");
  await goToText(editor, "INCALL", "Spanish");
  await editor.press("Control+v", "Enter");
  await expect(editor.status).toHaveText("Not pasted yet: 1 row of the block would be cut off");
  await expect(page.locator(".cell--editing")).toHaveCount(0);
  await editor.copy("a\tb");
  await editor.press("Control+v");
  await expect(await editor.texts.cell("INCALL", "Russian")).toHaveText("b");
  await editor.press("Control+z");
  await editor.copy("uno\ndos\ntres");
  await editor.press("Control+v", "F6", "Escape");
  await expect(page.locator(".offers")).toHaveCount(0);
  await page.keyboard.type("found");
  await editor.press("Enter");
  await expect(await editor.texts.cell("INCALL", "Spanish")).toHaveText("found");
  // A value that could be read as a row of a table is a value.
  await editor.copy("12,5\r\n");
  await goToText(editor, "IDLE_OUT", "Spanish");
  await editor.press("Control+v", "Enter");
  await expect(await editor.texts.cell("IDLE_OUT", "Spanish")).toHaveText("12,5");
});
