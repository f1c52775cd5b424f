// Translations: entries by languages, over the same XML.

import { readFile } from "node:fs/promises";
import { EXAMPLE_OPTIONS, EXAMPLE_XML, expect, test, type Screen } from "./screen";

const at = (row: string, column: string) => `Translations: ${row}, ${column}`;
const ENGLISH = "English (United States)";
const FRENCH = "French (France)";
const GERMAN = "German (Germany)";

test("shows every entry with its number, class and texts", async ({ editor }) => {
  await expect(editor.texts.heads).toHaveText([
    "ID",
    "Availability",
    /English \(United States\)\s*1033 en-US/,
    /Spanish \(Spain\)\s*3082 es-ES/,
    /Russian \(Russia\)\s*1049 ru-RU/,
    /French \(France\)\s*1036 fr-FR/,
  ]);
  await expect(editor.texts.rows).toHaveCount(7);
  await expect(await editor.texts.cell("IDLE_READY", "Availability")).toHaveText(/3501\s*Available/);
  await expect(await editor.texts.cell("INCALL", "Availability")).toHaveText(/7001\s*Busy/);
  await expect(await editor.texts.cell("INCALL", FRENCH)).toHaveText("En travaillant avec les clients, ne pas déranger");
  await expect(editor.region("Translations")).toContainText("18 gaps");
  await expect(await editor.texts.cell("OOS", FRENCH)).toHaveText("no text");
  await expect(editor.texts.head(FRENCH)).toContainText("1 of 7");
});

test("the name of a row header is the entry's ID, of a column header its name, number and tag", async ({ editor, page }) => {
  for (const id of ["IDLE_OUT", "INCALL", "OOS"]) {
    await expect(editor.texts.table.getByRole("rowheader", { name: id, exact: true })).toBeVisible();
  }
  await expect(editor.texts.table.getByRole("columnheader", { name: /^French \(France\) 1036 fr-FR/ })).toBeVisible();
  // Also while its field stands in it.
  await (await editor.texts.cell("INCALL", "ID")).click();
  await expect(page.getByRole("rowheader", { name: "INCALL", exact: true })).toBeVisible();
});

test("no language is told by a flag or a picture", async ({ editor }) => {
  const texts = editor.region("Translations");
  expect(await texts.innerText()).not.toMatch(/[\u{1F1E6}-\u{1F1FF}]/u);
  await expect(editor.texts.heads.locator("img")).toHaveCount(0);
  await editor.button("Add language").click();
  expect(await editor.dialog("Add language").innerText()).not.toMatch(/[\u{1F1E6}-\u{1F1FF}]/u);
});

