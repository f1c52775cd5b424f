// Undo and redo: one history for everything, from everywhere, and the focus always somewhere.

import type { Locator } from "@playwright/test";
import { EXAMPLE_OPTIONS, EXAMPLE_XML, expect, FIRST_RUN, test, type Screen } from "./screen";

const ID = "Aggregated state ID";
const ENGLISH = "English (United States)";
const FRENCH = "French (France)";

/** Moves the caret of a pane. */
async function caret(pane: Locator, offset: number) {
  await pane.focus();
  await pane.evaluate((area: HTMLTextAreaElement, offset) => area.setSelectionRange(offset, offset), offset);
}

const isOff = (button: Locator) => expect(button).toHaveAttribute("aria-disabled", "true");

test("one history holds what was done in grids, panes, dialogs and fields, with a label for each", async ({ editor, page }) => {
  const steps: [label: RegExp, step: () => Promise<unknown>][] = [
    [/^Undo: Row 7 set to OOS \(Ctrl\+Z\)$/, () => editor.states.type(7, ID, "OOS")],
    [/^Undo: Row 1 cleared /, async () => (await (await editor.states.cell(1, ID)).click(), editor.press("Delete"))],
    [/^Undo: Availability of INCALL set /, () => editor.texts.type("INCALL", "Availability", "6500")],
    [/^Undo: English \(United States\) text of OOS changed /, () => editor.texts.type("OOS", ENGLISH, "Out")],
    [/^Undo: French \(France\) text of OOS added /, () => editor.texts.type("OOS", FRENCH, "Hors service")],
    [/^Undo: German \(Germany\) added /, () => editor.addLanguages("1031")],
    [/^Undo: IDLE_ACW renamed to AFTER_CALL /, () => editor.texts.type("IDLE_ACW", "ID", "AFTER_CALL")],
    [
      /^Undo: Entry LUNCH added /,
      async () => {
        await editor.button("Add entry").click();
        await page.keyboard.type("LUNCH");
        await editor.press("Enter");
        // What is under a dialog takes no focus.
        await expect(page.getByRole("dialog")).toBeHidden();
      },
    ],
    [/^Undo: Typed in XML source /, async () => (await caret(editor.xml, 0), page.keyboard.type("x"))],
    [
      /^Undo: agent-presence-map set /,
      async () => {
        await editor.show("Options");
        await page.getByRole("textbox", { name: "agent-presence-map" }).fill("D:\\states.xml");
        await editor.press("Tab");
      },
    ],
    [/^Undo: Typed in Options /, async () => (await caret(editor.options, 9), page.keyboard.type("\n"))],
  ];
  await isOff(editor.undo);
  await isOff(editor.redo);
  await expect(editor.undo).toHaveAttribute("title", "Nothing to undo");
  const states: [string, string][] = [[EXAMPLE_OPTIONS, EXAMPLE_XML]];
  for (const [label, step] of steps) {
    await step();
    await expect(editor.undo).toHaveAttribute("title", label);
    states.push([await editor.options.inputValue(), await editor.xml.inputValue()]);
  }
  for (const [index, [label]] of [...steps.entries()].reverse()) {
    await expect(editor.undo).toHaveAttribute("title", label);
    await editor.undo.click();
    await expect(editor.options).toHaveValue(states[index][0]);
    await expect(editor.xml).toHaveValue(states[index][1]);
    await expect(editor.redo).toHaveAttribute("title", new RegExp(label.source.replace("Undo", "Redo").replace("\\(Ctrl\\+Z\\)$", "")));
  }
  await isOff(editor.undo);
  for (const index of steps.keys()) {
    await editor.redo.click();
    await expect(editor.options).toHaveValue(states[index + 1][0]);
    await expect(editor.xml).toHaveValue(states[index + 1][1]);
  }
  await isOff(editor.redo);
});

