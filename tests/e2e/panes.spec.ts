// XML source and Options: typing moves the tables, the tables move their span only, and a broken text keeps what could be read.

import type { Locator } from "@playwright/test";
import { EXAMPLE_OPTIONS, EXAMPLE_STATES, EXAMPLE_XML, expect, FIRST_RUN, test } from "./screen";

const ID = "Aggregated state ID";

/** Puts the caret in front of a stretch of the text, by the keys a person has. */
async function caretBefore(area: Locator, stretch: string) {
  await area.focus();
  await area.evaluate((element: HTMLTextAreaElement, stretch) => {
    const offset = element.value.indexOf(stretch);
    element.setSelectionRange(offset, offset);
  }, stretch);
}

interface Stand {
  start: number;
  end: number;
  top: number;
  left: number;
  before: string;
}

/** Caret and scroll of a text area, and the text in front of the caret. */
function stand(area: Locator): Promise<Stand> {
  return area.evaluate((element: HTMLTextAreaElement) => ({
    start: element.selectionStart,
    end: element.selectionEnd,
    top: element.scrollTop,
    left: element.scrollLeft,
    before: element.value.slice(0, element.selectionStart).slice(-20),
  }));
}

test.describe("typing in a pane", () => {
  test("a text typed into the XML is in both tables at once", async ({ editor, page }) => {
    await caretBefore(editor.xml, "The device is out of service");
    await page.keyboard.type("Now: ");
    await expect(await editor.texts.cell("OOS", "English")).toHaveText("Now: The device is out of service");
    await expect(await editor.states.cell(11, "Shown as")).toContainText("Now: The device is out of service");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("The device", "Now: The device"));
    await editor.expectFocus("textarea: agentStates XML");
  });

  test("an ID typed into the options is in its row at once", async ({ editor, page }) => {
    await editor.show("Options");
    await caretBefore(editor.options, "OOS, 12=");
    await page.keyboard.type("NOT_");
    await expect(await editor.states.cell(11, ID)).toContainText("NOT_OOS");
    await expect(await editor.states.cell(12, ID)).toHaveText("OOS");
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS.replace("11=OOS", "11=NOT_OOS"));
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  });

  test("a new entry appears with its last character and a deleted one goes", async ({ editor, page }) => {
    await caretBefore(editor.xml, "</agentStates>");
    await page.keyboard.type('  <agentState ID="LUNCH" availability="6501"><activity LCID="1031">Zu Tisch</activity></agentState>\n');
    await expect(editor.texts.row("LUNCH")).toHaveCount(1);
    await expect(await editor.texts.cell("LUNCH", "Availability")).toContainText("Busy");
    await expect(await editor.texts.cell("LUNCH", "German")).toHaveText("Zu Tisch");
    await page.keyboard.press("Shift+ArrowUp");
    await page.keyboard.press("Delete");
    await expect(editor.texts.row("LUNCH")).toHaveCount(0);
    await expect(editor.texts.head("German")).toHaveCount(0);
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  });

  test("what is typed stays as it is typed: nothing is indented, closed, quoted or trimmed", async ({ editor, page }) => {
    const typed = "<agentStates >\n\t <agentState  availability='7001'   ID=\"A\"\n>\r\n<activity LCID = '1033'>  a &gt; b  </activity>\n\n\n</agentState><!-- -->\n<x/></agentStates>  \n  ";
    await editor.fillXml("");
    await editor.xml.focus();
    await page.keyboard.insertText(typed);
    await expect(editor.xml).toHaveValue(typed.replaceAll("\r\n", "\n"));
    await expect(await editor.texts.cell("A", "English")).toContainText("a > b");
    await editor.options.evaluate((element) => element.blur());
    await expect(editor.xml).toHaveValue(typed.replaceAll("\r\n", "\n"));
  });

  test("the caret tells the tables where it is, the tables tell the XML", async ({ editor, page }) => {
    await caretBefore(editor.xml, "Estoy trabajando");
    await page.keyboard.press("ArrowRight");
    const kin = page.locator(".source__painted").first().locator(".source__line--kin");
    await expect(kin.first()).toHaveAttribute("data-number", "18");
    await expect(kin).toHaveCount(6);
    await expect(page.getByRole("combobox", { name: "Agent state" })).toHaveValue("Logout");
    await (await editor.states.cell(2, ID)).click();
    await expect(kin).toHaveCount(3);
    await expect(kin.first()).toHaveAttribute("data-number", "6");
    // Whoever comes back by the keyboard comes to the caret's entry, though the caret has not moved.
    await editor.button("All of the texts").focus();
    await page.keyboard.press("Tab");
    await editor.expectFocus("textarea: agentStates XML");
    await expect(kin.first()).toHaveAttribute("data-number", "18");
    await expect(kin).toHaveCount(6);
  });

  test("Tab leaves a pane, as it leaves every field", async ({ editor, page }) => {
    await editor.xml.focus();
    await page.keyboard.press("Tab");
    expect(await editor.focus()).not.toContain("agentStates XML");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  });
});

