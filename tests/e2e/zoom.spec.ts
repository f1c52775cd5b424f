// At 400 % zoom, a window of 1440 x 900 has 360 x 225 CSS pixels. What has the focus is seen, whole, with nothing over it.

import { EXAMPLE_XML, expect, test, type Screen } from "./screen";

test.use({ viewport: { width: 360, height: 225 }, deviceScaleFactor: 4 });

/** What is wrong with how the focused cell or control is seen; nothing, if all is well. */
async function hidden(editor: Screen): Promise<string | null> {
  const fault = await editor.page.evaluate(() => {
    const focused = document.activeElement!;
    const seen = focused.closest("[role=gridcell], [role=rowheader], [role=columnheader], label") ?? focused;
    const whole = seen.getBoundingClientRect();
    // A text area scrolls by itself: its first lines, where the caret is, count.
    const box = seen instanceof HTMLTextAreaElement ? new DOMRect(whole.x, whole.y, whole.width, 30) : whole;
    // What is larger than the window is seen where it begins.
    const right = Math.min(box.right, box.left + innerWidth);
    const bottom = Math.min(box.bottom, box.top + innerHeight);
    const round = (value: number) => Math.round(value * 10) / 10;
    const where = `${round(box.left)},${round(box.top)} to ${round(box.right)},${round(box.bottom)}`;
    const fits = box.width <= innerWidth && box.height <= innerHeight;
    if (fits && (box.left < -1 || box.top < -1 || innerWidth + 1 < right || innerHeight + 1 < bottom)) return `outside the window: ${where}`;
    for (const x of [0.04, 0.5, 0.96]) {
      for (const y of [0.1, 0.5, 0.9]) {
        const [left, top] = [Math.max(0, box.left), Math.max(0, box.top)];
        const point = [left + (Math.min(right, innerWidth) - left) * x, top + (Math.min(bottom, innerHeight) - top) * y] as const;
        const hit = document.elementFromPoint(...point);
        if (!hit || !(seen.contains(hit) || hit.contains(seen) && hit.closest("table") === seen.closest("table"))) {
          return `${where} is covered at ${point.map(round)} by ${hit?.tagName} .${hit?.className}`;
        }
      }
    }
    return null;
  });
  return fault && `${await editor.focus()}: ${fault}`;
}

test("the page scrolls in one direction only", async ({ editor, page }) => {
  const wider = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await wider()).toBe(0);
  await page.getByRole("radio", { name: "5 × 3" }).check({ force: true });
  expect(await wider()).toBe(0);
  await editor.show("Options");
  expect(await wider()).toBe(0);
});

test("nothing covers the focused cell of the fifteen rows", async ({ editor }) => {
  await (await editor.states.cell(1, "Aggregated state ID")).click();
  const faults = [];
  for (const [key, count] of [["ArrowDown", 14], ["ArrowRight", 1], ["ArrowUp", 14], ["Home", 1], ["ArrowDown", 14], ["Control+Home", 1]] as const) {
    for (let step = 0; step < count; step += 1) {
      await editor.press(key);
      faults.push(await hidden(editor));
    }
  }
  expect(faults.filter(Boolean)).toEqual([]);
});

test("nothing covers the focused cell of the translations, down, across and back", async ({ editor }) => {
  await editor.bring("Translations");
  await editor.addLanguages("1031, 1037, 1041");
  await (await editor.texts.cell("IDLE_OUT", "English")).click();
  const faults = [];
  const walk = [["Control+Home", 1], ["ArrowRight", 8], ["ArrowDown", 7], ["ArrowLeft", 8], ["ArrowUp", 7], ["Control+End", 1], ["Control+ArrowUp", 1], ["ArrowDown", 1]] as const;
  for (const [key, count] of walk) {
    for (let step = 0; step < count; step += 1) {
      await editor.press(key);
      faults.push(await hidden(editor));
    }
  }
  expect(faults.filter(Boolean)).toEqual([]);
});

test("nothing covers the focused pair of 5 x 3", async ({ editor, page }) => {
  await page.getByRole("radio", { name: "5 × 3" }).check({ force: true });
  await editor.states.rows.nth(0).getByRole("gridcell").nth(0).click();
  const faults = [];
  for (const [key, count] of [["ArrowRight", 4], ["ArrowDown", 2], ["ArrowLeft", 5], ["ArrowUp", 2]] as const) {
    for (let step = 0; step < count; step += 1) {
      await editor.press(key);
      faults.push(await hidden(editor));
    }
  }
  expect(faults.filter(Boolean)).toEqual([]);
});

// One panel is in front of the others there: the way leads through the bar, the tabs and that panel.
for (const [panel, last] of [
  ["Aggregated states", /^Aggregated states: /],
  ["Translations", /^Translations: /],
  ["Preview", /^button: All 4 languages/],
  ["XML source", /^textarea: agentStates XML/],
] as const) {
  test(`nothing covers a control that Tab comes to on the way through ${panel}`, async ({ editor }) => {
    await editor.bring(panel);
    await editor.page.getByRole("heading", { level: 1 }).click();
    const faults = [];
    for (let stop = 0; stop < 30 && !last.test(await editor.focus()); stop += 1) {
      await editor.press("Tab");
      faults.push(await hidden(editor));
    }
    await editor.expectFocus(last);
    expect(faults.filter(Boolean)).toEqual([]);
  });
}

