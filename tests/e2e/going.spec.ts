// Go live: the steps, their order, what is copied and downloaded for them, and whether it is there.
import { readFile } from "node:fs/promises";
import { createHash } from "node:crypto";

import { EXAMPLE_STATES, EXAMPLE_XML, type Screen, expect, file, test } from "./screen";

const ID = "Aggregated state ID";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** The page, by roles and names. */
class Going {
  constructor(readonly editor: Screen) {}
  get tab() { return this.editor.page.getByRole("tab", { name: "Go live" }); }
  get page() { return this.editor.page.getByRole("region", { name: "Go live", exact: true }); }
  get steps() { return this.page.getByRole("list", { name: "Steps to go live" }).getByRole("listitem"); }
  get verdict() { return this.page.getByRole("status").filter({ has: this.editor.page.getByRole("heading") }); }
  get found() { return this.page.getByRole("list", { name: "What was compared" }).getByRole("listitem"); }
  get digest() { return this.page.getByRole("textbox", { name: "SHA-256 of the file on the server" }); }
  step(title: string) { return this.steps.filter({ hasText: title }); }
  async open() { await this.tab.click(); await expect(this.page).toBeVisible(); }
  async expectSteps(...titles: string[]) {
    await expect(this.steps).toHaveCount(titles.length);
    for (const [at, title] of titles.entries()) await expect(this.steps.nth(at)).toHaveText(new RegExp(`^${at + 1}\\s*${title}`));
  }
}

test("nothing is to be done at first, and it says so", async ({ editor }) => {
  const going = new Going(editor);
  await going.open();
  await expect(going.verdict).toContainText("Nothing is to be done");
  await expect(going.steps).toHaveCount(0);
  await expect(editor.button("Copy as PowerShell")).toHaveCount(0);
});

test("a text only: file and restart, no option; the file is handed over as it must be", async ({ editor, page }) => {
  const going = new Going(editor);
  await editor.texts.type("INCALL", "Availability", "6500");
  await going.open();
  await expect(going.verdict).toContainText("The steps are safe in this order");
  await going.expectSteps("Back up the file in use", "Put the file in place", "Restart T-Server", "Check with one agent");
  const now = EXAMPLE_XML.replace("7001", "6500");
  await expect(going.step("Put the file in place")).toContainText(sha256(now));
  await expect(going.step("Check with one agent")).toContainText("any agent state + Busy");
  const [download] = await Promise.all([page.waitForEvent("download"), going.step("Put the file in place").getByRole("button", { name: /^Download/ }).click()]);
  expect(download.suggestedFilename()).toBe("agentStates.xml");
  expect(await readFile(await download.path(), "utf8")).toBe(now);
  await editor.button("Copy as PowerShell").click();
  await expect(editor.status).toContainText("Copied");
  const block = await page.evaluate(() => navigator.clipboard.readText());
  expect(block).toContain(`$hash = '${sha256(now)}'`);
  expect(block).toContain("$inUse = 'C:\\Genesys\\Presence\\agentStates.xml'");
});

