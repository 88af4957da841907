/**
 * What a formula can give. `empty` is the type of `empty()` and of what is in `[]`; `either` is that of a formula that
 * gives one thing or another, such as `if(prop("Done"), 1, "no")`.
 */
export type Type =
  | { kind: "text" | "number" | "boolean" | "date" | "person" | "empty" }
  | PageType
  | ListType
  | { kind: "either"; types: Type[] };

/** A page, by the data source that it is in. */
export interface PageType {
  kind: "page";
  /** Id of the data source; `null` where it is not known, so that no property of the page can be read. */
  dataSource: string | null;
  /** The ways to such a page from the row: ids of relations, one after the other. `[[]]` is the row itself. */
  via: string[][];
}

export interface ListType {
  kind: "list";
  of: Type;
}

export const TEXT: Type = { kind: "text" };
export const NUMBER: Type = { kind: "number" };
export const BOOLEAN: Type = { kind: "boolean" };
export const DATE: Type = { kind: "date" };
export const PERSON: Type = { kind: "person" };
export const EMPTY: Type = { kind: "empty" };

export function listOf(of: Type): ListType {
  return { kind: "list", of };
}

/** The members of an `either`, or the type itself. */
export function members(type: Type): Type[] {
  return type.kind === "either" ? type.types : [type];
}

/** A type without the possibility of being empty, unless it is nothing else. */
export function present(type: Type): Type {
  const others = members(type).filter(({ kind }) => kind !== "empty");
  return others.length === 0 ? type : oneOf(others);
}

/** The type of a value that is of one of these types. Pages of one data source, and lists, become one member. */
export function oneOf(types: Type[]): Type {
  const distinct: Type[] = [];
  for (const type of types.flatMap(members)) addTo(distinct, type);
  const [only] = distinct;
  return distinct.length === 1 && only ? only : { kind: "either", types: distinct };
}

function addTo(distinct: Type[], type: Type): void {
  for (const [at, other] of distinct.entries()) {
    // Once for a pair: lists in lists would double the work with each level.
    const merged = merge(other, type);
    if (!merged) continue;
    distinct[at] = merged;
    return;
  }
  distinct.push(type);
}

/** The type of what `if` gives: that one branch is `empty()` says nothing of the other. */
export function branch(types: Type[]): Type {
  return present(oneOf(types));
}

/** Two types as one, where they are of a kind. */
function merge(one: Type, other: Type): Type | null {
  if (one === other) return one;
  if (one.kind !== other.kind) return null;
  if (one.kind === "list" && other.kind === "list") return listOf(oneOf([one.of, other.of]));
  if (one.kind === "page" && other.kind === "page") {
    if (one.dataSource !== other.dataSource) return null;
    const via = new Map([...one.via, ...other.via].map((path) => [path.join("/"), path]));
    return { ...one, via: [...via.values()] };
  }
  return one;
}

/** A type in words, for messages: "list of text". */
export function describe(type: Type): string {
  switch (type.kind) {
    case "list":
      return type.of.kind === "empty" ? "empty list" : `list of ${describe(type.of)}`;
    case "either":
      return type.types.map(describe).join(" or ");
    default:
      return type.kind;
  }
}
