import type { Ids } from "../ids.ts";
import type { NodeKind, ParentKind } from "../store/tables.ts";
import { SeedError } from "./error.ts";
import type { SeedObject } from "./format.ts";
import { type Names, readId, resolveNames } from "./names.ts";

/** What a seed's object becomes, wherever in the seed it stands. */
export interface Planned {
  kind: NodeKind | "comment";
  id: string;
  /** The type of a block. */
  type: string | null;
  parent: { kind: ParentKind; id: string | null };
  /** With ids in place of names, and without what is nested in it. */
  object: SeedObject;
  /** Where it stands in the seed, for messages. */
  path: string;
  isTemplate: boolean;
}

/** What is nested in what. */
interface Container {
  /** Undefined at the top, where an object names its parent itself. */
  parent?: Planned;
  key: "objects" | "children" | "data_sources" | "rows" | "templates" | "comments";
}

/** An object found in the seed, before names are known. */
interface Found {
  object: SeedObject;
  container: Container;
  path: string;
  planned: Planned;
}

const NESTING = ["data_sources", "rows", "templates", "children", "comments"] as const;

/** What a block has besides the key that is named after its type. */
const BLOCK_KEYS = new Set([
  "object",
  "id",
  "ref",
  "type",
  "parent",
  "children",
  "comments",
  "has_children",
  "in_trash",
  "archived",
  "created_time",
  "created_by",
  "last_edited_time",
  "last_edited_by",
  "request_id",
]);

/**
 * Takes a tree of objects apart: every object once, with its id and its parent, in the order of the seed.
 *
 * What is there twice (a page, and the `child_page` block that lists of children show of it) counts once.
 *
 * @param names What has a name already; those of objects are added.
 * @throws SeedError for what is nested wrongly, named twice, or has a parent that is not in the seed
 */
export function planObjects(
  objects: readonly SeedObject[],
  path: string,
  ids: Ids,
  names: Map<string, string>,
): Planned[] {
  const found: Found[] = [];
  const walk = (list: readonly SeedObject[], container: Container, at: string): void => {
    for (const [index, object] of list.entries()) {
      const here = `${at}[${index}]`;
      const planned = identify(object, container, here, ids);
      found.push({ object, container, path: here, planned });
      if (object.ref !== undefined) name(names, object.ref, planned.id, here);
      for (const key of NESTING) {
        const nested = nestedIn(object, planned, key);
        if (nested) walk(nested, { parent: planned, key }, `${here}.${key}`);
      }
    }
  };
  walk(objects, { key: "objects" }, path);
  const planned = placed(merged(found), names);
  mustEnd(planned);
  return planned;
}

/** @throws SeedError for what is, by its parents, within itself */
function mustEnd(planned: readonly Planned[]): void {
  const byId = new Map(planned.map((one) => [one.id, one]));
  const ended = new Set<string>();
  for (const start of planned) {
    const seen = new Set<string>();
    for (
      let one: Planned | undefined = start;
      one && !ended.has(one.id);
      one = byId.get(one.parent.id ?? "")
    ) {
      if (seen.has(one.id)) throw new SeedError(`${one.path}.parent`, `${one.id} is within itself.`);
      seen.add(one.id);
    }
    for (const id of seen) ended.add(id);
  }
}

/** @throws SeedError when something else has the name */
export function name(names: Map<string, string>, ref: string, id: string, path: string): void {
  if (names.has(ref))
    throw new SeedError(`${path}.ref`, `${JSON.stringify(ref)} names something else already.`);
  names.set(ref, id);
}

function identify(object: SeedObject, container: Container, path: string, ids: Ids): Planned {
  const kind = kindOf(object, container);
  const type =
    kind === "block" ? typeOf(object, path) : kind === "page" || kind === "database" ? `child_${kind}` : null;
  const isTemplate = container.key === "templates" || object.is_template === true;
  // A list of children shows pages and databases as blocks with the same id.
  const shownAs = type === "child_page" ? "page" : type === "child_database" ? "database" : kind;
  const id = object.id === undefined ? ids.uuid() : readId(object.id, new Map(), `${path}.id`);
  return { kind: shownAs, id, type, parent: { kind: "workspace", id: null }, object, path, isTemplate };
}

function kindOf(object: SeedObject, { key, parent }: Container): Planned["kind"] {
  if (object.object) return object.object;
  if (key === "data_sources") return "data_source";
  if (key === "rows" || key === "templates") return "page";
  if (key === "comments") return "comment";
  return parent ? "block" : "page";
}

