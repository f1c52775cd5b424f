// Aggregated states: the fifteen rows, their keys, the suggestions and what they would come to, and the same as 5 x 3.

import type { Locator } from "@playwright/test";
import { EXAMPLE_OPTIONS, EXAMPLE_XML, expect, test, type Screen } from "./screen";

const ID = "Aggregated state ID";
const AGENTS = ["Logout", "Ready", "NotReady", "ACW", "Walk_Away"];
const DEVICES = ["Idle", "Busy", "OOS"];
const IDS = ["IDLE_OUT", "IDLE_READY", "IDLE_NOTREADY", "IDLE_ACW", "IDLE_AWAY", ...Array(5).fill("INCALL"), ...Array(5).fill("OOS")];

const at = (row: number | string, column = ID) => `Aggregated states: ${row}, ${column}`;

/** The options text of the example with other IDs in some rows. */
function options(ids: Record<number, string>): string {
  return EXAMPLE_OPTIONS.replace(/\b(\d+)=(\w+)(?=,|$)/gm, (whole, row) => (row in ids ? `${row}=${ids[row]}` : whole));
}

function suggestions(editor: Screen): Locator {
  return editor.page.getByRole("listbox", { name: "Choices" }).getByRole("option");
}

test("shows all fifteen pairs in the guide's order", async ({ editor }) => {
  await expect(editor.states.heads).toHaveText(["#", "Agent state", "Device state", ID, /^Shown as/]);
  await expect(editor.states.rows).toHaveCount(15);
  expect(await editor.states.column("#")).toEqual(IDS.map((_, row) => String(row + 1)));
  expect(await editor.states.column("Agent state")).toEqual(IDS.map((_, row) => AGENTS[row % 5]));
  expect(await editor.states.column("Device state")).toEqual(IDS.map((_, row) => DEVICES[Math.floor(row / 5)]));
  expect((await editor.states.column(ID)).map((id) => id.trim())).toEqual(IDS);
});

test("says what each pair comes to: class word and text in the preview language", async ({ editor, page }) => {
  await expect(await editor.states.cell(7, "Shown as")).toHaveText(/Busy\s*Working with customer, do not disturb/);
  await expect(await editor.states.cell(2, "Shown as")).toHaveText(/Available\s*I am available/);
  await page.getByRole("combobox", { name: "Viewer language" }).selectOption({ label: "French (France)" });
  await expect(editor.states.head("Shown as")).toHaveText(/in French/);
  const french = await editor.states.cell(7, "Shown as");
  await expect(french).toHaveText(/Busy\s*En travaillant avec les clients, ne pas déranger/);
  await expect(french.locator("[lang=fr-FR]")).toHaveText("En travaillant avec les clients, ne pas déranger");
  await expect(await editor.states.cell(1, "Shown as")).toContainText("no text in this language");
});

test("each presence has a shape and a word of its own, not a colour alone", async ({ editor }) => {
  // What is painted, its colours left out.
  const shapes = await editor.states.rows.evaluateAll((rows) =>
    rows.map((row) => getComputedStyle(row.lastElementChild!.querySelector(".shape")!).backgroundImage.replace(/(rgba?|color)\([^)]*\)/g, "")),
  );
  for (const shape of shapes) expect(shape).toContain("gradient");
  const words = ["Offline", "Available", "Busy", "Busy", "Inactive", ...Array(5).fill("Busy"), ...Array(5).fill("Offline")];
  for (const [row, word] of words.entries()) await expect(editor.states.rows.nth(row).getByRole("gridcell").last()).toContainText(word);
  // Rows of different classes have different shapes, rows of one class the same.
  expect(new Set(shapes.slice(0, 3)).size).toBe(3);
  expect(new Set(shapes.slice(5, 10)).size).toBe(1);
  expect(shapes[4]).not.toBe(shapes[1]);
});

