// The parts that building needs besides Rust, Node and make: each is found in its pinned version, or installed.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { answer, duration, runQuietly, Stop } from "./command.mjs";

/** The folder of the project. */
export const PROJECT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const JOURNEYS = join(PROJECT, "tests", "e2e");
const TARGET = "wasm32-unknown-unknown";
const TRUNK = "0.21.14";

/** What every command runs with: found and installed tools come first on its PATH. */
export const environment = { ...process.env };
// Trunk reads NO_COLOR as a flag and refuses the usual value, 1.
if (environment.NO_COLOR) environment.NO_COLOR = "true";

let installed = 0;

/** Rust itself, its wasm target, its formatter and its linter. */
export async function rust({ tools }) {
  const wanted = /^rust-version = "(.+)"/m.exec(readFileSync(join(PROJECT, "Cargo.toml"), "utf8"))[1];
  const found = /^rustc (\d+)\.(\d+)/.exec(inProject("rustc", "--version") ?? "");
  if (!found) {
    throw new Stop(`Rust is missing: install Rust ${wanted} or newer from rustup.rs.`);
  }
  const [major, minor] = wanted.split(".").map(Number);
  if (Number(found[1]) < major || (Number(found[1]) === major && Number(found[2]) < minor)) {
    throw new Stop(`Rust ${wanted} or newer is needed, and this is ${found[1]}.${found[2]}: run \`rustup update stable\`.`);
  }
  const libraries = inProject("rustc", "--print", "target-libdir", "--target", TARGET);
  if (!libraries || !existsSync(libraries)) {
    await install(`the Rust target ${TARGET}`, "10 s", "rustup", ["target", "add", TARGET]);
  }
  for (const [component, command] of tools ? [["rustfmt", "fmt"], ["clippy", "clippy"]] : []) {
    if (!inProject("cargo", command, "--version")) {
      await install(`the Rust component ${component}`, "10 s", "rustup", ["component", "add", component]);
    }
  }
}

/** Trunk, which builds and serves the page. */
export async function trunk() {
  await cargoTool("trunk", TRUNK, "trunk", "6 minutes", ["--locked", "--no-default-features", "--features", "rustls"], {
    // A tool that runs for seconds need not be optimised for minutes.
    CARGO_PROFILE_RELEASE_LTO: "false",
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS: "16",
    CARGO_PROFILE_RELEASE_OPT_LEVEL: "1",
  });
}

/** wasm-bindgen and its test runner, in the version that Cargo.lock holds: they refuse any other. */
export async function wasmBindgen() {
  const lock = readFileSync(join(PROJECT, "Cargo.lock"), "utf8");
  const version = /name = "wasm-bindgen"\nversion = "(.+)"/.exec(lock)[1];
  // Without --locked: the lock file packed with 0.2.130 does not build.
  await cargoTool("wasm-bindgen-cli", version, "wasm-bindgen", "3 minutes", [], {});
}

/** The Node packages: wasm-opt, the journeys' runner, the accessibility checker, the suites of XML and CSV files. */
export async function nodePackages() {
  if (Number(process.versions.node.split(".")[0]) < 20) {
    throw new Stop(`Node 20 or newer is needed, and this is ${process.versions.node}.`);
  }
  const packages = join(JOURNEYS, "node_modules");
  const stamp = join(packages, ".installed-lock");
  const lock = createHash("sha256").update(readFileSync(join(JOURNEYS, "package-lock.json"))).digest("hex");
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
    // The browser comes from elsewhere, see browser.mjs.
    const env = { ...environment, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" };
    await install("the Node packages of tests/e2e", "15 s", "npm", ["ci", "--no-progress"], { cwd: JOURNEYS, env });
    writeFileSync(stamp, lock);
  }
  addToPath(join(packages, ".bin"));
}

/** Says, in one line, that nothing had to be installed. */
export function summary() {
  if (installed === 0) console.log("Set-up: everything needed is there.");
}

/** Installs a part: one line before, with the time to expect, and one after, with the time it took. */
export async function install(what, expected, command, args, options = {}) {
  console.log(`Set-up: installing ${what}, about ${expected} …`);
  const begin = Date.now();
  await runQuietly(command, args, { cwd: PROJECT, env: environment, ...options });
  installed += 1;
  console.log(`Set-up: installed ${what} in ${duration(Date.now() - begin)}.`);
}

async function cargoTool(crate, version, binary, expected, args, settings) {
  if (answer(binary, ["--version"], { env: environment })?.split(" ")[1] === version) return;
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  const root = join(cache, "presence-profile-editor", `${binary}-${version}`);
  const path = join(root, "bin", binary);
  if (!existsSync(path)) {
    const env = { ...environment, ...settings };
    // Cargo builds a tool in a folder of its own, unless it is told where; then it would wait for the project's builds.
    delete env.CARGO_TARGET_DIR;
    await install(
      `${crate} ${version}`,
      expected,
      "cargo",
      ["install", crate, "--version", `=${version}`, "--root", root, ...args],
      { env },
    );
  }
  addToPath(dirname(path));
}

function addToPath(folder) {
  environment.PATH = `${folder}${delimiter}${environment.PATH}`;
}

function inProject(command, ...args) {
  return answer(command, args, { cwd: PROJECT, env: environment });
}
