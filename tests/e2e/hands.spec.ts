// What quick hands do without looking: they scroll while they type, press twice, and go on where they mean to be.

import { EXAMPLE_XML, expect, file, test } from "./screen";

const ENGLISH = "English (United States)";
const SPANISH = "Spanish (Spain)";
const FRENCH = "French (France)";

/** A file with so many entries that only a part of its rows is rendered. */
function long(entries: number, languages = 1): string {
  const texts = (entry: number) => Array.from({ length: languages }, (_, at) => `    <activity LCID="${1033 + 1024 * at}">Text ${entry}</activity>\n`).join("");
  const entry = (_: unknown, at: number) => `  <agentState ID="STATE_${at}" availability="6500">\n${texts(at)}  </agentState>\n`;
  const body = Array.from({ length: entries }, entry).join("");
  return `<?xml version="1.0"?>\n<agentStates xmlns="http://schemas.genesys.com/09/2014/mslyncteserver/agentStates">\n${body}</agentStates>\n`;
}

test.describe("a long table that scrolls under the hands", () => {
  test.beforeEach(async ({ editor, page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await editor.paste(editor.xml, long(300));
    await expect(editor.texts.table).toHaveAttribute("aria-rowcount", "301");
    await (await editor.texts.cell("STATE_0", ENGLISH)).click();
    for (let step = 0; step < 7; step += 1) await page.keyboard.press("PageDown");
  });

  for (const turn of [100, -100, -500, 3000]) {
    test(`what is typed goes on in its cell, the wheel turned by ${turn}`, async ({ editor, page }) => {
      const cell = await editor.texts.cell("STATE_70", ENGLISH);
      await cell.click();
      await page.keyboard.type("abc");
      await page.mouse.wheel(0, turn);
      await page.waitForTimeout(150);
      await page.keyboard.type("def");
      await page.keyboard.press("Enter");
      await expect(editor.xml).toHaveValue(long(300).replace("Text 70<", "abcdef<"));
    });
  }

  test("a cell pressed while the table moves takes all that is typed", async ({ editor, page }) => {
    const box = (await (await editor.texts.cell("STATE_70", ENGLISH)).boundingBox())!;
    await page.mouse.move(box.x + 20, box.y + 10);
    for (let turn = 0; turn < 6; turn += 1) await page.mouse.wheel(0, -60);
    await page.mouse.down();
    await page.waitForTimeout(48);
    await page.mouse.up();
    await page.keyboard.type("hum", { delay: 30 });
    await page.keyboard.press("Enter");
    await expect(editor.xml).toHaveValue(/<activity LCID="1033">hum<\/activity>/);
  });
});

test("many columns that scroll under the hands", async ({ editor, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await editor.paste(editor.xml, long(5, 18));
  await (await editor.texts.cell("STATE_1", ENGLISH)).click();
  for (let column = 0; column < 9; column += 1) await page.keyboard.press("ArrowRight");
  await page.keyboard.type("abc");
  for (const turn of [300, -300]) {
    await page.mouse.move(400, 700);
    await page.mouse.wheel(turn, 0);
    await page.waitForTimeout(150);
  }
  await page.keyboard.type("def");
  await page.keyboard.press("Enter");
  await expect(editor.xml).toHaveValue(/<activity LCID="10249">abcdef<\/activity>/);
});

test.describe("a table filled row by row", () => {
  test("Enter goes back to where the row began, and Tab behind the last column does too", async ({ editor, page }) => {
    await (await editor.texts.cell("IDLE_OUT", SPANISH)).click();
    for (const row of ["a", "b", "c"]) {
      await page.keyboard.type(`${row}1`);
      await page.keyboard.press("Tab");
      await page.keyboard.type(`${row}2`);
      await page.keyboard.press("Tab");
      await page.keyboard.type(`${row}3`);
      await page.keyboard.press(row === "b" ? "Tab" : "Enter");
    }
    expect((await editor.texts.column(SPANISH)).slice(0, 4)).toEqual(["a1", "b1", "c1", "no text"]);
    expect((await editor.texts.column(FRENCH)).slice(0, 4)).toEqual(["a3", "b3", "c3", "no text"]);
    await editor.expectFocus(`Translations: IDLE_ACW, ${SPANISH}`);
  });

  test("a language that was added is typed at once", async ({ editor, page }) => {
    await editor.button("Add language").click();
    await page.keyboard.type("1031");
    await page.keyboard.press("Enter");
    await editor.expectFocus("Translations: IDLE_OUT, German (Germany)");
    for (const text of ["Abgemeldet", "Bereit"]) {
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
    }
    expect((await editor.texts.column("German")).slice(0, 3)).toEqual(["Abgemeldet", "Bereit", "no text"]);
  });

  test("Ctrl+S saves, and what is typed next goes on in the same text", async ({ editor, page }) => {
    const saved = page.waitForEvent("download");
    await editor.texts.type("IDLE_OUT", ENGLISH, "save now", null);
    await page.keyboard.press("Control+s");
    await saved;
    await page.keyboard.type(" more");
    await page.keyboard.press("Enter");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("Logged out", "save now more"));
  });
});

test("Ctrl+Z in a cell that was merely opened takes back the last step", async ({ editor, page }) => {
  await editor.texts.type("IDLE_OUT", ENGLISH, "Gone");
  await page.keyboard.press("Enter");
  await editor.press("Control+z");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await editor.press("Control+y");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("Logged out", "Gone"));
});

