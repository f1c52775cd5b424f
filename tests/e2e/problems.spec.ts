// The list of problems: what is found, where it is, how it is mended, set aside and explained.

import type { Locator } from "@playwright/test";
import { EXAMPLE_OPTIONS, EXAMPLE_XML, expect, FIRST_RUN, test, type Screen } from "./screen";

const ID = "Aggregated state ID";
const ENGLISH = "English (United States)";
const TYPO = EXAMPLE_OPTIONS.replace("4=IDLE_ACW", "4=IDLE_AWC");
const TRIMMED = EXAMPLE_XML.replace("> I am available <", ">I am available<").replace("> I am not available <", ">I am not available<");
/** A problem as it is listed: severity, place, message, code. */
const ITEM = /^(error|warning|note)\s+\S.*\s[a-z]+(-[a-z]+)+/s;

/** The cell's field is in the active cell of a grid, and in no other. */
async function expectActive(cell: Locator) {
  await expect(cell.locator("input:not([hidden]), textarea:not([hidden])")).toHaveCount(1);
}

async function expectSelected(editor: Screen, area: Locator, text: string) {
  await expect(area).toBeFocused();
  await expect.poll(() => editor.selected()).toBe(text);
}

test.describe("on the guide's example", () => {
  test("there is no error: two blanks, one group of gaps, a note", async ({ editor }) => {
    await editor.expectCounts(...FIRST_RUN);
    await expect(editor.problems()).toHaveCount(4);
    await expect(editor.problemsOf("language-gap")).toHaveText(/^warning\s+line 3, column 19\s+18 texts are missing in 6 of 7 entries/);
    await expect(editor.problemsOf("blank-around")).toHaveText([/^warning\s+line 7, column 27\s/, /^warning\s+line 10, column 27\s/]);
    await expect(editor.problemsOf("idle-class")).toHaveText(/^note\s+line 15, column 44\s+4501 /);
    for (const item of await editor.problems().all()) await expect(item).toHaveText(ITEM);
    await expect(editor.button(/^Export/)).toHaveAccessibleName("Export");
  });

  test("the group opens to its further places, and each of them leads there", async ({ editor }) => {
    const gaps = editor.problemsOf("language-gap");
    const places = gaps.getByRole("group").getByRole("button");
    await expect(places).toHaveCount(0);
    await gaps.getByText("and 17 more places").click();
    await expect(places).toHaveCount(17);
    await expect(places.first()).toHaveText("IDLE_OUT, Russian (Russia)");
    // It is one problem still.
    await expect(editor.problems()).toHaveCount(4);
    await places.last().click();
    await editor.expectFocus("Translations: OOS, Spanish (Spain)");
    await gaps.getByRole("button", { name: "line 3, column 19", exact: true }).click();
    await editor.expectFocus("Translations: IDLE_OUT, French (France)");
  });
});

