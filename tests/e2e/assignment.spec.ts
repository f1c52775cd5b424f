// Which profile applies: the table of the Extensions, the application, the question and its answer, by hand and by keyboard.

import type { Locator, Page } from "@playwright/test";
import { expect, Grid, type Screen, test } from "./screen";

/** The page of the assignment. */
class Assignment {
  readonly grid: Grid;

  constructor(
    readonly editor: Screen,
    readonly page: Page,
  ) {
    this.grid = new Grid(page, "Extensions");
  }

  async open() {
    await this.page.getByRole("tab", { name: "Assignment", exact: true }).click();
    await expect(this.region("Assignment")).toBeVisible();
  }

  region(name: string): Locator {
    return this.editor.region(name);
  }

  field(name: string): Locator {
    return this.page.getByRole("combobox", { name, exact: true });
  }

  get application(): Locator {
    return this.field("presence-profile of the application");
  }

  get answer(): Locator {
    return this.region("What if").getByRole("status");
  }

  get problems(): Locator {
    return this.region("Problems").getByRole("listitem");
  }

  /** Numbers and profiles of the rows, without the one that adds. */
  async rows(): Promise<string[]> {
    const [numbers, names] = [await this.grid.column("Number"), await this.grid.column("presence-profile")];
    return numbers.slice(0, -1).map((number, at) => `${number.trim()} ${names[at].trim()}`.trim());
  }

  async expectRows(...rows: string[]) {
    await expect.poll(() => this.rows()).toEqual(rows);
  }

  /** Pastes a text into the cell that is selected, or into the one that adds. */
  async paste(text: string, cell?: Locator) {
    await this.page.evaluate((text) => navigator.clipboard.writeText(text), text);
    await (cell ?? (await this.grid.cell("Add", "Number"))).click();
    await this.page.keyboard.press("Control+v");
  }

  /** The text on the clipboard, when the page has said that it is there. */
  async copied(button: string): Promise<string> {
    await this.editor.button(button).click();
    await expect(this.editor.status).toHaveText(/^Copied \d+ characters$/);
    return this.page.evaluate(() => navigator.clipboard.readText());
  }
}

const it = test.extend<{ assignment: Assignment }>({
  assignment: async ({ editor, page, context }, use) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const assignment = new Assignment(editor, page);
    await assignment.open();
    await use(assignment);
  },
});

it("nothing is assigned at first, and what that means is said", async ({ assignment, editor }) => {
  await expect(assignment.answer).toContainText("No profile is named");
  await expect(assignment.answer).toContainText("not documented");
  await expect(assignment.problems).toHaveText([/^note\s+Presence is named by nothing here; only a login can name it\s+profile-unnamed$/]);
  await expect(editor.undo).toHaveAttribute("aria-disabled", "true");
});

it("Extensions are typed one after the other, and go to their places", async ({ assignment, editor, page }) => {
  await (await assignment.grid.cell("Add", "Number")).click();
  for (const [number, profile] of [["4305", "Presence"], ["4210", "Presence"]]) {
    await page.keyboard.type(number);
    await editor.press("Tab");
    await page.keyboard.type(profile);
    await editor.press("Enter");
  }
  await page.keyboard.type("99");
  await editor.press("Enter");
  await assignment.expectRows("99", "4210 Presence", "4305 Presence");
  expect(await editor.focus()).toBe("Extensions: Add, Number");
  await expect(assignment.region("Assignment")).toContainText("3 Extensions, 1 names none");
  await editor.undo.click();
  await assignment.expectRows("4210 Presence", "4305 Presence");
  await editor.press("Control+z", "Control+z");
  await assignment.expectRows("4305 Presence");
  await editor.press("Control+y", "Control+y", "Control+y");
  await assignment.expectRows("99", "4210 Presence", "4305 Presence");
});