function typeOf(object: SeedObject, path: string): string {
  if (typeof object.type === "string") return object.type;
  const [type, ...more] = Object.keys(object).filter((key) => !BLOCK_KEYS.has(key));
  if (type !== undefined && more.length === 0) return type;
  throw new SeedError(
    path,
    type === undefined
      ? "a block has a key named after its type, such as paragraph."
      : `a block has one key named after its type; here are ${[type, ...more].join(", ")}.`,
  );
}

/** The objects nested under a key; for children also within the content of a block, where requests have them. */
function nestedIn(
  object: SeedObject,
  { type }: Planned,
  key: (typeof NESTING)[number],
): SeedObject[] | undefined {
  const direct = object[key];
  if (Array.isArray(direct)) {
    // An answer names the data sources of a database; one that stands elsewhere too is merged with it.
    return direct as SeedObject[];
  }
  const content = type === null ? undefined : (object[type] as { [key: string]: unknown } | undefined);
  const inner = key === "children" && content ? content.children : undefined;
  return Array.isArray(inner) ? (inner as SeedObject[]) : undefined;
}

/** One for each id: the fuller object, at the place of the first, below the parent that either names. */
function merged(found: readonly Found[]): Found[] {
  const byId = new Map<string, Found>();
  for (const one of found) {
    const other = byId.get(one.planned.id);
    if (!other) {
      byId.set(one.planned.id, one);
      continue;
    }
    if (other.planned.kind !== one.planned.kind) {
      throw new SeedError(
        `${one.path}.id`,
        `${one.planned.id} is a ${other.planned.kind} at ${other.path} already.`,
      );
    }
    const fuller = Object.keys(one.object).length > Object.keys(other.object).length ? one : other;
    const container = other.container.parent ? other.container : one.container;
    const { object, path } = fuller;
    byId.set(one.planned.id, {
      object: { ...object, parent: object.parent ?? other.object.parent ?? one.object.parent },
      container,
      path,
      planned: { ...fuller.planned, isTemplate: one.planned.isTemplate || other.planned.isTemplate },
    });
  }
  return [...byId.values()];
}

function placed(found: readonly Found[], names: Names): Planned[] {
  const kinds = new Map(found.map(({ planned }) => [planned.id, planned.kind]));
  return found.map(({ object, container, path, planned }) => {
    const { children: _, data_sources: __, rows: ___, templates: ____, comments: _____, ...own } = object;
    const parent = container.parent
      ? { kind: container.parent.kind as ParentKind, id: container.parent.id }
      : readParent(object, planned.kind, kinds, names, `${path}.parent`);
    mayHold(parent.kind, planned.kind, path);
    return { ...planned, parent, object: resolveNames(own as SeedObject, names), path };
  });
}

function readParent(
  object: SeedObject,
  kind: Planned["kind"],
  kinds: ReadonlyMap<string, Planned["kind"]>,
  names: Names,
  path: string,
): Planned["parent"] {
  const parent = object.parent as Record<string, unknown> | string | undefined | null;
  if (parent === undefined || parent === null) {
    if (kind === "page" || kind === "database") return { kind: "workspace", id: null };
    throw new SeedError(path, `a ${kind} that is not nested in something names its parent.`);
  }
  if (typeof parent !== "string" && (parent.type === "workspace" || parent.workspace === true)) {
    return { kind: "workspace", id: null };
  }
  const text = typeof parent === "string" ? parent : idIn(parent);
  if (text === undefined) throw new SeedError(path, "has no id of a page, database, data source or block.");
  const id = readId(text, names, path);
  const found = kinds.get(id);
  if (found === undefined || found === "comment") {
    throw new SeedError(path, `nothing in this seed has the id ${id}. Add it, or take the object out.`);
  }
  return { kind: found, id };
}

/** The nearest: the parent of a row names its data source and that one's database. */
function idIn(parent: Record<string, unknown>): string | undefined {
  const { data_source_id, database_id, page_id, block_id } = parent;
  const id = data_source_id ?? database_id ?? page_id ?? block_id;
  return typeof id === "string" ? id : undefined;
}

const HOLDS: Record<Exclude<Planned["kind"], never>, readonly ParentKind[]> = {
  page: ["workspace", "page", "block", "data_source"],
  database: ["workspace", "page", "block"],
  data_source: ["database"],
  block: ["page", "block"],
  comment: ["page", "block"],
};

function mayHold(parent: ParentKind, kind: Planned["kind"], path: string): void {
  if (!HOLDS[kind].includes(parent)) throw new SeedError(path, `a ${kind} cannot be in a ${parent}.`);
}