test("only the option, to an entry that is there: no restart, and the string to copy", async ({ editor, page }) => {
  const going = new Going(editor);
  await editor.states.type(15, ID, "INCALL");
  await going.open();
  await going.expectSteps("Set aggregated-states", "Check with one agent");
  await going.step("Set aggregated-states").getByRole("button", { name: /^Copy the value/ }).click();
  await expect(editor.status).toContainText("Copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(EXAMPLE_STATES.replace("15=OOS", "15=INCALL"));
  await expect(going.page.getByRole("region", { name: "The way back" })).toContainText(EXAMPLE_STATES);
});

test("ticks are kept, and a step that does something else is to be done again", async ({ editor, page }) => {
  const going = new Going(editor);
  await editor.texts.type("INCALL", "Availability", "6500");
  await editor.expectKept();
  await going.open();
  await going.step("Back up").getByRole("checkbox").check();
  await going.step("Put the file").getByRole("checkbox").check();
  await expect(going.page).toContainText("2 of 4 done");
  await page.waitForTimeout(900);
  await page.reload();
  await expect(going.page).toContainText("2 of 4 done");
  await expect(going.step("Put the file").getByRole("checkbox")).toBeChecked();
  await editor.page.getByRole("tab", { name: "Editor" }).click();
  await editor.texts.type("INCALL", "Availability", "6600");
  await going.open();
  // A copy of the file in use is one whatever comes afterwards; the file is another.
  await expect(going.page).toContainText("1 of 4 done");
  await expect(going.step("Back up").getByRole("checkbox")).toBeChecked();
});

test("an entry renamed in both: no order is safe; by a bridge, of which a reminder is left, or by a stop", async ({ editor }) => {
  const going = new Going(editor);
  await editor.texts.type("INCALL", "ID", "TALKING");
  await going.open();
  await expect(going.verdict).toContainText("No order is safe for this change");
  await expect(going.verdict).toContainText("the live option names INCALL, which the new file lacks");
  await going.expectSteps("Back up the file in use", "Put the bridge file in place", "Restart T-Server", "Set aggregated-states", "Check with one agent", "Later: put the final file in place, then restart");
  await going.page.getByRole("radio", { name: /^Stop, change both, start/ }).check();
  await going.expectSteps("Back up the file in use", "Stop T-Server", "Put the file in place", "Set aggregated-states", "Start T-Server", "Check with one agent");
  await going.page.getByRole("radio", { name: /^Bridge file/ }).check();
  await editor.button("Mark all as live").click();
  await expect(going.verdict).toContainText("The steps are safe in this order");
  await going.expectSteps("Back up the file in use", "Put the file in place", "Restart T-Server", "Check with one agent");
  await editor.undo.click();
  await expect(going.verdict).toContainText("No order is safe for this change");
});

test("what lies on the server: by its SHA-256, as a file that is dropped or chosen", async ({ editor, page }) => {
  const going = new Going(editor);
  await editor.texts.type("INCALL", "Availability", "6500");
  await going.open();
  const now = EXAMPLE_XML.replace("7001", "6500");
  await going.digest.fill(sha256(now).toUpperCase());
  await expect(going.found.first()).toContainText("identical to the new file");
  await going.digest.fill(sha256(EXAMPLE_XML));
  await expect(going.found.first()).toContainText("the old file of Presence");
  await going.digest.fill("1234");
  await going.digest.press("Enter");
  await expect(editor.status).toContainText("This is no SHA-256");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), editor.button("Choose file").click()]);
  await chooser.setFiles(file("agentStates.xml", EXAMPLE_XML.replace("7001", "6600")));
  await expect(going.found.first()).toContainText("another file: 1 difference from the new file");
  await expect(going.found.first()).toContainText("Busy 6600 -> Busy 6500");
  await expect(editor.importing.dialog).toBeHidden();
});

test("what is live is not known: it says so, and lists all steps", async ({ editor }) => {
  const going = new Going(editor);
  await editor.drop(file("live.xml", EXAMPLE_XML.replace("Logged out", "Gone")));
  await going.open();
  await expect(going.verdict).toContainText("What T-Server has of the options is not known: all steps are listed");
  await expect(going.step("Set aggregated-states")).toHaveCount(1);
  await editor.button("Mark all as live").click();
  await expect(going.verdict).toContainText("Nothing is to be done");
});

test("a bridge to its end: the block for the final file, and with the reminder ticked nothing is left", async ({ editor, page }) => {
  const going = new Going(editor);
  await editor.texts.type("INCALL", "ID", "TALKING");
  await going.open();
  const block = async () => {
    await editor.button("Copy as PowerShell").click();
    await expect(editor.status).toContainText("Copied");
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const bridge = await block();
  for (const step of ["Back up", "Put the bridge file", "Restart T-Server", "Set aggregated-states", "Check with one agent"]) await going.step(step).getByRole("checkbox").check();
  const final = await block();
  const kept = (text: string) => text.match(/'\.before-([^']*)'/)![1];
  expect(kept(final)).not.toBe(kept(bridge));
  await going.step("Later").getByRole("checkbox").check();
  await editor.button("Mark all as live").press("Enter");
  await expect(going.verdict).toContainText("Nothing is to be done");
  await editor.expectFocus("ol: Steps to go live");
  await editor.undo.click();
  await expect(going.page).toContainText("6 of 6 done");
});