it("the row that is selected is asked about", async ({ assignment, page }) => {
  await assignment.paste("4210\tPresence\n4306\t\n4307\tPresense");
  await assignment.application.fill("Presence");
  await page.keyboard.press("Enter");
  await (await assignment.grid.cell(4210, "Number")).click();
  await expect(assignment.answer).toHaveText(/Push\s*because Extension 4210 names it and the login names none\s*Presence applies/);
  await page.keyboard.press("ArrowDown");
  await expect(assignment.answer).toContainText("because the T-Server application names it; neither the login nor Extension 4306 names one");
  await expect(page.getByRole("article", { name: "Extension DN" }).locator("header")).toContainText("names none");
  await page.keyboard.press("ArrowDown");
  await expect(assignment.answer).toContainText("no such profile");
  await expect(assignment.answer).toContainText("Presense is named");
  // Whoever asks in words goes to the row, and what the login names is nearer than all.
  await assignment.field("Extension").fill("4210");
  await page.keyboard.press("Enter");
  await assignment.field("Profile of the login").fill("Presence");
  await page.keyboard.press("Enter");
  await expect(assignment.answer).toContainText("because the login names it");
  await expect(page.getByRole("article", { name: "Login" }).locator("header")).toContainText("applies");
  await expect(page.getByRole("article", { name: "T-Server application" }).locator("header")).toContainText("not reached");
  await expect(assignment.grid.row(4210)).toHaveClass(/current/);
  await assignment.field("Extension").fill("5999");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("article", { name: "Extension DN" }).locator("header")).toContainText("5999 is not in the table");
});

it("the application takes any name, and says when no profile has it", async ({ assignment, editor, page }) => {
  await assignment.application.click();
  await page.getByRole("option", { name: "Presence Push" }).click();
  await expect(assignment.application).toHaveValue("Presence");
  await expect(editor.status).toHaveText("presence-profile of the application set to Presence");
  await assignment.application.fill("presense");
  await page.keyboard.press("Tab");
  await expect(assignment.application).toHaveValue("presense");
  const problem = assignment.problems.filter({ hasText: "presence-profile" });
  await expect(problem).toHaveText(/^warning\s+T-Server application names presense, but no profile of this workspace has this name; did you mean Presence\?\s+presence-profile/);
  await problem.getByRole("button", { name: "T-Server application" }).click();
  await expect(assignment.application).toBeFocused();
  await problem.getByRole("button", { name: "Use Presence" }).click();
  await expect(assignment.application).toHaveValue("Presence");
  await expect(problem).toHaveCount(0);
  await expect.poll(() => editor.focus()).not.toBe("body");
  // Emptied, the option is not there; each of it is one step.
  await assignment.application.fill("");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("article", { name: "T-Server application" })).toContainText("Names none");
  await editor.undo.click();
  await editor.undo.click();
  await expect(assignment.application).toHaveValue("presense");
});

it("a field with choices is left as it was by Escape, and Ctrl+Z in it is its own", async ({ assignment, editor, page }) => {
  await assignment.application.fill("Presence");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Sales");
  await page.keyboard.press("Control+z");
  await expect(assignment.application).not.toHaveValue("Sales");
  await page.keyboard.press("Escape");
  await expect(assignment.application).toHaveValue("Presence");
  await editor.press("ArrowDown", "ArrowDown", "ArrowDown");
  await expect(page.getByRole("option", { selected: true })).toHaveText(/^Presence/);
  await editor.press("Escape", "Control+z");
  await expect(assignment.application).toHaveValue("");
});

it("two columns of a spreadsheet are one step, wherever they are pasted", async ({ assignment, editor }) => {
  await assignment.paste("Extension\tProfile\n4211\tPresence\n4210\tPresence\nno number here\tx\n");
  await expect(editor.status).toHaveText("2 Extensions pasted; 1 heading left out; 1 line left out: 4 (a blank in the number)");
  await assignment.expectRows("4210 Presence", "4211 Presence");
  await assignment.paste("4210;Sales\n4212;Presence", await assignment.grid.cell(4211, "presence-profile"));
  await expect(editor.status).toHaveText("2 Extensions pasted: 1 new, 1 changed");
  await assignment.expectRows("4210 Sales", "4211 Presence", "4212 Presence");
  await editor.press("Control+z");
  await assignment.expectRows("4210 Presence", "4211 Presence");
  await editor.press("Control+z");
  await assignment.expectRows();
});

