// Builds the release files into dist/ and tells their sizes.

import { script } from "./command.mjs";
import { nodePackages, rust, summary, trunk, wasmBindgen } from "./parts.mjs";
import { buildRelease, tellSizes } from "./release.mjs";

await script(async () => {
  await rust({ tools: false });
  await trunk();
  await wasmBindgen();
  await nodePackages();
  summary();
  await buildRelease();
  tellSizes();
});
