// When the browser does not keep: work goes on in memory, the page says what is the matter, and nothing hangs.

import type { BrowserContext, CDPSession, Page } from "@playwright/test";
import { EXAMPLE_XML, expect, Screen, test } from "./screen";

declare global {
  interface Window {
    /** Has the storage answer at last. */
    answerStorage?: () => void;
    /** Whether what is written is thrown away. */
    throwsAway?: boolean;
  }
}

const NAME = "presence-profile-editor";
const CLOSING = "Closing this tab loses what was not exported.";

/** Whether the browser would ask before it leaves the page. */
const asksToLeave = (page: Page) =>
  page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));

/** Types in front of the XML. */
async function type(editor: Screen, text: string) {
  await editor.show("XML source");
  await editor.xml.evaluate((area: HTMLTextAreaElement) => (area.focus(), area.setSelectionRange(0, 0)));
  await editor.page.keyboard.type(text);
}

/** Work goes on: a key, its undo, and its redo. */
async function expectWorks(editor: Screen) {
  const before = await editor.xml.inputValue();
  await type(editor, "<!---->");
  await expect(editor.xml).toHaveValue(`<!---->${before}`);
  await editor.undo.click();
  await expect(editor.xml).toHaveValue(before);
  await editor.redo.click();
  await expect(editor.xml).toHaveValue(`<!---->${before}`);
}

/** Nothing is kept: the page says so, goes on, and asks before something would be lost. */
async function expectNothingKept(page: Page, words: string) {
  const editor = new Screen(page);
  await editor.open();
  await expect(editor.bandWords).toHaveText(words);
  await expect(editor.kept).toHaveText(/^Nothing is kept\s*not exported yet$/);
  await expect(editor.kept).toHaveAttribute("aria-live", "polite");
  expect(await asksToLeave(page), "nothing was done").toBe(false);
  await expectWorks(editor);
  expect(await asksToLeave(page), "something was done").toBe(true);
  await editor.undo.click();
  expect(await asksToLeave(page), "it was taken back").toBe(false);
  await expect(editor.bandWords).toHaveText(words);
}

/** A page beside the one that a test has, with the same storage. */
async function another(context: BrowserContext): Promise<Screen> {
  const editor = new Screen(await context.newPage());
  await editor.open();
  return editor;
}

/** Has every request to open the storage wait until `answerStorage` is called; some are said to be blocked meanwhile. */
const wait = (isBlocked: boolean) => {
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (...names) {
    const handlers = ["onsuccess", "onerror", "onupgradeneeded", "onblocked"] as const;
    let request: IDBOpenDBRequest | undefined;
    const waiting: Record<string, unknown> = {};
    Object.defineProperties(waiting, {
      result: { get: () => request!.result },
      error: { get: () => request!.error },
    });
    if (isBlocked) setTimeout(() => (waiting.onblocked as () => void)(), 50);
    window.answerStorage = () => {
      request = open.apply(this, names);
      for (const handler of handlers) request[handler] = waiting[handler] as null;
    };
    return waiting as unknown as IDBOpenDBRequest;
  };
};

test.describe("refused", () => {
  const words = `The browser refuses storage here: nothing is kept. ${CLOSING}`;

  test("there is no storage", async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined }));
    await expectNothingKept(page, words);
  });

  test("to ask for it throws", async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "indexedDB", { get: () => { throw new DOMException("denied", "SecurityError"); } });
    });
    await expectNothingKept(page, words);
  });

  test("to open it throws", async ({ page }) => {
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => { throw new DOMException("denied", "SecurityError"); };
    });
    await expectNothingKept(page, words);
  });

  for (const [name, said] of [
    ["InvalidStateError", words],
    ["UnknownError", "The browser does not keep what is done: nothing is kept. It says: UnknownError: no such file"],
  ]) {
    test(`it answers with ${name}`, async ({ page }) => {
      await page.addInitScript((name) => {
        IDBFactory.prototype.open = () => {
          const request = { error: new DOMException("no such file", name) } as Record<string, unknown>;
          setTimeout(() => (request.onerror as () => void)());
          return request as unknown as IDBOpenDBRequest;
        };
      }, name);
      await expectNothingKept(page, said);
    });
  }
});