test.describe("keys", () => {
  test("one tab stop; arrows move, do not wrap, and leave the page where it is", async ({ editor }) => {
    await (await editor.states.cell(1, ID)).click();
    await editor.expectFocus(at(1));
    await editor.press("ArrowUp");
    await editor.expectFocus(at(1));
    await editor.press("ArrowDown", "ArrowDown");
    await editor.expectFocus(at(3));
    await editor.press("ArrowLeft");
    await editor.expectFocus(at(3, "Device state"));
    await editor.press("ArrowLeft", "ArrowLeft", "ArrowLeft");
    await editor.expectFocus(at(3, "#"));
    await editor.press("End");
    await editor.expectFocus(/^Aggregated states: 3, Shown as/);
    await editor.press("ArrowRight");
    await editor.expectFocus(/^Aggregated states: 3, Shown as/);
    await editor.press("Home");
    await editor.expectFocus(at(3, "#"));
    await editor.press("Control+End");
    await editor.expectFocus(/^Aggregated states: 15, Shown as/);
    await editor.press("ArrowDown");
    await editor.expectFocus(/^Aggregated states: 15, Shown as/);
    await editor.press("Control+Home");
    await editor.expectFocus(at(1, "#"));
    await editor.press("ArrowRight", "ArrowRight", "ArrowRight", "PageDown");
    await editor.expectFocus(at(11));
    await editor.press("PageUp");
    await editor.expectFocus(at(1));
    await editor.press("Control+ArrowDown");
    await editor.expectFocus(at(15));
    await editor.press("Control+ArrowUp");
    await editor.expectFocus(at(1));
    // The heads, which tell what their terms mean, are a stop of their own.
    const stops = editor.states.table.locator("td[tabindex='0']:visible, input:visible, textarea:visible");
    await expect(stops).toHaveCount(1);
  });

  test("tab leaves the grid and comes back to the cell it left", async ({ editor }) => {
    await (await editor.states.cell(9, ID)).click();
    await editor.press("Tab");
    expect(await editor.focus()).not.toMatch(/^(Aggregated states:|body)/);
    await editor.press("Shift+Tab");
    await editor.expectFocus(at(9));
    await editor.press("Shift+Tab");
    await editor.expectFocus("Aggregated states: head, Agent state");
    await editor.press("Shift+Tab");
    await editor.expectFocus("button: Copy aggregated-states");
  });

  test("agent and device states cannot be edited", async ({ editor }) => {
    for (const column of ["#", "Agent state", "Device state", "Shown as"]) {
      const cell = await editor.states.cell(3, column);
      await expect(cell).toHaveAttribute("aria-readonly", "true");
      await cell.click();
      await editor.press("Enter", "F2", "Delete", "Backspace", "Control+d", "x");
      await expect(editor.states.table.locator("input:visible, textarea:visible")).toHaveCount(0);
    }
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
  });

  test("typing replaces, Enter commits and goes down, Shift+Enter up", async ({ editor }) => {
    await editor.states.type(7, ID, "OOS");
    await editor.expectFocus(at(8));
    await expect(editor.options).toHaveValue(options({ 7: "OOS" }));
    await expect(await editor.states.cell(7, "Shown as")).toHaveText(/Offline/);
    await editor.states.type(7, ID, "IDLE_ACW", "Shift+Enter");
    await editor.expectFocus(at(6));
    await expect(editor.options).toHaveValue(options({ 7: "IDLE_ACW" }));
  });

  for (const key of ["Enter", "F2"]) {
    test(`${key} opens with the caret at the end, Escape leaves everything as it was`, async ({ editor, page }) => {
      await (await editor.states.cell(7, ID)).click();
      await editor.press(key);
      await page.keyboard.type("2");
      await expect(page.locator(":focus")).toHaveValue("INCALL2");
      await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
      await editor.press("Escape");
      await editor.expectFocus(at(7));
      await expect(await editor.states.cell(7, ID)).toHaveText("INCALL");
      await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
      await expect(editor.undo).toHaveAttribute("aria-disabled", "true");
    });
  }

  test("a double click opens; F2 and Ctrl+Enter commit and stay", async ({ editor, page }) => {
    const cell = await editor.states.cell(7, ID);
    await cell.dblclick();
    await page.keyboard.press("End");
    await page.keyboard.type("2");
    await editor.press("Control+Enter");
    await editor.expectFocus(at(7));
    await expect(cell).toContainText("INCALL2");
    await editor.press("F2");
    await page.keyboard.type("3");
    await editor.press("F2");
    await editor.expectFocus(at(7));
    await expect(editor.options).toHaveValue(options({ 7: "INCALL23" }));
    await editor.press("ArrowDown");
    await editor.expectFocus(at(8));
  });

  test("Tab while editing commits and goes right", async ({ editor }) => {
    await editor.states.type(7, ID, "OOS", "Tab");
    await editor.expectFocus(/^Aggregated states: 7, Shown as/);
    await expect(editor.options).toHaveValue(options({ 7: "OOS" }));
    await editor.states.type(8, ID, "OOS", "Shift+Tab");
    await editor.expectFocus(at(8, "Device state"));
    await expect(editor.options).toHaveValue(options({ 7: "OOS", 8: "OOS" }));
  });

  test("Delete and Backspace empty a row, Ctrl+D takes the ID above", async ({ editor }) => {
    const cell = await editor.states.cell(7, ID);
    await cell.click();
    await editor.press("Delete");
    await expect(cell).toContainText("not set");
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS.replace(" 7=INCALL,", ""));
    await editor.expectFocus(at(7));
    await editor.press("Control+z", "Backspace");
    await expect(cell).toContainText("not set");
    await expect(await editor.states.cell(7, "Shown as")).toContainText("Not set");
    await editor.press("Control+d");
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
    await editor.press("ArrowUp", "Control+d");
    await expect(editor.options).toHaveValue(options({ 6: "IDLE_AWAY" }));
  });

  test("keys of the browser and of other programs are left alone", async ({ editor, page }) => {
    await (await editor.states.cell(7, ID)).click();
    const kept = await page.evaluate(async () => {
      const keys: [string, KeyboardEventInit][] = [
        ["F5", {}],
        ["F12", {}],
        ["r", { ctrlKey: true }],
        ["p", { ctrlKey: true }],
        ["c", { ctrlKey: true }],
        ["v", { ctrlKey: true }],
        ["ArrowLeft", { altKey: true }],
        ["a", {}],
      ];
      return keys.filter(([key, more]) => {
        const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
        return !document.activeElement!.dispatchEvent(event);
      });
    });
    expect(kept).toEqual([]);
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
  });

  test("an ID can be copied, cut and pasted by the clipboard's own keys", async ({ editor, page }) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await (await editor.states.cell(11, ID)).click();
    await editor.press("Control+c");
    await (await editor.states.cell(7, ID)).click();
    await editor.press("Control+v", "Enter");
    await expect(editor.options).toHaveValue(options({ 7: "OOS" }));
    await (await editor.states.cell(1, ID)).click();
    await editor.press("Control+x");
    await expect(await editor.states.cell(1, ID)).toContainText("not set");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("IDLE_OUT");
  });
});