it("a column of names goes down from its cell, and one name into it", async ({ assignment, editor, page }) => {
  await assignment.paste("1\n2\n3");
  await expect(editor.status).toHaveText("3 Extensions pasted");
  await assignment.paste("A\nB\nC", await assignment.grid.cell(2, "presence-profile"));
  await expect(editor.status).toHaveText("2 profiles pasted; 1 line left out, for which there is no row");
  await assignment.expectRows("1", "2 A", "3 B");
  await assignment.paste("Two words", await assignment.grid.cell(1, "presence-profile"));
  await page.keyboard.press("Enter");
  await assignment.expectRows("1 Two words", "2 A", "3 B");
});

it("what is copied can be pasted elsewhere, to the byte", async ({ assignment, editor, page }) => {
  await assignment.paste("4210\tPresence\n4306\t\n");
  await assignment.application.fill("Presence");
  await page.keyboard.press("Enter");
  await (await assignment.grid.cell(4210, "Number")).click();
  expect(await assignment.copied("Copy the text of Extension 4210")).toBe("[TServer]\npresence-profile=Presence");
  expect(await assignment.copied("Copy the text of the application")).toBe("[TServer]\npresence-profile=Presence");
  expect(await assignment.copied("Copy the key")).toBe("presence-profile");
  await assignment.field("Profile for the login text").fill("Night");
  // Whoever presses Copy means what stands in the field.
  expect(await assignment.copied("Copy the value")).toBe("Night");
  const table = await assignment.copied("Copy table");
  expect(table).toBe("Number\tpresence-profile\n4210\tPresence\n4306\t\n");
  await editor.press("Control+z", "Control+z");
  await assignment.expectRows();
  await assignment.paste(table);
  await assignment.expectRows("4210 Presence", "4306");
});

it("a number that is taken, or is none, stays open with the reason", async ({ assignment, editor, page }) => {
  await assignment.paste("4210\tPresence\n4211\tPresence");
  await assignment.grid.type(4210, "Number", "4211");
  await expect(editor.status).toHaveText(/^Extension 4211 is there already/);
  await expect(page.locator("[aria-invalid=true]")).toBeFocused();
  await page.keyboard.press("Escape");
  await assignment.expectRows("4210 Presence", "4211 Presence");
  await assignment.grid.type("Add", "Number", "4300 Presence");
  await expect(editor.status).toHaveText(/has a blank inside; paste two columns/);
  await page.keyboard.press("Escape");
  // What was refused is not wanted any more.
  await expect(editor.status).toHaveText("");
  await assignment.grid.type(4211, "Number", "100");
  await assignment.expectRows("100 Presence", "4210 Presence");
  // The row has gone up; the hand goes on to the one that was below it, and that is the one that adds.
  expect(await editor.focus()).toBe("Extensions: Add, Number");
  await editor.press("Control+z");
  await assignment.expectRows("4210 Presence", "4211 Presence");
});

it("rows that are renumbered one after the other are those below each other", async ({ assignment, editor, page }) => {
  await assignment.paste("7001\tA\n7002\tB\n7003\tC\n7004\tD");
  const type = async (...texts: string[]) => {
    for (const text of texts) {
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
    }
  };
  await (await assignment.grid.cell(7001, "Number")).click();
  await type("7021", "7022");
  await assignment.expectRows("7003 C", "7004 D", "7021 A", "7022 B");
  expect(await editor.focus()).toBe("Extensions: 7003, Number");
  await type("6999");
  expect(await editor.focus()).toBe("Extensions: 7004, Number");
  await type("6998");
  await assignment.expectRows("6998 D", "6999 C", "7021 A", "7022 B");
  expect(await editor.focus()).toBe("Extensions: 7021, Number");
  // Tab stays with the row, wherever it has gone; the last one leads to the row that adds.
  await (await assignment.grid.cell(6998, "Number")).click();
  await page.keyboard.type("8000");
  await page.keyboard.press("Tab");
  expect(await editor.focus()).toBe("Extensions: 8000, presence-profile");
  await (await assignment.grid.cell(8000, "Number")).click();
  await type("1", "2");
  await assignment.expectRows("1 D", "2", "6999 C", "7021 A", "7022 B");
  expect(await editor.focus()).toBe("Extensions: Add, Number");
  // Upwards it is the row above.
  await (await assignment.grid.cell(7021, "Number")).click();
  await page.keyboard.type("9000");
  await page.keyboard.press("Shift+Enter");
  expect(await editor.focus()).toBe("Extensions: 6999, Number");
});

