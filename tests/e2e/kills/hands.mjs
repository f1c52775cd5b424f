// What hands do in the editor, at random: keys in the texts and in the cells, steps back and forth, profiles, Extensions, choices.

const WORDS = ["a", "zz ", "7001", "x=y", "<!-- n -->", "é", "Ü", "😀", "\n", "&amp;", "<", "\"", "INCALL", "  ", "Русский"];
const MOST_PROFILES = 4;

/** A row of random numbers below 1, the same for the same seed. */
export function dice(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count) => Math.floor(next() * count);
  return { next, below, between: (low, high) => low + below(high - low), of: (list) => list[below(list.length)] };
}

export class Hands {
  static #acts = 0;
  static #names = 0;

  constructor(page, random) {
    Object.assign(this, { page, random });
  }

  /** Does one thing or another. */
  async act(book) {
    const { random } = this;
    const count = book.whole.profiles.size;
    const acts = [
      [30, () => this.typeIn("XML source", "agentStates XML")],
      [8, () => this.typeIn("Options", "Options text")],
      [14, () => this.typeInCell("Translations")],
      [8, () => this.typeInCell("Aggregated states")],
      [12, () => this.step("Undo", "z")],
      [8, () => this.step("Redo", "y")],
      [count < MOST_PROFILES ? 5 : 0, () => this.add()],
      [3, () => this.rename()],
      [count === 1 ? 0 : 3, () => this.delete()],
      [count === 1 ? 0 : 6, () => this.switchTo(random.of([...book.whole.profiles.keys()]))],
      [5, () => this.assign(random.of([...book.whole.profiles.keys()]))],
      [3, () => this.setAside()],
    ];
    let left = random.below(acts.reduce((sum, [weight]) => sum + weight, 0));
    const [, chosen] = acts.find(([weight]) => (left -= weight) < 0);
    await chosen();
  }

