import { describe, expect, test } from "vitest";
import { refusal } from "./refusal.ts";
import { blocks } from "./refusals/blocks.ts";
import { data } from "./refusals/data.ts";
import { pages } from "./refusals/pages.ts";
import { path } from "./refusals/path.ts";
import { query } from "./refusals/query.ts";

describe("validation", () => {
  describe.each(Object.entries({ blocks, data, pages, path, query }))("%s", (_group, rows) => {
    test.each(rows)("%s: %s %s", async (_source, version, operationId, request, message) => {
      expect(await refusal(version, operationId, request)).toEqual({
        status: 400,
        code: "validation_error",
        message,
      });
    });
  });
});
