// The page itself, before any work on it: what it loads, what it allows, and what it says where it cannot start.

import { expect, test, type Page } from "@playwright/test";

/** Resolves when the wasm module has run; Trunk's start script sets this at its end. */
async function started(page: Page) {
  await page.waitForFunction(() => "wasmBindings" in window);
}

test("starts in a sub-path without an error, a refusal or a foreign request", async ({ page, baseURL }) => {
  const faults: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("requestfailed", (request) => faults.push(`failed: ${request.url()}`));
  page.on("request", (request) => requests.push(request.url()));
  await page.goto("./");
  await started(page);
  await expect(page).toHaveTitle(/Presence Profile Editor/);
  expect(faults).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(baseURL!) && !url.startsWith("data:"))).toEqual([]);
  expect(requests.filter((url) => url.endsWith(".wasm"))).toHaveLength(1);
});

test("the policy allows nothing foreign, nothing inline and no eval", async ({ page }) => {
  await page.goto("./");
  await started(page);
  const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*|sha256-of/);

  const refused = await page.evaluate(async () => {
    const refusals: string[] = [];
    document.addEventListener("securitypolicyviolation", (event) => refusals.push(event.effectiveDirective));
    await fetch("http://example.invalid/").catch(() => {});
    const image = document.createElement("img");
    image.src = "http://example.invalid/image.png";
    const script = document.createElement("script");
    script.textContent = "window.inlineRan = true";
    const handler = document.createElement("div");
    handler.setAttribute("onclick", "window.inlineRan = true");
    handler.setAttribute("style", "color: red");
    document.body.append(image, script, handler);
    handler.click();
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { refusals: [...new Set(refusals)].sort(), inlineRan: "inlineRan" in window };
  });
  expect(refused).toEqual({
    refusals: ["connect-src", "img-src", "script-src-attr", "script-src-elem", "style-src-attr"],
    inlineRan: false,
  });
});

test("asks not to be translated and carries no inline style", async ({ page }) => {
  await page.goto("./");
  const source = await (await page.request.get("./")).text();
  expect(source).not.toMatch(/\sstyle=/);
  await expect(page.locator("html")).toHaveAttribute("translate", "no");
  await expect(page.locator("html")).toHaveClass(/notranslate/);
});

for (const theme of ["light", "dark"] as const) {
  test(`follows the system's ${theme} theme until the user chooses`, async ({ page }) => {
    const other = theme === "light" ? "dark" : "light";
    await page.emulateMedia({ colorScheme: theme });
    await page.goto("./");
    const root = page.locator("html");
    await expect(root).toHaveAttribute("data-theme", theme);
    await page.emulateMedia({ colorScheme: other });
    await expect(root).toHaveAttribute("data-theme", other);
    await page.evaluate((chosen) => localStorage.setItem("theme", chosen), theme);
    await page.reload();
    await expect(root).toHaveAttribute("data-theme", theme);
    await page.emulateMedia({ colorScheme: theme });
    await page.emulateMedia({ colorScheme: other });
    await expect(root).toHaveAttribute("data-theme", theme);
  });
}

test("shows the name and the panels before the program has come", async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("./", { waitUntil: "commit" });
  const shell = page.locator("#shell");
  await expect(shell.getByRole("heading", { name: "Presence Profile Editor" })).toBeVisible();
  await expect(shell.getByRole("heading", { name: "Aggregated states" })).toBeVisible();
  await expect(shell.getByText("Loading…")).toBeVisible();
  release();
  await started(page);
});

test.describe("where it cannot start", () => {
  test("names the MIME type if the server does not send the wasm file", async ({ page }) => {
    await page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto("./");
    const alert = page.getByRole("alert");
    await expect(alert).toContainText("The server does not send the editor's program");
    await expect(alert).toContainText("404");
    await expect(alert).toContainText("IIS");
    await expect(alert).toContainText("application/wasm");
  });

  test("names the MIME type if the wasm file is another page", async ({ page }) => {
    await page.route("**/*.wasm", (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<p>Not found" }));
    await page.goto("./");
    await expect(page.getByRole("alert")).toContainText("came as text/html");
    await expect(page.getByRole("alert")).toContainText("application/wasm");
  });

  test("says that WebAssembly is missing", async ({ page }) => {
    await page.addInitScript(() => delete (window as { WebAssembly?: object }).WebAssembly);
    await page.goto("./");
    await expect(page.getByRole("alert")).toContainText("WebAssembly is missing or switched off");
  });

  test("says that a part is missing if the start script's module does not come", async ({ page }) => {
    await page.route(/editor-[^/]*\.js$/, (route) => route.abort());
    await page.goto("./");
    await expect(page.getByRole("alert")).toContainText("The editor could not start");
  });

  test("says that JavaScript is needed", async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto("./");
    // By place: a search by text skips what stands in noscript.
    await expect(page.locator("noscript p")).toContainText("needs JavaScript");
    await expect(page.locator("noscript p")).toBeVisible();
    await context.close();
  });
});
