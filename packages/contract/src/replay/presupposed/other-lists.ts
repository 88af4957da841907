import type { SeedObject } from "@notional/server";
import type { Exchange } from "../../recordings/read.ts";
import { dashed } from "../ids.ts";
import { isObject, type JsonObject } from "../json.ts";
import { parentIds, type Sighted } from "./sightings.ts";

const TEMPLATES = /^\/v1\/data_sources\/([^/]+)\/templates$/;

/** Templates of data sources, which lists of them name. */
export function templatesIn(exchanges: readonly Exchange[], { made }: Sighted): SeedObject[] {
  return exchanges.flatMap(({ request, response }) => {
    const [, dataSourceId] = TEMPLATES.exec(request.path) ?? [];
    const { templates } = Object(response.body) as { templates?: JsonObject[] };
    if (dataSourceId === undefined || !templates) return [];
    const parent = { type: "data_source_id", data_source_id: dashed(dataSourceId) };
    return templates
      .map(({ id, name, is_default }) => ({ id: id as string, title: name as string, is_default }))
      .filter(({ id }) => !made.has(id))
      .map((template) => ({ object: "page" as const, is_template: true, parent, ...template }) as SeedObject);
  });
}

/** Discussions that a comment was added to before any answer showed a comment of them. */
export function discussionsIn(exchanges: readonly Exchange[], { made }: Sighted): SeedObject[] {
  const known = new Set<unknown>();
  const open: SeedObject[] = [];
  for (const { request, response } of exchanges) {
    const { discussion_id } = Object(request.body) as { discussion_id?: string };
    const { body } = response;
    if (response.status >= 300 || !isObject(body)) continue;
    const isUnknown = discussion_id !== undefined && !known.has(dashed(discussion_id));
    if (isUnknown && !parentIds(body).some((id) => made.has(id))) {
      const { parent } = body;
      open.push({
        object: "comment",
        discussion_id: dashed(discussion_id),
        parent,
        rich_text: "",
      } as SeedObject);
    }
    const comments = Array.isArray(body.results) ? (body.results as unknown[]) : [body];
    for (const comment of comments.filter(isObject)) known.add(comment.discussion_id);
  }
  return open;
}
