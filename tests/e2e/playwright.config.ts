// How the journeys run: against the built release files, in the Chromium that the set-up finds.

import { defineConfig } from "@playwright/test";
import { CHROMIUM_ARGUMENTS, findChromium } from "../setup/browser.mjs";

const port = Number(process.env.JOURNEYS_PORT ?? 4173);
const address = `http://127.0.0.1:${port}/sub/path/`;

export default defineConfig({
  testDir: ".",
  outputDir: "../../target/journeys",
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  reporter: [["list"], ["json", { outputFile: process.env.JOURNEYS_TALLY ?? "../../target/journeys.json" }]],
  use: {
    baseURL: address,
    viewport: { width: 1440, height: 900 },
    actionTimeout: 10_000,
    launchOptions: { executablePath: findChromium(), args: CHROMIUM_ARGUMENTS },
    screenshot: "only-on-failure",
    // A trace of each journey would take nearly as long as the journey: `--trace retain-on-failure` records where it is wanted.
    trace: "off",
  },
  webServer: {
    command: "node serve.mjs",
    env: { PORT: String(port) },
    url: address,
    reuseExistingServer: false,
  },
});
