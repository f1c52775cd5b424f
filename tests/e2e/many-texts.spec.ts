// Translations at scale: filters, the way from gap to gap, columns that hide and move, a reference that stays, tables for translators.

import { readFile } from "node:fs/promises";
import { EXAMPLE_XML, expect, file, test, type Screen } from "./screen";

const at = (row: string, column: string) => `Translations: ${row}, ${column}`;
const ENGLISH = "English (United States)";
const SPANISH = "Spanish (Spain)";
const RUSSIAN = "Russian (Russia)";
const FRENCH = "French (France)";

const filters = (editor: Screen) => editor.region("Translations").getByRole("toolbar", { name: "Entries shown" }).getByRole("button");
const filter = (editor: Screen, name: string | RegExp) => filters(editor).filter({ hasText: name });
const ids = (editor: Screen) => editor.texts.column("ID");
const GAPS = ["IDLE_OUT", "IDLE_READY", "IDLE_NOTREADY", "IDLE_ACW", "IDLE_AWAY", "OOS"];

test("gaps are filled one after the other; rows stay until the filter is chosen anew", async ({ editor, page }) => {
  await expect(filters(editor)).toHaveText([/All\s*7/, /Gaps\s*6/, /Problems\s*3/, /Long texts\s*0/, /Unused\s*0/, /Changed\s*0/]);
  await filter(editor, "Gaps").click();
  await expect(filter(editor, "Gaps")).toHaveAttribute("aria-pressed", "true");
  await expect(editor.status).toHaveText("Gaps: 6 entries");
  expect(await ids(editor)).toEqual(GAPS);
  await (await editor.texts.cell("IDLE_OUT", FRENCH)).click();
  await editor.takeFromHead(FRENCH, "Only gaps in French");
  for (const text of ["un", "deux", "trois"]) {
    await page.keyboard.type(text);
    await editor.press("Enter");
  }
  await editor.expectFocus(at("IDLE_ACW", FRENCH));
  expect(await ids(editor)).toEqual(GAPS);
  await expect(filter(editor, "Gaps in French")).toHaveText(/Gaps in French\s*3/);
  await editor.press("Control+z");
  expect(await ids(editor)).toEqual(GAPS);
  await filter(editor, "Gaps in French").click();
  expect(await ids(editor)).toEqual(GAPS.slice(2));
  // A row that was left out is shown when somebody goes to it.
  await editor.press("Control+z");
  await expect(editor.texts.rows).toHaveCount(5);
  await expect(await editor.texts.cell("IDLE_READY", FRENCH)).toHaveText("no text");
});

test("whatever goes to an entry that is not found shows it", async ({ editor, page }) => {
  await filter(editor, "Unused").click();
  await expect(editor.region("Translations")).toContainText("No entry is unused");
  await editor.press("F8");
  await expect(editor.texts.rows).toHaveCount(1);
  await editor.xml.click();
  await editor.xml.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(area.value.indexOf("INCALL"), area.value.indexOf("INCALL")));
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => ids(editor)).toEqual(["INCALL"]);
  await editor.button("Add entry").click();
  await page.keyboard.type("BREAK");
  await editor.press("Enter");
  await editor.expectFocus(at("BREAK", ENGLISH));
  await filter(editor, "All").click();
  await expect(editor.texts.rows).toHaveCount(8);
});

