// Pull mode: the number line, the list and the text of the ranges say the same, and so does what T-Server tells.

import type { Locator } from "@playwright/test";
import { expect, test, type Screen } from "./screen";

const optionsOf = (ranges: string) => `[TServer]
service-type=presence-profile
map-presence-to-dnd=true
presence-availability-range=${ranges}
`;

/** Brings pull mode with these ranges. */
async function pull(editor: Screen, ranges: string) {
  await editor.fillOptions(optionsOf(ranges));
  await expect(editor.region("Ranges")).toBeVisible();
}

const slider = (editor: Screen, name: string) => editor.page.getByRole("slider", { name, exact: true });
const field = (editor: Screen, name: string) => editor.page.getByRole("textbox", { name, exact: true });
const option = (editor: Screen) => field(editor, "presence-availability-range");
const outcome = (editor: Screen, name: string, number = 0) =>
  editor.region("Outcomes").getByRole("row").filter({ has: editor.page.getByRole("rowheader", { name, exact: true }) }).nth(number);
const band = (editor: Screen, name: string) => editor.page.getByRole("button", { name: new RegExp(`^${name} \\w+(, \\d+ to \\d+)?: DND`) });

/** Where the ranges stand, in the field and in the text. */
async function expectRanges(editor: Screen, ranges: string) {
  await expect(option(editor)).toHaveValue(ranges);
  await expect(editor.options).toHaveValue(optionsOf(ranges));
}

