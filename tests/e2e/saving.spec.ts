// Journeys of saving where a file came from. The pickers of the browser are answered by files of its own private folder.

import { EXAMPLE_XML, expect, test, type Screen } from "./screen";

const FILE = '<?xml version="1.0"?>\r\n<agentStates>\r\n  <agentState ID="INCALL" availability="7001">\r\n    <activity LCID="1033">On a call</activity>\r\n  </agentState>\r\n</agentStates>\r\n';

/** Puts pickers into the page that choose from the private folder, and a file there. */
async function withPickers(editor: Screen, bytes: string | number[] = FILE) {
  await editor.page.evaluate(async (bytes) => {
    const folder = () => navigator.storage.getDirectory();
    const file = await (await folder()).getFileHandle("agentStates.xml", { create: true });
    const written = await file.createWritable();
    await written.write(typeof bytes === "string" ? bytes : new Uint8Array(bytes));
    await written.close();
    Object.assign(window, {
      showOpenFilePicker: async () => [await (await folder()).getFileHandle("agentStates.xml")],
      showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) =>
        (await folder()).getFileHandle(`other-${suggestedName}`, { create: true }),
    });
  }, bytes);
}

/** What a file of the private folder holds. */
const holds = (editor: Screen, name = "agentStates.xml") =>
  editor.page.evaluate(async (name) => {
    const folder = await navigator.storage.getDirectory();
    return [...new Uint8Array(await (await (await folder.getFileHandle(name)).getFile()).arrayBuffer())];
  }, name);

const bytes = (text: string) => [...new TextEncoder().encode(text)];

/** Somebody else writes the file. */
const overwrite = (editor: Screen, text: string) =>
  editor.page.evaluate(async (text) => {
    const file = await (await navigator.storage.getDirectory()).getFileHandle("agentStates.xml");
    const written = await file.createWritable();
    await written.write(text);
    await written.close();
  }, text);

async function openFile(editor: Screen) {
  await editor.press("Control+o");
  await expect(editor.status).toHaveText(/^Opened agentStates\.xml/);
}

async function typeComment(editor: Screen, words = "<!-- x -->") {
  await editor.xml.click();
  await editor.press("Control+Home", "End");
  await editor.page.keyboard.type(words);
}

test("Ctrl+S writes a file back where it came from, as it was written, and reads it back", async ({ editor }) => {
  await withPickers(editor);
  await openFile(editor);
  await typeComment(editor);
  await editor.press("Control+s");
  const after = FILE.replace("?>", "?><!-- x -->");
  await expect(editor.status).toHaveText(/^Saved agentStates\.xml, 177 bytes, read back; with 7 errors/);
  expect(await holds(editor)).toEqual(bytes(after));
  await typeComment(editor, "<!-- y -->");
  await editor.page.getByRole("button", { name: "Save with 7 errors" }).click();
  await expect(editor.status).toHaveText(/^Saved agentStates\.xml, 187 bytes, read back/);
  await editor.press("Control+s");
  await expect(editor.status).toHaveText(/^agentStates\.xml holds exactly this already, 187 bytes, read back/);
});

test("a file that somebody else has changed is not overwritten unasked", async ({ editor }) => {
  await withPickers(editor);
  await openFile(editor);
  await typeComment(editor);
  const theirs = FILE.replace("On a call", "Im Gespräch");
  await overwrite(editor, theirs);
  await editor.press("Control+s");
  const dialog = editor.dialog("The file was changed");
  await expect(dialog).toContainText("Im Gespräch");
  await expect(dialog).toContainText("On a call");
  await editor.press("Escape");
  await expect(dialog).toBeHidden();
  expect(await holds(editor)).toEqual(bytes(theirs));
  await expect(editor.status).toHaveText(/was changed by somebody else since; nothing was written/);
  await editor.press("Control+s");
  await dialog.getByRole("button", { name: "Overwrite" }).click();
  await expect(editor.status).toHaveText(/^Saved agentStates\.xml, 177 bytes, read back/);
  expect(await holds(editor)).toEqual(bytes(FILE.replace("?>", "?><!-- x -->")));
});

