// Journeys through many profiles: the picker, what each keeps for itself, and one history for all.

import { EXAMPLE_OPTIONS, EXAMPLE_XML, expect, file, test, type Screen } from "./screen";

/** The button that says which profile is open. */
const open = (editor: Screen) => editor.page.getByRole("button", { name: /^Profile / });
const picker = (editor: Screen) => editor.dialog("Profiles");
const lines = (editor: Screen) => picker(editor).getByRole("option");
const names = async (editor: Screen) => (await lines(editor).locator(".picker__name").allInnerTexts()).map((name) => name.trim());

/** Adds a profile by the picker's button and gives it a name. */
async function add(editor: Screen, way: RegExp, name: string) {
  await open(editor).click();
  await picker(editor).getByRole("button", { name: way }).click();
  await expect(picker(editor).getByRole("textbox", { name: "Name of the profile" })).toBeFocused();
  await editor.page.keyboard.type(name);
  await editor.press("Enter");
  await expect(picker(editor)).toBeHidden();
  await expect(open(editor)).toHaveAccessibleName(`Profile ${name}`);
}

async function goTo(editor: Screen, name: string) {
  await open(editor).click();
  await editor.page.keyboard.type(name);
  await editor.press("Enter");
  await expect(open(editor)).toHaveAccessibleName(`Profile ${name}`);
}

test("the page opens with one profile, Presence, in push mode, and says where one is", async ({ editor }) => {
  await expect(editor.page.getByRole("heading", { level: 1 })).toHaveText("Presence Profile Editor");
  await expect(open(editor)).toHaveAccessibleName("Profile Presence");
  await expect(editor.page.getByRole("radiogroup", { name: "Presence mode" }).getByRole("radio", { name: "Push" })).toBeChecked();
  await expect(editor.page.getByRole("tab", { name: "Editor" })).toHaveAttribute("aria-selected", "true");
  await open(editor).click();
  await expect.poll(() => names(editor)).toEqual(["Presence"]);
  await editor.press("Escape");
  await editor.expectFocus("button: Profile Presence");
  await editor.page.setViewportSize({ width: 1024, height: 768 });
  const name = editor.page.getByText("Presence Profile Editor");
  await expect(name).toBeVisible();
  expect((await name.boundingBox())!.width, "for the eye too").toBeGreaterThan(60);
});

test("a copy has a life of its own, and one history leads through both", async ({ editor }) => {
  await add(editor, /^Copy profile/, "Presence_EMEA");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await editor.texts.type("INCALL", "Availability", "6500");
  const changed = EXAMPLE_XML.replace('"7001"', '"6500"');
  await expect(editor.xml).toHaveValue(changed);
  await goTo(editor, "Presence");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await editor.texts.type("OOS", "Availability", "15500");
  await editor.undo.click();
  await expect(editor.status).toHaveText(/^Undone in Presence: Availability of OOS set/);
  await editor.undo.click();
  await expect(editor.status).toHaveText(/^Undone in Presence_EMEA: Availability of INCALL set/);
  await expect(open(editor)).toHaveAccessibleName("Profile Presence_EMEA");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await editor.press("Control+y", "Control+y");
  await expect(editor.status).toHaveText(/^Redone in Presence: Availability of OOS set/);
  await expect(open(editor)).toHaveAccessibleName("Profile Presence");
  await goTo(editor, "Presence_EMEA");
  await expect(editor.xml).toHaveValue(changed);
});

test("each profile keeps its pane, its selection, its viewer and its scroll", async ({ editor }) => {
  await add(editor, /^Copy profile/, "Presence_EMEA");
  await editor.page.getByRole("combobox", { name: "Viewer language" }).selectOption({ label: "Spanish (Spain)" });
  await (await editor.states.cell(9, "Aggregated state ID")).click();
  await editor.fillXml(EXAMPLE_XML.replaceAll("\n", "\n\n\n"));
  await editor.xml.evaluate((area) => area.scrollTo(0, 700));
  await expect.poll(() => editor.xml.evaluate((area) => area.scrollTop)).toBe(700);
  await goTo(editor, "Presence");
  await editor.show("Options");
  await expect(editor.page.getByRole("combobox", { name: "Viewer language" })).toHaveValue("1033");
  await expect(editor.page.getByRole("combobox", { name: "Device state" })).toHaveValue("Idle");
  await goTo(editor, "Presence_EMEA");
  await expect(editor.region("XML source")).toBeVisible();
  await expect(editor.page.getByRole("combobox", { name: "Viewer language" })).toHaveValue("3082");
  await expect(editor.page.getByRole("combobox", { name: "Device state" })).toHaveValue("Busy");
  await expect.poll(() => editor.xml.evaluate((area) => area.scrollTop)).toBe(700);
  await goTo(editor, "Presence");
  await expect(editor.region("Options")).toBeVisible();
});

