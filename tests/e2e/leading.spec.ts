// Where keys lead from cell to cell, as hands used to a spreadsheet expect: nothing that is typed lands elsewhere, or is lost.
import { type Page } from "@playwright/test";
import { EXAMPLE_OPTIONS, EXAMPLE_STATES, EXAMPLE_XML, type Screen, expect, test } from "./screen";

const ID = "Aggregated state ID";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const go = async (editor: Screen, row: number) => (await editor.states.cell(row, ID)).click();
const goToText = async (editor: Screen, id: string, column: string) => (await editor.texts.cell(id, column)).click();
const pairs = (...changed: [number, string][]) => {
  const ids = EXAMPLE_STATES.split(", ").map((pair) => pair.split("=")[1]);
  for (const [row, id] of changed) ids[row - 1] = id;
  return EXAMPLE_OPTIONS.replace(EXAMPLE_STATES, ids.map((id, at) => `${at + 1}=${id}`).join(", "));
};

const pair = (page: Page, row: number, column: number) =>
  page.locator(`[data-grid=pairs] [data-row="${row}"][data-column="${column}"]`);

test.describe("in the aggregated states", () => {
  test("IDs are typed downwards by the arrow, known ones and new ones, and upwards", async ({ editor, page }) => {
    await go(editor, 1);
    for (const id of ["OOS", "NEW_ONE", "INCALL"]) {
      await page.keyboard.type(id);
      await editor.press("ArrowDown");
    }
    await page.keyboard.type("X");
    await editor.press("ArrowUp");
    await page.keyboard.type("Y");
    await editor.press("Enter");
    await expect(editor.options).toHaveValue(pairs([1, "OOS"], [2, "NEW_ONE"], [3, "Y"], [4, "X"]));
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  });

  test("where there is something else to choose, the arrow marks it, and back above the first is what was typed", async ({ editor, page }) => {
    await go(editor, 1);
    await page.keyboard.type("IN");
    await expect(page.locator(".suggest__keys")).toContainText(/^↓mark/);
    await editor.press("ArrowDown", "ArrowUp", "Enter");
    await expect(editor.options).toHaveValue(pairs([1, "IN"]));
    await editor.press("Control+z");
    await go(editor, 1);
    await page.keyboard.type("IN");
    await editor.press("ArrowDown", "Enter");
    await expect(editor.options).toHaveValue(pairs([1, "INCALL"]));
    // With Alt, the list is meant whatever is typed.
    await page.keyboard.type("BRAND_NEW");
    await expect(page.locator(".suggest__keys")).toContainText("Alt+↓mark");
    await editor.press("Alt+ArrowDown");
    await expect(page.locator(".suggest [aria-selected=true]")).toContainText("BRAND_NEW");
    await editor.press("Escape");
  });

  test("what is marked fills all that is selected", async ({ editor, page }) => {
    await go(editor, 11);
    await editor.press("Shift+ArrowDown", "Shift+ArrowDown");
    await page.keyboard.type("IDLE_AC");
    await editor.press("ArrowDown", "Control+Enter");
    await expect(editor.options).toHaveValue(pairs([11, "IDLE_ACW"], [12, "IDLE_ACW"], [13, "IDLE_ACW"]));
  });

  test("what is typed beside the IDs is told, and Tab behind the last column goes on below", async ({ editor, page }) => {
    await go(editor, 3);
    await editor.press("ArrowLeft");
    await page.keyboard.type("A");
    await expect(editor.status).toHaveText("Nothing was typed: of these columns, only the aggregated state ID is edited");
    await editor.states.table.getByRole("gridcell").first().press("?");
    await expect(page.getByRole("dialog")).toBeVisible();
    await editor.press("Escape");
    await page.getByRole("radio", { name: "5 × 3" }).check({ force: true });
    await pair(page, 0, 5).click();
    await page.keyboard.type("A1");
    await editor.press("Tab");
    await page.keyboard.type("A2");
    await editor.press("Enter");
    await expect(editor.options).toHaveValue(pairs([5, "A1"], [10, "A2"]));
  });

  test("IDs below the name of their column, and below agent states, go there where that is wanted", async ({ editor, page }) => {
    await editor.copy("Aggregated State ID\r\n" + Array.from({ length: 15 }, (_, at) => `P${at + 1}`).join("\r\n") + "\r\n");
    await go(editor, 1);
    await editor.press("Control+v");
    await expect(editor.status).toHaveText("Not pasted yet: its first row names the column");
    await editor.press("F6", "Enter");
    await expect(editor.status).toHaveText("15 cells pasted");
    await expect(editor.options).toHaveValue(pairs(...Array.from({ length: 15 }, (_, at): [number, string] => [at + 1, `P${at + 1}`])));
    await editor.press("Control+z");
    await page.getByRole("radio", { name: "5 × 3" }).check({ force: true });
    await editor.copy("Ready\tLogout\nR\tL\n");
    await pair(page, 0, 4).click();
    await editor.press("Control+v");
    await expect(editor.status).toHaveText("Not pasted yet: its first row names agent states");
    await editor.press("F6", "Enter");
    await expect(editor.options).toHaveValue(pairs([1, "L"], [2, "R"]));
  });

  test("whole rows go to their states in the table of pairs; Alt+Down opens the list at rest", async ({ editor, page }) => {
    await editor.copy("3\tNotReady\tIdle\tA\tBusy\n12\tReady\tOOS\tB\tOffline\n");
    await page.getByRole("radio", { name: "5 × 3" }).check({ force: true });
    await pair(page, 0, 1).click();
    await editor.press("Control+v");
    await expect(editor.status).toHaveText("Not pasted yet: its rows name agent and device states");
    await expect(editor.button("Paste where its states are")).toBeVisible();
    await editor.press("F6", "Enter");
    await expect(editor.options).toHaveValue(pairs([3, "A"], [12, "B"]));
    await editor.press("Alt+ArrowDown", "ArrowDown");
    await expect(page.locator(".suggest [aria-selected=true]")).toHaveCount(1);
    await editor.press("Escape");
    await expect(editor.options).toHaveValue(pairs([3, "A"], [12, "B"]));
  });

  test("a block of whole rows is that, on whichever column it is pasted", async ({ editor }) => {
    await editor.copy("6\tLogout\tBusy\tA\n7\tReady\tBusy\tB\n");
    await go(editor, 6);
    await editor.press("Control+v", "Control+v");
    await expect(editor.options).toHaveValue(pairs([6, "A"], [7, "B"]));
    await editor.press("Control+z");
    await go(editor, 5);
    await editor.press("Control+v", "Control+v");
    await expect(editor.status).toContainText("the rows are in another order");
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
  });
});

