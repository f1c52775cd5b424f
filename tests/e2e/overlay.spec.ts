// The painted lines under a text area: the same characters at the same places, whatever the text holds.

import type { Locator, Page } from "@playwright/test";
import { EXAMPLE_STATES, EXAMPLE_XML, expect, file, test } from "./screen";

const HEBREW = "בשיחה עם לקוח, נא לא להפריע";
const ARABIC = "أعمل مع عميل، يرجى عدم الإزعاج";
/** One line each: a tab at every offset within a stop, two scripts from right to left, wide and joined characters. */
const LINES: Record<string, string> = {
  tabs: "\ta\tbb\tccc\tdddd\t\t<activity\tLCID=\"1033\">\tText\t</activity>",
  Hebrew: `    <activity LCID="1037">${HEBREW}</activity> abc`,
  Arabic: `    <activity LCID="1025">${ARABIC}</activity>`,
  "a no-break space": "    <activity LCID=\"1036\">Je suis là\u00a0! Et\u202fvous\u00a0?</activity>",
  emoji: "    <activity LCID=\"1033\">On a call ☎️ 😀 👩‍👩‍👧 back soon</activity>",
  "Chinese and Japanese": "    <activity LCID=\"1041\">顧客対応中です。邪魔しないでください</activity>",
  "letters with marks": "    <activity LCID=\"1066\">Đang làm việc e\u0301 a\u0308 fi ffl</activity>",
  references: "    <activity LCID=\"1033\">R&amp;D &lt;3 &#x1F600; & &nope;</activity>",
};

interface Glyph {
  line: number;
  character: string;
  painted: [number, number];
  written: [number, number];
}

/** Where each character of the painted lines stands, painted and in the area itself, in CSS pixels. */
async function glyphs(page: Page, area: Locator): Promise<Glyph[]> {
  const session = await page.context().newCDPSession(page);
  const handle = await area.elementHandle();
  await handle!.evaluate((element) => element.setAttribute("data-measured", ""));
  const { root } = await session.send("DOM.getDocument", { depth: 0 });
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector: "[data-measured]" });
  const { node } = await session.send("DOM.describeNode", { nodeId, depth: 2, pierce: true });
  // The browser keeps a text area's characters in a tree of its own.
  const own = node.shadowRoots![0].children!.find((child) => child.nodeName === "DIV")!;
  const { object } = await session.send("DOM.resolveNode", { backendNodeId: own.backendNodeId });
  const { result } = await session.send("Runtime.callFunctionOn", {
    objectId: object.objectId!,
    returnByValue: true,
    functionDeclaration: `function () {
      const box = (text, start, end) => {
        const range = document.createRange();
        range.setStart(text, start);
        range.setEnd(text, end);
        const bounds = range.getBoundingClientRect();
        return [bounds.left, bounds.top + bounds.height / 2];
      };
      const clusters = new Intl.Segmenter("en", { granularity: "grapheme" });
      // Characters of a line, each with the text node and the offset it stands at.
      const places = (texts) => {
        const whole = texts.map((text) => text.data).join("");
        return [...clusters.segment(whole)].map(({ index, segment }) => {
          let start = index;
          let at = 0;
          while (texts[at].data.length <= start) start -= texts[at++].data.length;
          return { segment, box: box(texts[at], start, Math.min(start + segment.length, texts[at].data.length)) };
        });
      };
      const written = [[]];
      const take = (node) => {
        if (node.nodeName === "BR") written.push([]);
        else if (node.nodeType !== 3) node.childNodes.forEach(take);
        else if (!node.data.includes("\\n")) written[written.length - 1].push(node);
        else throw new Error("a text node with a line feed");
      };
      take(this);
      const painted = document.querySelector("[data-measured]").parentElement.querySelectorAll(".source__line");
      const result = [];
      for (const line of painted) {
        const number = Number(line.dataset.number);
        const texts = [];
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) texts.push(walker.currentNode);
        const left = places(texts);
        const right = places(written[number - 1]);
        if (left.map((place) => place.segment).join("") !== right.map((place) => place.segment).join("")) {
          throw new Error("line " + number + " is painted with other characters");
        }
        left.forEach((place, index) => {
          result.push({ line: number, character: place.segment, painted: place.box, written: right[index].box });
        });
      }
      return result;
    }`,
  });
  await session.detach();
  await handle!.evaluate((element) => element.removeAttribute("data-measured"));
  expect(result.value, result.description).toBeInstanceOf(Array);
  return result.value as Glyph[];
}