test("what is being written goes to the profile it was written in", async ({ editor }) => {
  await add(editor, /^Copy profile/, "Presence_EMEA");
  await editor.texts.type("INCALL", "Spanish", "En llamada", null);
  await open(editor).click();
  await editor.page.keyboard.type("Presence");
  await editor.press("Enter");
  await expect(open(editor)).toHaveAccessibleName("Profile Presence");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await goTo(editor, "Presence_EMEA");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("Estoy trabajando con los clientes, no molestar", "En llamada"));
});

test("a name is refused where it cannot be one, and says why", async ({ editor }) => {
  await add(editor, /Empty/, "Presence_Test");
  await expect(editor.options).toHaveValue("[TServer]\nservice-type=presence-profile\n");
  await expect(editor.xml).toHaveValue("");
  await open(editor).click();
  await editor.press("F2");
  const field = picker(editor).getByRole("textbox", { name: "Name of the profile" });
  await editor.page.keyboard.type("  ");
  await editor.press("Enter");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(editor.status).toHaveText("A profile needs a name: that of its VoIP Service DN");
  await editor.page.keyboard.type("Presence");
  await editor.press("Enter");
  await expect(editor.status).toHaveText(/^Presence is the name of another profile/);
  await editor.press("Escape");
  await expect(field).toBeHidden();
  // What was refused is not wanted any more.
  await expect(editor.status).toHaveText("");
  await editor.expectFocus("combobox: Find a profile");
  await expect.poll(() => names(editor)).toEqual(["Presence", "Presence_Test"]);
});

test("deleting asks nothing, and undo brings a profile back as it was", async ({ editor }) => {
  await add(editor, /^Copy profile/, "Presence_EMEA");
  await editor.texts.type("INCALL", "Availability", "6500");
  await open(editor).click();
  await picker(editor).getByRole("button", { name: "Delete profile" }).click();
  await expect.poll(() => names(editor)).toEqual(["Presence"]);
  await editor.press("Control+z");
  await expect.poll(() => names(editor)).toEqual(["Presence", "Presence_EMEA"]);
  await editor.press("Escape");
  await expect(open(editor)).toHaveAccessibleName("Profile Presence_EMEA");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace('"7001"', '"6500"'));
  await goTo(editor, "Presence");
  await open(editor).click();
  await picker(editor).getByRole("button", { name: "Delete profile" }).click();
  await picker(editor).getByRole("button", { name: "Delete profile" }).click();
  await expect(editor.status).toHaveText(/^The only profile cannot be deleted/);
  await expect.poll(() => names(editor)).toEqual(["Presence_EMEA"]);
});

test("among thirty profiles one is found by typing, and put elsewhere by keys", async ({ editor }) => {
  await open(editor).click();
  for (let count = 2; count <= 30; count += 1) {
    await picker(editor).getByRole("button", { name: "Add profile: The guide’s example" }).click();
    await editor.press("Escape");
  }
  await expect(lines(editor)).toHaveCount(30);
  await editor.page.keyboard.type("_17");
  await expect.poll(() => names(editor)).toEqual(["Presence_17"]);
  await editor.press("Enter");
  await expect(open(editor)).toHaveAccessibleName("Profile Presence_17");
  await editor.press("Enter");
  await expect(lines(editor).nth(0)).toHaveText(/Presence/);
  await editor.press("Alt+ArrowUp");
  await expect.poll(async () => (await names(editor)).indexOf("Presence_17")).toBe(15);
  await expect(editor.status).toHaveText("Profile Presence_17 moved before Presence_16");
  await editor.press("Control+z");
  await expect.poll(async () => (await names(editor)).indexOf("Presence_17")).toBe(16);
  await editor.page.keyboard.type("nobody");
  await expect(picker(editor).getByText("No profile of this name")).toBeVisible();
});

test("the problems of the others are counted in the picker", async ({ editor }) => {
  await add(editor, /^Copy profile/, "Presence_EMEA");
  await editor.states.type(4, "Aggregated state ID", "IDLE_AWC");
  await goTo(editor, "Presence");
  await open(editor).click();
  await expect(lines(editor).filter({ hasText: "Presence_EMEA" })).toContainText("1 error");
  await expect(lines(editor).filter({ hasText: "Presence_EMEA" })).toContainText("4 warnings");
});

