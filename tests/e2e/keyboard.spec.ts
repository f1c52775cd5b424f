// By keyboard alone: from the first control to the last, and the whole job without a mouse.

import { readFile } from "node:fs/promises";
import { EXAMPLE_OPTIONS, EXAMPLE_STATES, EXAMPLE_XML, expect, test, type Screen } from "./screen";

/** Presses Tab until the focus is there; a round through the page without it fails. */
async function tabTo(editor: Screen, words: string | RegExp, key = "Tab") {
  const seen: string[] = [];
  for (let count = 0; count < 60; count += 1) {
    await editor.press(key);
    const focus = await editor.focus();
    if (typeof words === "string" ? focus === words : words.test(focus)) return;
    seen.push(focus);
  }
  throw new Error(`Tab does not come to ${words}, only to:\n${seen.join("\n")}`);
}

test("Tab goes through every control in the order it is read, and Shift+Tab back", async ({ editor, page }) => {
  const expected = [
    "button: Profile Presence",
    /^input:/, // Push or Pull: one stop
    "tab: Editor",
    /^button: Kept in this browser /,
    "button: Undo",
    "button: Redo",
    "button: All actions",
    "button: Dark theme",
    "button: Import",
    /^button: Export/,
    "select: Agent state",
    "select: Device state",
    "select: Viewer language",
    "button: All 4 languages",
    "button: row 1",
    "button: IDLE_OUT",
    "button: 18000 Offline",
    "button: text 1033",
    "button: All of the preview",
    "button: Dismiss this hint",
    "button: Presets",
    /^input:/, // Rows or 5 x 3: one stop
    "button: Copy aggregated-states",
    "Aggregated states: head, Agent state", // What its terms mean: one stop
    "Aggregated states: 1, Aggregated state ID",
    "separator: Height of the aggregated states",
    "button: All 7", // The filters: one stop
    "button: Add entry",
    "button: Add language",
    "button: Menu of the translations",
    "Translations: IDLE_OUT, English (United States)",
    "separator: Width of the XML source",
    "tab: XML source",
    "button: Wrap lines",
    "button: Format XML",
    "button: Download XML",
    "button: All of the texts",
    "textarea: agentStates XML",
    "separator: Height of the problems",
    "button: 3 warnings",
    "button: 1 note",
    "button: Apply 2 safe fixes",
    "button: Find and replace",
    "button: All of the problems",
    "button: line 3, column 19",
    "button: language-gap",
    "summary: and 17 more places",
    "button: More for language-gap at line 3, column 19",
    "button: line 7, column 27",
    "button: blank-around",
    "button: Trim",
    "button: More for blank-around at line 7, column 27",
    "button: line 10, column 27",
    "button: blank-around",
    "button: Trim",
    "button: More for blank-around at line 10, column 27",
    "button: line 15, column 44",
    "button: idle-class",
    "button: Use 15500 (Away)",
    "button: More for idle-class at line 15, column 44",
  ];
  const walk: string[] = [];
  for (let count = 0; count < expected.length; count += 1) {
    await editor.press("Tab");
    walk.push(await editor.focus());
  }
  expect(walk).toEqual(expected.map((words) => (typeof words === "string" ? words : expect.stringMatching(words))));
  // The page lets Tab go.
  await editor.press("Tab");
  expect(["body", "button: Profile Presence"]).toContain(await editor.focus());
  await editor.button("More for idle-class at line 15, column 44").focus();
  for (const words of walk.slice(0, -1).reverse()) {
    await editor.press("Shift+Tab");
    expect(await editor.focus()).toBe(words);
  }
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await expect(page.getByRole("menu")).toHaveCount(0);
});

test("every stop is seen: in the window, with a mark around it", async ({ editor, page }) => {
  for (let count = 0; count < 23; count += 1) {
    await editor.press("Tab");
    const faults = await page.evaluate(() => {
      const focused = document.activeElement!;
      // A cell wears the mark for its field, a segment for its radio button, a pane for its text area.
      const around = [focused, focused.closest("[role=gridcell]"), focused.closest("label"), focused.nextElementSibling, focused.parentElement];
      const marked = around.some((element) => {
        if (!element) return false;
        return [undefined, "::before", "::after"].some((pseudo) => {
          const style = getComputedStyle(element, pseudo);
          const has = (style.outlineStyle !== "none" && style.outlineWidth !== "0px") || style.boxShadow !== "none";
          return has || (pseudo === "::after" && style.content !== "none" && style.borderTopWidth === "2px");
        });
      });
      const seen = (focused.closest("[role=gridcell]") ?? (focused.closest("label") || focused)).getBoundingClientRect();
      const inside = 0 <= seen.left && 0 <= seen.top && seen.right <= innerWidth && seen.bottom <= innerHeight;
      return { marked, inside };
    });
    expect({ stop: await editor.focus(), ...faults }).toEqual({ stop: expect.any(String), marked: true, inside: true });
  }
});

