import type { Found } from "./kinds.ts";

/**
 * What a request cannot do without, by the key of an object and the field in it. Recorded requests cannot tell:
 * clients send more than they must. Source: facts of the endpoints, and the types of the official SDK.
 */
const inRequests: Record<string, string[]> = {
  text: ["content"],
  link: ["url"],
  equation: ["expression"],
  external: ["url"],
  file_upload: ["id"],
  date: ["start"],
  user: ["id"],
  page: ["id"],
  database: ["id"],
  relation: ["id"],
  people: ["id"],
  table: ["table_width", "children"],
  table_row: ["cells"],
  column_list: ["children"],
  rollup: ["function"],
  after_block: ["id"],
};

/** The same for the body itself, by operation. */
const inBodies: Record<string, string[]> = {
  appendBlockChildren: ["children"],
  createComment: ["rich_text"],
  createDatabase: ["parent"],
  createDataSource: ["parent", "properties"],
  createView: ["data_source_id", "name", "type"],
  movePage: ["parent"],
  updateComment: ["rich_text"],
};

/** Whether a request would be refused without a field that it has. */
export function isRequiredInRequest(operationId: string, { value, path }: Found, field: string): boolean {
  if (path.length === 0) return inBodies[operationId]?.includes(field) ?? false;
  const payload = typeof value.type === "string" ? value.type : undefined;
  if (field === payload) return true;
  const key = path.findLast((step) => typeof step === "string");
  // Updates take a part of a block; creations need all of it.
  if (operationId.startsWith("update") && typeof path.at(-1) === "string") {
    return (
      !["table", "bookmark", "embed"].includes(String(key)) &&
      (inRequests[String(key)]?.includes(field) ?? false)
    );
  }
  return inRequests[String(key)]?.includes(field) ?? false;
}
