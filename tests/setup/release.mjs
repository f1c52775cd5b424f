// The release files: built by Trunk, and measured as they travel.

import { readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { runAloud, Stop } from "./command.mjs";
import { environment, PROJECT } from "./parts.mjs";

const DIST = join(PROJECT, "dist");

/** Builds dist/: optimised for size, minified, with relative addresses. */
export async function buildRelease() {
  const { code } = await runAloud("trunk", ["build", "--release"], { cwd: PROJECT, env: { ...environment, ...withoutPaths() } });
  if (code !== 0) throw new Stop("The release files could not be built; the reason stands above.");
}

/** Panic messages name source files: not where this machine keeps them. */
function withoutPaths() {
  const cargo = process.env.CARGO_HOME ?? join(homedir(), ".cargo");
  const flags = [join(cargo, "registry", "src"), PROJECT].map((path) => `--remap-path-prefix=${path}=`);
  // Cargo adds them to those in .cargo/config.toml.
  return { CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS: flags.join(" ") };
}

/** Prints the size of every file in bytes: as it is, and compressed as hard as a server may. */
export function tellSizes() {
  const rows = readdirSync(DIST).sort().map((name) => {
    const bytes = readFileSync(join(DIST, name));
    const hardest = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
    return [name, bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes, hardest).length];
  });
  const total = [1, 2, 3].map((column) => rows.reduce((sum, row) => sum + row[column], 0));
  for (const row of [["dist/", "raw", "gzip", "brotli"], ...rows, ["all files", ...total]]) {
    const [name, ...sizes] = row.map((cell) => cell.toLocaleString("en"));
    console.log(name.padEnd(40) + sizes.map((size) => size.padStart(12)).join(""));
  }
}