test.describe("texts", () => {
  test("a changed text replaces its own bytes only", async ({ editor }) => {
    await editor.texts.type("OOS", ENGLISH, "Out & <about>");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("The device is out of service", "Out &amp; &lt;about>"));
    await expect(await editor.texts.cell("OOS", ENGLISH)).toContainText("Out & <about>");
    await expect(await editor.states.cell(12, "Shown as")).toContainText("Out & <about>");
  });

  test("a gap becomes a line after its neighbours, an emptied text takes its line away", async ({ editor }) => {
    await editor.texts.type("OOS", FRENCH, "Hors service");
    const line = '    <activity LCID="1036">Hors service</activity>\n';
    const before = "    <activity LCID=\"1033\">The device is out of service</activity>\n";
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace(before, before + line));
    await expect(editor.region("Translations")).toContainText("17 gaps");
    await (await editor.texts.cell("OOS", FRENCH)).click();
    await editor.press("Delete");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
    await expect(await editor.texts.cell("OOS", FRENCH)).toContainText("no text");
    await editor.expectFocus(at("OOS", FRENCH));
  });

  test("an empty activity is not a missing one", async ({ editor }) => {
    await editor.fillXml(EXAMPLE_XML.replace("The device is out of service", ""));
    await expect(await editor.texts.cell("OOS", ENGLISH)).not.toContainText("no text");
    await expect(await editor.texts.cell("OOS", FRENCH)).toContainText("no text");
  });

  test("Escape drops, Enter goes down, Tab goes right and opens the next text", async ({ editor, page }) => {
    await editor.texts.type("IDLE_ACW", ENGLISH, "nothing", "Escape");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
    await editor.expectFocus(at("IDLE_ACW", ENGLISH));
    await page.keyboard.type("one");
    await editor.press("Enter");
    await editor.expectFocus(at("IDLE_AWAY", ENGLISH));
    await page.keyboard.type("two");
    await editor.press("Tab");
    await editor.expectFocus(at("IDLE_AWAY", "Spanish (Spain)"));
    await page.keyboard.type("tres");
    await editor.press("Shift+Enter");
    await editor.expectFocus(at("IDLE_ACW", "Spanish (Spain)"));
    await expect(editor.xml).toHaveValue(
      EXAMPLE_XML.replace("I am in After Call Work, do not disturb me", "one").replace(
        "I am away from my desk</activity>",
        'two</activity>\n    <activity LCID="3082">tres</activity>',
      ),
    );
  });

  test("while an unopened cell is left by Tab, the grid is left", async ({ editor }) => {
    await (await editor.texts.cell("INCALL", FRENCH)).click();
    await editor.press("Tab");
    expect(await editor.focus()).not.toMatch(/^(Translations:|body)/);
  });

  test("a click elsewhere, another tab and an export take what is open", async ({ editor, page }) => {
    await editor.texts.type("OOS", FRENCH, "un", null);
    await (await editor.states.cell(1, "Agent state")).click();
    await expect(editor.xml).toHaveValue(/<activity LCID="1036">un<\/activity>/);
    await editor.texts.type("OOS", FRENCH, "deux", null);
    await page.getByRole("tab", { name: "Options" }).click();
    await expect(editor.xml).toHaveValue(/<activity LCID="1036">deux<\/activity>/);
    await editor.texts.type("OOS", FRENCH, "trois", null);
    await editor.button(/^Export/).click();
    await expect(editor.dialog("Export")).toContainText("trois");
  });

  test("Ctrl+S takes what is open into the file", async ({ editor, page }) => {
    await editor.texts.type("OOS", FRENCH, "Hors service", null);
    const [download] = await Promise.all([page.waitForEvent("download"), editor.press("Control+s")]);
    expect(await readFile((await download.path())!, "utf8")).toContain('<activity LCID="1036">Hors service</activity>');
  });

  test("Tab in the last column takes the text and goes on below; behind the last row, the next one leaves the grid", async ({ editor }) => {
    await editor.texts.type("INCALL", FRENCH, "Au téléphone", "Tab");
    await editor.page.keyboard.type("Hors service");
    await editor.press("Tab");
    await expect(editor.xml).toHaveValue(/<activity LCID="1036">Au téléphone<\/activity>/);
    await expect(editor.xml).toHaveValue(/<activity LCID="1036">Hors service<\/activity>/);
    await editor.expectFocus(/^Translations: OOS/);
    await editor.press("Tab");
    expect(await editor.focus()).not.toMatch(/^(Translations:|body)/);
  });

  test("blanks at the ends are seen and kept", async ({ editor }) => {
    await expect(await editor.texts.cell("IDLE_READY", ENGLISH)).toHaveText("·I am available·");
    await editor.texts.type("OOS", ENGLISH, "  two before");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("The device is out of service", "  two before"));
    await expect(await editor.texts.cell("OOS", ENGLISH)).toContainText("··two before");
  });

  test("a control character is refused with the reason, and the cell stays open", async ({ editor, page }) => {
    await (await editor.texts.cell("OOS", ENGLISH)).click();
    await page.keyboard.insertText("bell\u0007");
    await editor.press("Enter");
    await expect(editor.status).toContainText("U+0007");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
    await expect(page.locator(":focus")).toHaveValue("bell\u0007");
  });

  // An attribute that is set anew makes the browser work out the style of all that depends on it, at each key.
  test("a letter changes the words on the page, and no element or attribute", async ({ editor, page }) => {
    await (await editor.texts.cell("OOS", ENGLISH)).click();
    await editor.press("Enter");
    await editor.press("a");
    await page.evaluate(() => {
      const seen: string[] = ((window as unknown as { seen: string[] }).seen = []);
      const watch = new MutationObserver((all) => all.forEach((one) => seen.push(`${one.type} ${one.attributeName ?? ""}`.trim())));
      watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    await editor.press("b");
    await expect(page.locator("text=/^30 of 64$/")).toHaveCount(1);
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect([...new Set(seen)]).toEqual(["characterData"]);
  });

  test("a counter goes towards 64, in UTF-16 units", async ({ editor, page }) => {
    const counter = page.locator("text=/^\\d+ of 64/");
    await expect(counter).toHaveCount(0);
    await (await editor.texts.cell("OOS", ENGLISH)).click();
    await editor.press("Enter");
    // Far from it, nobody needs to know.
    await expect(counter).toBeHidden();
    await editor.press("Control+a");
    await page.keyboard.insertText("😀".repeat(30));
    await expect(counter).toHaveText("60 of 64");
    await expect(counter).toBeInViewport({ ratio: 1 });
    const plain = await counter.evaluate((element) => getComputedStyle(element).color);
    await page.keyboard.insertText("x".repeat(50));
    await expect(counter).toHaveText("110 of 64, the limit known for Lync's own states; none is documented here");
    expect(await counter.evaluate((element) => getComputedStyle(element).color)).not.toBe(plain);
    await expect(counter).toBeInViewport({ ratio: 1 });
    // What is typed and its length stand in the row: nothing of the next one is covered.
    const box = (await page.locator(":focus").boundingBox())!;
    expect(box.y + box.height).toBeLessThanOrEqual((await editor.texts.row("OOS").boundingBox())!.y + (await editor.texts.row("OOS").boundingBox())!.height + 2);
    // It advises; it does not hinder.
    await editor.press("Enter");
    await expect(editor.xml).toHaveValue(new RegExp(`${"😀".repeat(30)}${"x".repeat(50)}</activity>`, "u"));
    await expect(counter).toHaveCount(0);
  });
});

