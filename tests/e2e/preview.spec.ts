// Preview: what a colleague sees of a state, and how it comes about.

import { EXAMPLE_OPTIONS, EXAMPLE_XML, expect, test, type Screen } from "./screen";

const ID = "Aggregated state ID";

async function choose(editor: Screen, agent: string, device: string, viewer?: string) {
  const preview = editor.region("Preview");
  await preview.getByRole("combobox", { name: "Agent state" }).selectOption(agent);
  await preview.getByRole("combobox", { name: "Device state" }).selectOption(device);
  if (viewer) await preview.getByRole("combobox", { name: "Viewer language" }).selectOption({ label: viewer });
}

function chain(editor: Screen) {
  return editor.region("Preview").getByRole("list", { name: "How this comes about" }).getByRole("button");
}

test("the sentence has the three choices and their values", async ({ editor }) => {
  const preview = editor.region("Preview");
  await expect(preview.getByRole("combobox", { name: "Agent state" }).getByRole("option")).toHaveText(["Logout", "Ready", "NotReady", "ACW", "Walk_Away"]);
  await expect(preview.getByRole("combobox", { name: "Device state" }).getByRole("option")).toHaveText(["Idle", "Busy", "OOS"]);
  await expect(preview.getByRole("combobox", { name: "Viewer language" }).getByRole("option")).toHaveText([/^English/, /^Spanish/, /^Russian/, /^French/]);
});

test("the chain is shown link by link", async ({ editor }) => {
  await choose(editor, "Ready", "Busy");
  await expect(chain(editor)).toHaveText(["row 7", "INCALL", "7001 Busy", "text 1033"]);
  await expect(editor.region("Preview")).toContainText("Working with customer, do not disturb");
  await choose(editor, "Ready", "Busy", "Russian (Russia)");
  await expect(chain(editor)).toHaveText(["row 7", "INCALL", "7001 Busy", "text 1049"]);
  await expect(editor.region("Preview").locator('[lang="ru-RU"]').first()).toHaveText("Работа с клиентом, не беспокоить");
  await choose(editor, "Logout", "Idle");
  await expect(chain(editor)).toHaveText(["row 1", "IDLE_OUT", "18000 Offline", /no text 1049/]);
});

test("each link leads to where it is written", async ({ editor, page }) => {
  await choose(editor, "Ready", "Busy");
  await chain(editor).nth(2).click();
  await editor.expectFocus("textarea: agentStates XML");
  expect(await editor.selected()).toBe("7001");
  await chain(editor).nth(3).click();
  expect(await editor.selected()).toBe("Working with customer, do not disturb");
  await chain(editor).nth(1).click();
  await expect(page.getByRole("tab", { name: "Options" })).toHaveAttribute("aria-selected", "true");
  await editor.expectFocus("textarea: Options text");
  expect(await editor.selected()).toBe("7=INCALL");
  await chain(editor).nth(0).click();
  await editor.expectFocus(`Aggregated states: 7, ${ID}`);
});

test("a missing text, entry, ID and number are each said, and what the guide does not say is called so", async ({ editor }) => {
  const preview = editor.region("Preview");
  await choose(editor, "Logout", "Idle", "French (France)");
  await expect(preview).toContainText(/No text in French.*not documented/);
  await editor.fillOptions(EXAMPLE_OPTIONS.replace("2=IDLE_READY", "2=NOBODY").replace("3=IDLE_NOTREADY, ", ""));
  await choose(editor, "Ready", "Idle");
  await expect(chain(editor)).toHaveText(["row 2", "NOBODY", "no entry"]);
  await expect(preview).toContainText("not documented");
  await choose(editor, "NotReady", "Idle");
  await expect(chain(editor)).toHaveText(["row 3", "not set"]);
  await editor.fillXml(EXAMPLE_XML.replace("18000", "much"));
  await choose(editor, "Logout", "Idle");
  await expect(chain(editor).nth(2)).toHaveText("no availability");
});

test("all languages of the state stand side by side", async ({ editor }) => {
  await choose(editor, "Walk_Away", "Busy");
  const unfold = editor.region("Preview").getByRole("button", { name: /^All 4/ });
  await expect(unfold).toHaveAttribute("aria-expanded", "false");
  await unfold.click();
  await expect(unfold).toHaveAttribute("aria-expanded", "true");
  const cards = editor.region("Preview").getByRole("list", { name: "All languages" }).getByRole("listitem");
  await expect(cards).toHaveText([/English.*1033.*Working with/s, /Spanish.*3082.*Estoy/s, /Russian.*1049.*Работа/s, /French.*1036.*En travaillant/s]);
  await choose(editor, "Logout", "OOS");
  await expect(cards).toHaveText([/out of service/, /not documented/, /not documented/, /not documented/]);
});