test.describe("suggestions", () => {
  test("an open cell lists the IDs in use with their class and their count", async ({ editor, page }) => {
    await (await editor.states.cell(7, ID)).click();
    await expect(suggestions(editor)).toHaveCount(0);
    await editor.press("Enter");
    await expect(suggestions(editor).filter({ hasText: "INCALL" })).toHaveText(/INCALL(?=.*Busy)(?=.*5 rows)/s);
    await expect(suggestions(editor).filter({ hasText: "IDLE_OUT" })).toHaveText(/IDLE_OUT(?=.*Offline)(?=.*1 row\b)/s);
    await expect(suggestions(editor)).toHaveCount(7);
    await expect(page.locator(":focus")).toHaveAttribute("aria-expanded", "true");
    await editor.press("Escape");
    await expect(suggestions(editor)).toHaveCount(0);
  });

  test("typing narrows them, case and underscores aside, and offers a new entry last", async ({ editor, page }) => {
    await editor.states.type(7, ID, "idleacw", null);
    await expect(suggestions(editor)).toHaveText([/IDLE_ACW/, /New entry\s*idleacw/]);
    await page.keyboard.press("Control+a");
    await page.keyboard.type("OOS");
    // What exists already is not offered as new.
    await expect(suggestions(editor)).toHaveText([/^\s*OOS(?=.*Offline)(?=.*5 rows)/s]);
  });

  test("a marked suggestion shows what it would come to before Enter takes it", async ({ editor, page }) => {
    const shown = await editor.states.cell(7, "Shown as");
    await editor.states.type(7, ID, "IDLE_A", null);
    await expect(shown).toContainText("on Enter");
    await expect(shown).toContainText("no entry IDLE_A");
    await editor.press("ArrowDown");
    const marked = suggestions(editor).and(page.locator("[aria-selected=true]"));
    await expect(marked).toHaveText(/IDLE_ACW/);
    await expect(page.locator(":focus")).toHaveAttribute("aria-activedescendant", (await marked.getAttribute("id"))!);
    await expect(shown).toHaveText(/Busy\s*I am in After Call Work, do not disturb me/);
    await expect(shown).toContainText("on Enter");
    await editor.press("ArrowDown");
    await expect(marked).toHaveText(/IDLE_AWAY/);
    await expect(shown).toHaveText(/Inactive/);
    // Nothing has happened to the text yet.
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
    await editor.press("Enter");
    await expect(editor.options).toHaveValue(options({ 7: "IDLE_AWAY" }));
    await expect(shown).not.toContainText("on Enter");
    await editor.expectFocus(at(8));
  });

  test("Escape with a marked suggestion keeps the ID", async ({ editor }) => {
    await editor.states.type(7, ID, "IDLE", null);
    await editor.press("ArrowDown", "ArrowDown", "Escape");
    await expect(await editor.states.cell(7, ID)).toHaveText("INCALL");
    await expect(await editor.states.cell(7, "Shown as")).toHaveText(/Working with customer/);
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
    await editor.expectFocus(at(7));
  });

  test("a click takes one", async ({ editor }) => {
    await editor.states.type(7, ID, "IDLE", null);
    await suggestions(editor).filter({ hasText: "IDLE_READY" }).click();
    await expect(editor.options).toHaveValue(options({ 7: "IDLE_READY" }));
    await editor.expectFocus(at(7));
  });

  test("a new ID alone changes the option; the new entry comes only if asked for, in one step", async ({ editor }) => {
    await editor.states.type(7, ID, "BUSY_READY");
    await expect(editor.options).toHaveValue(options({ 7: "BUSY_READY" }));
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
    await expect(await editor.states.cell(7, "Shown as")).toContainText("no entry BUSY_READY");

    await editor.states.type(8, ID, "BUSY_NOTREADY", null);
    await suggestions(editor).filter({ hasText: "New entry" }).click();
    await expect(editor.options).toHaveValue(options({ 7: "BUSY_READY", 8: "BUSY_NOTREADY" }));
    await expect(editor.xml).toHaveValue(/<agentState ID="BUSY_NOTREADY" availability="\d+">/);
    await expect(editor.texts.row("BUSY_NOTREADY")).toHaveCount(1);
    await editor.undo.click();
    await expect(editor.options).toHaveValue(options({ 7: "BUSY_READY" }));
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  });

  test("an ID with a comma is refused with the reason, and the cell stays open", async ({ editor, page }) => {
    await editor.states.type(7, ID, "A,B");
    await expect(editor.status).toContainText("comma");
    await expect(page.locator(":focus")).toHaveValue("A,B");
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
  });

  test("a refused ID gives way to the cell that is pressed, and the notice says why", async ({ editor, page }) => {
    await editor.states.type(7, ID, "A,B", null);
    await (await editor.states.cell(2, ID)).click();
    await expect(editor.status).toContainText("comma");
    await editor.expectFocus(`Aggregated states: 2, ${ID}`);
    await page.keyboard.type("OTHER");
    await editor.press("Enter");
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS.replace("2=IDLE_READY", "2=OTHER"));
  });

  test("the keys below the list say what Enter does", async ({ editor, page }) => {
    await editor.states.type(7, ID, "OO", null);
    await expect(page.locator(".suggest__keys")).toHaveText(/Enter.*take what is typed/);
    await editor.press("ArrowDown");
    await expect(page.locator(".suggest__keys")).toHaveText(/Enter.*take/);
  });

  test("the list is seen whole, also under the last rows", async ({ editor, page }) => {
    for (const row of [1, 7, 15]) {
      await (await editor.states.cell(row, ID)).click();
      await editor.press("Enter");
      const list = page.getByRole("listbox", { name: "Choices" });
      await expect(list).toBeInViewport({ ratio: 1 });
      // Nothing lies over its last line, and no ancestor cuts it off.
      const last = suggestions(editor).last();
      await last.scrollIntoViewIfNeeded();
      await last.click({ trial: true, timeout: 2000 });
      await editor.press("Escape");
    }
  });
});