it("what is typed replaces a number that was refused", async ({ assignment, editor, page }) => {
  await assignment.paste("7003\tSales");
  await (await assignment.grid.cell("Add", "Number")).click();
  await page.keyboard.type("7003");
  await page.keyboard.press("Tab");
  await expect(editor.status).toHaveText(/^Extension 7003 is there already/);
  await page.keyboard.type("Presence");
  await page.keyboard.press("Enter");
  await expect(editor.status).toHaveText("Presence is the name of a profile; the number of an Extension is wanted here");
  await page.keyboard.type("  70 15 ");
  await editor.press("Tab", "Tab");
  await expect(editor.status).toHaveText(/has a blank inside/);
  for (const number of ["7016", "7017"]) {
    await page.keyboard.type(number);
    await page.keyboard.press("Enter");
  }
  await assignment.expectRows("7003 Sales", "7016", "7017");
  expect(await editor.focus()).toBe("Extensions: Add, Number");
});

it("a line is pasted as several are, and is taken for no heading", async ({ assignment, editor, page }) => {
  await assignment.paste("lobby\tPresence");
  await expect(editor.status).toHaveText("1 Extension pasted");
  await expect(editor.undo).toHaveAttribute("title", "Undo: 1 Extension pasted (Ctrl+Z)");
  await assignment.expectRows("lobby Presence");
  await editor.press("Control+z");
  await expect(editor.status).toHaveText("Undone: 1 Extension pasted");
  await assignment.paste("lobby\tPresence\n7001\tPresence");
  await assignment.expectRows("7001 Presence", "lobby Presence");
  await assignment.paste("Presence\tPresence");
  await expect(editor.status).toHaveText("Nothing pasted; 1 line left out: 1 (the name of a profile, no number)");
  await assignment.paste("Number\tProfile");
  await expect(editor.status).toHaveText("Nothing pasted; 1 line left out: 1 (column titles)");
  await expect(page.locator(".cell--editing")).toHaveCount(0);
  await assignment.expectRows("7001 Presence", "lobby Presence");
});

it("what is pasted is shown, and what changes nothing is no step", async ({ assignment, editor }) => {
  const text = Array.from({ length: 200 }, (_, at) => `${7000 + at}\tPresence`).join("\n");
  await assignment.paste("9001\tPresence");
  await assignment.paste(text);
  expect(await editor.focus()).toBe("Extensions: 7000, Number");
  await expect(assignment.grid.row(7000)).toBeInViewport();
  await expect(assignment.answer).toContainText("because Extension 7000 names it");
  await assignment.paste(text, await assignment.grid.cell(7001, "Number"));
  await expect(editor.status).toHaveText("Nothing changed: all 200 Extensions stand as they are");
  await assignment.paste("7150\tPresence\n9001\tSales\n9002;Sales", await assignment.grid.cell(7001, "Number"));
  await expect(editor.status).toHaveText("3 Extensions pasted: 1 new, 1 changed, 1 as before");
  await expect(assignment.grid.row(7150)).toBeInViewport();
  expect(await editor.focus()).toBe("Extensions: 7150, Number");
  await editor.press("Control+z", "Control+z");
  await assignment.expectRows("9001 Presence");
});

