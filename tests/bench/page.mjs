// Times our reading beside the browser's own XML reader with a mapping in JavaScript, on the same texts, in turns.

const NAMESPACE = "http://schemas.genesys.com/09/2014/mslyncteserver/agentStates";
const TEXTS = [
  "Working with a customer, please do not disturb",
  "Trabajando con un cliente, no molestar",
  "Работаю с клиентом, не беспокоить",
  "En ligne avec un client, ne pas déranger",
];
const LCIDS = [1033, 3082, 1049, 1036];

/** Signs that XML cannot hold, between the fields of a model written as text; see reading.rs. */
const [FIELD, ENTRY, MISSING] = ["\u001f", "\u001e", "\u0001"];

/** Texts on which two readers may easily differ. */
const TRICKY = [
  `<agentStates><agentState ID="A&amp;B&#x41;" availability='1'><activity LCID="1033">a<!-- b -->c<![CDATA[<d>]]>&lt;</activity></agentState></agentStates>`,
  `<agentStates xmlns="${NAMESPACE}"><agentState ID=" a\t\n b "><activity> \n x </activity><activity LCID="1"/></agentState><agentState/></agentStates>`,
  `<?xml version="1.0"?>\n<!-- ü😀 -->\n<agentStates><?pi?><agentState ID="ОЧЕРЕДЬ" availability="18001"/></agentStates>\n<!-- end -->`,
];
/** Both must refuse these. (Not among them: a blank in front of the declaration, which Chromium lets pass.) */
const FAULTY = [
  `<agentStates><agentState ID="A></agentStates>`,
  `<agentStates><agentState ID="A" ID="B"/></agentStates>`,
  `<agentStates><agentState ID="A">R&D</agentState></agentStates>`,
  `<agentStates><agentState ID="A"></agentStates></agentState>`,
];

/** An agentStates file of about so many bytes, four languages each. */
export function file(bytes) {
  let text = `<?xml version="1.0"?>\n<agentStates xmlns="${NAMESPACE}">\n`;
  let [length, last] = [text.length, 0];
  for (let entry = 0; length + last / 2 < bytes; entry += 1) {
    let state = `  <agentState ID="STATE_${entry}" availability="${[3500, 6500, 15500, 18000][entry % 4]}">\n`;
    LCIDS.forEach((lcid, at) => (state += `    <activity LCID="${lcid}">${TEXTS[(entry + at) % 4]}</activity>\n`));
    state += "  </agentState>\n";
    last = new Blob([state]).size;
    length += last;
    text += state;
  }
  return `${text}</agentStates>\n`;
}

/** What a careful person writes without a library: the quickest loops over the DOM, and the same look-up by ID as ours. */
function mapByDom(text) {
  const document = new DOMParser().parseFromString(text, "application/xml");
  const root = document.documentElement;
  if (root.localName === "parsererror" || root.firstElementChild?.localName === "parsererror") return undefined;
  const entries = [];
  const byId = new Map();
  for (let state = root.firstElementChild; state; state = state.nextElementSibling) {
    if (state.localName !== "agentState") continue;
    const activities = [];
    for (let child = state.firstElementChild; child; child = child.nextElementSibling) {
      if (child.localName === "activity") activities.push({ lcid: child.getAttribute("LCID"), text: child.textContent });
    }
    const id = state.getAttribute("ID");
    if (id !== null && !byId.has(id)) byId.set(id, entries.length);
    entries.push({ id, availability: state.getAttribute("availability"), activities });
  }
  return { entries, byId };
}

/** The functions of a built module, each taking a JavaScript string, which is encoded anew every time. */
export async function load(file) {
  const { instance: { exports } } = await WebAssembly.instantiateStreaming(fetch(file));
  const encoder = new TextEncoder();
  const call = (read) => (text) => {
    // No string takes more than three bytes for each of its units.
    const room = text.length * 3;
    const address = exports.reserve(room);
    const { written } = encoder.encodeInto(text, new Uint8Array(exports.memory.buffer, address, room));
    const found = read(address, written);
    exports.release(address, room);
    return found;
  };
  const model = (text) => {
    const address = call(exports.model)(text);
    const length = new DataView(exports.memory.buffer).getUint32(address, true);
    return new TextDecoder().decode(new Uint8Array(exports.memory.buffer, address + 4, length));
  };
  return { verdict: call(exports.verdict), map: call(exports.map), derive: call(exports.derive), model };
}

function modelByDom(text) {
  const field = (value) => (value ?? MISSING) + FIELD;
  const entries = mapByDom(text)?.entries ?? [];
  const written = ({ id, availability, activities }) =>
    field(id) + field(availability) + activities.map(({ lcid, text }) => field(lcid) + field(text)).join("");
  return entries.map((entry) => written(entry) + ENTRY).join("");
}

/** Holds that both sides say the same of every text, before anything is timed. */
export function agree(modules, texts) {
  for (const text of [...texts, ...TRICKY]) {
    const theirs = modelByDom(text);
    if (theirs === "") throw new Error(`the browser reads nothing in ${text.slice(0, 200)}`);
    for (const { model } of modules) {
      if (model(text) !== theirs) throw new Error(`the models differ on ${text.slice(0, 200)}`);
    }
  }
  for (const text of FAULTY) {
    if (mapByDom(text) || modules.some(({ map }) => map(text) !== 0)) throw new Error(`not refused by both: ${text}`);
  }
}

/**
 * Times every way of reading a text, in turns: in each round each way is repeated for a few milliseconds, in an order
 * that changes. Microseconds for one reading, by way, round for round.
 */
export async function time(modules, text, rounds) {
  const ways = [["dom", mapByDom]];
  for (const [at, { verdict, map, derive }] of modules.entries()) {
    ways.push([`verdict ${at}`, verdict], [`map ${at}`, map], [`derive ${at}`, derive]);
  }
  const repeats = new Map(ways.map(([name, read]) => [name, repeatsFor(read, text)]));
  const times = Object.fromEntries(ways.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (let step = 0; step < ways.length; step += 1) {
      const [name, read] = ways[(step + round) % ways.length];
      const count = repeats.get(name);
      const begin = performance.now();
      for (let repeat = 0; repeat < count; repeat += 1) read(text);
      times[name].push(((performance.now() - begin) / count) * 1000);
    }
    // The browser may tidy up between rounds, as it does between keystrokes.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return times;
}

/** Warms a way up, and finds how often it must run for the clock to see it: some 10 ms. */
function repeatsFor(read, text) {
  const begin = performance.now();
  let count = 0;
  while (performance.now() - begin < 60) {
    read(text);
    count += 1;
  }
  return Math.max(1, Math.round(count / 6));
}

Object.assign(window, { file, load, agree, time, isReady: true });
