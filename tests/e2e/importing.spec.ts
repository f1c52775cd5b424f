// What comes in: by paste, files and tables of other pages; found out, mended, looked at, and done in one step or not at all.

import { readFileSync } from "node:fs";
import { EXAMPLE_OPTIONS, EXAMPLE_STATES, EXAMPLE_XML, expect, file, incoming, Screen, test } from "./screen";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const ENGLISH = "English (United States)";
const SPANISH = "Spanish (Spain)";
const FRENCH = "French (France)";
const ID = "Aggregated state ID";

const ENTRY = (id: string, availability: number, texts: Record<number, string>) =>
  `<agentState ID="${id}" availability="${availability}">\n${Object.entries(texts).map(([lcid, text]) => `  <activity LCID="${lcid}">${text}</activity>\n`).join("")}</agentState>`;

/** Both texts are as they were, and there is nothing that could be undone. */
async function expectUntouched(editor: Screen) {
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
  await expect(editor.undo).toHaveAttribute("aria-disabled", "true");
}

/** One undo brings everything back. */
async function expectOneUndo(editor: Screen, label: string | RegExp) {
  await expect(editor.undo).toHaveAttribute("title", label);
  await editor.undo.click();
  await expectUntouched(editor);
}

async function downloaded(editor: Screen): Promise<Buffer> {
  const downloading = editor.page.waitForEvent("download");
  await editor.page.keyboard.press("Control+s");
  return readFileSync(await (await downloading).path());
}

