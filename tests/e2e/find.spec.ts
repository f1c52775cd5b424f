// Find and replace as a person does it: from where one works, over what was found, and back.

import { EXAMPLE_XML, expect, test, type Screen } from "./screen";
import type { Page } from "@playwright/test";

const ENGLISH = "English (United States)";

/** The panel, by what stands in it. */
function panel(page: Page) {
  const find = page.getByRole("tabpanel", { name: "Find and replace" });
  return {
    find,
    text: find.getByRole("textbox", { name: "Find", exact: true }),
    by: find.getByRole("textbox", { name: "Replace by" }),
    where: find.getByRole("combobox", { name: "Where" }),
    hits: find.getByRole("listitem"),
    box: (name: string) => find.getByRole("checkbox", { name: `Replace in ${name}`, exact: true }),
    replace: find.getByRole("button", { name: /^Replace( \d|$)/ }),
    close: find.getByRole("button", { name: "Close find and replace" }),
  };
}

async function selectInXml(editor: Screen, text: string) {
  await editor.xml.evaluate((area: HTMLTextAreaElement, text) => {
    area.focus();
    const at = area.value.indexOf(text);
    area.setSelectionRange(at, at + text.length);
  }, text);
}

test("a word is replaced in one language, each hit by its box, and Escape goes back to the cell", async ({ editor, page }) => {
  const { find, text, by, hits, box, replace } = panel(page);
  await (await editor.texts.cell("IDLE_AWAY", ENGLISH)).click();
  await page.keyboard.press("Control+h");
  await expect(text).toBeFocused();
  await page.keyboard.type("en:I am");
  await expect(find).toContainText("4 hits in 4 entries, all English");
  await by.fill("I'm");
  await box("IDLE_ACW").uncheck();
  await expect(hits.nth(0)).toContainText("I'm available");
  await expect(replace).toHaveText("Replace 3 of 4");
  await replace.click();
  await expect(editor.status).toContainText("3 texts replaced");
  const after = EXAMPLE_XML.replaceAll("I am", "I'm").replace("I'm in After", "I am in After");
  await expect(editor.xml).toHaveValue(after);
  await page.keyboard.press("Control+z");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await expect(box("IDLE_ACW")).not.toBeChecked();
  await expect(box("IDLE_AWAY")).toBeChecked();
  await page.keyboard.press("Control+y");
  await expect(editor.xml).toHaveValue(after);
  await page.keyboard.press("Escape");
  await expect(find).toHaveCount(0);
  await page.keyboard.type("Away");
  await page.keyboard.press("Enter");
  await expect(editor.xml).toHaveValue(after.replace("I'm away from my desk", "Away"));
});

test("in the XML a quote is a quote, and in what takes its place too", async ({ editor, page }) => {
  const { find, text, by, where, replace } = panel(page);
  await editor.xml.click();
  await page.keyboard.press("Control+h");
  await expect(text).toBeFocused();
  await page.keyboard.type('"18000">');
  await expect(find).toContainText("2 hits in 2 lines");
  await by.fill('"17001">');
  await replace.click();
  await expect(editor.xml).toHaveValue(EXAMPLE_XML.replaceAll('availability="18000">', 'availability="17001">'));
  await text.fill('"');
  await expect(find).toContainText(`${EXAMPLE_XML.split('"').length - 1} hits`);
  // In the texts there is none; a phrase is what stands between two.
  await where.selectOption("Texts");
  await expect(find).toContainText("No hits");
  await text.fill('"do not"');
  await expect(find).toContainText("2 hits in 2 entries");
});

test("Tab goes from what is looked for to what takes its place, and on", async ({ editor, page }) => {
  const { text, by, where } = panel(page);
  await (await editor.texts.cell("IDLE_AWAY", ENGLISH)).click();
  await page.keyboard.press("Control+h");
  await page.keyboard.type("I am");
  await page.keyboard.press("Tab");
  await page.keyboard.type("I'm");
  await expect(by).toHaveValue("I'm");
  for (const name of ["Whole words", "Case"]) {
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name, exact: true })).toBeFocused();
  }
  await page.keyboard.press("Tab");
  await expect(where).toBeFocused();
  await editor.press("Shift+Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab");
  await expect(text).toBeFocused();
  // By the eye the two stand beside the first field.
  const top = async (name: string) => (await page.getByRole("button", { name, exact: true }).boundingBox())!.y;
  const field = (await text.boundingBox())!;
  for (const name of ["Whole words", "Case"]) expect(Math.abs((await top(name)) - field.y)).toBeLessThan(4);
});

