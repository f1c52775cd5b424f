// Finds Chromium and the chromedriver of the same version; installs both where that is allowed.

import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { answer, Stop } from "./command.mjs";
import { environment, install } from "./parts.mjs";

const COMMANDS = ["chromium", "chromium-browser", "google-chrome"];

/** Chromium as root has no sandbox to start in; otherwise it keeps it. The rest keeps it from calling out. */
export const CHROMIUM_ARGUMENTS = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** The path of a Chromium that is there already, or `undefined`. */
export function findChromium() {
  return candidates()[0]?.path;
}

/** A Chromium and its chromedriver, found or installed: `{ chromium, chromedriver }`. */
export async function browser() {
  const found = pair();
  if (found) return found;
  const administrator = asAdministrator();
  if (administrator) {
    const [command, ...before] = [...administrator, "apt-get"];
    const env = { ...environment, DEBIAN_FRONTEND: "noninteractive" };
    await install("the list of system packages", "20 s", command, [...before, "-q", "update"], { env });
    const packages = ["chromium", "chromium-driver", "fonts-noto-core"];
    const args = [...before, "-q", "-y", "--no-install-recommends", "install", ...packages];
    await install("Chromium and chromedriver", "1 minute", command, args, { env });
    const fresh = pair();
    if (fresh) return fresh;
  }
  throw new Stop(`The tests need a browser: ${advice()}`);
}

function pair() {
  for (const chromium of candidates()) {
    for (const path of [process.env.CHROMEDRIVER, onPath("chromedriver"), "/usr/lib/chromium-browser/chromedriver"]) {
      if (path && version(path) === chromium.version) return { chromium: chromium.path, chromedriver: path };
    }
  }
  return undefined;
}

function candidates() {
  const paths = [process.env.CHROME, ...COMMANDS.map(onPath), ...playwrights()];
  return paths.filter(Boolean).map((path) => ({ path, version: version(path) })).filter((each) => each.version);
}

/** The browsers Playwright has downloaded for itself, the newest first. */
function playwrights() {
  const caches = [join(homedir(), ".cache", "ms-playwright"), join(homedir(), "Library", "Caches", "ms-playwright")];
  const inside = ["chrome-linux/chrome", "chrome-linux64/chrome", "chrome-mac/Chromium.app/Contents/MacOS/Chromium"];
  return caches
    .filter((cache) => existsSync(cache))
    .flatMap((cache) => readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name)).sort().reverse()
      .flatMap((name) => inside.map((path) => join(cache, name, path))))
    .filter((path) => existsSync(path));
}

/** The first number of a version: that of Chromium and that of its driver must be equal. */
function version(path) {
  return /(\d+)\.\d+/.exec(answer(path, ["--version"]) ?? "")?.[1];
}

function onPath(command) {
  return answer("sh", ["-c", `command -v ${command}`], { env: environment });
}

/** How to run a command as administrator without being asked, if that and apt-get are to be had: `[]` or `["sudo", …]`. */
function asAdministrator() {
  if (!onPath("apt-get")) return undefined;
  if (process.getuid?.() === 0) return [];
  return answer("sudo", ["-n", "true"]) === undefined ? undefined : ["sudo", "-n", "--preserve-env=DEBIAN_FRONTEND"];
}

function advice() {
  const [chromium] = candidates();
  if (chromium) {
    return `${chromium.path} is version ${chromium.version}, but no chromedriver ${chromium.version} is there; `
      + "install the one of this version (Debian: `apt-get install chromium chromium-driver`) or name it in CHROMEDRIVER.";
  }
  return "install Chromium and its chromedriver (Debian: `apt-get install chromium chromium-driver`), "
    + "or name them in CHROME and CHROMEDRIVER.";
}