test.describe("what is pasted outside of all fields", () => {
  test("a page of text: its pieces are found, its prose is left out, and what both have stays", async ({ editor }) => {
    await editor.pasteOutside(incoming("a page of text with everything in it"));
    const { importing } = editor;
    await expect(importing.pieces).toHaveCount(7);
    await importing.dialog.getByText("Left out: 14 pieces").click();
    await expect(importing.leftOut).toHaveCount(14);
    await expect(importing.leftOut.first()).toContainText("# Presence for our desk");
    await expect(importing.piece(7)).toContainText("lines 86 to 112: 7 entries, 4 languages");
    await expect(importing.choices).toHaveCount(4);
    for (const choice of await importing.choices.all()) await expect(choice.getByRole("radio", { name: "Keep" })).toBeChecked();
    await importing.expectChanges(0);
    await importing.applying.click({ force: true });
    await expect(importing.dialog).toBeVisible();
    await importing.cancel.click();
    await expect(importing.dialog).toBeHidden();
    await expectUntouched(editor);
  });

  test("an option line with escapes and emphasis: mended, one value taken, one undo", async ({ editor }) => {
    const away = EXAMPLE_STATES.replace("4=IDLE_ACW", "4=IDLE_AWAY");
    await editor.pasteOutside(`**aggregated-states** = ${away.replaceAll("_", "\\_")}.`);
    const { importing } = editor;
    await expect(importing.choices).toHaveCount(1);
    await expect(importing.choice("Row 4: ACW, Idle, piece 1", "Take")).toBeChecked();
    await importing.expectChanges(1);
    await importing.apply();
    await expect(editor.status).toContainText("1 value imported from the clipboard");
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS.replace("4=IDLE_ACW", "4=IDLE_AWAY"));
    await expect(await editor.states.cell(4, ID)).toContainText("IDLE_AWAY");
    await expectOneUndo(editor, /^Undo: 1 value imported /);
  });

  test("a table of a page with cells over several rows and columns", async ({ editor }) => {
    const table = `<table><tr><td rowspan="2">Agent state</td><td colspan="3">Device state</td></tr>
      <tr><td>Idle</td><td>Busy</td><td>OOS</td></tr>
      <tr><td>Ready</td><td>IDLE_READY</td><td colspan="2">OOS</td></tr>
      <tr><td>ACW</td><td>IDLE_ACW</td><td rowspan="2">INCALL</td><td>OOS</td></tr>
      <tr><td>Walk_Away</td><td>IDLE_AWAY</td><td>OOS</td></tr></table>`;
    await editor.pasteOutside("as text", table);
    const { importing } = editor;
    await expect(importing.piece(1)).toContainText("9 rows of the option");
    await expect(importing.choices).toHaveCount(1);
    await importing.apply();
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS.replace("7=INCALL", "7=OOS"));
    await expectOneUndo(editor, /^Undo: 1 value imported /);
  });

  test("a mail with prose and a table whose cells go over several", async ({ editor, context }) => {
    const mail = await context.newPage();
    await mail.setContent(`<p>Hello, these are the texts:</p><table border="1">
      <tr><td rowspan="2">ID</td><td rowspan="2">Availability</td><td colspan="2">Texts</td></tr><tr><td>1033</td><td>1031</td></tr>
      <tr><td>NEW1</td><td rowspan="2">6500</td><td>One</td><td>Eins</td></tr><tr><td>NEW2</td><td>Two</td><td>Zwei</td></tr></table><p>Regards</p>`);
    await mail.keyboard.press("Control+a");
    await mail.keyboard.press("Control+c");
    await editor.page.bringToFront();
    await editor.page.getByRole("heading", { level: 1 }).click();
    await editor.press("Control+v");
    await editor.importing.expectChanges(6);
    await editor.importing.apply();
    await expect(editor.xml).toHaveValue(/<agentState ID="NEW2" availability="6500">\s*<activity LCID="1033">Two<\/activity>\s*<activity LCID="1031">Zwei<\/activity>/);
    await expect(editor.texts.rows).toHaveCount(9);
  });

  test("a mail with prose and a table with cells of several lines", async ({ editor, context }) => {
    const mail = await context.newPage();
    await mail.setContent(`<p>Hello,</p><table border="1"><tr><td>ID</td><td>Availability</td><td>1031</td></tr>
      <tr><td>INCALL</td><td>7001</td><td>Im<br>"Gespräch"</td></tr><tr><td colspan="3">the rest, as before</td></tr>
      <tr><td>OOS</td><td>18000</td><td>Defekt</td></tr></table><p>Thanks, Bob</p>`);
    await mail.keyboard.press("Control+a");
    await mail.keyboard.press("Control+c");
    await editor.page.bringToFront();
    await editor.page.getByRole("heading", { level: 1 }).click();
    await editor.press("Control+v");
    await editor.importing.expectChanges(2);
    await editor.importing.apply();
    await expect(editor.xml).toHaveValue(/<activity LCID="1031">Im\n"Gespräch"<\/activity>\s*<\/agentState>[^]*<activity LCID="1031">Defekt</);
    await expect(editor.texts.rows).toHaveCount(7);
  });

  test("a mail of a word processor, with paragraphs in the cells of its table", async ({ editor, context }) => {
    const mail = await context.newPage();
    const row = (cells: string[]) => `<tr>${cells.map((cell) => `<td><p>${cell}</p></td>`).join("")}</tr>`;
    await mail.setContent(`<p>Hello all,</p><table border="1">${row(["ID", "Availability", "1031"])}${row(["INCALL", "7001", "Im Dienst"])}${row(["OOS", "18000", "Defekt"])}</table><p>aggregated-states=7=OOS</p><p>Thanks</p>`);
    await mail.keyboard.press("Control+a");
    await mail.keyboard.press("Control+c");
    await editor.page.bringToFront();
    await editor.page.getByRole("heading", { level: 1 }).click();
    await editor.press("Control+v");
    await editor.importing.expectChanges(3);
    await editor.importing.apply();
    await expect(editor.xml).toHaveValue(/<activity LCID="1031">Im Dienst<\/activity>[^]*<activity LCID="1031">Defekt</);
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS.replace("7=INCALL", "7=OOS"));
  });

  test("a quoted mail: what stands in it without its marks", async ({ editor }) => {
    await editor.pasteOutside("> Hi,\n> please set aggregated-states to 1=IDLE_OUT, 2-4=IDLE_READY, 5=IDLE_AWAY\n> and then:\n> > aggregated-states = 15=INCALL\n");
    const { importing } = editor;
    await expect(importing.pieces).toHaveCount(2);
    await expect(importing.repair(2, /^Leave out the > of a quoted mail/)).toBeChecked();
    await importing.expectChanges(3);
    await importing.apply();
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS.replace("3=IDLE_NOTREADY", "3=IDLE_READY").replace("4=IDLE_ACW", "4=IDLE_READY").replace("15=OOS", "15=INCALL"));
  });

  test("what is typed after it goes nowhere, where the paste was outside of the tables", async ({ editor, page }) => {
    await (await editor.texts.cell("IDLE_AWAY", ENGLISH)).click();
    await editor.pasteOutside(ENTRY("OOS", 18000, { 3082: "Fuera de servicio" }));
    await editor.importing.expectChanges(1);
    await page.keyboard.press("Control+Enter");
    await expect(editor.importing.dialog).toBeHidden();
    const imported = await editor.xml.inputValue();
    await page.keyboard.type("hello");
    await page.keyboard.press("Enter");
    await expect(editor.xml).toHaveValue(imported);
    await page.keyboard.press("Control+z");
    await expectUntouched(editor);
  });

  test("a whole file that is written otherwise and says the same: what is written otherwise is said", async ({ editor }) => {
    await editor.texts.type("OOS", "Availability", "15500");
    await editor.texts.type("OOS", "Availability", "18000");
    await editor.choose(file("same.xml", `\uFEFF${EXAMPLE_XML.replace("<agentStates", "<!-- c -->\n<agentStates")}`.replaceAll("\n", "\r\n")));
    const { importing } = editor;
    await importing.expectChanges(0);
    await importing.go("Replace it");
    await importing.expectChanges(1);
    await expect(importing.dialog).toContainText("Written otherwise the XML in 1 line, CRLF line ends and a byte order mark in front");
    await importing.apply();
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("<agentStates", "<!-- c -->\n<agentStates"));
  });

  test("prose is told, and nothing opens", async ({ editor }) => {
    await editor.pasteOutside("Dear colleague,\n\nthe presence of the desk is wrong again.");
    await expect(editor.status).toHaveText("Nothing to import was found in the clipboard: no options, no table with IDs, no XML of a profile");
    await expect(editor.importing.dialog).toBeHidden();
    await expectUntouched(editor);
  });

  test("more is pasted into the dialog, and comes beside what is there", async ({ editor }) => {
    await editor.pasteOutside(ENTRY("OOS", 18000, { 3082: "Fuera de servicio" }));
    await expect(editor.importing.pieces).toHaveCount(1);
    await editor.copy(ENTRY("IDLE_OUT", 18000, { 3082: "Sin sesión" }));
    await editor.press("Control+v");
    await expect(editor.importing.pieces).toHaveCount(2);
    await editor.importing.expectChanges(2);
    await editor.importing.apply();
    await expect(await editor.texts.cell("OOS", SPANISH)).toHaveText("Fuera de servicio");
    await expect(await editor.texts.cell("IDLE_OUT", SPANISH)).toHaveText("Sin sesión");
    await expectOneUndo(editor, /^Undo: 2 values imported /);
  });

  test("files that were copied come in like files that are dropped", async ({ editor, page }) => {
    await editor.texts.type("INCALL", "Availability", "6600");
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([text], "copied.xml", { type: "text/xml" }));
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, EXAMPLE_XML);
    await expect(editor.importing.dialog).toContainText("1 piece from copied.xml");
    await editor.importing.choice("Availability, piece 1", "Take").check();
    await editor.importing.apply();
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  });

  test("is kept, and taken back in one step after a reload", async ({ editor, page }) => {
    await editor.pasteOutside(ENTRY("OOS", 18000, { 3082: "Fuera de servicio", 1036: "Hors service" }));
    await editor.importing.expectChanges(2);
    await editor.importing.apply();
    await editor.expectKept();
    await page.reload();
    await expect(await editor.texts.cell("OOS", SPANISH)).toHaveText("Fuera de servicio");
    await expectOneUndo(editor, /^Undo: 2 values imported /);
  });

  test("a tab that reads only takes nothing in, and says why", async ({ editor, context }) => {
    await editor.texts.type("INCALL", "Availability", "6600");
    await editor.expectKept();
    const second = new Screen(await context.newPage());
    await second.open();
    const says = /^Read only: another tab has this workspace/;
    await second.pasteOutside(`aggregated-states=${EXAMPLE_STATES.replace("15=OOS", "15=INCALL")}`);
    await expect(second.status).toHaveText(says);
    await second.press("Control+s");
    await expect(second.status).not.toHaveText(says);
    await second.drop(file("states.xml", EXAMPLE_XML));
    await expect(second.status).toHaveText(says);
    await expect(second.page.getByRole("dialog")).toHaveCount(0);
    await expect(second.options).toHaveValue(EXAMPLE_OPTIONS);
  });

  test("a workspace that another tab takes while its import is looked at: nothing is applied, and the dialog says why", async ({ editor, context }) => {
    await editor.texts.type("INCALL", "Availability", "6600");
    await editor.expectKept();
    await editor.pasteOutside(`aggregated-states=${EXAMPLE_STATES.replace("15=OOS", "15=INCALL")}`);
    await editor.importing.expectChanges(1);
    const second = new Screen(await context.newPage());
    await second.open();
    await second.button("Take over").click();
    const says = "Read only: another tab has this workspace; take it over first, or open a copy";
    await expect(editor.importing.dialog.getByRole("status").filter({ hasText: says })).toHaveCount(1);
    await expect(editor.importing.dialog.getByRole("button", { name: /^Apply / })).toHaveAttribute("aria-disabled", "true");
    await editor.press("Control+Enter");
    await expect(editor.importing.dialog).toBeVisible();
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
  });
});

