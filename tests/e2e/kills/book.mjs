// The book of a workspace: every state it was in, in the order in which they came, which of them the page has said to be kept, and
// the steps that led there.

import { createHash } from "node:crypto";

const digest = (text) => createHash("sha1").update(text).digest("base64");

/** A whole workspace: profiles by name, each as it was seen last, and the Extensions. It is never changed. */
export class Whole {
  constructor(profiles, assigned) {
    Object.assign(this, { profiles, assigned });
    const sorted = [...profiles.values()].map(profileKey).sort();
    this.key = digest(JSON.stringify([sorted, assigned]));
  }

  with(view) {
    return new Whole(new Map(this.profiles).set(view.name, view), this.assigned);
  }
}

export const profileKey = ({ name, options, xml, aside }) => digest(JSON.stringify([name, options, xml, aside]));

/** What a step does to the list of the profiles, by its label. */
function effect(label) {
  const [, copied, copy] = /^(\S+) copied as (\S+)$/.exec(label) ?? [];
  if (copy) return { comes: copy, of: copied };
  const [, added] = /^Profile (\S+) added$/.exec(label) ?? [];
  if (added) return { comes: added };
  const [, from, to] = /^Profile (\S+) renamed to (\S+)$/.exec(label) ?? [];
  if (to) return { from, to };
  const [, gone] = /^Profile ([^\s,;]+) deleted/.exec(label) ?? [];
  return gone ? { goes: gone } : {};
}

function back({ comes, goes, from, to }) {
  return { comes: goes, goes: comes, from: to, to: from };
}

export class Book {
  /** All states, in their order. */
  records = [];
  /** Every state by its key, and every profile, that there ever was. */
  made = new Map();
  profiles = new Set();
  /** The states that were met since somebody emptied these, and those of them that had not been there before. */
  met = [];
  fresh = [];
  /** Profiles that went, the last at the end, by the title of the step. */
  gone = new Map();
  said = -1;
  /** What was seen, as it was told. */
  notes = [];

  /** Begins, or goes on, with a workspace as it was read from the page. */
  resume(whole, steps, note) {
    this.whole = whole;
    this.steps = steps;
    this.last = note;
    this.act = undefined;
    this.records = [];
    this.notes = [note];
    this.said = -1;
    this.add(note);
    this.first ??= whole.key;
  }

  add({ undo, redo, isKept }) {
    this.made.set(this.whole.key, this.whole);
    for (const profile of this.whole.profiles.values()) this.profiles.add(profileKey(profile));
    this.records.push({ whole: this.whole, steps: this.steps, undo, redo });
    if (isKept) this.said = this.records.length - 1;
  }

  /** What was seen in the tab that is worked in. */
  note(note) {
    const before = this.whole;
    this.notes.push(note);
    // Where nothing is done, the steps of before are coming back.
    const isStep = note.way !== "look" && (note.undo !== this.last.undo || note.redo !== this.last.redo);
    if (isStep) this.list(note);
    if (note.view) this.whole = this.whole.with(note.view);
    if (note.assigned) this.whole = new Whole(this.whole.profiles, note.assigned);
    if (this.whole.key !== before.key) {
      this.count(note, before.key);
      this.met.push(this.whole.key);
      if (!this.made.has(this.whole.key)) this.fresh.push(this.whole);
    }
    if (isStep || this.whole.key !== before.key) this.add(note);
    else if (note.isKept) this.said = this.records.length - 1;
    this.last = note;
  }

  /** The list of the profiles, after a step. */
  list(note) {
    const label = { commit: note.undo, undo: this.last.undo, redo: this.last.redo }[note.way] ?? "";
    const { comes, of, goes, from, to } = note.way === "undo" ? back(effect(label)) : effect(label);
    const profiles = new Map(this.whole.profiles);
    let { assigned } = this.whole;
    if (!this.gone.has(label)) this.gone.set(label, []);
    const gone = this.gone.get(label);
    if (goes) {
      gone.push(profiles.get(goes));
      profiles.delete(goes);
    }
    // A profile that comes is the one that is looked at then, or is what it was when it went: others may have had its name since.
    if (comes) {
      const last = note.way === "commit" ? undefined : gone.pop();
      const before = note.way === "undo" ? this.once(comes) : undefined;
      profiles.set(comes, { ...(profiles.get(of) ?? before ?? last), name: comes });
    }
    if (to && profiles.has(from)) {
      profiles.set(to, { ...profiles.get(from), name: to });
      profiles.delete(from);
      assigned = assigned.map(([number, name]) => [number, name === from ? to : name]);
    }
    this.whole = new Whole(profiles, assigned);
  }

  /** A profile as it was before the step that is taken back. */
  once(name) {
    let { steps } = this;
    while (steps?.before === this.whole.key) steps = steps.below;
    return this.made.get(steps?.before)?.profiles.get(name);
  }

  /** The steps that can be taken back: at least one for each act, with the state before it. */
  count(note, before) {
    if (note.way === "undo") {
      // An act that took back itself what it did has left no step.
      while (this.steps?.before === before) this.steps = this.steps.below;
      if (this.steps?.before === this.whole.key) this.steps = this.steps.below;
    } else if (note.way === "redo" || note.act !== this.act) {
      this.steps = { before, below: this.steps };
      this.act = note.act;
    }
    if (note.way !== "commit") this.act = undefined;
  }

  /** The records that a workspace may be after a kill: the last one said to be kept, or one that came after it. */
  candidates(key) {
    return this.records.slice(Math.max(0, this.said)).filter((record) => record.whole.key === key);
  }
}

/** The state before a step that was not met on the way back; `undefined` where all were, in their order. */
export function missed(steps, met) {
  for (const key of met) while (steps?.before === key) steps = steps.below;
  return steps?.before;
}