/** The worst characters whose painted place is not their written one: half a pixel aside or a pixel above or below. */
function astray(all: Glyph[]): string[] {
  const aside = ({ painted, written }: Glyph) => Math.abs(painted[0] - written[0]);
  const above = ({ painted, written }: Glyph) => Math.abs(painted[1] - written[1]);
  const wrong = all.filter((glyph) => 0.5 < aside(glyph) || 1 < above(glyph));
  wrong.sort((one, other) => aside(other) + above(other) - aside(one) - above(one));
  return wrong.slice(0, 3).map((glyph) => `\`${glyph.character}\` of line ${glyph.line}: ${aside(glyph)} px aside, ${above(glyph)} px above or below`);
}

/** Scrolls the area, and lets a frame pass so that the paint has followed. */
async function scroll(area: Locator, left: number, top: number) {
  await area.evaluate(async (element, [left, top]) => {
    element.scrollTo(left, top);
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }, [left, top] as const);
}

test("every character of the example is painted where it stands", async ({ editor, page }) => {
  const all = await glyphs(page, editor.xml);
  expect(all.length).toBeGreaterThan(1200);
  expect(astray(all)).toEqual([]);
});

test("every script, blank and picture is painted where it stands, in both panes", async ({ editor, page }) => {
  const lines = Object.values(LINES);
  await editor.fillXml(EXAMPLE_XML.replace("</agentStates>", `${lines.map((line) => `${line}\n${line.trim()}`).join("\n")}\n</agentStates>`));
  const inXml = await glyphs(page, editor.xml);
  const written = inXml.map((glyph) => glyph.character).join("");
  for (const [name, line] of Object.entries(LINES)) expect(written, name).toContain(line);
  expect(astray(inXml)).toEqual([]);
  await editor.fillOptions(`[TServer]\n${lines.map((line, row) => `option${row}=${line}\n${row + 1}=${line.trim()}`).join("\n")}`);
  const inOptions = await glyphs(page, editor.options);
  for (const [name, line] of Object.entries(LINES)) expect(inOptions.map((glyph) => glyph.character).join(""), name).toContain(line);
  expect(astray(inOptions)).toEqual([]);
});

test("a line of 5,000 characters: painted where it stands, at its beginning, middle and end", async ({ editor, page }) => {
  const text = `ab\t${HEBREW} 😀\u00a0`.repeat(200).slice(0, 4930);
  await editor.fillXml(EXAMPLE_XML.replace("Logged out", text));
  const width = await editor.xml.evaluate((element) => element.scrollWidth);
  expect(width).toBeGreaterThan(20_000);
  for (const left of [0, width / 2, width]) {
    await scroll(editor.xml, left, 0);
    const all = await glyphs(page, editor.xml);
    expect(all.filter((glyph) => glyph.line === 4).length).toBeGreaterThan(4_000);
    expect(astray(all), `scrolled to ${left}`).toEqual([]);
  }
});

test("a long line in the wrapped pane breaks where the area breaks it", async ({ editor, page }) => {
  const value = Array.from({ length: 15 }, (_, row) => `${row + 1}=STATE_${"X".repeat(300)}_${row}`).join(", ");
  await editor.fillOptions(`[TServer]\naggregated-states=${value}\nother=${HEBREW.repeat(20)}`);
  const all = await glyphs(page, editor.options);
  expect(new Set(all.map((glyph) => Math.round(glyph.written[1]))).size).toBeGreaterThan(20);
  expect(astray(all)).toEqual([]);
});

test("the option as the guide's page gives it is coloured and marked to its end, in its places", async ({ editor, page }) => {
  await editor.fillOptions(`**aggregated-states** = ${EXAMPLE_STATES.replaceAll("_", "\\_")}.`);
  const painted = page.locator(".panel__page:not([hidden]) .source__painted");
  await expect(painted.locator(".source__value").filter({ hasText: /^OOS$/ })).toHaveCount(5);
  await expect(painted.locator(".source__mark--error").last()).toHaveText(".");
  expect(astray(await glyphs(page, editor.options))).toEqual([]);
});

