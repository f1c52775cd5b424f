// Where the browser keeps nothing: a file of a workspace takes the place of what is shown, in one step.

import { readFileSync } from "node:fs";
import { test } from "@playwright/test";
import { EXAMPLE_XML, Screen, expect, file } from "./screen";

test("without storage the dialog says so, saves a file, and opens one in one step", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, "indexedDB", { get: () => null }));
  page.on("filechooser", () => {});
  const editor = new Screen(page);
  await editor.open();
  await page.locator("header").getByText(/^Nothing is kept/).click();
  const dialog = editor.dialog("Workspaces and versions");
  await expect(dialog).toContainText("nothing is kept in this browser");
  const saving = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Download workspace" }).click();
  const path = (await (await saving).path())!;
  await page.keyboard.press("Escape");
  await editor.xml.click();
  await editor.press("Control+End");
  await page.keyboard.type("<!-- mine -->");
  await editor.chooseByKey(file("a.json", readFileSync(path), "application/json"));
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await editor.undo.click();
  await expect(editor.xml).toHaveValue(`${EXAMPLE_XML}<!-- mine -->`);
});