test("a long piece that is pasted stands in the place of the selection, the caret behind it and in view", async ({ editor, page }) => {
  const comments = "<!-- one of very many lines -->\n".repeat(8_000);
  await editor.xml.evaluate((element: HTMLTextAreaElement) => {
    element.focus();
    const start = element.value.indexOf("  <agentState ID=\"OOS\"");
    element.setSelectionRange(start, element.value.indexOf("</agentStates>"));
  });
  await page.evaluate((text) => navigator.clipboard.writeText(text), comments);
  await editor.press("Control+v");
  const [front] = EXAMPLE_XML.split("  <agentState ID=\"OOS\"");
  await expect(editor.xml).toHaveValue(`${front}${comments}</agentStates>\n`);
  const { start, end } = await stand(editor.xml);
  expect([start, end]).toEqual([front.length + comments.length, front.length + comments.length]);
  await expect(page.locator(".source__line").filter({ hasText: "</agentStates>" })).toBeInViewport();
  await expect(editor.texts.rows).toHaveCount(6);
  await editor.press("x");
  await editor.press("Control+z", "Control+z");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
});

test.describe("an edit in a table", () => {
  test("leaves the pane's caret and scroll at their text", async ({ editor, page }) => {
    const long = EXAMPLE_XML.replace("</agentStates>", `${"<!-- a line -->\n".repeat(100)}</agentStates>`);
    await editor.fillXml(long);
    await caretBefore(editor.xml, "The device is out");
    await editor.xml.evaluate((element) => element.scrollTo(23, 120));
    const before = await stand(editor.xml);
    expect(before.top).toBe(120);
    await editor.texts.type("IDLE_OUT", "Availability", "9");
    await expect(editor.xml).toHaveValue(long.replace('"18000"', '"9"'));
    const after = await stand(editor.xml);
    expect({ ...after, start: after.start + 4, end: after.end + 4 }).toEqual(before);
    await editor.texts.type("INCALL", "Russian", "На линии");
    await editor.texts.type("INCALL", "French", "");
    expect(await stand(editor.xml)).toMatchObject({ before: before.before, top: 120, left: 23 });
    await page.keyboard.press("Delete");
    expect(await stand(editor.xml)).toMatchObject({ before: before.before, top: 120, left: 23 });
  });

  test("behind the caret moves nothing, and a selection keeps its text", async ({ editor }) => {
    await editor.xml.evaluate((element: HTMLTextAreaElement) => {
      const start = element.value.indexOf("IDLE_READY");
      element.setSelectionRange(start, start + "IDLE_READY".length);
    });
    const before = await stand(editor.xml);
    await editor.texts.type("OOS", "English", "Ausser Betrieb 😀");
    expect(await stand(editor.xml)).toEqual(before);
    await editor.texts.type("IDLE_OUT", "English", "😀 out");
    const selected = await editor.xml.evaluate((element: HTMLTextAreaElement) => element.value.slice(element.selectionStart, element.selectionEnd));
    expect(selected).toBe("IDLE_READY");
  });

  test("reaches a long file's pane after the cell, or before the pane is typed in", async ({ editor }) => {
    const long = EXAMPLE_XML.replace("</agentStates>", `${"<!-- a line of a long file -->\n".repeat(4_000)}</agentStates>`);
    await editor.paste(editor.xml, long);
    await caretBefore(editor.xml, "The device is out");
    await editor.xml.evaluate((element) => element.scrollTo(23, 120));
    const before = await stand(editor.xml);
    await editor.texts.type("IDLE_OUT", "Availability", "9");
    await expect(editor.xml).toHaveValue(long.replace('"18000"', '"9"'));
    const after = await stand(editor.xml);
    expect({ ...after, start: after.start + 4, end: after.end + 4 }).toEqual(before);
    // In one task: the cell is taken as the pane gets the focus.
    await editor.texts.type("IDLE_OUT", "Availability", "15500", null);
    await editor.xml.evaluate((element: HTMLTextAreaElement) => {
      element.focus();
      document.execCommand("insertText", false, "Sorry: ");
    });
    const both = long.replace('"18000"', '"15500"').replace("The device is out", "Sorry: The device is out");
    await expect(editor.xml).toHaveValue(both);
    expect(await editor.texts.column("Availability")).toContainEqual(expect.stringContaining("15500"));
    await editor.press("Control+z");
    await expect(editor.xml).toHaveValue(both.replace("Sorry: ", ""));
  });

  test("INCALL's availability changes its four bytes and nothing else", async ({ editor }) => {
    await editor.texts.type("INCALL", "Availability", "6500");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("7001", "6500"));
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
  });

  test("a row's ID changes its name in the options and nothing else", async ({ editor }) => {
    await editor.states.type(7, ID, "OOS");
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS.replace("7=INCALL", "7=OOS"));
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  });
});

