// Measures by hand, not in the suite: `node tests/e2e/speed.mjs [keys] [pointer] [only=700 x 40]` types in cells and panes, and
// beside each in an empty page.
//
// From keydown (capture phase) to the first task after the frame that follows it. Rounds of keys in the editor, in a page
// with one empty text area and, for the pane, in a page whose text area holds the same file and nothing else, alternate,
// so that all meet the same machine. Absolute times are the machine's; the difference is the editor's. What the bare text
// area takes above the empty one is the browser's own price of a text of that length. A pointer that rests on a page costs
// it a search for what lies under it before each frame, and saves it the wait for the screen's next one: it is on none of the
// pages, or with `pointer` on all of them.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { CHROMIUM_ARGUMENTS, findChromium } from "../setup/browser.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const EXAMPLE = readFileSync(join(HERE, "..", "cases", "example", "agentStates.xml"), "utf8");
const KEYS = Number(process.argv[2] ?? 200);
const POINTS = process.argv.includes("pointer");
const ONLY = process.argv.find((argument) => argument.startsWith("only="))?.slice("only=".length) ?? "";
const ROUND = 10;
const LCIDS = [
  1033, 1031, 1036, 3082, 1040, 1045, 1049, 1025, 1037, 1041, 1042, 2052, 1028, 1043, 1053, 1030, 1044, 1035, 1029, 1038,
  1055, 1032, 2070, 1046, 1048, 1058, 1026, 1050, 1051, 1060, 1054, 1066, 1057, 1081, 1061, 1062, 1063, 3084, 2055, 2057,
];

/** An agentStates file of so many entries, each with a text in so many languages. */
function file(entries, languages) {
  const head = EXAMPLE.split("\n").slice(0, 2).join("\n");
  const texts = (entry) => LCIDS.slice(0, languages).map((lcid) => `    <activity LCID="${lcid}">State ${entry} as read in ${lcid}</activity>\n`);
  const states = Array.from({ length: entries }, (_, entry) => {
    const id = entry === 0 ? "INCALL" : `STATE_${entry}`;
    return `  <agentState ID="${id}" availability="${[3500, 5000, 6500, 18000][entry % 4]}">\n${texts(entry).join("")}  </agentState>\n`;
  });
  return `${head}\n${states.join("")}</agentStates>\n`;
}

const CASES = [
  { name: "15 x 40, cell", text: file(15, 40), field: "cell" },
  { name: "15 x 40, XML pane", text: file(15, 40), field: "pane" },
  { name: "700 x 4, cell", text: file(700, 4), field: "cell" },
  { name: "700 x 4, XML pane", text: file(700, 4), field: "pane" },
  { name: "700 x 40, cell", text: file(700, 40), field: "cell" },
  { name: "200 profiles of 700 x 4, cell", text: file(700, 4), field: "cell", profiles: 200 },
  { name: "200 profiles of 700 x 4, XML pane", text: file(700, 4), field: "pane", profiles: 200 },
];

const server = spawn(process.execPath, [join(HERE, "serve.mjs")], { env: { ...process.env, PORT: "0" } });
const address = await new Promise((resolve) => server.stdout.once("data", (line) => resolve(String(line).trim())));
const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGUMENTS });
const rows = [];
try {
  for (const each of CASES.filter(({ name }) => name.includes(ONLY))) rows.push(...(await measure(each)));
} finally {
  await browser.close();
  server.kill();
}
print(rows);

async function measure({ name, text, field, profiles = 1 }) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const editor = await context.newPage();
  // Asked for before the page opens: a chooser that opens sooner than the browser knows of it would be lost.
  editor.on("filechooser", () => {});
  // A picker of the browser's own could not be answered.
  await editor.addInitScript(() => delete window.showOpenFilePicker);
  await editor.goto(address);
  await editor.getByRole("grid", { name: "Translations" }).waitFor();
  const choosing = editor.waitForEvent("filechooser");
  await editor.keyboard.press("Control+o");
  await (await choosing).setFiles({ name: "speed.xml", mimeType: "text/xml", buffer: Buffer.from(text) });
  await editor.getByRole("status").filter({ hasText: "speed.xml" }).first().waitFor();
  await copies(editor, profiles - 1);
  if (field === "cell") await openCell(editor);
  await point(editor);
  const pages = { editor, empty: await bare(context, "") };
  if (field === "pane") pages.bare = await bare(context, text);
  const times = {};
  for (const [which, page] of Object.entries(pages)) {
    await watch(page);
    times[which] = [];
  }
  // The first round warms all up and is not counted.
  for (let round = 0; round <= KEYS / ROUND; round += 1) {
    const order = Object.keys(pages);
    for (const which of round % 2 === 0 ? order : order.reverse()) {
      const measured = await type(pages[which], field, which, round);
      if (0 < round) times[which].push(...measured);
    }
    if (round === 0) await editor.evaluate(() => (window.longTasks.length = 0));
  }
  await editor.bringToFront();
  const facts = await editor.evaluate(() => ({
    longTasks: window.longTasks,
    nodes: document.querySelectorAll("*").length,
    painted: document.querySelectorAll(".source__painted *").length,
  }));
  await context.close();
  const measured = [
    { name, ...summary(times.editor), ...facts, bytes: Buffer.byteLength(text) },
    { name: "  empty page beside it", ...summary(times.empty) },
  ];
  if (times.bare) measured.push({ name: "  bare text area with the file", ...summary(times.bare) });
  return measured;
}

