import { versions } from "@notional/openapi-types/versions";
import fc from "fast-check";
import { describe, expect, inject, test } from "vitest";
import { operations } from "../../src/__generated__/operations.ts";
import { missingOperations } from "../../src/operations/not-implemented.ts";
import { sampleSeed } from "../../src/seed/sample.ts";
import { brokenInvariants } from "../invariants/index.ts";
import { bodyExamples } from "../validate/bundles.ts";
import { mutated, mutations } from "./mutations.ts";
import { startTarget } from "./target.ts";
import { texts, values } from "./values.ts";

/** The same requests each time. */
const SEED = 20261120;
/** On PostgreSQL each takes several times as long. */
const RUNS = inject("postgres") === undefined ? 1500 : 300;

/** Ids of the sample workspace, one of each kind. */
const ids = {
  page: "2a7e3b51-8d4f-4c69-b2ea-3f507b9d1c23",
  database: "3c8e4b62-9e50-4d7a-83fb-406184ce2d34",
  dataSource: "4d9f5c73-af61-4e8b-940c-517295df3e45",
  row: "70c18fa6-d294-41be-873f-84a5c8026178",
  block: "d627e50c-38fa-4714-ad95-ea0b2e68c702",
  user: "6a1f0e52-4c1b-4d8e-9a53-0f5c3b7d2a11",
  unshared: "9b1c7e55-2d60-4f3a-8e47-6c0d1f2a3b4c",
};

interface Fuzzed {
  version: string;
  operationId: string;
  method: string;
  path: string;
  body: unknown;
}

const examples = Map.groupBy(bodyExamples(), ({ version, operationId }) => `${version} ${operationId}`);

const missing = new Set<string>(missingOperations);

/** Every operation of every version with every body that the document shows for it; one is enough for a 501. */
const requests: Fuzzed[] = versions.flatMap((version) =>
  Object.entries(operations[version]).flatMap(([operationId, { method, path }]) => {
    const bodies = examples.get(`${version} ${operationId}`)?.map(({ body }) => body) ?? [undefined];
    return bodies
      .slice(0, missing.has(operationId) ? 1 : undefined)
      .map((body) => ({ version, operationId, method, path, body }));
  }),
);

/** What fits a parameter of a path. */
const fitting: Record<string, string[]> = {
  page_id: [ids.page, ids.row],
  block_id: [ids.page, ids.row, ids.block, ids.database],
  database_id: [ids.database],
  data_source_id: [ids.dataSource],
  user_id: [ids.user],
  property_id: ["title", "Price", "pR%7Bc", "Supplier", "Supplier rating"],
};

const seldom = <Value, Usual>(value: fc.Arbitrary<Value>, usual: Usual): fc.Arbitrary<Value | Usual> =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: value });

const somePath = fc.record({
  /** Which of what fits. */
  choice: fc.nat(),
  /** Seldom something else. */
  other: seldom(fc.constantFrom(...Object.values(ids), ...texts), undefined),
});
const someQuery = fc.array(
  fc.tuple(
    fc.constantFrom(
      "start_cursor",
      "page_size",
      "filter_properties",
      "block_id",
      "name",
      "__proto__",
      "a[0]",
    ),
    fc.constantFrom(...texts, ...Object.values(ids), "100", "1e3", "NaN"),
  ),
  { minLength: 1, maxLength: 2 },
);

const request = fc.record({
  asked: fc.constantFrom(...requests),
  path: somePath,
  query: seldom(someQuery, []),
  changes: mutations([...Object.values(ids), ...values]),
});

type Path = typeof somePath extends fc.Arbitrary<infer Value> ? Value : never;

function urlOf(template: string, { choice, other }: Path, query: [string, string][]): string {
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const fit = fitting[name] ?? Object.values(ids);
    return encode(other ?? (fit[choice % fit.length] as string));
  });
  const search = query.map(([name, value]) => `${encode(name)}=${encode(value)}`).join("&");
  return search === "" ? path : `${path}?${search}`;
}

/** A lone surrogate has no encoding; it goes as its replacement. An empty step is none. */
const encode = (text: string): string => encodeURIComponent(text.toWellFormed()) || "%20";

describe("behaviour", () => {
  test("no request of any version makes the server fail", { timeout: 60_000 }, async () => {
    const { call, database, server, unforeseen } = await startTarget(await sampleSeed());
    let sent = 0;
    await fc.assert(
      fc.asyncProperty(request, async ({ asked, path, query, changes }) => {
        // What is trashed or moved away is there again, so that not all is refused in the end.
        if (++sent % 50 === 0) {
          expect(await brokenInvariants(database)).toEqual([]);
          await server.reset();
        }
        const url = urlOf(asked.path, path, query);
        const json = asked.body === undefined ? undefined : JSON.stringify(mutated(asked.body, changes));
        const { status, body } = await call(asked.method, url, json, { version: asked.version });
        const what = `${asked.version} ${asked.method} ${url} ${json}`;
        expect(unforeseen, what).toEqual([]);
        expect(status < 500 || status === 501, `${what} ${JSON.stringify(body)}`).toBe(true);
        if (status !== 200) expect(body).toMatchObject({ object: "error", status });
      }),
      { seed: SEED, numRuns: RUNS, endOnFailure: true },
    );
    expect(await brokenInvariants(database)).toEqual([]);
  });
});
