// What is kept in the browser comes back: the work, its history, and where one was.

import type { Page } from "@playwright/test";
import { EXAMPLE_XML, expect, Screen, test } from "./screen";

declare global {
  interface Window {
    /** The durability that each transaction that writes says of itself. */
    durabilities: string[];
  }
}

const ID = "Aggregated state ID";
const ENGLISH = "English (United States)";
const SPANISH = "Spanish (Spain)";

/** Types in front of the XML. */
async function type(editor: Screen, text: string) {
  await editor.show("XML source");
  await editor.xml.evaluate((area: HTMLTextAreaElement) => (area.focus(), area.setSelectionRange(0, 0)));
  await editor.page.keyboard.type(text);
}

/** All records of the journal and of the snapshots, as the browser has them. */
const records = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const request = indexedDB.open("presence-profile-editor");
        request.onsuccess = () => {
          const stores = ["journal", "snapshots"];
          const transaction = request.result.transaction(stores);
          const found = stores.map((name) => transaction.objectStore(name).getAll());
          transaction.oncomplete = () => {
            request.result.close();
            resolve(JSON.stringify(found.map((all) => all.result.map((bytes: Uint8Array) => [...bytes].join(" ")))));
          };
        };
      }),
  );

/** Changes a byte of the last act: the first is the version of its form, the last one of its content. */
const changeLastAct = (page: Page, byte: "version" | "content") =>
  page.evaluate(
    (byte) =>
      new Promise((resolve) => {
        const request = indexedDB.open("presence-profile-editor");
        request.onsuccess = () => {
          const transaction = request.result.transaction("journal", "readwrite");
          const journal = transaction.objectStore("journal");
          journal.openCursor(null, "prev").onsuccess = (event) => {
            const cursor = (event.target as IDBRequest<IDBCursorWithValue>).result;
            const bytes = Uint8Array.from(cursor.value);
            if (byte === "version") bytes[0] = 200;
            else bytes[bytes.length - 1] ^= 1;
            cursor.update(bytes);
          };
          transaction.oncomplete = () => (request.result.close(), resolve(null));
        };
      }),
    byte,
  );

test("a reload brings back profiles, texts, choices, the history, and where one was", async ({ editor, page }) => {
  await editor.texts.type("INCALL", "English (United States)", "On the phone");
  await editor.addLanguages("1031");
  await editor.takeFromProblem(editor.problems().first(), "Set aside here");
  const aside = editor.only("1 set aside");
  await expect(aside).toBeVisible();
  await page.getByRole("button", { name: /^Profile Presence/ }).click();
  await editor.button("Add profile: Empty").click();
  await page.keyboard.type("Other");
  await editor.press("Enter");
  await editor.show("Options");
  const empty = await editor.options.inputValue();
  await editor.options.press("Control+End");
  await page.keyboard.type(";remark");
  await editor.undo.click();
  await expect(editor.options).toHaveValue(empty);
  await page.getByRole("button", { name: /^Profile Other/ }).click();
  await page.getByRole("option", { name: /^Presence/ }).dblclick();
  await editor.show("Options");
  await page.getByRole("combobox", { name: "Viewer language" }).selectOption({ label: "French (France)" });
  await (await editor.states.cell(12, ID)).click();
  await editor.expectKept();
  const before = await editor.xml.inputValue();

  await page.reload();
  await expect(editor.xml).toHaveValue(before);
  await expect(page.getByRole("button", { name: /^Profile Presence/ })).toBeVisible();
  await expect(page.getByRole("region", { name: "Options", exact: true })).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Viewer language" })).toHaveValue("1036");
  // The row that was selected last is the one that the preview shows.
  await expect(page.getByRole("combobox", { name: "Agent state" }).locator("option:checked")).toHaveText("Ready");
  await expect(page.getByRole("combobox", { name: "Device state" }).locator("option:checked")).toHaveText("OOS");
  await expect(aside).toBeVisible();
  await expect(editor.redo).toHaveAttribute("title", /^Redo: Typed in Options/);

  await editor.redo.click();
  await expect(page.getByRole("button", { name: /^Profile Other/ })).toBeVisible();
  await expect(editor.options).toHaveValue(`${empty};remark`);
  while ((await editor.undo.getAttribute("aria-disabled")) === "false") await editor.undo.click();
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await editor.expectCounts("3 warnings", "1 note");

  // What was undone is kept as well.
  await editor.expectKept();
  await page.getByRole("tab", { name: "Assignment" }).click();
  await page.reload();
  await expect(page.getByRole("tab", { name: "Assignment" })).toHaveAttribute("aria-selected", "true");
  await page.getByRole("tab", { name: "Editor" }).click();
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await expect(editor.redo).toHaveAttribute("title", /^Redo: English .* changed/);
  await expect(editor.undo).toHaveAttribute("title", "Nothing to undo");
});