test.describe("the dialog", () => {
  const other = EXAMPLE_XML.replace("Logged out", "Gone home");

  test("takes more by drop, by Ctrl+O and by its buttons, and tells what it does not take", async ({ editor, page }) => {
    await editor.pasteOutside(other);
    const { importing } = editor;
    await expect(importing.pieces).toHaveCount(1);
    await editor.drop(file("dropped.xml", ENTRY("OOS", 18000, { 3082: "Fuera de servicio" })));
    await expect(importing.pieces).toHaveCount(2);
    await editor.chooseByKey(file("chosen.txt", `aggregated-states=${EXAMPLE_STATES}`, "text/plain"));
    await expect(importing.pieces).toHaveCount(3);
    const choosing = page.waitForEvent("filechooser");
    await editor.button("Add files").click();
    await (await choosing).setFiles(file("added.xml", ENTRY("OOS", 18000, { 1036: "Hors service" })));
    await expect(importing.pieces).toHaveCount(4);
    await editor.copy(ENTRY("OOS", 18000, { 1031: "Gestört" }));
    await editor.button("Paste again").click();
    await expect(importing.pieces).toHaveCount(5);
    await editor.drop(file("manual.pdf", "%PDF-1.7\n", "application/pdf"));
    await expect(importing.dialog).toContainText("manual.pdf was not opened: it is a PDF");
    await expect(importing.pieces).toHaveCount(5);
    await importing.expectChanges(3);
    await importing.apply();
    for (const [column, text] of [[SPANISH, "Fuera de servicio"], [FRENCH, "Hors service"], ["German", "Gestört"]]) {
      await expect(await editor.texts.cell("OOS", column)).toHaveText(text);
    }
    await expectOneUndo(editor, /^Undo: 3 values imported /);
  });

  test("is applied by Ctrl+Enter from the values and the pieces", async ({ editor, page }) => {
    for (const region of ["What came in", "Values"]) {
      await editor.pasteOutside(ENTRY("OOS", 18000, { 3082: "Fuera de servicio" }));
      await editor.importing.dialog.getByRole("region", { name: region, exact: true }).focus();
      await page.keyboard.press("Control+Enter");
      await expect(editor.importing.dialog).toBeHidden();
      await expect(await editor.texts.cell("OOS", SPANISH)).toHaveText("Fuera de servicio");
      await expectOneUndo(editor, /^Undo: 1 value imported /);
    }
  });

  test("is applied by Ctrl+Enter from where the focus is when it opens", async ({ editor, page }) => {
    await editor.pasteOutside(ENTRY("OOS", 18000, { 3082: "Fuera de servicio" }));
    await editor.importing.expectChanges(1);
    await page.keyboard.press("Control+Enter");
    await expect(editor.importing.dialog).toBeHidden();
    await expect(await editor.texts.cell("OOS", SPANISH)).toHaveText("Fuera de servicio");
  });

  test("gives the focus back to where it was", async ({ editor, page }) => {
    await editor.texts.type("INCALL", "Availability", "6600");
    await editor.choose(file("other.xml", other));
    await page.keyboard.press("Escape");
    await editor.expectFocus("button: Import");
    await (await editor.texts.cell("OOS", FRENCH)).click();
    await editor.chooseByKey(file("other.xml", other));
    await editor.importing.go("Replace it");
    await editor.importing.apply();
    await editor.expectFocus(`Translations: OOS, ${FRENCH}`);
  });

  test("is gone through by the keyboard alone", async ({ editor, page }) => {
    await editor.pasteOutside(`${ENTRY("IDLE_OUT", 18000, { 1033: "Gone home" })}\n${ENTRY("OOS", 15500, { 1033: "Broken" })}`);
    const { importing } = editor;
    await expect(importing.choices).toHaveCount(3);
    const isIn = (what: typeof importing.dialog) => what.evaluate((element) => element.contains(document.activeElement));
    const goTo = async (what: typeof importing.dialog) => {
      for (let step = 0; step < 60 && !(await isIn(what)); step += 1) await page.keyboard.press("Tab");
      expect(await isIn(what)).toBe(true);
    };
    for (const choice of [importing.choices.nth(0), importing.choices.nth(2)]) {
      await goTo(choice);
      await page.keyboard.press("ArrowRight");
      await expect(choice.getByRole("radio", { name: "Take" })).toBeChecked();
    }
    await importing.expectChanges(2);
    await goTo(importing.applying);
    await page.keyboard.press("Enter");
    await expect(importing.dialog).toBeHidden();
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("Logged out", "Gone home").replace("The device is out of service", "Broken"));
  });

  test("says nothing of what happened before it", async ({ editor }) => {
    await editor.texts.type("INCALL", "Availability", "6600");
    await expect(editor.status).toContainText("Availability of INCALL set");
    await editor.choose(file("other.xml", other));
    await expect(editor.importing.dialog).toBeVisible();
    await expect(editor.importing.dialog).not.toContainText("Availability of INCALL set");
  });

  test("a thousand values: some are shown, all are applied", async ({ editor }) => {
    const entries = Array.from({ length: 1_000 }, (_, at) => ENTRY(`S${at}`, 3500, {}).replace("\n</", "</"));
    await editor.pasteOutside(entries.join("\n"));
    await expect(editor.importing.choices).toHaveCount(400);
    await editor.importing.dialog.getByRole("button", { name: "Show 400 more" }).click();
    await expect(editor.importing.choices).toHaveCount(800);
    await editor.importing.expectChanges(1_000);
    await editor.importing.apply();
    await expect(editor.xml).toHaveValue(/ID="S999"/);
    await editor.undo.click();
    await expectUntouched(editor);
  });
});