/** The middle of something on the page. */
async function middle(locator: Locator): Promise<[x: number, y: number]> {
  const box = (await locator.boundingBox())!;
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** Presses on a place, goes to the left or the right in steps, and lets go. */
async function drag(editor: Screen, [x, y]: [number, number], by: number) {
  const { mouse } = editor.page;
  await mouse.move(x, y);
  await mouse.down();
  for (let step = 1; step <= 5; step += 1) await mouse.move(x + (by * step) / 5, y);
  await mouse.up();
}

/** How many pixels a class of 1500 numbers is wide. */
async function width(editor: Screen): Promise<number> {
  const [one] = await middle(slider(editor, "Range 1 from"));
  const [other] = await middle(slider(editor, "Range 1 to"));
  return (other - one) / 2;
}

test("the guide's range lets in two classes, and 6000 is beyond it", async ({ editor }) => {
  await pull(editor, "3000-5999");
  await expect(editor.region("Ranges")).toContainText("1 range, 3000 of 18001 numbers");
  await expect(editor.region("Ranges").getByRole("listitem")).toContainText("Available and Inactive");
  for (const name of ["Available", "Inactive"]) {
    await expect(outcome(editor, name)).toContainText("DND off");
    await expect(outcome(editor, name)).toContainText("EventDNDOff");
  }
  for (const name of ["Presence unknown", "Busy", "Do not disturb", "Be right back", "Away", "Offline"]) {
    await expect(outcome(editor, name)).toContainText("DND onEventDNDOn");
  }
  await expect(outcome(editor, "Busy", 1)).toContainText("IdleBusy7500-8999DND on");
  const answer = editor.region("Ranges").getByRole("status");
  for (const [number, words] of [["5999", "InactiveDND off"], ["6000", "BusyDND on"], ["18000", "OfflineDND on"]]) {
    await field(editor, "Try a number").fill(number);
    await expect(answer).toHaveText(words);
  }
  const tried = field(editor, "Try a number");
  await tried.fill("18001");
  await expect(answer).toHaveText("18001 is no whole number from 0 to 18000");
  await expect(tried).toHaveAttribute("aria-invalid", "true");
  // What is tried is no step of the history.
  await editor.press("Control+z");
  await expectRanges(editor, "3000-5999");
  await tried.fill("");
  await expect(answer).toHaveText("a whole number from 0 to 18000");
});

test("a range that cuts a class says which numbers are off", async ({ editor }) => {
  await pull(editor, "3000-4499,12000-12999");
  await expect(outcome(editor, "Be right back")).toContainText("varies: 12000-12999 off, 13000-14999 on");
  await expect(band(editor, "Be right back")).toHaveAttribute("aria-pressed", "mixed");
  await expect(editor.region("Ranges").getByRole("listitem").nth(1)).toContainText("a third of Be right back");
});

test("an end is dragged live, to the border of a class, in one step", async ({ editor }) => {
  await pull(editor, "3000-5999");
  const step = await width(editor);
  await drag(editor, await middle(slider(editor, "Range 1 to")), step);
  await expectRanges(editor, "3000-7499");
  await expect(slider(editor, "Range 1 to")).toHaveAttribute("aria-valuetext", "7499, Busy");
  await editor.expectFocus("slider: Range 1 to");
  await drag(editor, await middle(slider(editor, "Range 1 from")), step);
  await expectRanges(editor, "4500-7499");
  // Beyond the other end it does not go.
  await drag(editor, await middle(slider(editor, "Range 1 from")), 4 * step);
  await expectRanges(editor, "7499-7499");
  for (const ranges of ["4500-7499", "3000-7499", "3000-5999"]) {
    await editor.press("Control+z");
    await expectRanges(editor, ranges);
  }
  await expect(editor.undo).toHaveAttribute("title", /Undo: Typed in Options/);
});

test("a whole range is dragged, and stays as wide as it is", async ({ editor }) => {
  await pull(editor, "3000-5999");
  const step = await width(editor);
  const [x, y] = await middle(slider(editor, "Range 1 from"));
  await drag(editor, [x + step / 2, y], 2 * step);
  await expectRanges(editor, "6000-8999");
  await drag(editor, [x + 2.5 * step, y], -20 * step);
  await expectRanges(editor, "0-2999");
  await editor.press("Control+z", "Control+z");
  await expectRanges(editor, "3000-5999");
});

test("an end is moved by keys, a run of which is one step", async ({ editor }) => {
  await pull(editor, "3000-5999, 12000-12999");
  await slider(editor, "Range 2 to").focus();
  await editor.press("ArrowRight", "ArrowRight", "Shift+ArrowRight");
  await expectRanges(editor, "3000-5999, 12000-13101");
  await editor.press("Control+ArrowRight");
  await expectRanges(editor, "3000-5999, 12000-14999");
  await editor.press("Control+ArrowLeft", "Shift+ArrowLeft", "ArrowLeft");
  // The last number of the class before is below the range: it goes as far as it can.
  await expectRanges(editor, "3000-5999, 12000-12000");
  await editor.press("End");
  await expectRanges(editor, "3000-5999, 12000-18000");
  await editor.press("Control+z");
  await expectRanges(editor, "3000-5999, 12000-12999");
  await editor.press("Delete");
  await expectRanges(editor, "3000-5999");
  await editor.expectFocus("slider: Range 1 to");
  await editor.press("Delete");
  await expectRanges(editor, "");
  await editor.expectFocus("button: Add range");
});

test("one press takes a class in or out, and changes no more than it must", async ({ editor }) => {
  await pull(editor, "3000-5999 ,  12000-12999");
  await band(editor, "Be right back").click();
  await expectRanges(editor, "3000-5999 ,  12000-14999");
  await expect(band(editor, "Be right back")).toHaveAttribute("aria-pressed", "true");
  await expect(editor.status).toContainText("Be right back let in, 12000-14999");
  await band(editor, "Inactive").click();
  await expectRanges(editor, "3000-4499 ,  12000-14999");
  await band(editor, "Offline").click();
  await expectRanges(editor, "3000-4499 ,  12000-14999 ,  18000-18000");
  await expect(slider(editor, "Range 3 from")).toHaveAttribute("aria-valuenow", "18000");
  await band(editor, "Be right back").press("Enter");
  await expectRanges(editor, "3000-4499 ,  18000-18000");
});

test("numbers are typed; what is refused stays, and says why", async ({ editor }) => {
  await pull(editor, "3000-5999, 12000-12999");
  const [from, to] = [field(editor, "from of range 1"), field(editor, "to of range 1")];
  await from.fill("4500");
  await editor.press("Enter");
  await expectRanges(editor, "4500-5999, 12000-12999");
  await from.fill("7000");
  await editor.press("Tab");
  await expect(from).toHaveAttribute("aria-invalid", "true");
  await expect(from).toHaveValue("7000");
  await expect(editor.status).toContainText("7000 is above 5999");
  await expectRanges(editor, "4500-5999, 12000-12999");
  // With the other end it is right.
  await to.fill("8999");
  await editor.press("Enter");
  await expectRanges(editor, "7000-8999, 12000-12999");
  await expect(from).not.toHaveAttribute("aria-invalid");
  await to.fill("many");
  await editor.press("Enter");
  await expect(editor.status).toContainText("many is no whole number from 0 to 18000");
  await editor.press("Control+z");
  await expect(option(editor)).toHaveValue("7000-8999, 12000-12999");
  await to.focus();
  await editor.press("Escape");
  await expect(to).toHaveValue("8999");
  await editor.press("Control+z");
  await expectRanges(editor, "4500-5999, 12000-12999");
});

test("a number that is refused is never given up for the one at the other end", async ({ editor, page }) => {
  await pull(editor, "3000-5999, 12000-12999");
  const [from, to] = [field(editor, "from of range 1"), field(editor, "to of range 1")];
  await from.fill("abc");
  await editor.press("Enter");
  await to.fill("4499");
  await editor.press("Enter");
  await expectRanges(editor, "3000-4499, 12000-12999");
  await expect(from).toHaveValue("abc");
  await expect(from).toHaveAttribute("aria-invalid", "true");
  await expect(editor.status).toContainText("Range 1 set to 3000-4499; abc is no whole number from 0 to 18000");
  await to.fill("2000");
  await editor.press("Enter");
  await expect(editor.status).toContainText("3000 is above 2000: a range begins with its lower number; abc is no whole number");
  await expect(to).toHaveAttribute("aria-invalid", "true");
  // In the field itself it is put back, and nothing else is undone.
  await editor.press("Control+z");
  await expect(to).toHaveValue("4499");
  await expect(to).not.toHaveAttribute("aria-invalid");
  expect(await editor.selected()).toBe("4499");
  await expectRanges(editor, "3000-4499, 12000-12999");
  // Other acts leave it; undoing one puts it back.
  await band(editor, "Offline").click();
  await expect(from).toHaveValue("abc");
  await editor.press("Control+z");
  await expectRanges(editor, "3000-4499, 12000-12999");
  await expect(from).toHaveValue("3000");
  await expect(from).not.toHaveAttribute("aria-invalid");
  await from.click();
  await page.keyboard.type("x");
  await editor.press("Escape");
  await expect(from).toHaveValue("3000");
});

test("what was refused is said until Escape drops it, and no longer", async ({ editor, page }) => {
  await pull(editor, "3000-5999");
  const [from, to] = [field(editor, "from of range 1"), field(editor, "to of range 1")];
  await from.fill("abc");
  await editor.press("Enter");
  await expect(editor.status).toHaveText("abc is no whole number from 0 to 18000");
  await editor.press("Escape");
  await expect(editor.status).toHaveText("");
  await from.fill("abc");
  await editor.press("Enter");
  await to.fill("2000");
  await editor.press("Enter");
  await expect(editor.status).toHaveText("3000 is above 2000: a range begins with its lower number; abc is no whole number from 0 to 18000");
  await editor.press("Escape");
  await expect(editor.status).toHaveText("abc is no whole number from 0 to 18000");
  await to.fill("4499");
  await editor.press("Enter");
  await expect(editor.status).toHaveText("Range 1 set to 3000-4499; abc is no whole number from 0 to 18000");
  await from.focus();
  await page.keyboard.type("x");
  await editor.press("Escape");
  await expect(editor.status).toHaveText("Range 1 set to 3000-4499");
});

test("a number is typed over, however one came to its field", async ({ editor, page }) => {
  await pull(editor, "3000-5999");
  const from = field(editor, "from of range 1");
  await from.click();
  expect(await editor.selected()).toBe("3000");
  await page.keyboard.type("3500");
  await editor.press("Enter");
  await page.keyboard.type("3600");
  await editor.press("Enter");
  await expectRanges(editor, "3600-5999");
  await page.keyboard.type("abc");
  await editor.press("Enter");
  await page.keyboard.type("3700");
  await editor.press("Tab");
  await expectRanges(editor, "3700-5999");
  expect(await editor.selected()).toBe("5999");
  await from.click();
  // Once there, a press puts the caret.
  await from.click();
  expect(await editor.selected()).toBe("");
});

test("where a range goes under the hand, the focus goes to the same of the one before", async ({ editor }) => {
  await pull(editor, "3000-4499");
  await editor.button("Add range").click();
  await expect(editor.status).toHaveText("Added 4500-5999: Inactive counts as available now");
  await editor.expectFocus("input: from of range 2");
  await editor.press("Control+z");
  await expectRanges(editor, "3000-4499");
  await editor.expectFocus("input: from of range 1");
  await editor.press("Control+y");
  await slider(editor, "Range 2 to").focus();
  await editor.press("Control+z");
  await editor.expectFocus("slider: Range 1 to");
  await editor.press("Control+y");
  await editor.button("Remove range 2").focus();
  await editor.press("Control+z");
  await editor.expectFocus("button: Remove range 1");
  await editor.press("Enter");
  await expectRanges(editor, "");
  await editor.expectFocus("button: Add range");
  await expect(editor.status).toContainText("presence-availability-range is empty now");
});

test("Add range leaves out who is busy or away, and says so where nobody else is left", async ({ editor }) => {
  await pull(editor, "3000-5999");
  await editor.button("Add range").click();
  await expectRanges(editor, "3000-5999, 12000-14999");
  await editor.button("Add range").click();
  await expectRanges(editor, "3000-5999, 12000-14999, 6000-7499");
  await expect(editor.status).toHaveText("Added 6000-7499: Busy counts as available now; type other numbers where that is not meant");
});

test("a class between two ranges joins them", async ({ editor }) => {
  await pull(editor, "3000-7499");
  await band(editor, "Inactive").click();
  await expectRanges(editor, "3000-4499, 6000-7499");
  await band(editor, "Inactive").click();
  await expectRanges(editor, "3000-7499");
});

test("Escape puts what is dragged back, and undo waits until it is let go", async ({ editor, page }) => {
  await pull(editor, "3000-5999");
  const step = await width(editor);
  const [x, y] = await middle(slider(editor, "Range 1 to"));
  const { mouse } = page;
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(x + step, y, { steps: 3 });
  await expectRanges(editor, "3000-7499");
  await editor.press("Control+z");
  await expectRanges(editor, "3000-7499");
  await editor.press("Escape");
  await expectRanges(editor, "3000-5999");
  await mouse.move(x + 2 * step, y, { steps: 3 });
  await mouse.up();
  await expectRanges(editor, "3000-5999");
  await expect(editor.undo).toHaveAttribute("title", /Undo: Typed in Options/);
  await drag(editor, [x, y], step);
  await expect(editor.status).toContainText("Range 1 set to 3000-7499");
});

test("the line of the option is in view beside its ranges", async ({ editor, page }) => {
  const ranges = "3000-4499, 12000-13999, 15000-15999";
  const other = Array.from({ length: 15 }, (_, at) => `${at + 1}=IDLE_OUT`).join(", ");
  await editor.fillOptions(optionsOf(ranges).replace("presence-a", `agent-presence-map=C:\\a.xml\naggregated-states=${other}\npresence-a`));
  const isInView = () => page.locator("#page-options .source__line", { hasText: "presence-availability-range=" }).evaluate((line) => {
    const [own, pane] = [line.getBoundingClientRect(), line.closest("form")!.getBoundingClientRect()];
    return pane.top <= own.top && own.bottom <= pane.bottom;
  });
  await slider(editor, "Range 1 to").focus();
  await editor.options.evaluate((area) => area.scrollTo(0, 0));
  await expect.poll(isInView).toBe(false);
  await editor.press("ArrowRight");
  await expect.poll(isInView).toBe(true);
  await editor.expectFocus("slider: Range 1 to");
});

test("a range is added with the first class that is missing, and removed", async ({ editor }) => {
  await pull(editor, "3000-4499");
  await editor.button("Add range").click();
  await expectRanges(editor, "3000-4499, 4500-5999");
  await editor.expectFocus("input: from of range 2");
  expect(await editor.selected()).toBe("4500");
  await editor.button("Remove range 1").click();
  await expectRanges(editor, "4500-5999");
  await editor.expectFocus("button: Remove range 1");
  await editor.button("Remove range 1").click();
  await editor.button("Add range").click();
  await expectRanges(editor, "3000-4499");
});

test("the field and the options text say the same at each key", async ({ editor, page }) => {
  await pull(editor, "3000-5999");
  await option(editor).focus();
  await editor.press("End");
  for (const [key, ranges] of [[",", "3000-5999,"], [" ", "3000-5999, "], ["7", "3000-5999, 7"], ["-", "3000-5999, 7-"], ["9", "3000-5999, 7-9"]]) {
    await page.keyboard.type(key);
    await expectRanges(editor, ranges);
  }
  await expect(slider(editor, "Range 2 to")).toHaveAttribute("aria-valuenow", "9");
  await editor.press("Home");
  await page.keyboard.type("  1");
  await expect(editor.options).toHaveValue(optionsOf("13000-5999, 7-9"));
  await option(editor).fill("");
  await expect(editor.options).toHaveValue(optionsOf(""));
  await expect(editor.region("Ranges")).toContainText("no ranges");
  await option(editor).fill("0-2");
  await expectRanges(editor, "0-2");
  await editor.options.fill("[TServer]\nmap-presence-to-dnd=true\n");
  await option(editor).focus();
  await page.keyboard.type("5-6");
  await expect(editor.options).toHaveValue("[TServer]\nmap-presence-to-dnd=true\npresence-availability-range=5-6\n");
});

test("what was typed before comes back, however it was replaced, in the field and in both texts", async ({ editor, page }) => {
  const ways: [before: string, replace: () => Promise<unknown>, after: string][] = [
    ["3000-5999", async () => (await editor.press("Shift+Home"), page.keyboard.type("3500-5000")), "3500-5000"],
    ["3000-5999,7000", async () => (await editor.press("Shift+Home"), page.keyboard.type("3000-5999,7000-7100")), "3000-5999,7000-7100"],
    ["3000-5999", async () => (await editor.press("Backspace", "Backspace", "Backspace", "Backspace"), page.keyboard.type("4499")), "3000-4499"],
    ["3000-4499", async () => (await editor.press("Control+Shift+ArrowLeft"), page.keyboard.type("4")), "3000-4"],
  ];
  await editor.fillOptions(optionsOf("").replace("presence-availability-range=\n", ""));
  await editor.show("XML source");
  await editor.xml.fill("<a/>\n");
  await editor.show("Options");
  const places = [[option(editor), "Options"], [editor.options, "Options"], [editor.xml, "XML source"]] as const;
  for (const [where, pane] of places) {
    await editor.show(pane);
    await where.focus();
    const rest = await where.inputValue();
    for (const [before, replace, after] of ways) {
      await editor.press("Control+End");
      await page.keyboard.type(before);
      await replace();
      await expect(where).toHaveValue(rest + after);
      await editor.press("Control+z");
      await expect(where).toHaveValue(rest + before);
      await editor.press("Control+z");
      // The key that adds the option is one of those that were typed.
      await expect(where).toHaveValue(rest);
    }
    await where.blur();
  }
});

test("a copy that ends late does not hide what happened since", async ({ editor, page }) => {
  await pull(editor, "3000-5999");
  await band(editor, "Offline").click();
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => new Promise((done) => Object.assign(window, { done }));
  });
  const end = () => page.evaluate(() => (window as unknown as { done: () => void }).done());
  const copy = editor.button("Copy presence-availability-range");
  await copy.click();
  await editor.press("Control+z");
  await expect(editor.status).toHaveText(/^Undone: Offline let in/);
  await end();
  await expect(editor.status).toHaveText(/^Undone: Offline let in.*; Copied 22 characters$/);
  await copy.click();
  await end();
  await expect(editor.status).toHaveText("Copied 9 characters");
  await copy.click();
  await end();
  await expect(editor.status).toHaveText("Copied 9 characters");
});

