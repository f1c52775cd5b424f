// What stands on the page is whole, and in its place: measures of the bar, of the tabs and of what opens over the page.

import { expect, test, type Screen } from "./screen";

const SIZES = [[1920, 1080], [1440, 900], [1280, 800], [1024, 768], [720, 450], [390, 844], [360, 225]] as const;

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The boxes of what selectors find, where it is shown. */
function boxes(editor: Screen, selectors: string[]): Promise<(Box | null)[]> {
  return editor.page.evaluate((selectors) => {
    const box = (selector: string) => {
      const bounds = document.querySelector(selector)?.getBoundingClientRect();
      return bounds && 1 < bounds.width ? { left: bounds.left, top: bounds.top, right: bounds.right, bottom: bounds.bottom } : null;
    };
    return selectors.map(box);
  }, selectors);
}

const meet = (one: Box, other: Box) =>
  one.left < other.right - 0.5 && other.left < one.right - 0.5 && one.top < other.bottom - 0.5 && other.top < one.bottom - 0.5;

test.describe("the bar", () => {
  for (const [width, height] of SIZES) {
    test(`at ${width} x ${height}: nothing lies on another thing, and what is said is whole`, async ({ editor, page }) => {
      await page.setViewportSize({ width, height });
      await page.getByRole("radio", { name: "Pull" }).check({ force: true });
      await expect(editor.status).toHaveText("Pull mode; 1 error, 1 note");
      const parts = [".profiles", ".bar .segments", ".bar__pages", ".notice__text", ".kept", ".bar__actions"];
      const found = await boxes(editor, parts);
      for (const [at, one] of found.entries()) {
        expect(one, parts[at]).not.toBeNull();
        expect(one!.left, parts[at]).toBeGreaterThanOrEqual(0);
        expect(one!.right, parts[at]).toBeLessThanOrEqual(width);
        for (const [other, box] of found.entries()) {
          if (at < other) expect(meet(one!, box!), `${parts[at]} lies on ${parts[other]}`).toBe(false);
        }
      }
      const cut = await page.locator(".notice__text").evaluate((said) => said.scrollHeight - said.clientHeight);
      expect(cut, "what is said is cut").toBeLessThanOrEqual(0);
      const name = page.locator(".profiles__name");
      expect(await name.evaluate((name) => name.scrollWidth - name.clientWidth), "Presence is cut").toBeLessThanOrEqual(0);
      expect((await page.locator(".bar").boundingBox())!.height).toBeLessThanOrEqual(110);
    });
  }

  for (const width of [1920, 1440, 1280, 1024]) {
    test(`at ${width}: the longest of what is said of a file is whole`, async ({ editor, page }) => {
      await page.setViewportSize({ width, height: 900 });
      await (await editor.texts.cell("OOS", "French (France)")).click();
      const said = page.locator(".notice__text");
      const cut = () => said.evaluate((said) => said.scrollHeight - said.clientHeight);
      const downloading = page.waitForEvent("download");
      await editor.takeFromHead("French (France)", "CSV for translators");
      await downloading;
      await expect(said).toContainText("Import takes it back");
      expect(await cut()).toBeLessThanOrEqual(0);
      const bar = (await page.locator(".bar").boundingBox())!;
      const box = (await said.boundingBox())!;
      expect(box.y).toBeGreaterThanOrEqual(bar.y);
      expect(box.y + box.height).toBeLessThanOrEqual(bar.y + bar.height);
      await (await editor.texts.cell("OOS", "ID")).click();
      await page.keyboard.type("IDLE_AWAY");
      await page.keyboard.press("Enter");
      await expect(said).toContainText("two entries with one ID would contradict each other");
      expect(await cut()).toBeLessThanOrEqual(0);
    });
  }

  test("what is said goes in its time, and leaves all else where it is", async ({ editor, page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const bar = async () => (await page.locator(".bar").boundingBox())!.height;
    const before = await bar();
    await editor.bring("Aggregated states");
    await editor.states.type(1, "Aggregated state ID", "OOS");
    await expect(page.locator(".notice__text")).toHaveText(/^Row 1 set/);
    expect((await page.locator(".notice__text").boundingBox())!.width).toBeGreaterThan(50);
    expect(await bar()).toBe(before);
    await page.mouse.move(5, 500);
    await expect.poll(async () => (await page.locator(".notice__text").boundingBox())!.width, { timeout: 13_000 }).toBe(1);
    expect(await bar()).toBe(before);
  });
});

test("tabs stay in their places when one of them is chosen", async ({ editor, page }) => {
  const tabs = page.getByRole("tablist", { name: "Pages" }).getByRole("tab");
  const places = async () => Promise.all((await tabs.all()).map(async (tab) => (await tab.boundingBox())!.x));
  const before = await places();
  for (const name of ["Assignment", "Go live", "Editor"]) {
    await page.getByRole("tab", { name }).click();
    expect(await places()).toEqual(before);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  const panels = editor.panels.getByRole("tab");
  const before390 = await Promise.all((await panels.all()).map(async (tab) => (await tab.boundingBox())!.x));
  await panels.last().click();
  expect(await Promise.all((await panels.all()).map(async (tab) => (await tab.boundingBox())!.x))).toEqual(before390);
});

test("Add language keeps its field where it is, ends with a whole row, and counts what it adds", async ({ editor, page }) => {
  await editor.button("Add language").click();
  const dialog = editor.dialog("Add language");
  const field = dialog.getByRole("combobox", { name: "Language" });
  const add = dialog.getByRole("button", { name: /^Add/ });
  const before = await field.boundingBox();
  const cut = await page.getByRole("listbox", { name: "Languages" }).evaluate((list) => {
    const foot = list.getBoundingClientRect().bottom;
    return [...list.children].filter((row) => row.getBoundingClientRect().top < foot - 1 && foot + 1 < row.getBoundingClientRect().bottom).length;
  });
  expect(cut, "rows that are cut").toBe(0);
  for (const [text, words] of [["ger", "Add German (Germany)"], ["zzzz", "Add"], ["1031, 1040", "Add 2 languages"], ["1031, 1036", "Add German (Germany)"]]) {
    await field.fill(text);
    await expect(add).toHaveText(words);
    expect(await field.boundingBox()).toEqual(before);
  }
  await expect(dialog).toContainText("French (France) has a column already");
});

test("a preset is read row by row, with no name broken", async ({ editor, page }) => {
  await editor.button("Presets").click();
  await page.getByRole("menuitem").first().click();
  const heights = await editor.dialog("Preset").locator("tbody tr").evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
  expect(heights).toHaveLength(15);
  for (const height of heights) expect(height).toBeLessThan(27);
});

test("export opens at its beginning, however low the window", async ({ editor, page }) => {
  for (const [width, height] of [[720, 450], [360, 225]]) {
    await page.setViewportSize({ width, height });
    await editor.button(/^Export/).click();
    await expect(editor.dialog("Export").getByRole("heading", { name: "Export" })).toBeFocused();
    await expect(editor.dialog("Export").getByRole("heading", { name: "service-type" })).toBeInViewport({ ratio: 1 });
    expect((await editor.dialog("Export").getByRole("heading", { name: "Export" }).boundingBox())!.height).toBeLessThan(30);
    await editor.press("Escape");
  }
});

test("the profiles stay in their box, however low the window", async ({ editor, page }) => {
  await page.setViewportSize({ width: 360, height: 225 });
  await page.locator("#profiles-open").click();
  const picker = page.getByRole("dialog", { name: "Profiles" });
  const outside = await picker.evaluate((box) => {
    const bounds = box.getBoundingClientRect();
    return [bounds.bottom <= innerHeight, getComputedStyle(box).overflowY, box.scrollWidth - box.clientWidth];
  });
  expect(outside).toEqual([true, "auto", 0]);
  const copy = picker.getByRole("button", { name: /^Copy profile/ });
  await copy.scrollIntoViewIfNeeded();
  await expect(copy).toBeInViewport({ ratio: 1 });
});

test("the last line of the XML in view is whole", async ({ editor, page }) => {
  for (const height of [900, 905, 911]) {
    await page.setViewportSize({ width: 1440, height });
    const rest = await editor.xml.evaluate((area) => (area.clientHeight - 6) % 17);
    expect(rest, `at ${height}`).toBe(0);
  }
});

test("a search begins with what one is in", async ({ editor, page }) => {
  await (await editor.states.cell(2, "Aggregated state ID")).click();
  await editor.press("Control+f");
  await expect(page.getByRole("combobox", { name: "Where" })).toHaveValue("IDs");
  await editor.press("Escape");
  await (await editor.texts.cell("OOS", "English")).click();
  await editor.press("Control+f");
  await expect(page.getByRole("combobox", { name: "Where" })).toHaveValue("Texts");
});