/** Copies the profile so often, and waits until all of them are judged. */
async function copies(page, count) {
  if (count === 0) return;
  await page.getByRole("button", { name: /^Profile / }).click();
  const picker = page.getByRole("dialog", { name: "Profiles" });
  for (let copy = 0; copy < count; copy += 1) {
    await picker.getByRole("button", { name: /^Copy profile/ }).click();
    await page.keyboard.press("Escape");
  }
  const waiting = picker.getByTitle("Not judged yet");
  while (0 < (await waiting.count())) await page.waitForTimeout(200);
  await page.keyboard.press("Escape");
}

/** A page with nothing but a text area; of the same origin, so that its clock is as fine. */
async function bare(context, text) {
  const page = await context.newPage();
  await page.route("**/bare.html", (route) => route.fulfill({
    contentType: "text/html",
    headers: { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" },
    body: "<!doctype html><title>Bare</title><textarea rows=28 cols=100 wrap=off spellcheck=false aria-label='agentStates XML' style='font: 12px/17px monospace'></textarea>",
  }));
  await page.goto(`${address}bare.html`);
  await page.locator("textarea").focus();
  await page.locator("textarea").evaluate((area, value) => (area.value = value), text);
  await point(page);
  return page;
}

async function point(page) {
  if (POINTS) await page.mouse.move(700, 24);
}

/** Puts the caret into one of the texts about the middle of the file, another in each round. */
async function caretInTheMiddle(page, round) {
  const area = page.getByRole("textbox", { name: "agentStates XML" });
  await area.focus();
  await area.evaluate((element, skipped) => {
    let at = element.value.length / 2;
    for (let step = 0; step <= skipped; step += 1) at = element.value.indexOf(">State ", at + 1);
    if (0 <= at) element.setSelectionRange(at + 1, at + 1);
  }, round);
}

async function openCell(page) {
  const grid = page.getByRole("grid", { name: "Translations" });
  await grid.getByRole("row").nth(3).getByRole("gridcell").nth(1).focus();
  await page.keyboard.press("F2");
}

/** Installs the clock, and notes what keeps the page busy for more than 50 ms. */
async function watch(page) {
  await page.evaluate(() => {
    window.longTasks = [];
    if (PerformanceObserver.supportedEntryTypes.includes("longtask")) {
      new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map((entry) => Math.round(entry.duration)))).observe({ type: "longtask" });
    }
    window.addEventListener("keydown", (event) => {
      if (event.key.length !== 1) return;
      const begin = performance.now();
      const channel = new MessageChannel();
      channel.port1.onmessage = () => window.keyMeasured(performance.now() - begin);
      requestAnimationFrame(() => channel.port2.postMessage(0));
    }, { capture: true });
  });
}

/** Types a round of letters, one after the frame of the other, and gives the milliseconds of each. */
async function type(page, field, which, round) {
  await page.bringToFront();
  if (field === "pane") await caretInTheMiddle(page, round);
  // A page that was behind another a moment ago wakes up, and the editor follows the caret to another entry, before the
  // first letter: as for whoever comes there by the keyboard.
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const measured = [];
  for (let key = 0; key < ROUND; key += 1) {
    await page.evaluate(() => {
      window.measured = new Promise((resolve) => (window.keyMeasured = resolve));
    });
    // Keys come at any time within a frame, not always at its beginning.
    await new Promise((done) => setTimeout(done, 30 + Math.random() * 17));
    await page.keyboard.press("abcdefghij"[key]);
    measured.push(await page.evaluate(() => window.measured));
  }
  if (which === "editor" && field === "cell") {
    // Taken into the table: that keystroke re-reads everything; the next round opens the cell anew.
    await page.keyboard.press("Control+Enter");
    await page.keyboard.press("F2");
  }
  return measured;
}

function summary(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { keys: sorted.length, p50: at(0.5), p95: at(0.95), most: sorted.at(-1) };
}

function print(rows) {
  const number = (value) => (value === undefined ? "" : value.toFixed(1));
  const table = rows.map((row) => [
    row.name,
    row.bytes === undefined ? "" : `${Math.round(row.bytes / 1000)} kB`,
    String(row.keys), number(row.p50), number(row.p95), number(row.most),
    row.longTasks === undefined ? "" : row.longTasks.length === 0 ? "none" : `${row.longTasks.length}, longest ${Math.max(...row.longTasks)}`,
    row.nodes === undefined ? "" : String(row.nodes),
    row.painted === undefined ? "" : String(row.painted),
  ]);
  const head = ["", "file", "keys", "p50 ms", "p95 ms", "most ms", "tasks over 50 ms", "elements", "painted"];
  const widths = head.map((_, column) => Math.max(...[head, ...table].map((row) => row[column].length)));
  for (const row of [head, ...table]) {
    console.log(row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join("  "));
  }
}
