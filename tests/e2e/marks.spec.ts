// Marks where the eye is, the walk from problem to problem, and the menu of fixes at the caret and at the cell.

import type { Locator } from "@playwright/test";
import { EXAMPLE_OPTIONS, EXAMPLE_XML, expect, test, type Screen } from "./screen";

const ID = "Aggregated state ID";
const ENGLISH = "English (United States)";
const TYPO = EXAMPLE_OPTIONS.replace("4=IDLE_ACW", "4=IDLE_AWC");

/** The painted lines of a pane that carry a sign: number and severity. */
async function signs(editor: Screen, pane: "XML source" | "Options"): Promise<Record<string, string>> {
  const lines = editor.region(pane).locator("[data-severity]:visible");
  return Object.fromEntries(await lines.evaluateAll((lines) => lines.map((line) => [line.getAttribute("data-number"), line.getAttribute("data-severity")])));
}

/** Puts the caret of a text area before the first such text. */
async function caretBefore(area: Locator, text: string) {
  await area.focus();
  await area.evaluate((element: HTMLTextAreaElement, text) => element.setSelectionRange(element.value.indexOf(text), element.value.indexOf(text)), text);
}

test.describe("marks", () => {
  test("are part of the name of a cell, and not of its text", async ({ editor }) => {
    await editor.fillOptions(TYPO);
    const id = await editor.states.cell(4, ID);
    await expect(id).toHaveText("IDLE_AWC");
    await expect(id).toHaveAccessibleName(/IDLE_AWC.*error: row 4 \(ACW, Idle\) uses IDLE_AWC, but the file has no such entry/);
    await expect(id.getByRole("img", { name: /^error: / })).toBeVisible();
    const text = await editor.texts.cell("IDLE_READY", ENGLISH);
    await expect(text).toHaveAccessibleName(/warning: the text begins and ends with a blank/);
    await expect(await editor.texts.cell("IDLE_AWAY", "Availability")).toHaveAccessibleName(/4501.*note: 4501 is of an idle class/);
    await expect(editor.texts.row("IDLE_ACW").getByRole("rowheader")).toHaveAccessibleName(/IDLE_ACW.*warning: no row uses IDLE_ACW/);
    await expect(editor.texts.table.getByRole("img", { name: /^(error|warning|note): / })).toHaveCount(4);
    await expect(await editor.states.cell(5, ID)).toHaveAccessibleName("IDLE_AWAY");
    await editor.undo.click();
    await expect(id).toHaveAccessibleName("IDLE_ACW");
    await expect(editor.states.table.getByRole("img", { name: /^error: / })).toHaveCount(0);
  });

  test("are kept by the active cell, and by the cells of 5 x 3", async ({ editor, page }) => {
    await editor.states.type(4, ID, "IDLE_AWC");
    await editor.press("ArrowUp");
    await editor.expectFocus(`Aggregated states: 4, ${ID}`);
    await expect(await editor.states.cell(4, ID)).toHaveAccessibleName(/error: row 4/);
    await page.getByRole("radio", { name: /5 × 3/ }).check();
    await expect(editor.states.table.getByRole("gridcell", { name: /IDLE_AWC.*error: row 4/ })).toHaveCount(1);
  });

  test("stand beside the lines of both panes, under the culprit, and go with it", async ({ editor, page }) => {
    expect(await signs(editor, "XML source")).toEqual({ 7: "warning", 10: "warning", 15: "note" });
    await editor.fillOptions(TYPO);
    await expect.poll(() => signs(editor, "Options")).toEqual({ 5: "error" });
    await expect(editor.region("Options").locator(".source__mark--error")).toHaveText(["IDLE_AWC"]);
    await editor.show("XML source");
    // A pane that comes to the front paints its lines in the frame after.
    await expect.poll(() => signs(editor, "XML source")).toEqual({ 7: "warning", 10: "warning", 12: "warning", 15: "note" });
    await caretBefore(editor.xml, " I am available");
    await page.keyboard.press("Delete");
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => signs(editor, "XML source")).toMatchObject({ 7: "warning" });
    await editor.xml.fill(EXAMPLE_XML.replace("> I am available <", ">I am available<"));
    await expect.poll(() => signs(editor, "XML source")).toEqual({ 10: "warning", 12: "warning", 15: "note" });
  });

  test("make blanks and characters without a width visible, where colleagues would get them", async ({ editor }) => {
    const cell = await editor.texts.cell("IDLE_READY", ENGLISH);
    await expect(cell).toHaveText("·I am available·");
    await expect(await editor.texts.cell("IDLE_OUT", ENGLISH)).toHaveText("Logged out");
    await editor.fillXml(EXAMPLE_XML.replace("> I am available <", ">I am\u200b  available\t<"));
    await expect(cell).toHaveText("I amU+200B··available→");
    await expect(cell).toHaveAccessibleName(/warning: /);
    await cell.click();
    await editor.press("F2");
    await expect(cell.locator("textarea")).toHaveValue("I am\u200b  available\t");
    await editor.press("Escape");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("> I am available <", ">I am\u200b  available\t<"));
  });

  test("wait while a cell is typed in, and come when it is left", async ({ editor }) => {
    await editor.states.type(4, ID, "IDLE_AWC", null);
    await expect(editor.states.table.getByRole("img", { name: /^error: / })).toHaveCount(0);
    await editor.press("Enter");
    await expect(editor.states.table.getByRole("img", { name: /^error: / })).toHaveCount(1);
    await editor.texts.type("OOS", "Availability", "x", null);
    await expect(editor.texts.table.getByRole("img", { name: /^error: / })).toHaveCount(0);
    await editor.press("Escape");
    await expect(editor.texts.table.getByRole("img", { name: /^error: / })).toHaveCount(0);
  });
});

