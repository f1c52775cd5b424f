// Workspaces side by side, their versions, their files, and the end of all of it.

import { readFileSync } from "node:fs";
import type { Download, Locator, Page } from "@playwright/test";
import { EXAMPLE_XML, Screen, expect, file, test } from "./screen";

/** The dialog `Workspaces and versions`. */
class Rooms {
  readonly dialog: Locator;
  readonly workspaces: Locator;
  readonly versions: Locator;
  readonly said: Locator;

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole("dialog", { name: "Workspaces and versions", exact: true });
    this.workspaces = this.dialog.getByRole("listbox", { name: "Workspaces", exact: true });
    this.versions = this.dialog.getByRole("listbox", { name: "Versions", exact: true });
    this.said = this.dialog.getByRole("status");
  }

  async open() {
    await line(this.page, /^(Kept in this browser|Keeping|Nothing is kept|Read only)/).click();
    await expect(this.dialog).toBeVisible();
    // Keys find nothing in a list that is not there yet.
    await expect(this.workspaces.getByRole("option").first()).toBeVisible();
  }

  async close() {
    await this.page.keyboard.press("Escape");
    await expect(this.dialog).toBeHidden();
  }

  workspace(name: string): Locator {
    return this.workspaces.getByRole("option").filter({ hasText: new RegExp(`^${name}(?! \\()`) });
  }

  /** The names in the list, from the first to the last. */
  get names(): Locator {
    return this.workspaces.locator(".rooms__name");
  }

  button(name: string | RegExp): Locator {
    return this.dialog.getByRole("button", typeof name === "string" ? { name, exact: true } : { name });
  }

  field(name: "Name of the workspace" | "Name of the version"): Locator {
    return this.dialog.getByRole("textbox", { name, exact: true });
  }

  /** Adds a workspace of this name; it is marked then, and not open. */
  async add(name: string) {
    await this.button("New workspace").click();
    await expect(this.field("Name of the workspace")).toBeFocused();
    await this.page.keyboard.type(name);
    await this.page.keyboard.press("Enter");
    await expect(this.workspace(name)).toBeVisible();
    await expect(this.workspaces).toBeFocused();
  }

  get difference(): Locator {
    return this.dialog.getByRole("region", { name: /^What is different from/ });
  }
}

/** What the bar says of what is kept. */
const line = (page: Page, words: RegExp) => page.locator("header").getByText(words);

const kept = (page: Page) => expect(line(page, /^Kept in this browser/)).toBeVisible();

/** Types at the end of the XML, and waits until that is kept. */
async function write(editor: Screen, text: string) {
  await editor.xml.click();
  await editor.press("Control+End");
  await editor.page.keyboard.type(text);
  await kept(editor.page);
}

test.beforeEach(async ({ page, editor }) => {
  void editor;
  await kept(page);
});

