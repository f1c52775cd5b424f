// Kills the browser while somebody works: `node tests/e2e/kills.mjs --kills 100 --tabs 1 --address ip --seed 1`. What the page had said
// was kept must be there after each start, byte for byte, and every step must lead back: it prints `kept N of N`.
//
// `--tabs 2` has a second tab that reads, and takes over now and then; `--address name` is plain http by a name, where the
// browser's newer interfaces do not exist. `both` stands for both, half of the kills each; `--tabs both` as well.

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Book } from "./kills/book.mjs";
import { dice } from "./kills/hands.mjs";
import { Life } from "./kills/life.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const FAULTS = join(HERE, "..", "..", "target", "kills");
/** So many lives in one profile folder: what one leaves the next one finds. */
const LIVES = 10;

const { values } = parseArgs({ options: {
  kills: { type: "string", default: "100" },
  tabs: { type: "string", default: "1" },
  address: { type: "string", default: "ip" },
  seed: { type: "string", default: String(Date.now() % 1_000_000) },
} });
const seed = Number(values.seed);
const list = (value, all) => (value === "both" ? all : [value]);
const modes = list(values.tabs, ["1", "2"]).flatMap((tabs) => list(values.address, ["ip", "name"]).map((address) => ({ tabs: Number(tabs), address })));

const server = spawn(process.execPath, [join(HERE, "serve.mjs")], { env: { ...process.env, PORT: "0" } });
const own = await new Promise((resolve) => server.stdout.once("data", (line) => resolve(String(line).trim())));
const begin = Date.now();
let [kept, killed] = [0, 0];
console.log(`seed ${seed}`);
try {
  for (const [at, mode] of modes.entries()) {
    const count = Math.floor((Number(values.kills) + at) / modes.length);
    await run(mode, count, dice(seed + at));
  }
} finally {
  server.kill();
}
console.log(`kept ${kept} of ${killed} (${Math.round((Date.now() - begin) / 1000)} s)`);
process.exitCode = kept === killed ? 0 : 1;

async function run({ tabs, address }, count, random) {
  const totals = { acts: 0, undone: 0, taken: 0, words: 0, loaded: 0 };
  let ownKept = 0;
  const isSecure = address === "ip";
  const at = isSecure ? own : own.replace("127.0.0.1", "presence.test");
  for (let done = 0; done < count; ) {
    const folder = mkdtempSync(join(tmpdir(), "kills-"));
    const book = new Book();
    // A kill is survived when a later life has found what there was, and all steps.
    let unheld = 0;
    try {
      const lives = Math.min(LIVES, count - done);
      for (let live = 0; live <= lives; live += 1) {
        const life = new Life({ folder, address: at, isSecure, tabs, random, book });
        await life.live(live === lives);
        for (const name of Object.keys(totals)) totals[name] += life.counts[name];
        if (life.isHeld) {
          [ownKept, done, unheld] = [ownKept + unheld, done + unheld, 0];
        }
        unheld += 1;
      }
    } catch (error) {
      report(error, { tabs, address, done });
      done += Math.max(1, unheld);
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  [kept, killed] = [kept + ownKept, killed + count];
  const names = tabs === 1 ? "alone" : "two tabs";
  console.log(`${names}, ${new URL(at).hostname}: kept ${ownKept} of ${count}; ${totals.acts} acts, ${totals.words} times said to be kept, ${totals.undone} steps taken back and done again${tabs === 1 ? "" : `, taken over ${totals.taken} times, loaded anew ${totals.loaded} times`}`);
}

function report(error, where) {
  mkdirSync(FAULTS, { recursive: true });
  const file = join(FAULTS, `${seed}-${where.tabs}-${where.address}-${where.done}.json`);
  writeFileSync(file, JSON.stringify({ seed, ...where, error: String(error.stack), ...error.details }, null, 1));
  console.log(`LOST with seed ${seed}, ${JSON.stringify(where)}: ${error.message}; more in ${file}`);
}
