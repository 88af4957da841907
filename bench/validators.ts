import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { time } from "./command.ts";
import { ROOT } from "./copy.ts";
import type { Measurement } from "./table.ts";

const BUNDLE = join(ROOT, "spec/dist/2026-03-11/openapi.json");

/** Reads the newest bundle and compiles a validator for every body and every parameter in it. */
export async function validators(): Promise<Measurement[]> {
  await time(ROOT, "pnpm", ["generate"]);
  const runs: number[] = [];
  let count = 0;
  for (let run = 0; run < 5; run += 1) {
    const started = performance.now();
    const bundle: unknown = JSON.parse(await readFile(BUNDLE, "utf8"));
    const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true, validateSchema: false }));
    ajv.addSchema(bundle as object, "bundle");
    const pointers = schemaPointers(bundle);
    for (const pointer of pointers) ajv.compile({ $ref: `bundle#${encodeURI(pointer)}` });
    runs.push(performance.now() - started);
    count = pointers.length;
  }
  return [{ what: `${count} validators with Ajv`, runs, aim: 2_000 }];
}

/** The JSON pointers of what stands under `schema` in paths, webhooks and the components that they share. */
function schemaPointers(node: unknown, pointer = ""): string[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const at = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (key === "schema") return [at];
    return ["schemas", "examples"].includes(key) ? [] : schemaPointers(value, at);
  });
}
