import { type Bundle, createChecker } from "@notional/checker";
import { describe, expect, test } from "vitest";
import { depthOf } from "../src/depth.ts";
import { measure } from "../src/measure.ts";
import { page } from "../src/page.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (name: string) => ({ content: { "application/json": { schema: ref(name) } } });
const tagged = (type: string, more: object = {}) => ({
  type: "object",
  required: ["type"],
  properties: { type: { const: type }, ...more },
});

const bundle = {
  info: { title: "", version: "2026-03-11" },
  paths: {
    "/v1/shapes": {
      post: {
        operationId: "createShape",
        requestBody: json("Wish"),
        responses: { "200": { description: "", ...json("Shape") } },
      },
    },
  },
  components: {
    schemas: {
      Wish: { type: "object", properties: { colour: { enum: ["red", "blue"] }, size: { type: "number" } } },
      Shape: { oneOf: [ref("Circle"), ref("Square")] },
      Circle: tagged("circle", { parts: { type: "array", items: ref("Shape") } }),
      Square: tagged("square", { note: { anyOf: [{ type: "string" }, { type: "null" }] } }),
    },
  },
} as unknown as Bundle;

const contentType = "application/json; charset=utf-8";
function shown(sent: unknown, answered: unknown, version = "2026-03-11") {
  const exercised = {
    target: "t",
    version,
    operationId: "createShape",
    status: 200,
    request: { body: sent },
    response: { body: answered, contentType },
  };
  return depthOf("2026-03-11", createChecker(bundle), [exercised]);
}
const namesOf = (depths: ReturnType<typeof shown>, seen: boolean) =>
  depths.filter((depth) => depth.seen === seen).map(({ schema, name }) => schema + name);

describe("shape", () => {
  test("every member, constant and optional property of both directions, once", () => {
    const depths = shown({}, undefined);
    expect(namesOf(depths, false).sort()).toEqual(
      [
        "Circle/parts",
        "Circle/type=circle",
        "Shape|Circle",
        "Shape|Square",
        "Square/note",
        "Square/note|null",
        "Square/note|string",
        "Square/type=square",
        "Wish/colour",
        "Wish/colour=blue",
        "Wish/colour=red",
        "Wish/size",
      ].sort(),
    );
    expect(
      new Set(depths.filter(({ schema }) => schema === "Wish").map(({ direction }) => direction)),
    ).toEqual(new Set(["request"]));
  });

  test("the page stands alone and tells what is missing", () => {
    const depths = shown({ size: 1 }, { type: "square" });
    const html = page([], depths, measure([], depths));
    expect(html).toContain("Wish in a request");
    expect(html).toContain("without /colour, /colour=red, /colour=blue");
    expect(html).not.toMatch(/src=|href=|@import/);
  });
});

describe("behaviour", () => {
  test("what a value shows is seen, at any depth, in its direction", () => {
    const depths = shown({ colour: "red" }, { type: "circle", parts: [{ type: "square", note: null }] });
    expect(namesOf(depths, false).sort()).toEqual(["Square/note|string", "Wish/colour=blue", "Wish/size"]);
  });

  test("another version shows nothing of this one", () => {
    expect(namesOf(shown({ size: 1 }, { type: "square" }, "2025-09-03"), true)).toEqual([]);
  });

  test("shares count what is seen and name what is not", () => {
    const shares = measure([], shown({ colour: "red" }, { type: "square", note: "" }));
    const of = (name: string) => shares.find((share) => share.measure === name);
    expect(of("union members")).toMatchObject({ seen: 2, total: 4 });
    expect(of("optional properties")).toEqual({
      measure: "optional properties",
      seen: 2,
      total: 4,
      missing: ["request Wish/size (2026-03-11)", "response Circle/parts (2026-03-11)"],
    });
  });

  test("types are what a union has, and no union within it, nor what only one direction has", () => {
    const member = (direction: "request" | "response", schema: string, name: string) => ({
      version: "2026-03-11",
      kind: "member" as const,
      direction,
      schema,
      name: `|${name}`,
      seen: name.startsWith("Audio"),
    });
    const shares = measure(
      [],
      [
        member("request", "BlockRequest", "NestedBlockRequest"),
        member("request", "BlockRequest", "ColumnBlockRequest"),
        member("request", "NestedBlockRequest", "AudioBlockRequest"),
        member("request", "PropertyFilter", "TitlePropertyFilter"),
        member("response", "PropertyFilter", "TitlePropertyFilter"),
        member("response", "PropertyItem", "RollupPropertyItem"),
      ],
    );
    const of = (name: string) => shares.find((share) => share.measure === name);
    expect(of("block types in requests")).toMatchObject({
      seen: 1,
      total: 2,
      missing: ["request BlockRequest|ColumnBlockRequest (2026-03-11)"],
    });
    expect(of("property types in requests")).toMatchObject({ seen: 0, total: 1 });
    expect(of("property types in responses")).toMatchObject({ seen: 0, total: 0 });
  });
});