test.describe("in the translations", () => {
  test("a cell of two lines is copied and cut as one cell", async ({ editor, page }) => {
    await goToText(editor, "IDLE_OUT", "English");
    await page.keyboard.type("l1");
    await editor.press("Alt+Enter");
    await page.keyboard.type('l2 "x"');
    await editor.press("Enter");
    await goToText(editor, "IDLE_OUT", "English");
    await editor.press("Control+x");
    await goToText(editor, "OOS", "English");
    await editor.press("Control+v");
    await goToText(editor, "IDLE_OUT", "English");
    await editor.press("Control+v");
    const written = (was: string) => (xml: string) => xml.replace(`>${was}<`, '>l1\nl2 "x"<');
    await expect(editor.xml).toHaveValue(written("The device is out of service")(written("Logged out")(EXAMPLE_XML)));
    // An empty cell is cut as it is copied: what is pasted behind it is nothing, not what was copied before.
    await goToText(editor, "OOS", "Spanish");
    await editor.press("Control+x");
    await goToText(editor, "OOS", "English");
    await editor.press("Control+v");
    await expect(await editor.texts.cell("OOS", "English")).toHaveText("no text");
  });

  test("Enter and Tab stay in what is selected", async ({ editor, page }) => {
    await goToText(editor, "IDLE_OUT", "Spanish");
    await editor.press("Shift+ArrowDown", "Shift+ArrowRight");
    for (const text of ["1", "2", "3"]) {
      await page.keyboard.type(text);
      await editor.press("Enter");
    }
    await page.keyboard.type("4");
    await editor.press("Tab");
    await page.keyboard.type("5");
    await editor.press("Enter");
    const expected = [["IDLE_OUT", "Spanish", "5"], ["IDLE_READY", "Spanish", "2"], ["IDLE_OUT", "Russian", "3"], ["IDLE_READY", "Russian", "4"]];
    for (const [id, column, text] of expected) await expect(await editor.texts.cell(id, column)).toHaveText(text);
  });

  test("a text that was removed is typed again in its place; a blank is no number", async ({ editor, page }) => {
    await goToText(editor, "INCALL", "Spanish");
    await editor.press("Delete");
    await page.keyboard.type("Estoy trabajando con los clientes, no molestar");
    await editor.press("Enter");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
    await goToText(editor, "INCALL", "Availability");
    await page.keyboard.type(" ");
    await editor.press("Enter");
    await expect(editor.status).toHaveText("An entry keeps its availability; the menu of the ID removes the entry");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  });

  test("the last cell of a table that is rendered in part is reached before the next key", async ({ editor, page }) => {
    const lcids = [1033, 1031, 1036];
    const entry = (at: number) =>
      `  <agentState ID="S${at}" availability="3501">\n${lcids.map((lcid) => `    <activity LCID="${lcid}">${lcid} ${at}</activity>\n`).join("")}  </agentState>\n`;
    const xml = `<?xml version="1.0"?>\n<agentStates xmlns="http://schemas.genesys.com/09/2014/mslyncteserver/agentStates">\n${Array.from({ length: 300 }, (_, at) => entry(at)).join("")}</agentStates>\n`;
    await editor.xml.fill(xml);
    await goToText(editor, "S1", "English");
    await editor.press("Control+End");
    await page.keyboard.type("QQ");
    await editor.press("Enter");
    await expect(editor.xml).toHaveValue(xml.replace(">1036 299<", ">QQ<"));
  });

  test("gaps of one language are filled without looking", async ({ editor, page }) => {
    await goToText(editor, "IDLE_READY", "English");
    await editor.texts.head("Russian").getByRole("button").first().click();
    await page.getByRole("menuitem", { name: "Only gaps in Russian" }).click();
    for (const text of ["uno", "dos", "tres"]) {
      await page.keyboard.type(text);
      await editor.press("Enter", "Alt+PageDown");
    }
    const found = (await editor.xml.inputValue()).match(/<activity LCID="1049">(uno|dos|tres)</g);
    expect(found).toHaveLength(3);
    expect((await editor.xml.inputValue()).replace(/\n *<activity LCID="1049">(uno|dos|tres)<\/activity>/g, "")).toBe(EXAMPLE_XML);
  });

  test("from gap to gap of a language that was chosen in its head", async ({ editor, page }) => {
    await goToText(editor, "IDLE_OUT", "English");
    await editor.texts.head("French").getByRole("button").first().click();
    await page.getByRole("menuitem", { name: "Next gap in French" }).click();
    for (const text of ["un", "deux"]) {
      await page.keyboard.type(text);
      await editor.press("Alt+PageDown");
    }
    await expect(await editor.texts.cell("IDLE_READY", "French")).toHaveText("deux");
    await editor.expectFocus(/IDLE_NOTREADY, French/);
    // It is called what it does; a filter that is chosen ends it.
    await editor.press("Control+k");
    await page.keyboard.type("next gap");
    await expect(page.getByRole("option", { name: /Next gap in French/ })).toBeVisible();
    await editor.press("Escape");
    await editor.region("Translations").getByRole("button", { name: /^All/ }).first().click();
    await editor.press("Control+k");
    await page.keyboard.type("next gap");
    await expect(page.getByRole("option", { name: /Next gap or problem/ })).toBeVisible();
    await editor.press("Escape");
  });

  test("a block whose first text is an ID by chance is pasted as it is, where it has room", async ({ editor }) => {
    await editor.copy("OOS\tfoo\n");
    await goToText(editor, "IDLE_OUT", "Spanish");
    await editor.press("Control+v");
    await expect(await editor.texts.cell("IDLE_OUT", "Russian")).toHaveText("foo");
  });

  test("the field is named anew where the entry below takes the place", async ({ editor, page }) => {
    await goToText(editor, "IDLE_OUT", "Spanish");
    await editor.press("Control+k");
    await page.keyboard.type("remove entry");
    await editor.press("Enter");
    await expect(editor.texts.rows).toHaveCount(6);
    await goToText(editor, "IDLE_READY", "Russian");
    await expect(page.locator(":focus")).toHaveAttribute("aria-label", /text of IDLE_READY/);
    await editor.press("Control+k");
    await page.keyboard.type("remove entry");
    await editor.press("Enter");
    await expect(page.locator(":focus")).toHaveAttribute("aria-label", /text of IDLE_NOTREADY/);
  });
});
