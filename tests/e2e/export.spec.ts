// Opening and exporting: what comes in, what goes out, byte for byte, and what the page says of it.

import { readFileSync } from "node:fs";
import type { Download, Page } from "@playwright/test";
import { EXAMPLE_OPTIONS, EXAMPLE_STATES, EXAMPLE_XML, expect, file, test } from "./screen";

const LF = Buffer.from(EXAMPLE_XML);
const CRLF = Buffer.from(`\uFEFF${EXAMPLE_XML.replaceAll("\n", "\r\n")}`);
const UTF16 = Buffer.from(`\uFEFF${EXAMPLE_XML}`, "utf16le");

async function saved(page: Page, act: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const downloading: Promise<Download> = page.waitForEvent("download");
  await act();
  const download = await downloading;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** What a page asks before it is left: whether a question came, which is answered by staying. */
async function isAskedOnLeaving(page: Page): Promise<boolean> {
  let asked = false;
  const answer = async (dialog: import("@playwright/test").Dialog) => {
    asked ||= dialog.type() === "beforeunload";
    await dialog.dismiss();
  };
  page.on("dialog", answer);
  await page.reload({ timeout: 3_000, waitUntil: "commit" }).catch(() => {});
  page.off("dialog", answer);
  return asked;
}

test.describe("opening", () => {
  const other = EXAMPLE_XML.replace("Logged out", "Gone home");

  for (const way of ["button", "Ctrl+O", "drop"]) {
    test(`by ${way}: the XML is replaced as one step`, async ({ editor, page }) => {
      if (way === "button") await editor.choose(file("other.xml", other));
      if (way === "drop") await editor.drop(file("other.xml", other));
      if (way === "Ctrl+O") {
        await editor.xml.focus();
        await editor.chooseByKey(file("other.xml", other));
      }
      await expect(editor.status).toContainText(/Opened other\.xml.*7 entries, 4 languages/);
      await expect(editor.xml).toHaveValue(other);
      await expect(await editor.texts.cell("IDLE_OUT", "English")).toHaveText("Gone home");
      expect((await saved(page, () => page.keyboard.press("Control+s"))).name).toBe("other.xml");
      await editor.undo.click();
      await expect(editor.xml).toHaveValue(EXAMPLE_XML);
      expect((await saved(page, () => page.keyboard.press("Control+s"))).name).toBe("agentStates.xml");
      await editor.redo.click();
      await expect(editor.xml).toHaveValue(other);
      await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
    });
  }

  for (const way of ["Ctrl+O", "drop"]) {
    test(`by ${way} while a cell is open: what was typed is looked at beside the file, and goes into the old text, never into the new one`, async ({ editor }) => {
      await editor.texts.type("INCALL", "Availability", "6500", null);
      if (way === "drop") await editor.drop(file("other.xml", other));
      else await editor.chooseByKey(file("other.xml", other));
      await expect(editor.importing.dialog).toBeVisible();
      await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("7001", "6500"));
      await expect(editor.importing.choice("Availability, piece 1", "Keep")).toBeChecked();
      await editor.importing.go("Replace it");
      await editor.importing.apply();
      await expect(editor.status).toContainText("2 values imported from other.xml");
      await expect(editor.xml).toHaveValue(other);
      await editor.undo.click();
      await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("7001", "6500"));
    });
  }

  test("a file that is not one is refused in words, and nothing changes", async ({ editor }) => {
    await editor.choose(file("picture.xml", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00, 0xc0, 0x00, 0x80, 0x81])));
    await expect(editor.status).toContainText("picture.xml was not opened");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
    await editor.choose(file("huge.xml", Buffer.alloc(9_000_000, 0x20)));
    await expect(editor.status).toHaveText("huge.xml was not opened: it is larger than 8 MB");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  });

  test("what holds no configuration is named and refused, whatever it is called", async ({ editor }) => {
    const strangers: [string, string | Buffer, RegExp][] = [
      ["manual.xml", "%PDF-1.7\n", /manual\.xml was not opened: it is a PDF; copy the text out of it/],
      ["texts.xml", Buffer.from("PK\u0003\u0004[Content_Types].xmlxl/workbook.xml"), /it is a workbook of a spreadsheet; copy the cells instead/],
      ["settings.xml", "Windows Registry Editor Version 5.00\r\n", /it is an export of the Windows registry/],
      ["server.xml", "@10:15:00.1230 [0] 8.1 distribute_event: message EventAgentReady\n", /it is a log/],
    ];
    for (const [name, content, words] of strangers) {
      await editor.choose(file(name, content));
      await expect(editor.status).toContainText(words);
      await expect(editor.xml).toHaveValue(EXAMPLE_XML);
    }
  });

  test("UTF-16 is read as text", async ({ editor }) => {
    await editor.choose(file("notepad.xml", UTF16));
    await expect(editor.status).toContainText(/notepad\.xml \(UTF-16/);
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  });

  test("a file that does not name its encoding is shown as it would read, and read as chosen", async ({ editor, page }) => {
    // "Работа" in windows-1251.
    const text = Buffer.from([0xd0, 0xe0, 0xe1, 0xee, 0xf2, 0xe0]);
    const [front, back] = EXAMPLE_XML.split("Logged out").map((part) => Buffer.from(part.replace("Работа с клиентом, не беспокоить", "x").replace(/[^\x00-\x7f]/g, "x")));
    await editor.choose(file("ansi.xml", Buffer.concat([front, text, back])));
    const { dialog } = editor.importing;
    await expect(dialog).toContainText(/line 4, column 27 \(byte D0\) is not UTF-8/);
    const readings = dialog.getByRole("radiogroup", { name: "Read ansi.xml as", exact: true }).getByRole("radio");
    await expect(readings.and(page.getByRole("radio", { name: /Работа/ }))).toHaveCount(1);
    await expect(readings.and(page.getByRole("radio", { checked: true }))).toHaveCount(0);
    await expect(editor.importing.pieces).toHaveCount(0);
    await editor.importing.expectChanges(0);
    await readings.and(page.getByRole("radio", { name: /^windows-1251/ })).check();
    await expect(editor.importing.pieces).toHaveCount(1);
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
    await editor.importing.go("Replace it");
    await editor.importing.apply();
    await expect(editor.status).toContainText("imported from ansi.xml");
    await expect(editor.xml).toHaveValue(/>Работа</);
    await editor.undo.click();
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  });

  test("the same file can be opened twice in a row", async ({ editor }) => {
    await editor.choose(file("other.xml", other));
    await expect(editor.xml).toHaveValue(other);
    await editor.undo.click();
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
    await editor.importFile(file("other.xml", other), { into: "Replace it" });
    await expect(editor.xml).toHaveValue(other);
  });
});