test.describe("one letter too many", () => {
  test("is an error with its place, its words, its code and its way out; Export tells of it", async ({ editor }) => {
    await editor.states.type(4, ID, "IDLE_AWC");
    await expect(editor.options).toHaveValue(TYPO);
    await editor.expectCounts("1 error", "4 warnings", "1 note");
    const error = editor.problems().first();
    await expect(error).toHaveText(/^error\s+row 4\b.*uses IDLE_AWC, but the file has no such entry; did you mean IDLE_ACW\?\s+missing-entry/);
    expect((await error.innerText()).match(/row 4/g), "the place is said once").toHaveLength(1);
    await expect(editor.button(/^Export/)).toHaveAccessibleName("Export with 1 error");
    await expect(editor.problemsOf("unused-entry")).toHaveText(/^warning\s+line 12, column \d+.*IDLE_ACW/);
    await error.getByRole("button", { name: "Use IDLE_ACW", exact: true }).click();
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
    await editor.expectCounts(...FIRST_RUN);
    await expect(editor.button(/^Export/)).toHaveAccessibleName("Export");
    await editor.press("Control+z");
    await expect(editor.options).toHaveValue(TYPO);
    await editor.expectCounts("1 error", "4 warnings", "1 note");
    await editor.press("Control+y");
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
  });

  test("can be mended from the other side: the entry takes the name, or one is made", async ({ editor }) => {
    await editor.fillOptions(TYPO);
    await editor.problemsOf("unused-entry").getByRole("button", { name: "Rename it to IDLE_AWC" }).click();
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace('ID="IDLE_ACW"', 'ID="IDLE_AWC"'));
    await editor.expectCounts(...FIRST_RUN);
    await editor.undo.click();
    await editor.takeFromProblem(editor.problemsOf("missing-entry"), "Create entry IDLE_AWC");
    await expect(editor.texts.row("IDLE_AWC")).toHaveCount(1);
    await expect(editor.problemsOf("missing-entry")).toHaveCount(0);
    await editor.undo.click();
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  });

  test("three rows at once are one problem with three places", async ({ editor }) => {
    await editor.fillOptions(EXAMPLE_OPTIONS.replace("11=OOS", "11=OSS").replace("12=OOS", "12=OSS").replace("14=OOS", "14=OSS"));
    await editor.expectCounts("1 error", ...FIRST_RUN);
    const error = editor.problems().first();
    await expect(error).toHaveText(/^error\s+rows 11, 12 and 14\s+use OSS/);
    await error.getByText("and 2 more places").click();
    await expect(error.getByRole("group").getByRole("button")).toHaveText(["row 12", "row 14"]);
    await error.getByRole("group").getByRole("button", { name: "row 14" }).click();
    await expectActive(await editor.states.cell(14, ID));
    await error.getByRole("button", { name: "Use OOS" }).click();
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
  });

  test("is no problem before it is taken, and Escape leaves none", async ({ editor }) => {
    await editor.states.type(4, ID, "IDLE_AWC", null);
    await editor.expectCounts(...FIRST_RUN);
    await expect(editor.button(/^Export/)).toHaveAccessibleName("Export");
    await editor.press("Escape");
    await editor.expectCounts(...FIRST_RUN);
    await editor.texts.type("INCALL", "Availability", "99999", null);
    await editor.expectCounts(...FIRST_RUN);
    await editor.press("Enter");
    await editor.expectCounts("1 error", ...FIRST_RUN);
    await expect(editor.problems().first()).toHaveText(/^error\s+line 18, column \d+\s+99999 is above the highest availability, 18000/);
  });
});

test.describe("the place of a problem", () => {
  test("leads to the pair in the options, and to its row", async ({ editor, page }) => {
    await editor.states.type(4, ID, "IDLE_AWC");
    await (await editor.states.cell(9, ID)).click();
    await expect(editor.region("Options")).toBeHidden();
    await editor.problems().first().getByRole("button", { name: /^row 4/ }).click();
    await expectSelected(editor, editor.options, "IDLE_AWC");
    await expect(editor.region("Options")).toBeVisible();
    await expectActive(await editor.states.cell(4, ID));
    await expect(page.getByRole("combobox", { name: "Agent state" })).toHaveValue("ACW");
  });

  test("leads to the stretch of the file, and to its cell, by click and by Enter", async ({ editor }) => {
    await editor.show("Options");
    await editor.button("line 10, column 27").click();
    await expectSelected(editor, editor.xml, " I am not available ");
    await expectActive(await editor.texts.cell("IDLE_NOTREADY", ENGLISH));
    await editor.button("line 15, column 44").focus();
    await editor.press("Enter");
    await expectSelected(editor, editor.xml, "4501");
    await expectActive(await editor.texts.cell("IDLE_AWAY", "Availability"));
  });
});