test("a block is pasted into the rows that are shown", async ({ editor, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await editor.takeFromHead(FRENCH, "Only gaps in French");
  await (await editor.texts.cell("IDLE_AWAY", FRENCH)).click();
  await editor.copy("absent\nen panne");
  await editor.press("Control+v");
  await expect(editor.status).toHaveText("2 cells pasted");
  await expect(await editor.texts.cell("OOS", FRENCH)).toHaveText("en panne");
  await expect(editor.xml).toHaveValue(/ne pas déranger/);
  // What was selected is not what stands there under another filter.
  await editor.press("Shift+ArrowDown");
  await filter(editor, "All").click();
  await expect(editor.texts.table.locator("[aria-selected=true]")).toHaveCount(0);
});

test("from gap to gap by keys, and around", async ({ editor, page }) => {
  await (await editor.states.cell(3, "Aggregated state ID")).click();
  await editor.press("Alt+PageDown");
  await editor.expectFocus(at("IDLE_OUT", SPANISH));
  await editor.press("Alt+PageDown", "Alt+PageDown", "Alt+PageDown");
  // The blanks around the English text are a problem.
  await editor.expectFocus(at("IDLE_READY", ENGLISH));
  await editor.press("Alt+PageUp", "Alt+PageUp", "Alt+PageUp", "Alt+PageUp");
  await editor.expectFocus(at("OOS", FRENCH));
  await expect(editor.status).toHaveText(`Last gap again: OOS, ${FRENCH}: no text`);
  await page.keyboard.type("Hors service");
  await editor.press("Alt+PageDown");
  await editor.expectFocus(at("IDLE_OUT", SPANISH));
  await expect(editor.status).toHaveText(`First gap again: IDLE_OUT, ${SPANISH}: no text`);
  await expect(editor.xml).toHaveValue(/Hors service/);
});

test("languages hide, move and are read beside, and are found so after a reload", async ({ editor, page }) => {
  await (await editor.texts.cell("OOS", FRENCH)).click();
  await page.keyboard.type("Hors");
  await editor.takeFromHead(FRENCH, "Hide French");
  await editor.expectFocus(at("OOS", RUSSIAN));
  await expect(editor.xml).toHaveValue(/>Hors</);
  await expect(editor.button(/^1 hidden/)).toBeVisible();
  await editor.takeFromHead(RUSSIAN, "Move left");
  await editor.takeFromHead(SPANISH, "Hide Spanish");
  // From the last column that is shown, Tab goes on below.
  await (await editor.texts.cell("IDLE_OUT", ENGLISH)).click();
  await page.keyboard.type("a");
  await editor.press("Tab");
  await page.keyboard.type("b");
  await editor.press("Tab");
  await editor.expectFocus(at("IDLE_READY", ENGLISH));
  await editor.takeFromHead(RUSSIAN, "Use as reference");
  const heads = [/ID/, /Availability/, /Russian \(Russia\)\s*1049 ru-RU, reference/, /English/];
  await expect(editor.texts.heads).toHaveText(heads);
  await editor.expectKept();
  await page.reload();
  await expect(editor.texts.heads).toHaveText(heads);
  await editor.button(/^2 hidden/).click();
  await page.getByRole("menuitem", { name: "Show all languages" }).click();
  await expect(editor.texts.heads).toHaveCount(6);
  // Somebody who goes to a problem of a language sees the language.
  await editor.fillXml(EXAMPLE_XML.replace("En travaillant", " En travaillant"));
  await editor.takeFromHead(FRENCH, "Hide French");
  await editor.problemsOf("blank-around").getByRole("button", { name: /^line 22/ }).click();
  await expect(editor.texts.head(FRENCH)).toBeVisible();
});

test("the reference fills gaps in one step", async ({ editor }) => {
  await (await editor.texts.cell("OOS", FRENCH)).click();
  await editor.takeFromHead(FRENCH, "Copy from English");
  await expect(editor.status).toHaveText("6 texts copied from English into French");
  await expect(await editor.texts.cell("OOS", FRENCH)).toHaveText("The device is out of service");
  await editor.press("Control+z");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
});

test("a table for translators comes back with what they wrote", async ({ editor, page }) => {
  await (await editor.texts.cell("OOS", FRENCH)).click();
  const downloading = page.waitForEvent("download");
  await editor.takeFromHead(FRENCH, "CSV for translators");
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("Presence French 1036.csv");
  const csv = await readFile(await download.path(), "utf8");
  expect(csv).toContain("\r\nOOS,Offline,The device is out of service,\r\n");
  const written = csv.replace("out of service,\r\n", "out of service,\"'=Hors; service\"\r\n");
  await editor.choose(file("Presence French 1036.csv", written, "text/csv"));
  await editor.importing.expectChanges(1);
  await editor.importing.apply();
  await expect(await editor.texts.cell("OOS", FRENCH)).toHaveText("=Hors; service");
});

test("the reference stays beside the IDs while the others scroll, where there is room", async ({ editor, page }) => {
  await editor.addLanguages("1031, 1040, 1043, 1045, 1046, 1053, 1030, 1035, 1037, 1025, 1041, 1042");
  await (await editor.texts.cell("OOS", ENGLISH)).click();
  await editor.press("End");
  const left = async (column: string) => (await (await editor.texts.cell("OOS", column)).boundingBox())!.x;
  const reference = await left(ENGLISH);
  const width = async (column: string) => (await (await editor.texts.cell("OOS", column)).boundingBox())!.width;
  expect(await left("Availability")).toBeGreaterThan(await left("ID"));
  expect(reference).toBe((await left("Availability")) + (await width("Availability")));
  expect(reference).toBeLessThan(310);
  // What one goes to is never behind it.
  await editor.press("ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft");
  const active = (await page.locator("[data-grid=texts] .cell--active").boundingBox())!.x;
  expect(active).toBeGreaterThanOrEqual(reference + 200);
  // On a phone it has no room, and is a language like others.
  await page.setViewportSize({ width: 390, height: 844 });
  await editor.bring("Translations");
  await (await editor.texts.cell("OOS", ENGLISH)).click();
  await editor.press("End");
  expect(await left(ENGLISH)).toBeLessThan(0);
  await expect(await editor.texts.cell("OOS", "ID")).toBeInViewport({ ratio: 1 });
  await expect(await editor.texts.cell("OOS", "Availability")).toBeInViewport({ ratio: 1 });
});

/** What of the columns is seen in part only: their names, and how much of each is. */
async function slivers(editor: Screen): Promise<string[]> {
  return editor.region("Translations").locator(".translations__scroll").evaluate((box) => {
    const outer = box.getBoundingClientRect();
    const heads = [...box.querySelectorAll(".translations__head")].map((head) => ({ name: head.textContent ?? "", at: head.getBoundingClientRect(), kept: getComputedStyle(head).position === "sticky" }));
    const edge = Math.max(outer.left, ...heads.filter((head) => head.kept).map((head) => head.at.right));
    const seen = (at: DOMRect) => Math.min(at.right, outer.left + box.clientWidth) - Math.max(at.left, edge);
    return heads.filter((head) => !head.kept && 2 < seen(head.at) && seen(head.at) < head.at.width - 2).map((head) => `${head.name}: ${seen(head.at)} of ${head.at.width}`);
  });
}

for (const [width, height] of [[1440, 900], [1920, 1080], [1280, 800], [1024, 768], [720, 450], [390, 844], [360, 225]] as const) {
  test(`whole columns are seen beside those that stay, at ${width} x ${height}`, async ({ editor, page }) => {
    await page.setViewportSize({ width, height });
    if (width < 900) await editor.bring("Translations");
    await editor.addLanguages("1031, 1040, 1043, 1045, 1046, 1053, 1030, 1035, 1037, 1025, 1041");
    await (await editor.texts.cell("INCALL", ENGLISH)).click();
    for (let step = 0; step < 14; step += 1) {
      expect(await slivers(editor)).toEqual([]);
      for (const column of ["ID", "Availability"]) await expect(await editor.texts.cell("INCALL", column)).toBeInViewport({ ratio: 0.9 });
      await editor.press("ArrowRight");
    }
    // From what stays, one comes back to the languages as they were left.
    const left = () => page.locator(".translations__scroll").evaluate((box) => box.scrollLeft);
    const before = await left();
    await editor.press("Home");
    expect(await left()).toBe(before);
    await expect(await editor.texts.cell("INCALL", "ID")).toBeInViewport({ ratio: 0.9 });
  });
}

for (const [width, height] of [[1024, 768], [720, 450]] as const) {
  test(`no text is reached by keys without its language over it, at ${width} x ${height}`, async ({ editor, page }) => {
    await page.setViewportSize({ width, height });
    if (width < 900) await editor.bring("Translations");
    await (await editor.texts.cell("IDLE_OUT", SPANISH)).click();
    for (let step = 0; step < 6; step += 1) {
      await editor.press("ArrowDown");
      await expect(editor.texts.head(SPANISH)).toBeInViewport({ ratio: 1 });
      await expect(page.locator("[data-grid=texts] .cell--active")).toBeInViewport({ ratio: 1 });
    }
  });
}

test("a filter that finds nothing says so in view, however far the columns are scrolled", async ({ editor, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await editor.bring("Translations");
  await page.locator(".translations__scroll").evaluate((box) => box.scrollTo(400, 0));
  await filter(editor, "Long texts").click();
  await expect(page.locator(".translations__none")).toBeInViewport({ ratio: 1 });
});

test("the sign of a cell takes no line of its own", async ({ editor }) => {
  const height = async (row: string) => (await editor.texts.row(row).boundingBox())!.height;
  await expect(editor.problemsOf("blank-around")).toHaveCount(2);
  expect(await height("IDLE_READY")).toBe(await height("IDLE_OUT"));
});

test("the filters are one stop, with arrows from one to the next", async ({ editor }) => {
  await filter(editor, "All").focus();
  await editor.press("ArrowRight");
  await editor.expectFocus("button: Gaps 6");
  await editor.press("Enter");
  await expect(filter(editor, "Gaps")).toHaveAttribute("aria-pressed", "true");
  await editor.press("End", "Home", "ArrowLeft");
  await editor.expectFocus("button: All 7");
  await editor.press("Shift+Tab", "Tab");
  await editor.expectFocus("button: All 7");
});
