// No edit lands where it was not meant: what is typed, pressed and chosen with fast hands while something else changes.

import { EXAMPLE_OPTIONS, EXAMPLE_XML, expect, file, test, type Screen } from "./screen";

const ENGLISH = "English (United States)";
const SPANISH = "Spanish (Spain)";
const FRENCH = "French (France)";
const RUSSIAN = "Russian (Russia)";

/** The languages of the columns, in their order. */
async function columns(editor: Screen): Promise<string[]> {
  const heads = await editor.texts.heads.allInnerTexts();
  return heads.slice(2).map((head) => head.trim().split("\n")[0]);
}

test.describe("columns stay under the hands", () => {
  test("texts typed one below the other stand in their language, whatever the file's order becomes", async ({ editor, page }) => {
    const before = await columns(editor);
    await (await editor.texts.cell("IDLE_OUT", FRENCH)).click();
    for (const text of ["un", "deux", "trois", "quatre", "cinq", "six", "sept"]) {
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
    }
    expect(await columns(editor)).toEqual(before);
    expect((await editor.texts.column(FRENCH)).map((text) => text.trim())).toEqual(["un", "deux", "trois", "quatre", "cinq", "six", "sept"]);
    expect((await editor.texts.column(SPANISH)).slice(0, 5)).toEqual(["no text", "no text", "no text", "no text", "no text"]);
    await expect(editor.xml).toHaveValue(/<activity LCID="1036">un<\/activity>[\s\S]*<activity LCID="1036">sept<\/activity>/);
    // Undo takes the texts back one by one and leaves the columns where they are.
    for (let step = 0; step < 7; step += 1) await editor.undo.click();
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
    expect(await columns(editor)).toEqual(before);
  });

  test("a language that loses its last text keeps its column, and what is typed next goes there", async ({ editor, page }) => {
    const before = await columns(editor);
    await (await editor.texts.cell("INCALL", FRENCH)).click();
    await page.keyboard.press("Delete");
    await expect(editor.texts.head(FRENCH)).toContainText("0 of 7");
    expect(await columns(editor)).toEqual(before);
    await page.keyboard.type("Bonjour");
    await page.keyboard.press("Enter");
    await expect(await editor.texts.cell("INCALL", FRENCH)).toHaveText("Bonjour");
    await expect(await editor.texts.cell("INCALL", RUSSIAN)).toHaveText(/Работа/);
  });

  test("a language typed into the XML comes behind the others, and the cell in hand stays in its language", async ({ editor, page }) => {
    await (await editor.texts.cell("OOS", FRENCH)).click();
    await editor.xml.evaluate((area: HTMLTextAreaElement) => {
      area.focus();
      const at = area.value.indexOf('<activity LCID="1033">');
      area.setSelectionRange(at, at);
    });
    await page.keyboard.insertText('<activity LCID="1031">Abgemeldet</activity>');
    await expect(editor.texts.heads).toHaveText([/ID/, /Availability/, /English/, /Spanish/, /Russian/, /French/, /German/]);
    await (await editor.texts.cell("OOS", FRENCH)).click();
    await page.keyboard.type("Hors service");
    await page.keyboard.press("Enter");
    await expect(editor.xml).toHaveValue(/<activity LCID="1036">Hors service<\/activity>/);
  });
});

test.describe("after Enter and Tab the next cell is selected, not open", () => {
  test("arrows, Home and End move, and what is typed replaces", async ({ editor, page }) => {
    await editor.texts.type("IDLE_OUT", ENGLISH, "Gone");
    await editor.expectFocus(`Translations: IDLE_READY, ${ENGLISH}`);
    await page.keyboard.press("End");
    await editor.expectFocus(`Translations: IDLE_READY, ${FRENCH}`);
    await page.keyboard.press("Home");
    await editor.expectFocus("Translations: IDLE_READY, ID");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.type("Here");
    await page.keyboard.press("Enter");
    await expect(await editor.texts.cell("IDLE_READY", ENGLISH)).toHaveText("Here");
  });

  test("Tab goes on to the right while cells are written one after the other, and leaves the grid otherwise", async ({ editor, page }) => {
    await editor.texts.type("OOS", ENGLISH, "one", "Tab");
    await editor.expectFocus(`Translations: OOS, ${SPANISH}`);
    await page.keyboard.press("Tab");
    await editor.expectFocus(`Translations: OOS, ${RUSSIAN}`);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.type("dos");
    await page.keyboard.press("Tab");
    await page.keyboard.type("три");
    await page.keyboard.press("Tab");
    await page.keyboard.type("quatre");
    await page.keyboard.press("Enter");
    for (const [column, text] of [[ENGLISH, "one"], [SPANISH, "dos"], [RUSSIAN, "три"], [FRENCH, "quatre"]]) {
      await expect(await editor.texts.cell("OOS", column)).toHaveText(text);
    }
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Tab");
    expect(await editor.focus()).not.toMatch(/^Translations/);
  });

  test("an arrow ends the run", async ({ editor, page }) => {
    await editor.states.type(3, "Aggregated state ID", "OOS");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
    expect(await editor.focus()).not.toMatch(/^Aggregated/);
  });
});

