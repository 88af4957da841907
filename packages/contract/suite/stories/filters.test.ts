import { bundledVersions } from "@notional/checker";
import { describe, expect, test } from "vitest";
import { type Compared, conditionsOf, filterKeys } from "./conditions.ts";
import { beans, sourceOf, suppliers } from "./source.ts";
import { type Answer, type Story, tell } from "./story.ts";

/** An instant, a text, and ids of the sample workspace: Ada Moreno, the row Guji Highland Coop. */
const compared: Compared = {
  other: ["2026-03-09", "guji"],
  select: ["Ethiopia"],
  multi_select: ["Jasmine"],
  status: ["Roasting"],
  people: ["6a1f0e52-4c1b-4d8e-9a53-0f5c3b7d2a11"],
  created_by: ["6a1f0e52-4c1b-4d8e-9a53-0f5c3b7d2a11"],
  last_edited_by: ["6a1f0e52-4c1b-4d8e-9a53-0f5c3b7d2a11"],
  relation: ["92e3a1c8-f4b6-43d0-a951-a6c7ea24839a"],
};

/** Formulas of each result, by what a filter calls it. */
const formulas: Record<string, string> = {
  string: 'prop("Name")',
  checkbox: 'prop("Organic")',
  number: 'prop("Price") * 2',
  date: 'prop("Roasted")',
};

/** At most so many conditions in one compound. */
const MOST = 100;

/** The names of the properties by their types, each type once. */
async function namesByType(story: Story): Promise<Record<string, string>> {
  const { properties } = await sourceOf(story, beans).get();
  return Object.fromEntries((Object.values(properties) as Answer[]).map(({ name, type }) => [type, name]));
}

const keyOf = (condition: unknown): string => Object.keys(condition as object)[0] ?? "";

async function queryAll(query: (body: object) => Promise<Answer>, filters: object[]): Promise<void> {
  for (let at = 0; at < filters.length; at += MOST) {
    const { results } = await query({ filter: { or: filters.slice(at, at + MOST) } });
    expect(results).toBeInstanceOf(Array);
  }
}

describe.each(bundledVersions())("%s", (version) => {
  test("rows are filtered by properties of every type with every operator", () =>
    tell(version, async (story) => {
      const source = sourceOf(story, beans);
      const { bundle } = story.checker;
      const results = Object.entries(formulas).map(([key, expression]) => [
        `A ${key}`,
        { formula: { expression } },
      ]);
      await source.update(Object.fromEntries(results));
      const names = await namesByType(story);
      const filters = filterKeys(bundle, "PropertyFilter")
        .filter(([key]) => key !== "rollup")
        .flatMap(([key, schema]) =>
          conditionsOf(bundle, schema, compared, key).map((condition) => ({
            property: key === "formula" ? `A ${keyOf(condition)}` : names[key],
            [key]: condition,
          })),
        );
      const timestamps = filterKeys(bundle, "TimestampFilter").flatMap(([timestamp, schema]) =>
        conditionsOf(bundle, schema, compared, timestamp).map((condition) => ({
          timestamp,
          [timestamp]: condition,
        })),
      );
      await queryAll(source.query, [...filters, ...timestamps]);
    }));

  test("rows are filtered by what is rolled up", () =>
    tell(version, async (story) => {
      const source = sourceOf(story, suppliers);
      const { bundle } = story.checker;
      const names = await namesByType(story);
      const rollup = (type: string, rollup_function: string) => ({
        rollup: {
          relation_property_name: "Beans",
          rollup_property_name: names[type],
          function: rollup_function,
        },
      });
      const [schema] = filterKeys(bundle, "PropertyFilter").flatMap(([key, own]) =>
        key === "rollup" ? [own] : [],
      );
      const conditions = conditionsOf(bundle, schema ?? {}, compared, "rollup") as Record<string, object>[];
      const isOfResult = (condition: object) => ["number", "date"].includes(keyOf(condition));
      const elements = new Set(
        conditions.filter((one) => !isOfResult(one)).map((one) => keyOf(one[keyOf(one)])),
      );
      const all = [...elements].map((type) => [`All of ${type}`, rollup(type, "show_original")]);
      await source.update({
        ...Object.fromEntries(all),
        "A number": rollup("number", "sum"),
        "A date": rollup("date", "latest_date"),
      });
      const filters = conditions.map((condition) => {
        const key = keyOf(condition);
        const property = isOfResult(condition) ? `A ${key}` : `All of ${keyOf(condition[key])}`;
        return { property, rollup: condition };
      });
      await queryAll(source.query, filters);
    }));

  test("a property of any type is empty or it is not", () =>
    tell(version, async (story) => {
      const source = sourceOf(story, beans);
      const names = await namesByType(story);
      const { results } = await source.query({});
      const filters = filterKeys(story.checker.bundle, "PropertyFilter");
      for (const [key, schema] of filters) {
        const operators = conditionsOf(story.checker.bundle, schema, compared, key).map(keyOf);
        if (!operators.includes("is_empty")) continue;
        const idsOf = async (operator: string): Promise<string[]> => {
          const filter = { property: names[key], [key]: { [operator]: true } };
          return (await source.query({ filter })).results.map(({ id }: Answer) => id);
        };
        const found = [...(await idsOf("is_empty")), ...(await idsOf("is_not_empty"))];
        expect(found.sort(), key).toEqual((results as Answer[]).map(({ id }) => id).sort());
      }
    }));

  test("rows are sorted by properties of every type, and by timestamps", () =>
    tell(version, async (story) => {
      const source = sourceOf(story, beans);
      const names = Object.values(await namesByType(story));
      const { results } = await source.query({});
      const ids = (answer: Answer) => (answer.results as Answer[]).map(({ id }) => id).sort();
      for (const by of [
        ...names.map((property) => ({ property })),
        ...["created_time", "last_edited_time"].map((timestamp) => ({ timestamp })),
      ]) {
        for (const direction of ["ascending", "descending"]) {
          expect(ids(await source.query({ sorts: [{ ...by, direction }] }))).toEqual(ids({ results }));
        }
      }
    }));
});
