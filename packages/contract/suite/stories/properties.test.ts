import { bundledVersions, loadBundle } from "@notional/checker";
import { describe, expect, test } from "vitest";
import { constantsOf } from "./constants.ts";
import { configSamples, UNCHANGEABLE, valueSamples } from "./property-samples.ts";
import { beans, createSource, databaseBody, type Source, sourceOf, suppliers } from "./source.ts";
import { type Answer, type Story, tell } from "./story.ts";

/** The page Roastery handbook of the sample workspace, and the rows Ethiopia Guji and Guji Highland Coop. */
const HANDBOOK = "1f6d2a40-7c3e-4b58-a1d9-2e4f6a8c0b12";
const BEAN = "70c18fa6-d294-41be-873f-84a5c8026178";
const SUPPLIER = "92e3a1c8-f4b6-43d0-a951-a6c7ea24839a";

/** Each property is named after its type. */
const ofEachType = (samples: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(samples).map(([type, sample]) => [type, { [type]: sample }]));

function expectSchema(properties: Answer, configs: Record<string, object>): void {
  for (const [type, config] of Object.entries(configs)) {
    // A formula is written with names, and read with the ids behind them.
    const told = type === "formula" ? {} : config;
    expect(properties[type]).toMatchObject({ name: type, type, [type]: told });
  }
}

/** The value of each property of a page by itself, as a list where it comes as one. */
async function readEach({ ask }: Story, { id, properties }: Answer): Promise<void> {
  for (const property of Object.values(properties) as Answer[]) {
    const path = { page_id: id, property_id: decodeURIComponent(property.id) };
    const item = await ask("getPageProperty", { path });
    const list: Answer[] = item.object === "list" ? item.results : [item];
    expect(item.property_item?.type ?? item.type).toBe(property.type);
    for (const { object } of list) expect(object).toBe("property_item");
  }
}

const related = (story: Story): Source => sourceOf(story, suppliers);

describe.each(bundledVersions())("%s", (version) => {
  test("a schema has properties of every type, and each is changed", () =>
    tell(version, async (story) => {
      const configs = configSamples(related(story));
      const source = await createSource(story, HANDBOOK, { ...ofEachType(configs), button: { button: {} } });
      const { properties } = await source.get();
      expect(Object.keys(properties).sort()).toEqual(Object.keys(configs).sort());
      expectSchema(properties, configs);
      const changed = Object.fromEntries(
        Object.entries(configs).filter(([type]) => !UNCHANGEABLE.includes(type)),
      );
      const described = Object.entries(ofEachType(changed)).map(([type, config]) => [
        type,
        { ...config, description: `A ${type}.` },
      ]);
      await source.update(Object.fromEntries(described));
      await source.update({ url: { name: "Shop" } });
      const { url, ...rest } = changed;
      const after = (await source.get()).properties;
      expectSchema(after, rest);
      expect(after.Shop).toMatchObject({ type: "url", description: "A url." });
    }));

  const hasDataSources = Object.hasOwn(loadBundle(version).paths, "/v1/data_sources");
  test.runIf(hasDataSources)("a further data source of a database has properties of every type", () =>
    tell(version, async (story) => {
      const configs = configSamples(related(story));
      const source = await story.ask("createDataSource", {
        body: { parent: { database_id: beans.database_id }, properties: ofEachType(configs) },
      });
      expect(Object.keys(source.properties).sort()).toEqual(Object.keys(configs).sort());
      expectSchema(source.properties, configs);
    }),
  );

  test("only a wiki can be verified", () =>
    tell(version, async (story) => {
      const properties = { title: { title: {} }, verification: { verification: {} } };
      const body = databaseBody(story, HANDBOOK, properties);
      expect(await story.refused("createDatabase", { body })).toMatchObject({
        code: "validation_error",
        message: "verification is not a valid property schema.",
      });
    }));

  test("a row has values of every type, and each comes back as it was sent", () =>
    tell(version, async (story) => {
      const source = await createSource(story, HANDBOOK, ofEachType(configSamples(related(story))));
      const values = ofEachType(valueSamples);
      const made = await story.ask("createPage", { body: { parent: source.named, properties: values } });
      expect(made.properties).toMatchObject(values);
      const path = { page_id: made.id };
      const bare = { title: [{ text: { content: "Batch 13" } }] };
      await story.ask("updatePage", { path, body: { properties: { ...values, ...bare } } });
      const page = await story.ask("getPage", { path });
      expect(page.properties).toMatchObject({ ...values, title: { type: "title", title: bare.title } });
      await readEach(story, page);
    }));

  test("what no request can make is read too: a button, and whether a page is verified", () =>
    tell(version, async (story) => {
      const page = await story.ask("getPage", { path: { page_id: BEAN } });
      const types = (Object.values(page.properties) as Answer[]).map(({ type }) => type);
      expect(types).toEqual(expect.arrayContaining(["button", "verification"]));
      await readEach(story, page);
    }));

  test("values of every type are rolled up", () =>
    tell(version, async (story) => {
      const { properties } = await sourceOf(story, beans).get();
      const rolled = (Object.values(properties) as Answer[]).filter(({ type }) => type !== "rollup");
      const rollup = (name: string) => ({
        rollup: { relation_property_name: "Beans", rollup_property_name: name, function: "show_original" },
      });
      await related(story).update(
        Object.fromEntries(rolled.map(({ name, type }) => [`All of ${type}`, rollup(name)])),
      );
      const page = await story.ask("getPage", { path: { page_id: SUPPLIER } });
      for (const { type } of rolled) {
        const { array } = page.properties[`All of ${type}`].rollup;
        expect((array as Answer[]).map((element) => element.type)).toContain(type);
      }
      await readEach(story, page);
    }));

  test("numbers have every format", () =>
    tell(version, async (story) => {
      const formats = constantsOf(story.checker.bundle, "NumberFormat");
      const numbers = Object.fromEntries(formats.map((format) => [format, { number: { format } }]));
      const source = await createSource(story, HANDBOOK, { title: { title: {} }, ...numbers });
      expect((await source.get()).properties).toMatchObject(numbers);
    }));

  test("options have every colour", () =>
    tell(version, async (story) => {
      const options = constantsOf(story.checker.bundle, "SelectColor").map((color) => ({
        name: color,
        color,
      }));
      const properties = { select: { select: { options } } };
      const source = await createSource(story, HANDBOOK, { title: { title: {} }, ...properties });
      expect((await source.get()).properties).toMatchObject(properties);
    }));

  test("values are rolled up with every function", () =>
    tell(version, async (story) => {
      const rollups = constantsOf(story.checker.bundle, "RollupFunction").map((name) => [
        name,
        {
          rollup: {
            relation_property_name: "Beans",
            rollup_property_name: rolledUp(name),
            function: name,
          },
        },
      ]);
      await related(story).update(Object.fromEntries(rollups));
      const page = await story.ask("getPage", { path: { page_id: SUPPLIER } });
      for (const [name] of rollups) expect(page.properties[String(name)].rollup.function).toBe(name);
      await readEach(story, page);
    }));
});

/** A property of Beans that a function can be used on. */
function rolledUp(name: string): string {
  if (name.endsWith("checked")) return "Organic";
  if (name.includes("date")) return "Roasted";
  return ["sum", "average", "median", "min", "max", "range"].includes(name) ? "Price" : "Origin";
}