test.describe("what was refused", () => {
  test("gives way where another cell is pressed, which takes what is typed next", async ({ editor, page }) => {
    await (await editor.texts.cell("IDLE_OUT", "ID")).click();
    await page.keyboard.type("INCALL");
    await (await editor.texts.cell("OOS", ENGLISH)).click();
    await page.keyboard.type("hola");
    await page.keyboard.press("Enter");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("The device is out of service", "hola"));
  });

  test("is shown where it stands", async ({ editor, page }) => {
    await editor.texts.type("IDLE_OUT", "ID", "INCALL");
    const field = page.getByRole("combobox", { name: "ID IDLE_OUT", exact: true });
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await page.keyboard.type("2");
    await expect(field).not.toHaveAttribute("aria-invalid");
    await page.keyboard.press("Escape");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  });

  test("is said beside what was done next", async ({ editor, page }) => {
    const saved = page.waitForEvent("download");
    await editor.texts.type("IDLE_OUT", "ID", "INCALL", null);
    await page.keyboard.press("Control+s");
    await saved;
    await expect(editor.status).toHaveText(/INCALL is taken.*; .*agentStates\.xml/);
    await page.keyboard.press("ArrowLeft");
    await expect(editor.status).not.toContainText("is taken");
  });

  test("stays open while the file is saved, and is gone on with", async ({ editor, page }) => {
    await editor.texts.type("IDLE_OUT", "ID", "INCALL", null);
    const saved = page.waitForEvent("download");
    await page.keyboard.press("Control+s");
    await saved;
    await page.keyboard.type("_2");
    await page.keyboard.press("Enter");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace('ID="IDLE_OUT"', 'ID="INCALL_2"'));
  });
});

test("what a dialog proposes gives way to what is typed", async ({ editor, page }) => {
  await editor.fillXml("");
  await editor.button("Add entry").click();
  await page.keyboard.type("NEW");
  await page.keyboard.press("Enter");
  await expect(editor.xml).toHaveValue(/<agentState ID="NEW"/);
});

test("what is no language is named when the others are added", async ({ editor }) => {
  await editor.addLanguages("1031, 99999, xx-YY");
  await expect(editor.status).toHaveText(/; not a language: 99999, xx-YY$/);
});

test("a file that comes in under the caret of a pane leaves a caret", async ({ editor, page }) => {
  await editor.xml.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("<!-- a -->");
  const other = EXAMPLE_XML.replace("Logged out", "Other").replace("</agentStates>\n", "<!-- another end -->\n</agentStates>\n");
  await editor.chooseByKey(file("other.xml", other));
  await editor.importing.go("Replace it");
  await editor.importing.apply();
  await expect(editor.xml).toHaveValue(other);
  const selected = await editor.xml.evaluate((area: HTMLTextAreaElement) => area.selectionEnd - area.selectionStart);
  expect(selected).toBe(0);
});

test.describe("presses", () => {
  test("a double press on a fix is one fix", async ({ editor, page }) => {
    await editor.fillXml(EXAMPLE_XML.replaceAll("availability=\"6001\"", "availability=\" 6001\""));
    const fix = editor.problems().first().locator(".problems__fixes button").first();
    await fix.dblclick();
    await page.waitForTimeout(100);
    const label = await editor.undo.getAttribute("title");
    await editor.undo.click();
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replaceAll("availability=\"6001\"", "availability=\" 6001\""));
    expect(label).not.toBe("Nothing to undo");
  });

  test("a double press that opens a dialog leaves the focus in it", async ({ editor, page }) => {
    await editor.button("Add entry").dblclick();
    await page.keyboard.type("NEW");
    await page.keyboard.press("Enter");
    await expect(editor.xml).toHaveValue(/<agentState ID="NEW"/);
  });
});

