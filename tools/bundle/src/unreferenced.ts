import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Source } from "@redocly/openapi-core";
import type { Problem, Reporter } from "./problem.ts";

/** The folders whose every file is a part of the document. */
const FOLDERS = ["paths", "webhooks", "components"];

/** A file that nothing refers to is in no bundle, and so nothing checks it. */
export async function findUnreferenced(
  root: string,
  referenced: ReadonlySet<string>,
  reporter: Reporter,
): Promise<Problem[]> {
  const files = await Promise.all(FOLDERS.map((folder) => filesIn(join(root, folder))));
  return files
    .flat()
    .filter((file) => file.endsWith(".yaml") && !referenced.has(file))
    .map((file) =>
      reporter.create("unreferenced-file", "Nothing refers to this file.", {
        source: new Source(file, ""),
        pointer: "#/",
      }),
    );
}

async function filesIn(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder, { recursive: true });
    return names.map((name) => join(folder, name));
  } catch {
    return []; // A small tree may lack the folder.
  }
}
