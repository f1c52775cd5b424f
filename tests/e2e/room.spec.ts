// The room of the panels: borders that are moved, panels that are folded, tabs where there is room for one.

import { expect, test, type Screen } from "./screen";

const SOURCE = "Width of the XML source";
const STATES = "Height of the aggregated states";
const PROBLEMS = "Height of the problems";

function border(editor: Screen, name: string) {
  return editor.page.getByRole("separator", { name, exact: true });
}

async function value(editor: Screen, name: string): Promise<number> {
  return Number(await border(editor, name).getAttribute("aria-valuenow"));
}

async function drag(editor: Screen, name: string, across: number, down: number) {
  const box = (await border(editor, name).boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await editor.page.mouse.move(x, y);
  await editor.page.mouse.down();
  await editor.page.mouse.move(x + across / 2, y + down / 2);
  await editor.page.mouse.move(x + across, y + down);
  await editor.page.mouse.up();
}

test("a border is dragged, remembered over a reload, and goes back by a double click", async ({ editor, page }) => {
  const first = { source: await value(editor, SOURCE), states: await value(editor, STATES), problems: await value(editor, PROBLEMS) };
  await drag(editor, SOURCE, -100, 0);
  await drag(editor, STATES, 0, -100);
  await drag(editor, PROBLEMS, 0, -60);
  await expect.poll(() => value(editor, SOURCE)).toBe(first.source + 100);
  // Whole rows.
  await expect.poll(() => value(editor, STATES)).toBe(first.states - 96);
  await expect.poll(() => value(editor, PROBLEMS)).toBe(first.problems + 60);
  expect((await editor.region("XML source").boundingBox())!.width).toBe(first.source + 100);
  await editor.expectKept();
  await page.reload();
  await expect(editor.states.table).toBeVisible();
  await expect.poll(() => value(editor, SOURCE)).toBe(first.source + 100);
  await expect.poll(() => value(editor, STATES)).toBe(first.states - 96);
  for (const name of [SOURCE, STATES, PROBLEMS]) await border(editor, name).dblclick();
  await expect.poll(() => value(editor, SOURCE)).toBe(first.source);
  await expect.poll(() => value(editor, STATES)).toBe(first.states);
  await expect.poll(() => value(editor, PROBLEMS)).toBe(first.problems);
});

test("a border is moved by keys, to its ends and back", async ({ editor, page }) => {
  await border(editor, SOURCE).focus();
  const first = await value(editor, SOURCE);
  await editor.press("ArrowLeft");
  await expect.poll(() => value(editor, SOURCE)).toBe(first + 16);
  await editor.press("Shift+ArrowRight");
  await expect.poll(() => value(editor, SOURCE)).toBe(first - 48);
  for (const [key, end] of [["Home", "aria-valuemin"], ["End", "aria-valuemax"]] as const) {
    await editor.press(key);
    await expect.poll(async () => String(await value(editor, SOURCE))).toBe(await border(editor, SOURCE).getAttribute(end));
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  }
  await editor.press("Enter");
  await expect.poll(() => value(editor, SOURCE)).toBe(first);
  await editor.expectFocus(`separator: ${SOURCE}`);
});

test("a cell out of sight in rows that scroll is opened in sight, with its list", async ({ editor, page }) => {
  await border(editor, STATES).focus();
  await editor.press("Home");
  await (await editor.states.cell(1, "Aggregated state ID")).click();
  await editor.press("Control+End", "ArrowLeft", "Enter", "ArrowDown");
  await expect(await editor.states.cell(15, "Aggregated state ID")).toBeInViewport({ ratio: 0.9 });
  await expect(page.getByRole("listbox", { name: "Choices" }).getByRole("option", { selected: true })).toBeInViewport({ ratio: 1 });
});

test("no fix moves the border between the XML and the problems", async ({ editor }) => {
  const height = async () => (await editor.region("XML source").boundingBox())!.height;
  const before = await height();
  await editor.problemsOf("blank-around").first().getByRole("button", { name: "Trim" }).click();
  await expect(editor.problemsOf("blank-around")).toHaveCount(1);
  expect(await height()).toBe(before);
  await editor.problemsOf("blank-around").first().getByRole("button", { name: "Trim" }).click();
  await expect(editor.problemsOf("blank-around")).toHaveCount(0);
  expect(await height()).toBe(before);
});

test("a panel folds to its head, stays so over a reload, and unfolds where it is needed", async ({ editor, page }) => {
  for (const name of ["the preview", "the texts", "the problems"]) {
    const fold = editor.button(`All of ${name}`);
    await expect(fold).toHaveAttribute("aria-expanded", "true");
    await fold.click();
    await expect(fold).toHaveAttribute("aria-expanded", "false");
  }
  await expect(editor.xml).toBeHidden();
  await expect(editor.problems().first()).toBeHidden();
  await expect(page.getByRole("combobox", { name: "Viewer language" })).toBeHidden();
  await expect(editor.region("Preview")).toContainText("Logged out");
  await page.reload();
  await expect(editor.states.table).toBeVisible();
  await expect(editor.xml).toBeHidden();
  await editor.press("F8");
  await expect(editor.xml).toBeVisible();
  await editor.expectFocus("textarea: agentStates XML");
  await expect(editor.problems().first()).toBeHidden();
});

test("it works where the browser remembers nothing", async ({ editor, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("refused", "SecurityError"); } });
  });
  await page.reload();
  await expect(editor.states.table).toBeVisible();
  const first = await value(editor, SOURCE);
  await drag(editor, SOURCE, -50, 0);
  await expect.poll(() => value(editor, SOURCE)).toBe(first + 50);
  await editor.button("All of the problems").click();
  await expect(editor.problems().first()).toBeHidden();
});

