// Runs every check there is, one stage after the other, and closes with one line: `N passed, N failed`.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { browser, CHROMIUM_ARGUMENTS } from "./browser.mjs";
import { duration, runAloud, Stop } from "./command.mjs";
import { environment, nodePackages, PROJECT, rust, summary, trunk, wasmBindgen } from "./parts.mjs";
import { freePort } from "./port.mjs";
import { buildRelease } from "./release.mjs";

const WASM = ["--target", "wasm32-unknown-unknown"];
const TALLY = join(PROJECT, "target", "journeys.json");

/** Each stage returns how many checks passed and failed; the first with a failure is the last to run. */
const STAGES = [
  ["set-up", setUp],
  ["formatting", () => cargo("fmt", "--all", "--check")],
  ["lints, host", () => cargo("clippy", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings")],
  // The host tests are not for wasm: proptest is a dependency of the host only.
  ["lints, wasm", () => cargo("clippy", "--locked", ...WASM, "--lib", "--bins", "--test", "web", "--", "-D", "warnings")],
  ["host tests", () => cargoTest("--test", "native")],
  // A few pages are opened: what is not optimised is built in less time than it costs them.
  ["wasm tests", () => cargoTest("--test", "web", ...WASM, "--config", "profile.dev.opt-level=0")],
  ["release files", release],
  ["journeys", journeys],
  ["kills", kills],
];

const total = { passed: 0, failed: 0 };
for (const [name, stage] of STAGES) {
  console.log(`\n== ${name}`);
  const begin = Date.now();
  const { passed, failed } = await stage().catch(stopped);
  console.log(`== ${name}: ${passed} passed, ${failed} failed (${duration(Date.now() - begin)})`);
  total.passed += passed;
  total.failed += failed;
  if (failed !== 0) break;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function setUp() {
  await rust({ tools: true });
  await trunk();
  await wasmBindgen();
  await nodePackages();
  const { chromium, chromedriver } = await browser();
  summary();
  environment.CHROME = chromium;
  environment.CHROMEDRIVER = chromedriver;
  environment.CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER = "wasm-bindgen-test-runner";
  environment.WASM_BINDGEN_TEST_TIMEOUT ??= "120";
  environment.WASM_BINDGEN_TEST_WEBDRIVER_JSON = webdriverSettings(chromium);
  if (process.stdout.isTTY) environment.CARGO_TERM_COLOR ??= "always";
  return { passed: 1, failed: 0 };
}

/** tests/web/webdriver.json, with the browser that was found and what it needs for this user. */
function webdriverSettings(chromium) {
  const settings = JSON.parse(readFileSync(join(PROJECT, "tests", "web", "webdriver.json"), "utf8"));
  const options = settings["goog:chromeOptions"];
  options.binary = chromium;
  options.args = [...new Set([...options.args, ...CHROMIUM_ARGUMENTS])];
  mkdirSync(join(PROJECT, "target"), { recursive: true });
  const file = join(PROJECT, "target", "webdriver.json");
  writeFileSync(file, JSON.stringify(settings));
  return file;
}

async function cargo(...args) {
  const { code } = await runAloud("cargo", args, { cwd: PROJECT, env: environment });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function cargoTest(...args) {
  const { code, output } = await runAloud("cargo", ["test", "--locked", ...args], { cwd: PROJECT, env: environment });
  const results = [...output.matchAll(/^test result: .*?(\d+) passed; (\d+) failed/gm)];
  const count = (column) => results.reduce((sum, result) => sum + Number(result[column]), 0);
  // A test binary that does not build, or a browser that dies, fails without a count.
  return { passed: count(1), failed: code === 0 ? 0 : Math.max(1, count(2)) };
}

async function release() {
  await buildRelease();
  return { passed: 1, failed: 0 };
}

async function journeys() {
  rmSync(TALLY, { force: true });
  const env = { ...environment, JOURNEYS_TALLY: TALLY, JOURNEYS_PORT: String(await freePort(4173)) };
  const { code } = await runAloud("playwright", ["test"], { cwd: join(PROJECT, "tests", "e2e"), env });
  try {
    const { expected, unexpected, flaky } = JSON.parse(readFileSync(TALLY, "utf8")).stats;
    return { passed: expected, failed: code === 0 ? 0 : Math.max(1, unexpected + flaky) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** A few kills of the browser in each way; `make kills` has the many. */
async function kills() {
  const args = [join("tests", "e2e", "kills.mjs"), "--kills", "6", "--tabs", "both", "--address", "both"];
  const { code, output } = await runAloud("node", args, { cwd: PROJECT, env: environment });
  const [, kept, all] = /^kept (\d+) of (\d+)/m.exec(output) ?? [0, 0, 0];
  return { passed: Number(kept), failed: code === 0 ? 0 : Math.max(1, all - kept) };
}

function stopped(error) {
  if (!(error instanceof Stop)) console.error(error);
  else console.error(error.message);
  return { passed: 0, failed: 1 };
}
