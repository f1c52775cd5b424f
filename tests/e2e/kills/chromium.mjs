// A Chromium in a process group of its own, which one signal ends at once, and its debugging protocol over pipes: what it has
// said before it was killed is read to the end.

import { spawn } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { CHROMIUM_ARGUMENTS, findChromium } from "../../setup/browser.mjs";

/** What the protocol must be told of keys that write nothing. */
const KEYS = {
  a: 65, ArrowLeft: 37, ArrowUp: 38, ArrowRight: 39, ArrowDown: 40, Backspace: 8, Delete: 46, End: 35, Enter: 13, Escape: 27, F2: 113,
  Home: 36, Tab: 9, y: 89, z: 90,
};
const CONTROL = 2;

/** The browser was killed before it answered. */
export class Killed extends Error {}

export class Chromium {
  #process;
  #left = "";
  #next = 1;
  #waiting = new Map();
  #pages = new Map();
  #ended;
  isKilled = false;

  /** Starts with a profile folder. */
  constructor(folder) {
    const args = [
      ...CHROMIUM_ARGUMENTS, "--headless=new", "--remote-debugging-pipe", `--user-data-dir=${folder}`, "--window-size=1440,900",
      "--host-resolver-rules=MAP presence.test 127.0.0.1", "about:blank",
    ];
    const stdio = ["ignore", "ignore", "ignore", "pipe", "pipe"];
    this.#process = spawn(findChromium(), args, { detached: true, stdio });
    const [, , , toBrowser, fromBrowser] = this.#process.stdio;
    // It may be gone when something is said to it.
    toBrowser.on("error", () => {});
    fromBrowser.on("error", () => {});
    fromBrowser.setEncoding("utf8").on("data", (text) => this.#hear(text));
    this.#ended = new Promise((resolve) => fromBrowser.on("close", resolve));
    this.#ended.then(() => {
      for (const { fail } of this.#waiting.values()) fail(new Killed("the browser is gone"));
      this.#waiting.clear();
    });
  }

  #hear(text) {
    const messages = (this.#left + text).split("\0");
    this.#left = messages.pop();
    for (const message of messages.map((each) => JSON.parse(each))) {
      const { id, result, error, method, params, sessionId } = message;
      if (method) this.#pages.get(sessionId)?.hear(method, params);
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) waiting?.fail(new Error(`${waiting.method}: ${error.message}`));
      else waiting?.done(result);
    }
  }

  send(method, params = {}, sessionId = undefined) {
    const id = this.#next++;
    const answer = new Promise((done, fail) => this.#waiting.set(id, { done, fail, method }));
    // Whoever does not wait for an answer does not wait for a failure either.
    answer.catch(() => {});
    if (this.isKilled) {
      this.#waiting.get(id).fail(new Killed("the browser is gone"));
      return answer;
    }
    this.#process.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return answer;
  }

  /** A new tab. `script` runs in each of its documents first; what that says by `tell(words)` comes to `heard`. */
  async open(script, heard) {
    const { targetId } = await this.send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await this.send("Target.attachToTarget", { targetId, flatten: true });
    const page = new Page(this, targetId, sessionId, heard);
    this.#pages.set(sessionId, page);
    await page.send("Runtime.enable");
    await page.send("Page.enable");
    await page.send("Runtime.addBinding", { name: "tell" });
    await page.send("Page.addScriptToEvaluateOnNewDocument", { source: script });
    return page;
  }

  /** Ends all its processes at once, as a power cut would, and waits until nothing of it is left. */
  async kill() {
    if (this.isKilled) return this.#ended;
    this.isKilled = true;
    process.kill(-this.#process.pid, "SIGKILL");
    await this.#ended;
    for (let tries = 0; tries < 200 && lives(this.#process.pid); tries += 1) await new Promise((done) => setTimeout(done, 10));
    if (lives(this.#process.pid)) throw new Error("the browser outlived its kill");
  }
}

/** Whether a process of a group is there that is no corpse. */
function lives(group) {
  try {
    process.kill(-group, 0);
  } catch {
    return false;
  }
  if (!existsSync("/proc/self/stat")) return true;
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).some((name) => {
    try {
      // Behind the name in parentheses: state, parent, group.
      const [state, , own] = readFileSync(`/proc/${name}/stat`, "utf8").split(") ").at(-1).split(" ");
      return Number(own) === group && state !== "Z";
    } catch {
      return false;
    }
  });
}

class Page {
  /** What the page has reported of its own faults. */
  faults = [];
  /** How many documents it has had: more than one where it was loaded anew. */
  documents = 0;

  constructor(browser, target, session, heard) {
    Object.assign(this, { browser, target, session, heard });
  }

  hear(method, params) {
    if (method === "Runtime.bindingCalled") this.heard(JSON.parse(params.payload));
    if (method === "Runtime.exceptionThrown") this.faults.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
  }

  send(method, params) {
    return this.browser.send(method, params, this.session);
  }

  async go(address) {
    const { errorText } = await this.send("Page.navigate", { url: address });
    if (errorText) throw new Error(`${address}: ${errorText}`);
  }

  /** Runs a function in the page. */
  async run(work, ...values) {
    const expression = `(${work})(${values.map((value) => JSON.stringify(value)).join(", ")})`;
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Runs it until it gives something; `undefined` after so many milliseconds. */
  async until(milliseconds, work, ...values) {
    for (const end = Date.now() + milliseconds; Date.now() < end; await new Promise((done) => setTimeout(done, 15))) {
      // While a document comes there may be none to ask.
      const found = await this.run(work, ...values).catch((error) => {
        if (error instanceof Killed) throw error;
      });
      if (found) return found;
    }
    return undefined;
  }

  front() {
    return this.send("Page.bringToFront");
  }

  /** Presses the middle of the element that a selector finds, the one of a share of them all; whether there is one. */
  async click(selector, share = 0) {
    const place = await this.run((selector, share) => {
      const all = [...document.querySelectorAll(selector)];
      const element = all[Math.floor(share * all.length)];
      element?.scrollIntoView({ block: "center", inline: "center" });
      const { x, y, width, height } = element?.getBoundingClientRect() ?? {};
      return element && { x: x + width / 2, y: y + height / 2 };
    }, selector, share);
    if (!place) return false;
    for (const type of ["mousePressed", "mouseReleased"]) {
      await this.send("Input.dispatchMouseEvent", { type, ...place, button: "left", clickCount: 1 });
    }
    return true;
  }

  press(name, modifiers = 0) {
    const key = { key: name, code: name.length === 1 ? `Key${name.toUpperCase()}` : name, windowsVirtualKeyCode: KEYS[name], modifiers };
    const text = name === "Enter" ? "\r" : undefined;
    this.send("Input.dispatchKeyEvent", { type: text ? "keyDown" : "rawKeyDown", text, ...key });
    return this.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
  }

  pressWithControl(name) {
    return this.press(name, CONTROL);
  }

  /** Types sign by sign, as a keyboard does, and faster: the next key does not wait for what the one before has done. */
  async type(text) {
    let last;
    for (const sign of text) {
      if (sign === "\n") last = this.press("Enter");
      else if (sign <= "~") {
        this.send("Input.dispatchKeyEvent", { type: "keyDown", key: sign, text: sign });
        last = this.send("Input.dispatchKeyEvent", { type: "keyUp", key: sign });
      } else last = this.send("Input.insertText", { text: sign });
    }
    await last;
  }
}
