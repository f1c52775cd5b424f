// Two tabs, one workspace: one of them writes, the others read and follow, and whoever takes over gets everything.

import type { BrowserContext, Page } from "@playwright/test";
import { EXAMPLE_XML, expect, Screen, test } from "./screen";

const ID = "Aggregated state ID";
const READ_ONLY = "Read only: another tab has this workspace; take it over first, or open a copy";
const OPEN_ELSEWHERE = "This workspace is open in another tab. Here it can be read, copied and exported.";

async function open(context: BrowserContext): Promise<Screen> {
  const editor = new Screen(await context.newPage());
  await editor.open();
  return editor;
}

/** Types in front of the XML. */
async function type(editor: Screen, text: string) {
  await editor.show("XML source");
  await editor.xml.evaluate((area: HTMLTextAreaElement) => (area.focus(), area.setSelectionRange(0, 0)));
  await editor.page.keyboard.type(text);
}

const takeOver = (editor: Screen) => editor.band.getByRole("button", { name: "Take over" }).click();

async function expectReads(editor: Screen) {
  await expect(editor.bandWords).toHaveText(OPEN_ELSEWHERE);
  await expect(editor.kept).toHaveText(/^Read only in this tab\s*kept by the other \d\d:\d\d$/);
}

async function expectHas(editor: Screen) {
  await expect(editor.bandWords).toHaveCount(0);
  await editor.expectKept();
}

/** Edits, and holds the page up before the edit can be written; returns at once. */
const editAndBlock = (page: Page, text: string, milliseconds: number) =>
  void page
    .evaluate(
      ([text, milliseconds]) => {
        const area = document.querySelector<HTMLTextAreaElement>("[data-scroll=xml]")!;
        area.setRangeText(text, 0, 0, "end");
        area.dispatchEvent(new InputEvent("input", { inputType: "insertText" }));
        const end = performance.now() + milliseconds;
        while (performance.now() < end);
      },
      [text, milliseconds] as const,
    )
    .catch(() => {});

test("a second tab is told at once, reads only, says why, and follows", async ({ editor, context, page }) => {
  await type(editor, "1");
  await editor.expectKept();
  const second = await open(context);
  await expectReads(second);
  await expect(second.xml).toHaveValue(`1${EXAMPLE_XML}`);
  await expect(second.kept.locator("svg")).toBeVisible();

  for (const button of [second.undo, second.redo, second.button("Import")]) {
    await expect(button).toHaveAttribute("aria-disabled", "true");
    await expect(button).toHaveAttribute("title", READ_ONLY);
  }
  for (const mode of ["Push", "Pull"]) {
    await expect(second.page.getByRole("radio", { name: mode })).toHaveAttribute("aria-disabled", "true");
  }
  await expect(second.xml).not.toBeEditable();
  await expect(second.options).not.toBeEditable();
  await expect(second.texts.table).toHaveAttribute("aria-readonly", "true");

  const says = async (what: string, act: () => Promise<unknown>) => {
    // Something else is said before; saving goes on here.
    await second.press("Control+s");
    await expect(second.status, what).toHaveText(/^agentStates.xml is downloading/);
    await act();
    await expect(second.status, what).toHaveText(READ_ONLY);
    await expect(second.page.locator("dialog[open], .cell--editing"), what).toHaveCount(0);
  };
  const cell = await second.states.cell(7, ID);
  const text = await second.texts.cell("INCALL", "English (United States)");
  const acts: [string, () => Promise<unknown>][] = [
    ["a key", () => type(second, "x")],
    ["a key in a cell", async () => (await cell.click(), second.page.keyboard.type("x"))],
    ["F2", async () => (await text.click(), second.press("F2"))],
    ["a double press", () => text.dblclick()],
    ["Delete", async () => (await text.click(), second.press("Delete"))],
    ["Ctrl+D", async () => (await text.click(), second.press("Control+d"))],
    ["Ctrl+Z", () => second.press("Control+z")],
    ["Ctrl+Y", () => second.press("Control+y")],
    ["Ctrl+O", () => second.press("Control+o")],
    ["Undo", () => second.undo.click({ force: true })],
    ["Pull", () => second.page.getByText("Pull", { exact: true }).click({ force: true })],
    ["Add language", () => second.button("Add language").click()],
    ["Add entry", () => second.button("Add entry").click()],
    ["a fix", () => second.problems().getByRole("button", { name: /^Trim/ }).first().click()],
    [
      "a profile",
      async () => {
        await second.page.getByRole("button", { name: /^Profile Presence/ }).click();
        await second.press("Alt+ArrowDown", "F2");
      },
    ],
    ["Delete profile", () => second.button("Delete profile").click()],
    ["Add profile", () => second.button("Add profile: Empty").click()],
  ];
  for (const [what, act] of acts) await says(what, act);
  expect(await second.xml.inputValue()).toBe(await editor.xml.inputValue());

  // What only asks goes on.
  const find = second.page.getByRole("combobox", { name: "Find a profile" });
  await find.fill("Pres");
  await expect(find).toHaveValue("Pres");
  await second.press("Escape");
  await second.page.getByRole("tab", { name: "Assignment" }).click();
  const asked = second.page.getByRole("combobox", { name: "Extension", exact: true });
  await asked.fill("4711");
  await expect(asked).toHaveValue("4711");
  await expect(second.page.getByRole("combobox", { name: "presence-profile of the application" })).not.toBeEditable();
  await second.page.getByRole("tab", { name: "Editor" }).click();

  await page.bringToFront();
  await type(editor, "2");
  await expect(second.xml).toHaveValue(`21${EXAMPLE_XML}`);
  await editor.states.type(7, ID, "OOS");
  await expect(await second.states.cell(7, ID)).toHaveText(/OOS/);
  await editor.undo.click();
  await expect(await second.states.cell(7, ID)).not.toHaveText(/OOS/);
});