test("Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z work wherever the focus is", async ({ editor, page }) => {
  const changed = EXAMPLE_OPTIONS.replace("7=INCALL", "7=OOS");
  await editor.states.type(7, ID, "OOS");
  const places: [string, () => Promise<unknown>][] = [
    ["a cell of the states", async () => (await editor.states.cell(3, ID)).click()],
    ["a read-only cell", async () => (await editor.states.cell(3, "Agent state")).click()],
    ["a cell of the translations", async () => (await editor.texts.cell("OOS", FRENCH)).click()],
    ["the XML", async () => (await editor.show("XML source"), editor.xml.click())],
    ["the options", async () => (await editor.show("Options"), editor.options.click())],
    ["the path", async () => (await editor.show("Options"), page.getByRole("textbox", { name: "agent-presence-map" }).focus())],
    ["a choice of the preview", () => page.getByRole("combobox", { name: "Agent state" }).focus()],
    ["a button", () => editor.button("Copy aggregated-states").focus()],
    ["the page itself", () => page.evaluate(() => (document.activeElement as HTMLElement).blur())],
  ];
  for (const [place, go] of places) {
    for (const redo of ["Control+y", "Control+Shift+z"]) {
      await go();
      await editor.press("Control+z");
      await expect(editor.options, `undo in ${place}`).toHaveValue(EXAMPLE_OPTIONS);
      await go();
      await editor.press(redo);
      await expect(editor.options, `${redo} in ${place}`).toHaveValue(changed);
    }
  }
});

test("inside an open cell Ctrl+Z is the cell's own", async ({ editor, page }) => {
  await editor.states.type(7, ID, "OOS");
  await editor.texts.type("OOS", FRENCH, "Hors", null);
  await editor.press("Control+z");
  await expect(page.locator(":focus")).not.toHaveValue("Hors");
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS.replace("7=INCALL", "7=OOS"));
  await editor.press("Control+y");
  await expect(page.locator(":focus")).toHaveValue("Hors");
  await editor.press("Escape", "Control+z");
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
});

test("the undo button takes what is open first, and then takes it back", async ({ editor }) => {
  await editor.states.type(7, ID, "OOS");
  await editor.texts.type("OOS", FRENCH, "Hors service", null);
  await editor.undo.click();
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS.replace("7=INCALL", "7=OOS"));
  await expect(editor.redo).toHaveAttribute("title", /^Redo: French \(France\) text of OOS added/);
});

test("typing in one place is one step, in another place another", async ({ editor, page }) => {
  const end = EXAMPLE_XML.indexOf("Logged out") + "Logged out".length;
  await caret(editor.xml, end);
  await page.keyboard.type("-today");
  await caret(editor.xml, EXAMPLE_XML.indexOf("<agentStates"));
  await page.keyboard.type("<!--mine-->");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("Logged out", "Logged out-today").replace("<agentStates", "<!--mine--><agentStates"));
  await editor.press("Control+z");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("Logged out", "Logged out-today"));
  await editor.press("Control+z");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await isOff(editor.undo);
  await editor.press("Control+y");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("Logged out", "Logged out-today"));
});

test("a sentence goes back word by word", async ({ editor, page }) => {
  await caret(editor.xml, EXAMPLE_XML.length);
  await page.keyboard.type("one two three");
  for (const left of ["one two ", "one ", ""]) {
    await editor.press("Control+z");
    await expect(editor.xml).toHaveValue(EXAMPLE_XML + left);
  }
  await isOff(editor.undo);
});

test("backspaces are one step, and leaving the pane ends a step", async ({ editor }) => {
  const end = EXAMPLE_XML.indexOf("Logged out") + "Logged out".length;
  await caret(editor.xml, end);
  await editor.press("Backspace", "Backspace", "Backspace");
  await (await editor.states.cell(1, ID)).click();
  await caret(editor.xml, end - 3);
  await editor.press("Backspace");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("Logged out", "Logged"));
  await editor.press("Control+z");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("Logged out", "Logged "));
  await editor.press("Control+z");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
});

test("a new change ends what could be redone", async ({ editor }) => {
  await editor.states.type(7, ID, "OOS");
  await editor.press("Control+z");
  await editor.states.type(8, ID, "IDLE_AWAY");
  await isOff(editor.redo);
  await editor.press("Control+y");
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS.replace("8=INCALL", "8=IDLE_AWAY"));
});

