// Serves the editor on this computer and builds it again on every change.

import { script, start, Stop } from "./command.mjs";
import { environment, PROJECT, rust, summary, trunk, wasmBindgen } from "./parts.mjs";
import { freePort } from "./port.mjs";

const FIRST_PORT = 8080;

await script(async () => {
  await rust({ tools: false });
  await trunk();
  await wasmBindgen();
  summary();

  const port = await freePort(FIRST_PORT);
  const address = `http://127.0.0.1:${port}/`;
  console.log("Building the editor with the development profile (the first time: about 2 minutes) …");
  // A folder of its own: dist/ is for release files.
  const args = ["serve", "--no-autoreload", "--port", String(port), "--dist", "target/serve"];
  const server = start("trunk", args, { cwd: PROJECT, env: environment });
  const ended = new Promise((resolve) => server.on("close", resolve).on("error", resolve));

  if (await Promise.race([answers(address), ended.then(() => false)])) {
    console.log(`\nThe editor is open at ${address} (development build; reload the page after a change; Ctrl+C ends it)\n`);
    await ended;
  }
  if (server.exitCode !== 0) throw new Stop("The server stopped; the reason stands above.");
});

/** Waits until the page is served: Trunk listens only after the first build. */
async function answers(address) {
  for (;;) {
    const page = await fetch(address).catch(() => undefined);
    if (page?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
