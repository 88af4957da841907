import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { OpenAPI3 } from "openapi-typescript";

/** The OpenAPI document of one `Notion-Version`. */
export interface Bundle {
  /** The date, as in `Notion-Version`. */
  version: string;
  /** What the document says of itself in `x-notional-source-hash`. */
  hash: string;
  document: OpenAPI3;
}

/** A bundle is missing or broken. The message says which one and what to run. */
export class BundleError extends Error {
  override name = "BundleError";
}

const VERSION = /^\d{4}-\d{2}-\d{2}$/;
const REMEDY = "Run `pnpm generate` to build the bundles; it says what is wrong in spec/.";

/**
 * Reads every `<date>/openapi.json` below a folder, the oldest version first.
 *
 * @param folder `spec/dist`
 * @throws {BundleError} when there is none, or one cannot be used
 */
export async function readBundles(folder: string): Promise<Bundle[]> {
  const names = await readdir(folder).catch(() => []);
  const versions = names.filter((name) => VERSION.test(name)).sort();
  if (versions.length === 0) throw new BundleError(`No bundle in ${folder}.\n${REMEDY}`);
  return Promise.all(versions.map((version) => readBundle(join(folder, version, "openapi.json"), version)));
}

/**
 * Reads the document of the control API, which has no date.
 *
 * @param folder `spec/control/dist`
 * @throws {BundleError} when it is missing or cannot be used
 */
export const readControlBundle = (folder: string): Promise<Bundle> =>
  readBundle(join(folder, "openapi.json"), "1");

async function readBundle(path: string, version: string): Promise<Bundle> {
  const broken = (reason: string) => new BundleError(`${path}: ${reason}.\n${REMEDY}`);
  const text = await readFile(path, "utf8").catch(() => {
    throw broken("the bundle cannot be read");
  });
  let document: OpenAPI3;
  try {
    document = JSON.parse(text);
  } catch {
    throw broken("the bundle is not JSON");
  }
  if (!/^3\.1\./.test(document?.openapi)) throw broken("the bundle is not an OpenAPI 3.1 document");
  if (document.info?.version !== version) {
    throw broken(`the bundle is of version ${document.info?.version}, its folder says ${version}`);
  }
  const hash: unknown = document["x-notional-source-hash"];
  if (typeof hash !== "string") throw broken("the bundle has no `x-notional-source-hash`");
  return { version, hash, document };
}