test.describe("tables", () => {
  test("a file of a spreadsheet with semicolons and 3,082 for a language", async ({ editor }) => {
    const table = "\uFEFFID;Availability;1,033;3,082\r\nOOS;18,000;The device is out of service;Fuera de servicio\r\nIDLE_OUT;18000;Logged out;\"Sin sesión; fuera\"\r\n";
    await editor.choose(file("texts.csv", table, "text/csv"));
    const { importing } = editor;
    for (const head of [/^Read the head 1,033 as 1033/, /^Read the head 3,082 as 3082/]) await expect(importing.repair(1, head)).toBeChecked();
    await expect(importing.choices).toHaveCount(3);
    await importing.repair(1, /^Use 18000/).check();
    await expect(importing.choices).toHaveCount(2);
    await importing.expectChanges(2);
    await editor.importing.apply();
    await expect(await editor.texts.cell("OOS", SPANISH)).toHaveText("Fuera de servicio");
    await expect(await editor.texts.cell("IDLE_OUT", SPANISH)).toHaveText("Sin sesión; fuera");
    await expect(editor.xml).toHaveValue(/<activity LCID="3082">Fuera de servicio<\/activity>/);
    await expectOneUndo(editor, /^Undo: 2 values imported /);
  });

  test("a table on the clipboard: the cells as they stand on the page they come from", async ({ editor }) => {
    const html = "<meta charset='utf-8'><table><tr><th>ID</th><th>1036</th></tr><tr><td>OOS</td><td>L'appareil est<br>hors&nbsp;service</td></tr></table>";
    await editor.pasteOutside("ID\t1036\nOOS\tL'appareil est\nhors service", html);
    await expect(editor.importing.choices).toHaveCount(1);
    await editor.importing.expectChanges(1);
    await editor.importing.apply();
    await expect(await editor.texts.cell("OOS", FRENCH)).toHaveText("L'appareil est⏎hors service");
    await expect(editor.xml).toHaveValue(/>L'appareil est\nhors\u00A0service</);
    await expectOneUndo(editor, /^Undo: 1 value imported /);
  });

  for (const [title, bypassCSP] of [["with nothing that the browser complains of", false], ["in a page without a policy", true]] as const) {
    test.describe(title, () => {
      test.use({ bypassCSP });

      test("a table that was copied from a page of the same browser", async ({ editor, context }) => {
        const other = await context.newPage();
        await other.setContent(`<h1>States</h1><p>See below.</p><table>
          <thead><tr><th>Aggregated state</th><th>Availability</th><th>English (1033)</th><th>French (1036)</th></tr></thead>
          <tbody><tr><td><code>OOS</code></td><td>18000</td><td>The device is <b>out</b> of service</td><td>Hors service</td></tr>
          <tr><td><code>LUNCH</code></td><td>15500</td><td>At lunch</td><td>Pause de midi</td></tr></tbody></table>`);
        await other.keyboard.press("Control+a");
        await other.keyboard.press("Control+c");
        await other.close();
        await editor.page.bringToFront();
        await editor.page.getByRole("heading", { level: 1 }).click();
        await editor.press("Control+v");
        await expect(editor.importing.dialog).toContainText("new entry");
        await editor.importing.apply();
        await expect(await editor.texts.cell("OOS", FRENCH)).toHaveText("Hors service");
        await expect(await editor.texts.cell("LUNCH", "Availability")).toContainText("15500");
        await expect(await editor.texts.cell("LUNCH", FRENCH)).toHaveText("Pause de midi");
        await editor.undo.click();
        await expectUntouched(editor);
      });
    });
  }

  test.describe("of a page with scripts", () => {
    // The page itself runs nothing, whether or not its policy would forbid it.
    test.use({ bypassCSP: true });

    /** A paste as the browser tells of it; on its own way to the clipboard it would take the scripts out. */
    async function pasteHtml(editor: Screen, html: string) {
      await editor.page.evaluate((html) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/html", html);
        clipboardData.setData("text/plain", "ID\t1036\nOOS\tHors service");
        document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      }, html);
    }

    test("nothing runs, and nothing is fetched", async ({ editor, page, context }) => {
      const ran = (of: typeof page) => of.evaluate(() => (window as unknown as { ran: string[] }).ran);
      await page.evaluate(() => Object.assign(window, { ran: [] }));
      const fetched: string[] = [];
      page.on("request", (request) => fetched.push(request.url()));
      const noisy = (where: string) => `<img src="/${where}.png" onerror="top.ran.push('${where}')" onload="top.ran.push('${where}')">`;
      const html = `<script>top.ran.push("script")</script><body onload="top.ran.push('body')">${noisy("image")}<svg onload="top.ran.push('svg')"></svg>
        <iframe srcdoc="<script>top.ran.push('frame')</script>"></iframe><link rel="stylesheet" href="/style.css">
        <table><tr><th>ID</th><th>1036</th></tr><tr><td>OOS</td><td>Hors ${noisy("cell")}service</td></tr></table>`;
      await pasteHtml(editor, html);
      await editor.importing.expectChanges(1);
      await editor.importing.apply();
      await expect(await editor.texts.cell("OOS", FRENCH)).toHaveText("Hors service");
      await page.waitForTimeout(300);
      expect(await ran(page)).toEqual([]);
      expect(fetched).toEqual([]);
      // The same on a page that shows it does all of that.
      const other = await context.newPage();
      await other.evaluate(() => Object.assign(window, { ran: [] }));
      await other.setContent(html);
      await expect.poll(() => ran(other)).toEqual(expect.arrayContaining(["script", "image", "cell", "svg"]));
    });

    test("a script and a style in a cell are no part of its text", async ({ editor }) => {
      await pasteHtml(editor, "<table><tr><th>ID</th><th>1036</th></tr><tr><td>OOS</td><td><style>td { color: red }</style>Hors service<script>alert(1)</script></td></tr></table>");
      await editor.importing.apply();
      await expect(await editor.texts.cell("OOS", FRENCH)).toHaveText("Hors service");
    });
  });
});