test.describe("availability", () => {
  test("is typed as a number, its class beside it and in the rows", async ({ editor }) => {
    await editor.texts.type("INCALL", "Availability", "9500");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace('"7001"', '"9500"'));
    await expect(await editor.texts.cell("INCALL", "Availability")).toHaveText(/9500\s*Do not disturb/);
    await expect(await editor.states.cell(8, "Shown as")).toContainText("Do not disturb");
    await editor.expectFocus(at("OOS", "Availability"));
  });

  test("a picker offers the classes with number, word and range", async ({ editor, page }) => {
    await (await editor.texts.cell("INCALL", "Availability")).click();
    await editor.press("Enter");
    const choices = page.getByRole("listbox", { name: "Choices" }).getByRole("option");
    await expect(choices).toHaveText([
      /3500\s*Available, 3000 to 4499/,
      /Inactive, 4500 to 5999/,
      /6500\s*Busy, 6000 to 7499/,
      /7500 to 8999/,
      /9500\s*Do not disturb, 9000 to 11999/,
      /12500\s*Be right back, 12000 to 14999/,
      /15500\s*Away, 15000 to 17999/,
      /18000\s*Offline/,
    ]);
    await choices.filter({ hasText: "Be right back" }).click();
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace('"7001"', '"12500"'));
    await editor.expectFocus(at("INCALL", "Availability"));
    // A word narrows them.
    await page.keyboard.type("away");
    await expect(choices).toHaveText([/15500/]);
    await editor.press("ArrowDown", "Enter");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace('"7001"', '"15500"'));
  });

  test("takes what is wrong as it is and says so", async ({ editor }) => {
    await editor.texts.type("INCALL", "Availability", "18001");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace('"7001"', '"18001"'));
    await expect(await editor.texts.cell("INCALL", "Availability")).toHaveText(/18001\s*no number/);
    await expect(await editor.states.cell(7, "Shown as")).toContainText("18001");
  });
});