test.describe("silent", () => {
  const words = "The browser’s storage does not answer: nothing is kept. What is kept there is offered when it comes.";

  test("the shell stands for three seconds, then work begins in memory; what comes late is offered", async ({ context, page }) => {
    const first = new Screen(page);
    await first.open();
    await type(first, "<!--first-->");
    await first.expectKept();
    await page.close();

    const late = await context.newPage();
    await late.addInitScript(wait, false);
    const editor = new Screen(late);
    await late.goto("./");
    await late.waitForTimeout(1500);
    await expect(late.locator("#shell")).toBeVisible();
    await expect(editor.xml).toHaveCount(0);
    await expect(editor.bandWords).toHaveText(words);
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
    await expect(editor.kept).toHaveText(/^Nothing is kept/);
    await type(editor, "<!--meanwhile-->");
    expect(await asksToLeave(late)).toBe(true);

    await late.evaluate(() => window.answerStorage!());
    await expect(editor.bandWords).toHaveText("What was kept before has come: Workspace 1. What was made here meanwhile is kept beside it.");
    await editor.expectKept();
    await expect(editor.xml).toHaveValue(`<!--meanwhile-->${EXAMPLE_XML}`);
    expect(await asksToLeave(late)).toBe(false);
    await type(editor, "<!--later-->");
    await editor.expectKept();

    // What was made meanwhile stays, whether the other is opened or not.
    const beside = await another(context);
    await expect(beside.xml).toHaveValue(`<!--later--><!--meanwhile-->${EXAMPLE_XML}`);
    await beside.page.close();
    await late.evaluate(() => sessionStorage.setItem("opens", "at once"));
    const opened = late.waitForEvent("load");
    await editor.button("Open Workspace 1").click();
    await opened;
    await late.waitForFunction(() => window.answerStorage);
    await late.evaluate(() => window.answerStorage!());
    await expect(editor.xml).toHaveValue(`<!--first-->${EXAMPLE_XML}`);
    await editor.expectKept();
  });

  test("where there was nothing before, what was made meanwhile is kept, and nothing is offered", async ({ page }) => {
    await page.addInitScript(wait, false);
    const editor = new Screen(page);
    await page.goto("./");
    await expect(editor.bandWords).toHaveText(words);
    await type(editor, "<!--meanwhile-->");
    await page.evaluate(() => window.answerStorage!());
    await editor.expectKept();
    await expect(editor.bandWords).toHaveCount(0);
  });

  test("a tab that blocks the storage is named", async ({ page }) => {
    await page.addInitScript(wait, true);
    await expectNothingKept(
      page,
      "A tab with another version of the editor holds the storage: nothing is kept. Close that tab: what is kept is offered then.",
    );
    await page.evaluate(() => window.answerStorage!());
    await new Screen(page).expectKept();
  });
});

test("full: nothing is lost, and all is kept when there is space again", async ({ context, page }) => {
  const protocol = await context.newCDPSession(page);
  const origin = new URL(test.info().project.use.baseURL!).origin;
  // The browser looks anew how much space there is only for more than it last saw.
  await protocol.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1_000_000 });
  const editor = new Screen(page);
  await editor.open();
  await type(editor, "1");
  await editor.expectKept();
  const long = `<!--${"x".repeat(2_000_000)}-->`;
  await editor.xml.evaluate((area: HTMLTextAreaElement, long) => {
    area.setRangeText(long, 0, 0, "end");
    area.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste" }));
  }, long);
  const words =
    "The browser’s storage is full: what is done now is not kept. Remove workspaces or versions, or free space on the disk.";
  await expect(editor.bandWords).toHaveText(words);
  await expect(editor.kept).toHaveText(/^Not kept since \d\d:\d\d\s*browser storage is full$/);
  expect(await asksToLeave(page)).toBe(true);
  await type(editor, "2");
  await expect(editor.bandWords).toHaveText(words);
  await expect(editor.kept).toHaveText(/^Not kept since/);

  await protocol.send("Storage.overrideQuotaForOrigin", { origin });
  await type(editor, "3");
  await editor.expectKept();
  await expect(editor.bandWords).toHaveCount(0);
  expect(await asksToLeave(page)).toBe(false);
  await page.reload();
  await expect(editor.xml).toHaveValue(`32${long}1${EXAMPLE_XML}`);
});

