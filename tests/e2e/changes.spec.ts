// Changes: what is different from what T-Server has, from another profile, from a file; and the way back.
import { EXAMPLE_OPTIONS, EXAMPLE_STATES, EXAMPLE_XML, type Screen, expect, file, test } from "./screen";

const ENTRY = (id: string, availability: number, text: string) =>
  `<agentState ID="${id}" availability="${availability}"><activity LCID="1033">${text}</activity></agentState>`;

/** The page of changes, by roles and names. */
class Changes {
  constructor(readonly editor: Screen) {}
  get tab() { return this.editor.page.getByRole("tab", { name: /^Changes/ }); }
  get panel() { return this.editor.page.getByRole("region", { name: "Changes", exact: true }); }
  get lines() { return this.panel.getByRole("listitem"); }
  get sentence() { return this.editor.page.getByRole("region", { name: "What is compared" }).getByRole("status"); }
  get ticket() { return this.editor.page.getByRole("region", { name: "Text for the ticket" }); }
  get from() { return this.editor.page.getByRole("combobox", { name: "From" }); }
  line(text: string | RegExp) { return this.lines.filter({ hasText: text }); }
  async open() { await this.tab.click(); await expect(this.panel).toBeVisible(); }
}

test("nothing is different at first, and the tab has no count", async ({ editor }) => {
  const changes = new Changes(editor);
  await expect(changes.tab).toHaveText("Changes");
  await changes.open();
  await expect(changes.sentence).toContainText("Nothing is different");
  await expect(changes.lines).toHaveCount(0);
  await expect(editor.button(/^Restore/)).toHaveCount(0);
});

test("one availability: five situations, one entry, and the way back to the byte", async ({ editor }) => {
  const changes = new Changes(editor);
  await editor.texts.type("INCALL", "Availability", "6500");
  await expect(changes.tab).toHaveText("Changes 1");
  await changes.open();
  await expect(changes.sentence).toContainText("Colleagues notice the change");
  await expect(changes.lines).toHaveCount(1);
  await expect(changes.line("any agent state + Busy")).toContainText("rows 6 to 10, INCALL");
  await expect(changes.line("any agent state + Busy")).toContainText("Busy 7001");
  await expect(changes.ticket).toContainText("1. any agent state + Busy (rows 6 to 10): Busy 7001 -> Busy 6500");
  await changes.line("any agent state + Busy").getByRole("button", { name: /^Restore this/ }).click();
  await expect(changes.sentence).toContainText("Nothing is different");
  await expect(editor.status).toContainText("any agent state + Busy restored");
  await editor.undo.click();
  await expect(changes.lines).toHaveCount(1);
  await editor.redo.click();
  await editor.page.getByRole("tab", { name: "Editor" }).click();
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
});

test("a row, an entry that no row uses, and a text: each with its way back, and all at once", async ({ editor }) => {
  const changes = new Changes(editor);
  await editor.pasteOutside(`aggregated-states=${EXAMPLE_STATES.replace("15=OOS", "15=INCALL")}\n\n${ENTRY("LUNCH", 15500, "At lunch")}\n${ENTRY("IDLE_OUT", 18000, "Gone home")}`);
  await editor.importing.both("Take all").check();
  await editor.importing.apply();
  await expect(changes.tab).toHaveText("Changes 3");
  await changes.open();
  await expect(changes.sentence).toContainText("Colleagues notice 2 of 3 changes");
  await expect(changes.line("Walk_Away + OOS")).toContainText("Offline 18000");
  await expect(changes.line("Entry LUNCH")).toContainText("15500, 1 text");
  await changes.line("Logout + Idle").getByRole("button", { name: /^Restore this/ }).click();
  await expect(changes.lines).toHaveCount(2);
  await editor.button("Restore all 2").click();
  await expect(changes.sentence).toContainText("Nothing is different");
  await editor.page.getByRole("tab", { name: "Editor" }).click();
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
});