test("taking over brings everything along, and back again", async ({ editor, context }) => {
  await type(editor, "1");
  await editor.expectKept();
  const second = await open(context);
  await expectReads(second);
  // A cell that is open is taken before the workspace goes.
  await editor.states.type(7, ID, "OOS", null);
  await takeOver(second);
  await expectHas(second);
  await expectReads(editor);
  await expect(await second.states.cell(7, ID)).toHaveText(/OOS/);
  await expect(second.undo).toHaveAttribute("title", /^Undo: Row 7 set/);
  await type(second, "2");
  await expect(editor.xml).toHaveValue(`21${EXAMPLE_XML}`);
  await takeOver(editor);
  await expectHas(editor);
  await expectReads(second);
  await type(editor, "3");
  await expectHas(editor);
  await expect(second.xml).toHaveValue(`321${EXAMPLE_XML}`);
  await editor.undo.click();
  await editor.undo.click();
  await expect(second.xml).toHaveValue(`1${EXAMPLE_XML}`);
});

test("what is typed while another tab takes over is in the workspace, or said not to be", async ({ editor, context }) => {
  await editor.expectKept();
  const second = await open(context);
  await editor.show("XML source");
  await editor.xml.focus();
  let types = true;
  const typing = (async () => {
    while (types) await editor.page.keyboard.type("x");
  })();
  await editor.page.waitForTimeout(200);
  await takeOver(second);
  await expectHas(second);
  types = false;
  await typing;
  await expectReads(editor);
  const text = await second.xml.inputValue();
  expect(text.length).toBeGreaterThan(EXAMPLE_XML.length);
  await expect(editor.xml).toHaveValue(text);
  await second.page.reload();
  await expect(second.xml).toHaveValue(text);
});

test("edits of a tab that was held up while it lost the workspace are counted, and a copy keeps them", async ({ editor, context, page }) => {
  await type(editor, "1");
  await editor.expectKept();
  const second = await open(context);
  editAndBlock(page, "lost", 6000);
  await takeOver(second);
  await expectHas(second);
  await type(second, "2");
  await expectHas(second);

  await expect(editor.bandWords).toHaveText("Another tab has taken this workspace. 1 edit made here did not get into it; a copy keeps it.");
  await expect(editor.kept).toHaveText(/^Not kept: 1 edit\s*read only in this tab$/);
  await expect(editor.xml).toHaveValue(`lost1${EXAMPLE_XML}`);
  await expect(second.xml).toHaveValue(`21${EXAMPLE_XML}`);
  expect(await page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })))).toBe(true);

  await editor.band.getByRole("button", { name: "Open a copy" }).click();
  await expectHas(editor);
  await type(editor, "3");
  await expectHas(editor);
  await type(second, "4");
  await expectHas(second);
  await expect(editor.xml).toHaveValue(`3lost1${EXAMPLE_XML}`);
  await page.reload();
  await expect(editor.xml).toHaveValue(`3lost1${EXAMPLE_XML}`);
  await second.page.reload();
  await expect(second.xml).toHaveValue(`421${EXAMPLE_XML}`);
});

