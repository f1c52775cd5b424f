// Roles and names, what axe finds in every state and theme, the order of the focus, the theme, and the page that remains when the program breaks.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { EXAMPLE_OPTIONS, EXAMPLE_STATES, EXAMPLE_XML, expect, file, incoming, Screen, test } from "./screen";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const broken = `${EXAMPLE_XML.replace("Logged out", "R&D").replace("</agentStates>", "")}<`;
const manyLanguages = EXAMPLE_XML.replace(
  "Logged out</activity>",
  `Logged out</activity>${[1025, 1037, 1031, 1041, 1045, 1055].map((lcid) => `\n    <activity LCID="${lcid}">Text</activity>`).join("")}`,
);

/** Errors, warnings and notes in both texts, in cells of all kinds. */
async function manyProblems(editor: Screen) {
  await editor.fillOptions(EXAMPLE_OPTIONS.replace("4=IDLE_ACW", "4=IDLE_AWC").replace("15=OOS", "15=OOS, 16=OOS"));
  await editor.fillXml(EXAMPLE_XML.replace("7001", "70001").replace("out of service<", "out\u200b of  service<").replace('LCID="3082"', 'LCID="$es"'));
  await expect(editor.only(/ errors$/)).toBeVisible();
}

/** The states of the page that look different: how each is reached. */
const STATES: Record<string, (editor: Screen, page: Page) => Promise<unknown>> = {
  "on the example": async () => {},
  "with the rows as 5 by 3": (_, page) => page.getByRole("radio", { name: /5 × 3/ }).check(),
  "with an ID open and its suggestions": (editor) => editor.states.type(7, "Aggregated state ID", "I", null),
  "with an availability open and its classes": (editor) => editor.texts.type("INCALL", "Availability", "6", null),
  "with a text open and its counter": (editor) => editor.texts.type("INCALL", "English", "x".repeat(70), null),
  "with a menu open": async (editor, page) => {
    await (await editor.texts.cell("INCALL", "ID")).click();
    await page.keyboard.press("Shift+F10");
    await expect(page.getByRole("menu")).toBeVisible();
  },
  "with the options in front": (editor) => editor.show("Options"),
  "with all languages unfolded": (editor) => editor.region("Preview").getByRole("button", { name: /^All \d/ }).click(),
  "with many languages and gaps": (editor) => editor.fillXml(manyLanguages),
  "with faults in both texts": async (editor) => {
    await editor.fillOptions(EXAMPLE_OPTIONS.replace("2=IDLE_READY", "2=NOBODY").replace("15=OOS", "99=OOS"));
    await editor.fillXml(broken);
  },
  "with problems of every severity, a group open and a filter on": async (editor) => {
    await manyProblems(editor);
    await editor.region("Problems").getByText(/^and \d+ more places$/).first().click();
    await editor.takeFromProblem(editor.problemsOf("idle-class"), "Set aside here");
    await editor.only(/ warnings$/).click();
    await editor.press("F8");
  },
  "with what was set aside": async (editor) => {
    await editor.takeFromProblem(editor.problemsOf("idle-class"), "Set aside here");
    await editor.only("1 set aside").click();
  },
  "with the menu of a problem": async (editor, page) => {
    await manyProblems(editor);
    await editor.problems().first().getByRole("button", { name: /^More for/ }).click();
    await expect(page.getByRole("menu")).toBeVisible();
  },
  "with fixes before and after": async (editor) => {
    await manyProblems(editor);
    await editor.button(/^Apply \d+ safe fix/).click();
    await expect(editor.dialog("Fixes").getByRole("listitem").first()).toBeVisible();
  },
  "with a law explained": async (editor) => {
    await manyProblems(editor);
    await editor.button("missing-entry").click();
    await expect(editor.dialog("Why").getByRole("region", { name: "Example" })).toBeVisible();
  },
  "with empty texts": async (editor) => {
    await editor.fillOptions("");
    await editor.fillXml("");
  },
  "with the export dialog": async (editor) => {
    await editor.button(/^Export/).click();
    await expect(editor.dialog("Export")).toBeVisible();
  },
  "with what comes in, files that are not read and files of which nobody knows how": async (editor, page) => {
    await manyProblems(editor);
    const latin = Buffer.from(EXAMPLE_XML.replace("Logged out", "Déconnecté"), "latin1");
    await editor.choose(file("page.md", incoming("a page of text with everything in it")), file("old.xml", latin), file("manual.pdf", "%PDF-1.7\n"));
    await editor.importing.dialog.getByText(/^Left out: \d+ pieces$/).click();
    await expect(editor.importing.leftOut.first()).toBeVisible();
    await expect(editor.importing.choices.first()).toBeVisible();
    await expect(page.getByRole("radiogroup", { name: "Read old.xml as" })).toBeVisible();
  },
  "with a paste that is offered as an import": async (editor) => {
    await (await editor.texts.cell("OOS", "English")).click();
    await editor.copy(`aggregated-states=${EXAMPLE_STATES}`);
    await editor.press("F2", "Control+v");
    await expect(editor.button("Import it")).toBeVisible();
  },
  "with the profiles": async (editor) => {
    await editor.button("Profile Presence").click();
    await editor.dialog("Profiles").getByRole("button", { name: /^Copy profile/ }).click();
    await editor.page.keyboard.press("Escape");
    await expect(editor.dialog("Profiles").getByRole("option")).toHaveCount(2);
  },
  "in pull mode": async (editor, page) => {
    await editor.fillOptions(EXAMPLE_OPTIONS.replace("=false", "=true\npresence-availability-range=3000-5999, 12000-12999"));
    await expect(page.getByRole("slider", { name: "Range 2 to" })).toBeVisible();
  },
  "with the assignment": async (editor, page) => {
    await page.getByRole("tab", { name: "Assignment" }).click();
    await expect(editor.region("Assignment")).toBeVisible();
  },
  "with the dialog for a language": async (editor, page) => {
    await editor.button("Add language").click();
    await page.getByRole("combobox", { name: "Language", exact: true }).fill("German");
  },
  "with the dialog for an entry": (editor) => editor.button("Add entry").click(),
  "with a file held over the page": async (_, page) => {
    const transfer = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(["x"], "x.xml"));
      return transfer;
    });
    await page.dispatchEvent("main", "dragover", { dataTransfer: transfer });
    await expect(page.getByText("Drop files to import them: XML, options, tables, exports, a workspace")).toBeVisible();
  },
  "when the program has stopped": (_, page) => stop(page),
};