test("a cell is edited in sight, with its suggestions within reach", async ({ editor, page }) => {
  for (const row of [1, 8, 15]) {
    await (await editor.states.cell(row, "Aggregated state ID")).click();
    await editor.press("Enter", "ArrowDown");
    expect(await hidden(editor)).toBeNull();
    const marked = page.getByRole("listbox", { name: "Choices" }).getByRole("option", { selected: true });
    await expect(marked).toBeInViewport({ ratio: 1 });
    await editor.press("ArrowUp", "ArrowUp");
    await expect(marked).toHaveText(/OOS/);
    await expect(marked).toBeInViewport({ ratio: 1 });
    await editor.press("Escape");
  }
  await editor.bring("Translations");
  await editor.texts.type("OOS", "French", "Hors service", null);
  await expect(page.locator(":focus")).toBeInViewport({ ratio: 1 });
  // Whose text it is stays in sight.
  await expect(editor.texts.row("OOS").getByRole("rowheader")).toBeInViewport({ ratio: 1 });
  await editor.press("Enter");
  await expect(editor.xml).toHaveValue(/<activity LCID="1036">Hors service<\/activity>/);
});

test("dialogs are used whole: their fields and buttons come into view", async ({ editor, page }) => {
  await editor.bring("Translations");
  await editor.button("Add language").click();
  await expect(editor.dialog("Add language").getByRole("heading", { name: "Add language" })).toBeInViewport({ ratio: 1 });
  await page.keyboard.type("1031");
  const dialog = editor.dialog("Add language");
  await expect(dialog.getByRole("combobox", { name: "Language" })).toBeInViewport({ ratio: 1 });
  await dialog.getByRole("button", { name: "Add German (Germany)" }).click();
  await expect(editor.texts.head("German (Germany)")).toHaveCount(1);
  await editor.button(/^Export/).click();
  await editor.dialog("Export").getByRole("button", { name: "Download XML" }).scrollIntoViewIfNeeded();
  await expect(editor.dialog("Export").getByRole("button", { name: "Download XML" })).toBeInViewport({ ratio: 1 });
  await editor.dialog("Export").getByRole("button", { name: "Close" }).click();
});

test("nothing covers a control of the problems that Tab comes to", async ({ editor }) => {
  await editor.states.type(4, "Aggregated state ID", "IDLE_AWC");
  await editor.bring("Problems");
  await editor.panels.getByRole("tab", { name: "Problems" }).focus();
  const faults = [];
  for (let stop = 0; stop < 40 && (await editor.focus()) !== "button: More for idle-class at line 15, column 44"; stop += 1) {
    await editor.press("Tab");
    faults.push(await hidden(editor));
  }
  await editor.expectFocus("button: More for idle-class at line 15, column 44");
  expect(faults.filter(Boolean)).toEqual([]);
});

test("F8 brings each problem into view, in its pane and in its cell", async ({ editor }) => {
  for (const text of ["IDLE_OUT", " I am available ", " I am not available ", "4501"]) {
    await editor.press("F8");
    await expect(editor.xml).toBeFocused();
    expect(await editor.selected()).toContain(text);
    await expect(editor.region("XML source").locator("[data-severity], .source__line").filter({ hasText: text.trim() }).first()).toBeInViewport();
  }
  await editor.bring("Translations");
  await (await editor.texts.cell("OOS", "English")).click();
  await editor.press("F8", "F8");
  await editor.expectFocus("Translations: IDLE_READY, English (United States)");
  expect(await hidden(editor)).toBeNull();
});

test("menus, previews and explanations of problems are used whole", async ({ editor, page }) => {
  await editor.bring("Problems");
  await editor.problemsOf("blank-around").first().getByRole("button", { name: /^More for/ }).click();
  for (const item of await page.getByRole("menuitem").all()) await expect(item).toBeInViewport({ ratio: 1 });
  await page.getByRole("menuitem", { name: /^Fix all 2/ }).click();
  const fixes = editor.dialog("Fixes");
  for (const name of ["Cancel", "Apply"]) {
    await fixes.getByRole("button", { name }).scrollIntoViewIfNeeded();
    await expect(fixes.getByRole("button", { name })).toBeInViewport({ ratio: 1 });
  }
  await editor.press("Escape");
  await editor.button("idle-class").click();
  const why = editor.dialog("Why");
  await why.getByRole("region", { name: "Example" }).scrollIntoViewIfNeeded();
  await expect(why.getByRole("region", { name: "Example" })).toBeInViewport();
  await why.getByRole("button", { name: "Close" }).last().scrollIntoViewIfNeeded();
  await expect(why.getByRole("button", { name: "Close" }).last()).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
});

test("undo brings what changed into view", async ({ editor }) => {
  await editor.states.type(15, "Aggregated state ID", "IDLE_OUT");
  await (await editor.states.cell(1, "Aggregated state ID")).click();
  await editor.press("Control+z");
  await editor.expectFocus("Aggregated states: 15, Aggregated state ID");
  expect(await hidden(editor)).toBeNull();
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
});