test("F3 goes through the hits from the cell on, in the table and in the text, and round", async ({ editor, page }) => {
  const { text } = panel(page);
  await (await editor.texts.cell("IDLE_ACW", ENGLISH)).click();
  await page.keyboard.press("Control+f");
  await page.keyboard.type("do not");
  await expect(text).toHaveValue("do not");
  await page.keyboard.press("Enter");
  await expect(editor.status).toContainText("Hit 1 of 2: IDLE_ACW");
  await expect(text).toBeFocused();
  await (await editor.texts.cell("IDLE_AWAY", ENGLISH)).click();
  await page.keyboard.press("F3");
  await expect(editor.status).toContainText("Hit 2 of 2: INCALL");
  await expect(editor.texts.table.getByRole("textbox", { name: `${ENGLISH} text of INCALL` })).toBeFocused();
  await page.keyboard.press("F3");
  await expect(editor.status).toContainText("Hit 1 of 2: IDLE_ACW");
  await page.keyboard.press("Shift+F3");
  await expect(editor.status).toContainText("Hit 2 of 2: INCALL");
  await page.keyboard.type("Talking");
  await page.keyboard.press("Enter");
  await expect(panel(page).find).toContainText("1 hit in 1 entry");
});

test("what is selected in the XML is looked for, F3 selects, Escape leaves the hit selected", async ({ editor, page }) => {
  const { find, text, where, hits, replace, by } = panel(page);
  const selected = () => editor.xml.evaluate((area: HTMLTextAreaElement) => [area.selectionStart, area.value.slice(area.selectionStart, area.selectionEnd)]);
  await selectInXml(editor, 'LCID="1033"');
  await page.keyboard.press("Control+f");
  await expect(text).toHaveValue('LCID="1033"');
  await expect(where).toHaveValue("XML");
  await expect(find).toContainText("7 hits in 7 lines");
  await expect(hits.first()).toContainText("line 4");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(editor.xml).toBeFocused();
  expect((await selected())[1]).toBe('LCID="1033"');
  // Everything of it by nothing, as one step, whatever becomes of the XML.
  await page.keyboard.press("Control+h");
  await by.fill("");
  await replace.click();
  await expect(editor.xml).toHaveValue(EXAMPLE_XML.replaceAll('LCID="1033"', ""));
  await page.keyboard.press("Control+z");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
});

test("elsewhere the keys are the browser's own", async ({ editor, page }) => {
  const { find } = panel(page);
  await page.evaluate(() => window.addEventListener("keydown", (event) => ((window as any).isTaken = event.defaultPrevented)));
  const isTaken = () => page.evaluate(() => (window as any).isTaken);
  await editor.undo.focus();
  for (const key of ["Control+f", "Control+h", "F3"]) {
    await page.keyboard.press(key);
    expect(await isTaken(), key).toBe(false);
  }
  await expect(find).toHaveCount(0);
  await (await editor.states.cell(1, "Aggregated state ID")).click();
  await page.keyboard.press("Control+f");
  expect(await isTaken()).toBe(true);
  await expect(find).toBeVisible();
});

test("the tabs below the texts, and the search in another profile and in pull mode", async ({ editor, page }) => {
  const { find, text, where, close } = panel(page);
  await page.getByRole("button", { name: "Find and replace" }).click();
  await text.fill("OOS");
  await where.selectOption("IDs");
  await expect(find).toContainText("1 hit in 1 ID");
  await page.getByRole("tab", { name: "Problems" }).click();
  await expect(editor.region("Problems")).toBeVisible();
  await expect(find).toBeHidden();
  await page.keyboard.press("ArrowRight");
  await expect(find).toBeVisible();
  await expect(page.getByRole("tab", { name: "Find and replace" })).toBeFocused();
  await page.getByRole("radio", { name: "Pull" }).check();
  await expect(where).toHaveValue("Options");
  await expect(where.getByRole("option")).toHaveText(["XML", "Options"]);
  await expect(find).toContainText(/hits in 1 line/);
  await page.getByRole("radio", { name: "Push" }).check();
  await expect(where).toHaveValue("IDs");
  await close.click();
  await expect(find).toHaveCount(0);
  await expect(page.locator(":focus")).toHaveCount(1);
});

test("what was looked for before gives way to what is typed, whatever opens the search", async ({ editor, page }) => {
  const field = page.getByRole("textbox", { name: "Find", exact: true });
  await (await editor.texts.cell("IDLE_READY", "Spanish")).click();
  for (const keys of ["Control+f", "Control+h"]) {
    await editor.press(keys);
    await page.keyboard.type("available");
    await editor.press("Escape", keys);
    await page.keyboard.type("desk");
    await expect(field).toHaveValue("desk");
    await editor.press("Escape");
  }
});