test.describe("where there is room for one panel", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("tabs show one at a time, and follow the keys of a tab list", async ({ editor }) => {
    await expect(editor.region("Translations")).toBeHidden();
    await editor.panels.getByRole("tab", { name: "Aggregated states" }).focus();
    await editor.press("ArrowRight");
    await editor.expectFocus("tab: Translations");
    await expect(editor.region("Translations")).toBeVisible();
    await expect(editor.region("Aggregated states")).toBeHidden();
    await editor.press("ArrowLeft", "ArrowLeft");
    await editor.expectFocus("tab: Problems");
    await expect(editor.region("Problems")).toBeVisible();
  });

  test("dialogs and menus open over whatever tab is in front, and the tab comes back", async ({ editor, page }) => {
    await editor.bring("XML source");
    await editor.xml.focus();
    await editor.press("Control+k");
    await page.keyboard.type("add entry");
    await editor.press("Enter");
    await expect(page.getByRole("dialog", { name: "Add entry" })).toBeVisible();
    await editor.press("Escape");
    await expect(editor.xml).toBeVisible();
    await editor.expectFocus("textarea: agentStates XML");
    await editor.bring("Translations");
    await (await editor.texts.cell("IDLE_READY", "English")).click();
    await editor.press("Control+.");
    await expect(page.getByRole("menu")).toBeVisible();
    await expect(editor.region("Translations")).toBeVisible();
  });

  test("F6 reaches the panels behind their tabs", async ({ editor }) => {
    await editor.states.table.locator("[data-row='0']").first().click();
    const seen: string[] = [];
    for (let step = 0; step < 7; step += 1) {
      await editor.press("F6");
      seen.push(await editor.panels.getByRole("tab", { selected: true }).innerText());
    }
    for (const name of [/Preview/, /states/i, /Translations/, /XML/, /Problems/]) expect(seen.join(" | ")).toMatch(name);
  });

  test("a place in the XML and a problem's cell bring their tab to the front", async ({ editor }) => {
    await editor.press("F8");
    await expect(editor.xml).toBeVisible();
    await editor.expectFocus("textarea: agentStates XML");
    await editor.bring("Problems");
    await editor.button("line 10, column 27").click();
    await editor.expectFocus("textarea: agentStates XML");
    await expect(editor.xml).toBeVisible();
    await editor.bring("Translations");
    await (await editor.texts.cell("IDLE_OUT", "English")).click();
    await editor.press("F8");
    await expect(editor.region("Translations")).toBeVisible();
    await editor.expectFocus(/^Translations: /);
  });
});

test("in pull mode the ranges have a border, and panels fold", async ({ editor, page }) => {
  await editor.page.getByRole("radio", { name: "Pull" }).or(editor.page.getByText("Pull", { exact: true })).first().click();
  const border = page.getByRole("separator", { name: "Width of the ranges" });
  await expect(border).toBeVisible();
  const first = Number(await border.getAttribute("aria-valuenow"));
  await border.focus();
  await editor.press("ArrowRight");
  await expect(border).toHaveAttribute("aria-valuenow", String(first + 16));
  await editor.press("Enter");
  await expect(border).toHaveAttribute("aria-valuenow", String(first));
  await editor.button("All of the problems").click();
  await expect(editor.problems().first()).toBeHidden();
});

test.describe("where the panels stand one below the other", () => {
  test.use({ viewport: { width: 1024, height: 768 } });

  test("the problems at the foot of the window have a border", async ({ editor, page }) => {
    const border = page.getByRole("separator", { name: "Height of the problems" });
    await expect(border).toBeVisible();
    const first = Number(await border.getAttribute("aria-valuenow"));
    await border.focus();
    await editor.press("ArrowUp");
    await expect(border).toHaveAttribute("aria-valuenow", String(first + 16));
    const box = await editor.region("Problems").boundingBox();
    expect(Math.abs(box!.y + box!.height - 768)).toBeLessThan(2);
  });
});