test.describe("the file that leaves", () => {
  test("without an edit it is the example, byte for byte", async ({ editor, page }) => {
    const { name, bytes } = await saved(page, () => editor.region("XML source").getByRole("button", { name: "Download XML" }).click());
    expect(name).toBe("agentStates.xml");
    expect(bytes.equals(LF)).toBe(true);
    await expect(editor.status).toContainText(`agentStates.xml`);
    await expect(editor.status).toContainText(`${LF.length} bytes`);
  });

  test("has the byte order mark and the line ends it came with", async ({ editor, page }) => {
    await editor.choose(file("windows.xml", CRLF));
    await expect(editor.status).toContainText("windows.xml");
    await expect(editor.region("XML source")).toContainText("UTF-8 with BOM, CRLF");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
    const same = await saved(page, () => page.keyboard.press("Control+s"));
    expect(same.name).toBe("windows.xml");
    expect(same.bytes.equals(CRLF)).toBe(true);
    await editor.texts.type("INCALL", "Availability", "6500");
    const changed = await saved(page, () => page.keyboard.press("Control+s"));
    expect(changed.bytes.equals(Buffer.from(CRLF.toString().replace("7001", "6500")))).toBe(true);
  });

  test("takes what is typed in an open cell with it, by the button", async ({ editor, page }) => {
    await editor.texts.type("INCALL", "Availability", "6500", null);
    const { bytes } = await saved(page, () => editor.region("XML source").getByRole("button", { name: "Download XML" }).click());
    expect(bytes.toString()).toBe(EXAMPLE_XML.replace("7001", "6500"));
  });

  test("takes what is typed in an open cell with it, by Ctrl+S", async ({ editor, page }) => {
    await editor.texts.type("INCALL", "Availability", "6600", null);
    const byKey = await saved(page, () => page.keyboard.press("Control+s"));
    expect(byKey.bytes.toString()).toBe(EXAMPLE_XML.replace("7001", "6600"));
  });

  test("is called like the file the options name, until one is opened", async ({ editor, page }) => {
    await editor.fillOptions(EXAMPLE_OPTIONS.replace("agentStates.xml", "Team North.xml"));
    await editor.show("XML source");
    const { name } = await saved(page, () => page.keyboard.press("Control+s"));
    expect(name).toBe("Team North.xml");
  });

  test("a broken text leaves as it is", async ({ editor, page }) => {
    const broken = EXAMPLE_XML.slice(0, 400);
    await editor.fillXml(broken);
    const { bytes } = await saved(page, () => page.keyboard.press("Control+s"));
    expect(bytes.toString()).toBe(broken);
  });
});