test.describe("files", () => {
  const options = file("options.txt", EXAMPLE_OPTIONS.replace("15=OOS", "15=INCALL"), "text/plain");
  const xml = file("states.xml", EXAMPLE_XML.replace("Logged out", "Gone home"));

  test("two that are dropped at once are looked at as one", async ({ editor }) => {
    await editor.drop(options, xml);
    const { importing } = editor;
    await expect(importing.dialog).toContainText("2 pieces from options.txt and states.xml");
    await expect(importing.choices).toHaveCount(2);
    await importing.both("Take all").check();
    await importing.expectChanges(2);
    await importing.apply();
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("Logged out", "Gone home"));
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS.replace("15=OOS", "15=INCALL"));
    await expectOneUndo(editor, /^Undo: 2 values imported /);
  });

  test("several that are chosen by Ctrl+O: those that are read and those that are not", async ({ editor }) => {
    await editor.chooseByKey(xml, file("book.pdf", "%PDF-1.7\n", "application/pdf"), options);
    const { importing } = editor;
    await expect(importing.pieces).toHaveCount(2);
    await expect(importing.dialog).toContainText("book.pdf: not read, it is a PDF");
    await importing.dialog.getByRole("button", { name: "Leave out book.pdf" }).click();
    await expect(importing.dialog).not.toContainText("book.pdf");
    await expect(importing.pieces).toHaveCount(2);
    await expect(importing.choice("Row 15: Walk_Away, OOS, piece 2", "Take")).toBeChecked();
    await importing.expectChanges(1);
    await importing.apply();
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS.replace("15=OOS", "15=INCALL"));
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  });

  test("two of one name are two, and either can be left out", async ({ editor }) => {
    const one = file("states.xml", ENTRY("OOS", 18000, { 3082: "Fuera de servicio" }));
    const other = file("states.xml", ENTRY("OOS", 18000, { 1036: "Hors service" }));
    await editor.drop(one, other);
    const { importing } = editor;
    await expect(importing.pieces).toHaveCount(2);
    await importing.expectChanges(2);
    await importing.piece(1).getByRole("checkbox", { name: "Piece 1" }).uncheck();
    await importing.expectChanges(1);
    await importing.apply();
    await expect(editor.xml).toHaveValue(/<activity LCID="1036">Hors service/);
    await expect(editor.xml).not.toHaveValue(/Fuera de servicio/);
  });

  test("sixty at once: fifty are read, and the others are told", async ({ editor }) => {
    const all = Array.from({ length: 60 }, (_, at) => file(`new-${at}.xml`, ENTRY(`NEW_${at}`, 3500, { 1033: `New ${at}` })));
    await editor.choose(...all);
    const { importing } = editor;
    await expect(importing.dialog).toContainText("10 more files: not read, 50 files are read at once");
    await expect(importing.pieces).toHaveCount(50);
    await importing.apply();
    await expect(editor.xml).toHaveValue(/ID="NEW_0"[\s\S]*ID="NEW_49"/);
    await expect(editor.xml).not.toHaveValue(/NEW_50/);
    await editor.undo.click();
    await expectUntouched(editor);
  });

  test("a drop over another dialog is refused", async ({ editor, page }) => {
    await editor.button("Add entry").click();
    await editor.drop(xml, options);
    await expect(editor.status).toHaveText("Close the dialog first; nothing was opened");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expectUntouched(editor);
  });

  const refused: [string, Buffer | string, string | RegExp][] = [
    ["book.xlsx", Buffer.from("PK\u0003\u0004\u0014\u0000[Content_Types].xmlxl/workbook.xml"), "book.xlsx was not opened: it is a workbook of a spreadsheet; copy the cells instead, or save it as CSV"],
    ["manual.pdf", "%PDF-1.7\n", "manual.pdf was not opened: it is a PDF; copy the text out of it and paste that"],
    ["server.reg", "Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE]\r\n", /^server\.reg was not opened: it is an export of the Windows registry/],
    ["empty.xml", "", /^empty\.xml was not opened: it is empty/],
    ["huge.xml", Buffer.alloc(9_000_000, 0x20), "huge.xml was not opened: it is larger than 8 MB"],
    ["prose.txt", "Dear colleague,\nthe presence is wrong.\n", "Nothing to import was found in prose.txt: no options, no table with IDs, no XML of a profile"],
  ];
  for (const [name, content, words] of refused) {
    test(`${name} is refused in a sentence`, async ({ editor }) => {
      await editor.choose(file(name, content, "application/octet-stream"));
      await expect(editor.status).toHaveText(words);
      await expect(editor.importing.dialog).toBeHidden();
      await expectUntouched(editor);
    });
  }
});