test.describe("languages", () => {
  const dialog = (editor: Screen) => editor.dialog("Add language");
  const search = (editor: Screen) => dialog(editor).getByRole("combobox", { name: "Language" });
  const found = (editor: Screen) => dialog(editor).getByRole("listbox", { name: "Languages" }).getByRole("option");

  test("all are listed, with name, number and tag", async ({ editor }) => {
    await editor.button("Add language").click();
    await expect(search(editor)).toBeFocused();
    const all = await found(editor).allTextContents();
    expect(all.length).toBeGreaterThanOrEqual(414);
    const facts = all.map((words) => /(\d+)(?: [a-z]{2,3}\S*)?$/.exec(words.trim()));
    expect(all.filter((_, index) => !facts[index])).toEqual([]);
    expect(new Set(facts.map((found) => found![1])).size).toBe(all.length);
  });

  for (const [written, first] of [
    ["1031", GERMAN],
    ["de-DE", GERMAN],
    ["german (germany)", GERMAN],
    ["German", /^German/],
    ["1036", FRENCH],
    ["fr-FR", FRENCH],
    ["French", /^French/],
    ["עברית", "Hebrew"],
  ] as const) {
    test(`"${written}" finds ${first}`, async ({ editor }) => {
      await editor.button("Add language").click();
      await search(editor).fill(written);
      await expect(found(editor).first()).toContainText(first);
    });
  }

  test("one that has a column is not added under another name", async ({ editor }) => {
    await editor.button("Add language").click();
    await search(editor).fill("fr-FR");
    await editor.press("Enter");
    await expect(editor.dialog("Add language")).toContainText("French (France) has a column already");
    await expect(editor.texts.heads).toHaveCount(6);
  });

  test("a language without texts is a column and writes nothing", async ({ editor }) => {
    await editor.addLanguages("1031");
    await expect(editor.texts.head(GERMAN)).toHaveText(/1031 de-DE\s*0 of 7/);
    await expect(editor.texts.heads).toHaveCount(7);
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
    await expect(editor.region("Translations")).toContainText("25 gaps");
    await expect(editor.region("Preview").getByRole("combobox", { name: "Viewer language" }).getByRole("option", { name: GERMAN })).toBeAttached();
    await editor.expectFocus("Translations: IDLE_OUT, German (Germany)");
    await editor.undo.click();
    await expect(editor.texts.heads).toHaveCount(6);
    await editor.redo.click();
    await expect(editor.texts.head(GERMAN)).toBeVisible();
  });

  test("several at once, by number, tag and name, in one step", async ({ editor }) => {
    await editor.addLanguages("1031, pl-PL, Hebrew");
    for (const name of [GERMAN, "Polish (Poland)", "Hebrew (Israel)"]) await expect(editor.texts.head(name)).toBeVisible();
    await editor.undo.click();
    await expect(editor.texts.heads).toHaveCount(6);
    await editor.addLanguages("1041 1042");
    for (const name of ["Japanese (Japan)", "Korean (Korea)"]) await expect(editor.texts.head(name)).toBeVisible();
  });

  test("what is no language is named, what is there already is not added twice", async ({ editor, page }) => {
    await editor.button("Add language").click();
    await search(editor).fill("Klingon, 1036, 1031");
    await expect(dialog(editor)).toContainText("Not a language: Klingon");
    await page.keyboard.press("Enter");
    await expect(editor.texts.heads).toHaveCount(7);
    await expect(editor.texts.head(FRENCH)).toHaveCount(1);
  });

  test("several can be chosen by arrows and clicks, and left out again", async ({ editor }) => {
    await editor.button("Add language").click();
    await search(editor).fill("Portuguese");
    await found(editor).filter({ hasText: "2070" }).click();
    await found(editor).filter({ hasText: "1046" }).click();
    await search(editor).fill("");
    await dialog(editor).getByRole("button", { name: /^Leave out Portuguese \(Brazil\)/ }).click();
    await dialog(editor).getByRole("button", { name: /^Add Portuguese/ }).click();
    await expect(editor.texts.heads).toHaveCount(7);
    await expect(editor.texts.head("Portuguese (Portugal)")).toBeVisible();
  });

  test("Escape closes the dialog and gives the focus back", async ({ editor }) => {
    await editor.button("Add language").click();
    await search(editor).fill("1031");
    await editor.press("Escape");
    await expect(dialog(editor)).toBeHidden();
    await expect(editor.button("Add language")).toBeFocused();
    await expect(editor.texts.heads).toHaveCount(6);
  });

  test("removing one takes its texts away, in one step", async ({ editor }) => {
    await (await editor.texts.cell("IDLE_OUT", FRENCH)).click();
    await editor.press("Control+ArrowUp");
    await editor.expectFocus(at("head", FRENCH));
    await editor.takeFromMenu("Remove French (France) and 1 text");
    await expect(editor.texts.heads).toHaveCount(5);
    const line = '    <activity LCID="1036">En travaillant avec les clients, ne pas déranger</activity>\n';
    expect(EXAMPLE_XML).toContain(line);
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace(line, ""));
    await editor.expectFocus(/^Translations: /);
    await editor.press("Control+z");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
    await expect(editor.texts.heads).toHaveCount(6);
    await editor.expectFocus(/^Translations: /);
  });

  test("removing one without texts only takes its column away", async ({ editor }) => {
    await editor.addLanguages("1031");
    await editor.texts.head(GERMAN).click();
    await editor.takeFromMenu("Remove German (Germany)");
    await expect(editor.texts.heads).toHaveCount(6);
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  });

  test("texts carry their language and its direction, at rest and while edited", async ({ editor, page }) => {
    await editor.addLanguages("1037, 1025");
    for (const [name, tag, text] of [
      ["Hebrew (Israel)", "he-IL", "בשיחה עם לקוח"],
      ["Arabic (Saudi Arabia)", "ar-SA", "أعمل مع عميل"],
    ]) {
      await (await editor.texts.cell("INCALL", name)).click();
      await page.keyboard.insertText(text);
      const field = page.locator(":focus");
      await expect(field).toHaveValue(text);
      await expect(field).toHaveAttribute("lang", tag);
      await expect(field).toHaveCSS("direction", "rtl");
      await editor.press("Enter");
      const words = (await editor.texts.cell("INCALL", name)).getByText(text);
      await expect(words).toHaveCSS("direction", "rtl");
      expect(await words.evaluate((element) => element.closest("[lang]")?.getAttribute("lang"))).toBe(tag);
      await page.getByRole("combobox", { name: "Viewer language" }).selectOption({ label: name });
      await (await editor.texts.cell("INCALL", name)).click();
      const said = editor.region("Preview").getByRole("paragraph").filter({ hasText: text });
      await expect(said).toHaveCSS("direction", "rtl");
      const shown = (await editor.states.cell(7, "Shown as")).getByText(text);
      await expect(shown).toHaveCSS("direction", "rtl");
      expect(await shown.evaluate((element) => element.closest("[lang]")?.getAttribute("lang"))).toBe(tag);
    }
    await expect(await editor.texts.cell("INCALL", FRENCH)).toHaveCSS("direction", "ltr");
    // The grid itself keeps its order.
    await expect(editor.texts.table).toHaveCSS("direction", "ltr");
  });
});