test("every transaction that writes says that it is strict", async ({ page }) => {
  await page.addInitScript(() => {
    window.durabilities = [];
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...what) {
      const transaction = begin.apply(this, what);
      if (transaction.mode !== "readonly") window.durabilities.push(transaction.durability);
      return transaction;
    };
  });
  const editor = new Screen(page);
  await editor.open();
  await type(editor, "abc");
  await editor.expectKept();
  const durabilities = await page.evaluate(() => window.durabilities);
  expect(durabilities.length).toBeGreaterThan(2);
  expect(new Set(durabilities)).toEqual(new Set(["strict"]));
});

test("the line says that it is being kept until the disk has it, in a box that stays as wide", async ({ editor, page }) => {
  await editor.expectKept();
  const width = () => editor.kept.evaluate((element) => element.getBoundingClientRect().width);
  const before = await width();
  await expect(editor.kept).toHaveAttribute("aria-live", "off");
  await expect(editor.kept).toHaveAccessibleName(/^Kept in this browser \d\d:\d\d$/);
  const said = await page.evaluate(async () => {
    const line = document.querySelector(".kept__line")!;
    const area = document.querySelector<HTMLTextAreaElement>("[data-scroll=xml]")!;
    area.setRangeText("x", 0, 0, "end");
    area.dispatchEvent(new InputEvent("input", { inputType: "insertText" }));
    await new Promise(requestAnimationFrame);
    return line.textContent!;
  });
  // A quick disk may have it by the next frame.
  expect(said).toMatch(/^(Keeping …|Kept in this browser \d\d:\d\d)$/);
  expect(await width()).toBe(before);
  await editor.expectKept();
  await expect(editor.kept).toHaveText(/not exported yet$/);
  for (const [width, height] of [[1920, 1080], [1024, 768]]) {
    await page.setViewportSize({ width, height });
    await expect(editor.kept).toBeInViewport({ ratio: 1 });
  }
});

test("an act that is damaged loses only itself, and that is said", async ({ editor, page }) => {
  await type(editor, "a");
  await editor.states.type(7, ID, "OOS");
  await editor.expectKept();
  await changeLastAct(page, "content");
  await page.reload();
  await expect(editor.bandWords).toHaveText("The last act could not be read. The browser had stored it damaged; all before it is here.");
  await expect(editor.xml).toHaveValue(`a${EXAMPLE_XML}`);
  await expect(editor.undo).toHaveAttribute("title", /^Undo: Typed in XML source/);
  await editor.band.getByRole("button", { name: "Dismiss" }).click();
  await expect(editor.bandWords).toHaveCount(0);
  await type(editor, "b");
  await editor.expectKept();
  await page.reload();
  await expect(editor.xml).toHaveValue(`ba${EXAMPLE_XML}`);
  await expect(editor.bandWords).toHaveCount(0);
});