test.describe("what is said of it", () => {
  const north = EXAMPLE_XML.replace("Logged out", "Gone home").replace('availability="7001"', 'availability="6500"').replace("The device is out of service", "Broken");

  test("Take all and Keep all, and each value by itself", async ({ editor }) => {
    await editor.pasteOutside(north);
    const { importing } = editor;
    await expect(importing.choices).toHaveCount(3);
    await importing.both("Take all").check();
    await importing.expectChanges(3);
    await importing.both("Keep all").check();
    await importing.expectChanges(0);
    await importing.both("Choose").check();
    await importing.choice("Availability, piece 1", "Take").check();
    await importing.expectChanges(1);
    await importing.choice(`${ENGLISH} 1033, piece 1`, "Take").last().check();
    await importing.expectChanges(2);
    await importing.choice("Availability, piece 1", "Keep").check();
    await importing.expectChanges(1);
    await importing.apply();
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("The device is out of service", "Broken"));
    await expectOneUndo(editor, /^Undo: 1 value imported /);
  });

  test("A new one: the profile beside stays, and the new one has a name of its own", async ({ editor }) => {
    await editor.choose(file("North.txt", `aggregated-states=${EXAMPLE_STATES}\n`, "text/plain"), file("North.xml", north));
    await editor.importing.go("A new one");
    await editor.importing.apply();
    await expect(editor.xml).toHaveValue(north);
    const name = (await editor.button(/^Profile /).innerText()).trim();
    expect(name).not.toBe("Presence");
    await expect(editor.status).toContainText(`as ${name}`);
    await expect(editor.options).toHaveValue(new RegExp(`aggregated-states=${EXAMPLE_STATES}`));
    await editor.undo.click();
    await expect(editor.button("Profile Presence")).toBeVisible();
    await expectUntouched(editor);
  });

  test("Replace it with a single entry takes the others away, each of which can be kept", async ({ editor }) => {
    await editor.pasteOutside(ENTRY("OOS", 18000, { 1033: "Broken" }));
    const { importing } = editor;
    await importing.go("Replace it");
    await importing.expectChanges(7);
    await importing.choices.nth(1).getByRole("radio", { name: "Keep" }).check();
    await importing.expectChanges(6);
    await importing.apply();
    await expect(editor.texts.rows).toHaveCount(2);
    await expect(await editor.texts.cell("OOS", ENGLISH)).toHaveText("Broken");
    await expectOneUndo(editor, /^Undo: 6 values imported /);
  });

  test("never more values differ than there are", async ({ editor }) => {
    await editor.pasteOutside(ENTRY("OOS", 18000, { 1033: "Broken" }));
    await editor.importing.go("Replace it");
    await editor.importing.expectChanges(7);
    await expect(editor.importing.dialog.getByText("7 of 8 values differ", { exact: true })).toBeVisible();
  });

  test("Enter in a list applies what is looked at, and opens no list", async ({ editor }) => {
    await editor.pasteOutside(ENTRY("OOS", 18000, { 3082: "Fuera de servicio" }));
    const { importing } = editor;
    await importing.expectChanges(1);
    await importing.piece(1).getByRole("combobox", { name: "Read as" }).focus();
    await editor.press("Enter");
    await expect(importing.dialog).toBeHidden();
    await expect(editor.xml).toHaveValue(/>Fuera de servicio</);
  });

  test("a piece that is not ticked brings nothing", async ({ editor }) => {
    await editor.pasteOutside(`${ENTRY("OOS", 18000, { 3082: "Fuera de servicio" })}\n\nAnd the option:\n\naggregated-states=${EXAMPLE_STATES.replace("15=OOS", "15=IDLE_OUT")}\n`);
    const { importing } = editor;
    await expect(importing.pieces).toHaveCount(2);
    await importing.both("Take all").check();
    await importing.expectChanges(2);
    await importing.piece(2).getByRole("checkbox", { name: "Piece 2" }).uncheck();
    await importing.expectChanges(1);
    await importing.piece(1).getByRole("checkbox", { name: "Piece 1" }).uncheck();
    await importing.expectChanges(0);
    await importing.piece(2).getByRole("checkbox", { name: "Piece 2" }).check();
    await importing.apply();
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS.replace("15=OOS", "15=IDLE_OUT"));
    await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  });

  test("a repair is taken or not", async ({ editor }) => {
    await editor.pasteOutside(ENTRY("OOS", 18000, { 3082: " Fuera de servicio " }));
    const { importing } = editor;
    await expect(importing.repair(1, /^Trim/)).not.toBeChecked();
    await importing.repair(1, /^Trim/).check();
    await importing.apply();
    await expect(editor.xml).toHaveValue(/<activity LCID="3082">Fuera de servicio<\/activity>/);
    await editor.undo.click();
    await editor.pasteOutside(`aggregated-states = ${EXAMPLE_STATES.replace("15=OOS", "15=IDLE\\_OUT")}`);
    await expect(importing.repair(1, /^Remove the backslash/)).toBeChecked();
    await importing.expectChanges(1);
    await importing.apply();
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS.replace("15=OOS", "15=IDLE_OUT"));
  });

  test("a whole file is mended as it says, or stays as it is byte for byte", async ({ editor }) => {
    const given = file("tail.xml", `${north}<!-- the end -->\n`);
    await editor.texts.type("INCALL", "Availability", "6600");
    await editor.importFile(given, { into: "Replace it" });
    await expect(editor.xml).toHaveValue(`${north}<!-- the end -->\n`);
    await editor.undo.click();
    await editor.choose(given);
    await editor.importing.go("Replace it");
    await editor.importing.repair(1, /^Write the last line/).check();
    await editor.importing.apply();
    await expect(editor.xml).toHaveValue(north.replace("</agentStates>\n", "<!-- the end -->\n</agentStates>\n"));
  });

  test("what a piece is can be said otherwise", async ({ editor }) => {
    await editor.pasteOutside(`Something in front.\n\n${ENTRY("OOS", 18000, { 3082: "Fuera de servicio" })}\n`);
    const { importing } = editor;
    const kind = importing.piece(1).getByRole("combobox", { name: "Read as" });
    await expect(kind).toHaveValue("XML fragments");
    await importing.expectChanges(1);
    await kind.selectOption("Left out");
    await expect(importing.pieces).toHaveCount(0);
    await importing.expectChanges(0);
    await importing.dialog.getByText("Left out: 2 pieces").click();
    await importing.leftOut.filter({ hasText: "lines 3 to 5" }).getByRole("combobox", { name: "Read as" }).selectOption("XML fragments");
    await expect(importing.pieces).toHaveCount(1);
    await importing.expectChanges(1);
    await importing.apply();
    await expect(await editor.texts.cell("OOS", SPANISH)).toHaveText("Fuera de servicio");
  });

  test("the focus follows a piece that is left out and taken again", async ({ editor, page }) => {
    await editor.pasteOutside(`Something in front.\n\n${ENTRY("OOS", 18000, { 3082: "Fuera de servicio" })}\n`);
    const { importing } = editor;
    const own = importing.piece(1).getByRole("combobox", { name: "Read as" });
    const leftOut = importing.leftOut.filter({ hasText: "lines 3 to 5" }).getByRole("combobox", { name: "Read as" });
    await own.focus();
    await page.keyboard.press("End");
    await expect(leftOut, "it stands among what is left out, which is open").toBeFocused();
    await importing.expectChanges(0);
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowDown");
    await expect(own).toHaveValue("XML fragments");
    await expect(own).toBeFocused();
    await importing.expectChanges(1);
  });

  test("what is chosen of a value stays chosen while pieces go and come", async ({ editor }) => {
    const one = ENTRY("OOS", 18000, { 1033: "Broken" });
    const other = ENTRY("OOS", 18000, { 1033: "Out of order" });
    await editor.pasteOutside(one);
    await editor.copy(other);
    await editor.press("Control+v");
    const { importing } = editor;
    await expect(importing.pieces).toHaveCount(2);
    const tick = (piece: number) => importing.piece(piece).getByRole("checkbox", { name: `Piece ${piece}` });
    await importing.choice(`${ENGLISH} 1033, piece 2`, "Take").check();
    await tick(1).uncheck();
    await importing.expectChanges(1);
    await expect(importing.dialog.getByRole("region", { name: "Values" })).toContainText("Out of order");
    await tick(1).check();
    await importing.apply();
    await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("The device is out of service", "Out of order"));
  });

  for (const way of ["Escape", "Cancel"]) {
    test(`${way} leaves everything as it was, and the next import begins anew`, async ({ editor }) => {
      await editor.texts.type("INCALL", "Availability", "6600");
      await editor.undo.click();
      await editor.pasteOutside(north);
      await editor.importing.both("Take all").check();
      await editor.importing.expectChanges(3);
      if (way === "Escape") await editor.press("Escape");
      else await editor.importing.cancel.click();
      await expect(editor.importing.dialog).toBeHidden();
      await expectUntouched(editor);
      await expect(editor.redo).toHaveAttribute("aria-disabled", "false");
      await editor.pasteOutside(north);
      await expect(editor.importing.pieces).toHaveCount(1);
      await expect(editor.importing.both("Choose")).toBeChecked();
      await editor.importing.expectChanges(0);
    });
  }
});