test.describe("F8", () => {
  test("goes round all problems in the order of the texts, and says each", async ({ editor, page }) => {
    await editor.fillOptions(TYPO);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    const said: string[] = [];
    for (let step = 0; step < 7; step += 1) {
      await editor.press("F8");
      await expect(editor.status).toHaveText(new RegExp(`^${(step % 6) + 1} of 6: `));
      said.push((await editor.status.innerText()).replace(/^\d of 6: (\w+): .*/, "$1"));
      if (step === 0) {
        await expect(editor.options).toBeFocused();
        expect(await editor.selected()).toBe("IDLE_AWC");
      }
    }
    expect(said).toEqual(["error", "warning", "warning", "warning", "warning", "note", "error"]);
    await editor.press("Shift+F8");
    await expect(editor.status).toHaveText(/^6 of 6: note: 4501/);
    await expect(editor.xml).toBeFocused();
    expect(await editor.selected()).toBe("4501");
    await expect(editor.region("XML source")).toBeVisible();
    await editor.press("Shift+F8");
    await expect(editor.status).toHaveText(/^5 of 6: warning: no row uses IDLE_ACW/);
    // What was gone to is shown in the list.
    await expect(editor.problems().and(page.locator("[aria-current]"))).toHaveText(/unused-entry/);
    await expect(editor.problems().and(page.locator("[aria-current]"))).toBeInViewport();
  });

  test("from the pane stays in the panes", async ({ editor }) => {
    await editor.xml.focus();
    await editor.press("F8", "F8");
    await expect(editor.xml).toBeFocused();
    expect(await editor.selected()).toBe(" I am available ");
    await editor.press("Shift+F8");
    await expect(editor.status).toHaveText(/^1 of 4: /);
    await editor.press("Shift+F8");
    await expect(editor.status).toHaveText(/^4 of 4: note/);
  });

  test("from a cell stays in the tables, and goes to the cell of the problem", async ({ editor }) => {
    await editor.states.type(4, ID, "IDLE_AWC");
    await editor.press("F8");
    await editor.expectFocus(`Aggregated states: 4, ${ID}`);
    await (await editor.texts.cell("OOS", ENGLISH)).click();
    await editor.press("F8", "F8");
    await editor.expectFocus(`Translations: IDLE_READY, ${ENGLISH}`);
    await editor.press("Shift+F8", "Shift+F8", "Shift+F8");
    await expect(editor.status).toHaveText(/^6 of 6: note/);
    await editor.expectFocus("Translations: IDLE_AWAY, Availability");
    await editor.press("F8");
    await expect(editor.status).toHaveText(/^1 of 6: error/);
    await editor.expectFocus(`Aggregated states: 4, ${ID}`);
  });

  test("takes what is being typed in a cell first", async ({ editor }) => {
    await editor.states.type(4, ID, "IDLE_AWC", null);
    await editor.press("F8");
    await expect(editor.options).toHaveValue(TYPO);
    await expect(editor.status).toHaveText(/^1 of 6: error: row 4/);
    await editor.expectFocus(`Aggregated states: 4, ${ID}`);
  });

  test("says that there is nothing to go to", async ({ editor }) => {
    for (const code of ["language-gap", "blank-around", "idle-class"]) {
      await editor.takeFromProblem(editor.problemsOf(code).first(), `Set aside all of ${code}`);
    }
    await expect(editor.region("Problems")).toContainText("No open problems");
    await editor.press("F8");
    await expect(editor.status).toHaveText("No open problems");
  });
});

test.describe("where all panels stand below one another", () => {
  test.use({ viewport: { width: 1024, height: 768 } });

  test("the place of a problem brings its line into the window, above the list", async ({ editor, page }) => {
    const line = editor.region("XML source").locator('[data-number="15"]');
    await expect(line).not.toBeInViewport();
    await editor.button("line 15, column 44").click();
    await expect(editor.xml).toBeFocused();
    await expect(line).toBeInViewport({ ratio: 1 });
    const [bottom, top] = await Promise.all([line, editor.region("Problems")].map((part) => part.boundingBox())).then(([line, list]) => [line!.y + line!.height, list!.y]);
    expect(bottom).toBeLessThanOrEqual(top);
    await page.evaluate(() => window.scrollTo(0, 0));
    await editor.press("Shift+F8");
    await expect(editor.region("XML source").locator('[data-number="10"]')).toBeInViewport({ ratio: 1 });
  });
});

