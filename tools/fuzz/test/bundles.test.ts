import { bundledVersions, loadBundle } from "@notional/checker";
import { createMock } from "@notional/mock";
import type { NotionVersion } from "@notional/openapi-types";
import { validateRequest } from "@notional/server/validate";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ajvOf } from "../src/ajv.ts";
import { type Body, requestBodies, resolverOf, responseBodies, textOf } from "../src/bodies.ts";
import { valuesOf } from "../src/generate.ts";
import { mutantsOf } from "../src/mutate.ts";
import type { Json } from "../src/schema.ts";

/** The same values in every run. */
const SEED = 1;
/** Values for each body. */
const RUNS = 3;
/** Machines are busy. */
const TIMEOUT = 120_000;

const mock = createMock();
let mockUrl = "";
beforeAll(async () => {
  mockUrl = (await mock.listen()).url;
});
afterAll(() => mock.close());

const TAKEN = 503;
const ID = "1f3b8a52-6c4d-4e7f-9a0b-2d5c8e1f4a6b";

/** What the mock, which is Prism, has against a body; undefined when nothing. */
async function mockObjection(version: string, body: Body, value: Json): Promise<string | undefined> {
  const isBasic = body.operationId.startsWith("oauth");
  const answer = await fetch(`${mockUrl}${body.path.replaceAll(/\{\w+\}/g, ID)}`, {
    method: body.method.toUpperCase(),
    headers: {
      authorization: isBasic ? `Basic ${btoa("id:secret")}` : "Bearer ntn_local_dev",
      "notion-version": version,
      "content-type": "application/json",
      // What is taken gets the smallest answer: to check that of a page, Prism would compile all blocks first.
      prefer: `code=${TAKEN}`,
    },
    body: JSON.stringify(value),
  });
  const text = await answer.text();
  return answer.status === TAKEN ? undefined : `${answer.status} ${text}`;
}

/** What the server's validators have against a body; undefined when nothing. */
async function serverObjection(version: string, body: Body, value: Json): Promise<string | undefined> {
  const names = [...body.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const path = Object.fromEntries(names.map((name) => [name, ID]));
  try {
    await validateRequest(version as NotionVersion, body.operationId, { path, query: [], body: value });
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** What was fuzzed in another version already. Most bodies are the same in all, and take the same values then. */
const fuzzed = new Set<string>();

describe.each(bundledVersions())("%s", (version) => {
  const bundle = loadBundle(version);
  const resolve = resolverOf(bundle);
  const ajv = ajvOf(bundle);
  const isNew = ({ method, schema }: Body) => {
    const text = `${method} ${textOf(schema, resolve)}`;
    return !fuzzed.has(text) && fuzzed.add(text);
  };

  test.each(requestBodies(bundle).filter(isNew))(
    "$operationId: what is made is taken by all, and what breaks it by none",
    async (body) => {
      const values = fc.sample(valuesOf(body.schema, resolve), { numRuns: RUNS, seed: SEED });
      let refused = 0;
      for (const value of values) {
        expect(await objections(body, value), JSON.stringify(value)).toEqual({});
        for (const mutant of fc.sample(mutantsOf(value), { numRuns: 3, seed: SEED })) {
          const found = await objections(body, mutant);
          const count = Object.keys(found).length;
          expect([0, 3], `${JSON.stringify(mutant)} ${JSON.stringify(found)}`).toContain(count);
          if (count === 3) refused++;
        }
        // A body of another type is none.
        expect(Object.keys(await objections(body, [value]))).toEqual(["ajv", "mock", "server"]);
      }
      expect(refused).toBeGreaterThan(0);
    },
    TIMEOUT,
  );

  test.each(responseBodies(bundle).filter(isNew))(
    "$operationId: what is made is an answer",
    ({ schema, pointer }) => {
      for (const value of fc.sample(valuesOf(schema, resolve), { numRuns: RUNS, seed: SEED })) {
        expect(ajv(pointer, value), JSON.stringify(value)).toBeUndefined();
      }
    },
    TIMEOUT,
  );

  async function objections(body: Body, value: Json): Promise<Record<string, string>> {
    const found = {
      ajv: ajv(body.pointer, value),
      mock: await mockObjection(version, body, value),
      server: await serverObjection(version, body, value),
    };
    return Object.fromEntries(Object.entries(found).filter(([, text]) => text !== undefined)) as never;
  }
});
