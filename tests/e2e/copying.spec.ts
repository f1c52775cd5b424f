// An entry or a language on its way from one profile to another: looked at, old beside new, and done in one step.

import { EXAMPLE_XML, expect, file, test, type Screen } from "./screen";

const SPANISH = "Spanish (Spain)";
const FRENCH = "French (France)";

const profile = (editor: Screen) => editor.page.getByRole("button", { name: /^Profile / });

/** A copy of the profile that is looked at, which is looked at then. */
async function copyProfile(editor: Screen, name: string) {
  await profile(editor).click();
  const picker = editor.dialog("Profiles");
  await picker.getByRole("button", { name: /^Copy profile/ }).click();
  await expect(picker.getByRole("textbox", { name: "Name of the profile" })).toBeFocused();
  await editor.page.keyboard.type(name);
  await editor.press("Enter");
  await expect(profile(editor)).toHaveAccessibleName(`Profile ${name}`);
}

async function menuOfEntry(editor: Screen, id: string, item: string) {
  await (await editor.texts.cell(id, "ID")).click();
  await editor.takeFromMenu(item);
}

test("an entry into the next profile: what it says there stays unless it is taken, and one undo leads back", async ({ editor }) => {
  await copyProfile(editor, "EMEA");
  await editor.texts.type("INCALL", "Availability", "6500");
  await editor.texts.type("INCALL", SPANISH, "Ocupado");
  const changed = await editor.xml.inputValue();
  await menuOfEntry(editor, "INCALL", "Copy INCALL to another profile");
  const { importing } = editor;
  await expect(importing.dialog).toContainText("1 piece from INCALL of EMEA");
  await expect(importing.into("Presence" as never)).toBeChecked();
  await expect(importing.choices).toHaveCount(2);
  await importing.expectChanges(0);
  await importing.choice(`${SPANISH} 3082, piece 1`, "Take").check();
  await importing.expectChanges(1);
  await importing.apply();
  await expect(profile(editor)).toHaveAccessibleName("Profile Presence");
  await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace("Estoy trabajando con los clientes, no molestar", "Ocupado"));
  await expect(editor.status).toContainText("1 value imported from INCALL of EMEA into Presence");
  await editor.undo.click();
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
  await profile(editor).click();
  await editor.page.keyboard.type("EMEA");
  await editor.press("Enter");
  await expect(editor.xml).toHaveValue(changed);
});

test("a language: its texts and nothing else, though the availabilities differ", async ({ editor }) => {
  await copyProfile(editor, "EMEA");
  await editor.texts.type("INCALL", "Availability", "6500");
  await editor.texts.type("OOS", FRENCH, "Hors service");
  await editor.texts.head(FRENCH).click();
  await editor.takeFromMenu(`Copy ${FRENCH} to another profile`);
  await editor.importing.both("Take all").check();
  await editor.importing.expectChanges(1);
  await editor.importing.apply();
  const end = '<activity LCID="1033">The device is out of service</activity>\n';
  await expect(editor.xml).toHaveValue(EXAMPLE_XML.replace(end, `${end}    <activity LCID="1036">Hors service</activity>\n`));
});

test("where there is no other profile, into a new one, with the availability", async ({ editor }) => {
  await menuOfEntry(editor, "INCALL", "Copy INCALL to another profile");
  await expect(editor.importing.into("A new one")).toBeChecked();
  await editor.importing.expectChanges(5);
  await editor.importing.apply();
  await expect(editor.texts.rows).toHaveCount(1);
  await expect(await editor.texts.cell("INCALL", "Availability")).toContainText("7001");
  await editor.undo.click();
  await expect(editor.xml).toHaveValue(EXAMPLE_XML);
});

test("the list of profiles says where an import goes, and what is left out is found out anew", async ({ editor }) => {
  await copyProfile(editor, "EMEA");
  await editor.page.getByRole("radiogroup", { name: "Presence mode" }).getByRole("radio", { name: "Pull" }).check();
  await editor.choose(file("both.txt", "Pull:\n\nmap-presence-to-dnd=true\npresence-availability-range=3000-5999\n\nPush:\n\nmap-presence-to-dnd=false\nagent-presence-map=D:\\presence.xml\n", "text/plain"));
  const { importing } = editor;
  const ticks = (piece: number) => importing.piece(piece).getByRole("checkbox", { name: `Piece ${piece}` });
  await expect(ticks(1)).toBeChecked();
  await expect(ticks(2)).not.toBeChecked();
  await importing.dialog.getByRole("combobox", { name: "Profile" }).selectOption("Presence");
  await expect(ticks(1)).not.toBeChecked();
  await expect(ticks(2)).toBeChecked();
  await importing.expectChanges(1);
  await ticks(1).check();
  await importing.dialog.getByRole("combobox", { name: "Profile" }).selectOption("EMEA");
  await importing.dialog.getByRole("combobox", { name: "Profile" }).selectOption("Presence");
  await expect(ticks(1), "somebody has said so").toBeChecked();
  await ticks(1).uncheck();
  await importing.apply();
  await expect(profile(editor)).toHaveAccessibleName("Profile Presence");
  await expect(editor.options).toHaveValue(/agent-presence-map=D:\\presence\.xml/);
  await expect(editor.options).not.toHaveValue(/presence-availability-range/);
});