test("each severity can be listed alone, and all of them again", async ({ editor }) => {
  await editor.states.type(4, ID, "IDLE_AWC");
  for (const [words, severity, count] of [["1 error", "error", 1], ["4 warnings", "warning", 4], ["1 note", "note", 1]] as const) {
    await expect(editor.only(words)).toHaveAttribute("aria-pressed", "false");
    await editor.only(words).click();
    await expect(editor.only(words)).toHaveAttribute("aria-pressed", "true");
    await expect(editor.problems()).toHaveText(Array(count).fill(new RegExp(`^${severity}\\s`)));
  }
  await editor.only("1 note").click();
  await expect(editor.only("1 note")).toHaveAttribute("aria-pressed", "false");
  await expect(editor.problems()).toHaveText([/^error/, /^warning/, /^warning/, /^warning/, /^warning/, /^note/]);
  // A switch stays while it is on, though its last problem goes.
  await editor.only("1 error").click();
  await editor.button("Use IDLE_ACW").click();
  await expect(editor.problems()).toHaveCount(0);
  await expect(editor.only("0 errors")).toHaveAttribute("aria-pressed", "true");
  await editor.only("0 errors").click();
  await expect(editor.problems()).toHaveCount(4);
  await editor.expectCounts(...FIRST_RUN);
});

test.describe("fixes of a kind", () => {
  test("are seen before and after, left by Cancel and by Escape, and applied as one step", async ({ editor }) => {
    const first = editor.problemsOf("blank-around").first();
    const dialog = editor.dialog("Fixes");
    await editor.takeFromProblem(first, /^Fix all 2 of this kind: trim/);
    await expect(dialog).toContainText("2 places");
    const pieces = dialog.getByRole("list", { name: "Before and after" }).getByRole("listitem");
    await expect(pieces).toHaveCount(2);
    await expect(pieces.first()).toContainText("XML, line 7");
    await expect(pieces.first().getByRole("code")).toHaveText(['<activity LCID="1033"> I am available </activity>', '<activity LCID="1033">I am available</activity>']);
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(dialog).toBeHidden();
    await editor.expectFocus(/^button: More for blank-around/);
    await editor.takeFromProblem(first, /^Fix all 2/);
    await editor.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
    await expect(editor.undo).toHaveAttribute("aria-disabled", "true");

    await editor.takeFromProblem(first, /^Fix all 2/);
    await dialog.getByRole("button", { name: "Apply" }).click();
    await expect(dialog).toBeHidden();
    await expect(editor.xml).toHaveValue(TRIMMED);
    await expect(editor.problemsOf("blank-around")).toHaveCount(0);
    await expect(editor.status).toContainText("Fixed: trim in 2 places");
    await editor.undo.click();
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
    await expect(editor.undo).toHaveAttribute("aria-disabled", "true");
  });

  test("that keep the meaning can be applied all at once, in both texts", async ({ editor }) => {
    // The colon, the full stop and the blanks: none of them is meant.
    await editor.fillOptions(EXAMPLE_OPTIONS.replace("4=IDLE_ACW", "4:IDLE_ACW"));
    const mixed = await editor.options.inputValue();
    await editor.button("Apply 3 safe fixes").click();
    const dialog = editor.dialog("Fixes");
    await expect(dialog.getByRole("list", { name: "Before and after" })).toContainText("Options, line 5");
    await expect(dialog.getByRole("list", { name: "Before and after" })).toContainText("XML, line 10");
    await dialog.getByRole("button", { name: "Apply" }).click();
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
    await expect(editor.xml).toHaveValue(TRIMMED);
    await editor.expectCounts("1 warning", "1 note");
    await expect(editor.button(/^Apply \d/)).toHaveCount(0);
    await editor.undo.click();
    await expect(editor.options).toHaveValue(mixed);
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  });
});