test("a tab that was frozen while it lost the workspace follows when it wakes", async ({ editor, context, page }) => {
  await type(editor, "1");
  await editor.expectKept();
  const second = await open(context);
  await expectReads(second);
  const protocol = await context.newCDPSession(page);
  await protocol.send("Page.setWebLifecycleState", { state: "frozen" });
  await takeOver(second);
  await expectHas(second);
  await type(second, "2");
  await expectHas(second);
  await protocol.send("Page.setWebLifecycleState", { state: "active" });
  await expectReads(editor);
  await expect(editor.xml).toHaveValue(`21${EXAMPLE_XML}`);
  await takeOver(editor);
  await expectHas(editor);
  await type(editor, "3");
  await expectHas(editor);
  await expect(second.xml).toHaveValue(`321${EXAMPLE_XML}`);
});

test("of two tabs that take over at once one has the workspace", async ({ editor, context }) => {
  await type(editor, "1");
  await editor.expectKept();
  const others = [await open(context), await open(context)];
  await Promise.all(others.map(takeOver));
  const tabs = [editor, ...others];
  const owners = async () => {
    const said = await Promise.all(tabs.map((tab) => tab.kept.innerText()));
    return said.filter((words) => words.startsWith("Kept")).length;
  };
  await expect.poll(owners).toBe(1);
  await editor.page.waitForTimeout(1500);
  expect(await owners()).toBe(1);
  for (const tab of tabs) {
    if (!(await tab.kept.innerText()).startsWith("Kept")) continue;
    await type(tab, "2");
    await expectHas(tab);
  }
  for (const tab of tabs) await expect(tab.xml).toHaveValue(`21${EXAMPLE_XML}`);
});

test("whoever reads is told when the tab that has the workspace is closed, and goes on in the table", async ({ editor, context, page }) => {
  const reader = await open(context);
  await expectReads(reader);
  // A reload is no end.
  await page.reload();
  await editor.expectKept();
  await page.waitForTimeout(3500);
  await expectReads(reader);
  await page.close();
  await expect(reader.bandWords).toHaveText("The tab that had this workspace is closed. Here it can be read, copied and exported.");
  await takeOver(reader);
  await expectHas(reader);
});

test("a cell that was half typed in a tab that is closed comes along, and hands go on in their cell", async ({ editor, context, page }) => {
  const reader = await open(context);
  await expectReads(reader);
  await (await reader.texts.cell("OOS", "Spanish")).click();
  await page.bringToFront();
  await editor.texts.type("INCALL", "Spanish", "half in p", null);
  await page.close({ runBeforeUnload: true });
  await takeOver(reader);
  await expectHas(reader);
  await expect(await reader.texts.cell("INCALL", "Spanish")).toHaveText("half in p");
  await reader.expectFocus(/^Translations: OOS, Spanish/);
  await reader.page.keyboard.type("Fuera");
  await reader.page.keyboard.press("Enter");
  await expect(await reader.texts.cell("OOS", "Spanish")).toHaveText("Fuera");
  await reader.expectKept();
  await reader.page.reload();
  await expect(await reader.texts.cell("INCALL", "Spanish")).toHaveText("half in p");
});

test("a double press makes one copy", async ({ editor, context }) => {
  const reader = await open(context);
  await reader.band.getByRole("button", { name: "Open a copy" }).dblclick();
  await expectHas(reader);
  await reader.kept.getByRole("button").click();
  await expect(reader.dialog("Workspaces and versions").getByRole("option").filter({ hasText: "Workspace 1" })).toHaveCount(2);
  await editor.expectKept();
});