test.describe("entries", () => {
  const dialog = (editor: Screen) => editor.dialog("Add entry");

  test("a new one stands at the end, in the file's indentation, selected", async ({ editor, page }) => {
    await editor.button("Add entry").click();
    await expect(dialog(editor).getByRole("textbox", { name: "ID" })).toBeFocused();
    await page.keyboard.type("LUNCH");
    await dialog(editor).getByRole("combobox", { name: "Availability" }).selectOption({ label: "15500 Away" });
    await dialog(editor).getByRole("button", { name: "Add", exact: true }).click();
    await expect(dialog(editor)).toBeHidden();
    await expect(editor.xml).toHaveValue(
      EXAMPLE_XML.replace("</agentStates>", '  <agentState ID="LUNCH" availability="15500">\n  </agentState>\n</agentStates>'),
    );
    await expect(editor.texts.rows).toHaveCount(8);
    await expect(await editor.texts.cell("LUNCH", "Availability")).toHaveText(/15500\s*Away/);
    expect(await editor.focus()).not.toBe("body");
    await editor.texts.type("LUNCH", ENGLISH, "Out for lunch");
    await expect(editor.xml).toHaveValue(
      EXAMPLE_XML.replace(
        "</agentStates>",
        '  <agentState ID="LUNCH" availability="15500">\n    <activity LCID="1033">Out for lunch</activity>\n  </agentState>\n</agentStates>',
      ),
    );
  });

  test("an ID that is taken, or none, is refused in the dialog with the reason", async ({ editor, page }) => {
    await editor.button("Add entry").click();
    await page.keyboard.type("OOS");
    await editor.press("Enter");
    await expect(dialog(editor)).toContainText("OOS is taken");
    await editor.press("Control+a", "Delete", "Enter");
    await expect(dialog(editor)).toContainText("needs an ID");
    await editor.press("Escape");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
    await expect(editor.button("Add entry")).toBeFocused();
  });

  test("one is added blindly: ID, Tab, the number, Enter", async ({ editor, page }) => {
    await (await editor.texts.cell("OOS", ENGLISH)).click();
    await editor.press("Control+k");
    await page.keyboard.type("add entry");
    await editor.press("Enter");
    await page.keyboard.type("N1");
    await editor.press("Tab");
    await page.keyboard.type("9500");
    await editor.press("Enter");
    await expect(dialog(editor)).toBeHidden();
    await expect(editor.xml).toHaveValue(/<agentState ID="N1" availability="9500">/);
  });

  test("the list of a new one opens by its own keys, and Enter in it takes what is marked", async ({ editor, page }) => {
    await editor.button("Add entry").click();
    await page.keyboard.type("N1");
    const list = dialog(editor).getByRole("combobox", { name: "Availability" });
    for (const key of ["Alt+ArrowDown", "Space"]) {
      await list.focus();
      await editor.press(key);
      await expect.poll(() => list.evaluate((list) => list.matches(":open"))).toBe(true);
      await editor.press("ArrowDown", "Enter");
      await expect.poll(() => list.evaluate((list) => list.matches(":open"))).toBe(false);
      await expect(dialog(editor)).toBeVisible();
    }
    await editor.press("Enter");
    await expect(dialog(editor)).toBeHidden();
    await expect(editor.xml).toHaveValue(/<agentState ID="N1" availability="6500">/);
  });

  test("an ID with a comma is refused where it is added, as where it is renamed", async ({ editor, page }) => {
    await editor.button("Add entry").click();
    await page.keyboard.type("a,b");
    await editor.press("Enter");
    await expect(dialog(editor)).toContainText("An ID cannot hold a comma");
    await editor.press("Escape");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  });

  test("an ID that rows want and the file lacks is offered first", async ({ editor }) => {
    await editor.states.type(7, "Aggregated state ID", "BUSY_READY");
    await editor.button("Add entry").click();
    await expect(dialog(editor).getByRole("textbox", { name: "ID" })).toHaveValue("BUSY_READY");
  });

  test("one is removed with its lines, and comes back whole", async ({ editor }) => {
    await (await editor.texts.cell("IDLE_ACW", "ID")).click();
    await editor.takeFromMenu("Remove entry IDLE_ACW, used by 1 row");
    await expect(editor.texts.rows).toHaveCount(6);
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace(/  <agentState ID="IDLE_ACW"[\s\S]*?<\/agentState>\n/, ""));
    await expect(await editor.states.cell(4, "Shown as")).toContainText("no entry IDLE_ACW");
    await editor.expectFocus(/^Translations: /);
    await editor.press("Control+z");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
    await editor.expectFocus(/^Translations: /);
  });

  test("a rename changes the file and the option, and nothing else, in one step", async ({ editor }) => {
    await editor.texts.type("INCALL", "ID", "ON_CALL");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace('ID="INCALL"', 'ID="ON_CALL"'));
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS.replaceAll("INCALL", "ON_CALL"));
    await expect(await editor.states.cell(7, "Aggregated state ID")).toContainText("ON_CALL");
    await editor.undo.click();
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
  });

  test("a rename onto an ID that exists is refused with the reason", async ({ editor, page }) => {
    await editor.texts.type("INCALL", "ID", "OOS");
    await expect(editor.status).toContainText("OOS is taken by another entry");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
    await expect(page.locator(":focus")).toHaveValue("OOS");
    await editor.press("Escape");
    await expect(await editor.texts.cell("INCALL", "ID")).toContainText("INCALL");
  });

  test("Delete empties neither an ID nor a number", async ({ editor }) => {
    for (const column of ["ID", "Availability"]) {
      await (await editor.texts.cell("INCALL", column)).click();
      await editor.press("Delete");
    }
    await expect(editor.status).toHaveText("Delete empties texts; the menu of the ID removes the entry");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  });

  test("the menus open by mouse too, and close by Escape into the cell", async ({ editor, page }) => {
    await editor.texts.row("INCALL").hover();
    await editor.button("Menu of INCALL").click();
    await expect(page.getByRole("menuitem")).toHaveText([
      "Rename INCALL",
      "Duplicate INCALL",
      "Move INCALL up",
      "Move INCALL down",
      "Copy INCALL to another profile",
      /^Remove entry INCALL, used by 5 rows/,
    ]);
    await editor.press("Escape");
    await expect(page.getByRole("menu")).toHaveCount(0);
    await editor.expectFocus(/^Translations: /);
    await (await editor.texts.cell("OOS", "ID")).click({ button: "right" });
    await expect(page.getByRole("menuitem", { name: /^Copy OOS to another profile/ })).toBeVisible();
    await page.getByRole("menuitem", { name: /^Remove entry OOS, used by 5 rows/ }).press("Enter");
    await expect(editor.texts.rows).toHaveCount(6);
    await editor.expectFocus(/^Translations: /);
  });
});