it("problems are gone through and mended by keyboard", async ({ assignment, editor, page }) => {
  await assignment.paste("4305\tPresense\n4306\tPresense\n4307\tPresence\n4308\tOther");
  await editor.press("F8");
  await expect(editor.status).toHaveText(/^1 of 2: warning: Extension 4305 and 1 more name Presense, /);
  expect(await editor.focus()).toBe("Extensions: 4305, presence-profile");
  await editor.press("F8");
  expect(await editor.focus()).toBe("Extensions: 4308, presence-profile");
  await editor.press("Control+.");
  await expect(editor.status).toHaveText(/^No fix is offered: Extension 4308 names Other, /);
  await editor.press("ArrowUp", "Control+.");
  await expect(editor.status).toHaveText("No problem here");
  await editor.press("Shift+F8", "ArrowDown", "Control+.");
  await expect(page.getByRole("menuitem")).toHaveText(["Use Presence here", "Use Presence in both places"]);
  await editor.press("Enter");
  await assignment.expectRows("4305 Presense", "4306 Presence", "4307 Presence", "4308 Other");
  expect(await editor.focus()).toBe("Extensions: 4306, presence-profile");
  await editor.press("ArrowUp", "Shift+F10");
  await expect(page.getByRole("menuitem")).toHaveText(["Use Presence", "Remove Extension 4305"]);
  await editor.press("ArrowDown", "Enter");
  await expect(editor.status).toHaveText("Removed Extension 4305; Ctrl+Z brings it back");
  await assignment.expectRows("4306 Presence", "4307 Presence", "4308 Other");
  await assignment.application.fill("presence");
  await editor.press("Control+.");
  await page.getByRole("menuitem", { name: "Use Presence" }).click();
  await expect(assignment.application).toHaveValue("Presence");
  await expect(assignment.application).toBeFocused();
});

it("a profile is chosen while it is typed", async ({ assignment, editor, page }) => {
  await assignment.paste("4210\tSales\n4211\tSales");
  await assignment.grid.type(4210, "presence-profile", "pres", null);
  await expect(page.getByRole("option", { name: "Presence Push" })).toBeVisible();
  await editor.press("ArrowDown", "Enter");
  await assignment.expectRows("4210 Presence", "4211 Sales");
  expect(await editor.focus()).toBe("Extensions: 4211, presence-profile");
  await editor.press("Control+d");
  await assignment.expectRows("4210 Presence", "4211 Presence");
});

it("rows go by Delete and by their button, and the next is asked about", async ({ assignment, editor, page }) => {
  await assignment.paste("1\tPresence\n2\tPresence\n3\tPresence");
  await (await assignment.grid.cell(2, "presence-profile")).click();
  await page.keyboard.press("Delete");
  await assignment.expectRows("1 Presence", "2", "3 Presence");
  await editor.press("ArrowLeft", "Delete");
  await assignment.expectRows("1 Presence", "3 Presence");
  await expect(editor.status).toHaveText("Removed Extension 2; Ctrl+Z brings it back");
  await expect(assignment.answer).toContainText("because Extension 3 names it");
  await editor.button("Remove Extension 3").click();
  await assignment.expectRows("1 Presence");
  expect(await editor.focus()).toMatch(/^Extensions: /);
  await editor.press("ArrowUp", "End", "Enter");
  await assignment.expectRows();
  await editor.press("Control+z", "Control+z", "Control+z");
  await assignment.expectRows("1 Presence", "2", "3 Presence");
});

it("a double press removes one row", async ({ assignment, editor }) => {
  await assignment.paste("1\tPresence\n2\tPresence\n3\tPresence");
  await editor.button("Remove Extension 1").dblclick();
  await assignment.expectRows("2 Presence", "3 Presence");
});

it("many Extensions with one wrong name are one problem, with one way out", async ({ assignment, editor, page }) => {
  await assignment.paste("4305\tPresense\n4306\tPresense\n4307\tPresense\n4308\tPresence");
  const problem = assignment.problems.filter({ hasText: "presence-profile" });
  await expect(problem).toHaveText(/^warning\s+Extension 4305 and 2 more name Presense, but no profile of this workspace has this name; did you mean Presence\?/);
  await problem.locator("summary").click();
  await problem.getByRole("button", { name: "Extension 4307" }).click();
  expect(await editor.focus()).toBe("Extensions: 4307, presence-profile");
  await problem.getByRole("button", { name: "Use Presence" }).click();
  await assignment.expectRows("4305 Presence", "4306 Presence", "4307 Presence", "4308 Presence");
  await expect(assignment.region("Problems")).toContainText("No problems");
  await expect(page.getByRole("table", { name: "Profiles and what names them" })).toContainText("4 Extensions");
  await editor.undo.click();
  await expect(problem).toHaveCount(1);
});

