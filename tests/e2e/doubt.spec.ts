// A workspace that broke the page, or did not reach it, is not read again unasked.

import { EXAMPLE_XML, expect, test } from "./screen";

test.beforeEach(async ({ editor, page }) => {
  await editor.xml.click();
  await editor.press("Control+End");
  await page.keyboard.type("<!--mine-->");
  await expect(editor.kept).toHaveText(/^Kept in this browser/);
  // The version from before the first edit is kept beside it, and may come a moment later.
  await expect.poll(() => page.evaluate(() => new Promise<number>((done) => {
    const opening = indexedDB.open("presence-profile-editor");
    opening.onsuccess = () => {
      const counting = opening.result.transaction("versions").objectStore("versions").count();
      counting.onsuccess = () => (opening.result.close(), done(counting.result));
    };
  }))).toBeGreaterThan(0);
  // As a start leaves it that did not reach the page.
  await page.evaluate(() => localStorage.setItem("starting", sessionStorage.getItem("workspace")!));
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The last start did not reach the page. Your texts are here.");
});

test("its texts are shown, each reload asks again, and it opens when that is wanted", async ({ editor, page }) => {
  await expect(page.getByRole("textbox", { name: "agentStates XML" })).toHaveValue(`${EXAMPLE_XML}<!--mine-->`);
  await page.reload();
  const again = page.getByRole("button", { name: "Open Workspace 1 again" });
  await expect(again).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(again).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(editor.states.table).toBeVisible();
  await expect(editor.xml).toHaveValue(`${EXAMPLE_XML}<!--mine-->`);
  // It has reached the page now.
  await page.reload();
  await expect(editor.xml).toHaveValue(`${EXAMPLE_XML}<!--mine-->`);
});

test("an earlier version opens beside it", async ({ editor, page }) => {
  await page.getByRole("button", { name: /^Open the version of \d\d:\d\d$/ }).click();
  await expect(editor.states.table).toBeVisible();
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
});

test("the example opens beside it, and nothing of it is lost", async ({ editor, page }) => {
  await page.getByRole("button", { name: "Open the guide’s example" }).click();
  await expect(editor.states.table).toBeVisible();
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await editor.kept.getByRole("button").click();
  await expect(editor.dialog("Workspaces and versions").getByRole("option", { name: /Workspace 1/ })).toHaveCount(2);
});