test.describe("what belongs together", () => {
  /** The background an element is seen on: its own, or that of what it stands in. */
  const background = (locator: Locator) =>
    locator.evaluate((element) => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const colour = getComputedStyle(at).backgroundColor;
        if (colour !== "rgba(0, 0, 0, 0)") return colour;
      }
      return "none";
    });

  test("an ID in focus tints its rows, its entry and its lines in the XML", async ({ editor, page }) => {
    await (await editor.states.cell(7, ID)).click();
    const plain = await background(await editor.states.cell(1, "Agent state"));
    for (const row of [6, 8, 9, 10]) {
      expect(await background(await editor.states.cell(row, "Agent state")), `row ${row}`).not.toBe(plain);
    }
    expect(await background(await editor.states.cell(11, "Agent state"))).toBe(plain);
    const text = (id: string) => editor.texts.cell(id, "French");
    expect(await background(await text("INCALL"))).not.toBe(await background(await text("OOS")));
    const line = (words: string) => page.locator(".source__line").filter({ hasText: words }).first();
    const plainLine = await background(line('ID="OOS"'));
    for (const words of ['ID="INCALL"', "Estoy trabajando", "En travaillant"]) {
      expect(await background(line(words)), words).not.toBe(plainLine);
    }
    expect(await background(line('ID="IDLE_AWAY"'))).toBe(plainLine);
  });

  test("an entry in focus tints the rows that come to it, and the preview follows", async ({ editor }) => {
    await (await editor.texts.cell("OOS", "Availability")).click();
    const plain = await background(await editor.states.cell(1, "Agent state"));
    expect(await background(await editor.states.cell(13, "Agent state"))).not.toBe(plain);
    await expect(editor.region("Preview")).toContainText("The device is out of service");
  });

  test("the caret in the XML tints the rows of its entry and keeps the focus", async ({ editor, page }) => {
    const plain = await background(await editor.states.cell(3, "Agent state"));
    const inside = EXAMPLE_XML.indexOf("Estoy");
    await editor.xml.click();
    await editor.xml.evaluate((area: HTMLTextAreaElement, offset) => area.setSelectionRange(offset, offset), inside);
    await page.keyboard.press("ArrowRight");
    await expect.poll(async () => background(await editor.states.cell(8, "Agent state"))).not.toBe(plain);
    expect(await background(await editor.states.cell(3, "Agent state"))).toBe(plain);
    await expect(editor.region("Preview")).toContainText("Working with customer");
    await expect(editor.xml).toBeFocused();
    expect(await editor.xml.evaluate((area: HTMLTextAreaElement) => area.selectionEnd)).toBe(inside + 1);
  });

  test("of two entries with one ID, the one in focus is the one that is edited", async ({ editor }) => {
    const twice = EXAMPLE_XML.replace("</agentStates>", '  <agentState ID="INCALL" availability="6500">\n  </agentState>\n</agentStates>');
    await editor.fillXml(twice);
    await expect(editor.texts.row("INCALL")).toHaveCount(2);
    await (await editor.texts.cellAt(7, "Availability")).click();
    await editor.page.keyboard.type("9500");
    await editor.press("Enter");
    await expect(editor.xml).toHaveValue(twice.replace('"6500"', '"9500"'));
  });
});