test.describe("while the page is open", () => {
  let editor: Screen;
  let protocol: CDPSession;
  let origin: string;

  test.beforeEach(async ({ context, page }) => {
    editor = new Screen(page);
    await editor.open();
    await type(editor, "1");
    await editor.expectKept();
    protocol = await context.newCDPSession(page);
    origin = await page.evaluate(() => location.origin);
  });

  test("full at the start: what is kept is shown, and worked on in memory", async ({ page }) => {
    await page.addInitScript(() => {
      IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
    });
    await page.reload();
    await expect(editor.bandWords).toHaveText(
      "The browser’s storage is full: nothing is kept. Remove workspaces or versions, or free space on the disk.",
    );
    await expect(editor.xml).toHaveValue(`1${EXAMPLE_XML}`);
    await expectWorks(editor);
  });

  test("cleared", async ({ page }) => {
    await protocol.send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb" });
    await expect(editor.bandWords).toHaveText(`The browser’s storage was cleared: nothing is kept any more. ${CLOSING}`);
    await expect(editor.kept).toHaveText(/^Nothing is kept/);
    expect(await asksToLeave(page)).toBe(true);
    await expectWorks(editor);
  });

  test("erased from outside", async ({ page }) => {
    await page.evaluate((name) => void indexedDB.deleteDatabase(name), NAME);
    await expect(editor.bandWords).toHaveText(
      "Everything was removed from this browser: nothing is kept any more. Closing this tab loses what it shows; reloading begins anew.",
    );
    await expectWorks(editor);
  });

  test("a version from the future takes it, and is left untouched after a reload", async ({ page }) => {
    await page.evaluate(
      (name) =>
        new Promise((resolve) => {
          const request = indexedDB.open(name, 99);
          request.onsuccess = () => (request.result.close(), resolve(null));
        }),
      NAME,
    );
    await expect(editor.bandWords).toHaveText(
      "Another version of the editor has taken the storage: what is done now is not kept. What was kept before is there; reload the page to get that version.",
    );
    await expect(editor.kept).toHaveText(/^Not kept since \d\d:\d\d/);
    expect(await asksToLeave(page), "all that was done is there").toBe(false);
    await expectWorks(editor);
    expect(await asksToLeave(page)).toBe(true);
    page.once("dialog", (dialog) => dialog.accept());
    await page.reload();
    await expect(editor.bandWords).toHaveText(
      "A newer version of the editor has the storage of this browser: nothing is kept. It is left untouched; reload the page to get that version.",
    );
    await expectWorks(editor);
    const version = (await page.evaluate(() => indexedDB.databases()))[0].version;
    expect(version).toBe(99);
  });

  test("a writing that the browser throws away without a word is written again", async ({ page }) => {
    await page.evaluate(() => {
      const put = IDBObjectStore.prototype.put;
      window.throwsAway = true;
      IDBObjectStore.prototype.put = function (...record) {
        const request = put.apply(this, record);
        if (window.throwsAway) request.addEventListener("success", () => this.transaction.abort());
        return request;
      };
    });
    await type(editor, "2");
    await expect(editor.bandWords).toHaveText(
      "The browser does not keep what is done: what is done now is not kept. It says: the browser gives no reason",
    );
    await expect(editor.kept).toHaveText(/^Not kept since \d\d:\d\d\s*not exported yet$/);
    expect(await asksToLeave(page)).toBe(true);
    await page.evaluate(() => (window.throwsAway = false));
    await type(editor, "3");
    await editor.expectKept();
    await expect(editor.bandWords).toHaveCount(0);
    await page.reload();
    await expect(editor.xml).toHaveValue(`321${EXAMPLE_XML}`);
  });

  test("a writing that does not end is said after ten seconds, and is well when it ends", async ({ page }) => {
    // A transaction of somebody else holds the stores.
    await page.evaluate(
      (name) =>
        new Promise((resolve) => {
          const request = indexedDB.open(name);
          request.onsuccess = () => {
            const transaction = request.result.transaction("locks", "readwrite");
            const store = transaction.objectStore("locks");
            let holds = true;
            const hold = () => void (holds && (store.get(0).onsuccess = hold));
            hold();
            window.answerStorage = () => (holds = false);
            request.result.onversionchange = () => request.result.close();
            resolve(null);
          };
        }),
      NAME,
    );
    await type(editor, "2");
    await expect(editor.kept).toHaveText(/^Keeping …/);
    await expect(editor.bandWords).toHaveText(
      "The browser’s storage does not answer: what is done now is not kept. It is kept when the storage answers.",
      { timeout: 15_000 },
    );
    expect(await asksToLeave(page)).toBe(true);
    await page.evaluate(() => window.answerStorage!());
    await editor.expectKept();
    await expect(editor.bandWords).toHaveCount(0);
  });
});
