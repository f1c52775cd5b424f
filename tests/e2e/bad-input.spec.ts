// Whatever is put into a pane: the page stays usable, says what it could not read, and one undo brings the text back.

import { performance } from "node:perf_hooks";
import { EXAMPLE_OPTIONS, EXAMPLE_STATES, EXAMPLE_XML, expect, file, FIRST_RUN, test, type Screen } from "./screen";

const ID = "Aggregated state ID";
const HEAD = EXAMPLE_XML.split("\n").slice(0, 2).join("\n");

/** In milliseconds: far more than a key takes even where other work fills both cores, far less than a page that hangs. */
const USABLE = 5_000;

/** Milliseconds from a key to the frame after it. */
async function keyToFrame(editor: Screen, key: string): Promise<number> {
  const before = performance.now();
  await editor.page.keyboard.press(key);
  await editor.page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  return performance.now() - before;
}

/** The page still answers, in the pane and in the other table. */
async function expectUsable(editor: Screen) {
  await editor.xml.press("End");
  expect(await keyToFrame(editor, "x")).toBeLessThan(USABLE);
  expect(await keyToFrame(editor, "Backspace")).toBeLessThan(USABLE);
  await editor.states.type(7, ID, "OTHER");
  await expect(await editor.states.cell(7, ID)).toContainText("OTHER");
  await editor.press("Control+z");
}

async function undoAll(editor: Screen) {
  while ((await editor.undo.getAttribute("aria-disabled")) === "false") await editor.undo.click();
}

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const RUBBISH: Record<string, string> = {
  "control characters and lone marks": Array.from({ length: 400 }, (_, index) => String.fromCharCode((index % 31) + 1)).join("").replaceAll("\r", ""),
  "broken pairs, the highest characters, marks of direction": "\uFFFD\u{10FFFF}\u202E\u2066\uFEFF\u0301<\u202E agentState ID='\u{1F600}'".repeat(50),
  "only angle brackets": "<".repeat(5_000),
  "only ampersands": "&".repeat(5_000),
  "only quotation marks": `<agentState ID="${"'\"".repeat(2_000)}`,
  "an entity bomb": `<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY a "aaaa">${Array.from({ length: 20 }, (_, n) => `<!ENTITY a${n} "${`&a${n - 1 || ""};`.repeat(10)}">`).join("")}]>\n<agentStates>&a19;</agentStates>`,
  "another kind of document": '{"agentStates": [{"ID": "OOS"}]}\n<!doctype html><html><body><p>Hello<br></html>',
  "one line of 100,000 characters": `${HEAD}<agentState ID="A" availability="3500"><activity LCID="1033">${"long ".repeat(20_000)}</activity></agentState></agentStates>`,
};

/** What is plainly XML, and so not written into the options without a question. */
const XML = ["only quotation marks", "an entity bomb", "one line of 100,000 characters"];

for (const [name, text] of Object.entries(RUBBISH)) {
  test(`${name} in the XML`, async ({ editor }) => {
    await editor.paste(editor.xml, text);
    if (!name.startsWith("one line")) await expect(editor.problems().first()).toHaveText(/^error\s+line \d+, column \d+/);
    await editor.press("Control+z");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
    await editor.press("Control+y");
    await expect(editor.xml).toHaveValue(text);
    await expectUsable(editor);
    await expect(editor.xml).toHaveValue(text);
    await undoAll(editor);
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
    await expect(editor.texts.rows).toHaveCount(7);
    await editor.expectCounts(...FIRST_RUN);
  });
}

test("rubbish in the options", async ({ editor }) => {
  await editor.show("Options");
  for (const [name, text] of Object.entries(RUBBISH)) {
    await editor.paste(editor.options, text, { isOffered: XML.includes(name) });
    await expect(editor.states.rows, name).toHaveCount(15);
    expect(await keyToFrame(editor, "x"), name).toBeLessThan(USABLE);
    await expect(editor.options).toHaveValue(`${text}x`);
    await editor.press("Control+z", "Control+z");
    await expect(editor.options, name).toHaveValue(EXAMPLE_OPTIONS);
  }
});

test("1 MB of rubbish", async ({ editor }) => {
  const text = Array.from({ length: 20_000 }, (_, index) => `${"<x&".repeat(13)}${index}`.slice(0, 49)).join("\n");
  await editor.paste(editor.xml, text);
  await expect(editor.problems().first()).toHaveText(/^error\s+line 1, column \d+/);
  expect(await editor.problems().count()).toBeLessThan(500);
  await expectUsable(editor);
  await undoAll(editor);
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
});

