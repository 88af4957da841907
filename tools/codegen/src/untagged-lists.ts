import { isObject, type JsonObject } from "./json.ts";
import { resolve, shared } from "./partials.ts";

/**
 * Gives the lists of a union `never` for the tag that its objects have: `RichText[]` beside `{ type?: "title" }` has no
 * `type`. So `value.type` can be asked for.
 *
 * A compiler looks for a tag by going through the fields of the members until it finds one. Without it, it goes through
 * all that an array has, for every union with a list in it.
 *
 * @param schemas the schemas of a document by name; they are changed in place
 */
export function separateLists(schemas: JsonObject): void {
  for (const union of Object.values(schemas)) {
    if (!isObject(union) || !Array.isArray(union.oneOf)) continue;
    const members = union.oneOf.map((member) => resolve(member, schemas));
    const isList = (index: number) => Object(members[index]).type === "array";
    const tags = shared(members.filter((_, index) => !isList(index)).map((member) => tagsOf(Object(member))));
    if (tags.size === 0) continue;
    const properties = Object.fromEntries([...tags].map((tag) => [tag, false]));
    union.oneOf = union.oneOf.map((member, index) =>
      isList(index) ? { allOf: [{ type: "object", properties }, member] } : member,
    );
  }
}

/** The names of its constants. */
function tagsOf({ properties }: JsonObject): Set<string> {
  return new Set(
    Object.entries(Object(properties)).flatMap(([name, value]) => ("const" in Object(value) ? [name] : [])),
  );
}
