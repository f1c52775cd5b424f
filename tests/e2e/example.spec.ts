// The guide's example: what must be exactly right on it, byte for byte.

import { readFile } from "node:fs/promises";
import { EXAMPLE_OPTIONS, EXAMPLE_STATES, EXAMPLE_XML, expect, test, type Screen } from "./screen";

const ID = "Aggregated state ID";
const IDS = ["IDLE_OUT", "IDLE_READY", "IDLE_NOTREADY", "IDLE_ACW", "IDLE_AWAY", ...Array(5).fill("INCALL"), ...Array(5).fill("OOS")];

/** The option as the guide's page gives it: name in front, escaped underscores, a full stop at the end. */
const PAGE = `**aggregated-states** = ${EXAMPLE_STATES.replaceAll("_", "\\_")}.`;

async function downloaded(editor: Screen): Promise<Buffer> {
  const [download] = await Promise.all([editor.page.waitForEvent("download"), editor.button("Download XML").first().click()]);
  return readFile((await download.path())!);
}

async function copied(editor: Screen, button: string): Promise<string> {
  await editor.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await editor.button(button).first().click();
  await expect(editor.status).toHaveText(/^Copied \d+ characters$/);
  const text = await editor.page.evaluate(() => navigator.clipboard.readText());
  await expect(editor.status).toHaveText(`Copied ${text.length} characters`);
  return text;
}

test("the page opens with it, and finds no error in it", async ({ editor }) => {
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
  await expect(editor.problems().filter({ hasText: /^\s*error/ })).toHaveCount(0);
  await expect(editor.undo).toHaveAttribute("aria-disabled", "true");
});

test("exported without an edit it is byte for byte the example", async ({ editor }) => {
  expect((await downloaded(editor)).equals(Buffer.from(EXAMPLE_XML))).toBe(true);
  expect(await copied(editor, "Copy aggregated-states")).toBe(EXAMPLE_STATES);
  expect(EXAMPLE_STATES).toMatch(/^1=IDLE_OUT, 2=IDLE_READY, .*, 15=OOS$/);
  expect(EXAMPLE_STATES).toHaveLength(157);
});

test("INCALL's availability set to 6500 replaces four bytes and nothing else", async ({ editor }) => {
  await editor.texts.type("INCALL", "Availability", "6500");
  const before = Buffer.from(EXAMPLE_XML);
  const after = await downloaded(editor);
  const start = before.indexOf("7001");
  expect(after).toHaveLength(before.length);
  expect(after.subarray(0, start).equals(before.subarray(0, start))).toBe(true);
  expect(after.subarray(start, start + 4).toString()).toBe("6500");
  expect(after.subarray(start + 4).equals(before.subarray(start + 4))).toBe(true);
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
});

test("German for INCALL adds one line in the indentation of its neighbours", async ({ editor }) => {
  await editor.addLanguages("1031");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await editor.texts.type("INCALL", "German (Germany)", "Im Kundengespräch");
  const last = '    <activity LCID="1036">En travaillant avec les clients, ne pas déranger</activity>\n';
  expect(EXAMPLE_XML).toContain(last);
  await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace(last, `${last}    <activity LCID="1031">Im Kundengespräch</activity>\n`));
});

test("row 7 set to a new ID changes one value in the option and, if asked, adds one entry", async ({ editor }) => {
  await editor.states.type(7, ID, "BUSY_READY");
  const options = EXAMPLE_OPTIONS.replace("7=INCALL", "7=BUSY_READY");
  await expect(editor.options).toHaveValue(options);
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  expect(await copied(editor, "Copy aggregated-states")).toBe(EXAMPLE_STATES.replace("7=INCALL", "7=BUSY_READY"));
  await editor.undo.click();

  await editor.states.type(7, ID, "BUSY_READY", null);
  await editor.page.getByRole("option", { name: "New entry BUSY_READY" }).click();
  await expect(editor.options).toHaveValue(options);
  const added = /^ {2}<agentState ID="BUSY_READY" availability="\d+">\n {2}<\/agentState>\n/m;
  await expect(editor.xml).toHaveValue(added);
  expect((await editor.xml.inputValue()).replace(added, "")).toBe(EXAMPLE_XML);
});

for (const [way, text] of [
  ["as the whole options text", PAGE],
  ["in the place of its line", EXAMPLE_OPTIONS.replace(/^aggregated-states=.*$/m, PAGE.replaceAll("$", "$$$$"))],
  ["without the name", PAGE.replace(/^.*? = /, "")],
] as const) {
  test(`the option as the guide's page gives it shows all 15 rows: ${way}`, async ({ editor }) => {
    await editor.fillOptions(text);
    await expect.poll(async () => (await editor.states.column(ID)).map((id) => id.trim())).toEqual(IDS);
    // What was typed stands as it was typed; what leaves is the one clean line.
    await expect(editor.options).toHaveValue(text);
    expect(await copied(editor, "Copy aggregated-states")).toBe(EXAMPLE_STATES);
  });
}

test("an edit in a pasted option changes its own value only", async ({ editor }) => {
  await editor.fillOptions(PAGE);
  await editor.states.type(7, ID, "OOS");
  await expect(editor.options).toHaveValue(PAGE.replace("7=INCALL", "7=OOS"));
  await editor.undo.click();
  await editor.undo.click();
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
});

test("empty texts show 15 rows that are not set, and the first entry writes the lines the file needs", async ({ editor, page }) => {
  await editor.fillXml("");
  await editor.fillOptions("");
  await expect(editor.states.rows).toHaveCount(15);
  expect((await editor.states.column(ID)).map((id) => id.trim())).toEqual(Array(15).fill("not set"));
  await editor.button("Write the first entry").click();
  await page.keyboard.type("IDLE_OUT");
  await editor.press("Enter");
  const [first, second] = EXAMPLE_XML.split("\n");
  await expect(editor.xml).toHaveValue(`${first}\n${second}\n  <agentState ID="IDLE_OUT" availability="3500">\n  </agentState>\n</agentStates>\n`);
  await editor.states.type(1, ID, "IDLE_OUT");
  await expect(editor.options).toHaveValue("[TServer]\naggregated-states=1=IDLE_OUT\n");
});
