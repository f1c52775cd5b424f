// `make bench`: how much quicker the core reads than the browser's own XML reader, in wasm, on one page, in turns.
//
// OPT_LEVELS="z 3" also measures the core at other levels of optimisation; ROUNDS=60 measures longer.

import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { CHROMIUM_ARGUMENTS, findChromium } from "../setup/browser.mjs";
import { runAloud, runQuietly, script, Stop } from "../setup/command.mjs";
import { environment, nodePackages, PROJECT, rust, summary } from "../setup/parts.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const TARGET = "wasm32-unknown-unknown";
const BUILT = join(PROJECT, "target", "bench");
const SIZES = [["1 KB", 1_000], ["3.5 KB", 3_500], ["34 KB", 34_000], ["342 KB", 342_000], ["3.4 MB", 3_400_000]];
/** Without one: as the app is built. */
const LEVELS = process.env.OPT_LEVELS?.split(/\s+/).filter(Boolean) ?? [""];
const ROUNDS = Number(process.env.ROUNDS ?? 21);
const ORIGIN = "http://bench.localhost";

await script(async () => {
  await rust({ tools: false });
  await nodePackages();
  const executablePath = findChromium();
  if (!executablePath) throw new Stop("The benchmark needs Chromium: install it, or name it in CHROME.");
  summary();
  for (const level of LEVELS) await build(level);
  const { chromium } = createRequire(join(PROJECT, "tests", "e2e", "package.json"))("@playwright/test");
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGUMENTS });
  try {
    await measure(browser);
  } finally {
    await browser.close();
  }
});

/** Builds the module with the app's release profile, and finishes it as the app is finished. */
async function build(level) {
  const as = level === "" ? "as the app is built" : `opt-level ${level}`;
  console.log(`Building the core, ${as} (the first time: about 2 minutes) …`);
  const config = level === "" ? [] : ["--config", `profile.release.package.presence-profile-core.opt-level=${quoted(level)}`];
  const args = ["build", "--locked", "--release", "--package", "presence-profile-bench", "--target", TARGET, ...config];
  const { code } = await runAloud("cargo", args, { cwd: PROJECT, env: environment });
  if (code !== 0) throw new Stop("The core could not be built; the reason stands above.");
  const module = resolve(PROJECT, process.env.CARGO_TARGET_DIR ?? "target", TARGET, "release", "reading.wasm");
  const folder = folderOf(level);
  mkdirSync(folder, { recursive: true });
  const page = readFileSync(join(PROJECT, "index.html"), "utf8");
  const [, shrink, parameters] = /data-wasm-opt="(.+?)" data-wasm-opt-params="(.+?)"/.exec(page);
  const file = join(folder, "reading.wasm");
  await runQuietly("wasm-opt", [module, `-O${shrink}`, ...parameters.split(" "), "-o", file], { env: environment });
}

function quoted(level) {
  return /^\d$/.test(level) ? level : `"${level}"`;
}

function folderOf(level) {
  return join(BUILT, level || "app");
}

async function measure(browser) {
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(error.message));
  await page.route(`${ORIGIN}/**`, (route) => serve(route));
  await page.goto(`${ORIGIN}/page.html`);
  await page.waitForFunction("window.isReady");
  const names = LEVELS.map((level) => level || "app");
  await page.evaluate(async (names) => {
    window.modules = [];
    for (const name of names) window.modules.push(await window.load(`/${name}/reading.wasm`));
  }, names);
  const example = readFileSync(join(PROJECT, "tests", "cases", "example", "agentStates.xml"), "utf8");
  const bytes = await page.evaluate(([example, sizes]) => {
    window.texts = sizes.map(([, size]) => window.file(size));
    window.agree(window.modules, [example, ...window.texts]);
    return window.texts.map((text) => new Blob([text]).size);
  }, [example, SIZES]);
  console.log(`\nBoth readers make the same model of every text. ${ROUNDS} rounds, in turns; ${browser.version()}.`);
  console.log("DOMParser and the mapping in JavaScript, against ours; medians, and the middle half of the ratios.\n");
  const table = [["", "bytes", "build", "DOM µs", "ours µs", "ratio", "(middle half)", "verdict alone", "all derived"]];
  for (const [at, [name]] of SIZES.entries()) {
    const times = await page.evaluate(([at, rounds]) => window.time(window.modules, window.texts[at], rounds), [at, ROUNDS]);
    for (const [module, level] of names.entries()) {
      table.push([module === 0 ? name : "", String(bytes[at]), level, ...row(times, module)]);
    }
  }
  print(table);
  console.log("\nOurs: strict verdict and mapping, from a JavaScript string. All derived: everything the editor derives from a");
  console.log("profile after a keystroke, its judgement included, as a ratio to the same DOM time.");
}

function row(times, module) {
  const ratios = (way) => times.dom.map((dom, round) => dom / times[`${way} ${module}`][round]).sort((a, b) => a - b);
  const at = (sorted, share) => sorted[Math.floor((sorted.length - 1) * share)];
  const median = (list) => at([...list].sort((a, b) => a - b), 0.5);
  const map = ratios("map");
  return [
    median(times.dom).toFixed(1),
    median(times[`map ${module}`]).toFixed(1),
    at(map, 0.5).toFixed(1),
    `${at(map, 0.25).toFixed(1)}-${at(map, 0.75).toFixed(1)}`,
    at(ratios("verdict"), 0.5).toFixed(1),
    at(ratios("derive"), 0.5).toFixed(1),
  ];
}

function print(table) {
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  for (const row of table) {
    console.log(row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join("  "));
  }
}

/** The page and the built modules, as an isolated origin: only there is the clock fine enough. */
function serve(route) {
  const path = new URL(route.request().url()).pathname;
  const types = { html: "text/html", mjs: "text/javascript", js: "text/javascript", wasm: "application/wasm" };
  const file = join(path.startsWith("/page.") ? HERE : BUILT, path);
  const contentType = types[path.split(".").at(-1)];
  if (!contentType) return route.fulfill({ status: 404 });
  const headers = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };
  return route.fulfill({ contentType, headers, body: readFileSync(file) });
}