test("an edit of the text, and only typed so far, is in the preview", async ({ editor, page }) => {
  await choose(editor, "Logout", "OOS");
  await editor.texts.type("OOS", "English", "Broken");
  await expect(editor.region("Preview")).toContainText("Broken");
  await editor.xml.evaluate((element: HTMLTextAreaElement) => {
    element.focus();
    const at = element.value.indexOf("Broken");
    element.setSelectionRange(at, at);
  });
  await page.keyboard.type("Not ");
  await expect(editor.region("Preview")).toContainText("Not Broken");
});

test("the choice and the table follow each other", async ({ editor }) => {
  await (await editor.states.cell(9, ID)).click();
  const preview = editor.region("Preview");
  await expect(preview.getByRole("combobox", { name: "Agent state" })).toHaveValue("ACW");
  await expect(preview.getByRole("combobox", { name: "Device state" })).toHaveValue("Busy");
  await choose(editor, "Ready", "Idle");
  await expect(editor.states.row(2)).toHaveClass(/current/);
});

test("texts from right to left read so, in the preview and in the tables", async ({ editor }) => {
  await editor.fillXml(EXAMPLE_XML.replace("Logged out</activity>", 'Logged out</activity>\n    <activity LCID="1037">מחוץ למשרד</activity>\n    <activity LCID="1025">خارج المكتب</activity>'));
  await choose(editor, "Logout", "Idle", "Hebrew (Israel)");
  const says = editor.region("Preview").locator('[lang="he-IL"]').first();
  await expect(says).toHaveText("מחוץ למשרד");
  await expect(says).toHaveAttribute("dir", "rtl");
  await choose(editor, "Logout", "Idle", "Arabic (Saudi Arabia)");
  await expect(editor.region("Preview").locator('[lang="ar-SA"]').first()).toHaveAttribute("dir", "rtl");
  await expect(await editor.texts.cell("IDLE_OUT", "Hebrew")).toHaveAttribute("dir", "rtl");
});

test("a text without characters shows the class word", async ({ editor }) => {
  await editor.fillXml(EXAMPLE_XML.replace("Logged out", ""));
  await choose(editor, "Logout", "Idle");
  await expect(editor.region("Preview").getByText("Offline", { exact: true })).toBeVisible();
  await expect(chain(editor)).toHaveText(["row 1", "IDLE_OUT", "18000 Offline", "text 1033"]);
});

test("the preview is of one height, whatever it shows, and its trail is one line", async ({ editor, page }) => {
  for (const width of [1280, 1440, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    const height = async () => (await editor.region("Preview").boundingBox())!.height;
    const first = await height();
    await editor.fillXml(EXAMPLE_XML.replace("Working with customer, do not disturb", "Working with customer, do not disturb until the whole of the conversation has come to its end, please ".repeat(2)));
    await choose(editor, "Ready", "Busy");
    expect(await height()).toBe(first);
    await choose(editor, "Ready", "Busy", "Russian (Russia)");
    expect(await height()).toBe(first);
    const tops = await chain(editor).evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top));
    expect(new Set(tops).size).toBe(1);
    await choose(editor, "Logout", "Idle", "English (United States)");
    expect(await height()).toBe(first);
  }
});

test("more languages than fit side by side are a list of whole lines, with how many have no text", async ({ editor, page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await editor.addLanguages("1031, 1040, 1043, 1045, 1046, 1053");
  const unfold = editor.region("Preview").getByRole("button", { name: "All 10 languages" });
  await expect(unfold).toHaveText("10 languages");
  await unfold.click();
  await expect(editor.region("Preview")).toContainText("10 languages, 9 without a text");
  const list = editor.region("Preview").getByRole("list", { name: "All languages" });
  const line = (await list.getByRole("listitem").first().boundingBox())!.height;
  expect((await list.evaluate((element) => element.clientHeight)) % line).toBe(0);
  for (const item of await list.getByRole("listitem").all()) expect((await item.boundingBox())!.height).toBe(line);
});
