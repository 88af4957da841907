import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, test } from "vitest";
import { bundlePath, readBundle, spec, versions } from "../src/bundles.ts";
import { redocly } from "../src/redocly.ts";
import { LEAST, score } from "../src/score.ts";
import { undescribed } from "../src/undescribed.ts";

/** Redocly starts a process each time. */
const TIMEOUT = 60_000;

interface Report {
  totals: { errors: number; warnings: number; ignored: number };
  problems: { ruleId: string; message: string }[];
}

describe.each(versions)("the bundle of %s", (version) => {
  test(
    "has the score that it had",
    async () => {
      const reached = await score(bundlePath(version));
      const short = Object.entries(LEAST).filter(
        ([name, least]) => reached[name as keyof typeof LEAST] < least,
      );
      expect(short, JSON.stringify(reached)).toEqual([]);
    },
    TIMEOUT,
  );

  test(
    "has no lint warning, neither of our rules nor of the strictest of Redocly's",
    async () => {
      const args = ["lint", bundlePath(version), "--config", join(spec, "redocly.yaml")];
      const { totals, problems } = (await redocly(spec, ...args)) as Report;
      expect({ totals, problems }).toEqual({ totals: { errors: 0, warnings: 0, ignored: 0 }, problems: [] });
    },
    TIMEOUT,
  );

  test("is an OpenAPI document to an independent validator", async () => {
    const result = await new Validator().validate(readBundle(version));
    expect(result).toEqual({ valid: true });
  });

  test("describes everything", () => {
    expect(undescribed(readBundle(version))).toEqual([]);
  });
});

test(
  "the tree has no lint warning",
  async () => {
    for (const version of versions) {
      const args = ["lint", `notion@${version}`, "--config", "redocly.yaml"];
      const { totals, problems } = (await redocly(spec, ...args)) as Report;
      expect({ totals, problems }).toEqual({ totals: { errors: 0, warnings: 0, ignored: 0 }, problems: [] });
    }
  },
  TIMEOUT,
);