test("the whole job without a mouse", async ({ editor, page }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);

  // Look at a state.
  await tabTo(editor, "select: Agent state");
  await page.keyboard.type("Ready");
  await tabTo(editor, "select: Device state");
  await page.keyboard.type("Busy");
  await expect(editor.region("Preview")).toContainText("Working with customer");
  await tabTo(editor, "button: All 4 languages");
  await editor.press("Enter");
  await expect(editor.region("Preview").getByRole("list", { name: "All languages" })).toContainText("Estoy trabajando");
  await editor.press("Enter");

  // Its ID is where the preview is; give it one of its own, with an entry.
  await tabTo(editor, "Aggregated states: 7, Aggregated state ID");
  await page.keyboard.type("BUSY_READY");
  await editor.press("Alt+ArrowDown", "Enter");
  // Its number is nobody's choice yet.
  await editor.expectFocus("Translations: BUSY_READY, Availability");
  await expect(editor.texts.row("BUSY_READY")).toHaveCount(1);

  // A language.
  await editor.press("Shift+Tab", "Shift+Tab");
  await editor.expectFocus("button: Add language");
  await editor.press("Enter");
  await page.keyboard.type("German (Germany)");
  await editor.press("Enter");
  await editor.expectFocus("Translations: IDLE_OUT, German (Germany)");

  // Number and texts of the new entry.
  await editor.press("Control+End", "Home", "ArrowRight");
  await editor.expectFocus("Translations: BUSY_READY, Availability");
  await page.keyboard.type("Do not");
  await editor.press("ArrowDown", "Tab");
  await editor.expectFocus("Translations: BUSY_READY, English (United States)");
  await page.keyboard.type("In a call");
  await editor.press("Tab", "Tab", "Tab", "Tab");
  await editor.expectFocus("Translations: BUSY_READY, German (Germany)");
  await page.keyboard.type("Im Gespräch");
  await editor.press("Enter");
  const xml = EXAMPLE_XML.replace(
    "</agentStates>",
    '  <agentState ID="BUSY_READY" availability="9500">\n    <activity LCID="1033">In a call</activity>\n' +
      '    <activity LCID="1031">Im Gespräch</activity>\n  </agentState>\n</agentStates>',
  );
  await expect(editor.xml).toHaveValue(xml);

  // Rename it, remove a language, and take that back.
  await editor.press("Home");
  await page.keyboard.type("TALKING");
  await editor.press("Enter", "Control+Home", "ArrowRight", "ArrowRight", "ArrowRight");
  await editor.expectFocus("Translations: head, Spanish (Spain)");
  await editor.press("Shift+F10");
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await editor.press("ArrowUp", "Enter");
  await expect(editor.texts.head("Spanish (Spain)")).toHaveCount(0);
  await editor.press("Control+z");
  await expect(editor.texts.head("Spanish (Spain)")).toBeVisible();
  const renamed = xml.replace("BUSY_READY", "TALKING");
  await expect(editor.xml).toHaveValue(renamed);

  // The texts: tabs by arrows, typing, and out again.
  await tabTo(editor, "tab: XML source");
  await editor.press("ArrowRight");
  await editor.expectFocus("tab: Options");
  await tabTo(editor, "input: agent-presence-map");
  await editor.press("Control+a");
  await page.keyboard.type("D:\\presence\\agentStates.xml");
  await tabTo(editor, "textarea: Options text");
  await editor.press("Control+Home");
  await page.keyboard.type("; reviewed\n");
  await expect(editor.options).toHaveValue(
    `; reviewed\n${EXAMPLE_OPTIONS.replace("7=INCALL", "7=TALKING").replace("C:\\Genesys\\Presence\\agentStates.xml", "D:\\presence\\agentStates.xml")}`,
  );

  // The look, and the way out.
  await tabTo(editor, "button: Dark theme");
  await editor.press("Space");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await tabTo(editor, /^button: Export/);
  await editor.press("Enter");
  await tabTo(editor, "button: Copy aggregated-states");
  await editor.press("Enter");
  const copied = EXAMPLE_STATES.replace("7=INCALL", "7=TALKING");
  await expect(editor.status).toHaveText(`Copied ${copied.length} characters`);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(copied);
  await editor.press("Escape");
  await editor.expectFocus(/^button: Export/);
  const [download] = await Promise.all([page.waitForEvent("download"), editor.press("Control+s")]);
  expect(await readFile((await download.path())!, "utf8")).toBe(renamed);
});

test("a broken text is found from its problem, by keyboard", async ({ editor }) => {
  await editor.fillXml(EXAMPLE_XML.replace("</activity>\n  </agentState>\n  <agentState ID=\"IDLE_READY\"", "\n  </agentState>\n  <agentState ID=\"IDLE_READY\""));
  await editor.undo.focus();
  await tabTo(editor, /^button: line 4, column/);
  await editor.press("Enter");
  await expect(editor.xml).toBeFocused();
  const line = await editor.xml.evaluate((area: HTMLTextAreaElement) => area.value.slice(0, area.selectionStart).split("\n").length);
  expect(line).toBe(4);
});
