import type { Adapter, VersionedRequest } from "./adapter.ts";
import { isObject, type JsonObject, mapObjects } from "./objects.ts";

/**
 * 2025-09-03 next to 2026-03-11: `archived` beside `in_trash`, `after` beside `position`, and meeting notes
 * under their first name.
 *
 * @see https://developers.notion.com/guides/get-started/upgrade-guide-2026-03-11
 */
export const version20250903: Adapter = {
  version: "2025-09-03",
  perform: async (request, next) => await mapObjects(await next(up(request)), down),
};

function up(request: VersionedRequest): VersionedRequest {
  if (!isObject(request.body)) return request;
  const { archived, after, ...body } = request.body;
  return {
    ...request,
    body: {
      ...body,
      ...(archived !== undefined && body.in_trash === undefined && { in_trash: archived }),
      ...(after !== undefined && { position: { type: "after_block", after_block: { id: after } } }),
    },
  };
}

function down(object: JsonObject): JsonObject {
  const { in_trash } = object;
  const named = object.type === "meeting_notes" ? renameMeetingNotes(object) : object;
  return typeof in_trash === "boolean" ? { ...named, archived: in_trash } : named;
}

function renameMeetingNotes({ meeting_notes, ...block }: JsonObject): JsonObject {
  return { ...block, type: "transcription", transcription: meeting_notes };
}