test("a file that comes in while a text is typed is looked at above it, and does not get its end", async ({ editor, page }) => {
  const other = EXAMPLE_XML.replace('ID="IDLE_OUT"', 'ID="FIRST"');
  const chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("Control+o");
  const chosen = await chooser;
  await editor.texts.type("IDLE_OUT", ENGLISH, "Mean", null);
  await chosen.setFiles(file("other.xml", other));
  await expect(editor.importing.dialog).toBeVisible();
  await page.keyboard.type("while");
  await page.keyboard.press("Enter");
  const typed = EXAMPLE_XML.replace("Logged out", "Mean");
  await expect(editor.xml).toHaveValue(typed);
  await editor.importing.go("Replace it");
  await editor.importing.apply();
  await expect(editor.xml).toHaveValue(other);
  await editor.undo.click();
  await expect(editor.xml).toHaveValue(typed);
  await editor.undo.click();
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
});

test("a file that comes in while the XML is typed is looked at above it, and the text goes on from there", async ({ editor, page }) => {
  const other = EXAMPLE_XML.replace('ID="IDLE_OUT"', 'ID="FIRST"');
  const chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("Control+o");
  const chosen = await chooser;
  await editor.xml.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("<!-- Mean");
  await chosen.setFiles(file("other.xml", other));
  await expect(editor.importing.dialog).toBeVisible();
  await page.keyboard.type("while");
  await expect(editor.xml).toHaveValue(`${EXAMPLE_XML}<!-- Mean`);
  await page.keyboard.press("Escape");
  await editor.expectFocus("textarea: agentStates XML");
  await page.keyboard.type("time -->");
  await expect(editor.xml).toHaveValue(`${EXAMPLE_XML}<!-- Meantime -->`);
});

test("a file of which nobody says how it reads changes nothing", async ({ editor, page }) => {
  const bytes = Buffer.from(EXAMPLE_XML.replace("Logged out", "D\u00e9connect\u00e9"), "latin1");
  await editor.chooseByKey(file("old.xml", bytes));
  await expect(editor.importing.dialog.getByRole("radiogroup", { name: "Read old.xml as", exact: true })).toBeVisible();
  await editor.importing.expectChanges(0);
  await page.keyboard.press("Escape");
  await expect(editor.importing.dialog).toBeHidden();
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await expect(editor.undo).toHaveAttribute("aria-disabled", "true");
});

test("the focus is somewhere when the table it was in has gone", async ({ editor, page }) => {
  await (await editor.texts.cell("IDLE_OUT", ENGLISH)).click();
  await editor.chooseByKey(file("none.xml", "<agentStates/>"));
  await expect(page.getByText("No entries yet")).toBeVisible();
  await expect.poll(() => editor.focus()).not.toBe("body");
});

test.describe("a double press ends where it began", () => {
  test("on a choice: not in the cell below the list", async ({ editor, page }) => {
    await (await editor.states.cell(3, "Aggregated state ID")).click();
    await page.keyboard.press("F2");
    const choice = page.getByRole("listbox", { name: "Choices" }).getByRole("option", { name: /^INCALL/ });
    await choice.dblclick();
    await editor.expectFocus(/^Aggregated states: 3,/);
    await expect(await editor.states.cell(3, "Aggregated state ID")).toHaveText(/INCALL/);
  });

  test("on the button of a dialog: not in the table behind it", async ({ editor, page }) => {
    await (await editor.texts.cell("INCALL", SPANISH)).click();
    await editor.button(/^Export/).first().click();
    const dialog = editor.dialog("Export");
    const box = (await dialog.getByRole("button", { name: "Close" }).boundingBox())!;
    await page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2);
    await expect(dialog).toBeHidden();
    await page.waitForTimeout(100);
    expect(await editor.focus()).toMatch(/^button: Export/);
  });
});

test("saving interrupts nobody: Tab and Enter go on from the cell that was open", async ({ editor, page }) => {
  await (await editor.texts.cell("INCALL", ENGLISH)).click();
  for (const [text, end] of [["abc", "Tab"], ["def", "Enter"], ["ghi", "Enter"]]) {
    await page.keyboard.type(text);
    await page.keyboard.press("Control+s");
    await page.keyboard.press(end);
  }
  await expect(await editor.texts.cell("INCALL", ENGLISH)).toHaveText("abc");
  await expect(await editor.texts.cell("INCALL", SPANISH)).toHaveText("def");
  await expect(await editor.texts.cell("OOS", ENGLISH)).toHaveText("ghi");
});
