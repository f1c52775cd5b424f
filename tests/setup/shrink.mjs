// Makes the release files smaller than Trunk leaves them: one sheet instead of many, and glue without its comments.

import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/**
 * Joins the sheets of the page into one, in the order in which the page names them. Trunk takes them one by one, and
 * seventeen small files compress worse than one, by a third.
 */
export function joinSheets(page, folder) {
  const links = [...page.matchAll(/<link\b[^>]*\brel="?stylesheet\b[^>]*>/gi)].map(([link]) => link);
  const names = links.map((link) => /\bhref="?\.\/([^\s">]+)/i.exec(link)[1]);
  const sheet = names.map((name) => readFileSync(join(folder, name), "utf8")).join("");
  const name = `editor-${digest("sha256", sheet, "hex").slice(0, 16)}.css`;
  for (const each of names) rmSync(join(folder, each));
  writeFileSync(join(folder, name), sheet);
  return links.reduce(
    (page, link, position) => page.replace(link, position === 0 ? `<link href=./${name} rel=stylesheet>` : ""),
    page,
  );
}

/**
 * Minifies what wasm-bindgen has written, which Trunk's own minifier cannot read, and names it after what it holds now.
 */
export async function minifyGlue(page, folder) {
  // Where the set-up installs Node packages; serving the development build needs none of them.
  const require = createRequire(new URL("../e2e/package.json", import.meta.url));
  const { minify } = require("terser");
  const old = /import init, \* as bindings from '\.\/([^']+\.js)'/.exec(page)[1];
  const { code } = await minify(readFileSync(join(folder, old), "utf8"), { module: true, compress: { passes: 2 } });
  const name = `editor-${digest("sha256", code, "hex").slice(0, 16)}.js`;
  rmSync(join(folder, old));
  writeFileSync(join(folder, name), code);
  const integrity = `sha384-${digest("sha384", code, "base64")}`;
  return page
    .replaceAll(old, name)
    .replace(/<link\b[^>]*\brel="?modulepreload\b[^>]*>/i, (link) => link.replace(/sha384-[\w+/=]+/, integrity));
}

function digest(algorithm, content, encoding) {
  return createHash(algorithm).update(content).digest(encoding);
}