test("an act of a newer version of the editor is left untouched, and that is said", async ({ editor, page }) => {
  await type(editor, "a");
  await editor.states.type(7, ID, "OOS");
  await editor.expectKept();
  await changeLastAct(page, "version");
  const before = await records(page);
  await page.reload();
  await expect(editor.bandWords).toHaveText(
    "A newer version of the editor has kept this workspace. It is left untouched; what this version can read of it is shown.",
  );
  await expect(editor.kept).toHaveText(/^Read only\s*kept by a newer version$/);
  await expect(editor.xml).toHaveValue(`a${EXAMPLE_XML}`);
  await type(editor, "b");
  await expect(editor.status).toHaveText("Read only: a newer version of the editor has kept this workspace; open a copy");
  await expect(editor.xml).toHaveValue(`a${EXAMPLE_XML}`);
  await expect(editor.undo).toHaveAttribute("aria-disabled", "true");
  await page.reload();
  await expect(editor.bandWords).toHaveCount(1);
  expect(await records(page)).toBe(before);

  await editor.band.getByRole("button", { name: "Open a copy" }).click();
  await editor.expectKept();
  await type(editor, "b");
  await expect(editor.xml).toHaveValue(`ba${EXAMPLE_XML}`);
  await editor.expectKept();
  await page.reload();
  await expect(editor.xml).toHaveValue(`ba${EXAMPLE_XML}`);
});

test("what comes back leaves the focus where it was, and Undo waits for it", async ({ editor, page }) => {
  await type(editor, "<!--mine-->");
  await expect(editor.kept).toHaveText(/^Kept in this browser/);
  await page.reload();
  await editor.expectFocus("textarea: agentStates XML");
  await expect(editor.undo).toHaveAttribute("title", /Typed in XML source/);
  await editor.expectFocus("textarea: agentStates XML");
  // The caret is where it was, too.
  await page.keyboard.type("more");
  await expect(editor.xml).toHaveValue(`<!--mine-->more${EXAMPLE_XML}`);
});

test.describe("after a reload, hands go on where they were", () => {
  test("nowhere at a first visit", async ({ editor }) => {
    expect(await editor.focus()).toBe("body");
  });

  test("in the cell they had come to", async ({ editor, page }) => {
    await editor.texts.type("IDLE_OUT", SPANISH, "Hola");
    await page.reload();
    await editor.expectFocus(`Translations: IDLE_READY, ${SPANISH}`);
    await page.keyboard.type("Dos");
    await page.keyboard.press("Enter");
    await expect(await editor.texts.cell("IDLE_OUT", SPANISH)).toHaveText("Hola");
    await expect(await editor.texts.cell("IDLE_READY", SPANISH)).toHaveText("Dos");
    await expect(await editor.texts.cell("IDLE_READY", ENGLISH)).toContainText("I am available");
    await (await editor.texts.cell("OOS", "ID")).click();
    await page.reload();
    await editor.expectFocus("Translations: OOS, ID");
  });

  test("in a cell that was half typed", async ({ editor, page }) => {
    await editor.texts.type("INCALL", SPANISH, "Hab", null);
    await page.reload();
    await editor.expectFocus(`Translations: INCALL, ${SPANISH}`);
    await page.keyboard.type("lando");
    await page.keyboard.press("Enter");
    await expect(await editor.texts.cell("INCALL", SPANISH)).toHaveText("Hablando");
    await editor.states.type(8, ID, "OO", null);
    await page.reload();
    await editor.expectFocus(`Aggregated states: 8, ${ID}`);
    await page.keyboard.type("S");
    await page.keyboard.press("Enter");
    await expect(editor.options).toHaveValue(/8=OOS,/);
  });

  test("in a number of the assignment that was half typed", async ({ editor, page }) => {
    await page.getByRole("tab", { name: "Assignment" }).click();
    const grid = page.getByRole("grid", { name: "Extensions" });
    await grid.getByRole("rowheader").last().click();
    await page.keyboard.type("700");
    await page.reload();
    await editor.expectFocus(/^Extensions: 700/);
    await page.keyboard.type("9");
    await page.keyboard.press("Enter");
    await expect(grid.getByRole("row").filter({ hasText: /700/ })).toHaveCount(1);
    await expect(grid.getByRole("row").filter({ hasText: "7009" })).toHaveCount(1);
  });

  test("in a field outside of all tables", async ({ editor, page }) => {
    await editor.show("Options");
    const path = page.getByRole("textbox", { name: "agent-presence-map", exact: true });
    await path.click();
    await page.keyboard.press("End");
    await page.keyboard.type(".ba");
    await page.reload();
    await editor.expectFocus("input: agent-presence-map");
    await page.keyboard.type("k");
    await page.keyboard.press("Enter");
    await expect(editor.options).toHaveValue(/agentStates\.xml\.bak\n/);
  });
});