test("200 steps go back and forth", async ({ editor }) => {
  const count = 200;
  await caret(editor.xml, 0);
  const typed = await editor.xml.evaluate((area: HTMLTextAreaElement, count) => {
    // Places far apart, so that no step continues the one before.
    for (let step = 0; step < count; step += 1) {
      const offset = (step % 2) * Math.floor(area.value.length / 2);
      area.setSelectionRange(offset, offset);
      document.execCommand("insertText", false, String(step % 10));
    }
    return area.value;
  }, count);
  expect(typed).toHaveLength(EXAMPLE_XML.length + count);
  for (let step = 0; step < count; step += 1) await editor.press("Control+z");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await isOff(editor.undo);
  for (let step = 0; step < count; step += 1) await editor.press("Control+y");
  await expect(editor.xml).toHaveValue(typed);
});

test.describe("the changed place is shown", () => {
  test("the row and the ID that were changed are selected", async ({ editor, page }) => {
    await editor.states.type(7, ID, "OOS");
    await (await editor.states.cell(2, ID)).click();
    await editor.press("Control+z");
    await editor.expectFocus(`Aggregated states: 7, ${ID}`);
    await expect(page.getByRole("combobox", { name: "Agent state" })).toHaveValue("Ready");
    await expect(page.getByRole("combobox", { name: "Device state" })).toHaveValue("Busy");
    await expect(editor.status).toHaveText("Undone: Row 7 set to OOS; 3 warnings, 1 note");
    await editor.press("Control+y");
    await expect(editor.status).toHaveText("Redone: Row 7 set to OOS; 3 warnings, 1 note");
  });

  test("an entry's row is selected and the preview follows", async ({ editor }) => {
    await editor.texts.type("OOS", ENGLISH, "Out");
    await (await editor.texts.cell("IDLE_OUT", ENGLISH)).click();
    await editor.press("Control+z");
    await editor.expectFocus(`Translations: OOS, ${ENGLISH}`);
    await expect(editor.region("Preview")).toContainText("The device is out of service");
  });

  test("the pane scrolls to the change, and the other one comes to the front for whoever is in a text", async ({ editor, page }) => {
    const long = EXAMPLE_XML.replace("</agentStates>", "<!-- line -->\n".repeat(300) + "</agentStates>");
    await editor.fillXml(long);
    await editor.texts.type("IDLE_OUT", ENGLISH, "Gone");
    await editor.xml.evaluate((area) => (area.scrollTop = area.scrollHeight));
    await editor.states.type(7, ID, "OOS");
    // A hand in a table finds the texts as they were.
    await editor.press("Control+z");
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
    await expect(editor.region("XML source")).toBeVisible();
    await editor.press("Control+y");
    await editor.xml.focus();
    await editor.press("Control+z");
    await expect(editor.region("Options")).toBeVisible();
    await expect(editor.options).toBeFocused();
    await (await editor.states.cell(7, ID)).click();
    await editor.show("XML source");
    await (await editor.states.cell(7, ID)).click();
    await editor.press("Control+z");
    await expect(editor.region("XML source")).toBeVisible();
    await expect.poll(() => editor.xml.evaluate((area) => area.scrollTop)).toBeLessThan(200);
    await expect(page.locator(".source__line").filter({ hasText: "Logged out" })).toBeInViewport();
  });

  test("from one pane to the other the focus goes along", async ({ editor, page }) => {
    await editor.states.type(3, "Aggregated state ID", "OOS");
    await editor.show("XML source");
    await editor.xml.focus();
    await editor.press("Control+z");
    await expect(editor.options).toBeFocused();
    await expect(page.getByRole("tab", { name: "Options" })).toHaveAttribute("aria-selected", "true");
    await editor.texts.type("OOS", "Availability", "17999");
    await editor.show("Options");
    await editor.options.focus();
    await editor.press("Control+z");
    await expect(editor.xml).toBeFocused();
  });

  test("in a pane that has the focus the changed text is selected and the focus stays", async ({ editor, page }) => {
    const start = EXAMPLE_XML.indexOf("Logged out");
    await editor.xml.focus();
    await editor.xml.evaluate((area: HTMLTextAreaElement, start) => area.setSelectionRange(start, start + 10), start);
    await page.keyboard.type("Gone");
    await caret(editor.xml, EXAMPLE_XML.length - 20);
    await editor.press("Control+z");
    await expect(editor.xml).toBeFocused();
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
    expect(await editor.selected()).toBe("Logged out");
  });
});

