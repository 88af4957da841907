import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { JsonObject } from "@notional/redocly-plugin";
import { stringifyYaml } from "@redocly/openapi-core";

export interface VersionedDocument {
  version: string;
  document: JsonObject;
}

/** Whatever is generated from a bundle carries this on, and so knows when it is stale. */
const STAMP = "x-notional-source-hash";

/**
 * Writes every version, or none: all files are written beside their places first, and only then renamed
 * into them. A file whose content is unchanged is left alone, so that nothing later looks stale.
 */
export async function writeVersions(outDir: string, versions: VersionedDocument[]): Promise<void> {
  await writeFiles(versions.flatMap(({ version, document }) => filesOf(join(outDir, version), document)));
  await removeDropped(
    outDir,
    versions.map(({ version }) => version),
  );
}

/** Writes a document that has no versions, in the same way. */
export async function writeDocument(outDir: string, document: JsonObject): Promise<void> {
  await writeFiles(filesOf(outDir, document));
}

interface TextFile {
  path: string;
  content: string;
}

function filesOf(folder: string, document: JsonObject): TextFile[] {
  const stamped = stamp(document);
  return [
    { path: join(folder, "openapi.json"), content: `${JSON.stringify(stamped, null, 2)}\n` },
    { path: join(folder, "openapi.yaml"), content: stringifyYaml(stamped, { lineWidth: -1, noRefs: true }) },
  ];
}

async function writeFiles(files: TextFile[]): Promise<void> {
  const changed: string[] = [];
  for (const { path, content } of files) {
    if ((await readIfThere(path)) === content) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary(path), content);
    changed.push(path);
  }
  for (const path of changed) await rename(temporary(path), path);
}

/** A version that the tree no longer has is not published any more either. */
async function removeDropped(outDir: string, versions: string[]): Promise<void> {
  const dated = (await readdir(outDir)).filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name));
  for (const name of dated) {
    if (!versions.includes(name)) await rm(join(outDir, name), { recursive: true });
  }
}

function stamp(document: JsonObject): JsonObject {
  const hash = createHash("sha256").update(JSON.stringify(document)).digest("hex");
  const { openapi = "3.1.0", ...rest } = document;
  return { openapi, [STAMP]: hash, ...rest };
}

function temporary(path: string): string {
  return `${path}.${process.pid}.tmp`;
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch {
    return undefined;
  }
}