test("a workspace is made, opened by Enter, and left for the first one again", async ({ page, editor }) => {
  const rooms = new Rooms(page);
  await write(editor, "<!--first-->");
  await rooms.open();
  await expect(rooms.workspaces).toBeFocused();
  await expect(rooms.workspace("Workspace 1")).toContainText("open here");
  await rooms.add("Test lab");
  await expect(rooms.workspace("Test lab")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(editor.page.locator(".notice")).toContainText("Opened Test lab");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await write(editor, "<!--second-->");
  await rooms.open();
  await expect(rooms.names).toHaveText(["Test lab", "Workspace 1"]);
  await page.keyboard.press("End");
  await rooms.button("Open Workspace 1").click();
  await expect(editor.xml).toHaveValue(`${EXAMPLE_XML}<!--first-->`);
  // A reload shows what this tab showed, whatever was edited last.
  await page.reload();
  await expect(editor.xml).toHaveValue(`${EXAMPLE_XML}<!--first-->`);
});

test("fast hands add one workspace, and delete one", async ({ page }) => {
  const rooms = new Rooms(page);
  await rooms.open();
  await rooms.button("New workspace").dblclick();
  await expect(rooms.field("Name of the workspace")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(rooms.workspaces).toBeFocused();
  await expect(rooms.names).toHaveCount(2);
  await page.keyboard.press("F2");
  await page.keyboard.type("Second");
  await page.keyboard.press("Enter");
  await expect(rooms.workspaces).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(rooms.dialog).toBeHidden();
  await kept(page);
  await rooms.open();
  for (const name of ["Third", "Fourth"]) await rooms.add(name);
  await rooms.button("Delete workspace").dblclick();
  await expect(rooms.button("Undo: Fourth deleted")).toBeVisible();
  await expect(rooms.workspaces.getByRole("option")).toHaveCount(3);
});

test("a name is written, given up, and refused with the reason", async ({ page }) => {
  const rooms = new Rooms(page);
  await rooms.open();
  await rooms.add("Test lab");
  await page.keyboard.press("F2");
  await page.keyboard.type("something");
  await page.keyboard.press("Escape");
  await expect(rooms.dialog).toBeVisible();
  await expect(rooms.workspaces).toBeFocused();
  await expect(rooms.workspace("Test lab")).toBeVisible();
  await page.keyboard.press("F2");
  await page.keyboard.type("Workspace 1");
  await page.keyboard.press("Enter");
  await expect(rooms.said).toHaveText("Another workspace is called Workspace 1");
  await expect(rooms.field("Name of the workspace")).toHaveAttribute("aria-invalid", "true");
  await rooms.field("Name of the workspace").fill("   ");
  await page.keyboard.press("Enter");
  await expect(rooms.said).toHaveText("A workspace needs a name");
  await rooms.field("Name of the workspace").fill("Site Frankfurt");
  // Whoever goes elsewhere meant what was written.
  await rooms.workspace("Workspace 1").click();
  await expect(rooms.workspace("Site Frankfurt")).toBeVisible();
  await rooms.workspace("Workspace 1").click();
  await page.keyboard.press("F2");
  await page.keyboard.type("Home");
  await page.keyboard.press("Enter");
  await expect(rooms.workspace("Home")).toContainText("open here");
  await page.reload();
  await rooms.open();
  await expect.poll(async () => (await rooms.names.allInnerTexts()).sort()).toEqual(["Home", "Site Frankfurt"]);
});

test("a copy has what the workspace has", async ({ page, editor }) => {
  const rooms = new Rooms(page);
  await write(editor, "<!--mine-->");
  await rooms.open();
  await rooms.button("Copy workspace").click();
  await expect(rooms.field("Name of the workspace")).toHaveValue("Workspace 1 (copy)");
  await page.keyboard.press("Enter");
  await expect(rooms.workspaces).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(rooms.dialog).toBeHidden();
  await expect(editor.xml).toHaveValue(`${EXAMPLE_XML}<!--mine-->`);
  await rooms.open();
  await expect(rooms.workspace("Workspace 1 \\(copy\\)")).toContainText("open here");
});

test("what is deleted goes at once, and Undo brings all of it back", async ({ page, editor }) => {
  const rooms = new Rooms(page);
  await write(editor, "<!--mine-->");
  await rooms.open();
  await rooms.add("Test lab");
  await rooms.button("Open Test lab").click();
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await rooms.open();
  await page.keyboard.press("End");
  await expect(rooms.workspace("Workspace 1")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Delete");
  await expect(rooms.workspaces.getByRole("option")).toHaveCount(1);
  await expect(rooms.workspaces).toBeFocused();
  await expect(rooms.said).toContainText("Workspace 1 is deleted");
  // As long as the page is open: the dialog may be closed meanwhile.
  await rooms.close();
  await rooms.open();
  await rooms.button("Undo: Workspace 1 deleted").click();
  await expect(rooms.workspace("Workspace 1")).toHaveAttribute("aria-selected", "true");
  await expect(rooms.workspaces).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(editor.xml).toHaveValue(`${EXAMPLE_XML}<!--mine-->`);
  await expect(editor.undo).toHaveAttribute("title", /^Undo: /);
  await editor.undo.click();
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
});

test("the last workspace that was deleted comes back beside the new one", async ({ page, editor }) => {
  const rooms = new Rooms(page);
  await write(editor, "<!--mine-->");
  await rooms.open();
  await page.keyboard.press("Delete");
  await expect(line(page, /^Nothing is kept/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(editor.page.locator(".notice")).toContainText("Workspaces and versions has the Undo of it");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await rooms.open();
  await rooms.button("Undo: Workspace 1 deleted").click();
  await expect(rooms.said).toHaveText("Workspace 1 is back, as Workspace 2");
  await expect(rooms.workspace("Workspace 1")).toContainText("open here");
  await expect(rooms.workspace("Workspace 2")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(editor.xml).toHaveValue(`${EXAMPLE_XML}<!--mine-->`);
});

test("what is typed right after New or Copy is the name", async ({ page }) => {
  const rooms = new Rooms(page);
  await rooms.open();
  for (const [way, name, delay] of [["New workspace", "Berlin Centre North", 0], ["Copy workspace", "Lyon Copy", 0], ["New workspace", "Oslo", 25]] as const) {
    await rooms.button(way).click();
    await page.keyboard.type(name, { delay });
    await page.keyboard.press("Enter");
    await expect(rooms.workspace(name)).toBeVisible();
    await expect(rooms.field("Name of the workspace")).toHaveCount(0);
    await expect(rooms.workspaces).toBeFocused();
  }
  await expect(rooms.names).toHaveCount(4);
});

test("New that is left at once takes no keys from the list", async ({ page }) => {
  const rooms = new Rooms(page);
  await rooms.open();
  await rooms.add("Test lab");
  await rooms.button("New workspace").click();
  // Whether the field is there yet or not.
  await page.keyboard.type("Os");
  await rooms.button("Close").click();
  await expect(rooms.dialog).toBeHidden();
  await rooms.open();
  await expect(rooms.names).toHaveCount(3);
  await rooms.workspace("Test lab").click();
  await rooms.workspaces.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".notice")).toContainText("Opened Test lab");
});

test("room for an edit comes before what was deleted, and that is said", async ({ page, editor }) => {
  const rooms = new Rooms(page);
  await rooms.open();
  await rooms.add("Test lab");
  await page.keyboard.press("Delete");
  await expect(rooms.button("Undo: Test lab deleted")).toBeVisible();
  await rooms.close();
  // There is room again as soon as something has gone.
  await page.evaluate(() => {
    const { put, delete: remove } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    IDBObjectStore.prototype.delete = function (...keys) {
      Object.assign(IDBObjectStore.prototype, { put, delete: remove });
      return remove.apply(this, keys);
    };
  });
  await editor.texts.type("INCALL", "Availability", "6500");
  await kept(page);
  await expect(page.locator(".notice")).toHaveText("The storage was full: what was deleted in this tab is gone for good");
  await rooms.open();
  await expect(rooms.button(/^Undo: /)).toHaveCount(0);
  expect(await stored(page)).toEqual([1]);
});

test("what is typed while another workspace opens lands nowhere", async ({ page, editor }) => {
  const rooms = new Rooms(page);
  await rooms.open();
  await rooms.add("Test lab");
  await rooms.workspace("Test lab").dblclick();
  await page.keyboard.type("Estoy ocupado en reunion", { delay: 30 });
  await page.keyboard.press("Enter");
  await expect(editor.page.locator(".notice")).toContainText("Opened Test lab");
  await page.waitForTimeout(300);
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await expect(editor.undo).toHaveAttribute("title", "Nothing to undo");
});

/** The numbers of the workspaces of which the storage has something, those that were deleted included. */
const stored = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const request = indexedDB.open("presence-profile-editor");
        request.onsuccess = () => {
          const all = request.result.transaction("snapshots").objectStore("snapshots").getAllKeys();
          all.onsuccess = () => (request.result.close(), resolve([...new Set(all.result.map((key) => (key as number[])[0]))]));
        };
      }),
  );

test("what was deleted can be brought back as long as the tab is open, and then goes for good", async ({ page, editor, context }) => {
  const rooms = new Rooms(page);
  await write(editor, "<!--mine-->");
  await rooms.open();
  await rooms.add("Test lab");
  await rooms.button("Open Test lab").click();
  await expect(editor.page.locator(".notice")).toContainText("Opened Test lab");
  await rooms.open();
  await page.keyboard.press("End");
  await page.keyboard.press("Delete");
  await expect(rooms.said).toHaveText("Workspace 1 is deleted; Undo brings it back as long as this tab is open");
  // Another tab that begins meanwhile leaves it.
  const other = new Screen(await context.newPage());
  await other.open();
  await other.page.waitForTimeout(1000);
  expect(await stored(page)).toEqual([1, 2]);
  await other.page.close();
  await page.reload();
  await kept(page);
  await rooms.open();
  await rooms.button("Undo: Workspace 1 deleted").click();
  await expect(rooms.said).toHaveText("Workspace 1 is back");
  await page.keyboard.press("Enter");
  await expect(editor.xml).toHaveValue(`${EXAMPLE_XML}<!--mine-->`);
  await rooms.open();
  await rooms.workspace("Test lab").click();
  await page.keyboard.press("Delete");
  await expect(rooms.said).toContainText("Test lab is deleted");
  await page.close();
  const next = new Screen(await context.newPage());
  await next.open();
  await expect.poll(() => stored(next.page)).toEqual([1]);
});

test("where the storage is full, a workspace is deleted for good, when that is asked for twice", async ({ page, editor }) => {
  const rooms = new Rooms(page);
  await rooms.open();
  await rooms.add("Test lab");
  await rooms.close();
  // Nothing is taken any more, and everything may go, as the browser does it.
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await editor.xml.click();
  await page.keyboard.type("x");
  await expect(editor.bandWords).toContainText("storage is full");
  await line(page, /^Not kept since/).click();
  await expect(rooms.workspaces).toBeFocused();
  // Of the one that is shown, something would be lost.
  await rooms.workspace("Workspace 1").click();
  await page.keyboard.press("Delete");
  await expect(rooms.said).toHaveText("What was done here is not kept yet; download the workspace first");
  await rooms.workspace("Test lab").click();
  await page.keyboard.press("Delete");
  await expect(rooms.said).toHaveText("The storage is full: Test lab can only be deleted for good. Delete it again to do so");
  await expect(rooms.workspaces.getByRole("option")).toHaveCount(2);
  await rooms.workspace("Workspace 1").click();
  await rooms.workspace("Test lab").click();
  await page.keyboard.press("Delete");
  await expect(rooms.said).toContainText("Delete it again to do so");
  await page.keyboard.press("Delete");
  await expect(rooms.said).toHaveText("Test lab is deleted for good");
  await expect(rooms.workspaces.getByRole("option")).toHaveCount(1);
  expect(await stored(page)).toEqual([1]);
});

test("the open workspace can be deleted: another one takes its place, or a new one", async ({ page, editor }) => {
  const rooms = new Rooms(page);
  await write(editor, "<!--mine-->");
  await rooms.open();
  await page.keyboard.press("Delete");
  await expect(rooms.workspaces.getByRole("option")).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(rooms.workspace("Workspace 1")).toContainText("open here");
  await rooms.close();
  await expect(editor.xml).toHaveValue(`${EXAMPLE_XML}<!--mine-->`);
  await write(editor, "<!--more-->");
  await rooms.open();
  await rooms.add("Test lab");
  await rooms.workspace("Workspace 1").click();
  await page.keyboard.press("Delete");
  await expect(rooms.workspaces.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(editor.page.locator(".notice")).toContainText("Opened Test lab");
  await rooms.open();
  await page.keyboard.press("Delete");
  await expect(rooms.workspaces.getByRole("option")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await kept(page);
  await rooms.open();
  await expect(rooms.names).toHaveText(["Workspace 1"]);
  await rooms.close();
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
});

test("what another tab has is told, opens read only, and is not renamed or deleted under it", async ({ page, context }) => {
  const rooms = new Rooms(page);
  await rooms.open();
  await rooms.add("Test lab");
  await rooms.close();
  const other = new Screen(await context.newPage());
  await other.open();
  const others = new Rooms(other.page);
  // It was edited last: the new tab begins with it.
  await others.open();
  await expect(others.workspace("Test lab")).toContainText("open here");
  await expect(others.workspace("Workspace 1")).toContainText("open in another tab");
  await others.close();
  await rooms.open();
  await expect(rooms.workspace("Test lab")).toContainText("open in another tab");
  await rooms.workspace("Test lab").click();
  await page.keyboard.press("Delete");
  await expect(rooms.said).toContainText("Another tab has it open");
  await expect(rooms.workspaces.getByRole("option")).toHaveCount(2);
  await page.keyboard.press("F2");
  await page.keyboard.type("Mine now");
  await page.keyboard.press("Enter");
  await expect(rooms.said).toContainText("Another tab has it open");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await expect(line(page, /^Read only in this tab/)).toBeVisible();
  await rooms.open();
  await expect(rooms.workspace("Test lab")).toContainText("read here, open in another tab");
  // The list follows what the other tab does.
  await others.open();
  await others.workspace("Test lab").click();
  await other.press("F2");
  await other.page.keyboard.type("Lab");
  await other.press("Enter");
  await expect(rooms.workspace("Lab")).toBeVisible();
});

test("whoever reads a workspace that is deleted sees it go, and come back", async ({ page, editor, context }) => {
  const rooms = new Rooms(page);
  await write(editor, "<!--mine-->");
  const other = new Screen(await context.newPage());
  await other.open();
  await expect(line(other.page, /^Read only in this tab/)).toBeVisible();
  const others = new Rooms(other.page);
  await others.open();
  await expect(others.workspace("Workspace 1")).toContainText("read here, open in another tab");
  await rooms.open();
  await page.keyboard.press("Delete");
  await expect(rooms.said).toContainText("is deleted");
  await expect(others.names).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(rooms.workspace("Workspace 1")).toContainText("open here");
  await expect(others.workspace("Workspace 1")).toContainText("read here, open in another tab");
  await rooms.close();
  await write(editor, "<!--more-->");
  await others.close();
  await expect(other.xml).toHaveValue(`${EXAMPLE_XML}<!--mine--><!--more-->`);
});

test("the first edit of a visit keeps a version; restoring it is one step, and keeps the present first", async ({ page, editor }) => {
  const rooms = new Rooms(page);
  await write(editor, "<!--one-->");
  await write(editor, "<!--two-->");
  await rooms.open();
  const versions = rooms.versions.getByRole("option");
  await expect(versions).toHaveCount(1);
  await expect(versions.first()).toContainText("before the first edit of a visit");
  await versions.first().click();
  await expect(rooms.difference).toContainText("agentStates XML");
  await expect(rooms.difference).toContainText("<!--one--><!--two-->");
  await rooms.button(/^Restore \d\d:\d\d$/).click();
  await expect(rooms.dialog).toBeHidden();
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await expect(editor.page.locator(".notice")).toContainText(/^Restored \d\d:\d\d: 1 profile has other texts/);
  await editor.undo.click();
  await expect(editor.xml).toHaveValue(`${EXAMPLE_XML}<!--one--><!--two-->`);
  await editor.redo.click();
  await rooms.open();
  await expect(versions).toHaveCount(2);
  await expect(versions.first()).toContainText("before a restore");
  // By the keyboard, and back to where the restore began.
  await rooms.versions.focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await expect(editor.xml).toHaveValue(`${EXAMPLE_XML}<!--one--><!--two-->`);
  await page.reload();
  await expect(editor.xml).toHaveValue(`${EXAMPLE_XML}<!--one--><!--two-->`);
  await editor.undo.click();
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
});

test("exports, an opened file and a deleted profile keep versions, each with what it is about", async ({ page, editor }) => {
  const rooms = new Rooms(page);
  await write(editor, "<!--one-->");
  await editor.button("Download XML").click();
  await write(editor, "<!--two-->");
  await editor.importFile(file("other.xml", EXAMPLE_XML), { into: "Replace it" });
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await editor.button(/^Profile /).click();
  await page.getByRole("button", { name: "Add profile: Empty" }).click();
  await page.keyboard.type("Presence_Old");
  await page.keyboard.press("Enter");
  await editor.button(/^Profile /).click();
  await page.getByRole("button", { name: "Delete profile" }).click();
  await page.keyboard.press("Escape");
  await rooms.open();
  await expect(rooms.versions.getByRole("option")).toContainText([
    /before a profile was deleted\s*Presence_Old/,
    /before a file was opened\s*other\.xml/,
    /exported\s*Presence/,
    /before the first edit of a visit/,
  ]);
});

test("versions of the same minute have seconds", async ({ page, editor }) => {
  const rooms = new Rooms(page);
  await page.clock.setFixedTime(new Date("2026-11-28T14:02:31"));
  await write(editor, "<!--a-->");
  const take = async (seconds: string) => {
    await page.clock.setFixedTime(new Date(`2026-11-28T14:${seconds}`));
    await page.keyboard.type("b");
    const saving = page.waitForEvent("download");
    await page.keyboard.press("Control+s");
    await saving;
  };
  await take("02:45");
  await take("09:05");
  await rooms.open();
  await expect(rooms.versions.locator(".rooms__clock")).toHaveText(["14:09", "14:02:45", "14:02:31"]);
});

test("the last twenty versions are kept, and every one that has a name", async ({ page, editor }) => {
  const rooms = new Rooms(page);
  await write(editor, "<!--0-->");
  await rooms.open();
  await expect(rooms.versions.getByRole("option")).toHaveCount(1);
  await rooms.versions.focus();
  await page.keyboard.press("Home");
  await expect(rooms.versions.getByRole("option").first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("F2");
  await expect(rooms.field("Name of the version")).toBeFocused();
  await page.keyboard.type("As on both hosts");
  await page.keyboard.press("Enter");
  await expect(rooms.versions.getByRole("option").first()).toContainText("As on both hosts");
  await rooms.close();
  for (let at = 1; at <= 22; at++) {
    await write(editor, `<!--${at}-->`);
    await editor.button("Download XML").click();
  }
  await kept(page);
  await rooms.open();
  await expect(rooms.versions.getByRole("option")).toHaveCount(21);
  await expect(rooms.versions.getByRole("option").last()).toContainText("As on both hosts");
  await page.reload();
  await kept(page);
  await rooms.open();
  await expect(rooms.versions.getByRole("option")).toHaveCount(21);
  // Without its name it is the oldest of too many.
  await rooms.versions.getByRole("option").last().click();
  await rooms.button("Name the version").click();
  await rooms.field("Name of the version").fill("");
  await page.keyboard.press("Enter");
  await expect(rooms.said).toContainText("The version has no name now");
  await rooms.close();
  await write(editor, "<!--last-->");
  await expect(async () => {
    await rooms.open();
    const count = await rooms.versions.getByRole("option").count();
    await rooms.close();
    expect(count).toBe(20);
  }).toPass();
});

test("while somebody edits, each hour keeps a version", async ({ page, editor }) => {
  const rooms = new Rooms(page);
  await write(editor, "<!--one-->");
  await page.evaluate(() => {
    const now = Date.now;
    Date.now = () => now() + 61 * 60 * 1000;
  });
  await write(editor, "<!--two-->");
  await write(editor, "<!--three-->");
  await rooms.open();
  await expect(rooms.versions.getByRole("option")).toContainText([/after an hour of work/, /before the first edit/]);
  await expect(rooms.versions.getByRole("option")).toHaveCount(2);
});

/** What a download holds. */
async function contents(download: Download): Promise<string> {
  return readFileSync((await download.path())!, "utf8");
}

test("a workspace is saved as a file, and a file becomes a new workspace", async ({ page, editor }) => {
  const rooms = new Rooms(page);
  await write(editor, "<!--mine-->");
  await rooms.open();
  const saving = page.waitForEvent("download");
  await rooms.button("Download workspace").click();
  const download = await saving;
  expect(download.suggestedFilename()).toBe("Workspace 1.presence-workspace.json");
  const text = await contents(download);
  expect(JSON.parse(text)).toMatchObject({ format: "presence-profile-workspace", name: "Workspace 1" });
  expect(text).not.toContain('"history"');
  await rooms.close();
  await write(editor, "<!--later-->");
  await editor.chooseByKey(file("from a colleague.json", text, "application/json"));
  await expect(editor.page.locator(".notice")).toContainText("Opened Workspace 2");
  await expect(editor.xml).toHaveValue(`${EXAMPLE_XML}<!--mine-->`);
  await rooms.open();
  await expect.poll(async () => (await rooms.names.allInnerTexts()).sort()).toEqual(["Workspace 1", "Workspace 2"]);
});

test("a file with its history can be undone where it is opened", async ({ page, editor }) => {
  const rooms = new Rooms(page);
  await write(editor, "<!--mine-->");
  await rooms.open();
  await rooms.dialog.getByRole("checkbox", { name: "with history" }).check();
  const saving = page.waitForEvent("download");
  await rooms.button("Download workspace").click();
  const text = await contents(await saving);
  const choosing = page.waitForEvent("filechooser");
  await rooms.button("Open file").click();
  await (await choosing).setFiles(file("a.json", text, "application/json"));
  await expect(editor.page.locator(".notice")).toContainText("Opened Workspace 2");
  await expect(editor.xml).toHaveValue(`${EXAMPLE_XML}<!--mine-->`);
  await expect(editor.undo).toHaveAttribute("title", /^Undo: /);
  await editor.undo.click();
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
});

test("a file that is no workspace is refused with the place", async ({ page, editor }) => {
  await editor.chooseByKey(file("a.json", '{ "format": ', "application/json"));
  await expect(editor.page.locator(".notice")).toContainText("a.json was not opened: it is broken in line 1");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
});

test("everything is removed after a question that names it, and other tabs are told", async ({ page, editor, context }) => {
  const rooms = new Rooms(page);
  await write(editor, "<!--mine-->");
  await editor.button("Dark theme").click();
  const other = new Screen(await context.newPage());
  await other.open();
  await rooms.open();
  await rooms.add("Test lab");
  await rooms.button("Remove everything from this browser").click();
  const question = editor.dialog("Remove everything from this browser?");
  await expect(question.getByRole("listitem")).toContainText([
    /2 workspaces: Test lab, Workspace 1; \d+ KB of texts/,
    /history/,
    /1 version/,
    /theme/,
    /this tab remembers/,
  ]);
  await expect(question.getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(rooms.dialog).toBeVisible();
  await expect(rooms.button("Remove everything from this browser")).toBeFocused();
  await rooms.button("Remove everything from this browser").click();
  await question.getByRole("button", { name: "Remove everything" }).dblclick();
  await expect(rooms.dialog).toBeHidden();
  await kept(page);
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await expect(editor.button("Dark theme")).toBeVisible();
  await rooms.open();
  await expect(rooms.names).toHaveText(["Workspace 1"]);
  await expect(rooms.versions.getByRole("option")).toHaveCount(0);
  await expect(other.xml).toHaveValue(`${EXAMPLE_XML}<!--mine-->`);
  // The other tab read it, and had no way to what is gone; it goes on with what it shows.
  await expect(other.bandWords).toContainText("Everything was removed from this browser: nothing is kept any more.");
  await expect(other.band.getByRole("button")).toHaveText(["Download workspace"]);
  await other.texts.type("INCALL", "Availability", "6500");
  await expect(other.xml).toHaveValue(`${EXAMPLE_XML.replace("7001", "6500")}<!--mine-->`);
});

test("About says the version, the storage and the licence", async ({ page, editor }) => {
  const rooms = new Rooms(page);
  await rooms.open();
  await rooms.button("About").click();
  const about = editor.dialog("About");
  await expect(about).toContainText(/Version \d+\.\d+\.\d+/);
  await expect(about).toContainText(/Granted|Refused|Cannot be asked here/);
  await expect(about).toContainText("MIT");
  await page.keyboard.press("Escape");
  await expect(rooms.button("About")).toBeFocused();
});