test.describe("what went out comes in", () => {
  test("the file that was just saved and the options that were just copied change nothing", async ({ editor, page }) => {
    await editor.texts.type("INCALL", "Availability", "6600");
    await editor.choose(file("agentStates.xml", await downloaded(editor)));
    await expect(editor.importing.dialog).toContainText("No changes");
    await expect(editor.importing.choices).toHaveCount(0);
    await editor.importing.expectChanges(0);
    await page.keyboard.press("Escape");
    await editor.show("Options");
    await editor.button("Copy all options").click();
    await expect(editor.status).toContainText("Copied");
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("Control+v");
    await expect(editor.importing.dialog).toContainText("No changes");
    await expect(editor.importing.choices).toHaveCount(0);
  });

  test("a file of another hand goes out as it came, but for the text that was changed", async ({ editor }) => {
    const odd = `\uFEFF<?xml version="1.0"?>
<agentStates xmlns='http://schemas.genesys.com/09/2014/mslyncteserver/agentStates' owner='desk'>
  <!-- Do not touch:   two  blanks -->
  <agentState   ID='OOS'  availability='18000' since='2014'>
\t<activity LCID='1033'>Out of service</activity><!-- behind -->
    <activity LCID="3082"  >Fuera de servicio</activity>
  </agentState>

  <agentState availability="3500" ID="IDLE_READY"><activity LCID="1033">Ready &amp; able</activity></agentState>
</agentStates>
`.replaceAll("\n", "\r\n");
    await editor.texts.type("INCALL", "Availability", "6600");
    await editor.importFile(file("odd.xml", odd), { into: "Replace it" });
    expect((await downloaded(editor)).toString()).toBe(odd);
    await editor.texts.type("IDLE_READY", ENGLISH, "Free");
    await expect(await editor.texts.cell("IDLE_READY", ENGLISH)).toHaveText("Free");
    expect((await downloaded(editor)).toString()).toBe(odd.replace("Ready &amp; able", "Free"));
  });

  test("a file in windows-1252 is read as it is said, and only then", async ({ editor }) => {
    const french = EXAMPLE_XML.replace(/.*LCID="1049".*\n/, "").replace("Logged out", "Déconnecté");
    await editor.choose(file("ansi.xml", Buffer.from(french, "latin1")));
    const { importing } = editor;
    const readings = importing.dialog.getByRole("radiogroup", { name: "Read ansi.xml as", exact: true });
    await expect(importing.dialog).toContainText("line 4, column 28 (byte E9) is not UTF-8");
    await importing.expectChanges(0);
    await readings.getByRole("radio", { name: /^windows-1252/ }).check();
    await expect(importing.piece(1)).toContainText("7 entries");
    // Nothing was done here yet: the file takes the place of the example.
    await expect(importing.into("Replace it")).toBeChecked();
    await importing.expectChanges(2);
    await importing.apply();
    await expect(editor.xml).toHaveValue(french);
    expect((await downloaded(editor)).toString()).toBe(french);
    await expectOneUndo(editor, /^Undo: 2 values imported /);
  });
});