test.describe("Ctrl+. opens what can be done", () => {
  test("at the caret, by keyboard alone, and Escape gives the focus back", async ({ editor, page }) => {
    await caretBefore(editor.xml, "available </activity>");
    const before = await editor.xml.evaluate((area: HTMLTextAreaElement) => area.selectionStart);
    await editor.press("Control+.");
    const items = page.getByRole("menu").getByRole("menuitem");
    await expect(items.first()).toBeFocused();
    await expect(items).toHaveText(["Trim", /^Fix all 2 of this kind: trim/, "Show in the text", /^Set aside here/, /^Set aside all of blank-around/, "Why blank-around"]);
    await editor.press("ArrowDown", "ArrowUp", "ArrowUp");
    await expect(items.last()).toBeFocused();
    await editor.press("Escape");
    await expect(page.getByRole("menu")).toHaveCount(0);
    await expect(editor.xml).toBeFocused();
    expect(await editor.xml.evaluate((area: HTMLTextAreaElement) => area.selectionStart)).toBe(before);
    await editor.press("Control+.", "Enter");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("> I am available <", ">I am available<"));
    await expect(editor.xml).toBeFocused();
    await editor.press("Control+z");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  });

  test("anywhere in the line of a problem, and says so where there is none", async ({ editor, page }) => {
    await editor.fillOptions(TYPO);
    await caretBefore(editor.options, "aggregated-states");
    await editor.press("Control+.");
    await expect(page.getByRole("menuitem").first()).toHaveText("Use IDLE_ACW");
    await editor.press("Enter");
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
    await editor.press("Control+.");
    await expect(page.getByRole("menu")).toHaveCount(0);
    await expect(editor.status).toHaveText("No problem here");
    await expect(editor.options).toBeFocused();
  });

  test("at a cell, from which the focus does not go", async ({ editor, page }) => {
    await editor.states.type(4, ID, "IDLE_AWC");
    await editor.press("ArrowUp", "Control+.");
    await expect(page.getByRole("menuitem").first()).toBeFocused();
    await editor.press("Escape");
    await editor.expectFocus(`Aggregated states: 4, ${ID}`);
    await editor.press("Control+.", "Enter");
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
    await editor.expectFocus(`Aggregated states: 4, ${ID}`);
    await (await editor.texts.cell("IDLE_READY", ENGLISH)).click();
    await editor.press("Control+.", "ArrowDown", "Enter");
    await expect(editor.dialog("Fixes")).toBeVisible();
    await editor.press("Escape");
    await editor.expectFocus(`Translations: IDLE_READY, ${ENGLISH}`);
    await editor.press("Control+.", "Enter");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("> I am available <", ">I am available<"));
    await editor.expectFocus(`Translations: IDLE_READY, ${ENGLISH}`);
    await editor.press("Control+.");
    await expect(editor.status).toHaveText("No problem here");
  });

  test("in a cell that is being typed in: what is typed is taken first", async ({ editor, page }) => {
    await editor.states.type(4, ID, "IDLE_AWC", null);
    await editor.press("Control+.");
    await expect(editor.options).toHaveValue(TYPO);
    await expect(page.getByRole("menuitem").first()).toHaveText("Use IDLE_ACW");
  });
});

test.describe("by keyboard alone in the list", () => {
  test("a fix, a setting aside and a preview leave the focus in the list", async ({ editor, page }) => {
    await editor.problemsOf("idle-class").getByRole("button", { name: "Use 15500 (Away)" }).focus();
    await editor.press("Enter");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("4501", "15500"));
    const isInPanel = () => editor.region("Problems").evaluate((region) => region.contains(document.activeElement));
    await expect.poll(isInPanel).toBe(true);
    await editor.problemsOf("blank-around").last().getByRole("button", { name: /^More for/ }).focus();
    await editor.press("Enter", "ArrowUp", "ArrowUp", "ArrowUp");
    await expect(page.locator(":focus")).toHaveText(/^Set aside here/);
    await editor.press("Enter");
    await expect(editor.only("1 set aside")).toBeVisible();
    await expect.poll(isInPanel).toBe(true);
    await editor.button("Apply 1 safe fix").focus();
    await editor.press("Enter");
    await expect(editor.dialog("Fixes").getByRole("button", { name: "Apply" })).toBeFocused();
    await editor.press("Enter");
    await expect(editor.dialog("Fixes")).toBeHidden();
    await expect.poll(isInPanel).toBe(true);
    await editor.only("1 set aside").focus();
    await editor.press("Space");
    await editor.problems().getByRole("button", { name: "Bring back" }).focus();
    await editor.press("Enter");
    await expect.poll(isInPanel).toBe(true);
  });
});