test.describe("what is open in a field", () => {
  test.beforeEach(({ page }) => {
    page.on("dialog", () => expect.soft(null, "nothing is lost, nobody is asked").toBe("a question"));
  });

  test("is taken as the page goes, whatever the disk has by then", async ({ editor, page }) => {
    for (const [row, text] of [["INCALL", "Speaking"], ["IDLE_OUT", "Gone"], ["IDLE_READY", "Here"]]) {
      await editor.texts.type(row, ENGLISH, text, null);
      await page.reload();
      await editor.expectFocus(`Translations: ${row}, ${ENGLISH}`);
      await page.keyboard.press("Escape");
      await expect(await editor.texts.cell(row, ENGLISH)).toHaveText(text);
      await editor.expectKept();
    }
    for (let step = 0; step < 3; step += 1) await editor.undo.click();
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
    await expect(editor.undo).toHaveAttribute("title", "Nothing to undo");
  });

  test("goes with a tab that is closed", async ({ editor, context, page }) => {
    await editor.texts.type("INCALL", ENGLISH, "Speaking", null);
    await page.close({ runBeforeUnload: true });
    await expect.poll(() => context.pages().length).toBe(0);
    const next = new Screen(await context.newPage());
    await next.open();
    await expect(await next.texts.cell("INCALL", ENGLISH)).toHaveText("Speaking");
    await next.undo.click();
    await expect(next.xml).toHaveValue(EXAMPLE_XML);
  });

  test("is said not to be kept yet", async ({ editor, page }) => {
    await editor.texts.type("INCALL", ENGLISH, "Spea", null);
    await expect(editor.kept).toHaveText(/^Open field: not kept yet/);
    await page.keyboard.press("Escape");
    await editor.expectKept();
    await editor.texts.type("INCALL", ENGLISH, "Speaking", null);
    await expect(editor.kept).toHaveText(/^Open field: not kept yet/);
    await page.keyboard.press("Enter");
    await editor.expectKept();
  });
});

test("what a page left comes too late where the workspace has been worked on since", async ({ editor, context, page }) => {
  await page.evaluate(() => {
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, value) {
      set.call(this, key, value);
      if (key === "parting-1") set.call(this, "copy", value);
    };
  });
  await editor.texts.type("INCALL", ENGLISH, "Speaking", null);
  await page.reload();
  await expect(editor.xml).toHaveValue(/>Speaking</);
  expect(await page.evaluate(() => localStorage.getItem("parting-1")), "it is where it belongs").toBe(null);
  await editor.undo.click();
  await editor.expectKept();
  await page.close();
  const next = new Screen(await context.newPage());
  await next.page.addInitScript(() => localStorage.setItem("parting-1", localStorage.getItem("copy")!));
  await next.open();
  await expect(next.xml).toHaveValue(EXAMPLE_XML);
  await next.expectKept();
  expect(await next.page.evaluate(() => localStorage.getItem("parting-1"))).toBe(null);
});