test.describe("a paste into a cell", () => {
  const line = `aggregated-states=${EXAMPLE_STATES.replace("15=OOS", "15=INCALL")}`;
  const foreign: [string, string, string][] = [
    ["an option line", line, "Not pasted here: it is an option line"],
    ["a table", "ID\t1036\nOOS\tHors service\n", "Not pasted here: it is a table"],
    ["XML", ENTRY("OOS", 18000, { 1036: "Hors service" }), "Not pasted here: it is XML"],
  ];

  for (const [what, text, words] of foreign) {
    for (const key of ["", "F2"]) {
      test(`${what} is offered, not written${key && ", into an open one"}: Import it`, async ({ editor, page }) => {
        await (await editor.texts.cell("OOS", FRENCH)).click();
        if (key) await page.keyboard.press(key);
        await editor.copy(text);
        await page.keyboard.press("Control+v");
        // Cells may be meant where a cell is not open.
        const said = what === "a table" && !key ? "Not pasted yet: its first row names languages" : words;
        await expect(page.locator("header").getByRole("status").filter({ hasText: said })).toHaveCount(1);
        await expectUntouched(editor);
        await editor.button("Import it").click();
        await editor.importing.both("Take all").check();
        await editor.importing.expectChanges(1);
        await editor.importing.apply();
        if (what === "an option line") await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS.replace("15=OOS", "15=INCALL"));
        else await expect(editor.xml).toHaveValue(/ID="OOS"[^]*<activity LCID="1036">Hors service<\/activity>/);
        await expect(editor.button("Import it")).toHaveCount(0);
        if (key) {
          // The cell is open again, and nothing was typed in it.
          await page.keyboard.press("Control+z");
          await expectUntouched(editor);
        } else await expectOneUndo(editor, /^Undo: 1 value imported /);
      });
    }

    test(`${what} is offered, not written: Paste as text`, async ({ editor, page }) => {
      await (await editor.texts.cell("OOS", FRENCH)).click();
      if (what === "a table") await page.keyboard.press("F2");
      await editor.copy(text);
      await page.keyboard.press("Control+v");
      await editor.button("Paste as text").click();
      await page.keyboard.press("Enter");
      await expect(await editor.texts.cell("OOS", FRENCH)).toHaveText(text.replaceAll("\n", "⏎").replaceAll("\t", "→").replaceAll("  ", "··"));
      await expect(editor.button("Paste as text")).toHaveCount(0);
      await editor.undo.click();
      await expectUntouched(editor);
    });
  }

  for (const way of ["Import it", "Paste as text"]) {
    test(`${way} is there still when it is pressed, though the cell has half a text`, async ({ editor, page }) => {
      await (await editor.texts.cell("OOS", FRENCH)).click();
      await page.keyboard.type("half ");
      await editor.copy(line);
      await page.keyboard.press("Control+v");
      await editor.button(way).click();
      if (way === "Import it") {
        await expect(editor.importing.dialog).toBeVisible();
        await expect(editor.xml).toHaveValue(/<activity LCID="1036">half <\/activity>/);
        await editor.importing.apply();
        await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS.replace("15=OOS", "15=INCALL"));
      } else {
        await page.keyboard.press("Enter");
        await expect(await editor.texts.cell("OOS", FRENCH)).toHaveText(`half ${line}`);
      }
    });
  }

  test("a table that is pasted into the XML is written where the caret was, and nowhere else", async ({ editor, page }) => {
    await editor.xml.focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("<!-- ");
    await editor.copy("ID\t1036\nOOS\tHors service\n");
    await page.keyboard.press("Control+v");
    await expect(editor.button("Import it")).toBeVisible();
    await expect(editor.xml).toHaveValue(`${EXAMPLE_XML}<!-- `);
    await editor.button("Paste as text").click();
    await page.keyboard.type("-->");
    await expect(editor.xml).toHaveValue(`${EXAMPLE_XML}<!-- ID\t1036\nOOS\tHors service\n-->`);
  });

  test("what is offered is reached and pressed by the keyboard alone", async ({ editor, page }) => {
    for (const way of ["Import it", "Paste as text"]) {
      await (await editor.texts.cell("OOS", FRENCH)).click();
      await editor.copy(line);
      await page.keyboard.press("Control+v");
      await expect(editor.button(way)).toBeVisible();
      for (let steps = 0; steps < 60 && !(await editor.button(way).evaluate((own) => own === document.activeElement)); steps += 1) {
        await page.keyboard.press("Shift+Tab");
      }
      await expect(editor.button(way)).toBeFocused();
      await page.keyboard.press("Enter");
      if (way === "Import it") {
        await expect(editor.importing.dialog).toBeVisible();
        await page.keyboard.press("Escape");
        await expectUntouched(editor);
      } else {
        await page.keyboard.press("Enter");
        await expect(await editor.texts.cell("OOS", FRENCH)).toHaveText(line);
      }
    }
  });

  test("what is offered is not offered any more once something else has happened", async ({ editor, page }) => {
    await (await editor.texts.cell("OOS", FRENCH)).click();
    await editor.copy(line);
    await page.keyboard.press("Control+v");
    await expect(editor.button("Import it")).toBeVisible();
    await editor.states.type(3, ID, "OOS");
    await expect(editor.button("Import it")).toHaveCount(0);
    await expect(editor.button("Paste as text")).toHaveCount(0);
  });

  test("what is offered is imported by Ctrl+O, and the pane keeps no selection that a letter would replace", async ({ editor, page }) => {
    await editor.show("XML source");
    await editor.xml.focus();
    await page.keyboard.press("Control+a");
    await editor.copy(line);
    await page.keyboard.press("Control+v");
    await expect(editor.button("Import it")).toBeVisible();
    await page.keyboard.press("Control+o");
    await editor.importing.apply();
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS.replace("15=OOS", "15=INCALL"));
    await page.keyboard.type("z");
    await page.keyboard.press("F8");
    expect((await editor.xml.inputValue()).replace(/z$/, ""), "nothing gave way to the letter").toBe(EXAMPLE_XML);
  });

  for (const end of ["Apply", "Escape"]) {
    test(`an open cell is open again after the import that was offered in it: ${end}`, async ({ editor, page }) => {
      await (await editor.texts.cell("INCALL", ENGLISH)).click();
      await page.keyboard.press("F2");
      await editor.copy(line);
      await page.keyboard.press("Control+v");
      await page.keyboard.press("Control+o");
      if (end === "Apply") await editor.importing.apply();
      else await page.keyboard.press("Escape");
      await expect(editor.importing.dialog).toBeHidden();
      await expect(page.locator(".cell--editing")).toHaveCount(1);
      await page.keyboard.type("z");
      await page.keyboard.press("Enter");
      await expect(editor.xml, "nothing gave way to the letter").toHaveValue(EXAMPLE_XML.replace(/(?<=ID="INCALL"[^]*?LCID="1033">[^<]*)(?=<)/, "z"));
      await expect(editor.options).toHaveValue(end === "Apply" ? EXAMPLE_OPTIONS.replace("15=OOS", "15=INCALL") : EXAMPLE_OPTIONS);
    });
  }

  for (const how of ["a press", "an arrow"]) {
    test(`what is offered is about its cell alone: ${how} that leaves it ends the offer`, async ({ editor, page }) => {
      await (await editor.texts.cell("OOS", FRENCH)).click();
      await editor.copy(line);
      await page.keyboard.press("Control+v");
      await expect(editor.button("Paste as text")).toBeVisible();
      if (how === "a press") await (await editor.texts.cell("IDLE_OUT", ENGLISH)).click();
      else await page.keyboard.press("ArrowUp");
      await expect(editor.button("Paste as text")).toHaveCount(0);
      await expect(page.getByText(/^Not pasted here/)).toHaveCount(0);
      await expectUntouched(editor);
    });
  }

  test("a single cell of a spreadsheet loses its line end", async ({ editor, page }) => {
    for (const key of ["", "F2"]) {
      await (await editor.texts.cell("OOS", FRENCH)).click();
      if (key) await page.keyboard.press(key);
      await editor.copy("Hors service\r\n", "<table><tr><td>Hors service</td></tr></table>");
      await page.keyboard.press("Control+v");
      await page.keyboard.press("Enter");
      await expect(editor.xml).toHaveValue(/<activity LCID="1036">Hors service<\/activity>/);
      await expect(editor.importing.dialog).toBeHidden();
      await editor.undo.click();
      await expectUntouched(editor);
    }
  });
});