test.describe("a problem that is known", () => {
  test("is set aside here, counted apart, listed, and brought back", async ({ editor }) => {
    await editor.takeFromProblem(editor.problemsOf("blank-around").first(), "Set aside here");
    await editor.expectCounts("2 warnings", "1 note", "1 set aside");
    await expect(editor.problemsOf("blank-around")).toHaveText([/line 10/]);
    await expect(await editor.texts.cell("IDLE_READY", ENGLISH)).not.toHaveAccessibleName(/warning/);
    // It stays aside where lines come before it: it is known by what it is about.
    await editor.fillXml(EXAMPLE_XML.replace('  <agentState ID="IDLE_OUT"', '  <!-- one -->\n  <!-- two -->\n  <agentState ID="IDLE_OUT"'));
    await editor.expectCounts("2 warnings", "1 note", "1 set aside");
    await expect(editor.problemsOf("blank-around")).toHaveText([/line 12/]);
    await editor.only("1 set aside").click();
    await expect(editor.problems()).toHaveCount(1);
    await expect(editor.problems()).toHaveText(/^warning\s+line 9, column 27.*blank-around/);
    await editor.problems().getByRole("button", { name: "Bring back", exact: true }).click();
    // With nothing aside, all that is open is listed again.
    await editor.expectCounts(...FIRST_RUN);
    await expect(editor.problemsOf("blank-around")).toHaveCount(2);
    // Both were steps.
    await editor.undo.click();
    await editor.expectCounts("2 warnings", "1 note", "1 set aside");
    await editor.undo.click();
    await editor.undo.click();
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
    await editor.expectCounts(...FIRST_RUN);
  });

  test("is set aside with all of its law, whatever comes later, until that is brought back", async ({ editor }) => {
    await editor.takeFromProblem(editor.problemsOf("blank-around").first(), "Set aside all of blank-around");
    await editor.expectCounts("1 warning", "1 note", "2 set aside");
    await editor.texts.type("OOS", ENGLISH, " Out of service ");
    await editor.expectCounts("1 warning", "1 note", "3 set aside");
    await editor.only("3 set aside").click();
    await expect(editor.problems()).toHaveCount(3);
    await editor.problems().first().getByRole("button", { name: "Bring back all of blank-around" }).click();
    await editor.expectCounts("4 warnings", "1 note");
    await expect(editor.problems()).toHaveCount(5);
  });
});

test("what is set aside is listed in the place of what is open, as many as there are of either", async ({ editor }) => {
  for (const code of ["language-gap", "blank-around"]) await editor.takeFromProblem(editor.problemsOf(code).first(), "Set aside here");
  await editor.expectCounts("1 warning", "1 note", "2 set aside");
  await expect(editor.problems()).toHaveText([/blank-around/, /idle-class/]);
  await editor.only("2 set aside").click();
  await expect(editor.problems()).toHaveText([/language-gap.*Bring back/, /blank-around.*Bring back/]);
  await editor.only("2 set aside").click();
  await expect(editor.problems()).toHaveText([/blank-around/, /idle-class/]);
});

test("Why tells the law, what happens otherwise, an example and the source; Escape leads back", async ({ editor }) => {
  await editor.states.type(4, ID, "IDLE_AWC");
  const code = editor.button("missing-entry");
  await code.focus();
  await editor.press("Enter");
  const dialog = editor.dialog("Why");
  await expect(dialog).toContainText("Every ID that the option gives a row has an entry in the file");
  await expect(dialog).toContainText("T-Server finds nothing to push for the row");
  await expect(dialog.getByRole("region", { name: "Example" })).toContainText("10=INCAL,");
  await expect(dialog).toContainText(/Source\s*Genesys, .*Configure the XML file/);
  await editor.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(code).toBeFocused();
  // From the menu too; and the whole law can be set aside and brought back there.
  await editor.takeFromProblem(editor.problemsOf("idle-class"), "Why idle-class");
  await dialog.getByRole("button", { name: "Set aside all of idle-class" }).click();
  await editor.expectCounts("1 error", "4 warnings", "1 set aside");
  await editor.only("1 set aside").click();
  await editor.button("idle-class").click();
  await dialog.getByRole("button", { name: "Bring back all of idle-class" }).click();
  await editor.expectCounts("1 error", "4 warnings", "1 note");
});