test.describe("a broken text", () => {
  test("keeps its other entries, and names the first fault by line and column", async ({ editor, page }) => {
    await caretBefore(editor.xml, ' availability="6001">\n    <activity LCID="1033">I am in After');
    await page.keyboard.type("<");
    await expect(editor.problems().first()).toHaveText(/^error\s+line 12, column \d+/);
    for (const id of ["IDLE_OUT", "IDLE_READY", "IDLE_NOTREADY", "IDLE_AWAY", "INCALL", "OOS"]) {
      await expect(editor.texts.row(id), id).toHaveCount(1);
    }
    await expect(await editor.texts.cell("INCALL", "Spanish")).toContainText("Estoy trabajando");
    await page.keyboard.press("Backspace");
    await editor.expectCounts(...FIRST_RUN);
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
    await expect(editor.texts.rows).toHaveCount(7);
  });

  test("the place of a fault leads to its characters", async ({ editor, page }) => {
    await editor.fillXml(EXAMPLE_XML.replace("R&D", "").replace("Logged out", "R&D"));
    await page.getByRole("button", { name: "Undo", exact: true }).focus();
    await editor.button("line 4, column 28").click();
    await editor.expectFocus("textarea: agentStates XML");
    const at = await editor.xml.evaluate((element: HTMLTextAreaElement) => [element.selectionStart, element.value.indexOf("&D")]);
    expect(at[0]).toBe(at[1]);
    await expect(editor.region("XML source").locator('[data-number="4"][data-severity="error"]')).toHaveCount(1);
  });

  test("is edited in the tables where it could be read, and nothing of the rest is touched", async ({ editor }) => {
    const broken = EXAMPLE_XML.replace("</agentState>\n  <agentState ID=\"IDLE_NOTREADY\"", "<agentState ID=\"IDLE_NOTREADY\"").replace("</agentStates>", "</agentSta");
    await editor.fillXml(broken);
    await expect(editor.problems().first()).toHaveText(/^error\s+line \d+, column \d+/);
    await editor.texts.type("INCALL", "English", "In a call");
    await expect(editor.xml).toHaveValue(broken.replace("Working with customer, do not disturb", "In a call"));
  });

  test("half a file shows the half, and its end is named", async ({ editor }) => {
    const half = EXAMPLE_XML.slice(0, EXAMPLE_XML.indexOf("Estoy"));
    await editor.fillXml(half);
    await expect(editor.texts.rows).toHaveCount(6);
    await expect(editor.problems().first()).toHaveText(/^error\s+line \d+, column \d+.*well-formed/);
    // What the other half holds, nobody knows.
    await expect(editor.problemsOf("missing-entry")).toHaveCount(0);
    await expect(editor.xml).toHaveValue(half);
  });

  test("options that cannot be read keep their other rows", async ({ editor }) => {
    await editor.fillOptions(EXAMPLE_OPTIONS.replace("9=INCALL", "9=").replace("3=IDLE_NOTREADY", "3IDLE_NOTREADY"));
    await expect(await editor.states.cell(2, ID)).toHaveText("IDLE_READY");
    await expect(await editor.states.cell(10, ID)).toHaveText("INCALL");
    await expect(await editor.states.cell(9, ID)).toHaveText("not set");
  });

  test("the option as the guide's page gives it fills all fifteen rows", async ({ editor }) => {
    await editor.fillOptions(`**aggregated-states** = ${EXAMPLE_STATES.replaceAll("_", "\\_")}.`);
    const ids = (await editor.states.column(ID)).map((id) => id.trim());
    expect(ids).toEqual([...EXAMPLE_STATES.matchAll(/=(\w+)/g)].map((pair) => pair[1]));
  });
});

test("the tabs of the two texts follow the keys of a tab list, and each text keeps its caret", async ({ editor, page }) => {
  await caretBefore(editor.xml, "INCALL");
  const before = await stand(editor.xml);
  await page.getByRole("tab", { name: "XML source" }).focus();
  await page.keyboard.press("ArrowRight");
  await editor.expectFocus("tab: Options");
  await expect(page.getByRole("tabpanel", { name: "Options" })).toBeVisible();
  await expect(page.getByRole("tabpanel", { name: "XML source" })).toBeHidden();
  await expect(editor.region("Options")).toBeVisible();
  await expect(page.getByRole("tab", { name: "Options" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Home");
  await editor.expectFocus("tab: XML source");
  expect(await stand(editor.xml)).toEqual(before);
});

test("the path is a field of the options, and writes its own value only", async ({ editor, page }) => {
  await editor.show("Options");
  await page.getByRole("textbox", { name: "agent-presence-map" }).fill("D:\\T Server\\states.xml");
  await page.keyboard.press("Tab");
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS.replace("C:\\Genesys\\Presence\\agentStates.xml", "D:\\T Server\\states.xml"));
});

test("a composition in a pane is one step, and nothing writes to the pane before it ends", async ({ editor }) => {
  await caretBefore(editor.xml, "Logged out");
  await editor.compose(["に", "にほ", "にほん", "日本"], "日本");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("Logged out", "日本Logged out"));
  await expect(await editor.texts.cell("IDLE_OUT", "English")).toHaveText("日本Logged out");
  await editor.press("Control+z");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
});

