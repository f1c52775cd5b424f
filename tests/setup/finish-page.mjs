// Finishes the page Trunk has built: makes the release files smaller, and puts the hash of the inline start script into
// the Content-Security-Policy.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { joinSheets, minifyGlue } from "./shrink.mjs";

/** Stands in index.html where the hashes go. */
const PLACE = "'sha256-of-inline-scripts'";

const folder = process.env.TRUNK_STAGING_DIR;
const file = join(folder, "index.html");
let page = readFileSync(file, "utf8");
if (process.env.TRUNK_PROFILE === "release") {
  page = await minifyGlue(joinSheets(page, folder), folder);
}
writeFileSync(file, withoutIdleIntegrity(withHashes(page)));

function withHashes(page) {
  if (page.split(PLACE).length !== 2) {
    fail(`index.html must hold ${PLACE} once, in its Content-Security-Policy`);
  }
  const governed = page.search(/<(script|style|link)\b/i);
  if (governed < page.indexOf(PLACE)) {
    fail("the Content-Security-Policy must stand before every script, sheet and link: it does not govern what precedes it");
  }
  const hashes = [...page.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)]
    .filter(([, attributes]) => !/\bsrc\s*=/i.test(attributes))
    .map(([, , text]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
  if (hashes.length === 0) {
    fail("the built page holds no inline start script");
  }
  return page.replace(PLACE, () => hashes.join(" "));
}

// Browsers check no integrity where a preloaded file is fetched, and Chromium complains about it on every start.
function withoutIdleIntegrity(page) {
  return page.replace(/<link\b[^>]*\bas="?fetch\b[^>]*>/i, (link) => link.replace(/\sintegrity="?[^\s">]+"?/i, ""));
}

function fail(reason) {
  console.error(`index.html: ${reason}.`);
  process.exit(1);
}
