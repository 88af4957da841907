import type { Exchange } from "../../recordings/read.ts";
import { dashed, isUuid } from "../ids.ts";
import { isObject, type JsonObject } from "../json.ts";
import { dataSourceIdsIn, inNewestWords } from "./older-versions.ts";

/** What answers show of something that was there before the tape. */
export interface Sighting {
  id: string;
  /** As it was first shown, in the newest version's words: of a page, it may be the page or the block. */
  object: JsonObject;
  /** The same as a list of children shows it, where the object is a page or a database. */
  block?: JsonObject;
  /** How many things were sighted before it. */
  order: number;
  /** How many were, when it was first in a list of children: its place among its siblings. */
  listed?: number;
}

/** What the exchanges of a tape show of the workspace, told apart by whether the tape made it. */
export interface Sighted {
  before: Map<string, Sighting>;
  made: Set<string>;
  /** Of what children were asked for: what is not among them is not there. */
  listed: Set<string>;
  /** Every object of every answer, in the newest version's words. */
  answered: JsonObject[];
}

const CONTENT = new Set(["page", "database", "data_source", "block", "comment"]);

/** Requests whose answer is something new. */
const CREATES = /^\/v1\/(pages|databases|data_sources|comments|views|file_uploads)$/;
const CHILDREN = /^\/v1\/blocks\/([^/]+)\/children$/;

export function sightingsOf(exchanges: readonly Exchange[]): Sighted {
  const sighted: Sighted = { before: new Map(), made: new Set(), listed: new Set(), answered: [] };
  const sources = dataSourceIdsIn(exchanges);
  let order = 0;
  for (const exchange of exchanges) {
    const { request, response } = exchange;
    if (response.status >= 300 || !isObject(response.body)) continue;
    const isChildren = CHILDREN.exec(request.path);
    if (isChildren?.[1] && request.method === "GET") sighted.listed.add(dashed(isChildren[1]));
    const isList = isChildren !== null || request.path === "/v1/comments";
    const news = createdBy(exchange);
    const objects = answeredIn(response.body).flatMap((object) => inNewestWords(object, sources));
    for (const [place, object] of objects.entries()) {
      const isNew = place < news;
      sighted.answered.push(object);
      const id = object.id as string;
      if (!sighted.before.has(id) && (isNew || isBelow(object, sighted.made))) sighted.made.add(id);
      if (sighted.made.has(id)) {
        for (const source of dataSourcesOf(object)) sighted.made.add(source.id);
      } else {
        order += 1;
        see(sighted.before, undone(object, exchange), order, isList);
      }
    }
  }
  return sighted;
}

/** How many of the objects that an exchange answers with were made by it: its first ones. */
function createdBy({ request: { method, path, body } }: Exchange): number {
  if (method === "POST" && CREATES.test(path)) return Number.POSITIVE_INFINITY;
  if (method !== "PATCH" || !CHILDREN.test(path)) return 0;
  // What stands behind a place in the middle is answered too.
  const { children = [] } = Object(body) as { children?: unknown[] };
  return children.length;
}

/** The objects of an answer: itself, or the results of a list. */
export function answeredIn(body: unknown): JsonObject[] {
  if (!isObject(body)) return [];
  const all = Array.isArray(body.results) ? body.results : [body];
  return all.filter(
    (object): object is JsonObject =>
      isObject(object) && CONTENT.has(object.object as string) && typeof object.id === "string",
  );
}

/** What a parent names, the nearest first. */
export function parentIds({ parent }: JsonObject): string[] {
  if (!isObject(parent)) return [];
  const { data_source_id, database_id, page_id, block_id } = parent;
  return [data_source_id, database_id, page_id, block_id].filter((id) => typeof id === "string");
}

const isBelow = (object: JsonObject, made: ReadonlySet<string>): boolean =>
  parentIds(object).some((id) => made.has(id));

/** The data sources that a database names. */
export function dataSourcesOf({ data_sources: sources }: JsonObject): { id: string; name?: string }[] {
  return Array.isArray(sources) ? (sources as { id: string; name?: string }[]) : [];
}

/** An object as it was before the exchange that shows it, as far as the request tells. */
function undone(object: JsonObject, { request: { method, path, body } }: Exchange): JsonObject {
  const target = path.split("/")[3] ?? "";
  if (!isUuid(target) || dashed(target) !== object.id) return object;
  if (method === "DELETE") return { ...object, in_trash: false };
  const { in_trash, archived = in_trash } = Object(body) as { in_trash?: boolean; archived?: boolean };
  return method === "PATCH" && archived !== undefined ? { ...object, in_trash: !archived } : object;
}

function see(before: Sighted["before"], object: JsonObject, order: number, isListed: boolean): void {
  const id = object.id as string;
  const known = before.get(id);
  const isBlock = object.object === "block";
  const listed = known?.listed ?? (isListed ? order : undefined);
  const block = known?.block ?? (isBlock ? object : undefined);
  // The first sight counts; but a block says less of a page than the page does, except where it was.
  const saysMore = known?.object.object === "block" && !isBlock;
  const first = !known ? object : saysMore ? { ...object, in_trash: known.object.in_trash } : known.object;
  before.set(id, {
    id,
    object: first,
    order: known?.order ?? order,
    ...(block && { block }),
    ...(listed !== undefined && { listed }),
  });
}