test("ten thousand nested tags", async ({ editor }) => {
  for (const text of [
    `${HEAD}\n${"<a>".repeat(10_000)}${"</a>".repeat(10_000)}\n</agentStates>\n`,
    `${HEAD}\n${"<agentState ID='A' availability='1'>\n".repeat(10_000)}`,
    `${HEAD}\n${"<activity>".repeat(10_000)}`,
  ]) {
    await editor.paste(editor.xml, text);
    await editor.xml.press("Control+End");
    expect(await keyToFrame(editor, "x"), text.slice(-30)).toBeLessThan(USABLE);
    await expect(editor.xml).toHaveValue(`${text}x`);
    await editor.press("Control+z", "Control+z");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  }
});

test("5 MB of text opened as a file can be typed in, and undone", async ({ editor, page }) => {
  const line = "Every agent state has one availability and a text for each language that colleagues use.\n";
  const text = line.repeat(5_000_000 / line.length);
  await editor.chooseByKey(file("book.xml", `${HEAD}\n${text}</agentStates>\n`));
  await expect(editor.status).toContainText("Opened book.xml", { timeout: 30_000 });
  await expect(editor.problems().first()).toHaveText(/uses IDLE_OUT, but the file has no such entry/);
  await editor.states.type(7, ID, "OTHER");
  await expect(await editor.states.cell(7, ID)).toContainText("OTHER");
  await editor.press("Control+z", "Control+z");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
});

test("a file of several thousand entries opens, and its cells and text can be typed in", async ({ editor, page }) => {
  const entries = Array.from({ length: 7_000 }, (_, index) => `  <agentState ID="S${index}" availability="3500">\n    <activity LCID="1033">Text of state ${index}</activity>\n  </agentState>\n`);
  const text = `${HEAD}\n${entries.join("")}</agentStates>\n`;
  await editor.chooseByKey(file("many.xml", text));
  await expect(editor.status).toContainText("7000 entries", { timeout: 15_000 });
  expect(await page.evaluate(() => document.querySelectorAll("*").length)).toBeLessThan(15_000);
  await editor.xml.press("Control+Home");
  expect(await keyToFrame(editor, "x")).toBeLessThan(USABLE);
});

test.describe("IDs", () => {
  test("of 300 characters: the layout holds, and the right one is edited", async ({ editor, page }) => {
    const long = `STATE_${"LONG_".repeat(58)}${"X".repeat(4)}`;
    expect(long).toHaveLength(300);
    await editor.fillOptions(EXAMPLE_OPTIONS.replaceAll("INCALL", long));
    await editor.fillXml(EXAMPLE_XML.replace("INCALL", long));
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(widths[0]).toBeLessThanOrEqual(widths[1]);
    for (const grid of [editor.states, editor.texts]) {
      const bounds = await grid.table.evaluate((table) => {
        const panel = table.closest("section")!.getBoundingClientRect();
        const over = [...table.querySelectorAll("tr")].map((row) => row.getBoundingClientRect().height);
        return { panel: panel.width, rows: Math.max(...over) };
      });
      expect(bounds.rows, grid.name).toBeLessThan(120);
    }
    await expect(await editor.states.cell(7, "Shown as")).toContainText("Working with customer");
    await expect(await editor.states.cell(7, "Shown as")).toBeInViewport({ ratio: 0.9 });
    await expect(await editor.texts.cell(long, "English")).toBeInViewport({ ratio: 0.5 });
    await editor.texts.type(long, "Availability", "6500");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("INCALL", long).replace("7001", "6500"));
    await editor.states.type(7, ID, "OOS");
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS.replaceAll("INCALL", long).replace(`7=${long}`, "7=OOS"));
    await editor.region("Preview").getByRole("combobox", { name: "Agent state" }).selectOption("ACW");
    await editor.region("Preview").getByRole("combobox", { name: "Device state" }).selectOption("Busy");
    // A problem of it is read in a few lines, whatever its fixes are called.
    await editor.states.type(8, ID, long.slice(1));
    await expect(editor.problems().first()).toContainText("row 8");
    for (const item of await editor.problems().all()) {
      expect((await item.boundingBox())!.height, await item.innerText()).toBeLessThan(160);
      await expect(item.getByRole("button").last()).toBeVisible();
    }
    const after = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(after[0]).toBeLessThanOrEqual(after[1]);
  });

  test("twice the same: each row edits its own entry", async ({ editor }) => {
    const twice = EXAMPLE_XML.replace('ID="OOS"', 'ID="INCALL"');
    await editor.fillXml(twice);
    await expect(editor.texts.row("INCALL")).toHaveCount(2);
    const rows = editor.texts.rows;
    await expect(rows).toHaveCount(7);
    await (await editor.texts.cellAt(6, "Availability")).click();
    await editor.page.keyboard.type("9000");
    await editor.press("Enter");
    await expect(editor.xml).toHaveValue(twice.replace(/18000(?![\s\S]*18000)/, "9000"));
    await (await editor.texts.cellAt(5, "Availability")).click();
    await editor.page.keyboard.type("6500");
    await editor.press("Enter");
    await expect(editor.xml).toHaveValue(twice.replace(/18000(?![\s\S]*18000)/, "9000").replace("7001", "6500"));
    await (await editor.texts.cellAt(6, "English")).click();
    await editor.press("Delete");
    await expect(await editor.texts.cellAt(5, "English")).toHaveText("Working with customer, do not disturb");
  });

  test("in Cyrillic: read, shown, edited and told from their look-alikes", async ({ editor }) => {
    await editor.fillOptions(EXAMPLE_OPTIONS.replace("6=INCALL", "6=ВЫЗОВ").replace("7=INCALL", "7=INСALL"));
    await editor.fillXml(EXAMPLE_XML.replace('ID="OOS"', 'ID="ВЫЗОВ"'));
    await expect(await editor.states.cell(6, "Shown as")).toContainText("The device is out of service");
    // The C of row 7 is the Cyrillic one: another ID.
    await expect(await editor.states.cell(7, "Shown as")).not.toContainText("Working with customer");
    await expect(await editor.states.cell(8, "Shown as")).toContainText("Working with customer");
    await (await editor.texts.cellAt(6, "English")).click();
    await editor.page.keyboard.type("Вызов");
    await editor.press("Enter");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace('ID="OOS"', 'ID="ВЫЗОВ"').replace("The device is out of service", "Вызов"));
  });
});

