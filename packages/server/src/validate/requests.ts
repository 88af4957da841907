import type { NotionVersion } from "@notional/openapi-types";
import { modules } from "../__generated__/requests.ts";
import type { Schema } from "./explain/schema.ts";
import type { QueryReading } from "./query.ts";

/** Says yes or no. */
export type Validator = (value: unknown) => boolean;

/** What tools/codegen makes of one operation of a bundle. */
export interface RequestValidators {
  path: Validator;
  query: Validator;
  /** Only where the body is JSON. */
  body?: Validator;
  bodyRequired?: boolean;
  /** What the validators are made from, to say why one says no. */
  schemas: { path: Schema; query: Schema; body?: Schema };
  /** Path parameters that are ids of objects. */
  ids: readonly string[];
  read: QueryReading;
  /** Where blocks come in a body, and how many. */
  blocks: readonly BlockLimits[];
}

export interface BlockLimits {
  /** The key of the body. */
  key: string;
  /** Levels of blocks below the first. */
  maxNesting: number;
  /** Of all levels together. */
  maxBlocks: number;
}

const loaded = new Map<NotionVersion, Promise<Record<string, RequestValidators>>>();

/** The validators of a version. They are loaded when its first request comes, so that starting costs nothing. */
export function requestsOf(version: NotionVersion): Promise<Record<string, RequestValidators>> {
  const found = loaded.get(version) ?? load(version);
  loaded.set(version, found);
  return found;
}

async function load(version: NotionVersion): Promise<Record<string, RequestValidators>> {
  const module = await modules[version]();
  return module.requests;
}