test.describe("5 x 3", () => {
  const pair = (editor: Screen, device: number, agent: number) => editor.states.rows.nth(device).getByRole("gridcell").nth(agent);

  test.beforeEach(async ({ editor, page }) => {
    await page.getByRole("radio", { name: "5 × 3" }).check({ force: true });
    await expect(editor.states.rows).toHaveCount(3);
  });

  test("shows the same fifteen: devices down, agents across", async ({ editor }) => {
    await expect(editor.states.heads).toHaveText(["Device state", ...AGENTS]);
    await expect(editor.states.table.getByRole("rowheader")).toHaveText(DEVICES);
    for (const [index, id] of IDS.entries()) {
      await expect(pair(editor, Math.floor(index / 5), index % 5)).toContainText(id);
    }
    await expect(pair(editor, 1, 1)).toContainText("Busy");
    await expect(pair(editor, 1, 1)).toContainText("Working with customer");
  });

  test("is edited like the rows, with suggestions and undo", async ({ editor, page }) => {
    await pair(editor, 1, 1).click();
    await page.keyboard.type("oo");
    await editor.press("ArrowDown");
    await expect(pair(editor, 1, 1)).toContainText("on Enter");
    await expect(pair(editor, 1, 1)).toContainText("Offline");
    await editor.press("Enter");
    await expect(editor.options).toHaveValue(options({ 7: "OOS" }));
    await editor.expectFocus("Aggregated states: OOS, Ready");
    await editor.press("ArrowUp", "ArrowUp", "ArrowUp");
    await editor.expectFocus("Aggregated states: Idle, Ready");
    await editor.press("Control+z");
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
    await editor.expectFocus("Aggregated states: Busy, Ready");
  });

  test("keeps what is selected when the view changes, and Tab while editing goes on with the next pair", async ({ editor, page }) => {
    await pair(editor, 1, 3).click();
    await page.keyboard.type("OOS");
    await editor.press("Tab");
    await expect(editor.options).toHaveValue(options({ 9: "OOS" }));
    await editor.expectFocus("Aggregated states: Busy, Walk_Away");
    await editor.press("Escape");
    await page.getByRole("radio", { name: "Rows" }).check({ force: true });
    await expect(editor.states.rows).toHaveCount(15);
    await expect(page.getByRole("radio", { name: "Rows" })).toBeFocused();
    await editor.press("Tab", "Tab", "Tab");
    await editor.expectFocus(/^Aggregated states: 10,/);
  });
});