test.describe("a refused edit is visible, or gone", () => {
  test("left for another panel, it does not come back on another entry", async ({ editor, page }) => {
    await editor.texts.type("IDLE_READY", "ID", "OOS");
    await expect(editor.status).toContainText("OOS is taken by another entry");
    await editor.expectFocus("Translations: IDLE_READY, ID");
    const other = EXAMPLE_XML.replace("Logged out", "Gone home");
    await editor.chooseByKey(file("other.xml", other));
    await expect(editor.xml).toHaveValue(other);
    await (await editor.texts.cell("INCALL", ENGLISH)).click();
    await (await editor.texts.cell("IDLE_OUT", SPANISH)).click();
    await expect(editor.xml).toHaveValue(other);
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
  });

  test("an undo by the button takes it away, and the table is free", async ({ editor, page }) => {
    await editor.texts.type("INCALL", "Availability", "6500");
    await editor.texts.type("IDLE_READY", "ID", "OOS");
    await editor.undo.click();
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
    await editor.texts.type("IDLE_OUT", ENGLISH, "Gone");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("Logged out", "Gone"));
    await expect(page.locator(".cell--editing")).toHaveCount(0);
  });

  test("a refused path is not shown as if it were the value", async ({ editor, page }) => {
    await editor.show("Options");
    const path = page.getByRole("textbox", { name: "agent-presence-map" });
    const before = await path.inputValue();
    await path.fill("C:\\a\u0001.xml");
    await path.press("Enter");
    await expect(editor.status).toContainText("U+0001");
    await expect(path).toHaveValue(before);
  });
});

test.describe("a button acts on its own problem", () => {
  const spoilt = EXAMPLE_XML.replace("Logged out", " Logged out").replace("The device is", "  The device is");

  test("though a cell with another problem is open", async ({ editor }) => {
    await editor.fillXml(spoilt);
    const trims = editor.problemsOf("blank-around");
    await expect(trims).toHaveCount(4);
    // Open, and with blanks around it: taken when the button is pressed, a third problem in front of the others.
    await editor.texts.type("IDLE_OUT", SPANISH, " hola ", null);
    await trims.nth(3).getByRole("button", { name: "Trim" }).click();
    await expect(editor.xml).toHaveValue(spoilt.replace("  The device is", "The device is").replace("</activity>\n", '</activity>\n    <activity LCID="3082"> hola </activity>\n'));
  });

  test("a press that began is not swallowed", async ({ editor, page }) => {
    await editor.fillXml(spoilt);
    await editor.texts.type("IDLE_OUT", SPANISH, " hola ", null);
    const button = editor.problemsOf("blank-around").last().getByRole("button", { name: "Trim" });
    await button.scrollIntoViewIfNeeded();
    const box = (await button.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.waitForTimeout(200);
    await page.mouse.up();
    await expect(editor.xml).toHaveValue(/>The device is out of service</);
    await expect(editor.xml).toHaveValue(/> hola </);
    expect(await editor.focus()).not.toBe("body");
  });

  test("F8 goes on behind what was mended, and skips nothing", async ({ editor, page }) => {
    await editor.fillXml(spoilt.replace("Logged out", "Logged out "));
    await page.keyboard.press("F8");
    await page.keyboard.press("F8");
    const second = await editor.status.innerText();
    await page.keyboard.press("Shift+F8");
    const current = editor.region("Problems").locator("[aria-current=true]");
    const fix = current.locator(".problems__fixes button").first();
    await fix.click();
    await page.keyboard.press("F8");
    const now = await editor.status.innerText();
    expect(now.replace(/^\d+ of \d+: /, "")).toBe(second.replace(/^\d+ of \d+: /, ""));
  });
});

test.describe("menus", () => {
  test("an undo closes a menu whose entries move", async ({ editor, page }) => {
    await (await editor.texts.cell("IDLE_OUT", "ID")).click();
    await editor.takeFromMenu(/^Remove entry IDLE_OUT/);
    await expect(editor.texts.rows).toHaveCount(6);
    await (await editor.texts.cell("IDLE_READY", "ID")).click();
    await page.keyboard.press("Shift+F10");
    await expect(page.getByRole("menuitem", { name: /^Remove entry IDLE_READY/ })).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(page.getByRole("menu")).toHaveCount(0);
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
    await editor.expectFocus("Translations: IDLE_OUT, ID");
    await editor.takeFromMenu(/^Remove entry IDLE_OUT/);
    await expect(editor.texts.rows).toHaveCount(6);
  });
});

test.describe("an open cell", () => {
  test("and a repair in the XML: what is typed goes to its entry or nowhere", async ({ editor, page }) => {
    await editor.fillXml(EXAMPLE_XML.replace('ID="IDLE_READY"', 'ID="IDLE_READY'));
    await editor.texts.type("OOS", ENGLISH, "Broken", null);
    const fix = editor.problemsOf("well-formed").first().locator(".problems__fixes button").first();
    await fix.click();
    await expect(editor.xml).toHaveValue(/<agentState ID="OOS"[^>]*>\s*<activity LCID="1033">Broken<\/activity>/);
    await expect(page.locator(".cell--editing")).toHaveCount(0);
  });

  test("and a file that comes in: what was typed is in the old text, which undo brings back", async ({ editor, page }) => {
    const other = EXAMPLE_XML.replace('ID="IDLE_OUT"', 'ID="FIRST"');
    const chooser = page.waitForEvent("filechooser");
    await page.keyboard.press("Control+o");
    const chosen = await chooser;
    // Typed while the browser still shows its own dialog.
    await editor.texts.type("IDLE_OUT", ENGLISH, "Meanwhile", null);
    await chosen.setFiles(file("other.xml", other));
    await expect(editor.importing.dialog).toBeVisible();
    await expect(page.locator(".cell--editing")).toHaveCount(0);
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("Logged out", "Meanwhile"));
    await editor.importing.go("Replace it");
    await editor.importing.apply();
    await expect(editor.xml).toHaveValue(other);
    await editor.undo.click();
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("Logged out", "Meanwhile"));
  });
});