test.describe("a broken file", () => {
  test("is told by its first fault, and the rest is judged", async ({ editor }) => {
    const broken = EXAMPLE_XML.replace("Logged out</activity>", "Logged out").replace("7001", "70001");
    await editor.fillXml(broken);
    await expect(editor.problems().first()).toHaveText(/^error\s+line 4, column \d+\s.*activity.*\swell-formed/);
    await expect(editor.problemsOf("availability-value")).toHaveText(/^error\s+line 18, column \d+\s+70001 is above/);
    await expect(editor.problemsOf("blank-around")).toHaveCount(2);
    await expect(editor.problemsOf("missing-entry")).toHaveCount(0);
  });

  test("claims nothing of what could not be read", async ({ editor }) => {
    await editor.fillXml(EXAMPLE_XML.replace('<agentState ID="OOS"', '<agentState ID="OOS'));
    await expect(editor.problems().first()).toHaveText(/^error\s+line 24, column \d+/);
    await expect(editor.problemsOf("missing-entry")).toHaveCount(0);
    // What has nothing to do with it is claimed.
    await editor.fillOptions(TYPO);
    await expect(editor.problemsOf("missing-entry")).toHaveText([/row 4\b.*IDLE_AWC/]);
  });
});

test("of thousands of problems forty are listed, and more when asked", async ({ editor, page }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const entries = Array.from({ length: 700 }, (_, index) => `  <agentState ID="S${index}" availability="99999">\n    <activity LCID="1033"> Text ${index} </activity>\n  </agentState>\n`);
  const xml = EXAMPLE_XML.replace("</agentStates>", `${entries.join("")}</agentStates>`);
  await editor.paste(editor.xml, xml);
  await expect(editor.only(/ errors$/)).toHaveText("700 errors");
  await expect(editor.problems()).toHaveCount(40);
  await editor.button("List 40 more").click();
  await expect(editor.problems()).toHaveCount(80);
  await editor.only(/ notes?$/).click();
  await expect(editor.problemsOf("idle-class")).toHaveCount(1);
  await editor.only(/ errors$/).click();
  await editor.takeFromProblem(editor.problems().first(), /^Fix all \d+ of this kind/);
  const dialog = editor.dialog("Fixes");
  await expect(dialog.getByRole("listitem")).toHaveCount(200);
  await dialog.getByRole("button", { name: "Apply" }).click();
  await expect(editor.xml).toHaveValue(xml.replaceAll("99999", "18000"));
  await editor.undo.click();
  await expect(editor.xml).toHaveValue(xml);
});

test("hostile text in a message, a fix and a preview stays text", async ({ editor, page }) => {
  const image = "<img/src=x/onerror=window.ran=1>";
  const escaped = image.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  await editor.fillXml(EXAMPLE_XML.replace('ID="IDLE_ACW" availability="6001"', `ID="${escaped}" availability="${escaped}"`));
  await expect(editor.region("Problems")).toContainText(image);
  await editor.fillOptions(EXAMPLE_OPTIONS.replace("6=INCALL", `6=${image}`).replace("15=OOS", `15=OOS, 99=${image}`));
  await expect(editor.problems().first()).toBeVisible();
  const names = ["missing-entry", "unused-entry", "availability-value"];
  for (const code of names) {
    const item = editor.problemsOf(code).first();
    if ((await item.count()) === 0) continue;
    await item.getByRole("button", { name: /^More for / }).click();
    await expect(page.getByRole("menu")).toBeVisible();
    await editor.press("Escape");
  }
  await (await editor.texts.cellAt(3, "Availability")).click();
  await editor.press("F8", "F8", "F8");
  await expect(editor.status).not.toBeEmpty();
  await editor.button(/^Apply \d+ safe fix/).click();
  await expect(editor.dialog("Fixes")).toBeVisible();
  await editor.press("Escape");
  expect(await page.locator("img").count()).toBe(0);
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
});