test("an option with number 99 keeps the other rows, and one that lacks a row shows it as not set", async ({ editor }) => {
  const odd = EXAMPLE_OPTIONS.replace("15=OOS", "99=OOS");
  await editor.fillOptions(odd);
  await expect(await editor.states.cell(14, ID)).toHaveText("OOS");
  await expect(await editor.states.cell(15, ID)).toHaveText("not set");
  await expect(editor.options).toHaveValue(odd);
  await editor.states.type(14, ID, "INCALL");
  await expect(editor.options).toHaveValue(odd.replace("14=OOS", "14=INCALL"));
  await editor.states.type(15, ID, "OOS");
  await expect(await editor.states.cell(15, ID)).toHaveText("OOS");
  await expect(editor.options).toHaveValue(/99=OOS/);
});

test("texts from other systems: quotes, another order, a table with 15 rows, a colon", async ({ editor }) => {
  const ids = [...EXAMPLE_STATES.matchAll(/=(\w+)/g)].map((pair) => pair[1]);
  const forms = [
    EXAMPLE_STATES.replaceAll("=", ":"),
    ids.map((id, row) => `${row + 1}=${id}`).reverse().join("\n"),
    ids.map((id, row) => `| ${row + 1} | ${id} |`).join("\n"),
    ids.map((id, row) => `${row + 1}\t${id}`).join("\n"),
  ];
  for (const form of forms) {
    await editor.fillOptions(form);
    expect((await editor.states.column(ID)).map((id) => id.trim()), form.slice(0, 20)).toEqual(ids);
    await expect(editor.options).toHaveValue(form);
  }
});

test("empty texts show 15 rows not set, and the first entry writes the lines a file needs", async ({ editor, page }) => {
  await editor.fillOptions("");
  await editor.fillXml("");
  expect((await editor.states.column(ID)).map((id) => id.trim())).toEqual(Array(15).fill("not set"));
  await expect(editor.region("Translations")).toContainText("No entries yet");
  await editor.button("Write the first entry").click();
  const dialog = editor.dialog("Add entry");
  await dialog.getByRole("textbox", { name: "ID", exact: true }).fill("OOS");
  await dialog.getByRole("combobox", { name: "Availability" }).selectOption({ label: "18000 Offline" });
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(dialog).toBeHidden();
  const text = await editor.xml.inputValue();
  expect(text.split("\n").slice(0, 2).join("\n")).toBe(HEAD);
  expect(text).toMatch(/<agentState ID="OOS" availability="18000"(\/>|>\s*<\/agentState>)\n<\/agentStates>\n?$/);
  // What is wrong is in the options, which are empty, and in the language that has no text yet: the file is sound.
  await expect(editor.problemsOf("well-formed")).toHaveCount(0);
  await expect(editor.problems().filter({ hasText: /^\s*error\s+line/ })).toHaveCount(0);
  await editor.states.type(11, ID, "OOS");
  await expect(editor.options).toHaveValue(/^(\[TServer\]\n)?aggregated-states=11=OOS\n?$/);
  await expect(await editor.states.cell(11, "Shown as")).toContainText("Offline");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(editor.xml).toHaveValue("");
});

test("the example can be had back from empty texts", async ({ editor }) => {
  await editor.fillOptions("");
  await editor.fillXml("");
  await editor.button("Start with the guide's example").click();
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
  await editor.undo.click();
  await expect(editor.xml).toHaveValue("");
});