/** What axe says: rule, and where. */
async function violations(page: Page): Promise<string[]> {
  return page.evaluate(async (tags) => {
    const axe = (window as unknown as { axe: { run(context: Document, options: object): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }> } }).axe;
    const { violations } = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary.replace(/\s+/g, " ").slice(0, 240)}`));
  }, TAGS);
}

/** Breaks the program: the browser says, for once, that the page has no body. */
async function stop(page: Page) {
  await page.getByRole("grid", { name: "Translations" }).getByRole("gridcell").nth(1).click();
  await page.evaluate(() => {
    let once = true;
    const own = Object.getOwnPropertyDescriptor(Document.prototype, "body")!;
    Object.defineProperty(Document.prototype, "body", {
      configurable: true,
      get() {
        if (!once) return own.get!.call(this);
        once = false;
        return null;
      },
    });
  });
  await page.keyboard.type("7");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /has stopped/ })).toBeVisible();
}

test.describe("axe finds nothing", () => {
  // The checker comes as a script of the test, which the page's own policy refuses.
  test.use({ bypassCSP: true, permissions: ["clipboard-read", "clipboard-write"] });
  const checker = readFileSync(AXE, "utf8");

  for (const [state, reach] of Object.entries(STATES)) {
    test(state, async ({ page }) => {
      await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
      const editor = new Screen(page);
      await editor.open();
      await reach(editor, page);
      await page.evaluate(checker);
      for (const theme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
        await page.evaluate((theme) => document.documentElement.setAttribute("data-theme", theme), theme);
        expect.soft(await violations(page), `${state}, ${theme}`).toEqual([]);
      }
      await page.emulateMedia({ colorScheme: "dark", forcedColors: "active", reducedMotion: "reduce" });
      expect.soft(await violations(page), `${state}, forced colours`).toEqual([]);
    });
  }
});

test("what is on the page has the roles and names that are promised", async ({ editor, page }) => {
  for (const region of ["Aggregated states", "Translations", "XML source", "Preview", "Problems"]) {
    await expect(editor.region(region), region).toHaveCount(1);
  }
  for (const grid of ["Aggregated states", "Translations"]) await expect(page.getByRole("grid", { name: grid, exact: true })).toHaveCount(1);
  for (const name of ["Undo", "Redo", "Import", "Add language", "Copy aggregated-states", "Download XML"]) await expect(editor.button(name), name).toHaveCount(1);
  await expect(editor.button(/^Export/)).toHaveCount(1);
  for (const name of ["Agent state", "Device state", "Viewer language"]) await expect(page.getByRole("combobox", { name, exact: true }), name).toHaveCount(1);
  await expect(page.getByRole("textbox", { name: "agentStates XML", exact: true })).toHaveCount(1);
  // What happened, what is kept, and what is the matter.
  await expect(page.getByRole("status")).toHaveCount(3);
  await expect(page.getByRole("main")).toHaveCount(1);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Presence Profile Editor");
  await expect(editor.texts.head("French")).toHaveText(/French \(France\)\s*1036 fr-FR/);
  for (const tab of ["XML source", "Options", "Editor", "Assignment", "Changes", "Go live"]) await expect(page.getByRole("tab", { name: tab, exact: true })).toHaveCount(1);
  // What is not built yet is absent.
  for (const absent of ["A day"]) await expect(page.getByRole("tab", { name: absent, exact: true })).toHaveCount(0);
  await expect(editor.button("Download all")).toHaveCount(0);
  await expect(page.getByRole("radiogroup", { name: "Presence mode" }).getByRole("radio")).toHaveCount(2);
  for (const mode of ["Push", "Pull"]) await expect(page.getByRole("radio", { name: mode, exact: true })).toHaveCount(1);
  await expect(editor.button("Profile Presence")).toHaveCount(1);
  await editor.show("Options");
  await expect(editor.region("Options")).toHaveCount(1);
  await expect(page.getByRole("textbox", { name: "Options text", exact: true })).toHaveCount(1);
  await expect(page.getByRole("textbox", { name: "agent-presence-map", exact: true })).toHaveCount(1);
  await expect(editor.button("Copy all options")).toHaveCount(1);
});

test("a problem is a list item: its severity, its place, its words and its code, then what can be done", async ({ editor }) => {
  await editor.fillXml(EXAMPLE_XML.replace("Logged out", "R&D"));
  const first = editor.problems().first();
  await expect(first).toHaveText(/^error\s+line \d+, column \d+\s.+\swell-formed/);
  // Its code says why, and its fixes are buttons.
  await expect(first.getByRole("button")).toHaveText([/^line \d+, column \d+$/, "well-formed", /\S/, ""]);
  await expect(first.getByRole("button").last()).toHaveAccessibleName(/^More for well-formed at line \d+, column \d+$/);
});

test("no element has an id twice, and what is referred to exists", async ({ editor, page }) => {
  await editor.texts.type("INCALL", "Availability", "6", null);
  const faults = await page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    const lost: string[] = [];
    for (const name of ["aria-controls", "aria-labelledby", "aria-describedby", "aria-activedescendant", "aria-owns"]) {
      for (const element of document.querySelectorAll(`[${name}]`)) {
        if (element.getAttribute("aria-expanded") === "false") continue;
        for (const id of element.getAttribute(name)!.split(/\s+/)) if (!document.getElementById(id)) lost.push(`${name}=${id}`);
      }
    }
    return { twice, lost };
  });
  expect(faults).toEqual({ twice: [], lost: [] });
});

test("the focus goes through the page in reading order, once through each grid, and shows where it is", async ({ editor, page }) => {
  await page.locator("body").click({ position: { x: 3, y: 3 } });
  const stops: string[] = [];
  const unseen: string[] = [];
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press("Tab");
    const words = await editor.focus();
    if (words === "body" || words === stops[0]) break;
    stops.push(words);
    const isSeen = await page.evaluate(() => {
      const element = document.activeElement!;
      const marked = (element: Element | null): boolean => {
        if (!element || element === document.body) return false;
        const style = getComputedStyle(element);
        return (style.outlineStyle !== "none" && 0 < parseFloat(style.outlineWidth)) || style.boxShadow !== "none" || marked(element.parentElement);
      };
      const bounds = element.getBoundingClientRect();
      return marked(element) && bounds.top < innerHeight && 0 <= bounds.top && 0 < bounds.width;
    });
    if (!isSeen) unseen.push(words);
  }
  const place = (name: RegExp) => stops.findIndex((stop) => name.test(stop));
  const order = [/Undo/, /Redo/, /Dark theme/, /Import/, /^button: Export/, /Agent state$/, /Device state$/, /Viewer language/, /^button: All 4/,
    /Copy aggregated-states/, /^Aggregated states: /, /Add language/, /^Translations: /, /^tab: XML source/, /Download XML/, /agentStates XML/];
  const places = order.map(place);
  expect(places, stops.join("\n")).not.toContain(-1);
  expect([...places].sort((a, b) => a - b), stops.join("\n")).toEqual(places);
  // The heads, which tell what their terms mean, are a stop of their own.
  expect(stops.filter((stop) => /^Aggregated states: (?!head)/.test(stop))).toHaveLength(1);
  expect(stops.filter((stop) => stop.startsWith("Translations: "))).toHaveLength(1);
  expect(unseen).toEqual([]);
});

test("Shift+Tab goes the same way back", async ({ editor, page }) => {
  await editor.xml.focus();
  const back: string[] = [];
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press("Shift+Tab");
    back.push(await editor.focus());
  }
  for (const stop of back.slice().reverse()) {
    await editor.expectFocus(stop);
    await page.keyboard.press("Tab");
  }
  await editor.expectFocus("textarea: agentStates XML");
});

test.describe("theme", () => {
  test("follows the system, then the switch, and remembers the choice", async ({ editor, page }) => {
    const root = page.locator("html");
    await expect(root).toHaveAttribute("data-theme", "light");
    const colour = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const before = await colour();
    await editor.button("Dark theme").click();
    await expect(root).toHaveAttribute("data-theme", "dark");
    await editor.expectFocus("button: Light theme");
    expect(await colour()).not.toBe(before);
    await page.reload();
    await expect(root).toHaveAttribute("data-theme", "dark");
    await editor.button("Light theme").click();
    await expect(root).toHaveAttribute("data-theme", "light");
    expect(await colour()).toBe(before);
    // The theme is no edit.
    await expect(editor.undo).toHaveAttribute("aria-disabled", "true");
  });

  test("the switch offers the other theme, also after the system's has changed", async ({ editor, page }) => {
    await expect(editor.button("Dark theme")).toBeVisible();
    await page.emulateMedia({ colorScheme: "dark" });
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(editor.button("Light theme")).toBeVisible();
  });

  test("in forced colours the source's characters are painted once, and shapes and selection stay", async ({ editor, page }) => {
    await page.emulateMedia({ forcedColors: "active" });
    expect(await editor.xml.evaluate((element) => getComputedStyle(element).webkitTextFillColor)).toBe("rgba(0, 0, 0, 0)");
    await expect(page.locator(".source__line").first()).toBeVisible();
    const shape = editor.states.rows.nth(0).locator(".shape").first();
    await expect(shape).toBeVisible();
    await expect(shape).toHaveCSS("background-image", /gradient/);
  });
});

test("no word of the page goes out, and nothing breaks its policy, on a whole round", async ({ editor, page, baseURL }) => {
  const foreign: string[] = [];
  const sockets: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(baseURL!) && !/^(data|blob):/.test(request.url())) foreign.push(request.url());
  });
  page.on("websocket", (socket) => sockets.push(socket.url()));
  await page.evaluate(() => {
    const refusals: string[] = [];
    Object.assign(window, { refusals });
    document.addEventListener("securitypolicyviolation", (event) => refusals.push(`${event.effectiveDirective} ${event.blockedURI}`));
  });
  await editor.fillXml(broken.replace("R&D", "<img src='http://example.invalid/x'><script>window.ran = 1</script><b onclick='window.ran = 1' style='color: red'>"));
  await editor.fillXml(EXAMPLE_XML.replace("Logged out", "&lt;img src=http://example.invalid/ onerror=window.ran=1&gt;"));
  await expect(await editor.texts.cell("IDLE_OUT", "English")).toHaveText("<img src=http://example.invalid/ onerror=window.ran=1>");
  await expect(await editor.states.cell(1, "Shown as")).toContainText("<img src=http://example.invalid/ onerror=window.ran=1>");
  await editor.addLanguages("1031, ar-SA");
  await editor.texts.type("OOS", "German", "Störung");
  await page.getByRole("radio", { name: /5 × 3/ }).check();
  await editor.button("Dark theme").click();
  await editor.button(/^Export/).click();
  await page.keyboard.press("Escape");
  await editor.undo.click();
  await editor.show("Options");
  expect(await page.evaluate(() => (window as unknown as { refusals: string[] }).refusals)).toEqual([]);
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
  expect(await page.locator("[style*=color]").count()).toBe(0);
  expect(foreign).toEqual([]);
  expect(sockets).toEqual([]);
});

test("a program that breaks leaves both texts on the page, each with its download", async ({ page, baseURL }) => {
  const editor = new Screen(page);
  await page.goto(baseURL!);
  await expect(editor.states.table).toBeVisible();
  await editor.fillOptions(EXAMPLE_OPTIONS.replace("7=INCALL", "7=OOS"));
  await editor.texts.type("INCALL", "English", "In a call — вызов");
  const xml = await editor.xml.inputValue();
  await stop(page);
  await expect(page.getByRole("textbox", { name: "Options text" })).toHaveValue(EXAMPLE_OPTIONS.replace("7=INCALL", "7=OOS"));
  const shown = await page.getByRole("textbox", { name: "agentStates XML" }).inputValue();
  expect(shown).toContain("In a call — вызов");
  expect(shown.length).toBeGreaterThan(xml.length - 10);
  for (const name of ["options.txt", "agentStates.xml"]) {
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: `Download ${name}` }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe(name);
    const saved = readFileSync(await download.path(), "utf8");
    expect(saved).toBe(name === "options.txt" ? EXAMPLE_OPTIONS.replace("7=INCALL", "7=OOS") : shown);
  }
  // Nothing of the broken program is left to press.
  await expect(page.getByRole("grid")).toHaveCount(0);
});
