import { readFile } from "node:fs/promises";
import { bundleFile, versions } from "../files.ts";

/** Where the reference shows an operation. */
export interface ReferencedOperation {
  operationId: string;
  /** `GET /v1/pages/{page_id}`. */
  call: string;
  /** The file of `spec/paths/` that has it. */
  file: string;
  /** Its address on this site, in the newest version that has it. */
  href: string;
}

interface Bundle {
  paths: Record<string, Record<string, { operationId?: string; tags?: string[] }>>;
}

/** Every operation of every version, by operationId. */
export async function readOperations(): Promise<Map<string, ReferencedOperation>> {
  const operations = new Map<string, ReferencedOperation>();
  for (const version of versions) {
    const { paths }: Bundle = JSON.parse(await readFile(bundleFile(version, "json"), "utf8"));
    for (const [path, item] of Object.entries(paths)) {
      for (const [method, { operationId, tags: [tag = ""] = [] }] of Object.entries(item)) {
        if (operationId === undefined || operations.has(operationId)) continue;
        operations.set(operationId, {
          operationId,
          call: `${method.toUpperCase()} ${path}`,
          file: `${path.slice(1).replaceAll("/", "_")}.yaml`,
          href: `/docs/${version}/#/${slug(tag)}/${slug(operationId)}`,
        });
      }
    }
  }
  return operations;
}

/** A step of an address, as Redoc makes it. */
const slug = (name: string): string => name.toLowerCase().replaceAll(" ", "-");
