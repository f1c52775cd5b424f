// Download all: what lies in the archive, that it is the same for the same state, comes in again, and can be read anywhere.
import { readFile } from "node:fs/promises";

import { EXAMPLE_OPTIONS, EXAMPLE_XML, type Screen, expect, test } from "./screen";

const ID = "Aggregated state ID";

const goLive = (editor: Screen) => editor.page.getByRole("tab", { name: "Go live" }).click();
const button = (editor: Screen) => editor.page.getByRole("region", { name: "Steps" }).getByRole("button", { name: /^Download all/ });

async function download(editor: Screen, press: () => Promise<void>) {
  const [download] = await Promise.all([editor.page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** The files of a ZIP in which nothing is compressed, by their own headers. */
function files(bytes: Buffer): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  let at = 0;
  while (bytes.readUInt32LE(at) === 0x04034b50) {
    expect(bytes.readUInt16LE(at + 8), "stored").toBe(0);
    const [size, name, extra] = [bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26), bytes.readUInt16LE(at + 28)];
    const body = at + 30 + name + extra;
    found.set(bytes.subarray(at + 30, at + 30 + name).toString("utf8"), bytes.subarray(body, body + size));
    at = body + size;
  }
  return found;
}

test("all of the example: the bytes of the files, and the same archive twice", async ({ editor }) => {
  await goLive(editor);
  const first = await download(editor, () => button(editor).click());
  await expect(editor.status).toContainText(`${first.name} is downloading`);
  const found = files(first.bytes);
  expect([...found.keys()].slice(0, 4)).toEqual(["agentStates.xml", "options.txt", "steps.txt", "report.html"]);
  expect([...found.keys()][4]).toMatch(/\.presence-workspace\.json$/);
  expect(found.get("agentStates.xml")!.toString("utf8")).toBe(EXAMPLE_XML);
  expect(found.get("options.txt")!.toString("utf8")).toBe(EXAMPLE_OPTIONS.replaceAll("\n", "\r\n"));
  const second = await download(editor, () => button(editor).click());
  expect(second.bytes.equals(first.bytes)).toBe(true);
  await expect(editor.page.getByText("not exported yet")).toHaveCount(0);
});

test("what is still being typed is in it, and it comes in again as a workspace", async ({ editor, page }) => {
  await editor.states.type(15, ID, "INCALL");
  await editor.texts.type("INCALL", "Availability", "6500");
  await goLive(editor);
  const all = await download(editor, () => button(editor).click());
  const xml = EXAMPLE_XML.replace("7001", "6500");
  expect(files(all.bytes).get("agentStates.xml")!.toString("utf8")).toBe(xml);
  expect(files(all.bytes).get("steps.txt")!.toString("utf8")).toContain("Set aggregated-states");
  await page.getByRole("tab", { name: "Editor" }).click();
  await editor.texts.type("OOS", "Availability", "15500");
  await editor.choose({ name: all.name, mimeType: "application/zip", buffer: all.bytes });
  await expect(editor.status).toContainText(`from ${all.name} as a new workspace`);
  await expect(editor.xml).toHaveValue(xml);
  await expect(page.getByRole("tab", { name: /^Changes/ })).toHaveText("Changes 2");
});

test("an archive that is not ours is refused with the reason, and one that is damaged", async ({ editor }) => {
  await goLive(editor);
  const all = await download(editor, () => button(editor).click());
  const other = Buffer.from(all.bytes);
  // One letter of the workspace is another than its checksum says.
  other[all.bytes.lastIndexOf(Buffer.from("IDLE_OUT"))] = 0x58;
  for (const [name, bytes] of [["damaged.zip", other], ["cut.zip", all.bytes.subarray(0, 900)]] as const) {
    await editor.choose({ name, mimeType: "application/zip", buffer: bytes });
    await expect(editor.status).toContainText(`${name} was not opened: it is an archive, and none of this editor; unpack it first`);
  }
});

test("errors take nothing away: the button says how many, and the report lists them", async ({ editor }) => {
  await editor.states.type(7, ID, "GONE");
  await goLive(editor);
  await expect(button(editor)).toHaveAccessibleName("Download all with 1 error");
  const all = await download(editor, () => button(editor).click());
  await expect(editor.status).toContainText("1 error is left, the report lists it");
  expect(files(all.bytes).get("report.html")!.toString("utf8")).toContain("<code>GONE</code>, but the file has no such entry");
});

test("the report reads without a script and asks nobody for anything", async ({ editor, browser }) => {
  const text = '</style><script>document.title="run"</script>';
  await editor.texts.type("IDLE_OUT", "English", text);
  await goLive(editor);
  const all = await download(editor, () => button(editor).click());
  for (const javaScriptEnabled of [false, true]) {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.route("https://report.test/**", (route) => route.fulfill({ contentType: "text/html", body: files(all.bytes).get("report.html")! }));
    await page.goto("https://report.test/report.html");
    await expect(page.getByRole("heading", { name: "What colleagues will see" })).toBeVisible();
    await expect(page.getByRole("table").first().getByRole("cell").filter({ hasText: "18000" })).not.toHaveCount(0);
    await expect(page.getByText(text).first()).toBeVisible();
    await expect(page).toHaveTitle(/presence report$/);
    expect(asked).toEqual(["https://report.test/report.html"]);
    await context.close();
  }
});

test("of several profiles each has its folder, and one of them can go alone", async ({ editor, page }) => {
  await page.getByRole("button", { name: /^Profile / }).click();
  await editor.dialog("Profiles").getByRole("button", { name: /^Copy profile/ }).click();
  await page.keyboard.type("CON");
  await editor.press("Enter");
  await goLive(editor);
  const all = await download(editor, () => button(editor).click());
  const names = [...files(all.bytes).keys()];
  expect(names.slice(0, 4)).toEqual(["Presence/agentStates.xml", "Presence/options.txt", "CON_/agentStates.xml", "CON_/options.txt"]);
  await editor.button(/^Export/).click();
  const one = await download(editor, () => editor.dialog("Export").getByRole("button", { name: "Download all of CON" }).click());
  expect(one.name).toBe("CON_.zip");
  expect([...files(one.bytes).keys()]).toEqual(["agentStates.xml", "options.txt", "steps.txt", "report.html", "CON_.presence-workspace.json"]);
  expect(files(one.bytes).get("steps.txt")!.toString("utf8")).toContain("Create the VoIP Service DN CON");
});

test("a cell that T-Server has otherwise says what is there, until it is that again", async ({ editor }) => {
  await editor.states.type(7, ID, "OOS");
  await expect(await editor.states.cell(7, ID)).toHaveAccessibleDescription("On T-Server: INCALL");
  await editor.texts.type("IDLE_OUT", "English", "Gone");
  await expect(await editor.texts.cell("IDLE_OUT", "English")).toHaveAccessibleDescription("On T-Server: Logged out");
  await editor.texts.type("IDLE_OUT", "French", "Parti");
  await expect(await editor.texts.cell("IDLE_OUT", "French")).toHaveAccessibleDescription("Not there on T-Server");
  await editor.texts.type("IDLE_OUT", "English", "Logged out");
  await expect(await editor.texts.cell("IDLE_OUT", "English")).toHaveAccessibleDescription("");
  await goLive(editor);
  await editor.button("Mark all as live").click();
  await editor.page.getByRole("tab", { name: "Editor" }).click();
  await expect(await editor.texts.cell("IDLE_OUT", "French")).toHaveAccessibleDescription("");
});

test("a profile that T-Server has and that was deleted here is a step, and comes back", async ({ editor, page }) => {
  await page.getByRole("button", { name: /^Profile / }).click();
  await editor.dialog("Profiles").getByRole("button", { name: /^Copy profile/ }).click();
  await page.keyboard.type("Two");
  await editor.press("Enter");
  await goLive(editor);
  await editor.button("Mark all as live").click();
  await page.getByRole("button", { name: /^Profile / }).click();
  await editor.dialog("Profiles").getByRole("button", { name: "Delete profile" }).click();
  await editor.press("Escape");
  await expect(page.getByRole("list", { name: "Steps to go live" })).toContainText("Delete the VoIP Service DN Two");
  await page.getByRole("tab", { name: /^Changes/ }).click();
  await page.getByRole("button", { name: /^Restore this: VoIP Service DN/ }).click();
  await page.getByRole("button", { name: /^Profile / }).click();
  await expect(editor.dialog("Profiles").getByRole("option")).toHaveCount(2);
});