test("no word of a table reaches into the next cell, however long, and with large letters", async ({ editor, page }) => {
  const long = "9".repeat(300);
  await editor.fillXml(EXAMPLE_XML.replace('"7001"', `"${long}"`).replace("Logged out", "L".repeat(300)).replace('"OOS"', `"${"O".repeat(300)}"`));
  await editor.states.type(15, "Aggregated state ID", "O".repeat(300));
  // Letters that are seen beyond the edge of their cell: nothing between them and the table clips them.
  const spilled = () => page.locator("[role=grid] :is(.cell, .grid__head)").evaluateAll((cells) => {
    const found = [];
    for (const cell of cells) {
      const edge = cell.getBoundingClientRect();
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(text);
        const box = range.getBoundingClientRect();
        let holder = text.parentElement!;
        const clips = (element: Element) => getComputedStyle(element).overflowX !== "visible";
        while (holder !== cell && !clips(holder)) holder = holder.parentElement!;
        if (text.data.trim() !== "" && !clips(holder) && (edge.right + 1 < box.right || box.left < edge.left - 1)) found.push(text.data.slice(0, 40));
      }
    }
    return found;
  });
  expect(await spilled()).toEqual([]);
  await page.evaluate(() => (document.documentElement.style.fontSize = "24px"));
  expect(await spilled()).toEqual([]);
});

test("an ID of 300 characters and one in Cyrillic leave the layout as it is", async ({ editor, page }) => {
  const long = "A".repeat(300);
  const width = (await editor.texts.table.boundingBox())!.width;
  await editor.fillXml(EXAMPLE_XML.replace('"INCALL"', `"${long}"`).replace('"OOS"', '"РАЗГОВОР"'));
  await expect(await editor.texts.cell("РАЗГОВОР", "Availability")).toContainText("18000");
  expect((await editor.texts.table.boundingBox())!.width).toBeCloseTo(width, 0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  await editor.texts.type(long, "Availability", "6500");
  await expect(editor.xml).toHaveValue(new RegExp(`ID="${long}" availability="6500"`));
});