test.describe("under a dialog everything waits", () => {
  test("Ctrl+O, Ctrl+S and Ctrl+Z do nothing", async ({ editor, page }) => {
    await editor.texts.type("INCALL", "Availability", "6500");
    await editor.button(/^Export/).first().click();
    const events: string[] = [];
    page.on("filechooser", () => events.push("chooser"));
    page.on("download", () => events.push("download"));
    await editor.press("Control+o", "Control+s", "Control+z", "Control+y");
    await page.waitForTimeout(300);
    expect(events).toEqual([]);
    await expect(editor.xml).toHaveValue(/availability="6500"/);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+z");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  });

  test("a dropped file is refused in words", async ({ editor, page }) => {
    await editor.button("Add entry").click();
    await page.evaluate(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(["<agentStates/>"], "dropped.xml"));
      window.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
    });
    await expect(editor.status).toHaveText("Close the dialog first; nothing was opened");
    await page.keyboard.press("Escape");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  });

  test("a file chosen before comes in above it, and both are left one by one", async ({ editor, page }) => {
    await editor.texts.type("INCALL", "Availability", "6500");
    const chooser = page.waitForEvent("filechooser");
    await page.keyboard.press("Control+o");
    const chosen = await chooser;
    await editor.button(/^Export/).first().click();
    await chosen.setFiles(file("late.xml", EXAMPLE_XML.replace("Logged out", "Late")));
    await expect(editor.importing.dialog).toBeVisible();
    await editor.importing.choice(`${ENGLISH} 1033, piece 1`, "Take").check();
    await editor.importing.apply();
    await expect(editor.dialog("Export").getByRole("region", { name: "agentStates.xml" })).toContainText("Late");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await editor.expectFocus(/^button: Export/);
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("Logged out", "Late").replace("7001", "6500"));
  });

  test("Export shows, copies and marks what is there now, and nothing else", async ({ editor, page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const chooser = page.waitForEvent("filechooser");
    await page.keyboard.press("Control+o");
    const chosen = await chooser;
    await editor.button(/^Export/).first().click();
    // The file that was chosen before comes in late.
    const other = EXAMPLE_XML.replace("Logged out", "Late");
    await chosen.setFiles(file("late.xml", other));
    const dialog = editor.dialog("Export");
    await expect(dialog.getByRole("region", { name: "late.xml" })).toHaveText(other.trimEnd());
    await dialog.getByRole("button", { name: "Copy XML" }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(other);
  });
});

test("a table that comes back does not follow what was aimed at before", async ({ editor, page }) => {
  // F8 goes to a cell of the translations; then the table goes, with its last entry, and comes back.
  await (await editor.texts.cell("OOS", ENGLISH)).click();
  await page.keyboard.press("F8");
  await editor.fillXml("");
  await expect(page.getByText("No entries yet")).toBeVisible();
  await editor.undo.click();
  await expect(editor.texts.rows).toHaveCount(7);
  await (await editor.texts.cell("INCALL", SPANISH)).click();
  await editor.expectFocus(`Translations: INCALL, ${SPANISH}`);
});
