// What is noted of a page while it is worked in: whatever can be seen of the workspace, at each change of it, and whether the page
// says at that moment that all of it is kept.

/** Runs in the page before its own scripts do. */
export function watch() {
  if (window !== top || !location.protocol.startsWith("http")) return;
  window.tell(JSON.stringify({ begins: true }));
  const channel = new MessageChannel();
  let isDue = false;
  let last = "";
  const by = (selector) => document.querySelector(selector);

  /** What can be seen; nothing before the page is there. */
  function seen() {
    const [xml, options] = ["agentStates XML", "Options text"].map((name) => by(`textarea[aria-label='${name}']`)?.value);
    const [undo, redo] = ["Undo", "Redo"].map((name) => by(`button[aria-label=${name}]`));
    const profile = by("button[aria-label^='Profile ']")?.getAttribute("aria-label").slice("Profile ".length);
    if (!undo || profile === undefined) return undefined;
    const words = [...document.querySelectorAll("[role=status]")].map((status) => status.textContent.trim());
    const isKept = words.some((words) => words.startsWith("Kept in this browser"));
    const isReader = words.some((words) => words.startsWith("Read only"));
    const step = (button) => /^\w+: (.*) \(Ctrl\+.\)$/s.exec(button.title)?.[1] ?? null;
    const view = xml === undefined ? undefined : { name: profile, options, xml, aside: aside() };
    return { view, assigned: assigned(), undo: step(undo), redo: step(redo), isKept, isReader };
  }

  /** How many problems are set aside. */
  function aside() {
    const switches = [...document.querySelectorAll("section[aria-label=Problems] [role=group] button")];
    return Number(/(\d+) set aside/.exec(switches.map((each) => each.textContent).join(" "))?.[1] ?? 0);
  }

  /** The Extensions and the profiles they name. */
  function assigned() {
    const rows = [...document.querySelectorAll("table[aria-label=Extensions] tbody tr")];
    const read = (row) => [...row.querySelectorAll("th[title], td.extensions__name")].map((cell) => cell.title);
    return by("table[aria-label=Extensions]") ? rows.map(read).filter((row) => row.length === 2) : undefined;
  }

  function note() {
    const now = seen();
    if (!now) return;
    const words = JSON.stringify({ ...now, act: kills.act, way: kills.way });
    if (words === last) return;
    last = words;
    window.tell(words);
  }

  window.kills = {
    act: 0,
    way: "look",
    /** What comes now is part of an act. */
    begin(act, way) {
      note();
      Object.assign(kills, { act, way });
    },
    seen,
    /** Presses a button as often as it has something to do. */
    async walk(name, way, act) {
      kills.begin(act, way);
      for (let steps = 0; ; steps += 1) {
        const button = by(`button[aria-label=${name}]`);
        if (button.getAttribute("aria-disabled") === "true") return steps;
        button.click();
        await new Promise((done) => setTimeout(done));
        note();
      }
    },
  };

  // A task of its own: by then all of the page that shows a change has changed.
  channel.port1.onmessage = () => {
    isDue = false;
    note();
  };
  const later = () => {
    if (!isDue) channel.port2.postMessage(0);
    isDue = true;
  };
  const attributeFilter = ["title", "aria-label", "aria-disabled"];
  new MutationObserver(later).observe(document, { subtree: true, childList: true, characterData: true, attributeFilter });
  window.addEventListener("input", later, true);
  // The next key may come before that task; what was done before it is seen as well.
  for (const name of ["keydown", "beforeinput"]) window.addEventListener(name, note, true);
}
