// The pane of the XML as a help: what may stand at the caret, what is told of a problem, and what is done with a whole entry.

import type { Locator } from "@playwright/test";
import { EXAMPLE_OPTIONS, EXAMPLE_XML, expect, test } from "./screen";

async function caretBehind(area: Locator, stretch: string) {
  await area.focus();
  await area.evaluate((element: HTMLTextAreaElement, stretch) => {
    const offset = element.value.indexOf(stretch) + stretch.length;
    element.setSelectionRange(offset, offset);
  }, stretch);
}

test.describe("what may stand at the caret", () => {
  test("a missing entry is taken as one step, with its languages, the caret in its first text", async ({ editor, page }) => {
    const offers = page.getByRole("listbox", { name: "What may stand here" });
    await editor.fillOptions(EXAMPLE_OPTIONS.replace("7=INCALL", "7=TALKING"));
    await editor.show("XML source");
    await caretBehind(editor.xml, "\n  </agentState>");
    await page.keyboard.type("\n");
    await page.keyboard.press("Control+Space");
    await expect(offers.getByRole("option")).toHaveCount(2);
    await expect(offers.getByRole("option").first()).toContainText('<agentState ID="TALKING">');
    await page.keyboard.press("Enter");
    await expect(offers).toHaveCount(0);
    await expect(await editor.texts.cell("TALKING", "Availability")).toContainText("6500");
    await page.keyboard.type("On a call");
    await expect(await editor.texts.cell("TALKING", "English")).toHaveText("On a call");
    // A text goes back word by word, and the entry at once.
    for (let word = 0; word < 3; word += 1) await editor.press("Control+z");
    await expect(editor.xml).toHaveValue(/ID="TALKING" availability="6500">\n    <activity LCID="1033"><\/activity>/);
    await editor.press("Control+z");
    await expect(editor.texts.row("TALKING")).toHaveCount(0);
    await editor.expectFocus("textarea: agentStates XML");
  });

  test("typing filters, the arrows mark, Escape leaves, a press takes, a paste closes", async ({ editor, page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const offers = page.getByRole("listbox", { name: "What may stand here" });
    await caretBehind(editor.xml, 'ID="IDLE_OUT" availability="');
    await editor.xml.evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(element.selectionEnd, element.selectionEnd + 5));
    await page.keyboard.press("Delete");
    await page.keyboard.press("Control+Space");
    await expect(offers.getByRole("option")).toHaveCount(8);
    await page.keyboard.type("aw");
    await expect(offers.getByRole("option")).toHaveCount(1);
    await page.keyboard.press("Escape");
    await expect(offers).toHaveCount(0);
    await page.keyboard.press("Control+Space");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("ArrowDown");
    await expect(offers.getByRole("option", { selected: true })).toContainText("4500");
    await offers.getByRole("option").filter({ hasText: "Do not disturb" }).click();
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace('ID="IDLE_OUT" availability="18000"', 'ID="IDLE_OUT" availability="9500"'));
    await editor.press("Control+z");
    await page.keyboard.press("Control+Space");
    await expect(offers).toBeVisible();
    await page.evaluate(() => navigator.clipboard.writeText('7777" x="'));
    await editor.press("Control+v");
    await expect(offers).toHaveCount(0);
    await page.keyboard.press("Home");
    await page.keyboard.press("Control+Space");
    await expect(offers).toHaveCount(1);
    await page.keyboard.press("ArrowLeft");
    await expect(offers).toHaveCount(0);
  });

  test("in the options, names and IDs", async ({ editor, page }) => {
    const offers = page.getByRole("listbox", { name: "What may stand here" });
    await editor.show("Options");
    await caretBehind(editor.options, "11=OOS");
    await page.keyboard.press("Control+Space");
    await expect(offers.getByRole("option").filter({ hasText: "OOS" })).toHaveCount(1);
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Backspace");
    await page.keyboard.type("AW");
    await expect(offers.getByRole("option")).toHaveCount(1);
    await page.keyboard.press("Tab");
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS.replace("11=OOS", "11=IDLE_AWAY"));
    await expect(editor.options).toBeFocused();
  });
});

test("a sign and a squiggle tell what is wrong, and a press on the sign leads to it", async ({ editor, page }) => {
  await editor.fillXml(EXAMPLE_XML.replace('availability="7001"', 'availability="70010"'));
  const line = page.locator('.source__line[data-severity="error"]');
  const tip = page.getByRole("tooltip");
  await line.locator(".source__mark--error").hover({ force: true });
  await expect(tip).toContainText("70010");
  await page.mouse.move(10, 10);
  await expect(tip).toHaveCount(0);
  const box = (await line.boundingBox())!;
  await page.mouse.move(box.x + 8, box.y + 8);
  await expect(tip).toContainText("70010");
  await page.keyboard.press("Escape");
  await expect(tip).toHaveCount(0);
  await page.mouse.click(box.x + 8, box.y + 8);
  await expect(page.getByRole("menuitem").filter({ hasText: "Use 18000" })).toBeVisible();
  await expect(page.locator(".problems__item--current")).toContainText("70010");
  await expect(page.locator(".problems__item--current")).toBeInViewport();
  await page.keyboard.press("Escape");
  await editor.expectFocus("textarea: agentStates XML");
});

test("Format XML is one step", async ({ editor, page }) => {
  const flat = EXAMPLE_XML.replaceAll(/\n */g, "");
  await editor.fillXml(flat);
  await editor.button("Format XML").click();
  await expect(editor.xml).toHaveValue(EXAMPLE_XML.trimEnd());
  await editor.button("Format XML").click();
  await expect(editor.status).toContainText("The XML is formatted already");
  await editor.press("Control+z");
  await expect(editor.xml).toHaveValue(flat);
  await editor.fillXml("<a><b></a>");
  await editor.button("Format XML").click();
  await expect(editor.status).toContainText("The XML is broken in line 1, and was not formatted");
  await expect(editor.xml).toHaveValue("<a><b></a>");
});

test("the menu of an entry renames, copies and moves it, and the focus follows", async ({ editor, page }) => {
  const open = async (id: string, item: RegExp) => {
    await editor.texts.row(id).first().getByRole("rowheader").click();
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menuitem", { name: item }).click();
  };
  await open("INCALL", /^Duplicate INCALL/);
  await editor.expectFocus(/INCALL_2/);
  await page.keyboard.type("TALK");
  await page.keyboard.press("Enter");
  const ids = () => editor.texts.table.getByRole("rowheader").locator("code").allInnerTexts();
  await expect.poll(ids).toEqual(["IDLE_OUT", "IDLE_READY", "IDLE_NOTREADY", "IDLE_ACW", "IDLE_AWAY", "INCALL", "TALK", "OOS"]);
  await open("TALK", /^Move TALK up/);
  await expect.poll(async () => (await ids())[5]).toBe("TALK");
  await editor.expectFocus(/TALK/);
  await open("TALK", /^Move TALK down/);
  await expect.poll(async () => (await ids())[6]).toBe("TALK");
  await open("TALK", /^Rename TALK/);
  await page.keyboard.type("ON_CALL");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await ids())[6]).toBe("ON_CALL");
  for (let step = 0; step < 5; step += 1) await editor.press("Control+z");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
});