test("a file that was not UTF-8 becomes UTF-8, and that is said", async ({ editor }) => {
  const words = '<?xml version="1.0" encoding="windows-1251"?>\n<agentStates/>\n';
  await withPickers(editor, [...bytes(words.slice(0, -3)), 0x3e, 0x3c, 0x21, 0x2d, 0x2d, 0xcf, 0x2d, 0x2d, 0x3e, 0x0a].slice(0));
  await editor.press("Control+o");
  // It says an encoding that it would not have any more: that is looked at first.
  await expect(editor.importing.into("Replace it")).toBeChecked();
  await editor.importing.apply();
  await expect(editor.xml).toHaveValue(/П/);
  await editor.press("Control+s");
  await expect(editor.status).toHaveText(/it was windows-1251 and is UTF-8 now/);
  expect(await holds(editor)).toEqual(bytes(await editor.xml.inputValue()));
});

test("what came by an opening that was undone is not written to its file", async ({ editor }) => {
  await withPickers(editor);
  await openFile(editor);
  await editor.press("Control+z");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await expect(editor.page.getByRole("button", { name: /^Save( with|$)/ })).toBeHidden();
  const download = editor.page.waitForEvent("download");
  await editor.press("Control+s");
  await download;
  expect(await holds(editor)).toEqual(bytes(FILE));
  await editor.press("Control+y", "Control+s");
  await expect(editor.status).toHaveText(/holds exactly this already/);
});

test("Save as writes another file, and goes on with that", async ({ editor }) => {
  await withPickers(editor);
  await editor.page.getByRole("button", { name: /^Export/ }).click();
  await editor.page.getByRole("button", { name: "Save as" }).click();
  await expect(editor.status).toHaveText(/^Saved other-agentStates\.xml, 1,288 bytes, read back/);
  expect(await holds(editor, "other-agentStates.xml")).toEqual(bytes(EXAMPLE_XML));
  await editor.press("Escape");
  await typeComment(editor, " ");
  await editor.press("Control+s");
  await expect(editor.status).toHaveText(/^Saved other-agentStates\.xml, 1,289 bytes, read back/);
});

test("a file in hand is in hand after a reload", async ({ editor, page }) => {
  await withPickers(editor);
  await openFile(editor);
  await expect(page.getByRole("button", { name: "Save with 7 errors" })).toBeVisible();
  const handles = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const request = indexedDB.open("presence-profile-editor");
          request.onsuccess = () => {
            const count = request.result.transaction("handles").objectStore("handles").count();
            count.onsuccess = () => (request.result.close(), resolve(count.result));
          };
        }),
    );
  await expect.poll(handles).toBe(1);
  await page.reload();
  await expect(editor.xml).toHaveValue(/On a call/);
  await typeComment(editor, " ");
  await editor.press("Control+s");
  await expect(editor.status).toHaveText(/^Saved agentStates\.xml, 168 bytes, read back/);
});

test("where the browser has no pickers, Ctrl+S downloads and nothing speaks of saving", async ({ editor }) => {
  await expect(editor.page.getByRole("button", { name: /^Save/ })).toHaveCount(0);
  const download = editor.page.waitForEvent("download");
  await editor.press("Control+s");
  await download;
  await editor.page.getByRole("button", { name: /^Export/ }).click();
  await expect(editor.page.getByRole("button", { name: "Save as" })).toHaveCount(0);
});

test("an opening that is undone while the browser asks is not saved over its file", async ({ editor, page }) => {
  await withPickers(editor);
  await openFile(editor);
  await page.evaluate(() => {
    const asked = Promise.withResolvers<string>();
    Object.assign(window, { answer: () => asked.resolve("granted") });
    Object.assign((window as unknown as { FileSystemHandle: { prototype: object } }).FileSystemHandle.prototype, { queryPermission: () => asked.promise });
  });
  await editor.press("Control+s", "Control+z");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await page.evaluate(() => (window as unknown as { answer: () => void }).answer());
  await expect(editor.status).toContainText("agentStates.xml was not saved: the profile does not hold the text that came from it any more");
  expect(await holds(editor)).toEqual(bytes(FILE));
});