it("five thousand Extensions are pasted, gone through and taken back", async ({ assignment, editor, page }) => {
  const text = Array.from({ length: 5000 }, (_, at) => `${10_000 + at}\tPresence`).join("\r\n");
  await assignment.paste(text);
  await expect(editor.status).toHaveText("5000 Extensions pasted");
  await expect(assignment.grid.table).toHaveAttribute("aria-rowcount", "5002");
  expect(await assignment.grid.rows.count()).toBeLessThan(200);
  await editor.press("Control+Home");
  expect(await editor.focus()).toBe("Extensions: 10000, Number");
  await editor.press("Control+End", "ArrowUp", "Home");
  expect(await editor.focus()).toBe("Extensions: 14999, Number");
  await assignment.field("Extension").fill("12345");
  await page.keyboard.press("Enter");
  await expect(assignment.grid.row(12345)).toBeInViewport();
  await assignment.grid.type(12345, "presence-profile", "Other");
  await expect(assignment.grid.row(12345)).toContainText("no such profile");
  await page.mouse.move(700, 500);
  await page.mouse.wheel(0, 4000);
  await page.waitForTimeout(150);
  // What is typed goes on where the hand was, though that is out of view.
  await page.keyboard.type("Sales\n");
  await expect(assignment.problems.filter({ hasText: "Extension 12346 names Sales" })).toHaveCount(1);
  await editor.press("Control+z", "Control+z", "Control+z");
  await assignment.expectRows();
});

it("the page is left and found again, by its tab and by an undo", async ({ assignment, editor, page }) => {
  await assignment.paste("4210\tPresence\n4306\tPresence\n4307\tPresense");
  await (await assignment.grid.cell(4306, "presence-profile")).click();
  await assignment.field("Profile of the login").fill("Sales");
  await page.keyboard.press("Enter");
  await page.getByRole("tab", { name: "Editor", exact: true }).click();
  await editor.texts.type("INCALL", "Availability", "6500");
  await assignment.open();
  await expect(assignment.answer).toContainText("Sales is named");
  await expect(assignment.field("Extension")).toHaveValue("4306");
  await assignment.grid.type(4307, "presence-profile", "Presence");
  await (await assignment.grid.cell(4210, "presence-profile")).click();
  // The hand is in the table, which goes with its page.
  await editor.press("Control+z");
  await expect(assignment.grid.row(4307)).toHaveClass(/current/);
  expect(await editor.focus()).toBe("Extensions: 4307, presence-profile");
  await editor.press("Control+z");
  await expect(editor.texts.table).toBeVisible();
  await expect(editor.status).toHaveText(/^Undone: Availability of INCALL set/);
  await editor.press("Control+z");
  await expect(assignment.grid.table).toBeVisible();
  await assignment.expectRows();
  await editor.press("Control+y");
  await assignment.expectRows("4210 Presence", "4306 Presence", "4307 Presense");
});

for (const [width, height] of [[1440, 900], [1366, 768], [1024, 768]] as const) {
  it(`nothing is cut at ${width} by ${height}`, async ({ assignment, page }) => {
    await page.setViewportSize({ width, height });
    await assignment.paste("4210\tPresence\n4306\t\n4307\tPresense");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide).toBe(0);
    for (const place of ["Login", "Extension DN", "T-Server application"]) {
      await page.getByRole("article", { name: place, exact: true }).scrollIntoViewIfNeeded();
      const cut = await page.getByRole("article", { name: place, exact: true }).evaluate((article) => {
        const parts = [...article.querySelectorAll("*")].filter((part) => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflowX === "hidden");
        return parts.filter((part) => !part.classList.contains("visually-hidden")).map((part) => part.className);
      });
      expect(cut, place).toEqual([]);
    }
    const boxes = await page.getByRole("article").evaluateAll((places) => places.map((place) => place.getBoundingClientRect().left));
    expect(new Set(boxes).size).toBe(width < 1280 ? 1 : 3);
  });
}