test.describe("the export dialog", () => {
  test("says what its error is", async ({ editor }) => {
    await editor.fillOptions(EXAMPLE_OPTIONS.replace("4=IDLE_ACW", "4=IDLE_AWC"));
    await editor.button("Export with 1 error").click();
    await expect(editor.dialog("Export")).toContainText("error: row 4 (ACW, Idle) uses IDLE_AWC");
  });

  test("shows exactly what is copied and saved", async ({ editor, page }) => {
    await editor.button(/^Export/).click();
    const dialog = editor.dialog("Export");
    await expect(dialog.getByRole("region", { name: "aggregated-states", exact: true })).toHaveText(EXAMPLE_STATES);
    await expect(dialog.getByRole("region", { name: "agent-presence-map", exact: true })).toHaveText("C:\\Genesys\\Presence\\agentStates.xml");
    await expect(dialog.getByRole("region", { name: "service-type", exact: true })).toHaveText("presence-profile");
    await expect(dialog.getByRole("region", { name: "map-presence-to-dnd", exact: true })).toHaveText("false");
    expect(await dialog.getByRole("region", { name: "agentStates.xml", exact: true }).evaluate((element) => element.textContent)).toBe(EXAMPLE_XML);
    await expect(dialog).toContainText(`27 lines, ${LF.length} bytes, UTF-8 without BOM, LF`);
    const { bytes } = await saved(page, () => dialog.getByRole("button", { name: "Download XML" }).click());
    expect(bytes.equals(LF)).toBe(true);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await editor.expectFocus(/^button: Export/);
  });

  test("takes what is typed in an open cell with it", async ({ editor }) => {
    await editor.texts.type("INCALL", "Availability", "6500", null);
    await editor.button(/^Export/).click();
    await expect(editor.dialog("Export").getByRole("region", { name: "agentStates.xml", exact: true })).toContainText('availability="6500"');
  });
});

