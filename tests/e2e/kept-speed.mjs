// Measures by hand, not in the suite: `node tests/e2e/kept-speed.mjs [edits]`: how soon an edit is kept, how many bytes that takes, and
// how soon a page with much in it can be worked in again.
//
// An edit is timed from keydown to the words `Kept in this browser`, and in turns with it an empty strict write: one tiny record in a
// database of its own, on the same page. What the edit takes above it is the editor's. The profile folder lies on the disk: in a
// window that leaves no trace the browser would write to memory.

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { CHROMIUM_ARGUMENTS, findChromium } from "../setup/browser.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const EXAMPLE = readFileSync(join(HERE, "..", "cases", "example", "agentStates.xml"), "utf8");
const EDITS = Number(process.argv[2] ?? 200);
const ROUND = 10;
const KEYS = 1000;
const STARTS = 15;
const ENTRIES = 700;
const MANY = 30;

const server = spawn(process.execPath, [join(HERE, "serve.mjs")], { env: { ...process.env, PORT: "0" } });
const address = await new Promise((resolve) => server.stdout.once("data", (line) => resolve(String(line).trim())));
const folders = [];
const browsers = [];
try {
  await measureEdits();
  await measureStarts();
} finally {
  for (const browser of browsers) await browser.close();
  server.kill();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function open() {
  const folder = mkdtempSync(join(tmpdir(), "kept-speed-"));
  folders.push(folder);
  const browser = await chromium.launchPersistentContext(folder, {
    executablePath: findChromium(), args: CHROMIUM_ARGUMENTS, viewport: { width: 1440, height: 900 },
  });
  browsers.push(browser);
  await browser.addInitScript(watch);
  const page = browser.pages()[0];
  page.on("filechooser", () => {});
  // A picker of the browser's own could not be answered.
  await page.addInitScript(() => delete window.showOpenFilePicker);
  await page.goto(address);
  await page.getByRole("grid", { name: "Translations" }).waitFor();
  return page;
}

/** Runs in the page first: notes when the words say what, and when the first field can be used. */
function watch() {
  const words = () => [...document.querySelectorAll("[role=status]")].map((status) => status.textContent.trim()).find((words) => /^(Kept|Keeping|Not kept|Nothing)/.test(words)) ?? "";
  window.kept = { began: 0, keeping: undefined, told: undefined };
  addEventListener("keydown", () => Object.assign(kept, { began: performance.now(), keeping: undefined }), true);
  new MutationObserver(() => {
    const now = words();
    if (now.startsWith("Keeping")) kept.keeping ??= performance.now() - kept.began;
    if (kept.keeping !== undefined && now.startsWith("Kept")) kept.told?.({ keeping: kept.keeping, kept: performance.now() - kept.began });
    const field = document.querySelector("textarea[aria-label='agentStates XML']");
    if (kept.usable === undefined && field && 0 < field.value.length && document.querySelector("table[role=grid] tbody [role=gridcell]")) {
      kept.usable = null;
      // When it has been painted.
      requestAnimationFrame(() => setTimeout(() => (kept.usable = performance.now())));
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

async function measureEdits() {
  const page = await open();
  await page.evaluate(() => new Promise((done, fail) => {
    const request = indexedDB.open("kept-speed");
    request.onupgradeneeded = () => request.result.createObjectStore("rows");
    request.onsuccess = () => done((window.beside = request.result));
    request.onerror = fail;
  }).then(() => undefined));
  const area = page.getByRole("textbox", { name: "agentStates XML" });
  await caret(area);
  const times = { edit: [], write: [] };
  for (let round = 0; round <= EDITS / ROUND; round += 1) {
    const [edits, writes] = [await keysUntilKept(page), await emptyWrites(page)];
    // The first round warms all up.
    if (round === 0) continue;
    times.edit.push(...edits);
    times.write.push(...writes);
  }
  print("an edit until it is said to be kept", times.edit.map(({ kept }) => kept));
  print("  of that, until the page shows it and says that it is being kept", times.edit.map(({ keeping }) => keeping));
  print("  of that, from there on", times.edit.map(({ keeping, kept }) => kept - keeping));
  print("an empty strict write beside it", times.write);
  const durability = await page.evaluate(() => new Promise((done) => {
    const real = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...all) {
      const transaction = real.apply(this, all);
      if (transaction.mode === "readwrite") done(transaction.durability);
      return transaction;
    };
    const area = document.querySelector("textarea[aria-label='agentStates XML']");
    area.focus();
    document.execCommand("insertText", false, "a");
  }));
  console.log(`the durability of the editor's own transaction, in its own word: ${durability}`);

  await caret(area);
  const sentence = "agents who are away from their desk are not shown ";
  console.log(`journal for ${KEYS} keys in the XML pane: ${await journal(page, () => typing(page, sentence))}`);
  const cell = page.getByRole("grid", { name: "Translations" }).getByRole("row").nth(3).getByRole("gridcell").nth(1);
  console.log(`journal for ${KEYS} keys in cells, ten and Enter each: ${await journal(page, async () => {
    for (let count = 0; count < KEYS / 10; count += 1) {
      await cell.click();
      await page.keyboard.type(`text ${String(count).padStart(5, "0")}`);
      await page.keyboard.press("Enter");
    }
  })}`);
}

async function caret(area) {
  await area.click();
  await area.evaluate((element) => {
    const at = element.value.indexOf("</activity>");
    element.setSelectionRange(at, at);
  });
}

async function keysUntilKept(page) {
  const times = [];
  for (let key = 0; key < ROUND; key += 1) {
    await page.evaluate(() => {
      window.told = new Promise((resolve) => (kept.told = resolve));
    });
    await new Promise((done) => setTimeout(done, 20 + Math.random() * 20));
    await page.keyboard.press("abcdefghij"[key]);
    times.push(await page.evaluate(() => window.told));
  }
  return times;
}

function emptyWrites(page) {
  return page.evaluate(async (count) => {
    const times = [];
    for (let at = 0; at < count; at += 1) {
      await new Promise((done) => setTimeout(done, 20 + Math.random() * 20));
      const began = performance.now();
      await new Promise((done, fail) => {
        const transaction = window.beside.transaction("rows", "readwrite", { durability: "strict" });
        transaction.objectStore("rows").put(at, 0);
        transaction.oncomplete = done;
        transaction.onabort = fail;
      });
      times.push(performance.now() - began);
    }
    return times;
  }, ROUND);
}

async function typing(page, sentence) {
  for (let count = 0; count < KEYS; count += 1) await page.keyboard.press(sentence[count % sentence.length]);
}

/** What some work adds to the journal. */
async function journal(page, work) {
  const before = await size(page);
  await work();
  await page.getByRole("status").filter({ hasText: /^Kept in this browser/ }).first().waitFor();
  const after = await size(page);
  const [records, bytes] = [after.records - before.records, after.bytes - before.bytes];
  return `${bytes} bytes in ${records} records`;
}

function size(page) {
  return page.evaluate(() => new Promise((done, fail) => {
    const request = indexedDB.open("presence-profile-editor");
    request.onerror = fail;
    request.onsuccess = () => {
      const all = request.result.transaction("journal").objectStore("journal").getAll();
      all.onsuccess = () => {
        request.result.close();
        done({ records: all.result.length, bytes: all.result.reduce((sum, record) => sum + record.byteLength, 0) });
      };
    };
  }));
}

/** An agentStates file of so many entries, each with a text in four languages. */
function file(entries) {
  const head = EXAMPLE.split("\n").slice(0, 2).join("\n");
  const text = (entry) => [1033, 1031, 1036, 3082].map((lcid) => `    <activity LCID="${lcid}">State ${entry} as read in ${lcid}</activity>\n`).join("");
  const states = Array.from({ length: entries }, (_, entry) => `  <agentState ID="STATE_${entry}" availability="5000">\n${text(entry)}  </agentState>\n`);
  return `${head}\n${states.join("")}</agentStates>\n`;
}

async function measureStarts() {
  const pages = { one: await open(), many: await open() };
  for (const [which, page] of Object.entries(pages)) {
    const choosing = page.waitForEvent("filechooser");
    await page.keyboard.press("Control+o");
    await (await choosing).setFiles({ name: "speed.xml", mimeType: "text/xml", buffer: Buffer.from(file(ENTRIES)) });
    await page.getByRole("status").filter({ hasText: "speed.xml" }).first().waitFor();
    if (which === "many") await copies(page, MANY - 1);
    await page.getByRole("status").filter({ hasText: /^Kept in this browser/ }).first().waitFor();
  }
  const times = { one: [], many: [] };
  for (let start = 0; start <= STARTS; start += 1) {
    for (const [which, page] of Object.entries(pages)) {
      await page.reload();
      await page.waitForFunction(() => kept.usable);
      if (0 < start) times[which].push(await page.evaluate(() => kept.usable));
      // The history and the judgement of the others come after; the next start does not wait for them.
      await page.waitForTimeout(1500);
    }
  }
  print(`1 profile of ${ENTRIES} entries until the first field can be used`, times.one);
  print(`${MANY} such profiles`, times.many);
  console.log(`ratio of the medians ${(middle(times.many) / middle(times.one)).toFixed(2)}`);
}

async function copies(page, count) {
  await page.getByRole("button", { name: /^Profile / }).click();
  const picker = page.getByRole("dialog", { name: "Profiles" });
  for (let copy = 0; copy < count; copy += 1) {
    await picker.getByRole("button", { name: /^Copy profile/ }).click();
    await page.keyboard.press("Escape");
  }
  await page.keyboard.press("Escape");
}

function middle(times) {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)];
}

function print(name, times) {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1);
  console.log(`${name}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms of ${sorted.length}`);
}