test("a file goes to the profile in view, and the export says whose it is", async ({ editor }) => {
  await add(editor, /^Copy profile/, "Presence_EMEA");
  const text = EXAMPLE_XML.replace("Logged out", "Gone");
  await editor.importFile(file("emea.xml", text), { into: "Replace it" });
  await expect(editor.xml).toHaveValue(text);
  await editor.page.getByRole("button", { name: /^Export/ }).click();
  await expect(editor.dialog("Export")).toContainText("Presence_EMEA");
  await editor.press("Escape");
  await goTo(editor, "Presence");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
});

test("the mode is one value of the options, and its radios set that and nothing else", async ({ editor }) => {
  const push = editor.page.getByRole("radio", { name: "Push", exact: true });
  const pull = editor.page.getByRole("radio", { name: "Pull", exact: true });
  const written = EXAMPLE_OPTIONS.replace("map-presence-to-dnd=false", "map-presence-to-dnd=false ");
  await editor.fillOptions(written);
  await pull.check();
  await expect(pull).toBeChecked();
  await expect(editor.options).toHaveValue(written.replace("=false ", "=true "));
  await expect(editor.region("Ranges")).toBeVisible();
  await expect(editor.region("Translations")).toBeHidden();
  await editor.undo.click();
  await expect(push).toBeChecked();
  await expect(editor.options).toHaveValue(written);
  for (const value of ["", "yes", "false\nmap-presence-to-dnd=true"]) {
    await editor.fillOptions(EXAMPLE_OPTIONS.replace("map-presence-to-dnd=false", `map-presence-to-dnd=${value}`));
    await expect(push).not.toBeChecked();
    await expect(pull).not.toBeChecked();
    await expect(editor.region("Translations")).toBeVisible();
  }
  await pull.check();
  await expect(editor.options).toHaveValue(/map-presence-to-dnd=true\nmap-presence-to-dnd=true\n/);
  await expect(pull).toBeChecked();
});

test("whoever types the mode into the options stays there", async ({ editor }) => {
  await editor.show("Options");
  await editor.options.click();
  await editor.options.evaluate((area: HTMLTextAreaElement) => {
    const at = area.value.indexOf("false");
    area.setSelectionRange(at, at + 5);
  });
  await editor.page.keyboard.type("true");
  await expect(editor.page.getByRole("radio", { name: "Pull", exact: true })).toBeChecked();
  await editor.expectFocus("textarea: Options text");
  await editor.press("Backspace", "Backspace", "Backspace", "Backspace");
  await editor.page.keyboard.type("false");
  await expect(editor.page.getByRole("radio", { name: "Push", exact: true })).toBeChecked();
  await editor.expectFocus("textarea: Options text");
  await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS);
});

test("the picker is reached by the keyboard alone", async ({ editor }) => {
  await add(editor, /^Copy profile/, "Presence_EMEA");
  await open(editor).focus();
  await editor.press("ArrowDown");
  await editor.expectFocus("combobox: Find a profile");
  await editor.press("ArrowUp");
  await expect(lines(editor).filter({ hasText: "open" })).toHaveAttribute("aria-current", "true");
  await expect(picker(editor).getByRole("option", { selected: true })).toContainText("Presence");
  await editor.press("Tab");
  await editor.expectFocus("button: Move profile up");
});