  /** What comes now is part of an act of its own. */
  begin(way) {
    Hands.#acts += 1;
    return this.page.run((act, way) => kills.begin(act, way), Hands.#acts, way);
  }

  /** Presses Undo, or Redo, for as long as there is something to do; how often that was. */
  walk(name) {
    Hands.#acts += 1;
    return this.page.run((name, way, act) => kills.walk(name, way, act), name, name.toLowerCase(), Hands.#acts);
  }

  /** Types, or deletes, anywhere in a text. */
  async typeIn(pane, area) {
    const { page, random } = this;
    await this.turnTo("Editor");
    await this.turnTo(pane);
    await this.begin("commit");
    const isThere = await page.run((name, share) => {
      const area = document.querySelector(`textarea[aria-label='${name}']`);
      if (!area) return false;
      area.focus();
      const { value } = area;
      let at = Math.floor(share * (value.length + 1));
      // What goes on where it stopped would be a part of the step before; in a short text there is no other place.
      const goesOn = () => Math.abs(at - area.selectionStart) < 2;
      if (goesOn()) at = area.selectionStart < value.length / 2 ? value.length : 0;
      if (goesOn()) return false;
      if (/[\uDC00-\uDFFF]/.test(value[at] ?? "")) at -= 1;
      area.setSelectionRange(at, at);
      return true;
    }, area, random.next());
    if (!isThere) return;
    if (random.next() < 0.25) for (let count = random.between(1, 5); 0 < count; count -= 1) await page.press("Backspace");
    else await page.type(random.of(WORDS) + random.of(WORDS));
  }

  async typeInCell(grid) {
    const { page, random } = this;
    await this.turnTo("Editor");
    await this.begin("commit");
    const cells = `table[aria-label='${grid}'] tbody [role=gridcell]:not([aria-readonly=true])`;
    if (!await page.click(cells, random.next())) return;
    await page.type(random.of(["9000", "Am Telefon", "INCALL", "OOS", "x", "Ü 1"]));
    await page.press("Enter");
    await page.press("Escape");
  }

  /** A few steps back or forth, by keys or by the button. */
  async step(name, key) {
    const { page, random } = this;
    await this.begin(name.toLowerCase());
    const isByKey = random.next() < 0.5;
    for (let count = random.between(1, 5); 0 < count; count -= 1) {
      if (isByKey) await page.pressWithControl(key);
      else await page.run(async (name) => {
        document.querySelector(`button[aria-label=${name}]`).click();
        await new Promise((done) => setTimeout(done));
      }, name);
    }
  }

  async add() {
    await this.begin("commit");
    await this.openPicker();
    await this.press(this.random.next() < 0.7 ? "Copy profile" : "Add profile");
    await this.name();
  }

  async rename() {
    await this.begin("commit");
    await this.openPicker();
    await this.press("Rename profile");
    await this.name();
  }

  /** Writes the name that the picker asks for, or leaves the one it has. */
  async name() {
    const { page, random } = this;
    if (!await page.until(1000, () => document.activeElement?.matches(".picker input[aria-label='Name of the profile']"))) return;
    Hands.#names += 1;
    if (random.next() < 0.8) {
      await page.pressWithControl("a");
      await page.type(`P${Hands.#names}`);
    }
    await page.press("Enter");
    await this.closePicker();
  }

  async delete() {
    await this.begin("commit");
    await this.openPicker();
    await this.press("Delete profile");
    await this.closePicker();
  }

  /** Looks at another profile; whether that is there. */
  async switchTo(name) {
    const { page } = this;
    await this.begin("look");
    await this.openPicker();
    await page.send("Input.insertText", { text: name });
    await page.press("Enter");
    const isThere = await page.until(1000, (name) => kills.seen()?.view?.name === name, name);
    await this.closePicker();
    return isThere === true;
  }

  /** Adds an Extension that names a profile. */
  async assign(name) {
    const { page, random } = this;
    await this.turnTo("Assignment");
    await this.begin("commit");
    await page.click("table[aria-label=Extensions] th[aria-label=Add]");
    await page.type(String(random.between(4000, 4999)));
    await page.press("Tab");
    await page.type(name);
    await page.press("Enter");
    await page.press("Escape");
    await this.turnTo("Editor");
  }

  /** Sets a problem aside: a choice. */
  async setAside() {
    await this.turnTo("Editor");
    await this.begin("commit");
    const isOpen = await this.page.run((share) => {
      const buttons = [...document.querySelectorAll("section[aria-label=Problems] [aria-haspopup=menu]")];
      buttons[Math.floor(share * buttons.length)]?.click();
      return 0 < buttons.length;
    }, this.random.next());
    if (!isOpen) return;
    await this.page.until(500, () => {
      const item = [...document.querySelectorAll("[role=menuitem]")].find((item) => item.textContent.startsWith("Set aside here"));
      item?.click();
      return item !== undefined;
    });
    await this.page.press("Escape");
  }

  /** Brings a page, or a pane, to the front. */
  async turnTo(tab) {
    await this.begin("look");
    await this.page.run(async (tab) => {
      const found = [...document.querySelectorAll("[role=tab]")].find((each) => each.textContent.trim().startsWith(tab));
      if (found?.getAttribute("aria-selected") === "false") found.click();
      await new Promise((done) => setTimeout(done));
    }, tab);
  }

  async openPicker() {
    await this.page.run(() => document.querySelector(".picker") ?? document.querySelector("button[aria-label^='Profile ']").click());
    await this.page.until(1000, () => document.activeElement?.getAttribute("aria-label") === "Find a profile");
  }

  closePicker() {
    return this.page.run(async () => {
      if (document.querySelector(".picker")) document.querySelector("button[aria-label^='Profile ']").click();
      await new Promise((done) => setTimeout(done));
    });
  }

  /** Presses the button whose name begins so. */
  press(name) {
    return this.page.run((name) => document.querySelector(`.picker button[aria-label^='${name}']`)?.click(), name);
  }
}
