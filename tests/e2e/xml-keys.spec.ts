// Keys in the XML that bring something along, typed without looking: the bytes, the caret, and the way back.

import type { Locator } from "@playwright/test";
import { EXAMPLE_XML, expect, file, test } from "./screen";

/** Puts the caret behind a stretch of the text. */
async function caretBehind(area: Locator, stretch: string) {
  await area.focus();
  await area.evaluate((element: HTMLTextAreaElement, stretch) => {
    const offset = element.value.indexOf(stretch) + stretch.length;
    element.setSelectionRange(offset, offset);
  }, stretch);
}

const caret = (area: Locator) => area.evaluate((element: HTMLTextAreaElement) => [element.selectionStart, element.selectionEnd]);

test("an entry is typed blindly, and goes back step by step", async ({ editor, page }) => {
  await caretBehind(editor.xml, "\n  </agentState>");
  await page.keyboard.type('\n<agentState ID="LUNCH" availability="6501"></');
  await page.keyboard.press("ArrowLeft");
  for (let step = 0; step < "</agentState".length; step += 1) await page.keyboard.press("ArrowLeft");
  await page.keyboard.type('\n<activity LCID="1033">Lunch</\n<activity LCID="1031">Zu Tisch</activity>');
  const entry = '\n  <agentState ID="LUNCH" availability="6501">\n    <activity LCID="1033">Lunch</activity>\n    <activity LCID="1031">Zu Tisch</activity>\n  </agentState>';
  const after = EXAMPLE_XML.replace("\n  </agentState>", `\n  </agentState>${entry}`);
  await expect(editor.xml).toHaveValue(after);
  const behind = after.indexOf("Zu Tisch</activity>") + "Zu Tisch</activity>".length;
  expect(await caret(editor.xml)).toEqual([behind, behind]);
  await expect(await editor.texts.cell("LUNCH", "German")).toHaveText("Zu Tisch");
  for (let step = 0; step < 40 && (await editor.undo.getAttribute("aria-disabled")) !== "true"; step += 1) await editor.press("Control+z");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
});

test("Shift+Enter, and Enter in the options, are plain", async ({ editor, page }) => {
  await caretBehind(editor.xml, '<activity LCID="1033">Logged out</activity>');
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("x");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("Logged out</activity>", "Logged out</activity>\nx"));
  await editor.show("Options");
  await editor.fillOptions("  a=<b>");
  await editor.options.focus();
  await page.keyboard.press("End");
  await page.keyboard.type("\nx</");
  await expect(editor.options).toHaveValue("  a=<b>\nx</");
});

test("a new line far below is in view, and CRLF stays that of the file", async ({ editor, page }) => {
  const long = `<agentStates>\n${"\t<!-- a line -->\n".repeat(60)}\t<agentState ID="A" availability="1">\n\t</agentState>\n</agentStates>\n`;
  await editor.choose(file("long.xml", long.replaceAll("\n", "\r\n")));
  await expect(editor.xml).toHaveValue(long);
  await caretBehind(editor.xml, 'availability="1">');
  for (let line = 0; line < 30; line += 1) await page.keyboard.press("Enter");
  await page.keyboard.type("<activity>x</");
  await expect(page.locator(".source__line").filter({ hasText: "<activity>x</activity>" })).toBeInViewport();
  await expect(editor.xml).toHaveValue(/\n\t\t\n\t\t<activity>x<\/activity>\n\t<\/agentState>/);
});