test("what reads wrong stays as it is, whatever becomes of its neighbours", async ({ editor }) => {
  await pull(editor, "x, 5999-3000, 3000-, 12000–12999;7000");
  await expect(editor.region("Ranges")).toContainText("2 pieces of the text are no ranges and stay as they are written.");
  await expect(editor.region("Ranges").getByRole("listitem")).toHaveCount(3);
  await band(editor, "Away").click();
  await expectRanges(editor, "x, 5999-3000, 3000-, 12000–12999;7000, 15000-17999");
  await editor.button("Remove range 2").click();
  await expectRanges(editor, "x, 5999-3000, 3000-;7000, 15000-17999");
});

test("Copy gives the value", async ({ editor, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await pull(editor, " 3000-5999");
  await editor.button("Copy presence-availability-range").click();
  await expect(editor.status).toHaveText("Copied 9 characters");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("3000-5999");
});

test("ten thousand ranges are listed, drawn, and moved", async ({ editor, page }) => {
  const list = Array.from({ length: 10_000 }, (_, at) => `${at + 2000}-${at + 2000}`);
  await pull(editor, list.join(", "));
  await expect(editor.region("Ranges")).toContainText("10000 ranges, 10000 of 18001 numbers");
  await expect(editor.region("Ranges").getByRole("listitem").first()).toHaveAttribute("aria-setsize", "10000");
  expect(await editor.region("Ranges").getByRole("listitem").count()).toBeLessThan(100);
  await expect(page.getByRole("slider")).toHaveCount(2);
  await field(editor, "from of range 3").focus();
  await expect(slider(editor, "Range 3 from")).toBeVisible();
  await slider(editor, "Range 3 to").focus();
  await editor.press("ArrowRight");
  list[2] = "2002-2003";
  await expect(option(editor)).toHaveValue(list.join(", "));
  await editor.button("Add range").click();
  await editor.expectFocus("input: from of range 10001");
});
