// An input method at work, as for Japanese: in a cell and in a pane, nothing writes to the field until it is done, and it is one step.

import { EXAMPLE_XML, expect, test, type Screen } from "./screen";

const JAPANESE = "Japanese (Japan)";
const STAGES = ["ｎ", "に", "にほ", "にほｎ", "にほん", "日本"];

/** A key that the input method takes for itself, as the browser reports it. */
async function keyOfTheInputMethod(editor: Screen, code: string) {
  const session = await editor.page.context().newCDPSession(editor.page);
  for (const type of ["rawKeyDown", "keyUp"] as const) {
    await session.send("Input.dispatchKeyEvent", { type, windowsVirtualKeyCode: 229, key: "Process", code });
  }
  await session.detach();
}

test("in a cell at rest it begins at once, replaces the text, and Enter of the input method does not commit", async ({ editor, page }) => {
  await editor.addLanguages("1041");
  await (await editor.texts.cell("INCALL", JAPANESE)).click();
  const field = page.locator(":focus");
  await editor.compose(STAGES.slice(0, 3), null);
  await expect(field).toHaveValue("");
  await editor.press("Escape");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);

  const session = await page.context().newCDPSession(page);
  for (const text of STAGES) {
    await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await expect(field).toHaveValue(text);
  }
  for (const code of ["Enter", "ArrowDown", "Tab", "Escape"]) {
    await keyOfTheInputMethod(editor, code);
    await editor.expectFocus(`Translations: INCALL, ${JAPANESE}`);
    await expect(field).toHaveValue("日本");
  }
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await session.send("Input.insertText", { text: "日本" });
  await editor.compose(["ご", "語"], "語");
  await expect(field).toHaveValue("日本語");
  await editor.press("Enter");
  await editor.expectFocus(`Translations: OOS, ${JAPANESE}`);
  const line = /\n {4}<activity LCID="1041">日本語<\/activity>/;
  await expect(editor.xml).toHaveValue(line);
  expect((await editor.xml.inputValue()).replace(line, "")).toBe(EXAMPLE_XML);
  const cell = (await editor.texts.cell("INCALL", JAPANESE)).getByText("日本語");
  expect(await cell.evaluate((element) => element.closest("[lang]")?.getAttribute("lang"))).toBe("ja-JP");

  await editor.press("Control+z");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await editor.press("Control+y");
  await expect(editor.xml).toHaveValue(line);
});

test("in an open cell it goes on where the caret is", async ({ editor, page }) => {
  await (await editor.texts.cell("OOS", "English")).click();
  await editor.press("F2", "Home");
  await editor.compose(STAGES, "日本");
  await expect(page.locator(":focus")).toHaveValue("日本The device is out of service");
  await page.keyboard.type("!");
  await editor.press("Enter");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("The device", "日本!The device"));
});

test("in the ID of a row the suggestions stay usable afterwards", async ({ editor, page }) => {
  await (await editor.states.cell(7, "Aggregated state ID")).click();
  await editor.compose(["お", "おｏ"], "OO");
  await expect(page.locator(":focus")).toHaveValue("OO");
  await editor.press("ArrowDown", "Enter");
  await expect(editor.options).toHaveValue(/7=OOS,/);
});

test("in a pane the tables follow, the caret stays, and it is one step", async ({ editor, page }) => {
  const before = EXAMPLE_XML.indexOf("The device");
  await editor.xml.focus();
  await editor.xml.evaluate((area: HTMLTextAreaElement, offset) => area.setSelectionRange(offset, offset), before);
  const session = await page.context().newCDPSession(page);
  for (const text of STAGES) {
    await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("The device", `${text}The device`));
    // Nothing has taken the caret away from the composition.
    expect(await editor.xml.evaluate((area: HTMLTextAreaElement) => area.selectionEnd)).toBe(before + text.length);
  }
  await session.send("Input.insertText", { text: "日本" });
  await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("The device", "日本The device"));
  await expect(await editor.texts.cell("OOS", "English")).toContainText("日本The device");
  await expect(await editor.states.cell(12, "Shown as")).toContainText("日本The device");

  await page.keyboard.type("!");
  await editor.compose(["ご"], "語");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("The device", "日本!語The device"));
  for (const left of ["日本!", "日本", ""]) {
    await editor.press("Control+z");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("The device", `${left}The device`));
    await expect(editor.xml).toBeFocused();
  }
  await expect(editor.undo).toHaveAttribute("aria-disabled", "true");
  await editor.press("Control+y");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("The device", "日本The device"));
});

test("a composition given up in a pane leaves the text as it was", async ({ editor }) => {
  const before = EXAMPLE_XML.indexOf("The device");
  await editor.xml.focus();
  await editor.xml.evaluate((area: HTMLTextAreaElement, offset) => area.setSelectionRange(offset, offset), before);
  await editor.compose(STAGES, null);
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await expect(await editor.texts.cell("OOS", "English")).toContainText("The device is out of service");
});

test("undo during a composition harms neither the text nor the page", async ({ editor, page }) => {
  await editor.states.type(7, "Aggregated state ID", "OOS");
  await editor.xml.focus();
  const session = await page.context().newCDPSession(page);
  await session.send("Input.imeSetComposition", { text: "に", selectionStart: 1, selectionEnd: 1 });
  await editor.undo.click();
  await editor.undo.click({ force: true });
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await expect(editor.options).toHaveValue(/7=INCALL,/);
});