test.describe("the focus is never lost", () => {
  /** Fails as soon as the focus falls to the body, also for a moment after rendering. */
  async function expectSomewhere(editor: Screen) {
    await editor.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    expect(await editor.focus()).not.toBe("body");
  }

  test("when the row it stands in goes and comes back", async ({ editor, page }) => {
    await editor.button("Add entry").click();
    await page.keyboard.type("LUNCH");
    await editor.press("Enter");
    await (await editor.texts.cell("LUNCH", ENGLISH)).click();
    for (const key of ["Control+z", "Control+y", "Control+z"]) {
      await editor.press(key);
      await expectSomewhere(editor);
    }
    await editor.expectFocus(/^Translations: /);
  });

  test("when the column it stands in goes and comes back", async ({ editor }) => {
    await editor.addLanguages("1031");
    await (await editor.texts.cell("OOS", "German (Germany)")).click();
    for (const key of ["Control+z", "Control+y", "Control+z"]) {
      await editor.press(key);
      await expectSomewhere(editor);
    }
    await editor.expectFocus(/^Translations: /);
  });

  test("when all rows go and come back", async ({ editor, page }) => {
    await (await editor.texts.cell("OOS", ENGLISH)).click();
    await editor.xml.fill("");
    await expect(editor.region("Translations")).toContainText("No entries yet");
    await expectSomewhere(editor);
    await editor.press("Control+z");
    await (await editor.texts.cell("OOS", ENGLISH)).click();
    await editor.press("Control+y");
    await expect(editor.region("Translations")).toContainText("No entries yet");
    await expectSomewhere(editor);
    await page.keyboard.press("Control+z");
    await expect(editor.texts.rows).toHaveCount(7);
    await expectSomewhere(editor);
  });

  test("when the button that was pressed goes: the first entry, the example", async ({ editor, page }) => {
    await editor.fillXml("");
    await editor.button("Write the first entry").click();
    await page.keyboard.type("IDLE_OUT");
    await editor.press("Enter");
    await expect(editor.texts.rows).toHaveCount(1);
    await expectSomewhere(editor);
    await editor.press("Control+z");
    await editor.button("Start with the guide's example").click();
    await expect(editor.texts.rows).toHaveCount(7);
    await expectSomewhere(editor);
  });

  test("when a dialog closes by its buttons, by Escape or by what it does", async ({ editor }) => {
    for (const name of ["Add language", "Add entry", "Export"]) {
      const opener = editor.button(name === "Export" ? /^Export/ : name);
      await opener.click();
      await editor.dialog(name).getByRole("button", { name: "Close" }).click();
      await expect(opener).toBeFocused();
      await opener.click();
      await editor.press("Escape");
      await expect(opener).toBeFocused();
    }
  });

  test("when the last step is undone by its button, the button keeps it", async ({ editor }) => {
    await editor.states.type(7, ID, "OOS");
    await editor.undo.focus();
    await editor.press("Enter");
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
    await expect(editor.undo).toBeFocused();
    await editor.press("Enter");
    await expect(editor.undo).toBeFocused();
    await editor.redo.focus();
    await editor.press("Enter");
    await expect(editor.redo).toBeFocused();
  });

  test("when the rows become 5 x 3 and back under an undo", async ({ editor, page }) => {
    await editor.states.type(7, ID, "OOS");
    await page.getByRole("radio", { name: "5 × 3" }).check({ force: true });
    await editor.press("Control+z");
    await expectSomewhere(editor);
    await page.getByRole("radio", { name: "Rows" }).check({ force: true });
    await editor.press("Control+y");
    await expectSomewhere(editor);
  });

  test("when a problem that has it is solved", async ({ editor }) => {
    await editor.fillXml(EXAMPLE_XML.replace("</agentStates>", ""));
    await editor.problems().first().getByRole("button").first().focus();
    await editor.press("Control+z");
    await editor.expectCounts(...FIRST_RUN);
    await expectSomewhere(editor);
  });

  test("when a link of the chain that has it goes", async ({ editor }) => {
    await editor.states.type(7, ID, "NOWHERE");
    await (await editor.states.cell(7, ID)).click();
    const chain = editor.page.getByRole("list", { name: "How this comes about" }).getByRole("button");
    await chain.last().focus();
    await editor.press("Control+z");
    await expect(chain).toHaveCount(4);
    await expectSomewhere(editor);
  });
});