test("what is marked as live is, and the mark is taken back", async ({ editor }) => {
  const changes = new Changes(editor);
  await editor.texts.type("OOS", "Availability", "6500");
  await changes.open();
  await editor.button("Mark as live").click();
  await expect(editor.status).toContainText("Presence marked as live");
  await expect(changes.sentence).toContainText("Nothing is different");
  await expect(changes.tab).toHaveText("Changes");
  await editor.undo.click();
  await expect(changes.lines).toHaveCount(1);
});

test("a file that is opened is live, and the guide's options are not known", async ({ editor }) => {
  const changes = new Changes(editor);
  await editor.drop(file("live.xml", EXAMPLE_XML.replace("Logged out", "Gone")));
  await changes.open();
  await expect(changes.sentence).toContainText("What T-Server has of the options is not known, and not compared");
});

test("what is live is kept over a reload, and in a file of the workspace", async ({ editor, page }) => {
  const changes = new Changes(editor);
  await editor.texts.type("INCALL", "Availability", "6500");
  await editor.expectKept();
  await changes.open();
  await page.waitForTimeout(700);
  await page.reload();
  await expect(changes.panel, "the page that was looked at is looked at").toBeVisible();
  await expect(changes.lines).toHaveCount(1);
  await expect(changes.line("any agent state + Busy")).toContainText("Busy 7001");
});

test("another profile and a file are compared the same way", async ({ editor, page }) => {
  const changes = new Changes(editor);
  await editor.texts.type("INCALL", "Availability", "6500");
  await editor.pasteOutside(`aggregated-states=${EXAMPLE_STATES}`);
  await editor.importing.into("A new one").check();
  await editor.importing.apply();
  await changes.open();
  await changes.from.selectOption("Presence, now");
  await expect(changes.sentence).toContainText("Colleagues notice");
  await expect(editor.button("Mark as live")).toHaveCount(0);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), changes.from.selectOption("A file…")]);
  await chooser.setFiles({ name: "server.xml", mimeType: "text/xml", buffer: Buffer.from(EXAMPLE_XML) });
  await expect(changes.sentence).toContainText("server.xml says nothing of the options");
  await expect(changes.from.getByRole("option", { name: "server.xml" })).toHaveCount(1);
});

test("the table for the ticket is one of cells, and formulas are none", async ({ editor, page }) => {
  const changes = new Changes(editor);
  await editor.texts.type("OOS", "Availability", "6500");
  await changes.open();
  await page.getByRole("radio", { name: "Table" }).check();
  await expect(changes.ticket).toHaveText(/^Where\tWhich\tBefore\tNow\n/, { useInnerText: true });
  await editor.button("Copy table").click();
  await expect(editor.status).toContainText("Copied");
});

test("a removed entry that a row uses comes back, and so do its bytes", async ({ editor, page }) => {
  const changes = new Changes(editor);
  await editor.fillXml(EXAMPLE_XML.replace(/ {2}<agentState ID="IDLE_AWAY"[^]*?<\/agentState>\n/, ""));
  await changes.open();
  await expect(changes.line("Walk_Away + Idle")).toContainText("the file has no entry IDLE_AWAY");
  await changes.line("Walk_Away + Idle").getByRole("button", { name: /^Restore this/ }).click();
  await expect(changes.sentence).toContainText("Nothing is different");
  await page.getByRole("tab", { name: "Editor" }).click();
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
});

test("whoever restores by the keyboard goes on from the list", async ({ editor }) => {
  const changes = new Changes(editor);
  await editor.texts.type("INCALL", "Availability", "6500");
  await changes.open();
  await changes.line("any agent state + Busy").getByRole("button", { name: /^Restore this/ }).press("Enter");
  await expect(changes.lines).toHaveCount(0);
  await editor.expectFocus("region: Differences");
  await editor.undo.click();
  await editor.button(/^Restore all/).press("Enter");
  await editor.expectFocus("region: Differences");
});

test("a file in the place of the example: its options are nobody's, and that is said", async ({ editor }) => {
  const changes = new Changes(editor);
  await editor.drop(file("live.xml", EXAMPLE_XML.replace("Logged out", "Gone")));
  await changes.open();
  await expect(changes.sentence).toContainText("Nothing is different in the file; the options are not compared");
  await expect(changes.ticket).toContainText("What T-Server has of the options is not known, and not compared.");
});