test("in the middle of a long file, after typing and after a jump", async ({ editor, page }) => {
  const more = Array.from({ length: 700 }, (_, index) => `  <agentState ID="S${index}" availability="3500">\n    <activity LCID="1037">${HEBREW}</activity>\n  </agentState>\n`);
  await editor.chooseByKey(file("long.xml", `${EXAMPLE_XML.replace(/<\/agentStates>\s*$/, "")}${more.join("")}</agentStates>\n`));
  await expect(editor.xml).toHaveValue(/S699/);
  await scroll(editor.xml, 37, 17 * 1000 + 5);
  const before = await glyphs(page, editor.xml);
  expect(before.some((glyph) => glyph.line === 1_010)).toBe(true);
  expect(astray(before)).toEqual([]);
  await editor.xml.press("Control+End");
  await page.keyboard.type("\n\tה&");
  await expect.poll(async () => astray(await glyphs(page, editor.xml))).toEqual([]);
  const after = await glyphs(page, editor.xml);
  expect(after.map((glyph) => glyph.character).join("")).toMatch(/\tה&$/);
});

for (const digits of [2, 3, 4, 5]) {
  test(`numbers of ${digits} digits stand whole beside the signs of problems`, async ({ editor, page }) => {
    const lines = [0, 0, 12, 112, 1_012, 12_012][digits];
    const bad = '  <agentState ID="A" availability="x"/>\n';
    const xml = `<agentStates>\n${bad}${'  <agentState ID="A" availability="3500"/>\n'.repeat(2)}${"\n".repeat(lines - 6)}${bad}</agentStates>\n`;
    await editor.chooseByKey(file("long.xml", xml));
    await expect(editor.xml).toHaveValue(xml);
    await editor.xml.press("Control+End");
    const sign = page.locator('.source__line[data-severity="error"]').last();
    await expect(sign).toHaveAttribute("data-number", String(lines - 1));
    const measured = await sign.evaluate((line) => {
      const number = getComputedStyle(line, "::before");
      const context = document.createElement("canvas").getContext("2d")!;
      context.font = `${number.fontWeight} ${number.fontSize} ${number.fontFamily}`;
      const width = context.measureText((line as HTMLElement).dataset.number!).width;
      const mark = getComputedStyle(line.querySelector(".source__code")!, "::before");
      const end = parseFloat(number.width) - parseFloat(number.paddingInlineEnd);
      return { start: end - width, sign: parseFloat(mark.left) + parseFloat(mark.width) };
    });
    expect(measured.start).toBeGreaterThanOrEqual(measured.sign);
    expect(astray(await glyphs(page, editor.xml))).toEqual([]);
  });
}

test("5 MB are painted with fewer than 2,000 nodes", async ({ editor, page }) => {
  // One entry, so that the translations have one row and what is measured is the paint.
  const activities: string[] = [];
  for (let size = 0; size < 5_000_000; size += activities[activities.length - 1].length) {
    activities.push(`    <activity LCID="1033" note="&amp;">Text ${activities.length} of a state</activity>\n`);
  }
  await editor.chooseByKey(file("long.xml", `<?xml version="1.0"?>\n<agentStates>\n<agentState ID="OOS" availability="18000">\n${activities.join("")}</agentState>\n</agentStates>\n`));
  await expect(editor.status).toContainText("long.xml", { timeout: 45_000 });
  const painted = page.locator(".source__painted").first();
  for (const top of [17 * 30_000, 2 ** 30]) {
    await scroll(editor.xml, 0, top);
    const nodes = await painted.evaluate((element) => {
      let count = 0;
      for (const walker = document.createTreeWalker(element); walker.nextNode(); ) count += 1;
      return count;
    });
    expect(nodes).toBeGreaterThan(50);
    expect(nodes).toBeLessThan(2_000);
    expect(await painted.innerText()).toMatch(/activity LCID|<\/agentStates>/);
  }
});

const TAGS = "<a b='&amp;'/>";
const DENSE = {
  "60 lines of 1,400 characters full of markup": Array(60).fill(TAGS.repeat(100)).join("\n"),
  "a line of 19,600 characters full of markup": TAGS.repeat(1_400),
  "5,000 faults in a line": "<".repeat(5_000),
  "3,000 lines of faults": "<&\n".repeat(3_000),
};

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

for (const [name, text] of Object.entries(DENSE)) {
  test(`${name}: painted with fewer than 2,000 nodes, and in their places`, async ({ editor, page }) => {
    await editor.paste(editor.xml, text);
    await expect(editor.xml).toHaveValue(text);
    const painted = page.locator(".source__painted").first();
    await expect.poll(() => painted.innerText()).toContain(text.slice(0, 2));
    expect.soft(await painted.evaluate((element) => element.querySelectorAll("*").length)).toBeLessThan(2_000);
    expect.soft(astray((await glyphs(page, editor.xml)).filter((glyph) => glyph.line < 4))).toEqual([]);
  });
}
