// Finds a port of this computer that nobody listens to.

import { createServer } from "node:net";

/** The first free port from `port` on. */
export async function freePort(port) {
  const free = await new Promise((resolve) => {
    const probe = createServer().on("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
  return free ? port : freePort(port + 1);
}