test.describe("with fast hands", () => {
  const field = (editor: Screen) => picker(editor).getByRole("textbox", { name: "Name of the profile" });
  const marked = (editor: Screen) => picker(editor).getByRole("option", { selected: true });

  test("a name is taken by whatever leaves its field", async ({ editor, page }) => {
    await add(editor, /^Copy profile/, "Presence_EMEA");
    await open(editor).click();
    await editor.press("F2");
    await page.keyboard.type("One");
    await lines(editor).filter({ hasText: "Presence" }).first().click();
    await expect(open(editor)).toHaveAccessibleName("Profile Presence");
    await open(editor).click();
    await expect.poll(() => names(editor)).toEqual(["Presence", "One"]);
    // By another row, a name that is taken is refused, and the status says why.
    await editor.press("F2");
    await page.keyboard.type("One");
    await lines(editor).filter({ hasText: /^One|One/ }).last().click();
    await expect(editor.status).toHaveText(/^One is the name of another profile/);
    await expect(open(editor)).toHaveAccessibleName("Profile One");
  });

  test("the focus stays in the picker while it is open, and Escape closes it", async ({ editor, page }) => {
    await add(editor, /^Copy profile/, "Presence_EMEA");
    await open(editor).click();
    await editor.press("F2");
    await page.keyboard.type("Two");
    await editor.press("Control+s");
    await expect(field(editor)).toBeHidden();
    await editor.expectFocus("combobox: Find a profile");
    await picker(editor).getByText("to the buttons").click();
    await editor.expectFocus("combobox: Find a profile");
    await editor.press("Escape");
    await expect(picker(editor)).toBeHidden();
    await open(editor).click();
    await editor.press("F2");
    await page.keyboard.type("Three");
    await editor.press("F8");
    await expect(picker(editor)).toBeHidden();
    await expect(open(editor)).toHaveAccessibleName("Profile Three");
  });

  test("what is looked for has its own undo, and an empty field that of the workspace", async ({ editor, page }) => {
    await add(editor, /^Copy profile/, "Presence_EMEA");
    await open(editor).click();
    await page.keyboard.type("pre");
    await editor.press("Control+z");
    await expect(open(editor)).toHaveAccessibleName("Profile Presence_EMEA");
    await editor.press("Control+a", "Backspace");
    await expect(marked(editor)).toContainText("Presence_EMEA");
    await editor.press("ArrowUp");
    await picker(editor).getByRole("button", { name: "Delete profile" }).click();
    await expect(lines(editor)).toHaveCount(1);
    await editor.press("Control+z");
    await expect(lines(editor)).toHaveCount(2);
    await expect(open(editor)).toHaveAccessibleName("Profile Presence");
    await expect(marked(editor)).toContainText("Presence");
    await expect(marked(editor)).not.toContainText("Presence_EMEA");
  });

  test("among many, the one that is open is in sight, and letters on the button look for another", async ({ editor, page }) => {
    await open(editor).click();
    for (let count = 2; count <= 25; count += 1) {
      await picker(editor).getByRole("button", { name: "Add profile: The guide’s example" }).click();
      await editor.press("Escape");
    }
    await page.keyboard.type("Presence_2");
    await editor.press("Enter");
    await open(editor).click();
    await expect(marked(editor)).toBeInViewport();
    await editor.press("Escape");
    await page.keyboard.type("_13");
    await expect(lines(editor)).toHaveCount(1);
    await expect(picker(editor).getByText("1 of 25 profiles")).toBeVisible();
    await editor.press("Enter");
    await expect(open(editor)).toHaveAccessibleName("Profile Presence_13");
  });

  test("a double press deletes one profile, and adds one", async ({ editor }) => {
    await add(editor, /^Copy profile/, "Two");
    await add(editor, /^Copy profile/, "Three");
    await open(editor).click();
    await editor.press("ArrowUp");
    await picker(editor).getByRole("button", { name: "Delete profile" }).dblclick();
    await expect(lines(editor)).toHaveCount(2);
    await picker(editor).getByRole("button", { name: "Add profile: Empty" }).dblclick();
    await editor.press("Escape");
    await expect(lines(editor)).toHaveCount(3);
  });

  test("an undo that takes away what had the focus leaves the texts alone", async ({ editor, page }) => {
    await page.getByRole("radio", { name: "Pull", exact: true }).check();
    await page.getByRole("button", { name: /^Available Online/ }).click();
    const to = page.getByRole("textbox", { name: "to of range 1" });
    await to.click();
    await editor.press("Control+z");
    await page.keyboard.type("5999");
    await editor.press("Delete");
    await expect(editor.options).toHaveValue(EXAMPLE_OPTIONS.replace("=false", "=true"));
  });

  test("saving says of which profile, and where there is nothing to save", async ({ editor, page }) => {
    await add(editor, /Empty/, "Presence_Test");
    await editor.press("Control+s");
    await expect(editor.status).toHaveText("Nothing was saved: the XML is empty");
    await goTo(editor, "Presence");
    const saving = page.waitForEvent("download");
    await editor.press("Control+s");
    await saving;
    await expect(editor.status).toHaveText(/^agentStates.xml of Presence is downloading/);
    await editor.page.getByRole("tab", { name: "Assignment" }).click();
    await editor.press("Control+s");
    await expect(editor.status).toHaveText(/^Nothing was saved: the assignment is no file/);
  });
});

test("what is typed behind a new profile of the palette is its name", async ({ editor, page }) => {
  for (const [wanted, name, xml] of [["new profile, copy", "Night shift", EXAMPLE_XML], ["new profile, empty", "Day", ""]]) {
    await editor.press("Control+k");
    await page.keyboard.type(wanted);
    await editor.press("Enter");
    await page.keyboard.type(name);
    await editor.press("Enter");
    await expect(open(editor)).toHaveText(name);
    await expect(editor.xml).toHaveValue(xml);
  }
});
