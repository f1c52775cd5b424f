// Serves the built release files as any static server would, in a folder of its own: http://127.0.0.1:PORT/sub/path/.

import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const DIST = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "dist");
const FOLDER = "/sub/path/";
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
};

const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  if (!path.startsWith(FOLDER)) return end(response, 404);
  const name = path.slice(FOLDER.length) || "index.html";
  const file = join(DIST, normalize(join("/", name)));
  const type = TYPES[extname(file)];
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (!type || size === undefined) return end(response, 404);
  response.writeHead(200, {
    "Content-Type": type,
    "Content-Length": size,
    "Cache-Control": "no-cache",
    // Isolated pages get clocks fine enough to measure keystrokes with.
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
  });
  if (request.method === "HEAD") return response.end();
  createReadStream(file).pipe(response);
});

// Port 0 is any free one.
server.listen(Number(process.env.PORT ?? 4173), "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${server.address().port}${FOLDER}`);
});

function end(response, status) {
  response.writeHead(status, { "Content-Type": "text/plain" }).end(`${status}\n`);
}