for (const served of ["over https or from this machine", "over plain http"] as const) {
  test.describe(`copying, served ${served}`, () => {
    const isSecure = served !== "over plain http";
    test.use({
      baseURL: async ({ baseURL }, use) => use(isSecure ? baseURL! : baseURL!.replace("127.0.0.1", "intranet.test")),
      // A name that is not this machine's own makes the page as insecure as one that another machine serves over plain http.
      page: async ({ page }, use) => {
        await page.route((url) => url.hostname === "intranet.test", async (route) => {
          const response = await route.fetch({ url: route.request().url().replace("intranet.test", "127.0.0.1") });
          const isIsolation = (name: string) => name.startsWith("cross-origin-");
          const headers = Object.fromEntries(Object.entries(response.headers()).filter(([name]) => !isIsolation(name)));
          await route.fulfill({ response, headers });
        });
        await use(page);
      },
    });

    test.beforeEach(async ({ context, editor, page }) => {
      if (isSecure) await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      expect(await editor.page.evaluate(() => isSecureContext)).toBe(isSecure);
      expect(await page.evaluate(() => "clipboard" in navigator)).toBe(isSecure);
    });

    /** What the clipboard holds, by pasting it into a field of another page. */
    async function pasted(page: Page): Promise<string> {
      const other = await page.context().newPage();
      await other.setContent("<textarea></textarea>");
      await other.locator("textarea").focus();
      await other.keyboard.press("Control+v");
      const text = await other.locator("textarea").inputValue();
      await other.close();
      return text;
    }

    test("the option is one line without a full stop, and the number told is its length", async ({ editor, page }) => {
      await editor.button("Copy aggregated-states").click();
      await expect(editor.status).toHaveText(`Copied ${EXAMPLE_STATES.length} characters`);
      expect(await pasted(page)).toBe(EXAMPLE_STATES);
      await editor.expectFocus("button: Copy aggregated-states");
    });

    test("all options, each option, and the XML from the dialog", async ({ editor, page }) => {
      await editor.show("Options");
      await editor.button("Copy all options").click();
      await expect(editor.status).toHaveText(`Copied ${EXAMPLE_OPTIONS.length} characters`);
      expect(await pasted(page)).toBe(EXAMPLE_OPTIONS);
      await editor.button(/^Copy agent-presence-map/).click();
      await expect(editor.status).toHaveText("Copied 35 characters");
      expect(await pasted(page)).toBe("C:\\Genesys\\Presence\\agentStates.xml");
      await editor.button(/^Export/).click();
      const dialog = editor.dialog("Export");
      await dialog.getByRole("button", { name: "Copy XML" }).click();
      await expect(dialog.getByRole("status")).toHaveText(`Copied ${[...EXAMPLE_XML].length} characters`);
      expect(await pasted(page)).toBe(EXAMPLE_XML);
      await dialog.getByRole("button", { name: "Copy aggregated-states" }).click();
      expect(await pasted(page)).toBe(EXAMPLE_STATES);
      await expect(dialog).toBeVisible();
    });

    test("what is typed in an open cell is copied with it", async ({ editor, page }) => {
      await editor.states.type(7, "Aggregated state ID", "OOS", null);
      await editor.button("Copy aggregated-states").click();
      await expect(editor.status).toHaveText(/^Copied \d+ characters$/);
      expect(await pasted(page)).toBe(EXAMPLE_STATES.replace("7=INCALL", "7=OOS"));
    });

    test("a refused clipboard is told, never called a copy", async ({ editor, page }) => {
      await page.evaluate(() => {
        document.execCommand = () => false;
        if (navigator.clipboard) navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
      });
      await editor.button("Copy aggregated-states").click();
      await expect(editor.status).toContainText("refused");
      await expect(editor.status).not.toContainText("Copied");
    });
  });
}

test.describe("leaving the page where the browser keeps nothing", () => {
  test.beforeEach(({ page }) => page.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined })));

  test("asks nothing before an edit, and asks after one", async ({ editor, page }) => {
    await page.mouse.click(5, 5);
    expect(await isAskedOnLeaving(page)).toBe(false);
    await expect(editor.states.table).toBeVisible();
    await editor.texts.type("INCALL", "Availability", "6500");
    expect(await isAskedOnLeaving(page)).toBe(true);
    await editor.press("Control+z");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
    expect(await isAskedOnLeaving(page)).toBe(false);
  });

  test("asks while a cell is open with something typed in it", async ({ editor, page }) => {
    await editor.texts.type("INCALL", "Availability", "65", null);
    expect(await isAskedOnLeaving(page)).toBe(true);
    // Whoever stays goes on where the hands were.
    await page.keyboard.type("00");
    await page.keyboard.press("Enter");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("7001", "6500"));
  });

  test("asks nothing while a cell is open with what it had", async ({ editor, page }) => {
    await (await editor.texts.cell("INCALL", "Availability")).click();
    await editor.press("F2", "5", "Backspace");
    expect(await isAskedOnLeaving(page)).toBe(false);
  });

  test("asks for an edit that an opened file took the place of", async ({ editor, page }) => {
    await editor.texts.type("INCALL", "Availability", "6500");
    await editor.importFile(file("other.xml", EXAMPLE_XML), { into: "Replace it" });
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
    expect(await isAskedOnLeaving(page)).toBe(true);
  });

  test("asks nothing once the edited text has left the page", async ({ editor, page }) => {
    await editor.texts.type("INCALL", "Availability", "6500");
    await saved(page, () => page.keyboard.press("Control+s"));
    expect(await isAskedOnLeaving(page)).toBe(false);
  });
});