test("a preset says first what becomes of the rows and the entries, and is one step", async ({ editor, page }) => {
  await editor.button("Presets").click();
  await page.getByRole("menuitem", { name: /^One ID for each row/ }).click();
  const dialog = editor.dialog("Preset");
  await expect(dialog.getByRole("row").filter({ hasText: "BUSY_READY" })).toContainText("as now");
  await expect(dialog.getByRole("region", { name: "Entries" })).toContainText("copies of INCALL");
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
  await dialog.getByRole("button", { name: "Apply" }).click();
  await expect(await editor.states.cell(7, ID)).toContainText("BUSY_READY");
  await expect(await editor.states.cell(7, "Shown as")).toContainText("Working with customer, do not disturb");
  await editor.press("Control+z");
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
});

test("a term says what it means to the pointer and to the keyboard, until Escape", async ({ editor, page }) => {
  const tip = page.getByRole("tooltip");
  await editor.states.head("Device state").hover();
  await expect(tip).toContainText("Idle, Busy or OOS");
  // The pointer may go on to the words.
  await tip.hover();
  await expect(tip).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(tip).toBeHidden();
  await editor.button("Copy aggregated-states").focus();
  await editor.press("Tab", "ArrowRight", "ArrowRight");
  await editor.expectFocus("Aggregated states: head, Aggregated state ID");
  await expect(tip).toContainText("INCALL");
  await editor.press("Escape");
  await expect(tip).toBeHidden();
  await editor.expectFocus("Aggregated states: head, Aggregated state ID");
});

test("hints come one after the other on the example, and each goes for good", async ({ editor, page }) => {
  // Where a head has no room for one in a line, there is none.
  await page.setViewportSize({ width: 1440, height: 900 });
  const hint = page.getByRole("note");
  await expect(hint).toHaveText(/^Type to change an ID/);
  await editor.states.type(7, ID, "OOS");
  await expect(hint).toHaveText(/^Follows each edit/);
  await expect(editor.region("XML source").getByRole("note")).toHaveCount(1);
  await hint.getByRole("button", { name: "Dismiss this hint" }).click();
  await expect(hint).toHaveText(/^Fix these/);
  await editor.expectKept();
  await page.reload();
  await expect(hint).toHaveText(/^Fix these/);
  await editor.problemsOf("blank-around").first().getByRole("button", { name: "Trim" }).click();
  await expect(hint).toHaveCount(0);
});

for (const view of ["Rows", "5 × 3"]) {
  test(`the cell one is in has a frame, also under no pointer: ${view}`, async ({ editor, page }) => {
    await page.getByRole("radio", { name: view }).check({ force: true });
    const table = editor.region("Aggregated states").getByRole("grid");
    await table.getByRole("gridcell").filter({ hasText: "INCALL" }).first().click();
    await editor.press("ArrowDown");
    await page.mouse.move(1, 1);
    const frame = await table.locator(".cell--active").evaluate((cell) => [getComputedStyle(cell).outlineStyle, getComputedStyle(cell).outlineWidth]);
    expect(frame).toEqual(["solid", "2px"]);
  });
}

for (const [width, height] of [[1440, 900], [1920, 1080], [1280, 800], [720, 450]] as const) {
  test(`the IDs are whole, and what colleagues see has the most room, at ${width} x ${height}`, async ({ editor, page }) => {
    await page.setViewportSize({ width, height });
    if (width < 900) await editor.bring("Aggregated states");
    const cut = await page.locator(".states__id code").evaluateAll((all) => all.filter((code) => code.scrollWidth > code.clientWidth + 1 && code.clientWidth !== 0 || code.parentElement!.scrollWidth > code.parentElement!.clientWidth).length);
    expect(cut).toBe(0);
    const widths = await page.locator(".states__row").nth(1).locator("td").evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().width));
    expect(Math.max(...widths)).toBe(widths[4]);
    expect(await page.locator(".shown__text").first().evaluate((text) => text.getBoundingClientRect().width)).toBeGreaterThanOrEqual(200);
  });
}
