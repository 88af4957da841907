import { readFile } from "node:fs/promises";
import { bundleFile, versions } from "../files.ts";

/** Where the reference shows an operation or a webhook. */
export interface ReferencedOperation {
  /** The file of `spec/` that has it, `paths/v1_pages.yaml`. */
  file: string;
  /** Its address on this site, in the newest version that has it. */
  href: string;
}

interface Operation {
  operationId?: string;
  tags?: string[];
}

type PathItems = Record<string, Record<string, Operation>>;

interface Bundle {
  paths: PathItems;
  webhooks?: PathItems;
}

/** Every operation of every version by its operationId, and every webhook by its event. */
export async function readOperations(): Promise<Map<string, ReferencedOperation>> {
  const operations = new Map<string, ReferencedOperation>();
  for (const version of versions) {
    const { paths, webhooks = {} }: Bundle = JSON.parse(await readFile(bundleFile(version, "json"), "utf8"));
    const add = (name: string, file: string, { operationId = "", tags = [] }: Operation): void => {
      if (operations.has(name)) return;
      operations.set(name, { file, href: `/docs/${version}/#/${slug(tags[0] ?? "")}/${slug(operationId)}` });
    };
    for (const [path, item] of Object.entries(paths)) {
      const file = `paths/${path.slice(1).replaceAll("/", "_")}.yaml`;
      for (const operation of Object.values(item)) add(operation.operationId ?? "", file, operation);
    }
    for (const [event, { post = {} }] of Object.entries(webhooks)) add(event, `webhooks/${event}.yaml`, post);
  }
  return operations;
}

/** A step of an address, as Redoc makes it. */
const slug = (name: string): string => name.toLowerCase().replaceAll(" ", "-");
