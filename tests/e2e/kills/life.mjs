// One life of the browser: it starts, what is there is held against the book, all steps are taken back and done again, hands work,
// and at a random moment it is killed.

import { Whole, missed, profileKey } from "./book.mjs";
import { Chromium, Killed } from "./chromium.mjs";
import { Hands } from "./hands.mjs";
import { watch } from "./watching.mjs";

/** The history holds so many steps. */
const MOST_STEPS = 1000;

/** Something that had been kept is not there. */
export class Loss extends Error {
  constructor(words, details) {
    super(words);
    this.details = details;
  }
}

export class Life {
  /** Who is worked in, and who reads. */
  #owner;
  #reader;
  #pages = [];
  #listens = false;
  #kills = false;
  #read = [];
  /** Whether what was there at the start was held against the book. */
  isHeld = false;
  counts = { acts: 0, undone: 0, taken: 0, words: 0, loaded: 0 };

  constructor({ folder, address, isSecure, tabs, random, book }) {
    Object.assign(this, { folder, address, isSecure, tabs, random, book });
    this.browser = new Chromium(folder);
  }

  /** Lives until it is killed; the last one in a folder only looks what is there. */
  async live(isLast) {
    const { random } = this;
    // What a kill interrupts: the start, the steps back and forth, or the work; and there any moment, or the one after the words.
    const ends = ["start", "steps", "work", "work", "work", "words", "words", "words"];
    const isFirst = this.book.records.length === 0;
    const end = isLast ? "look" : random.of(isFirst ? ends.slice(1) : ends);
    try {
      await this.start(end);
      if (end === "steps") this.killIn(random.between(0, 400));
      await this.backAndForth();
      if (isLast) return;
      if (1 < this.tabs) await this.openReader();
      if (end === "work") this.killIn(random.between(100, 2000));
      if (end === "words") setTimeout(() => (this.#kills = true), random.between(100, 1700));
      for (const last = Date.now() + 8000; Date.now() < last; ) await this.work();
      throw this.loss("for seconds nothing was said to be kept", this.book.whole);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    } finally {
      await this.browser.kill();
    }
    this.counts.loaded = this.#pages.filter((page) => 1 < page.documents).length;
    const faults = this.#pages.flatMap((page) => page.faults);
    if (0 < faults.length) throw this.loss(`the page reports ${faults[0]}`, this.book.whole);
    this.holdReader();
  }

  killIn(milliseconds) {
    setTimeout(() => this.browser.kill(), milliseconds);
  }

  /** Opens the page, and holds what is there against the book. */
  async start(end) {
    const { book } = this;
    const page = await this.open();
    this.#owner = page;
    if (end === "start") {
      await page.go(this.address);
      await new Promise((done) => setTimeout(done, this.random.between(0, 900)));
      throw new Killed("before the page was there");
    }
    await this.go(page);
    const whole = await readWhole(page, this.random);
    const seen = await page.run(() => kills.seen());
    if (book.records.length === 0) {
      book.resume(whole, undefined, seen);
      this.found = [{ whole, undo: null, redo: null }];
      this.isHeld = true;
      return;
    }
    this.found = book.candidates(whole.key);
    this.isHeld = true;
    if (this.found.length === 0) throw this.loss("what is there was never said to be kept, nor made since", whole);
  }

  loss(words, whole) {
    const { book } = this;
    const list = (whole) => whole && { profiles: [...whole.profiles.values()], assigned: whole.assigned };
    const at = book.records.findLastIndex((record) => record.whole.key === whole?.key);
    const notes = book.notes.slice(-30).map(({ view, ...rest }) => ({ ...rest, name: view?.name, length: view?.xml.length }));
    const details = { notes, there: list(whole), itsRecord: at, said: book.said, records: book.records.slice(Math.max(0, Math.min(book.said, book.records.length - 1) - 10)).map(({ whole, undo, redo }) => ({ ...list(whole), undo, redo })) };
    return new Loss(words, details);
  }

  async open() {
    const page = await this.browser.open(`(${watch})()`, (note) => this.hear(page, note));
    this.#pages.push(page);
    return page;
  }

  async go(page) {
    await page.go(this.address);
    if (!await page.until(20_000, () => window.kills?.seen() !== undefined)) throw new Error("the page does not come");
    const isSecure = await page.run(() => isSecureContext);
    if (isSecure !== this.isSecure) throw new Error(`isSecureContext is ${isSecure} on ${this.address}`);
  }

  hear(page, note) {
    if (note.begins) page.documents += 1;
    else if (page !== this.#owner) this.#read.push(note);
    else if (this.#listens) {
      this.book.note(note);
      if (note.isKept) this.counts.words += 1;
      if (note.isKept && this.#kills) this.browser.kill();
    }
  }

  /** Waits for the history, does all steps again, takes all back, and does all again. */
  async backAndForth() {
    const { book, found } = this;
    const titles = found.map(({ undo, redo }) => ({ undo, redo }));
    const isBack = await this.#owner.until(8000, (titles) => {
      const { undo, redo } = kills.seen();
      return titles.some((each) => each.undo === undo && each.redo === redo);
    }, titles);
    const seen = await this.#owner.run(() => kills.seen());
    if (!isBack) throw this.loss(`the steps are not back: ${JSON.stringify([seen.undo, seen.redo])} instead of ${JSON.stringify(titles)}`, found[0].whole);
    this.found = found.filter(({ undo, redo }) => undo === seen.undo && redo === seen.redo);
    book.resume(found[0].whole, this.found.at(-1).steps, seen);
    this.#listens = true;
    const hands = new Hands(this.#owner, this.random);
    book.fresh = [];
    await hands.walk("Redo");
    const last = book.whole.key;
    book.met = [last];
    const undone = await hands.walk("Undo");
    this.counts.undone = undone;
    if (undone < MOST_STEPS && book.whole.key !== book.first) throw this.loss("the steps back do not lead to the beginning", book.whole);
    const ways = this.found.map(({ steps }) => missed(steps, book.met));
    if (undone < MOST_STEPS && !ways.includes(undefined)) throw this.loss(`a step was not taken back: to ${ways[0]}`, book.made.get(ways[0]) ?? book.whole);
    const redone = await hands.walk("Redo");
    if (redone !== undone || book.whole.key !== last) throw this.loss(`${undone} steps back, ${redone} forth`, book.whole);
    if (0 < book.fresh.length) throw this.loss("a step leads to what never was", book.fresh[0]);
  }

  async openReader() {
    this.#reader = await this.open();
    await this.go(this.#reader);
    if (!await this.#reader.until(3000, () => kills.seen().isReader)) throw this.loss("a second tab may write", this.book.whole);
    await this.#owner.front();
  }

  async work() {
    if (this.#reader && this.random.next() < 0.15) await this.takeOver();
    await new Hands(this.#owner, this.random).act(this.book);
    this.counts.acts += 1;
    await new Promise((done) => setTimeout(done, this.random.of([0, 0, 0, 20, 60])));
  }

  /** The tab that reads takes the workspace, if it offers that. */
  async takeOver() {
    const [owner, reader] = [this.#owner, this.#reader];
    await new Hands(owner, this.random).begin("look");
    const isPressed = await reader.run(() => {
      const button = [...document.querySelectorAll("button")].find((each) => (each.ariaLabel ?? each.textContent).trim() === "Take over");
      button?.click();
      return button !== undefined;
    });
    if (!isPressed) return;
    await reader.front();
    // Nothing is done meanwhile, and so nothing is to be noted.
    this.#owner = this.#reader = undefined;
    if (!await reader.until(5000, () => kills.seen().isReader === false)) throw this.loss("the workspace was not taken over", this.book.whole);
    const seen = await reader.run(() => kills.seen());
    const own = seen.view && this.book.whole.profiles.get(seen.view.name);
    if (seen.view && (!own || profileKey(own) !== profileKey(seen.view))) throw this.loss("the tab that took over shows another text", this.book.whole);
    this.book.last = seen;
    [this.#owner, this.#reader] = [reader, owner];
    this.counts.taken += 1;
  }

  /** A tab that reads shows what there was, and nothing else. */
  holdReader() {
    for (const { view } of this.#read) {
      if (view && !this.book.profiles.has(profileKey(view))) throw this.loss(`the tab that reads shows what never was: ${JSON.stringify(view)}`, this.book.whole);
    }
  }
}

/** All profiles and all Extensions, looked at one after the other. */
async function readWhole(page, random) {
  const hands = new Hands(page, random);
  await hands.openPicker();
  const names = await page.run(() => [...document.querySelectorAll(".picker [role=option] .picker__name")].map((name) => name.textContent));
  await hands.closePicker();
  await hands.turnTo("Assignment");
  const { assigned } = await page.run(() => kills.seen());
  await hands.turnTo("Editor");
  const profiles = new Map();
  for (const name of names) {
    if (1 < names.length) await hands.switchTo(name);
    const { view } = await page.run(() => kills.seen());
    if (view?.name !== name) throw new Error(`profile ${name} cannot be looked at`);
    profiles.set(name, view);
  }
  return new Whole(profiles, assigned ?? []);
}
